"""The one intent that Rasa wants, chosen from the acts of a message."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.heard import Heard

INTENT_ORDER = ("violate", "decline", "commit", "offer", "ask", "inform", "sell", "courtesy", "meta")
"""Of a message's acts the intent is the first of the first group present here (end of acts.yml)."""
OUT_OF_SCOPE = "out_of_scope"


def intent_of(heard: Heard, groups: Mapping[str, str]) -> str:
    """The intent of a message. `groups` says of each act to which group it belongs."""
    if not heard.acts:
        return OUT_OF_SCOPE
    return min(heard.act_ids, key=lambda act: INTENT_ORDER.index(groups[act]))
