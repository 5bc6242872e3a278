"""What web tells the bot with each message, and what it reads from the answer."""

from __future__ import annotations

from bot.buyer.scenario import Scenario
from bot.core.errors import ServiceDown
from bot.core.heard import JsonDict
from bot.core.transcript import Move, Transcript, Turn
from bot.service.cards import casting_of, day
from bot.service.office import opening
from bot.service.transcripts import transcript_of
from bot.store.records import Attempt, StoredTurn


def turn_metadata(
    attempt: Attempt, scenario: Scenario, turn: int, state: JsonDict | None, waited: float
) -> JsonDict:
    """The metadata of begin, silence and every turn of the trainee; `waited` in seconds.

    `turn` and `mode` tell whoever reads along; the bot needs neither.
    """
    return {
        "attempt": attempt.id,
        "turn": turn,
        "scenario": attempt.scenario,
        "language": attempt.language,
        "platform": attempt.platform,
        "country": attempt.country,
        "buyer": attempt.buyer,
        "mode": attempt.mode,
        "seed": attempt.seed,
        "cefr": attempt.cefr,
        "date": day(scenario, attempt).isoformat(),
        "state": state,
        "waited": round(waited, 1),
    }


def buyer_turn(answer: JsonDict, index: int, at: float) -> StoredTurn:
    """The buyer's turn in an answer; raises ServiceDown where the answer is not one."""
    try:
        return StoredTurn(
            index=index,
            side="buyer",
            at=at,
            text=str(answer["text"] or ""),
            moves=tuple(answer.get("moves") or ()),
            state=dict(answer["state"]),
            mood=None if answer.get("mood") is None else float(answer["mood"]),
            gloss=_optional(answer, "gloss"),
            subject=_optional(answer, "subject"),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ServiceDown(f"the bot's answer has no usable buyer's turn: {error!r}") from error


def transcript(attempt: Attempt, scenario: Scenario, turns: list[StoredTurn]) -> Transcript:
    """The contract's transcript of a practice, on web's clock: a letter waits from when the office opens."""
    casting = casting_of(scenario, attempt)
    told = [_turn(turn, opening(turn.at) if scenario.channel == "email" else turn.at) for turn in turns]
    return transcript_of(attempt.id, scenario, casting, told, attempt.mode)


def _turn(turn: StoredTurn, at: float) -> Turn:
    moves = tuple(Move(m["move"], m.get("need"), m.get("trap")) for m in turn.moves)
    told = moves if turn.side == "buyer" else None
    return Turn(turn.side, round(at, 1), turn.text, told, subject=turn.subject)


def _optional(answer: JsonDict, key: str) -> str | None:
    return None if answer.get(key) is None else str(answer[key])
