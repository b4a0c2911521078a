"""Each move of the road and each refusal, as a lawyer would say it."""

from datetime import date
from typing import Any

import pytest

from db.models.case import Case
from db.vocabulary import AgreementStatus, PartyRole, Stage
from desktop import i18n
from desktop.domain import stages
from desktop.domain.refusal import Refusal
from desktop.domain.situation import Situation
from tests import nouns

DAY = date(2026, 1, 20)


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


def at(stage: Stage, **values: Any) -> Situation:
    case: Case = nouns.case(nouns.party(PartyRole.APPLICANT, "王某"), nouns.party(PartyRole.RESPONDENT, "张某"), stage=stage, **values)
    return Situation(case, DAY)


FRESH = {"number": None, "assignments": [], "sessions": []}
ALLOWED = [
    ("accept", at(Stage.REGISTERED, **FRESH), Stage.ACCEPTED),
    ("assign", at(Stage.ACCEPTED, assignments=[], sessions=[]), Stage.ASSIGNED),
    ("assign", at(Stage.IN_MEDIATION), Stage.IN_MEDIATION),  # a replaced mediator does not throw the case back
    ("session", at(Stage.ASSIGNED, sessions=[]), Stage.IN_MEDIATION),
    ("agreement", at(Stage.IN_MEDIATION), Stage.IN_MEDIATION),
    ("issue", at(Stage.IN_MEDIATION, agreements=[nouns.agreement()]), Stage.IN_MEDIATION),
    ("sign", at(Stage.IN_MEDIATION, agreements=[nouns.agreement(status=AgreementStatus.ISSUED)]), Stage.IN_MEDIATION),
    ("void", at(Stage.IN_MEDIATION, agreements=[nouns.agreement(status=AgreementStatus.ISSUED)]), Stage.IN_MEDIATION),
    ("conclude", at(Stage.IN_MEDIATION), Stage.CONCLUDED),
]
REFUSED = [
    ("accept", at(Stage.ACCEPTED), "not possible while the case is"),
    ("accept", at(Stage.REGISTERED, number="（2026）新诉调字第1号"), "official number already"),
    ("assign", at(Stage.REGISTERED, **FRESH), "it is possible when the case is"),
    ("session", at(Stage.ASSIGNED, assignments=[]), "No mediator presides"),
    ("agreement", at(Stage.IN_MEDIATION, sessions=[]), "No session has been recorded"),
    ("agreement", at(Stage.IN_MEDIATION, agreements=[nouns.agreement(status=AgreementStatus.ISSUED)]), "what was issued is not changed"),
    ("agreement", at(Stage.CONCLUDED), "ended without an agreement"),
    ("agreement", at(Stage.REGISTERED, **FRESH), "not possible while the case is"),
    ("agreement", at(Stage.CONCLUDED, agreements=[nouns.agreement(status=AgreementStatus.SIGNED)]), "choose “Agree anew"),
    ("issue", at(Stage.IN_MEDIATION), "There is no agreement yet"),
    ("sign", at(Stage.IN_MEDIATION, agreements=[nouns.agreement()]), "has not been issued yet"),
    ("conclude", at(Stage.REGISTERED, **FRESH), "not possible while the case is"),
]


@pytest.mark.parametrize(("move", "now", "to"), ALLOWED)
def test_move_is_allowed(move: str, now: Situation, to: Stage) -> None:
    assert stages.why_not(move, now) == ""
    assert stages.after(move, now) is to


@pytest.mark.parametrize(("move", "now", "why"), REFUSED)
def test_move_is_refused_with_the_sentence_of_the_button(move: str, now: Situation, why: str) -> None:
    sentence = stages.why_not(move, now)
    assert why in sentence
    with pytest.raises(Refusal) as no:
        stages.require(move, now)
    assert no.value.sentence == sentence


def test_every_stage_of_the_open_road_has_a_way_on() -> None:
    for now in (
        at(Stage.REGISTERED, **FRESH),
        at(Stage.ACCEPTED, assignments=[], sessions=[]),
        at(Stage.ASSIGNED, sessions=[]),
        at(Stage.IN_MEDIATION),
    ):
        assert stages.next_move(now)


def test_every_move_leads_from_and_to_known_stages() -> None:
    for move in stages.MOVES.values():
        assert move.frm
        assert move.to is None or move.to in Stage
