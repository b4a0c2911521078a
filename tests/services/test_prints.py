"""Prints: originals once, then numbered copies; recorded only when the spooler took them; an answer of CUPS read as a sentence."""

import subprocess
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from db.models.case import Case
from db.vocabulary import PaperKind
from desktop.domain.refusal import Refusal
from desktop.jobs import Cancelled
from desktop.services import chosen_papers, printing, prints, raster, spooler
from desktop.services.desk import Desk
from desktop.services.prints import Wish
from desktop.services.spooler import Choice
from desktop.settings import Settings
from tests.services import road

CHOICE = Choice("office", 2)
AGREEMENT = Wish(PaperKind.AGREEMENT, copies=3)


class Spool:
    """A spooler that takes what it is given, until it is told to refuse."""

    def __init__(self) -> None:
        self.taken: list[tuple[bytes, Choice]] = []
        self.why_not = ""

    def __call__(self, pdf: bytes, title: str, choice: Choice) -> str:
        if self.why_not:
            raise Refusal(self.why_not, "printer", "not_printed")
        self.taken.append((pdf, choice))
        return f"office-{len(self.taken)}"


@pytest.fixture
def spool() -> Spool:
    return Spool()


def issued(desk: Desk) -> Case:
    sheet = road.case(road.WANG, road.ZHANG, claim="40000")
    owed = road.owed(debtors=["2"], amount="40000")
    return road.walk(desk, "issue", sheet, agreement={**road.values("agreement"), "obligations": [owed]})


def text(pdf: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def test_originals_first_then_numbered_copies(desk: Desk, spool: Spool) -> None:
    case = issued(desk)
    for n in range(3):
        (done,) = prints.send(desk, case, [AGREEMENT], CHOICE, spool)
        assert (done.copy, done.why_not) == (n, "")
        said = text(spool.taken[-1][0])
        assert ("副本" in said) == (n > 0)
        assert n == 0 or f"副本（第{n}份）" in said
    assert [choice.copies for _pdf, choice in spool.taken] == [3, 3, 3]
    (runs,) = prints.printed(desk, case.id).values()
    assert [(one.copy, one.sheets, one.printer) for one in runs] == [(0, 3, "office"), (1, 3, "office"), (2, 3, "office")]


def test_a_spoiled_first_print_is_printed_again_as_originals_with_its_reason(desk: Desk, spool: Spool) -> None:
    case = issued(desk)
    prints.send(desk, case, [AGREEMENT], CHOICE, spool)
    (done,) = prints.send(desk, case, [AGREEMENT._replace(originals="卡纸")], CHOICE, spool)
    assert done.copy == 0 and "副本" not in text(spool.taken[-1][0])
    (runs,) = prints.printed(desk, case.id).values()
    assert [one.reason for one in runs] == ["", "卡纸"]


def test_what_the_spooler_refuses_is_not_recorded_and_does_not_stop_the_others(desk: Desk, spool: Spool) -> None:
    case = issued(desk)
    spool.why_not = "打印机未接收"
    (done,) = prints.send(desk, case, [AGREEMENT], CHOICE, spool)
    assert done.why_not == "打印机未接收" and prints.printed(desk, case.id) == {}
    spool.why_not = ""
    lost = Wish(PaperKind.RECEIPT)
    first, second, third = prints.send(desk, case, [AGREEMENT, lost, Wish(PaperKind.RIGHTS_NOTICE)], CHOICE, spool)
    assert (first.why_not, third.why_not) == ("", "") and second.why_not
    assert len(spool.taken) == 2


def test_a_cancelled_batch_keeps_what_was_taken(desk: Desk, spool: Spool) -> None:
    case = issued(desk)

    def told(done: int, _all: int, _text: str) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        prints.send(desk, case, [AGREEMENT, AGREEMENT], CHOICE, spool, told)
    assert len(spool.taken) == 1 and len(prints.printed(desk, case.id)) == 1


def test_the_papers_of_several_cases_go_one_case_after_the_other(desk: Desk, spool: Spool) -> None:
    first, second = issued(desk), road.walk(desk, "accept")
    ids, told = [first.id, second.id], []
    found = {one.kind: one for one in chosen_papers.offered(desk, ids, lambda *how: told.append(how))}
    assert found["list"] == ("list", 1, 2) and found["agreement"] == ("agreement", 1, 1)
    assert found["registration_form"].cases == 2 and [n for n, _all, _number in told] == [0, 1, 2]
    wanted = {"agreement": 0, "acceptance_form": 2}
    done = chosen_papers.send(desk, ids, wanted, False, CHOICE, lambda *_how: None, spool)
    assert (done.papers, done.refused, done.left) == (3, [], 0)
    originals = printing.copies(desk, first, PaperKind.AGREEMENT)
    assert [choice.copies for _pdf, choice in spool.taken] == [2, originals, 2] and originals > 2
    chosen_papers.send(desk, ids, {"agreement": 0}, True, CHOICE, lambda *_how: None, spool)
    pdf, choice = spool.taken[-1]
    assert choice.copies == 1 and "副本" in text(pdf), "what was printed already is a copy"
    with pytest.raises(Refusal):
        chosen_papers.bound(desk, [second.id], ["agreement"], False, lambda *_how: None)


def test_a_printer_that_takes_nothing_any_more_ends_the_batch_and_says_what_is_left(desk: Desk, spool: Spool) -> None:
    ids = [road.walk(desk, "accept").id for _n in range(3)]
    spool.why_not = "打印机未接收"
    done = chosen_papers.send(desk, ids, {"acceptance_form": 1}, False, CHOICE, lambda *_how: None, spool)
    ((_number, name, why),) = done.refused
    assert (done.papers, done.left, why) == (0, 2, "打印机未接收") and name
    with pytest.raises(Refusal, match="打印机未接收"):
        chosen_papers.send(desk, ids, {"list": 1}, False, CHOICE, lambda *_how: None, spool)


def test_more_cases_than_a_day_prints_are_a_list(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chosen_papers, "MOST_CASES", 1)
    ids = [road.walk(desk, "accept").id for _n in range(2)]
    assert chosen_papers.offered(desk, ids, lambda *_how: None) == [("list", 1, 2)]


def test_a_reading_copy_is_not_counted(desk: Desk, spool: Spool) -> None:
    case = issued(desk)
    for _ in range(2):
        (done,) = prints.send(desk, case, [Wish(PaperKind.RIGHTS_NOTICE)], CHOICE, spool)
        assert done.copy == 0
    assert prints.printed(desk, case.id) == {}


def test_a_page_is_moved_on_its_sheet(desk: Desk, spool: Spool) -> None:
    case = issued(desk)
    prints.send(desk, case, [AGREEMENT, AGREEMENT], Choice("office", right=5.0, down=-2.0), spool)
    plain = raster.moved(spool.taken[0][0], -5.0, 2.0)
    places = [pypdfium2.PdfDocument(pdf)[0].get_mediabox() for pdf in (plain, spool.taken[0][0])]
    assert places[1][0] == pytest.approx(places[0][0] - 5 * 72 / 25.4, abs=0.02)
    assert places[1][1] == pytest.approx(places[0][1] - 2 * 72 / 25.4, abs=0.02)
    with pytest.raises(Refusal, match="30 mm at most"):
        prints.send(desk, case, [AGREEMENT], Choice("office", right=31.0), spool)
    with pytest.raises(Refusal, match="Choose a printer"):
        prints.send(desk, case, [AGREEMENT], Choice(""), spool)


def test_the_choice_is_remembered_for_each_kind(tmp_path: Path) -> None:
    kept = Settings(tmp_path / "settings.json")
    prints.remember("agreement", Choice("office", 9, spooler.LONG_EDGE, "InputSlot=Tray2", 1.5, 0.0), kept)
    prints.remember("receipt", Choice("other"), kept)
    again = Settings(tmp_path / "settings.json")
    known = {"printer": "office", "sides": spooler.LONG_EDGE, "tray": "InputSlot=Tray2", "right": 1.5, "down": 0.0}
    assert prints.remembered("agreement", again) == known
    assert prints.remembered("closing_report", again) == {}
    again.put({"prints": "[damaged"})
    assert prints.remembered("agreement", Settings(tmp_path / "settings.json")) == {}


ANSWERS = {
    ("lpstat", "-d"): "system default destination: hall\n",
    ("lpstat", "-e"): "desk\nhall\nold\n",
    ("lpstat", "-a"): "desk accepting requests since Mon\nhall accepting requests since Mon\n"
    "old not accepting requests since Mon -\n\tPaper is out\n",
    ("lpstat", "-p"): "printer desk disabled since Mon -\n\tPaused\nprinter hall is idle.  enabled since Mon\n",
    ("lpoptions", "-p", "hall", "-l"): "Duplex/2-Sided Printing: None *DuplexNoTumble\nInputSlot/Media Source: *Auto Tray2\n",
}


@pytest.fixture
def cups(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A CUPS that answers as told; `lp` says what it was asked."""
    said: dict[str, Any] = {"code": 0, "out": "request id is hall-7 (1 file(s))\n", "err": "", "asked": []}

    def run(command: list[str], **rest: Any) -> "subprocess.CompletedProcess[bytes]":
        if command[0] == "lp":
            said["asked"], said["file"] = command, rest["input"]
            return subprocess.CompletedProcess(command, said["code"], said["out"].encode(), said["err"].encode())
        return subprocess.CompletedProcess(command, 0, ANSWERS.get(tuple(command), "").encode(), b"")

    monkeypatch.setattr(spooler, "there", lambda: True)
    monkeypatch.setattr(spooler.subprocess, "run", run)
    return said


def test_the_printers_say_what_they_can_and_what_is_wrong(cups: dict[str, Any]) -> None:
    hall, desk, old = spooler.printers()
    assert (hall.name, hall.usual, hall.trouble, hall.two_sided) == ("hall", True, "", True)
    assert hall.trays == (("InputSlot=Auto", "Auto"), ("InputSlot=Tray2", "Tray2"))
    assert "paused" in desk.trouble and "takes no papers" in old.trouble


def test_a_paper_is_given_with_copies_sides_and_tray(cups: dict[str, Any]) -> None:
    job = spooler.send(b"%PDF-1.7", "agreement 1", Choice("hall", 3, spooler.LONG_EDGE, "InputSlot=Tray2"))
    assert job == "hall-7" and cups["file"] == b"%PDF-1.7"
    asked = " ".join(cups["asked"])
    assert "-d hall -n 3" in asked and "sides=two-sided-long-edge" in asked and "InputSlot=Tray2" in asked


@pytest.mark.parametrize("said", [{"code": 1, "out": "", "err": "lp: Destination hall is not accepting jobs."}, {"code": 0, "out": ""}])
def test_a_refused_paper_is_a_sentence_with_what_the_spooler_said(cups: dict[str, Any], said: dict[str, Any]) -> None:
    cups.update(said)
    with pytest.raises(Refusal, match="nothing was printed") as refused:
        spooler.send(b"%PDF", "x", Choice("hall"))
    assert said.get("err", "no answer").strip(".") in refused.value.sentence.replace("。", ".")


def test_no_cups_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spooler, "there", lambda: False)
    assert spooler.printers() == []
    with pytest.raises(Refusal, match="No printer is set up"):
        spooler.send(b"", "x", CHOICE)
