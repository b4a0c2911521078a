"""A whole agreement that was typed or pasted, read into the sheet: what happened, who owes whom what until when, and the other clauses.

Read is only what can be read in one way; anything else is a question at its place. Nothing is made up.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desktop.domain import dates, money, texts
from desktop.domain.refusal import Fault
from desktop.domain.wording import days, pasted, sums
from desktop.i18n import _

_AGREED = re.compile(r"达成(?:如下|以下)?(?:调解)?协议|协议如下|约定如下|协商一致.{0,6}如下")
_NOT_CLAUSES = re.compile(
    r"^(?:人民)?调解协议书?$|^编号|^[（(]?\d{4}[）)]?.{0,12}字第|^履行方式|^签订(?:日期|时间|地点)|^(?:申请人|被申请人|当事人|甲方|乙方|丙方)?[（(]?签[名字章]"
    r"|^人民调解员|^记录人|^本协议一式|^本协议自|^[（(]?(?:盖章|签章|印章)|^\d{4}年\d{1,2}月\d{1,2}日$|^调解员|^附[：:]"
)
_PARTY = re.compile(r"^(申请人|被申请人|第三人|甲方|乙方|丙方|原告|被告)\s*[：:]\s*([^，,；;（(\s]{2,30})")
_HEAD_OF_FACTS = re.compile(r"^(?:纠纷)?(?:主要)?(?:事实|简要情况)(?:、争议事项)?[：:]\s*")
_ROLES = {
    **dict.fromkeys(("申请人", "甲方", "原告"), "applicant"),
    **dict.fromkeys(("被申请人", "乙方", "被告"), "respondent"),
    **dict.fromkeys(("第三人", "丙方"), "third_party"),
}
_PAYS = re.compile(r"支付|(?<![垫拖首预])付(?!款方式)|偿还|归还|返还|给付|付清|赔偿|补偿|付给|缴纳|退还|清偿|付款|还款|交付|交给")
_ANIMALS = re.compile(
    r"([0-9]{1,4}|[一二两三四五六七八九十百]{1,5})\s*(只|头|匹|峰)\s*([^，,。；;、（(0-9]{0,12}(?:羊|牛|马|驼)[^，,。；;、（(0-9]{0,4})?"
)
_SUBJECTS = re.compile(
    r"(借款本金及利息|借款本息|借款本金|借款|货款|工资|劳动报酬|抚养费|赡养费|彩礼|赔偿款|补偿款|医疗费|租金|物业费|取暖费|工程款|欠款|经济补偿金?)"
)
_KINDS = re.compile(r"((?:成年|二岁|三岁|当年)?(?:母|公|羯)?(?:绵羊|山羊|羊|牛|马|骆驼))")
_ACCOUNT = {
    "account_name": re.compile(r"户\s*名[：:]?\s*([^，,；;。\s]{2,40})"),
    "bank_name": re.compile(r"(?:开户(?:银)?行|银行)[：:]?\s*([^，,；;。\s]{4,40})"),
    "account_number": re.compile(r"(?:账|帐)\s*号[：:]?\s*([0-9][0-9 ]{10,34})"),
}
_SPECIES = {"绵羊": "sheep", "山羊": "goat", "牛": "cattle", "马": "horse", "骆驼": "camel", "驼": "camel"}
MOST_LINES = 400


@dataclass
class Reading:
    """`values` as the sheet of an agreement takes them; `questions` stand at the fields that could not be read."""

    values: dict[str, Any] = field(default_factory=dict)
    questions: list[Fault] = field(default_factory=list)


def read(text: str, parties: Sequence[tuple[int, str, str]], today: date) -> Reading:
    """The sheet of an agreement out of its text; `parties` are (number, role, name) of the case's sides."""
    lines = [line for line in pasted.cleaned(text).splitlines()[:MOST_LINES] if line]
    start = next((n for n, line in enumerate(lines) if _AGREED.search(line)), -1)
    called = _called(lines, parties)
    facts = [line for line in lines[: max(start, 0)] if not _NOT_CLAUSES.search(line) and not _PARTY.match(line) and len(line) > 12]
    story = "\n".join(_HEAD_OF_FACTS.sub("", pasted.unnumbered(line)) for line in facts)
    found = Reading({"facts": story} if facts else {})
    rows: list[dict[str, Any]] = []
    clauses: list[str] = []
    for line in lines[start + 1 :]:
        plain = pasted.unnumbered(line)
        if _NOT_CLAUSES.search(plain) or _PARTY.match(plain) or not plain:
            continue
        row = _obligation(plain, called, len(rows), today, found.questions)
        if row is None:
            clauses.append(plain)
        else:
            rows.append(row)
    _tell_left_over(lines, found.questions)
    found.values |= {key: value for key, value in (("obligations", rows), ("clauses", clauses)) if value}
    if start < 0 and len(lines) > 1:
        found.questions.append(Fault("facts", _("It is not seen where the facts end and the agreement begins: look at both.")))
    return found


def _tell_left_over(lines: Sequence[str], questions: list[Fault]) -> None:
    for line in lines:
        for one in pasted.left_over(line)[:1]:
            questions.append(
                Fault(
                    "pasted",
                    _("“{text}” is left over from editing: accept the changes in Word first, or delete it.").format(text=one.written),
                )
            )


def _called(lines: Sequence[str], parties: Sequence[tuple[int, str, str]]) -> dict[str, int]:
    """How the text calls each party: by name, by role where only one has it, by 甲方 and 乙方 as its head says."""
    called = {name: number for number, _role, name in parties if name}
    by_name = {texts.name_key(name): number for number, _role, name in parties}
    for word, role in _ROLES.items():
        own = [number for number, of, _name in parties if of == role]
        if len(own) == 1:
            called[word] = own[0]
    for line in lines:
        head = _PARTY.match(line)
        if head and texts.name_key(head[2]) in by_name:
            called[head[1]] = by_name[texts.name_key(head[2])]
    return called


def _obligation(line: str, called: Mapping[str, int], n: int, today: date, questions: list[Fault]) -> dict[str, Any] | None:
    """The row that a line makes; None where it is a clause in words."""
    pays = _PAYS.search(line)
    amounts = [one for one in sums.found(line) if one.style != "bare"]
    bare = [one for one in sums.found(line) if one.style == "bare"]
    animals = _ANIMALS.search(texts.half_width(line)) if "羊" in line or "牛" in line or "马" in line or "驼" in line else None
    conditional = re.search(r"(?:未按|逾期|不履行|如果|如有|若)", line[: pays.start() if pays else 0])
    if pays is None or conditional or not (amounts or bare or animals):
        return None
    at = f"obligations.{n}"
    row: dict[str, Any] = {"kind": "in_kind" if animals else "money"}
    debtor, creditor = _who(line, called, pays.start())
    if debtor is None:
        questions.append(Fault(f"{at}.debtors", _("“{text}”: who owes it?").format(text=texts.quoted(line))))
    else:
        row["debtors"] = [str(debtor)]
    if creditor is None:
        questions.append(Fault(f"{at}.creditors", _("“{text}”: to whom is it owed?").format(text=texts.quoted(line))))
    else:
        row["creditors"] = [str(creditor)]
    if animals:
        _animals(row, line, animals, amounts)
    else:
        _sums(row, line, amounts, bare, at, today, questions)
    if "instalments" not in row:
        _due(row, line, at, today, questions)
    for key, pattern in _ACCOUNT.items():
        one = pattern.search(texts.half_width(line))
        if one:
            row[key] = one[1].replace(" ", "") if key == "account_number" else one[1]
    if row["kind"] == "money":
        way = "transfer" if row.get("account_number") or "转账" in line or "汇" in line else "cash" if "现金" in line else ""
        if way:
            row["way"] = way
    return row


def _who(line: str, called: Mapping[str, int], verb: int) -> tuple[int | None, int | None]:
    """Debtor and creditor: who is addressed by 向 or 给 is the creditor; the first other one before the verb owes."""
    places: list[tuple[int, str, int]] = []
    for word in sorted(called, key=len, reverse=True):
        for one in re.finditer(re.escape(word), line):
            if not any(start <= one.start() < start + len(known) for start, known, _n in places):
                places.append((one.start(), word, called[word]))
    places.sort()
    to = [number for start, _word, number in places if line[max(start - 1, 0) : start] in ("向", "给", "予")]
    owes = [number for start, _word, number in places if start < verb and number not in to]
    behind = [number for start, _word, number in places if start > verb and number not in owes]
    debtor = owes[0] if owes else None
    creditor = to[0] if to else behind[0] if behind else None
    if creditor is None and debtor is not None and len(set(called.values())) == 2:
        creditor = next(number for number in called.values() if number != debtor)
    return debtor, creditor if creditor != debtor else None


def _sums(
    row: dict[str, Any], line: str, amounts: Sequence[sums.Sum], bare: Sequence[sums.Sum], at: str, today: date, questions: list[Fault]
) -> None:
    figures = [one for one in amounts if one.style != "capitals"] or list(amounts)
    for one, other in sums.pairs(line):
        if one.fen != other.fen:
            sentence = _("“{figures}” and “{capitals}” are not the same sum: which is meant?")
            questions.append(Fault(f"{at}.amount", sentence.format(figures=one.written, capitals=other.written)))
    if bare:
        questions.append(Fault(f"{at}.amount", _("“{text}”: yuan? Write the sum with its unit.").format(text=bare[0].written)))
    known = [one for one in figures if one.fen is not None]
    due = [one for one in days.found(line, today) if one.day is not None and not one.lunar]
    pairs = _paired(known, due)
    if len(pairs) > 1:
        total = sum(fen for _day, fen in pairs)
        whole = [one.fen for one in known if one.fen == total]
        row["instalments"] = [{"due_on": day.isoformat(), "amount": money.yuan(fen)} for day, fen in pairs]
        row["amount"], row["timing"] = money.yuan(total), "instalments"
        stated = re.search(r"(?:共计|合计|总计)[^0-9]{0,8}", line)
        if stated and not whole:
            questions.append(
                Fault(f"{at}.amount", _("The instalments come to {sum} yuan; the text has another sum.").format(sum=money.figures(total)))
            )
    elif known and known[0].fen is not None:
        row["amount"] = money.yuan(known[0].fen)
        if len({one.fen for one in known}) > 1:
            sentence = _("Several sums stand in “{text}”: {sum} was taken.")
            questions.append(Fault(f"{at}.amount", sentence.format(text=texts.quoted(line), sum=known[0].written)))
    what = _SUBJECTS.search(line)
    if what:
        row["subject"] = what[1]


def _paired(known: Sequence[sums.Sum], due: Sequence[days.Day]) -> list[tuple[date, int]]:
    """Each day with the first sum behind it and before the next day."""
    found = []
    for n, day in enumerate(due):
        end = due[n + 1].start if n + 1 < len(due) else 10**9
        behind = [one for one in known if day.start < one.start < end and one.style != "capitals"]
        if behind and behind[0].fen is not None and day.day is not None:
            found.append((day.day, behind[0].fen))
    return found if len(found) == len(due) else []


def _animals(row: dict[str, Any], line: str, one: "re.Match[str]", amounts: Sequence[sums.Sum]) -> None:
    row["quantity"], row["unit"] = one[1], one[2]
    kind = _KINDS.search(one[3] or "") or _KINDS.search(line)
    if kind:
        row["subject"] = kind[1]
        species = next((code for word, code in _SPECIES.items() if word in kind[1]), "")
        if species:
            row["species"] = species
        if sex := {"母": "female", "公": "male", "羯": "castrated"}.get(next((sign for sign in kind[1] if sign in "母公羯"), "")):
            row["animal_sex"] = sex
    each = [a for a in amounts if re.search(r"每(?:只|头|匹|峰)[^，,。；;]{0,8}$", texts.half_width(line)[: a.start])]
    if each and each[0].fen is not None:
        row["unit_price"] = money.yuan(each[0].fen)
    whole = [a for a in amounts if a not in each and a.style != "capitals" and a.fen is not None]
    if whole and whole[0].fen is not None:
        row["amount"] = money.yuan(whole[0].fen)


def _due(row: dict[str, Any], line: str, at: str, today: date, questions: list[Fault]) -> None:
    known = days.found(line, today)
    real = [one for one in known if one.day is not None and not one.lunar]
    if real and real[0].day is not None:
        row["due_on"], row["timing"] = real[0].day.isoformat(), "by_date"
    elif re.search(r"当场|当日|签订(?:本协议)?(?:时|之日)", line):
        row["timing"] = "at_once"
    elif known and known[0].lunar and known[0].day is not None:
        sentence = _("“{text}” is a lunar day: is {day} meant?")
        questions.append(Fault(f"{at}.due_on", sentence.format(text=known[0].written, day=dates.in_words(known[0].day))))
        row["due_on"], row["timing"] = known[0].day.isoformat(), "by_date"
    elif known:
        questions.append(Fault(f"{at}.due_on", _("“{text}” is no day that can be read: type it.").format(text=known[0].written)))
    else:
        questions.append(Fault(f"{at}.due_on", _("“{text}”: by which day?").format(text=texts.quoted(line))))
