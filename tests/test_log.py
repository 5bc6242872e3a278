"""Logs are one JSON line per event."""

from __future__ import annotations

import json
import logging

import pytest
import structlog

from bot.log import configure, logger


@pytest.fixture(autouse=True)
def _as_before() -> object:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


def test_an_event_is_one_json_line_with_its_attempt(capsys: pytest.CaptureFixture[str]) -> None:
    configure("INFO")
    logger("web").info("turn.stored", attempt="a-1", turn=3)
    logger("web").debug("hidden")
    line = json.loads(capsys.readouterr().err)
    assert line.pop("timestamp")
    assert line == {"process": "web", "attempt": "a-1", "turn": 3, "event": "turn.stored", "level": "info"}


def test_libraries_speak_json_too_and_only_when_something_is_wrong(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure("INFO")
    logging.getLogger("httpx").info("GET http://127.0.0.1:5005")
    logging.getLogger("uvicorn.error").warning("odd")
    line = json.loads(capsys.readouterr().err)
    assert (line["event"], line["logger"], line["level"]) == ("odd", "uvicorn.error", "warning")


def test_an_exception_stays_on_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    configure("INFO")
    try:
        raise ValueError("broken")
    except ValueError:
        logger("web").exception("web.fault")
    line = json.loads(capsys.readouterr().err)
    assert "ValueError: broken" in line["exception"]
