"""What the kinds of paper are called, by their stored words, set by set; the order is that in which lists of kinds show them."""

from desktop.i18n import N_

NAMES = {
    # the file
    "registration_form": N_("Registration form"),
    "acceptance_form": N_("Acceptance form"),
    "non_acceptance": N_("Notice of non-acceptance"),
    "rights_notice": N_("Notice of rights and duties"),
    "session_record": N_("Mediation record"),
    "closing_report": N_("Closing report"),
    # the agreement
    "agreement": N_("Mediation agreement"),
    "calculation": N_("Calculation"),
    # after it
    "receipt": N_("Receipt"),
    "return_visit": N_("Record of a return visit"),
    # the court
    "confirmation_application": N_("Application for judicial confirmation"),
}
