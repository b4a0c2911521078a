"""Names of regions by their code (GB/T 2260, `resources/codes/regions.toml`)."""

from functools import cache

from desktop import assets


@cache
def names() -> dict[str, str]:
    """Name by code of six figures: the autonomous region, its leagues and cities, their banners, counties and districts."""
    return {row["code"]: row["name"] for row in assets.toml("codes", "regions.toml")["region"]}


def named(code: str) -> str:
    """The name of the region, or the code where the table has none; '' where the code is empty: the whole country."""
    return names().get(code, code)
