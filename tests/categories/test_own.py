"""What an office declares in its own files: a category, fields of a shipped one; each fault by file, line and key; nothing else stops."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import assets
from desktop.categories import CATEGORIES, SHIPPED
from desktop.domain import fields
from desktop.domain.plausible import Around
from desktop.domain.refusal import Refusal
from desktop.services import own_categories

SAMPLE = assets.path("categories", "sample.toml.txt").read_text(encoding="utf-8")
ADDS = """
adds_to = "traffic"
[[field]]
key = "herd"
kind = "integer"
label = "压死牲畜头数"
least = 0
most = 500
group = "牲畜"
"""


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., Path]:
    def write(**texts: str) -> Path:
        folder = tmp_path / "categories"
        folder.mkdir(exist_ok=True)
        for name, text in texts.items():
            (folder / f"{name}.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_without_files_an_office_has_what_is_shipped(tmp_path: Path) -> None:
    assert own_categories.load(tmp_path) is SHIPPED
    assert own_categories.load(tmp_path / "nowhere") is SHIPPED


def test_the_sample_is_a_whole_category(files: Callable[..., Path]) -> None:
    found = own_categories.load(files(fire=SAMPLE))
    assert found.faults == () and list(found)[-2:] == ["own:grass_fire", "other"]
    sheet = found["own:grass_fire"]
    assert (sheet.label, sheet.moj_type, sheet.causes) == ("草原火灾", "损害赔偿纠纷", ("财产损害赔偿纠纷",))
    assert [group.title for group in sheet.groups] == ["", "扑救"]
    clean = fields.check(sheet.facts, fields.example(sheet.facts), date(2026, 11, 20))
    assert sheet.read(fields.stored(sheet.facts, clean)) == clean
    wrong = {"own:burnt_on": date(2026, 3, 5), "own:put_out_on": date(2026, 3, 4)}
    assert [(one.place, one.stops) for one in sheet.looked_at(wrong, Around(date(2026, 11, 20)))] == [("own:put_out_on", True)]
    future = {"own:burnt_on": date(2027, 3, 5)}
    assert [one.place for one in sheet.looked_at(future, Around(date(2026, 11, 20)))] == ["own:burnt_on"]
    with pytest.raises(Refusal) as no:
        fields.check(sheet.facts, {"own:burnt_mu": "-1", "own:spread": "闪电", "own:helpers": [{"hours": 2}]})
    assert [fault.field for fault in no.value.faults] == ["own:burnt_mu", "own:spread", "own:helpers.0.name"]


def test_fields_are_added_to_a_shipped_category_under_a_name_of_their_own(files: Callable[..., Path]) -> None:
    found = own_categories.load(files(herds=ADDS))
    sheet = found["traffic"]
    assert sheet.facts[-1].key == "own:herd" and sheet.groups[-1].title == "牲畜"
    assert sheet.facts[:-1] == CATEGORIES["traffic"].facts and sheet.moj_type == "道路交通事故纠纷"
    assert CATEGORIES["traffic"].facts[-1].key != "own:herd"  # what is shipped is not touched
    two = sheet.looked_at({"accident_on": date(2030, 1, 1), "own:herd": 5}, Around(date(2026, 11, 20)))
    assert [one.place for one in two] == ["accident_on"]


BROKEN: list[tuple[str, str, str, str]] = [  # what stands in the sample, what instead, what stands on the line that is named, the key
    ('key = "grass_fire"  ', 'key = "Grass Fire" ', 'key = "Grass Fire"', "key"),
    ('moj_type = "损害赔偿纠纷"', 'moj_type = "火灾"', 'moj_type = "火灾"', "moj_type"),
    ('kind = "date"\nlabel = "起火日期"', 'kind = "colour"\nlabel = "起火日期"', 'kind = "colour"', "field.0.kind"),
    (
        'key = "burnt_mu"\nkind = "decimal"\nlabel = "过火面积（亩）"',
        'kind = "decimal"\nkey = "burnt_mu"',
        "[[field]]\nkind",
        "field.1.label",
    ),
    ("least = 0\nmost = 1000000", "least = 9\nmost = 8", "most = 8", "field.1.most"),
    ('choices = ["用火不慎", "机械作业", "雷击", "不明"]\n', "", '[[field]]\nkey = "spread"', "field.2.choices"),
    ('["用火不慎", "机械作业", "雷击", "不明"]', '["雷击", "雷击"]', 'choices = ["雷击', "field.2.choices"),
    ('not_before = "burnt_on"', 'not_before = "helpers"', 'not_before = "helpers"', "field.3.not_before"),
    ('key = "put_out_on"', 'key = "burnt_on" # again', 'key = "burnt_on" # again', "field.3.key"),
    ('  key = "hours"', '  key = "name" # again', 'key = "name" # again', "field.4.column.1.key"),
    ('  kind = "integer"', '  kind = "table"', '  kind = "table"', "field.4.column.1.kind"),
    ('key = "spread"', 'key = "spread"\ncolour = "red"', 'colour = "red"', "field.2.colour"),
]


@pytest.mark.parametrize(("there", "instead", "named", "key"), BROKEN)
def test_a_fault_names_file_line_and_key(files: Callable[..., Path], there: str, instead: str, named: str, key: str) -> None:
    assert SAMPLE.count(there) == 1
    text = SAMPLE.replace(there, instead)
    line = text[: text.index(named)].count("\n") + 1
    found = own_categories.load(files(fire=text, herds=ADDS))
    assert "own:grass_fire" not in found and found["traffic"].facts[-1].key == "own:herd"
    fault = found.faults[0]
    assert fault.field == f"categories/fire.toml:{line}:{key}"
    assert fault.sentence.startswith(f"categories/fire.toml，line {line}，{key}：")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("key = [", "no valid TOML"),
        ("[" * 5000, "no valid TOML"),
        ('adds_to = "astrology"', "There is no shipped category"),
        ('adds_to = "traffic"\nlabel = "x"', "no key, label or moj_type"),
        ('label = "x"', "needs key, label and moj_type"),
        ('key = "a"\nlabel = "买卖"\nmoj_type = "其他"', "there is a category called"),
        ("x" * (own_categories.MOST_BYTES + 1), "too big"),
    ],
)
def test_a_broken_file_is_told_and_stops_nothing(files: Callable[..., Path], chinese: None, text: str, said: str) -> None:
    from desktop import i18n

    i18n.use("en")
    if "买卖" in text:
        i18n.use("zh_Hans_CN")
        said = "已有名为"
    found = own_categories.load(files(bad=text, fire=SAMPLE))
    assert len(found.faults) >= 1 and said in found.faults[0].sentence
    assert "own:grass_fire" in found and set(CATEGORIES) <= set(found)


def test_two_files_do_not_declare_the_same(files: Callable[..., Path]) -> None:
    found = own_categories.load(files(a=SAMPLE, b=SAMPLE, c=ADDS, d=ADDS))
    assert [fault.field for fault in found.faults] == ["categories/b.toml", "categories/d.toml"]
    assert [field.key for field in found["traffic"].facts].count("own:herd") == 1


def test_bytes_that_are_no_text_are_told(files: Callable[..., Path]) -> None:
    folder = files(fire=SAMPLE)
    (folder / "categories" / "bad.toml").write_bytes(b"\xff\xfe\x00")
    (folder / "categories" / "note.txt").write_text("not read")
    (folder / "categories" / "folder.toml").mkdir()
    found = own_categories.load(folder)
    assert [fault.field for fault in found.faults] == ["categories/bad.toml"]


def test_the_sample_is_written_beside_and_does_not_count(tmp_path: Path) -> None:
    target = own_categories.write_sample(tmp_path)
    assert target.read_text(encoding="utf-8") == SAMPLE and own_categories.load(tmp_path) is SHIPPED


_keys = st.sampled_from(("key", "label", "moj_type", "field", "adds_to", "causes", "kind", "column", "choices", "least", "x"))
_leaf = st.sampled_from(('"a"', '"traffic"', "1", "true", "2026-01-01", "[]", '["a"]', "-1.5", '"table"', '"choice"'))


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(("", "[[field]]", "[[field.column]]", "[x]")), _keys, _leaf), max_size=8))
def test_whatever_is_written_the_loader_only_tells(lines: list[tuple[str, str, str]]) -> None:
    from desktop.categories.declared import parsed

    text = "\n".join(f"{head}\n{key} = {value}" for head, key, value in lines)
    try:
        parsed(text, "categories/x.toml", CATEGORIES, ["其他"])
    except Refusal as no:
        assert all(fault.field.startswith("categories/x.toml") and fault.sentence for fault in no.faults)
