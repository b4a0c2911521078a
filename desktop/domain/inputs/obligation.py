"""What may be said of one obligation: money, things (livestock, goods) or an act; when, by whom, to whom, in what way.

The particulars of things, of a plan of payments and of those who stand beside are kept in one column (`domain.particulars`).
"""

from db.vocabulary import Guarantee, Liability, ObligationKind, ObligationTiming, PaymentWay
from desktop.domain import words
from desktop.domain.fields import Field
from desktop.domain.inputs.group import DIVIDE
from desktop.i18n import N_

SPECIES = (
    ("sheep", N_("Sheep")),
    ("goat", N_("Goat")),
    ("cattle", N_("Cattle")),
    ("horse", N_("Horse")),
    ("camel", N_("Camel")),
    ("other", N_("Other")),
)
ANIMAL_SEX = (
    ("female", N_("Ewes, cows, mares")),
    ("male", N_("Rams, bulls, stallions")),
    ("castrated", N_("Castrated")),
    ("mixed", N_("Either")),
)
BEARER = (("debtor", N_("Who hands over")), ("creditor", N_("Who receives")))
EVERY = (
    ("month", N_("Every month")),
    ("quarter", N_("Every quarter")),
    ("half_year", N_("Every half-year")),
    ("year", N_("Every year")),
)
SEASONS = (
    ("harvest", N_("After the harvest")),
    ("lambing", N_("After lambing")),
    ("shearing", N_("After shearing")),
    ("haymaking", N_("After haymaking")),
    ("sale", N_("After the livestock is sold")),
)
PERFORMER_AS = (
    ("insurer", N_("Insurer, within its liability")),
    ("fund", N_("Fund")),
    ("contractor", N_("Main contractor")),
    ("other", N_("Other")),
)

INSTALMENT = (
    Field("due_on", "date", N_("Due"), required=True, prefer="future", example="2022-01-20"),
    Field("member", "text", N_("Member of the group"), help=N_("Name, or number in the list; left empty: for all."), example=""),
    Field("amount", "money", N_("Amount"), example="5194253.92"),
    Field("quantity", "text", N_("Quantity"), most=40, example=""),
)

SHARE = (
    Field("party", "text", N_("Party"), required=True, help=N_("Number of the party in the case, or name."), example="2"),
    Field("amount", "money", N_("Amount"), required=True, example="2597126.96"),
)

# --- kept in `details` ------------------------------------------------------------------------------------------------------------

LIVESTOCK = (
    Field("species", "choice", N_("Livestock"), choices=SPECIES, example=""),
    Field("breed", "text", N_("Breed"), most=40, example=""),
    Field("animal_sex", "choice", N_("Sex of the animals"), choices=ANIMAL_SEX, example=""),
    Field("age_class", "text", N_("Age class"), most=40, help=N_("Adult, two years old, this year's lamb ..."), example=""),
    Field("ear_tags", "words", N_("Ear tags"), most=500, help=N_("Numbers, or the first and the last."), example=[]),
    Field("weight", "text", N_("Weight"), most=60, help=N_("Of each animal, alive, in kilograms: at least 45."), example=""),
)
GOODS = (
    Field("spec", "text", N_("Specification"), most=200, help=N_("Make, model, size, packing."), example=""),
    Field("quality", "text", N_("Quality"), most=200, help=N_("Grade or standard, or what it is compared with."), example=""),
)
HANDING_OVER = (
    Field("settles", "money", N_("Settles a debt of"),
          help=N_("What the things are given for; the difference is an obligation of its own."), example=""),
    Field("quarantine", "text", N_("Quarantine certificate"), most=100, help=N_("Its number, or who has it made out."), example=""),
    Field("deaths_by", "choice", N_("Deaths until handed over are borne by"), choices=BEARER, example=""),
    Field("feed_by", "choice", N_("Feed until handed over is borne by"), choices=BEARER, example=""),
    Field("young_to", "choice", N_("Young born meanwhile belong to"), choices=BEARER, example=""),
    Field("objection_days", "integer", N_("Days to object to number or quality"), least=1, most=365, example=""),
)  # fmt: skip
PLAN = (
    Field("every", "choice", N_("Again"), choices=EVERY, example=""),
    Field("first_on", "date", N_("First day"), prefer="future", example=""),
    Field("times", "integer", N_("How many times"), least=1, most=1200, example=""),
    Field("each", "money", N_("Each time"), help=N_("The rest falls into the last one."), example=""),
    Field("until", "date", N_("Until the day"), prefer="future", example=""),
    Field("whose", "text", N_("Or until this person"), most=60, help=N_("Such as the child who is supported."), example=""),
    Field("born_on", "date", N_("... born on"), prefer="past", example=""),
    Field("until_age", "integer", N_("... is so many years old"), least=1, most=120, example=""),
    Field("down_payment", "money", N_("Down payment"), example=""),
    Field("down_on", "date", N_("Down payment on"), prefer="future", example=""),
)
OTHERS = (
    Field("season", "choice", N_("Season"), choices=SEASONS, help=N_("Named beside the last day, which counts."), example=""),
    Field("set_off", "money", N_("Set off against"),
          help=N_("What the creditor owes in turn; the amount is what is left after it."), example=""),
    Field("set_off_for", "text", N_("... owed for"), most=200, example=""),
    Field("performer_as", "choice", N_("It performs as"), choices=PERFORMER_AS, example=""),
    Field("direction_on", "date", N_("Direction to pay signed on"), prefer="past",
          help=N_("By the creditor on whose account the payee takes."), example=""),
    Field("checked_by", "text", N_("Checked by"), most=100, help=N_("Who says that it is done."), example=""),
    Field("divide", "choice", N_("Each member of the group gets"), choices=DIVIDE,
          help=N_("Of a group: the sum is divided among its members, each with his own part and account."), example=""),
)  # fmt: skip
DETAILS = (*LIVESTOCK, *GOODS, *HANDING_OVER, *PLAN, *OTHERS)
"""What `obligation.details` holds beside its free text."""

# --- the sheet --------------------------------------------------------------------------------------------------------------------

_BY_KEY = {field.key: field for field in DETAILS}


def _detail(*keys: str) -> tuple[Field, ...]:
    return tuple(_BY_KEY[key] for key in keys)


OBLIGATION = (
    Field("kind", "choice", N_("Kind"), choices=words.choices(ObligationKind), example="money"),
    Field("debtors", "words", N_("Who owes"), help=N_("Numbers of the parties in the case, or names."), example=["2", "3"]),
    Field("creditors", "words", N_("To whom"), example=["1"]),
    Field("subject", "text", N_("What for, or what"), most=500, example="借款本金及利息"),
    *LIVESTOCK,
    *GOODS,
    Field("amount", "money", N_("Amount"), example="5194253.92"),
    *_detail("set_off", "set_off_for"),
    Field("quantity", "text", N_("Quantity"), most=40, example=""),
    Field("unit", "text", N_("Unit"), most=10, example=""),
    Field("unit_price", "money", N_("Unit price"), example=""),
    Field("liability", "choice", N_("How several owe"), choices=words.choices(Liability), example="joint"),
    Field("shares", "table", N_("Shares"), rows=SHARE, most=50, help=N_("What each of several debtors owes."), example=[]),
    Field("timing", "choice", N_("When"), choices=words.choices(ObligationTiming), example="by_date"),
    Field("due_on", "date", N_("By the day"), prefer="future", example="2022-01-20"),
    *_detail("season"),
    *PLAN,
    Field("instalments", "table", N_("Instalments"), rows=INSTALMENT, most=2000, example=[]),
    *_detail("divide"),
    Field("way", "choice", N_("How"), choices=words.choices(PaymentWay), example="transfer"),
    Field("account_name", "text", N_("Account name"), example="内蒙古某商业银行股份有限公司"),
    Field("bank_name", "text", N_("Bank and branch"), example="内蒙古某商业银行托克托支行"),
    Field("account_number", "bank_account", N_("Account number"), example="15000122000000008"),
    Field("place", "text", N_("Place of performance"), example=""),
    *HANDING_OVER,
    Field("guarantors", "words", N_("Guarantors"), example=[]),
    Field("guarantee", "choice", N_("How they answer"), choices=words.choices(Guarantee), example=""),
    Field("guarantee_until", "date", N_("Guarantee until"), prefer="future", example=""),
    Field("performer", "text", N_("Performed by"),
          help=N_("Somebody else who pays or hands over directly: an insurer, a fund."), example=""),
    *_detail("performer_as"),
    Field("payee", "text", N_("Payee"), example=""),
    Field("on_account_of", "text", N_("On account of"), example=""),
    *_detail("direction_on"),
    Field("done_when", "text", N_("Counts as done when"), most=500, example=""),
    *_detail("checked_by"),
    Field("details", "text", N_("Details"), most=2000, example=""),
    Field("own_text", "long_text", N_("Own wording"), most=4000,
          help=N_("In place of the clause that is made from these fields."), example=""),
)  # fmt: skip
