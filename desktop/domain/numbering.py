"""Numbers of cases and papers: official numbers from an office's pattern, court numbers, running entry numbers, reserved ranges.

An official number is a setting such as `（{year}）{org}调字第{n}号`: year in four figures, short name of the organisation, a count per
organisation and year without leading zeros (案号若干规定 法〔2015〕137号 arts 2, 3 for the court's own form). Numbers are stored as formed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from desktop.domain import texts
from desktop.domain.refusal import Refusal
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case

PATTERN = "（{year}）{org}调字第{n}号"
MOST = 999_999
_PARTS = re.compile(r"\{(year|org|n)\}")
_ENTRY = re.compile(r"([0-9]{4})-([0-9]{5,})")


@dataclass(frozen=True)
class Official:
    """The parts of an official number."""

    year: int
    org: str
    n: int


@dataclass(frozen=True)
class CourtNumber:
    """The parts of a court number: `（2024）内0105诉前调123号` is year 2024, court code 内0105, type code 诉前调, number 123."""

    year: int
    court_code: str
    type_code: str
    n: int
    suffix: str = ""


def check_pattern(pattern: str) -> str:
    """The same pattern; Refusal unless it holds `{year}` and `{n}` once each, `{org}` at most once, and nothing else in braces."""
    names = _PARTS.findall(pattern)
    rest = _PARTS.sub("", pattern)
    if names.count("year") != 1 or names.count("n") != 1 or names.count("org") > 1 or "{" in rest or "}" in rest:
        raise Refusal(
            _("A number pattern holds {{year}} and {{n}} once and {{org}} at most once, such as {pattern}.").format(pattern=PATTERN),
            "pattern",
            "number",
        )
    if re.search(r"\d\{n\}|\{n\}\d|\}\{", pattern):
        raise Refusal(_("Between the parts of a number pattern stands a character that is no figure."), "pattern", "number")
    if len(pattern) > 60:
        raise Refusal(_("A number pattern has at most 60 characters."), "pattern", "number")
    return texts.check(pattern, "pattern")


def official(pattern: str, year: int, org: str, n: int) -> str:
    """An official number such as （2026）新诉调字第12号, without leading zeros."""
    if not 1 <= n <= MOST or not 1949 <= year <= 9999:
        raise Refusal(_("A number lies between 1 and {most}, a year has four figures.").format(most=MOST), "n", "number")
    parts = {"year": str(year), "org": org, "n": str(n)}
    return _PARTS.sub(lambda found: parts[found[1]], check_pattern(pattern))


def read_official(pattern: str, number: str) -> Official | None:
    """The parts of a number that was formed by the pattern; None when it was not. Width of brackets and spaces do not count."""
    check_pattern(pattern)
    shape = {"year": r"(?P<year>[0-9]{4})", "org": r"(?P<org>.*?)", "n": r"(?P<n>[1-9][0-9]{0,5})"}
    wanted = "".join(shape[_PARTS.fullmatch(part)[1]] if _PARTS.fullmatch(part) else re.escape(_plain(part)) for part in _split(pattern))  # type: ignore[index]
    found = re.fullmatch(wanted, _plain(number[:200]))
    if not found:
        return None
    parts = found.groupdict()
    return Official(int(parts["year"]), parts.get("org", ""), int(parts["n"]))


def of_agreement(case: "Case", agreement: "Agreement") -> str:
    """The number of an agreement: the case's, and 之一, 之二 ... for those that take the place of an earlier one; '' before acceptance."""
    if agreement.amends_id is None or case.number is None:
        return case.number or ""
    before = sum(one.amends_id is not None and one.id < agreement.id and one.number is not None for one in case.agreements)
    return f"{case.number}之{'一二三四五六七八九'[min(before, 8)]}"


def _split(pattern: str) -> list[str]:
    return [part for part in re.split(r"(\{(?:year|org|n)\})", pattern) if part]


def _plain(text: str) -> str:
    """Half-width, without spaces; the brackets 〔〕 and [] that old numbers carry as round ones."""
    return texts.squeezed(text).translate(str.maketrans("〔〕[]【】", "()()()"))


def court_number(typed: str, letters: Iterable[str], field: str = "", today: date | None = None) -> CourtNumber:
    """The parts of a court number (案号), half-width and full-width brackets alike; Refusal at `field` saying what is wrong with its form.

    `letters` are those with which the code of a court begins (`resources/codes/court_letters.toml`). With `today` no number is taken of a
    year that has not come. What was typed stays what is stored and printed: the parts serve checks.
    """
    plain = _plain(typed[:200])
    found = _court_form(tuple(letters)).fullmatch(plain)
    if not found:
        raise Refusal(_court_fault(plain, typed), field, "court_number")
    year, place, digits, kind, count, suffix = found.groups()
    if count.startswith("0"):
        raise Refusal(
            _("A court number is written without leading zeros: “{typed}”.").format(typed=texts.quoted(typed, 40)), field, "court_number"
        )
    if not 1949 <= int(year) <= (today.year if today is not None else 2199):
        raise Refusal(_("Check the year of the court number “{typed}”.").format(typed=texts.quoted(typed, 40)), field, "court_number")
    return CourtNumber(int(year), place + digits, kind, int(count), f"之{suffix}" if suffix else "")


@cache
def _court_form(letters: tuple[str, ...]) -> re.Pattern[str]:
    """法〔2015〕137号 art. 3: year, code of the court, kind of case, number; a further paper of one case has 之一, 之二 ..."""
    place = "|".join(re.escape(letter) for letter in letters)
    return re.compile(
        rf"\(([0-9]{{4}})\)({place})([0-9]{{0,4}})([\u4e00-\u9fa5]{{1,5}}?)(?:字第)?([0-9]+)号(?:之([一二三四五六七八九十]+))?"
    )


def _court_fault(plain: str, typed: str) -> str:
    if not re.match(r"\([0-9]{4}\)", plain):
        return _("A court number begins with its year in brackets, such as （2024）内0105诉前调123号; “{typed}” does not.").format(
            typed=texts.quoted(typed, 40)
        )
    if not re.search(r"[0-9]+号(之[一二三四五六七八九十]+)?$", plain):
        return _("A court number ends with its number and 号, such as （2024）内0105诉前调123号; “{typed}” does not.").format(
            typed=texts.quoted(typed, 40)
        )
    return _("After the year stand the court's code and the kind of case, such as 内0105诉前调; “{typed}” has not.").format(
        typed=texts.quoted(typed, 40)
    )


def spellings(typed: str) -> list[str]:
    """All spellings under which a typed number can have been stored: as typed, half-width, and with each kind of brackets round the year.

    An entry number may lack its zeros: 2026-12 is 2026-00012.
    """
    text = typed[:200].strip()
    plain = _plain(text)
    found = [text, texts.squeezed(text), *(plain.translate(str.maketrans("()", brackets)) for brackets in ("()", "（）", "〔〕", "[]"))]
    short = re.fullmatch(r"([0-9]{4})-([0-9]{1,4})", plain)
    if short and int(short[2]):
        found.append(entry(int(short[1]), int(short[2])))
    return list(dict.fromkeys(found))


def entry(year: int, n: int) -> str:
    """A running entry number of an organisation and year: 2026-00012. Five figures so that lists sort; more where a year needs them."""
    if not 1 <= n <= MOST:
        raise Refusal(_("A number lies between 1 and {most}, a year has four figures.").format(most=MOST), "n", "number")
    return f"{year:04d}-{n:05d}"


def read_entry(number: str) -> tuple[int, int] | None:
    """Year and count of an entry number; None when it is none."""
    found = _ENTRY.fullmatch(texts.squeezed(number[:50]))
    return (int(found[1]), int(found[2])) if found else None


@dataclass(frozen=True)
class Range:
    """A reserved run of numbers of one series, both ends included: for a computer that leaves the office."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if not 1 <= self.first <= self.last <= MOST:
            raise Refusal(_("A range of numbers begins at 1 or later and does not end before it begins."), "range", "number")

    def __contains__(self, n: int) -> bool:
        return self.first <= n <= self.last

    def overlaps(self, other: "Range") -> bool:
        """Whether a number lies in both."""
        return self.first <= other.last and other.first <= self.last


def next_free(start: int, used: Iterable[int], reserved: Iterable[Range] = ()) -> int:
    """The next number of a series: one more than the highest of its own, never inside a range that is reserved elsewhere.

    `start` is where the series begins (the paper register may stand at 37: start 38). Gaps are not filled: a number that was given
    once, void or not, is never given again.
    """
    away = sorted(reserved, key=lambda one: one.first)
    own = [n for n in used if not any(n in one for one in away)]
    n = max([start - 1, *own]) + 1
    for one in away:
        if n in one:
            n = one.last + 1
    return n


def next_in_range(own: Range, used: Iterable[int]) -> int:
    """The next number for the holder of a reserved range; Refusal when the range is used up."""
    n = max([own.first - 1, *(one for one in used if one in own)]) + 1
    if n > own.last:
        raise Refusal(
            _("The reserved numbers {first} to {last} are used up: reserve more at the office.").format(first=own.first, last=own.last),
            code="number",
        )
    return n


def reserve(count: int, start: int, used: Iterable[int], reserved: Iterable[Range] = ()) -> Range:
    """A fresh range of so many numbers after all that are used or reserved."""
    if not 1 <= count <= 10_000:
        raise Refusal(_("Reserve between 1 and 10,000 numbers."), "count", "number")
    first = max([start - 1, *used, *(one.last for one in reserved)]) + 1
    return Range(first, first + count - 1)
