"""Moves of generated cases that leave papers or go to the court: made through the services, since a paper must be true."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from db.models.case import Case
from db.vocabulary import PaperKind
from desktop.domain import money
from desktop.services import actions, attachments, cases, demo_staff, files, printing
from desktop.services.attachments import File
from desktop.services.demo_plans import Plan
from desktop.services.desk import Desk

COURT = "内0102"
_SCANNED = 100  # a scan is a whole PDF: only so many of the first cases are scanned
Done = tuple[str, Mapping[str, Any]]


def play(desk: Desk, plan: Plan, key: str, day: date) -> None:
    """One step of a plan, of one or two moves."""
    for name, values in STEPS[key](plan, day):
        plan.case = actions.act(desk, plan.id, name, values)
    if key == "scan" and plan.n < _SCANNED:
        plan.case = _scanned(desk, plan.id)
    case = plan.case
    assert case is not None
    plan.stage, plan.made = case.stage, max((one.ordinal for one in case.moves), default=0)
    if key == "draft":
        owed = case.agreements[-1].obligations[0]
        plan.obligation_id, plan.instalment_ids = owed.id, [one.id for one in owed.instalments]


def _draft(plan: Plan, day: date) -> list[Done]:
    owed: dict[str, Any] = {
        "kind": "money", "debtors": ["2"], "creditors": ["1"], "subject": plan.matter["subject"], "way": "transfer",
        "amount": money.figures(sum(fen for _due, fen in plan.due)), "account_name": plan.parties[0]["name"],
        "bank_name": "某银行股份有限公司呼和浩特市新城支行", "account_number": "6222020602000000001",
    }  # fmt: skip
    if len(plan.due) > 1:
        parts = [{"due_on": due.isoformat(), "amount": money.figures(fen)} for due, fen in plan.due]
        owed |= {"timing": "instalments", "instalments": parts}
    else:
        owed |= {"timing": "by_date", "due_on": plan.due[0][0].isoformat()}
    values = {
        "day": day.isoformat(), "place": "诉调对接中心调解室", "facts": plan.matter["summary"], "disputed": "双方对数额和期限有争议。",
        "obligations": [owed], "clauses": ["双方就本次纠纷再无其他争议。"],
        "confirmation_wanted": any(key == "apply" for _day, key in plan.moves),
    }  # fmt: skip
    return [("agreement", values)]


def _give_up(plan: Plan, day: date) -> list[Done]:
    reason = str(plan.chance.choice(demo_staff.words()["reasons_failed"]))
    ended = {"outcome": "failed_divergence", "concluded_on": day.isoformat(), "reason": reason, "ways": ["court"]}
    return [("conclude", ended), ("issue", {"paper": "end_notice"})]


def _refuse(plan: Plan, day: date) -> list[Done]:
    why = demo_staff.words()["reason_rejected"]
    values = {"rejected_on": day.isoformat(), "reasons": ["already_handled"], "text": why, "ways": ["court"]}
    return [("reject", values), ("issue", {"paper": "non_acceptance"})]


def _result(plan: Plan, day: date, result: str, reason: str) -> list[Done]:
    values = {
        "result": result, "accepted_on": (day - timedelta(9)).isoformat(), "court_number": f"（{day.year}）{COURT}诉前调确{plan.n + 1}号",
        "ruled_on": day.isoformat(), "served_on": day.isoformat(), "reason": reason, **({"reason_kind": "unclear"} if reason else {}),
    }  # fmt: skip
    return [("confirm_result", values)]


def _guest(plan: Plan, day: date) -> list[Done]:
    who = {"kind": "insurer", "name": "高某", "capacity": "理赔员", "organisation": "某财产保险股份有限公司呼和浩特市分公司"}
    return [("guest", {**who, "consented_on": day.isoformat()}), ("issue", {"paper": "rights_notice"})]


def _appoint(plan: Plan, day: date) -> list[Done]:
    values = {"day": (day + timedelta(10)).isoformat(), "begins": "09:30", "place": "诉调对接中心调解室", "told_on": day.isoformat()}
    return [("appoint", values)]


def _signs(plan: Plan, day: date) -> list[Done]:
    return [("sign", {"signatures": [{"party": "1", "by_hand": True, "fingerprint": True, "signed_on": day.isoformat()}]})]


def _apply(plan: Plan, day: date) -> list[Done]:
    return [("confirm_apply", {"court": COURT, "applied_on": day.isoformat(), "undertaking": True})]


def _supplement(plan: Plan, day: date) -> list[Done]:
    return [("confirm_supplement", {"asked": "补充送达地址确认书。", "supplement_until": (day + timedelta(7)).isoformat()})]


def _visit(plan: Plan, day: date) -> list[Done]:
    return [("return_visit", {"day": day.isoformat(), "way": "电话回访", "performance": "已按期全部履行", "satisfied": True})]


STEPS: Mapping[str, Callable[[Plan, date], Sequence[Done]]] = {
    "draft": _draft,
    "issue": lambda plan, day: [("issue", {})],
    "one_signs": _signs,
    "sign": lambda plan, day: [("sign", {"signed_on": day.isoformat()})],
    "apply": _apply,
    "supplement": _supplement,
    "confirmed": lambda plan, day: _result(plan, day, "confirmed", ""),
    "dismissed": lambda plan, day: _result(plan, day, "dismissed", "协议内容不明确，无法确认和执行。"),
    "visit": _visit,
    "refuse": _refuse,
    "give_up": _give_up,
    "guest": _guest,
    "appoint": _appoint,
    "scan": lambda plan, day: (),
}


def _scanned(desk: Desk, case_id: int) -> Case:
    """The signed agreement comes back from the scanner."""
    case = cases.get(desk, case_id)
    data = files.pdf(printing.paper(desk, case, PaperKind.AGREEMENT))
    attachments.attach(desk, case_id, File("调解协议书扫描件.pdf", data), {"paper": "agreement", "page": 1})
    return cases.get(desk, case_id)
