"""Certificate of who heads a body: 法定代表人身份证明书, without legal personality 主要负责人身份证明书 (forms brief 3.2)."""

from typing import TYPE_CHECKING

from desktop.documents import template, words
from desktop.documents.blocks import Block, Number, Paper, Paragraph, SealPlace, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.party import Party

KIND = "representative_certificate"
WITHOUT_PERSONALITY = ("个人独资企业", "合伙企业", "不具有法人资格", "分公司", "支公司", "分行", "支行", "营业部", "经营部", "分店")
DECLARED: template.Declared = {
    "title.*": (),
    "number": ("number",),
    "text.legal": ("name", "post"),
    "text.head": ("name", "post"),
    "certify": (),
    "annex": ("id_number", "address", "phone"),
    "copy": (),
    "day": (),
}


def paper(case: "Case", party: "Party", setting: Setting) -> Paper:
    """The certificate of a body."""
    wording = words.of(setting, KIND, DECLARED)
    said, say = words.shared(setting), wording.say
    kind = "head" if any(word in f"{party.company_type}{party.name}" for word in WITHOUT_PERSONALITY) else "legal"
    blocks: list[Block] = [Title(say(f"title.{kind}")), Number(say("number", number=heads.court_number(case) or heads.number(case)))]
    blocks.append(Paragraph(say(f"text.{kind}", name=party.legal_representative, post=party.legal_representative_post)))
    blocks.append(Paragraph(say("certify")))
    phone = party.legal_representative_phone or party.phone
    address = party.business_address or party.registered_address
    blocks.append(Paragraph(say("annex", id_number=party.legal_representative_id, address=address, phone=phone)))
    blocks.append(Paragraph(say("copy")))
    blocks.append(SealPlace(f"{party.name}\n{said.word('signatures', 'seal')}", say("day")))
    return heads.of_a_party(words.paper(KIND, say(f"title.{kind}"), heads.number(case), setting, blocks))
