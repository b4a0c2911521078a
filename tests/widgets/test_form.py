"""The form by keyboard alone: Enter, Shift+Enter, composing, faults beside the field, what was typed stays."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain import readers
from desktop.domain.fields import Field, check
from desktop.domain.refusal import Fault, Refusal
from desktop.widgets.editors import ChoiceEditor, LongTextEditor, YesNoEditor
from desktop.widgets.form import Form
from desktop.widgets.rows_edit import RowsEdit
from tests.widgets.hands import commit, compose, focus, press, show, type_text

DAY = date(2026, 11, 20)
ROWS = (
    Field("who", "text", "Who", True),
    Field("kind", "choice", "Kind", choices=(("money", "Money"), ("act", "Act"))),
    Field("sum", "money", "Sum"),
    Field("due", "date", "Due"),
)
FIELDS = (
    Field("name", "text", "Name", True, most=20, help="As on the identity card"),
    Field("born", "date", "Born", prefer="past"),
    Field("sex", "choice", "Sex", choices=(("male", "Male"), ("female", "Female"))),
    Field("claim", "money", "Claim"),
    Field("local", "yes_no", "Local"),
    Field("facts", "long_text", "Facts", most=1000),
    Field("obligations", "table", "Obligations", rows=ROWS),
    Field("home", "group", "Home", rows=(Field("street", "text", "Street"), Field("number", "integer", "Number"))),
)


@pytest.fixture
def form(qt: Any) -> Form:
    made = Form(FIELDS, readers.readers(lambda: DAY))
    show(made)
    made.focus()
    return made


def owner(form: Form, widget: QWidget) -> str:
    return next(field.key for field in form.fields if form.editor(field.key) in (widget, *ancestors(widget)))


def test_a_sheet_is_filled_by_enter_alone(form: Form) -> None:
    type_text("张三")
    press("Return")
    type_text("19900322")
    press("Return")
    type_text("f")
    press("Return")
    type_text("5194253.92")
    press("Return", "1", "Return")
    type_text("欠款未还。")
    press("Ctrl+Return")
    type_text("李四")
    press("Return")
    assert owner(form, focus()) == "obligations"
    values = form.values()
    assert values["name"] == "张三" and values["born"] == "1990-03-22" and values["sex"] == "female"
    assert values["claim"] == "5,194,253.92" and values["local"] is True and values["facts"] == "欠款未还。"
    assert values["obligations"] == [{"who": "李四", "kind": "", "sum": "", "due": ""}]
    clean = check(FIELDS, values, DAY)
    assert clean["claim"] == 519425392 and clean["born"] == date(1990, 3, 22)


def test_enter_goes_on_and_shift_enter_back(form: Form) -> None:
    press("Return")
    assert owner(form, focus()) == "born"
    press("Shift+Return")
    assert owner(form, focus()) == "name"


def test_shift_enter_in_the_first_field_tells_what_stands_before_the_form(form: Form) -> None:
    said: list[str] = []
    form.before_first.connect(lambda: said.append("before"))
    press("Shift+Return")
    assert said == ["before"]


def test_enter_while_composing_belongs_to_the_input_method(form: Form) -> None:
    compose("zhang")
    press("Return")
    assert owner(form, focus()) == "name"
    commit("张")
    press("Return")
    assert owner(form, focus()) == "born" and form.values()["name"] == "张"


def test_enter_in_a_text_with_words_makes_a_line_in_an_empty_one_goes_on(form: Form) -> None:
    form.focus("facts")
    type_text("一")
    press("Return")
    type_text("二")
    assert form.values()["facts"] == "一\n二"
    form.set_values({"facts": ""})
    press("Return")
    assert owner(form, focus()) == "obligations"


def test_hidden_and_closed_fields_are_passed_over(form: Form) -> None:
    form.show_field("born", False)
    form.allow_field("sex", False, "not now")
    press("Return")
    assert owner(form, focus()) == "claim"


def test_enter_in_the_last_field_finishes(qt: Any) -> None:
    form = Form(FIELDS[:2])
    show(form)
    said: list[str] = []
    form.finished.connect(lambda: said.append("finished"))
    form.focus("born")
    press("Return")
    assert said == ["finished"]


def test_a_group_is_gone_through_like_the_rest(qt: Any) -> None:
    form = Form((*FIELDS[-1:], Field("after", "text", "After")))
    show(form)
    form.focus()
    type_text("Main Street")
    press("Return")
    type_text("7")
    press("Return")
    assert owner(form, focus()) == "after"
    press("Shift+Return")
    assert owner(form, focus()) == "home"
    assert form.values() == {"home": {"street": "Main Street", "number": "7"}, "after": ""}


def test_faults_stand_beside_their_fields_and_nothing_typed_is_lost(form: Form) -> None:
    form.set_values({"name": "", "born": "31.2", "claim": "1,2.3", "obligations": [{"who": "", "sum": "x"}], "home": {"number": "seven"}})
    with pytest.raises(Refusal) as refused:
        check(FIELDS, {key: value for key, value in form.values().items() if value is not None}, DAY, "parties.0")
    others = form.show_faults([*refused.value.faults, Fault("elsewhere", "not here")], "parties.0")
    assert [fault.sentence for fault in others] == ["not here"]
    assert owner(form, focus()) == "name"
    assert form.values()["claim"] == "1,2.3" and form.values()["born"] == "31.2"
    assert "can be read in more than one way" in note(form, "claim")
    assert form.editor("claim").line.property("faulty")
    rows = form.editor("obligations")
    assert isinstance(rows, RowsEdit) and set(rows.model.faults) == {(0, "who"), (0, "sum")}
    assert "not a number" in note(form.editor("home"), "number")
    type_text("李四")
    assert note(form, "name") == "" and "can be read" in note(form, "claim")


def test_remarks_are_amber_and_do_not_take_the_focus(form: Form) -> None:
    form.focus("claim")
    form.show_faults([Fault("name", "look at it")], role="warning")
    assert owner(form, focus()) == "claim" and note(form, "name") == "look at it"
    assert not form.editor("name").line.property("faulty")


def test_set_values_tells_nobody_and_typing_does(form: Form) -> None:
    told: list[str] = []
    form.field_changed.connect(told.append)
    form.set_values({"name": "张三", "claim": 100, "born": date(2000, 1, 2), "sex": "male", "local": False})
    assert told == [] and form.values()["claim"] == "1.00" and form.values()["born"] == "2000-01-02"
    type_text("x")
    assert told == ["name"]


def test_a_field_that_was_changed_tells_when_it_is_left(form: Form) -> None:
    left: list[str] = []
    form.field_left.connect(left.append)
    press("Return", "Shift+Return")
    assert left == []
    type_text("x")
    press("Return")
    assert left == ["name"]


def test_a_date_is_echoed_and_goes_by_a_day(form: Form) -> None:
    form.focus("born")
    type_text("3.22")
    editor: Any = form.editor("born")
    assert "2026-03-22" in editor.echo.text()
    press("Up")
    assert form.values()["born"] == "2026-03-23"


def test_a_sum_is_echoed_in_capitals(form: Form) -> None:
    form.focus("claim")
    type_text("20000")
    editor: Any = form.editor("claim")
    assert editor.echo.text() == "人民币贰万元整"


def test_a_paste_that_would_be_cut_is_refused_whole(form: Form) -> None:
    QApplication.clipboard().setText("长" * 10_000_000)
    press("Ctrl+V")
    assert form.values()["name"] == "" and "10,000,000" in note(form, "name")
    form.focus("facts")
    press("Ctrl+V")
    assert form.values()["facts"] == "" and "nothing was pasted" in note(form, "facts")


def test_text_comes_back_exactly_as_typed(form: Form) -> None:
    odd = "<b>&{{x}} 𨱏 ᠮᠣᠩᠭᠣᠯ\u00a0end"
    form.set_values({"name": odd, "facts": odd + "\nsecond line"})
    assert form.values()["name"] == odd and form.values()["facts"] == odd + "\nsecond line"


def test_choices_are_found_by_code_label_and_initials(qt: Any) -> None:
    editor = ChoiceEditor([("loan", "借款"), ("lease", "租赁")], lambda label: {"借款": "jk", "租赁": "zl"}[label])
    show(editor)
    editor.setFocus()
    type_text("zl")
    assert editor.value() == "lease"
    press("Backspace")
    type_text("lo")
    assert editor.value() == "loan"
    press("Delete")
    assert editor.value() == ""
    editor.set_value("gone")
    assert editor.value() == "gone"


def test_the_same_letter_again_goes_to_the_next_choice_that_it_fits(qt: Any) -> None:
    editor = ChoiceEditor(
        [("unit", "单位"), ("herd", "牧户"), ("many", "多人")], lambda label: {"单位": "dw", "牧户": "mh", "多人": "dr"}[label]
    )
    show(editor)
    editor.setFocus()
    type_text("d")
    assert editor.value() == "unit"
    type_text("d")
    assert editor.value() == "many"
    type_text("d")
    assert editor.value() == "unit"
    press("Backspace")
    type_text("dr")
    assert editor.value() == "many"
    press("Backspace")
    type_text("h")  # inside
    assert editor.value() == "herd"


def test_yes_and_no_by_key(qt: Any) -> None:
    editor = YesNoEditor()
    show(editor)
    editor.yes.setFocus()
    press("n")
    assert editor.value() is False
    press("1")
    assert editor.value() is True
    press("Delete")
    assert editor.value() is None


def test_every_control_has_an_accessible_name(form: Form) -> None:
    assert all(stop.accessibleName() for stop in form.stops())
    assert form.editor("name").line.accessibleName() == "Name, required"


def test_a_long_text_refuses_to_turn_nbsp_into_a_space(qt: Any) -> None:
    editor = LongTextEditor(Field("facts", "long_text", "Facts"))
    editor.setText("a\u00a0b")
    assert editor.text() == "a\u00a0b"


def ancestors(widget: QWidget) -> list[QWidget]:
    above = widget.parentWidget()
    return [] if above is None else [above, *ancestors(above)]


def note(form: Any, key: str) -> str:
    """The sentence beside a field."""
    row = form._rows[key]
    return row.note.text() if not row.note.isHidden() else ""
