"""Migrations lead to what the tables say, and can be repeated."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from bot.core.errors import BadRequest, NotReady
from bot.store.attempts import SqlAttempts
from bot.store.database import connect
from bot.store.migrate import migrate
from bot.store.records import Attempt, Message, StoredTurn
from bot.store.tables import Base

FIRST_ROWS = (
    "insert into attempts"
    " (id, visitor, scenario, language, platform, country, seed, mode, interface, created, status) values"
    " ('a-1', 'alice', 'late-parcel', 'de', 'ebay', 'DE', 1, 'practice', 'zh', 1.0, 'open')",
    'insert into turns (attempt, "index", side, at, text, moves, reasons)'
    " values ('a-1', 0, 'buyer', 0.0, 'Guten Tag', '[]', '[]')",
    "insert into messages (attempt, client_id, text, arrived, fate) values ('a-1', 'm-1', 'Ja', 2.0, 'turn')",
)


def test_migrated_tables_are_those_of_the_code(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    migrate(url)
    with connect(url).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_it_can_be_repeated(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    migrate(url)
    migrate(url)


def test_rows_from_before_there_were_glosses_letters_and_names_are_kept_and_have_none(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    migrate(url, "0001")
    with connect(url).begin() as connection:
        for statement in FIRST_ROWS:
            connection.execute(text(statement))
    migrate(url)
    store = SqlAttempts(connect(url))
    store.add_turns("a-1", [StoredTurn(1, "buyer", 1.0, "Hallo?", gloss="在吗？", subject="Paket")])
    assert store.turns("a-1") == [
        StoredTurn(0, "buyer", 0.0, "Guten Tag"),
        StoredTurn(1, "buyer", 1.0, "Hallo?", gloss="在吗？", subject="Paket"),
    ]
    assert store.messages("a-1") == [Message("m-1", "Ja", 2.0, "turn")]
    assert store.get("a-1") == Attempt(
        "a-1", "alice", "late-parcel", "de", "ebay", "DE", 1, "practice", created=1.0
    )


def test_a_file_that_is_no_database_is_named_in_one_line(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_text("this is no database, but long enough to be taken for one" * 20, encoding="ascii")
    with pytest.raises(NotReady, match=r"broken\.db: file is not a database; check that it can be written"):
        migrate(f"sqlite:///{broken}")


def test_an_address_that_is_none_names_the_setting() -> None:
    with pytest.raises(BadRequest, match="SILKDESK_DATABASE_URL"):
        connect("here")


@pytest.mark.parametrize("url", ["foo://here", "postgresql://host:port/x"])
def test_an_address_of_no_known_form_names_the_setting(url: str) -> None:
    with pytest.raises(BadRequest, match="SILKDESK_DATABASE_URL is not an SQLAlchemy address"):
        connect(url)


@pytest.mark.parametrize(
    ("url", "package"),
    [
        ("postgresql+psycopg2://me:hush@host/x", "psycopg2-binary"),
        ("postgresql+psycopg://me:hush@host/x", "'psycopg[binary]'"),
        ("mysql://me:hush@host/x", "mysqlclient"),
        ("mysql+pymysql://me:hush@host/x", "pymysql"),
    ],
)
def test_a_driver_that_is_missing_is_named_with_its_package(
    monkeypatch: pytest.MonkeyPatch, url: str, package: str
) -> None:
    for module in ("psycopg2", "psycopg", "MySQLdb", "pymysql"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(BadRequest) as caught:
        connect(url)
    told = str(caught.value)
    assert told.startswith("SILKDESK_DATABASE_URL: the driver ")
    assert told.endswith(
        f"as only SQLite comes along: install it by `uv pip install --python .venvs/app {package}`"
    )
    assert "hush" not in told


def test_a_folder_that_cannot_be_made_is_named() -> None:
    with pytest.raises(NotReady, match=r"database /proc/nope/x\.db: its folder cannot be made"):
        migrate("sqlite:////proc/nope/x.db")
