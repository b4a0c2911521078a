"""The loss of one person, head by head, with its working (人身损害解释 arts 6 to 17, 23)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desktop.domain import dates
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.personal_injury import dependants, sheet
from desktop.domain.calculation.personal_injury.years import daily, percent_of, years_by_age
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import cent, plain, shown, yuan
from desktop.domain.refusal import Refusal
from desktop.i18n import _

_AS_PROVED = {  # heads that are what the papers prove: key of input and head -> article
    "medical": "6", "later_treatment": "6", "cosmetic": "6", "transport": "9", "lodging": "10", "rehabilitation": "6", "aids": "13",
}  # fmt: skip


def of_person(person: Mapping[str, Any], happened_on: date, chosen: Mapping[str, str], book: Book, at: str = "people.0") -> list[Line]:
    """All lines of a person whose facts `sheet.faults` found in order; `at` is his place, for what the law still refuses."""
    made = [_proved(person, key) for key in ("medical", "later_treatment", "cosmetic")]
    made += [_meals(person, book), _nutrition(person, book), _lost_income(person, happened_on, chosen, book)]
    made += _nursing(person, book, at)
    made += [_proved(person, key) for key in ("transport", "lodging", "rehabilitation", "aids")]
    made += _life(person, chosen, book)
    if person.get("died_on"):
        made.append(_funeral(person, chosen, book))
    for key, article in (("relatives", _("Civil Code, arts 1179 and 1181")), ("solatium", _("Civil Code, art. 1183"))):
        if person.get(key):
            how = _("as asked and proved") if key == "relatives" else _("as asked, by the circumstances")
            made.append(Line(key, _label(key), how, yuan(person[key]), article, person["name"]))
    if person.get("appraisal"):
        made.append(Line("appraisal", _label("appraisal"), _("by receipts"), yuan(person["appraisal"]), "", person["name"]))
    return [line for line in made if line is not None]


def _label(head: str) -> str:
    return _(next(one.label for one in sheet.HEADS if one.key == head))


def _article(number: str) -> str:
    return _("Injury interpretation, art. {n}").format(n=number)


def _proved(person: Mapping[str, Any], key: str) -> Line | None:
    if not person.get(key):
        return None
    how = _("by medical opinion") if key == "later_treatment" else _("by receipts")
    return Line(key, _label(key), how, yuan(person[key]), _article(_AS_PROVED[key]), person["name"])


def _meals(person: Mapping[str, Any], book: Book) -> Line | None:
    days = person.get("hospital_days")
    if not days:
        return None
    rate = yuan(person["meal_daily"]) if person.get("meal_daily") else book.number("meal_allowance.day")
    return _per_day("meals", rate, days, "10", person)


def _nutrition(person: Mapping[str, Any], book: Book) -> Line | None:
    days = person.get("nutrition_days")
    if not days:
        return None
    rate = yuan(person["nutrition_daily"]) if person.get("nutrition_daily") else book.number("nutrition.day")
    return _per_day("nutrition", rate, days, "11", person)


def _per_day(head: str, rate: Decimal, days: int, article: str, person: Mapping[str, Any]) -> Line:
    how = _("{rate} yuan a day × {days} days").format(rate=shown(rate), days=days)
    return Line(head, _label(head), how, cent(rate * days), _article(article), person["name"])


def _lost_income(person: Mapping[str, Any], happened_on: date, chosen: Mapping[str, str], book: Book) -> Line | None:
    way, days = person.get("income_way"), sheet.days_off(person, happened_on)
    if way is None:
        return None
    if way == "actual":
        return Line("lost_income", _label("lost_income"), _("as proved"), yuan(person["income"]), _article("7"), person["name"])
    assert days is not None
    if way == "monthly":
        rate, by = daily(yuan(person["income"]), chosen["day_income"], book)
        how = _("{income} yuan a month{by} × {days} days").format(income=shown(yuan(person["income"])), by=by, days=days)
    else:
        year_days = book.number("day_wage.year_days")
        if way == "average":
            yearly, said = yuan(person["income"]), _("yearly average of the last three years {wage} yuan")
            said = said.format(wage=shown(yearly))
        else:
            wage = book.last_year(f"wage.industry.{person['industry']}")
            yearly = wage.number
            industry = dict(sheet.INDUSTRIES)[person["industry"]]
            said = _("{industry} {year}: {wage} yuan a year").format(industry=_(industry), year=wage.year, wage=shown(yearly))
        rate = Fraction(yearly) / Fraction(year_days)
        how = _("{said} ÷ {year_days} × {days} days").format(said=said, year_days=plain(year_days), days=days)
    return Line("lost_income", _label("lost_income"), how, cent(rate * days), _article("7"), person["name"])


def _nursing(person: Mapping[str, Any], book: Book, at: str) -> list[Line]:
    made = []
    for n, row in enumerate(person.get("nursing") or ()):
        year_days, most = book.number("day_wage.year_days"), book.number("damages.nursing_years")
        carers, percent = row.get("carers") or 1, row.get("percent") or Decimal(100)
        if row["days"] > most * year_days:
            raise Refusal(_("Nursing is computed for at most {n} years (art. 8).").format(n=plain(most)), f"{at}.nursing.{n}.days")
        if row.get("daily"):
            rate: Fraction = Fraction(yuan(row["daily"]))
            how = _("{rate} yuan a day").format(rate=shown(yuan(row["daily"])))
        else:
            wage = book.last_year("wage.industry.resident_services")
            rate = Fraction(wage.number) / Fraction(year_days)
            how = _("services to residents {year}: {wage} yuan a year ÷ {year_days}").format(
                year=wage.year, wage=shown(wage.number), year_days=plain(year_days)
            )
        how += _(" × {days} days").format(days=row["days"])
        how += _(" × {n} carers").format(n=carers) if carers > 1 else ""
        how += f"×{plain(percent)}%" if percent != 100 else ""
        who = f"（{row['who']}）" if row.get("who") else ""
        amount = cent(rate * row["days"] * carers * Fraction(percent) / 100)
        made.append(Line("nursing", _label("nursing") + who, how, amount, _article("8"), person["name"]))
    return made


def _life(person: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> list[Line]:
    """Compensation for death or disability, and with it the living costs of the dependants."""
    died, name = person.get("died_on"), person["name"]
    if not died and not sheet.disabled(person):
        return []
    day = died or person["fixed_on"]
    age = dates.age(person["birth_date"], day)
    income, years = book.last_year("income.urban"), years_by_age(age, book)
    known = {"year": income.year, "income": shown(income.number), "years": years, "age": age}
    if died:
        percent = Decimal(100)
        how = _("{year} urban income {income} yuan × {years} years (aged {age} at death)").format(**known)
        made = [Line("death", _label("death"), how, cent(income.number * years), _article("15"), name)]
    else:
        percent, said = percent_of(sheet.grades(person), person.get("disability_percent"), book)
        how = _("{year} urban income {income} yuan × {years} years × {percent}% (aged {age} when it was fixed; {said})")
        how = how.format(percent=plain(percent), said=said, **known)
        made = [Line("disability", _label("disability"), how, cent(income.number * years * percent / 100), _article("12"), name)]
    rows = person.get("dependants") or ()
    if rows:
        made += dependants.lines(name, rows, day, percent, chosen["dependant_years"], book)
    return made


def _funeral(person: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Line:
    wage, months = book.last_year(f"wage.non_private.{chosen['funeral_wage']}"), book.number("damages.funeral_months")
    how = _("{year} average wage {wage} yuan ÷ 12 × {months} months").format(year=wage.year, wage=shown(wage.number), months=plain(months))
    return Line("funeral", _label("funeral"), how, cent(Fraction(wage.number) / 12 * Fraction(months)), _article("14"), person["name"])
