"""What a party's needs put on a paper: that it was read aloud before a witness, that somebody translated, whom a guardian speaks for.

The needs stand with the party (large_print, read_aloud, home_visit, interpreter, sign_language, guardian), the language, interpreter and
witness with the session. Source: CPC 11 (own language), 无障碍环境建设法 29, 41 by analogy; practice of the region (domain brief 8).
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.vocabulary import Need, SignerKind
from desktop.documents import template, words
from desktop.documents.blocks import Block, Paragraph, SignatureLine
from desktop.documents.template import Wording

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.party import Party
    from db.models.session import Session

WITNESS = "见证"  # in the capacity of a guest
CHINESE = ("汉语", "普通话", "国家通用语言", "中文", "汉")


def in_need(case: "Case", *needs: Need) -> "list[Party]":
    """The parties that have one of these needs."""
    return [party for party in case.parties if any(need in party.needs for need in needs)]


def foreign(session: "Session | None") -> bool:
    """Whether another language than Chinese was spoken too."""
    spoken = (session.language if session is not None else "").replace("、", " ").replace("，", " ").replace("/", " ").split()
    return any(word not in CHINESE for word in spoken)


def interpreter(session: "Session | None") -> tuple[str, str, str]:
    """Name, unit and identity number of who translated; the unit may stand with the guests at the table."""
    if session is None:
        return "", "", ""
    name = session.interpreter
    sat = next((one for one in session.attendees if one.name == name and name), None)
    return name, session.interpreter_unit or (sat.organisation if sat is not None else ""), session.interpreter_id


def witness(session: "Session | None") -> str:
    """Who saw the reading: as it was entered, else the guest who sat there as a witness."""
    if session is None:
        return ""
    return session.witness or next((one.name for one in session.attendees if one.party_id is None and WITNESS in one.capacity), "")


def closing(case: "Case", session: "Session | None", said: Wording, reads: bool = True) -> list[Block]:
    """The sentences under a paper that somebody signs: read to whom, translated by whom, witnessed by whom; nothing where nobody needs it.

    Without `reads` the paper has a sentence of its own on the reading.
    """
    out: list[Block] = []
    readers = in_need(case, Need.READ_ALOUD)
    if readers and reads:
        out.append(Paragraph(said.say("spoken.read_to", names="、".join(party.name for party in readers))))
    name, unit, number = interpreter(session)
    if in_need(case, Need.SIGN_LANGUAGE):
        out.append(Paragraph(said.say("spoken.signed", name=name or template.LINE)))
    elif name.strip() or in_need(case, Need.INTERPRETER):
        out.append(Paragraph(said.say("spoken.interpreted", name=name or template.LINE, unit=unit, id_number=number)))
    saw = witness(session)
    if saw or readers:
        out.append(Paragraph(said.say("spoken.witnessed", name=saw or template.LINE)))  # who it will be, the hand writes
    return out


def signers(case: "Case", session: "Session | None", said: Wording, known: Iterable[str] = ()) -> list[SignatureLine]:
    """Lines for interpreter and witness, unless their names are `known` as signers already."""
    there = set(known)
    name, saw = interpreter(session)[0], witness(session)
    out = []
    if (name.strip() or in_need(case, Need.INTERPRETER, Need.SIGN_LANGUAGE)) and (not name or name not in there):
        out.append(words.line(said, said.word("signer", SignerKind.INTERPRETER), name, "plain"))
    if (saw or in_need(case, Need.READ_ALOUD)) and (not saw or saw not in there):
        out.append(words.line(said, said.word("signer", SignerKind.WITNESS), saw, "plain"))
    return out
