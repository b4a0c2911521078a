"""Signs that courts have seen in sham agreements; declared groups and series are left out among themselves (SMR 18; OMR 23).

A sign is no proof: it asks the mediator to look. Within a family kin is natural, so the sign is not given there.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from db.vocabulary import ObligationKind, ObligationPart, ObligationTiming, PartyKind, PartyRole
from desktop.domain import law, texts
from desktop.domain.check.finding import Checked, Earlier, Finding, texts_of
from desktop.domain.check.kinds import found
from desktop.domain.check.owing import agreed_fen, parts_of
from desktop.domain.effect import SIDES
from desktop.domain.refusal import Refusal
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.party import Party

_KIN = (
    "夫",
    "妻",
    "父",
    "母",
    "子",
    "女",
    "兄",
    "弟",
    "姐",
    "妹",
    "岳",
    "婿",
    "媳",
    "姻",
    "亲属",
    "亲家",
    "叔",
    "舅",
    "姑",
    "姨",
    "表",
    "堂",
)
_MANY_LIVE = ("组", "队", "社", "嘎查", "村", "小区", "路", "街")  # an address that ends so is that of many neighbours
_LEAST_HASTE = 10_000_000  # fen: below, a quick settlement is a good one
_LONG_ENOUGH = 60  # signs: shorter texts look alike by nature
_PIECE = 5


def key_of(number: str, name: str) -> str:
    """What tells a person or body from others: its number or code, else its name."""
    return texts.squeezed(number or "").upper() or texts.name_key(name)


def key(party: "Party") -> str:
    """The same of a party."""
    return key_of(party.id_number or party.uscc or "", party.name)


def _apart(now: Checked) -> list[Earlier]:
    """The other cases, without those of the same series and those split from one another."""
    mine = now.case
    return [
        one
        for one in now.known.earlier
        if not (mine.series_key and one.series_key == mine.series_key)
        and one.split_from_id != mine.id
        and mine.split_from_id not in (one.case_id, *((one.split_from_id,) if one.split_from_id is not None else ()))
    ]


def _of(now: Checked, role: PartyRole) -> set[str]:
    return {key(party) for party in now.case.parties if party.role is role}


def same_pair(now: Checked) -> Iterator[Finding]:
    """The same two again."""
    mine = (_of(now, PartyRole.APPLICANT), _of(now, PartyRole.RESPONDENT))
    least = int(_number(now, "check.same_pair", Decimal(2)))
    again = []
    for one in _apart(now):
        theirs = tuple({who for role, who in one.sides if role == side} for side in ("applicant", "respondent"))
        if (mine[0] & theirs[0] and mine[1] & theirs[1]) or (mine[0] & theirs[1] and mine[1] & theirs[0]):
            again.append(one.number)
    if len(again) >= least - 1 and again:
        sentence = _("The same parties have had {n} other disputes here: {numbers}.")
        yield found("sham_same_pair", "parties", sentence.format(n=len(again), numbers="、".join(again[:5])))


def cloned(now: Checked) -> Iterator[Finding]:
    """An agreement whose story is nearly that of another case, among other people: a body tells its many cases in the same words."""
    mine = _story(now.agreement.facts)
    if len(mine) < _LONG_ENOUGH:
        return
    most = _number(now, "check.cloned", Decimal(90)) / 100
    own = _of(now, PartyRole.APPLICANT)
    bodies = {key(party) for party in now.case.parties if party.kind is PartyKind.COMPANY}
    for one in _apart(now):
        if {who for role, who in one.sides if role == "applicant"} & own & bodies:
            continue
        if _alike(mine, _story(one.text)) >= most:
            sentence = _("The facts are nearly word for word those of {number}.").format(number=one.number)
            yield found("sham_cloned", "facts", sentence)
            return


def _story(text: str) -> str:
    """The words of a story without days and sums: what clones have in common."""
    plain = texts.squeezed(text)
    return "".join(sign for sign in plain if not sign.isdigit() and sign not in ".,，。：:；;、（）()")[:4000]


def _alike(one: str, other: str) -> Decimal:
    """How much of the longer text stands in the other, by pieces of five signs: 0 to 1."""
    pieces = [{text[n : n + _PIECE] for n in range(len(text) - _PIECE + 1)} for text in (one, other)]
    most = max(len(pieces[0]), len(pieces[1]))
    return Decimal(len(pieces[0] & pieces[1])) / most if most else Decimal(0)


def kin(now: Checked) -> Iterator[Finding]:
    """People of the two sides who are kin, or live at one address, or answer one telephone."""
    if now.case.category == "family" or "继承" in now.case.cause or "婚" in now.case.cause:
        return
    applicants = [party for party in now.case.parties if party.role is PartyRole.APPLICANT]
    respondents = [party for party in now.case.parties if party.role is PartyRole.RESPONDENT]
    for one in applicants:
        for other in respondents:
            shared = _shared(one, other)
            if shared:
                sentence = _("{one} and {other} have the same {what}: are they near to each other?")
                yield found("sham_kin", "parties", sentence.format(one=one.name, other=other.name, what=shared))
                return
    sides = {party.id: party.role for party in now.case.parties if party.role in SIDES}
    for party in now.case.parties:
        for tie in party.ties or ():
            opposite = party.role in SIDES and tie.for_party_id in sides and sides[tie.for_party_id] is not party.role
            if opposite and any(word in (tie.relation or "").replace("代表", "") for word in _KIN):
                sentence = _("{name} is near kin of the other side ({relation}).").format(name=party.name, relation=tie.relation)
                yield found("sham_kin", "parties", sentence)
                return


def _shared(one: "Party", other: "Party") -> str:
    def same(a: str, b: str) -> bool:
        return len(texts.squeezed(a)) > 6 and texts.squeezed(a) == texts.squeezed(b)

    if same(one.phone or "", other.phone or ""):
        return _("telephone number")
    if same(one.account_number or "", other.account_number or ""):
        return _("account")
    addresses = [(a.usual_residence or a.business_address or "") for a in (one, other)]
    if same(*addresses) and any(sign.isdigit() for sign in addresses[0]) and not addresses[0].rstrip().endswith(_MANY_LIVE):
        return _("address")
    if one.legal_representative and texts.name_key(one.legal_representative) in (
        texts.name_key(other.name),
        texts.name_key(other.legal_representative or "-"),
    ):
        return _("person in charge")
    return ""


def same_lawyer(now: Checked) -> Iterator[Finding]:
    """An agent who has served the other side before."""
    mine = {
        (key(party), key(side))
        for party in now.case.parties
        for tie in party.ties or ()
        if tie.role is PartyRole.AGENT
        for side in now.case.parties
        if side.id == tie.for_party_id
    }
    sides = {role: _of(now, role) for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT)}
    for agent, served in sorted(mine):
        opposite = sides[PartyRole.RESPONDENT] if served in sides[PartyRole.APPLICANT] else sides[PartyRole.APPLICANT]
        for one in _apart(now):
            if any(helper == agent and whom in opposite for helper, whom in one.helpers):
                name = next(party.name for party in now.case.parties if key(party) == agent)
                sentence = _("{name}, agent of one side, served the other side in {number}.").format(name=name, number=one.number)
                yield found("sham_same_lawyer", "parties", sentence)
                return


def haste(now: Checked) -> Iterator[Finding]:
    """A large sum that was asked for, agreed and is to be confirmed on one day."""
    amount = agreed_fen(now) or 0
    same = now.agreement.day is not None and now.agreement.day == now.case.received_on
    if same and now.agreement.confirmation_wanted and amount >= _LEAST_HASTE and not now.case.series_key:
        sentence = _("Asked for, agreed and to be confirmed on one day, about a large sum: was the dispute looked into?")
        yield found("sham_haste", "day", sentence)


def money_back(now: Checked) -> Iterator[Finding]:
    """Money that flows back: by the words of the facts, or by two obligations that undo each other."""
    for place, text in texts_of(now):
        hits = now.known.book.sign("money_back", text)
        if hits:
            sentence = _("“{text}”: did the money flow back, or is the agreement for something else?").format(text=hits[0])
            yield found("sham_money_back", place, sentence)
            return
    known = [one for one in now.agreement.obligations if one.kind is ObligationKind.MONEY and one.amount_fen]
    for n, one in enumerate(known):
        for other in known[n + 1 :]:
            turned = set(parts_of(one, ObligationPart.DEBTOR)) == set(parts_of(other, ObligationPart.CREDITOR)) and set(
                parts_of(one, ObligationPart.CREDITOR)
            ) == set(parts_of(other, ObligationPart.DEBTOR))
            if turned and one.amount_fen == other.amount_fen:
                sentence = _("Obligations {a} and {b} are the same sum in both directions.").format(a=one.ordinal, b=other.ordinal)
                yield found("sham_money_back", f"obligations.{other.ordinal - 1}.amount", sentence)
                return


def enforcement(now: Checked) -> Iterator[Finding]:
    """A debtor against whom others enforce: the agreement could be made to share in his property."""
    for place, text in [*texts_of(now), ("summary", now.case.summary or "")]:
        hits = now.known.book.sign("enforcement_pending", text)
        if hits:
            sentence = _("“{text}”: is enforcement pending against a debtor? Others could be harmed.").format(text=hits[0])
            yield found("sham_enforcement", place, sentence)
            return
    debtors = _of(now, PartyRole.RESPONDENT)
    for one in _apart(now):
        if one.defaulted and debtors & {who for role, who in one.sides if role == "respondent"}:
            sentence = _("A debtor has not performed an agreement here already: {number}.").format(number=one.number)
            yield found("sham_enforcement", "parties", sentence)
            return


def standing(now: Checked) -> Iterator[Finding]:
    """Nothing left to perform; a party in insolvency."""
    one = now.agreement
    if one.confirmation_wanted and one.obligations and all(part.timing is ObligationTiming.AT_ONCE for part in one.obligations):
        sentence = _("Everything is performed at signing: there is nothing left for a court to confirm.")
        yield found("performed", "confirmation_wanted", sentence)
    for place, text in texts_of(now):
        hits = now.known.book.sign("performed", text)
        if hits and one.confirmation_wanted and place.split(".")[0] in ("facts", "clauses"):
            sentence = _("“{text}”: what is performed already needs no confirmation.").format(text=hits[0])
            yield found("performed", place, sentence)
            break
    for place, text in [*texts_of(now), ("summary", now.case.summary or "")]:
        hits = now.known.book.sign("insolvent", text)
        if hits:
            sentence = _("“{text}”: is a party insolvent or being wound up? Then single debts are not paid by agreement.").format(
                text=hits[0]
            )
            yield found("insolvent", place, sentence)
            break


def _number(now: Checked, name: str, otherwise: Decimal) -> Decimal:
    try:
        return law.value_on(now.known.values, name, now.day).number
    except Refusal:
        return otherwise


RULES = (same_pair, cloned, kin, same_lawyer, haste, money_back, enforcement, standing)
