"""The expected no: a sentence that says what is wrong, where, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing wrong with one field; `field` is a dotted path such as `parties.0.id_number` ('' = the whole)."""

    field: str
    sentence: str


class Refusal(Exception):
    """A rule, a form, a permission or trouble outside says no; shown beside the field, never a traceback.

    `str(refusal)` is the sentence. `faults` holds every fault where several fields are wrong at once;
    `code` is a stable word for programs (for example `stale`, `wrong_password`, `not_allowed`).
    """

    def __init__(self, sentence: str, field: str = "", code: str = "", faults: Iterable[Fault] = ()) -> None:
        self.faults = tuple(faults) or (Fault(field, sentence),)
        self.field = field or self.faults[0].field
        self.sentence = sentence
        self.code = code
        super().__init__(sentence)

    @classmethod
    def of(cls, faults: Iterable[Fault]) -> "Refusal":
        """One refusal out of several faults; its sentence is the first fault's, with its field named by the caller's words."""
        faults = tuple(faults)
        return cls(faults[0].sentence, faults[0].field, "fields", faults)
