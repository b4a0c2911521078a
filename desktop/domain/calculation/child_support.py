"""Support of children by the parent they do not live with (民法典 1085; 婚姻家庭编解释（一） 49 to 53).

A share of the income for each child, cut where several together reach beyond the cap, until the day before the child is of age; what is
due already less what was paid, what is still to come, goods that are taken on account. Months are whole months from the day on which a
part begins; of a month that is not whole the days count by the days it has.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from desktop.domain import dates
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.calculator import Calculator, Head, Option, Worked
from desktop.domain.calculation.counting import months, months_said
from desktop.domain.calculation.personal_injury.sheet import INDUSTRIES
from desktop.domain.calculation.result import Line, Payment
from desktop.domain.calculation.working import ZERO, cent, plain, shown, split, yuan
from desktop.domain.fields import Field
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _

WAYS = (("monthly", N_("every month")), ("yearly", N_("every year")), ("lump_sum", N_("at once")))
CHILD = (
    Field("name", "text", N_("Name of the child"), required=True, most=100, example="郭小某"),
    Field("birth_date", "date", N_("Date of birth"), required=True, prefer="past", example="2017-04-02"),
    Field("from_on", "date", N_("Support counts from"), help=N_("Empty: the day of the calculation."), example="2024-01-01"),
    Field("ends_on", "date", N_("Agreed last day"), help=N_("Only where it is not the day before the child is of age."), example=""),
    Field("self_supporting_on", "date", N_("Lives on its own work since"), help=N_("From the age of 16: it can end then."), example=""),
    Field(
        "percent", "decimal", N_("Share of the income in per cent"), least=0, most=100, help=N_("Empty: the share that is chosen below."),
        example="25",
    ),
    Field("monthly", "money", N_("Sum for a month"), help=N_("Where it was agreed or ruled: instead of a share."), example=""),
    Field("paid", "money", N_("Paid for this time already"), example="3000"),
)  # fmt: skip
GOODS = (
    Field("what", "text", N_("What"), required=True, most=100, example="基础母羊"),
    Field("quantity", "decimal", N_("Quantity"), required=True, least=0, most=100_000, example="10"),
    Field("unit", "text", N_("Unit"), most=10, example="只"),
    Field("unit_price", "money", N_("Price of one"), required=True, example="1200"),
)
INPUTS = (
    Field("payer", "text", N_("Who pays"), required=True, most=100, example="郭某某"),
    Field("receiver", "text", N_("Who receives it"), most=100, help=N_("With whom the children live."), example="高某"),
    Field("income", "money", N_("Fixed gross income of a month"), example="6000"),
    Field("yearly_income", "money", N_("Income of the year, where it is not fixed"), example=""),
    Field("industry", "choice", N_("Industry, where the income is not known"), choices=INDUSTRIES, example=""),
    Field("children", "table", N_("Children"), required=True, rows=CHILD, most=20),
    Field("special", "text", N_("Special reason for a share beyond the range"), most=200, example=""),
    Field("way", "choice", N_("How it is paid"), choices=WAYS, example="monthly"),
    Field("goods", "table", N_("Goods taken on account"), rows=GOODS, most=50, example=[]),
)
HEADS = (
    Head("due", N_("Support due already")),
    Head("future", N_("Support still to come")),
    Head("periodic", N_("Support of a month"), False, compared=True),
    Head("goods", N_("Goods taken on account"), False),
)
OPTIONS = (
    Option(
        "share",
        N_("Share where none was agreed"),
        (("middle", N_("the middle of the range")), ("least", N_("the least of the range")), ("most", N_("the most of the range"))),
        "middle",
        N_("The law gives a range of the income; need, means and the local standard of living decide."),
    ),
)


@dataclass
class Child:
    """A child on the sheet: `until` is the first day for which nothing is due; `percent` None where the month has a sum of its own."""

    at: str
    name: str
    begin: date
    until: date
    percent: Fraction | None
    own: bool
    monthly: Decimal
    paid: Decimal
    why: str


def work(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Worked:
    """What is due and what is to come for every child; Refusal where income or age do not fit or a share leaves the range."""
    wrong = list(_faults(given, book))
    if wrong:
        raise Refusal.of(wrong)
    income, lines = _income(given, book)
    children = [_child(row, f"children.{n}", given, chosen, book) for n, row in enumerate(given["children"])]
    over = list(_beyond(children, given, book))
    if over:
        raise Refusal.of(over)
    due: list[Decimal] = []
    coming: list[Decimal] = []
    now: list[Decimal] = []
    said: list[list[Line]] = []
    for child in children:
        past, future, monthly, steps = _of(child, children, income, book)
        if child.paid > past + future:
            over.append(Fault(f"{child.at}.paid", _("More was paid than is owed ({owed} yuan).").format(owed=shown(past + future))))
        due.append(past)
        coming.append(future)
        now.append(monthly)
        said.append(steps)
    if over:
        raise Refusal.of(over)
    open_ = [past + future - child.paid for past, future, child in zip(due, coming, children, strict=True)]
    goods, of_goods = _goods(given, sum(open_, ZERO))
    lines += of_goods
    payments: list[Payment] = []
    for n, (child, part) in enumerate(zip(children, split(goods, open_) if goods else [ZERO] * len(children), strict=True)):
        lines += said[n]
        lines += _owed(child, due[n], coming[n], part, now[n], given, payments)
    return Worked(lines, list(_remarks(given, goods)), payments)


def _faults(given: Mapping[str, Any], book: Book) -> Iterator[Fault]:
    known = [key for key in ("income", "yearly_income", "industry") if given.get(key)]
    if not known and any(row.get("monthly") is None for row in given["children"]):
        yield Fault("income", _("Say the income, the income of the year, or the industry; or the sum for a month of each child."))
    yield from (Fault(key, _("The income comes from one place: leave the others out.")) for key in known[1:])
    adult, early = int(book.number("child_support.until")), int(book.number("child_support.self_supporting_from"))
    names: set[str] = set()
    for n, row in enumerate(given["children"]):
        at, born, begin = f"children.{n}", row["birth_date"], row.get("from_on") or book.day
        yield from book.later((f"{at}.birth_date", born))
        if row["name"] in names:
            yield Fault(f"{at}.name", _("This name stands above already: tell two of one name apart."))
        names.add(row["name"])
        if row.get("monthly") is not None and row.get("percent") is not None:
            yield Fault(f"{at}.monthly", _("Either a share or a sum: leave one out."))
        if begin < born:
            yield Fault(f"{at}.from_on", _("This lies before the birth."))
        own = row.get("self_supporting_on")
        if own is not None and own < dates.add_months(born, 12 * early):
            yield Fault(f"{at}.self_supporting_on", _("It can end before the age of {adult} only from the age of {early} on.").format(
                adult=adult, early=early
            ))  # fmt: skip
        elif begin >= _until(row, adult):
            field = next((key for key in ("self_supporting_on", "ends_on") if row.get(key)), "birth_date")
            yield Fault(f"{at}.{field}", _("On the first day that counts, nothing is owed for this child any more."))


def _until(row: Mapping[str, Any], adult: int) -> date:
    """The first day for which nothing is due: the day on which the child is of age, unless another was agreed or it earns its living."""
    until: date = row["ends_on"] + timedelta(1) if row.get("ends_on") else dates.add_months(row["birth_date"], 12 * adult)
    own: date | None = row.get("self_supporting_on")
    return min(until, own) if own else until


def _income(given: Mapping[str, Any], book: Book) -> tuple[Fraction, list[Line]]:
    """The income of a month, exact, and the step that says where it comes from."""
    article = _("Family Interpretation I, art. 49")
    if given.get("income"):
        wage = yuan(given["income"])
        return Fraction(wage), [Line("due", _("Income"), _("fixed, {wage} yuan a month").format(wage=shown(wage)), None, article)]
    if given.get("yearly_income"):
        yearly, what = yuan(given["yearly_income"]), _("income of the year")
    elif given.get("industry"):
        average = book.last_year(f"wage.industry.{given['industry']}")
        yearly, industry = average.number, dict(INDUSTRIES)[given["industry"]]
        what = _("average of {industry} in {year}").format(industry=_(industry), year=average.year)
    else:
        return Fraction(0), []
    monthly = Fraction(yearly) / 12
    how = _("{what} {yearly} yuan ÷ 12 = {monthly} yuan a month").format(what=what, yearly=shown(yearly), monthly=shown(cent(monthly)))
    return monthly, [Line("due", _("Income"), how, None, article)]


def _child(row: Mapping[str, Any], at: str, given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Child:
    adult = int(book.number("child_support.until"))
    least, most = book.number("child_support.percent.least"), book.number("child_support.percent.most")
    fixed = row.get("monthly") is not None
    percent = None if fixed else row.get("percent")
    if percent is None and not fixed:
        percent = {"least": least, "most": most, "middle": (least + most) / 2}[chosen["share"]]
    until = _until(row, adult)
    why = _("until the day before it is {age}").format(age=adult)
    if row.get("ends_on"):
        why = _("until the agreed day")
    if row.get("self_supporting_on") == until:
        why = _("until it lives on its own work")
    return Child(
        at=at,
        name=row["name"],
        begin=row.get("from_on") or book.day,
        until=until,
        percent=None if percent is None else Fraction(percent),
        own=row.get("percent") is not None,
        monthly=yuan(row.get("monthly") or 0),
        paid=yuan(row.get("paid") or 0),
        why=why,
    )


def _beyond(children: Sequence[Child], given: Mapping[str, Any], book: Book) -> Iterator[Fault]:
    """Shares that somebody typed and that leave the range without a special reason (art 49)."""
    if (given.get("special") or "").strip():
        return
    least, most, several = (book.number(f"child_support.percent.{key}") for key in ("least", "most", "several"))
    typed = [one for one in children if one.own and one.percent is not None]
    for one in typed:
        if (one.percent or 0) > most or (len(children) == 1 and (one.percent or 0) < least):
            sentence = _("The range is {least} to {most} per cent; beyond it a special reason is needed.")
            yield Fault(f"{one.at}.percent", sentence.format(least=plain(least), most=plain(most)))
    for first, _last in _parts(children):
        there = [one for one in typed if one.begin <= first < one.until]
        if sum((one.percent or 0 for one in there), Fraction(0)) > several:
            sentence = _("Together not more than {most} per cent; beyond it a special reason is needed.")
            yield Fault(f"{there[-1].at}.percent", sentence.format(most=plain(several)))
            return


def _parts(children: Sequence[Child], *more: date) -> list[tuple[date, date]]:
    """The stretches of time in which the same children are supported."""
    days = sorted({day for one in children for day in (one.begin, one.until)} | set(more))
    return list(pairwise(days))


def percent_of(child: Child, children: Sequence[Child], first: date, most: Fraction) -> Fraction:
    """Its share on a day: its own, cut in proportion where the shares of all who are supported then go beyond the cap.

    Shares that were typed are within the cap or have a special reason, and are not cut; the others divide what these leave.
    """
    if child.percent is None or child.own:
        return child.percent or Fraction(0)
    there = [one for one in children if one.begin <= first < one.until and one.percent is not None]
    fixed = sum((one.percent or 0 for one in there if one.own), Fraction(0))
    open_ = sum((one.percent or 0 for one in there if not one.own), Fraction(0))
    left = max(most - fixed, Fraction(0))
    return child.percent if len(there) < 2 or open_ <= left else child.percent * left / open_


def _of(child: Child, children: Sequence[Child], income: Fraction, book: Book) -> tuple[Decimal, Decimal, Decimal, list[Line]]:
    """What was due before the day of the calculation, what comes from it on, the sum of a month now, and the steps."""
    most = Fraction(book.number("child_support.percent.several"))
    past = future = now = ZERO
    article = _("Family Interpretation I, arts 49, 53")
    last = child.until - timedelta(1)
    span = _("{first} to {last}, {why}").format(first=dates.in_words(child.begin), last=dates.in_words(last), why=child.why)
    lines = [Line("due", _("Time of support"), span, None, article, child.name)]
    running = False
    for first, after in _joined(child, children, income, most, book.day):
        monthly, how = _monthly(child, children, income, first, most)
        count, is_past = months(first, after), first < book.day
        amount = cent(Fraction(monthly) * count)
        past, future = (past + amount, future) if is_past else (past, future + amount)
        if not is_past and not running:
            now, running = monthly, True
        what = _("{first} to {last}").format(first=dates.in_words(first), last=dates.in_words(after - timedelta(1)))
        how += _("; × {months} months = {amount} yuan").format(months=months_said(first, after), amount=shown(amount))
        lines.append(Line("due" if is_past else "future", what, how, None, article, child.name))
    return past, future, now, lines


def _joined(child: Child, children: Sequence[Child], income: Fraction, most: Fraction, day: date) -> Iterator[tuple[date, date]]:
    """The stretches of one child; those beside each other with the same sum of a month are one, but never over the day of the sum."""
    own = [(a, b) for a, b in _parts(children, day) if child.begin <= a and b <= child.until]
    begin: date | None = None
    for n, (first, after) in enumerate(own):
        begin = begin or first
        following = own[n + 1][0] if n + 1 < len(own) else None
        sums = [_monthly(child, children, income, at, most)[0] for at in (first, following) if at is not None]
        if following is None or following == day or len(set(sums)) > 1:
            yield begin, after
            begin = None


def _monthly(child: Child, children: Sequence[Child], income: Fraction, first: date, most: Fraction) -> tuple[Decimal, str]:
    if child.percent is None:
        return child.monthly, _("{sum} yuan a month, as agreed or ruled").format(sum=shown(child.monthly))
    percent = percent_of(child, children, first, most)
    monthly = cent(income * percent / 100)
    how = _("{income} yuan × {percent}% = {sum} yuan a month").format(
        income=shown(cent(income)), percent=plain(percent), sum=shown(monthly)
    )
    if percent < child.percent:
        how += _(" (several children: {most}% together)").format(most=plain(most))
    return monthly, how


def _goods(given: Mapping[str, Any], owed: Decimal) -> tuple[Decimal, list[Line]]:
    lines, total = [], ZERO
    for row in given.get("goods") or ():
        worth = cent(yuan(row["unit_price"]) * row["quantity"])
        total += worth
        how = _("{price} yuan × {quantity} {unit}").format(
            price=shown(yuan(row["unit_price"])), quantity=plain(row["quantity"]), unit=row.get("unit") or ""
        )
        lines.append(Line("goods", row["what"], how.strip(), worth, _("Family Interpretation I, art. 51")))
    if total > owed:
        sentence = _("The goods are worth {goods} yuan, more than is owed ({owed} yuan).")
        raise Refusal(sentence.format(goods=shown(total), owed=shown(owed)), "goods")
    return total, lines


def _owed(
    child: Child, past: Decimal, future: Decimal, goods: Decimal, now: Decimal, given: Mapping[str, Any], payments: list[Payment]
) -> Iterator[Line]:
    """What is left of past and future after what was paid and given; the sum of a period; who pays."""
    payer, payee, way = given["payer"], given.get("receiver") or child.name, given.get("way") or "monthly"
    paid_past, paid_on = min(child.paid, past), child.paid - min(child.paid, past)
    goods_past = min(goods, past - paid_past)
    for head, label, gross, paid, given_ in (
        ("due", _("Support due already"), past, paid_past, goods_past),
        ("future", _("Support still to come"), future, paid_on, goods - goods_past),
    ):
        if not gross:
            continue
        how = shown(gross) + _("yuan")
        how += _(", less {paid} yuan paid").format(paid=shown(paid)) if paid else ""
        how += _(", less {goods} yuan in goods").format(goods=shown(given_)) if given_ else ""
        left = gross - paid - given_
        yield Line(head, label, how, left, _("Family Interpretation I, arts 49, 53"), child.name)
        if left and (head == "due" or way == "lump_sum"):
            payments.append(Payment(payer, payee, left, label, child.name))
    if now and way != "lump_sum":
        how = _("{sum} yuan, {way}").format(sum=shown(now), way=_(dict(WAYS)["monthly"]))
        how += _("; paid every year: × 12 = {year} yuan").format(year=shown(now * 12)) if way == "yearly" else ""
        yield Line("periodic", _("Support of a month"), how, now, _("Family Interpretation I, art. 50"), child.name)


def _remarks(given: Mapping[str, Any], goods: Decimal) -> Iterator[str]:
    if (given.get("special") or "").strip():
        yield _("Special reason for the share: {reason}").format(reason=given["special"].strip())
    if given.get("way") == "lump_sum":
        yield _("At once is possible where there are means for it (Family Interpretation I, art. 50); nothing is discounted here.")
    if goods:
        yield _("Goods are taken where the parent has no income or cannot be found (Family Interpretation I, art. 51), or as both agree.")
    if any(row.get("self_supporting_on") for row in given["children"]):
        yield _("From sixteen on support can end early where the child lives mainly on its own work at the local standard (art. 53).")
    yield _("Later a higher sum can be asked for where need or means have changed (民法典 1085, Family Interpretation I, art. 58).")


CALCULATOR = Calculator(
    key="child_support",
    label=N_("Child support"),
    title=N_("Computation of child support"),
    inputs=INPUTS,
    heads=HEADS,
    work=work,
    options=OPTIONS,
    categories=("family",),
    source=N_("Civil Code, art. 1085; Family Interpretation I, arts 49 to 53"),
)
