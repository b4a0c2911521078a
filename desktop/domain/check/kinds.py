"""Every kind of finding as one table: how grave it is, what comes of it, its article, and for which reasons it may be passed.

A red one without reasons must be mended. Amber ones are shown by weight, five at most.
"""

from typing import NamedTuple

from desktop.domain.check.finding import Finding, Level
from desktop.i18n import N_

RED, AMBER, GREY = Level.RED, Level.AMBER, Level.GREY


class Kind(NamedTuple):
    """`why` and `source` are marked messages."""

    level: Level
    weight: int
    why: str
    source: str
    passes: tuple[str, ...] = ()


_CLEAR = N_("CPCI 358(5): the content must be clear")
_UNCLEAR = N_("A court dismisses what is unclear, and a bailiff cannot enforce it.")
_PML29 = N_("PML 29")
_ENFORCE = N_("Without it a bailiff does not know whom to take from, or where to pay.")
_SHAM = N_("SMR 18; OMR 23: where a sham is suspected the mediation is suspended and it is reported")
_SHAM_WHY = N_("Courts look for such signs and dismiss; the third party who is harmed can have it set aside.")
_WORDS = ("not_this", "court_asked")
_LOOKED = ("real_dispute", "series")

KINDS: dict[str, Kind] = {
    # --- content
    "no_content": Kind(RED, 0, _UNCLEAR, N_("SMR 24; PML 29")),
    "no_day": Kind(RED, 0, N_("The thirty days for the confirmation count from the effect."), _PML29),
    "no_facts": Kind(AMBER, 60, N_("The court wants to see which dispute is settled."), _PML29),
    "no_mediator": Kind(RED, 0, N_("The agreement takes effect with the mediator's signature."), _PML29),
    "confirmation_open": Kind(GREY, 10, N_("Within thirty days both sides must apply together."), N_("PML 33; CPC 205")),
    "more_than_claimed": Kind(GREY, 10, N_("A sum beyond the claim makes a court ask why."), ""),
    "no_default_clause": Kind(GREY, 20, N_("Without it only the loss that is proved can be claimed."), N_("民法典 577, 585")),
    # --- parties and those who act for them
    "identity": Kind(RED, 0, N_("The court checks who the parties are before it confirms."), N_("CPCI 354, 356")),
    "no_guardian": Kind(RED, 0, N_("What a person without full capacity signs alone is void or hangs in the air."),
                        N_("民法典 19 to 23, 144, 145"),
                        ("original_seen",)),
    "guardian_opposed": Kind(AMBER, 80, N_("A guardian may not act for the ward against himself."), N_("民法典 35, 168")),
    "guardian_unproved": Kind(AMBER, 50, N_("The court wants the proof of guardianship."), N_("CPCI 354")),
    "ward_disposes": Kind(AMBER, 70, N_("The property of a ward is disposed of only for his good."), N_("民法典 35")),
    "agent_general": Kind(RED, 0, N_("Without special authority an agent cannot settle: the agreement does not bind."), N_("CPC 62"),
                          ("signs_himself", "power_comes")),
    "agent_expired": Kind(RED, 0, N_("The authority ran out before the agreement."),
                          N_("CPC 62; 民法典 173"), ("power_comes", "signs_himself")),
    "agent_items": Kind(AMBER, 65, N_("To settle, to admit and to waive must each be named in the power of attorney."), N_("CPC 62")),
    "agent_paper": Kind(AMBER, 45, N_("The court wants the power of attorney."), N_("CPCI 354")),
    "agent_both": Kind(AMBER, 85, N_("Nobody may act for both sides."), N_("民法典 168")),
    "many_agents": Kind(GREY, 15, N_("A party may have two agents."), N_("CPC 61")),
    "household_member": Kind(AMBER, 55, N_("Property of the household is disposed of with the consent of its members."),
                             N_("民法典 56, 297, 301")),
    "household_unproved": Kind(AMBER, 40, N_("The court wants to see by what paper one speaks for the household."), N_("CPCI 354")),
    "member_not_covered": Kind(RED, 0, N_("Who gave nobody power and does not sign is not bound and gets nothing."),
                               N_("CPC 56, 57, 62; CPCI 75 to 78, by analogy")),
    "member_signs": Kind(GREY, 10, "", N_("CPC 56, 57, 62; CPCI 75 to 78, by analogy")),
    "many_speakers": Kind(GREY, 10, "", N_("CPC 56, 57, 62; CPCI 75 to 78, by analogy")),
    "small_group": Kind(GREY, 5, "", N_("CPC 56, 57, 62; CPCI 75 to 78, by analogy")),
    "unsigned": Kind(AMBER, 90, N_("It takes effect only when all have signed."), N_("PML 29; SMR 24")),
    "no_seal": Kind(AMBER, 75, N_("A body signs by the hand of who is in charge and by its seal."), N_("PML 29; 民法典 490")),
    # --- who owes
    "no_debtor": Kind(RED, 0, _ENFORCE, _CLEAR),
    "no_creditor": Kind(RED, 0, _ENFORCE, _CLEAR),
    "owes_himself": Kind(RED, 0, _UNCLEAR, _CLEAR),
    "debtor_not_party": Kind(RED, 0, N_("Nobody is bound by what he does not sign."), N_("CPCI 358(2): burdens nobody who does not sign")),
    "performer_not_party": Kind(RED, 0, N_("Nobody is bound by what he does not sign."), N_("民法典 523; CPCI 358(2)"), ("consented",)),
    "payee_not_creditor": Kind(RED, 0, N_("Money paid to another does not free the debtor."), _CLEAR),
    "payee_direction": Kind(AMBER, 78, N_("The creditor could later say that he got nothing."), N_("民法典 522; CPCI 358(5)")),
    "guarantee_kind": Kind(AMBER, 72, N_("What is not said is a general guarantee: the creditor must first enforce against the debtor."),
                           N_("民法典 686, 692")),
    "guarantee_short": Kind(AMBER, 60, N_("A guarantee that ends no later than the debt counts as not limited: six months."),
                            N_("民法典 692")),
    "liability_unclear": Kind(AMBER, 58, _UNCLEAR, N_("民法典 517, 518")),
    "shares_sum": Kind(RED, 0, _UNCLEAR, _CLEAR),
    # --- sums
    "no_amount": Kind(RED, 0, _UNCLEAR, _CLEAR),
    "no_schedule": Kind(RED, 0, _UNCLEAR, _CLEAR),
    "schedule_sum": Kind(RED, 0, _UNCLEAR, _CLEAR),
    "group_undivided": Kind(AMBER, 68, N_("Each must know what he gets."), _CLEAR),
    "members_sum": Kind(RED, 0, _UNCLEAR, _CLEAR),
    "member_account": Kind(AMBER, 62, _ENFORCE, _CLEAR),
    "price_sum": Kind(RED, 0, _UNCLEAR, _CLEAR),
    "difference_missing": Kind(AMBER, 74, N_("What the things are worth more or less than the debt stays open."), _CLEAR),
    "items_sum": Kind(AMBER, 52, N_("The items and what is agreed should be seen to come to one sum."), N_("交强险条款; 民法典 1179")),
    "capitals_differ": Kind(RED, 0, N_("Figures and capitals that differ make the sum unclear."), N_("支付结算办法 附一; CPCI 358(5)")),
    "figure_changed": Kind(RED, 0, N_("Text and record say two things: which of them is enforced?"), _CLEAR, ("not_this",)),
    "figure_strange": Kind(AMBER, 56, N_("A sum that nothing else mentions is a slip, or an obligation that is not written."), _CLEAR),
    "text_stale": Kind(AMBER, 66, N_("The record was changed after the text was written."), _CLEAR),
    "clause_edited": Kind(GREY, 12, "", ""),
    "sum_open": Kind(AMBER, 64, N_("A sum without its unit can be read in two ways."), _CLEAR),
    # --- when
    "no_date": Kind(RED, 0, _UNCLEAR, _PML29),
    "date_past": Kind(RED, 0, N_("What was due before the agreement cannot be performed under it."),
                      _CLEAR, ("done_here", "entered_later")),
    "date_impossible": Kind(RED, 0, _UNCLEAR, _CLEAR),
    "date_lunar": Kind(AMBER, 63, N_("A lunar day is read in two ways, and no court counts by it."), N_("民法典 200")),
    "date_open": Kind(AMBER, 62, N_("A day without its year, or a month without its day, can be read in two ways."), _CLEAR),
    "date_far": Kind(GREY, 25, N_("Over such a time people and prices change."), ""),
    "date_holiday": Kind(GREY, 8, N_("The last day moves to the next working day."), N_("民法典 203")),
    "schedule_order": Kind(AMBER, 48, _UNCLEAR, _CLEAR),
    "term_longer": Kind(RED, 0, N_("Beyond that time there is no right to give."),
                        N_("民法典 705; 农村土地承包法 21"), ("original_seen", "not_this")),
    # --- how
    "no_way": Kind(AMBER, 70, _ENFORCE, _PML29),
    "account": Kind(AMBER, 67, _ENFORCE, _CLEAR),
    "account_other": Kind(AMBER, 61, N_("Money paid into another's account does not free the debtor unless it is said so."), _CLEAR),
    "cash_large": Kind(GREY, 22, N_("Large sums in cash leave no proof and look like a sham."), N_("现金管理; OMR 23")),
    # --- things and acts
    "thing_unclear": Kind(RED, 0, N_("Nothing is enforced that cannot be told from others."), _CLEAR),
    "livestock_unclear": Kind(AMBER, 76, N_("Nothing is enforced that cannot be told from others."), _CLEAR),
    "goods_unclear": Kind(AMBER, 57, N_("Nothing is enforced that cannot be told from others."), _CLEAR),
    "thing_place": Kind(AMBER, 46, N_("Where it is not said, each thinks of another place."), N_("民法典 511")),
    "risk_open": Kind(AMBER, 44, N_("Animals die, eat and bear young until they are handed over."), N_("民法典 604, 630")),
    "quarantine": Kind(AMBER, 42, N_("Animals move only with a certificate."), N_("动物防疫法 49, 51")),
    "property_unclear": Kind(AMBER, 69, N_("Nothing is enforced that cannot be told from others."), _CLEAR),
    "act_unclear": Kind(RED, 0, _UNCLEAR, _CLEAR),
    "act_open": Kind(AMBER, 71, N_("Where it is not said when it is done, it is never done."), _CLEAR),
    # --- words
    "vague": Kind(AMBER, 73, _UNCLEAR, _CLEAR),
    "vague_red": Kind(RED, 0, _UNCLEAR, _CLEAR, ("not_this",)),
    "left_over": Kind(RED, 0, N_("What is left of a draft is printed and signed with it."), _CLEAR, ("not_this",)),
    "numbered": Kind(GREY, 6, N_("The paper numbers its clauses itself: two numbers would stand there."), ""),
    # --- forbidden
    "status_of_persons": Kind(RED, 0, "", N_("CPCI 355(3)"), _WORDS),
    "ownership": Kind(RED, 0, "", N_("CPCI 355(5)"), _WORDS),
    "ownership_act": Kind(AMBER, 77, "", N_("CPCI 355(5)")),
    "waiver_of_suit": Kind(RED, 0, "", N_("PML 3(3)"), ("not_this",)),
    "personal_freedom": Kind(RED, 0, "", N_("CPCI 358(3)"), ("not_this",)),
    "court_directly": Kind(RED, 0, "", N_("民事调解规定 8"), ("not_this",)),
    "social_insurance": Kind(RED, 0, "", N_("法释〔2025〕12号 19"), ("not_this",)),
    "crime": Kind(RED, 0, "", N_("PML 3"), ("not_this",)),
    "illegal_debt": Kind(RED, 0, "", N_("CPCI 358(1), (3)"), ("not_this",)),
    "forfeit": Kind(RED, 0, "", N_("民法典 401, 428; 合同编通则解释 28"), _WORDS),
    "land_ownership": Kind(RED, 0, "", N_("土地管理法 14; 草原法 16"), _WORDS),
    "living_heir": Kind(AMBER, 59, "", N_("民法典 1121, 1124")),
    "no_support": Kind(RED, 0, "", N_("民法典 26, 1067, 1085"), ("not_this",)),
    "interest_cap": Kind(RED, 0, N_("What is above the cap is not confirmed; at best it is cut."),
                         N_("PLI 25, 29, 31"), ("licensed", "court_asked", "not_this")),
    "interest_licensed": Kind(AMBER, 62, N_("Courts cut what comes to more on request."), N_("法发〔2017〕22号 2")),
    "lpr_unknown": Kind(AMBER, 54, N_("Without the LPR of its day the cap cannot be counted."), N_("PLI 25")),
    "penalty_high": Kind(AMBER, 64, N_("More than thirty per cent over the loss is usually cut."), N_("民法典 585; 合同编通则解释 65")),
    # --- others
    "insurer_absent": Kind(RED, 0, N_("An insurer that did not take part is not bound: 1,008,000 agreed, 415,067 paid."),
                           N_("CPCI 358(2); court practice"),
                           ("consented", "not_this")),
    "third_unasked": Kind(AMBER, 79, N_("Most objections to a confirmation come from people who were not asked."), N_("CPCI 358(2), 372")),
    "third_undeclared": Kind(RED, 0, N_("Somebody with a right in it can have the ruling set aside within six months."),
                             N_("CPCI 358(2), 372"),
                             ("declared", "no_third", "told_and_kept")),
    "third_burdened": Kind(RED, 0, N_("Nobody is bound by what he does not sign."), N_("CPCI 358(2)"), ("not_this", "consented")),
    # --- sham
    "sham_same_pair": Kind(AMBER, 83, _SHAM_WHY, _SHAM, _LOOKED),
    "sham_cloned": Kind(AMBER, 84, _SHAM_WHY, _SHAM, _LOOKED),
    "sham_kin": Kind(AMBER, 53, _SHAM_WHY, _SHAM, _LOOKED),
    "sham_same_lawyer": Kind(AMBER, 82, _SHAM_WHY, _SHAM, _LOOKED),
    "sham_haste": Kind(AMBER, 39, _SHAM_WHY, _SHAM, _LOOKED),
    "sham_money_back": Kind(AMBER, 87, _SHAM_WHY, _SHAM, _LOOKED),
    "sham_enforcement": Kind(AMBER, 81, _SHAM_WHY, _SHAM, _LOOKED),
    # --- as it stands
    "performed": Kind(AMBER, 65, N_("A confirmation has nothing left to enforce, and courts suspect a sham."),
                      N_("CPCI 358; court practice")),
    "insolvent": Kind(AMBER, 86, N_("In insolvency single creditors may not be paid; a confirmation is refused or undone."),
                      N_("企业破产法 16, 32; CPCI 355(4)")),
    "court_refuses": Kind(AMBER, 88, N_("This court does not confirm it: ask before the parties come."), ""),
}  # fmt: skip


def found(kind: str, place: str, sentence: str, level: Level | None = None, why: str = "", source: str = "") -> Finding:
    """A finding of this kind with what the table says of it; a rule may know a closer level, reason or article."""
    known = KINDS[kind]
    return Finding(level or known.level, kind, place, sentence, source or known.source, why or known.why, known.passes, known.weight)
