"""What is entered about the claim itself beside the mediation: what interrupts its limitation, and harm that was kept away."""

from collections.abc import Mapping
from typing import Any

from db.models.case import Case
from db.models.interruption import Interruption
from db.models.prevented import PreventedHarm
from db.vocabulary import Harm, InterruptionKind
from desktop.domain import fields, money, words
from desktop.domain.inputs.life import INTERRUPT, PREVENT
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import life, references
from desktop.services.desk import Desk


def interrupt(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Limitation begins anew on the day of a demand, a promise, a part payment, another request (民法典 195; 诉讼时效规定 10 to 14)."""
    clean = fields.check(INTERRUPT, values, desk.today())
    kind = InterruptionKind(clean["kind"])
    if (kind is InterruptionKind.PART_PAYMENT) != (clean.get("amount") is not None):
        raise Refusal(_("A part payment has an amount, and only it has."), "amount")
    with life.making(desk, number, "interrupt") as made:
        party = references.party(made.case, clean["party"], "party") if clean.get("party") else None
        day = life.day_of(desk, clean.get("day"), "day", (made.case.limitation_from, _("the day from which limitation counts")))
        told = {"proof": clean.get("proof") or "", "note": clean.get("note") or ""}
        made.w.add(
            Interruption(
                case_id=made.case.id, kind=kind, day=day, party_id=party.id if party else None, amount_fen=clean.get("amount"), **told
            )
        )
        sum_of = _("{sum} yuan").format(sum=money.figures(clean["amount"])) if clean.get("amount") is not None else ""
        note = " ".join(part for part in (words.shown(kind), party.name if party else "", sum_of, told["note"]) if part)
        return life.done(made, "interrupt", day, version, note=note)


def prevent(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Flags harm that the mediation kept away, for the Ministry's report: kind, people, reason. The same kind again writes it anew."""
    clean = fields.check(PREVENT, values, desk.today())
    kind = Harm(clean["kind"])
    with life.making(desk, number, "prevent") as made:
        known = next((one for one in made.case.prevented if one.kind is kind), None)
        if clean.get("taken_back"):
            if known is None:
                raise Refusal(_("This harm was not entered: there is nothing to take back."), "taken_back")
            made.w.delete(known)
        elif not clean.get("people_count"):
            raise Refusal(_("Say how many people it would have struck."), "people_count")
        elif known is not None:
            made.w.change(known, None, {"people_count": clean["people_count"], "reason": clean["reason"]})
        else:
            told = {"people_count": clean["people_count"], "reason": clean["reason"]}
            made.w.add(PreventedHarm(case_id=made.case.id, kind=kind, **told))
        said = _("taken back") if clean.get("taken_back") else _("{n} people").format(n=clean["people_count"])
        return life.done(made, "prevent", desk.today(), version, note=f"{words.shown(kind)} {said}：{clean['reason'][:300]}")
