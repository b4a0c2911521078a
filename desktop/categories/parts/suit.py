"""What the court's element forms ask besides the dispute itself (forms brief 1.2, 1.5): so that a failed case need not be told again.

The clause on arbitration or jurisdiction is a field of the case itself.
"""

from collections.abc import Iterator

from desktop.categories.category import Facts, Group
from desktop.domain import plausible
from desktop.domain.fields import Field, spelt
from desktop.domain.plausible import Around, Doubt
from desktop.i18n import N_, _

ENDS = (
    ("pending", N_("Still pending")),
    ("not_accepted", N_("Not accepted")),
    ("withdrawn", N_("Withdrawn")),
    ("dismissed", N_("Dismissed")),
    ("mediated", N_("Settled by mediation of the court")),
    ("judged", N_("Decided by judgment")),
)
_ENDS = spelt(pending="未结", not_accepted="不予受理", withdrawn="撤诉", dismissed="驳回", mediated="调解", judged="判决")
WAYS = (
    ("letter", N_("By letter")),
    ("express", N_("By express mail")),
    ("lawyer", N_("By a lawyer's letter")),
    ("phone", N_("By telephone")),
    ("message", N_("By message")),
    ("visit", N_("In person")),
    ("notice", N_("By a notice put up")),
)
_WAYS = spelt(
    letter="书面 信函", express="快递 邮寄", lawyer="律师函", phone="电话", message="微信 短信", visit="当面 上门", notice="张贴",
)  # fmt: skip

_SUITS = (
    Field("court", "text", N_("Court"), required=True, example="内蒙古自治区呼和浩特市新城区人民法院"),
    Field("filed_on", "date", N_("Filed on"), prefer="past"),
    Field("number", "text", N_("Case number"), most=60, example="（2025）内0102民初268号"),
    Field("end", "choice", N_("How it ended"), choices=ENDS, also=_ENDS, example="withdrawn"),
    Field("ended_on", "date", N_("Ended on"), prefer="past"),
)
_REMINDERS = (
    Field("made_on", "date", N_("Day"), prefer="past", required=True),
    Field("way", "choice", N_("Way"), choices=WAYS, also=_WAYS),
    Field("what", "text", N_("What was demanded"), most=200, example="限期十日内付清"),
)

PRESERVATION = (
    Field("preserved", "yes_no", N_("Was property preserved before the suit")),
    Field("preserved_court", "text", N_("Court that preserved it"), example="内蒙古自治区呼和浩特市新城区人民法院"),
    Field("preserved_on", "date", N_("Preserved on"), prefer="past"),
    Field("preserved_number", "text", N_("Case number of the preservation"), most=60, example="（2026）内0102财保15号"),
)
EARLIER_SUITS = Field("earlier_suits", "table", N_("Earlier suits about the same"), rows=_SUITS, most=50)
FEES = Field("court_fees_claimed", "yes_no", N_("Is the other side to bear the court's fees"))
OTHER_CLAIMS = Field("other_claims", "text", N_("Other claims"), most=500)
OTHER_MATTERS = Field("other_matters", "text", N_("What else should be known"), most=500)
APPRAISAL = (
    Field("appraisal_wanted", "yes_no", N_("Is an appraisal wanted")),
    Field("appraisal_matter", "text", N_("Matter of the appraisal"), most=300, example="伤残等级、误工期、护理期、营养期"),
)
UNTIL_PAID = Field("until_paid", "yes_no", N_("Is it asked up to the day of real payment"))
REMINDERS = Field("reminders", "table", N_("Demands for performance"), rows=_REMINDERS, most=200)


def group(*before: Field) -> Group:
    """The folded group for a later suit; `before` stand at its beginning."""
    return Group(N_("If it goes to court"), (*before, FEES, OTHER_CLAIMS, *PRESERVATION, EARLIER_SUITS, OTHER_MATTERS))


def doubts(facts: Facts, around: Around) -> Iterator[Doubt]:
    """A preservation or appraisal that was denied and told all the same; an earlier suit that ended before it was filed, or still waits."""
    denied = _("It was said that nothing was preserved: either that or what stands below is a slip.")
    yield from plausible.contradicts(facts, "preserved", "preserved_court", "preserved_on", "preserved_number", sentence=denied)
    denied = _("No appraisal is wanted, and yet a matter for one is named.")
    yield from plausible.contradicts(facts, "appraisal_wanted", "appraisal_matter", sentence=denied)
    for n, suit in plausible.rows(facts, "earlier_suits"):
        at = f"earlier_suits.{n}."
        yield from plausible.in_order(_SUITS, suit, "filed_on", "ended_on", where=at)
        if suit.get("end") == "pending":
            sentence = _("A suit about the same is pending: what a court has taken up is mediated here only where the court refers it.")
            yield Doubt(f"{at}end", sentence, stops=False)
