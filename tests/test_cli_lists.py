"""Lists from the command line: a sheet of mediators, files of a case, a series of cases; exit codes and sentences."""

from pathlib import Path

from tests.services.test_excel_import import OWNERS, TEMPLATE, xlsx
from tests.test_cli import Heyi, at, heyi, office

__all__ = ["at", "heyi", "office"]


def test_a_sheet_is_tried_first_and_comes_in_with_save(at: Heyi, tmp_path: Path) -> None:  # noqa: F811
    file = tmp_path / "mediators.xlsx"
    file.write_bytes(xlsx((("姓名", "调解员证号", "出生日期"), ("苏某某", "003", ""), ("韩某某", "004", "1980-13-01"))))
    tried = at("import", "mediator", file, "--json")
    assert (tried.code, tried.json["made"], [row["row"] for row in tried.json["bad"]]) == (1, 1, [3])
    assert len(at("mediator", "list", "--json").json) == 2
    saved = at("import", "mediator", file, "--save", "--errors", tmp_path / "wrong.xlsx")
    assert saved.code == 1 and saved.err.startswith("rows.3.birth_date: ")
    assert (tmp_path / "wrong.xlsx").read_bytes().startswith(b"PK")
    assert len(at("mediator", "list", "--json").json) == 3
    assert at("import", "mediator", tmp_path / "none.xlsx").code == 1
    assert at("import", "dragon", file).code == 1


def test_files_are_kept_with_a_case(at: Heyi, tmp_path: Path) -> None:  # noqa: F811
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n")
    opened = at("series", {"series": "一", "list": OWNERS, "template": TEMPLATE}, "--save", "--good", "--json")
    number = next(iter(opened.json["opened"].values()))
    assert opened.code == 1 and len(opened.json["opened"]) == 2
    kept = at("attach", "--case", number, photo, "--json")
    assert (kept.code, kept.json[0]["name"], kept.json[0]["size"]) == (0, "photo.png", 8)
    assert at("attach", photo).code == 1
    assert at("attach", "--case", "无此案", photo).code == 1
