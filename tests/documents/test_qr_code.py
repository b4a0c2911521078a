"""The mark of a page: what it says, what is read back, and that no two kinds of paper share a code."""

import pytest

from db.vocabulary import PaperKind
from desktop.documents import qr_code, qr_symbol
from desktop.documents.qr_code import Said

NUMBER = "（2026）新诉调字第12号"


def test_a_mark_says_which_paper_and_is_read_back() -> None:
    said = qr_code.content(NUMBER, 2, 3, "agreement", 7)
    assert said == f"{NUMBER}|2|3|{qr_code.code('agreement')}.7"
    assert qr_code.read(said) == Said(NUMBER, 2, 3, qr_code.code("agreement"), 7)
    assert qr_code.read(qr_code.content(NUMBER, 1, 1)) == Said(NUMBER, 1, 1, "", 0)  # an older paper


def test_no_two_kinds_share_a_code_and_a_code_never_changes() -> None:
    codes = {qr_code.code(kind.value) for kind in PaperKind}
    assert len(codes) == len(PaperKind)
    assert [qr_code.code(word) for word in ("agreement", "session_record", "receipt")] == ["46a81", "8feb0", "6f328"]


@pytest.mark.parametrize(
    "said", ["https://example.com", "a|b|c", "|1|1", "号|1", "号|1|99999", "号|１|1", "号|1|1|", "号|1|1|zzz.1", "号|1|1|abc"]
)
def test_any_other_symbol_is_none(said: str) -> None:
    assert qr_code.read(said) is None


def test_the_symbol_stays_small_enough_for_a_camera() -> None:
    assert len(qr_symbol.rows(qr_code.content(NUMBER, 12, 123, "confirmation_application", 123_456))) <= 37
