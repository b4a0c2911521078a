"""Things told from others of their kind, and acts of which one can see that they are done (CPCI 358(5); 民法典 511, 604, 630)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from db.vocabulary import ObligationKind, ObligationTiming
from desktop.domain import particulars
from desktop.domain.check.finding import Checked, Finding
from desktop.domain.check.kinds import found
from desktop.domain.check.owing import called
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.obligation import Obligation

_ANIMALS = re.compile(r"绵羊|山羊|羊只|羊羔|母羊|公羊|羯羊|[0-9十百]只羊|黄牛|奶牛|肉牛|母牛|公牛|犊牛|[0-9十百]头牛|马匹|骆驼|牲畜|猪")
_BEASTS = re.compile(r"羊|牛|骆驼|马匹|马$|牲口")
_OF_BEASTS = re.compile(r"[料草毛绒奶粪皮肉圈棚]|饲养|款")
_PLATE = re.compile(r"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-Z·]|车牌|号牌|车架号|发动机号")
_PROPERTY = (
    (
        re.compile(r"房屋|住房|楼房|平房|商铺|房产"),
        re.compile(r"[0-9一二三四五六七八九十]+(?:号|室|单元|栋|幢|户)|权证|证号|面积|平方米|㎡"),
    ),
    (re.compile(r"草场|草牧场|承包地|耕地|林地|地块|宅基地"), re.compile(r"亩|公顷|四至|东至|证号|权证|坐标|编号")),
    (re.compile(r"(?<!交)(?:车辆|轿车|货车|汽车|拖拉机|收割机|摩托车)"), _PLATE),
)
_PLACE_TOLD = re.compile(r"[送运拉][到至走]|上门|自提|提货|家中|家里|场院|地点")
_DISPOSES = re.compile(r"交[付给还回出由]|腾退|腾出|过户|移交|归还|返还|抵|搬[出离走]|让[给出]|登记|租|流转|转[让给]")
_PLAIN_ACTS = (
    "赔礼道歉",
    "道歉",
    "恢复原状",
    "修复",
    "拆除",
    "清理",
    "停止",
    "腾退",
    "返还",
    "搬离",
    "维修",
    "办理",
    "协助",
    "整改",
    "配合",
)


def things(now: Checked) -> Iterator[Finding]:
    """What is handed over: how many of what; of livestock what tells them apart; who bears what until then."""
    for i, obligation in enumerate(now.agreement.obligations):
        if obligation.kind is not ObligationKind.IN_KIND:
            continue
        at, which = f"obligations.{i}", called(obligation)
        if not (obligation.subject.strip() and obligation.quantity.strip()):
            sentence = _("{which}: say what is handed over, and how many.").format(which=which)
            yield found("thing_unclear", f"{at}.subject", sentence)
            continue
        known = particulars.of(obligation)
        alive = is_livestock(obligation)
        if alive:
            yield from _livestock(obligation.subject, known, at, which)
        elif not (known.spec or known.quality or known.text.strip()) and not _is_property(obligation.subject):
            sentence = _("{which}: say make, size or quality of “{what}”.").format(which=which, what=obligation.subject)
            yield found("goods_unclear", f"{at}.spec", sentence)
        later = obligation.timing is not ObligationTiming.AT_ONCE
        if not obligation.place.strip() and not _PLACE_TOLD.search(known.text):
            yield found("thing_place", f"{at}.place", _("{which}: say where it is handed over.").format(which=which))
        if alive and later and not known.deaths_by:
            sentence = _("{which}: say who bears deaths, feed and young until the animals are handed over.").format(which=which)
            yield found("risk_open", f"{at}.deaths_by", sentence)
        if alive and not known.quarantine.strip() and "检疫" not in known.text:
            yield found("quarantine", f"{at}.quarantine", _("{which}: the quarantine certificate is not mentioned.").format(which=which))


def is_livestock(obligation: "Obligation") -> bool:
    """Whether what is handed over lives."""
    subject = obligation.subject
    named = _ANIMALS.search(subject) or (_BEASTS.search(subject) and not _OF_BEASTS.search(subject))
    return bool(particulars.of(obligation).species) or bool(named)


def _is_property(subject: str) -> bool:
    return any(kind.search(subject) for kind, _told in _PROPERTY)


def _livestock(subject: str, known: particulars.Particulars, at: str, which: str) -> Iterator[Finding]:
    lacks = []
    if not known.species and not re.search(r"绵羊|山羊|牛|马|骆驼", subject):
        lacks.append((_("species"), "species"))
    if not known.animal_sex and not re.search(r"母|公|羯|骟", subject):
        lacks.append((_("sex"), "animal_sex"))
    if not known.age_class.strip() and not re.search(r"成年|岁|羔|犊|当年|周岁", subject):
        lacks.append((_("age"), "age_class"))
    if not known.ear_tags and not known.weight.strip() and "耳标" not in f"{subject}{known.text}":
        lacks.append((_("ear tags or weight"), "ear_tags"))
    if lacks:
        sentence = _("{which}: which animals? Missing: {lacks}.").format(which=which, lacks="、".join(word for word, _key in lacks))
        yield found("livestock_unclear", f"{at}.{lacks[0][1]}", sentence)


def properties(now: Checked) -> Iterator[Finding]:
    """A house by its address or certificate, land by its size and bounds, a vehicle by its plate."""
    for i, obligation in enumerate(now.agreement.obligations):
        if obligation.kind is ObligationKind.MONEY or (obligation.kind is ObligationKind.ACT and not _DISPOSES.search(obligation.subject)):
            continue
        told = (
            f"{obligation.subject}{obligation.own_text}{obligation.place}{particulars.of(obligation).text}{particulars.of(obligation).spec}"
        )
        for kind, identified in _PROPERTY:
            hit = kind.search(obligation.subject)
            if hit and not identified.search(told):
                sentence = _("{which}: say which “{what}”: address, size, certificate or plate.").format(
                    which=called(obligation), what=hit[0]
                )
                yield found("property_unclear", f"obligations.{i}.subject", sentence)
                break


def acts(now: Checked) -> Iterator[Finding]:
    """An act says what is done and when it counts as done."""
    for i, obligation in enumerate(now.agreement.obligations):
        if obligation.kind is not ObligationKind.ACT:
            continue
        at, which = f"obligations.{i}", called(obligation)
        if not obligation.subject.strip():
            yield found("act_unclear", f"{at}.subject", _("{which}: say what is to be done.").format(which=which))
        elif not obligation.done_when.strip() and any(word in obligation.subject for word in _PLAIN_ACTS):
            sentence = _("{which}: say when it counts as done, and who sees to it.").format(which=which)
            yield found("act_open", f"{at}.done_when", sentence)


RULES = (things, properties, acts)
