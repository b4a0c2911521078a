"""The papers that go to a court and come from one: referral both ways, service and authority, judicial confirmation."""

from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy import select

from db.models.case import Case
from db.models.court import Court
from db.models.document import Original
from db.models.party import Party
from db.vocabulary import AgreementForm, AgreementStatus, ConfirmationResult, FilePlace, PaperKind, PartyKind, Source
from desktop.documents import confirmation_application, holders, parties
from desktop.documents.blocks import Paper
from desktop.documents.court import (
    mediation_consent,
    no_objection_plan,
    organisation_proof,
    power_of_attorney,
    prior_mediation,
    referral_letter,
    referral_report,
    referral_slip,
    referrer_reply,
    representative_certificate,
    return_letter,
    service_address,
    service_log,
    undisputed_facts,
)
from desktop.documents.holders import Holder
from desktop.domain import authority, balance, deadlines, dues
from desktop.domain.refusal import Refusal
from desktop.domain.situation import Situation
from desktop.i18n import N_
from desktop.services import confirmation, court_sheets, element_forms, platform_values, terms, willingness
from desktop.services.papers.kind import ONE, About, Kind, Subject, agreement_of, always, complete, counted, held, numbered, on_request

NOT_REFERRED = N_("No court or other body handed this case over.")
NO_AGREEMENT = N_("There is no written agreement in force whose parties want confirmation.")


# --- for what of a case there is one ------------------------------------------------------------------------------------------------


def confirmable(case: Case) -> Sequence[Subject]:
    """Written agreements in force of which a confirmation is wanted or asked."""
    asked = {one.agreement_id for one in case.confirmations}
    known = [one for one in balance.in_force(case) if one.form is not AgreementForm.ORAL and (one.confirmation_wanted or one.id in asked)]
    return counted([one.id for one in known])


def applying(case: Case) -> Sequence[Subject]:
    """Those, and agreements that lie at the table: who signs one there signs the application with it."""
    split = {one.split_from_id for one in case.agreements if one.split_from_id is not None}
    known = [one for one in case.agreements if one.status is AgreementStatus.ISSUED and one.form is not AgreementForm.ORAL]
    at_table = [one.id for one in known if one.confirmation_wanted and one.id not in split]
    return counted([*(one.id for one in confirmable(case) if one.id is not None), *at_table])


def _at_table(case: Case) -> bool:
    """Whether an agreement lies at the table for whose confirmation the court will want to serve papers."""
    return any(one.status is AgreementStatus.ISSUED and one.confirmation_wanted for one in case.agreements)


def by_party(case: Case) -> Sequence[Subject]:
    """One for each side of the dispute."""
    return numbered([party.id for party in parties.sides(case)])


def _referred(case: Case) -> Sequence[Subject]:
    return ONE if any(not one.outward for one in case.referrals) else ()


def _by_court(case: Case) -> Sequence[Subject]:
    return ONE if any(not one.outward and one.court_id is not None for one in case.referrals) else ()


def _from_office(case: Case) -> Sequence[Subject]:
    """Handed over by the petition office, the police or another body that is no court."""
    others = (Source.REFERRED_PETITION, Source.REFERRED_POLICE, Source.REFERRED_PROCURATORATE, Source.REFERRED_OTHER)
    return ONE if case.source in others or any(not one.outward and one.court_id is None for one in case.referrals) else ()


def _principals(case: Case) -> Sequence[Subject]:
    return numbered([party.id for party in parties.sides(case) if authority.agents_of(case, party)])


def _bodies(case: Case) -> Sequence[Subject]:
    return numbered([one.id for one in parties.sides(case) if one.kind is PartyKind.COMPANY and not parties.is_business(one)])


def _plans(case: Case) -> Sequence[Subject]:
    return numbered([one.id for one in case.proposals])


# --- how each is written ------------------------------------------------------------------------------------------------------------


def party_of(about: About) -> Party:
    """The party that a paper is about."""
    return next(one for one in about.case.parties if one.id == about.subject_id)


def court_of(about: About) -> Court | None:
    """Where it was applied for; else the likeliest court."""
    if about.setting.hand:
        return None
    asked = [one for one in about.case.confirmations if about.subject_id in (None, one.agreement_id)]
    for one in reversed(asked):
        if one.court_id is not None and one.result is ConfirmationResult.PENDING:
            return about.setting.courts.get(one.court_id)
    known = confirmation.candidates(about.session, about.case)
    return known[0].court if known else None


def _term(about: About) -> date | None:
    """The last day of the mediation, where it runs and can be counted."""
    law = terms.values_of(about.session), terms.calendar_of(about.session)
    try:
        limit = dues.mediation(Situation(about.case, about.day, lambda: law), *law)
    except Refusal:
        return None
    return limit.due if limit is not None else None


def _letter(about: About) -> Paper:
    given = court_sheets.of(about.case, PaperKind.REFERRAL_LETTER)
    return referral_letter.paper(about.case, about.setting, given, _term(about))


def _return(about: About) -> Paper:
    case = about.case
    returned = next((one.returned_on for one in reversed(case.referrals) if one.returned_on), None)
    wording = [("referral_report", True), ("undisputed_facts", bool(case.undisputed)), ("agreement", bool(balance.in_force(case)))]
    wording += [("session_record", bool(case.sessions)), ("rights_notice", True), ("complaint", True)]
    pages = {paper.kind.value: paper.pages for paper in case.documents}
    return return_letter.paper(case, about.setting, [(name, pages.get(name)) for name, there in wording if there], returned)


def _notice(about: About) -> Paper:
    party = party_of(about)
    given = court_sheets.of(about.case, PaperKind.PRIOR_MEDIATION, party.id)
    return prior_mediation.paper(about.case, party, about.setting, given, willingness.newest(about.case, party.id))


def _consent(about: About) -> Paper:
    return mediation_consent.paper(about.case, about.setting, court_sheets.of(about.case, PaperKind.MEDIATION_CONSENT))


def _report(about: About) -> Paper:
    given = court_sheets.of(about.case, PaperKind.REFERRAL_REPORT)
    return referral_report.paper(about.case, about.setting, given, about.day)


def _undisputed(about: About) -> Paper:
    return undisputed_facts.paper(about.case, about.setting, element_forms.undisputed(about.case, about.day))


def _plan(about: About) -> Paper:
    plan = next(one for one in about.case.proposals if one.id == about.subject_id)
    values, calendar = terms.values_of(about.session), terms.calendar_of(about.session)
    due = {one.party_id: deadlines.of("proposal.objection", one.served_on, values, calendar).due for one in plan.services}
    return no_objection_plan.paper(about.case, plan, about.setting, due)


def _address(about: About) -> Paper:
    party = party_of(about)
    return service_address.paper(about.case, party, about.setting, court_sheets.of(about.case, PaperKind.SERVICE_ADDRESS, party.id))


def _log(about: About) -> Paper:
    titles = {paper.id: paper.title for paper in about.case.documents}
    rows = about.session.scalars(
        select(Original).where(Original.case_id == about.case.id, Original.handed_on.is_not(None)).order_by(Original.id)
    )
    handed = [(titles.get(one.document_id, ""), one.holder, one.handed_on, one.proof) for one in rows if one.handed_on is not None]
    return service_log.paper(about.case, about.setting, handed, court_sheets.rows(about.case, PaperKind.SERVICE_LOG))


def _proof(about: About) -> Paper:
    return organisation_proof.paper(about.case, agreement_of(about), about.setting, court_of(about), about.day)


def _application(about: About) -> Paper:
    return confirmation_application.paper(about.case, agreement_of(about), about.setting, court_of(about), about.day)


def _of_application(about: About) -> Sequence[Holder]:
    court = court_of(about)
    return holders.of_kind(PaperKind.CONFIRMATION_APPLICATION, about.case, about.setting, court.name if court is not None else "")


def _of_agents(about: About) -> Sequence[str]:
    return authority.remarks(about.case)


def _kind(
    kind: PaperKind,
    place: FilePlace | None,
    subjects: Callable[[Case], Sequence[Subject]],
    write: Callable[[About], Paper],
    nothing: str = "",
    wanted: Callable[[Case], bool] = on_request,
    lacks: Callable[[About], Sequence[str]] = complete,
) -> Kind:
    return Kind(kind, place, subjects, write, held(kind), nothing, wanted, lacks=lacks)


KINDS = (
    _kind(PaperKind.REFERRAL_LETTER, FilePlace.APPLICATION, _by_court, _letter, NOT_REFERRED),
    _kind(
        PaperKind.REFERRAL_SLIP,
        FilePlace.APPLICATION,
        _by_court,
        lambda about: referral_slip.paper(about.case, about.setting),
        NOT_REFERRED,
    ),
    _kind(PaperKind.PRIOR_MEDIATION, FilePlace.RIGHTS, by_party, _notice),
    _kind(PaperKind.MEDIATION_CONSENT, FilePlace.RIGHTS, always, _consent),
    Kind(
        PaperKind.SERVICE_ADDRESS,
        FilePlace.IDENTITY,
        by_party,
        _address,
        held(PaperKind.SERVICE_ADDRESS),
        wanted=_at_table,
        turn=92,
        of_party=True,
    ),
    _kind(
        PaperKind.REPRESENTATIVE_CERTIFICATE,
        FilePlace.IDENTITY,
        _bodies,
        lambda about: representative_certificate.paper(about.case, party_of(about), about.setting),
        N_("No company or other body is a side of this case."),
    ),
    _kind(
        PaperKind.POWER_OF_ATTORNEY,
        FilePlace.AUTHORITY,
        _principals,
        lambda about: power_of_attorney.paper(about.case, party_of(about), about.setting),
        N_("No side of this case has an agent."),
        lacks=_of_agents,
    ),
    _kind(PaperKind.UNDISPUTED_FACTS, FilePlace.RECORD, always, _undisputed, wanted=lambda case: bool(case.undisputed)),
    _kind(PaperKind.NO_OBJECTION_PLAN, FilePlace.RECORD, _plans, _plan, N_("No plan has been put forward."), wanted=lambda case: True),
    _kind(PaperKind.SERVICE_LOG, FilePlace.RECORD, always, _log),
    Kind(PaperKind.CONFIRMATION_APPLICATION, FilePlace.CONFIRMATION, applying, _application, _of_application, NO_AGREEMENT, turn=90),
    _kind(PaperKind.ORGANISATION_PROOF, FilePlace.CONFIRMATION, confirmable, _proof, NO_AGREEMENT),
    _kind(PaperKind.REFERRAL_REPORT, FilePlace.REMARKS, _by_court, _report, NOT_REFERRED, wanted=lambda case: bool(case.outcomes)),
    _kind(PaperKind.RETURN_LETTER, FilePlace.REMARKS, _by_court, _return, NOT_REFERRED),
    _kind(PaperKind.COPY_SHEET, None, always, lambda about: platform_values.paper(about.case, about.setting, about.day)),
    _kind(
        PaperKind.REFERRER_REPLY,
        FilePlace.REMARKS,
        _from_office,
        lambda about: referrer_reply.paper(about.case, about.setting, about.day),
        N_("Neither the petition office nor the police nor another office handed this case over."),
    ),
)
