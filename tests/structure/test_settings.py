"""Settings: safe defaults, every error at once, secrets that stay secret."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.core.errors import BadFile
from bot.settings import Settings, settings


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


def test_a_secret_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    chosen = Settings(var=tmp_path)
    secret = chosen.shared_secret()
    assert len(secret) >= 32
    assert chosen.shared_secret() == secret
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600
    assert chosen.signing_secret() != secret


def test_a_given_secret_does_not_show_when_printed() -> None:
    assert "hush" not in repr(Settings.model_validate({"secret": "hush"}))
