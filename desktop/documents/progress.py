"""How far an agreement is performed, in the words of papers: amounts by their measure, a line for each obligation."""

from datetime import date
from typing import TYPE_CHECKING

from db.vocabulary import ObligationKind
from desktop.documents.template import Wording
from desktop.domain import balance, money

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.obligation import Obligation
    from desktop.domain.balance import Amount, Balance


def amount(said: Wording, obligation: "Obligation", of: "Amount") -> str:
    """人民币20,000.00元, 14只, 1次; `said` are the shared words."""
    match obligation.kind:
        case ObligationKind.MONEY:
            return said.say("amount.money", figures=money.figures(int(of)))
        case ObligationKind.IN_KIND if balance.quantity(obligation.quantity) is not None:
            return said.say("amount.things", quantity=balance.plain(of), unit=obligation.unit)
        case _:
            return said.say("amount.act", n=balance.plain(of))


def cell(said: Wording, obligation: "Obligation", of: "Amount") -> str:
    """The same for a table, which has less room: 20,000.00元."""
    if obligation.kind is ObligationKind.MONEY:
        return said.say("amount.cell", figures=money.figures(int(of)))
    return amount(said, obligation, of)


def line(said: Wording, found: "Balance") -> str:
    """One obligation: all, done, left, late."""
    one = found.obligation
    late = found.late_days if found.overdue else 0
    return said.say(
        "amount.line",
        n=one.ordinal,
        subject=one.subject,
        owed=amount(said, one, found.owed),
        done=amount(said, one, found.performed),
        left=amount(said, one, found.remaining) if found.remaining else "",
        late=late or "",
    )


def lines(said: Wording, case: "Case", day: date) -> list[str]:
    """Every obligation of the agreements in force, as it stands on the day."""
    return [line(said, found) for found in balance.of_case(case, day)]
