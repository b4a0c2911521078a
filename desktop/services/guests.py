"""Who helps at the table and is no party: invited with the parties' consent, and leaves again (PML 20; SMR 17)."""

from collections.abc import Mapping, Sequence
from typing import Any

from db.models.case import Case
from db.models.participant import Participant
from db.vocabulary import ParticipantKind
from desktop.domain import fields, texts, words
from desktop.domain.inputs.mediation import GUEST, GUEST_LEAVE
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import life
from desktop.services.desk import Desk


def invite(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Adds somebody who helps at the table; Refusal without the parties' consent, and for who is a party or was invited already."""
    clean = fields.check(GUEST, values, desk.today())
    if clean.get("consented_on") is None:
        raise Refusal(_("A guest sits at the table with the parties' consent only: enter the day on which they consented."), "consented_on")
    with life.making(desk, number, "guest") as made:
        case, name, unit = made.case, clean["name"], clean.get("organisation") or ""
        day = life.day_of(desk, clean["consented_on"], "consented_on", (case.received_on, _("the day of the request")))
        if any(texts.same_name(one.name, name) for one in case.parties):
            raise Refusal(_("{name} is in the case already: a party needs no invitation.").format(name=name), "name")
        if any(texts.same_name(one.name, name) and texts.name_key(one.organisation) == texts.name_key(unit) for one in running(case)):
            raise Refusal(_("{name} was invited already.").format(name=name), "name")
        told = {"organisation": unit, **{key: clean.get(key) or "" for key in ("capacity", "phone")}}
        guest = made.w.add(Participant(case_id=case.id, kind=ParticipantKind(clean["kind"]), name=name, consented_on=day, **told))
        return life.done(made, "guest", day, version, note=in_words(guest))


def leave(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Somebody helps no longer; in the sessions that he sat in he stays named."""
    clean = fields.check(GUEST_LEAVE, values, desk.today())
    with life.making(desk, number, "guest_leave") as made:
        one = called(made.case, [clean["guest"]], "guest")[0]
        day = life.day_of(desk, clean.get("ended_on"), "ended_on", (one.consented_on, _("the day of the consent")))
        made.w.change(one, None, {"ended_on": day})
        note = "：".join(part for part in (in_words(one), clean.get("reason") or "") if part)
        return life.done(made, "guest_leave", day, version, note=note)


def running(case: Case) -> list[Participant]:
    """The guests who help now, in the order in which they were invited: their numbers count from 1."""
    return [one for one in case.participants if one.ended_on is None]


def called(case: Case, typed: Sequence[str], field: str) -> list[Participant]:
    """The guests of these numbers or names; Refusal at the field where a word is none of them, or not one."""
    known, found = running(case), []
    for word in typed:
        plain = texts.squeezed(word)
        same = [one for n, one in enumerate(known, 1) if plain == str(n) or texts.same_name(one.name, word)]
        if len(same) != 1:
            listed = "；".join(f"{n} {in_words(one)}" for n, one in enumerate(known, 1)) or _("nobody")
            raise Refusal(_("“{name}” is no guest of this case. The guests: {listed}.").format(name=word[:40], listed=listed), field)
        if same[0] not in found:
            found.append(same[0])
    return found


def in_words(guest: Participant) -> str:
    """A guest in one line: name, capacity, body."""
    what = guest.capacity or words.shown(guest.kind)
    return f"{guest.name}（{'，'.join(part for part in (guest.organisation, what) if part)}）"
