"""When an agreement takes effect, read from its signing table (PML 29, 30; SMR 24), and who has still to sign."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from db.vocabulary import AgreementForm, AgreementStatus, MediationType, PartyRole, Regime, SignerKind
from desktop.i18n import N_

if TYPE_CHECKING:
    from db.models.agreement import Agreement, Signing
    from db.models.party import Party

SIDES = (PartyRole.APPLICANT, PartyRole.RESPONDENT, PartyRole.THIRD_PARTY)
_FOR_A_PARTY = {
    SignerKind.PARTY,
    SignerKind.AGENT,
    SignerKind.LEGAL_GUARDIAN,
    SignerKind.LEGAL_REPRESENTATIVE,
    SignerKind.REPRESENTATIVE,
}
PEOPLE = N_("People's Mediation Law, article 29: signatures of the parties, the mediator's signature and the committee's seal")
INVITED = N_("Provisions on invited mediation (法释〔2016〕14号), article 24: signatures of the parties")
ORAL = N_("People's Mediation Law, article 30: an oral agreement takes effect when it is reached")


@dataclass(frozen=True)
class Effect:
    """`on` is None while somebody has still to sign; `earliest` is the first day that could be argued (the parties alone).

    `waiting` names who has still to sign: ids of parties, and the kinds `mediator` and `committee`. `source` is the rule, untranslated.
    """

    on: date | None
    earliest: date | None
    waiting_parties: tuple[int, ...]
    waiting: tuple[SignerKind, ...]
    source: str


def by_law_of_people(mediation_type: MediationType, regime: Regime | None) -> bool:
    """Whether the People's Mediation Law rules the effect: always, unless a court referred the case to an invited body."""
    return regime is None and mediation_type in (MediationType.PEOPLE, MediationType.SECTORAL, MediationType.RURAL_LAND)


def must_sign(parties: "list[Party]") -> "list[Party]":
    """The parties whose signature an agreement needs: every side of the case."""
    return [party for party in parties if party.role in SIDES]


def signed(line: "Signing") -> bool:
    """Whether a line of the signing table counts: a day, and hand, fingerprint or seal."""
    return line.signed_on is not None and (line.by_hand or line.fingerprint or line.seal)


def effect(agreement: "Agreement", parties: "list[Party]", mediation_type: MediationType) -> Effect:
    """The day of effect out of the agreement's form and its signing table (with `signings` loaded).

    An agreement in force keeps the day it was given: one that was settled elsewhere came in with its day and without a signing table.
    """
    if agreement.status is AgreementStatus.SIGNED and agreement.effective_on is not None:
        rule = ORAL if agreement.form is AgreementForm.ORAL else PEOPLE if by_law_of_people(mediation_type, agreement.regime) else INVITED
        return Effect(agreement.effective_on, agreement.earliest_effect_on or agreement.effective_on, (), (), rule)
    if agreement.form is AgreementForm.ORAL:
        return Effect(agreement.day, agreement.day, (), (), ORAL)
    lines = [line for line in agreement.signings if signed(line)]
    days: list[date] = []
    waiting_parties = []
    for party in must_sign(parties):
        own = [line.signed_on for line in lines if line.party_id == party.id and line.signer in _FOR_A_PARTY and line.signed_on]
        if own:
            days.append(min(own))
        else:
            waiting_parties.append(party.id)
    earliest = max(days) if days and not waiting_parties else None
    if not by_law_of_people(mediation_type, agreement.regime):
        return Effect(earliest, earliest, tuple(waiting_parties), (), INVITED)
    waiting = []
    for kind in (SignerKind.MEDIATOR, SignerKind.COMMITTEE):
        own = [line.signed_on for line in lines if line.signer is kind and line.signed_on]
        if own:
            days.append(min(own))
        else:
            waiting.append(kind)
    on = max(days) if days and not waiting_parties and not waiting else None
    return Effect(on, earliest, tuple(waiting_parties), tuple(waiting), PEOPLE)
