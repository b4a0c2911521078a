"""The sheets of evidence and of the files kept with a case (MoJ239 form 7; kinds after the court's element forms, forms brief 1.3, 1.5)."""

from db.vocabulary import PaperKind
from desktop.domain import words
from desktop.domain.fields import Field
from desktop.i18n import N_

# So that the boxes 有□ 无□ of an element form can be answered by what has been handed in.
KINDS = (
    ("identity", N_("Proof of identity")),
    ("authority", N_("Power of attorney")),
    ("contract", N_("Contract")),
    ("iou", N_("Note of debt")),
    ("receipt", N_("Receipt")),
    ("bank_record", N_("Bank record")),
    ("statement", N_("Statement of account")),
    ("guarantee", N_("Contract of guarantee or security")),
    ("registration", N_("Registration of a security")),
    ("demand", N_("Letter of demand")),
    ("accident_report", N_("Determination of responsibility for an accident")),
    ("insurance", N_("Insurance policy")),
    ("medical_record", N_("Medical record")),
    ("medical_invoice", N_("Invoice for treatment")),
    ("hospital_order", N_("Hospital certificate or doctor's order")),
    ("travel", N_("Tickets of travel")),
    ("appraisal", N_("Appraisal")),
    ("wage_list", N_("Wage list or wage slip")),
    ("attendance", N_("Record of attendance")),
    ("dismissal", N_("Notice that work ends")),
    ("family", N_("Marriage or family certificate")),
    ("property", N_("Proof of property")),
    ("invoice", N_("Invoice")),
    ("delivery", N_("Note of delivery")),
    ("chat", N_("Chat record")),
    ("photo", N_("Photo")),
    ("recording", N_("Sound or film")),
    ("witness", N_("Statement of a witness")),
    ("site", N_("Record of an inspection")),
    ("other", N_("Other")),
)

_ROW = (
    Field("name", "text", N_("Name of the evidence"), required=True, example="工资结算单"),
    Field("kind", "choice", N_("Kind of evidence"), choices=KINDS, example="wage_list"),
    Field("copies", "integer", N_("Copies"), least=1, most=999, example=1),
    Field("pages", "integer", N_("Pages"), least=1, most=100_000, example=3),
    Field("original", "yes_no", N_("Is it the original"), example=True),
    Field("party", "text", N_("Provided by"), help=N_("Number of the party in the case, or its name."), example="1"),
    Field("proves", "text", N_("What it proves"), most=500, example="被申请人确认拖欠的工资数额"),
    Field("received_on", "date", N_("Received on"), prefer="past", example="2021-12-07"),
    Field(
        "missing_until",
        "date",
        N_("To be handed in by"),
        prefer="future",
        help=N_("Only where it is missing and taken in later."),
        example="",
    ),
)

EVIDENCE = (Field("evidence", "table", N_("Evidence"), required=True, rows=_ROW, most=500),)

EVIDENCE_CHANGE = (
    Field("number", "integer", N_("Number in the list"), required=True, least=1, example=1),
    *(Field(f.key, f.kind, f.label, False, f.choices, f.help, f.example, f.most, f.rows, f.least, f.prefer) for f in _ROW),
    Field("returned_on", "date", N_("Returned on"), prefer="past", example=""),
    Field("returned_to", "text", N_("Given back to"), most=60, example=""),
)

HANDED_IN = (
    Field("numbers", "words", N_("Numbers in the list"), required=True, example=["1"]),
    Field("day", "date", N_("Day"), prefer="past", example="2021-12-10"),
)

RETURNED = (
    Field("numbers", "words", N_("Numbers in the list"), help=N_("Left empty: all originals."), example=["1"]),
    Field("day", "date", N_("Day"), prefer="past", example="2022-01-18"),
    Field("receiver", "text", N_("Given back to"), most=60, help=N_("Left empty: who brought it."), example=""),
)

ATTACH = (
    Field("evidence", "integer", N_("Number of the evidence"), least=1, help=N_("Which piece of evidence the file shows."), example=""),
    Field("paper", "choice", N_("Paper"), choices=words.choices(PaperKind), help=N_("Which issued paper the file shows."), example=""),
    Field("document", "integer", N_("Id of the paper"), least=1, help=N_("Where several of one kind were issued."), example=""),
    Field("page", "integer", N_("Page of the paper"), least=1, most=9999, example=""),
    Field("taken_on", "date", N_("Taken on"), prefer="past", example=""),
)
