"""Migrations lead to what the tables say, and can be repeated."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from bot.core.errors import BadRequest, NotReady
from bot.store.database import connect
from bot.store.migrate import migrate
from bot.store.tables import Base


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


def test_a_file_that_is_no_database_is_named_in_one_line(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_text("this is no database, but long enough to be taken for one" * 20, encoding="ascii")
    with pytest.raises(NotReady, match=r"broken\.db: file is not a database; check that it can be written"):
        migrate(f"sqlite:///{broken}")


def test_an_address_that_is_none_names_the_setting() -> None:
    with pytest.raises(BadRequest, match="SILKDESK_DATABASE_URL"):
        connect("here")
