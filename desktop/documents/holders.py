"""Who gets an original of a paper: the number said in its text, the copies printed and the list of originals come from here alone.

PML 29: each party one and the committee one; a court that is to confirm gets two more (CPCI 354: originals of the agreement). A form of the
file has one original, which stays in it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from db.vocabulary import AgreementForm, ObligationPart, PaperKind, PartyRole
from desktop.documents import parties
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.obligation import Obligation, Performance

FOR_COURT = 2
_ALL_SIDES = (
    PaperKind.RIGHTS_NOTICE, PaperKind.ACCEPTANCE_FORM, PaperKind.RECUSAL_DECISION, PaperKind.END_NOTICE, PaperKind.EXTENSION_CONSENT,
    PaperKind.PERFORMANCE_CERTIFICATE, PaperKind.THIRD_PARTY_DECLARATION,
)  # fmt: skip


class Holder(NamedTuple):
    """One original: who it is for; `party_id` where that is a party."""

    name: str
    party_id: int | None = None


def of_agreement(case: "Case", agreement: "Agreement", setting: Setting, rest: str) -> list[Holder]:
    """Every side, the organisation, and the further copies that were asked for, called `rest`; never fewer than the sides and one.

    An oral agreement has one form, which the organisation keeps.
    """
    own = Holder(setting.organisation.name)
    if agreement.form is AgreementForm.ORAL:
        return [own]
    least = [*_sides(case), own]
    wanted = agreement.copies or len(least) + (FOR_COURT if agreement.confirmation_wanted else 0)
    return least + [Holder(rest)] * max(wanted - len(least), 0)


def of_kind(
    kind: PaperKind,
    case: "Case",
    setting: Setting,
    court: str = "",
    performance: "Performance | None" = None,
    obligation: "Obligation | None" = None,
) -> list[Holder]:
    """The holders of any other paper."""
    own = Holder(setting.organisation.name)
    if kind in _ALL_SIDES:
        return [*_sides(case), own]
    if kind is PaperKind.NON_ACCEPTANCE:
        return [*(one for one in _sides(case, PartyRole.APPLICANT)), own]
    if kind is PaperKind.CONFIRMATION_APPLICATION:
        return [Holder(court), *_sides(case), own]
    if kind is PaperKind.RECEIPT and performance is not None:
        payer = next((party for party in case.parties if party.id == performance.party_id), None)
        return [Holder(payer.name, payer.id) if payer else Holder(performance.payer), own]
    if kind in (PaperKind.PAYMENT_DIRECTION, PaperKind.WAGE_SHEET, PaperKind.DEMAND_LETTER) and obligation is not None:
        return [*_of_obligation(case, obligation, kind), own]
    return [own]


def of_parties(ids: Sequence[int], case: "Case", setting: Setting) -> list[Holder]:
    """These parties, and the office."""
    return [*(Holder(party.name, party.id) for party in case.parties if party.id in ids), Holder(setting.organisation.name)]


def _of_obligation(case: "Case", obligation: "Obligation", kind: PaperKind) -> list[Holder]:
    """A direction is for all whom it names, a list of wages for him who pays."""
    payer = (ObligationPart.DEBTOR, *((ObligationPart.GUARANTOR,) if kind is PaperKind.DEMAND_LETTER else ()))
    parts = (
        payer
        if kind in (PaperKind.WAGE_SHEET, PaperKind.DEMAND_LETTER)
        else (*payer, ObligationPart.CREDITOR, ObligationPart.PAYEE, ObligationPart.PERFORMER)
    )
    ids = {one.party_id for one in obligation.parties if one.part in parts}
    return [Holder(party.name, party.id) for party in case.parties if party.id in ids]


def _sides(case: "Case", *roles: PartyRole) -> list[Holder]:
    return [Holder(party.name, party.id) for party in parties.sides(case) if not roles or party.role in roles]
