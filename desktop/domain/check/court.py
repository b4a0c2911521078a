"""What the court that would be asked does not confirm, by what the office has entered of it (domain brief 3.6)."""

from collections.abc import Iterator

from desktop.domain import court_practice
from desktop.domain.check.finding import Checked, Finding
from desktop.domain.check.kinds import found


def practice(now: Checked) -> Iterator[Finding]:
    """A warning before the parties go there in vain."""
    if now.known.court is None or not now.agreement.confirmation_wanted:
        return
    for sentence in court_practice.refused(now.known.court, now.case, now.agreement):
        yield found("court_refuses", "confirmation_wanted", sentence)


RULES = (practice,)
