"""Which face has a character, and which characters are refused by name."""

import io

import pytest
from fontTools.ttLib import TTFont

from desktop import assets
from desktop.documents import blocks, fonts
from desktop.documents.blocks import Furniture, Paper, Paragraph
from desktop.documents.truetype import FontFault, TrueType
from desktop.domain.refusal import Refusal

FACES = fonts.faces(computer=False)


def paper(text: str) -> Paper:
    return Paper("agreement", "协议", "1", "调委会", Furniture("", "", "", ""), (Paragraph(text),))


@pytest.mark.parametrize("name", ["NotoSerifSC-Regular.ttf", "NotoSansMongolian-Regular.ttf", "BabelStoneHan-Rare.ttf"])
def test_reads_the_same_characters_and_widths_as_fonttools(name: str) -> None:
    path = assets.path("fonts", name)
    face, known = TrueType(path, "x"), TTFont(path, lazy=True)
    table, metrics, order = known.getBestCmap(), known["hmtx"], known.getReverseGlyphMap()
    for code in list(table)[::37]:
        glyph = face.glyph(chr(code))
        assert glyph == order[table[code]]
        assert face.width(glyph) == pytest.approx(metrics[table[code]][0] * 1000 / face.units_per_em)
    assert face.glyph("\U00020003") == 0
    assert face.glyph("\uffff") == 0


def test_a_subset_is_a_sound_font_with_widened_and_composite_glyphs() -> None:
    face = TrueType(assets.path("fonts", "NotoSerifSC-Regular.ttf"), "song")
    glyphs = [(0, 0), *((face.glyph(c), 0) for c in "申请人é ﬁ"), (face.glyph("人"), 250), (face.glyph(" "), 125)]
    cut = TTFont(io.BytesIO(face.subset(glyphs)), checkChecksums=2)
    names = cut.getGlyphOrder()
    assert cut["maxp"].numGlyphs == len(names) >= len(glyphs)
    plain, wide = names[3], names[len(glyphs) - 2]
    assert cut["hmtx"][wide][0] == cut["hmtx"][plain][0] + 250
    assert cut["glyf"][wide].isComposite()
    assert cut["glyf"][wide].getCoordinates(cut["glyf"])[0] == cut["glyf"][plain].getCoordinates(cut["glyf"])[0]
    assert face.subset(glyphs) == face.subset(glyphs)


def test_a_file_that_is_no_truetype_font_is_passed_over(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for data in (b"", b"OTTO" + bytes(200), b"\0\1\0\0" + b"\xff" * 40, b"not a font"):
        file = tmp_path / "font.ttf"
        file.write_bytes(data)
        with pytest.raises(FontFault):
            TrueType(file, "x")


@pytest.mark.parametrize(
    "text",
    [
        "张𨱏",
        "李𬭎",
        "龑㛃䶮",
        "买买提·吐尔逊",
        "ᠮᠥᠩᠬᠡ\u180e ᠪᠠ\u180bᠲᠤ",
        "<b>&{{x}}",
        "一\n二\t三\u3000四\u00a0五",
        "Өргөн Үүрэг",
        "☐同意　☑不同意　☒无",
        "𠮷𡛛",
        "①□■√％℃",
    ],
)
def test_what_is_printable(text: str) -> None:
    assert FACES.unprintable(text) == []


@pytest.mark.parametrize(
    ("character", "reason"),
    [
        ("\U00020003", "no font"),
        ("👍", "no font"),
        ("\x07", "control"),
        ("\x00", "control"),
        ("\r", "control"),
        ("\u202e", "invisible"),
        ("\u2067", "invisible"),
        ("\u200b", "invisible"),
        ("\u200d", "invisible"),
        ("\ufeff", "invisible"),
        ("\u180b", "invisible"),
        ("\ufe00", "invisible"),
        ("\U000e0100", "invisible"),
        ("\u2028", "invisible"),
        ("\u0301", "over or under"),
        ("\ue000", "private"),
        ("\ud800", "private"),
        ("א", "no font"),
    ],
)
def test_what_is_refused_is_named(character: str, reason: str) -> None:
    (found,) = FACES.unprintable(f"王{character}某", "blocks.0.text")
    assert found.character == character
    assert found.code == f"U+{ord(character):04X}"
    assert reason in found.reason
    with pytest.raises(Refusal) as refused:
        fonts.check(paper(f"王{character}某"), FACES)
    assert refused.value.faults[0].field == "blocks.0.text"
    assert found.code in refused.value.sentence


def test_every_place_is_named() -> None:
    bad = blocks.Table(("头\x01",), (("好", "👍"),), (1.0, 1.0))
    found = fonts.unprintable(Paper("k", "t", "1", "调", Furniture("", "", "", ""), (bad,)), FACES)
    assert [one.place for one in found] == ["blocks.0.head.0", "blocks.0.rows.0.1"]


def test_figures_and_brackets_come_from_song_in_the_body() -> None:
    for character in "0A（“—":
        found = FACES.glyph("body", character)
        assert found and found[0].name == "song"
    title = FACES.glyph("title", "人")
    assert title and title[0].name == "song_bold"
    rare = FACES.glyph("title", "㐀")
    assert rare and rare[0].name == "song"


def test_no_name_of_the_police_and_the_census_is_without_a_face() -> None:
    # from Unihan's sources GIDC and GXM: written in people's papers, and in no common font
    for character in "\U0002b74b\U0002e00e\U000313aa\U000323ae":
        assert FACES.glyph("body", character), f"U+{ord(character):X}"


def test_the_fonts_stay_small() -> None:
    assert sum(path.stat().st_size for path in assets.path("fonts").glob("*.ttf")) <= 30_000_000
