"""The parts of a clause beside its head: who stands beside, set-off, what things are and who bears what, a plan of payments in words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from db.vocabulary import Liability, ObligationPart
from desktop.documents.template import Declared, Wording
from desktop.domain import dates, money, particulars
from desktop.domain.inputs.obligation import EVERY, PERFORMER_AS, SEASONS

if TYPE_CHECKING:
    from datetime import date

    from db.models.obligation import Obligation

_END = ("whose", "age", "until", "count")
_EACH = ("first", "day", "each", "capitals")
DECLARED: Declared = {
    "part.joint": ("names",),
    "part.shares": ("names", "shares"),
    "part.share": ("name", "figures", "capitals"),
    "part.set_off": ("debtor", "creditor", "gross", "set_off", "set_off_for"),
    "part.settles": ("debtor", "creditor", "figures", "capitals", "more", "less"),
    "part.quarantine": ("number",),
    "part.bears": ("deaths",),
    "part.feeds": ("feed",),
    "part.young": ("young",),
    "part.objection": ("creditor", "n"),
    "part.checked": ("checked",),
    "part.payee": ("payee", "on_account", "creditor"),
    "part.direction": ("creditor",),
    "part.performer": ("performer", "debtor", "creditor"),
    **{f"part.performer_{kind}": ("performer", "debtor", "creditor") for kind, _label in PERFORMER_AS if kind != "other"},
    "part.guarantee": ("guarantors",),
    "part.guarantee_general": ("guarantors", "until"),
    "part.guarantee_joint": ("guarantors", "until"),
    **{f"part.plan_{every}": (*_EACH, "month", *_END) for every, _label in EVERY},
    "part.plan_last": ("figures", "capitals", "due"),
    "part.plan_down": ("figures", "capitals", "due"),
    "part.plan_short": (),
    "part.whose": ("name", "born"),
    "part.whose_unnamed": ("born",),
    "part.done": ("done",),
    **{f"season.{season}": () for season, _label in SEASONS},
}
SHORT_MONTH = 28  # beyond, a month may lack the day


class Named(NamedTuple):
    """Who owes and who is owed, as the clause calls them."""

    debtor: str
    creditor: str
    called: Mapping[int, str]


def names(obligation: "Obligation", part: ObligationPart, called: Mapping[int, str]) -> str:
    """Who plays a part, one behind the other."""
    return "、".join(called.get(one.party_id, "") for one in obligation.parties if one.part is part)


def figures(fen: int | None) -> str:
    """A sum in figures; '' for none."""
    return "" if fen is None else money.figures(fen)


def capitals(fen: int | None) -> str:
    """A sum in capitals; '' for none."""
    return "" if fen is None else money.capitals(fen)


def beside(obligation: "Obligation", who: Named, wording: Wording) -> dict[str, object]:
    """The sentences of all parts by the names of their fields; '' for what does not apply."""
    known = particulars.of(obligation)
    done = obligation.done_when.rstrip("。；， ")
    return {
        "joint": _liability(obligation, who.called, wording),
        "payee": _payee(obligation, who, wording),
        "performer": _performer(obligation, who, known.performer_as, wording),
        "guarantee": _guarantee(obligation, who.called, wording),
        "done": wording.say("part.done", done=done) if done else "",
        "checked": wording.say("part.checked", checked=known.checked_by) if known.checked_by.strip() else "",
        "set_off": _set_off(obligation, who, known, wording),
        "settles": _settles(obligation, who, known, wording),
        "handing": _handing(who, known, wording),
        "traits": "，".join(particulars.traits(known, obligation.subject)),
        "details": _details(known.text),
    }


def season(obligation: "Obligation", due: str, wording: Wording) -> str:
    """The last day, behind the season where one was named: 秋收后、2026年11月30日."""
    known = particulars.of(obligation).season
    return f"{wording.say(f'season.{known}')}、{due}" if known and due else due


def plan(obligation: "Obligation", count: str, wording: Wording) -> str:
    """Equal payments that come again and again, in one sentence; '' where the record has no such plan."""
    known = particulars.of(obligation)
    parts = [(one.due_on, one.amount_fen) for one in obligation.instalments]
    if not known.every or known.first_on is None or not parts or any(fen is None for _day, fen in parts):
        return ""
    head = ""
    if known.down_payment and known.down_on is not None:
        head = wording.say("part.plan_down", **_sum(known.down_payment), due=dates.in_words(known.down_on))
        parts = parts[1:]
    each, last = parts[0][1], parts[-1]
    if {fen for _day, fen in parts[:-1]} - {each}:
        return ""
    by_age = known.born_on is not None and known.until_age is not None and known.until is None
    said = wording.say(
        f"part.plan_{known.every}",
        first=dates.in_words(known.first_on),
        month=str(known.first_on.month),
        day=str(known.first_on.day),
        each=figures(each),
        capitals=capitals(each),
        whose=_whose(known.whose, known.born_on, wording) if by_age and known.born_on else "",
        age=str(known.until_age) if by_age else "",
        until=dates.in_words(known.until) if known.until is not None else "",
        count=count,
    )
    if known.first_on.day > SHORT_MONTH and known.every != "year":
        said += wording.say("part.plan_short")
    if last[1] != each:
        said += wording.say("part.plan_last", **_sum(last[1] or 0), due=dates.in_words(last[0]))
    return head + said


def _sum(fen: int) -> dict[str, str]:
    return {"figures": figures(fen), "capitals": capitals(fen)}


def _whose(name: str, born: "date", wording: Wording) -> str:
    day = dates.in_words(born)
    return wording.say("part.whose", name=name, born=day) if name.strip() else wording.say("part.whose_unnamed", born=day)


def _details(text: str) -> str:
    return text if not text or text[-1] in "。！？；" else f"{text}。"


def _liability(obligation: "Obligation", called: Mapping[int, str], wording: Wording) -> str:
    debtors = [one for one in obligation.parties if one.part is ObligationPart.DEBTOR]
    if len(debtors) < 2 or obligation.liability is Liability.SINGLE:
        return ""
    named = "、".join(called.get(one.party_id, "") for one in debtors)
    if obligation.liability is Liability.JOINT:
        return wording.say("part.joint", names=named)
    shares = [
        wording.say("part.share", name=called.get(one.party_id, ""), figures=figures(one.share_fen), capitals=capitals(one.share_fen))
        for one in debtors
    ]
    return wording.say("part.shares", names=named, shares="；".join(shares))


def _payee(obligation: "Obligation", who: Named, wording: Wording) -> str:
    creditors = {one.party_id for one in obligation.parties if one.part is ObligationPart.CREDITOR}
    payees = [one for one in obligation.parties if one.part is ObligationPart.PAYEE and one.party_id not in creditors]
    named = "、".join(who.called.get(one.party_id, "") for one in payees)
    if not named.strip():
        return ""
    accounts = "、".join(dict.fromkeys(who.called.get(one.on_account_of_id, "") for one in payees if one.on_account_of_id is not None))
    said = wording.say("part.payee", payee=named, on_account=accounts, creditor=accounts or who.creditor)
    signed = particulars.of(obligation).direction_on is not None
    return said + (wording.say("part.direction", creditor=accounts or who.creditor) if signed else "")


def _performer(obligation: "Obligation", who: Named, kind: str, wording: Wording) -> str:
    performer = names(obligation, ObligationPart.PERFORMER, who.called)
    if not performer.strip():
        return ""
    sentence = f"part.performer_{kind}" if kind not in ("", "other") else "part.performer"
    return wording.say(sentence, performer=performer, debtor=who.debtor, creditor=who.creditor)


def _guarantee(obligation: "Obligation", called: Mapping[int, str], wording: Wording) -> str:
    standing = [one for one in obligation.parties if one.part is ObligationPart.GUARANTOR]
    named = names(obligation, ObligationPart.GUARANTOR, called)
    if not named.strip():
        return ""
    kind, until = standing[0].guarantee, standing[0].until
    if kind is None:
        return wording.say("part.guarantee", guarantors=named)
    return wording.say(f"part.guarantee_{kind}", guarantors=named, until=dates.in_words(until) if until else "")


def _set_off(obligation: "Obligation", who: Named, known: particulars.Particulars, wording: Wording) -> str:
    if not known.set_off or obligation.amount_fen is None:
        return ""
    return wording.say(
        "part.set_off",
        debtor=who.debtor,
        creditor=who.creditor,
        gross=figures(obligation.amount_fen + known.set_off),
        set_off=figures(known.set_off),
        set_off_for=known.set_off_for,
    )


def _settles(obligation: "Obligation", who: Named, known: particulars.Particulars, wording: Wording) -> str:
    if not known.settles:
        return ""
    over = (obligation.amount_fen or known.settles) - known.settles
    return wording.say(
        "part.settles",
        debtor=who.debtor,
        creditor=who.creditor,
        figures=figures(known.settles),
        capitals=capitals(known.settles),
        more=figures(over) if over > 0 else "",
        less=figures(-over) if over < 0 else "",
    )


def _handing(who: Named, known: particulars.Particulars, wording: Wording) -> str:
    bearer = {"debtor": who.debtor, "creditor": who.creditor}
    said = []
    if known.quarantine.strip():
        said.append(wording.say("part.quarantine", number=known.quarantine))
    if known.deaths_by:
        said.append(wording.say("part.bears", deaths=bearer[known.deaths_by]))
    if known.feed_by:
        said.append(wording.say("part.feeds", feed=bearer[known.feed_by]))
    if known.young_to:
        said.append(wording.say("part.young", young=bearer[known.young_to]))
    if known.objection_days:
        said.append(wording.say("part.objection", creditor=who.creditor, n=known.objection_days))
    return "".join(said)
