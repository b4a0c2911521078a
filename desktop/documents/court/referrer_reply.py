"""Reply to the body that handed a dispute over 调解结果回复函: the petition office, the police, the procuratorate or another.

信访工作条例 33, 37 (link with mediation); 道路交通事故处理程序规定 85 (after a failed mediation the police may be asked within three days).
"""

from datetime import date
from typing import TYPE_CHECKING

from db.vocabulary import Source
from desktop.documents import forms, progress, template, words
from desktop.documents.blocks import Block, Number, Paper, Paragraph, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "referrer_reply"
_KINDS = {Source.REFERRED_PETITION: "petition", Source.REFERRED_POLICE: "police"}
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "to": ("body",),
    "came.petition": ("day", "applicants", "respondents", "cause", "organisation", "number"),
    "came.police": ("day", "applicants", "respondents", "cause", "organisation", "number"),
    "came.other": ("day", "applicants", "respondents", "cause", "organisation", "number"),
    "accepted": ("day", "mediators", "count"),
    "running": (),
    "ended": ("day", "outcome", "reason"),
    "performed": ("lines",),
    "advice.*": (),
    "contact": ("phone",),
    "outcome.*": (),
}


def paper(case: "Case", setting: Setting, day: date) -> Paper:
    """The reply as of a day."""
    wording = words.of(setting, KIND, DECLARED)
    said, say, came = words.shared(setting), wording.say, heads.referral(case)
    kind = _KINDS.get(case.source, "other")
    body = heads.referrer(case, setting) or case.source_note
    told = {"applicants": heads.applicants(case), "respondents": heads.respondents(case), "cause": case.cause}
    came_on = heads.day((came.received_on if came else None) or case.received_on)
    number = str(case.facts.get("determination_number") or "") if kind == "police" else ""
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=heads.number(case)))]
    blocks.append(Paragraph(say("to", body=body), indent=False))
    blocks.append(Paragraph(say(f"came.{kind}", day=came_on, organisation=setting.organisation.name, number=number, **told)))
    mediators = heads.mediators(case, setting)
    if case.accepted_on is not None:
        blocks.append(Paragraph(say("accepted", day=heads.day(case.accepted_on), mediators=mediators, count=len(case.sessions) or "")))
    ended = next((one for one in reversed(case.outcomes) if not one.undone), None)
    if setting.hand:
        blocks += forms.prose(setting, "")
    elif ended is None:
        blocks.append(Paragraph(say("running")))
    else:
        outcome = wording.word("outcome", ended.code)
        blocks.append(Paragraph(say("ended", day=heads.day(ended.concluded_on), outcome=outcome, reason=ended.reason.rstrip("。"))))
        lines = progress.lines(said, case, day)
        if lines:
            blocks.append(Paragraph(say("performed", lines="；".join(lines))))
        if ended.code.value.startswith("failed"):
            blocks.append(Paragraph(say(f"advice.{kind}")))
    blocks += [Paragraph(say("contact", phone=setting.organisation.phone)), forms.seal(said, setting, None if setting.hand else day)]
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="record")
