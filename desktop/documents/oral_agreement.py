"""The form of an oral agreement 人民调解口头协议登记表 (PML 28, 30; 司发通〔2010〕239号 by analogy with the written one): one sheet.

The parties' signatures are no condition of its effect but are asked for: platforms in use want them (forms brief 4.1).
"""

from typing import TYPE_CHECKING

from db.vocabulary import PartyKind
from desktop.documents import agreement as agreement_paper
from desktop.documents import clauses, forms, parties, progress, template, words
from desktop.documents.blocks import Align, Block, Fields, Notice, Number, Paper, Title, chinese_number
from desktop.documents.setting import Setting
from desktop.documents.template import shown
from desktop.domain import balance, money

if TYPE_CHECKING:
    from datetime import date

    from db.models.agreement import Agreement
    from db.models.case import Case

KIND = "oral_agreement"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "notice": (),
    "label.*": (),
    "say.party": ("role", "name", "paper", "id_number", "phone"),
    "say.disputed": ("facts", "disputed"),
    "say.amount": ("figures", "capitals"),
    "say.clause": ("n", "text"),
    "say.across": (),
}


def paper(case: "Case", agreement: "Agreement", setting: Setting, day: "date") -> Paper:
    """The form of an oral agreement, with what was performed by the day."""
    wording = words.of(setting, KIND, DECLARED)
    said = words.shared(setting)
    say, row = wording.say, forms.row
    number = agreement.number or case.number or case.entry_number
    terms = words.of(setting, agreement_paper.KIND, agreement_paper.DECLARED)
    called = {party.id: party.name for party in case.parties}
    texts = [clauses.clause(one, called, terms).text for one in agreement.obligations]
    texts += [text.strip() for text in agreement.clauses if text.strip()]
    listed = [
        say(
            "say.party",
            role=said.word("role", party.role),
            name=party.name,
            paper="" if party.kind is PartyKind.COMPANY else said.word("paper", party.id_kind),
            id_number=party.uscc or party.id_number,
            phone=party.phone,
        )
        for party in parties.sides(case)
    ]
    fen = sum(one.amount_fen or 0 for one in agreement.obligations)
    done = [progress.line(said, balance.of(one, agreement, day)) for one in agreement.obligations]
    rows = (
        row(wording, ("parties", "\n".join(listed), 20)),
        row(wording, ("day", forms.day(agreement.day), 8), ("place", agreement.place, 8)),
        row(wording, ("cause", case.cause, 8), ("across", say("say.across"), 8)),
        row(
            wording,
            ("facts", say("say.disputed", facts=shown(agreement.facts or case.summary), disputed=agreement.disputed), 20),
            height=forms.MIDDLE,
        ),
        row(
            wording,
            ("agreed", "\n".join(say("say.clause", n=chinese_number(n), text=text) for n, text in enumerate(texts, 1)), 20),
            height=forms.MIDDLE,
        ),
        row(wording, ("performance", "\n".join(clauses.performance(one, n, terms) for n, one in enumerate(agreement.obligations, 1)), 20)),
        row(wording, ("amount", say("say.amount", figures=money.figures(fen), capitals=money.capitals(fen)) if fen else "", 20)),
        row(wording, ("performed", "\n".join(done), 20)),
    )
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number), Align.LEFT), Fields(rows, forms.GRID)]
    blocks.append(words.signatures(said, agreement_paper.signers(case, agreement, setting, said)))
    blocks += [forms.seal(said, setting, agreement.day), Notice(say("notice"))]
    return words.paper(KIND, say("title"), number, setting, blocks, layout="form")
