"""Between rows and records, and which rows are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from sqlalchemy import ColumnElement

from bot.core.words import Ending, Mode, Side, as_cefr, as_language
from bot.store.records import Attempt, Exchange, Fate, Message, Selection, Status, StoredTurn
from bot.store.tables import AttemptRow, ExchangeRow, MessageRow, TurnRow


def attempt(row: AttemptRow) -> Attempt:
    """The record of a row of `attempts`."""
    return Attempt(
        id=row.id,
        visitor=row.visitor,
        scenario=row.scenario,
        language=as_language(row.language),
        platform=row.platform,
        country=row.country,
        seed=row.seed,
        mode=cast(Mode, row.mode),
        created=row.created,
        status=cast(Status, row.status),
        opened=row.opened,
        ending=cast("Ending | None", row.ending),
        finished=row.finished,
        inbox=row.inbox,
        cefr=as_cefr(row.cefr),
        buyer=row.buyer or "",
    )


def chosen(wanted: Selection) -> Iterator[ColumnElement[bool]]:
    """What has to hold of a row of `attempts` that is wanted."""
    if wanted.since is not None:
        yield AttemptRow.created >= wanted.since
    if wanted.until is not None:
        yield AttemptRow.created < wanted.until
    if wanted.visitors:
        yield AttemptRow.visitor.in_(wanted.visitors)
    if wanted.scenarios:
        yield AttemptRow.scenario.in_(wanted.scenarios)


def message(row: MessageRow) -> Message:
    """The record of a row of `messages`."""
    return Message(row.client_id, row.text, row.arrived, cast(Fate, row.fate), row.turn, row.subject)


def turn(row: TurnRow) -> StoredTurn:
    """The record of a row of `turns`."""
    return StoredTurn(
        index=row.index,
        side=cast(Side, row.side),
        at=row.at,
        text=row.text,
        moves=tuple(row.moves),
        state=row.state,
        mood=row.mood,
        gloss=row.gloss,
        subject=row.subject,
    )


def turn_values(attempt: str, turn: StoredTurn) -> dict[str, Any]:
    """The values of a row of `turns`."""
    return {**vars(turn), "attempt": attempt, "moves": list(turn.moves)}


def exchange(row: ExchangeRow) -> Exchange:
    """The record of a row of `exchanges`."""
    return Exchange(
        id=row.id,
        kind="hint" if row.kind == "hint" else "rule_lookup",
        turn=row.turn,
        asked=row.asked,
        question=row.question,
        answer=row.answer,
    )
