"""The people of the training office: 69 organisations and 300 mediators with fields, languages and absences, all invented."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from db.models.mediator import Absence, Mediator
from desktop import assets
from desktop.services import people
from desktop.services.desk import Desk

ORGANISATIONS, MEDIATORS = 69, 300
HAN, MONGOLIAN = "汉语", "蒙古语"
_KINDS = ("full_time", "full_time", "part_time", "invited", "lawyer", "cppcc_member", "congress_deputy")


@dataclass(frozen=True)
class Person:
    """A mediator as a generated case chooses one; `away` are his absences (first and last day)."""

    id: int
    organisation_id: int
    name: str
    fields: tuple[str, ...]
    languages: tuple[str, ...]
    away: tuple[tuple[date, date], ...]

    def there(self, first: date, last: date) -> bool:
        """Whether he is at work on all days between."""
        return all(ends < first or last < begins for begins, ends in self.away)


@cache
def words() -> Mapping[str, Any]:
    """What names, bodies and matters are made of."""
    return assets.toml("examples", "office.toml")


def hire(desk: Desk, today: date, before: int) -> list[Person]:
    """Adds the other organisations and the mediators that are not there yet (`before` are), in one work; the same day, the same people.

    Gives all mediators, those who were there before too.
    """
    there = [(one, list(one.absences)) for one, _load in people.mediators(desk)]
    said, chance = words(), random.Random(f"people {today}")
    called = [(f"{surname}某{mark}", "汉") for mark in said["marks_mediator"] for surname in said["surnames"]]
    called = called[: MEDIATORS - before - 60] + [(f"{s}某{m}", "蒙古") for m in said["marks_mediator"] for s in said["mongolian"]][:60]
    chance.shuffle(called)
    hired: list[tuple[Mediator, list[Absence]]] = []
    with desk.work("add_mediator") as w:
        bodies = [(desk.organisation_id, ("traffic", "family", "labour", "finance", "private_loan", "sale", "other"))]
        for region, body in [(region, body) for body in said["body"] for region in said["region"]][: ORGANISATIONS - 1]:
            clean = {
                "name": f"呼和浩特市{region['name']}{body['name']}人民调解委员会",
                "short_name": f"{region['short']}{body['short']}",
                "region_code": region["code"],
                "address": f"呼和浩特市{region['name']}某街",
                "mediation_type": "sectoral" if "land_pasture" not in body["fields"] else "people",
            }
            noun = people.add_organisation(w, clean)
            w.flush()
            bodies.append((noun.id, tuple(body["fields"])))
        for n, (name, ethnic_group) in enumerate(called):
            organisation_id, known = bodies[n % len(bodies)]
            mongol = ethnic_group == "蒙古"
            clean = {
                "name": name,
                "sex": chance.choice(("male", "female")),
                "ethnic_group": ethnic_group,
                "kind": chance.choice(_KINDS),
                "certificate_number": f"呼调-{n + before + 1:03d}",
                "fields": list(known if len(known) < 3 else chance.sample(known, 2)),
                "languages": [HAN, MONGOLIAN] if mongol or chance.random() < 0.05 else [HAN],
                "valid_from": today - timedelta(chance.randrange(400, 1400)),
                "phone": f"139{chance.randrange(10**8):08d}",
            }
            hired.append((people.mediator_of(w, clean, organisation_id, desk.categories), []))
        w.flush()
        for mediator, absences in hired:
            if chance.random() < 0.15:
                begins = today - timedelta(chance.randrange(-20, 60))
                absence = Absence(mediator_id=mediator.id, begins=begins, ends=begins + timedelta(chance.randrange(3, 15)), reason="年休假")
                absences.append(w.add(absence))
        w.commit()
    return [
        Person(one.id, one.organisation_id, one.name, tuple(one.fields), tuple(one.languages), tuple((a.begins, a.ends) for a in away))
        for one, away in (*there, *hired)
    ]
