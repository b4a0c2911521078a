"""What is asked of each injured person, the heads of his loss with their group, and the conventions; and what contradicts itself.

Source: 人身损害解释 arts 6 to 17 and 23; groups after 交强险条款 art 8 with forms brief 7.2 (康复费 belongs to death and disability,
整容费 to medical).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from desktop.domain import dates, texts
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.calculator import Head, Option
from desktop.domain.calculation.working import day_before, days_between
from desktop.domain.fields import Field
from desktop.domain.refusal import Fault
from desktop.i18n import N_, _

INDUSTRIES = (  # the ends of the keys `wage.industry.*`; in the order of the yearbook
    ("agriculture", N_("Agriculture, forestry, animal husbandry and fishery")),
    ("mining", N_("Mining")),
    ("manufacturing", N_("Manufacturing")),
    ("utilities", N_("Electricity, heating, gas and water")),
    ("construction", N_("Construction")),
    ("trade", N_("Wholesale and retail")),
    ("transport", N_("Transport, storage and post")),
    ("catering", N_("Hotels and catering")),
    ("information", N_("Information transmission, software and IT services")),
    ("finance", N_("Finance")),
    ("real_estate", N_("Real estate")),
    ("business_services", N_("Leasing and business services")),
    ("research", N_("Scientific research and technical services")),
    ("environment", N_("Water, environment and public facilities")),
    ("resident_services", N_("Services to residents, repairs and other services")),
    ("education", N_("Education")),
    ("health", N_("Health and social work")),
    ("culture", N_("Culture, sports and entertainment")),
    ("public", N_("Public administration, social security and social organisations")),
)
INCOME_WAYS = (
    ("actual", N_("Loss as proved, in one sum")),
    ("monthly", N_("Fixed monthly income")),
    ("average", N_("Yearly average of the last three years")),
    ("industry", N_("Average wage of the same or a near industry")),
)

_NURSING = (
    Field("who", "text", N_("Carer"), most=100, example="配偶"),
    Field("days", "integer", N_("Days"), required=True, least=1, most=10_000, example=60),
    Field("carers", "integer", N_("Number of carers"), least=1, most=5, help=N_("One, unless doctor or appraiser say more."), example=1),
    Field("daily", "money", N_("Income lost or price a day"), help=N_("Empty: average wage of services to residents."), example="150"),
    Field("percent", "decimal", N_("Degree of dependence in per cent"), least=1, most=100, help=N_("For lasting care."), example="100"),
)
_DEPENDANTS = (
    Field("name", "text", N_("Name"), required=True, most=100, example="高小某"),
    Field("birth_date", "date", N_("Date of birth"), required=True, prefer="past", example="2015-09-01"),
    Field("relation", "text", N_("Relation"), most=40, example="之女"),
    Field("supporters", "integer", N_("Number of supporters"), required=True, least=1, most=20, help=N_("The victim included."), example=2),
    Field("incapable", "yes_no", N_("Unable to work and without income"), help=N_("Only for an adult."), example=False),
)

PERSON = (
    Field("name", "text", N_("Name"), required=True, most=100, example="高某"),
    Field("birth_date", "date", N_("Date of birth"), prefer="past", example="1979-12-09"),
    Field("died_on", "date", N_("Day of death"), prefer="past", example=""),
    Field("fixed_on", "date", N_("Disability fixed on"), prefer="past", example="2024-03-01"),
    Field("grades", "words", N_("Grades of disability"), most=10, help=N_("1 to 10, each further one beside it."), example=["10"]),
    Field("disability_percent", "integer", N_("Disability in per cent"), least=1, most=100, help=N_("Over the table."), example=""),
    Field("medical", "money", N_("Medical costs"), example="38120.50"),
    Field("later_treatment", "money", N_("Later treatment"), example="8000"),
    Field("cosmetic", "money", N_("Cosmetic treatment"), example=""),
    Field("hospital_days", "integer", N_("Days in hospital"), least=0, most=3650, example=21),
    Field("meal_daily", "money", N_("Meals a day"), help=N_("Empty: allowance of civil servants on a trip."), example=""),
    Field("nutrition_days", "integer", N_("Days of extra food"), least=0, most=3650, help=N_("By medical opinion."), example=60),
    Field("nutrition_daily", "money", N_("Extra food a day"), example="30"),
    Field("income_way", "choice", N_("Lost income by"), choices=INCOME_WAYS, example="monthly"),
    Field("income", "money", N_("Income"), help=N_("In one sum, a month, or a year, as said before."), example="5200"),
    Field("industry", "choice", N_("Industry"), choices=INDUSTRIES, example=""),
    Field("off_from", "date", N_("Off work from"), prefer="past", help=N_("Empty: the day of the event."), example=""),
    Field(
        "off_work_days",
        "integer",
        N_("Days off work"),
        least=0,
        most=7300,
        help=N_("Empty: to the day before the disability."),
        example=120,
    ),
    Field("nursing", "table", N_("Nursing"), rows=_NURSING, most=20),
    Field("transport", "money", N_("Transport"), example="500"),
    Field("lodging", "money", N_("Lodging"), example=""),
    Field("rehabilitation", "money", N_("Rehabilitation"), example=""),
    Field("aids", "money", N_("Aids for the disabled"), example=""),
    Field("relatives", "money", N_("Relatives' costs of the funeral"), help=N_("Transport, lodging and lost income."), example=""),
    Field("dependants", "table", N_("Dependants"), rows=_DEPENDANTS, most=30),
    Field("solatium", "money", N_("Solatium for mental harm"), example="3000"),
    Field("appraisal", "money", N_("Costs of the appraisal"), example="2400"),
)

GROUPS = {  # head -> the group of a sub-limit; solatium and appraisal stand alone, since policies differ on them
    **dict.fromkeys(("medical", "later_treatment", "cosmetic", "meals", "nutrition"), "medical"),
    **dict.fromkeys(
        (
            "lost_income", "nursing", "transport", "lodging", "rehabilitation", "aids", "disability", "death", "dependants", "funeral",
            "relatives",
        ),
        "injury",
    ),
    "solatium": "solatium",
    "appraisal": "appraisal",
}  # fmt: skip

HEADS = (
    Head("medical", N_("Medical costs")),
    Head("later_treatment", N_("Later treatment")),
    Head("cosmetic", N_("Cosmetic treatment")),
    Head("meals", N_("Meals in hospital")),
    Head("nutrition", N_("Extra food")),
    Head("lost_income", N_("Lost income")),
    Head("nursing", N_("Nursing")),
    Head("transport", N_("Transport")),
    Head("lodging", N_("Lodging")),
    Head("rehabilitation", N_("Rehabilitation")),
    Head("aids", N_("Aids for the disabled")),
    Head("disability", N_("Compensation for disability")),
    Head("death", N_("Compensation for death")),
    Head("dependants", N_("Living costs of dependants")),
    Head("funeral", N_("Funeral costs")),
    Head("relatives", N_("Relatives' costs of the funeral")),
    Head("solatium", N_("Solatium for mental harm")),
    Head("appraisal", N_("Costs of the appraisal")),
)

OPTIONS = (
    Option(
        "day_income",
        N_("Day's income out of a monthly one"),
        (("month_30", N_("month ÷ 30")), ("year_365", N_("month × 12 ÷ 365")), ("paid_days", N_("month ÷ 21.75"))),
        "month_30",
        N_("All three occur in judgments."),
    ),
    Option(
        "funeral_wage",
        N_("Wage for the funeral costs"),
        (("on_post", N_("staff on post of non-private units")), ("employed", N_("all employed by non-private units"))),
        "on_post",
    ),
    Option(
        "dependant_years",
        N_("Years of a minor dependant"),
        (("whole", N_("whole years: 18 less the age reached")), ("months", N_("to the month of the 18th birthday"))),
        "whole",
    ),
)


def grade_of(typed: str) -> int:
    """The grade that was typed: 10, 十, 十级; 0 where it is none."""
    word = texts.squeezed(typed).removesuffix("级")
    number = int(word) if word.isascii() and word.isdigit() else texts.chinese_number(word)
    return number if 1 <= number <= 10 else 0


def grades(person: Mapping[str, Any]) -> list[int]:
    """The grades of a person, the gravest first."""
    return sorted(grade_of(typed) for typed in person.get("grades") or ())


def disabled(person: Mapping[str, Any]) -> bool:
    """Whether a disability was fixed."""
    return bool(person.get("grades") or person.get("disability_percent"))


def first_day_off(person: Mapping[str, Any], happened_on: date) -> date:
    """The day from which income was lost."""
    day: date = person.get("off_from") or happened_on
    return day


def days_off(person: Mapping[str, Any], happened_on: date) -> int | None:
    """The days off work: as typed, else up to the day before the disability was fixed (art 7); None where neither is known."""
    typed: int | None = person.get("off_work_days")
    if typed is not None:
        return typed
    if person.get("fixed_on"):
        return days_between(first_day_off(person, happened_on), day_before(person["fixed_on"]))
    return None


def faults(people: Sequence[Mapping[str, Any]], happened_on: date, book: Book, where: str = "people") -> Iterator[Fault]:
    """What contradicts itself or is missing, each at its field."""
    known: set[str] = set()
    for n, person in enumerate(people):
        at = f"{where}.{n}"
        if person["name"] in known:
            yield Fault(f"{at}.name", _("{name} stands twice: put what he claims into one row.").format(name=person["name"]))
        known.add(person["name"])
        yield from book.later((f"{at}.died_on", person.get("died_on")), (f"{at}.fixed_on", person.get("fixed_on")))
        yield from _of_life(person, happened_on, at)
        yield from _of_income(person, happened_on, at)
        yield from _of_dependants(person, book, at)


def _of_life(person: Mapping[str, Any], happened_on: date, at: str) -> Iterator[Fault]:
    birth, died, fixed = person.get("birth_date"), person.get("died_on"), person.get("fixed_on")
    if birth and birth > happened_on:
        yield Fault(f"{at}.birth_date", _("Born after the event ({day}).").format(day=dates.in_words(happened_on)))
    for key, day in (("died_on", died), ("fixed_on", fixed), ("off_from", person.get("off_from"))):
        if day and day < happened_on:
            yield Fault(f"{at}.{key}", _("This lies before the event ({day}).").format(day=dates.in_words(happened_on)))
    if died and disabled(person):
        yield Fault(f"{at}.grades", _("Compensation for death and for disability exclude each other: leave one out."))
    for n, typed in enumerate(person.get("grades") or ()):
        if not grade_of(typed):
            yield Fault(f"{at}.grades.{n}", _("A grade of disability is 1 to 10, not “{text}”.").format(text=texts.quoted(typed)))
    if (died or disabled(person)) and birth is None:
        yield Fault(f"{at}.birth_date", _("The age decides the number of years: enter the date of birth."))
    if disabled(person) and fixed is None:
        yield Fault(f"{at}.fixed_on", _("The years count from the day on which the disability was fixed: enter it."))
    if person.get("relatives") and not died:
        yield Fault(f"{at}.relatives", _("Costs of a funeral without a death: enter the day of death, or leave them out."))


def _of_income(person: Mapping[str, Any], happened_on: date, at: str) -> Iterator[Fault]:
    way, income = person.get("income_way"), person.get("income")
    days = days_off(person, happened_on)
    if way is None and (income or person.get("industry") or person.get("off_work_days")):
        yield Fault(f"{at}.income_way", _("Say how the lost income is reckoned."))
    if way in ("actual", "monthly", "average") and income is None:
        yield Fault(f"{at}.income", _("Enter the income."))
    if way == "industry" and not person.get("industry"):
        yield Fault(f"{at}.industry", _("Name the industry."))
    if way in ("monthly", "average", "industry") and days is None:
        yield Fault(f"{at}.off_work_days", _("Enter the days off work, or the day on which the disability was fixed."))
    fixed = person.get("fixed_on")
    if fixed and person.get("off_work_days"):
        most = days_between(first_day_off(person, happened_on), day_before(fixed))
        if person["off_work_days"] > most >= 0:
            sentence = _("Lost income runs at most to the day before the disability was fixed: {n} days (art. 7).")
            yield Fault(f"{at}.off_work_days", sentence.format(n=most))


def _of_dependants(person: Mapping[str, Any], book: Book, at: str) -> Iterator[Fault]:
    rows = person.get("dependants") or ()
    if rows and not (person.get("died_on") or disabled(person)):
        yield Fault(f"{at}.dependants", _("Living costs of dependants come with a death or a disability only."))
        return
    day = person.get("died_on") or person.get("fixed_on")
    for n, row in enumerate(rows):
        if day is None:
            continue
        if row["birth_date"] > day:
            sentence = _("Born after the day from which it counts ({day}).")
            yield Fault(f"{at}.dependants.{n}.birth_date", sentence.format(day=dates.in_words(day)))
        elif dates.age(row["birth_date"], day) >= book.on("damages.minor_until").days and not row.get("incapable"):
            sentence = _("{name} is of age: only who is unable to work and without income is maintained (art. 17).")
            yield Fault(f"{at}.dependants.{n}.incapable", sentence.format(name=row["name"]))
