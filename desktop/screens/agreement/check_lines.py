"""The lines of the check: short, each with the name of its place; why and by which article is told of the marked one."""

import re

from desktop.domain.agreement_check import PASS_REASONS, Finding, Level
from desktop.domain.inputs.agreement import AGREEMENT
from desktop.i18n import _
from desktop.screens.agreement.shown import Line

_STATES = {Level.RED: "red", Level.AMBER: "amber", Level.GREY: ""}
_SHORT = 44  # signs of a sentence that stay whole in a line
_END = re.compile(r"[。；;](?=.)|(?<=[\w”]): ")


def of(one: Finding) -> Line:
    """A finding as a line."""
    if one.passed:
        said = _("Passed: {reason}. {sentence}").format(reason=_(PASS_REASONS[one.passed]), sentence=one.sentence)
        return Line(said, one.place, "green")
    short, rest = _parted(one.sentence)
    why, source = _(one.why) if one.why else "", _(one.source) if one.source else ""
    told = " ".join(part for part in (rest, why if why not in one.sentence else "") if part) + (f"（{source}）" if source else "")
    reasons = tuple((code, PASS_REASONS[code]) for code in one.passes)
    return Line(at_its_place(short, one.place), one.place, _STATES[one.level], one.kind, reasons, told)


def at_its_place(sentence: str, place: str) -> str:
    """The sentence behind the name of its place, unless it begins with that already."""
    name = place_name(place)
    return f"{name}：{sentence}" if name and not sentence.startswith(name) else sentence


def place_name(place: str) -> str:
    """How the sheet calls a place: 第2项义务, 第1条条款, 主要事实; "" for what stands in the case and not on the sheet."""
    key, n = (*place.split("."), "", "")[:2]
    if n.isdecimal() and key in ("obligations", "clauses"):
        named = _("Obligation {n}") if key == "obligations" else _("Clause {n}")
        return named.format(n=int(n) + 1)
    field = next((field for field in AGREEMENT if field.key == key and key not in ("obligations", "pasted")), None)
    return _(field.label) if field is not None else ""


def _parted(sentence: str) -> tuple[str, str]:
    """A long sentence cut behind its first part: what is wrong, and what should be there."""
    end = _END.search(sentence, 8) if len(sentence) > _SHORT else None
    return (sentence[: end.start()].rstrip("。；;") + "。", sentence[end.end() :].strip()) if end else (sentence, "")
