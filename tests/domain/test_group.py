"""Lists of workers as they come out of Excel, how a sum is divided among them, and who is spoken for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models.party import Party, PartyMember
from db.vocabulary import PartyKind, PartyRole
from desktop.domain import group
from desktop.domain.refusal import Refusal

WITH_HEADING = """呼和浩特市某工地农民工工资表

序号	姓名	身份证号	拖欠工资（元）	开户行	银行卡号	联系电话
1	巴某某	150105198001010013	12,300.00	某银行新城支行	6222020000000000018	13800000001
2	娜某某	150122195503070027	9800.5	某农信社	6228480000000000026	13800000002
	合计		22100.50
"""

WITHOUT_HEADING = """1	巴某某	13800000001	150105198001010013	12300	某银行新城支行	6222020000000000018
2	娜某某	13800000002	150122195503070027	9800.50	某农村信用社	6228480000000000026
3	其其格	13800000003	150105199008081521	1500	某银行赛罕支行	6228480000000000034"""


def faults(text: str) -> list[tuple[str, str]]:
    with pytest.raises(Refusal) as no:
        group.read(text)
    return [(fault.field, fault.sentence) for fault in no.value.faults]


def member(ordinal: int, name: str, amount: int | None = None, represents: bool = False, authority: tuple[str, ...] = ()) -> PartyMember:
    return PartyMember(
        id=ordinal, ordinal=ordinal, name=name, amount_fen=amount, represents=represents, authority=list(authority), id_number=""
    )


def workers(*members: PartyMember) -> Party:
    made = Party(id=7, ordinal=1, name="某某等工人", kind=PartyKind.GROUP, role=PartyRole.APPLICANT)
    made.members = list(members)
    return made


# --- the list -------------------------------------------------------------------------------------------------------------------------


def test_a_heading_is_found_by_its_words_under_the_title_and_the_total_is_no_worker() -> None:
    found = group.read(WITH_HEADING)
    assert [(one["name"], one["amount"]) for one in found.members] == [("巴某某", 1_230_000), ("娜某某", 980_050)]
    assert found.members[0] == {
        "name": "巴某某",
        "id_number": "150105198001010013",
        "amount": 1_230_000,
        "bank_name": "某银行新城支行",
        "account_number": "6222020000000000018",
        "phone": "13800000001",
    }
    assert found.total_fen == 2_210_050


def test_without_a_heading_each_column_is_known_by_what_stands_in_it() -> None:
    found = group.read(WITHOUT_HEADING).members
    assert [one["phone"] for one in found] == ["13800000001", "13800000002", "13800000003"]
    assert [one["amount"] for one in found] == [1_230_000, 980_050, 150_000]
    assert found[1]["account_number"] == "6228480000000000026"
    assert found[2]["name"] == "其其格"


def test_every_bad_cell_is_named_by_row_and_column_and_nothing_is_taken() -> None:
    text = "姓名\t身份证号\t金额\n巴某某\t150105198001010013\t一万二\n\t150122195503070027\t100\n娜某某\t1.50122E+17\t1.234"
    found = faults(text)
    assert [field for field, _sentence in found] == ["rows.2.amount", "rows.3.name", "rows.4.id_number", "rows.4.amount"]
    assert "2" in found[0][1] and "金额" in found[0][1]
    assert "姓名" in found[1][1] and "身份证号" in found[2][1]


def test_a_number_that_stands_twice_is_one_worker_twice() -> None:
    text = "姓名\t身份证号\n巴某某\t15010519900808152x\n娜某某\t15010519900808152X"
    assert [field for field, _sentence in faults(text)] == ["rows.3.id_number"]


def test_a_total_that_is_not_the_sum_stops_the_list() -> None:
    assert [field for field, _sentence in faults(WITH_HEADING.replace("22100.50", "22100.40"))] == ["rows.6.amount"]


def test_a_wrong_check_figure_and_a_missing_amount_stop_nothing_and_are_told() -> None:
    found = group.read("姓名\t身份证号\t金额\n巴某某\t150105198001010014\t\n娜某某\t150122195503070027\t3")
    assert [one.field for one in found.remarks] == ["rows.2.id_number", "rows.2.amount"]
    assert [one["name"] for one in found.members] == ["巴某某", "娜某某"]


@pytest.mark.parametrize("text", ["", "\n\n", "姓名\t金额\n", "只有一句话。", "1\t2\t3", "姓名\t姓名\n甲某\t乙某"])
def test_what_is_no_list_is_refused(text: str) -> None:
    assert faults(text)


def test_a_row_with_more_cells_than_the_heading_is_named() -> None:
    assert [field for field, _sentence in faults("姓名\t金额\n巴某某\t100\t又一格")] == ["rows.2"]


def test_a_cell_in_quotes_may_hold_a_line_end() -> None:
    found = group.read('姓名\t开户行\n巴某某\t"某银行\n新城支行"').members
    assert found[0]["bank_name"] == "某银行\n新城支行"


def test_a_pasted_list_takes_the_place_of_the_table_and_not_both() -> None:
    party = {"name": "某某等工人", "members_paste": "姓名\t金额\n巴某某\t100"}
    assert group.expanded(party, None, "here")["members"] == [{"name": "巴某某", "amount": 10_000}]
    assert group.expanded({"name": "张某"}, None, "here") == {"name": "张某"}
    with pytest.raises(Refusal) as no:
        group.expanded({**party, "members": [{"name": "娜某某"}]}, None, "parties.0.members_paste")
    assert no.value.field == "parties.0.members_paste"


# --- the parts ------------------------------------------------------------------------------------------------------------------------


def test_each_gets_what_he_claims_and_by_two_dates_the_same_whole() -> None:
    claims = [1_230_000, 980_050, 150_000]
    assert group.divided(claims, [sum(claims)]) == [[1_230_000], [980_050], [150_000]]
    halves = group.divided(claims, [1_000_000, sum(claims) - 1_000_000])
    assert [sum(row) for row in halves] == claims
    assert sum(row[0] for row in halves) == 1_000_000


def test_settled_at_nine_tenths_each_gets_nine_tenths_to_the_fen() -> None:
    assert group.divided([100_01, 200_02, 300_03], [540_05]) == [[90_01], [180_02], [270_02]]


@given(
    st.lists(st.integers(1_00, 90_000_00), min_size=1, max_size=60),
    st.lists(st.integers(10_000_00, 9_000_000_00), min_size=1, max_size=6),
)
def test_no_fen_is_lost_or_made_whatever_is_divided(claims: list[int], sums: list[int]) -> None:
    parts = group.divided(claims, sums)
    assert [sum(row[j] for row in parts) for j in range(len(sums))] == sums
    assert all(part >= 0 for row in parts for part in row)
    for claim, row in zip(claims, parts, strict=True):
        assert abs(sum(row) - claim * sum(sums) / sum(claims)) <= 1


def test_a_sum_is_written_out_for_every_member_and_must_be_that_of_their_amounts() -> None:
    party = workers(member(1, "巴某某", 1_230_000), member(2, "娜某某", 980_050))
    row = {"divide": "claimed", "amount": 2_210_050, "due_on": "2026-05-01"}
    made = group.row_divided([party], row, [7], "obligations.0")
    assert made["timing"] == "by_date"
    assert made["instalments"] == [
        {"due_on": "2026-05-01", "amount": 1_230_000, "member_id": 1},
        {"due_on": "2026-05-01", "amount": 980_050, "member_id": 2},
    ]
    with pytest.raises(Refusal) as no:
        group.row_divided([party], {**row, "amount": 2_210_000}, [7], "obligations.0")
    assert no.value.field == "obligations.0.amount"
    assert "22,100.50" in no.value.sentence


def test_a_part_may_name_its_member_itself() -> None:
    party = workers(member(1, "巴某某"), member(2, "娜某某"))
    row = {"instalments": [{"due_on": "d", "amount": 5, "member": "2"}, {"due_on": "d", "amount": 7, "member": "巴某某"}]}
    assert [part["member_id"] for part in group.row_divided([party], row, [7], "o")["instalments"]] == [2, 1]
    with pytest.raises(Refusal) as no:
        group.row_divided([party], {"instalments": [{"due_on": "d", "member": "某人"}]}, [7], "o")
    assert no.value.field == "o.instalments.0.member"


def test_a_sum_to_nobody_in_particular_is_not_divided() -> None:
    row = {"divide": "claimed", "amount": 1, "due_on": "d"}
    for parties in ([], [workers()], [workers(member(1, "巴某某"))]):
        with pytest.raises(Refusal):
            group.row_divided(parties, row, [7], "o")


# --- who is spoken for ----------------------------------------------------------------------------------------------------------------


def test_a_worker_is_bound_by_his_own_word_only() -> None:
    party = workers(
        member(1, "巴某某", represents=True),
        member(2, "娜某某", authority=("mediate", "settle")),
        member(3, "其其格", authority=("mediate",)),
        member(4, "苏某某", authority=("self",)),
    )
    assert [one.name for one in group.uncovered(party)] == ["其其格"]
