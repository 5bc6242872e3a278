"""Brings the database's tables up to date."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.core.errors import NotReady
from bot.store.database import connect

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def migrate(url: str, revision: str = "head") -> None:
    """Creates or updates the tables at `url` up to `revision`; safe to repeat.

    Raises NotReady where that fails.
    """
    engine = connect(url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        shown = make_url(url).render_as_string(hide_password=True)
        raise NotReady(f"database {shown}: {reason}; check that it can be written") from error
    finally:
        engine.dispose()
