"""Work a calculation out with the law as it holds in this office: by itself, or for a case and kept with it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop.domain.calculation import calculator, registry, result
from desktop.domain.calculation.result import Calculation
from desktop.services import terms
from desktop.services.desk import Desk

REGION = "150000"
"""The autonomous region: whose standards count where nobody says otherwise."""


def work_out(desk: Desk | None, kind: str, sheet: Mapping[str, Any], today: date, region: str = "") -> Calculation:
    """The calculation of a sheet; with an office's own legal values where a desk is given, else with the shipped ones alone."""
    asked = registry.calculator(kind)
    if desk is None:
        values, version = terms.shipped(), terms.as_of()
    else:
        with desk.reading() as session:
            values, version = terms.values_of(session), terms.as_of()
    return calculator.run(asked, sheet, values, today, region or REGION, version)


def told(made: Calculation) -> dict[str, Any]:
    """The calculation for programs: sums in whole fen, dates in ISO."""
    return result.to_json(made)
