"""Until when a claim can be sued on: the course of its limitation with all that interrupts or suspends it (民法典 188 to 198).

Of labour arbitration one year (调解仲裁法 27), of rural land two (农村土地承包经营纠纷调解仲裁法 18). The rule itself is
`domain.limitation`, by which the days of a case are counted as well. It works out a day and no sum.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from db.vocabulary import InterruptionKind
from desktop.domain import dates, deadlines, words
from desktop.domain import limitation as rule
from desktop.domain.calculation import last_day
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.calculator import Calculator, Head, Worked
from desktop.domain.calculation.result import Day, Line
from desktop.domain.deadlines import Deadline
from desktop.domain.fields import Field
from desktop.domain.limitation import Obstacle, Runs, Step
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _

KINDS = (
    (rule.GENERAL, N_("Limitation of a claim in general")),
    (rule.LABOUR, N_("Limitation of labour arbitration")),
    (rule.RURAL_LAND, N_("Limitation of arbitration on rural land")),
)
_EVENTS = (
    Field("on", "date", N_("Day"), required=True, prefer="past", example="2023-05-20"),
    Field("kind", "choice", N_("What happened"), required=True, choices=words.choices(InterruptionKind), example="demand"),
    Field("what", "text", N_("How, and by what it can be shown"), most=60, example="微信催款记录"),
)
_OBSTACLES = (
    Field("first", "date", N_("Began on"), required=True, prefer="past", example="2024-01-10"),
    Field("until", "date", N_("Fell away on"), required=True, prefer="past", example="2024-03-10"),
    Field("what", "text", N_("Obstacle"), most=60, example="因疫情无法主张"),
)
INPUTS = (
    Field("kind", "choice", N_("Kind of limitation"), required=True, choices=KINDS, example=rule.GENERAL),
    Field(
        "start_on", "date", N_("Counts from"), help=N_("The claim fell due, or harm and debtor were known or should have been."),
        example="2021-03-01",
    ),
    Field(
        "instalments", "table", N_("Instalments"), help=N_("Of one debt owed in parts it counts from the last."), most=200, example=[],
        rows=(Field("due_on", "date", N_("Due on"), required=True, example="2021-06-01"),),
    ),
    Field(
        "harmed_on", "date", N_("Day on which the right was harmed"), prefer="past",
        help=N_("For the twenty years; empty: they are not looked at."),
        example="2021-03-01",
    ),
    Field("wages", "yes_no", N_("About unpaid wages"), help=N_("Labour: no limitation runs while the employment lasts."), example=False),
    Field("ended_on", "date", N_("End of the employment"), prefer="past", help=N_("Empty: it still lasts."), example=""),
    Field("events", "table", N_("What interrupted it"), rows=_EVENTS, most=200),
    Field("obstacles", "table", N_("What hindered the creditor"), rows=_OBSTACLES, most=50, example=[]),
)  # fmt: skip
HEADS = (Head("course", N_("Course of the limitation"), False),)


def work(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Worked:
    """The last day; Refusal at what contradicts itself. Of wages in a running employment there is none, which is said."""
    _require(given, book)
    key = given["kind"]
    if _about_wages(given) and not given.get("ended_on"):
        how = _("while the employment lasts no limitation runs; one year from its end")
        return Worked([Line("course", _("Unpaid wages"), how, None, _article(key, "wages"))], [_other_law()])
    start, what = _start(given)
    happened = [rule.event(row["on"], InterruptionKind(row["kind"])) for row in given.get("events") or ()]
    hindered = [Obstacle(row["first"], row["until"], row.get("what") or _("Obstacle")) for row in given.get("obstacles") or ()]
    runs = rule.run(key, start, what, happened, book.values, book.calendar, hindered, given.get("harmed_on"))
    _remember(key, given, runs, book)
    shown = {(row["on"], row["kind"]): row["what"] for row in given.get("events") or () if row.get("what")}
    names = {(one.day, one.what): f"{one.what}（{shown[one.day, one.kind]}）" for one in happened if (one.day, one.kind) in shown}
    lines = [_line(key, step, names.get((step.day, step.what), step.what), bool(given.get("instalments")), book) for step in runs.steps]
    if given.get("harmed_on"):
        longest = deadlines.of(rule.LONGEST, given["harmed_on"], book.values, book.calendar)
        lines.append(Line("course", _("Longest period"), last_day.how(longest, book.calendar), None, _("Civil Code, art. 188 II")))
    return Worked(lines, list(_remarks(given, runs)), days=[_result(key, runs, book)])


def _require(given: Mapping[str, Any], book: Book) -> None:
    labour = given["kind"] == rule.LABOUR
    faults = book.later(("harmed_on", given.get("harmed_on")), ("ended_on", given.get("ended_on")))
    for n, row in enumerate(given.get("events") or ()):
        faults += book.later((f"events.{n}.on", row["on"]))
    for n, row in enumerate(given.get("obstacles") or ()):
        faults += book.later((f"obstacles.{n}.until", row["until"]))
        if row["until"] < row["first"]:
            faults.append(Fault(f"obstacles.{n}.until", _("It fell away before it began.")))
        elif not labour and not book.has(rule.SUSPENSION, row["until"]):
            sentence = _("Before 1 October 2017 the rest of the period ran on after an obstacle: this is not computed here.")
            faults.append(Fault(f"obstacles.{n}.until", sentence))
    if not labour:
        sentence = _("Only of labour arbitration: leave it out.")
        faults += [Fault(key, sentence) for key in ("wages", "ended_on") if given.get(key)]
    elif given.get("harmed_on"):
        faults.append(Fault("harmed_on", _("The twenty years are those of the Civil Code: leave it out here.")))
    wages = _about_wages(given)
    if given.get("start_on") and given.get("instalments"):
        faults.append(Fault("start_on", _("Either a day or the instalments: leave one out.")))
    elif not wages and not given.get("start_on") and not given.get("instalments"):
        faults.append(Fault("start_on", _("From what day it counts is needed.")))
    elif not wages and given.get("harmed_on") and given["harmed_on"] > _start(given)[0]:
        faults.append(
            Fault("harmed_on", _("The harm lies after the day from which it counts ({day}).").format(day=dates.in_words(_start(given)[0])))
        )
    if faults:
        raise Refusal.of(faults)


def _about_wages(given: Mapping[str, Any]) -> bool:
    return given["kind"] == rule.LABOUR and bool(given.get("wages"))


def _start(given: Mapping[str, Any]) -> tuple[date, str]:
    """From when it counts, and what that day is."""
    if _about_wages(given):
        return given["ended_on"], _("End of the employment")
    if given.get("instalments"):
        days = [row["due_on"] for row in given["instalments"]]
        return max(days), _("Last of {n} instalments").format(n=len(days))
    return given["start_on"], _("Counts from")


def _remember(key: str, given: Mapping[str, Any], runs: Runs, book: Book) -> None:
    """The values on which it stands."""
    for step in runs.steps:
        if step.effect in ("start", "anew", "revived"):
            book.note(rule.counting(key, step.day, book.values, book.calendar))
        elif step.effect == "suspended":
            book.note(book.on(step.limit.key, step.limit.counted_from))
    if given.get("harmed_on"):
        book.on(rule.LONGEST, given["harmed_on"])


def _line(key: str, step: Step, what: str, in_parts: bool, book: Book) -> Line:
    course, day = last_day.how(step.limit, book.calendar), dates.in_words(step.day)
    if step.effect == "early":
        return Line("course", what, _("{day}: before it began, without effect").format(day=day))
    if step.effect == "late":
        assert step.lapsed is not None
        sentence = _("{day}: it had run out on {last}, without effect")
        return Line("course", what, sentence.format(day=day, last=dates.in_words(step.lapsed)), None, _article(key, "anew"))
    if step.effect == "start":
        return Line("course", what, course, None, _article(key, "instalments" if in_parts else "start"))
    if step.effect == "suspended":
        begun = _("suspended since {day}; ").format(day=day)
        if key == rule.LABOUR:
            begun += _("the days of the obstacle do not count, and then the rest: {day}").format(day=dates.in_words(step.limit.due))
            return Line("course", what, begun, None, _article(key, "suspended"))
        return Line("course", what, begun + course, None, _article(key, "suspended"))
    begins = _("begins anew: ") if step.effect == "anew" else _("had run out, owed all the same: ")
    return Line("course", what, begins + course, None, _article(key, step.effect))


def _article(key: str, what: str) -> str:
    if what == "revived":
        return _("Civil Code, art. 192")
    if key == rule.LABOUR:
        return {
            "start": _("Labour Mediation and Arbitration Law, art. 27 I"),
            "instalments": _("Labour Mediation and Arbitration Law, art. 27 I"),
            "anew": _("Labour Mediation and Arbitration Law, art. 27 II"),
            "suspended": _("Labour Mediation and Arbitration Law, art. 27 III"),
            "wages": _("Labour Mediation and Arbitration Law, art. 27 IV"),
        }[what]
    if key == rule.RURAL_LAND and what in ("start", "instalments"):
        return _("Law on Mediation and Arbitration of Rural Land Contracts, art. 18")
    return {
        "start": _("Civil Code, art. 188"),
        "instalments": _("Civil Code, art. 189"),
        "anew": _("Civil Code, art. 195"),
        "suspended": _("Civil Code, art. 194"),
    }[what]


def _result(key: str, runs: Runs, book: Book) -> Day:
    """The last day as it stands: the one that had passed, where nothing in time kept it running."""
    limit = _lapsed(runs) if runs.late is not None else runs.limit
    left = limit.left(book.day)
    note = _("On {day} it had run out.") if left < 0 else _("On {day} there were {n} days left.")
    note = note.format(day=dates.in_words(book.day), n=left)
    return last_day.told(_("Last day: {what}").format(what=_(dict(KINDS)[key])), limit, book.calendar, note)


def _lapsed(runs: Runs) -> Deadline:
    limits = [step.limit for step in runs.steps if step.effect != "late"]
    return next(one for one in (*reversed(limits), runs.longest) if one is not None and one.due == runs.late)


def _remarks(given: Mapping[str, Any], runs: Runs) -> Iterator[str]:
    """What follows, and what nobody could know from what was entered."""
    if runs.late is not None:
        yield _("What came after it had run out changes nothing, unless something that is not entered interrupted it before.")
    if given.get("events"):
        yield _("Whether each of these acts reached the other side and can be shown is not known here: keep the proof of it.")
        yield _("A suit or an arbitration lets it begin anew only when that has ended; the earlier day was counted (Civil Code, art. 195).")
    else:
        yield _("Nothing was entered that interrupted it: a demand, a promise, a payment or a suit in time would let it begin anew.")
    if not given.get("harmed_on") and given["kind"] != rule.LABOUR:
        yield _("The day of the harm is not entered: whether twenty years have passed since was not looked at (Civil Code, art. 188).")
    yield _("Whether it counts from this day is judged by when harm and debtor were known or should have been.")
    yield _other_law()
    yield _("A court does not apply it by itself; who promises to perform after it ran out cannot rely on it (Civil Code, arts 192, 193).")


def _other_law() -> str:
    return _(
        "Other laws have other periods, and some claims have none (Civil Code, art. 196): look whether one of them concerns this claim."
    )


CALCULATOR = Calculator(
    key="limitation",
    label=N_("Limitation"),
    title=N_("Computation of a limitation"),
    inputs=INPUTS,
    heads=HEADS,
    work=work,
    source=N_("Civil Code, arts 188 to 198; Labour Mediation and Arbitration Law, art. 27"),
)
