"""Finished practices become the transcripts that were graded."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.service.finished import transcripts
from bot.store.records import Attempt, Selection, StoredTurn
from tests.buyer.talks import late_parcel


@dataclass
class Kept:
    """A store of attempts that are all finished."""

    attempts: dict[str, Attempt] = field(default_factory=dict)

    def finished(self, wanted: Selection) -> list[str]:
        assert wanted == Selection()
        return list(self.attempts)

    def get(self, attempt: str) -> Attempt | None:
        return self.attempts.get(attempt)

    def turns(self, attempt: str) -> list[StoredTurn]:
        moves = ({"move": "complaint"},)
        return [StoredTurn(0, "buyer", 0.0, f"Hallo {attempt}", moves), StoredTurn(1, "agent", 9.04, "Ja?")]


def attempt(name: str, scenario: str = "late-parcel", language: str = "de") -> Attempt:
    return Attempt(name, "alice", scenario, language, "aliexpress", "DE", 7, "exam", created=86400.0)  # type: ignore[arg-type]


def test_a_practice_keeps_its_words_moves_clock_day_and_mode() -> None:
    (found,) = transcripts(Kept({"a-1": attempt("a-1")}), {"late-parcel": late_parcel()}, Selection())
    assert (found.id, found.scenario, found.date, found.mode) == ("a-1", "late-parcel", "1970-01-02", "exam")
    assert [(turn.side, turn.at, turn.text) for turn in found.turns] == [
        ("buyer", 0.0, "Hallo a-1"),
        ("agent", 9.0, "Ja?"),
    ]
    assert [move.move for move in found.turns[0].moves or ()] == ["complaint"]


def test_what_can_be_played_no_more_is_left_out() -> None:
    store = Kept(
        {
            name: attempt(name, *about)
            for name, about in {"gone": ("no-such",), "mute": ("late-parcel", "fr"), "kept": ()}.items()
        }
    )
    assert [found.id for found in transcripts(store, {"late-parcel": late_parcel()}, Selection())] == ["kept"]
