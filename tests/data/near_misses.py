"""Which taught sentences are near misses: they speak of the same as a violation, and do nothing wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.content.nlu import Example
from tests.data.wording import words

NEIGHBOURS = {
    "violate_off_platform_contact": """
        decline_off_platform ask_order_number ask_evidence ask_address escalate promise_follow_up
        inform_tracking inform_buyer_protection inform_usage_help offer_further_help""",
    "violate_off_platform_payment": """
        decline_off_platform inform_payment inform_refund_timing inform_buyer_protection inform_price
        offer_full_refund offer_partial_refund decline_discount inform_invoice""",
    "violate_incentivised_review": """
        decline_review_deal request_review thank offer_discount offer_partial_refund offer_full_refund
        offer_replacement""",
    "violate_review_pressure": """
        decline_review_deal request_review thank apologise empathise acknowledge ask_problem_details""",
    "violate_undervalue_customs": """
        decline_undervaluation inform_customs_duties inform_invoice inform_price inform_shipping_cost""",
    "violate_false_promise": """
        inform_shipping_time promise_dispatch promise_follow_up inform_customs_duties inform_tracking
        inform_order_status inform_delay_cause inform_warranty decline_request reassure""",
    "violate_blame_buyer": """
        inform_delay_cause inform_usage_help ask_problem_details apologise empathise reassure
        acknowledge inform_warranty ask_evidence inform_size_advice""",
    "violate_rude": """
        decline_request ask_patience empathise reassure acknowledge escalate decline_discount
        decline_off_platform decline_review_deal inform_usage_help ask_problem_details ask_evidence
        request_review apologise inform_delay_cause ask_order_number ask_confirmation""",
    "violate_deny_legal_right": """
        inform_withdrawal_right inform_warranty inform_buyer_protection decline_request
        inform_return_procedure inform_refund_timing""",
    "violate_ask_sensitive_data": """
        ask_order_number ask_evidence ask_address ask_confirmation inform_payment inform_refund_timing
        decline_off_platform inform_customs_duties inform_invoice""",
    "violate_pressure_cancel": """
        inform_buyer_protection confirm_cancellation inform_withdrawal_right ask_preferred_solution
        ask_confirmation ask_patience inform_refund_timing inform_usage_help""",
    "violate_misleading_claim": """
        inform_specification decline_request inform_usage_help recommend_product inform_warranty
        inform_price inform_stock inform_delay_cause inform_size_advice offer_alternative cross_sell
        reassure decline_discount""",
    "violate_unsolicited_marketing": """
        cross_sell offer_discount recommend_product invite_back offer_bulk_price inform_stock
        decline_discount inform_price promise_follow_up""",
    "violate_extra_charge": """
        inform_price inform_shipping_cost inform_customs_duties inform_warranty inform_payment
        offer_return_label inform_return_procedure offer_repair offer_replacement""",
    "violate_data_misuse": """
        decline_request escalate ask_address decline_off_platform inform_invoice ask_order_number
        acknowledge request_review promise_follow_up""",
}
"""By violation, the acts that do the lawful thing in the same matter."""
STEM, SHORTEST = 6, 3
"""Letters of a word that count, and letters of a word that says something."""
USES, LIFT = 8, 5.0
"""A word belongs to a violation that stands in so many of its sentences, this much oftener than in all."""


def near_misses(violation: str, sentences: Sequence[Example]) -> list[Example]:
    """The blameless sentences, all of one language, of a neighbouring act in the violation's words."""
    told = [(one, _stems(one.text)) for one in sentences]
    own = _vocabulary([stems for one, stems in told if violation in one.acts], [stems for _, stems in told])
    near = set(NEIGHBOURS[violation].split())
    return [one for one, stems in told if near & set(one.acts) and stems & own and not _violates(one)]


def _vocabulary(within: Sequence[set[str]], everywhere: Sequence[set[str]]) -> set[str]:
    here, all_ = (Counter(stem for stems in texts for stem in stems) for texts in (within, everywhere))
    return {
        stem
        for stem, count in here.items()
        if count >= USES and count / len(within) >= LIFT * all_[stem] / len(everywhere)
    }


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in words(text) if len(word) >= SHORTEST}


def _violates(sentence: Example) -> bool:
    return any(act.startswith("violate_") for act in sentence.acts)
