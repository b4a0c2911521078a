"""The calculators, a line each, and which of them a kind of dispute offers."""

from desktop.domain.calculation import child_support, court_fee, limitation, period, wage_list, work_injury
from desktop.domain.calculation.calculator import Calculator
from desktop.domain.calculation.delayed_performance import rule as delayed_performance
from desktop.domain.calculation.instalment_plan import rule as instalment_plan
from desktop.domain.calculation.labour import rule as labour
from desktop.domain.calculation.loan import rule as loan
from desktop.domain.calculation.parent_support import rule as parent_support
from desktop.domain.calculation.personal_injury import rule as injury
from desktop.domain.calculation.property_division import rule as property_division
from desktop.domain.calculation.traffic import rule as traffic
from desktop.domain.refusal import Refusal
from desktop.i18n import _

CALCULATORS: dict[str, Calculator] = {
    one.key: one
    for one in (
        traffic.CALCULATOR,
        injury.CALCULATOR,
        labour.CALCULATOR,
        wage_list.CALCULATOR,
        work_injury.CALCULATOR,
        loan.CALCULATOR,
        delayed_performance.CALCULATOR,
        child_support.CALCULATOR,
        parent_support.CALCULATOR,
        property_division.CALCULATOR,
        court_fee.CALCULATOR,
        instalment_plan.CALCULATOR,
        limitation.CALCULATOR,
        period.CALCULATOR,
    )
}


def offered(category: str) -> list[Calculator]:
    """The calculators of a kind of dispute: its own, then those that every one offers."""
    own = [one for one in CALCULATORS.values() if category in one.categories]
    return own + [one for one in CALCULATORS.values() if not one.categories]


def calculator(key: str) -> Calculator:
    """The calculator of this key; Refusal listing all."""
    if key not in CALCULATORS:
        raise Refusal(
            _("There is no calculator “{key}”; there are: {keys}.").format(key=key[:40], keys=", ".join(CALCULATORS)), "kind", "unknown"
        )
    return CALCULATORS[key]
