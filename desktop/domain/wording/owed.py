"""One sentence of an agreement that owes something, read into a row of the sheet: who, to whom, what, how much, by when, which account.

What stands in it and is not owed (what was paid already, what happens in default, what is waived, who guarantees) is set apart.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop.domain import money, texts
from desktop.domain.wording import days, owed_sums, owed_things, pasted, rates, sums
from desktop.domain.wording.called import BY, Called, Who, words
from desktop.domain.wording.owed_sums import Row
from desktop.i18n import _

PAYS = re.compile(
    r"支付|(?<![垫拖首预应])付(?!款方式|款期限)|偿还|归还|返还|给付|付清|还清|赔偿|补偿|缴纳|退还|清偿|付款|还款(?!期|方式|计划|协议)|交付|交给|交还|抵偿|折抵|结清|付讫|[抵顶]给|[抵顶][账帐债](?!款)|抵顶|顶抵|(?<=[应需须])(?:还|付)(?![有要应需款])"
    r"|(?<![归偿返退交未])还(?=\s*[\d一二两三四五六七八九十])"
)
_HANDS_OVER = re.compile(r"[抵顶](?:给|[账帐债])|抵(?![押触达制消])|抵顶|顶抵|交付|交给|交还|给付|返还|归还|退还|折抵|抵偿|作价|折价")
_PAYS_MONEY = re.compile(r"付清|还清|付款|还款|[款钱费债金息账]")
_COUNTED = r"(?P<{0}>\d{{1,4}}|[一二两三四五六七八九十百]{{1,5}})\s*(?P<{1}>只|头|匹|峰)"
_ANIMALS = re.compile(
    rf"(?P<ahead>[^,。;、(\d]{{0,8}}(?:羊羔|羊|牛|马|骆?驼))\s*{_COUNTED.format('n', 'unit')}"  # 大羊十四只
    rf"|{_COUNTED.format('m', 'of')}\s*(?P<behind>[^,。;、(\d]{{0,12}}(?:羊|牛|马|驼)[^,。;、(\d]{{0,4}})?"
)
_SUBJECTS = re.compile(
    r"(借款本金及利息|借款本息|借款本金|借款|货款|工资|劳动报酬|抚养费|赡养费|彩礼|赔偿款|补偿款|医疗费|租金|物业费|取暖费|工程款|欠款|经济补偿金?)"
)
_KINDS = re.compile(r"((?:成年|二岁|三岁|当年)?(?:母|公|羯)?(?:绵羊|山羊|羊|牛|马|骆驼))")
_SPECIES = {"绵羊": "sheep", "山羊": "goat", "牛": "cattle", "马": "horse", "骆驼": "camel", "驼": "camel"}
ACCOUNT = {
    "account_name": re.compile(r"(?:户\s*名|收款人|账户名称|开户名)(?:称)?\s*[:为]?\s*([^,;。\s:]{2,40})"),
    "bank_name": re.compile(r"(?:开户(?:银)?行|(?<![一-鿿])银行)(?:名称)?\s*[:为]\s*([^,;。\s]{4,40})"),
    "account_number": re.compile(r"(?:[账帐]\s*[号户]|卡\s*号)\s*[:为]?\s*(\d[\d \-]{10,34})"),
}

# What stands in a sentence and is not owed by it, by its parts between commas.
_IN_DEFAULT = re.compile(
    r"^\s*(?:但|且)?(?:如(?![下实数期约])|若|倘|一旦|否则|逾期|到期(?:未|不)|未(?:按|能|在))|逾期(?!债务)|未按|不履行|未履行"
)
_SURELY_DEFAULT = re.compile(
    r"每(?:逾期|迟|晚|拖|超)[^,;]{0,6}[天日]|(?:逾期|迟延|到期|到时|如期|不按|未按|不能|未能|没有|拒不|不履行|未履行)[^,;]{0,14}的\s*[,]?$"
)
_AROUND_A_SUM = re.compile(r"共?合?总?计|人民币|现金|各项|大写|小写|金额|一次性|全部|剩余|[¥￥(]|前$|^[前内]")
_A_PURPOSE = re.compile(r"(?:费用?|款项?|金|钱|债务?|利?息|损失|工资|报酬|补偿|赔偿|租|价款?|彩?礼|酬|账|定金)$")
_WAIVED = re.compile(r"放弃|不再|再无|无需|无须|免除|减免|免予|互不")
_PAID = re.compile(
    r"(?:已经?|曾|此前|先前)[^,;]{0,14}?(?:支付|付清|付讫|付|偿还|还清|归还|给付|返还|赔偿|交付)(?![^,;]{0,2}的)|已(?:支)?付的|已(?:偿)?还的"
)
_REST_IS_OWED = re.compile(r"余|剩|尚欠|尚需|还需|再")
GUARANTEES = re.compile(
    r"(?:承担|提供|负|作)(?:为)?[^,;。]{0,6}(?:连带|一般)?[^,;。]{0,4}(?:保证|担保)|(?:承担|负)连带(?:清偿|还款|赔偿|偿还|给付)?责任"
)
_TAKEN_BY = re.compile(
    r"由[^,。;由]{2,14}?(?:代收|代领|代为(?:收取|领取|接收|保管)|领取|转交|签收)|交(?:给|由|到|付)[^,。;]{2,14}?(?:转交|转付|代转|代收)"
)
BY_OTHERS = re.compile(rf"(?:{BY.pattern}|投保的|承保的?)[^,。;]{{2,60}}")
_WAY = re.compile(r"转账|转[入至到给]|汇(?:入|至|款|给|到)|打[入到给]|划[入至]|存入|微信|支付宝|现金")
_ABOUT_A_SUM = re.compile(r"^\W*(?:大写|小写|人民币|金额)|月|年?[底末]|[春夏秋冬]|当场|当日|初|廿|如下|下[列表述]|计划|分别|各")
_PART = re.compile(r"[^,;]+[,;]?")


@dataclass
class Apart:
    """A sentence taken apart: `owed` is what may be owed, the other lists hold its parts word by word."""

    owed: str = ""
    paid: list[str] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)
    guarantees: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)


def taken_apart(sentence: str, called: Called) -> Apart:
    """The parts of a sentence between its commas, each where it belongs; what follows a default belongs to it."""
    apart = Apart()
    plain = texts.half_width(sentence)
    names = {one.start for one in called.groups(sentence)}
    tail = was_clause = False
    for one in _PART.finditer(plain):
        part, piece = one[0], sentence[one.start() : one.end()]
        begins = one.start() + len(part) - len(part.lstrip())
        in_default = tail or _SURELY_DEFAULT.search(part) is not None or (_IN_DEFAULT.search(part) is not None and begins not in names)
        is_clause = in_default or (not GUARANTEES.search(part) and _WAIVED.search(part) is not None)
        if is_clause and was_clause:
            apart.clauses[-1] += piece
        elif is_clause:
            apart.clauses.append(piece)
        elif GUARANTEES.search(part):
            apart.guarantees.append(piece)
        elif _PAID.search(part):
            apart.paid.append(piece)
        elif apart.owed and not _says_something(piece, called):
            apart.beside.append(piece)
        else:
            apart.owed += piece
        tail = in_default and not part.endswith(";")
        was_clause = is_clause
    return apart


def _says_something(piece: str, called: Called) -> bool:
    """Whether a part between commas has what a row holds: a sum, somebody, a payment, an account, parts; a day alone does too."""
    plain = texts.half_width(piece)
    words = (PAYS, _ANIMALS, owed_sums.PARTS, owed_sums.EVERY, owed_sums.TIMES, _WAY, _ABOUT_A_SUM, *ACCOUNT.values())
    return bool(any(one.search(plain) for one in words) or re.search(r"\d", plain) or sums.found(piece) or called.groups(piece))


def read(apart: Apart, whole: str, called: Called, today: date) -> Row | None:
    """The row that the owed part of a sentence makes; None where it owes nothing that a row can hold."""
    line = apart.owed
    plain = texts.half_width(line)
    pays = PAYS.search(plain) or owed_things.GIVES.search(plain)
    if pays is None:
        return None
    if rates.by_sum(line):  # 每万元每月300元 is interest, no debt
        return None
    known, by_piece = owed_sums.counted(line)
    animals = _ANIMALS.search(plain) if any(sign in plain for sign in "羊牛马驼") else None
    goods = owed_things.goods(line, called) if animals is None else None
    beside_money = goods is not None and bool(known) and not owed_things.are_priced(line)
    in_kind = (goods is not None and not beside_money) or (animals is not None and (not known or bool(_HANDS_OVER.search(plain))))
    if not known and not by_piece and not in_kind and not (PAYS.search(plain) and _asks_a_sum(line, plain, called, today)):
        return None
    row = Row()
    row.values["kind"] = "in_kind" if in_kind else "money"
    _who(row, line, whole, called, pays.start())
    if in_kind:
        if goods is not None:
            row.values |= owed_things.told_of(goods, line)
            several = goods.several
        else:
            assert animals is not None
            _animals(row, animals, plain)
            several = len(list(_ANIMALS.finditer(plain))) > 1
        _prices(row, line, [*known, *by_piece], goods.unit if goods is not None else "")
        if several:
            row.ask("quantity", _("Several kinds of things stand in “{text}”: write a row for each.").format(text=texts.quoted(line)))
        if place := owed_things.place_of(whole):
            row.values["place"] = place
        owed_sums.due(row, line, today)
    else:
        owed_sums.money_of(row, line, today, sum(one.fen or 0 for part in apart.paid for one in owed_sums.counted(part)[0]))
        if what := _SUBJECTS.search(line):
            row.values["subject"] = "借款本金及利息" if what[1] == "借款本金" and "利息" in line else what[1]
        elif known and (named := _what_for(line, plain, called, known[0], today)):
            row.values["subject"] = named
        if beside_money:
            sentence = _("“{text}” hands over things beside the sum: write an obligation of their own.")
            row.ask("subject", sentence.format(text=texts.quoted(line)))
        several = max(len(row.values.get("debtors", ())), len(row.values.get("creditors", ()))) > 1
        if several and re.search(r"各(?!方)|分别|每人", plain):
            row.ask("amount", _("“{text}”: is the sum that of all, or of each?").format(text=texts.quoted(line)))
    _already_paid(row, apart)
    row.values |= account(whole)
    if way := _way(row, line):
        row.values["way"] = way
    return row


def _what_for(line: str, plain: str, called: Called, one: sums.Sum, today: date) -> str:
    """What a sum is paid for, as the words between whom it is owed to and the sum say it, or those behind: 营养费1000元, 2000元鉴定费."""
    cuts = [group.end for group in called.groups(line)] + [verb.end() for verb in PAYS.finditer(plain)]
    cuts += [day.start + len(day.written) for day in days.found(line, today)] + [mark.end() for mark in re.finditer(r"[,;:、。]", plain)]
    start = max((cut for cut in cuts if cut <= one.start), default=0)
    ahead = _AROUND_A_SUM.sub("", plain[start : one.start]).strip("的 ")
    behind = re.match(r"[^,;:、。(]{2,12}", plain[one.end :])
    for said in (ahead, behind[0].strip("的 ") if behind else ""):
        if 2 <= len(said) <= 30 and _A_PURPOSE.search(said) and not any(sign.isdigit() for sign in said):
            return said
    return ""


def account(line: str) -> dict[str, str]:
    """Account name, bank and number that a line has behind their labels."""
    found = {}
    plain = texts.half_width(line)
    for key, pattern in ACCOUNT.items():
        if one := pattern.search(plain):
            found[key] = re.sub(r"[ \-]", "", one[1]) if key == "account_number" else line[one.start(1) : one.end(1)]
    return found


def _asks_a_sum(line: str, plain: str, called: Called, today: date) -> bool:
    """Whether a sentence owes money and only leaves out how much: 于2026年6月30日前付清上述款项."""
    pays = PAYS.search(plain)
    assert pays is not None
    if re.search(r"利率|计算|计付|计息|%", plain) or not _PAYS_MONEY.search(plain):
        return False
    named = bool(called.who(line, pays.start()).debtors)
    return named and (
        bool(re.search(r"如下|下列|下表|下述|计划", plain))
        or any(one.kind == "blank" for one in pasted.left_over(line))
        or bool(days.found(line, today))
        or bool(owed_sums.PARTS.search(plain))
        or bool(owed_sums.EVERY.search(plain))
    )


def _who(row: Row, line: str, whole: str, called: Called, verb: int) -> None:
    """Who owes whom; what the part itself leaves out is looked for in the whole sentence."""
    who = called.who(line, verb)
    if not (who.debtors and who.creditors) and whole != line:
        last = PAYS.search(texts.half_width(whole))
        other = called.who(whole, last.start()) if last else Who((), ())
        who = Who(who.debtors or other.debtors, who.creditors or other.creditors)
    for key, numbers, sentence in (
        ("debtors", who.debtors, _("“{text}”: who owes it?")),
        ("creditors", who.creditors, _("“{text}”: to whom is it owed?")),
    ):
        if numbers:
            row.values[key] = words(numbers)
        else:
            row.ask(key, sentence.format(text=texts.quoted(line)))
    if len(who.debtors) > 1 and re.search(r"共同|连带|一起", whole):
        row.values["liability"] = "joint"


def _already_paid(row: Row, apart: Apart) -> None:
    """What was paid already, and words that no field holds, stay as they are; asked is whether a payment is taken off the sum."""
    named = _TAKEN_BY if "debtors" in row.values else BY_OTHERS  # who is named and no party stays to be read
    by = named.findall(texts.half_width(apart.owed))[:1]
    said = "，".join(one for one in (*by, "".join((*apart.paid, *apart.beside)).strip("，,；;。 ")) if one)
    if said:
        row.values["details"] = said
    if any(sums.found(part) for part in apart.paid) and not _REST_IS_OWED.search(apart.owed):
        row.ask("amount", _("“{text}”: is that taken off the sum already?").format(text=texts.quoted(said)))


def _way(row: Row, line: str) -> str:
    if row.values["kind"] != "money":
        return ""
    if row.values.get("account_number") or (_WAY.search(line) and "现金" not in line):
        return "transfer"
    return "cash" if "现金" in line else ""


def _animals(row: Row, one: "re.Match[str]", plain: str) -> None:
    row.values |= {"quantity": one["n"] or one["m"], "unit": one["unit"] or one["of"]}
    kind = _KINDS.search(one["ahead"] or one["behind"] or "") or _KINDS.search(plain)
    if kind:
        row.values["subject"] = kind[1]
        if species := next((code for word, code in _SPECIES.items() if word in kind[1]), ""):
            row.values["species"] = species
        if sex := {"母": "female", "公": "male", "羯": "castrated"}.get(next((sign for sign in kind[1] if sign in "母公羯"), "")):
            row.values["animal_sex"] = sex


def _prices(row: Row, line: str, amounts: Sequence[sums.Sum], unit: str = "") -> None:
    """What each is worth, and all together."""
    plain = texts.half_width(line)
    units = f"[只头匹峰]|{unit}" if unit else "[只头匹峰]"
    head = re.compile(rf"(?:每(?:{units})|单价)[^,。;]{{0,8}}$")
    each = [a for a in amounts if head.search(plain[: a.start]) or re.match(rf"\s*[/每]\s*(?:{units})", plain[a.end :])]
    whole = [a for a in amounts if a not in each]
    for key, known in (("unit_price", each), ("amount", whole)):
        if not known:
            continue
        if known[0].fen is None or len({a.fen for a in known}) > 1:
            row.ask(key, _("“{text}” can be read in two ways: write the sum out.").format(text=known[0].written))
        else:
            row.values[key] = money.yuan(known[0].fen)
