"""A whole agreement pasted into the page of the agreement by keyboard: what was read stands there, the rest is asked."""

from typing import Any

from PySide6.QtGui import QGuiApplication

from tests.screens.test_agreement import followed, opened

__all__ = ["opened"]
TEXT = """人民调解协议书
甲方（出借人）：{lender}
乙方：{first}
丙方：{second}
经调解，双方自愿达成如下协议：
一、乙方分三期偿还甲方借款本金１．５万元：
期数\t还款日期\t金额（元）
1\t2031年5月31日\t5,000.00
2\t2031-08-31\t５０００
3\t2031.11.30\t5000元
二、户名：{lender}
账号：15000122000000008
三、丙方于腊月二十三前支付甲方利息20余万元。
四、逾期付款的，按年利率3%支付利息。
甲方（签字）：____
"""


def test_a_pasted_agreement_stands_in_the_sheet_and_what_is_open_is_asked(opened: Any) -> None:
    driver, _desk, case = opened("agreement")
    names = [party.name for party in sorted(case.parties, key=lambda one: one.ordinal)]
    driver.press("Alt+P")
    QGuiApplication.clipboard().setText(TEXT.format(lender=names[0], first=names[1], second=names[2]))
    driver.press("Ctrl+V", "F8")
    followed(driver)
    first, second = driver.page._writing.values()["obligations"]
    assert (first["debtors"], first["creditors"], first["amount"]) == (names[1], names[0], "15000.00")
    assert [part["due_on"] for part in first["instalments"]] == ["2031-05-31", "2031-08-31", "2031-11-30"]
    assert (first["account_name"], first["account_number"]) == (names[0], "15000122000000008")
    assert (second["debtors"], second.get("amount") or "") == (names[2], ""), "more than 200,000 is no sum"
    assert driver.page._writing.values()["clauses"] == "逾期付款的，按年利率3%支付利息。"

    def asked() -> dict[str, str]:
        return {line.place: line.sentence for line in driver.page._judged.lines if line.state == "amber" and "“" in line.sentence}

    assert "20余万元" in asked()["obligations.1.amount"] and "农历" in asked()["obligations.1.due_on"]
    driver.page._writing.lead("obligations.1.amount")
    driver.type("210000")
    followed(driver)
    assert set(asked()) == {"obligations.1.due_on"}, "what was answered is asked no more"
