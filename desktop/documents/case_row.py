"""A case as one line of the register: who, what, how it came, how it ended. The register, its slip and the cover say it alike."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from db.vocabulary import AgreementStatus, AssignmentRole, PartyRole, Stage
from desktop.documents import parties, template, words
from desktop.documents.setting import Setting
from desktop.domain import balance, money

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "rows"
DECLARED: template.Declared = {f"{group}.*": () for group in ("source", "outcome", "form", "performed")}


class Row(NamedTuple):
    """What the register says of a case, in its words; empty where there is nothing to say."""

    number: str
    accepted_on: date | None
    applicants: str
    respondents: str
    type: str
    cause: str
    source: str
    summary: str
    mediators: str
    result: str
    agreement: str
    amount: str
    performed: str
    visit: date | None


def row(case: "Case", setting: Setting) -> Row:
    """The line of a case."""
    wording = words.of(setting, KIND, DECLARED)
    ended = [one for one in case.outcomes if not one.undone]
    standing = [one for one in case.agreements if one.status is AgreementStatus.SIGNED]
    if ended:
        result = wording.word("outcome", ended[-1].code)
    elif setting.hand:
        result = ""
    else:
        result = wording.word("outcome", "rejected" if case.stage is Stage.REJECTED else "running")
    agreed = [part.amount_fen or 0 for one in standing for part in one.obligations]
    forms = "；".join("，".join(part for part in (one.number or "", wording.word("form", one.form)) if part) for one in standing)
    return Row(
        number=case.number or case.entry_number,
        accepted_on=case.accepted_on,
        applicants=parties.names(case, PartyRole.APPLICANT),
        respondents=parties.names(case, PartyRole.RESPONDENT),
        type=case.moj_type,
        cause=case.cause,
        source="" if setting.hand else wording.word("source", case.source),
        summary=case.summary,
        mediators="、".join(mediators(case, setting)),
        result=result,
        agreement=forms,
        amount=money.figures(sum(agreed)) if any(agreed) else "",
        performed=_performed(case, wording),
        visit=case.return_visits[-1].day if case.return_visits else None,
    )


def mediators(case: "Case", setting: Setting) -> list[str]:
    """The names of who mediates now, or did last; the presiding one first."""
    running = [one for one in case.assignments if one.ended_on is None] or list(case.assignments)
    running.sort(key=lambda one: one.role is not AssignmentRole.LEAD_MEDIATOR)
    return [setting.mediators[one.mediator_id].name for one in running if one.mediator_id in setting.mediators]


def _performed(case: "Case", wording: template.Wording) -> str:
    if not balance.in_force(case):
        return ""
    if balance.all_done(case):
        return wording.word("performed", "all")
    given = any(one.performances for agreement in balance.in_force(case) for one in agreement.obligations)
    return wording.word("performed", "part" if given else "none")
