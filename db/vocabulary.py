"""The words that are stored: stages, roles, sources, outcomes ... (Chinese names and sources: domain brief, glossary).

A little over 400 lines: one list of all, so that nobody stores a second word for the same thing.
"""

from enum import StrEnum


class Stage(StrEnum):
    """Where a case stands. A draft is not a case, and judicial confirmation is a process beside it."""

    REGISTERED = "registered"
    REJECTED = "rejected"
    ACCEPTED = "accepted"
    ASSIGNED = "assigned"
    IN_MEDIATION = "in_mediation"
    SUSPENDED = "suspended"
    CONCLUDED = "concluded"
    PERFORMING = "performing"
    PERFORMED = "performed"
    DEFAULTED = "defaulted"
    ARCHIVED = "archived"


class Source(StrEnum):
    """How a case came: the official statistics' own list."""

    PROACTIVE = "proactive"
    ON_APPLICATION = "on_application"
    REFERRED_COURT = "referred_court"
    REFERRED_PROCURATORATE = "referred_procuratorate"
    REFERRED_POLICE = "referred_police"
    REFERRED_PETITION = "referred_petition"
    REFERRED_OTHER = "referred_other"


class MediationType(StrEnum):
    """Kinds of mediation; they decide the law that applies."""

    PEOPLE = "people"
    SECTORAL = "sectoral"
    COURT_INVITED = "court_invited"
    ADMINISTRATIVE = "administrative"
    COMMERCIAL = "commercial"
    LAWYER = "lawyer"
    NOTARY = "notary"
    JUDICIAL = "judicial"
    RURAL_LAND = "rural_land"


class Regime(StrEnum):
    """Which court track a referral follows; an old case keeps its own."""

    PRE_FILING_2016 = "pre_filing_2016"
    POST_FILING_2016 = "post_filing_2016"
    FILE_FIRST_2025 = "file_first_2025"


class Procedure(StrEnum):
    """The court's procedure, on which the term after filing depends."""

    ORDINARY = "ordinary"
    SUMMARY = "summary"


class PartyKind(StrEnum):
    PERSON = "person"
    COMPANY = "company"
    HOUSEHOLD = "household"
    GROUP = "group"


class PartyRole(StrEnum):
    """What somebody is in the case. The first three are sides; the others stand beside a party (see `PartyTie`)."""

    APPLICANT = "applicant"
    RESPONDENT = "respondent"
    THIRD_PARTY = "third_party"
    JOINT_DEBTOR = "joint_debtor"
    GUARANTOR = "guarantor"
    AGENT = "agent"
    LEGAL_GUARDIAN = "legal_guardian"
    REPRESENTATIVE = "representative"
    PAYEE = "payee"
    PERFORMER = "performer"


class AuthorityLevel(StrEnum):
    """Scope of an agent's power: only the special one settles (CPC 62)."""

    GENERAL = "general"
    SPECIAL = "special"


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


class IdKind(StrEnum):
    """Kinds of identity paper."""

    RESIDENT_ID = "resident_id"
    TEMPORARY_ID = "temporary_id"
    HOUSEHOLD_REGISTER = "household_register"
    BIRTH_CERTIFICATE = "birth_certificate"
    PASSPORT = "passport"
    HK_MACAO_PERMIT = "hk_macao_permit"
    TAIWAN_PERMIT = "taiwan_permit"
    HMT_RESIDENCE = "hmt_residence"
    FOREIGN_RESIDENCE = "foreign_residence"
    MILITARY_ID = "military_id"
    OTHER = "other"
    NONE = "none"


class Need(StrEnum):
    """What a party needs in order to follow."""

    LARGE_PRINT = "large_print"
    READ_ALOUD = "read_aloud"
    HOME_VISIT = "home_visit"
    INTERPRETER = "interpreter"
    SIGN_LANGUAGE = "sign_language"
    GUARDIAN = "guardian"


class MediatorKind(StrEnum):
    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    INVITED = "invited"
    LAWYER = "lawyer"
    CPPCC_MEMBER = "cppcc_member"
    CONGRESS_DEPUTY = "congress_deputy"
    OTHER = "other"


class OrganisationKind(StrEnum):
    """Bodies as the Ministry's report splits them (columns 6 to 11)."""

    VILLAGE = "village"
    NEIGHBOURHOOD = "neighbourhood"
    TOWNSHIP = "township"
    SUBDISTRICT = "subdistrict"
    ENTERPRISE = "enterprise"
    SOCIAL = "social"


class SiteKind(StrEnum):
    """Where the office stands; it names itself so on paper."""

    SERVICE_CENTER = "service_center"
    GOVERNANCE_CENTER = "governance_center"
    JUDICIAL_OFFICE = "judicial_office"
    COMMITTEE = "committee"


class CourtLevel(StrEnum):
    HIGH = "high"
    INTERMEDIATE = "intermediate"
    BASIC = "basic"


class AssignmentRole(StrEnum):
    LEAD_MEDIATOR = "lead_mediator"
    CO_MEDIATOR = "co_mediator"


class SessionMethod(StrEnum):
    ON_SITE = "on_site"
    VIDEO = "video"
    PHONE = "phone"
    CAUCUS = "caucus"
    HOME = "home"


class AgreementForm(StrEnum):
    WRITTEN = "written"
    ORAL = "oral"
    RECORDED = "recorded"


class AgreementStatus(StrEnum):
    DRAFT = "draft"
    ISSUED = "issued"
    SIGNED = "signed"
    VOID = "void"
    SUPERSEDED = "superseded"


class SignerKind(StrEnum):
    """In what capacity somebody stands in the signing table."""

    PARTY = "party"
    AGENT = "agent"
    LEGAL_GUARDIAN = "legal_guardian"
    LEGAL_REPRESENTATIVE = "legal_representative"
    REPRESENTATIVE = "representative"
    MEDIATOR = "mediator"
    RECORDER = "recorder"
    COMMITTEE = "committee"
    INTERPRETER = "interpreter"
    WITNESS = "witness"


class ObligationKind(StrEnum):
    MONEY = "money"
    IN_KIND = "in_kind"
    ACT = "act"


class ObligationTiming(StrEnum):
    """When it is owed; periodic: the same again and again until a day or an age."""

    AT_ONCE = "at_once"
    BY_DATE = "by_date"
    INSTALMENTS = "instalments"
    PERIODIC = "periodic"


class PaymentWay(StrEnum):
    CASH = "cash"
    TRANSFER = "transfer"
    OTHER = "other"


class Liability(StrEnum):
    """How several debtors owe."""

    SINGLE = "single"
    JOINT = "joint"
    SHARES = "shares"


class Guarantee(StrEnum):
    """How a guarantor answers; what is not said is a general guarantee (民法典 686)."""

    GENERAL = "general"
    JOINT = "joint"


class ObligationPart(StrEnum):
    """What a party is in an obligation; a payee takes on account of a creditor."""

    DEBTOR = "debtor"
    CREDITOR = "creditor"
    PERFORMER = "performer"
    PAYEE = "payee"
    GUARANTOR = "guarantor"


class OutcomeCode(StrEnum):
    """How a mediation ended (domain brief 2.6)."""

    AGREED_WRITTEN = "agreed_written"
    AGREED_ORAL = "agreed_oral"
    AGREED_PARTIAL = "agreed_partial"
    SETTLED_WITHDRAWN = "settled_withdrawn"
    FAILED_REFUSED = "failed_refused"
    FAILED_DIVERGENCE = "failed_divergence"
    FAILED_UNREACHABLE = "failed_unreachable"
    FAILED_EXPIRED = "failed_expired"
    FAILED_UNSIGNED = "failed_unsigned"
    TRANSFERRED = "transferred"
    TERMINATED_OTHER = "terminated_other"


class WillingAnswer(StrEnum):
    """Whether a party would mediate first, as the court's forms ask it."""

    YES = "yes"
    NO = "no"
    UNDECIDED = "undecided"


class WillingSource(StrEnum):
    """Where a party said it."""

    COMPLAINT = "complaint"
    ANSWER = "answer"
    NOTICE = "notice"
    PHONE = "phone"


class ParticipantKind(StrEnum):
    """Who may help at the table beside the parties (domain brief 1.5)."""

    INSURER = "insurer"
    TRAFFIC_POLICE = "traffic_police"
    POLICE_STATION = "police_station"
    RELIEF_FUND = "relief_fund"
    APPRAISER = "appraiser"
    UNION = "union"
    CHAMBER = "chamber"
    WOMEN_FEDERATION = "women_federation"
    LABOUR_OFFICE = "labour_office"
    NOTARY = "notary"
    LAWYER = "lawyer"
    CONGRESS_DEPUTY = "congress_deputy"
    CPPCC_MEMBER = "cppcc_member"
    GACHA = "gacha"
    PROCURATORATE = "procuratorate"
    PETITION_OFFICE = "petition_office"
    FINANCE_REGULATOR = "finance_regulator"
    CO_COMMITTEE = "co_committee"
    RELATIVE = "relative"
    NEIGHBOUR = "neighbour"
    EXPERT = "expert"
    OTHER = "other"


class InterruptionKind(StrEnum):
    """What lets limitation begin anew (民法典 195; 诉讼时效规定 10 to 14)."""

    DEMAND = "demand"
    PROMISE = "promise"
    PART_PAYMENT = "part_payment"
    REQUEST = "request"


class Harm(StrEnum):
    """Harm that a mediation kept from happening: the columns of the Ministry's report (domain brief 5.1)."""

    SUICIDE = "suicide"
    ESCALATED_TO_CRIME = "escalated_to_crime"
    COLLECTIVE_PETITION = "collective_petition"
    BRAWL = "brawl"


class ConfirmationResult(StrEnum):
    """What the court said (domain brief 3.3)."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    NOT_ACCEPTED = "not_accepted"
    WITHDRAWN = "withdrawn"
    DEEMED_WITHDRAWN = "deemed_withdrawn"


class RefusalReason(StrEnum):
    """Why a court did not confirm: the items of CPCI 355 (not accepted) and 358 (dismissed)."""

    NO_JURISDICTION = "no_jurisdiction"
    WRONG_COURT = "wrong_court"
    IDENTITY_RELATION = "identity_relation"
    SPECIAL_PROCEDURE = "special_procedure"
    OWNERSHIP = "ownership"
    BREAKS_LAW = "breaks_law"
    HARMS_OTHERS = "harms_others"
    PUBLIC_ORDER = "public_order"
    NOT_VOLUNTARY = "not_voluntary"
    UNCLEAR = "unclear"
    SHAM = "sham"
    LATE = "late"
    MATERIAL_MISSING = "material_missing"
    NOT_BOTH = "not_both"
    PERFORMED = "performed"
    OTHER = "other"


class DocumentState(StrEnum):
    ISSUED = "issued"
    SIGNED = "signed"
    VOID = "void"


class PaperKind(StrEnum):
    """Kinds of document that the program prints, set by set."""

    # the file
    FILE_COVER = "file_cover"
    FILE_INDEX = "file_index"
    APPLICATION = "application"
    REGISTRATION_FORM = "registration_form"
    CASE_SLIP = "case_slip"
    ACCEPTANCE_FORM = "acceptance_form"
    NON_ACCEPTANCE = "non_acceptance"
    RIGHTS_NOTICE = "rights_notice"
    RECUSAL_APPLICATION = "recusal_application"
    RECUSAL_DECISION = "recusal_decision"
    INVESTIGATION_RECORD = "investigation_record"
    EVIDENCE_LIST = "evidence_list"
    LAND_SKETCH = "land_sketch"
    MEDIATION_NOTICE = "mediation_notice"
    INVITATION = "invitation"
    PROOF_OF_SERVICE = "proof_of_service"
    EXTENSION_CONSENT = "extension_consent"
    SESSION_RECORD = "session_record"
    WITHDRAWAL = "withdrawal"
    END_NOTICE = "end_notice"
    CLOSING_REPORT = "closing_report"
    HANDOVER_LIST = "handover_list"
    FILE_REMARKS = "file_remarks"
    BACK_COVER = "back_cover"
    # the agreement
    AGREEMENT = "agreement"
    CALCULATION = "calculation"
    PLAIN_PAGE = "plain_page"
    REPRESENTATIVES_AUTHORITY = "representatives_authority"
    PAYMENT_DIRECTION = "payment_direction"
    UNDERSTANDING_LETTER = "understanding_letter"
    THIRD_PARTY_DECLARATION = "third_party_declaration"
    KINSHIP_PROOF = "kinship_proof"
    # after it
    RECEIPT = "receipt"
    WAGE_SHEET = "wage_sheet"
    DEMAND_LETTER = "demand_letter"
    PERFORMANCE_CERTIFICATE = "performance_certificate"
    ENFORCEMENT_TIPS = "enforcement_tips"
    RETURN_VISIT = "return_visit"
    # the court
    REFERRAL_LETTER = "referral_letter"
    REFERRAL_SLIP = "referral_slip"
    PRIOR_MEDIATION = "prior_mediation"
    MEDIATION_CONSENT = "mediation_consent"
    SERVICE_ADDRESS = "service_address"
    REPRESENTATIVE_CERTIFICATE = "representative_certificate"
    POWER_OF_ATTORNEY = "power_of_attorney"
    UNDISPUTED_FACTS = "undisputed_facts"
    NO_OBJECTION_PLAN = "no_objection_plan"
    SERVICE_LOG = "service_log"
    CONFIRMATION_APPLICATION = "confirmation_application"
    ORGANISATION_PROOF = "organisation_proof"
    REFERRAL_REPORT = "referral_report"
    RETURN_LETTER = "return_letter"
    REFERRER_REPLY = "referrer_reply"
    COPY_SHEET = "copy_sheet"
    # insurers
    INSURER_NOTICE = "insurer_notice"
    DAMAGES_TABLE = "damages_table"
    INSURER_PAPERS = "insurer_papers"
    INJURY_FORM = "injury_form"
    # the suit
    FILING_GUIDE = "filing_guide"
    FEE_REDUCTION = "fee_reduction"
    CLAIM = "claim"
    ANSWER = "answer"
    FORM_QUESTIONS = "form_questions"


class FilePlace(StrEnum):
    """Where a paper lies in the file: the fixed order of the file index (司发通〔2010〕239号; domain brief 4.1, no. 2)."""

    COVER = "cover"
    INDEX = "index"
    APPLICATION = "application"
    RIGHTS = "rights"
    IDENTITY = "identity"
    AUTHORITY = "authority"
    INVESTIGATION = "investigation"
    EVIDENCE = "evidence"
    RECORD = "record"
    AGREEMENT = "agreement"
    PERFORMANCE = "performance"
    RETURN_VISIT = "return_visit"
    CONFIRMATION = "confirmation"
    REMARKS = "remarks"
    BACK_COVER = "back_cover"


class NumberKind(StrEnum):
    """Series of numbers of an organisation."""

    ENTRY = "entry"
    OFFICIAL = "official"


class NumberState(StrEnum):
    USED = "used"
    VOID = "void"
    RESERVED = "reserved"


class UserRole(StrEnum):
    MEDIATOR = "mediator"
    CLERK = "clerk"
    HEAD = "head"
    STATISTICIAN = "statistician"
    COURT_LIAISON = "court_liaison"
