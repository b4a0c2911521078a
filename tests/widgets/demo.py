"""A page with every widget on it, in the real frame, to be looked at: python tests/widgets/demo.py PICTURE.png [dark] [scale=135]

With QT_QPA_PLATFORM=offscreen no screen is needed; QT_SCALE_FACTOR=1.5 draws as a screen of 150 % does.
"""

import os
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtGui import QColor, QImage, QPainter  # noqa: E402
from PySide6.QtWidgets import QApplication, QHBoxLayout  # noqa: E402

from desktop import app as program  # noqa: E402
from desktop import i18n, pages  # noqa: E402
from desktop.domain import readers  # noqa: E402
from desktop.domain.fields import Field, check  # noqa: E402
from desktop.domain.refusal import Refusal  # noqa: E402
from desktop.jobs import Jobs  # noqa: E402
from desktop.settings import Settings  # noqa: E402
from desktop.widgets.button import Button  # noqa: E402
from desktop.widgets.cards import Card, EmptyState, Road, Scrolled, Section, Stage  # noqa: E402
from desktop.widgets.chips import Chip, Choices  # noqa: E402
from desktop.widgets.form import Form  # noqa: E402
from desktop.widgets.page import Action, Page  # noqa: E402
from desktop.widgets.panes import TwoPanes  # noqa: E402
from desktop.widgets.preview import Preview  # noqa: E402
from desktop.widgets.table import Column, Table  # noqa: E402
from desktop.widgets.text import Label, rule  # noqa: E402
from desktop.window import Window  # noqa: E402

DAY = date(2026, 11, 20)
ROWS = (
    Field("who", "text", "义务人"),
    Field("what", "choice", "方式", choices=(("money", "金钱"), ("goods", "实物"), ("act", "行为"))),
    Field("sum", "money", "金额（元）"),
    Field("due", "date", "履行期限"),
    Field("how", "text", "履行办法"),
)
FIELDS = (
    Field("id", "id_number", "身份证号码", help="先填身份证号码，性别、出生日期自动带出。"),
    Field("name", "text", "姓名", True, most=50),
    Field("sex", "choice", "性别", choices=(("male", "男"), ("female", "女"))),
    Field("born", "date", "出生日期", prefer="past"),
    Field("phone", "phone", "联系电话"),
    Field("local", "yes_no", "本地户籍"),
    Field("claim", "money", "标的额", True),
    Field("due", "date", "约定还款日"),
    Field("facts", "long_text", "纠纷事实"),
    Field("obligations", "table", "履行义务", rows=ROWS),
)
VALUES = {
    "name": "包〇〇", "sex": "male", "born": "1990-03-22", "claim": 519425392, "due": "+30", "local": True,
    "facts": "2021年3月，借款人向出借人借款，约定一年内还清，到期未还。出借人多次催要未果，双方到调解委员会请求调解。",
    "obligations": [{"who": "包〇〇", "what": "money", "sum": "200000", "due": "2026-12-20", "how": "转账至出借人账户"}],
}  # fmt: skip


STAGES = (
    Stage("登记", "done", "11月3日"), Stage("受理", "done", "11月5日"), Stage("调解中", "now", "第2次会谈"),
    Stage("协议", "next", "需写明期限"), Stage("履行", "later"), Stage("归档", "later"),
)  # fmt: skip


class FormPage(Page):
    """Left a form, right the paper."""

    def __init__(self) -> None:
        super().__init__()
        left = Scrolled()
        left.body.addWidget(Road(STAGES))
        card = Card("被申请人")
        card.head.addWidget(Chip("未核实", "amber"))
        card.head.addWidget(Chip("共同债务人"))
        self.form = Form(FIELDS, readers.readers(lambda: DAY), columns=1)
        self.form.set_values(VALUES)
        card.body.addWidget(self.form)
        left.body.addWidget(card)
        left.body.addStretch(1)
        self.preview = Preview()
        self.preview.show_pages([(595, 842)] * 2, draw)
        self.preview.say("草稿，未制发")
        self.panes = TwoPanes(left, self.preview, (3, 2))
        self.body.addWidget(self.panes)
        try:
            check(FIELDS, {**self.form.values(), "phone": "12", "name": "", "local": True}, DAY)
        except Refusal as refusal:
            self.form.show_faults(refusal.faults, focus=False)
        self.form.show_faults([], focus=False)

    def title(self) -> str:
        return "新调2026-0012 调解协议"

    def subtitle(self) -> str:
        return "民间借贷 · 包〇〇 与 某某公司"

    def keys(self) -> list[Action]:
        printing = Action("Ctrl+P", "打印", self.close, False, "协议尚未制发。")
        return [Action("F7", "查找", self.close), Action("F8", "保存", self.close), printing]

    def secondary(self) -> list[Action]:
        return [Action("", "朗读稿", self.close), Action("", "标记已签", self.close, False, "协议尚未制发，不能标记已签。")]

    def primary(self) -> Action:
        return Action("F9", "制发协议", self.close)

    def switch_pane(self) -> bool:
        return self.panes.switch()

    def enter(self) -> None:
        self.form.focus("claim")


class ListPage(Page):
    """A wide list with filters, and cards."""

    def __init__(self) -> None:
        super().__init__()
        chips = Choices("阶段", [("a", "待受理"), ("b", "调解中"), ("c", "已达成协议"), ("d", "履行中"), ("e", "已归档")])
        chips.set_value(["b"])
        self.body.addWidget(chips)
        columns = [
            Column("案号", lambda n: f"（2026）新诉调字第{n}号", 12),
            Column("当事人", lambda n: "包〇〇 诉 内蒙古某某商贸有限公司", 14),
            Column("类别", lambda n: "民间借贷", 6),
            Column("受理日期", lambda n: "2026-11-05", 6),
            Column("标的额（元）", lambda n: f"{n * 51942:,}.00", 8, right=True),
            Column("阶段", lambda n: "超期3天" if n % 5 == 1 else "调解中", 6, state=lambda n: "red" if n % 5 == 1 else ""),
            Column("调解员", lambda n: "王某某", 6),
            Column("下一期限", lambda n: "2026-12-05", 6),
        ]
        table = self.table = Table(columns, lambda after, answer: answer(list(range((after or 0) + 1, (after or 0) + 51)), True), frozen=2)
        table.setAccessibleName("登记簿")
        table.model.ask()
        self.body.addWidget(table, 3)
        below = QHBoxLayout()
        card = Card("今日应办")
        card.body.addWidget(Label("（2026）新诉调字第12号：调解期限还有2天"))
        card.body.addWidget(rule())
        card.body.addWidget(Label("最早记录：11月3日", "small"))
        card.body.addWidget(Button("打开案件", kind="link"))
        below.addWidget(card, 1)
        section = Section("保存的视图")
        section.body.addWidget(EmptyState("还没有保存的视图。筛选后可以保存，下次一键打开。", "保存当前筛选", lambda: None))
        below.addWidget(section, 1)
        self.body.addLayout(below, 1)

    def title(self) -> str:
        return "登记簿"

    def primary(self) -> Action:
        return Action("Ctrl+P", "打印所选", self.close)

    def enter(self) -> None:
        self.table.setFocus()


def draw(page: int, dpi: float, answer: Any) -> None:
    """A sheet with grey lines for words."""
    image = QImage(round(595 * dpi / 72), round(842 * dpi / 72), QImage.Format.Format_RGB888)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(dpi / 72, dpi / 72)
    for line in range(12, 70):
        painter.fillRect(80, line * 11, 300 if line % 6 == 0 else 435, 5, QColor("#B0B0B0"))
    painter.end()
    answer(image)


def main(file: str, page: str = "form", dark: bool = False, scale: int = 100) -> None:
    """Opens the frame with the page and takes a picture of it."""
    i18n.use(os.environ.get("HEYI_LANGUAGE", "zh_Hans_CN"))
    qt = QApplication(["heyi"])
    settings = Settings(Path(os.devnull))
    settings._values = {"theme": "dark" if dark else "light", "scale": scale}
    program.wear(qt, settings)
    made = {"form": FormPage, "list": ListPage}[page]
    pages.PAGES["today"] = pages.PAGES["today"]._replace(opener=lambda _desk, _jobs: (made(), SimpleNamespace()))
    window = Window(Jobs(lambda call: call(), Refusal, threaded=False))
    room = qt.primaryScreen().availableGeometry()
    window.resize(int(os.environ.get("WIDTH", room.width())), int(os.environ.get("HEIGHT", room.height())))
    window.set_desk(SimpleNamespace(), "新城区诉调中心", "王某", True)
    window.keys.saved.setText("14:32 已保存")
    window.keys.show_copy_age("异机备份：4天前", "amber")
    window.show()
    if page == "list":
        window.say("有3件案件今天到期。", "amber", "查看", lambda: None)
    window.activateWindow()
    QTimer.singleShot(600, lambda: (window.grab().save(file), qt.quit()))
    qt.exec()


if __name__ == "__main__":
    words = sys.argv[2:]
    size = next((int(word.split("=")[1]) for word in words if word.startswith("scale=")), 100)
    main(sys.argv[1], "list" if "list" in words else "form", "dark" in words, size)
