"""Goods and acts in one sentence of an agreement: 交付青干草200捆, 拆除围栏; read where they are plain, asked where they are not."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from desktop.domain import texts
from desktop.domain.wording import days, owed_sums, sums
from desktop.domain.wording.called import Called, words
from desktop.domain.wording.owed_sums import Row
from desktop.i18n import _

_N = r"(?:\d{1,6}(?:\.\d{1,3})?|[一二两三四五六七八九十百千]{1,5}|半)"
_UNITS = (
    "立方米|平方米|公斤|千克|市斤|斤|吨|袋|捆|车|台|辆|套|件|箱|桶|瓶|包|根|张|块|株|棵|口|把|卷|米|方|个|份|顶|扇|节|盘|匹|床|副"
    "|本|部|枚|支|双"
)
_COUNT = rf"(?P<n>{_N})\s*(?P<unit>{_UNITS})(?![月年天日期次])"
GOODS = re.compile(rf"(?P<ahead>[^,。;、:(\d]*?)(?<![第每各两之])\s*{_COUNT}\s*(?P<behind>[^,。;、:()\d]*)")
GIVES = re.compile(
    r"交付|交给|交还|交回|给付|返还|归还|退还|退回|更换|补[发给]|提供|赔[给还]|送[到至给]|运[到至给]|拉[到至]|折抵|抵偿|[抵顶]给|抵(?![押触达制消])|作价|给(?!予|排水|水|付|公|我)"
)
_PRICED = re.compile(rf"作价|折价|折抵|抵偿|[抵顶]给|抵顶|单价|每(?:{_UNITS})|[/每](?:{_UNITS})")
_MADE_FOR = re.compile(r"[将把用以]")
_PLACE = re.compile(
    r"(?:送|运|拉)[到至]\s*(?P<to>[^,。;]{2,40}?)(?=交[付给]|[,。;]|$)|到(?P<fetched>[^,。;]{2,30}?)(?:拉走|取走|提走|提货)"
    r"|[在于](?P<at>[^,。;\d][^,。;]{1,30}?)(?:当面)?(?:交付|交货|交接)"
)
_ANY_DAY = date(2000, 1, 1)
_SPEC = re.compile(rf"(?<=[{_UNITS.replace('|', '')}])\([^()]{{2,30}}\)|每(?:{_UNITS})[^,。;元]{{2,30}}")
_NO_GOODS = re.compile(r"款|费|钱|工资|利息|本金|元$|收据|发票|欠条|借条|借据|凭证|身份|房|草场|地$|协议|日内")

ACTS = re.compile(
    r"拆除|拆掉|清理|清走|清除|清运|清空|修复|修好|修缮|维修|修理|恢复|返还|退还|归还|交还|交回|移交|腾退|腾空|腾出|搬离|搬出|搬走|迁出|迁走"
    r"|赔礼道歉|道歉|出具|开具|办理|办妥|协助|配合办理|停止|撤回|撤销|更换|疏通|填平|填埋|平整|加固|安装|重做|改建|补种|种上|赶回|撤出|注销|解除"
)
_MANY_TIMES = re.compile(r"每|随时|今后|以后|日后|不得|不再|禁止|保证不|逐")
_CONDITION = re.compile(
    r"的\s*[,]?$|的[,]|(?:后|时|之日起|当[日天场])(?:[^,。;]{0,2}[,]|[^,。;]{0,16}(?:日内|天内|月内))|如|若|凡|日内|天内|月内|视|当日|当场|同时|清后|款后|后\s*[,]?"
)
_WHEN = r"(?:应当?|须|必须|最[迟晚]|限)?\s*(?:于|在|至)?\s*{day}\s*(?:之?前|以前|止)?\s*[,]?\s*(?:负责)?"
_DONE = re.compile(
    r"以(?P<as>[^,。;]{3,60}?)为(?:完成|准|合格|标准)|(?P<done>[^,。;]{3,60}?)(?:就|即|才)?(?:视?为|算)(?:修好|完成|合格|履行(?:完毕)?|恢复|清理干净)"
)
_CHECKED = re.compile(r"由(?P<by>[^,。;由]{2,20}?)(?:负责|到场|现场)?(?:验收|查验|验看|查看|监督|见证)")
_HEAD = re.compile(r"^(?:[,:、\s]|自愿|同意|负责|应当?|须|必须|保证|承诺|愿意|一次性|全部|现场|当面(?=交)|向其|为其)+")


class Goods(NamedTuple):
    """Counted things of a sentence: how many, of what unit, of what; `several` where more than one kind is counted."""

    quantity: str
    unit: str
    subject: str
    several: bool


def are_priced(line: str) -> bool:
    """Whether the sums of a sentence are what its things are worth."""
    return bool(_PRICED.search(texts.half_width(line)))


def goods(line: str, called: Called) -> Goods | None:
    """The counted things that a sentence hands over; None where none are."""
    plain = texts.half_width(line)
    if not GIVES.search(plain):
        return None
    names = sorted(one.end for one in called.groups(line))
    bare = plain
    taken = [(one.start, one.written) for one in sums.found(line)] + [(one.start, one.written) for one in days.found(line, _ANY_DAY)]
    for start, written in taken:  # a count that is part of a sum or a day is none of things
        bare = bare[:start] + "," * len(written) + bare[start + len(written) :]
    found = []
    for one in GOODS.finditer(bare):
        ahead = _noun_ahead(one["ahead"], one.start("ahead"), names)
        behind = GIVES.split(_MADE_FOR.split(one["behind"])[0])[0].strip("的装 ")
        subject = ahead or behind
        if not re.search(r"每\s*$|约定$", bare[: one.start("n")]) and len(subject) > 1 and not _NO_GOODS.search(subject):
            found.append(Goods(one["n"], one["unit"], subject[:60], False))
    return found[0]._replace(several=len(found) > 1) if found else None


def _noun_ahead(ahead: str, start: int, names: list[int]) -> str:
    """The end of what stands before a count: behind the last name, verb, 将 or 把."""
    cuts = [one - start for one in names if start < one <= start + len(ahead)]
    cuts += [one.end() for pattern in (GIVES, _MADE_FOR) for one in pattern.finditer(ahead)]
    noun = ahead[max(cuts, default=0) :].strip("的为 ")
    return "" if re.search(r"[于在前]$|^[前的]", noun) or not noun else noun.removeprefix("其").removeprefix("前")


def place_of(line: str) -> str:
    """Where things are handed over: 送到某嘎查2组家中, 在嘎查委员会交付; "" where it is not said."""
    one = _PLACE.search(texts.half_width(line))
    if one is None:
        return ""
    sure = one["to"] or one["fetched"]
    return sure.strip() if sure else "" if re.search(r"[年月日]|[前后时]$", one["at"]) else one["at"].strip()


def acts_first(line: str) -> bool:
    """Whether a sentence without any sum begins with an act: 腾退平房，以水电费结清为完成."""
    plain = texts.half_width(line)
    verb, gives = ACTS.search(plain), re.search(r"支付|付清|结清|还清|偿还|付款", plain)
    return verb is not None and not sums.found(line) and (gives is None or verb.start() < gives.start()) and not GOODS.search(plain)


def act(sentence: str, called: Called, today: date) -> Row | None:
    """A sentence by which one of the parties does something until a day; None where it is no plain act.

    Where the act is plain and only its day is missing, the row has nothing but the question at its day.
    """
    plain = texts.half_width(sentence).rstrip("。;")
    verb = ACTS.search(plain)
    if verb is None or sums.found(plain) or _MANY_TIMES.search(plain):
        return None
    who = called.who(sentence, verb.start())
    found = [one for one in days.found(sentence, today)]
    if not who.debtors:
        return None
    if not found:
        return None if _CONDITION.search(plain) else Row({}, {"due_on": _("“{text}”: by which day?").format(text=texts.quoted(sentence))})
    if len({one.day for one in found}) > 1 or any(one.day is None or one.lunar for one in found):
        return None
    row = Row({"kind": "act", "debtors": words(who.debtors), "timing": "by_date"})
    if who.creditors:
        row.values["creditors"] = words(who.creditors)
    else:
        row.ask("creditors", _("“{text}”: to whom is it owed?").format(text=texts.quoted(sentence)))
    rest, told = _apart(plain)
    subject = _subject(rest, called, found[0].written)
    if len(subject) < 3 or not ACTS.search(subject):
        return None
    row.values |= {"subject": subject.replace(",", "，"), **told}
    owed_sums.due(row, sentence, today)
    return row


def _apart(plain: str) -> tuple[str, dict[str, str]]:
    """The sentence without its parts that say when it counts as done and who sees to it, and those parts."""
    kept: list[str] = []
    told: dict[str, str] = {}
    for n, part in enumerate(re.findall(r"[^,;]+[,;]?", plain)):
        done, checked = _DONE.search(part), _CHECKED.search(part)
        if n and done and not told.get("done_when"):
            told["done_when"] = (done["done"] or done["as"]).strip()
        elif n and checked and not told.get("checked_by"):
            told["checked_by"] = checked["by"].strip()
        else:
            kept.append(part)
    return "".join(kept).rstrip(",;"), told


def _subject(plain: str, called: Called, day: str) -> str:
    """What is done, without who does it and until when."""
    said = re.sub(_WHEN.format(day=re.escape(day)), "", plain, count=1)
    first = next(iter(called.groups(said)), None)
    verb = ACTS.search(said)
    if first is not None and verb is not None and first.end <= verb.start() and not said[: first.start].strip("由 "):
        said = said[first.end :]
    return _HEAD.sub("", said).strip(",; ").removesuffix("完毕").removesuffix("完成").strip(",; ")[:500]


def told_of(one: Goods, line: str) -> Mapping[str, str]:
    """The fields of a row that counted things fill; how each is made or packed stands behind 每 or in brackets."""
    spec = _SPEC.search(texts.half_width(line))
    told = {"quantity": one.quantity, "unit": one.unit, "subject": one.subject}
    return told | ({"spec": spec[0].strip("()")} if spec and not sums.found(spec[0]) and "价" not in spec[0] else {})
