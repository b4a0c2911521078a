"""What falls due, by regime and station, as a lawyer would count it: each with its day and its source."""

from datetime import date
from typing import Any

import pytest

from db.models.confirmation import Confirmation
from db.models.evidence import Evidence
from db.models.outcome import Outcome
from db.models.proposal import Proposal, ProposalService
from db.models.referral import Referral
from db.models.return_visit import ReturnVisit
from db.models.term import Extension, Suspension
from db.vocabulary import AgreementStatus, ConfirmationResult, ObligationTiming, OutcomeCode, PartyRole, Procedure, Regime, Source, Stage
from desktop import assets
from desktop.domain import calendar, dues, law
from desktop.domain.calendar import OwnDay
from desktop.domain.situation import Situation
from tests import nouns

VALUES = law.values_from(assets.toml("law", "deadlines.toml"))
HOLIDAYS = calendar.from_tables(assets.toml("law", "holidays.toml"))


def now(day: date, **values: Any) -> Situation:
    """A case received on 5 January 2026 and accepted on the sixth, in mediation unless said otherwise."""
    parties = (nouns.party(PartyRole.APPLICANT, "王某"), nouns.party(PartyRole.RESPONDENT, "张某"))
    known: dict[str, Any] = {
        name: [] for name in ("suspensions", "extensions", "proposals", "confirmations", "return_visits", "evidence", "moves", "recusals")
    }
    case = nouns.case(*parties, **{**known, "moj_type": "", "platform_number": "", "closed_on": None, **values})
    return Situation(case, day, lambda: (VALUES, HOLIDAYS))


def due(one: Situation, key: str, values: tuple[law.Value, ...] = VALUES, days: calendar.Calendar = HOLIDAYS) -> dues.Due:
    """The one thing of this key."""
    (found,) = (found for found in dues.of_case(one, values, days) if found.key == key)
    assert found.limit is None or found.limit.source
    return found


def referred(regime: Regime, slip: date | None = date(2026, 1, 8), **values: Any) -> dict[str, Any]:
    known = {"received_on": date(2026, 1, 7), "slip_signed_on": slip, "outward": False, "excluded_days": 0}
    return {"source": Source.REFERRED_COURT, "referrals": [Referral(court_id=1, regime=regime, **{**known, **values})]}


TERMS = [  # what stands, the value that counts, the last day
    ({}, "mediation.people", date(2026, 2, 6)),
    ({"cause": "医疗损害责任纠纷"}, "mediation.medical", date(2026, 2, 24)),  # thirty working days, over the Spring Festival
    (referred(Regime.PRE_FILING_2016), "mediation.pre_filing_2016", date(2026, 2, 9)),  # 7 February is a Saturday
    (referred(Regime.POST_FILING_2016), "mediation.post_filing_2016.ordinary", date(2026, 1, 23)),
    (referred(Regime.POST_FILING_2016, procedure=Procedure.SUMMARY), "mediation.post_filing_2016.summary", date(2026, 1, 15)),
    (referred(Regime.FILE_FIRST_2025, procedure=Procedure.SUMMARY), "mediation.file_first_2025.summary", date(2026, 1, 15)),
    (referred(Regime.FILE_FIRST_2025), "mediation.file_first_2025.ordinary", date(2026, 1, 23)),
]


@pytest.mark.parametrize(("values", "key", "last"), TERMS, ids=[key for _v, key, _l in TERMS])
def test_the_term_of_each_regime(values: dict[str, Any], key: str, last: date) -> None:
    found = due(now(date(2026, 1, 20), **values), key)
    assert found.limit is not None and found.limit.due == last


def test_the_clock_stands_while_the_slip_is_out() -> None:
    one = now(date(2026, 1, 17), **referred(Regime.FILE_FIRST_2025, None))
    assert "10 days" in due(one, "slip").what and due(one, "slip").source
    assert not any(found.key.startswith("mediation") for found in dues.of_case(one, VALUES, HOLIDAYS))


def test_days_that_do_not_count_and_days_that_were_agreed() -> None:
    rest = Suspension(begins=date(2026, 1, 10), ends=date(2026, 1, 20), excluded=True)
    idle = Suspension(begins=date(2026, 1, 21), ends=date(2026, 1, 25), excluded=False)
    one = now(date(2026, 2, 1), suspensions=[rest, idle])
    assert dues.excluded(one) == 10
    limit = due(one, "mediation.people").limit
    assert limit is not None and limit.due == date(2026, 2, 24)  # ten days later lies in the Spring Festival
    more = Extension(until=date(2026, 3, 31), applicant_agreed_on=date(2026, 2, 1), respondent_agreed_on=date(2026, 2, 1))
    limit = due(now(date(2026, 2, 1), extensions=[more]), "mediation.people").limit
    assert limit is not None and limit.due == date(2026, 3, 31) and "consent" in limit.note


def test_a_rest_that_lasts_counts_up_to_today() -> None:
    rest = Suspension(begins=date(2026, 1, 10), ends=None, excluded=True)
    assert dues.excluded(now(date(2026, 1, 18), stage=Stage.SUSPENDED, suspensions=[rest])) == 8


def test_a_labour_case_can_go_to_arbitration_after_fifteen_days() -> None:
    found = due(now(date(2026, 1, 10), category="labour"), "mediation.labour")
    assert found.limit is not None and found.limit.due == date(2026, 1, 20)


def test_seven_days_to_object_from_each_service() -> None:
    one = now(date(2026, 1, 20))
    first, second = one.case.parties
    plan = Proposal(id=1, day=date(2026, 1, 12), text="还款", services=[ProposalService(party_id=first.id, served_on=date(2026, 1, 12))])
    one = now(date(2026, 1, 20), proposals=[plan])
    one.case.parties[:] = [first, second]
    assert "张某" in due(one, "serve").what
    plan.services.append(ProposalService(party_id=second.id, served_on=date(2026, 1, 14)))
    found = due(one, "proposal.objection")
    assert found.limit is not None and found.limit.due == date(2026, 1, 21) and found.move == "object"
    assert due(Situation(one.case, date(2026, 1, 22), one.law), "proposal.objection").move == "plan_adopted"


def in_force(day: date, *obligations: Any, **values: Any) -> Situation:
    known = {
        "status": AgreementStatus.SIGNED,
        "effective_on": date(2026, 1, 22),
        "earliest_effect_on": date(2026, 1, 20),
        "split_from_id": None,
    }
    standing = nouns.agreement(*obligations, **{**known, **values.pop("agreement", {})})
    ended = Outcome(code=OutcomeCode.AGREED_WRITTEN, concluded_on=date(2026, 1, 22), undone=False)
    return now(day, **{"stage": Stage.CONCLUDED, "agreements": [standing], "outcomes": [ended], **values})


def test_thirty_days_from_the_first_day_that_could_be_argued() -> None:
    found = due(in_force(date(2026, 2, 1)), "confirmation.application")
    assert found.limit is not None and (found.limit.due, found.limit.counted_from) == (date(2026, 2, 24), date(2026, 1, 20))
    assert "2026年1月20日" in found.note and "2026年1月22日" in found.note


def asked(**values: Any) -> Confirmation:
    known: dict[str, Any] = dict.fromkeys(("accepted_on", "supplement_until", "supplemented_on", "ruled_on", "served_on"))
    return Confirmation(**{**known, "result": ConfirmationResult.PENDING, "applied_on": date(2026, 1, 26), **values})


def test_what_the_court_has_to_do_and_what_it_asked_for() -> None:
    day = date(2026, 1, 27)
    found = due(in_force(day, confirmations=[asked()]), "confirmation.acceptance").limit
    assert found is not None and found.due == date(2026, 1, 29)
    found = due(in_force(day, confirmations=[asked(accepted_on=date(2026, 1, 27))]), "confirmation.ruling").limit
    assert found is not None and found.due == date(2026, 2, 26)
    found = due(in_force(day, confirmations=[asked(supplement_until=date(2026, 2, 3))]), "supplement").limit
    assert found is not None and found.due == date(2026, 2, 3)


def test_objections_to_the_ruling_and_two_years_to_enforce() -> None:
    ruled = asked(result=ConfirmationResult.CONFIRMED, ruled_on=date(2026, 2, 2), served_on=date(2026, 2, 3))
    parties = nouns.party(PartyRole.RESPONDENT, "张某"), nouns.party(PartyRole.APPLICANT, "王某")
    parts = [(date(2026, 3, 1), 100), (date(2026, 6, 1), 100)]
    owed = nouns.obligation([parties[0]], [parties[1]], 200, timing=ObligationTiming.INSTALMENTS, instalments=parts)
    one = in_force(date(2026, 2, 4), owed, confirmations=[ruled])
    last = {
        key: limit.due for key in ("confirmation.party_objection", "confirmation.third_party_objection") if (limit := due(one, key).limit)
    }
    assert last == {"confirmation.party_objection": date(2026, 2, 24), "confirmation.third_party_objection": date(2026, 8, 3)}
    found = due(one, "enforcement.application").limit
    assert found is not None and found.due == date(2028, 6, 1)  # from the end of the last instalment
    assert {"confirmation.party_objection"} & {
        one.key for one in dues.of_case(in_force(date(2026, 3, 4), confirmations=[ruled]), VALUES, HOLIDAYS)
    } == set()


def test_a_visit_until_somebody_has_been_there() -> None:
    found = due(in_force(date(2026, 2, 1)), "return_visit.after_agreement").limit
    assert found is not None and found.due == date(2026, 2, 24)
    been = in_force(date(2026, 2, 1), return_visits=[ReturnVisit(day=date(2026, 1, 30))])
    assert "return_visit.after_agreement" not in {one.key for one in dues.of_case(been, VALUES, HOLIDAYS)}


def test_three_days_to_the_police_after_a_failure() -> None:
    ended = Outcome(code=OutcomeCode.FAILED_DIVERGENCE, concluded_on=date(2026, 1, 20), undone=False)
    one = now(date(2026, 1, 21), category="traffic", stage=Stage.CONCLUDED, outcomes=[ended])
    found = due(one, "traffic.to_police").limit
    assert found is not None and found.due == date(2026, 1, 23)


def test_what_was_accepted_as_missing() -> None:
    lack = Evidence(name="身份证复印件", missing_until=date(2026, 1, 16), received_on=None)
    found = due(now(date(2026, 1, 12), evidence=[lack]), "evidence")
    assert found.limit is not None and found.limit.due == date(2026, 1, 16) and "身份证" in found.what


def test_the_office_wins_over_what_was_shipped() -> None:
    typed = law.Value("mediation.people", law.Decimal(45), "days", date(2025, 1, 1), "某市司法局通知", "unverified", typed_by="赵某")
    found = due(now(date(2026, 1, 20)), "mediation.people", (*VALUES, typed)).limit
    assert found is not None and (found.due, found.source) == (date(2026, 2, 24), "某市司法局通知")
    off = calendar.with_days(HOLIDAYS, {date(2026, 2, 6): OwnDay("那达慕", False)})
    found = due(now(date(2026, 1, 20)), "mediation.people", VALUES, off).limit
    assert found is not None and found.due == date(2026, 2, 9)


def test_an_unknown_year_says_so_until_the_office_has_typed_it() -> None:
    one = now(date(2031, 1, 20), received_on=date(2031, 1, 5), accepted_on=date(2031, 1, 6))
    found = due(one, "mediation.people").limit
    assert found is not None and not found.known and "2031" in found.note
    days = {date(2031, 10, n): OwnDay("国庆节", False) for n in range(1, 12)}
    found = due(one, "mediation.people", VALUES, calendar.with_days(HOLIDAYS, days)).limit
    assert found is not None and found.known


def test_a_value_that_nobody_entered_hides_nothing_else() -> None:
    without = tuple(value for value in VALUES if value.key != "mediation.people")
    found = dues.of_case(now(date(2026, 1, 20), category="labour"), without, HOLIDAYS)
    assert any("mediation.people" in one.what and one.limit is None for one in found)
