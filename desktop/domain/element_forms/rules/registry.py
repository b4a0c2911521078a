"""All rules of the forms by name, and what of a form's facts must agree with one another."""

from collections.abc import Callable, Iterable, Mapping

from desktop.domain.element_forms.ground import Ground, Rule
from desktop.domain.element_forms.rules import dwelling, family, labour, loans, sale, shared, traffic

RULES: Mapping[str, Rule] = {**shared.RULES, **traffic.RULES, **loans.RULES, **labour.RULES, **family.RULES, **sale.RULES, **dwelling.RULES}
CHECKS: Mapping[str, tuple[Callable[[Ground], Iterable[str]], ...]] = {
    "traffic": (traffic.total_fits,),
    "finance_loan": (loans.sums_fit,),
    "private_loan": (loans.sums_fit,),
    "credit_card": (loans.sums_fit,),
    "divorce": (family.children_agree,),
    "labour": (shared.total_fits(labour.sums),),
    "sale": (shared.total_fits(sale.sums),),
    "property_service": (shared.total_fits(dwelling.sums),),
}
