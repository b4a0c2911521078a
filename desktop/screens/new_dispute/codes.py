"""The lists that this sheet reads in: regions behind identity numbers, courts and ethnic groups as they are typed; causes by category."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop import assets
from desktop.domain import texts


@dataclass(frozen=True)
class Codes:
    """`causes` by category key; `regions` six figures -> name; `courts` (code, name); `groups` names of ethnic groups."""

    causes: Mapping[str, Sequence[str]]
    regions: Mapping[str, str]
    courts: Sequence[tuple[str, str]]
    groups: Sequence[str]

    def causes_for(self, category: str) -> list[str]:
        """The causes of this category first, then all others: the list finds by initials."""
        own = list(self.causes.get(category, ()))
        return own + [name for key, names in self.causes.items() if key != category for name in names if name not in own]

    def region(self, code: str) -> str:
        """The place of six figures in full: 内蒙古自治区呼和浩特市赛罕区; '' for an unknown code."""
        if code not in self.regions:
            return ""
        names: list[str] = []
        for part in (code[:2] + "0000", code[:4] + "00", code):
            name = self.regions.get(part, "")
            if name and name not in ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划") and name not in names:
                names.append(name)
        return "".join(names)

    def group(self, text: str) -> tuple[str, str]:
        """Reads 汉 as 汉族; what is not in the list stays as typed."""
        plain = texts.squeezed(text)
        return (f"{plain}族" if f"{plain}族" in self.groups else text), ""


def load(causes: Mapping[str, Sequence[str]]) -> Codes:
    """Reads the other lists; takes some milliseconds, so it belongs off the thread of the window."""
    regions: dict[str, str] = {}
    for line in assets.path("codes", "counties.txt").read_text(encoding="utf-8").splitlines():
        code, _space, name = line.partition(" ")
        if len(code) == 6 and code.isdigit():
            regions[code] = name.split(" -")[0].strip()
    courts = [(row["code"], row["name"]) for row in assets.toml("codes", "courts.toml")["court"]]
    groups = [row["name"] for row in assets.toml("codes", "ethnic_groups.toml")["ethnic_group"]]
    return Codes(causes, regions, courts, groups)
