"""Opens the database."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.core.errors import BadRequest, NotReady

BUSY_MS = 5_000
"""How long SQLite waits for another process's write before it gives up."""

PACKAGES = {"psycopg2": "psycopg2-binary", "psycopg": "'psycopg[binary]'", "MySQLdb": "mysqlclient"}
"""The package of a driver whose module bears another name."""


def connect(url: str) -> Engine:
    """An engine for `url`; a SQLite file gets its folder, WAL mode, a busy timeout and foreign keys."""
    try:
        address = make_url(url)
        engine = create_engine(address, pool_pre_ping=address.get_backend_name() != "sqlite")
    except (ArgumentError, ValueError):
        raise BadRequest(
            "SILKDESK_DATABASE_URL is not an SQLAlchemy address such as sqlite:///FILE"
        ) from None
    except ModuleNotFoundError as error:
        raise BadRequest(_driver_missing(address, str(error.name))) from None
    if address.get_backend_name() == "sqlite":
        _make_folder(address)
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _driver_missing(address: URL, module: str) -> str:
    package = PACKAGES.get(module, module)
    return (
        f"SILKDESK_DATABASE_URL: the driver {module} for {address.get_backend_name()} is missing, as only "
        f"SQLite comes along: install it by `uv pip install --python .venvs/app {package}`"
    )


def _make_folder(address: URL) -> None:
    if not address.database or address.database == ":memory:":
        return
    folder = Path(address.database).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotReady(
            f"database {address.database}: its folder cannot be made ({error.strerror}); "
            "name another by SILKDESK_DATABASE_URL, or by SILKDESK_VAR where that is unset"
        ) from None


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in (f"busy_timeout={BUSY_MS}", "journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
