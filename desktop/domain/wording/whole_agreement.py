"""A whole agreement that was typed or pasted, read into the sheet: what happened, who owes whom what until when, and the other clauses.

Read is only what can be read in one way; anything else is a question at its place. Nothing is made up, and nothing falls away unsaid:
every line has its place, and what is left out (signatures, page numbers) is named.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from desktop.domain import texts
from desktop.domain.refusal import Fault
from desktop.domain.wording import agreement_lines, days, owed, owed_things, pasted, sums
from desktop.domain.wording.called import Called, Party, words
from desktop.domain.wording.owed_sums import Row
from desktop.i18n import _

MOST_LINES = 400
_GOES_ON = re.compile(r"^\s*(?:余款|余下|余额|剩余|剩下|尾款|其余|第[二三四五六七八九十\d]{1,2}[期次笔]|首期|第一[期次笔])")
_SENTENCE = re.compile(r"[。！？!?]*[^。！？!?]+[。！？!?]*|[。！？!?]+")
_SAME_ACCOUNT = re.compile(r"(?:同一|上述|前述|该|上列|同上)(?:收款|银行|指定)?(?:账户|账号|帐户|卡)")
_ACCOUNT_HEAD = re.compile(r"(?:收款|汇款|转账)(?:账户|账号|信息|银行)?[^,。\d]{0,10}:?")


class Placed(NamedTuple):
    """A piece of the text and where it went: head, facts, disputed, obligations.N, clauses.N or left_out."""

    text: str
    place: str


@dataclass
class Reading:
    """`values` as the sheet of an agreement takes them; `questions` at the fields that could not be read; `lines`: all of the text."""

    values: dict[str, Any] = field(default_factory=dict)
    questions: list[Fault] = field(default_factory=list)
    lines: list[Placed] = field(default_factory=list)

    @property
    def left_out(self) -> list[str]:
        """The lines that are in no field of the sheet."""
        return [one.text for one in self.lines if one.place == "left_out"]


def read(text: str, parties: Sequence[tuple[int, str, str]], today: date) -> Reading:
    """The sheet of an agreement out of its text; `parties` are (number, role, name) of the case's sides."""
    lines = agreement_lines.mended(pasted.cleaned(text).splitlines())
    reader = _Reader(Called(lines, [Party(*one) for one in parties]), today)
    cut = agreement_lines.cut(lines[:MOST_LINES])
    for line in cut.front:
        reader.front(line)
    if cut.lead:
        reader.place(cut.lead, "head")
    for line in cut.agreed:
        reader.agreed(line)
    for line in lines[MOST_LINES:]:
        reader.place(line, "left_out")
    return reader.done(cut.seen or len(lines) < 2, len(lines))


class _Reader:
    """Takes the lines one after the other and keeps what they came to."""

    def __init__(self, called: Called, today: date) -> None:
        self._called, self._today = called, today
        self._rows: list[Row] = []
        self._read_from: list[owed.Apart] = []
        self._late: list[tuple[int, str, str]] = []  # questions of rows that may be read anew
        self._clauses: list[str] = []
        self._open: list[Fault] = []  # acts that stay clauses, of which the day is missing
        self._story: dict[str, list[str]] = {"facts": [], "disputed": []}
        self._signing: dict[str, Any] = {}
        self._head: list[str] = []  # the columns of the table being read
        self._story_key = "facts"
        self._goes_on = False  # whether the last piece was an obligation
        self._lines: list[Placed] = []
        self._questions: list[Fault] = []

    def place(self, text: str, place: str) -> None:
        """Notes where a piece went."""
        self._lines.append(Placed(text, place))

    def front(self, line: str) -> None:
        """A line in front of what is agreed."""
        if agreement_lines.is_signing(line):
            self._sign(line)
        elif agreement_lines.is_head(line, self._called) or agreement_lines.is_heading(line):
            self._story_key = agreement_lines.of_facts(line)[0] or self._story_key
            self.place(line, "head")
        else:
            key, said = agreement_lines.of_facts(line)
            self._story_key = key or self._story_key
            if said.strip():
                self._story[self._story_key].append(said)
            self.place(line, self._story_key if said.strip() else "head")

    def agreed(self, line: str) -> None:
        """A line of what is agreed."""
        plain = agreement_lines.without_heading(pasted.unnumbered(line))
        has_sum = bool(sums.found(plain)) and bool(owed.PAYS.search(plain))
        if agreement_lines.is_signing(line):
            self._sign(line)
        elif not has_sum and (not plain.strip() or agreement_lines.is_head(line, self._called)):
            self.place(line, "head")
        elif self._table(line) or self._account(line, plain):
            pass
        else:
            self._sentences(line, plain)

    def done(self, seen: bool, lines: int) -> Reading:
        """What all lines came to."""
        for n, key, sentence in self._late:
            self._rows[n].ask(key, sentence)
        for n, row in enumerate(self._rows):
            self._questions += [Fault(f"obligations.{n}.{key}", sentence) for key, sentence in row.asked.items()]
        self._questions += self._open
        self._questions += self._called.questions
        self._tell_left_over()
        if not seen:
            self._questions.append(Fault("facts", _("It is not seen where the facts end and the agreement begins: look at both.")))
        if lines > MOST_LINES:
            self._questions.append(
                Fault("pasted", _("The text has {n} lines; the first {most} were read.").format(n=lines, most=MOST_LINES))
            )
        values: dict[str, Any] = {key: "\n".join(said) for key, said in self._story.items() if said}
        values |= {key: found for key, found in (("obligations", [row.values for row in self._rows]), ("clauses", self._clauses)) if found}
        return Reading(values | self._signing, self._questions, self._lines)

    # --- sentences ------------------------------------------------------------------------------------------------------------

    def _sentences(self, line: str, plain: str) -> None:
        """A line as obligations and clauses; pieces of one line that owe nothing stay one clause together."""
        self._head = []
        number = line.removesuffix(plain)
        pending: list[str] = []
        for sentence in self._pieces(plain):
            if self._rows and owed.account(sentence) and self._account(sentence, sentence):
                self._clause(pending, number)  # 账号 in a sentence of its own behind the sum
                number, pending = "", []
                continue
            apart = owed.taken_apart(sentence, self._called)
            kept = self._owed(sentence, apart)
            if kept is None:
                pending.append(sentence)
                continue
            self._clause(pending, number)
            number = "" if pending else number
            pending = []
            self.place(number + sentence, f"obligations.{len(self._rows) - 1}")
            number = ""
            self._clauses += [text.strip("，,；; ") for text in kept if text.strip("，,；;。 ")]
        self._clause(pending, number)

    def _clause(self, pending: Sequence[str], number: str) -> None:
        """Pieces that stay a clause in words."""
        text = "".join(pending).strip()
        if text:
            self.place(number + text, f"clauses.{len(self._clauses)}")
            self._clauses.append(text)
            self._goes_on = False

    def _pieces(self, plain: str) -> list[str]:
        """Sentences; cut at ； too where another debt begins behind it."""
        found: list[str] = []
        for one in _SENTENCE.finditer(plain):
            for n, part in enumerate(re.findall(r"[；;]*[^；;]+[；;]*|[；;]+", one[0])):
                pays = owed.PAYS.search(texts.half_width(part))
                own = pays is not None and bool(sums.found(part)) and bool(self._called.who(part, pays.start()).debtors)
                if n and not own:
                    found[-1] += part
                else:
                    found.append(part)
        return found

    def _owed(self, sentence: str, apart: owed.Apart) -> list[str] | None:
        """Reads a piece into a row, a new one or the last; gives what of it stays clauses, None where it owes nothing."""
        whole = "".join((apart.owed, *apart.beside))
        plain_act = not (apart.guarantees or apart.paid)
        if self._goes_on and self._continues(apart):
            self._extend(apart)
        elif plain_act and owed_things.acts_first(whole) and (made := owed_things.act(whole, self._called, self._today)) and made.values:
            return self._act(made, apart)
        elif row := owed.read(apart, sentence, self._called, self._today):
            self._begin(row, apart)
        elif plain_act and (made := owed_things.act(whole, self._called, self._today)):
            return self._act(made, apart)
        elif not (apart.guarantees and self._rows) or apart.paid:
            return None
        else:
            apart.clauses[:0] = [apart.owed, *apart.beside]
        kept = [part for part in apart.guarantees if not self._guarantee(part, "".join(apart.guarantees))]
        self._goes_on = not apart.guarantees
        return [*apart.clauses, *kept]

    def _act(self, row: Row, apart: owed.Apart) -> list[str] | None:
        """An act that is plain becomes a row; of one without its day that day is asked, at the clause that it stays."""
        if not row.values:
            self._open.append(Fault(f"clauses.{len(self._clauses)}", row.asked["due_on"]))
            return None
        self._begin(row, apart)
        self._goes_on = False
        return apart.clauses

    def _begin(self, row: Row, apart: owed.Apart) -> None:
        if _SAME_ACCOUNT.search(texts.half_width(apart.owed)) and "account_number" not in row.values:
            of = [
                one.values
                for one in self._rows
                if one.values.get("creditors") == row.values.get("creditors") and "account_number" in one.values
            ]
            row.values |= {key: of[-1][key] for key in (*owed.ACCOUNT, "way") if of and key in of[-1]}
        self._rows.append(row)
        self._read_from.append(apart)

    def _continues(self, apart: owed.Apart) -> bool:
        """Whether a piece only goes on with the parts of the last obligation: 余款5万元于2026年12月31日前付清."""
        last = self._rows[-1]
        if last.values["kind"] != "money":
            return False
        pays = owed.PAYS.search(texts.half_width(apart.owed))
        if self._called.who(apart.owed, pays.start() if pays else len(apart.owed)).debtors:
            return False
        known, on = sums.found(apart.owed), days.found(apart.owed, self._today)
        if _GOES_ON.search(apart.owed):
            return bool(known or on)
        return last.values.get("timing") != "by_date" and last.values.get("timing") != "at_once" and bool(known and on)

    def _extend(self, apart: owed.Apart) -> None:
        """Reads the last obligation anew, with what goes on with it."""
        before = self._read_from[-1]
        text = f"{before.owed.rstrip('。；;，, ')}；{apart.owed}"
        whole = owed.Apart(text, [*before.paid, *apart.paid], beside=[*before.beside, *apart.beside])
        row = owed.read(whole, whole.owed, self._called, self._today)
        if row is not None:
            self._rows[-1], self._read_from[-1] = row, whole

    # --- what belongs to an obligation in another line ------------------------------------------------------------------------

    def _table(self, line: str) -> bool:
        """A row of a table of instalments; False where the line is none."""
        row = agreement_lines.cells(line)
        if not row:
            return False
        if agreement_lines.is_table_head(row):
            self._head = row
            self.place(line, f"obligations.{len(self._rows) - 1}" if self._goes_on else "head")
            return True
        said, bare = agreement_lines.in_words(row, self._head, self._today)
        if not said and not self._head:
            return False
        if not said:
            sentence = _("“{text}” is a row of a table that cannot be read: type it.")
            self._questions.append(Fault("obligations", sentence.format(text=texts.quoted(line))))
            self.place(line, "left_out")
            return True
        if self._goes_on:
            self._extend(owed.Apart(said))
        else:
            made = owed.Apart(f"支付：{said}")
            self._begin(owed.read(made, made.owed, self._called, self._today) or Row({"kind": "money"}), made)
        if bare:
            self._late.append((len(self._rows) - 1, "amount", _("“{text}”: yuan? Write the sum with its unit.").format(text=bare)))
        self.place(line, f"obligations.{len(self._rows) - 1}")
        self._goes_on = True
        return True

    def _account(self, line: str, plain: str) -> bool:
        """An account in a line of its own: of the last sum owed, and of those before it that are owed to the same and have none."""
        if any(one.style != "bare" for one in sums.found(plain)):
            return False
        found = owed.account(plain)
        if _ACCOUNT_HEAD.fullmatch(texts.half_width(plain)):
            self.place(line, "head")
            return True
        money = [n for n, row in enumerate(self._rows) if row.values["kind"] == "money"]
        if not found or not money:
            return False
        to = self._rows[money[-1]].values.get("creditors")
        for n in money:
            row = self._rows[n]
            if row.values.get("creditors") == to and row.values.get("way") != "cash":
                own = {key: value for key, value in found.items() if not row.values.get(key)}
                row.values |= own | ({"way": "transfer"} if own.get("account_number") else {})
        self.place(line, f"obligations.{money[-1]}")
        return True

    def _guarantee(self, part: str, whole: str) -> bool:
        """Who guarantees what was agreed so far; False where the text must stay a clause beside it."""
        plain = texts.half_width(part)
        says = owed.GUARANTEES.search(plain)
        assert says is not None
        by = self._called.who(part, says.start()).debtors or self._called.who(whole, len(whole)).debtors
        rows = self._rows if re.search(r"上述|以上|前述|全部", plain) else self._rows[-1:]
        for row in rows:
            owes = row.values.get("debtors", [])
            if by and set(words(by)) <= set(owes):  # those who owe answer together
                row.values["liability"] = "joint"
            elif not by or set(words(by)) & set(owes):
                row.ask("guarantors", _("“{text}”: who guarantees it?").format(text=texts.quoted(part)))
            elif "保证" not in plain and "担保" not in plain:
                row.ask("guarantors", _("“{text}”: does he guarantee the debt, or owe it too?").format(text=texts.quoted(part)))
            else:
                row.values["guarantors"] = words(by)
                if kind := "joint" if "连带" in plain else "general" if "一般" in plain else "":
                    row.values["guarantee"] = kind
        return not re.search(r"期间|期限|抵押|质押|\d", plain) and bool(by)

    def _sign(self, line: str) -> None:
        """Day, place and number of copies, as the end of a paper says them; other lines of it are left out by name."""
        found = agreement_lines.signing(line, self._today)
        new = {key: value for key, value in found.items() if value and key not in self._signing}
        self._signing |= new
        self.place(line, next(iter(new), "left_out"))

    def _tell_left_over(self) -> None:
        for text, place in self._lines:
            for one in pasted.left_over(text)[:1] if place != "left_out" else ():
                sentence = (
                    _("“{text}” is left over from editing: accept the changes in Word first, or delete it.")
                    if one.kind == "tracked"
                    else _("“{text}” is a blank: fill it in.")
                )
                self._questions.append(Fault("pasted", sentence.format(text=one.written)))
