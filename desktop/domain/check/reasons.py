"""For which few reasons a finding may be passed; each kind of finding names its own."""

from desktop.i18n import N_

PASS_REASONS: dict[str, str] = {
    "original_seen": N_("The originals were seen and show otherwise"),
    "not_this": N_("The words mean something else here"),
    "court_asked": N_("The court was asked and takes it so"),
    "told_and_kept": N_("The parties were told of the risk and want it so"),
    "signs_himself": N_("The party signs himself"),
    "power_comes": N_("The power of attorney is handed in before signing"),
    "done_here": N_("It was done on that day, with proof"),
    "entered_later": N_("The agreement was made on its own day and is entered later"),
    "declared": N_("The third person has declared in writing"),
    "no_third": N_("There is no such person; the parties declare it"),
    "series": N_("It belongs to a declared group or series"),
    "real_dispute": N_("The dispute was looked into and is real"),
    "licensed": N_("The lender is licensed; the cap on private loans does not bind it"),
    "consented": N_("It has agreed in writing"),
}
