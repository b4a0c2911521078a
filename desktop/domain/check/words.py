"""The texts: vague words, sums that do not agree with themselves or the record, what is left of a draft, what was edited."""

import difflib
import re
from collections.abc import Iterator, Sequence

from desktop.domain import money
from desktop.domain.check.finding import Checked, Finding, agreed_texts, texts_of
from desktop.domain.check.kinds import found
from desktop.domain.check.owing import called
from desktop.domain.wording import pasted, said, sums
from desktop.i18n import _

MOST_VAGUE = 4  # words named in one sentence
LIKE = 0.6  # from here on a clause is the edited one of the library
_CLAIMS = re.compile(r"主张|诉请|请求|约定|合同|票据|预估|估价|已付|已支付|垫付|尚欠|本金|利息|每|单价")


def vague(now: Checked) -> Iterator[Finding]:
    """Words that leave open what, how much or when."""
    for place, text in agreed_texts(now):
        for entry in now.known.book.vague:
            hits = entry.hits(text)
            if hits:
                words = "、".join(f"“{hit}”" for hit in hits[:MOST_VAGUE])
                sentence = _("{words}: too vague; {instead}.").format(words=words, instead=entry.told)
                yield found("vague_red" if entry.level == "red" else "vague", place, sentence, source=entry.source)


def capitals(now: Checked) -> Iterator[Finding]:
    """A sum in figures and the same in capitals beside it are one sum; a sum has its unit."""
    for place, text in texts_of(now):
        for figures, words in sums.pairs(text):
            if words.fen is None or figures.fen is None or figures.fen != words.fen:
                right = money.capitals(figures.fen) if figures.fen is not None else "?"
                sentence = _("“{figures}” is {right}, but “{words}” stands beside it.")
                said = sentence.format(figures=figures.written, right=right, words=words.written)
                yield found("capitals_differ", place, said)
    for place, text in agreed_texts(now):
        bare = [one.written for one in sums.found(text) if one.style == "bare"]
        if bare:
            sentence = _("“{text}”: yuan? Write the sum with its unit.").format(text="、".join(bare[:MOST_VAGUE]))
            yield found("sum_open", place, sentence)
        twofold = [one.written for one in sums.found(text) if one.style != "bare" and one.fen is None]
        if twofold:
            sentence = _("“{text}” can be read in two ways: write the sum in plain figures.").format(text="、".join(twofold[:MOST_VAGUE]))
            yield found("sum_open", place, sentence)


def against_record(now: Checked) -> Iterator[Finding]:
    """An own wording says the sums of its record, and was written for the record as it is now."""
    for i, obligation in enumerate(now.agreement.obligations):
        own = (obligation.own_text or "").strip()
        made = now.known.generated.get(obligation.ordinal)
        if not own or made is None:
            continue
        at, which = f"obligations.{i}.own_text", called(obligation)
        yield from _changed(now, own, made, at, which)
        before = (obligation.generated_text or "").strip()
        if before and before != made.strip():
            sentence = _("{which}: the fields were changed after the wording was written; compare: {made}")
            yield found("text_stale", at, sentence.format(which=which, made=made))


def clauses(now: Checked) -> Iterator[Finding]:
    """A clause of the library that was edited says the same sums as the record."""
    for origin in now.agreement.origins or ():
        made, key = str(origin.get("generated", "")), str(origin.get("key", ""))
        n = matching(now.agreement.clauses, made)
        if n is None or not made:
            continue
        text = now.agreement.clauses[n].strip()
        fresh = now.known.offered.get(key, made)
        if text == made.strip() and fresh.strip() != made.strip():
            sentence = _("Clause “{text}”: what it was made from has changed; now it would be: {made}")
            yield found("text_stale", f"clauses.{n}", sentence.format(text=text[:30], made=fresh))
        elif text != made.strip():
            changed = list(_changed(now, text, fresh, f"clauses.{n}", _("Clause {n}").format(n=n + 1)))
            yield from changed
            if not changed:
                sentence = _("Clause {n} was edited; the library has: {made}").format(n=n + 1, made=made)
                yield found("clause_edited", f"clauses.{n}", sentence)


def _changed(now: Checked, own: str, made: str, at: str, which: str) -> Iterator[Finding]:
    """Sums, days and numbers of the record that the text does not have, beside such that it has and the record has not."""
    for one in said.different(own, made, now.day):
        told = {"which": which, "text": "、".join(one.own[:MOST_VAGUE]), "record": "、".join(one.made[:MOST_VAGUE])}
        if one.kind != "sum":
            sentence = _("{which}: the text says {text}, the record {record}.")
        elif one.own:
            sentence = _("{which}: the text says {text} yuan, the record {record} yuan.")
        else:
            sentence = _("{which}: the sum {record} yuan of the record is not in the text.")
        yield found("figure_changed", at, sentence.format(**told))


def strange_sums(now: Checked) -> Iterator[Finding]:
    """A sum in a free clause or an own wording that nothing else mentions."""
    known = set()
    for obligation in now.agreement.obligations:
        known |= {obligation.amount_fen, obligation.unit_price_fen, *(part.amount_fen for part in obligation.instalments)}
        known |= {one.share_fen for one in obligation.parties}
    known |= {now.case.claim_fen}
    known |= set(sums.amounts(now.agreement.facts)) | set(sums.amounts(now.agreement.responsibility))
    library = [str(origin.get("generated", "")) for origin in now.agreement.origins or ()]
    for n, text in enumerate(now.agreement.clauses):
        if not now.agreement.obligations or text.strip() in (made.strip() for made in library):
            continue
        own = [fen for fen in sums.amounts(text) if fen not in known]
        if own and not _CLAIMS.search(text):
            sentence = _("Clause {n}: {sum} yuan stands nowhere else; if it is to be paid, make it an obligation.")
            yield found("figure_strange", f"clauses.{n}", sentence.format(n=n + 1, sum=_list(own)))
    for i, obligation in enumerate(now.agreement.obligations):
        text = (obligation.own_text or "").strip()
        made = now.known.generated.get(obligation.ordinal, "")
        own = [fen for fen in sums.amounts(text) if fen not in known and fen not in sums.amounts(made)]
        if made and own and not said.different(text, made, now.day):  # else they are told as changed
            sentence = _("{which}: {sum} yuan stands only in the wording; if it is to be paid, make it an obligation.")
            yield found("figure_strange", f"obligations.{i}.own_text", sentence.format(which=called(obligation), sum=_list(own)))


def left_over(now: Checked) -> Iterator[Finding]:
    """Marks of tracked changes, fields and blanks that came along from Word; numbers that the paper writes itself."""
    for place, text in texts_of(now):
        for one in pasted.left_over(text)[:3]:
            if one.kind == "tracked":
                sentence = _("“{text}” is left of tracked changes or a field: accept or refuse the change and delete the mark.")
            else:
                sentence = _("“{text}” is a blank: fill it in.")
            yield found("left_over", place, sentence.format(text=one.written))
    for n, text in enumerate(now.agreement.clauses):
        if pasted.numbering(text):
            sentence = _("Clause {n} begins with a number of its own (“{number}”).").format(n=n + 1, number=pasted.numbering(text))
            yield found("numbered", f"clauses.{n}", sentence)


def matching(clauses: Sequence[str], made: str) -> int | None:
    """Which clause was made from a text of the library: the same, else the one most like it; None where it was deleted."""
    best, place = LIKE, None
    for n, text in enumerate(clauses):
        if text.strip() == made.strip():
            return n
        like = difflib.SequenceMatcher(None, text.strip(), made.strip(), autojunk=False).ratio()
        if like > best:
            best, place = like, n
    return place


def _list(sums_fen: Sequence[int]) -> str:
    return "、".join(money.figures(fen) for fen in sums_fen[:MOST_VAGUE])


RULES = (vague, capitals, against_record, clauses, strange_sums, left_over)
