"""The scenes of tests/shots.py: what is done before each picture, by keyboard, as a clerk would."""

from functools import cached_property
from pathlib import Path
from typing import Any

from tests.window_driver import DAY, Driver

NAMES = (
    "first_run", "first_run_faults", "recovery", "today", "today_empty", "new_dispute", "new_dispute_filled", "new_dispute_faults",
    "new_dispute_other_side", "new_dispute_settled", "new_dispute_known", "register", "register_found", "register_none",
    "register_filters", "register_chosen", "case", "case_other_side", "case_group", "case_group_paid", "case_performing",
    "case_perform", "case_confirming", "case_confirm", "case_steps", "case_sheet", "agreement", "agreement_other_side",
    "agreement_done", "agreement_sign", "agreement_check", "agreement_check_other_side", "agreement_guest",
    "agreement_lead", "statistics", "statistics_chart", "help", "mediators", "mediators_change", "organisations",
    "screening", "settings_office", "settings_users", "settings_courts", "settings_series", "settings_values", "settings_days",
    "settings_causes", "settings_looks", "settings_copies", "case_guest",
    "case_accept", "case_assign", "case_session", "case_correct", "case_party", "case_evidence", "case_print", "agreement_draft",
    "agreement_draft_other_side", "calculation", "templates", "settings_papers", "settings_mongolian", "settings_categories",
    "copy_sheet", "reconcile", "reconcile_found", "case_packet", "case_form_answers", "case_service_address", "case_claim",
)  # fmt: skip


class Scenes:
    """One training office and one window for all of them; the first start has its own."""

    def __init__(self, folder: Path, width: int, height: int) -> None:
        self.folder, self.width, self.height = folder, width, height

    @cached_property
    def driver(self) -> Driver:
        """A window on the training office."""
        from desktop.services import demo, office

        target = self.folder / "training"
        demo.make(target, DAY, generated=40)
        return Driver(office.open(target, today=lambda: DAY), self.width, self.height)

    def close(self) -> None:
        """Closes the window, if one was opened."""
        if "driver" in self.__dict__:
            self.driver.close()

    def first_run(self, file: Path) -> None:
        driver = Driver(None, self.width, self.height)
        driver.window.open_page("first_run")
        driver.settle()
        driver.picture(file)
        driver.close()

    def first_run_faults(self, file: Path) -> None:
        driver = Driver(None, self.width, self.height)
        driver.window.open_page("first_run")
        driver.settle()
        driver.press("F8")
        driver.picture(file)
        driver.close()

    def recovery(self, file: Path) -> None:
        driver = Driver(None, self.width, self.height)
        page: Any = driver.window.open_page("first_run")
        driver.settle()
        page.show_recovery("新城区诉调对接人民调解委员会", [f"K{n}MQ7{n}" for n in range(1, 9)])
        driver.picture(file)
        driver.close()

    def today(self, file: Path) -> None:
        self.driver.window.open_page("today")
        self.driver.picture(file)

    def today_empty(self, file: Path) -> None:
        from tests.window_driver import office

        driver = Driver(office(self.folder / "empty"), self.width, self.height)
        driver.picture(file)
        driver.window.open_page("register")
        driver.picture(file.with_name(file.name.replace("today_empty", "register_empty")))
        driver.close()

    def new_dispute(self, file: Path) -> None:
        self.driver.window.open_page("new")
        self.driver.picture(file)

    def new_dispute_filled(self, file: Path) -> None:
        driver = self.driver
        driver.window.open_page("new")
        driver.settle()
        driver.press("Ctrl+N")
        driver.fill("150105198001010013", "张某某", "", "", "汉", "13800000000", "呼和浩特市赛罕区某小区3号楼")
        driver.fill("", "9115010211420002X1", "内蒙古某商业银行股份有限公司")
        driver.page.settled.emit()
        driver.picture(file)

    def new_dispute_faults(self, file: Path) -> None:
        driver = self.driver
        driver.window.open_page("new")
        driver.settle()
        driver.press("Ctrl+N")
        driver.fill("15010519800101001X", "", "", "", "汉", "1380000")
        driver.press("F8")
        driver.picture(file)

    def new_dispute_other_side(self, file: Path) -> None:
        self.new_dispute_filled(file)
        self.driver.press("F6")
        self.driver.picture(file)
        self.driver.press("F6")

    def new_dispute_settled(self, file: Path) -> None:
        self.driver.window.open_page("new")
        self.driver.settle()
        self.driver.press("Ctrl+N", "F11")
        self.driver.picture(file)
        self.driver.press("F11")

    def new_dispute_known(self, file: Path) -> None:
        driver = self.driver
        driver.window.open_page("new")
        driver.settle()
        driver.press("Ctrl+N")
        driver.fill("", "包某某", "")
        driver.settle()
        driver.picture(file)

    def register(self, file: Path) -> None:
        self.driver.window.open_page("register")
        self.driver.picture(file)

    def register_found(self, file: Path) -> None:
        self.driver.window.open_page("register", find="某某")
        self.driver.picture(file)

    def register_none(self, file: Path) -> None:
        self.driver.window.open_page("register", find="查无此人")
        self.driver.picture(file)
        self.driver.page.all_wanted.emit()

    def register_filters(self, file: Path) -> None:
        self.driver.window.open_page("register", find="某某")
        self.driver.settle()
        self.driver.press("F8")
        self.driver.picture(file)

    def register_chosen(self, file: Path) -> None:
        self.driver.page.all_wanted.emit()
        self.driver.settle()
        self.driver.press("Ctrl+A")
        self.driver.picture(file)

    def _agreed(self) -> int:
        from desktop.services import register

        rows = register.page(self.driver.desk, limit=0)
        return next((row.id for row in rows if row.agreement_status is not None), rows[0].id)

    def case(self, file: Path) -> None:
        self.driver.window.open_page("case", case_id=self._agreed())
        self.driver.picture(file)

    def case_other_side(self, file: Path) -> None:
        self.case(file)
        self.driver.press("F6")
        self.driver.picture(file)

    def _case(self, name: str) -> int:
        """The case of the examples in which this party stands."""
        from desktop.services import register

        rows = register.page(self.driver.desk, limit=0)
        return next(row.id for row in rows if any(name in found for _role, found in row.parties))

    def _case_page(self, name: str, file: Path, *keys: str, **arguments: Any) -> None:
        self.driver.window.open_page("case", case_id=self._case(name), **arguments)
        self.driver.settle()
        self.driver.press(*keys)
        self.driver.settle()
        self.driver.picture(file)
        self.driver.press("Esc")

    def case_group(self, file: Path) -> None:
        self._case_page("四十七名", file)

    def case_group_paid(self, file: Path) -> None:
        self._case_page("四十七名", file, "F9")

    def case_performing(self, file: Path) -> None:
        self._case_page("包某某", file)

    def case_perform(self, file: Path) -> None:
        self._case_page("郭某某", file, move="perform")

    def case_confirming(self, file: Path) -> None:
        self._case_page("郭某某", file, "Ctrl+Down", "Ctrl+Down")

    def case_confirm(self, file: Path) -> None:
        self._case_page("四十七名", file, move="confirm_apply")

    def case_steps(self, file: Path) -> None:
        self._case_page("包某某", file, "F7")

    def case_sheet(self, file: Path) -> None:
        self._case_page("内蒙古某商业银行", file, move="default")

    def agreement(self, file: Path) -> None:
        assert self.driver.window.open_page("agreement", case_id=self._agreed()) is not None, "there is no page for agreements yet"
        self.driver.picture(file)

    def agreement_other_side(self, file: Path) -> None:
        self.agreement(file)
        self.driver.press("F6")
        self.driver.picture(file)

    def agreement_done(self, file: Path) -> None:
        self.driver.window.open_page("agreement", case_id=self._case("内蒙古某商业银行"))
        self.driver.picture(file)

    def agreement_sign(self, file: Path) -> None:
        self.driver.window.open_page("agreement", case_id=self._case("郭某某"))
        self.driver.picture(file)

    def agreement_check(self, file: Path) -> None:
        self._flawed()
        self.driver.picture(file)

    def agreement_check_other_side(self, file: Path) -> None:
        self._flawed()
        self.driver.press("F6")
        self.driver.picture(file)
        self.driver.press("F6")

    def agreement_lead(self, file: Path) -> None:
        self._flawed()
        self.driver.press("Alt+C")
        self.driver.picture(file)
        self.driver.press("Return")
        self.driver.picture(file.with_name(file.name.replace("agreement_lead", "agreement_led")))

    def agreement_guest(self, file: Path) -> None:
        self._flawed()
        self.driver.press("F10")
        self.driver.picture(file)
        self.driver.press("F10")

    def _flawed(self) -> None:
        """The page of a draft that has red, amber and grey findings, one red one passed."""
        from desktop.services import actions, cases, register

        desk = self.driver.desk
        rows = register.page(desk, limit=0)
        wanted = (row.id for row in rows if row.stage.value == "in_mediation" and row.agreement_status is None and len(row.parties) == 2)
        case = getattr(self, "_flawed_case", None) or next(wanted)
        if not hasattr(self, "_flawed_case"):
            self._flawed_case = case
            names = [party.name for party in cases.get(desk, case).parties[:2]]
            owed = {"kind": "money", "debtors": ["2"], "creditors": ["1"], "subject": "欠款", "amount": "80000", "due_on": "2026-12-31"}
            clauses = [f"{names[1]}的房屋所有权归{names[0]}。", "利息尽快付清。", "违约金为总额的40%。", "上述款项由某财产保险公司支付。"]
            written = {"day": DAY.isoformat(), "facts": "尚欠80000元（大写：人民币捌仟元整）。", "obligations": [owed], "clauses": clauses}
            actions.act(desk, case, "agreement", written)
            actions.act(desk, case, "pass_finding", {"kind": "insurer_absent", "place": "clauses.3", "reason": "consented"})
        self.driver.window.open_page("agreement", case_id=case)
        self.driver.settle()

    def statistics(self, file: Path) -> None:
        self.driver.window.open_page("statistics")
        if self.driver.page.chart.isVisible():
            self.driver.wait_for(lambda: self.driver.page.chart.is_drawn)
        self.driver.picture(file)

    def statistics_chart(self, file: Path) -> None:
        self.statistics(file)
        self.driver.press("F6")
        self.driver.wait_for(lambda: self.driver.page.chart.is_drawn)
        self.driver.picture(file)
        self.driver.press("F6")

    def help(self, file: Path) -> None:
        self.driver.window.open_page("new")
        self.driver.settle()
        self.driver.press("F1")
        self.driver.picture(file)
        self.driver.press("Esc")

    def mediators(self, file: Path) -> None:
        self._list("mediators", "mediators", file)

    def mediators_change(self, file: Path) -> None:
        self.driver.window.open_page("mediators", section="mediators")
        self.driver.settle()
        self.driver.press("F9")
        self.driver.picture(file)
        self.driver.press("Esc")

    def organisations(self, file: Path) -> None:
        self._list("mediators", "organisations", file)

    def screening(self, file: Path) -> None:
        from desktop.services import screenings

        round_ = {"day": DAY.isoformat(), "place": "保合少镇某村", "who": "王某、白某"}
        screenings.add(self.driver.desk, {**round_, "found": True, "lead": "两户因草场边界发生争执。", "people_count": 4})
        screenings.add(self.driver.desk, {**round_, "found": False})
        self._list("screening", "screening", file)

    def settings_office(self, file: Path) -> None:
        self._list("settings", "office", file)

    def settings_users(self, file: Path) -> None:
        self._list("settings", "users", file)

    def settings_courts(self, file: Path) -> None:
        self._list("settings", "courts", file)

    def settings_series(self, file: Path) -> None:
        self._list("settings", "series", file)

    def settings_values(self, file: Path) -> None:
        self._list("settings", "values", file)

    def settings_days(self, file: Path) -> None:
        self._list("settings", "days", file)

    def settings_causes(self, file: Path) -> None:
        self._list("settings", "causes", file)

    def settings_looks(self, file: Path) -> None:
        self._list("settings", "looks", file)

    def settings_copies(self, file: Path) -> None:
        self._list("settings", "copies", file)

    def case_guest(self, file: Path) -> None:
        self.driver.window.open_page("case", case_id=self._agreed())
        self.driver.settle()
        self.driver.press("F10")
        self.driver.picture(file)
        self.driver.press("F10")

    def _at(self, *stages: str) -> int:
        """The newest case that stands there and has no agreement yet."""
        from desktop.services import register

        rows = register.page(self.driver.desk, limit=0)
        return next(row.id for row in rows if row.stage.value in stages and row.agreement_status is None)

    def _sheet(self, file: Path, stage: str, move: str, **begin: str) -> None:
        self.driver.window.open_page("case", case_id=self._at(stage))
        self.driver.settle()
        self.driver.page._presenter.open_move(move, begin)
        self.driver.settle()
        self.driver.picture(file)
        self.driver.press("Esc")

    def case_accept(self, file: Path) -> None:
        self._sheet(file, "registered", "accept")

    def case_assign(self, file: Path) -> None:
        self._sheet(file, "accepted", "assign")

    def case_session(self, file: Path) -> None:
        self._sheet(file, "assigned", "session")
        self.driver.press("F10") if self.driver.window.guest else None

    def case_correct(self, file: Path) -> None:
        self._sheet(file, "assigned", "correct")

    def case_party(self, file: Path) -> None:
        self._sheet(file, "assigned", "correct", party="1")

    def case_evidence(self, file: Path) -> None:
        self._sheet(file, "assigned", "evidence")

    def case_print(self, file: Path) -> None:
        self.driver.window.open_page("case", case_id=self._agreed())
        self.driver.settle()
        self.driver.page._presenter.open_paper("agreement", 0)
        self.driver.settle()
        self.driver.picture(file)
        self.driver.press("Esc")

    def agreement_draft(self, file: Path) -> None:
        self.driver.window.open_page("agreement", case_id=self._at("in_mediation"))
        self.driver.picture(file)

    def agreement_draft_other_side(self, file: Path) -> None:
        self.agreement_draft(file)
        self.driver.press("F6")
        self.driver.picture(file)
        self.driver.press("F6")

    def calculation(self, file: Path) -> None:
        self.driver.window.open_page("calculation", case_id=self._case("郭某某"))
        self.driver.picture(file)

    def templates(self, file: Path) -> None:
        self.driver.window.open_page("templates", kind="agreement")
        self.driver.picture(file)

    def settings_papers(self, file: Path) -> None:
        self._list("settings", "papers", file)

    def settings_mongolian(self, file: Path) -> None:
        self._list("settings", "mongolian", file)

    def settings_categories(self, file: Path) -> None:
        self._list("settings", "categories", file)

    def copy_sheet(self, file: Path) -> None:
        from desktop.services import actions

        desk, case = self.driver.desk, self._case("包某某")
        places = ["court", "organisation", "mediators", "cause", "claim", "parties.1.name"]
        actions.act(desk, case, "copied", {"places": places})
        changed = {"claim": "1234.56"}
        actions.act(desk, case, "correct", {"changes": changed, "reason": "核对后更正"})
        self.driver.window.open_page("copy_sheet", case_id=case)
        self.driver.settle()
        self.driver.press("Return")
        self.driver.picture(file)
        self.driver.press("Esc")

    def reconcile(self, file: Path) -> None:
        self.driver.window.open_page("register")
        self.driver.settle()
        self.driver.press("F4")
        self.driver.picture(file)

    def reconcile_found(self, file: Path) -> None:
        from desktop.services import register

        rows = [row for row in register.page(self.driver.desk, limit=0) if len(row.parties) == 2][:4]
        lines = ["申请编号,申请人,被申请人,案由,标的金额,收案日期"]
        lines += [f"TJ{n},{row.parties[0][1]},{row.parties[1][1]},{row.cause},1,{row.received_on}" for n, row in enumerate(rows)]
        source = self.folder / "2026年11月平台清单.csv"
        source.write_text("\n".join([*lines, "TJ99,王五,赵六,买卖合同纠纷,300,2026-11-02"]), encoding="gb18030")
        self.driver.window.open_page("reconcile", file=str(source))
        self.driver.settle()
        self.driver.press("F8")
        self.driver.picture(file)
        self.driver.press("Esc")

    def case_packet(self, file: Path) -> None:
        self._case_page("郭某某", file, "F2")

    def case_form_answers(self, file: Path) -> None:
        self._case_page("内蒙古某商业银行", file, move="form_answers")

    def case_service_address(self, file: Path) -> None:
        self._case_page("内蒙古某商业银行", file, move="service_address")

    def case_claim(self, file: Path) -> None:
        self.driver.window.open_page("case", case_id=self._case("内蒙古某商业银行"))
        self.driver.settle()
        self.driver.page._do("papers", {}, ())
        self.driver.settle()
        self.driver.type("起诉状")
        self.driver.press("Return")
        self.driver.picture(file)
        self.driver.press("Esc", "Esc")

    def _list(self, page: str, section: str, file: Path) -> None:
        self.driver.window.open_page(page, section=section)
        self.driver.picture(file)
