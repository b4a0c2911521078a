"""The kinds of dispute that come with the program. A new one is a file beside these, a folder of texts in `resources/categories/`,
and a line here; what an office has is these and its own (`catalogue`)."""

from desktop.categories import (
    consumer,
    family,
    finance,
    injury,
    labour,
    land_pasture,
    medical,
    neighbour,
    other,
    private_loan,
    property_mgmt,
    sale,
    traffic,
)
from desktop.categories.catalogue import Catalogue
from desktop.categories.category import Category

CATEGORIES: dict[str, Category] = {
    category.key: category
    for category in (
        traffic.CATEGORY,
        family.CATEGORY,
        labour.CATEGORY,
        finance.CATEGORY,
        private_loan.CATEGORY,
        sale.CATEGORY,
        land_pasture.CATEGORY,
        neighbour.CATEGORY,
        property_mgmt.CATEGORY,
        consumer.CATEGORY,
        medical.CATEGORY,
        injury.CATEGORY,
        other.CATEGORY,
    )
}

SHIPPED = Catalogue(CATEGORIES)
