"""Work injury: lump sums and the wage during the time off (工伤保险条例, State Council order 586, arts 30, 33, 35 to 37, 39, 62, 64).

What the region sets for who leaves with grades 5 to 10 (arts 36, 37) is not shipped: its multiples could not be sourced and are typed by
the office. This is the worked example of the room: a calculator with inputs, options, legal values, refusals and lines, in one file.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from desktop.domain.calculation.book import Book
from desktop.domain.calculation.calculator import Calculator, Head, Option, Worked
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import cent, plain, shown, yuan
from desktop.domain.fields import Field
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _

INPUTS = (
    Field("name", "text", N_("Name of the worker"), required=True, most=100, example="白某"),
    Field(
        "wage", "money", N_("Own monthly wage"), required=True, help=N_("Average of the twelve months before the injury."), example="5000"
    ),
    Field("grade", "integer", N_("Grade of disability"), least=1, most=10, help=N_("1 to 10; empty for a death."), example=10),
    Field("died_on", "date", N_("Day of death"), prefer="past", example=""),
    Field(
        "left", "yes_no", N_("Has the employment ended"), help=N_("The region's lump sums are due then, for grades 5 to 10."), example=False
    ),
    Field("leave_months", "decimal", N_("Months off work with pay"), least=0, most=24, example="6"),
    Field("leave_paid", "money", N_("Paid for that time already"), example="12000"),
    Field("insured", "yes_no", N_("Was work-injury insurance paid"), help=N_("If not, the employer owes all of it."), example=True),
)

HEADS = (
    Head("disability", N_("Lump sum for disability")),
    Head("medical", N_("Lump sum for medical care on leaving")),
    Head("employment", N_("Lump sum for employment on leaving")),
    Head("death", N_("Lump sum for death at work")),
    Head("funeral", N_("Funeral grant")),
    Head("leave", N_("Wage during the time off")),
)

OPTIONS = (
    Option(
        "bounds",
        N_("Bounds of the own wage"),
        (
            ("average", N_("within the bounds around the local average wage")),
            ("agreed", N_("as it is: both sides agree that it lies within the bounds")),
        ),
        "average",
        N_("The wage counts with at least 60 and at most 300 per cent of the local average wage."),
    ),
    Option(
        "base",
        N_("Base of the region's lump sums"),
        (("average", N_("local average monthly wage of last year")), ("own", N_("own monthly wage"))),
        "average",
        N_("Set by the region: check its rule."),
    ),
)

AVERAGE = "wage.all_units.monthly"


def work(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Worked:
    """The lump sums of one worker; Refusal where grade and death contradict each other or neither is given."""
    _require(given, book)
    name, insured = given["name"], given.get("insured")
    lines, remarks = [], []
    wage, step = _own_wage(given, chosen, book)
    if step:
        lines.append(step)
    grade = given.get("grade")
    if grade:
        lines.append(_disability(name, grade, wage, book))
        if given.get("left") and grade >= book.on("work_injury.left_from_grade").days:
            lines += [_on_leaving(name, head, grade, wage, chosen["base"], book) for head in ("medical", "employment")]
        elif given.get("left"):
            remarks.append(_("With the grades 1 to 4 the employment goes on and a monthly allowance is paid: no lump sums on leaving."))
    else:
        lines += _death(name, book)
    if given.get("leave_months"):
        lines.append(_leave(name, given, book))
        if given["leave_months"] > book.number("work_injury.leave.most"):
            remarks.append(
                _("More than twelve months off need the labour-ability commission's confirmation (Work-Injury Regulation, art. 33).")
            )
    if insured is False:
        remarks.append(_("No insurance was paid: the employer owes what the fund would pay (Work-Injury Regulation, art. 62)."))
    elif insured:
        remarks.append(_("The fund pays the lump sums for disability, death, medical care and the funeral; the employer pays the others."))
    return Worked(lines, remarks)


def _require(given: Mapping[str, Any], book: Book) -> None:
    faults = book.later(("died_on", given.get("died_on")))
    if not given.get("grade") and not given.get("died_on"):
        faults.append(Fault("grade", _("Say the grade of disability, or the day of death.")))
    if given.get("grade") and given.get("died_on"):
        faults.append(Fault("died_on", _("Grade and death exclude each other here: the lump sum for death is computed alone.")))
    if given.get("leave_paid") and not given.get("leave_months"):
        faults.append(Fault("leave_months", _("Something was paid for the time off: say how many months it lasted.")))
    if faults:
        raise Refusal.of(faults)


def _own_wage(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> tuple[Decimal, Line | None]:
    """The wage that counts, and the step that says so where a bound was reached (art 64)."""
    wage = yuan(given["wage"])
    if chosen["bounds"] == "agreed" or not given.get("grade"):
        return wage, None
    average = book.last_year(AVERAGE)
    for key, beyond in (("work_injury.wage.least", wage.__lt__), ("work_injury.wage.most", wage.__gt__)):
        percent = book.number(key)
        bound = average.number * percent / 100
        if beyond(bound):
            how = _("{wage} yuan lies beyond {percent}% of the average wage {average} yuan: {bound} yuan counts").format(
                wage=shown(wage), percent=plain(percent), average=shown(average.number), bound=shown(cent(bound))
            )
            return cent(bound), Line("disability", _("Own monthly wage"), how, None, _("Work-Injury Regulation, art. 64"), given["name"])
    return wage, None


def _disability(name: str, grade: int, wage: Decimal, book: Book) -> Line:
    months = book.number(f"work_injury.disability.{grade}")
    article = _("Work-Injury Regulation, arts 35 to 37")
    how = _("grade {grade}: {wage} yuan × {months} months").format(grade=grade, wage=shown(wage), months=plain(months))
    return Line("disability", _("Lump sum for disability"), how, cent(wage * months), article, name)


def _on_leaving(name: str, head: str, grade: int, wage: Decimal, base: str, book: Book) -> Line:
    months = book.number(f"work_injury.{head}.{grade}")
    monthly = wage if base == "own" else book.last_year(AVERAGE).number
    article = _("Work-Injury Regulation, arts 36 and 37, and the region's rule")
    how = _("grade {grade}: {wage} yuan × {months} months").format(grade=grade, wage=shown(monthly), months=plain(months))
    return Line(head, _({one.key: one.label for one in HEADS}[head]), how, cent(monthly * months), article, name)


def _death(name: str, book: Book) -> list[Line]:
    income, times = book.last_year("income.urban.national"), book.number("work_injury.death")
    average, months = book.last_year(AVERAGE), book.number("work_injury.funeral")
    article = _("Work-Injury Regulation, art. 39")
    return [
        Line(
            "death",
            _("Lump sum for death at work"),
            _("national urban income per head of {year}: {income} yuan × {times}").format(
                year=income.year, income=shown(income.number), times=plain(times)
            ),
            cent(income.number * times),
            article,
            name,
        ),
        Line(
            "funeral",
            _("Funeral grant"),
            _("average monthly wage of {year}: {wage} yuan × {months} months").format(
                year=average.year, wage=shown(average.number), months=plain(months)
            ),
            cent(average.number * months),
            article,
            name,
        ),
    ]


def _leave(name: str, given: Mapping[str, Any], book: Book) -> Line:
    months, most = given["leave_months"], book.number("work_injury.leave.extended")
    if months > most:
        raise Refusal(_("The time off with pay lasts at most {most} months, extension included.").format(most=plain(most)), "leave_months")
    wage, paid = yuan(given["wage"]), yuan(given.get("leave_paid") or 0)
    owed = cent(wage * months)
    if paid > owed:
        raise Refusal(_("More was paid for the time off than was owed ({owed} yuan).").format(owed=shown(owed)), "leave_paid")
    how = _("{wage} yuan × {months} months").format(wage=shown(wage), months=plain(months))
    if paid:
        how += _(", less {paid} yuan paid").format(paid=shown(paid))
    return Line("leave", _("Wage during the time off"), how, owed - paid, _("Work-Injury Regulation, art. 33"), name)


CALCULATOR = Calculator(
    key="work_injury",
    label=N_("Work injury"),
    title=N_("Computation of work-injury benefits"),
    inputs=INPUTS,
    heads=HEADS,
    work=work,
    options=OPTIONS,
    categories=("labour",),
    source=N_("Work-Injury Insurance Regulation (State Council order 586)"),
)
