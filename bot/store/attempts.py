"""Keeps attempts with all that belongs to them. Each method is one transaction."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Engine, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.core.heard import JsonDict
from bot.core.words import Ending
from bot.store import rows
from bot.store.records import Attempt, Exchange, Fate, Grading, Message, Selection, Status, StoredTurn
from bot.store.tables import AttemptRow, ExchangeRow, GradingRow, MessageRow, TurnRow


class SqlAttempts:
    """The repository of attempts over any database that SQLAlchemy speaks to."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, attempt: Attempt) -> None:
        """Keeps a new attempt."""
        with Session(self._engine) as session, session.begin():
            session.execute(insert(AttemptRow).values(vars(attempt)))

    def get(self, attempt: str) -> Attempt | None:
        """The attempt with this id."""
        with Session(self._engine) as session:
            row = session.get(AttemptRow, attempt)
            return rows.attempt(row) if row else None

    def of_visitor(self, visitor: str, limit: int) -> list[tuple[Attempt, JsonDict | None]]:
        """A visitor's attempts with their latest grades, the newest first."""
        latest = (
            select(GradingRow.attempt, func.max(GradingRow.id).label("id"))
            .group_by(GradingRow.attempt)
            .subquery()
        )
        query = (
            select(AttemptRow, GradingRow.grade)
            .outerjoin(latest, latest.c.attempt == AttemptRow.id)
            .outerjoin(GradingRow, GradingRow.id == latest.c.id)
            .where(AttemptRow.visitor == visitor)
            .order_by(AttemptRow.created.desc())
            .limit(limit)
        )
        with Session(self._engine) as session:
            return [(rows.attempt(row), grade) for row, grade in session.execute(query)]

    def of_inbox(self, inbox: str) -> list[Attempt]:
        """The attempts of an inbox, in an order that stays."""
        query = select(AttemptRow).where(AttemptRow.inbox == inbox).order_by(AttemptRow.id)
        with Session(self._engine) as session:
            return [rows.attempt(row) for row in session.scalars(query)]

    def put_back(self, inbox: str, seconds: float) -> None:
        """Puts the opening of all attempts of an inbox back, so that their clock jumps ahead."""
        earlier = update(AttemptRow).where(AttemptRow.inbox == inbox)
        with Session(self._engine) as session, session.begin():
            session.execute(earlier.values(opened=AttemptRow.opened - seconds))

    def unsettled(self, scenarios: Sequence[str]) -> list[str]:
        """Ids of the attempts at these scenarios where a message or the grade waits for the bot."""
        waiting = select(MessageRow.attempt).where(MessageRow.fate == "waiting")
        talking = (AttemptRow.status == "open") & AttemptRow.ending.is_(None) & AttemptRow.id.in_(waiting)
        query = select(AttemptRow.id).where(
            AttemptRow.scenario.in_(scenarios), or_(AttemptRow.status == "finishing", talking)
        )
        with Session(self._engine) as session:
            return list(session.scalars(query.order_by(AttemptRow.created)))

    def finished(self, wanted: Selection) -> list[str]:
        """Ids of the wanted attempts that are over, the oldest first."""
        query = select(AttemptRow.id).where(AttemptRow.status == "finished", *rows.chosen(wanted))
        with Session(self._engine) as session:
            return list(session.scalars(query.order_by(AttemptRow.created, AttemptRow.id)))

    def set_status(self, attempt: str, status: Status) -> None:
        """Moves the attempt on."""
        with Session(self._engine) as session, session.begin():
            session.execute(update(AttemptRow).where(AttemptRow.id == attempt).values(status=status))

    def keep_message(self, attempt: str, message: Message) -> Message:
        """Keeps a message once: a repeated id gives back what was kept the first time."""
        try:
            with Session(self._engine) as session, session.begin():
                session.execute(
                    insert(MessageRow).values(
                        attempt=attempt,
                        client_id=message.id,
                        text=message.text,
                        arrived=message.arrived,
                        fate=message.fate,
                        turn=message.turn,
                        subject=message.subject,
                    )
                )
        except IntegrityError:
            with Session(self._engine) as session:
                row = session.scalars(
                    select(MessageRow).where(
                        MessageRow.attempt == attempt, MessageRow.client_id == message.id
                    )
                ).one()
                return rows.message(row)
        return message

    def messages(self, attempt: str) -> list[Message]:
        """The attempt's messages in order of arrival."""
        query = select(MessageRow).where(MessageRow.attempt == attempt).order_by(MessageRow.id)
        with Session(self._engine) as session:
            return [rows.message(row) for row in session.scalars(query)]

    def turns(self, attempt: str) -> list[StoredTurn]:
        """The attempt's turns in order."""
        query = select(TurnRow).where(TurnRow.attempt == attempt).order_by(TurnRow.index)
        with Session(self._engine) as session:
            return [rows.turn(row) for row in session.scalars(query)]

    def add_turns(
        self,
        attempt: str,
        turns: Sequence[StoredTurn],
        messages: Sequence[str] = (),
        opened: float | None = None,
        ending: Ending | None = None,
    ) -> None:
        """Keeps a whole exchange at once: its turns, the messages it was made of, opening and ending.

        `messages` are the ids that make up the first turn. Messages that still wait when the buyer
        leaves came too late.
        """
        changes = {"opened": opened, "ending": ending}
        known = {key: value for key, value in changes.items() if value is not None}
        with Session(self._engine) as session, session.begin():
            session.execute(insert(TurnRow), [rows.turn_values(attempt, turn) for turn in turns])
            if messages:
                _settle(session, attempt, messages, "turn", turns[0].index)
            if known:
                session.execute(update(AttemptRow).where(AttemptRow.id == attempt).values(known))
            if ending:
                waiting = (MessageRow.attempt == attempt) & (MessageRow.fate == "waiting")
                session.execute(update(MessageRow).where(waiting).values(fate="late"))

    def add_exchange(self, attempt: str, exchange: Exchange, messages: Sequence[str] = ()) -> int:
        """Keeps an exchange with the coach and gives its id; `messages` asked for it in the chat."""
        with Session(self._engine) as session, session.begin():
            row = ExchangeRow(
                attempt=attempt,
                kind=exchange.kind,
                turn=exchange.turn,
                asked=exchange.asked,
                question=exchange.question,
                answer=exchange.answer,
            )
            session.add(row)
            _settle(session, attempt, messages, "coach", None)
            session.flush()
            return row.id

    def set_aside(self, attempt: str, messages: Sequence[str]) -> None:
        """Takes messages out of the conversation that were meant for the coach."""
        with Session(self._engine) as session, session.begin():
            _settle(session, attempt, messages, "coach", None)

    def exchanges(self, attempt: str) -> list[Exchange]:
        """The attempt's exchanges with the coach in order."""
        query = select(ExchangeRow).where(ExchangeRow.attempt == attempt).order_by(ExchangeRow.id)
        with Session(self._engine) as session:
            return [rows.exchange(row) for row in session.scalars(query)]

    def add_grade(self, attempt: str, grade: JsonDict, made: float) -> None:
        """Adds a grade and closes the attempt; earlier grades stay."""
        with Session(self._engine) as session, session.begin():
            session.execute(insert(GradingRow).values(attempt=attempt, made=made, grade=grade))
            done = {"status": "finished", "finished": made}
            session.execute(update(AttemptRow).where(AttemptRow.id == attempt).values(done))

    def grades(self, attempt: str) -> list[Grading]:
        """All gradings of the attempt, the first made first."""
        query = select(GradingRow).where(GradingRow.attempt == attempt).order_by(GradingRow.id)
        with Session(self._engine) as session:
            return [Grading(row.id, row.made, row.grade) for row in session.scalars(query)]


def _settle(session: Session, attempt: str, ids: Sequence[str], fate: Fate, turn: int | None) -> None:
    mine = (MessageRow.attempt == attempt) & MessageRow.client_id.in_(ids)
    session.execute(update(MessageRow).where(mine).values(fate=fate, turn=turn))
