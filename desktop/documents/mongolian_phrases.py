"""Traditional Mongolian beside the Chinese: the office's table of phrases, which prints only when a native reader approved it.

The file `mongolian.toml` in the office's folder:

    [approval]
    by = "…"            # who read it
    on = 2026-11-20     # when
    of = "…"            # the fingerprint of what was read: whoever changes a phrase afterwards takes the approval back
    [phrases]
    "人民调解协议书" = "…"

Nothing is shipped in it: no fixed Mongolian word stands on a legal form that a reader of the language has not seen.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from desktop import assets
from desktop.documents import template
from desktop.domain import reasons
from desktop.domain.refusal import Fault
from desktop.i18n import _

FILE = "mongolian.toml"
LONGEST = 2000


@dataclass(frozen=True)
class Phrases:
    """`phrases` by their Chinese; `approved_by` is empty until somebody approved just these. `faults` name what cannot be used."""

    phrases: Mapping[str, str] = field(default_factory=dict)
    approved_by: str = ""
    approved_on: date | None = None
    faults: tuple[Fault, ...] = ()

    @property
    def approved(self) -> bool:
        """Whether they may be printed."""
        return bool(self.approved_by.strip()) and self.approved_on is not None

    def of(self, chinese: str) -> str:
        """The phrase beside a Chinese one; "" when there is none, or when it is not approved."""
        return self.phrases.get(chinese.strip(), "") if self.approved else ""


@lru_cache(maxsize=8)
def read(text: str) -> Phrases:
    """The table out of the text of the office's file."""
    if not text.strip():
        return Phrases()
    try:
        table = assets.parse_toml(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Phrases(faults=(Fault(FILE, _("{file} is not a valid template: {error}.").format(file=FILE, error=reasons.of_toml(error))),))
    faults: list[Fault] = []
    phrases = {}
    for chinese, words in _table(table, "phrases").items():
        if isinstance(words, str) and 0 < len(words.strip()) <= LONGEST and _mongolian(words):
            phrases[chinese.strip()] = " ".join(words.split())
        else:
            said = _("{file}, {name}: {why}.").format(
                file=FILE, name=chinese, why=_("a phrase in traditional Mongolian letters stands here")
            )
            faults.append(Fault(f"{FILE}:{chinese}", said))
    approval = _table(table, "approval")
    by, on = approval.get("by", ""), approval.get("on")
    if not isinstance(by, str) or not isinstance(on, date) or approval.get("of") != fingerprint(phrases):
        by, on = "", None
    return Phrases(phrases, by, on, tuple(faults))


def written(phrases: Mapping[str, str], by: str = "", on: date | None = None) -> str:
    """The text of the file; with a name and a day it is approved as it stands."""
    kept = {chinese.strip(): " ".join(words.split()) for chinese, words in phrases.items() if words.strip()}
    lines = ["[approval]"]
    if by.strip() and on is not None:
        lines += [f"by = {template.quoted(by.strip())}", f"on = {on.isoformat()}", f'of = "{fingerprint(kept)}"']
    lines += ["", "[phrases]", *(f"{template.quoted(chinese)} = {template.quoted(words)}" for chinese, words in kept.items())]
    return "\n".join(lines) + "\n"


def fingerprint(phrases: Mapping[str, str]) -> str:
    """What the phrases are, in sixteen letters."""
    said = "\n".join(f"{chinese}\t{words}" for chinese, words in sorted(phrases.items()))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16]


def _table(table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = table.get(name, {})
    return found if isinstance(found, dict) else {}


def _mongolian(words: str) -> bool:
    """Whether these are Mongolian letters with their selectors, marks and spaces, and nothing else."""
    return all(0x1800 <= ord(c) <= 0x18AF or c in " \u202f\u200c\u200d·︽︾" for c in words) and any(
        0x1820 <= ord(c) <= 0x18AA for c in words
    )
