"""A buyer's turn in the making: the only place where state changes, within one step."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from bot.buyer.fill import PLACE
from bot.buyer.letter import letter
from bot.buyer.lines import Fit, digest, first_word, pick, wordings
from bot.buyer.said import Said, Values, Voice, joined, no_values
from bot.buyer.scenario import BANDS, Band, Casting, Item, Line, Lines, NeedUse, Scenario, Talk
from bot.buyer.state import BuyerState, NeedState, TrapState
from bot.buyer.table import BY_EVENT, FADING, LEVEL_FACTOR, MOST_LINES, NEED, TRAP, Effect
from bot.core.transcript import Move
from bot.core.words import Ending

ORDER_NUMBER = "order_number"
"""The place of the number, and the fact that a buyer tells where it is asked for it."""

NAMED_ONCE = frozenset({ORDER_NUMBER, "tracking_number"})
"""Places that nobody names twice in one breath."""

RECENT = 2
"""Turns whose first word a buyer does not begin a line with again, if there is another."""

THANKS = ("met", "thanks_for_answer", "thanks_for_help", "all_answered")
"""Slots of lines that give thanks for what was settled."""

ASKING = frozenset({"raise", "again", "how_much", "too_little", "counter", "refused"})
"""Slots of lines that ask for something; the agent answers them, so they end the turn."""


@dataclass(frozen=True)
class Step:
    """The buyer's turn: what is said, what it does, how the talk ended if it did, and why.

    `subject` is that of a letter; `gloss` says in Chinese what `text` means, if every line of it has one.
    """

    state: BuyerState
    text: str
    moves: tuple[Move, ...]
    ended: Ending | None
    reasons: tuple[str, ...]
    subject: str | None = None
    gloss: str | None = None


class Draft:
    """Collects what one turn changes and says; `step()` freezes it."""

    def __init__(self, scenario: Scenario, casting: Casting, state: BuyerState) -> None:
        self.scenario = scenario
        self.casting = casting
        self.state = state
        self.reasons: list[str] = []
        self.focus: list[str] = []
        self._said: list[tuple[str, Said]] = []
        self._moves: list[tuple[str, Move]] = []
        self._voice = Voice(scenario, casting)
        self._named: set[str] = set()
        self._band = state.band
        self.settled: list[str] = []
        """The needs that were settled in this turn."""
        self.waits = False
        """Whether the buyer agreed in this turn to wait for a time that the agent named."""

    @property
    def room(self) -> bool:
        """Whether one more line fits into this turn."""
        return len(self._said) < MOST_LINES[self.scenario.channel]

    @property
    def silent(self) -> bool:
        """Whether nothing is said as yet."""
        return not self._said

    def says(self, slot: str) -> bool:
        """Whether a line of this slot is said in this turn."""
        return any(slot == said for said, _ in self._said)

    def change(self, **values: object) -> None:
        """Sets fields of the state."""
        self.state = replace(self.state, **values)  # type: ignore[arg-type]

    def feel(self, effect: Effect, why: str, weight: float = 1.0) -> None:
        """Moves mood and patience; losses weigh by the scenario's level, gains by `weight`."""
        factor = LEVEL_FACTOR[self.scenario.level]
        mood, patience = (
            delta * (factor if delta < 0 else weight) for delta in (effect.mood, effect.patience)
        )
        self.change(mood=_within(self.state.mood + mood), patience=_within(self.state.patience + patience))
        if mood or patience:
            self.reasons.append(f"{why}: mood {mood:+.2f}, patience {patience:+.2f}")

    def feel_act(self, act: str, effect: Effect) -> None:
        """Moves by an act; what pleases pleases less each time it is repeated."""
        before = self.state.acts.get(act, 0)
        self.change(acts={**self.state.acts, act: before + 1})
        self.feel(effect, f"act {act}", FADING**before)

    def happens(self, event: str, about: str = "", talk: bool = True) -> None:
        """Moves by an event of the table, and says its talk line if it has one and `talk` is true."""
        effect = BY_EVENT[event]
        self.feel(effect, f"{event} {about}".strip())
        if talk and effect.talk and self.room:
            self.talk(effect.talk)

    def need(self, id: str, event: str = "", **values: object) -> NeedState:
        """Changes a need: its status by the table, its counters by `values`."""
        old = self.state.needs[id]
        new: NeedState = replace(old, status=NEED.get((old.status, event), old.status), **values)  # type: ignore[arg-type]
        self.change(needs={**self.state.needs, id: new})
        self._changed(f"need {id}", old.status, new.status, event)
        if new.status == "met" != old.status:
            self.settled.append(id)
        return new

    def trap(self, id: str, event: str = "", **values: object) -> TrapState:
        """Changes a trap likewise."""
        old = self.state.traps[id]
        new: TrapState = replace(old, status=TRAP.get((old.status, event), old.status), **values)  # type: ignore[arg-type]
        self.change(traps={**self.state.traps, id: new})
        self._changed(f"trap {id}", old.status, new.status, event)
        return new

    def item(self, item: Item, event: str = "", **values: object) -> None:
        """Changes a need or trap."""
        change = self.need if isinstance(item, NeedUse) else self.trap
        change(item.id, event, **values)

    def say(
        self,
        lines: Lines,
        slot: str,
        moves: Iterable[Move],
        values: Values = no_values,
        holds: Collection[str] = (),
        at_best: Band = "calm",
    ) -> bool:
        """Says an unused wording of the slot, best in the mood of the turn's first line; False if none.

        It sounds no better than `at_best`.
        """
        if self.silent:
            self._band = self.state.band
        band = max(self._band, at_best, key=BANDS.index)
        bands = wordings(lines, self.casting.language, slot, band)
        return any(self.say_one(band, slot, moves, values, holds) for band in bands)

    def say_one(
        self,
        lines: Iterable[Line],
        slot: str,
        moves: Iterable[Move],
        values: Values = no_values,
        holds: Collection[str] = (),
    ) -> bool:
        """Says one unused of these wordings that fits, `holds` included; False where none is left.

        An order number is said once a turn, an own shop is not called in against itself, and no line begins
        as another one of this turn or the last turns do.
        """
        key = f"{self.state.seed}/{self.state.turn}/{slot}"
        shunned = self._named & NAMED_ONCE | ({"platform"} if "own_shop" in self._voice.holds else set())
        worn = {*self.state.opened, *(first_word(said.text) for _, said in self._said)}
        holds = self._voice.holds.union(holds)
        fit = Fit(self.casting.variant.country, holds, frozenset(shunned), frozenset(worn), self.casting.cefr)
        line = pick(tuple(lines), key, self.state.used, fit)
        if line is None:
            return False
        self._name(PLACE.findall(line.text))
        self._said.insert(self._place(slot), (slot, self._voice.say(line, values)))
        self.change(used=(*self.state.used, digest(line.text)))
        self._moves += [(slot, move) for move in moves]
        return True

    def _name(self, places: Iterable[str]) -> None:
        """Remembers what was named; an order number is told wherever it is."""
        self._named.update(places)
        if ORDER_NUMBER in self._named.difference(self.state.told):
            self.change(told=(*self.state.told, ORDER_NUMBER))

    def _place(self, slot: str) -> int:
        """Where a line stands in the turn: thanks before facts and what was declined, requests last."""
        thanks = dict.fromkeys(THANKS, ASKING | {"fact", "declined"})
        later = {**thanks, "fact": ASKING}.get(slot.split()[0], frozenset())
        said = [other.split()[0] for other, _ in self._said]
        return next((i for i, other in enumerate(said) if other in later), len(said))

    def does(self, move: Move) -> None:
        """Makes a move without words."""
        self._moves.append(("", move))

    def unsay(self, *slots: str) -> None:
        """Takes back the lines of these slots, as something came up that they would contradict."""
        self._said = [(slot, said) for slot, said in self._said if slot not in slots]
        self._moves = [(slot, move) for slot, move in self._moves if slot not in slots]

    def keep(self, slots: Collection[str]) -> None:
        """Takes back all lines but those of these slots."""
        self.unsay(*{slot for slot, _ in self._said}.difference(slots))

    def talk(self, id: str, values: Values = no_values, at_best: Band = "calm") -> bool:
        """Says a line of the shared talk."""
        return self.say_talk(self.scenario.talk[id], values, at_best)

    def say_talk(self, talk: Talk, values: Values = no_values, at_best: Band = "calm") -> bool:
        """Says a line of this talk."""
        moves = [Move(move) for move in talk.moves]
        return self.say(talk.lines, talk.id, moves, values, at_best=at_best)

    def step(self, ended: Ending | None = None) -> Step:
        """The finished turn."""
        self.change(ended=ended, focus=tuple(self.focus))
        lines = [said for _, said in self._said]
        opened = tuple(first_word(said.text) for said in lines[:1])
        self.change(opened=(*self.state.opened, *opened)[-RECENT:])
        said, subject = joined(lines, " ", ""), None
        if self.scenario.channel == "email":
            said, subject = letter(self._voice, self.state, lines)
        moves = tuple(dict.fromkeys(move for _, move in self._moves))
        return Step(self.state, said.text, moves, ended, tuple(self.reasons), subject, said.gloss)

    def _changed(self, what: str, old: str, new: str, event: str) -> None:
        if old != new:
            self.reasons.append(f"{what}: {old} to {new} ({event})")


def _within(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
