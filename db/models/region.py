"""A place of GB/T 2260 or below it: league, banner, sumu, gacha."""

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun


class Region(Noun):
    """`code` has 2, 4, 6, 9 or 12 digits; the parent's code is its beginning. An abolished one keeps its row."""

    __tablename__ = "region"

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    parent_code: Mapped[str] = mapped_column(default="", index=True)
    abolished: Mapped[bool] = mapped_column(default=False)
