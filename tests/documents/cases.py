"""Cases in memory for the tests of papers: the loan of the example, sheep from a household, a wage group, a child with its mother."""

from datetime import date, time
from typing import TypeVar

from db.models.agreement import Agreement
from db.models.assignment import Assignment
from db.models.case import Case
from db.models.court import Court
from db.models.mediator import Mediator
from db.models.obligation import Instalment, Obligation, ObligationParty
from db.models.organisation import Organisation
from db.models.party import Party, PartyMember, PartyTie
from db.models.referral import Referral
from db.models.session import Attendee, Session
from db.vocabulary import (
    AgreementForm,
    AssignmentRole,
    AuthorityLevel,
    IdKind,
    Liability,
    MediationType,
    ObligationKind,
    ObligationPart,
    ObligationTiming,
    PartyKind,
    PartyRole,
    PaymentWay,
    Regime,
    SessionMethod,
    Sex,
    Source,
    Stage,
)
from desktop.documents.blocks import PaperState
from desktop.documents.setting import Setting

T = TypeVar("T")
TEXTS = {
    Party: "name ethnic_group id_number occupation employer post registered_residence usual_residence postcode phone other_phone email "
    "wechat uscc company_type ownership business_address registered_address trade_name legal_representative "
    "legal_representative_post legal_representative_id legal_representative_phone account_name bank_name "
    "account_number service_address language name_mongolian name_latin",
    PartyMember: "name id_number relation phone account_name bank_name account_number paper",
    PartyTie: "relation paper",
    Obligation: "subject quantity unit account_name bank_name account_number place done_when own_text generated_text",
    Instalment: "quantity",
    Session: "place language interpreter interpreter_unit interpreter_id witness recorder text undisputed_facts result",
    Attendee: "name capacity organisation",
    Agreement: "place facts disputed responsibility",
    Case: "cause moj_type source_note place summary severity platform_number arbitration_clause",
    Organisation: "letterhead seal_name short_name",
    Referral: "body court_number",
}
LISTS = {
    Party: "other_names needs members ties",
    PartyTie: "items",
    Obligation: "parties instalments performances",
    Session: "attendees",
    Agreement: "clauses obligations signings versions origins third_parties",
    Case: "claims parties referrals assignments contacts sessions evidence agreements confirmations outcomes documents moves extensions "
    "recusals participants return_visits attachments appointments paper_sheets file_entries",
}


def made(noun: type[T], /, **values: object) -> T:
    """A noun with the defaults that the database would give it."""
    texts = {name: "" for name in TEXTS.get(noun, "").split()}
    lists: dict[str, list[object]] = {name: [] for name in LISTS.get(noun, "").split()}
    return noun(**{**texts, **lists, **values})


def person(number: int, role: PartyRole, name: str, **values: object) -> Party:
    values = {"kind": PartyKind.PERSON, "id_kind": IdKind.RESIDENT_ID, "id_verified": True, **values}
    return made(Party, id=number, ordinal=number, role=role, name=name, **values)


def company(number: int, role: PartyRole, name: str, **values: object) -> Party:
    return made(
        Party, id=number, ordinal=number, role=role, name=name, kind=PartyKind.COMPANY, id_kind=IdKind.NONE, id_verified=True, **values
    )


def owes(part: ObligationPart, *ids: int, **values: object) -> list[ObligationParty]:
    return [ObligationParty(party_id=number, part=part, **values) for number in ids]


def obligation(number: int, debtors: tuple[int, ...], creditors: tuple[int, ...], *others: ObligationParty, **values: object) -> Obligation:
    liability = Liability.JOINT if len(debtors) > 1 else Liability.SINGLE
    values = {"kind": ObligationKind.MONEY, "timing": ObligationTiming.BY_DATE, "liability": liability, "details": {}, **values}
    parts = [*owes(ObligationPart.DEBTOR, *debtors), *owes(ObligationPart.CREDITOR, *creditors), *others]
    return made(Obligation, ordinal=number, parties=parts, **values)


def setting(state: PaperState = PaperState.READING, training: bool = False) -> Setting:
    own = made(Organisation, id=1, name="呼和浩特市新城区诉调对接人民调解委员会")
    mediators = {1: Mediator(id=1, name="王某某", organisation_id=1), 2: Mediator(id=2, name="乌云其木格", organisation_id=1)}
    courts = {1: Court(id=1, code="内0122", name="呼和浩特市托克托县人民法院")}
    return Setting(organisation=own, mediators=mediators, courts=courts, state=state, training=training)


def _case(**values: object) -> Case:
    base: dict[str, object] = {
        "id": 1,
        "order": 20211206000001,
        "organisation_id": 1,
        "entry_number": "2021-0268",
        "number": "（2021）新诉调字第12号",
        "stage": Stage.ASSIGNED,
        "category": "other",
        "mediation_type": MediationType.PEOPLE,
        "source": Source.ON_APPLICATION,
        "received_on": date(2021, 12, 6),
        "entered_on": date(2021, 12, 6),
        "difficult": False,
        "mongolian": False,
        "facts": {},
        "assignments": [Assignment(mediator_id=1, role=AssignmentRole.LEAD_MEDIATOR, assigned_on=date(2021, 12, 7))],
    }
    return made(Case, **{**base, **values})


def sitting(**values: object) -> Session:
    base: dict[str, object] = {
        "id": 1,
        "ordinal": 1,
        "day": date(2021, 12, 20),
        "begins": time(9, 0),
        "ends": time(11, 30),
        "method": SessionMethod.ON_SITE,
        "place": "托克托县人民法院诉讼服务中心",
        "language": "汉语",
        "recorder": "赵某",
        "lead_mediator_id": 1,
        "open_session": False,
        "rights_told_on": date(2021, 12, 20),
        "read_aloud": False,
        "text": "调解员：请双方核对身份。\n申请人：没有异议。\n"
        "被申请人：对借款本息没有异议，但资金周转困难，请求延期至2022年1月20日前付清。\n"
        "调解员：双方的意见已经明确，现就付款期限和方式征求双方意见。\n申请人：同意在2022年1月20日前一次性付清。",
        "result": "双方达成一致意见，签订调解协议。",
    }
    return made(Session, **{**base, **values})


def agreement(obligations: list[Obligation], **values: object) -> Agreement:
    base: dict[str, object] = {
        "id": 1,
        "form": AgreementForm.WRITTEN,
        "version_number": 1,
        "day": date(2021, 12, 20),
        "regime": None,
        "copies": 5,
        "confirmation_wanted": True,
        "number": None,
        "obligations": obligations,
    }
    return made(Agreement, **{**base, **values})


def loan() -> Case:
    """The loan: a bank, a company and a person who owe 5,194,253.92 yuan jointly, to be paid by 20 January 2022; sent by a court."""
    bank = company(
        1,
        PartyRole.APPLICANT,
        "内蒙古某商业银行股份有限公司",
        uscc="91150100MA0ABCDE18",
        business_address="内蒙古自治区呼和浩特市新城区新华大街1号",
        legal_representative="李某某",
        legal_representative_post="董事长",
        phone="0471-6000000",
    )
    farm = company(
        2,
        PartyRole.RESPONDENT,
        "呼和浩特市某农业科技有限公司",
        uscc="91150122MA0N1ABC2X",
        business_address="内蒙古自治区呼和浩特市托克托县双河镇某某村",
        legal_representative="张某某",
        legal_representative_post="执行董事",
        phone="13800000001",
    )
    debtor = person(
        3,
        PartyRole.RESPONDENT,
        "张𨱏",
        sex=Sex.MALE,
        ethnic_group="汉",
        birth_date=date(1980, 1, 1),
        id_number="150105198001010013",
        occupation="公司经营者",
        usual_residence="内蒙古自治区呼和浩特市托克托县双河镇",
        phone="13800000001",
    )
    agent = person(4, PartyRole.AGENT, "乌兰", id_number="150102198505052044", employer="内蒙古某律师事务所", phone="13900000002")
    agent.ties = [
        made(
            PartyTie,
            role=PartyRole.AGENT,
            for_party_id=1,
            authority_level=AuthorityLevel.SPECIAL,
            items=["代为参加调解", "签署调解协议"],
            paper="授权委托书",
        )
    ]
    debt = obligation(
        1,
        (2, 3),
        (1,),
        subject="借款本金及利息",
        amount_fen=519425392,
        due_on=date(2022, 1, 20),
        way=PaymentWay.TRANSFER,
        account_name="内蒙古某商业银行股份有限公司",
        bank_name="内蒙古某商业银行托克托支行",
        account_number="15000122000000008",
    )
    written = agreement(
        [debt],
        facts="2019年1月，申请人与被申请人呼和浩特市某农业科技有限公司签订《流动资金借款合同》，约定借款用于收购玉米，被申请人张𨱏为共同借款人。"
        "借款到期后，被申请人未能还清。双方确认，截至2021年12月20日，尚欠借款本息共计人民币5,194,253.92元。",
        disputed="双方对还款期限有争议。",
        clauses=["被申请人未按上述期限足额付款的，自逾期之日起按原借款合同约定的利率支付逾期利息。", "双方就本次纠纷再无其他争议。"],
        place="托克托县人民法院诉讼服务中心",
    )
    return _case(
        parties=[bank, farm, debtor, agent],
        agreements=[written],
        sessions=[sitting()],
        category="finance",
        cause="金融借款合同纠纷",
        moj_type="合同纠纷",
        source=Source.REFERRED_COURT,
        claim_fen=519425392,
        people_count=3,
        happened_on=date(2019, 1, 15),
        place="呼和浩特市托克托县",
        summary="双方因借款本息偿还发生纠纷。",
        claims=["请求二被申请人共同偿还借款本息5,194,253.92元。", "请求负担律师费。"],
        referrals=[
            made(
                Referral, court_id=1, court_number="（2021）内0122诉前调268号", received_on=date(2021, 12, 6), regime=Regime.PRE_FILING_2016
            )
        ],
    )


def sheep() -> Case:
    """Fourteen sheep for a feed debt, handed over by a sister; a household owes, a shop (individual business) is owed; in Mongolian."""
    shop = company(
        1,
        PartyRole.APPLICANT,
        "鄂托克旗某饲料经营部",
        uscc="92150624MA0QX12345",
        business_address="内蒙古自治区鄂尔多斯市鄂托克旗乌兰镇",
        trade_name="某饲料经营部",
        legal_representative="苏和",
        phone="13700000003",
    )
    herders = made(
        Party,
        id=2,
        ordinal=2,
        role=PartyRole.RESPONDENT,
        name="巴图",
        kind=PartyKind.HOUSEHOLD,
        id_kind=IdKind.HOUSEHOLD_REGISTER,
        id_verified=False,
        usual_residence="内蒙古自治区鄂尔多斯市鄂托克旗某某嘎查",
        phone="13600000004",
        name_mongolian="ᠪᠠᠲᠤ",
        members=[
            made(
                PartyMember,
                name="巴图",
                sex=Sex.MALE,
                birth_date=date(1968, 5, 1),
                id_kind=IdKind.RESIDENT_ID,
                id_number="150624196805010015",
                relation="户主",
                represents=True,
                paper="全体家庭成员签字的授权书",
            ),
            made(
                PartyMember,
                name="阿丽玛",
                sex=Sex.FEMALE,
                birth_date=date(1970, 8, 9),
                id_kind=IdKind.RESIDENT_ID,
                id_number="150624197008090023",
                relation="户主之妻",
                represents=False,
            ),
        ],
    )
    sister = person(
        3,
        PartyRole.PERFORMER,
        "其其格",
        sex=Sex.FEMALE,
        ethnic_group="蒙古族",
        birth_date=date(1972, 3, 3),
        id_number="150624197203030029",
        usual_residence="同上",
        phone="13500000005",
    )
    flock = obligation(
        1,
        (2,),
        (1,),
        *owes(ObligationPart.PERFORMER, 3),
        kind=ObligationKind.IN_KIND,
        subject="两岁乌珠穆沁母羊",
        quantity="14",
        unit="只",
        unit_price_fen=143000,
        amount_fen=2002000,
        due_on=date(2026, 9, 30),
        place="被申请人牧场",
        done_when="双方清点并在交接单上签名",
        details={"text": "交付前死亡、走失的由被申请人负担"},
    )
    rest = obligation(2, (2,), (1,), amount_fen=1409_50, timing=ObligationTiming.AT_ONCE, way=PaymentWay.CASH, subject="饲料款余额")
    fence = obligation(3, (1,), (2,), kind=ObligationKind.ACT, subject="归还借用的铡草机一台", due_on=date(2026, 10, 8))
    return _case(
        parties=[shop, herders, sister],
        sessions=[sitting(interpreter="那仁", language="蒙古语", read_aloud=True)],
        mongolian=True,
        agreements=[
            agreement(
                [flock, rest, fence],
                day=date(2026, 9, 1),
                copies=None,
                confirmation_wanted=None,
                facts="被申请人赊购饲料，尚欠货款21,429.50元。",
                clauses=["双方就本次纠纷再无其他争议。"],
            )
        ],
        cause="买卖合同纠纷",
        moj_type="合同纠纷",
        summary="赊购饲料未付款。",
        claims=["请求支付货款。"],
    )


def wages(count: int = 47) -> Case:
    """A group of workers paid in four instalments through one representative."""
    members = [
        made(
            PartyMember,
            ordinal=n,
            name=f"工人{n}" if n > 3 else ("斯琴", "买买提·吐尔逊", "欧阳志强")[n - 1],
            id_kind=IdKind.RESIDENT_ID,
            id_number=f"15010219850505{n:03d}X",
            phone=f"1380000{n:04d}",
            relation="瓦工",
            amount_fen=500000 + n * 12345,
            represents=n <= 2,
            paper="全体工人签字的推选书" if n <= 2 else "",
        )
        for n in range(1, count + 1)
    ]
    group = made(
        Party,
        id=1,
        ordinal=1,
        role=PartyRole.APPLICANT,
        name="斯琴",
        kind=PartyKind.GROUP,
        id_kind=IdKind.NONE,
        id_verified=True,
        members=members,
    )
    boss = company(
        2,
        PartyRole.RESPONDENT,
        "内蒙古某建设工程有限公司",
        uscc="91150100MA0ABCDE18",
        business_address="呼和浩特市赛罕区",
        legal_representative="赵某",
    )
    total = sum(member.amount_fen or 0 for member in members)
    parts = [
        made(Instalment, ordinal=n, due_on=date(2026, n + 2, 28), amount_fen=total // 4 + (total % 4 if n == 4 else 0)) for n in range(1, 5)
    ]
    pay = obligation(
        1,
        (2,),
        (1,),
        *owes(ObligationPart.PAYEE, 1, on_account_of_id=1),
        *owes(ObligationPart.GUARANTOR, 2),
        subject="劳动报酬",
        amount_fen=total,
        timing=ObligationTiming.INSTALMENTS,
        instalments=parts,
        way=PaymentWay.TRANSFER,
        account_name="斯琴",
        bank_name="某银行",
        account_number="6222020602000000001",
    )
    return _case(
        parties=[group, boss],
        agreements=[agreement([pay], facts="拖欠工资。")],
        sessions=[sitting()],
        cause="追索劳动报酬纠纷",
        moj_type="其他劳动争议",
        people_count=count,
        difficult=True,
    )


def child() -> Case:
    """A child with its mother as guardian against the father: instalments in words, an interpreter, hostile texts."""
    son = person(
        1,
        PartyRole.APPLICANT,
        "<b>&{{x}}",
        sex=Sex.MALE,
        ethnic_group="蒙古",
        birth_date=date(2015, 6, 1),
        id_number="150102201506010013",
        usual_residence="[住址]{name}",
        name_mongolian="ᠮᠥᠩᠬᠡ ᠪᠠᠲᠤ",
        other_names=["孟和巴图"],
    )
    mother = person(2, PartyRole.LEGAL_GUARDIAN, "萨仁高娃", id_number="150102198702020024", phone="13400000006")
    mother.ties = [made(PartyTie, role=PartyRole.LEGAL_GUARDIAN, for_party_id=1, relation="母亲", paper="出生医学证明")]
    father = person(3, PartyRole.RESPONDENT, "龑𬭎", sex=Sex.MALE, ethnic_group="", id_number="", id_verified=False, usual_residence="")
    parts = [made(Instalment, ordinal=n, due_on=date(2026, 6 * n, 1), amount_fen=600000) for n in (1, 2)]
    care = obligation(
        1,
        (3,),
        (1,),
        *owes(ObligationPart.PAYEE, 2, on_account_of_id=1),
        subject="抚养费",
        amount_fen=1200000,
        timing=ObligationTiming.INSTALMENTS,
        instalments=parts,
        way=PaymentWay.TRANSFER,
    )
    return _case(
        number=None,
        parties=[son, mother, father],
        agreements=[agreement([care], day=None, facts="", confirmation_wanted=False)],
        sessions=[sitting(text="")],
        cause="抚养费纠纷",
    )


ALL = {"loan": loan, "sheep": sheep, "wages": wages, "child": child}
