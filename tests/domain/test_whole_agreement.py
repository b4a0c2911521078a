"""A whole agreement out of Word, read as far as it can be; what can be read in two ways is asked for at its place."""

from datetime import date

from desktop.domain.wording import whole_agreement

TODAY = date(2026, 3, 9)
SIDES = [(1, "applicant", "诸葛明"), (2, "respondent", "张某某")]
TEXT = """人民调解协议书
编号：（2026）新诉调字第1号
申请人：诸葛明，男，汉族
被申请人：张某某，男
纠纷主要事实：2023年9月1日，申请人借给被申请人借款20万元，到期未还。
经调解，双方自愿达成如下协议：
1. 被申请人张某某于２０２６年６月３０日前一次性偿还申请人诸葛明借款本息人民币２００，０００元（大写：贰拾万元整），\
转账至户名：诸葛明，开户行：中国农业银行新城支行，账号：6228 4800 0000 0000 018。
2、被申请人于2026年7月30日前支付5000元，于2026年8月30日前支付5000元，共计1万元。
（三）被申请人于农历八月十五前交付申请人成年母羊14只，每只作价1450元，折价20300元。
第四条 被申请人分次付清8万。
⑤ 逾期支付的，按年利率12%支付利息。
6. 双方就本次纠纷再无其他争议。
本协议一式三份。
申请人（签名）：
2026年3月9日
"""


def test_what_can_be_read_is_read() -> None:
    values = whole_agreement.read(TEXT, SIDES, TODAY).values
    assert values["facts"] == "2023年9月1日，申请人借给被申请人借款20万元，到期未还。"
    money, parts, sheep, _open = values["obligations"]
    assert money == {
        "kind": "money", "debtors": ["2"], "creditors": ["1"], "amount": "200000.00", "subject": "借款本息", "due_on": "2026-06-30",
        "timing": "by_date", "account_name": "诸葛明", "bank_name": "中国农业银行新城支行", "account_number": "6228480000000000018",
        "way": "transfer",
    }  # fmt: skip
    assert parts["amount"] == "10000.00" and [one["due_on"] for one in parts["instalments"]] == ["2026-07-30", "2026-08-30"]
    assert (sheep["quantity"], sheep["unit"], sheep["unit_price"], sheep["amount"]) == ("14", "只", "1450.00", "20300.00")
    assert values["clauses"] == ["逾期支付的，按年利率12%支付利息。", "双方就本次纠纷再无其他争议。"]


def test_what_cannot_is_asked_at_its_place() -> None:
    asked = {fault.field for fault in whole_agreement.read(TEXT, SIDES, TODAY).questions}
    assert asked == {"obligations.2.due_on", "obligations.3.amount", "obligations.3.instalments"}
    strange = "双方达成如下协议：\n1、由王五支付500元[删除的内容：600元]。\n2、张某某于2026年5月1日前付诸葛明5000元（大写：伍万元整）。"
    read = whole_agreement.read(strange, SIDES, TODAY)
    assert {"obligations.0.debtors", "obligations.1.amount", "pasted"} <= {fault.field for fault in read.questions}


def test_an_empty_or_strange_text_is_no_trouble() -> None:
    assert whole_agreement.read("", SIDES, TODAY).values == {}
    assert whole_agreement.read("\x01" * 50 + "支付" * 500, SIDES, TODAY).values
