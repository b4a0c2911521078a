"""What the statistics count: each figure with its formula in words, each split with its rule, each report with its figures.

The database counts by the expressions of the same keys (`db/queries/figures.py`); screen, paper and spreadsheet are fed by it.
Sources: 人民调解案件情况统计表 (司发通〔2010〕239号) and the indicators of domain brief 5.2. The Supreme People's Court allows no
ranking by such figures (2024), so no report sorts people or bodies by them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from desktop.domain import money
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _


@dataclass(frozen=True)
class Figure:
    """`counts` says what is counted, `formula` how. A sum of money is in fen and its key ends in `_fen`; a share has two keys in `of`."""

    key: str
    label: str
    counts: str
    formula: str
    money: bool = False
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Split:
    """One way to part the cases; `rule` says where a case stands that could stand in several places."""

    key: str
    label: str
    rule: str


@dataclass(frozen=True)
class ReportKind:
    """One report: how it is split (`""`: not at all), which figures it shows, and which of them its chart draws."""

    key: str
    label: str
    split: str
    figures: tuple[str, ...]
    charted: tuple[str, ...]


_PREVENTED = N_("concluded within the period, and entered in the case with its reason")
_PREVENTED_PEOPLE = N_("people entered with it in these cases")

FIGURES: dict[str, Figure] = {
    figure.key: figure
    for figure in (
        Figure(
            "brought_forward", N_("Brought forward"), N_("cases"),
            N_("accepted before the first day of the period and not concluded before it"),
        ),
        Figure("accepted", N_("New cases"), N_("cases"), N_("day of acceptance within the period")),
        Figure("concluded", N_("Concluded cases"), N_("cases"), N_("day of conclusion within the period, whatever the outcome")),
        Figure(
            "agreed_cases", N_("Cases agreed"), N_("cases"),
            N_("concluded within the period with a written, oral or partial agreement"),
        ),
        Figure(
            "success_rate", N_("Success rate"), N_("per cent"), N_("Cases agreed ÷ Concluded cases × 100 %"),
            of=("agreed_cases", "concluded"),
        ),
        Figure(
            "open_at_end", N_("Open at the end"), N_("cases"),
            N_(
                "accepted up to the last day of the period and not concluded by its end; "
                "Brought forward + New cases = Concluded cases + Open at the end"
            ),
        ),
        Figure(
            "claimed_fen", N_("Claimed (new)"), N_("money"),
            N_("sum of what is claimed in the new cases; none where no sum is claimed"), money=True,
        ),
        Figure(
            "claimed_concluded_fen", N_("Claimed (concluded)"), N_("money"),
            N_("sum of what was claimed in the concluded cases"), money=True,
        ),
        Figure(
            "agreed_fen", N_("Amount agreed"), N_("money"),
            N_("sum of money and agreed worth of things in the agreements of the agreed cases"), money=True,
        ),
        Figure("confirmation_applied", N_("Applied for confirmation"), N_("applications"), N_("day of application within the period")),
        Figure(
            "confirmation_ended", N_("Confirmation decided"), N_("applications"),
            N_("ruled, not accepted or withdrawn within the period: day of the ruling, else of its service, else of the application"),
        ),
        Figure("confirmation_confirmed", N_("Confirmed"), N_("applications"), N_("decided within the period: the agreement is valid")),
        Figure(
            "confirmation_refused", N_("Not confirmed"), N_("applications"),
            N_("decided within the period: not accepted, dismissed or withdrawn"),
        ),
        Figure(
            "confirmation_rate", N_("Confirmation rate"), N_("per cent"), N_("Confirmed ÷ Confirmation decided × 100 %"),
            of=("confirmation_confirmed", "confirmation_ended"),
        ),
        Figure("prevented_suicide", N_("Suicide prevented"), N_("cases"), _PREVENTED),
        Figure("prevented_suicide_people", N_("Suicide prevented (people)"), N_("people"), _PREVENTED_PEOPLE),
        Figure("prevented_escalated_to_crime", N_("Crime prevented"), N_("cases"), _PREVENTED),
        Figure("prevented_escalated_to_crime_people", N_("Crime prevented (people)"), N_("people"), _PREVENTED_PEOPLE),
        Figure("prevented_collective_petition", N_("Collective petition prevented"), N_("cases"), _PREVENTED),
        Figure("prevented_collective_petition_people", N_("Collective petition prevented (people)"), N_("people"), _PREVENTED_PEOPLE),
        Figure("prevented_brawl", N_("Brawl prevented"), N_("cases"), _PREVENTED),
        Figure("prevented_brawl_people", N_("Brawl prevented (people)"), N_("people"), _PREVENTED_PEOPLE),
    )
}  # fmt: skip

SPLITS: dict[str, Split] = {
    split.key: split
    for split in (
        Split("category", N_("Category"), N_("A case stands under the category it was registered with.")),
        Split("moj_type", N_("Ministry's type"), N_("A case stands under the one type of the Ministry's report that is kept with it.")),
        Split("source", N_("Source"), N_("A case stands under the way it came (the Ministry's list).")),
        Split("outcome", N_("Outcome"), N_("A case stands under the outcome of its last conclusion that was not taken back.")),
        Split(
            "agreement_form",
            N_("Form of the agreement"),
            N_("A case stands once, under the form of its last signed agreement; where none is kept, under the form its outcome names."),
        ),
        Split(
            "confirmation",
            N_("Judicial confirmation"),
            N_("A case stands under its last application as it stood on the last day of the period; an application under its own state."),
        ),
        Split(
            "refusal",
            N_("Reason for not confirming"),
            N_("An application that was not confirmed stands under the reason that the court named (CPCI 355, 358)."),
        ),
        Split("organisation", N_("Organisation"), N_("A case stands under the organisation that registered it.")),
        Split(
            "mediator",
            N_("Mediator"),
            N_("A case stands once, under the last mediator assigned to preside up to the last day of the period."),
        ),
    )
}

_FLOW = (
    "brought_forward", "accepted", "concluded", "agreed_cases", "success_rate", "open_at_end", "claimed_fen", "agreed_fen",
)  # fmt: skip
_ENDED = ("concluded", "claimed_concluded_fen", "agreed_fen")
_AGREED = ("agreed_cases", "agreed_fen")
_REFUSED = ("confirmation_ended", "confirmation_refused")
_CONFIRMED = ("agreed_cases", "agreed_fen", "confirmation_applied", "confirmation_ended")

_HARM = tuple(key for key in FIGURES if key.startswith("prevented_"))

REPORTS: dict[str, ReportKind] = {
    kind.key: kind
    for kind in (
        ReportKind(
            "overview", N_("Overview"), "",
            (*_FLOW, "confirmation_applied", "confirmation_ended", "confirmation_confirmed", "confirmation_rate"),
            ("brought_forward", "accepted", "concluded", "agreed_cases", "open_at_end"),
        ),
        ReportKind("category", N_("By category"), "category", _FLOW, ("accepted", "concluded")),
        ReportKind("moj_type", N_("By the Ministry's types"), "moj_type", _FLOW, ("accepted", "concluded")),
        ReportKind("source", N_("By source"), "source", _FLOW, ("accepted", "concluded")),
        ReportKind("outcome", N_("By outcome"), "outcome", _ENDED, ("concluded",)),
        ReportKind("agreement_form", N_("By form of the agreement"), "agreement_form", _AGREED, ("agreed_cases",)),
        ReportKind("confirmation", N_("By judicial confirmation"), "confirmation", _CONFIRMED, ("agreed_cases", "confirmation_applied")),
        ReportKind("refusal", N_("By the court's reason"), "refusal", _REFUSED, ("confirmation_refused",)),
        ReportKind("organisation", N_("By organisation"), "organisation", _FLOW, ("accepted", "concluded")),
        ReportKind("mediator", N_("By mediator"), "mediator", _FLOW, ("accepted", "concluded")),
        ReportKind("prevented", N_("Harm prevented"), "", _HARM, _HARM[::2]),
    )
}  # fmt: skip

MOST_SPLITS = 2

RULES = (
    N_("A case counts once, from its day of acceptance; what is registered and not accepted yet, or was not accepted, is not counted."),
    N_(
        "A case is concluded on the day of its last conclusion that was not taken back; "
        "a conclusion dated before the acceptance counts on the day of acceptance."
    ),
    N_(
        "Sums are added up in fen and shown in ten thousands of yuan with two decimals, half up; "
        "therefore shown parts may differ a little from a shown total."
    ),
)
"""What holds for every report, printed under each table."""


def report(name: str) -> ReportKind:
    """The report of this name; Refusal listing them where there is none."""
    if name not in REPORTS:
        raise Refusal(
            _("There is no report “{name}”; the reports are: {names}.").format(name=name[:40], names=", ".join(REPORTS)), "name", "unknown"
        )
    return REPORTS[name]


def splits(name: str, more: tuple[str, ...]) -> tuple[str, ...]:
    """The report's own split and what it is split by further, each once and at most two; Refusal for an unknown one or too many."""
    own = report(name).split
    wanted = tuple(dict.fromkeys((*((own,) if own else ()), *more)))
    unknown = next((key for key in wanted if key not in SPLITS), None)
    if unknown is not None:
        raise Refusal(
            _("“{key}” is no way to split a report; the ways are: {keys}.").format(key=unknown[:40], keys=", ".join(SPLITS)),
            "splits",
            "unknown",
        )
    if len(wanted) > MOST_SPLITS:
        raise Refusal(_("A report is split in at most two ways."), "splits", "too_many")
    return wanted


def of(name: str) -> tuple[Figure, ...]:
    """The figures of a report in the order of its columns."""
    return tuple(FIGURES[key] for key in report(name).figures)


def counted(name: str) -> tuple[str, ...]:
    """The keys that the database counts for a report: shares are made of others, which may not be columns themselves."""
    keys: list[str] = []
    for figure in of(name):
        keys += figure.of or (figure.key,)
    return tuple(dict.fromkeys(keys))


def share(figure: Figure, values: Mapping[str, int]) -> Decimal | None:
    """A share in per cent with two decimals, half up; None where there is nothing to share."""
    part, whole = (values[key] for key in figure.of)
    return (Decimal(100 * part) / whole).quantize(Decimal("0.01"), ROUND_HALF_UP) if whole else None


def shown(figure: Figure, values: Mapping[str, int]) -> str:
    """The figure as it is printed under `head`: a number, 万元 or per cent with two decimals; `—` for a share of nothing."""
    if figure.of:
        part = share(figure, values)
        return "—" if part is None else str(part)
    return money.ten_thousands(values[figure.key]) if figure.money else str(values[figure.key])


def change(figure: Figure, now: Mapping[str, int], before: Mapping[str, int]) -> str:
    """The difference to the year before with its sign, and for counts and sums in per cent of that year; `—` where it has none."""
    if figure.of:
        this, that = share(figure, now), share(figure, before)
        return "—" if this is None or that is None else f"{this - that:+}"
    more = now[figure.key] - before[figure.key]
    told = f"{'+' if more > 0 else ''}{money.ten_thousands(more) if figure.money else more}"
    if not before[figure.key]:
        return told
    part = (Decimal(100 * more) / before[figure.key]).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return _("{more} ({part} %)").format(more=told, part=f"{part:+}")


def head(figure: Figure) -> str:
    """The label of a column, with the unit of a sum or share."""
    label = _(figure.label)
    return _("{label} (10,000 yuan)").format(label=label) if figure.money else _("{label} (%)").format(label=label) if figure.of else label


def rule(figure: Figure) -> str:
    """One figure in one sentence: what it counts and by which formula."""
    return _("{label}: {counts}; {formula}.").format(label=_(figure.label), counts=_(figure.counts), formula=_(figure.formula))


def rules(name: str, split_by: tuple[str, ...]) -> list[str]:
    """Everything that stands under the table of a report: formulas, where a case stands, and what holds for all."""
    return [*(rule(figure) for figure in of(name)), *(_(SPLITS[key].rule) for key in split_by), *(_(sentence) for sentence in RULES)]
