"""Any other dispute: no fields of its own."""

from desktop.categories.category import Category
from desktop.i18n import N_

CATEGORY = Category(key="other", label=N_("Other"), moj_type="其他")
