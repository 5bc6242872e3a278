"""The fourteen indices of the topic performance-indices, as far as one conversation shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.core.grade import Index, Text
from bot.core.words import Verdict
from bot.grading.accusations import accusations
from bot.grading.checks.resolution import answered
from bot.grading.money import REFUNDS, WHOLE, order_value, ordered, paid, share_given, taken
from bot.grading.talk import Talk

Verdicts = Mapping[str, Verdict]

MANY: Text = {"zh": "要看一段时间内的多次对话", "en": "needs many conversations over a period"}
NO_REPLY: Text = {"zh": "没有回复", "en": "there is no reply"}
NO_QUESTION: Text = {"zh": "买家没有提问", "en": "the buyer asked nothing"}
NO_ORDER: Text = {"zh": "不知道订单金额", "en": "the order's value is not known"}
NO_FIGURES: Text = {
    "zh": "这个场景没有给出店铺的销售数据",
    "en": "the scenario names no sales figures of the shop",
}
NO_SALE: Text = {"zh": "买家没有下单", "en": "the buyer did not order"}
NO_SIGNS: Text = {"zh": "对话里看不出来", "en": "the talk shows no sign of it"}

ATTITUDE = (
    "greeted",
    "closed",
    "empathy_shown",
    "address_form",
    "no_blame",
    "no_rudeness",
    "calm_typography",
)
RESPONSIBILITY = (
    "next_step_named",
    "remedy_offered",
    "problem_understood",
    "holding_followed_up",
    "nothing_left_unanswered",
)
ENTHUSIASM = ("offer_further_help", "reassure", "empathise", "recommend_product", "invite_back", "thank")
"""Acts that nobody had to do; half of these kinds in a talk count as full enthusiasm."""


def indices(talk: Talk, verdicts: Verdicts) -> tuple[Index, ...]:
    """All fourteen in the contract's order; None with the reason where a talk cannot know."""
    return tuple(measure(id, talk, verdicts) for id, measure in MEASURES.items())


def _sales_target(id: str, talk: Talk, _verdicts: Verdicts) -> Index:
    """What the buyer pays by what the inquiry should bring."""
    value, sales = order_value(talk), talk.sheet.sales if talk.sheet else None
    target = sales.target.get(value.currency) if sales and value else None
    if not target or not value:
        return Index(id, None, "%", _no_figures(talk))
    sold = paid(talk)
    share = round(WHOLE * (sold.amount if sold else 0.0) / target, 1)
    return Index(id, share, "%", of=target, currency=value.currency)


def _conversion(id: str, talk: Talk, _verdicts: Verdicts) -> Index:
    if not talk.sheet or not talk.sheet.sales:
        return Index(id, None, "ratio", _no_figures(talk))
    return Index(id, float(ordered(talk)), "ratio", mark=talk.sheet.sales.conversion)


def _unit_price(id: str, talk: Talk, _verdicts: Verdicts) -> Index:
    if not talk.sheet or not talk.sheet.sales:
        return Index(id, None, "money", _no_figures(talk))
    sold = paid(talk)
    if sold is None:
        return Index(id, None, "money", NO_SALE if order_value(talk) else NO_ORDER)
    mark = talk.sheet.sales.unit_price.get(sold.currency)
    return Index(id, sold.amount, "money", currency=sold.currency, mark=mark)


def _no_figures(talk: Talk) -> Text:
    return NO_FIGURES if talk.sheet else MANY


def _first_response(id: str, talk: Talk, _verdicts: Verdicts) -> Index:
    waits = _waits(talk)
    return Index(id, round(waits[0], 2), "s") if waits else Index(id, None, "s", NO_REPLY)


def _average_response(id: str, talk: Talk, _verdicts: Verdicts) -> Index:
    waits = _waits(talk)
    if not waits:
        return Index(id, None, "s", NO_REPLY)
    return Index(id, round(sum(waits) / len(waits), 2), "s", of=len(waits))


def _response_rate(id: str, talk: Talk, _verdicts: Verdicts) -> Index:
    """Exchanges with a reply; a last word of the buyer needs none."""
    owed = [x for x in talk.exchanges if x.buyer and (x.agent or not talk.over)]
    if not owed:
        return Index(id, None, "ratio", NO_REPLY)
    return Index(id, round(sum(bool(x.agent) for x in owed) / len(owed), 4), "ratio", of=len(owed))


def _answering_ratio(id: str, talk: Talk, _verdicts: Verdicts) -> Index:
    """Questions answered by questions asked, judged as the check questions_answered does."""
    asked = talk.buyer_did("question")
    if not asked:
        return Index(id, None, "ratio", NO_QUESTION)
    share = round(sum(answered(talk, said) for said in asked) / len(asked), 4)
    return Index(id, share, "ratio", of=len(asked))


def _withdrawal(id: str, talk: Talk, _verdicts: Verdicts) -> Index:
    """The share of the order's value that the buyer got back: the last refund offered before an accept."""
    value, refund = order_value(talk), taken(talk, *REFUNDS)
    if value is None:
        return Index(id, None, "ratio", NO_ORDER)
    share = round(share_given(refund) / WHOLE, 4) if refund else 0.0
    return Index(id, share, "ratio", of=value.amount, currency=value.currency)


def _of_checks(checks: tuple[str, ...]) -> Callable[[str, Talk, Verdicts], Index]:
    """The share of these checks that were kept, of those judged."""

    def measure(id: str, _talk: Talk, verdicts: Verdicts) -> Index:
        judged = [verdicts[check] for check in checks if verdicts.get(check, "na") != "na"]
        if not judged:
            return Index(id, None, "%", NO_SIGNS)
        return Index(id, round(100 * judged.count("yes") / len(judged), 1), "%", of=len(judged))

    return measure


def _enthusiasm(id: str, talk: Talk, _verdicts: Verdicts) -> Index:
    if not talk.agent:
        return Index(id, None, "%", NO_SIGNS)
    shown = {act for said in talk.agent for act in said.heard.act_ids if act in ENTHUSIASM}
    return Index(id, min(100.0, round(200 * len(shown) / len(ENTHUSIASM), 1)), "%")


def _moves(*moves: str) -> Callable[[str, Talk, Verdicts], Index]:
    def measure(id: str, talk: Talk, _verdicts: Verdicts) -> Index:
        return Index(id, float(len(talk.buyer_did(*moves))), "count")

    return measure


def _violations(id: str, talk: Talk, _verdicts: Verdicts) -> Index:
    return Index(id, float(len(accusations(talk))), "count")


def _waits(talk: Talk) -> list[float]:
    return [exchange.waited for exchange in talk.exchanges if exchange.waited is not None]


MEASURES: dict[str, Callable[[str, Talk, Verdicts], Index]] = {
    "sales_target": _sales_target,
    "inquiry_conversion_rate": _conversion,
    "customer_unit_price": _unit_price,
    "first_response_time": _first_response,
    "average_response_time": _average_response,
    "response_rate": _response_rate,
    "question_answering_ratio": _answering_ratio,
    "withdrawal_amount_ratio": _withdrawal,
    "service_attitude": _of_checks(ATTITUDE),
    "work_enthusiasm": _enthusiasm,
    "sense_of_responsibility": _of_checks(RESPONSIBILITY),
    "praises": _moves("thanks"),
    "complaints": _moves("threaten"),
    "rule_violations": _violations,
}
"""Index id to its measure."""
