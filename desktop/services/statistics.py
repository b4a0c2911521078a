"""Count the cases of a period and name them: reports as rows of figures, beside last year's, and the cases behind each figure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from db import vocabulary
from db.queries import figures as counting
from db.queries import people, register
from db.queries.figures import Asked, Code
from desktop import assets
from desktop.categories.catalogue import Catalogue
from desktop.documents import statistics_report
from desktop.documents.blocks import Chart, Paper, Series
from desktop.domain import figures, periods, words
from desktop.domain.figures import Figure
from desktop.domain.periods import Period
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _, language
from desktop.services import files, raster
from desktop.services.desk import Desk
from desktop.services.desk import found as there
from desktop.services.raster import Picture

_WORDS: dict[str, type[StrEnum]] = {
    "source": vocabulary.Source,
    "outcome": vocabulary.OutcomeCode,
    "agreement_form": vocabulary.AgreementForm,
    "confirmation": vocabulary.ConfirmationResult,
    "refusal": vocabulary.RefusalReason,
}
_NOWHERE = {
    "outcome": N_("Not concluded"),
    "agreement_form": N_("No agreement kept"),
    "confirmation": N_("Not applied for"),
    "mediator": N_("Not assigned"),
    "refusal": N_("Confirmed, or no reason entered"),
}
_NOT_GIVEN = N_("Not given")
_MOST_BARS = 14


@dataclass(frozen=True)
class Line:
    """One row of a report: where it stands in each split, by code and in words, and its figures (cases, applications, fen)."""

    codes: tuple[Code, ...]
    labels: tuple[str, ...]
    values: Mapping[str, int]


@dataclass(frozen=True)
class Report:
    """A report as it was counted on `made_on` by an `office` over one organisation or all (`scope`); without a split it has no `lines`.

    `before` is the same of last year where it was asked for, row for row.
    """

    name: str
    period: Period
    splits: tuple[str, ...]
    lines: tuple[Line, ...]
    total: Line
    office: str
    scope: str
    made_on: date
    training: bool = False
    organisation_id: int | None = None
    before: "Report | None" = field(default=None)

    @property
    def label(self) -> str:
        """Its name in words."""
        return _(figures.report(self.name).label)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Its columns."""
        return figures.of(self.name)

    def line(self, codes: tuple[Code, ...]) -> Line | None:
        """The row that stands here."""
        return next((line for line in self.lines if line.codes == codes), None)


def names() -> list[tuple[str, str]]:
    """(name, label) of every report, in the order of the page."""
    return [(kind.key, _(kind.label)) for kind in figures.REPORTS.values()]


def report(
    desk: Desk,
    name: str,
    first: date,
    last: date,
    splits: Sequence[str] = (),
    *,
    compare: bool = False,
    organisation_id: int | None = None,
) -> Report:
    """Counts a report (`figures.REPORTS`) from `first` to `last`, both included, for all organisations or one.

    `splits` parts it further (`figures.SPLITS`, at most two with the report's own). `compare` counts the same days of the year before as
    well; of a period that runs, as many as have gone by. Refusal for an unknown name or split and for a period that ends before it begins.
    """
    period = Period(first, last)
    split_by = figures.splits(name, tuple(splits))
    with desk.reading() as session:
        made = _counted(desk, session, name, period, split_by, organisation_id)
        if not compare:
            return made
        earlier = periods.year_before(periods.up_to(period, desk.today()))
        before = _counted(desk, session, name, earlier, split_by, organisation_id)
    # a row that only one of the two years has is shown for both
    lines = tuple(before.line(line.codes) or replace(line, values=_zeros(name)) for line in made.lines)
    only_before = tuple(line for line in before.lines if made.line(line.codes) is None)
    made = replace(made, lines=(*made.lines, *(replace(line, values=_zeros(name)) for line in only_before)))
    return replace(made, before=replace(before, lines=(*lines, *only_before)))


def case_rows(desk: Desk, ids: Sequence[int]) -> list[register.Row]:
    """Lines of the register for some of the cases behind a figure, in their order."""
    with desk.reading() as session:
        return register.by_ids(session, ids)


def cases_behind(desk: Desk, of: Report, key: str, codes: tuple[Code, ...] = ()) -> list[int]:
    """Ids of the cases behind one figure of a report's row (of its total with `codes` empty), newest first.

    Behind a share stand the cases of its part; behind a sum those that have one.
    """
    figure = figures.FIGURES[key]
    asked = Asked(of.period.first, of.period.last, of.organisation_id)
    with desk.reading() as session:
        return counting.case_ids(session, asked, figure.of[0] if figure.of else key, of.splits, codes)


def ids_behind(desk: Desk, asked: Mapping[str, Any]) -> list[int]:
    """The same out of plain values, as another page or a kept view hands them over: `figure`, `first`, `last`, `splits`, `codes`,
    `organisation` (id or None); newest first."""
    splits = tuple(asked.get("splits") or ())
    codes = tuple(_code(split, code) for split, code in zip(splits, asked.get("codes") or (), strict=False))
    figure = figures.FIGURES[str(asked["figure"])]
    period = Asked(date.fromisoformat(asked["first"]), date.fromisoformat(asked["last"]), asked.get("organisation"))
    with desk.reading() as session:
        return counting.case_ids(session, period, figure.of[0] if figure.of else figure.key, splits, codes)


def _code(split: str, code: Any) -> Code:
    return _WORDS[split](code) if split in _WORDS and isinstance(code, str) else code


def told(of: Report) -> dict[str, Any]:
    """The report for `heyi report --json`: codes as keys, counts and `..._fen` as integers, shares in per cent as text."""
    answer: dict[str, Any] = {
        "report": of.name,
        "title": of.label,
        "from": of.period.first.isoformat(),
        "to": of.period.last.isoformat(),
        "made_on": of.made_on.isoformat(),
        "organisation": of.scope,
        "splits": list(of.splits),
        "figures": [
            {"key": one.key, "label": _(one.label), "counts": _(one.counts), "formula": _(one.formula)} for one in of.figures
        ],
        "rules": figures.rules(of.name, of.splits),
        "rows": [_told(of, line) for line in of.lines],
        "total": _values(of, of.total),
    }  # fmt: skip
    if of.before is not None:
        answer["year_before"] = {
            "from": of.before.period.first.isoformat(),
            "to": of.before.period.last.isoformat(),
            "rows": [_told(of.before, line) for line in of.before.lines],
            "total": _values(of.before, of.before.total),
        }
    return answer


def table(of: Report) -> tuple[list[str], list[list[str]]]:
    """(head, rows) in words, the total last: for the command line."""
    places = [_(figures.SPLITS[key].label) for key in of.splits] or [""]
    head = [*places, *(figures.head(one) for one in of.figures)]
    rows = [[*line.labels, *(figures.shown(one, line.values) for one in of.figures)] for line in (*of.lines, of.total)]
    return head, rows


def paper(of: Report) -> Paper:
    """The report as a paper, with the chart and everything that it was counted by."""
    return statistics_report.paper(
        statistics_report.Content(
            title=of.label,
            office=of.office,
            scope=of.scope,
            period=periods.name_on(of.period, of.made_on),
            made_on=of.made_on,
            splits=tuple(_(figures.SPLITS[key].label) for key in of.splits),
            figures=of.figures,
            rows=tuple((line.labels, line.values) for line in of.lines),
            total=of.total.values,
            rules=tuple(figures.rules(of.name, of.splits)),
            chart=chart(of),
            before=None
            if of.before is None
            else statistics_report.Before(
                periods.name(of.before.period), tuple((line.labels, line.values) for line in of.before.lines), of.before.total.values
            ),
            training=of.training,
            language=language(),
        )
    )


def spreadsheet(of: Report) -> bytes:
    """The report as an Excel file; sums in 万元 as numbers that can be added up."""
    from desktop.documents import xlsx  # loaded when somebody saves one

    return xlsx.render(
        xlsx.Sheet(
            title=of.label,
            lines=(of.scope, periods.name_on(of.period, of.made_on), _("Counted on {day}").format(day=of.made_on.isoformat())),
            head=tuple(_(figures.SPLITS[key].label) for key in of.splits) or ("",),
            figures=of.figures,
            rows=tuple((line.labels, line.values) for line in of.lines),
            total=(of.total.labels, of.total.values),
            before=None
            if of.before is None
            else (periods.name(of.before.period), tuple(line.values for line in of.before.lines), of.before.total.values),
            rules=tuple(figures.rules(of.name, of.splits)),
            training=_("For training only") if of.training else "",
        )
    )


def chart(of: Report) -> Chart:
    """What the chart draws: the charted figures by row, or, compared with last year, the last of them for both years."""
    if len(of.splits) > 1:
        of = _by_first_split(of)
    keys = figures.report(of.name).charted
    pairs = {True: _("this period"), False: _("last year")}
    if not of.lines:  # the overview: a bar a figure
        labels = tuple(_(figures.FIGURES[key].label) for key in keys)
        series = [Series(pairs[True] if of.before else of.label, tuple(of.total.values[key] for key in keys))]
        if of.before is not None:
            series.append(Series(pairs[False], tuple(of.before.total.values[key] for key in keys)))
        return Chart(labels, tuple(series))
    shown = [n for n, line in enumerate(of.lines) if any(values[key] for values in _years(of, n) for key in keys)]
    kept, rest = (shown, []) if len(shown) <= _MOST_BARS else (shown[: _MOST_BARS - 1], shown[_MOST_BARS - 1 :])
    labels = tuple(" · ".join(of.lines[n].labels) for n in kept)
    if rest:
        labels += (_("the other {n} rows").format(n=len(rest)),)

    def along(lines: Sequence[Line], key: str) -> tuple[int, ...]:
        return (*(lines[n].values[key] for n in kept), *([sum(lines[n].values[key] for n in rest)] if rest else []))

    if of.before is not None:
        name = _(figures.FIGURES[keys[-1]].label)
        both = ((of.lines, pairs[True]), (of.before.lines, pairs[False]))
        return Chart(labels, tuple(Series(f"{name} · {when}", along(lines, keys[-1])) for lines, when in both))
    return Chart(labels, tuple(Series(_(figures.FIGURES[key].label), along(of.lines, key)) for key in keys))


def chart_picture(of: Report, width: float, height: float, dpi: float, looks: Mapping[str, Any]) -> Picture:
    """The chart as a picture for the screen: at least so wide and high (points), in these colours (`pdf_chart.Looks`)."""
    from desktop.documents import pdf_chart  # its drawing kit is loaded when the first chart is shown

    return raster.picture(pdf_chart.render(chart(of), width, height, pdf_chart.Looks(**looks)), 0, dpi)


def save(of: Report, target: Path) -> None:
    """Writes the report as PDF, Excel file or JSON, by the ending of the file's name."""
    import json

    ending = target.suffix.lower()
    if ending == ".pdf":
        files.write(target, files.pdf(paper(of)))
    elif ending == ".xlsx":
        files.write(target, spreadsheet(of))
    elif ending == ".json":
        files.write(target, (json.dumps(told(of), ensure_ascii=False, indent=2) + "\n").encode())
    else:
        raise Refusal(_("A report is saved as .pdf, .xlsx or .json, not as “{ending}”.").format(ending=ending), "output")


def _by_first_split(of: Report) -> Report:
    """The rows added up under their first split: a bar a row of the whole table could not be read."""

    def added(lines: Sequence[Line]) -> tuple[Line, ...]:
        found: dict[Code, Line] = {}
        for line in lines:
            known = found.get(line.codes[0])
            values = {key: value + (known.values[key] if known else 0) for key, value in line.values.items()}
            found[line.codes[0]] = Line(line.codes[:1], line.labels[:1], values)
        return tuple(found.values())

    before = replace(of.before, lines=added(of.before.lines)) if of.before is not None else None
    return replace(of, splits=of.splits[:1], lines=added(of.lines), before=before)


def _years(of: Report, n: int) -> list[Mapping[str, int]]:
    return [of.lines[n].values, *([of.before.lines[n].values] if of.before is not None else [])]


def _counted(desk: Desk, session: Session, name: str, period: Period, splits: tuple[str, ...], organisation_id: int | None) -> Report:
    keys = figures.counted(name)
    asked = Asked(period.first, period.last, organisation_id)
    found = counting.counted(session, asked, keys, splits)
    offices = dict(counting.organisations(session))
    own = there(people.organisation(session, organisation_id or desk.organisation_id), _("There is no such organisation."))
    everybody = _("{name} and others, {n} organisations in all")
    total = {key: sum(values[key] for values in found.values()) for key in keys}
    return Report(
        name=name,
        period=period,
        splits=splits,
        lines=_lines(session, splits, found, keys, offices, desk.categories) if splits else (),
        total=Line((), (_("Total"), *[""] * (len(splits) - 1)), total),
        office=own.letterhead.strip() or own.name,
        scope=own.name if organisation_id or len(offices) == 1 else everybody.format(name=own.name, n=len(offices)),
        made_on=desk.today(),
        training=desk.training,
        organisation_id=organisation_id,
    )


def _lines(
    session: Session,
    splits: tuple[str, ...],
    found: Mapping[tuple[Code, ...], dict[str, int]],
    keys: Sequence[str],
    offices: dict[int, str],
    categories: Catalogue,
) -> tuple[Line, ...]:
    """The rows in the order of the words, never by size: closed lists are whole, of others only what has a figure is shown."""
    known = [_known(session, key, offices, categories) for key in splits]
    for n, labels in enumerate(known):
        for codes in found:
            labels.setdefault(codes[n], _unknown(splits[n], codes[n]))
    if len(splits) == 1:
        wanted: list[tuple[Code, ...]] = [(code,) for code in known[0] if _whole(splits[0], code) or any(found.get((code,), {}).values())]
    else:
        wanted = [(one, two) for one in known[0] for two in known[1] if any(found.get((one, two), {}).values())]
    zeros = dict.fromkeys(keys, 0)
    return tuple(
        Line(codes, tuple(labels[code] for labels, code in zip(known, codes, strict=True)), found.get(codes, zeros)) for codes in wanted
    )


def _known(session: Session, split: str, offices: dict[int, str], categories: Catalogue) -> dict[Code, str]:
    """The codes of a split in their order, in words."""
    if split in _WORDS:
        return {word: words.shown(word) for word in _WORDS[split]}
    if split == "category":
        return {key: categories.label(key) for key in categories}
    if split == "moj_type":
        return {row["name"]: row["name"] for row in assets.toml("codes", "moj_types.toml")["moj_type"]}
    if split == "organisation":
        return {row_id: name for row_id, name in offices.items()}
    everybody = counting.mediators(session)
    often = Counter(name for _id, name, _which in everybody)
    return {row_id: f"{name}（{which}）" if often[name] > 1 else name for row_id, name, which in everybody}


def _unknown(split: str, code: Code) -> str:
    if code in (None, ""):
        return _(_NOWHERE.get(split, _NOT_GIVEN))
    return str(code)


def _whole(split: str, code: Code) -> bool:
    """Whether a row is shown even with nothing in it."""
    return split not in ("organisation", "mediator") and code not in (None, "")


def _zeros(name: str) -> dict[str, int]:
    return dict.fromkeys(figures.counted(name), 0)


def _values(of: Report, line: Line) -> dict[str, Any]:
    """The figures of a row for programs."""
    answer: dict[str, Any] = {}
    for figure in of.figures:
        part = figures.share(figure, line.values) if figure.of else None
        answer[figure.key] = (None if part is None else str(part)) if figure.of else line.values[figure.key]
    return answer


def _told(of: Report, line: Line) -> dict[str, Any]:
    places = {key: str(code) if isinstance(code, str) else code for key, code in zip(of.splits, line.codes, strict=True)}
    return {**places, "label": " · ".join(line.labels), **_values(of, line)}
