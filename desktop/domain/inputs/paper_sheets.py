"""The sheets of papers that say more than the case itself: investigation, service, hand-over, kinship, understanding, sketch, remarks.

They are few on purpose: what a case knows already (its parties, helpers, sessions, terms, obligations) is not asked again.
Source of the fields: domain brief 4.1, nos. 6, 13 and 16; forms brief 4.1.
"""

from db.vocabulary import PaperKind, Sex
from desktop.domain import words
from desktop.domain.fields import Field
from desktop.domain.inputs import court_sheets
from desktop.domain.inputs.agreement import AGREEMENT
from desktop.i18n import N_

WAYS = (
    ("direct", N_("Handed over directly")),
    ("left", N_("Left with a witness")),
    ("entrusted", N_("Through another body")),
    ("post", N_("By post")),
    ("electronic", N_("Electronically")),
    ("proxy", N_("Through the employer or unit")),
)
PLACES = (
    ("application", N_("Application or registration form")),
    ("rights", N_("Notice of rights and duties")),
    ("identity", N_("Proof of identity of the parties")),
    ("authority", N_("Power of attorney")),
    ("investigation", N_("Record of an investigation")),
    ("evidence", N_("Evidence")),
    ("record", N_("Mediation record")),
    ("agreement", N_("Mediation agreement")),
    ("performance", N_("Receipts and proofs of payment")),
    ("return_visit", N_("Record of a return visit")),
    ("confirmation", N_("Papers of the judicial confirmation")),
    ("remarks", N_("Remarks on the file")),
)
_ASKED = (
    Field("name", "text", N_("Name"), required=True, example="李某某"),
    Field("sex", "choice", N_("Sex"), choices=words.choices(Sex), example="male"),
    Field("ethnic_group", "text", N_("Ethnic group"), most=40, example="汉族"),
    Field("birth_date", "date", N_("Date of birth"), prefer="past", example="1975-03-02"),
    Field("work", "text", N_("Occupation or employer"), example="牧民"),
    Field("residence", "text", N_("Residence"), example="新城区保合少镇某嘎查"),
    Field("id_number", "id_number", N_("Identity number"), example=""),
    Field("phone", "phone", N_("Telephone"), example="13800000021"),
)
INVESTIGATION = (
    Field("day", "date", N_("Day"), required=True, prefer="past", example="2021-12-15"),
    Field("begins", "text", N_("From"), most=12, example="9时30分"),
    Field("ends", "text", N_("To"), most=12, example="10时20分"),
    Field("place", "text", N_("Place"), example="某嘎查委员会办公室"),
    Field("asked", "table", N_("Who was asked"), required=True, rows=_ASKED, most=20),
    Field("participants", "words", N_("Others present"), example=["嘎查治保主任王某某"]),
    Field("investigators", "words", N_("Who asked"), help=N_("Left empty: the presiding mediator."), example=["王某某"]),
    Field("recorder", "text", N_("Recorder"), example="赵某"),
    Field("language", "text", N_("Language spoken"), most=40, example="汉语"),
    Field("interpreter", "text", N_("Interpreter"), example=""),
    Field("interpreter_unit", "text", N_("Interpreter's unit"), example=""),
    Field("interpreter_id", "id_number", N_("Interpreter's identity number"), example=""),
    Field("text", "long_text", N_("Record"), required=True, example="问：你与双方是什么关系？\n答：我和双方是同村邻居。"),
    Field("read_aloud", "yes_no", N_("Read aloud to who was asked"), example=False),
    Field("witness", "text", N_("Witness of the reading"), example=""),
)

SERVICE = (
    Field("party", "text", N_("On whom"), required=True, help=N_("Its number in the case or its name."), example="2"),
    Field(
        "papers",
        "texts",
        N_("Papers"),
        most=40,
        help=N_("One a line, with the number of copies; left empty: the issued papers of which the party is to have an original."),
        example=["人民调解受理通知书1份"],
    ),
    Field("way", "choice", N_("How"), choices=WAYS, example="direct"),
    Field("place", "text", N_("Address"), help=N_("Left empty: the party's address."), example=""),
    Field("served_on", "date", N_("Served on"), prefer="past", help=N_("Left empty: the hand fills it in."), example="2021-12-08"),
    Field("served_by", "text", N_("Served by"), example="赵某"),
    Field("received_by", "text", N_("Received by another"), help=N_("Only where the party itself did not sign."), example=""),
    Field("relation", "text", N_("Relation to the party"), example=""),
    Field("refused", "text", N_("Refusal to sign"), most=500, example=""),
    Field("witness", "text", N_("Witness"), example=""),
    Field("note", "text", N_("Note"), most=500, example=""),
)

_ITEM = (
    Field("name", "text", N_("Name"), required=True, example="民事起诉状"),
    Field("copies", "integer", N_("Copies"), least=1, most=999, example=1),
    Field("pages", "integer", N_("Pages"), least=1, most=100_000, example=4),
    Field("original", "yes_no", N_("Is it the original"), example=True),
    Field("note", "text", N_("Note"), example=""),
)
HANDOVER = (
    Field("to", "text", N_("To whom"), required=True, example="新城区人民法院"),
    Field("day", "date", N_("Day"), prefer="past", example="2022-01-06"),
    Field("reason", "text", N_("Reason"), example="调解未达成协议，移送全部材料"),
    Field("given_by", "text", N_("Handed over by"), example="赵某"),
    Field("received_by", "text", N_("Taken over by"), example=""),
    Field(
        "items",
        "table",
        N_("What is handed over"),
        rows=_ITEM,
        most=300,
        help=N_("Left empty: every issued paper, every paper that exists only on paper and all evidence."),
        example=[],
    ),
)

UNDERSTANDING = (
    Field("giver", "text", N_("Who forgives"), required=True, help=N_("Its number in the case or its name."), example="1"),
    Field("receiver", "text", N_("Whom"), required=True, help=N_("Its number in the case or its name."), example="2"),
    Field("matter", "text", N_("Matter"), most=1000, help=N_("Left empty: the account of the dispute."), example=""),
    Field("performed", "text", N_("What was paid or done"), most=1000, example="已当场支付赔偿款并当面道歉"),
    Field("text", "long_text", N_("In his words"), required=True, example="对方已经认识到错误，我表示谅解。"),
)

_RELATIVE = (
    Field("name", "text", N_("Name"), required=True, example="张某乙"),
    Field("relation", "text", N_("Relation"), required=True, most=40, example="长子"),
    Field("sex", "choice", N_("Sex"), choices=words.choices(Sex), example="male"),
    Field("birth_date", "date", N_("Date of birth"), prefer="past", example="1999-05-01"),
    Field("id_number", "id_number", N_("Identity number"), example=""),
    Field("residence", "text", N_("Residence"), example=""),
    Field("state", "text", N_("Note"), most=40, example=""),
)
KINSHIP = (
    Field("about", "text", N_("Whose relatives"), required=True, example="张某甲"),
    Field("about_id", "id_number", N_("Identity number"), example=""),
    Field("state", "text", N_("Died on, or lives where"), most=200, example="2021年11月2日死亡"),
    Field("relatives", "table", N_("Relatives"), required=True, rows=_RELATIVE, most=60),
    Field("complete", "yes_no", N_("There is no other spouse, child or parent"), example=True),
    Field("issuer", "text", N_("Issued by"), example="新城区保合少镇某嘎查委员会"),
    Field("purpose", "text", N_("Used for"), most=500, example="道路交通事故损害赔偿调解"),
)

_POINT = (
    Field("name", "text", N_("Point"), most=12, example="J1"),
    Field("x", "decimal", N_("Longitude, or metres east"), least=-10_000_000, most=100_000_000, example="111.678123"),
    Field("y", "decimal", N_("Latitude, or metres north"), least=-10_000_000, most=100_000_000, example="40.841234"),
    Field("mark", "text", N_("Boundary mark"), most=100, example="水泥桩"),
)
LAND_SKETCH = (
    Field("day", "date", N_("Day"), required=True, prefer="past", example="2021-12-16"),
    Field("place", "text", N_("Piece of land"), required=True, most=300, example="某嘎查北梁草场"),
    Field("area", "text", N_("Area"), most=60, example="120亩"),
    Field("east", "text", N_("East of it"), most=200, example="乡道"),
    Field("south", "text", N_("South of it"), most=200, example="某某承包地"),
    Field("west", "text", N_("West of it"), most=200, example="河沟"),
    Field("north", "text", N_("North of it"), most=200, example="集体林地"),
    Field("points", "table", N_("Points"), rows=_POINT, most=200),
    Field("method", "text", N_("How it was measured"), most=100, example="手持GPS"),
    Field("by", "text", N_("Drawn by"), example="赵某"),
    Field("witness", "text", N_("Witness"), example="嘎查长"),
    Field("note", "text", N_("Note"), most=500, example=""),
)

FILE_REMARKS = (
    Field("made_by", "text", N_("The file was made by"), example="赵某"),
    Field("made_on", "date", N_("Made on"), prefer="past", example="2022-03-10"),
    Field("checked_by", "text", N_("Checked by"), example="王某某"),
    Field("checked_on", "date", N_("Checked on"), prefer="past", example="2022-03-11"),
    Field("missing", "long_text", N_("Missing or damaged pages"), example=""),
    Field("remarks", "long_text", N_("What else is to be said"), example=""),
    Field("note", "text", N_("Note on the cover"), most=300, example=""),
)

SHEETS: dict[PaperKind, tuple[Field, ...]] = {
    PaperKind.INVESTIGATION_RECORD: INVESTIGATION,
    PaperKind.PROOF_OF_SERVICE: SERVICE,
    PaperKind.HANDOVER_LIST: HANDOVER,
    PaperKind.UNDERSTANDING_LETTER: UNDERSTANDING,
    PaperKind.KINSHIP_PROOF: KINSHIP,
    PaperKind.LAND_SKETCH: LAND_SKETCH,
    PaperKind.FILE_REMARKS: FILE_REMARKS,
}

_WHICH = Field(
    "number", "integer", N_("Which of them"), least=1, help=N_("Left empty: a new one; otherwise the one that is corrected."), example=""
)


def sheet(kind: PaperKind) -> tuple[Field, ...]:
    """The sheet of a kind as it is typed: new, or with the number of the one that is corrected. A file has one sheet of remarks."""
    return SHEETS[kind] if kind is PaperKind.FILE_REMARKS else (*SHEETS[kind], _WHICH)


DROPPABLE = (*SHEETS, *court_sheets.SHEETS)
DROP = (
    Field(
        "paper",
        "choice",
        N_("Paper"),
        required=True,
        choices=tuple((kind.value, words.label(kind)) for kind in DROPPABLE),
        example="investigation_record",
    ),
    Field("number", "integer", N_("Which of them"), least=1, help=N_("Left empty: the last."), example=""),
    Field("reason", "text", N_("Reason"), required=True, example="误填"),
)

ON_PAPER = (
    Field("place", "choice", N_("Place in the file"), required=True, choices=PLACES, example="identity"),
    Field("name", "text", N_("Name"), required=True, example="双方身份证复印件"),
    Field("pages", "integer", N_("Pages"), required=True, least=1, most=9999, example=2),
    Field("note", "text", N_("Note"), example="复印件"),
)
ON_PAPER_DROP = (Field("name", "text", N_("Name"), required=True, example="双方身份证复印件"),)

_CORRECTION = (
    Field("place", "text", N_("Where"), required=True, help=N_("Page and clause or line."), example="第2页第三项"),
    Field("old", "text", N_("Old words"), most=500, example="2022年1月20日"),
    Field("new", "text", N_("New words"), most=500, example="2022年1月25日"),
    Field("fingerprints", "words", N_("Who put a fingerprint"), required=True, most=200, example=["张某某", "李某某"]),
)
SIGNED = (
    Field(
        "paper",
        "choice",
        N_("Paper"),
        required=True,
        choices=words.choices(PaperKind),
        example="session_record",
    ),
    Field("session", "integer", N_("Number of the session"), least=1, example=1),
    Field("signed_on", "date", N_("Day of signing"), prefer="past", example="2021-12-20"),
    Field(
        "corrections",
        "table",
        N_("Changed by hand"),
        rows=_CORRECTION,
        most=100,
        help=N_("Left empty: signed as it was printed."),
        example=[],
    ),
    Field(
        "changes",
        "group",
        N_("What the agreement says now"),
        rows=AGREEMENT,
        help=N_("Only of an agreement: the fields that a change by hand made different, so that the record equals the paper."),
        example={},
    ),
)
