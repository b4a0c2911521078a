"""Fills the rows of an element form: sentences with their blanks, ticked boxes; says what is to be asked and which fact contradicts a box.

Nothing is left out: a row without a value prints with its blanks (《示范文本》说明). What is too long for a cell goes on on an annex sheet.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.domain import dates, money
from desktop.domain.element_forms import ground as grounds
from desktop.domain.element_forms.form import ASK, MAY, SLOT, Row, Slot
from desktop.domain.element_forms.ground import Around, Ground, Rule
from desktop.i18n import _

TICK, BOX = "☑", "□"
BLANKS = {
    "date": "____年__月__日",
    "money": "________",
    "number": "____",
    "rate": "______%/年（季/月）",
    "clause": "第____条",
    "pieces": "________件",
    "text": "________",
}
ENDS = "。；\n"
COLUMNS = {"paper": "id_kind", "post": "post", "phone": "phone"}  # of a party: where the register asks for what the block prints


@dataclass(frozen=True)
class Question:
    """What is to be asked: `place` is where the answer is kept (`medical.hospital`), `row` the printed row, `what` the question itself."""

    place: str
    row: str
    what: str


@dataclass(frozen=True)
class Annex:
    """What did not find room in a cell: it goes on on a sheet of its own."""

    number: int
    row: str
    text: str


@dataclass(frozen=True)
class FilledRow:
    """One row as it is printed."""

    key: str
    label: str
    text: str


@dataclass
class Filler:
    """Fills rows of one form one after the other and collects what comes up."""

    ground: Ground
    rules: Mapping[str, Rule]
    limit: int
    goes_on: str
    questions: list[Question] = field(default_factory=list)
    contradictions: list[str] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)

    def row(self, row: Row, around: Around | None = None, named: str = "") -> FilledRow:
        """The row with its values; `named` is the place of a party's block, whose blanks are answered in the register."""
        at = around or Around()
        table: Sequence[Mapping[str, Any]] = (grounds.value(self.ground, row.each, at, self.rules) or ()) if row.each else ()
        known = {key: self._value(row, slot, at) for key, slot in row.slots.items() if not (row.each and slot.source.startswith("."))}
        known = {key: None if _idle(row.slots[key], known) else value for key, value in known.items()}
        out: list[str] = []
        for line in row.lines:
            if line.startswith("*"):
                for one in table or ({},):
                    beside = Around(one, at.party, at.agent)
                    columns = {key: self._value(row, slot, beside) for key, slot in row.slots.items() if slot.source.startswith(".")}
                    out.append(self._said(row, line[1:], {**known, **columns}))
            else:
                out.append(self._said(row, line, known))
        self._ask(row, {**known, **_first(row, table, self.ground.answers)}, named)
        return self.fitted(row.key, row.head, "\n".join(out))

    def fitted(self, key: str, head: str, text: str, called: str = "") -> FilledRow:
        """The row with as much of the text as its cell takes; the rest goes to an annex, which names the row as it is called."""
        if len(text) <= self.limit:
            return FilledRow(key, head, text)
        cut = max((text.rfind(mark, 0, self.limit) + 1 for mark in ENDS), default=0) or self.limit
        number = len(self.annexes) + 1
        self.annexes.append(Annex(number, called or head, text[cut:].lstrip("\n")))
        return FilledRow(key, head, f"{text[:cut].rstrip()}\n{self.goes_on.format(n=number)}")

    def _value(self, row: Row, slot: Slot, around: Around) -> Any:
        """What is printed: what was said for the form, else what the case knows."""
        said = self.ground.answers.get(f"{row.key}.{slot.key}")
        return grounds.value(self.ground, slot.source.rstrip("?"), around, self.rules) if said in (None, "") else said

    def _said(self, row: Row, line: str, values: Mapping[str, Any]) -> str:
        out, end = [], 0
        for found in SLOT.finditer(line):
            out.append(line[end : found.start()])
            end = found.end()
            value = values.get(found[1])
            if found[2]:
                out.append(TICK if found[2] in _codes(value) else BOX)
            else:
                alone = line.strip() == found[0]
                kind = row.slots[found[1]].kind
                out.append(shown(value, kind) or ("" if alone else BLANKS.get(kind, BLANKS["text"])))
        return "".join((*out, line[end:]))

    def _ask(self, row: Row, values: Mapping[str, Any], named: str) -> None:
        """Notes what is empty and asked, and where a fact says other than what was said for the form."""
        for slot in row.slots.values():
            value, place = values.get(slot.key), f"{row.key}.{slot.key}"
            if named:
                place = f"{named}.{COLUMNS.get(slot.key, slot.source.rstrip('?').partition('.')[2])}"
            box, _eq, code = slot.when.partition("=")
            open_ = not box or (code in _codes(values.get(box)) if code else not _idle(slot, values))
            if value in (None, "", []):
                if open_ and slot.source != MAY and not slot.source.endswith("?") and not self._unclaimed(slot):
                    self.questions.append(Question(place, row.head, slot.question or row.label))
                continue
            beside = bool(code) and row.slots[box].source.startswith(".")  # boxes of a table: what stands here is of another line
            if code and not beside and values.get(box) not in (None, "") and not open_:
                self.contradictions.append(
                    _("{row}: the box is ticked otherwise, but there is a fact for “{what}”: {value}.").format(
                        row=row.head, what=slot.question or row.label, value=shown(value, slot.kind).rstrip("。")
                    )
                )
            said = self.ground.answers.get(f"{row.key}.{slot.key}")
            if said in (None, "") or slot.source.rstrip("?") in (ASK, MAY) or slot.source.startswith((".", "party.", "agent.")):
                continue
            fact = grounds.value(self.ground, slot.source.rstrip("?"), Around(), self.rules)
            told, kept = shown(said, slot.kind), shown(fact, slot.kind)
            if kept and told != kept:
                sentence = _("{row}: the form says “{said}” for “{what}”, the case says “{fact}”.")
                what = slot.question or row.label
                self.contradictions.append(sentence.format(row=row.head, what=what, said=self._word(told), fact=self._word(kept)))

    def _unclaimed(self, slot: Slot) -> bool:
        """Of a head of damage that the list of losses does not have nobody is asked: it is not claimed."""
        return slot.source.startswith("loss.") and bool(self.ground.facts.get("losses") or self.ground.sums)

    @staticmethod
    def _word(code: str) -> str:
        return {grounds.YES: _("yes"), grounds.NO: _("no")}.get(code, code)


def shown(value: Any, kind: str = "text") -> str:
    """A value as the form prints it; a blank of the kind `money` has an int of fen."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return grounds.YES if value else grounds.NO
    if isinstance(value, date):
        return dates.in_words(value)
    if isinstance(value, int):
        return money.figures(value) if kind == "money" else str(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, list | tuple):
        return "、".join(shown(one, kind) for one in value if one not in (None, ""))
    text = str(value).strip()
    if kind == "pieces":
        return f"{text}件" if text.isdecimal() else text  # 187袋 as it was told
    return _clause(text) if kind == "clause" else text


def _clause(text: str) -> str:
    """The clause of a contract however it was typed: 5, 五条, 第五条第二款."""
    number = text.removeprefix("第")
    return f"第{number}" if "条" in number else f"第{number}条"


def _idle(slot: Slot, values: Mapping[str, Any]) -> bool:
    """Whether the blank that this one goes with is empty: nobody ticks whether there are bills for a cost that is not claimed."""
    return bool(slot.when) and "=" not in slot.when and values.get(slot.when) in (None, "", [])


def _codes(value: Any) -> tuple[str, ...]:
    """The ticked codes: of one value or of several."""
    if isinstance(value, str):
        return tuple(part for part in value.split("、") if part)
    return tuple(str(one) for one in value) if isinstance(value, Iterable) else ()


def _first(row: Row, table: Sequence[Mapping[str, Any]], answers: Mapping[str, Any]) -> dict[str, Any]:
    """Of the blanks that a table fills, what its rows have: empty only where no row has it."""
    out = {}
    for key, slot in row.slots.items():
        if slot.source.startswith("."):
            name = slot.source.rstrip("?")[1:]
            out[key] = answers.get(f"{row.key}.{key}") or next((one[name] for one in table if one.get(name) not in (None, "")), None)
    return out
