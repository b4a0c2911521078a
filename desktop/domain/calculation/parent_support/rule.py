"""Support of parents by their children (民法典 26, 1067; 老年人权益保障法 14, 15, 19, 20).

There is no formula in the law. Here: what the parents need in a month less their own income, a part of it for each child, less what it
gives already in care, food or a home; what is due already less what was paid; bills for medical care by the same parts. What one child
gave beyond its part the others give back to it, unless it gave that of its own will.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desktop.domain import dates
from desktop.domain.calculation import paying
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.calculator import Calculator, Worked
from desktop.domain.calculation.counting import months, months_said
from desktop.domain.calculation.parent_support import shares
from desktop.domain.calculation.parent_support.shares import Child
from desktop.domain.calculation.parent_support.sheet import HEADS, INPUTS, MONTHS, OPTIONS, WAYS
from desktop.domain.calculation.result import Line, Payment
from desktop.domain.calculation.working import ZERO, cent, day_before, plain, shown, split, yuan
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _

_GROUND = N_("Civil Code, arts 26, 1067")
_CARE = N_("Law on the Rights of the Elderly, arts 14, 15")


def work(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Worked:
    """What each child pays for a period, for the time passed and of the bills; Refusal where need or shares do not work out."""
    wrong = list(_faults(given, book))
    if wrong:
        raise Refusal.of(wrong)
    rows, parents = given["children"], "、".join(row["name"] for row in given["parents"])
    children = shares.of(rows, chosen["share"])
    need, lines = _need(given, chosen, book)
    lines += [Line("periodic" if need else "costs", _("Share of the child"), one.why, None, _(_GROUND), one.name) for one in children]
    payments: list[Payment] = []
    if need:
        lines += _periodic(given, chosen, need, children, parents, payments)
        lines += _due(given, chosen, book, need, children, parents, payments)
    elif not given.get("costs"):
        raise Refusal(_("By these figures the parents need nothing: their income covers what they need."), "parents.0.income")
    lines += _costs(given, children, parents, payments)
    return Worked(lines, list(_remarks(given, book, bool(need))), payments)


def _faults(given: Mapping[str, Any], book: Book) -> Iterator[Fault]:
    names: set[str] = set()
    for table in ("parents", "children"):
        for n, row in enumerate(given[table]):
            if row["name"] in names:
                yield Fault(f"{table}.{n}.name", _("This name stands above already: tell two of one name apart."))
            names.add(row["name"])
    for n, row in enumerate(given["parents"]):
        yield from book.later((f"parents.{n}.birth_date", row.get("birth_date")))
        if row.get("living") is None and not row.get("area"):
            yield Fault(f"parents.{n}.living", _("Say the cost of living, or where the parent lives: the local average counts then."))
    begin = given.get("from_on")
    for n, row in enumerate(given["children"]):
        if row.get("paid") and (begin is None or begin >= book.day):
            yield Fault(f"children.{n}.paid", _("Something was paid for the time passed: say since when support counts."))
        if row.get("gives_what") and not row.get("gives"):
            yield Fault(f"children.{n}.gives", _("Say what it is worth in a month."))
    known = {row["name"] for row in given["children"]}
    for n, row in enumerate(given.get("costs") or ()):
        if (row.get("reimbursed") or 0) > row["amount"]:
            yield Fault(f"costs.{n}.reimbursed", _("More was paid back than the bill."))
        if row.get("paid_by") and row["paid_by"] not in known:
            sentence = _("None of the children above; leave it empty where the bill is unpaid or the parents paid it.")
            yield Fault(f"costs.{n}.paid_by", sentence)


def _need(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> tuple[Decimal, list[Line]]:
    """What all parents need in a month, and a step for each."""
    lines, whole = [], ZERO
    for row in given["parents"]:
        if row.get("living") is not None:
            living = yuan(row["living"])
            steps = [_("living {sum} yuan").format(sum=shown(living))]
        else:
            average, percent = book.last_year(f"consumption.{row['area']}"), book.number("parent_support.living_percent")
            living = cent(Fraction(average.number) * Fraction(percent) / 100 / 12)
            rate = "" if percent == 100 else f"×{plain(percent)}%"
            steps = [_("living {year} yuan of {n}{rate} ÷ 12 = {sum} yuan").format(
                year=shown(average.number), n=average.year, rate=rate, sum=shown(living)
            )]  # fmt: skip
        for key, what in (("medical", _("medical")), ("care", _("care"))):
            if row.get(key):
                steps.append(f"{what}{shown(yuan(row[key]))}" + _("yuan"))
        need = living + yuan((row.get("medical") or 0) + (row.get("care") or 0))
        how = "＋".join(steps)
        if row.get("income"):
            income = yuan(row["income"])
            if chosen["own_income"] == "deducted":
                how += _(", less own income of {income} yuan").format(income=shown(income))
                need = max(need - income, ZERO)
            else:
                how += _(" (own income of {income} yuan is left)").format(income=shown(income))
        whole += need
        how += _(": {need} yuan a month").format(need=shown(need))
        lines.append(Line("periodic", _("Need"), how, None, f"{_(_GROUND)}；{_(_CARE)}", row["name"]))
    return whole, lines if whole else []


def _periodic(
    given: Mapping[str, Any], chosen: Mapping[str, str], need: Decimal, children: Sequence[Child], parents: str, payments: list[Payment]
) -> Iterator[Line]:
    """What each pays every period, less what it gives."""
    way = given.get("way") or "monthly"
    times = MONTHS[way]
    gives = [one.gives * times for one in children]
    told = shown(need) + _("yuan") if times == 1 else _("{need} yuan × {times} months").format(need=shown(need), times=times)
    parts = split(need * times, [one.part for one in children])
    what = _("Support {way}, the first time").format(way=_(dict(WAYS)[way]))
    made = _level(children, parts, gives, parents, what, chosen["beyond"], "gives")
    payments += made
    named = {one["name"]: one.get("gives_what") or "" for one in given["children"]}
    for one, part, done in zip(children, parts, gives, strict=True):
        how = _("{told} × {share} = {part} yuan").format(told=told, share=shares.said(one.part), part=shown(part))
        if done:
            how += _(", less {done} yuan given").format(done=shown(done)) + (f"（{named[one.name]}）" if named[one.name] else "")
        how += _back(one, made)
        yield Line("periodic", _("Payment of a period"), how, _paid_by(one, made), _(_GROUND), one.name)
    for one, part in zip(children, parts, strict=True):
        yield Line("borne", _("Borne in a period"), shares.said(one.part), part, _(_GROUND), one.name)


def _due(
    given: Mapping[str, Any], chosen: Mapping[str, str], book: Book, need: Decimal, children: Sequence[Child], parents: str,
    payments: list[Payment],
) -> Iterator[Line]:  # fmt: skip
    """What was due before the day of the calculation, less what was paid."""
    begin = given.get("from_on")
    if begin is None or begin >= book.day:
        return
    whole = cent(Fraction(need) * months(begin, book.day))
    how = _("{first} to {last}: {need} yuan × {months} months = {whole} yuan").format(
        first=dates.in_words(begin), last=dates.in_words(day_before(book.day)), need=shown(need), months=months_said(begin, book.day),
        whole=shown(whole),
    )  # fmt: skip
    article = f"{_(_GROUND)}；{_('Law on the Rights of the Elderly, art. 19')}"
    yield Line("due", _("Time passed"), how, None, article)
    parts = split(whole, [one.part for one in children])
    made = _level(
        children, parts, [one.paid for one in children], parents, _("Support of the parents due already"), chosen["beyond"], "paid"
    )
    payments += made
    for one, part in zip(children, parts, strict=True):
        how = _("{told} × {share} = {part} yuan").format(told=shown(whole) + _("yuan"), share=shares.said(one.part), part=shown(part))
        how += _(", less {paid} yuan paid").format(paid=shown(one.paid)) if one.paid else ""
        yield Line("due", _("Support of the parents due already"), how + _back(one, made), _paid_by(one, made), article, one.name)


def _costs(given: Mapping[str, Any], children: Sequence[Child], parents: str, payments: list[Payment]) -> Iterator[Line]:
    """The bills less what was paid back, by the same parts; who paid them gets back what is beyond its own."""
    bills = given.get("costs") or ()
    if not bills:
        return
    article = _("Law on the Rights of the Elderly, art. 15")
    whole, gave = ZERO, dict.fromkeys((one.name for one in children), ZERO)
    for bill in bills:
        amount, reimbursed = yuan(bill["amount"]), yuan(bill.get("reimbursed") or 0)
        how = shown(amount) + _("yuan")
        if reimbursed:
            how = _("{sum} yuan less {back} yuan paid back = {left} yuan").format(
                sum=shown(amount), back=shown(reimbursed), left=shown(amount - reimbursed)
            )
        if bill.get("paid_by"):
            gave[bill["paid_by"]] += amount - reimbursed
            how += _(", paid by {name}").format(name=bill["paid_by"])
        whole += amount - reimbursed
        yield Line("costs", bill["what"], how, None, article)
    parts = split(whole, [one.part for one in children])
    made = _level(children, parts, list(gave.values()), parents, _("Bills shared"), "shared", "paid")
    payments += made
    for one, part in zip(children, parts, strict=True):
        how = _("{told} × {share} = {part} yuan").format(told=shown(whole) + _("yuan"), share=shares.said(one.part), part=shown(part))
        how += _(", less {paid} yuan paid").format(paid=shown(gave[one.name])) if gave[one.name] else ""
        yield Line("costs", _("Part of the bills"), how + _back(one, made), _paid_by(one, made), article, one.name)


def _level(
    children: Sequence[Child], parts: Sequence[Decimal], gave: Sequence[Decimal], parents: str, what: str, beyond: str, field: str
) -> list[Payment]:
    """Who pays the parents, and whom of the others, so that each bears its part; Refusal where all of them gave more than there is."""
    if beyond == "own":
        left = [(one, part - done) for one, part, done in zip(children, parts, gave, strict=True)]
        return [Payment(one.name, parents, rest, what) for one, rest in left if rest > 0]
    whole, done = sum(parts, ZERO), sum(gave, ZERO)
    if done > whole:
        last = max(n for n, sum_ in enumerate(gave) if sum_)
        sentence = _("Together more is given ({done} yuan) than is needed ({whole} yuan): give less here, or take it as given freely.")
        raise Refusal(sentence.format(done=shown(done), whole=shown(whole)), f"{children[last].at}.{field}")
    bears = {one.name: part for one, part in zip(children, parts, strict=True)}
    given_up = {parents: whole - done} | {one.name: sum_ for one, sum_ in zip(children, gave, strict=True)}
    return paying.level_out(given_up, bears, what)


def _paid_by(one: Child, payments: Sequence[Payment]) -> Decimal:
    return sum((paid.amount for paid in payments if paid.payer == one.name), ZERO)


def _back(one: Child, payments: Sequence[Payment]) -> str:
    """What the others give back to a child that gave more than its part."""
    back = sum((paid.amount for paid in payments if paid.payee == one.name), ZERO)
    return _("; the others give back {sum} yuan").format(sum=shown(back)) if back else ""


def _remarks(given: Mapping[str, Any], book: Book, lasting: bool) -> Iterator[str]:
    old = int(book.number("parent_support.elderly_from"))
    for row in given["parents"]:
        if row.get("birth_date") and dates.age(row["birth_date"], book.day) < old:
            sentence = _("{name} is not {age} yet: owed only where unable to work or in hardship (Civil Code, art. 1067).")
            yield sentence.format(name=row["name"], age=old)
    if lasting:
        yield _("The total holds the payment of the first period; every later one is the same.")
        yield _("Medical costs to come that are not insured are shared in the same parts, against the bill.")
        yield _("Besides money the children owe care, a home and visits (Law on the Rights of the Elderly, arts 14 to 18).")
    yield _("Who gives up an inheritance owes support all the same; the children can agree on it where the parents consent (arts 19, 20).")
    if lasting:
        yield _("Where need or means change, another sum can be asked for.")


CALCULATOR = Calculator(
    key="parent_support",
    label=N_("Support of parents"),
    title=N_("Computation of the support of parents"),
    inputs=INPUTS,
    heads=HEADS,
    work=work,
    options=OPTIONS,
    categories=("family",),
    source=N_("Civil Code, arts 26, 1067; Law on the Rights of the Elderly, arts 14 to 20"),
)
