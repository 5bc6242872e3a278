"""What a message speaks of, so that an answer on one matter settles no other."""

from __future__ import annotations

from functools import cached_property

from bot.buyer.matters import matters_named
from bot.buyer.named import sentences_of, time_named
from bot.buyer.scenario import Need, Scenario, Trap
from bot.core.heard import Heard

DAYS = "inform_shipping_time"
"""Answers a need that is about a time."""

SAYING_NOTHING = frozenset({"offer_alternative", "promise_follow_up"})
"""Another thing, or word to come: they answer a need that is about something only where they name it."""

SPEAKS_OF = {
    "confirm_change": frozenset({"address", "variant", "quantity", "messages", "delivery", "together"}),
    "decline_off_platform": frozenset({"contact", "paying"}),
}
"""What a change or a refusal can be about: another size is no other address."""

BY_THE_WAY = frozenset(
    {
        "budget",
        "certainty",
        "damage",
        "delivered",
        "elsewhere",
        "health",
        "return_costs",
        "payment_failed",
        "stock",
        "wanted_by",
    }
).union(*SPEAKS_OF.values())
"""Matters that a statement on any other may mention too."""


class Topics:
    """The matters that a message names, and which of its acts speak to a need or trap."""

    def __init__(self, scenario: Scenario, language: str, heard: Heard) -> None:
        self._scenario, self._language, self._heard = scenario, language, heard
        self._spoken = {
            act: self._named_in(sentences_of(heard, act)) & matters
            for act, matters in SPEAKS_OF.items()
            if act in heard.act_ids
        }

    @cached_property
    def named(self) -> frozenset[str]:
        """The matters that the whole message names."""
        return self._named_in(self._heard.text)

    def _named_in(self, words: str) -> frozenset[str]:
        return matters_named(words, self._language, self._scenario.matters)

    def beside(self, item: Need | Trap) -> frozenset[str]:
        """The message's acts that speak past this item."""
        return frozenset(act for act in self._heard.act_ids if self._past(act, item))

    def _past(self, act: str, item: Need | Trap) -> bool:
        """Whether an act names other matters alone.

        Of a need that is `named`, a statement has to name the matter; where it names what is in `unless`, the
        buyer knows better: no parcel is delivered to who has none in hand.
        """
        if act in self._spoken:
            named = self._spoken[act]
            return bool(item.about and named) and not named & item.about
        if act in SAYING_NOTHING and isinstance(item, Need) and act not in item.settled_by:
            return bool(item.about) and not self.named & item.about
        if self._scenario.groups[act] != "inform":
            return False
        named = self.named - (BY_THE_WAY - item.about)
        due = bool(named) or (isinstance(item, Need) and item.named)
        return bool(self.named & item.unless) or bool(item.about and due and not named & item.about)

    def ruled_out(self, trap: Trap) -> frozenset[str]:
        """The message's acts that decline a wish by naming its matter."""
        declining = trap.declined_by.intersection(self._heard.act_ids) if trap.ruled_out else ()
        return frozenset(
            act for act in declining if self._named_in(sentences_of(self._heard, act)) & trap.ruled_out
        )

    @property
    def timely(self) -> bool:
        """Whether the message names a time, or the delivery."""
        return "delivery" in self.named or bool(time_named(self._heard))

    def promises_else(self, need: Need) -> bool:
        """Whether a false promise is about something else: a lifetime, to one who asks for a day."""
        if of_time(need):
            return not self.timely
        return self.timely and bool(need.about) and not self.named & need.about


def of_time(need: Need) -> bool:
    """Whether a need is about a time."""
    return DAYS in need.told_by | need.met_by | need.offered_by
