"""Papers around a mediation in memory: one example of each kind that says more than the case, made from the cases of `after`."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from db.models.appointment import Appointment
from db.models.case import Case
from db.models.document import Document
from db.models.evidence import Evidence
from db.models.outcome import Outcome
from db.models.participant import Participant
from db.models.party import Party
from db.models.recusal import Recusal
from db.models.term import Extension
from db.vocabulary import DocumentState, OutcomeCode, PaperKind, ParticipantKind
from desktop.documents import (
    application,
    back_cover,
    case_row,
    case_slip,
    end_notice,
    evidence_list,
    extension_consent,
    file_cover,
    file_index,
    file_remarks,
    handover_list,
    investigation_record,
    invitation,
    kinship_proof,
    land_sketch,
    mediation_notice,
    original_elsewhere,
    parties,
    payment_direction,
    plain_page,
    proof_of_service,
    recusals,
    register_book,
    representatives_authority,
    signing_sheet,
    understanding_letter,
    wage_sheet,
    withdrawal,
)
from desktop.documents.blocks import Paper, PaperState
from desktop.documents.evidence_list import Picture
from desktop.documents.file_papers import Entry, Filing
from desktop.documents.file_remarks import Remarks
from desktop.documents.handover_list import Item
from desktop.documents.register_book import Line
from desktop.documents.setting import Setting
from desktop.documents.signing_sheet import Signer, Spot, Turn
from tests.documents import after, cases

DAY = date(2026, 9, 1)
FILING = Filing("赵某", date(2026, 11, 2), "王某某", date(2026, 11, 3), 38, "含光盘1张")
# a grey square of eight pixels as JPEG: enough to see that a picture is set
JPEG = (
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/"
    "wAALCAAIAAgBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEI"
    "I0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ip"
    "qrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AJK//9k="
)
INVESTIGATION: dict[str, Any] = {
    "day": date(2026, 8, 25),
    "begins": "9时30分",
    "ends": "10时20分",
    "place": "某嘎查委员会办公室",
    "asked": [
        {"name": "达来", "sex": "male", "ethnic_group": "蒙古", "birth_date": date(1975, 3, 2), "work": "牧民", "phone": "13800000021"}
    ],
    "participants": ["嘎查治保主任王某某"],
    "investigators": ["王某某"],
    "recorder": "赵某",
    "language": "蒙古语",
    "interpreter": "那仁",
    "interpreter_unit": "某旗司法局",
    "read_aloud": True,
    "witness": "白某",
    "text": "问：你与双方是什么关系？\n答：我和双方是同村邻居，草料是我帮着装车的。\n问：当时怎么说的？\n答：说好出栏后给钱。",
}
SKETCH: dict[str, Any] = {
    "day": date(2026, 8, 26),
    "place": "某嘎查北梁草场",
    "area": "120亩",
    "east": "乡道",
    "south": "巴图承包草场",
    "west": "河沟",
    "north": "集体林地",
    "points": [
        {"name": "J1", "x": Decimal("500000.0"), "y": Decimal("4520000.0"), "mark": "水泥桩"},
        {"name": "J2", "x": Decimal("500300.5"), "y": Decimal("4520020.0"), "mark": "老榆树"},
        {"name": "J3", "x": Decimal("500280.0"), "y": Decimal("4519720.0"), "mark": "河沟拐点"},
    ],
    "method": "手持GPS",
    "by": "赵某",
}
SERVICE: dict[str, Any] = {"way": "left", "served_on": DAY, "served_by": "赵某", "refused": "本人拒绝签收", "witness": "嘎查长"}
KINSHIP: dict[str, Any] = {
    "about": "张某甲",
    "about_id": "150624195001010010",
    "state": "2025年11月2日死亡",
    "relatives": [
        {"name": "李某", "relation": "配偶", "sex": "female", "birth_date": date(1952, 3, 1)},
        {"name": "张某乙", "relation": "长子", "sex": "male", "residence": "鄂托克旗乌兰镇"},
    ],
    "complete": True,
    "issuer": "鄂托克旗乌兰镇某嘎查委员会",
    "purpose": "道路交通事故损害赔偿调解",
}


def sheep() -> Case:
    """The sheep with what happened around it."""
    case = after.sheep()
    case.recusals = [
        Recusal(
            id=1, mediator_id=2, party_id=1, asked_on=date(2026, 8, 21), reason="调解员与被申请人是亲戚。", granted=True,
            decided_on=date(2026, 8, 22), decided_by="调解委员会主任",
        )
    ]  # fmt: skip
    case.extensions = [
        Extension(
            id=1, until=date(2026, 10, 20), applicant_agreed_on=date(2026, 9, 17), respondent_agreed_on=date(2026, 9, 18),
            reason="等待出栏。",
        )
    ]  # fmt: skip
    case.appointments = [Appointment(id=1, day=date(2026, 9, 1), begins=time(10, 0), place="某嘎查委员会办公室", note="", cancelled=False)]
    case.participants = [
        Participant(id=1, kind=ParticipantKind.GACHA, name="白某", capacity="嘎查长", organisation="某嘎查委员会", phone="", ended_on=None)
    ]
    case.evidence = [
        Evidence(
            id=1, ordinal=1, name="草料欠条", kind="iou", copies=1, pages=1, original=True, party_id=1, proves="欠款数额",
            received_on=date(2026, 8, 20), returned_on=date(2026, 9, 1), missing_until=None,
        ),
        Evidence(
            id=2, ordinal=2, name="检疫证明", kind="other", copies=1, pages=None, original=False, party_id=2, proves="羊的健康状况",
            received_on=None, returned_on=None, missing_until=date(2026, 9, 10),
        ),
    ]  # fmt: skip
    case.documents = [
        Document(
            id=1, kind=PaperKind.AGREEMENT, title="人民调解协议书", number="（2021）新诉调字第12号", version_number=1,
            state=DocumentState.VOID, pages=3, corrections=[],
        )
    ]  # fmt: skip
    case.retention = "long 10"
    case.attachments = []
    return case


def _given_up() -> Case:
    case = sheep()
    case.outcomes = [
        Outcome(id=1, code=OutcomeCode.SETTLED_WITHDRAWN, concluded_on=DAY, agreed_fen=None, reason="双方已自行和解。", undone=False)
    ]
    return case


def party(case: Case, number: int) -> Party:
    """The party of this number in the case."""
    return next(one for one in case.parties if one.ordinal == number)


def paper(kind: str) -> Paper:
    """The one example of a kind."""
    case, setting = sheep(), cases.setting(PaperState.ISSUED, training=kind == "file_cover")
    return _around(kind, case, setting) or _of_agreement(kind, case, setting)


def _around(kind: str, case: Case, setting: Setting) -> Paper | None:
    pictures = [Picture("草料欠条", JPEG, 1, date(2026, 8, 20)), Picture("羊圈.jpg", "", None, None)]
    items = [Item("民事起诉状", 2, 4, True), Item("身份证复印件", 1, None, False, "双方")]
    made = {
        "file_cover": lambda: file_cover.paper(case, FILING, setting),
        "file_index": lambda: file_index.paper(case, [Entry("人民调解申请书", 1, 1), Entry("人民调解记录（2）", 2, 4, "复印件")], setting),
        "application": lambda: application.paper(case, setting),
        "case_slip": lambda: case_slip.paper(case, setting),
        "recusal_application": lambda: recusals.application(case, case.recusals[0], setting),
        "recusal_decision": lambda: recusals.decision(case, case.recusals[0], setting),
        "investigation_record": lambda: investigation_record.paper(case, INVESTIGATION, setting),
        "evidence_list": lambda: evidence_list.paper(case, pictures, setting),
        "land_sketch": lambda: land_sketch.paper(case, SKETCH, setting),
        "mediation_notice": lambda: mediation_notice.paper(
            case,
            {"day": DAY, "at": "10时00分", "place": "某嘎查委员会办公室", "written_on": date(2026, 8, 25)},
            parties.sides(case),
            setting,
        ),
        "invitation": lambda: invitation.paper(
            case, {"name": "某嘎查委员会白某", "capacity": "嘎查长", "day": DAY, "at": "10时00分"}, setting
        ),
        "proof_of_service": lambda: proof_of_service.paper(case, SERVICE, party(case, 2), ["人民调解受理通知书1份"], setting),
        "extension_consent": lambda: extension_consent.paper(case, case.extensions[0], setting),
        "end_notice": lambda: end_notice.paper(after.child(), after.child().outcomes[0], {"ways": ["court", "legal_aid"]}, setting),
        "withdrawal": lambda: withdrawal.paper(_given_up(), "双方已自行和解。", setting),
        "file_remarks": lambda: file_remarks.paper(case, FILING, Remarks("第12页右下角破损", "附光盘1张"), setting),
        "back_cover": lambda: back_cover.paper(case, FILING, setting),
        "handover_list": lambda: handover_list.paper(case, {"to": "鄂托克旗人民法院", "given_by": "赵某", "day": DAY}, items, setting),
        "original_elsewhere": lambda: original_elsewhere.paper(case, "人民调解记录", "（2021）新诉调字第12号", 3, DAY, setting),
        "register_book": lambda: register_book.paper(
            [Line(case_row.row(case, setting), fen=2142950), Line(None, "（2026）新诉调字第2号", "误登")], date(2026, 1, 1), DAY, setting
        ),
    }
    return made[kind]() if kind in made else None


def _of_agreement(kind: str, case: Case, setting: Setting) -> Paper:
    standing = case.agreements[0]
    if kind == "plain_page":
        return plain_page.paper(case, standing, setting, date(2026, 10, 8))
    if kind == "payment_direction":
        return payment_direction.paper(case, standing, standing.obligations[0], setting)
    if kind == "understanding_letter":
        told = {"matter": "因赊购草料发生争执", "performed": "已交付9只", "text": "对方已经认错，我表示谅解。"}
        return understanding_letter.paper(case, told, party(case, 1), party(case, 2), setting)
    if kind == "kinship_proof":
        return kinship_proof.paper(case, KINSHIP, setting)
    if kind == "signing_sheet":
        spots = (Spot("人民调解记录", 3, True, "签名、捺印"), Spot("人民调解协议书", 4, False, "签名、捺印"))
        turns = [Turn("人民调解记录", 3, 1), Turn("人民调解协议书", 4, 3)]
        return signing_sheet.paper(case, turns, [Signer("巴图", "被申请人", spots), Signer("王某某", "人民调解员", spots, False)], setting)
    wages = after.wages()
    if kind == "wage_sheet":
        members = wages.parties[0].members
        wages.agreements[0].obligations[0].instalments = wages.agreements[0].obligations[0].instalments[:4]
        wages.parties[0].members = members[:4]
        return wage_sheet.paper(wages, wages.agreements[0], wages.agreements[0].obligations[0], setting)
    assert kind == "representatives_authority"
    wages.parties[0].members = wages.parties[0].members[:5]
    for member in wages.parties[0].members:
        member.authority = ["mediate", "settle"]
    return representatives_authority.paper(wages, wages.parties[0], setting)


KINDS = (
    "file_cover", "file_index", "application", "case_slip", "recusal_application", "recusal_decision", "investigation_record",
    "evidence_list", "land_sketch", "mediation_notice", "invitation", "proof_of_service", "extension_consent", "end_notice", "withdrawal",
    "file_remarks", "back_cover", "handover_list", "original_elsewhere", "register_book", "plain_page", "payment_direction",
    "understanding_letter", "kinship_proof", "signing_sheet", "wage_sheet", "representatives_authority",
)  # fmt: skip
