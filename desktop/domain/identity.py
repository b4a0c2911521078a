"""Numbers on identity papers: what they say, and whether they can be right. A number is stored as typed; nothing here refuses it.

Sources: GB 11643-1999 (resident ID), GB 32100-2015 and GB 11714 (unified social credit code), 外国人永久居留身份证 (new form: the
same check figure), 港澳台居民居住证申领发放办法 (810000, 820000, 830000). Other papers: form only.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain import texts
from desktop.i18n import N_, _

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_FIGURES = "10X98765432"
_USCC_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_PROVINCES = frozenset(re.findall("..", "1112131415212223313233343536374142434445465051525354616263646571818283"))
_FORMS = {  # papers of which only the form can be looked at
    "passport": (re.compile(r"[A-Z0-9]{5,20}"), N_("A passport number has 5 to 20 letters and figures.")),
    "hk_macao_permit": (re.compile(r"[HM]\d{8}(\d{2})?"), N_("A permit for Hong Kong and Macao residents is H or M and 8 figures.")),
    "taiwan_permit": (re.compile(r"\d{8}|\d{10}[A-Z]?"), N_("A permit for Taiwan residents has 8 figures.")),
}


@dataclass(frozen=True)
class Verdict:
    """What a number says. `ok` False = as stated, unverified; `sentence` says why and what to do, or '' when all is well.

    `sex` is `male`, `female` or ''; `region_code` six figures or ''; `number` is the number as the rule read it (compare by
    this, store as typed); `warning` True when the number can be right but something should be looked at.
    """

    ok: bool
    sentence: str = ""
    sex: str = ""
    birth_date: date | None = None
    region_code: str = ""
    number: str = ""
    warning: bool = False


def look_at(kind: str, number: str, today: date | None = None, regions: Mapping[str, str] | None = None) -> Verdict:
    """The verdict on the number of an identity paper of this kind (the codes of `db.vocabulary.IdKind`).

    With `today` a birth date that is still to come is found; with `regions` (code -> name) an unknown first six figures are a warning.
    """
    plain = texts.squeezed(number[:200]).upper()
    if not plain:
        return Verdict(False, _("No number was given: it is kept as unverified and is needed before an agreement is issued."))
    if kind in ("resident_id", "temporary_id", "hmt_residence"):
        return _residents(plain, kind, today, regions)
    if kind in ("household_register", "birth_certificate") and len(plain) == 18 and _resident_form(plain):
        return _residents(plain, "resident_id", today, regions)
    if kind == "foreign_residence":
        return _foreigners(plain, today)
    if kind in _FORMS:
        form, sentence = _FORMS[kind]
        return Verdict(True, number=plain) if form.fullmatch(plain) else Verdict(False, _(sentence), number=plain)
    if kind == "none":
        return Verdict(False, _("There is no identity paper: the person is kept as stated, unverified."), number=plain)
    return Verdict(True, number=plain)


def check_figure(seventeen: str) -> str:
    """The last figure of a resident ID out of the first 17 (GB 11643, ISO 7064 MOD 11-2)."""
    return _CHECK_FIGURES[sum(weight * int(figure) for weight, figure in zip(_WEIGHTS, seventeen, strict=True)) % 11]


def _resident_form(plain: str) -> bool:
    return re.fullmatch(r"[0-9]{17}[0-9X]", plain) is not None


def _residents(plain: str, kind: str, today: date | None, regions: Mapping[str, str] | None) -> Verdict:
    if re.fullmatch(r"[0-9]{15}", plain):
        birth = _birth("19" + plain[6:12])
        sentence = _("This is an old number of 15 figures without a check figure: ask for the number of 18 figures.")
        if birth is None:
            return Verdict(False, _("The birth date in the number does not exist: compare it with the paper."), number=plain)
        return Verdict(True, sentence, _sex(plain[14]), birth, plain[:6], plain, warning=True)
    if not _resident_form(plain):
        return Verdict(
            False,
            _("A resident ID number has 18 figures (the last may be X); this one has {n} characters.").format(n=len(plain)),
            number=plain,
        )
    verdict = _eighteen(plain, plain[6:14], plain[16], plain[:6], today)
    if not verdict.ok:
        return verdict
    taken = plain[:6] in ("810000", "820000", "830000")
    if kind == "hmt_residence" and not taken:
        return Verdict(
            True,
            _("A residence permit for Hong Kong, Macao and Taiwan residents begins with 81, 82 or 83: check the kind of paper."),
            verdict.sex,
            verdict.birth_date,
            verdict.region_code,
            plain,
            warning=True,
        )
    unknown = plain[:2] not in _PROVINCES or (regions is not None and plain[:6] not in regions and not taken)
    if unknown:
        # the place of first registration may be a county that was abolished since: a warning, never a fault
        sentence = _("The region code {code} is not in the table (perhaps an abolished county): compare it with the paper.").format(
            code=plain[:6]
        )
        return Verdict(True, sentence, verdict.sex, verdict.birth_date, plain[:6], plain, warning=True)
    return verdict


def _foreigners(plain: str, today: date | None) -> Verdict:
    if re.fullmatch(r"[A-Z]{3}[0-9]{12}", plain):
        return Verdict(
            True, _("This is a permanent residence card of the old form: its check figure is not looked at."), number=plain, warning=True
        )
    if not (_resident_form(plain) and plain.startswith("9")):
        return Verdict(False, _("A permanent residence ID of a foreigner has 18 figures and begins with 9."), number=plain)
    return _eighteen(plain, plain[6:14], plain[16], "", today)


def _eighteen(plain: str, born: str, order: str, region: str, today: date | None) -> Verdict:
    birth = _birth(born)
    if birth is None:
        return Verdict(False, _("The birth date in the number does not exist: compare it with the paper."), number=plain)
    if plain[17] != check_figure(plain[:17]):
        return Verdict(False, _("The check figure of the number is wrong: compare every figure with the paper."), number=plain)
    if today is not None and birth > today:
        return Verdict(False, _("The birth date in the number is still to come: compare it with the paper."), number=plain)
    return Verdict(True, "", _sex(order), birth, region, plain)


def _birth(figures: str) -> date | None:
    try:
        birth = date(int(figures[:4]), int(figures[4:6]), int(figures[6:8]))
    except ValueError:
        return None
    return birth if birth.year >= 1850 else None


def _sex(figure: str) -> str:
    return "male" if int(figure) % 2 else "female"


def look_at_uscc(number: str) -> Verdict:
    """The verdict on a unified social credit code (GB 32100-2015): signs, last check figure; the inner organisation code as a warning."""
    plain = texts.squeezed(number[:200]).upper()
    if not plain:
        return Verdict(False, _("No unified social credit code was given: it is kept as unverified."))
    if not re.fullmatch(rf"[{_USCC_SIGNS}]{{18}}", plain):
        sentence = _("A unified social credit code has 18 figures and letters, without I, O, S, V and Z; this one has {n} characters.")
        return Verdict(False, sentence.format(n=len(plain)), number=plain)
    total = sum(weight * _USCC_SIGNS.index(sign) for weight, sign in zip(_USCC_WEIGHTS, plain[:17], strict=True))
    if plain[17] != _USCC_SIGNS[(31 - total) % 31]:
        return Verdict(False, _("The check figure of the code is wrong: compare every character with the licence."), number=plain)
    inner = sum(weight * int(sign, 36) for weight, sign in zip(_ORGANISATION_WEIGHTS, plain[8:16], strict=True))
    if plain[16] != "0123456789X0"[11 - inner % 11]:
        # many individual businesses (92) carry a number here that is no organisation code
        return Verdict(
            True, _("The organisation code inside does not check: compare it with the licence."), "", None, plain[2:8], plain, warning=True
        )
    return Verdict(True, "", "", None, plain[2:8], plain)


def look_at_phone(number: str) -> Verdict:
    """The verdict on a telephone number: mobile, landline with or without area code and extension, or a public hotline."""
    plain = re.sub(r"[-—－()（）\s]", "", texts.half_width(number[:200])).removeprefix("+86")
    if re.fullmatch(r"1[3-9]\d{9}|(0\d{2,3})?[2-9]\d{6,7}|11[09]|12[02]|12\d{3}|9\d{4}|[48]00\d{7}", plain):
        return Verdict(True, number=plain)
    with_extension = re.fullmatch(r"((?:0\d{2,3})?[2-9]\d{6,7})(?:转|x|ext\.?)\d{1,6}", plain, re.IGNORECASE)
    if with_extension:
        return Verdict(True, number=with_extension[1])
    return Verdict(
        False, _("This is no telephone number: a mobile number has 11 figures, a landline its area code and 7 or 8 figures."), number=plain
    )


def look_at_account(number: str) -> Verdict:
    """The verdict on a bank account: 8 to 32 figures; a card whose last (Luhn) figure is wrong is a warning, never a fault."""
    plain = re.sub(r"[-\s]", "", texts.half_width(number[:200]))
    if not re.fullmatch(r"[0-9]{8,32}", plain):
        return Verdict(False, _("A bank account has 8 to 32 figures: compare it with the card or the passbook."), number=plain)
    if 13 <= len(plain) <= 19 and plain.startswith("62") and not _luhn(plain):
        # company and settlement accounts carry no such figure, so only cards of the national scheme are looked at
        return Verdict(
            True, _("The check figure of the card number is wrong: compare every figure with the card."), number=plain, warning=True
        )
    return Verdict(True, number=plain)


def _luhn(figures: str) -> bool:
    total = 0
    for place, figure in enumerate(reversed(figures)):
        value = int(figure) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]"
    r"([A-HJ-NP-Z0-9]{5}|[A-HJ-NP-Z0-9]{4}[挂学警试超领]|[A-HJK][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJK])"
)
_NO_PLATE = frozenset(("无牌", "无号牌", "未上牌", "无"))
_OTHER_PLATE = re.compile(r"[A-Z0-9\u4e00-\u9fff]{3,16}")


def look_at_plate(number: str) -> Verdict:
    """The verdict on a vehicle plate (GA 36): usual and new-energy plates; others (temporary, e-bike, army) pass as a warning."""
    plain = re.sub(r"[·.\s-]", "", texts.half_width(number[:200])).upper()
    if plain in _NO_PLATE or _PLATE.fullmatch(plain):
        return Verdict(True, number=plain)
    if _OTHER_PLATE.fullmatch(plain):
        return Verdict(
            True, _("This is not a usual plate such as 蒙A12345: compare it with the vehicle licence."), number=plain, warning=True
        )
    return Verdict(False, _("This is no plate: type it like 蒙A12345, or 无牌."), number=plain)


def masked_id(number: str) -> str:
    """The number of an identity paper with its middle hidden: `1501**********0013`; a short one keeps its last two characters only."""
    if len(number) > 10:
        return number[:4] + "*" * (len(number) - 8) + number[-4:]
    return "*" * max(len(number) - 2, 0) + number[-2:] if len(number) > 4 else "*" * len(number)


def masked_phone(number: str) -> str:
    """A telephone number with its middle hidden: `138****5678`; a short one keeps its last two characters only."""
    if len(number) == 11:
        return number[:3] + "****" + number[-4:]
    return number[:-6] + "****" + number[-2:] if len(number) > 8 else "*" * max(len(number) - 2, 0) + number[-2:]


def masked_account(number: str) -> str:
    """A bank account with all but its last four figures hidden."""
    return "*" * max(len(number) - 4, 0) + number[-4:] if len(number) > 4 else "*" * len(number)


def in_fours(number: str) -> str:
    """A bank account in groups of four, as papers print it; anything but figures is left as typed."""
    plain = texts.squeezed(number)
    return " ".join(plain[at : at + 4] for at in range(0, len(plain), 4)) if plain.isdecimal() else number


@dataclass(frozen=True)
class CardLine:
    """What a keyboard-type reader of identity cards typed as one line; what it did not say is ''. Words as typed, nothing checked."""

    number: str
    name: str = ""
    sex: str = ""
    ethnic_group: str = ""
    address: str = ""
    issued_by: str = ""


def read_card_line(line: str) -> CardLine | None:
    """The parts of a card reader's line, which come in any order between `|`, `,`, `;`, `#`, `^` or tabs; None when it holds no ID number.

    The readers of different makers differ, so every part is known by its look: the number by its check figure, the sex by 男 or 女.
    """
    parts = [part.strip() for part in re.split(r"[|,;#^\t\n，；、]+|\s{2,}", texts.half_width(line[:2000])) if part.strip()]
    if len(parts) == 1:
        parts = parts[0].split()
    numbers = [part for part in parts if _resident_form(part.upper()) and check_figure(part[:17]) == part[17].upper()]
    if not numbers:
        return None
    found = {"number": numbers[0]}
    for part in parts:
        if part in ("男", "女"):
            found.setdefault("sex", "male" if part == "男" else "female")
        elif re.search(r"[局厅]$|分局", part) and len(part) > 3:
            found.setdefault("issued_by", part)
        elif not re.search(r"[\u3400-\u9fff\U00020000-\U0003ffff]", part) or re.fullmatch(r"\d{4}年.*日", part) or part == "长期":
            continue
        elif re.search(r"[省市县区旗乡镇村路街号苏木嘎查室]", part) and len(part) > 5:
            found.setdefault("address", part)
        elif "name" not in found:
            found["name"] = part
        elif len(part) <= 6:
            found.setdefault("ethnic_group", part)
    return CardLine(**found)


def region_names(text: str) -> dict[str, str]:
    """Code -> name out of the text of `resources/codes/counties.txt` (all of China, abolished codes too): the `regions` of `look_at`."""
    lines = (line.split(" ") for line in text.splitlines() if line[:1].isdecimal())
    return {parts[0]: parts[1] for parts in lines}


def region_words(code: str, regions: Mapping[str, str]) -> str:
    """The place of a region code in words, from province to county: 内蒙古自治区呼和浩特市赛罕区; what is not in the table is left out."""
    names = [regions.get(part, "") for part in dict.fromkeys((code[:2] + "0000", code[:4] + "00", code)) if len(code) == 6]
    return "".join(name for name in names if name not in ("市辖区", "县", "市区"))
