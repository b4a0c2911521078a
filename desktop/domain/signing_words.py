"""The signing table in words: as what somebody signs, how he signed, and when the agreement takes effect or who is still missing."""

from typing import TYPE_CHECKING

from db.vocabulary import SignerKind
from desktop.domain import dates, effect, words
from desktop.domain.situation import Situation
from desktop.i18n import N_, _

if TYPE_CHECKING:
    from db.models.agreement import Signing

HOW: tuple[tuple[str, str], ...] = (
    ("by_hand", N_("By hand")),
    ("fingerprint", N_("Fingerprint")),
    ("seal", N_("Seal")),
    ("by_post", N_("By post")),
)


def how(line: "Signing") -> str:
    """By hand, fingerprint, seal, by post; "" for a line that is not signed."""
    return "、".join(_(label) for key, label in HOW if line.signed_on and getattr(line, key))


def capacity(kind: SignerKind, written: str) -> str:
    """As what somebody signs."""
    return written or words.shown(kind)


def reached(now: Situation, outcome: effect.Effect) -> tuple[str, str]:
    """When the agreement takes effect, or who has still to sign, with its state (green, amber)."""
    if outcome.on is not None:
        return _("Takes effect on {day}").format(day=dates.in_words(outcome.on)), "green"
    names = [party.name for party in now.case.parties if party.id in outcome.waiting_parties]
    names += [words.shown(kind) for kind in outcome.waiting]
    return _("Not in effect yet; still to sign: {names}").format(names="、".join(names)), "amber"
