"""Settings: safe defaults, every error at once, secrets that stay secret."""

from __future__ import annotations

import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.core.errors import BadFile, BadRequest
from bot.settings import Settings, require_writable, settings


@pytest.fixture(autouse=True)
def _fresh() -> None:
    settings.cache_clear()


def test_the_defaults_stay_on_this_machine() -> None:
    assert Settings().host == "127.0.0.1"
    assert "127.0.0.1" in Settings().rasa_url


def test_every_wrong_variable_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SILKDESK_PORT", "eighty")
    monkeypatch.setenv("SILKDESK_LOG_LEVEL", "LOUD")
    with pytest.raises(BadFile) as caught:
        settings()
    lines = str(caught.value).splitlines()
    assert len(lines) == 2
    assert "SILKDESK_PORT" in lines[0]
    assert "SILKDESK_LOG_LEVEL" in lines[1]


@pytest.mark.parametrize("name", ["SILKDESK_PORT", "SILKDESK_ACTIONS_PORT"])
def test_two_processes_on_one_port_are_refused(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "5005")
    with pytest.raises(BadFile) as caught:
        settings()
    told = str(caught.value)
    assert told.startswith("environment: SILKDESK_")
    assert name in told
    assert "SILKDESK_RASA_PORT" in told
    assert told.endswith("name the same port 5005: give each its own")


@pytest.mark.parametrize("secret", ["schlüssel", "密码", "two words", "new\nline"])
def test_a_secret_that_no_header_can_carry_is_refused(monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    monkeypatch.setenv("SILKDESK_SECRET", secret)
    with pytest.raises(BadFile, match=r"SILKDESK_SECRET: may have only ASCII") as caught:
        settings()
    assert secret not in str(caught.value)


@pytest.mark.parametrize("var", ["/proc/nothing", "/dev/null"])
def test_a_folder_that_nothing_can_be_written_in_is_named(var: str) -> None:
    for write in (lambda: require_writable(Path(var)), Settings(var=Path(var)).shared_secret):
        with pytest.raises(BadRequest, match=rf"SILKDESK_VAR: {var}.*; name a folder"):
            write()


def test_a_folder_that_is_missing_is_made(tmp_path: Path) -> None:
    require_writable(tmp_path / "new" / "var")
    assert list((tmp_path / "new" / "var").iterdir()) == []


def test_a_secret_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    chosen = Settings(var=tmp_path)
    secret = chosen.shared_secret()
    assert len(secret) >= 32
    assert chosen.shared_secret() == secret
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600
    assert chosen.signing_secret() != secret


@contextmanager
def _full_disk() -> Iterator[None]:
    """No file takes a byte meanwhile."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_secret_that_found_no_room_is_made_later(tmp_path: Path) -> None:
    chosen = Settings(var=tmp_path)
    with _full_disk(), pytest.raises(BadRequest, match="SILKDESK_VAR"):
        chosen.signing_secret()
    assert len(chosen.signing_secret()) >= 32
    assert [file.name for file in tmp_path.iterdir()] == ["cookie-secret"]


def test_an_empty_secret_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "cookie-secret").touch(mode=0o644)
    secret = Settings(var=tmp_path).signing_secret()
    assert len(secret) >= 32
    assert Settings(var=tmp_path).signing_secret() == secret
    assert stat.S_IMODE((tmp_path / "cookie-secret").stat().st_mode) == 0o600


def test_a_given_secret_does_not_show_when_printed() -> None:
    assert "hush" not in repr(Settings.model_validate({"secret": "hush"}))
