"""The agreement as it would be printed and judged if it were saved now: made of what is typed, without touching the data."""

import copy
from collections.abc import Mapping
from typing import Any, NamedTuple

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.obligation import Obligation
from db.queries import people
from db.vocabulary import AgreementForm, AgreementStatus
from desktop.documents import agreement as document
from desktop.documents import clause_library
from desktop.documents.blocks import Paper, PaperState
from desktop.documents.clause_library import Offer
from desktop.documents.setting import Setting
from desktop.domain import agreement_check, fields, payment_plan
from desktop.domain.agreement_check import Finding
from desktop.domain.inputs.agreement import AGREEMENT
from desktop.domain.refusal import Fault, Refusal
from desktop.domain.wording import settled
from desktop.domain.wording.settled import Conflict
from desktop.i18n import language
from desktop.services import agreement, cases, judging, obligations, references, templates
from desktop.services.desk import Desk


class Preview(NamedTuple):
    """`faults` are at the fields that cannot be read yet: the paper is made without them. `agreed_fen` is what it comes to.

    `offers` are the clauses of the library that fit and are not taken; `generated` what each record makes as its clause, by ordinal;
    `more` how many amber findings are not among those shown; `conflicts` where an own wording and its record say two values.
    """

    paper: Paper
    findings: list[Finding]
    faults: list[Fault]
    agreed_fen: int | None
    offers: list[Offer]
    generated: dict[int, str]
    more: int
    conflicts: list[Conflict]


def preview(desk: Desk, case: Case, values: Mapping[str, Any]) -> Preview:
    """The reading copy and the check of unsaved values; what is half typed is left out and named."""
    clean, faults = readable(values, desk)
    standing = cases.now_of(desk, case).agreement
    draft = detached(case, clean, standing, faults)
    with desk.reading() as session:
        own = people.organisation(session, case.organisation_id)
        assert own is not None
        setting = Setting(
            organisation=own,
            mediators=people.mediators_of(session, [a.mediator_id for a in case.assignments]),
            courts=people.courts_of(session, [r.court_id for r in case.referrals if r.court_id]),
            state=PaperState.READING,
            version=draft.version_number,
            language=language(),
            training=desk.training,
            own=templates.own(desk),
        )
    judged = judging.judge(desk, case, draft, setting)
    findings = agreement_check.shown(judged)
    generated = document.generated(case, draft, setting)
    conflicts = [
        one
        for n, obligation in enumerate(draft.obligations)
        if (obligation.own_text or "").strip()
        for one in settled.conflicts(
            f"obligations.{n}.own_text", obligation.own_text or "", generated.get(obligation.ordinal, ""), draft.day or desk.today()
        )
    ]
    offered, broken = _offered(desk, case, draft, setting)
    faults += broken
    return Preview(
        paper=document.paper(case, draft, setting),
        findings=findings,
        faults=faults,
        agreed_fen=agreement_check.agreed_fen(draft),
        offers=offered,
        generated=generated,
        more=len(judged) - len(findings),
        conflicts=conflicts,
    )


def _offered(desk: Desk, case: Case, draft: Agreement, setting: Setting) -> tuple[list[Offer], list[Fault]]:
    """The clauses of the library that fit and are not taken yet; a broken file of the office is named and the shipped ones stay."""
    taken = {str(one.get("key", "")) for one in draft.origins or ()} | {text.strip() for text in draft.clauses}
    try:
        known, broken = judging.offers(desk, case, draft, setting), []
    except Refusal as no:
        known, broken = clause_library.offers(case, draft, setting), list(no.faults)
    return [one for one in known if one.key not in taken and one.text.strip() not in taken], broken


def readable(values: Mapping[str, Any], desk: Desk) -> tuple[dict[str, Any], list[Fault]]:
    """Clean values of what can be read, and the faults of the rest."""
    typed: dict[str, Any] = copy.deepcopy(dict(values))
    faults: list[Fault] = []
    while True:
        try:
            return fields.check(AGREEMENT, typed, desk.today()), faults
        except Refusal as no:
            known = {fault.field for fault in faults}
            faults += [fault for fault in no.faults if fault.field not in known]
            # from the end, so that a row that is taken out moves none that is still to be mended
            for fault in sorted(no.faults, key=lambda fault: [part.zfill(6) for part in fault.field.split(".")], reverse=True):
                _take_out(typed, fault.field.split("."), whole_row=fault.field in known)


def _take_out(typed: Any, path: list[str], whole_row: bool) -> None:
    """Empties the value at the path; where an empty one is wanted too (a required field), the row it stands in goes."""
    holders = [typed]
    for part in path[:-1]:
        inner = holders[-1]
        holders.append(inner[int(part)] if isinstance(inner, list) else inner.get(part))
        if not isinstance(holders[-1], dict | list):
            return
    if whole_row and len(holders) > 1 and isinstance(holders[-2], list):
        del holders[-2][int(path[-2])]
    elif isinstance(holders[-1], dict):
        holders[-1].pop(path[-1], None)


def detached(case: Case, clean: Mapping[str, Any], standing: Agreement | None, faults: list[Fault]) -> Agreement:
    """The agreement as nouns that belong to no session; parties that are not found are added to the faults and left out."""
    draft = Agreement(
        case_id=case.id,
        form=AgreementForm(clean.get("form") or AgreementForm.WRITTEN),
        status=AgreementStatus.DRAFT,
        number=None,
        version_number=standing.version_number if standing else 1,
        regime=standing.regime if standing else case.referrals[-1].regime if case.referrals else None,
        day=clean.get("day"),
        clauses=clean.get("clauses") or [],
        origins=clean.get("origins") or [],
        third_parties=agreement.third_parties(clean),
        confirmation_wanted=clean.get("confirmation_wanted"),
        copies=clean.get("copies"),
        effective_on=None,
        **{key: clean.get(key) or "" for key in ("place", "facts", "disputed", "responsibility")},
    )
    draft.obligations = [_obligation(case, n, row, faults) for n, row in enumerate(clean.get("obligations") or ())]
    draft.signings = list(standing.signings) if standing else []
    if standing is not None:
        draft.id = standing.id  # what was passed of the saved one is passed here
        draft.amends_id = standing.amends_id
    before = {one.own_text: one.generated_text for one in standing.obligations if one.own_text} if standing else {}
    for one in draft.obligations:
        one.generated_text = before.get(one.own_text, "") if one.own_text else ""
    return draft


def _obligation(case: Case, n: int, row: Mapping[str, Any], faults: list[Fault]) -> Obligation:
    def who(key: str) -> list[int]:
        try:
            return [party.id for party in references.parties(case, obligations.typed_parties(row, key), f"obligations.{n}.{key}")]
        except Refusal as no:
            faults.extend(no.faults)
            return []

    try:
        made = obligations.made(case, n + 1, row, who)
    except Refusal as no:  # what cannot be divided among a group is shown undivided
        faults.extend(no.faults)
        whole = [part for part in row.get("instalments") or () if not part.get("member")]
        made = obligations.made(case, n + 1, {**payment_plan.without(row), "divide": "", "instalments": whole}, who)
    made.obligation.parties, made.obligation.instalments = made.parts, made.instalments
    return made.obligation
