"""The sheets of a group of people, such as workers on one site: its list, who speaks for it, and splitting it (domain brief 6.2)."""

from desktop.domain.fields import Field
from desktop.i18n import N_

# What each one may give the representatives power to do. Settling wants his own word (CPC 56, 62, by analogy).
AUTHORITY = (
    ("mediate", N_("Take part in the mediation")),
    ("admit", N_("Admit, change or waive claims")),
    ("settle", N_("Settle and sign the agreement")),
    ("receive", N_("Receive the money")),
    ("confirm", N_("Apply for judicial confirmation")),
    ("serve", N_("Receive papers")),
    ("self", N_("None: signs himself")),
)

DIVIDE = (
    ("claimed", N_("Each member what he claims")),
    ("in_proportion", N_("In proportion to what each claims")),
)

_GROUP = Field(
    "group", "text", N_("Group"), help=N_("Its number in the case or its name; left empty where there is only one."), example="1"
)
_NAMED = N_("By name, or by number in the list; left empty: all.")

MEMBERS = (
    _GROUP,
    Field(
        "list",
        "long_text",
        N_("List pasted from Excel"),
        required=True,
        most=500_000,
        help=N_("Name, identity number, amount, bank, account, telephone, with or without a heading line."),
        example="姓名\t身份证号\t金额\n某某甲\t150105198001010013\t12300\n某某乙\t150122195503070027\t9800.50",
    ),
)

REPRESENT = (
    _GROUP,
    Field(
        "representatives", "words", N_("Representatives"), required=True, help=N_("By name, or by number in the list."), example=["1", "2"]
    ),
    Field("paper", "text", N_("By what paper"), required=True, example="全体工人签字的推选书和授权委托书"),
    Field(
        "authority",
        "choices",
        N_("What they may do"),
        required=True,
        choices=AUTHORITY,
        example=["mediate", "settle", "confirm"],
    ),
    Field("members", "words", N_("Given by these members"), most=2000, help=_NAMED, example=[]),
)

SPLIT = (
    _GROUP,
    Field("members", "words", N_("Members"), most=2000, help=_NAMED, example=[]),
)

JOIN = (Field("reason", "text", N_("Reason"), required=True, example="工人统一申请司法确认"),)
