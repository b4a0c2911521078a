"""First start, as it is decided: makes an office and its recovery sheet, or finds the one that is there."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop import assets
from desktop.domain import numbering, readers
from desktop.domain.fields import Field
from desktop.domain.inputs.people import OFFICE
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _
from desktop.services import desk as desks
from desktop.services import files, office, recovery

_SHEET = ("name", "short_name", "number_pattern", "letterhead", "court", "site", "user_name", "next_entry", "next_official")
_SHOWN = ("name", "short_name", "court")  # whose example is worth showing in the empty field
_STARTS = {"number_pattern": "（{year}）{org}字第{n}号", "site": "committee", "next_entry": "1", "next_official": "1"}


class FirstRunPresenter:
    """`view` is a `FirstRunView` or anything with its methods; there is no desk yet."""

    def __init__(self, desk: Any, jobs: Any, view: Any, home: Path | None = None) -> None:
        self._jobs, self._view = jobs, view
        self._home = home or Path.home() / "Heyi"
        self._folder = Path()
        self._password = ""
        self._name = ""
        self._words = ""
        self._pdf = b""
        self._built = False

    def start(self) -> None:
        """Reads the list of courts, then the view draws the sheet."""
        if not self._built:
            self._built = True
            self._jobs.run(lambda: [(row["code"], row["name"]) for row in assets.toml("codes", "courts.toml")["court"]], self._begin)

    def make(self, values: Mapping[str, Any], password: str, again: str, folder: str) -> None:
        """Makes the office; what is wrong comes back to its field and everything typed stays."""
        faults = []
        for key, sentence in (
            ("name", _("Give the office its name.")),
            ("short_name", _("Give the short name that stands in the numbers.")),
        ):
            if not str(values.get(key) or "").strip():
                faults.append(Fault(key, sentence))
        if not folder.strip():
            faults.append(Fault("folder", _("Say in which folder the office is to be.")))
        if len(password) < office.LEAST_PASSWORD:
            faults.append(Fault("password", _("The password needs at least {n} characters.").format(n=office.LEAST_PASSWORD)))
        elif password != again:
            faults.append(Fault("again", _("The two passwords are not the same: type both again.")))
        if values.get("number_pattern"):
            try:
                numbering.check_pattern(str(values["number_pattern"]))
            except Refusal as no:
                faults.append(Fault("number_pattern", no.sentence))
        if faults:
            self._view.show_faults(faults)
            return
        self._folder, self._password, self._name = Path(folder.strip()).expanduser(), password, str(values["name"])
        target = self._folder
        self._view.wait(_("The office is being made."))

        def work() -> str:
            made = office.create(target, values, password=password)
            made.desk.close()
            return made.recovery or ""

        self._jobs.run(work, self._made, self._refused)

    def open(self, folder: str) -> None:
        """Opens an office that is there; asks for its password where it has one."""
        self._folder = target = Path(folder)
        self._jobs.run(lambda: office.needs_password(target), self._open_or_ask, self._refused)

    def unlock(self, password: str) -> None:
        """Tries the password; a wrong one is said beside the field and what was typed stays."""
        target = self._folder
        self._jobs.run(
            lambda: office.open(target, password).close(),
            lambda _done: self._view.office_wanted.emit(str(target), password),
            lambda no: self._view.wrong_password(no.sentence),
        )

    def training(self) -> None:
        """Makes the training office where it is not there yet, and opens it."""
        target = self._home / "training"
        self._view.wait(_("The training office is being made."))

        def work(job: Any) -> None:
            from desktop.services import demo

            if not (target / "office.toml").exists():
                demo.make(target, desks.now().date(), lambda done, total: job.report(done, total))

        self._jobs.run(work, lambda _done: self._view.office_wanted.emit(str(target), ""), self._refused, progress=self._view.tell)

    def save_sheet(self, file: str) -> None:
        """Writes the recovery sheet as PDF."""
        target, pdf = Path(file).with_suffix(".pdf"), self._pdf
        self._jobs.run(
            lambda: files.write(target, pdf), lambda _done: self._view.sheet_kept(_("Saved: {file}").format(file=target)), self._not_kept
        )

    def print_sheet(self) -> None:
        """Draws the sheet for the printer that the view has asked for."""
        from desktop.services import raster

        pdf = self._pdf
        self._jobs.run(lambda: raster.picture(pdf, 0, self._view.dpi()), self._view.draw_sheet, self._not_kept)

    def go_on(self) -> None:
        """The sheet is in safe hands: the office opens, and its words are forgotten here."""
        folder, password = str(self._folder), self._password
        self._words = self._password = ""
        self._pdf = b""
        self._view.office_wanted.emit(folder, password)

    def _begin(self, courts: list[tuple[str, str]]) -> None:
        known = {field.key: field for field in OFFICE}
        plain = readers.readers(lambda: desks.now().date())
        own: dict[str, Callable[[str], tuple[str, str]]] = {"court": readers.courts(courts), "number_pattern": self._number}

        def of(field: Field) -> Any:
            return own.get(field.key) or plain(field)

        fields = [replace(known[key], example=known[key].example if key in _SHOWN else "") for key in _SHEET]
        self._view.build(fields, of, dict(_STARTS), str(self._home / "office"))

    def _number(self, text: str) -> tuple[str, str]:
        short = str(self._view.values().get("short_name") or "") or "×"
        return text, numbering.official(numbering.check_pattern(text), desks.now().year, short, 1)

    def _made(self, words: str) -> None:
        self._words = words
        self._view.wait("")
        name, day = self._name, desks.now().date()
        self._jobs.run(lambda: recovery.sheet(name, words, day), self._sheet_ready)

    def _sheet_ready(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._view.show_recovery(self._name, self._words.split("-"))

    def _open_or_ask(self, asks: bool) -> None:
        if asks:
            self._view.ask_password(self._folder.name)
        else:
            self._view.office_wanted.emit(str(self._folder), "")

    def _refused(self, no: Refusal) -> None:
        self._view.wait("")
        self._view.show_faults(no.faults)

    def _not_kept(self, no: Refusal) -> None:
        self._view.sheet_kept(no.sentence, kept=False)
