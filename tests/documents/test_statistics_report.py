"""The report on paper, as a chart and as an Excel file: the same figures everywhere, nothing read as a formula, bars from zero."""

import dataclasses
import io
import subprocess
from datetime import date
from pathlib import Path
from shutil import which

import pytest
import python_calamine
from reportlab.graphics.charts.barcharts import HorizontalBarChart

from desktop import i18n
from desktop.documents import blocks, pdf, pdf_chart, statistics_report, xlsx
from desktop.documents.blocks import Chart, Series
from desktop.documents.statistics_report import Before, Content
from desktop.domain import figures
from tests.documents import papers

VALUES = {
    "brought_forward": 3, "accepted": 12, "concluded": 10, "agreed_cases": 9, "open_at_end": 5, "claimed_fen": 519_425_392,
    "agreed_fen": 80_000_000,
}  # fmt: skip
ZERO = dict.fromkeys(VALUES, 0)
CHART = Chart(("道路交通事故", "其他"), (Series("新收", (12, 0)), Series("办结", (10, 0))))


@pytest.fixture(autouse=True)
def _chinese(english: None) -> None:
    i18n.use("zh_Hans_CN")


def content(**values: object) -> Content:
    known = Content(
        title="按纠纷类别",
        office="新城区诉调对接人民调解委员会",
        scope="新城区诉调对接人民调解委员会",
        period="2026年",
        made_on=date(2026, 11, 20),
        splits=("纠纷类别",),
        figures=figures.of("category"),
        rows=((("道路交通事故",), VALUES), (("其他",), ZERO)),
        total=VALUES,
        rules=tuple(figures.rules("category", ("category",))),
        chart=CHART,
    )
    return dataclasses.replace(known, **values)  # type: ignore[arg-type]


def text(paper: blocks.Paper) -> str:
    return papers.bare("".join(papers.pages(pdf.render(paper, computer_fonts=False))))


def test_paper_has_every_figure_its_formula_and_its_chart() -> None:
    made = statistics_report.paper(content())
    assert blocks.from_json(blocks.to_json(made)) == made, "it can be frozen like every other paper"
    said = text(made)
    for word in ("人民调解案件统计表", "（按纠纷类别）", "519.43", "80.00", "90.00", "调解成功率（%）", "合计", "不予受理的不计", "图示"):
        assert word in said, word
    assert said.count("道路交通事故") == 2, "in the table, and beside its bars"
    kinds = [type(block) for block in made.blocks]
    assert kinds.index(blocks.Table) < kinds.index(blocks.Notice) < kinds.index(blocks.Chart), "the rules stand under the table"


def test_last_year_stands_below_with_its_own_days() -> None:
    before = Before("2025年1月1日至2025年11月20日", ((("道路交通事故",), ZERO), (("其他",), ZERO)), ZERO)
    made = statistics_report.paper(content(before=before))
    assert len([block for block in made.blocks if isinstance(block, blocks.Table)]) == 2
    assert "上年同期（2025年1月1日至2025年11月20日）" in text(made)


def test_overview_stands_figure_by_figure() -> None:
    made = statistics_report.paper(content(splits=(), rows=(), before=Before("2025年", (), ZERO)))
    table = next(block for block in made.blocks if isinstance(block, blocks.Table))
    assert len(table.rows) == len(figures.of("category")) and len(table.head) == 4
    assert table.rows[1] == ("本期新收", "12", "0", "+12")


def test_a_training_report_says_so() -> None:
    assert "培训样本" in text(statistics_report.paper(content(training=True)))


def test_same_report_same_bytes() -> None:
    made = statistics_report.paper(content())
    assert pdf.render(made, computer_fonts=False) == pdf.render(made, computer_fonts=False)


@pytest.mark.skipif(which("pdffonts") is None, reason="pdffonts (poppler-utils) looks into the file from outside")
def test_every_font_is_embedded(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf.render(statistics_report.paper(content()), computer_fonts=False))
    lines = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert lines and all(line.split()[-5] == "yes" for line in lines), lines


def test_axis_begins_at_zero_and_bars_keep_their_order() -> None:
    made = pdf_chart.drawing(Chart(("甲", "乙"), (Series("新收", (98, 99)), Series("办结", (97, 96)))), 400)
    bars = next(part for part in made.contents if isinstance(part, HorizontalBarChart))
    assert bars.valueAxis.valueMin == 0 and bars.valueAxis.valueMax >= 99
    assert bars.valueAxis.valueStep == int(bars.valueAxis.valueStep), "cases are whole"
    assert bars.data == [[97, 96], [98, 99]] and bars.categoryAxis.categoryNames == ["甲", "乙"]


@pytest.mark.parametrize("most", [0, 1, 3, 7, 99, 12_345, 98_765_432])
def test_axis_steps_are_round(most: int) -> None:
    made = pdf_chart.drawing(Chart(("甲",), (Series("新收", (most,)),)), 400)
    bars = next(part for part in made.contents if isinstance(part, HorizontalBarChart))
    step = int(bars.valueAxis.valueStep)
    assert str(step).rstrip("0") in ("1", "2", "5") and most <= bars.valueAxis.valueMax <= max(10 * step, most + step)


def test_chart_of_nothing_and_of_long_names() -> None:
    assert pdf_chart.render(Chart((), ()), 200, 100, pdf_chart.PAPER).startswith(b"%PDF")
    long = Chart(("呼和浩特市新城区诉调对接人民调解委员会" * 5,), (Series("办结" * 40, (3,)),))
    assert pdf_chart.render(long, 200, 100, pdf_chart.PAPER).startswith(b"%PDF")


def sheet(**values: object) -> xlsx.Sheet:
    known = xlsx.Sheet(
        title="按纠纷类别",
        lines=("新城区", "2026年"),
        head=("纠纷类别",),
        figures=figures.of("category"),
        rows=((("道路交通事故",), VALUES), (('=HYPERLINK("x")',), ZERO)),
        total=(("合计",), VALUES),
        rules=("规则",),
    )
    return dataclasses.replace(known, **values)  # type: ignore[arg-type]


def cells(data: bytes) -> list[list[object]]:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [list(row) for row in book.get_sheet_by_index(0).to_python()]


def test_excel_has_numbers_and_no_formulas() -> None:
    rows = cells(xlsx.render(sheet()))
    head = next(row for row in rows if row[0] == "纠纷类别")
    traffic = dict(zip(head, next(row for row in rows if row[0] == "道路交通事故"), strict=True))
    assert traffic["本期新收"] == 12 and traffic["协议涉及金额（万元）"] == 80.0 and traffic["调解成功率（%）"] == 90.0
    assert traffic["新收案件诉求金额（万元）"] == 519.425392, "the cell keeps the fen, two decimals are only shown"
    assert any(row[0] == '=HYPERLINK("x")' for row in rows), "a name is never a formula"
    assert any(str(row[0]).startswith("1. ") for row in rows)


def test_excel_with_last_year_beside() -> None:
    rows = cells(xlsx.render(sheet(before=("2025年", (ZERO, VALUES), VALUES))))
    head = next(row for row in rows if row[0] == "纠纷类别")
    assert len(head) == 1 + 2 * len(figures.of("category"))
    assert str(head[-1]).endswith("2025年")
