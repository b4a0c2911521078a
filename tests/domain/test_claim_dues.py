"""What runs beside the mediation: a session that is fixed, an accident's days, a divorce, limitation with all that interrupts it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models.appointment import Appointment
from db.models.confirmation import Confirmation
from db.models.interruption import Interruption
from db.models.obligation import Performance
from db.models.outcome import Outcome
from db.models.participant import Participant
from db.models.return_visit import ReturnVisit
from db.models.session import Session
from db.vocabulary import (
    ConfirmationResult,
    InterruptionKind,
    MediationType,
    ObligationTiming,
    OutcomeCode,
    ParticipantKind,
    PartyRole,
    Stage,
)
from desktop.domain import dues, limitation
from desktop.domain.situation import Situation
from tests import nouns
from tests.domain.test_dues import HOLIDAYS, VALUES, due, in_force, now

INSURER = Participant(kind=ParticipantKind.INSURER, name="高某", ended_on=None)


def last_of(one: Situation, key: str) -> date:
    limit = due(one, key).limit
    assert limit is not None and limit.source
    return limit.due


def keys(one: Situation) -> set[str]:
    return {found.key for found in dues.of_case(one, VALUES, HOLIDAYS)}


# --- the session that is fixed --------------------------------------------------------------------------------------------------------


def fixed(day: date, **values: Any) -> Appointment:
    known = {"begins": None, "place": "调解室", "told_on": None, "insurer_told_on": None, "cancelled": False}
    return Appointment(day=day, **{**known, **values})


@pytest.mark.parametrize(
    ("session", "told_by"),
    [(date(2026, 3, 20), date(2026, 3, 17)), (date(2026, 3, 25), date(2026, 3, 20)), (date(2026, 3, 23), date(2026, 3, 20))],
)  # three days before; one that falls on a Sunday goes back to Friday
def test_an_insurer_is_told_three_days_before(session: date, told_by: date) -> None:
    one = now(date(2026, 3, 9), category="traffic", appointments=[fixed(session)], participants=[INSURER])
    assert last_of(one, "traffic.insurer_notice") == told_by and last_of(one, "appointment") == session
    assert "told" in due(one, "appointment").note


def test_nobody_is_told_twice_and_no_insurer_of_what_is_not_his() -> None:
    day = date(2026, 3, 20)
    told = now(date(2026, 3, 9), category="traffic", appointments=[fixed(day, insurer_told_on=day)], participants=[INSURER])
    assert "traffic.insurer_notice" not in keys(told)
    assert "traffic.insurer_notice" not in keys(now(date(2026, 3, 9), category="traffic", appointments=[fixed(day)]))
    assert "traffic.insurer_notice" not in keys(now(date(2026, 3, 9), appointments=[fixed(day)], participants=[INSURER]))
    for table in ("vehicles", "policies"):
        policy = now(date(2026, 3, 9), category="traffic", facts={table: [{"insurer": "某财险"}]}, appointments=[fixed(day)])
        assert "traffic.insurer_notice" in keys(policy)


def test_a_session_that_was_held_or_put_off_is_fixed_no_longer() -> None:
    day = date(2026, 3, 12)
    assert "appointment" in keys(
        now(date(2026, 3, 9), appointments=[fixed(day)], sessions=[Session(id=1, ordinal=1, day=date(2026, 3, 2))])
    )
    assert "appointment" not in keys(now(date(2026, 3, 13), appointments=[fixed(day)], sessions=[Session(id=1, ordinal=1, day=day)]))
    assert "appointment" not in keys(now(date(2026, 3, 9), appointments=[fixed(day, cancelled=True)]))


# --- accident and divorce -------------------------------------------------------------------------------------------------------------


def test_what_runs_from_the_service_of_the_determination() -> None:
    served = {"determined_on": "2026-01-14"}
    one = now(date(2026, 1, 15), category="traffic", facts=served)
    assert last_of(one, "traffic.review") == date(2026, 1, 19)  # the third day is a Saturday
    assert last_of(one, "traffic.police_application") == date(2026, 1, 26)  # so is the tenth
    late = keys(now(date(2026, 1, 27), category="traffic", facts=served))
    assert not {"traffic.review", "traffic.police_application", "unknown"} & late
    assert "traffic.review" not in keys(now(date(2026, 1, 15), category="traffic", facts={**served, "reviewed": "upheld"}))
    assert "traffic.review" in keys(now(date(2026, 1, 15), category="traffic", facts={**served, "reviewed": "none"}))


def test_a_day_that_is_not_entered_is_said_to_be_unknown_and_is_no_task() -> None:
    found = due(now(date(2026, 1, 15), category="traffic"), "unknown")
    assert found.limit is None and found.quiet and found.source and "not known" in found.what
    assert "unknown" not in keys(now(date(2026, 1, 15), category="family"))


def test_the_police_end_within_ten_days_of_their_beginning_and_tell_three_days_before() -> None:
    police = {"category": "traffic", "mediation_type": MediationType.ADMINISTRATIVE, "facts": {"determined_on": "2026-01-05"}}
    one = now(date(2026, 1, 8), **police, sessions=[Session(id=1, ordinal=1, day=date(2026, 1, 8))])
    assert last_of(one, "traffic.police_mediation") == date(2026, 1, 19)  # the tenth day is a Sunday
    one = now(date(2026, 1, 8), **police, sessions=[], appointments=[fixed(date(2026, 1, 16))])
    assert last_of(one, "traffic.police_notice") == date(2026, 1, 13)
    assert "traffic.police_application" not in keys(one)


def test_the_sixty_days_of_a_divorce() -> None:
    one = now(date(2026, 1, 20), category="family", facts={"divorce_applied_on": "2026-01-12"})
    assert (last_of(one, "divorce.cooling_off"), last_of(one, "divorce.certificate")) == (date(2026, 2, 11), date(2026, 3, 13))
    assert "divorce.cooling_off" not in keys(now(date(2026, 2, 12), category="family", facts={"divorce_applied_on": "2026-01-12"}))


# --- limitation -----------------------------------------------------------------------------------------------------------------------


def happened(kind: InterruptionKind, day: date) -> Interruption:
    return Interruption(kind=kind, day=day, party_id=None, amount_fen=None, proof="", note="")


CLAIMS = [  # what is entered, the kind, the last day, words of the note
    ({}, "limitation.general", date(2029, 1, 5), "request for mediation"),
    ({"limitation_from": date(2024, 5, 6)}, "limitation.general", date(2029, 1, 5), "request for mediation"),
    ({"limitation_from": date(2022, 1, 4)}, "limitation.general", date(2029, 1, 5), "run out on 2025年1月6日"),  # the fourth is a Saturday
    ({"facts": {"overdue_since": "2016-05-09"}}, "limitation.general", date(2029, 1, 5), "run out on 2019年5月9日"),
    ({"category": "labour", "facts": {"ended_on": "2025-08-31"}}, "limitation.labour_arbitration", date(2027, 1, 5), "request"),
    ({"cause": "土地承包经营权纠纷"}, "limitation.rural_land_arbitration", date(2028, 1, 5), "request"),
    (
        {"interruptions": [happened(InterruptionKind.PROMISE, date(2026, 1, 12))]},
        "limitation.general", date(2029, 1, 12), "promised to perform",
    ),
    (
        {"limitation_from": date(2022, 1, 4), "interruptions": [happened(InterruptionKind.DEMAND, date(2024, 3, 1))]},
        "limitation.general", date(2029, 1, 5), "request for mediation",
    ),
    ({"facts": {"payments": [{"paid_on": "2026-01-07", "amount": 100}]}}, "limitation.general", date(2029, 1, 8), "paid a part"),
]  # fmt: skip


@pytest.mark.parametrize(("values", "key", "last", "words"), CLAIMS, ids=[f"{n}-{key}" for n, (_v, key, _l, _w) in enumerate(CLAIMS)])
def test_limitation_counts_anew_from_what_interrupts_it(values: dict[str, Any], key: str, last: date, words: str) -> None:
    found = due(now(date(2026, 1, 20), **values), key)
    assert found.limit is not None and found.limit.due == last and words in found.note
    late = "run out" in words
    assert ("run out" in found.note) is late or "not known whether it had run out" in found.note


def test_a_demand_in_time_keeps_the_claim_and_only_a_promise_revives_one_that_had_run_out() -> None:
    start = date(2020, 1, 6)
    kept = now(date(2026, 1, 20), limitation_from=start, interruptions=[happened(InterruptionKind.DEMAND, date(2023, 1, 6))])
    assert "run out" not in due(kept, "limitation.general").note
    lost = now(date(2026, 1, 20), limitation_from=start, interruptions=[happened(InterruptionKind.DEMAND, date(2023, 1, 9))])
    assert "run out on 2023年1月6日" in due(lost, "limitation.general").note
    revived = now(date(2026, 1, 20), limitation_from=start, interruptions=[happened(InterruptionKind.PART_PAYMENT, date(2025, 1, 9))])
    assert "run out" not in due(revived, "limitation.general").note


def test_a_period_that_still_ran_when_the_law_changed_has_three_years() -> None:
    assert limitation._counted("limitation.general", date(2016, 5, 9), VALUES, HOLIDAYS).due == date(2019, 5, 9)
    assert limitation._counted("limitation.general", date(2014, 5, 9), VALUES, HOLIDAYS).due == date(2016, 5, 9)


def test_what_was_agreed_runs_from_the_last_instalment_and_anew_from_a_part_payment() -> None:
    parties = nouns.party(PartyRole.RESPONDENT, "张某"), nouns.party(PartyRole.APPLICANT, "王某")
    parts = [(date(2026, 3, 2), 100), (date(2026, 6, 1), 100)]
    owed = nouns.obligation([parties[0]], [parties[1]], 200, timing=ObligationTiming.INSTALMENTS, instalments=parts)
    assert last_of(in_force(date(2026, 2, 4), owed), "limitation.general") == date(2029, 6, 1)
    owed.performances = [Performance(day=date(2026, 9, 1), amount_fen=150, instalment_id=None)]
    one = in_force(date(2026, 9, 4), owed)
    assert last_of(one, "limitation.general") == date(2029, 9, 3)  # the first is a Saturday
    ruled = Confirmation(result=ConfirmationResult.CONFIRMED, applied_on=date(2026, 2, 2), ruled_on=date(2026, 2, 9), served_on=None)
    assert "limitation.general" not in keys(in_force(date(2026, 9, 4), owed, confirmations=[ruled]))
    owed.performances.append(Performance(day=date(2026, 9, 2), amount_fen=50, instalment_id=None))
    assert "limitation.general" not in keys(in_force(date(2026, 9, 4), owed))


def test_after_a_failure_it_still_runs_and_after_a_withdrawal_nobody_asks() -> None:
    def ended(code: OutcomeCode) -> Situation:
        outcome = Outcome(code=code, concluded_on=date(2026, 1, 20), undone=False)
        return now(date(2026, 1, 21), stage=Stage.CONCLUDED, outcomes=[outcome])

    assert "limitation.general" in keys(ended(OutcomeCode.FAILED_REFUSED))
    assert "limitation.general" not in keys(ended(OutcomeCode.SETTLED_WITHDRAWN))


@given(
    st.lists(st.tuples(st.sampled_from(list(InterruptionKind)), st.dates(date(2018, 1, 1), date(2030, 1, 1))), max_size=4),
    st.dates(date(2018, 1, 1), date(2026, 1, 5)),
)
def test_more_interruptions_never_end_it_sooner(events: list[tuple[InterruptionKind, date]], start: date) -> None:
    bare = now(date(2026, 1, 20), limitation_from=start).case
    more = now(date(2026, 1, 20), limitation_from=start, interruptions=[happened(*one) for one in events]).case
    one, other = (limitation.of_claim("limitation.general", case, VALUES, HOLIDAYS) for case in (bare, more))
    assert one.limit.due <= other.limit.due and other.limit.counted_from >= start


# --- visits ---------------------------------------------------------------------------------------------------------------------------


def test_a_visit_after_the_agreement_and_after_each_instalment() -> None:
    parties = nouns.party(PartyRole.RESPONDENT, "张某"), nouns.party(PartyRole.APPLICANT, "王某")
    parts = [(date(2026, 3, 2), 100), (date(2026, 6, 1), 100)]
    owed = nouns.obligation([parties[0]], [parties[1]], 200, timing=ObligationTiming.INSTALMENTS, instalments=parts)

    def visited(*days: date) -> Situation:
        return in_force(date(2026, 2, 1), owed, return_visits=[ReturnVisit(day=day) for day in days])

    assert last_of(visited(), "return_visit.after_agreement") == date(2026, 2, 24)
    assert last_of(visited(date(2026, 2, 3)), "return_visit.after_instalment") == date(2026, 3, 17)
    assert last_of(visited(date(2026, 2, 3), date(2026, 3, 5)), "return_visit.after_instalment") == date(2026, 6, 16)
    assert not {key for key in keys(visited(date(2026, 6, 2))) if key.startswith("return_visit")}
