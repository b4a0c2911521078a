"""The sheets of an organisation, a mediator, and a new office."""

from db.vocabulary import MediationType, MediatorKind, OrganisationKind, Sex, SiteKind
from desktop.domain import words
from desktop.domain.fields import Field
from desktop.i18n import N_

ORGANISATION = (
    Field("name", "text", N_("Name of the organisation"), required=True, example="呼和浩特市新城区诉调对接人民调解委员会"),
    Field("short_name", "text", N_("Short name for numbers"), required=True, most=12, example="新诉调"),
    Field("number_pattern", "text", N_("How official numbers are written"), most=60, example="（{year}）{org}字第{n}号"),
    Field("kind", "choice", N_("Kind of body"), choices=words.choices(OrganisationKind), example="social"),
    Field("mediation_type", "choice", N_("Kind of mediation"), choices=words.choices(MediationType), example="people"),
    Field("site", "choice", N_("Where it works"), choices=words.choices(SiteKind), example="service_center"),
    Field("letterhead", "text", N_("Letterhead"), example=""),
    Field("court", "text", N_("Court"), help=N_("Its name or its code, such as 内0102."), example="内0102"),
    Field("region_code", "text", N_("Region code"), most=12, example="150102"),
    Field("address", "text", N_("Address"), example=""),
    Field("phone", "phone", N_("Telephone"), example=""),
)

MEDIATOR = (
    Field("name", "text", N_("Name"), required=True, example="王某"),
    Field("sex", "choice", N_("Sex"), choices=words.choices(Sex), example="female"),
    Field("ethnic_group", "text", N_("Ethnic group"), most=20, example="汉"),
    Field("birth_date", "date", N_("Date of birth"), prefer="past", example="1976-04-12"),
    Field("id_number", "id_number", N_("Identity number"), example=""),
    Field("phone", "phone", N_("Telephone"), example=""),
    Field("kind", "choice", N_("Kind of mediator"), choices=words.choices(MediatorKind), example="full_time"),
    Field("certificate_number", "text", N_("Certificate number"), example="内0102-001"),
    Field("employer", "text", N_("Work unit"), example=""),
    Field("residence", "text", N_("Residence"), help=N_("To the house number; by it a shared home is known."), example=""),
    Field("fields", "words", N_("Fields"), help=N_("Keys of categories: traffic, family, labour, finance, other."), example=["finance"]),
    Field("languages", "words", N_("Languages"), example=["汉语", "蒙古语"]),
    Field("valid_from", "date", N_("Valid from"), prefer="past", example="2020-01-01"),
    Field("valid_to", "date", N_("Valid to"), prefer="future", example="2029-12-31"),
)

STARTS = (  # the series of a new office start where the paper register stands
    Field("next_entry", "integer", N_("Next entry number"), least=1, most=10**6, example=1),
    Field("next_official", "integer", N_("Next official number"), least=1, most=10**6, example=1),
)

OFFICE = (
    *ORGANISATION,
    Field("user_name", "text", N_("Your name"), example="王某"),
    Field("login", "text", N_("Your login"), most=40, example="wang"),
    *STARTS,
)
