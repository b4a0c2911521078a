"""Cases in memory as they stand after their agreement: in force, partly performed, visited, confirmed, closed, refused."""

from datetime import date

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.confirmation import Confirmation
from db.models.obligation import Instalment, Performance
from db.models.outcome import Outcome
from db.models.return_visit import ReturnVisit
from db.vocabulary import AgreementForm, AgreementStatus, ConfirmationResult, OutcomeCode, PaymentWay, Stage
from tests.documents import cases

DAY = date(2026, 11, 20)
REJECTED = {
    "reasons": ["already_handled", "elsewhere"],
    "text": "双方纠纷已由鄂托克旗人民法院受理，案号（2026）内0624民初268号。",
    "ways": ["court", "legal_aid"],
    "handed_to": "鄂托克旗人民法院",
}
EMPTY = ("moves", "return_visits", "confirmations", "outcomes")


def _whole(case: Case, accepted: date) -> Case:
    for name in EMPTY:
        if name not in case.__dict__:
            setattr(case, name, [])
    case.accepted_on = accepted
    case.closed_on = None
    for n, part in enumerate((one for agreement in case.agreements for one in agreement.obligations), 1):
        part.id, part.case_id = n, 1
        for m, instalment in enumerate(part.instalments, 1):
            instalment.id = 100 * n + m
    return case


def _in_force(case: Case, on: date, earliest: date | None = None) -> Agreement:
    agreement = case.agreements[0]
    agreement.status, agreement.effective_on, agreement.earliest_effect_on = AgreementStatus.SIGNED, on, earliest or on
    agreement.number, agreement.day = case.number, agreement.day or on
    case.stage = Stage.PERFORMING
    case.outcomes = [Outcome(id=1, code=OutcomeCode.AGREED_WRITTEN, concluded_on=on, agreed_fen=None, reason="", undone=False)]
    return agreement


def _given(number: int, obligation: int, day: date, **values: object) -> Performance:
    base = {"instalment_id": None, "party_id": None, "amount_fen": None, "quantity": "", "way": None, "receipt": "", "note": ""}
    return Performance(**{"id": number, "obligation_id": obligation, "day": day, **base, **values})


def loan() -> Case:
    """The loan in force: two million paid by transfer, confirmed, visited once; the parties signed two days before the seal."""
    case = _whole(cases.loan(), date(2021, 12, 7))
    agreement = _in_force(case, date(2021, 12, 22), date(2021, 12, 20))
    agreement.obligations[0].performances = [
        _given(1, 1, date(2022, 1, 10), amount_fen=200_000_000, way=PaymentWay.TRANSFER, party_id=2, receipt="银行回单0118号")
    ]
    case.confirmations = [
        Confirmation(
            id=1, agreement_id=1, court_id=1, applied_on=date(2021, 12, 28), court_number="（2022）内0122诉前调确16号",
            result=ConfirmationResult.CONFIRMED, ruled_on=date(2022, 1, 6), reason="",
        )
    ]  # fmt: skip
    case.return_visits = [
        ReturnVisit(
            id=1, party_id=1, day=date(2022, 2, 21), way="电话回访", visitor="王某某", performance="已支付2,000,000元，余款逾期",
            satisfied=True, text="申请人表示被申请人正在筹款，同意再等一个月。", signs="", measures="已电话督促被申请人。",
        )
    ]  # fmt: skip
    return case


def sheep() -> Case:
    """The sheep: nine of fourteen handed over by the sister, the cash paid at the table, the act done."""
    case = _whole(cases.sheep(), date(2026, 8, 20))
    flock, rest, fence = _in_force(case, date(2026, 9, 1)).obligations
    flock.performances = [_given(1, 1, date(2026, 9, 20), quantity="9", party_id=3, note="其余5只待出栏后交付")]
    rest.performances = [_given(2, 2, date(2026, 9, 1), amount_fen=140950, way=PaymentWay.CASH, party_id=2)]
    fence.performances = [_given(3, 3, date(2026, 10, 8), party_id=1)]
    case.return_visits = [
        ReturnVisit(
            id=1, party_id=None, day=date(2026, 9, 25), way="上门回访", visitor="乌云其木格", performance="", satisfied=None,
            text="已交付9只。", signs="", measures="",
        )
    ]  # fmt: skip
    return case


def wages() -> Case:
    """The workers: each his part on one day, thirty-five paid by one transfer."""
    case = _whole(cases.wages(), date(2026, 1, 8))
    agreement = _in_force(case, date(2026, 1, 20))
    pay, members = agreement.obligations[0], case.parties[0].members
    pay.instalments = [
        Instalment(id=100 + n, ordinal=n, member_id=1000 + n, due_on=date(2026, 3, 2), amount_fen=member.amount_fen, quantity="")
        for n, member in enumerate(members, 1)
    ]
    for n, member in enumerate(members, 1):
        member.id = 1000 + n
    pay.performances = [
        _given(n, 1, date(2026, 3, 2), amount_fen=members[n - 1].amount_fen, instalment_id=100 + n, way=PaymentWay.TRANSFER, party_id=2)
        for n in range(1, 36)
    ]
    return case


def child() -> Case:
    """The child's case with texts that want to be markup: nothing agreed, ended for divergence."""
    case = _whole(cases.child(), date(2026, 1, 8))
    case.agreements[0].status = AgreementStatus.VOID
    case.outcomes = [
        Outcome(
            id=1,
            code=OutcomeCode.FAILED_DIVERGENCE,
            concluded_on=date(2026, 2, 1),
            agreed_fen=None,
            reason="{数额}分歧<大>。",
            undone=False,
        )
    ]
    return case


def oral() -> Case:
    """The sheep agreed by word of mouth."""
    case = sheep()
    case.agreements[0].form, case.agreements[0].place = AgreementForm.ORAL, "被申请人家中"
    return case


ALL = {"loan": loan, "sheep": sheep, "wages": wages, "child": child}
