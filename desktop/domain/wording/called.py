"""How a text calls the parties of a case (by name, by role, by 甲方 and 乙方 as its head says), and who owes whom in a sentence."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop.domain import texts
from desktop.domain.refusal import Fault
from desktop.i18n import _

_LABEL = r"(?:被申请人|申请人|第三人|原告|被告|[甲乙丙丁戊己]方)"
_HEAD = re.compile(rf"(?P<label>{_LABEL}(?:[一二三四五六七八九1-9](?!次))?)\s*(?:\((?P<other>[^()]{{1,14}})\))?\s*:")
_END_OF_NAME = re.compile(r"[,;。]|\s{2,}|$")
_ALIAS = re.compile(rf"(?:以下(?:简称|称)|简称|下称)?[“”\"：:]*({_LABEL})[“”\"]*")
_ROLES = {"申请人": "applicant", "原告": "applicant", "被申请人": "respondent", "被告": "respondent", "第三人": "third_party"}
_LONGEST = 200  # signs behind a head in which its name ends
_SIDES = ("applicant", "respondent", "third_party")
_PLURAL = re.compile(r"(?:两|二|三|四|五|各|全体|几)(?:名|位|个)?$")
_AND = re.compile(r"\s*(?:、|和|与|及|以及)\s*")
_TO = re.compile(r"(?:向|给|予|欠)$")
_ASIDE = re.compile(r"(?:代替?|替|对|就|因|为|委托)$")
_INSURES = re.compile(r"保险公司|财险|产险|投保的|承保|人寿")
BY = re.compile(r"(?<![理事缘自])由(?![于此])")
_AGREES = re.compile(r"\s*(?:同意|确认|认可|协商|达成|放弃|要求|自愿放弃|不再)")
_KIN = re.compile(r"(?:之|的)(?:儿子|女儿|妻|丈夫|父|母|子(?!女)|女(?!方)|兄|弟|姐|妹|配偶|代理|委托|亲属)")


class Party(NamedTuple):
    """A party of the case as a text may name it: its number in the case, its role, its name."""

    number: int
    role: str
    name: str


class Group(NamedTuple):
    """Those who are named together in one place; `sure` is False where it is not known who is meant."""

    start: int
    end: int
    numbers: tuple[int, ...]
    sure: bool


class Who(NamedTuple):
    """Debtors and creditors of a sentence; empty where it must be asked."""

    debtors: tuple[int, ...]
    creditors: tuple[int, ...]


class Called:
    """What each word for a party means in this text; `questions` are the heads that name nobody of the case."""

    def __init__(self, lines: Sequence[str], parties: Sequence[Party]) -> None:
        self.parties = tuple(parties)
        self.names: dict[str, tuple[int, ...]] = {}
        for one in parties:
            if one.name:
                self.names[one.name] = (*self.names.get(one.name, ()), one.number)
        self.labels: dict[str, tuple[int, ...]] = {}
        self.questions: list[Fault] = []
        plain = [texts.half_width(line) for line in lines]
        strange: dict[str, str] = {}
        for line in plain:
            self._read_heads(line, strange)
            self._read_beside(line)
        for label, piece in strange.items():
            if label not in self.labels:
                self.labels[label] = ()
                sentence = _("“{label}: {name}” is no party of this case: who is meant?")
                self.questions.append(Fault("pasted", sentence.format(label=label, name=texts.quoted(piece))))
        for label, role in _ROLES.items():
            if label not in self.labels:
                self.labels[label] = tuple(one.number for one in parties if one.role == role)
        self._words = re.compile("|".join((*map(re.escape, sorted({*self.names, *self.labels}, key=len, reverse=True)), _LABEL)))

    def is_head(self, line: str) -> bool:
        """Whether the line only says who a party is."""
        plain = texts.half_width(line)
        one = _HEAD.match(plain)
        return one is not None and (not plain[one.end() :].strip() or bool(self._named(_name_at(plain, one.end()))))

    def groups(self, line: str) -> list[Group]:
        """The parties that a sentence names, those joined by 和 or 、 together."""
        plain = texts.half_width(line)
        found: list[Group] = []
        for one in self._words.finditer(plain):
            word = one[0]
            of = self.names.get(word, self.labels.get(word, ()))
            plural = word not in self.names and bool(_PLURAL.search(_ahead(plain, one.start())))
            group = Group(one.start(), one.end(), of, len(of) == 1 or (plural and len(of) > 1))
            last = found[-1] if found else None
            between = plain[last.end : one.start()] if last else ""
            if last and not between.strip(" (") and word in self.names:  # 被申请人张三, 甲方(张三): the name says who
                found[-1] = Group(last.start, one.end(), of, len(of) == 1)
            elif last and between == "(" and plain[one.end() :].startswith(")"):  # 张三(甲方)
                found[-1] = Group(last.start, one.end() + 1, last.numbers, last.sure)
            elif last and _AND.fullmatch(between):
                found[-1] = Group(last.start, one.end(), tuple(dict.fromkeys((*last.numbers, *of))), last.sure and group.sure)
            else:
                found.append(group)
        return [self._whole(plain, one) for one in found]

    def who(self, line: str, verb: int) -> Who:
        """Who owes in a sentence whose verb stands at `verb`: who is addressed by 向 or 给, or stands behind it, is the creditor."""
        plain = texts.half_width(line)
        known = self.groups(line)
        to = [one for one in known if _TO.search(_ahead(plain, one.start))]
        aside = [one for one in known if _ASIDE.search(_ahead(plain, one.start))]
        owes = [
            one for one in known if one.start < verb and one not in to and one not in aside and not plain.startswith(("的", "之"), one.end)
        ]
        by = [one for one in owes if _ahead(plain, one.start).rstrip().endswith("由")]
        if not by and BY.search(plain, 0, verb):  # by somebody who is no party, or who only belongs to one: 由张某某的保险公司
            owes = []
        owes = by or owes
        if owes and not _INSURES.search(plain[owes[-1].start : owes[-1].end]) and _INSURES.search(plain[owes[-1].end : verb]):
            owes = []  # whose insurer is to pay, and not he
        if len({one.numbers for one in owes}) > 1:
            owes = [one for one in owes if not _AGREES.match(plain, one.end)] or owes
        together = re.search(r"共同|一起|连带", plain[owes[0].end : verb]) if owes else None
        sure = bool(owes) and all(one.sure for one in owes) and len({one.numbers for one in owes}) == 1
        debtors = owes[0].numbers if sure and not (together and len(owes[0].numbers) == 1) else ()
        behind = [one for one in known if one.start > verb and one not in aside and not plain.endswith("由", 0, one.start)]
        gets = (to or [one for one in behind if set(one.numbers) - set(debtors)])[:1]
        if gets:
            good = gets[0].sure and not _KIN.match(plain, gets[0].end) and not set(gets[0].numbers) & set(debtors)
            return Who(debtors, gets[0].numbers if good else ())
        others = [one.number for one in self.parties if one.role in _SIDES and one.number not in debtors]
        return Who(debtors, tuple(others) if debtors and len(others) == 1 else ())

    def _whole(self, plain: str, one: Group) -> Group:
        """Somebody who is no party of the case stands beside these, joined by 和: then it is not known who all are."""
        cut = re.match(r"\s*(?:、|和|与|以及|及其?)(?!时|解)", plain[one.end :])
        before = re.search(r"[^\s,;:。]\s*(?:、|和|与|以及|及)$", _ahead(plain, one.start))
        return one._replace(sure=False) if cut or before else one

    def _named(self, piece: str) -> tuple[int, ...]:
        """The parties of the case in the piece behind a head, each name up to its end."""
        parts = re.split(r"[、,;。()\s]|以及", piece)
        by_key = {texts.name_key(name): numbers for name, numbers in self.names.items()}
        whole = by_key.get(texts.name_key(piece))
        if whole:
            return whole
        found: list[int] = []
        for part in parts:
            for name in (part, *re.split(r"[和与及]", part)):
                found += [n for n in by_key.get(texts.name_key(name), ()) if n not in found]
        begins = [
            name for name in self.names if piece.startswith(texts.half_width(name)) and not piece[len(name) : len(name) + 1].isalnum()
        ]
        return tuple(found) or (self.names[max(begins, key=len)] if begins else ())

    def _read_heads(self, line: str, strange: dict[str, str]) -> None:
        heads = list(_HEAD.finditer(line))
        for one in heads:
            piece = _name_at(line, one.end())
            numbers = self._named(piece)
            labels = [one["label"], *_ALIAS.findall(one["other"] or "")]
            if len(heads) == 1 and "称" in line:
                labels += _ALIAS.findall(line[one.end() :])
            if numbers:
                for label in labels:
                    self.labels[label] = tuple(dict.fromkeys((*self.labels.get(label, ()), *numbers)))
            elif 2 <= len(piece) <= 30 and not re.search(r"\d|支付|偿还|应当|签[名字章]|盖章|自愿|同意", piece):
                strange.setdefault(one["label"], piece)

    def _read_beside(self, line: str) -> None:
        """甲方张三, 张三(甲方), 张三(以下简称甲方) say who 甲方 is as well as a head does."""
        for name, numbers in self.names.items():
            own = re.escape(texts.half_width(name))
            for one in re.finditer(rf"([甲乙丙丁戊己]方)\s*\(?{own}|{own}\s*\((?:以下)?(?:简称|称|下称)?[“\":]*([甲乙丙丁戊己]方)", line):
                label = one[1] or one[2]
                self.labels[label] = tuple(dict.fromkeys((*self.labels.get(label, ()), *numbers)))


def _ahead(plain: str, at: int) -> str:
    """The signs right in front of a place: enough for the words that stand there, in a text of any length."""
    return plain[max(at - 24, 0) : at]


def _name_at(line: str, start: int) -> str:
    """What stands behind the colon of a head, up to the next mark or the next head."""
    rest = line[start : start + _LONGEST].lstrip()
    end = _END_OF_NAME.search(rest)
    following = _HEAD.search(rest)
    cut = min(end.start() if end else len(rest), following.start() if following else len(rest))
    return rest[:cut].strip()


def words(numbers: Sequence[int]) -> list[str]:
    """Numbers of parties as the sheet of an agreement takes them."""
    return [str(number) for number in numbers]
