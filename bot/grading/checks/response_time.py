"""Response time: how long the buyer waited, and whether every message got its reply."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.grading.judgement import Judgement, banded, broken, excused, kept
from bot.grading.talk import COURTESY, Exchange, Talk


def first_reply_in_time(talk: Talk) -> Judgement:
    """The first reply within the target for language, channel, length read and length written."""
    answered = _answered(talk)
    if answered:
        return _in_time(talk, answered[:1])
    if talk.buyer and not talk.agent:
        return banded(0.0, [talk.buyer[0].due()])
    return excused("买家没有先发消息", "no message of the buyer was replied to")


def replies_in_time(talk: Talk) -> Judgement:
    """All later replies likewise: the mean of their shares."""
    later = _answered(talk)[1:]
    if not later:
        return excused("没有后续回复", "there is no later reply")
    return _in_time(talk, later)


def nothing_left_unanswered(talk: Talk) -> Judgement:
    """Every turn of the buyer has a reply before the end, but for a last word."""
    if not talk.buyer:
        return excused("买家没有发消息", "the buyer sent nothing")
    last = talk.exchanges[-1]
    if not last.agent and not talk.over:
        return broken([last.buyer[-1].due()])
    return kept()


def left_by_courtesies(talk: Talk) -> Judgement:
    """The same; where nothing of substance was said at all, every turn was left without a reply."""
    found = nothing_left_unanswered(talk)
    return broken([talk.buyer[0].due()]) if found.verdict == "yes" and not talk.spoke else found


def holding_followed_up(talk: Talk) -> Judgement:
    """After a holding message something of substance came."""
    held = [said for said in talk.agent if said.acts("ask_patience")]
    if not held:
        return excused("没有请买家等待", "the buyer was not asked to wait")
    for said in held:
        own = set(said.heard.act_ids) - COURTESY
        later = any(set(other.heard.act_ids) - COURTESY for other in talk.after(said.index))
        if not own and not later:
            return broken([said.quote_act(said.acts("ask_patience")[0])])
    return kept(said.quote_act(said.acts("ask_patience")[0]) for said in held)


def _answered(talk: Talk) -> list[Exchange]:
    return [exchange for exchange in talk.exchanges if exchange.waited is not None]


def _in_time(talk: Talk, exchanges: Sequence[Exchange]) -> Judgement:
    shares = [_share(talk, exchange) for exchange in exchanges]
    slow = [x.agent[0].due() for x, share in zip(exchanges, shares, strict=True) if share < 1]
    return banded(sum(shares) / len(shares), slow)


def _share(talk: Talk, exchange: Exchange) -> float:
    channel, language = talk.transcript.channel, talk.transcript.language
    written = len(exchange.agent[0].turn.text)
    target = talk.pace.target(channel, language, exchange.length, written)
    return talk.pace.share(channel, target, exchange.waited or 0.0)


JUDGES: dict[str, Callable[[Talk], Judgement]] = {
    "first_reply_in_time": first_reply_in_time,
    "replies_in_time": replies_in_time,
    "nothing_left_unanswered": left_by_courtesies,
    "holding_followed_up": holding_followed_up,
}
