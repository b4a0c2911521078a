"""The sheet of an agreement: facts, obligations, clauses, and who else has a right in what is disposed of."""

from db.vocabulary import AgreementForm
from desktop.domain import words
from desktop.domain.check.reasons import PASS_REASONS
from desktop.domain.fields import Field
from desktop.domain.inputs.obligation import OBLIGATION
from desktop.i18n import N_

# Who else may have a right in what an agreement disposes of (domain brief 3.6; CPCI 358(2), 372).
THIRD = (
    ("spouse", N_("Spouse")),
    ("co_owner", N_("Co-owner")),
    ("heir", N_("Heir")),
    ("guarantor", N_("Guarantor")),
    ("mortgagee", N_("Mortgagee or pledgee")),
    ("tenant", N_("Tenant")),
    ("gacha", N_("Gacha or village that gave the contract")),
    ("pasture_holder", N_("Holder of the pasture or land contract")),
    ("insurer", N_("Insurer")),
    ("other", N_("Other")),
)

THIRD_PARTY = (
    Field("kind", "choice", N_("Who"), required=True, choices=THIRD, example="spouse"),
    Field("exists", "yes_no", N_("Is there one"), required=True, example=False),
    Field("name", "text", N_("Name"), example=""),
    Field("right", "text", N_("In what"), most=200, example=""),
    Field("declared_on", "date", N_("Declaration signed on"), prefer="past", example=""),
)

ORIGIN = (
    Field("key", "text", N_("Clause of the library"), required=True, most=60, example="no_further_claims"),
    Field("generated", "long_text", N_("As it was made"), required=True, most=4000, example="双方就本次纠纷再无其他争议。"),
)

AGREEMENT = (
    Field("form", "choice", N_("Form"), choices=words.choices(AgreementForm), example="written"),
    Field("day", "date", N_("Day of the agreement"), example="2021-12-20"),
    Field("place", "text", N_("Place"), example="托克托县人民法院诉讼服务中心"),
    Field("facts", "long_text", N_("Main facts"), example="双方签订借款合同，借款到期后未能还清。"),
    Field("disputed", "long_text", N_("Disputed matters"), example="双方对还款期限有争议。"),
    Field("responsibility", "long_text", N_("Responsibilities of each side"), example=""),
    Field("obligations", "table", N_("Obligations"), rows=OBLIGATION, most=200),
    Field("clauses", "texts", N_("Further clauses"), help=N_("One a line."), example=["双方就本次纠纷再无其他争议。"]),
    Field(
        "origins",
        "table",
        N_("Clauses taken from the library"),
        rows=ORIGIN,
        most=200,
        help=N_("What the library made of them, so that a change is seen."),
        example=[],
    ),
    Field(
        "pasted",
        "long_text",
        N_("Agreement pasted from Word"),
        most=20_000,
        help=N_("Read into facts, obligations and clauses; what can be read in two ways is asked for at its place."),
        example="",
    ),
    Field("third_parties", "table", N_("Who else has a right in it"), rows=THIRD_PARTY, most=50, example=[]),
    Field("confirmation_wanted", "yes_no", N_("The parties will apply for judicial confirmation"), example=True),
    Field("copies", "integer", N_("Copies"), least=1, most=99, example=5),
)

PASS_FINDING = (
    Field("kind", "text", N_("Kind of finding"), required=True, most=60, help=N_("As the check names it."), example="ownership"),
    Field("place", "text", N_("Place"), most=100, help=N_("Needed where several places have it."), example="clauses.0"),
    Field("reason", "choice", N_("Reason"), required=True, choices=tuple(PASS_REASONS.items()), example="court_asked"),
    Field("note", "text", N_("Note"), most=500, example="经向承办法官确认，可以受理"),
)
