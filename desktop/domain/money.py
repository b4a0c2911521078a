"""Money in whole fen: reading what a clerk typed, and writing it in figures and in capitals (支付结算办法 附一).

A sum is an int of fen everywhere in the program (1 yuan = 100 fen); there is no float. Yuan stand only in what people type and read.
"""

import re
from decimal import ROUND_HALF_UP, Decimal

from desktop.domain import texts
from desktop.domain.refusal import Refusal
from desktop.i18n import _

MOST_FEN = 100_000_000_000_000 - 1  # below one 万亿 yuan: a larger sum is a slip of the hand
_UNITS = {"": 1, "元": 1, "圆": 1, "万": 10_000, "万元": 10_000, "亿": 100_000_000, "亿元": 100_000_000}
_SUM = re.compile(r"(?:人民币|RMB|¥|￥|\xa5)?(-?)([0-9.,]+)(亿元|亿|万元|万|元|圆)?[整正]?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]*)?|\.[0-9]+")
_SPACE = re.compile(r"(?<![0-9.,])\s+|\s+(?![0-9.,])")  # a space between two figures stays and is refused: it may hide a slip
_DIGITS = "零壹贰叁肆伍陆柒捌玖"


def parse(typed: str | int | Decimal, allow_negative: bool = False, field: str = "") -> int:
    """The sum in fen out of what was typed in yuan: `5194253.92`, `5,194,253.92`, `５１９`, `1.2万`, `800000元`.

    Refusal (at `field`) for anything that can be read in two ways, such as `1,2.3`, for more than two decimals and for less than nothing.
    """
    if isinstance(typed, bool) or not isinstance(typed, str | int | Decimal):
        raise Refusal(_('The amount is written as text in yuan, such as "5194253.92".'), field, "money")
    if isinstance(typed, Decimal) and typed.is_nan():
        typed = "NaN"  # it cannot even be compared
    if not isinstance(typed, str):
        typed = format(typed, "f") if -MOST_FEN <= typed <= MOST_FEN else "9" * 20  # a huge int cannot even be written out
    text = _SPACE.sub("", texts.half_width(typed[:200]).strip())
    found = _SUM.fullmatch(text)
    if not found:
        raise Refusal(
            _("“{text}” is not an amount: type it in figures, such as 5194253.92 or 1.2万.").format(text=texts.quoted(typed)),
            field,
            "money",
        )
    sign, number, unit = found.groups()
    if not _NUMBER.fullmatch(number):
        raise Refusal(
            _(
                "“{text}” can be read in more than one way: a comma stands before every three figures, a point before the fen (1,200.30)."
            ).format(text=texts.quoted(typed)),
            field,
            "money",
        )
    exact = Decimal(number.replace(",", "")) * _UNITS[unit or ""] * 100
    fen = int(exact)
    if exact != fen:
        raise Refusal(_("An amount ends at the fen: “{text}” has too many decimals.").format(text=texts.quoted(typed)), field, "money")
    if sign and fen and not allow_negative:
        raise Refusal(_("An amount cannot be less than zero."), field, "money")
    if fen > MOST_FEN:
        raise Refusal(_("The amount is too large: check the figures (most {most} yuan).").format(most=figures(MOST_FEN)), field, "money")
    return -fen if sign else fen


def figures(fen: int) -> str:
    """The sum in yuan with thousands commas and two decimals: 519425392 -> `5,194,253.92`."""
    return f"{'-' if fen < 0 else ''}{abs(fen) // 100:,}.{abs(fen) % 100:02d}"


def yuan(fen: int) -> str:
    """The sum in yuan as programs read it, two decimals, no commas: 519425392 -> `5194253.92`."""
    return figures(fen).replace(",", "")


def capitals(fen: int) -> str:
    """The sum in capitals with 人民币 in front (支付结算办法 附一): 2000000 -> `人民币贰万元整`.

    The one rule for zero, where the text leaves a choice: zeros between two figures are one 零; none is written between the 万 (亿) and a
    thousand that is not zero (壹拾万柒仟元); one is written between 元 and 角 when the yuan end in zero (柒仟元零伍角). 整 follows 元 only.
    """
    whole, jiao, cents = abs(fen) // 100, abs(fen) // 10 % 10, abs(fen) % 10
    words = _integer(whole) + "元" if whole else ""
    if not jiao and not cents:
        words = (words or "零元") + "整"
    else:
        if words and (whole % 10 == 0 or not jiao):
            words += "零"
        words += f"{_DIGITS[jiao]}角" if jiao else ""
        words += f"{_DIGITS[cents]}分" if cents else ""
    return f"人民币{'负' if fen < 0 else ''}{words}"


def _integer(number: int) -> str:
    """A whole number below 10**16 in capitals."""
    for size, name in ((100_000_000, "亿"), (10_000, "万")):
        high, low = divmod(number, size)
        if high:
            zero = "零" if low and low < size // 10 else ""
            return _integer(high) + name + zero + (_integer(low) if low else "")
    words, gap = "", False
    for size, name in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit = number // size % 10
        if digit:
            words += ("零" if gap and words else "") + _DIGITS[digit] + name
        gap = not digit
    return words


def ten_thousands(fen: int) -> str:
    """The sum in 万元 with two decimals, half up, as the statistics print it: 519425392 -> `519.43`."""
    return str((Decimal(fen) / 1_000_000).quantize(Decimal("0.01"), ROUND_HALF_UP))


def split_equally(fen: int, n: int) -> list[int]:
    """The sum in n equal parts of whole fen, what is left over in the last one (plain instalments); Refusal for too little."""
    if n < 1 or n > 1200:
        raise Refusal(_("The number of instalments is between 1 and 1200."), code="money")
    if fen < n:
        raise Refusal(_("{amount} yuan cannot be split into {n} parts.").format(amount=figures(fen), n=n), code="money")
    part = fen // n
    return [part] * (n - 1) + [fen - part * (n - 1)]
