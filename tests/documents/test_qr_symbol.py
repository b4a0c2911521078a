"""The QR symbol of a page: another program reads it, at every size and of any words."""

import pytest
import segno
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desktop.documents import qr_code, qr_symbol


def read(rows: tuple[bytes, ...]) -> str:
    side = len(rows)
    picture = Image.frombytes("L", (side, side), bytes(0 if dark else 255 for row in rows for dark in row))
    sheet = Image.new("L", ((side + 8) * 4, (side + 8) * 4), 255)
    sheet.paste(picture.resize((side * 4, side * 4), Image.Resampling.NEAREST), (16, 16))
    return "".join(found.text for found in zxingcpp.read_barcodes(sheet))


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), max_size=60))
def test_what_is_said_is_read(number: str) -> None:
    said = qr_code.content(number, 3, 12, "agreement", 123456)
    assert read(qr_symbol.rows(said)) == said


@pytest.mark.parametrize("length", range(8, 408, 16))
def test_every_size_is_read(length: int) -> None:
    said = ("（2026）新诉调字第12号" * 30).encode()[:length].decode("utf-8", "ignore")
    assert read(qr_symbol.rows(said)) == said


@pytest.mark.parametrize("room", [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412])
def test_a_full_symbol_is_the_same_as_another_library_makes(room: int) -> None:
    """Full, since that library fills the room that is left with other bytes than the norm."""
    said = "x" * room
    known = segno.make(said, error="m", mask=qr_symbol.MASK, micro=False, boost_error=False, mode="byte").matrix
    assert qr_symbol.rows(said) == tuple(bytes(row) for row in known)


def test_too_much_is_no_symbol() -> None:
    with pytest.raises(ValueError, match="too many"):
        qr_symbol.rows("x" * 500)
    assert len(qr_symbol.rows(qr_code.content("某" * 5000, 9999, 9999, "agreement", 999_999_999_999))) <= 77
