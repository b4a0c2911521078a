"""What a platform asks of a case, value by value, in plain text that is typed or pasted there."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.paper_sheet import PaperSheet
from db.vocabulary import AssignmentRole, PaperKind, PartyKind, PartyRole
from desktop import assets
from desktop.documents import agreement, case_row, parties, progress, words
from desktop.documents.blocks import Clauses, Paper
from desktop.documents.court import copy_sheet, heads, referral_report
from desktop.documents.setting import Setting
from desktop.domain import balance, money, platforms
from desktop.domain.inputs.evidence import KINDS as EVIDENCE_KINDS
from desktop.domain.platforms import Line, Platform, as_text
from desktop.domain.refusal import Refusal
from desktop.i18n import _

ROOM = "platforms"
FIRST = "court"


class Copy(NamedTuple):
    """A copy sheet: its platform, its lines, and the places that are ticked and still say what was entered.

    `changed` has what was entered at places that say something else since; `gone` what was entered at places that are no more.
    """

    platform: Platform
    lines: list[Line]
    ticked: set[str]
    changed: dict[str, str]
    gone: dict[str, str]


@cache
def all_platforms() -> dict[str, Platform]:
    """Every platform of `resources/platforms/`, the court's first."""
    found = [platforms.platform_from(assets.toml(ROOM, file.name)) for file in sorted(assets.path(ROOM).glob("*.toml"))]
    return {one.key: one for one in sorted(found, key=lambda one: one.key != FIRST)}


def platform(key: str) -> Platform:
    """The platform of a key; Refusal listing them."""
    known = all_platforms()
    if (key or FIRST) not in known:
        told = "、".join(f"{one.key}（{one.name}）" for one in known.values())
        raise Refusal(_("There is no platform “{key}”; there are: {keys}.").format(key=key[:40], keys=told), "platform")
    return known[key or FIRST]


def copy(case: Case, setting: Setting, asked: Platform, day: date) -> Copy:
    """Every field of a platform with its text as of a day, and which are ticked."""
    lines = platforms.lines(asked, values(case, setting, day), rows(case, setting))
    before = kept(case, asked.key)
    entered: Mapping[str, str] = before.values.get("entered", {}) if before is not None else {}
    texts = {line.place: line.text for line in lines}
    ticked = {place for place, text in texts.items() if entered.get(place) == text}
    changed = {place: entered[place] for place in texts if place in entered and place not in ticked}
    return Copy(asked, lines, ticked, changed, {place: text for place, text in entered.items() if place not in texts})


def paper(case: Case, setting: Setting, day: date, key: str = "") -> Paper:
    """The copy sheet on paper, as of a day."""
    made = copy(case, setting, platform(key), day)
    return copy_sheet.paper(case, setting, made.platform.name, made.platform.source, made.lines, made.ticked)


def kept(case: Case, key: str) -> PaperSheet | None:
    """The row that holds what was entered on a platform."""
    return next((one for one in case.paper_sheets if one.kind is PaperKind.COPY_SHEET and one.values.get("platform") == key), None)


def values(case: Case, setting: Setting, day: date) -> dict[str, str]:
    """What there is once in a case."""
    said = words.shared(setting)
    report = words.of(setting, referral_report.KIND, referral_report.DECLARED)
    listed = words.of(setting, "rows", case_row.DECLARED)
    ended = next((one for one in reversed(case.outcomes) if not one.undone), None)
    agreed = balance.in_force(case)
    lead = next((one for one in case.assignments if one.ended_on is None and one.role is AssignmentRole.LEAD_MEDIATOR), None)
    mediator = setting.mediators.get(lead.mediator_id) if lead is not None else None
    last = case.sessions[-1] if case.sessions else None
    fen = sum(part.amount_fen or 0 for one in agreed for part in one.obligations)
    return {
        "number": case.number or case.entry_number,
        "court": heads.referrer(case, setting),
        "court_number": heads.court_number(case),
        "platform_number": case.platform_number,
        "organisation": setting.organisation.name,
        "mediators": heads.mediators(case, setting),
        "mediator_phone": mediator.phone if mediator is not None else "",
        "cause": case.cause,
        "moj_type": case.moj_type,
        "source": listed.word("source", case.source),
        "received_on": as_text(case.received_on),
        "accepted_on": as_text(case.accepted_on),
        "happened_on": as_text(case.happened_on),
        "place": case.place,
        "people_count": as_text(case.people_count),
        "mongolian": as_text(case.mongolian),
        "difficult": as_text(case.difficult),
        "severity": case.severity,
        "claim": plain_sum(case.claim_fen),
        "claims": "\n".join(case.claims),
        "summary": case.summary,
        "outcome": report.word("outcome", ended.code) if ended is not None else "",
        "concluded_on": as_text(ended.concluded_on if ended is not None else None),
        "reason": ended.reason if ended is not None else "",
        "agreement_number": "、".join(one.number for one in agreed if one.number),
        "agreed_on": as_text(agreed[-1].day if agreed else None),
        "agreement_form": listed.word("form", agreed[-1].form) if agreed else "",
        "agreed": plain_sum(fen) if fen else "",
        "clauses": "\n".join(line for one in agreed for line in _clauses(case, one, setting)),
        "performance": "\n".join(progress.lines(said, case, day)),
        "undisputed": "\n".join(fact for one in case.undisputed for fact in one.facts),
        "last_session": as_text(last.day if last is not None else None),
        "last_place": last.place if last is not None else "",
    }


def _clauses(case: Case, standing: Agreement, setting: Setting) -> list[str]:
    """The clauses as the agreement has them."""
    made = agreement.paper(case, standing, setting)
    return [line for block in made.blocks if isinstance(block, Clauses) for line in block.numbered()]


def rows(case: Case, setting: Setting) -> dict[str, list[dict[str, str]]]:
    """What there is several times: parties, agents, accounts, materials."""
    said = words.shared(setting)
    sides = parties.sides(case)
    agents = [(party, helper, tie) for party in sides for helper, tie in parties.helpers(case, party) if tie.role is PartyRole.AGENT]
    kinds = {code: _(label) for code, label in EVIDENCE_KINDS}
    names = {party.id: party.name for party in case.parties}
    return {
        "parties": [
            {
                "n": str(n),
                "name": one.name,
                "role": said.word("role", one.role),
                "kind": "自然人" if one.kind is PartyKind.PERSON else "法人、非法人组织" if one.kind is PartyKind.COMPANY else "多人",
                "sex": said.word("sex", one.sex),
                "birth_date": as_text(one.birth_date),
                "ethnic_group": parties.ethnic_group(one.ethnic_group),
                "id_kind": heads.paper_name(one.id_kind) if one.id_number else "统一社会信用代码" if one.uscc else "",
                "id_number": one.id_number or one.uscc,
                "legal_representative": one.legal_representative,
                "legal_representative_post": one.legal_representative_post,
                "phone": one.phone,
                "residence": one.usual_residence or one.business_address or one.registered_residence,
                "registered_residence": one.registered_residence,
                "email": one.email,
                "e_service": as_text(one.e_service),
                "occupation": one.occupation,
                "postcode": one.postcode,
            }
            for n, one in enumerate(sides, 1)
        ],
        "agents": [
            {
                "principal": party.name,
                "name": helper.name,
                "employer": helper.employer,
                "id_kind": heads.paper_name(helper.id_kind) if helper.id_number else "",
                "id_number": helper.id_number,
                "phone": helper.phone,
                "level": said.word("authority", tie.authority_level),
                "email": helper.email,
            }
            for party, helper, tie in agents
        ],
        "accounts": [
            {"name": one.name, "account_name": one.account_name, "bank_name": one.bank_name, "account_number": one.account_number}
            for one in sides
            if one.account_number
        ],
        "materials": [
            {"n": str(n), "provider": names.get(one.party_id or 0, ""), "kind": kinds.get(one.kind, ""), "name": one.name}
            for n, one in enumerate(case.evidence, 1)
        ],
    }


def plain_sum(fen: int | None) -> str:
    """A sum in yuan as programs read it."""
    return "" if fen is None else money.yuan(fen)
