"""How the sheet of a new dispute is laid out: what every party needs first, what is rarer, for each kind of party."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop.domain.fields import Field
from desktop.domain.inputs.case import MATTER, ORIGIN, REFERRAL
from desktop.domain.inputs.party import PARTY
from desktop.domain.inputs.settled import SETTLED
from desktop.i18n import N_

_BY_KEY = {field.key: field for field in PARTY}

_SHORT = {"business_address": N_("Seat")}  # as short as the form of the court calls it

Groups = tuple[tuple[str, tuple[Field, ...]], ...]
"""(title, fields) of what is folded away until it is asked for."""


@dataclass(frozen=True)
class Layout:
    """One part of the sheet: the fields that are always there, and the folded groups."""

    basics: tuple[Field, ...]
    more: Groups = ()

    def names(self) -> list[str]:
        """Every field of this part."""
        return [field.key for field in (*self.basics, *(field for _title, fields in self.more for field in fields))]


def plain(field: Field) -> Field:
    """The field as it is drawn here: no example in the empty line (it reads like a value), several lines where each line is an entry."""
    kind = "long_text" if field.kind == "texts" else field.kind
    return replace(field, kind=kind, example="", rows=tuple(plain(one) for one in field.rows))


def _pick(fields: Sequence[Field], *keys: str) -> tuple[Field, ...]:
    known = {field.key: field for field in fields}
    return tuple(plain(known[key]) for key in keys)


def _party(*keys: str) -> tuple[Field, ...]:
    return tuple(replace(plain(_BY_KEY[key]), label=_SHORT.get(key, _BY_KEY[key].label)) for key in keys)


def _members(*columns: str) -> Field:
    members = _BY_KEY["members"]
    return replace(members, rows=_pick(members.rows, *columns))


_WILLING = (N_("Willing to mediate first"), _party("willingness"))
_CONTACT = (N_("Contact and service"), _party("other_phone", "email", "wechat", "postcode", "service_address", "e_service"))
_ACCOUNT = (N_("Account"), _party("account_name", "bank_name", "account_number"))

PARTIES: dict[str, Layout] = {
    "person": Layout(
        _party(
            "role", "kind", "id_number", "name", "sex", "birth_date", "ethnic_group", "phone", "usual_residence", "registered_residence"
        ),
        (
            (
                N_("Identity"),
                _party("id_kind", "occupation", "employer", "post", "other_names", "name_mongolian", "name_latin", "language"),
            ),
            _CONTACT,
            _ACCOUNT,
            (N_("Agents"), _party("capacity", "guardians", "agents")),
            _WILLING,
        ),
    ),
    "company": Layout(
        _party("role", "kind", "uscc", "name", "legal_representative", "legal_representative_post", "phone", "business_address"),
        (
            (
                N_("Identity"),
                _party(
                    "trade_name", "registered_address", "company_type", "ownership", "legal_representative_id", "legal_representative_phone"
                ),
            ),
            _CONTACT,
            _ACCOUNT,
            (N_("Agents"), _party("capacity", "agents")),
            _WILLING,
        ),
    ),
    "household": Layout(
        (
            *_party("role", "kind", "name", "phone", "usual_residence", "registered_residence"),
            _members("name", "id_number", "relation", "phone", "represents", "paper"),
        ),
        (_CONTACT, _ACCOUNT, (N_("Agents"), _party("capacity", "agents")), _WILLING),
    ),
    "group": Layout(
        (
            *_party("role", "kind", "name", "phone"),
            _members("name", "id_number", "phone", "amount", "represents", "paper", "account_name", "bank_name", "account_number"),
        ),
        (_CONTACT, (N_("Agents"), _party("capacity", "agents")), _WILLING),
    ),
}

ORIGIN_LAYOUT = Layout(
    _pick(ORIGIN, "received_on", "source"),
    ((N_("More on how it came"), _pick(ORIGIN, "mediation_type", "source_note")),),
)
REFERRAL_LAYOUT = Layout(
    _pick(REFERRAL, "court", "court_number", "received_on", "slip_signed_on"),
    ((N_("More on the referral"), _pick(REFERRAL, "regime", "procedure", "handed_by")),),
)
REFERRAL_OTHER = _pick(REFERRAL, "body", "received_on")
"""A referral by another body than a court."""


_OWED = next(one for one in SETTLED if one.key == "obligations")
SETTLED_LAYOUT = Layout(
    _pick(SETTLED, "form", "agreed_on", "mediator", "amount", "way", "performed", "performed_on", "due_on", "clauses"),
    (
        (N_("Settled by whom and where"), _pick(SETTLED, "organisation", "accepted_on", "place", "paper_number", "facts")),
        (
            N_("Several obligations"),
            (
                replace(
                    plain(_OWED),
                    rows=_pick(
                        _OWED.rows, "kind", "debtors", "creditors", "subject", "amount", "quantity", "unit", "timing", "due_on", "way"
                    ),
                ),
            ),
        ),
    ),
)
"""The second sheet, for a dispute that was settled by word of mouth or elsewhere."""


def matter(category: Field, causes: Sequence[str]) -> Layout:
    """What it is about; the cause is chosen from a list (`causes`), the category from those of the program."""
    cause = next(field for field in MATTER if field.key == "cause")
    chosen = Field("cause", "choice", cause.label, choices=tuple(causes)) if causes else cause
    return Layout(
        (category, chosen, *_pick(MATTER, "claim", "happened_on", "summary", "claims")),
        (
            (
                N_("More on the dispute"),
                _pick(
                    MATTER,
                    "place",
                    "region_code",
                    "people_count",
                    "severity",
                    "difficult",
                    "mongolian",
                    "platform_number",
                    "arbitration_clause",
                ),
            ),
        ),
    )


def is_empty(value: Any) -> bool:
    """Whether nothing was typed here, however deep."""
    if isinstance(value, Mapping):
        return all(is_empty(one) for one in value.values())
    if isinstance(value, list | tuple):
        return all(is_empty(one) for one in value)
    return value is None or value == ""


def said(party: Mapping[str, Any]) -> bool:
    """Whether a party says more than its side and kind."""
    return not is_empty({key: value for key, value in party.items() if key not in ("role", "kind")})
