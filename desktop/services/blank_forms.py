"""Blank forms for handwriting: any kind of paper without a case, with numbers that were set aside where they are wanted."""

from db.queries import people
from db.vocabulary import NumberKind, PaperKind
from desktop.documents import by_hand
from desktop.documents.blocks import Paper, PaperState
from desktop.documents.setting import Setting
from desktop.domain.refusal import Refusal
from desktop.i18n import _, language
from desktop.services import blank_case, element_forms, office_settings, papers, templates
from desktop.services.desk import Desk, found
from desktop.services.papers.kind import About, Reach


def paper(desk: Desk, kind: PaperKind, number: str = "", form: str = "") -> Paper:
    """The blank form of a kind, under a number that was set aside or with a line for one; `form` is the key of an element form.

    Refusal for what is not written by hand.
    """
    if not papers.KINDS[kind].by_hand:
        raise Refusal(_("This paper is not filled in by hand: it is made from its case."), "kind", "not_allowed")
    cause = element_forms.cause_of(form, desk.today()) if form else ""
    with desk.reading() as session:
        own = found(people.organisation(session, desk.organisation_id), _("There is no such organisation."))
        setting = Setting(
            organisation=own,
            state=PaperState.ISSUED,
            language=language(),
            training=desk.training,
            hand=True,
            own=templates.own(desk),
        )
        case = blank_case.case(own, number, kind, cause)
        about = About(session, case, setting, blank_case.ROW, desk.today(), Reach(lambda _sha: b"", lambda: ()))
        return by_hand.blank(papers.KINDS[kind].write(about))


def numbered(desk: Desk, kind: PaperKind, count: int, holder: str = "", form: str = "") -> list[Paper]:
    """So many forms, each under an official number of its own that is set aside (for `holder`); `accept` takes the number by its text.

    Refusal where the year's series is closed, or for more than five hundred.
    """
    told = {"kind": NumberKind.OFFICIAL.value, "year": desk.today().year, "count": count, "holder": holder or _("Blank forms")}
    return [paper(desk, kind, one.text, form) for one in office_settings.reserve(desk, told)]
