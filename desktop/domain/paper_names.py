"""What the kinds of paper are called, by their stored words, set by set; the order is that in which lists of kinds show them."""

from desktop.i18n import N_

NAMES = {
    # the file
    "file_cover": N_("Cover of the file"),
    "file_index": N_("Index of the file"),
    "application": N_("Application for mediation"),
    "registration_form": N_("Registration form"),
    "case_slip": N_("Registration slip"),
    "acceptance_form": N_("Acceptance form"),
    "non_acceptance": N_("Notice of non-acceptance"),
    "rights_notice": N_("Notice of rights and duties"),
    "recusal_application": N_("Request to recuse a mediator"),
    "recusal_decision": N_("Decision on a recusal"),
    "investigation_record": N_("Record of an investigation"),
    "evidence_list": N_("List of evidence with photos"),
    "land_sketch": N_("Sketch of a piece of land"),
    "mediation_notice": N_("Notice to come to a mediation"),
    "invitation": N_("Invitation to help"),
    "proof_of_service": N_("Proof of service"),
    "extension_consent": N_("Consent to a longer mediation"),
    "session_record": N_("Mediation record"),
    "withdrawal": N_("Withdrawal of the application"),
    "end_notice": N_("Notice that the mediation has ended"),
    "closing_report": N_("Closing report"),
    "handover_list": N_("List of what is handed over"),
    "file_remarks": N_("Remarks on the file"),
    "back_cover": N_("Back cover of the file"),
    # the agreement
    "agreement": N_("Mediation agreement"),
    "calculation": N_("Calculation"),
    "plain_page": N_("The agreement in plain words"),
    "representatives_authority": N_("Authority of a group's representatives"),
    "payment_direction": N_("Direction to pay, or request to pay for another"),
    "understanding_letter": N_("Letter of understanding"),
    "kinship_proof": N_("Proof of kinship"),
    # after it
    "receipt": N_("Receipt"),
    "wage_sheet": N_("Sheet to sign for wages"),
    "return_visit": N_("Record of a return visit"),
    # the court
    "confirmation_application": N_("Application for judicial confirmation"),
}
