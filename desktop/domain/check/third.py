"""People who are not at the table: an insurer who is to pay, others with a right in what is disposed of (CPCI 358(2), 372)."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from db.vocabulary import ObligationKind, ObligationPart
from desktop.domain import texts
from desktop.domain.check.finding import Checked, Finding, agreed_texts
from desktop.domain.check.kinds import found
from desktop.domain.check.things import is_livestock
from desktop.domain.effect import SIDES
from desktop.domain.inputs.agreement import THIRD
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.party import Party

_INSURERS = ("保险", "财险", "人寿")
_PAYS = ("赔", "支付", "赔付", "赔偿", "给付", "承担", "理赔")
_CLAIMS_FROM = re.compile(r"向[^,，。;；]{0,14}(?:保险公司|保险人|承保)[^,，。;；]{0,8}(?:理赔|索赔|报案|申请|主张|请求|投保)")
_DUTIES = ("支付", "承担", "负责", "交付", "赔偿", "偿还", "归还", "保证", "担保", "作保", "腾退", "还清", "代还")
_STRANGER = (
    re.compile(
        r"由(?:案外人|其亲属|其朋友)?(?P<who>[一-鿿]{2,3}?)(?:负责|代为|代|先行|出面)?(?:偿还|清偿|归还|还清|支付|付清|承担|给付|赔偿|交付|腾退|拆除|清运|修复)"
    ),
    re.compile(
        r"(?:^|[,，。;；、]|案外人|由)(?P<who>[一-鿿]{2,3}?)(?:自愿|愿意|愿|同意)?(?:为[^,，。;；]{0,14})?"
        r"(?:作保|(?:提供|作|做|承担)[^,，。;；]{0,8}(?:担保|保证|保人)|担保还款|担保偿还)"
    ),
)
# words of the law that stand where a name could: parties, bodies that pay by themselves, and what is no person
_NO_NAME = re.compile(
    r"[方双各自均都其此该本谁人们并须需应由家子女父母]|法院|公司|医院|委员|嘎查|政府|单位|工地|保险|物业|银行|以上|上述|前述|剩余|部分|费用|责任|提供|承担|共同|连带|不足|逾期|一次|全部|分别|直接|按照|自愿"
)
_REST = ("不足部分", "不足的部分", "未支付", "未赔付", "少付", "差额", "未予赔付", "拒赔")


def insurers(now: Checked) -> Iterator[Finding]:
    """An insurer that is to pay signs, or the text says what remains if it pays less."""
    at_table = [party for party in now.case.parties if party.role in SIDES and any(word in party.name for word in _INSURERS)]
    if at_table:
        return
    whole = "".join(text for _place, text in agreed_texts(now))
    for place, text in agreed_texts(now):
        hits = now.known.book.sign("insurer", text)
        pays = bool(hits) and (hits[0].startswith("由") or any(word in text for word in _PAYS)) and not _CLAIMS_FROM.search(text)
        if pays and not any(word in whole for word in _REST):
            sentence = _("“{text}” is to pay and is not at the table: let it sign, or say what remains if it pays less.")
            yield found("insurer_absent", place, sentence.format(text=hits[0]))
            return


def unasked(now: Checked) -> Iterator[Finding]:
    """Whose rights are to be asked for by what is disposed of, and nobody has written the answer."""
    answers = {str(one.get("kind", "")) for one in now.agreement.third_parties or ()}
    labels = dict(THIRD)
    asked: dict[str, str] = {}
    for entry in now.known.book.third:
        if entry.hits(_disposed(now, entry.also)) or (_animals(now) and "牲畜" in entry.words):
            for kind in entry.ask:
                asked.setdefault(kind, entry.told)
    if any(one.part is ObligationPart.GUARANTOR for part in now.agreement.obligations for one in part.parties):
        asked.pop("guarantor", None)
    if any("保险" in party.name for party in now.case.parties if party.role in SIDES):
        asked.pop("insurer", None)
    open_now = [kind for kind in asked if kind not in answers and kind in labels]
    if open_now:
        names = "、".join(_(labels[kind]) for kind in open_now)
        things = "、".join(dict.fromkeys(asked[kind] for kind in open_now))
        sentence = _("{things}: has it been asked whether there is a {names}? Write the answer; the parties declare it.")
        yield found("third_unasked", "third_parties", sentence.format(things=things, names=names))


def _disposed(now: Checked, also: tuple[str, ...]) -> str:
    """What an entry looks at: acts, deliveries and the clauses that somebody wrote, and what it names besides."""
    # a clause of the library names houses and pastures without disposing of them
    taken = {str(origin.get("generated", "")) for origin in now.agreement.origins or ()}
    told = [
        f"{one.subject}{one.own_text or ''}{(one.details or {}).get('text', '')}"
        for one in now.agreement.obligations
        if one.kind is not ObligationKind.MONEY or "money" in also
    ]
    told += [clause for clause in now.agreement.clauses if clause not in taken]
    told += [now.case.cause] if "cause" in also else []
    told += [now.agreement.facts] if "facts" in also else []
    return "。".join(told)


def _animals(now: Checked) -> bool:
    return any(one.kind is ObligationKind.IN_KIND and is_livestock(one) for one in now.agreement.obligations)


def undeclared(now: Checked) -> Iterator[Finding]:
    """Who has a right in it by the answers, and has neither signed nor declared."""
    labels = dict(THIRD)
    signing = _signing(now)
    for n, one in enumerate(now.agreement.third_parties or ()):
        name = str(one.get("name", "")).strip()
        if one.get("exists") and not one.get("declared_on") and texts.name_key(name) not in signing:
            sentence = _("{name} ({who}) has a right in it and has neither signed nor declared: let the declaration be signed.")
            said = sentence.format(name=name or "?", who=_(labels.get(str(one.get("kind")), "Other")))
            yield found("third_undeclared", f"third_parties.{n}.declared_on", said)


def named(now: Checked) -> Iterator[Finding]:
    """Heirs and givers of security whom the facts of the case name, who are not at the table and of whom nothing is written."""
    facts = now.case.facts or {}
    known = _signing(now) | {texts.name_key(str(one.get("name", ""))) for one in now.agreement.third_parties or ()}
    told = [("heir", str(row.get("name", ""))) for row in _rows(facts, "heirs") if not row.get("renounces")]
    told += [("guarantor", str(row.get("who", ""))) for row in _rows(facts, "guarantees")]
    labels = dict(THIRD)
    for kind, name in dict.fromkeys(told):
        if name.strip() and texts.name_key(name) not in known:
            sentence = _("{name} ({who}) stands in the facts of the case and is not at the table: let it sign, or write the answer.")
            yield found("third_unasked", "third_parties", sentence.format(name=name.strip(), who=_(labels[kind])))


def _signing(now: Checked) -> set[str]:
    """The names of everybody who signs or is signed for."""
    sides = [party for party in now.case.parties if party.role in SIDES]
    names = [party.name for party in sides] + [member.name for party in sides for member in party.members]
    return {texts.name_key(name) for name in names}


def _rows(facts: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    return [row for row in facts.get(key) or () if isinstance(row, Mapping)]


def burdened(now: Checked) -> Iterator[Finding]:
    """Duties that the text lays on somebody who does not sign: of the case, by name, or as kin of a party."""
    outside: list[Party] = [party for party in now.case.parties if party.role not in SIDES]
    names = [party.name for party in outside if len(party.name) > 1]
    names += [one.name for one in now.case.participants or () if len(one.name) > 1]
    signing = _signing(now)
    for place, text in agreed_texts(now):
        for name in names:
            if texts.name_key(name) in signing or name not in text:
                continue
            behind = text[text.index(name) + len(name) :][:16]
            if any(word in behind for word in _DUTIES) or f"由{name}" in text:
                yield _burdened(place, name)
                break
        else:
            stranger = next((one for one in _strangers(text) if not _known(one, signing)), "")
            kin = now.known.book.sign("outsider", text)
            if stranger or (kin and not any(name in kin[0] for name in signing)):
                yield _burdened(place, stranger or f"“{kin[0]}”")


def _burdened(place: str, name: str) -> Finding:
    return found("third_burdened", place, _("The text lays a duty on {name}, who does not sign.").format(name=name))


def _strangers(text: str) -> Iterator[str]:
    """What stands as the name of somebody who is to pay, to do or to guarantee: 由刘根柱偿还, 刘根柱自愿作保."""
    plain = texts.half_width(text)
    for pattern in _STRANGER:
        for one in pattern.finditer(plain):
            if not _NO_NAME.search(one["who"]):
                yield one["who"]


def _known(who: str, signing: set[str]) -> bool:
    """Whether a piece of the text is the name of somebody who signs, perhaps with signs around it."""
    key = texts.name_key(who)
    return any(key in name or name in key for name in signing if name)


RULES = (insurers, unasked, named, undeclared, burdened)
