"""Cases in memory to fill element forms from: a plain one of two persons, and one whose every fact is given by its example."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from db.models.case import Case
from db.models.evidence import Evidence
from db.vocabulary import PartyRole, Sex
from desktop import assets
from desktop.categories import SHIPPED
from desktop.domain import fields
from desktop.domain.element_forms import assembly
from desktop.domain.element_forms import form as forms
from desktop.domain.element_forms.assembly import Filled
from desktop.domain.element_forms.filling import FilledRow
from desktop.domain.element_forms.form import Form, Frame
from desktop.domain.element_forms.ground import Ground
from tests.documents import cases

TODAY = date(2026, 11, 20)
CATEGORY = {
    "traffic": "traffic",
    "finance_loan": "finance",
    "private_loan": "private_loan",
    "labour": "labour",
    "divorce": "family",
    "sale": "sale",
    "property_service": "property_mgmt",
    "credit_card": "finance",
}


@cache
def form(key: str) -> Form:
    return forms.form_from(key, assets.toml("forms", "ef25", f"{key}.toml"))


@cache
def frame() -> Frame:
    return forms.frame_from(assets.toml("forms", "ef25", "frame.toml"))


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    papers = {one["code"]: one["name"] for one in assets.toml("codes", "papers.toml")["paper"]}
    return {**assets.toml("forms", "words.toml"), "paper": papers}


def case(**values: Any) -> Case:
    """Two persons, nothing else."""
    asks = cases.person(
        1, PartyRole.APPLICANT, "高某", sex=Sex.MALE, birth_date=date(1979, 12, 9), id_number="150921197912090332", phone="13800000058",
        registered_residence="卓资县某镇",
    )  # fmt: skip
    owes = cases.person(2, PartyRole.RESPONDENT, "郭某", id_number="150921198807250116", registered_residence="卓资县某镇")
    base: dict[str, Any] = {"id": 1, "cause": "民间借贷纠纷", "parties": [asks, owes], "facts": {}, "claim_fen": None, "paper_sheets": []}
    return cases.made(Case, **{**base, **values})


def piece(kind: str) -> Evidence:
    return Evidence(ordinal=1, name="材料", kind=kind, copies=1, pages=2, original=False, proves="", received_on=TODAY)


def example(key: str) -> dict[str, Any]:
    """Every fact of the form's category by its example, clean."""
    declared = SHIPPED[CATEGORY[key]].facts
    return fields.check(declared, fields.example(declared), TODAY)


def ground(facts: Mapping[str, Any] | None = None, answers: Mapping[str, Any] | None = None, **values: Any) -> Ground:
    return Ground(case(**values), facts or {}, TODAY, answers or {}, {}, words())


def claim(key: str, known: Ground) -> Filled:
    return assembly.claim(form(key), frame(), known)


def rows(filled: Filled) -> dict[str, FilledRow]:
    return {row.key: row for section in filled.sections for row in section.rows}
