"""Every kind of paper of every case, and what is read back out of the files."""

import io
from datetime import date
from functools import cache

import docx
import pypdfium2

from desktop.documents import (
    acceptance_form,
    agreement,
    calculation_table,
    closing_report,
    confirmation_application,
    demand_letter,
    enforcement_tips,
    non_acceptance,
    oral_agreement,
    pdf,
    performance_certificate,
    receipt,
    recovery_sheet,
    registration_form,
    return_visit,
    rights_notice,
    session_record,
    third_party_declaration,
)
from desktop.documents.blocks import Paper, PaperState
from tests.documents import after, around, cases, sums

LACKS = ["缺少身份证复印件。"]


def _made(name: str, kind: str) -> Paper:
    if name == "office":
        groups = ("A2K9Q-7RTX", "QWERT-ASDF", "ZX7PQ-LLKJ", "MNB34-98HH", "22222-33333", "44444-55555", "66666-77777", "88888-99999")
        return recovery_sheet.paper("呼和浩特市新城区诉调对接人民调解委员会", groups, date(2026, 11, 20))
    if kind in around.KINDS:
        return around.paper(kind)
    if kind in AFTER:
        return _after(name, kind)
    if kind == "calculation":
        kept, worked_out = sums.annex() if name == "loan" else sums.reference()
        return calculation_table.paper(cases.ALL[name](), kept, worked_out, cases.setting(PaperState.ISSUED))
    case = cases.ALL[name]()
    setting = cases.setting(PaperState.READING if name == "child" else PaperState.ISSUED, training=name == "loan")
    if kind == "agreement":
        return agreement.paper(case, case.agreements[0], setting)
    if kind == "session_record":
        return session_record.paper(case, case.sessions[0], setting)
    return registration_form.paper(case, setting, LACKS if name == "loan" else ())


def _after(name: str, kind: str) -> Paper:
    case = after.oral() if kind == "oral_agreement" else after.ALL[name]()
    setting = cases.setting(PaperState.READING if name == "loan" else PaperState.ISSUED, training=name == "sheep")
    if kind == "rights_notice":
        return rights_notice.paper(case, setting)
    if kind == "acceptance_form":
        return acceptance_form.paper(case, setting, date(2022, 1, 6) if name == "loan" else None, LACKS if name == "child" else ())
    if kind == "non_acceptance":
        return non_acceptance.paper(case, setting, after.REJECTED, date(2026, 1, 9))
    if kind == "return_visit":
        return return_visit.paper(case, case.return_visits[0], setting)
    if kind == "closing_report":
        return closing_report.paper(case, setting, after.DAY)
    found = case.agreements[0]
    if kind == "oral_agreement":
        return oral_agreement.paper(case, found, setting, after.DAY)
    if kind == "confirmation_application":
        return confirmation_application.paper(case, found, setting, setting.courts[1] if name == "loan" else None, date(2026, 9, 2))
    if kind == "demand_letter":
        return demand_letter.paper(case, found, found.obligations[0], setting, after.DAY)
    if kind == "enforcement_tips":
        return enforcement_tips.paper(case, found, setting, after.DAY, date(2028, 1, 20))
    if kind == "performance_certificate":
        return performance_certificate.paper(case, found, setting, after.DAY)
    if kind == "third_party_declaration":
        found.third_parties = [
            {"kind": "spouse", "exists": True, "name": "其其格", "right": "夫妻共同所有的羊"},
            {"kind": "mortgagee", "exists": False},
        ]
        return third_party_declaration.paper(case, found, setting)
    given = found.obligations[0].performances
    return receipt.paper(case, found, found.obligations[0], given, 1, setting)


AFTER = {
    "rights_notice": ("loan", "sheep", "child"),
    "acceptance_form": ("loan", "child"),
    "non_acceptance": ("sheep", "child"),
    "confirmation_application": ("loan", "sheep", "wages"),
    "receipt": ("loan", "sheep", "wages"),
    "return_visit": ("loan", "sheep"),
    "closing_report": ("loan", "wages", "child"),
    "oral_agreement": ("sheep",),
    "demand_letter": ("loan",),
    "enforcement_tips": ("loan",),
    "performance_certificate": ("sheep",),
    "third_party_declaration": ("sheep",),
}
NAMES = [(name, kind) for name in cases.ALL for kind in ("agreement", "session_record", "registration_form")]
NAMES += [("office", "recovery_sheet"), ("loan", "calculation"), ("sheep", "calculation")]
NAMES += [(name, kind) for kind, names in AFTER.items() for name in names]
NAMES += [("around", kind) for kind in around.KINDS]


@cache
def paper(name: str, kind: str) -> Paper:
    return _made(name, kind)


def pages(data: bytes) -> list[str]:
    """The text of every page as a viewer copies it, line feeds as one sign."""
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def body(made: Paper, data: bytes) -> str:
    """The text of all pages without head and foot, which are drawn first."""
    out = []
    for page in pages(data):
        lines = page.split("\n")
        while lines and any(part in lines[0] for part in (made.organisation, "页　共", *made.page_signatures)):
            lines.pop(0)
        out += lines
    return bare("".join(out))


@cache
def pdf_of(name: str, kind: str) -> bytes:
    return pdf.render(paper(name, kind), computer_fonts=False)


def docx_parts(data: bytes) -> dict[str, list[str]]:
    """The paragraphs of body, head and foot, tables among them, in their order; numbers as the lists of the file count them."""
    document = docx.Document(io.BytesIO(data))
    section = document.sections[0]
    parts = {"body": document.element.body, "head": section.header._element, "foot": section.footer._element}
    lists = _Lists(document.part.numbering_part.element)
    return {name: [lists.number(paragraph) + _text(paragraph) for paragraph in part.iter(f"{W}p")] for name, part in parts.items()}


class _Lists:
    """Counts as Word does (ECMA-376 part 1, 17.9): a list is counted by its format's counter, which an override sets anew once."""

    def __init__(self, numbering) -> None:  # type: ignore[no-untyped-def]
        self.formats = {one.get(f"{W}abstractNumId"): one for one in numbering.iter(f"{W}abstractNum")}
        self.lists = {one.get(f"{W}numId"): one for one in numbering.iter(f"{W}num")}
        self.at: dict[str, int] = {}
        self.begun: set[str] = set()

    def number(self, paragraph) -> str:  # type: ignore[no-untyped-def]
        named = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        if named is None:
            return ""
        key = named.get(f"{W}val")
        which = self.lists[key].find(f"{W}abstractNumId").get(f"{W}val")
        level = self.formats[which].find(f"{W}lvl")
        if key in self.begun:
            self.at[which] += 1
        else:
            self.begun.add(key)
            self.at[which] = int(self.lists[key].find(f"{W}lvlOverride/{W}startOverride").get(f"{W}val"))
        assert level.find(f"{W}suff").get(f"{W}val") == "nothing"
        counted = COUNTED[level.find(f"{W}numFmt").get(f"{W}val")](self.at[which])
        return str(level.find(f"{W}lvlText").get(f"{W}val")).replace("%1", counted)


def _chinese(n: int) -> str:
    """As `chineseCountingThousand` counts up to 999."""
    hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
    said = f"{HAN[hundreds]}百" if hundreds else ""
    said += f"{HAN[tens] if tens > 1 or hundreds else ''}十" if tens else "零" if hundreds and ones else ""
    return said + (HAN[ones] if ones else "")


HAN = "零一二三四五六七八九"
COUNTED = {"decimal": str, "chineseCountingThousand": _chinese}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _text(paragraph) -> str:  # type: ignore[no-untyped-def]
    return "".join("\t" if one.tag == f"{W}tab" else one.text or "" for one in paragraph.iter(f"{W}t", f"{W}tab", f"{W}instrText"))


def bare(text: str) -> str:
    """Without white: what is the same whatever the lines."""
    return "".join(text.split())
