"""The frame: rail, search, title with its buttons, one page, the keys below; and who opens whom.

A page's modules are imported inside the function that first shows it, after the office is open: nothing heavy comes before the frame.
Which pages were opened is in `window_visits`, who turned the guest view on in `window_guest`, the meaning of the keys in `window_keys`.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop import pages, window_keys
from desktop.i18n import _
from desktop.jobs import Jobs
from desktop.pages import FIRST, PAGES
from desktop.widgets import messages, theme
from desktop.widgets.key_bar import KeyBar
from desktop.widgets.page import Action, Page
from desktop.widgets.page_head import PageHead
from desktop.widgets.panes import Shown
from desktop.widgets.rail import Rail
from desktop.widgets.search_field import Hit
from desktop.widgets.top_bar import TopBar
from desktop.widgets.waiting import Waiting
from desktop.window_guest import GuestView
from desktop.window_visits import OPENERS, Visit, Visits


class Window(QMainWindow):
    """The main window. `desk` is None until the office is open; the window then shows a page that needs none."""

    looks_wanted = Signal()
    """Colours, size or language were changed: whoever opened the window draws it anew."""
    lock_wanted = Signal()
    """The user locks the office: whoever opened it closes it and asks for the password again."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.jobs = jobs
        self.desk: Any = None
        self._visits = Visits(self._drop)
        self._shortcuts: list[QShortcut] = []
        self.guest_view = GuestView(self, jobs)
        self.guest_view.turned.connect(self._guest_turned)
        self.setWindowTitle(_("Heyi"))
        self._build()
        self.guest_view.said.connect(self.keys.line.say)
        for key, slot in (("Ctrl+K", self._to_search), ("Alt+Left", self.back), ("Alt+Right", self.forward), ("F10", self.turn_guest)):
            QShortcut(QKeySequence(key), self, slot)
        self._show_keys()

    # ------------------------------------------------------------------ the office

    def set_desk(self, desk: Any, office: str = "", user: str = "", encrypted: bool = False, training: bool = False) -> None:
        """The office is open: the rail comes alive and the first page is shown."""
        self.desk = desk
        self.top.show_office(office, user, encrypted, training)
        self.rail.allow(True)
        self.open_page(FIRST)
        self._look_at_copies()

    def close_desk(self) -> bool:
        """Leaves every page and forgets the office; False when a page must not be left now."""
        if not self._leave_all():
            return False
        self._visits.clear()
        self.guest_view.set("")
        self.keys.show_copy_age("")
        self.desk = None
        self.top.show_none()
        self.rail.allow(False)
        self.rail.mark("")
        return True

    def show_bare(self, widget: QWidget, title: str = "") -> None:
        """Shows something that is no page of an office: the password, the first start, a sentence why nothing opens."""
        self._visits.now = None
        self._content.addWidget(widget)
        self._content.setCurrentWidget(widget)
        self._draw_head(title)
        self._show_keys()
        widget.setFocus()

    def forget_bare(self, widget: QWidget) -> None:
        """Takes such a thing away again."""
        self._content.removeWidget(widget)
        widget.deleteLater()

    def say(self, sentence: str, state: str = "", verb: str = "", slot: Callable[[], object] | None = None) -> None:
        """The banner over the page."""
        self.banner.say(sentence, state, verb, slot)

    def refused(self, refusal: Exception) -> None:
        """A refusal that no page took."""
        self.say(str(refusal), "red")

    # ------------------------------------------------------------------ pages

    def open_page(self, name: str, **arguments: Any) -> Page | None:
        """Shows a page; one that is open already for the same thing is shown again as it was left. None when it cannot be shown."""
        place = PAGES.get(name)
        if place is None or (self.desk is None and not place.before_office):
            return None
        visit = self._visits.already(name, arguments)
        if visit is None:
            try:
                page, presenter = pages.put_together(place, self.desk, self.jobs)
            except ModuleNotFoundError as missing:
                if not (missing.name or "").startswith("desktop.screens"):
                    raise
                self.say(_("The page “{name}” is not part of this program yet.").format(name=_(place.label)), "amber")
                return None
            visit = Visit(name, dict(arguments), page, presenter)
            self._take_in(visit)
            begin = getattr(presenter, "start", None)
            if begin is not None:
                begin(**arguments)
        elif arguments and (arguments != visit.arguments or OPENERS & set(arguments)) and hasattr(visit.presenter, "start"):
            visit.arguments = dict(arguments)
            visit.presenter.start(**arguments)
        return visit.page if self._go(visit, keep_forward=False) else None

    def back(self) -> None:
        """To the page before (Esc, Alt+Left)."""
        if self._visits.back and self._visits.now is not None:
            now = self._visits.now
            visit = self._visits.back.pop()
            if self._show(visit):
                self._visits.forward.append(now)
                self._show_keys()
            else:
                self._visits.back.append(visit)

    def forward(self) -> None:
        """The other way (Alt+Right)."""
        if self._visits.forward and self._visits.now is not None:
            self._go(self._visits.forward.pop(), keep_forward=True)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._visits.now.page if self._visits.now else None

    @property
    def page_name(self) -> str:
        """Its name in PAGES; "" when none is shown."""
        return self._visits.now.name if self._visits.now else ""

    def places(self) -> list[str]:
        """The pages of the rail that are part of this program."""
        return list(self.rail.buttons)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Pages are left one by one (they keep their drafts); what is queued is done to its end."""
        if self._leave_all():
            event.accept()
        else:
            event.ignore()

    def _take_in(self, visit: Visit) -> None:
        self._content.addWidget(visit.page)
        visit.page.changed.connect(lambda: self._page_changed(visit))
        visit.page.open_page.connect(lambda name, arguments: self.open_page(name, **arguments))
        visit.page.go_back.connect(self.back)
        visit.page.said.connect(lambda sentence: self._said(visit, sentence))
        visit.page.hinted.connect(lambda sentence: self._hinted(visit, sentence))
        visit.page.saved.connect(self._saved)
        visit.page.frame_stale.connect(self._look_at_copies)
        visit.page.looks_changed.connect(self.looks_wanted)
        visit.page.guest_wanted.connect(lambda on: self.guest_view.from_page(on, visit is self._visits.now, self.desk))
        self._visits.take_in(visit)

    def _drop(self, visit: Visit) -> None:
        stop = getattr(visit.presenter, "stop", None)
        if stop is not None:
            stop()
        self._content.removeWidget(visit.page)
        visit.page.deleteLater()

    def _go(self, visit: Visit, keep_forward: bool) -> bool:
        before = self._visits.now
        if before is visit:
            visit.page.enter()
            self._page_changed(visit)
            return True
        if not self._show(visit):
            return False
        self._visits.went_from(before, keep_forward)
        self._show_keys()
        return True

    def _show(self, visit: Visit) -> bool:
        if self.guest and not visit.page.for_guests:
            self.keys.line.say(_("The parties see the screen: F10 turns back to the whole program first."))
            return False
        if self._visits.now is not None and not self._visits.now.page.leave():
            return False
        self._visits.now = visit
        self.keys.line.leave()
        visit.page.guest(self.guest)
        self.banner.put_away()
        self._content.setCurrentWidget(visit.page)
        self.rail.mark(visit.name)
        self._page_changed(visit)
        visit.page.enter()
        return True

    def _leave_all(self) -> bool:
        field = self.focusWidget()
        if field is not None:
            field.clearFocus()  # it finishes its text on that, and so the draft has it
        if all(visit.page.leave() for visit in self._visits.every):
            return True
        if field is not None:
            field.setFocus()
        return False

    def _page_changed(self, visit: Visit) -> None:
        if visit is self._visits.now:
            self._draw_head(visit.page.title() or _(PAGES[visit.name].label), visit.page)
            self._show_keys()

    def _said(self, visit: Visit, sentence: str) -> None:
        if visit is self._visits.now:  # what a page says after it was left would be read as said by the one that is shown
            self.keys.line.say(sentence)

    def _hinted(self, visit: Visit, sentence: str) -> None:
        if visit is self._visits.now:
            self.keys.line.hint(sentence)

    def _saved(self, time: str) -> None:
        self.keys.saved.setText(_("saved {time}").format(time=time) if time else "")

    # ------------------------------------------------------------------ the parties see the screen

    def turn_guest(self) -> None:
        """F10: only this case and the paper; the same key turns back."""
        self.guest_view.turn(self.page, self.desk)

    @property
    def guest(self) -> bool:
        """Whether the parties see the screen."""
        return self.guest_view.on

    @property
    def in_session(self) -> bool:
        """Whether a session is being written anywhere: the lock waits for it."""
        return any(visit.page.in_session for visit in self._visits.every)

    @property
    def showing(self) -> tuple[str, dict[str, Any]]:
        """The page that is shown and what it was opened for, so that another window can open it."""
        return (self._visits.now.name, dict(self._visits.now.arguments)) if self._visits.now is not None else ("", {})

    def _guest_turned(self, on: bool) -> None:
        for part in (self.rail, self.top, self.keys.saved, self.keys.copy):
            part.setVisible(not on)
        self.banner.put_away()
        if self.page is not None:
            self.page.guest(on)
            self._draw_head(self.page.title(), self.page)
        self._show_keys()
        if on:
            self.keys.line.say(_("Guest view: the parties see only this case. F10 turns back."))
        else:
            self.keys.line.say("", 0)  # said of the view that is left; the hint of the field comes back

    def _look_at_copies(self) -> None:
        desk = self.desk
        if desk is not None:
            self.jobs.run(lambda: pages.copy_age(desk), lambda told: self.keys.show_copy_age(*told), lambda _no: None, replaces="copy age")

    # ------------------------------------------------------------------ what is drawn

    def _build(self) -> None:
        worn = theme.current()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = TopBar(self._find)
        self.top.lock_wanted.connect(self.lock_wanted)
        self.top.search.chosen.connect(self._open_hit)
        self.top.search.entered.connect(lambda text: self.open_page("register", find=text))
        column.addWidget(self.top)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self.rail = self._made_rail()
        middle.addWidget(self.rail)
        right = QVBoxLayout()
        right.setContentsMargins(worn.px(5), worn.px(3), worn.px(5), worn.px(3))
        right.setSpacing(worn.px(3))
        self.head = PageHead()
        right.addWidget(self.head)
        self.banner = messages.Banner()
        right.addWidget(self.banner)
        self.waiting = Waiting()
        right.addWidget(self.waiting)
        self._content = Shown()
        right.addWidget(self._content, 1)
        middle.addLayout(right, 1)
        column.addLayout(middle, 1)
        self.keys = KeyBar()
        column.addWidget(self.keys)
        self.setCentralWidget(whole)

    def _made_rail(self) -> Rail:
        shown = {name: place for name, place in PAGES.items() if place.in_rail and pages.is_there(place.module)}
        for name, place in shown.items():
            QShortcut(QKeySequence(place.key), self, partial(self._rail_key, name, place.key))
        return Rail([(name, _(place.label), place.icon) for name, place in shown.items()], self._from_rail)

    def _rail_key(self, name: str, key: str) -> None:
        """A page may mean something of its own by the key (F3: a new line of its list)."""
        own = next((action for action in self._actions() if action.key == key), None) if self.page is not None else None
        if own is not None:
            self._press(own)
        else:
            self._from_rail(name)

    def _from_rail(self, name: str) -> None:
        self.open_page(name)
        self.rail.mark(self.page_name)  # a press turns the button over, also when the page was not opened

    def _draw_head(self, title: str, page: Page | None = None) -> None:
        if page is None:
            self.head.show_page(title)
        else:
            self.head.show_page(title, page.subtitle(), page.secondary(), page.primary())
        self.setWindowTitle(f"{title} · {_('Heyi')}" if title else _("Heyi"))

    def _show_keys(self) -> None:
        actions = self._actions()
        self.keys.show_keys(actions)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []
        for action in actions:
            if action.key not in (PAGES["new"].key, "F10") and action.reaches_everywhere:
                shortcut = QShortcut(QKeySequence(action.key), self, partial(self._press, action))
                self._shortcuts.append(shortcut)

    def _actions(self) -> list[Action]:
        new = partial(self.open_page, "new") if self.desk is not None and "new" in self.rail.buttons else None
        back = self.back if self._visits.back else None
        return window_keys.actions(self.page, self.guest, window_keys.Frame(self._help, self.turn_guest, new, back))

    def _press(self, action: Action) -> None:
        if action.enabled:
            action.slot()
        else:
            self.keys.line.say(action.tooltip or _("This is not possible now."))

    # ------------------------------------------------------------------ search, help

    def _to_search(self) -> None:
        if not self.guest:
            self.top.to_search()

    def _find(self, text: str, answer: Callable[[list[Hit]], None]) -> None:
        desk = self.desk
        if desk is None or not pages.is_there("search"):
            return

        def found(rows: list[Any]) -> None:
            answer([Hit(*row) for row in rows])

        # an answer to an older text is dropped by the name of its line
        self.jobs.run(lambda: pages.search_hits(desk, text), found, lambda _no: answer([]), replaces="search")

    def _open_hit(self, hit: Hit) -> None:
        self.top.search.clear()
        self.open_page(hit.page, **hit.arguments)

    def _help(self) -> None:
        if self.guest:
            return
        rows = window_keys.help_rows(self._actions(), list(self.rail.buttons))
        if pages.is_there(PAGES["help"].module) and self.page_name != "help" and self.page is not None:
            self.open_page("help", topic=self.page.help_topic(), keys=rows)
        else:
            messages.show_keys(self, _("Keys of this page"), rows)
