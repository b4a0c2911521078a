"""The wording of the documents: sentences with named fields out of `resources/templates/<language>/<kind>.toml`.

`{name}` is replaced by a value, once: braces in a value mean nothing. `[ ... {name} ... ]` vanishes when a field within it is
empty; elsewhere an empty value prints as ／, so that nothing vanishes unseen. On a blank form nothing vanishes: what is empty is a line to
write on. `{{`, `}}`, `[[` and `]]` print a bracket. Nothing
else is understood: no code, no formats. A broken template is refused with its file, line and field.
"""

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from desktop import assets
from desktop.domain import reasons
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _

EMPTY = "／"
LINE, DAY, HOUR = "＿＿＿＿＿＿", "＿＿＿＿年＿＿月＿＿日", "＿＿时＿＿分"  # on a blank form
SHORT, NAME, CODE, LONG = "＿" * 3, "＿" * 9, "＿" * 12, "＿" * 24
DAYS = frozenset(
    {"day", "received", "accepted", "rejected", "due", "birth_date", "asked", "decided", "until", "first", "last", "ended", "born",
     "effective", "earliest"}
)  # fmt: skip
FEW = frozenset({"n", "count", "clause", "rest", "pages", "sex"})
HOURS = frozenset({"at", "begins", "ends"})
NAMES = frozenset({"applicants", "respondents", "phone"})
CODES = frozenset({"number", "id_number", "uscc", "account_number"})
ROOMY = frozenset({"claim", "reason", "text", "task", "note", "matter", "performed", "owed", "residence", "address", "names", "items"})
SPARE = frozenset({"other_names", "trade_name", "late"})  # what a blank form has no room for
LANGUAGE = "zh_Hans_CN"  # the language of the papers of the region; an office may add others beside it
PIECE = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{([a-z][a-z0-9_]*)\}|[{}\[\]]|[^{}\[\]]+")

Declared = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Wording:
    """The checked sentences of one kind, by dotted name."""

    kind: str
    sentences: Mapping[str, str]
    hand: bool = False

    def by_hand(self, hand: bool) -> "Wording":
        """The same sentences for a blank form, or not."""
        return self if self.hand == hand else dataclasses.replace(self, hand=hand)

    def say(self, sentence: str, /, **values: object) -> str:
        """The sentence of this name with its values; None and blank print as ／, or let their bracket vanish."""
        said = {key: "" if value is None else str(value) for key, value in values.items()}
        out: list[str] = []
        outer, gone = out, False
        for found in PIECE.finditer(self.sentences[sentence]):
            piece, field = found[0], found[1]
            if piece == "[":
                out, gone = [], False
            elif piece == "]":
                outer += [] if gone else out
                out, gone = outer, False
            elif field:
                value = said[field]
                blank = not value.strip()
                if blank and self.hand and field not in SPARE:
                    value = _line_for(field)
                    blank = False
                gone = gone or blank
                out.append(EMPTY if blank and out is outer else value)
            else:
                out.append(piece[0] if piece in ("{{", "}}", "[[", "]]") else piece)
        return "".join(out)

    def given(self, sentence: str, /, **values: object) -> str:
        """A sentence that stands for what nobody said (无, 各方当事人): on a blank form nothing, since the hand will say it."""
        return "" if self.hand else self.say(sentence, **values)

    def has(self, name: str) -> bool:
        """Whether there is a sentence of this name."""
        return name in self.sentences

    def word(self, group: str, code: object) -> str:
        """A word of a group, for example `word("sex", Sex.MALE)`; None is empty."""
        return "" if code is None or code == "" else self.sentences[f"{group}.{code}"]


def _line_for(field: str) -> str:
    """What a hand needs for a value of this field."""
    for fields, line in ((DAYS, DAY), (HOURS, HOUR), (FEW, SHORT), (NAMES, NAME), (CODES, CODE), (ROOMY, LONG)):
        if field in fields:
            return line
    return LINE


def shown(value: object) -> str:
    """A value for a cell: what is empty prints as ／."""
    text = "" if value is None else str(value)
    return text if text.strip() else EMPTY


class Own(NamedTuple):
    """An office's wording laid over the shipped one, and what of it could not be taken."""

    wording: Wording
    faults: tuple[Fault, ...]


def wording(kind: str, declared: Declared, language: str = LANGUAGE, own: str = "") -> Wording:
    """The wording of a kind: the shipped one, with the sentences that an office has in its `own` file; a broken one of these is passed
    over, so that it never stops a paper. A language without a wording has the Chinese."""
    known = tuple(sorted(declared.items()))
    return _over(kind, _folder(kind, language), known, own).wording if own else _shipped(kind, _folder(kind, language), known)


def over(kind: str, declared: Declared, own: str, language: str = LANGUAGE) -> Own:
    """The wording with an office's sentences, and what is broken or unknown in them, each with its file, line and name."""
    return _over(kind, _folder(kind, language), tuple(sorted(declared.items())), own)


def _folder(kind: str, language: str) -> str:
    return language if assets.path("templates", language, f"{kind}.toml").is_file() else LANGUAGE


@lru_cache(maxsize=128)
def _over(kind: str, folder: str, known: tuple[tuple[str, tuple[str, ...]], ...], own: str) -> Own:
    shipped = _shipped(kind, folder, known)
    try:
        sentences, faults = _checked(own, dict(known), f"{kind}.toml")
    except Refusal as broken:
        return Own(shipped, tuple(broken.faults))
    unknown = [name for name in sentences if name not in shipped.sentences]  # of a group that is declared as a whole
    faults += [_fault(f"{kind}.toml", own, name, 0, _("there is no such sentence in this paper")) for name in unknown]
    taken = {name: sentence for name, sentence in sentences.items() if name in shipped.sentences}
    return Own(dataclasses.replace(shipped, sentences={**shipped.sentences, **taken}), tuple(faults))


@cache
def _shipped(kind: str, folder: str, declared: tuple[tuple[str, tuple[str, ...]], ...]) -> Wording:
    file = assets.path("templates", folder, f"{kind}.toml")
    return parsed(kind, file.read_text(encoding="utf-8"), dict(declared), f"{folder}/{file.name}")


def parsed(kind: str, text: str, declared: Declared, file: str, shipped: Wording | None = None) -> Wording:
    """The wording out of a text that an office may have edited; refuses what is broken, missing or unknown, naming each place.

    `declared` has every sentence the kind needs with the fields it may use; a name that ends in `.*` declares a group of
    words without fields, of which none that the `shipped` wording has may be missing.
    """
    sentences, faults = _checked(text, declared, file)
    known = {name for name, _sentence in flat(assets.parse_toml(text))}
    for name in dict.fromkeys((*declared, *(shipped.sentences if shipped else ()))):
        if not name.endswith(".*") and name not in known:
            faults.append(_fault(file, text, name, 0, _("this sentence is missing")))
    if faults:
        raise Refusal.of(faults)
    return Wording(kind, sentences)


def _checked(text: str, declared: Declared, file: str) -> tuple[dict[str, str], list[Fault]]:
    """The sentences of a text that are as they should be, and what is wrong with the others; Refusal when it cannot be read at all."""
    try:
        table = assets.parse_toml(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Refusal(
            _("{file} is not a valid template: {error}.").format(file=file, error=reasons.of_toml(error)), file, "template"
        ) from error
    sentences: dict[str, str] = {}
    faults: list[Fault] = []
    for name, sentence in flat(table):
        fields = declared.get(name)
        if fields is None and f"{name.rpartition('.')[0]}.*" in declared:
            fields = ()
        if fields is None:
            faults.append(_fault(file, text, name, 0, _("there is no such sentence in this paper")))
        elif not isinstance(sentence, str):
            faults.append(_fault(file, text, name, 0, _("a sentence stands in quotation marks")))
        elif bad := broken(sentence, fields):
            faults += [_fault(file, text, name, below, why) for below, why in bad]
        else:
            sentences[name] = sentence
    return sentences, faults


def fields_of(sentence: str) -> list[str]:
    """The fields that a sentence names, each once."""
    return list(dict.fromkeys(found[1] for found in PIECE.finditer(sentence) if found[1]))


def written(sentences: Mapping[str, str]) -> str:
    """Sentences by dotted name as the text of a file that an editor can read."""
    tables: dict[str, list[str]] = {}
    for name, sentence in sentences.items():
        table, _dot, key = name.rpartition(".")
        tables.setdefault(table, []).append(f"{key} = {quoted(sentence)}")
    return "\n".join(f"[{table}]\n" * bool(table) + "\n".join(lines) + "\n" for table, lines in sorted(tables.items()))


def quoted(sentence: str) -> str:
    """A text as TOML writes it."""
    escaped = sentence.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "")
    escaped = "".join(c if c >= " " or c == "\n" else f"\\u{ord(c):04X}" for c in escaped).replace("\x7f", "\\u007F")
    return f'"""\n{escaped}"""' if "\n" in escaped else f'"{escaped}"'


def flat(table: Mapping[str, Any], before: str = "") -> list[tuple[str, Any]]:
    """Every value of a table by its dotted name."""
    out: list[tuple[str, Any]] = []
    for key, value in table.items():
        out += flat(value, f"{before}{key}.") if isinstance(value, dict) else [(before + key, value)]
    return out


def broken(sentence: str, fields: tuple[str, ...]) -> list[tuple[int, str]]:
    """What is wrong in a sentence: (how many lines below its first, why)."""
    out, within = [], False
    for found in PIECE.finditer(sentence):
        piece, field, below = found[0], found[1], sentence.count("\n", 0, found.start())
        if field and field not in fields:
            known = "、".join(fields) or _("none")
            out.append((below, _("there is no field {field} here; the fields are: {known}").format(field=field, known=known)))
        elif piece in "{}":
            out.append((below, _("a brace belongs to a field such as {example}; double it to print it").format(example="{name}")))
        elif piece in "[]":
            if within == (piece == "["):
                out.append((below, _("square brackets come in pairs and not within one another; double one to print it")))
            within = piece == "["
    if within:
        out.append((sentence.count("\n"), _("square brackets come in pairs and not within one another; double one to print it")))
    return out


def _fault(file: str, text: str, name: str, below: int, why: str) -> Fault:
    """A fault with the line where it stands, as far as a text shows it."""
    line = _line(text, name, below)
    where = _("line {line}").format(line=line) if line else name
    sentence = _("{file}, {where}, {name}: {why}.").format(file=file, where=where, name=name, why=why)
    return Fault(f"{file}:{line}:{name}" if line else f"{file}:{name}", sentence)


def _line(text: str, name: str, below: int) -> int:
    """The line of the sentence `name`, or so many below it where it was written over several lines; 0 when it is not there."""
    table, _dot, key = name.rpartition(".")
    now = ""
    for n, line in enumerate(text.splitlines(), 1):
        head = re.match(r"\s*\[([^\[\]]+)\]", line)
        if head:
            now = head[1].strip()
        elif now == table and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
            opening = re.search(r"\"\"\"|'''", line)
            return n + below + (not line[opening.end() :].strip()) if opening else n
    return 0
