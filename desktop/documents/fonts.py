"""Which face sets a character, which characters can be printed at all, and why another cannot.

A missing glyph would print as nothing, without an error: so every character is asked for before anything is printed. What is
printable: every visible character that one of the faces has, spaces, the line feed, and Mongolian with its selectors. Not
printable are control characters, direction overrides, invisible characters, marks that would have to be set over their
neighbour, and private-use characters, since paper and screen would then say different things.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop import assets
from desktop.documents import lines, page_layout
from desktop.documents.blocks import Paper, texts
from desktop.documents.truetype import FontFault, TrueType
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _

MONGOLIAN = "mongolian"
LETTER = re.compile(r"[\u1820-\u18aa]")
SELECTORS = "\u180b\u180c\u180d\u180e\u180f\u200c\u200d\u202f"  # they choose a form or join within a Mongolian word
NARROW_SPACES = "\t\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"


@dataclass(frozen=True)
class Unprintable:
    """A character that cannot be printed: where it stands and why."""

    place: str
    character: str
    reason: str

    @property
    def code(self) -> str:
        """Its code point, for example U+20BB7."""
        return f"U+{ord(self.character):04X}"


class Faces:
    """The faces at hand, and for each role and character the one to use."""

    def __init__(self, plan: page_layout.FontPlan, computer: bool) -> None:
        self.plan = plan
        self.by_name: dict[str, TrueType] = {}
        for name, paths in plan.files.items():
            face = _first(name, paths, computer)
            if face:
                self.by_name[name] = face
        if not self.by_name:
            raise Refusal(_("There are no fonts in {folder}. Install the program again.").format(folder=assets.path("fonts")), code="fonts")
        self._chains = {role: self._chain(names) for role, names in plan.roles.items()}
        self._found: dict[tuple[str, str], tuple[TrueType, int] | None] = {}
        self._breakers: dict[str, lines.Breaker] = {}
        self._fine: set[str] = set()  # characters known to be printable wherever they stand

    def _chain(self, names: Iterable[str]) -> tuple[TrueType, ...]:
        order = dict.fromkeys((*names, *self.plan.files))
        return tuple(self.by_name[name] for name in order if name in self.by_name)

    def glyph(self, role: str, character: str) -> tuple[TrueType, int] | None:
        """The face and glyph of a character in a role; None when no face has it."""
        key = (role, character)
        if key in self._found:
            return self._found[key]
        chain = self._chains[role]
        special = self.by_name.get(self.plan.special_face)
        if special and role in self.plan.special_roles and character in self.plan.special:
            chain = (special, *chain)
        shown = " " if character in NARROW_SPACES and not special_space(chain, character) else character
        found = next(((face, glyph) for face in chain if (glyph := face.glyph(shown))), None)
        self._found[key] = found
        return found

    def width(self, role: str, text: str) -> float:
        """The advance in em of one character, or of a whole Mongolian word."""
        if len(text) > 1 or LETTER.match(text):
            from desktop.documents import shaping  # harfbuzz is loaded only by a paper that needs it

            return shaping.width(self.by_name[MONGOLIAN], text)
        found = self.glyph(role, text)
        return found[0].width(found[1]) / 1000 if found else 1.0

    def breaker(self, role: str) -> lines.Breaker:
        """The breaker of lines for a role, kept with the widths it knows."""
        if role not in self._breakers:
            self._breakers[role] = lines.Breaker(lambda text: self.width(role, text))
        return self._breakers[role]

    def unprintable(self, text: str, place: str = "") -> list[Unprintable]:
        """Every character of a text that cannot be printed, each once."""
        characters = set(text)
        if characters <= self._fine:
            return []
        out: dict[str, Unprintable] = {}
        worded = {n for found in lines.WORD.finditer(text) if LETTER.search(found[0]) for n in range(*found.span())}
        for character in dict.fromkeys(text):
            if character in out:
                continue
            inside = character in SELECTORS and all(n in worded for n, c in enumerate(text) if c == character)
            reason = "" if inside else self._reason(character)
            if reason:
                out[character] = Unprintable(place, character, reason)
        self._fine |= characters - out.keys() - set(SELECTORS)
        return list(out.values())

    def _reason(self, character: str) -> str:
        if character == "\n":
            return ""
        category = unicodedata.category(character)
        if category == "Cc" and character != "\t":
            return _("a control character")
        if category in ("Cf", "Zl", "Zp") or character in SELECTORS and character != "\u202f" or 0xE0100 <= ord(character) <= 0xE01EF:
            return _("an invisible character that could make the paper read differently")
        if 0xFE00 <= ord(character) <= 0xFE0F:
            return _("an invisible character that could make the paper read differently")
        if category in ("Mn", "Mc", "Me") and not 0x1800 <= ord(character) <= 0x18AF:
            return _("a mark set over or under its neighbour; type the composed character")
        if category in ("Co", "Cs"):
            return _("a private character that means nothing on another computer")
        return "" if self.glyph("body", character) else _("no font of this program has it")


def special_space(chain: tuple[TrueType, ...], character: str) -> bool:
    """Whether a face has this kind of space itself."""
    return character != "\t" and any(face.glyph(character) for face in chain)


@cache
def faces(computer: bool = True) -> Faces:
    """The faces of this process, read once; `computer=False` leaves out this computer's own fonts (tests, measuring)."""
    return Faces(page_layout.font_plan(), computer)


def unprintable(paper: Paper, faces_: Faces) -> list[Unprintable]:
    """Every character of a paper that cannot be printed, with its place."""
    return [found for place, text in texts(paper) for found in faces_.unprintable(text, place)]


def check(paper: Paper, faces_: Faces) -> None:
    """Refuses a paper with characters that cannot be printed, naming each."""
    found = unprintable(paper, faces_)
    if found:
        raise Refusal.of(
            Fault(
                one.place,
                _("“{character}” ({code}) cannot be printed: {reason}. Change it, or write another spelling beside it.").format(
                    character=one.character if one.character.isprintable() else " ", code=one.code, reason=one.reason
                ),
            )
            for one in found
        )


def _first(name: str, paths: Iterable[str], computer: bool) -> TrueType | None:
    for path in paths:
        own = Path(path).is_absolute() or ":" in path
        if own and not computer:
            continue
        file = Path(path) if own else assets.path("fonts", path)
        if file.is_file():
            try:
                return TrueType(file, name)
            except FontFault:
                continue
    return None
