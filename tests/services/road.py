"""The road of one case for tests: what is typed at each station, and walking it up to one of them."""

from datetime import date, timedelta
from typing import Any

from db.models.case import Case
from db.vocabulary import AgreementStatus
from desktop.services import actions, intake
from desktop.services.desk import Desk

BANK: dict[str, Any] = {
    "role": "applicant", "kind": "company", "name": "内蒙古某商业银行股份有限公司", "uscc": "91150100701465AB7G",
    "legal_representative": "刘某某", "business_address": "呼和浩特市新城区", "phone": "0471-5550118",
}  # fmt: skip
FARM: dict[str, Any] = {
    "role": "respondent", "kind": "company", "name": "呼和浩特市某农业科技有限公司", "uscc": "91150122MA0NXYG881",
    "legal_representative": "张某某", "business_address": "呼和浩特市托克托县", "phone": "0471-5550268",
}  # fmt: skip
ZHANG: dict[str, Any] = {
    "role": "respondent", "name": "张某某", "id_number": "150122197604123510", "phone": "13800000268", "usual_residence": "托克托县双河镇",
}  # fmt: skip
WANG: dict[str, Any] = {
    "role": "applicant", "name": "诸葛明", "id_number": "150105199008081521", "phone": "13800000058", "usual_residence": "呼和浩特市",
}  # fmt: skip

STATIONS = ("accept", "assign", "session", "agreement", "issue", "sign")


def case(*parties: dict[str, Any], **values: Any) -> dict[str, Any]:
    """The sheet of a loan between a bank, a company and a person, unless said otherwise."""
    known = {
        "received_on": "2026-03-02", "category": "finance", "cause": "金融借款合同纠纷", "summary": "借款到期未还。",
        "claims": ["请求还款。"], "claim": "5194253.92", "parties": list(parties or (BANK, FARM, ZHANG)),
    }  # fmt: skip
    return {**known, **values}


def owed(**values: Any) -> dict[str, Any]:
    """One obligation: all the money by a day, jointly."""
    known = {
        "kind": "money", "debtors": ["2", "3"], "creditors": ["1"], "subject": "借款本金及利息", "amount": "5194253.92",
        "timing": "by_date", "due_on": "2026-04-20", "way": "cash",
    }  # fmt: skip
    return {**known, **values}


def values(station: str) -> dict[str, Any]:
    """What is typed at a station."""
    return {
        "accept": {},
        "assign": {"mediator": "王某"},
        "session": {"day": "2026-03-09", "text": "双方同意分清责任。"},
        "agreement": {"day": "2026-03-09", "facts": "借款属实。", "obligations": [owed()], "confirmation_wanted": True},
        "issue": {},
        "sign": {"signed_on": "2026-03-09"},
    }[station]


def walk(desk: Desk, until: str = "", sheet: dict[str, Any] | None = None, **instead: dict[str, Any]) -> Case:
    """Opens a case and goes on up to and with a station ('': only registers it); `agreement={...}` types something else there."""
    found = intake.open_case(desk, sheet or case())
    for station in STATIONS[: STATIONS.index(until) + 1 if until else 0]:
        found = actions.act(desk, found.id, station, instead.get(station, values(station)))
    return found


def standing(found: Case) -> Any:
    """The agreement that counts."""
    return next(one for one in reversed(found.agreements) if one.status is not AgreementStatus.VOID)


def days(n: int, of: date = date(2026, 3, 9)) -> str:
    return (of + timedelta(days=n)).isoformat()
