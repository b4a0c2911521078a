"""The particulars of an obligation that stand in its one column `details`: of livestock and goods, of a plan of payments, of those beside.

What was written before they were declared has only the free `text`; it reads as before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain import fields as declared
from desktop.domain.inputs.obligation import DETAILS

if TYPE_CHECKING:
    from db.models.obligation import Obligation

# How the parts of a name are written on a paper: words of the law, not of the interface.
SPECIES = {"sheep": "绵羊", "goat": "山羊", "cattle": "牛", "horse": "马", "camel": "骆驼", "other": ""}
ANIMAL_SEX = {"female": "母", "male": "公", "castrated": "羯", "mixed": ""}
UNITS = {"sheep": "只", "goat": "只", "cattle": "头", "horse": "匹", "camel": "峰"}


@dataclass(frozen=True)
class Particulars:
    """Typed as declared in `inputs.obligation.DETAILS`; sums in fen; '' or None where nothing was said."""

    text: str = ""
    species: str = ""
    breed: str = ""
    animal_sex: str = ""
    age_class: str = ""
    ear_tags: Sequence[str] = ()
    weight: str = ""
    spec: str = ""
    quality: str = ""
    settles: int | None = None
    quarantine: str = ""
    deaths_by: str = ""
    feed_by: str = ""
    young_to: str = ""
    objection_days: int | None = None
    every: str = ""
    first_on: date | None = None
    times: int | None = None
    each: int | None = None
    until: date | None = None
    whose: str = ""
    born_on: date | None = None
    until_age: int | None = None
    down_payment: int | None = None
    down_on: date | None = None
    season: str = ""
    set_off: int | None = None
    set_off_for: str = ""
    performer_as: str = ""
    direction_on: date | None = None
    checked_by: str = ""
    divide: str = ""


_KEYS = frozenset(one.name for one in fields(Particulars))


def of(obligation: "Obligation") -> Particulars:
    """The particulars of an obligation as stored."""
    kept: Mapping[str, Any] = obligation.details or {}
    read = declared.restored(DETAILS, kept)
    values = {key: value for key, value in read.items() if value is not None and key in _KEYS}
    return Particulars(text=str(kept.get("text") or "").strip(), **values)


def stored(row: Mapping[str, Any]) -> dict[str, Any]:
    """What of a clean row goes into `details`: only what was said."""
    said = {key: value for key, value in declared.stored(DETAILS, row).items() if value not in (None, "", [])}
    return {**({"text": row["details"]} if row.get("details") else {}), **said}


def name(row: Mapping[str, Any]) -> str:
    """What livestock is called that has no name of its own: 成年母绵羊; '' where no species was chosen."""
    species = SPECIES.get(row.get("species") or "", "")
    if not species:
        return ""
    return f"{row.get('age_class') or ''}{ANIMAL_SEX.get(row.get('animal_sex') or '', '')}{species}"


def traits(known: Particulars, subject: str) -> list[str]:
    """What tells the things from others of their kind, as a paper lists it behind the subject: what of age, sex and species the subject
    does not say itself, breed, ear tags, weight, make, quality."""
    parts = (known.age_class, ANIMAL_SEX.get(known.animal_sex, ""), SPECIES.get(known.species, "")) if known.species else ()
    unsaid = "".join(part for part in parts if part not in subject)
    found = [part for part in (unsaid, known.breed) if part]
    if known.spec:
        found.append(known.spec)
    if known.quality:
        found.append(f"质量：{known.quality}")
    if known.ear_tags:
        found.append(f"耳标号：{'、'.join(known.ear_tags)}")
    if known.weight:
        found.append(f"每{UNITS.get(known.species, '只')}活重：{known.weight}" if known.species else f"重量：{known.weight}")
    return found
