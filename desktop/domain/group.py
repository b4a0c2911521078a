"""A group of people with one claim each (47 workers and their wages): its list out of Excel, their parts, who is spoken for.

Source: domain brief 6.2 and 4 (a group has ten members or more: representatives and a list); CPC 56, 57, CPCI 75 to 78, by analogy.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.domain import excel_rows, fields, identity, money, texts
from desktop.domain.excel_rows import Column, Row
from desktop.domain.inputs.party import MEMBER
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.party import Party, PartyMember

LEAST = 10  # CPCI 75: many are, as a rule, ten or more
FEWEST_SPEAKERS, MOST_SPEAKERS = 2, 5  # CPCI 78
SETTLE, SELF = "settle", "self"
_BY_KEY = {field.key: field for field in MEMBER}
_HEADS = {
    "name": ("姓名", "工人姓名", "名字", "员工姓名", "农民工姓名"),
    "id_number": ("身份证号", "身份证号码", "公民身份号码", "身份证", "证件号码"),
    "amount": ("金额", "工资", "拖欠金额", "拖欠工资", "欠薪金额", "欠付金额", "应付金额", "应发工资", "欠付工资", "合计金额"),
    "bank_name": ("开户行", "开户银行", "银行", "所属银行"),
    "account_number": ("账号", "银行账号", "银行卡号", "卡号", "帐号", "银行帐号", "账户"),
    "phone": ("电话", "手机", "手机号", "手机号码", "联系电话", "联系方式", "电话号码"),
    "account_name": ("户名", "账户名", "开户名"),
    "sex": ("性别",),
    "relation": ("工种", "班组", "岗位"),
}
COLUMNS = tuple(Column(_BY_KEY[key], heads) for key, heads in _HEADS.items())
_TOTAL = ("合计", "总计", "共计", "小计")
_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff·•]{2,20}")
_AMOUNT = re.compile(r"[¥￥]?[0-9]{1,3}(,[0-9]{3})*(\.[0-9]{1,2})?元?|[¥￥]?[0-9]{1,9}(\.[0-9]{1,2})?元?")


class Pasted(NamedTuple):
    """The members as the sheet of a member takes them (clean), their sum in fen, and what should be looked at."""

    members: list[dict[str, Any]]
    total_fen: int
    remarks: list[Fault]


def read(text: str, today: date | None = None) -> Pasted:
    """The members out of a pasted list; Refusal naming row and column of every fault: nothing half is taken.

    A heading line is found by its words, else each column is known by what stands in it. A line 合计 is compared with the sum.
    """
    rows = excel_rows.cells(texts.check(text, "list"))
    head = excel_rows.headed(rows, COLUMNS)
    places, first = (head.places, head.first) if head else (_guessed(rows), 0)
    known = [place.field.key for place in places if place is not None]
    if "name" not in known or len(known) < 2:  # one column of words could be anything
        sentence = _("No column of names was found: head the columns 姓名, 身份证号, 金额, 开户行, 账号, 电话.")
        raise Refusal(sentence, "list")
    totals = {n: row for n, row in enumerate(rows, 1) if n > first and _is_total(row)}
    body = [[] if n in totals else row for n, row in enumerate(rows, 1)]
    made = excel_rows.read(body, places, first, today)
    if not made:
        raise Refusal(_("The list is empty."), "list")
    faults = [fault for row in made for fault in row.faults] + _twice(made)
    total = sum(row.values.get("amount") or 0 for row in made)
    for n, row in totals.items():
        faults += _compared(n, row, places, total)
    if faults:
        raise Refusal.of(faults[: fields.MOST_FAULTS])
    return Pasted([row.values for row in made], total, _remarks(made, today))


def expanded(party: Mapping[str, Any], today: date | None, where: str) -> dict[str, Any]:
    """A party's clean values with its pasted list read into members; faults stand at `where` (`parties.0.members_paste`)."""
    values = {key: value for key, value in party.items() if key != "members_paste"}
    text = party.get("members_paste") or ""
    if not text.strip():
        return values
    if values.get("members"):
        raise Refusal(_("Give the members as a table or as a pasted list, not both."), where)
    try:
        return {**values, "members": read(text, today).members}
    except Refusal as no:
        raise Refusal.of(Fault(where, fault.sentence) for fault in no.faults) from no


def _is_total(row: Sequence[str]) -> bool:
    return any(excel_rows.heading(cell) in _TOTAL for cell in row[:3])


def _compared(n: int, row: Sequence[str], places: Sequence[Column | None], total: int) -> list[Fault]:
    """A total that is not the sum of the rows: a row was forgotten, or a figure mistyped."""
    for place, cell in zip(places, row, strict=False):
        if place is None or place.field.key != "amount" or not cell:
            continue
        try:
            written = money.parse(cell)
        except Refusal as no:
            return [
                Fault(f"rows.{n}.amount", _("Row {row}, {column}: {sentence}").format(row=n, column=place.called, sentence=no.sentence))
            ]
        if written != total:
            sentence = _("Row {row}: the total says {written} yuan, the rows come to {total} yuan.")
            said = sentence.format(row=n, written=money.figures(written), total=money.figures(total))
            return [Fault(f"rows.{n}.amount", said)]
    return []


def _twice(rows: Sequence[Row]) -> list[Fault]:
    """One identity number in two rows is one person twice, or a slip."""
    seen: dict[str, int] = {}
    faults = []
    for row in rows:
        number = texts.squeezed(row.values.get("id_number") or "").upper()
        if number and number in seen:
            sentence = _("Row {row}, {column}: the number stands in row {other} already.")
            said = sentence.format(row=row.n, column=_HEADS["id_number"][0], other=seen[number])
            faults.append(Fault(f"rows.{row.n}.id_number", said))
        elif number:
            seen[number] = row.n
    return faults


def _remarks(rows: Sequence[Row], today: date | None) -> list[Fault]:
    """What stops nothing: numbers that look wrong, one account for two people, nobody's amount."""
    found: list[Fault] = []
    accounts: dict[str, int] = {}

    def remark(row: Row, key: str, sentence: str) -> None:
        said = _("Row {row}, {column}: {sentence}").format(row=row.n, column=_HEADS[key][0], sentence=sentence)
        found.append(Fault(f"rows.{row.n}.{key}", said))

    for row in rows:
        if row.values.get("id_number"):
            verdict = identity.look_at("resident_id", row.values["id_number"], today)
            if verdict.sentence:
                remark(row, "id_number", verdict.sentence)
        if row.values.get("amount") is None:
            remark(row, "amount", _("the amount is missing."))
        account = texts.squeezed(row.values.get("account_number") or "")
        if account and account in accounts:
            remark(row, "account_number", _("the account stands in row {other} already.").format(other=accounts[account]))
        elif account:
            accounts[account] = row.n
    return found


# --- a list without a heading ---------------------------------------------------------------------------------------------------------


def _guessed(rows: Sequence[Sequence[str]]) -> list[Column | None]:
    """Each column by what most of its cells look like; every kind of column once, the clearest first."""
    body = [row for row in rows if any(row) and not _is_total(row)][:200]
    width = max((len(row) for row in body), default=0)
    by_key = {column.field.key: column for column in COLUMNS}
    places: list[Column | None] = [None] * min(width, excel_rows.MOST_COLUMNS)
    for key, looks in _LOOKS:
        best, most = None, 0
        for at in range(len(places)):
            hits = sum(1 for row in body if at < len(row) and looks(row[at]))
            if places[at] is None and hits > most and hits * 2 > len(body):
                best, most = at, hits
        if best is not None:
            places[best] = by_key[key]
    return places


def _is_id(cell: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{17}[0-9Xx]", texts.squeezed(cell))) and _is_day(texts.squeezed(cell)[6:14])


def _is_day(figures: str) -> bool:
    try:
        return bool(date(int(figures[:4]), int(figures[4:6]), int(figures[6:])))
    except ValueError:
        return False


def _is_amount(cell: str) -> bool:
    """A sum; a bare count of up to three figures is rather the number of the row."""
    plain = texts.squeezed(cell)
    return bool(_AMOUNT.fullmatch(plain)) and not (plain.isdigit() and len(plain) < 4)


_LOOKS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("id_number", _is_id),
    ("phone", lambda cell: bool(re.fullmatch(r"1[3-9][0-9]{9}", texts.squeezed(cell).replace("-", "")))),
    ("account_number", lambda cell: bool(re.fullmatch(r"[0-9]{12,30}", texts.squeezed(cell))) and not _is_id(cell)),
    ("bank_name", lambda cell: any(word in cell for word in ("银行", "信用社", "信用联社", "支行", "邮储"))),
    ("amount", _is_amount),
    ("name", lambda cell: bool(_NAME.fullmatch(texts.squeezed(cell)))),
)


# --- the parts ------------------------------------------------------------------------------------------------------------------------


def divided(claims: Sequence[int], sums: Sequence[int]) -> list[list[int]]:
    """What each member gets on each date, in fen: rows as `claims`, columns as `sums`; every column comes to its sum exactly.

    In proportion to the claims; each row comes to its part of the whole by the same rounding, and where the sums come to the claims
    each row is exactly what was claimed. Refusal where nobody claims anything, or a part would fall below nothing.
    """
    whole, all_sums = sum(claims), sum(sums)
    if not claims or whole <= 0:
        raise Refusal(_("There is nothing to divide: the members' amounts are missing."))
    # Rounding what has accumulated, not each part, loses no fen in any row or column.
    members = [0, *(_half_up(claim * all_sums, whole) for claim in accumulate(claims))]
    columns = [0, *accumulate(sums)]
    grid = [[_half_up(row * column, all_sums) if all_sums else 0 for column in columns] for row in members]
    parts = [
        [grid[i][j] - grid[i - 1][j] - grid[i][j - 1] + grid[i - 1][j - 1] for j in range(1, len(columns))] for i in range(1, len(members))
    ]
    if any(part < 0 for row in parts for part in row):
        raise Refusal(_("The sums are too small to be divided among so many."))
    return parts


def _half_up(value: int, by: int) -> int:
    return (2 * value + by) // (2 * by)


def claimed(party: "Party", field: str) -> list[int]:
    """What each member claims, in the order of the list; Refusal naming those without an amount."""
    without = [member.name for member in party.members if member.amount_fen is None]
    if without or not party.members:
        names = "、".join(without[:8]) + (" …" if len(without) > 8 else "")
        raise Refusal(_("{name}: the amount is missing of {members}.").format(name=party.name, members=names or "?"), field)
    return [member.amount_fen or 0 for member in party.members]


# --- who is spoken for ----------------------------------------------------------------------------------------------------------------


def speakers(party: "Party") -> "list[PartyMember]":
    """The members who represent the others."""
    return [member for member in party.members if member.represents]


def signs_himself(member: "PartyMember") -> bool:
    """Whether a member gave nobody power and puts his own name under the agreement."""
    return SELF in member.authority


def uncovered(party: "Party", agreement: "Agreement | None" = None) -> "list[PartyMember]":
    """The members for whom nobody may sign and who do not sign themselves, by what is entered and by the signing table."""
    signed = (
        {texts.name_key(line.name) for line in agreement.signings if line.party_id == party.id and line.signed_on} if agreement else set()
    )
    return [
        member
        for member in party.members
        if not member.represents and not {SETTLE, SELF} & set(member.authority) and texts.name_key(member.name) not in signed
    ]


def row_divided(parties: "Sequence[Party]", row: Mapping[str, Any], creditors: Sequence[int], at: str) -> Mapping[str, Any]:
    """The clean row of an obligation with its instalments written out, one a member and date (`member_id`); as it was where none is named.

    By `divide` the sum (or each date's) is divided among the members of the one group to whom it is owed; its instalments may else name
    the `member` themselves. Refusal at `at` and the field where the sum is not that of the members' amounts.
    """
    schedule = row.get("instalments") or []
    named = any(part.get("member") for part in schedule)
    if not row.get("divide") and not named:
        return row
    groups = [party for party in parties if party.id in creditors and party.members]
    if len(groups) != 1:
        raise Refusal(_("A sum is divided among the members of one group: name it as the one to whom it is owed."), f"{at}.creditors")
    party = groups[0]
    if named:
        if row.get("divide"):
            raise Refusal(_("Divide the sum, or name the member with each part; not both."), f"{at}.divide")
        return {**row, "instalments": [_named(party, part, f"{at}.instalments.{n}") for n, part in enumerate(schedule)]}
    claims = claimed(party, f"{at}.divide")
    amount = row.get("amount")
    if amount is None:
        amount = sum(part.get("amount") or 0 for part in schedule) or sum(claims)
    if row["divide"] == "claimed" and amount != sum(claims):
        sentence = _("The sum is {sum} yuan, the amounts of the {n} members come to {total} yuan.")
        said = sentence.format(sum=money.figures(amount), n=len(claims), total=money.figures(sum(claims)))
        raise Refusal(said, f"{at}.amount")
    if not schedule and row.get("due_on") is None:
        raise Refusal(_("Say the day by which each member gets his part."), f"{at}.due_on")
    days = [(part["due_on"], part.get("amount") or 0) for part in schedule] or [(row["due_on"], amount)]
    if sum(fen for _day, fen in days) != amount:
        sentence = _("The instalments come to {total} yuan, the sum is {sum} yuan.")
        said = sentence.format(total=money.figures(sum(fen for _day, fen in days)), sum=money.figures(amount))
        raise Refusal(said, f"{at}.instalments")
    parts = divided(claims, [fen for _day, fen in days])
    written = [
        {"due_on": day, "amount": parts[i][j], "member_id": member.id}
        for j, (day, _fen) in enumerate(days)
        for i, member in enumerate(party.members)
    ]
    timing = row.get("timing") or ("instalments" if schedule else "by_date")
    return {**row, "amount": amount, "timing": timing, "instalments": written}


def _named(party: "Party", part: Mapping[str, Any], at: str) -> Mapping[str, Any]:
    if not part.get("member"):
        raise Refusal(_("Say whose part this is: the other parts name a member."), f"{at}.member")
    return {**part, "member_id": member_called(party.members, part["member"], f"{at}.member").id}


def member_called(members: "Sequence[PartyMember]", typed: str, field: str) -> "PartyMember":
    """The member of this name or number in the list; Refusal at the field where it is none or not one."""
    word = texts.squeezed(typed)
    found = [one for one in members if (word.isdigit() and one.ordinal == int(word)) or texts.same_name(one.name, typed)]
    if len(found) == 1:
        return found[0]
    if found:
        sentence = _("“{name}” is the name of several members: give the number in the list.")
    else:
        sentence = _("“{name}” is no member of the group.")
    raise Refusal(sentence.format(name=texts.quoted(typed)), field)


def members_called(members: "Sequence[PartyMember]", typed: Sequence[str], field: str) -> "list[PartyMember]":
    """The same for several, nobody twice; all where nobody was named."""
    found: list[PartyMember] = []
    for word in typed:
        one = member_called(members, word, field)
        if one in found:
            raise Refusal(_("{name} is named twice.").format(name=one.name), field)
        found.append(one)
    return found or list(members)
