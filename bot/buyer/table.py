"""The transition table: how each act, silence and waiting move the buyer, and how an agenda item changes.

This file alone owns the transitions, and the numbers that move mood and patience; `bot.buyer.agenda` and
`bot.buyer.engine` run them. What the moods are stands in `bot.buyer.state`, how a buyer haggles in
`bot.buyer.bargain`.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.buyer.state import NeedStatus, TrapStatus


class Effect(NamedTuple):
    """What something does to mood and patience (0 to 1), and the talk the buyer answers with, if any."""

    mood: float
    patience: float
    talk: str | None = None


BY_GROUP: dict[str, Effect] = {
    "courtesy": Effect(0.02, 0.0),
    "ask": Effect(0.0, -0.02),
    "inform": Effect(0.02, 0.0),
    "offer": Effect(0.04, 0.02),
    "commit": Effect(0.04, 0.02),
    "sell": Effect(-0.06, -0.05),
    "decline": Effect(-0.04, -0.02),
    "violate": Effect(-0.2, -0.15, "suspicious"),
    "meta": Effect(0.0, -0.06, "not_understood"),
}
"""How acts move a buyer that `BY_ACT` does not name."""

BY_ACT: dict[str, Effect] = {
    "apologise": Effect(0.06, 0.03, "softened"),
    "empathise": Effect(0.08, 0.04, "softened"),
    "reassure": Effect(0.02, 0.0),
    "ask_patience": Effect(0.0, -0.03),
    "ask_confirmation": Effect(0.02, 0.0, "confirms"),
    "decline_review_deal": Effect(0.0, 0.0),
    "decline_undervaluation": Effect(0.0, 0.0),
    "cross_sell": Effect(-0.1, -0.08, "not_now"),
    "recommend_product": Effect(-0.06, -0.05, "not_now"),
    "close_sale": Effect(-0.1, -0.08, "not_now"),
    "request_review": Effect(-0.1, -0.05, "review_too_early"),
    "violate_rude": Effect(-0.35, -0.3, "offended"),
    "violate_blame_buyer": Effect(-0.25, -0.2, "blamed"),
    "violate_deny_legal_right": Effect(-0.25, -0.2, "insists_on_rights"),
    "violate_pressure_cancel": Effect(-0.25, -0.2, "wont_cancel"),
    "violate_extra_charge": Effect(-0.25, -0.2, "wont_pay_more"),
    "violate_misleading_claim": Effect(-0.2, -0.15, "doubts_claim"),
    "violate_ask_sensitive_data": Effect(-0.2, -0.15, "keeps_data"),
    "violate_data_misuse": Effect(-0.2, -0.15, "my_data"),
    "violate_incentivised_review": Effect(-0.1, -0.05, "no_review_deal"),
    "violate_review_pressure": Effect(-0.2, -0.15, "no_review_deal"),
    "violate_unsolicited_marketing": Effect(-0.2, -0.15, "no_ads"),
    "violate_off_platform_contact": Effect(-0.05, -0.05, "suspicious"),
    "violate_false_promise": Effect(0.04, 0.02),
    "violate_undervalue_customs": Effect(-0.05, -0.05, "suspicious"),
}
"""Acts that move a buyer otherwise than their group does."""

BY_EVENT: dict[str, Effect] = {
    "met": Effect(0.14, 0.16),
    "told": Effect(0.07, 0.08),
    "conceded": Effect(0.06, 0.08),
    "too_little": Effect(-0.05, -0.06),
    "how_much": Effect(0.0, -0.03),
    "refused": Effect(-0.1, -0.08),
    "eased": Effect(0.0, -0.05, "waiting"),
    "dated": Effect(0.0, -0.03, "until_then"),
    "vague": Effect(-0.04, -0.08, "asks_date"),
    "misled": Effect(0.08, 0.06),
    "caught": Effect(0.04, 0.04),
    "declined": Effect(-0.02, -0.02),
    "ignored": Effect(-0.07, -0.11),
    "given_up": Effect(-0.1, -0.06),
    "told_already": Effect(-0.06, -0.08, "told_already"),
    "cannot_say": Effect(-0.02, -0.04, "cannot_say"),
    "contradiction": Effect(-0.14, -0.1, "contradiction"),
    "copy_paste": Effect(-0.12, -0.14, "copy_paste"),
    "promise_kept": Effect(0.03, 0.04),
    "promise_broken": Effect(-0.1, -0.12, "promise_broken"),
    "slow": Effect(-0.05, -0.08, "slow"),
    "silence": Effect(-0.06, -0.14, "silence"),
    "wrong_language": Effect(-0.06, -0.14, "wrong_language"),
    "not_cancelled": Effect(-0.1, -0.08, "not_cancelled"),
    "not_ordered": Effect(-0.02, -0.03, "not_ordered_yet"),
    "not_that": Effect(-0.02, -0.03, "not_that"),
    "left_early": Effect(-0.1, -0.16, "not_done"),
    "turn": Effect(0.0, -0.02),
}
"""What happens in the talk besides the acts themselves; `turn` is the price of every turn."""

LEVEL_FACTOR = {1: 0.8, 2: 1.0, 3: 1.25}
"""How much harder losses weigh at each level of difficulty."""

FADING = 0.5
"""Each repetition of an act that pleased pleases only so much of the time before."""

PRESSES = {1: 3, 2: 2, 3: 2}
"""How often a buyer of each level presses an ignored item before giving it up."""

RAISED = {"chat": 1, "email": 3}
"""Needs that a buyer raises in one turn on each channel."""

PRESSED = {"chat": 2, "email": 3}
"""Ignored items that a buyer asks for again in one turn."""

MOST_LINES = {"chat": 3, "email": 6}
"""Lines in one turn, but for the last word; a chat is short."""

EASES = 2
"""How often a need may be put off with a waiting answer before that counts as ignoring it."""

REFUSALS = 2
"""How often a need is refused before the buyer gives it up."""

SILENCES = 3
"""Silences in a row after which the buyer leaves."""

NEED: dict[tuple[NeedStatus, str], NeedStatus] = {
    ("open", "raise"): "asked",
    ("open", "told"): "met",
    ("open", "misled"): "misled",
    ("asked", "met"): "met",
    ("asked", "misled"): "misled",
    ("asked", "given_up"): "dropped",
    ("misled", "met"): "met",
    ("dropped", "met"): "met",
}
"""Status of a need and what happened to it, to its new status; what is not named changes nothing."""

TRAP: dict[tuple[TrapStatus, str], TrapStatus] = {
    ("open", "raise"): "set",
    ("open", "forestalled"): "forestalled",
    ("set", "caught"): "caught",
    ("set", "declined"): "declined",
    ("set", "given_up"): "dropped",
    ("caught", "declined"): "declined",
    ("declined", "caught"): "caught",
    ("dropped", "caught"): "caught",
    ("dropped", "declined"): "declined",
}
"""The same for traps."""
