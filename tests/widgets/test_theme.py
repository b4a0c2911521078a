"""The looks: every pair of ink and ground can be read, in both themes; sizes grow with the scale."""

import pytest

from desktop.widgets.theme import BASE, DARK, LIGHT, PAIRS, Palette, Theme, contrast


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids=[f"{ink} on {ground}" for ink, ground in PAIRS])
def test_ink_can_be_read_on_its_ground(palette: Palette, pair: tuple[str, str]) -> None:
    assert contrast(getattr(palette, pair[0]), getattr(palette, pair[1])) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_edge_of_a_field_can_be_seen(palette: Palette) -> None:
    assert contrast(palette.edge, palette.surface) >= 3 and contrast(palette.edge, palette.ground) >= 3


def test_black_on_white_is_twenty_one() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 1) == 21.0


def test_everything_grows_with_the_scale() -> None:
    assert Theme(scale=175).px(4) == 28 and Theme(scale=100).px(4) == 16
    assert Theme(scale=150).points(BASE) == 15.8
    assert "$" not in Theme(scale=135, dark=True).sheet()
