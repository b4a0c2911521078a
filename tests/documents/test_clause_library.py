"""Clauses offered by facts: shipped ones are sound, conditions are data, the office's own take their place, a broken file is named."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.models.obligation import ObligationParty
from db.models.organisation import Organisation
from db.vocabulary import ObligationKind, ObligationPart, ObligationTiming, PartyRole
from desktop import assets
from desktop.categories import CATEGORIES
from desktop.documents import clause_library
from desktop.documents.setting import Setting
from desktop.domain import agreement_check
from desktop.domain.agreement_check import Known
from desktop.domain.check import book
from desktop.domain.refusal import Refusal
from tests.nouns import agreement, case, company, obligation, party

BANK = company(PartyRole.APPLICANT, "某银行")
ZHANG = party(PartyRole.RESPONDENT, "张某某")
GUARANTOR = party(PartyRole.THIRD_PARTY, "赵某")
SETTING = Setting(Organisation(id=1, name="某某调解委员会"))
BOOK = book.from_tables(
    (name, assets.toml(*name.split("/"))) for name in ("law/forbidden.toml", "codes/vague_words.toml", "codes/signs.toml")
)


def offered(*obligations: Any, own: str = "", **values: Any) -> dict[str, str]:
    one = agreement(*obligations, confirmation_wanted=values.pop("confirmation_wanted", True))
    of = case(BANK, ZHANG, GUARANTOR, agreements=[one], **values)
    entries = clause_library.entries(own, "clauses.toml", own=True) if own else ()
    return {offer.key: offer.text for offer in clause_library.offers(of, one, SETTING, entries)}


def in_parts(**values: Any) -> Any:
    schedule = [(date(2026, 4, 1), 40_000_00), (date(2026, 5, 1), 60_000_00)]
    return obligation([ZHANG], [BANK], 100_000_00, timing=ObligationTiming.INSTALMENTS, instalments=schedule, due_on=None, **values)


def test_every_shipped_clause_can_be_used_and_says_nothing_that_the_check_would_stop() -> None:
    seen: set[str] = set()
    for category in ("", *CATEGORIES):
        for entry in clause_library._shipped(category):
            assert entry.source and entry.status in ("checked", "recall", "unverified"), entry.key
            assert ".md" not in entry.source, entry.key  # a law, a notice or practice; nothing that an office cannot look up
            assert (category, entry.key) not in seen
            seen.add((category, entry.key))
            text = clause_library.filled(entry, case(BANK, ZHANG, GUARANTOR), agreement(in_parts(), clauses=[]), SETTING)
            one = agreement(in_parts(), clauses=[text])
            found = agreement_check.check(case(BANK, ZHANG, GUARANTOR), one, date(2026, 1, 20), Known(book=BOOK))
            mine = [f"{entry.key} {f.kind}: {f.sentence}" for f in found if f.place == "clauses.0" and f.kind != "insurer_absent"]
            assert [line for line in mine if "sham" not in line] == []
    assert len(seen) > 95


def test_offers_follow_the_facts() -> None:
    at_once = offered(obligation([ZHANG], [BANK], 100, timing=ObligationTiming.AT_ONCE))
    assert "acceleration" not in at_once and "default_interest" not in at_once and "no_further_claims" in at_once
    parts = offered(in_parts())
    assert "第一项" in parts["acceleration"] and "被申请人张某某" in parts["acceleration"]
    assert "guarantor_continues" not in parts
    with_one = offered(in_parts(parts=[ObligationParty(party_id=GUARANTOR.id, part=ObligationPart.GUARANTOR)]))
    assert "第三人赵某" in with_one["guarantor_continues"]
    assert "staged_release" in offered(in_parts(), summary="以住房抵押借款。") and "staged_release" not in parts
    assert "joint_application" in parts and "no_confirmation" in offered(in_parts(), confirmation_wanted=False)
    assert "visit_calendar" in offered(in_parts(subject="抚养费"), category="family", cause="抚养费纠纷")
    assert "in_kind_default" in offered(obligation([ZHANG], [BANK], 100, kind=ObligationKind.IN_KIND, subject="绵羊", way=None))
    assert "insurer_direct" in offered(
        in_parts(parts=[ObligationParty(party_id=GUARANTOR.id, part=ObligationPart.PERFORMER)]), category="traffic"
    )
    assert "list_is_part" not in offered(in_parts(), category="labour")


OWN = """
[[clause]]
key = "no_further_claims"
name = "本单位的再无争议"
text = "双方握手言和，金额{figures}元[，期限{due}]。"
order = 1
[clause.when]
amount_at_least = 50000
"""


def test_the_office_has_its_own() -> None:
    assert offered(in_parts(), own=OWN)["no_further_claims"] == "双方握手言和，金额100,000.00元，期限2026年5月1日。"
    assert "no_further_claims" not in offered(obligation([ZHANG], [BANK], 100), own=OWN)


@pytest.mark.parametrize(
    "text",
    [
        "[[clause]",
        '[[clause]]\nkey = "a"\nname = "b"',
        '[[clause]]\nkey = "a"\nname = "b"\ntext = "{nobody}"',
        '[[clause]]\nkey = "a"\nname = "b"\ntext = "c"\n[clause.when]\nmoon = true',
        '[[clause]]\nkey = "a"\nname = "b"\ntext = "c"\n[clause.when]\nkind = ["gold"]',
        '[[clause]]\nkey = "a"\nname = "b"\ntext = "c"\n[clause.when]\nguarantor = "yes"',
        '[[clause]]\nkey = "a"\nname = "b"\ntext = "c"\n[[clause]]\nkey = "a"\nname = "b"\ntext = "c"',
    ],
)
def test_a_broken_file_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(Refusal) as no:
        clause_library.entries(text, "clauses.toml")
    assert "clauses.toml" in no.value.sentence


def test_the_files_lie_where_the_plan_says() -> None:
    for key in ("traffic", "family", "labour", "finance", "other"):
        file = assets.path("categories", key, "clauses.zh_Hans_CN.toml")
        assert file.is_file() and tomllib.loads(file.read_text(encoding="utf-8"))["clause"], key
    assert Path(assets.path("categories", "clauses.zh_Hans_CN.toml")).is_file()
