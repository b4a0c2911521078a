"""What the papers between a court and an organisation say again and again: numbers, names, who mediates, how the case came."""

import dataclasses
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from db.vocabulary import AssignmentRole, PartyRole, Regime
from desktop import assets
from desktop.documents import forms, parties
from desktop.documents.blocks import FormRow, Paper
from desktop.documents.setting import Setting
from desktop.documents.template import Wording
from desktop.domain import money

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.referral import Referral


def number(case: "Case") -> str:
    """The official number, else the entry number."""
    return case.number or case.entry_number


def referral(case: "Case") -> "Referral | None":
    """How the case came from a court or another body, the last time."""
    return next((one for one in reversed(case.referrals) if not one.outward), None)


def referrer(case: "Case", setting: Setting) -> str:
    """The court or body that handed the case over."""
    came = referral(case)
    if came is None:
        return ""
    court = setting.courts.get(came.court_id) if came.court_id is not None else None
    return court.name if court else came.body


def court_number(case: "Case") -> str:
    """The number under which the court has it."""
    return next((one.court_number for one in reversed(case.referrals) if one.court_number and not one.outward), "")


def before_filing(case: "Case") -> bool:
    """Whether it was delegated before filing (委派), not entrusted after it (委托): the rules of the referral say so."""
    came = referral(case)
    return came is not None and came.regime is Regime.PRE_FILING_2016


def applicants(case: "Case") -> str:
    """The names of the applicants."""
    return parties.names(case, PartyRole.APPLICANT)


def respondents(case: "Case") -> str:
    """The names of the respondents."""
    return parties.names(case, PartyRole.RESPONDENT)


def mediators(case: "Case", setting: Setting, role: AssignmentRole | None = None) -> str:
    """Who mediates now, who presides first."""
    running = [one for one in case.assignments if one.ended_on is None and one.mediator_id in setting.mediators]
    running.sort(key=lambda one: one.role is not AssignmentRole.LEAD_MEDIATOR)
    return "、".join(setting.mediators[one.mediator_id].name for one in running if role is None or one.role is role)


def amount(case: "Case") -> str:
    """The sum claimed in figures, or nothing."""
    return money.figures(case.claim_fen) if case.claim_fen is not None else ""


def row(wording: Wording, *pairs: tuple[str, object, int], height: float = 0.0) -> FormRow:
    """A row of (label, value, columns of the value); None is left open for a hand, what is empty prints as ／."""
    made = forms.row(wording, *pairs, height=height)
    cells = [dataclasses.replace(cell, text="") if n % 2 and pairs[n // 2][1] is None else cell for n, cell in enumerate(made.cells)]
    return FormRow(tuple(cells), height)


def of_a_party(paper: Paper) -> Paper:
    """A paper that a party hands in: without the head of the organisation that printed it."""
    return dataclasses.replace(paper, organisation="")


@cache
def _papers() -> dict[str, str]:
    return {one["code"]: one["name"] for one in assets.toml("codes", "papers.toml")["paper"]}


def paper_name(kind: str) -> str:
    """What an identity paper is called: 居民身份证."""
    return _papers().get(kind, "")


def day(value: date | None) -> str:
    """A day in words, or nothing."""
    return forms.day(value)


def open_day(value: date | None) -> str:
    """A day in words, or lines to write one on."""
    return forms.day(value) or "＿＿＿＿年＿＿月＿＿日"


def boxes(options: list[tuple[str, str]], ticked: set[str]) -> str:
    """(code, words) as boxes, ticked or open, beside one another."""
    return "　".join(f"{'■' if code in ticked else '□'}{words}" for code, words in options)
