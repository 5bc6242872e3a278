"""Opens the database."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.core.errors import BadRequest

BUSY_MS = 5_000
"""How long SQLite waits for another process's write before it gives up."""


def connect(url: str) -> Engine:
    """An engine for `url`; a SQLite file gets its folder, WAL mode, a busy timeout and foreign keys."""
    try:
        address = make_url(url)
    except ArgumentError:
        raise BadRequest(
            "SILKDESK_DATABASE_URL is not an SQLAlchemy address such as sqlite:///FILE"
        ) from None
    if address.get_backend_name() != "sqlite":
        return create_engine(address, pool_pre_ping=True)
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address)
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in (f"busy_timeout={BUSY_MS}", "journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
