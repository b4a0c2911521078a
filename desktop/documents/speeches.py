"""How records tell what was said: speakers and speeches, then who translated, that it was read, and who witnessed the reading."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.vocabulary import PartyRole
from desktop.documents import forms
from desktop.documents.blocks import Block, Dialogue, Paragraph
from desktop.documents.record_blocks import Speech
from desktop.documents.setting import Setting
from desktop.documents.template import Wording
from desktop.domain import speech

if TYPE_CHECKING:
    from db.models.case import Case

MEDIATOR = "调"  # what a clerk types for the mediator


def blocks(case: "Case", text: str, setting: Setting, said: Wording, askers: Sequence[str], lines: int) -> list[Block]:
    """The record's text: a dialogue where somebody speaks in it, else running text; on a blank form so many lines."""
    if not text.strip():
        return forms.prose(setting, text, lines)
    called = {str(party.ordinal): party.name for party in case.parties}
    if askers:
        called[MEDIATOR] = askers[0]
    known = [party.name for party in case.parties] + [said.word("role", role) for role in PartyRole] + [*_signers(said), *askers]
    turns = speech.turns(text, called, known)
    if not any(turn.speaker for turn in turns):
        return forms.prose(setting, text, lines)
    return [Dialogue(tuple(Speech(turn.speaker, turn.text) for turn in turns if turn.speaker or turn.text))]


def closing(said: Wording, interpreter: tuple[str, str, str], read: str, witness: str = "") -> list[Block]:
    """The sentences at the end: what the interpreter says (name, unit, identity number), that it was read, who saw the reading."""
    name, unit, number = interpreter
    out: list[Block] = []
    if name.strip():
        out.append(Paragraph(said.say("spoken.interpreted", name=name, unit=unit, id_number=number)))
    if witness.strip():
        out.append(Paragraph(said.say("spoken.witnessed", name=witness)))
    return [*out, Paragraph(read, keep=True)]


def _signers(said: Wording) -> list[str]:
    return [word for name, word in said.sentences.items() if name.startswith("signer.")]
