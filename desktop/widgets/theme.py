"""The looks as tokens: two palettes, one accent, steps of 4 px, three type sizes, one scale; the style sheet is computed from them.

Every pair of ink and ground that is used keeps a contrast of at least 4.5 : 1 (tests/widgets/test_theme.py computes them all).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

SMALLEST, LARGEST = 100, 175
SMALL, BASE, TITLE = 9.0, 10.5, 15.0
STATES = ("red", "amber", "green")


@dataclass(frozen=True)
class Palette:
    """Colours by what they are for; the soft ones lie behind their strong one."""

    ground: str  # behind the cards
    surface: str  # cards, fields, tables
    sunken: str  # rail, key bar, heads of tables
    line: str  # hair lines between things
    edge: str  # around what can be typed into: 3 : 1 against the surface
    ink: str
    ink_soft: str
    accent: str
    accent_ink: str
    accent_soft: str
    red: str
    red_soft: str
    amber: str
    amber_soft: str
    green: str
    green_soft: str


LIGHT = Palette(
    ground="#F3F4F2", surface="#FFFFFF", sunken="#E9ECE9", line="#D3D8D4", edge="#858D87", ink="#1A2120", ink_soft="#505B56",
    accent="#1D5A73", accent_ink="#FFFFFF", accent_soft="#E1EDF2",
    red="#A3261D", red_soft="#FBE9E7", amber="#774E00", amber_soft="#FBF0D9", green="#215E36", green_soft="#E3F1E7",
)  # fmt: skip
DARK = Palette(
    ground="#14181A", surface="#1D2326", sunken="#262D31", line="#394349", edge="#7F8A90", ink="#E8ECED", ink_soft="#AEB8BC",
    accent="#7FC0DA", accent_ink="#0C1E27", accent_soft="#20383F",
    red="#F3A69E", red_soft="#41221F", amber="#EAC170", amber_soft="#3B2F17", green="#94D2A5", green_soft="#1E3526",
)  # fmt: skip

# what is written on what, for the style sheet below and for everything that paints itself; the test reads this list
PAIRS = [(ink, ground) for ink in ("ink", "ink_soft") for ground in ("ground", "surface", "sunken")]
PAIRS += [("ink", f"{name}_soft") for name in ("accent", *STATES)] + [("ink_soft", "accent_soft")]
PAIRS += [(name, ground) for name in ("accent", *STATES) for ground in ("ground", "surface", f"{name}_soft")]
PAIRS += [("accent_ink", "accent"), ("accent", "sunken")]

_SHEET = Template("""
QMainWindow, QDialog, Page, QWidget[role="ground"] { background: $ground; }
QToolTip { background: $surface; color: $ink; border: 1px solid $edge; padding: ${s1}px; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: bold; }
QLabel[role="heading"] { font-weight: bold; }
QLabel[role="small"] { font-size: ${small}pt; color: $ink_soft; }
QLabel[role="soft"] { color: $ink_soft; }
QLabel[role="fault"] { color: $red; }
QLabel[role="warning"] { color: $amber; }
QLabel[role="brand"] { color: $accent; font-size: ${title}pt; font-weight: bold; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: ${s1}px; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="top"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[role="rail"] { background: $sunken; border: none; border-right: 1px solid $line; }
QFrame[role="keys"] { background: $sunken; border: none; border-top: 1px solid $line; }
QFrame[role="popup"] { background: $surface; border: 1px solid $edge; }

QPushButton { background: $surface; border: 1px solid $edge; border-radius: ${s1}px; padding: ${b1}px ${s3}px; }
QPushButton:hover { background: $accent_soft; }
QPushButton:pressed { background: $sunken; }
QPushButton:focus { border: 2px solid $accent; padding: ${b0}px ${s3m}px; }
QPushButton:disabled { color: $ink_soft; background: $ground; border: 1px dashed $line; }
QPushButton[kind="primary"] { background: $accent; color: $accent_ink; border: 1px solid $accent; font-weight: bold; }
QPushButton[kind="primary"]:hover { background: $ink; border-color: $ink; color: $surface; }
QPushButton[kind="primary"]:focus { border: 2px solid $ink; }
QPushButton[kind="primary"]:disabled { background: $sunken; color: $ink_soft; border: 1px dashed $edge; }
QPushButton[kind="danger"] { color: $red; border-color: $red; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; padding: ${b1}px ${s2}px; }
QPushButton[kind="quiet"]:hover { background: $accent_soft; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; padding: ${b0}px ${s2m}px; }
QPushButton[kind="quiet"]:disabled { color: $ink_soft; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 1px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 1px solid $accent; }
QPushButton[kind="rail"] { background: transparent; border: none; border-left: ${s1}px solid transparent; border-radius: 0;
    padding: ${s2}px ${s3}px ${s2}px ${s2}px; text-align: left; }
QPushButton[kind="rail"]:hover { background: $accent_soft; }
QPushButton[kind="rail"]:checked { background: $surface; border-left: ${s1}px solid $accent; color: $accent; font-weight: bold; }
QPushButton[kind="rail"]:focus { border: 2px solid $accent; border-left: ${s1}px solid $accent; padding: ${r0}px ${s3m}px ${r0}px ${s2}px; }
QPushButton[kind="key"] { background: transparent; border: 1px solid transparent; padding: 1px ${s2}px; font-size: ${small}pt; }
QPushButton[kind="key"]:hover { background: $accent_soft; }
QPushButton[kind="key"]:disabled { color: $ink_soft; border: 1px dashed $line; }
QPushButton[kind="chip"] { background: $surface; border: 1px solid $line; border-radius: ${s2}px; padding: 1px ${s2}px; }
QPushButton[kind="chip"]:checked { background: $accent_soft; border: 1px solid $accent; color: $ink; font-weight: bold; }
QPushButton[kind="chip"]:focus { border: 2px solid $accent; padding: 0px ${s2m}px; }

QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox { background: $surface; border: 1px solid $edge; border-radius: ${s1}px;
    padding: ${f1}px ${s2}px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $accent; padding: ${f0}px ${s2m}px; }
QLineEdit[faulty="true"], QPlainTextEdit[faulty="true"], QComboBox[faulty="true"] { border: 2px solid $red; padding: ${f0}px ${s2m}px; }
QLineEdit:read-only, QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $ground; border-color: $line; }
QLineEdit[kind="cell"], QComboBox[kind="cell"] { border: 2px solid $accent; border-radius: 0; padding: 0 2px; }
QComboBox::drop-down { border: none; width: ${s5}px; }
QComboBox::down-arrow { image: url("$arrow"); width: ${s3}px; height: ${s3}px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $edge; outline: none; }
QRadioButton, QCheckBox { spacing: ${s2}px; padding: ${f1}px ${s1}px; border: 1px solid transparent; border-radius: ${s1}px;
    background: transparent; }
QRadioButton:focus, QCheckBox:focus { border: 1px solid $accent; background: $accent_soft; }
QRadioButton::indicator, QCheckBox::indicator { width: ${s3}px; height: ${s3}px; background: $surface; border: 1px solid $edge; }
QRadioButton::indicator { border-radius: ${round}px; }
QCheckBox::indicator { border-radius: 2px; }
QRadioButton::indicator:checked { border: ${s1}px solid $accent; background: $accent_ink; width: ${inner}px; height: ${inner}px; }
QCheckBox::indicator:checked { background: $accent; border: 1px solid $accent; image: url("$tick"); }
QRadioButton::indicator:disabled, QCheckBox::indicator:disabled { border-color: $line; }

QAbstractItemView { background: $surface; border: 1px solid $line; alternate-background-color: $ground; outline: none; }
QAbstractItemView::item { padding: 0 ${s1}px; border: none; }
QAbstractItemView::item:hover { background: $accent_soft; }
QAbstractItemView::item:selected { background: $accent_soft; color: $ink; }
QAbstractItemView::indicator { width: ${s3}px; height: ${s3}px; background: $surface; border: 1px solid $edge; border-radius: 2px; }
QAbstractItemView::indicator:checked { background: $accent; border: 1px solid $accent; image: url("$tick"); }
QListView[role="contents"]::item { padding: ${s1}px ${s2}px; }
QTableView { gridline-color: $line; }
QTableView:focus, QListView:focus { border: 1px solid $accent; }
QTableView::item:focus { border: 2px solid $accent; }
QHeaderView { background: $sunken; border: none; }
QHeaderView::section { background: $sunken; color: $ink_soft; border: none; border-right: 1px solid $line; border-bottom: 1px solid $line;
    padding: ${s1}px ${s2}px; font-size: ${small}pt; }
QTableCornerButton::section { background: $sunken; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: ${s3}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${s3}px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; min-height: ${s6}px; min-width: ${s6}px; }
QScrollBar::handle:hover { background: $ink_soft; }
QScrollBar[role="still"]::handle { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
QProgressBar { background: $sunken; border: none; border-radius: 2px; max-height: ${s1}px; min-height: ${s1}px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QMenu { background: $surface; border: 1px solid $edge; padding: ${s1}px; }
QMenu::item { padding: ${s1}px ${s4}px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $ink_soft; }
QSlider::groove:horizontal { background: $line; height: ${s1}px; border-radius: 2px; }
QSlider::handle:horizontal { background: $accent; width: ${s4}px; margin: -${s2}px 0; border-radius: ${s1}px; }
QSlider:focus { border: 1px solid $accent; }

Banner { border-radius: ${s1}px; border: 1px solid $line; background: $accent_soft; }
Banner[state="red"] { background: $red_soft; border-color: $red; }
Banner[state="amber"] { background: $amber_soft; border-color: $amber; }
Banner[state="green"] { background: $green_soft; border-color: $green; }
Chip { border-radius: ${s2}px; padding: 0 ${s2}px; background: $sunken; color: $ink; font-size: ${small}pt; }
Chip[state="accent"] { background: $accent_soft; color: $accent; }
Chip[state="red"] { background: $red_soft; color: $red; }
Chip[state="amber"] { background: $amber_soft; color: $amber; }
Chip[state="green"] { background: $green_soft; color: $green; }
QLabel[state="red"] { color: $red; }
QLabel[state="amber"] { color: $amber; }
QLabel[state="green"] { color: $green; }
""")


@dataclass(frozen=True)
class Theme:
    """The looks now worn: which palette, how large, which face. `apply` puts them on the program."""

    dark: bool = False
    scale: int = 100
    family: str = ""
    icons: Path = field(default_factory=Path)

    @property
    def palette(self) -> Palette:
        """The colours of this theme."""
        return DARK if self.dark else LIGHT

    def color(self, name: str) -> QColor:
        """A colour of the palette by its name."""
        return QColor(getattr(self.palette, name))

    def px(self, steps: float) -> int:
        """So many steps of 4 px, scaled."""
        return max(1, round(steps * 4 * self.scale / 100)) if steps else 0

    def points(self, size: float) -> float:
        """A type size, scaled."""
        return round(size * self.scale / 100, 1)

    def font(self, size: float = BASE, bold: bool = False) -> QFont:
        """The face in one of the three sizes, for what paints itself."""
        font = QFont(self.family) if self.family else QFont(QApplication.font())
        font.setPointSizeF(self.points(size))
        font.setBold(bold)
        return font

    def sheet(self) -> str:
        """The style sheet of this theme."""
        steps = {f"s{n}": self.px(n) for n in range(1, 9)}
        # a border of 2 px in focus takes one from the padding, or everything would jump
        inner = {"b1": self.px(1) + 1, "b0": self.px(1), "f1": self.px(0.75), "f0": self.px(0.75) - 1,
                 "s2m": self.px(2) - 1, "s3m": self.px(3) - 1, "r0": self.px(2) - 2,
                 "round": self.px(3) // 2 + 1, "inner": self.px(3) + 2 - 2 * self.px(1)}  # fmt: skip
        sizes = {"small": self.points(SMALL), "base": self.points(BASE), "title": self.points(TITLE)}
        kind = "dark" if self.dark else "light"
        images = {name: (self.icons / f"{name}-{kind}.svg").as_posix() for name in ("arrow", "tick")}
        return _SHEET.substitute(self.palette.__dict__ | steps | inner | sizes | images)

    def apply(self, app: QApplication) -> None:
        """Puts the looks on the whole program; what paints itself asks `current()`."""
        app.setProperty("theme", self)
        app.setFont(self.font())
        app.setPalette(self._qt_palette())
        app.setStyleSheet(self.sheet())

    def _qt_palette(self) -> QPalette:
        """The same colours for what no style sheet reaches (placeholder texts, native parts)."""
        roles = QPalette.ColorRole
        pairs: Sequence[tuple[QPalette.ColorRole, str]] = (
            (roles.Window, "ground"), (roles.Base, "surface"), (roles.AlternateBase, "ground"), (roles.Button, "surface"),
            (roles.WindowText, "ink"), (roles.Text, "ink"), (roles.ButtonText, "ink"), (roles.PlaceholderText, "ink_soft"),
            (roles.Highlight, "accent"), (roles.HighlightedText, "accent_ink"), (roles.ToolTipBase, "surface"),
            (roles.ToolTipText, "ink"), (roles.Link, "accent"), (roles.Mid, "line"),
        )  # fmt: skip
        palette = QPalette()
        for role, name in pairs:
            palette.setColor(role, self.color(name))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("ink_soft"))
        return palette


def current() -> Theme:
    """The theme that was put on the program; a light one of 100 % before that."""
    app = QApplication.instance()
    worn = app.property("theme") if app is not None else None
    return worn if isinstance(worn, Theme) else Theme()


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours by WCAG 2.1."""

    def light(color: str) -> float:
        parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
