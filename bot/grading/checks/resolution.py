"""Resolution: whether the trouble was understood, answered and brought to an end."""

from __future__ import annotations

import re

from bot.core.grade import Evidence
from bot.grading.judgement import (
    NO_REPLY,
    NO_SCENARIO,
    NO_TROUBLE,
    Judge,
    Judgement,
    banded,
    broken,
    excused,
    first_act,
    kept,
)
from bot.grading.offers import GOODWILL, REMEDIES
from bot.grading.talk import BREAKING_OFF, TROUBLE, Said, Talk

UNDERSTANDING = (
    "acknowledge",
    "empathise",
    "ask_problem_details",
    "ask_evidence",
    "ask_order_number",
    "ask_confirmation",
    "ask_preferred_solution",
    "inform_tracking",
    "inform_order_status",
    "inform_delay_cause",
)
"""Acts that show what was understood of the trouble, or ask for it."""

SETTLING = ("agree", "promise_dispatch")
"""Acts that grant what the buyer asked for."""

CONFIRMING = ("ask_confirmation", "ask_preferred_solution", "offer_further_help")
"""Acts that leave the last word to the buyer."""

_ASKS_CONTACT = re.compile(
    r"e-?mail|\bphone|telefon|телефон|tel[ée]fono|\b(?:call|ring|reach|contact) (?:you|someone|the shop)\b"
    r"|\b(?:your|contact|customer service) (?:address|number|details)|\bcontact\b|whats ?app|telegram"
    r"|erreich\w*|anruf\w*|kontakt\w*|почт\w* (?:вам|у вас)|связаться|позвонить|контакт\w*|написать вам"
    r"|contact\w*|llamar(?:les|los|le)?\b|correo electr[óo]nico",
    re.IGNORECASE,
)
"""The buyer asks how the shop can be reached."""


def problem_understood(talk: Talk) -> Judgement:
    """What is wrong was named back or asked for before the first remedy, or with it."""
    if not talk.troubled(*TROUBLE):
        return excused(*NO_TROUBLE)
    remedied = next((said for said in talk.agent if said.acts(*GOODWILL)), None)
    before = [said for said in talk.agent if remedied is None or said.index <= remedied.index]
    shown = first_act(before, *UNDERSTANDING)
    if shown:
        return kept(shown)
    if not talk.agent:
        return excused(*NO_REPLY)
    return broken([(remedied or talk.agent[0]).due()])


def questions_answered(talk: Talk) -> Judgement:
    """Each question was followed by an answer; in a practice, by one that the buyer took."""
    asked = [said for said in talk.buyer if said.did("question") or _asks_unheard(talk, said)]
    if not asked:
        return excused("买家没有提问", "the buyer asked nothing")
    left = [said for said in asked if not answered(talk, said)]
    if not left:
        return kept()
    return broken(next(talk.after(said.index), said).due() for said in left)


def _asks_unheard(talk: Talk, said: Said) -> bool:
    """Whether a question mark shows what no move tells; a buyer who breaks off only exclaims."""
    return not talk.sheet and "?" in said.turn.text and not said.did(*BREAKING_OFF)


def answered(talk: Talk, said: Said) -> bool:
    """Whether the question in a turn of the buyer got its answer."""
    needs = {move.need for move in said.moves if move.move == "question" and move.need}
    if needs:
        taken = {
            move.need
            for other in talk.buyer
            if other.index > said.index
            for move in other.moves
            if move.move in ("accept", "wish_false_promise")
        }
        return needs <= taken
    where = said.did("wish_contact") or _ASKS_CONTACT.search(said.turn.text)
    return any(_answers(x) or (where and talk.gives_contact(x)) for x in talk.after(said.index))


def _answers(said: Said) -> bool:
    groups = ("inform_", "offer_", "promise_", "confirm_", "decline_", "counter_", "recommend_")
    return any(act.startswith(groups) or act in ("agree", "escalate") for act in said.heard.act_ids)


def outcome_confirmed(talk: Talk) -> Judgement:
    """What was to be done was put to the buyer for confirmation, or the buyer agreed to it.

    A buyer in trouble who was offered nothing, and thanks for nothing, confirmed nothing. Any yes will do
    without a trouble, and in a practice, where it is known what the buyer agrees to.
    """
    troubled = bool(talk.troubled(*TROUBLE))
    offers = [said for said in talk.agent if said.acts(*REMEDIES, *SETTLING)]
    since = offers if troubled and not talk.sheet else offers or talk.agent
    confirmed = _confirmed(talk, since[0].index) if since else None
    if confirmed is not None:
        return kept(confirmed)
    due = any(said.acts(*REMEDIES) for said in offers) or (troubled and not talk.buyer_did("thanks"))
    if not talk.agent or not due:
        return excused("没有要确认的方案", "no solution was due")
    return broken([(offers or talk.agent)[-1].due()])


def _confirmed(talk: Talk, since: int) -> tuple[Evidence, ...] | None:
    """The words by which the agent asks, from that turn on; none are needed where the buyer agrees."""
    asked = first_act((said for said in talk.agent if said.index >= since), *CONFIRMING)
    agreed = any(said.index > since for said in talk.buyer_did("accept", "thanks"))
    return asked if asked or agreed else None


def needs_met(talk: Talk) -> Judgement:
    """The share of the scenario's needs that the buyer saw met."""
    if not talk.sheet or not talk.sheet.needs:
        return excused(*NO_SCENARIO)
    if not talk.said:
        return excused("对话是空的", "nothing was said")
    share = len(talk.needs_met) / len(talk.sheet.needs)
    return banded(share, [(talk.agent or talk.said)[-1].due()])


JUDGES: dict[str, Judge] = {
    "problem_understood": problem_understood,
    "questions_answered": questions_answered,
    "outcome_confirmed": outcome_confirmed,
    "needs_met": needs_met,
}
