"""The password and the recovery sheet open the key; a wrong one is told from a damaged slot, a slip from a wrong sheet."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import keys
from db.trouble import DamagedFile, WrongKey

NOW = datetime(2026, 11, 20, tzinfo=UTC)
KEY = bytes(range(32))
SHEET = keys.new_recovery()


REAL = {"PASSWORD_OPS": keys.PASSWORD_OPS, "PASSWORD_MEMORY": keys.PASSWORD_MEMORY}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "PASSWORD_OPS", 1)
    monkeypatch.setattr(keys, "PASSWORD_MEMORY", 8192)


def test_the_password_opens() -> None:
    slot = keys.wrap_with_password(KEY, "草原 2026 é", NOW)
    assert slot["kind"] == "password" and slot["created"].startswith("2026-11-20")
    assert keys.unwrap([slot], password="草原 2026 e\u0301") == KEY  # another input method, the same characters
    for wrong in ("草原 2026", "", "草原 2026 É"):
        with pytest.raises(WrongKey):
            keys.unwrap([slot], password=wrong)
    with pytest.raises(ValueError, match="password"):
        keys.wrap_with_password(KEY, "", NOW)


def test_the_sheet_opens_however_it_is_typed() -> None:
    slot = keys.wrap_with_recovery(KEY, SHEET, NOW)
    wide = "".join(chr(ord(c) + 0xFEE0) if c != "-" else "—" for c in SHEET)
    for typed in (SHEET, SHEET.lower(), SHEET.replace("-", ""), SHEET.replace("-", "  \n"), wide):
        assert keys.unwrap([slot], recovery=typed) == KEY


def test_a_sheet_of_another_office() -> None:
    slot = keys.wrap_with_recovery(KEY, SHEET, NOW)
    with pytest.raises(WrongKey, match="another office") as caught:
        keys.unwrap([slot], recovery=keys.new_recovery())
    assert caught.value.group is None


def test_nothing_given_or_no_such_slot() -> None:
    slot = keys.wrap_with_password(KEY, "x", NOW)
    with pytest.raises(WrongKey):
        keys.unwrap([slot])
    with pytest.raises(WrongKey):
        keys.unwrap([slot], recovery=SHEET)


@pytest.mark.parametrize("name", ["box", "salt", "ops", "memory", "sum", "created"])
def test_a_damaged_slot_is_no_wrong_password(name: str) -> None:
    slot = keys.wrap_with_password(KEY, "x", NOW)
    slot[name] = 10**12 if isinstance(slot[name], int) else "zz" + slot[name][2:]
    with pytest.raises(DamagedFile):
        keys.unwrap([slot], password="x")
    whole = keys.wrap_with_password(KEY, "x", NOW)
    assert keys.unwrap([slot, whole], password="x") == KEY


def test_a_slot_that_would_stop_the_computer_is_refused() -> None:
    slot = keys.wrap_with_password(KEY, "x", NOW) | {"memory": 2**40}
    slot["sum"] = keys._sum(slot)
    with pytest.raises(DamagedFile):
        keys.unwrap([slot], password="x")


def test_a_sheet_is_easy_to_read_and_has_160_bits() -> None:
    assert len(keys.LETTERS) == 32 and not set("IO01") & set(keys.LETTERS)
    groups = SHEET.split("-")
    assert [len(group) for group in groups] == [5] * 8
    assert len(keys.read_recovery(SHEET)) * 5 == 160
    assert keys.new_recovery() != SHEET


@settings(max_examples=300)
@given(st.integers(0, 39), st.sampled_from(keys.LETTERS))
def test_any_one_slip_is_named_by_its_group(place: int, letter: str) -> None:
    letters = list(SHEET.replace("-", ""))
    if letters[place] == letter:
        return
    letters[place] = letter
    with pytest.raises(WrongKey) as caught:
        keys.read_recovery("".join(letters))
    assert caught.value.group == place // 5 + 1


@given(st.integers(0, 7), st.integers(0, 3))
def test_two_swapped_letters_are_named_too(group: int, place: int) -> None:
    letters = list(SHEET.replace("-", ""))
    here = group * 5 + place
    if letters[here] == letters[here + 1]:
        return
    letters[here], letters[here + 1] = letters[here + 1], letters[here]
    if here % 5 == 3:
        return  # the check letter itself stands for the group; swapping with it may fit by chance of 1 in 32
    with pytest.raises(WrongKey) as caught:
        keys.read_recovery("".join(letters))
    assert caught.value.group == group + 1


@given(st.permutations(SHEET.split("-")))
def test_swapped_groups_do_not_read(groups: list[str]) -> None:
    if groups != SHEET.split("-"):
        with pytest.raises(WrongKey):
            keys.read_recovery("-".join(groups))


# SHEET is new in every process: a name of the test that holds it would differ between the cores that share the tests.
@pytest.mark.parametrize(
    "typed", ["", SHEET[:-1], SHEET + "2", "I" + SHEET[1:], "诸葛亮"], ids=["nothing", "short", "long", "no letter of ours", "a name"]
)
def test_what_is_no_sheet(typed: str) -> None:
    with pytest.raises(WrongKey):
        keys.read_recovery(typed)


def test_an_old_computer_can_do_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in REAL.items():
        monkeypatch.setattr(keys, name, value)
    assert keys.PASSWORD_MEMORY < 128 * 1024 * 1024
    begun = time.process_time()
    slot = keys.wrap_with_password(KEY, "x", NOW)
    assert time.process_time() - begun < 1
    assert slot["memory"] == keys.PASSWORD_MEMORY
