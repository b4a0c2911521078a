"""The calculator of loans and of prices owed: interest by periods under the cap, payments credited, what is owed on a day.

Source: 民法典 arts 561, 670, 676, 679; PLI (法释〔2020〕17号) arts 24 to 31; 银发〔2003〕251号; Sales Interpretation art. 18;
domain brief 6.4, 6.8.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from desktop.domain import dates, interest_cap
from desktop.domain.calculation import counting as counted
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.calculator import Calculator, Worked
from desktop.domain.calculation.loan import facts, rates, sheet
from desktop.domain.calculation.loan.account import ORDERS, WHAT, Account, Terms
from desktop.domain.calculation.loan.facts import Facts
from desktop.domain.calculation.loan.rates import Rates
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import ZERO, plain, shown, yuan
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _


def work(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Worked:
    """What is owed on the day of the calculation; Refusal with every contradiction at its field."""
    wrong = facts.faults(given, book)
    if wrong:
        raise Refusal.of(wrong)
    licensed = given["debt"] == "licensed"
    counting = counted.of(chosen["day_count"], chosen["rounding"], licensed)
    known = facts.of(given, book, chosen["last_day"] == "both")
    found = rates.of(given, chosen, book, counting, known.formed, known.first_late, known.end)
    terms = Terms(
        counting=counting,
        end=known.end,
        order=ORDERS[chosen["crediting"]] if known.payments else ORDERS["law"],
        deliveries=known.deliveries,
        payments=known.payments,
        costs=known.costs,
        renewals=known.renewals,
        due=known.due,
        overdue_from=known.overdue_from,
        within=found.within,
        overdue=found.overdue,
        capped=found.capped,
        settled=facts.settled(given, known) if given.get("compound") else (),
    )
    account = Account(terms)
    cut = _above_first(account, terms) if known.renewals else ZERO
    lines = [*found.lines, *account.lines, *_owed(account, cut), *_charges(given, account, bool(found.capped))]
    return Worked(lines, list(_remarks(given, book, known, found, account)))


def _above_first(account: Account, terms: Terms) -> Decimal:
    """By how much principal and interest together lie above what the first principal bears at the cap without any renewal (PLI 27)."""
    bare = Account(terms._replace(within=terms.capped, overdue=terms.capped, renewals=()))
    kinds = ("principal", "interest", "overdue")
    return max(sum((account.owed(kind) - bare.owed(kind) for kind in kinds), ZERO), ZERO)


def _owed(account: Account, cut: Decimal) -> Iterator[Line]:
    """What is owed of each kind in the end."""
    cuts = {}
    for kind in ("interest", "overdue", "principal"):
        cuts[kind] = min(cut, account.owed(kind))
        cut -= cuts[kind]
    said = {"principal": _("handed over and added {grown} yuan"), "costs": _("in all {grown} yuan")}
    names = {**WHAT, "principal": N_("Principal"), "costs": N_("Costs of collection")}
    for kind in ("costs", "interest", "overdue", "compound", "principal"):
        if not account.grown[kind] and kind not in ("interest", "principal"):
            continue
        how = said.get(kind, _("periods above together {grown} yuan")).format(grown=shown(account.grown[kind]))
        if account.paid[kind]:
            how += _(", less {paid} yuan paid").format(paid=shown(account.paid[kind]))
        if account.moved[kind]:
            how += _(", less {moved} yuan made principal").format(moved=shown(account.moved[kind]))
        article = ""
        if cuts.get(kind):
            how += _(", less {cut} yuan above what the first principal bears at the cap").format(cut=shown(cuts[kind]))
            article = _("PLI, art. 27")
        yield Line(kind, _("Owed: {what}").format(what=_(names[kind])), how, account.owed(kind) - cuts.get(kind, ZERO), article)


def _charges(given: Mapping[str, Any], account: Account, capped: bool) -> Iterator[Line]:
    """Penalty and other charges: of private loans only as far as the cap leaves room beside the interest for lateness (PLI 29)."""
    room, over = max(account.at_cap - account.grown["overdue"], ZERO), account.over
    for key, label in (("penalty", N_("Penalty")), ("fees", N_("Other charges"))):
        asked = yuan(given.get(key) or 0)
        if not asked:
            continue
        counts, how, article = asked, _("as agreed {sum} yuan").format(sum=shown(asked)), ""
        if capped:
            article = _("PLI, art. 29")
            counts = min(asked, room)
            room -= counts
            if counts < asked:
                how += _(", of which the cap leaves room for {counts} yuan").format(counts=shown(counts))
        paid = min(over, counts)
        over -= paid
        how += _(", less {paid} yuan paid").format(paid=shown(paid)) if paid else ""
        yield Line(key, _(label), how, counts - paid, article)
    account.over = over


def _remarks(given: Mapping[str, Any], book: Book, known: Facts, found: Rates, account: Account) -> Iterator[str]:
    yield from known.remarks
    if account.over:
        yield _("{amount} yuan more were paid than was owed.").format(amount=shown(account.over))
    daily = account.daily()
    if daily:
        yield _("From {day} on each day adds {daily} yuan of interest, as long as nothing changes.").format(
            day=dates.in_words(known.end), daily=shown(daily)
        )
    if given["debt"] == "licensed":
        yield from _of_licensed(given, book, found)
    elif given["debt"] == "price" and (given.get("overdue_rate") is not None) and book.has(interest_cap.OF_PENALTY):
        most = book.number(interest_cap.OF_PENALTY)
        if any(step.percent > most for step in found.overdue):
            yield _("Courts usually cut a penalty for lateness above {most}% a year (Civil Code, art. 585).").format(most=plain(most))
    if given.get("penalty") and not found.capped:
        yield _("A penalty more than 30 per cent above the loss is usually cut (Civil Code, art. 585).")


def _of_licensed(given: Mapping[str, Any], book: Book, found: Rates) -> Iterator[str]:
    yield _("The cap on private loans does not bind a licensed lender (PLI, art. 1).")
    if book.has(interest_cap.OF_LICENSED):
        most = book.number(interest_cap.OF_LICENSED)
        beyond = any(step.percent > most for step in (*found.within, *found.overdue)) or given.get("compound") or given.get("fees")
        if beyond:
            sentence = _("Interest, penalty interest, compound interest and charges above {most}% a year together: a court may cut them.")
            yield sentence.format(most=plain(most))
    rise = given.get("overdue_rise")
    if rise is not None and book.has("licensed.overdue_rise.least"):
        least, most = book.number("licensed.overdue_rise.least"), book.number("licensed.overdue_rise.most")
        if not least <= rise <= most:
            sentence = _(
                "A rise for lateness lies between {least} and {most} per cent; for money used otherwise than agreed it may be more."
            )
            yield sentence.format(least=plain(least), most=plain(most))


CALCULATOR = Calculator(
    key="loan",
    label=N_("Loan or price: interest and balance"),
    title=N_("Computation of principal and interest"),
    inputs=sheet.INPUTS,
    heads=sheet.HEADS,
    work=work,
    options=sheet.OPTIONS,
    categories=("private_loan", "finance", "sale"),
    source=N_("Civil Code, arts 561, 670, 676, 679; Private Lending Rules, arts 24 to 31; Sales Interpretation, art. 18"),
)
