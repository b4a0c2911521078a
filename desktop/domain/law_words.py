"""Legal values in words: their units, and how well they were checked."""

from desktop.i18n import N_, _

STATUS = {
    "checked": N_("Checked"),
    "recall": N_("From memory"),
    "unverified": N_("Not verified"),
    "derived": N_("Derived"),
}
STATE = {"recall": "amber", "unverified": "amber"}
UNITS = {
    "yuan_per_year": N_("yuan a year"),
    "yuan_per_month": N_("yuan a month"),
    "yuan_per_hour": N_("yuan an hour"),
    "yuan_per_day": N_("yuan a day"),
    "yuan": N_("yuan"),
    "percent": N_("per cent"),
    "days": N_("days"),
    "working_days": N_("working days"),
    "months": N_("months"),
    "years": N_("years"),
    "times": N_("times"),
    "grade": N_("grade"),
    "hours": N_("hours"),
    "word": N_("in words"),
    "age": N_("years of age"),
    "class": N_("class"),
}


def unit(code: str) -> str:
    """The unit in words; as it stands where it is none of ours."""
    return _(UNITS[code]) if code in UNITS else code


def status(code: str) -> str:
    """How well a value was checked, in words."""
    return _(STATUS.get(code, code))
