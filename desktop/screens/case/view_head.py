"""The head of the page of a case: stage, term, what it is about, and the road with the confirmation beside it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.screens.case import shown
from desktop.widgets import theme
from desktop.widgets.cards import Road, Stage
from desktop.widgets.chips import Chip
from desktop.widgets.text import ElidedLabel


class CaseHead(QWidget):
    """Two lines; the road stands away where a low window needs its room."""

    def __init__(self) -> None:
        super().__init__()
        worn = theme.current()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(worn.px(3))
        head = QHBoxLayout()
        head.setSpacing(worn.px(3))
        self._stage, self._term = Chip(""), Chip("")
        self._head = ElidedLabel("")
        head.addWidget(self._stage)
        head.addWidget(self._term)
        head.addWidget(self._head, 1)
        box.addLayout(head)
        self._road, self._beside = Road(), Road()
        self._place = QWidget()
        road = QHBoxLayout(self._place)
        road.setContentsMargins(0, 0, 0, 0)
        road.setSpacing(worn.px(4))
        road.addWidget(self._road, 7)
        road.addWidget(self._beside, 1)
        box.addWidget(self._place)

    def show_case(self, page: shown.CaseShown, guest: bool) -> None:
        """Draws it anew; the parties do not see the term."""
        self._stage.show_state(page.stage.text, page.stage.state)
        self.show_guest(page, guest)
        if page.term is not None:
            self._term.show_state(page.term.text, page.term.state)
        self._head.setText(page.head)
        self._road.show_stages([Stage(one.label, one.state, one.note) for one in page.road])
        self._beside.show_stages([Stage(page.beside.label, page.beside.state, page.beside.note)])

    def show_guest(self, page: shown.CaseShown | None, guest: bool) -> None:
        """The term is a warning: it is for the desk alone."""
        self._term.setVisible(not guest and page is not None and page.term is not None)

    def fit(self, road: bool) -> None:
        """With the road or without it."""
        self._place.setVisible(road)
