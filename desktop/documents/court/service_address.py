"""Confirmation of the address for service 送达地址确认书, one a party: paper and electronic channels (法发〔2017〕19号; CPC 90; forms 3.1).

The old sentence that judgments are not served electronically is not printed: CPC 90 allows them with consent, paper on request.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.documents import forms, parties, template, words
from desktop.documents.blocks import Align, Block, Cell, Fields, FormRow, Notice, Number, Paper, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.party import Party

KIND = "service_address"
CHANNELS = ("phone", "fax", "email", "wechat", "platform", "other")
DECLARED: template.Declared = {
    "title": (),
    "number": ("number", "cause"),
    "told.*": (),
    "label.*": (),
    "channel.*": (),
    "word.*": (),
    "channels": ("boxes", "accounts"),
    "e_service": ("yes", "no"),
    "confirm": (),
    "notice": (),
}


def paper(case: "Case", party: "Party", setting: Setting, given: Mapping[str, Any]) -> Paper:
    """The sheet of a party; what was not asked extra comes from the register, and what nobody knows is left open until it was asked."""
    wording = words.of(setting, KIND, DECLARED)
    said, say = words.shared(setting), wording.say
    number = heads.court_number(case) or heads.number(case)
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number, cause=case.cause), Align.LEFT)]
    told = "\n".join(say(f"told.{name}") for name in ("true", "scope", "change", "returned", "electronic"))
    wide = len(forms.GRID)
    rows = [FormRow((Cell(say("label.told"), forms.LABEL, True), Cell(told, wide - forms.LABEL)))]
    rows.append(heads.row(wording, ("party", f"{said.word('role', party.role)}：{party.name}", 20)))
    receiver = given.get("receiver") or party.name
    own = "" if given.get("receiver") or setting.hand else say("word.own")
    rows.append(heads.row(wording, ("receiver", receiver, 8), ("relation", given.get("relation") or own, 8)))
    rows.append(
        heads.row(wording, ("paper", "" if setting.hand else _paper(party, given, wording), 8), ("id_number", _id_number(party, given), 8))
    )
    nothing = "" if given else None  # ／ says that it was asked
    address = given.get("address") or parties.address(party)
    rows.append(heads.row(wording, ("address", address or nothing, 20)))
    postcode, phone = given.get("postcode") or party.postcode or nothing, given.get("phone") or party.phone or nothing
    rows.append(heads.row(wording, ("postcode", postcode, 8), ("phone", phone, 8)))
    agrees = given.get("e_service") if given.get("e_service") is not None else party.e_service
    marks = ("■" if agrees else "□", "■" if agrees is False else "□")
    rows.append(heads.row(wording, ("e_service", say("e_service", yes=marks[0], no=marks[1]), 20)))
    boxes = heads.boxes([(code, wording.word("channel", code)) for code in CHANNELS], _channels(party, given) if agrees else set())
    accounts = "；".join(_accounts(party, given, wording)) if agrees else ""
    rows.append(heads.row(wording, ("channels", say("channels", boxes=boxes, accounts=accounts), 20)))
    rows.append(heads.row(wording, ("other", given.get("other") or party.other_phone or nothing, 20)))
    rows.append(heads.row(wording, ("confirm", say("confirm"), 20)))
    rows.append(heads.row(wording, ("sign", None, 8), ("day", heads.day(given.get("day")) or say("word.day"), 8), height=forms.SIGN))
    rows.append(heads.row(wording, ("remark", given.get("remark") or nothing, 8), ("taken_by", given.get("taken_by") or None, 8)))
    blocks += [Fields(tuple(rows), forms.GRID), Notice(say("notice"))]
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="form")


def _paper(party: "Party", given: Mapping[str, Any], wording: template.Wording) -> str:
    if given.get("id_number") or given.get("receiver"):
        return given.get("id_name") or ""
    return wording.say("word.licence") if party.uscc and not party.id_number else heads.paper_name(party.id_kind)


def _id_number(party: "Party", given: Mapping[str, Any]) -> str:
    if given.get("id_number") or given.get("receiver"):
        return given.get("id_number") or ""
    return party.id_number or party.uscc


def _channels(party: "Party", given: Mapping[str, Any]) -> set[str]:
    """The channels that were named; else those for which the register has an account."""
    if given.get("channels"):
        return set(given["channels"])
    known = {"phone": party.phone, "email": party.email, "wechat": party.wechat}
    return {code for code, account in known.items() if account}


def _accounts(party: "Party", given: Mapping[str, Any], wording: template.Wording) -> list[str]:
    accounts = {
        "phone": given.get("phone") or party.phone,
        "fax": given.get("fax"),
        "email": given.get("email") or party.email,
        "wechat": given.get("wechat") or party.wechat,
        "platform": given.get("platform"),
    }
    named = _channels(party, given)
    return [f"{wording.word('channel', code)}：{account}" for code, account in accounts.items() if account and code in named]
