"""What a suit would cost at the court, and what a settlement before a mediator saves (诉讼费用交纳办法 13 to 18; 人民调解法 4).

The rule itself is `domain.court_fee`, which the guide to filing uses as well.
"""

from collections.abc import Iterator, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

from desktop.domain import court_fee
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.calculator import Calculator, Head, Option, Worked
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import CENT, ZERO, plain, shown, yuan
from desktop.domain.court_fee import Fee
from desktop.domain.fields import Field
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _

KINDS = (
    ("property", N_("About property: by the sum claimed")),
    ("divorce", N_("Divorce")),
    ("personality", N_("Infringement of a right of personality")),
    ("other", N_("Not about property otherwise")),
    ("labour", N_("Labour dispute")),
)
HALVES = (
    ("mediated", N_("settled by the court's mediation")),
    ("withdrawn", N_("withdrawn")),
    ("simple", N_("heard by simple procedure")),
    ("counterclaim", N_("counterclaim that is heard together")),
)
RANGED = ("divorce", "personality", "other")
INPUTS = (
    Field("kind", "choice", N_("Kind of case"), required=True, choices=KINDS, example="property"),
    Field(
        "claim", "money", N_("Sum claimed"), help=N_("Of a divorce the property to be divided, of a right of personality the damages."),
        example="800000",
    ),
    Field("set", "money", N_("Sum that the region has set"), help=N_("Only where the law gives a range; empty: the least."), example=""),
    Field("halved", "choice", N_("Why only half is paid"), choices=HALVES, help=N_("Empty: the whole fee."), example=""),
    Field("preserved", "money", N_("Property to be preserved"), help=N_("Only where preservation is applied for."), example="200000"),
)  # fmt: skip
HEADS = (
    Head("fee", N_("Fee of the suit")),
    Head("preservation", N_("Fee of the preservation")),
    Head("half", N_("Fee where only half is paid"), False),
    Head("saved", N_("Saved by a settlement before the mediator"), False),
)
OPTIONS = (
    Option(
        "unit",
        N_("Fees are exact to"),
        (("fen", N_("the fen")), ("yuan", N_("the yuan, rounded half up")), ("yuan_cut", N_("the yuan, the rest dropped"))),
        "fen",
        N_("Some courts charge whole yuan."),
    ),
    Option(
        "halving",
        N_("Half of the fee is taken"),
        (("rounded", N_("of the rounded fee")), ("exact", N_("of the exact fee, and rounded then"))),
        "rounded",
    ),
)


def work(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Worked:
    """The fee by the scale or within its range, its half, the fee of a preservation, what is saved."""
    kind, unit = given["kind"], chosen["unit"]
    fee = _fee(given, book)
    wrong = list(_faults(given, fee))
    if wrong:
        raise Refusal.of(wrong)
    book.note_all(fee.stands_on)
    exact = yuan(given["set"] + fee.fee - fee.steps[0].fee if given.get("set") is not None else fee.fee)
    whole = _to(exact, unit)
    half = _to((whole if chosen["halving"] == "rounded" else exact) / 2, unit)
    article = _("Measures on Litigation Costs, art. 13")
    lines = list(_steps(given, fee, article))
    reason = dict(HALVES).get(given.get("halved") or "")
    if reason:
        halved = _("{fee} yuan, of which half is paid: {reason}").format(fee=shown(whole), reason=_(reason))
        lines.append(Line("fee", _("Fee of the suit"), halved, half, _("Measures on Litigation Costs, arts 15, 16, 18")))
    else:
        lines.append(Line("fee", _("Fee of the suit"), _said(fee, given, exact), whole, article))
        how = _("{fee} yuan ÷ 2, where the court mediates, it is withdrawn, or the procedure is simple").format(fee=shown(whole))
        lines.append(Line("half", _("Half"), how, half, _("Measures on Litigation Costs, arts 15, 16")))
    lines += _preservation(given, unit, book)
    how = _("the mediator and the court's confirmation cost nothing: {fee} yuan less 0").format(fee=shown(whole))
    lines.append(Line("saved", _("Saved"), how, whole, _("People's Mediation Law, art. 4")))
    return Worked(lines, list(_remarks(kind, fee, given)))


def _fee(given: Mapping[str, Any], book: Book) -> Fee:
    if given["kind"] == "property" and given.get("claim") is None:
        raise Refusal(_("The fee follows from the amount claimed: enter it."), "claim")
    book.on("court_fee.half.mediated")
    return court_fee.fee(given["kind"], given.get("claim"), book.values, book.bands, book.day)


def _faults(given: Mapping[str, Any], fee: Fee) -> Iterator[Fault]:
    if given.get("set") is None:
        return
    if given["kind"] not in RANGED:
        yield Fault("set", _("The law fixes this fee itself: leave it out."))
        return
    least = fee.steps[0].fee
    most = (fee.most or 0) - (fee.fee - least)
    if not least <= given["set"] <= most:
        sentence = _("The law gives a range from {least} to {most} yuan.")
        yield Fault("set", sentence.format(least=shown(yuan(least)), most=shown(yuan(most))))


def _steps(given: Mapping[str, Any], fee: Fee, article: str) -> Iterator[Line]:
    """A step of the scale each; where the law gives a range the sum that counts of it."""
    for n, step in enumerate(fee.steps):
        amount = yuan(given["set"]) if n == 0 and given.get("set") is not None else yuan(step.fee)
        if fee.kind in RANGED and n == 0:
            what = _("as the region has set it") if given.get("set") is not None else _("the least of the range")
            yield Line("fee", _("Fixed part"), f"{what}：{shown(amount)}" + _("yuan"), None, article)
        elif step.rate is None:
            yield Line("fee", _("Fixed part"), shown(amount) + _("yuan"), None, article)
        else:
            how = _("{part} yuan × {rate}% = {fee} yuan").format(part=shown(yuan(step.part)), rate=plain(step.rate), fee=shown(amount))
            above = fee.claim - sum(one.part for one in fee.steps[n:])
            what = _("Part above {above} yuan").format(above=shown(yuan(above)))
            yield Line("fee", what, how, None, article)


def _said(fee: Fee, given: Mapping[str, Any], exact: Decimal) -> str:
    amounts = [yuan(step.fee) for step in fee.steps]
    if given.get("set") is not None:
        amounts[0] = yuan(given["set"])
    return "＋".join(shown(one) for one in amounts) + _("yuan")


def _preservation(given: Mapping[str, Any], unit: str, book: Book) -> Iterator[Line]:
    if not given.get("preserved"):
        return
    fee = court_fee.preservation(given["preserved"], book.values, book.bands, book.day)
    book.note_all(fee.stands_on)
    parts = [
        _("{part} yuan × {rate}%").format(part=shown(yuan(step.part)), rate=plain(step.rate)) if step.rate is not None
        else shown(yuan(step.fee)) + _("yuan")
        for step in fee.steps
    ]  # fmt: skip
    total = sum(step.fee for step in fee.steps)
    how = "＋".join(parts)
    if total > fee.fee:
        how += _(", {sum} yuan by the scale; at most {most} yuan").format(sum=shown(yuan(total)), most=shown(yuan(fee.fee)))
    article = _("Measures on Litigation Costs, art. 14")
    yield Line("preservation", _("Fee of the preservation"), how, _to(yuan(fee.fee), unit), article)


def _remarks(kind: str, fee: Fee, given: Mapping[str, Any]) -> Iterator[str]:
    if fee.most is not None and given.get("set") is None:
        sentence = _("The law gives a range, the region fixes the sum in it: here the fee can be from {least} to {most} yuan.")
        yield sentence.format(least=shown(yuan(fee.fee)), most=shown(yuan(fee.most)))
    if kind in ("labour", "other") and given.get("claim"):
        yield _("The fee of such a case does not follow the sum claimed.")
    if given.get("preserved"):
        yield _("The fee of a preservation is not halved; a settlement before it is applied for saves it as well.")


def _to(amount: Decimal, unit: str) -> Decimal:
    """Rounded as the court does it, to two decimals."""
    exact = CENT if unit == "fen" else Decimal(1)
    return amount.quantize(exact, ROUND_DOWN if unit == "yuan_cut" else ROUND_HALF_UP) + ZERO


CALCULATOR = Calculator(
    key="court_fee",
    label=N_("Court fees"),
    title=N_("Computation of the court's fees"),
    inputs=INPUTS,
    heads=HEADS,
    work=work,
    options=OPTIONS,
    source=N_("Measures on the Payment of Litigation Costs (State Council order 481)"),
)
