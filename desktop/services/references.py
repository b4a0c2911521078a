"""Which party of a case is meant by a number or a name that was typed."""

from collections.abc import Sequence

from db.models.case import Case
from db.models.party import Party
from desktop.domain import texts
from desktop.domain.refusal import Refusal
from desktop.i18n import _


def party(case: Case, typed: str, field: str) -> Party:
    """The party of this number (1 = the first of the case) or exact name; Refusal at the field where it is none or not one."""
    word = texts.half_width(typed).strip()
    if word.isdigit() and len(word) < 5:
        known = [one for one in case.parties if one.ordinal == int(word)]
    else:
        known = [one for one in case.parties if texts.same_name(one.name, typed)]
    if len(known) == 1:
        return known[0]
    names = "、".join(f"{one.ordinal} {one.name}" for one in case.parties)
    if known:
        raise Refusal(
            _("“{name}” is the name of several parties: give the number. The parties: {names}.").format(name=typed, names=names), field
        )
    raise Refusal(_("“{name}” is no party of this case. The parties: {names}.").format(name=typed, names=names), field)


def parties(case: Case, typed: Sequence[str], field: str) -> list[Party]:
    """The same for several; nobody is named twice."""
    found: list[Party] = []
    for word in typed:
        one = party(case, word, field)
        if one.id in {other.id for other in found}:
            raise Refusal(_("{name} is named twice.").format(name=one.name), field)
        found.append(one)
    return found
