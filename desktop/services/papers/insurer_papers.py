"""The papers of a traffic case that go to an insurer or are made with one."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from db.models.case import Case
from db.vocabulary import FilePlace, PaperKind, PartyKind, PartyRole
from desktop import assets
from desktop.documents.blocks import Paper
from desktop.documents.insurer import damages_table, injury_form, insurer_notice, insurer_papers
from desktop.domain import dates, evidence
from desktop.i18n import N_, _
from desktop.services import court_sheets, element_forms
from desktop.services.papers.kind import ONE, About, Kind, Subject, complete, held, numbered, on_request

TRAFFIC = "traffic"
NOT_TRAFFIC = N_("This is no traffic case: only those have papers for insurers.")
DAYS_BEFORE = 3  # the insurer is told three days before the session (notice of 2010)


def facts_of(case: Case) -> Mapping[str, Any]:
    """The clean facts of the accident."""
    return element_forms.facts_of(case)


def _traffic(case: Case) -> Sequence[Subject]:
    return ONE if case.category == TRAFFIC else ()


def _notices(case: Case) -> Sequence[Subject]:
    """One for each insurer."""
    return numbered(range(1, len(insurers(case)) + 1)) if case.category == TRAFFIC else ()


def insurers(case: Case) -> list[str]:
    """The insurers that the facts or the sheet name; third persons that are bodies where nobody named one."""
    told = court_sheets.of(case, PaperKind.INSURER_NOTICE).get("insurer")
    named = [told] if told else insurer_notice.insurers(facts_of(case))
    return named or [one.name for one in case.parties if one.role is PartyRole.THIRD_PARTY and one.kind is PartyKind.COMPANY]


def _injured(case: Case) -> Sequence[Subject]:
    """One for each person on the applicants' side."""
    persons = [one.id for one in case.parties if one.role is PartyRole.APPLICANT and one.kind is PartyKind.PERSON]
    return numbered(persons) if case.category == TRAFFIC else ()


def _notice(about: About) -> Paper:
    given = court_sheets.of(about.case, PaperKind.INSURER_NOTICE)
    insurer = "" if about.setting.hand else insurers(about.case)[(about.subject_id or 1) - 1]
    return insurer_notice.paper(about.case, about.setting, facts_of(about.case), insurer, given)


def _too_late(about: About) -> Sequence[str]:
    """The invitation reaches the insurer three days before, or the session waits."""
    given = court_sheets.of(about.case, PaperKind.INSURER_NOTICE)
    day: date | None = given.get("day")
    if day is None:
        return (_("The day of the session is missing: enter it with “insurer_notice”."),)
    sent: date = given.get("sent_on") or about.day
    if (day - sent).days < DAYS_BEFORE:
        sentence = _("The insurer is told three days before the session: {sent} is too late for {day}.")
        return (sentence.format(sent=dates.in_words(sent), day=dates.in_words(day)),)
    return ()


def _damages(about: About) -> Paper:
    return damages_table.paper(about.case, about.setting, facts_of(about.case))


def papers_of(case: Case) -> list[tuple[str, list[tuple[str, str, str, str]]]]:
    """The list of one insurer, group by group: (name, state, day, note). What was handed in as evidence is ticked by itself."""
    given = court_sheets.of(case, PaperKind.INSURER_PAPERS)
    insurer = given.get("insurer") or next(iter(insurers(case)), "")
    facts = facts_of(case)
    claimed = {one["item"] for one in facts.get("losses") or ()}
    told = {one["name"].strip(): one for one in given.get("papers") or ()}
    out = []
    for group in assets.toml("codes", "insurer_papers.toml")["group"]:
        if (group["insurer"] and group["insurer"] not in insurer) or (group["when"] and not claimed & set(group["when"])):
            continue
        rows = []
        for name, kinds in group["papers"]:
            short = name.partition("（")[0]  # 索赔申请书（委托他人的，授权委托书） is also typed without its hint
            kept = told.pop(name, None) or told.pop(short, None)
            state = (
                kept["state"] if kept else "handed_in" if kinds and any(evidence.has(case, kind) for kind in kinds.split(",")) else "asked"
            )
            day = dates.in_words(kept["day"]) if kept and kept.get("day") else ""
            if state != "not_needed":
                rows.append((name, state, day, (kept.get("note") or "") if kept else ""))
        out.append((group["name"], rows))
    if told:
        more = [
            (name, one["state"], dates.in_words(one["day"]) if one.get("day") else "", one.get("note") or "") for name, one in told.items()
        ]
        out.append((_("Others"), more))
    return out


def _papers(about: About) -> Paper:
    case, facts = about.case, facts_of(about.case)
    insurer = court_sheets.of(case, PaperKind.INSURER_PAPERS).get("insurer") or next(iter(insurers(case)), "")
    report = insurer_notice.report_number(facts, insurer)
    return insurer_papers.paper(case, about.setting, facts, insurer, report, papers_of(case))


def _missing(about: About) -> Sequence[str]:
    lacking = [name for _title, rows in papers_of(about.case) for name, state, _day, _note in rows if state == "missing"]
    return [_("Missing for the insurer: {name}").format(name=name) for name in lacking]


def _form(about: About) -> Paper:
    injured = next(one for one in about.case.parties if one.id == about.subject_id)
    given = court_sheets.of(about.case, PaperKind.INJURY_FORM, injured.id)
    return injury_form.paper(about.case, injured, about.setting, facts_of(about.case), given)


def _kind(kind: PaperKind, subjects: Any, write: Any, lacks: Any = complete) -> Kind:
    return Kind(kind, FilePlace.EVIDENCE, subjects, write, held(kind), NOT_TRAFFIC, on_request, lacks=lacks)


KINDS = (
    _kind(PaperKind.INSURER_NOTICE, _notices, _notice, _too_late),
    _kind(PaperKind.DAMAGES_TABLE, _traffic, _damages),
    _kind(PaperKind.INSURER_PAPERS, _traffic, _papers, _missing),
    _kind(PaperKind.INJURY_FORM, _injured, _form),
)
