"""Response time: how long the buyer waited, and whether every message got its reply."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.grading.judgement import Judgement, banded, broken, excused, first_act, kept
from bot.grading.talk import CONTENT, COURTESY, Exchange, Said, Talk
from bot.rules.rule import Rule

HOLDING = ("ask_patience", "promise_follow_up")
"""Acts that tell the buyer to wait, or until when."""
DAY = 86400
"""Seconds."""


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
        own = talk.tells(said)
        later = any(talk.tells(other) for other in talk.after(said.index))
        if not own and not later:
            return broken([said.quote_act(said.acts("ask_patience")[0])])
    return kept(said.quote_act(said.acts("ask_patience")[0]) for said in held)


def long_wait_announced(talk: Talk) -> Judgement:
    """Before an answer that came so late that it earns nothing, a holding message had come."""
    pairs = zip([None, *talk.exchanges], talk.exchanges, strict=False)
    late = [(before, x, answer) for before, x in pairs if (answer := _late_answer(talk, x))]
    if not late:
        return excused("没有让买家久等", "no answer took long")
    held = [_holding(before, exchange, answer) for before, exchange, answer in late]
    if not all(held):
        return broken(answer.due() for (_, _, answer), said in zip(late, held, strict=True) if not said)
    return kept(first_act((said for said in held if said), *HOLDING))


def _late_answer(talk: Talk, exchange: Exchange) -> Said | None:
    """The first turn of substance in an exchange, where it came too late to earn anything."""
    if not exchange.buyer or _wants_nothing(exchange):
        return None
    answer = next((said for said in exchange.agent if talk.tells(said)), None)
    if answer is None:
        return None
    channel, waited = talk.transcript.channel, answer.turn.at - exchange.buyer[0].turn.at
    length = len(answer.turn.text)
    target = talk.pace.target(channel, talk.transcript.language, exchange.length, length)
    return answer if talk.pace.share(channel, target, waited) == 0 else None


def _holding(before: Exchange | None, exchange: Exchange, answer: Said) -> Said | None:
    """What told the buyer to wait: in the same exchange, or the last words said before it."""
    parting = [said for said in (before.agent[-1:] if before else ()) if _ends_by_holding(said)]
    earlier = [*parting, *exchange.agent]
    return next((said for said in earlier if said.index < answer.index and said.acts(*HOLDING)), None)


def _ends_by_holding(said: Said) -> bool:
    """Whether the last act is one of holding, whatever courtesies follow it."""
    told = [act for act in said.heard.acts if act.act in HOLDING or act.act not in COURTESY]
    return bool(told) and max(told, key=lambda act: act.start).act in HOLDING


def platform_deadline_kept(talk: Talk) -> Judgement:
    """Each message that the platform counts was replied to within the hours that its rule names."""
    judged = list(_counted(talk))
    if not judged:
        return excused("平台对这些消息没有明确的时限", "the platform sets no time for these messages")
    late = [(x.agent[0], rule) for x, rule, hours in judged if (x.waited or 0.0) > hours * 3600]
    return broken((said.due() for said, _ in late), late[0][1]) if late else kept()


def _counted(talk: Talk) -> Iterator[tuple[Exchange, Rule, float]]:
    """The answered exchanges for which the platform names hours, each with its rule and these."""
    last = None
    for exchange in _answered(talk):
        begun = exchange.buyer[0].turn.at
        opens = last is None or begun - last >= DAY
        last = begun if opens else last
        facts = {"unanswered": "message", "first_of_day": opens}
        rule = talk.required("platform_deadline_kept", "unanswered", **facts)
        hours = rule and rule.amount("hours")
        if rule and hours and not _wants_nothing(exchange):
            yield exchange, rule, hours


def _wants_nothing(exchange: Exchange) -> bool:
    """Whether the buyer only thanked, agreed or parted, as far as moves are known."""
    made = {move.move for said in exchange.buyer for move in said.moves}
    return bool(made) and made <= CONTENT


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
    "long_wait_announced": long_wait_announced,
    "platform_deadline_kept": platform_deadline_kept,
}
