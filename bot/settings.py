"""The one place of the app that reads the environment (prefix SILKDESK_)."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.core.errors import BadFile, BadRequest, Problem
from bot.core.words import UiLanguage

ROOT = Path(__file__).resolve().parents[1]
WRITABLE = "name a folder that can be made and written to"


class Settings(BaseSettings):
    """What a host may set. Every default is safe on a laptop."""

    model_config = SettingsConfigDict(env_prefix="SILKDESK_", extra="ignore", frozen=True)

    host: str = Field("127.0.0.1", description="Address the web pages are served on.")
    port: int = Field(8000, ge=1, le=65535, description="Port of the web pages.")
    rasa_port: int = Field(
        5005, ge=1, le=65535, description="Port of the bot, always on the loopback address."
    )
    actions_port: int = Field(
        5055, ge=1, le=65535, description="Port of the action server, always on the loopback address."
    )
    var: Path = Field(
        ROOT / "var", description="Folder for all that is made: encoder, index, database, logs."
    )
    models: Path = Field(ROOT / "models", description="Folder of the bot's trained models.")
    database_url: str | None = Field(
        None, description="SQLAlchemy address of the database; a SQLite file in var without it."
    )
    embedding_model: str | None = Field(
        None, description="A sentence-transformers model for the knowledge base, by folder or hub name."
    )
    interface: UiLanguage = Field("zh", description="Language of the pages until a reader chooses one.")
    log_level: str = Field("INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$", description="Lowest level logged.")
    gather_pause: float = Field(
        2.5, ge=0, le=8, description="Seconds without typing after which a trainee's messages are one turn."
    )
    gather_limit: float = Field(
        8.0, gt=0, le=60, description="Seconds after which a trainee's messages are one turn in any case."
    )
    typing: float = Field(
        1.0, ge=0, le=5, description="How long the buyer seems to type: 1 as people do, 0 not at all."
    )
    silence: float = Field(
        180.0, gt=0, description="Seconds without a reply after which the buyer speaks up by itself."
    )
    office: float = Field(
        60.0,
        ge=1,
        le=3600,
        description="Seconds of the office clock that pass in one where letters are written.",
    )
    secret: SecretStr | None = Field(None, description="Shared secret of the three processes; made if unset.")
    cookie_secret: SecretStr | None = Field(None, description="Signs the pages' cookies; made if unset.")

    @field_validator("secret")
    @classmethod
    def _fits_a_header(cls, secret: SecretStr | None) -> SecretStr | None:
        text = secret.get_secret_value() if secret else ""
        if not text.isascii() or any(not sign.isprintable() or sign == " " for sign in text):
            raise ValueError("may have only ASCII letters, digits and signs, and no space")
        return secret

    @model_validator(mode="after")
    def _ports_differ(self) -> Settings:
        ports = {name: getattr(self, name) for name in ("port", "rasa_port", "actions_port")}
        for port, times in Counter(ports.values()).items():
            if times > 1:
                equal = " and ".join(_variable(name) for name in ports if ports[name] == port)
                raise ValueError(f"{equal} name the same port {port}: give each its own")
        return self

    @property
    def database(self) -> str:
        """The database's SQLAlchemy address."""
        return self.database_url or f"sqlite:///{self.var / 'silkdesk.db'}"

    @property
    def rasa_url(self) -> str:
        """Where the bot listens."""
        return f"http://127.0.0.1:{self.rasa_port}"

    @property
    def actions_url(self) -> str:
        """Where the action server listens."""
        return f"http://127.0.0.1:{self.actions_port}"

    def shared_secret(self) -> str:
        """The secret between web, bot and action server."""
        return self.secret.get_secret_value() if self.secret else _kept_secret(self.var / "secret")

    def signing_secret(self) -> str:
        """The secret that signs cookies."""
        return (
            self.cookie_secret.get_secret_value()
            if self.cookie_secret
            else _kept_secret(self.var / "cookie-secret")
        )


def _kept_secret(path: Path) -> str:
    """The secret in `path`; made at first use, readable by its owner alone."""
    try:
        return _read_secret(path) or _new_secret(path)
    except OSError as error:
        raise BadRequest(f"SILKDESK_VAR: {path}: {error.strerror}; {WRITABLE}") from None


def _read_secret(path: Path) -> str:
    """Nothing where there is no file, or an empty one: whoever knows no secret could sign with that."""
    return path.read_text(encoding="ascii").strip() if path.exists() else ""


def _new_secret(path: Path) -> str:
    """Written whole before it bears its name, so that a full disk leaves no half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(32), encoding="ascii")
    draft.replace(path)
    return _read_secret(path)


def require_writable(var: Path) -> None:
    """Makes the folder for all that is made; raises BadRequest where nothing can be written in it."""
    try:
        var.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=var):
            pass
    except OSError as error:
        raise BadRequest(f"SILKDESK_VAR: {var}: {error.strerror}; {WRITABLE}") from None


@cache
def settings() -> Settings:
    """The settings of this process; raises BadFile that names every wrong variable."""
    try:
        return Settings()
    except ValidationError as error:
        raise BadFile(
            [
                Problem("environment", 0, _variable(*e["loc"]), e["msg"].removeprefix("Value error, "))
                for e in error.errors()
            ]
        ) from None


def _variable(*place: int | str) -> str:
    """The variable of a setting; nothing where several are meant."""
    return "_".join(map(str, ("SILKDESK", *place))).upper() if place else ""
