"""The sides of a suit: who applied for mediation is the plaintiff there, who is applied against the defendant."""

import dataclasses
from collections.abc import Mapping

from db.vocabulary import PartyRole
from desktop.documents.template import Wording

PLAINTIFFS = {PartyRole.APPLICANT: "原告", PartyRole.RESPONDENT: "被告", PartyRole.THIRD_PARTY: "第三人"}


def as_plaintiffs(said: Wording) -> Wording:
    """The shared words, in which the sides are called as in a suit."""
    return called(said, PLAINTIFFS)


def called(said: Wording, names: Mapping[PartyRole, str]) -> Wording:
    """The shared words with other names for the sides."""
    return dataclasses.replace(said, sentences={**said.sentences, **{f"role.{role}": name for role, name in names.items()}})
