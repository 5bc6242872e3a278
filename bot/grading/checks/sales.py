"""Sales: the need explored, advice that fits, the order asked for, an invitation back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.core.grade import Evidence
from bot.grading.accusations import accusations
from bot.grading.checks.haggling import QUOTES
from bot.grading.judgement import (
    Judge,
    Judgement,
    broken,
    excused,
    first_act,
    kept,
    where_expected,
)
from bot.grading.rubric import CaseSheet
from bot.grading.talk import Said, Talk

ADVICE = ("recommend_product", "cross_sell", "inform_size_advice", "offer_alternative")
SELLING = ("pre_sales", "relationship")
EXPLORING = (
    "ask_needs",
    "ask_variant",
    "ask_quantity",
    "ask_address",
    "ask_problem_details",
    "ask_preferred_solution",
)
CLOSING = ("close_sale", "confirm_order", "ask_confirmation")
INVITING = ("invite_back", "close_sale", "promise_follow_up")
"""Acts that look after an old customer and lead on to the next contact."""

_AGAIN = re.compile(
    r"\b(?:bis bald|bis zum nächsten|wieder einmal|kommen sie wieder|come back|see you|any time|next time"
    r"|до встречи|возвращайтесь|заходите|ещё раз|hasta (?:pronto|la próxima)|vuelva|cuando quiera)\b",
    re.IGNORECASE,
)


def need_explored(talk: Talk) -> Judgement:
    """Use, taste, budget or deadline were asked for before the first advice or price, or with it.

    Without a scenario nobody knows what the buyer's words have told already: then it is kept or not judged.
    """
    if talk.transcript.stage not in SELLING:
        return excused("不是推荐商品的谈话", "nothing is sold here")
    advised = next((said for said in talk.agent if said.acts(*ADVICE, *QUOTES)), None)
    before = [said for said in talk.agent if advised is None or said.index <= advised.index]
    asked = first_act(before, *EXPLORING)
    if asked and (advised or talk.sheet):
        return kept(asked)
    return _left_unexplored(talk)


@where_expected(lambda sheet: sheet.explore, "这个情况不需要先了解需求", "no need has to be explored here")
def _left_unexplored(talk: Talk, _sheet: CaseSheet) -> Judgement:
    advised = (said for said in talk.agent if said.acts(*ADVICE, *QUOTES))
    return broken(first_act(advised, *ADVICE, *QUOTES) or [talk.agent[0].due()])


@where_expected(lambda sheet: sheet.advice, "这个情况没有可核对的推荐", "no advice can be told right here")
def advice_fits(talk: Talk, sheet: CaseSheet) -> Judgement:
    """What was recommended fits what the buyer said: by the names that the scenario gives.

    Naming what does not fit is no mistake of who also names what does: so it is compared, or advised against.
    """
    language = talk.transcript.language
    advised = [said for said in talk.agent if said.acts(*ADVICE)]
    fits = list(_named(advised, sheet.advice.get("fits", {}).get(language, ())))
    if fits:
        return kept(fits[:1])
    unfit = list(_named(advised, sheet.advice.get("unfit", {}).get(language, ())))
    return broken(unfit) if unfit else excused("没有推荐具体的商品", "nothing was recommended by name")


def _named(advised: Iterable[Said], names: Iterable[str]) -> Iterator[Evidence]:
    """The names where they stand as words, whatever their case, but for single letters."""
    for said in advised:
        for name in names:
            flags = re.IGNORECASE if len(name) > 1 else re.NOFLAG
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", said.turn.text, flags):
                yield said.quote(*match.span())


def order_asked_for(talk: Talk) -> Judgement:
    """The buyer was invited to order, at the latest when every need was met and nothing more was asked."""
    if talk.transcript.context.get("paid") or talk.transcript.stage == "after_sales":
        return excused("已经下单", "the order was placed before")
    asked = first_act(talk.agent, *CLOSING)
    return kept(asked) if asked else _left_unasked(talk)


@where_expected(
    lambda sheet: sheet.close_sale, "这个情况不必邀请下单", "nobody has to be invited to order here"
)
def _left_unasked(talk: Talk, sheet: CaseSheet) -> Judgement:
    ready = _ready(talk, sheet)
    later = [said for said in talk.agent if ready is not None and said.index > ready.index]
    return (
        broken([later[-1].due()])
        if later
        else excused("买家还没准备下单", "the buyer was not ready to order")
    )


def _ready(talk: Talk, sheet: CaseSheet) -> Said | None:
    """The turn with which the last of the buyer's needs is met."""
    open_needs = set(sheet.needs)
    for said in talk.buyer:
        open_needs -= {move.need for move in said.moves if move.move == "accept" and move.need}
        if not open_needs:
            return said
    return None


def return_visit_invited(talk: Talk) -> Judgement:
    """The old customer was looked after and invited back, without advertising that nobody asked for."""
    if talk.transcript.stage != "relationship":
        return excused("不是老客户维护", "this is no talk with an old customer")
    pushed = {a.said.index for a in accusations(talk) if a.act == "violate_unsolicited_marketing"}
    clean = [said for said in talk.agent if said.index not in pushed]
    invited = first_act(clean, *INVITING) or tuple(_come_back(clean))[:1]
    return kept(invited) if invited else _left_uninvited(talk)


def _come_back(said: Iterable[Said]) -> Iterator[Evidence]:
    """Words of an invitation, where no act of one was heard."""
    for one in said:
        for match in _AGAIN.finditer(one.turn.text):
            yield one.quote(*match.span())


@where_expected(
    lambda sheet: sheet.invite_back, "这个情况不该再邀请买家", "nobody is to be invited back here"
)
def _left_uninvited(talk: Talk, _sheet: CaseSheet) -> Judgement:
    return broken([talk.agent[-1].due()])


JUDGES: dict[str, Judge] = {
    "need_explored": need_explored,
    "advice_fits": advice_fits,
    "order_asked_for": order_asked_for,
    "return_visit_invited": return_visit_invited,
}
