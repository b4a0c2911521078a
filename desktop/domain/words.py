"""How the stored words of the vocabulary are shown to people."""

from enum import StrEnum

from db import vocabulary as v
from desktop.domain.paper_names import NAMES
from desktop.i18n import N_, _

_SHOWN: dict[type[StrEnum], dict[str, str]] = {
    v.Stage: {
        "registered": N_("Registered"),
        "rejected": N_("Not accepted"),
        "accepted": N_("Accepted"),
        "assigned": N_("Assigned"),
        "in_mediation": N_("In mediation"),
        "suspended": N_("Suspended"),
        "concluded": N_("Concluded"),
        "performing": N_("Performing"),
        "performed": N_("Performed"),
        "defaulted": N_("Not performed"),
        "archived": N_("Archived"),
    },
    v.Source: {
        "proactive": N_("Mediator came forward"),
        "on_application": N_("On application"),
        "referred_court": N_("Referred by a court"),
        "referred_procuratorate": N_("Referred by a procuratorate"),
        "referred_police": N_("Referred by the police"),
        "referred_petition": N_("Referred by the petition office"),
        "referred_other": N_("Referred by another body"),
    },
    v.MediationType: {
        "people": N_("People's mediation"),
        "sectoral": N_("Sectoral people's mediation"),
        "court_invited": N_("Court-invited mediation"),
        "administrative": N_("Administrative mediation"),
        "commercial": N_("Commercial mediation"),
        "lawyer": N_("Lawyer mediation"),
        "notary": N_("Notary mediation"),
        "judicial": N_("Judicial mediation"),
        "rural_land": N_("Rural land mediation"),
    },
    v.Regime: {
        "pre_filing_2016": N_("Delegated before filing (2016 rules)"),
        "post_filing_2016": N_("Entrusted after filing (2016 rules)"),
        "file_first_2025": N_("Filed first, then entrusted (2025 rules)"),
    },
    v.Procedure: {"ordinary": N_("Ordinary procedure"), "summary": N_("Summary procedure")},
    v.PartyKind: {
        "person": N_("Natural person"),
        "company": N_("Organisation"),
        "household": N_("Household"),
        "group": N_("Group of people"),
    },
    v.PartyRole: {
        "applicant": N_("Applicant"),
        "respondent": N_("Respondent"),
        "third_party": N_("Third person"),
        "joint_debtor": N_("Joint debtor"),
        "guarantor": N_("Guarantor"),
        "agent": N_("Agent"),
        "legal_guardian": N_("Statutory agent"),
        "representative": N_("Representative"),
        "payee": N_("Payee"),
        "performer": N_("Performer"),
    },
    v.AuthorityLevel: {"general": N_("General authority"), "special": N_("Special authority")},
    v.Sex: {"male": N_("Male"), "female": N_("Female")},
    v.IdKind: {
        "resident_id": N_("Resident identity card"),
        "temporary_id": N_("Temporary identity card"),
        "household_register": N_("Household register"),
        "birth_certificate": N_("Birth certificate"),
        "passport": N_("Passport"),
        "hk_macao_permit": N_("Hong Kong and Macao permit"),
        "taiwan_permit": N_("Taiwan permit"),
        "hmt_residence": N_("Residence permit for Hong Kong, Macao and Taiwan residents"),
        "foreign_residence": N_("Foreigner's permanent residence card"),
        "military_id": N_("Military identity paper"),
        "other": N_("Another paper"),
        "none": N_("No paper"),
    },
    v.Need: {
        "large_print": N_("Large print"),
        "read_aloud": N_("Read aloud"),
        "home_visit": N_("Home visit"),
        "interpreter": N_("Interpreter"),
        "sign_language": N_("Sign language"),
        "guardian": N_("Guardian"),
    },
    v.MediatorKind: {
        "full_time": N_("Full-time people's mediator"),
        "part_time": N_("Part-time people's mediator"),
        "invited": N_("Court-invited mediator"),
        "lawyer": N_("Lawyer"),
        "cppcc_member": N_("CPPCC member"),
        "congress_deputy": N_("People's congress deputy"),
        "other": N_("Other"),
    },
    v.OrganisationKind: {
        "village": N_("Village committee"),
        "neighbourhood": N_("Neighbourhood committee"),
        "township": N_("Township committee"),
        "subdistrict": N_("Sub-district committee"),
        "enterprise": N_("Enterprise committee"),
        "social": N_("Social or other body"),
    },
    v.SiteKind: {
        "service_center": N_("Court litigation service centre"),
        "governance_center": N_("Comprehensive governance centre"),
        "judicial_office": N_("Judicial office"),
        "committee": N_("Mediation committee"),
    },
    v.CourtLevel: {"high": N_("High court"), "intermediate": N_("Intermediate court"), "basic": N_("Basic court")},
    v.AssignmentRole: {"lead_mediator": N_("Presiding mediator"), "co_mediator": N_("Co-mediator")},
    v.SessionMethod: {
        "on_site": N_("On site"),
        "video": N_("By video"),
        "phone": N_("By phone"),
        "caucus": N_("Separately"),
        "home": N_("At home"),
    },
    v.AgreementForm: {"written": N_("Written agreement"), "oral": N_("Oral agreement"), "recorded": N_("Recorded in the minutes")},
    v.AgreementStatus: {
        "draft": N_("Being written"),
        "issued": N_("Issued"),
        "signed": N_("Signed"),
        "void": N_("Void"),
        "superseded": N_("Replaced by a later one"),
    },
    v.SignerKind: {
        "party": N_("Party"),
        "agent": N_("Agent"),
        "legal_guardian": N_("Statutory agent"),
        "legal_representative": N_("Legal representative"),
        "representative": N_("Representative"),
        "mediator": N_("Mediator"),
        "recorder": N_("Recorder"),
        "committee": N_("Committee seal"),
        "interpreter": N_("Interpreter"),
        "witness": N_("Witness"),
    },
    v.ObligationKind: {"money": N_("Money"), "in_kind": N_("In kind"), "act": N_("Act")},
    v.ObligationTiming: {
        "at_once": N_("At once, at signing"),
        "by_date": N_("Once, by a date"),
        "instalments": N_("In instalments"),
        "periodic": N_("Again and again"),
    },
    v.PaymentWay: {"cash": N_("Cash"), "transfer": N_("Bank transfer"), "other": N_("Another way")},
    v.Liability: {"single": N_("One debtor"), "joint": N_("Jointly and severally"), "shares": N_("By shares")},
    v.Guarantee: {"general": N_("General guarantee"), "joint": N_("Joint liability")},
    v.ObligationPart: {
        "debtor": N_("Debtor"),
        "creditor": N_("Creditor"),
        "performer": N_("Performer"),
        "payee": N_("Payee"),
        "guarantor": N_("Guarantor"),
    },
    v.OutcomeCode: {
        "agreed_written": N_("Written agreement reached"),
        "agreed_oral": N_("Oral agreement reached"),
        "agreed_partial": N_("Partial agreement reached"),
        "settled_withdrawn": N_("Settled privately or withdrawn"),
        "failed_refused": N_("One side refused"),
        "failed_divergence": N_("Views too far apart"),
        "failed_unreachable": N_("Party not reachable"),
        "failed_expired": N_("Time ran out"),
        "failed_unsigned": N_("One side did not sign"),
        "transferred": N_("Handed to another way"),
        "terminated_other": N_("Ended for another reason"),
    },
    v.WillingAnswer: {"yes": N_("Yes"), "no": N_("No"), "undecided": N_("Not sure, wants to know more")},
    v.WillingSource: {
        "complaint": N_("In the complaint"),
        "answer": N_("In the written answer"),
        "notice": N_("On the inquiry of the organisation"),
        "phone": N_("By telephone"),
    },
    v.ParticipantKind: {
        "insurer": N_("Insurer"),
        "traffic_police": N_("Traffic police"),
        "police_station": N_("Police station"),
        "relief_fund": N_("Road accident relief fund"),
        "appraiser": N_("Appraiser"),
        "union": N_("Trade union"),
        "chamber": N_("Chamber of commerce"),
        "women_federation": N_("Women's federation"),
        "labour_office": N_("Labour office"),
        "notary": N_("Notary office"),
        "lawyer": N_("Lawyer"),
        "congress_deputy": N_("People's congress deputy"),
        "cppcc_member": N_("CPPCC member"),
        "gacha": N_("Cadre of the gacha or village"),
        "procuratorate": N_("Procuratorate"),
        "petition_office": N_("Petition office"),
        "finance_regulator": N_("Financial regulator or trade association"),
        "co_committee": N_("Committee that mediates too"),
        "relative": N_("Relative of a party"),
        "neighbour": N_("Neighbour or colleague"),
        "expert": N_("Expert"),
        "other": N_("Other"),
    },
    v.InterruptionKind: {
        "demand": N_("The creditor demanded it"),
        "promise": N_("The debtor promised to perform"),
        "part_payment": N_("The debtor paid a part"),
        "request": N_("A body was asked for help"),
    },
    v.Harm: {
        "suicide": N_("Suicide prevented"),
        "escalated_to_crime": N_("Crime prevented"),
        "collective_petition": N_("Collective petition prevented"),
        "brawl": N_("Brawl prevented"),
    },
    v.ConfirmationResult: {
        "pending": N_("Pending"),
        "confirmed": N_("Confirmed valid"),
        "dismissed": N_("Application dismissed"),
        "not_accepted": N_("Application not accepted"),
        "withdrawn": N_("Application withdrawn"),
        "deemed_withdrawn": N_("Deemed withdrawn"),
    },
    v.RefusalReason: {
        "no_jurisdiction": N_("Not a matter for the courts"),
        "wrong_court": N_("Not this court's"),
        "identity_relation": N_("Status of persons"),
        "special_procedure": N_("Another special procedure applies"),
        "ownership": N_("Confirms ownership or intellectual property"),
        "breaks_law": N_("Breaks mandatory law"),
        "harms_others": N_("Harms the State, the public or others"),
        "public_order": N_("Against public order and morals"),
        "not_voluntary": N_("Not voluntary"),
        "unclear": N_("The content is unclear"),
        "sham": N_("Suspected sham"),
        "late": N_("Later than thirty days"),
        "material_missing": N_("Material missing"),
        "not_both": N_("Not asked for by both sides"),
        "performed": N_("Performed already"),
        "other": N_("Other reason"),
    },
    v.DocumentState: {"issued": N_("Issued"), "signed": N_("Signed"), "void": N_("Void")},
    v.PaperKind: NAMES,
    v.NumberKind: {"entry": N_("Entry number"), "official": N_("Official number")},
    v.NumberState: {"used": N_("Used"), "void": N_("Void"), "reserved": N_("Reserved")},
    v.UserRole: {
        "mediator": N_("Mediator"),
        "clerk": N_("Clerk"),
        "head": N_("Head of the office"),
        "statistician": N_("Statistician"),
        "court_liaison": N_("Court liaison"),
    },
}


def shown(word: StrEnum) -> str:
    """The word as people read it, in the language now spoken."""
    return _(_SHOWN[type(word)][word.value])


def signer(name: str) -> str:
    """Who has still to sign: a capacity (mediator, committee) in words, the name of a party as it is."""
    return shown(v.SignerKind(name)) if name in {kind.value for kind in v.SignerKind} else name


def label(word: StrEnum) -> str:
    """The word's English message, not yet translated: for declared choices that are translated when drawn."""
    return _SHOWN[type(word)][word.value]


def of_paper(kind: v.PaperKind, subject: int) -> str:
    """What a paper is called in a list; `subject` counts those of a kind, 0 where there is one."""
    if kind is v.PaperKind.SESSION_RECORD:
        return _("{paper}, session {n}").format(paper=shown(kind), n=subject)
    return _("{paper} no. {n}").format(paper=shown(kind), n=subject) if subject else shown(kind)


def choices(of: type[StrEnum]) -> tuple[tuple[str, str], ...]:
    """(stored word, message) of a whole vocabulary, in its order, for a field of choices."""
    return tuple((word.value, _SHOWN[of][word.value]) for word in of)
