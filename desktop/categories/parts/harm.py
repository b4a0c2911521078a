"""Injured persons, those they maintain, what was lost and paid: the same for accidents, treatment and other harm (PII; forms 6.1)."""

from collections.abc import Iterator
from datetime import date

from desktop.categories.category import Facts, Group
from desktop.domain import dates, plausible
from desktop.domain.fields import Field, spelt
from desktop.domain.plausible import Around, Doubt
from desktop.i18n import N_, _

GRADES = (
    ("1", N_("Grade 1")), ("2", N_("Grade 2")), ("3", N_("Grade 3")), ("4", N_("Grade 4")), ("5", N_("Grade 5")),
    ("6", N_("Grade 6")), ("7", N_("Grade 7")), ("8", N_("Grade 8")), ("9", N_("Grade 9")), ("10", N_("Grade 10")),
)  # fmt: skip
_FIGURES = "一二三四五六七八九十"
_GRADES = tuple((f"{figure}{rest}", str(n)) for n, figure in enumerate(_FIGURES, 1) for rest in ("级", "级伤残", "级残疾"))
INDUSTRIES = (  # the ends of the keys `wage.industry.*` of the table of wages, then the other industries of the yearbook
    ("agriculture", N_("Farming, forestry, herding, fishery")),
    ("mining", N_("Mining")),
    ("manufacturing", N_("Manufacturing")),
    ("utilities", N_("Power, heat, gas and water supply")),
    ("construction", N_("Construction")),
    ("trade", N_("Wholesale and retail")),
    ("transport", N_("Transport, storage and post")),
    ("catering", N_("Lodging and catering")),
    ("information", N_("Information and software")),
    ("finance", N_("Finance and insurance")),
    ("real_estate", N_("Real estate")),
    ("business_services", N_("Leasing and business services")),
    ("research", N_("Research and technical services")),
    ("environment", N_("Water, environment and public facilities")),
    ("resident_services", N_("Services to residents, repair and others")),
    ("education", N_("Education")),
    ("health", N_("Health and social work")),
    ("culture", N_("Culture, sports and entertainment")),
    ("public", N_("Public administration and social bodies")),
)
SHARES = (  # of who answers for the harm: 道路交通事故处理程序规定 art. 60 and what is written after it elsewhere
    ("full", N_("Full responsibility")),
    ("main", N_("Main responsibility")),
    ("equal", N_("Equal responsibility")),
    ("minor", N_("Minor responsibility")),
    ("none", N_("No responsibility")),
)
SHARES_SAID = spelt(full="全部责任 全责", main="主要责任 主责", equal="同等责任", minor="次要责任 次责", none="无责任 无责 不负责任")
HEADS = (  # the court's claim rows and the insurers' list of heads
    ("medical", N_("Treatment")),
    ("hospital_meals", N_("Meals in hospital")),
    ("nutrition", N_("Extra food")),
    ("later_treatment", N_("Later treatment")),
    ("cosmetic", N_("Cosmetic surgery")),
    ("rehabilitation", N_("Rehabilitation")),
    ("care", N_("Nursing")),
    ("lost_income", N_("Lost income")),
    ("transport", N_("Travel to treatment")),
    ("lodging", N_("Lodging")),
    ("disability", N_("Compensation of disability")),
    ("dependants", N_("Living cost of dependants")),
    ("aids", N_("Aids for the disabled")),
    ("death", N_("Compensation of death")),
    ("funeral", N_("Funeral")),
    ("funeral_travel", N_("Relatives' travel, lodging and lost income for the funeral")),
    ("mental", N_("Solace for mental harm")),
    ("vehicle", N_("Damage to the vehicle")),
    ("downtime", N_("Loss of use of a commercial vehicle")),
    ("property", N_("Other property")),
    ("appraisal_fee", N_("Fee of the appraisal")),
    ("other", N_("Other")),
)
_HEADS = spelt(
    medical="医疗费", hospital_meals="住院伙食补助费 伙食补助费", nutrition="营养费", later_treatment="后续治疗费", cosmetic="整容费",
    rehabilitation="康复费", care="护理费", lost_income="误工费", transport="交通费", lodging="住宿费", disability="残疾赔偿金",
    dependants="被扶养人生活费", aids="残疾辅助器具费", death="死亡赔偿金", funeral="丧葬费", mental="精神损害抚慰金 精神损害赔偿金",
    vehicle="车辆损失 车辆维修费 修理费", downtime="停运损失", property="财产损失", appraisal_fee="鉴定费", other="其他",
)  # fmt: skip
STAYS = (("inpatient", N_("In hospital")), ("outpatient", N_("As an outpatient")))
_STAYS = spelt(inpatient="住院", outpatient="门诊")

UNUSUAL_INCOME = 10_000_000  # fen a month: more is asked about, not refused

INJURED = (
    Field("name", "text", N_("Name"), required=True, example="高某"),
    Field("birth_date", "date", N_("Date of birth"), prefer="past", example="1986-05-12"),
    Field("injury", "text", N_("Injury"), most=500, example="左胫骨骨折"),
    Field("hospital", "text", N_("Hospital"), help=N_("The main stay; others go into the table of treatments.")),
    Field("admitted_on", "date", N_("Admitted on"), prefer="past", example="2025-03-05"),
    Field("discharged_on", "date", N_("Discharged on"), prefer="past", example="2025-03-26"),
    Field("surgeries", "text", N_("Operations"), most=500),
    Field("off_work_days", "integer", N_("Days off work"), least=0, most=7300, example=120),
    Field("care_days", "integer", N_("Days of nursing"), least=0, most=7300, example=60),
    Field("carer", "text", N_("Nursed by"), most=60),
    Field("carer_income", "money", N_("Monthly income of the carer"), example="3600"),
    Field("nutrition_days", "integer", N_("Days of extra food"), least=0, most=7300, example=60),
    Field("disability_grade", "choice", N_("Grade of disability"), choices=GRADES, also=_GRADES, example="10"),
    Field("more_grades", "words", N_("Further grades"), most=10, help=N_("Of further injuries, such as 10、10."), example=[]),
    Field("disability_percent", "integer", N_("Disability in per cent"), least=1, most=100, example=10),
    Field("appraiser", "text", N_("Appraised by")),
    Field("appraised_on", "date", N_("Disability fixed on"), prefer="past", example="2025-08-10"),
    Field("occupation", "text", N_("Occupation or industry"), example="餐馆服务员"),
    Field("industry", "choice", N_("Industry"), choices=INDUSTRIES, help=N_("For the average wage of the industry."), example="catering"),
    Field("employer", "text", N_("Work unit")),
    Field("monthly_income", "money", N_("Monthly income"), example="4350"),
    Field("residence", "text", N_("Living at"), most=200),
    Field("residence_since", "date", N_("Living there since"), prefer="past", example="2018-06-01"),
    Field("died_on", "date", N_("Day of death"), prefer="past", example=""),
)
TREATMENTS = (
    Field("name", "text", N_("Name of the injured"), most=60, example="高某"),
    Field("hospital", "text", N_("Hospital"), required=True),
    Field("stay", "choice", N_("Kind of treatment"), choices=STAYS, also=_STAYS),
    Field("from_on", "date", N_("From the day"), prefer="past", example="2025-03-05"),
    Field("to_on", "date", N_("To the day"), prefer="past", example="2025-03-26"),
    Field("cost", "money", N_("Cost of treatment")),
)
DEPENDANTS = (
    Field("name", "text", N_("Name"), required=True),
    Field("of", "text", N_("Maintained by"), example="高某"),
    Field("birth_date", "date", N_("Date of birth"), prefer="past", example="2015-09-01"),
    Field("relation", "text", N_("Relation"), most=40, example="女儿"),
    Field("supporters", "integer", N_("Number of supporters"), least=1, most=20, example=2),
    Field("incapable", "yes_no", N_("Unable to work"), example=False),
)
LOSSES = (
    Field("item", "choice", N_("Item"), required=True, choices=HEADS, also=_HEADS),
    Field("whose", "text", N_("Whose loss"), most=60, example="高某"),
    Field("amount", "money", N_("Sum claimed"), required=True),
    Field("agreed", "money", N_("Sum agreed"), example=""),
    Field("basis", "text", N_("Basis"), example="票据"),
    Field("proved", "yes_no", N_("Are there papers for it")),
)
ADVANCES = (
    Field("payer", "text", N_("Paid by"), required=True, example="郭某某"),
    Field("amount", "money", N_("Amount"), required=True),
    Field("for", "text", N_("What for"), example="住院押金"),
    Field("paid_on", "date", N_("Day"), prefer="past", example="2025-03-05"),
)
INJURED_TABLE = Field("injured", "table", N_("Injured persons"), rows=INJURED, most=200)
TREATMENT_TABLE = Field("treatments", "table", N_("Treatments"), rows=TREATMENTS, most=500)
DEPENDANT_TABLE = Field("dependants", "table", N_("Dependants"), rows=DEPENDANTS, most=200)
LOSS_TABLE = Field("losses", "table", N_("Losses, item by item"), rows=LOSSES, most=500)
ADVANCE_TABLE = Field("advances", "table", N_("Advances and who paid them"), rows=ADVANCES, most=200)
PAID_SO_FAR = Field("paid_so_far", "money", N_("Paid so far"))
INJURIES = Field("injuries", "long_text", N_("Injuries"))
ONE_OFF = Field("one_off", "yes_no", N_("Is it to be settled once and for all"), help=N_("Later treatment included."))
INJURED_GROUP = Group(N_("Injured persons and treatment"), (INJURED_TABLE, TREATMENT_TABLE, DEPENDANT_TABLE, INJURIES, ONE_OFF))
LOST_AND_PAID = (LOSS_TABLE, ADVANCE_TABLE, PAID_SO_FAR)


def doubts(facts: Facts, around: Around, since: date | None = None, since_words: str = "", strict: bool = True) -> Iterator[Doubt]:
    """What cannot be or is odd about injured persons, dependants and losses.

    `since` is the day of the harm and `since_words` its name; with `strict` nobody is treated for it before.
    """
    for n, one in plausible.rows(facts, "injured"):
        yield from _person(one, f"injured.{n}.", since, since_words, strict)
    for n, one in plausible.rows(facts, "treatments"):
        yield from plausible.in_order(TREATMENTS, one, "from_on", "to_on", where=f"treatments.{n}.")
        if since and one.get("from_on") and one["from_on"] < since:
            yield Doubt(f"treatments.{n}.from_on", _("The treatment lies before {what}.").format(what=since_words), stops=False)
    known = {str(one.get("name")) for _n, one in plausible.rows(facts, "injured")}
    for n, one in plausible.rows(facts, "dependants"):
        yield from _dependant(one, f"dependants.{n}.", known, around)
    if not any(one.get("died_on") for _n, one in plausible.rows(facts, "injured")) and known:
        for n, loss in plausible.rows(facts, "losses"):
            if loss.get("item") in ("death", "funeral", "funeral_travel"):
                yield Doubt(f"losses.{n}.item", _("This item is of a death, but nobody among the injured has a day of death."), stops=False)
    for n, loss in plausible.rows(facts, "losses"):
        yield from plausible.at_most(LOSSES, loss, "agreed", "amount", where=f"losses.{n}.", stops=False)
    paid, told = facts.get("paid_so_far"), plausible.total(facts, "advances")
    if told and isinstance(paid, int) and paid != told:
        yield Doubt("paid_so_far", _("The advances, one by one, are not together what was paid so far."), stops=False)


def _person(one: Facts, at: str, since: date | None, since_words: str, strict: bool) -> Iterator[Doubt]:
    yield from plausible.in_order(INJURED, one, "birth_date", "admitted_on", "discharged_on", where=at)
    yield from plausible.in_order(INJURED, one, "admitted_on" if one.get("admitted_on") else "birth_date", "died_on", where=at)
    yield from plausible.in_order(INJURED, one, "admitted_on", "appraised_on", where=at)
    if one.get("died_on") and one.get("appraised_on") and one["appraised_on"] > one["died_on"]:
        yield Doubt(f"{at}appraised_on", _("The disability was fixed after the day of death."))
    if since and one.get("birth_date") and one["birth_date"] > since:
        yield Doubt(f"{at}birth_date", _("The date of birth lies after {what}.").format(what=since_words), strict)
    for key in ("admitted_on", "died_on", "appraised_on"):
        if since and one.get(key) and one[key] < since:
            label = next(_(field.label) for field in INJURED if field.key == key)
            yield Doubt(f"{at}{key}", _("{label}: it lies before {what}.").format(label=label, what=since_words), strict)
    admitted, discharged = one.get("admitted_on"), one.get("discharged_on")
    if admitted and discharged and one.get("off_work_days") is not None and one["off_work_days"] < (discharged - admitted).days:
        yield Doubt(f"{at}off_work_days", _("Fewer days off work than in hospital."), stops=False)
    grade, percent = str(one.get("disability_grade") or ""), one.get("disability_percent")
    if grade.isdigit() and percent is not None and not one.get("more_grades") and percent != 110 - int(grade) * 10:
        sentence = _("Grade {grade} stands for {percent} per cent (PII 12).").format(grade=grade, percent=110 - int(grade) * 10)
        yield Doubt(f"{at}disability_percent", sentence, stops=False)
    for word in one.get("more_grades") or ():
        if not (word.strip().isascii() and word.strip().isdigit() and 1 <= int(word) <= 10):
            yield Doubt(f"{at}more_grades", _("A grade is a figure from 1 to 10."))
            break
        if grade.isdigit() and int(word) < int(grade):
            yield Doubt(f"{at}more_grades", _("The gravest grade stands first: a further one is not graver."))
            break
    if (one.get("monthly_income") or 0) > UNUSUAL_INCOME:
        yield Doubt(f"{at}monthly_income", _("This income is unusually high: is it a month's?"), stops=False)


def _dependant(one: Facts, at: str, known: set[str], around: Around) -> Iterator[Doubt]:
    if one.get("of") and known and one["of"] not in known:
        yield Doubt(f"{at}of", _("“{name}” is not among the injured persons.").format(name=one["of"][:40]), stops=False)
    if one.get("birth_date") and one["birth_date"] <= around.today:
        age = dates.age(one["birth_date"], around.today)
        if age >= 18 and one.get("incapable") is False:
            yield Doubt(f"{at}incapable", _("Of age and able to work: no dependant in the law (PII 17)."), stops=False)
