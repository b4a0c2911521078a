"""Medical disputes (domain brief 6.0, 6.5; 医疗纠纷预防和处理条例 31 to 39)."""

from collections.abc import Iterator

from desktop.categories.category import Category, Facts, Group
from desktop.categories.parts import harm, suit
from desktop.domain import plausible
from desktop.domain.fields import Field, spelt
from desktop.domain.plausible import Around, Doubt
from desktop.i18n import N_, _

APPLIED = (
    ("joint", N_("By both sides together")),
    ("consent", N_("By one side, the other consents")),
    ("one", N_("By one side, the other not asked yet")),
)
_APPLIED = spelt(joint="共同申请", one="一方申请")
OWNERS = (("public", N_("Public hospital")), ("private", N_("Private hospital")), ("village", N_("Village clinic")))
_OWNERS = spelt(public="公立", private="民营", village="村卫生室")
RESULTS = (
    ("death", N_("Death")),
    ("disability", N_("Lasting harm")),
    ("longer", N_("Longer illness")),
    ("informed", N_("Not told enough before it")),
    ("fees", N_("Only the fees are disputed")),
    ("other", N_("Other")),
)
PARTS = (
    ("full", N_("Full cause")),
    ("main", N_("Main cause")),
    ("equal", N_("Equal cause")),
    ("minor", N_("Minor cause")),
    ("slight", N_("Slight cause")),
    ("none", N_("No cause")),
)
_PARTS = spelt(
    full="全部原因 完全责任", main="主要原因 主要责任", equal="同等原因 对等责任", minor="次要原因 次要责任",
    slight="轻微原因 轻微责任", none="无因果关系",
)  # fmt: skip
APPRAISALS = (
    ("none", N_("No appraisal")),
    ("wanted", N_("Wanted by both")),
    ("medical", N_("By a medical association")),
    ("judicial", N_("By a forensic institute")),
    ("expert", N_("Experts asked")),
)
_APPRAISALS = spelt(medical="医学会", judicial="司法鉴定", expert="专家咨询")

FACTS = (
    Group(
        "",
        (
            Field("applied", "choice", N_("How mediation was asked for"), choices=APPLIED, also=_APPLIED),
            Field("hospital", "text", N_("Hospital or clinic")),
            Field("owner", "choice", N_("Kind of hospital"), choices=OWNERS, also=_OWNERS),
            Field("department", "text", N_("Department"), most=60, example="骨科"),
            Field("patient", "text", N_("Patient")),
            Field("treated_from", "date", N_("Treated from"), prefer="past", example="2025-02-01"),
            Field("treated_to", "date", N_("Treated to"), prefer="past", example="2025-02-20"),
            Field("complaint", "text", N_("Why he came"), most=300),
            Field("course", "long_text", N_("Course of the treatment")),
            Field("result", "choice", N_("What came of it"), choices=RESULTS, example="disability"),
            Field("reproach", "text", N_("What the hospital is reproached with"), most=500),
        ),
    ),
    Group(
        N_("Records and appraisal"),
        (
            Field("sealed", "yes_no", N_("Were the records sealed")),
            Field("sealed_on", "date", N_("Sealed on"), prefer="past", example="2025-02-21"),
            Field("objects_sealed", "text", N_("Drugs, blood or devices sealed"), most=200),
            Field("autopsy", "yes_no", N_("Was an autopsy made")),
            Field(
                "autopsy_told", "yes_no", N_("Was the family told of an autopsy"), help=N_("In writing, where the cause of death is open.")
            ),
            Field("appraisal", "choice", N_("Appraisal of the treatment"), choices=APPRAISALS, also=_APPRAISALS, example="medical"),
            Field("appraiser", "text", N_("Appraised by")),
            Field("appraised_on", "date", N_("Appraised on"), prefer="past", example="2025-06-30"),
            Field("part", "choice", N_("Part of the hospital in the harm"), choices=PARTS, also=_PARTS),
        ),
    ),
    harm.INJURED_GROUP,
    Group(
        N_("Losses and payments"),
        (
            *harm.LOST_AND_PAID,
            Field("fees_owed", "money", N_("Hospital fees not paid")),
            Field("amount_asked", "money", N_("Amount asked"), example="80000"),
            Field("insurer", "text", N_("Insurer of the hospital's liability")),
            Field("policy_number", "text", N_("Policy number")),
        ),
    ),
    suit.group(*suit.APPRAISAL),
)


def _doubts(facts: Facts, around: Around) -> Iterator[Doubt]:
    top = tuple(field for group in FACTS for field in group.facts)
    yield from plausible.in_order(top, facts, "treated_from", "treated_to")
    yield from plausible.in_order(top, facts, "treated_from", "sealed_on")
    yield from plausible.in_order(top, facts, "treated_from", "appraised_on")
    denied = _("It was said that the records were not sealed, and yet there is a day of it.")
    yield from plausible.contradicts(facts, "sealed", "sealed_on", sentence=denied)
    if facts.get("applied") == "one":
        sentence = _("It is mediated when both ask for it, or one asks and the other consents (医疗条例 31): ask the other side.")
        yield Doubt("applied", sentence, stops=False)
    if facts.get("appraisal") in ("none", "wanted") and plausible.said(facts.get("part")):
        yield Doubt("part", _("Without an appraisal nobody has told the part of the hospital."), stops=False)
    if facts.get("result") == "death" and not any(one.get("died_on") for _n, one in plausible.rows(facts, "injured")):
        yield Doubt("injured", _("The result is death: enter the day among the injured persons."), stops=False)
    yield from harm.doubts(facts, around, None, "")
    yield from suit.doubts(facts, around)


CATEGORY = Category(
    key="medical",
    label=N_("Medical treatment"),
    moj_type="医疗纠纷",
    groups=FACTS,
    documents=(
        N_("Medical records and invoices"),
        N_("Record of sealing"),
        N_("Appraisal of the treatment"),
        N_("Appraisal of the disability"),
        N_("Death certificate and cancelled registration"),
        N_("Household register and proof of dependants"),
        N_("Proof of income and of absence from work"),
        N_("Licence of the hospital and insurance policy"),
    ),
    doubts=_doubts,
)
