"""What no agreement may say, or no court confirms (CPCI 355, 358; PML 3; PLI 25; 民法典 585)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from desktop.domain import dates, interest_cap, law
from desktop.domain.check.finding import Checked, Finding, Level, agreed_texts, texts_of
from desktop.domain.check.kinds import KINDS, found
from desktop.domain.check.owing import agreed_fen
from desktop.domain.refusal import Refusal
from desktop.domain.wording import rates
from desktop.i18n import _

_CATEGORY_OF_LOANS = ("finance", "private_loan")
_LEVELS = {level.value: level for level in Level}
_EVERYWHERE = ("status_of_persons", "illegal_debt")  # also where the facts say it


def contents(now: Checked) -> Iterator[Finding]:
    """Words of the book: status of persons, ownership, waivers, freedom, what the court is told to do."""
    for place, text in texts_of(now):
        stated = place in ("facts", "disputed")
        seen: set[str] = set()
        for entry in now.known.book.forbidden:
            if entry.kind not in KINDS or (stated and entry.kind not in _EVERYWHERE):
                continue
            hits = entry.hits(text)
            if hits and not (entry.kind == "ownership_act" and "ownership" in seen):  # the graver one says it
                seen.add(entry.kind)
                words = "、".join(f"“{hit}”" for hit in hits[:3])
                level = _LEVELS.get(entry.level)
                if stated:
                    level = Level.AMBER
                yield found(entry.kind, place, f"{words}：{entry.told}", level, why=entry.told, source=entry.source)


def interest(now: Checked) -> Iterator[Finding]:
    """Rates above what is upheld: four times the LPR of the day the contract was formed; of licensed lenders 24 per cent."""
    for place, text in agreed_texts(now):
        for rate in rates.found(text):
            if rate.times is not None:
                most = _number(now, interest_cap.TIMES, Decimal(4))
                if rate.times > most and not _licensed(now):
                    sentence = _("“{text}” is more than {most} times the LPR.").format(text=rate.written, most=_plain(most))
                    yield found("interest_cap", place, sentence)
            elif rate.yearly is not None:
                yield from _rate(now, place, text, rate)


def _rate(now: Checked, place: str, text: str, rate: rates.Rate) -> Iterator[Finding]:
    assert rate.yearly is not None
    told = {"text": rate.written, "rate": _plain(rate.yearly)}
    if _licensed(now):
        most = _number(now, interest_cap.OF_LICENSED, Decimal(24))
        if rate.yearly > most:
            sentence = _(
                "“{text}” is {rate} per cent a year, more than the {most} per cent that courts usually uphold of a licensed lender."
            )
            yield found("interest_licensed", place, sentence.format(**told, most=_plain(most)))
        return
    if now.case.category in _CATEGORY_OF_LOANS or "借" in now.case.cause:
        formed = _formed_on(now)
        cap = _cap(now, formed or now.day)
        if cap is None:
            sentence = _("“{text}” is {rate} per cent a year; the LPR of {day} is not known here: enter it under Settings, Legal values.")
            yield found("lpr_unknown", place, sentence.format(**told, day=dates.in_words(formed or now.day)))
        elif rate.yearly > cap:
            if formed is not None:
                sentence = _(
                    "“{text}” is {rate} per cent a year; the cap is {cap} per cent (four times the LPR of {day}, when the loan was made)."
                )
            else:
                sentence = _("“{text}” is {rate} per cent a year; the cap is {cap} per cent by the LPR of {day}; when was the loan made?")
            yield found("interest_cap", place, sentence.format(**told, cap=_plain(cap), day=dates.in_words(formed or now.day)))
        return
    most = _number(now, interest_cap.OF_PENALTY, Decimal(24))
    if rate.yearly > most:
        sentence = _("“{text}” comes to {rate} per cent a year; courts usually cut what is above {most}.")
        yield found("penalty_high", place, sentence.format(**told, most=_plain(most)))


def penalties(now: Checked) -> Iterator[Finding]:
    """A penalty of more than thirty per cent of the sum."""
    most = _number(now, "cap.penalty.share", Decimal(30))
    for place, text in agreed_texts(now):
        for share, written in rates.shares(text):
            if share > most:
                sentence = _("“{text}”: a penalty of more than {most} per cent is usually cut.").format(
                    text=written[-24:], most=_plain(most)
                )
                yield found("penalty_high", place, sentence)


def daily(now: Checked) -> Iterator[Finding]:
    """A fixed sum for every day of delay that comes to more than is usually upheld, laid beside what is agreed."""
    whole = agreed_fen(now)
    most = _number(now, interest_cap.OF_PENALTY, Decimal(24))
    for place, text in agreed_texts(now):
        for fen, written in rates.by_the_day(text):
            yearly = Decimal(fen) * 365 * 100 / whole if whole else None
            if yearly is not None and yearly > most:
                sentence = _("“{text}” comes to {rate} per cent a year; courts usually cut what is above {most}.")
                yield found(
                    "penalty_high", place, sentence.format(text=written[-24:], rate=_plain(yearly.quantize(Decimal(1))), most=_plain(most))
                )


def _licensed(now: Checked) -> bool:
    return (now.case.facts or {}).get("lender") in interest_cap.LICENSED or "金融借款" in now.case.cause


def _formed_on(now: Checked) -> date | None:
    said = (now.case.facts or {}).get("signed_on")
    return date.fromisoformat(said) if isinstance(said, str) and len(said) == 10 else said if isinstance(said, date) else None


def _cap(now: Checked, day: date) -> Decimal | None:
    try:
        return interest_cap.private(lambda key, on: law.value_on(now.known.values, key, on).number, day)
    except Refusal:
        return None


def _number(now: Checked, key: str, otherwise: Decimal) -> Decimal:
    try:
        return law.value_on(now.known.values, key, now.day).number
    except Refusal:
        return otherwise


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


RULES = (contents, interest, penalties, daily)
