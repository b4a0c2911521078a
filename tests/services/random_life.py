"""One random life of a case: what is typed at each move, plausible or not, and what must hold after every step."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from db.models.case import Case
from db.models.party import Party
from db.vocabulary import AgreementStatus, DocumentState, OutcomeCode, Stage
from desktop.domain import balance, dues, stages
from desktop.domain.refusal import Refusal
from desktop.domain.situation import Law, Situation
from desktop.services import actions, cases, intake, settled
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.nouns import GOOD_ID, OTHER_ID
from tests.services import road

Typed = dict[str, Any]
STEPS = 9
RARE = {  # what only a few cases come to is tried more often where it can be
    "propose": 6, "serve": 9, "object": 4, "plan_adopted": 9, "confirm_apply": 9, "confirm_supplement": 4, "confirm_result": 9,
    "confirm_objection": 9, "default": 3, "reopen": 3, "recuse": 2, "slip": 3, "correct": 0.5, "add_party": 0.5, "refer_in": 0.5,
    "refer_out": 0.5, "return_visit": 0.5, "appoint": 0.5, "guest": 0.5, "guest_leave": 0.5, "interrupt": 0.5, "prevent": 0.5,
    "group_split": 9, "group_join": 3,
}  # fmt: skip


@dataclass
class Walk:
    """A desk, a clock, a die; `made` and `refused` count moves, so that the test can see that each was tried."""

    desk: Desk
    clock: Clock
    law: Law
    die: Random
    made: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def live(self) -> Case:
        """Opens a case and makes random moves until it has had enough."""
        self.clock.day = date(2026, 3, 9) + timedelta(self.die.randrange(200))
        sheet = self._sheet()
        if self.die.random() < 0.06:
            case = settled.record(self.desk, {**sheet, "settled": self._settled()})
            self.made["settled"] += 1
        else:
            case = intake.open_case(self.desk, sheet)
        self._holds(case)
        for _n in range(self.die.randrange(3, STEPS * 2)):
            self.clock.day += timedelta(self.die.choice((0, 0, 1, 3, 9, 35)))
            case = self._step(case)
            self._holds(case)
            if case.stage is Stage.ARCHIVED and self.die.random() < 0.8:
                break
        return case

    def _step(self, case: Case) -> Case:
        now = self._now(case)
        possible = [key for key in stages.MOVES if not stages.why_not(key, now)]
        assert possible, f"no way on from {case.stage}"
        following = stages.next_move(now)
        assert following or case.stage is Stage.ARCHIVED or possible, f"nothing to do in {case.stage}"
        if self.die.random() < 0.05:
            self._refused(case, now, self.die.choice([key for key in stages.MOVES if key not in possible]))
            return case
        weights = [RARE.get(one, 1) for one in possible]
        key = following if following and self.die.random() < 0.55 else self.die.choices(possible, weights)[0]
        try:
            after = actions.act(self.desk, case.id, key, TYPED[key](self, case))
        except Refusal as no:
            assert no.sentence.strip() and "{" not in no.sentence
            self.refused[key] += 1
            return case
        self.made[key] += 1
        return after

    def _refused(self, case: Case, now: Situation, key: str) -> None:
        """What the table forbids is refused, in the sentence of the button unless the sheet itself is wrong; nothing is kept of it."""
        try:
            actions.act(self.desk, case.id, key, TYPED[key](self, case))
        except Refusal as no:
            assert no.field or no.sentence == stages.why_not(key, now)
            self.refused[key] += 1
        else:
            raise AssertionError(f"{key} went through from {case.stage}")
        if self.die.random() < 0.2:
            again = cases.get(self.desk, case.id)
            assert (again.stage, again.version, len(again.moves)) == (case.stage, case.version, len(case.moves))

    def _holds(self, case: Case) -> None:
        """The stage is the one that its moves say; whatever falls due has a source; numbers are there from the acceptance on."""
        standing = [move for move in case.moves if not move.undone]
        assert case.stage is (standing[-1].stage_after if standing else Stage.REGISTERED)
        for one, after in zip(standing, standing[1:], strict=False):
            assert one.stage_after is after.stage_before
        for due in dues.of_case(self._now(case), *self.law):
            assert due.what and (due.limit is None or due.limit.source), due
            assert due.key != "law", due.what
        assert (case.number is not None) == (case.stage not in (Stage.REGISTERED, Stage.REJECTED) and not _never_taken(case))
        ended = [one for one in case.outcomes if not one.undone]
        assert bool(ended) == (case.stage in (Stage.CONCLUDED, Stage.PERFORMING, Stage.PERFORMED, Stage.DEFAULTED) or _shelved_after(case))
        assert len(ended) <= 1

    def _now(self, case: Case) -> Situation:
        return Situation(case, self.clock.day, lambda: self.law)

    # --- what is typed ------------------------------------------------------------------------------------------------------------

    def ago(self, most: int = 4) -> str:
        return (self.clock.day - timedelta(self.die.randrange(most))).isoformat()

    def in_days(self, *days: int) -> str:
        return (self.clock.day + timedelta(self.die.choice(days))).isoformat()

    def side(self, case: Case) -> str:
        return str(self.die.choice([party.ordinal for party in case.parties]))

    def _sheet(self) -> Typed:
        parties = self.die.choices(([road.WANG, road.ZHANG], [road.BANK, road.FARM, road.ZHANG], [WORKERS, road.FARM]), (6, 3, 2))[0]
        sheet = road.case(*parties, category=self.die.choice(("finance", "labour", "family", "traffic", "other")), received_on=self.ago())
        if self.die.random() < 0.25:
            regime = self.die.choice(("pre_filing_2016", "post_filing_2016", "file_first_2025"))
            sheet["referral"] = {"court": "内0102", "regime": regime, "procedure": "summary", "court_number": "（2026）内0102民初88号"}
        return sheet

    def _settled(self) -> Typed:
        return {"agreed_on": self.clock.day.isoformat(), "amount": "3000", "performed": self.die.random() < 0.7, "mediator": "白某"}

    def agreement(self, case: Case) -> Typed:
        kind = self.die.choice(("money", "money", "instalments", "sheep", "act"))
        owes, gets = str(case.parties[-1].ordinal), str(case.parties[0].ordinal)
        owed = road.owed(debtors=[owes], creditors=[gets], due_on=self.in_days(0, 10, 60), amount="1000")
        if kind == "instalments":
            days = [(self.clock.day + timedelta(30 * n)).isoformat() for n in (1, 2)]
            owed |= {"timing": "instalments", "due_on": "", "instalments": [{"due_on": day, "amount": "500"} for day in days]}
        elif kind == "sheep":
            owed |= {"kind": "in_kind", "subject": "绵羊", "quantity": "14", "unit": "只"}
        elif kind == "act":
            owed |= {"kind": "act", "subject": "拆除围栏", "amount": ""}
        if case.parties[0].kind == "group" and self.die.random() < 0.8:
            owed = road.owed(debtors=[owes], creditors=[gets], due_on=self.in_days(10, 60), amount="1000", divide="claimed")
        form = self.die.choice(("written", "written", "oral"))
        day = self.clock.day.isoformat()
        return {"form": form, "day": day, "facts": "借款属实。", "obligations": [owed], "confirmation_wanted": self.die.random() < 0.7}

    def sign(self, case: Case) -> Typed:
        if self.die.random() < 0.3:
            return {"signatures": [{"party": self.side(case), "by_hand": True}]}
        return {"partial": self.die.random() < 0.2}

    def paper_signed(self, case: Case) -> Typed:
        printed = [one for one in case.documents if one.state is DocumentState.ISSUED] or case.documents
        paper = self.die.choice(printed).kind.value if printed else "session_record"
        changed = [{"place": "第二条", "old": "三日", "new": "五日", "fingerprints": ["张某某"]}] if self.die.random() < 0.4 else []
        return (
            {"paper": paper, "session": 1, "corrections": changed}
            if paper == "session_record"
            else {"paper": paper, "corrections": changed}
        )

    def conclude(self, case: Case) -> Typed:
        standing = self._now(case).agreement
        oral = standing is not None and standing.form == "oral" and standing.status is AgreementStatus.DRAFT
        code = (
            "agreed_oral" if oral else self.die.choice([code.value for code in OutcomeCode if code.value[:4] in ("fail", "sett", "term")])
        )
        return {"outcome": code, "reason": "见笔录。", "ways": ["court"]}

    def result(self, case: Case) -> Typed:
        code = self.die.choice(("confirmed", "dismissed", "withdrawn", "not_accepted", "deemed_withdrawn"))
        day = self.clock.day.isoformat()
        return {
            "result": code,
            "accepted_on": day,
            "court_number": "（2026）内0102诉前调确9号",
            "ruled_on": day,
            "served_on": day,
            "reason": "见裁定。",
        }

    def perform(self, case: Case) -> Typed:
        in_force = balance.in_force(case)
        typed: Typed = {"agreement": self.die.randrange(1, len(in_force) + 1)} if len(in_force) > 1 else {}
        if case.parties[0].kind == "group" and self.die.random() < 0.6:
            return {**typed, "members": [] if typed else [self.die.choice(("甲某", "乙某"))]}
        return {**typed, "amount": self.die.choice(("", "", "300", "500"))}

    def interruption(self, case: Case) -> Typed:
        kind = self.die.choice(("demand", "promise", "part_payment", "request"))
        return {"kind": kind, "amount": "50" if kind == "part_payment" else "", "party": self.side(case)}


def _never_taken(case: Case) -> bool:
    """Whether an archived case was rejected."""
    return case.stage is Stage.ARCHIVED and case.accepted_on is None


def _shelved_after(case: Case) -> bool:
    return case.stage is Stage.ARCHIVED and case.accepted_on is not None


WORKERS: Typed = {
    "role": "applicant", "kind": "group", "name": "甲某等工人", "phone": "13800000047",
    "members": [
        {"name": "甲某", "id_number": GOOD_ID, "amount": "600", "represents": True, "paper": "推选书"},
        {"name": "乙某", "id_number": OTHER_ID, "amount": "400", "authority": ["settle", "receive"]},
    ],
}  # fmt: skip


def _corrected(w: Walk, party: Party) -> Typed:
    """What is mended of a party, its members, and what an agent may do."""
    row: Typed = {"party": str(party.ordinal), "changes": {"phone": str(13_800_000_000 + w.die.randrange(999))}}
    row["members"] = [{"member": str(one.ordinal), "changes": {"relation": w.die.choice(("班长", "工人"))}} for one in party.members]
    if party.ties and party.ties[0].for_party_id is not None:
        row["authority"] = {"changes": {"paper": w.die.choice(("授权委托书", "新的授权委托书"))}}
    return row


BOTH = ("applicant_agreed_on", "respondent_agreed_on")
TYPED: dict[str, Callable[[Walk, Case], Typed]] = {
    "correct": lambda w, c: {
        "reason": "错字",
        "changes": {"place": w.die.choice(("甲地", "乙地")), "claim": str(w.die.randrange(1, 9999))},
        "parties": [_corrected(w, one) for one in c.parties],
    },
    "add_party": lambda w, c: {"role": w.die.choice(("third_party", "respondent")), "name": "李某某", "phone": "1", "id_number": GOOD_ID},
    "remove_party": lambda w, c: {"party": w.side(c), "reason": "误列"},
    "refer_in": lambda w, c: {"court": "内0102", "regime": "file_first_2025", "procedure": "ordinary", "received_on": w.ago()},
    "slip": lambda w, c: {"slip_signed_on": w.clock.day.isoformat()},
    "accept": lambda w, c: {"accepted_on": w.clock.day.isoformat()},
    "reject": lambda w, c: {"reasons": ["refused"], "ways": ["court"]},
    "assign": lambda w, c: {"mediator": w.die.choice(("王某", "白某"))},
    "recuse": lambda w, c: {"reason": "同村", "granted": w.die.choice((True, False, None)), "decided_by": "主任"},
    "session": lambda w, c: {"day": w.ago(2), "text": "双方各自陈述。"},
    "suspend": lambda w, c: {"reason": "等待鉴定", "excluded": w.die.random() < 0.5},
    "resume": lambda w, c: {},
    "extend": lambda w, c: {"until": w.in_days(20, 40, 90), **dict.fromkeys(BOTH, w.clock.day.isoformat())},
    "undisputed": lambda w, c: {"facts": ["借款属实。"], "consented_on": w.clock.day.isoformat()},
    "propose": lambda w, c: {"consented_on": w.clock.day.isoformat(), "text": "一次付清。", "facts": "借款属实。"},
    "serve": lambda w, c: {},
    "object": lambda w, c: {"party": w.side(c), "objection": "不同意。"},
    "plan_adopted": lambda w, c: {},
    "agreement": Walk.agreement,
    "issue": lambda w, c: {},
    "void": lambda w, c: {"reason": "有误"},
    "replace": lambda w, c: {"reason": "有误"},
    "signed": Walk.paper_signed,
    "sign": Walk.sign,
    "conclude": Walk.conclude,
    "refer_out": lambda w, c: {"body": "某仲裁委", "reason": "要求仲裁。"},
    "give_back": lambda w, c: {},
    "confirm_apply": lambda w, c: {"court": "内0102", "undertaking": True},
    "confirm_supplement": lambda w, c: {"supplement_until": w.in_days(7, 14)},
    "confirm_result": Walk.result,
    "confirm_objection": lambda w, c: {"objected_on": w.clock.day.isoformat(), "objection": "有异议。"},
    "perform": Walk.perform,
    "default": lambda w, c: {"urged": "电话催告。", "told": "sue"},
    "amend": lambda w, c: {"reason": "双方同意延期。"},
    "amend_drop": lambda w, c: {"reason": "未谈成。"},
    "return_visit": lambda w, c: {"performance": "已履行"},
    "close": lambda w, c: {"reason": "申请人已起诉。"},
    "archive": lambda w, c: {"retention": w.die.choice(("short", "long", "permanent")), "pages": 40},
    "reopen": lambda w, c: {"reason": "补卷"},
    "undo": lambda w, c: {"reason": "误登"},
    "appoint": lambda w, c: {"day": w.in_days(1, 5, 20), "cancelled": w.die.random() < 0.1},
    "guest": lambda w, c: {"kind": "gacha", "name": w.die.choice(("那某", "高某")), "consented_on": w.clock.day.isoformat()},
    "guest_leave": lambda w, c: {"guest": "1"},
    "interrupt": Walk.interruption,
    "prevent": lambda w, c: {"kind": w.die.choice(("brawl", "suicide")), "people_count": 2, "reason": "现场劝阻。"},
    "group_split": lambda w, c: {},
    "group_join": lambda w, c: {"reason": "统一申请"},
}
