"""The kinds of dispute. A new one is a file beside these, a folder of texts in `resources/categories/`, and a line here."""

from desktop.categories import family, finance, labour, other, traffic
from desktop.categories.category import Category

CATEGORIES: dict[str, Category] = {
    category.key: category for category in (traffic.CATEGORY, family.CATEGORY, labour.CATEGORY, finance.CATEGORY, other.CATEGORY)
}


def choices() -> tuple[tuple[str, str], ...]:
    """(key, message) of every category, in the order of the form."""
    return tuple((category.key, category.label) for category in CATEGORIES.values())
