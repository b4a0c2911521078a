"""Where a field of the sheet stands in reading order: the focus goes to the first fault, not to the one that was found first."""

from collections.abc import Mapping, Sequence

from desktop.widgets.part import Part

_ORDER = {"referral": 2, "parties": 3, "facts": 5, "settled": 6}


def place_of(
    path: str, origin: Part, matter: Part, referral: Part | None, cards: Sequence[Part | None], lasts: Mapping[str, Part | None]
) -> tuple[int, int, int]:
    """(part, number of the party, place of the field in it) of a dotted path."""
    parts = path.split(".")
    if parts[0] not in _ORDER:
        order, form = (1, origin) if origin.has(parts[0]) else (4, matter)
        return (order, 0, _place_in(form, parts[0])) if form.has(parts[0]) else (0, 0, 0)
    number = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0
    part = lasts.get(parts[0], referral)
    if parts[0] == "parties" and number < len(cards):
        part = cards[number]
    key = parts[2] if parts[0] == "parties" and len(parts) > 2 else parts[-1]
    return _ORDER[parts[0]], number, _place_in(part, key)


def _place_in(part: Part | None, key: str) -> int:
    keys = part.shown_keys() if part is not None else []
    return keys.index(key) if key in keys else len(keys)
