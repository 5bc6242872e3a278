"""Whatever a process writes becomes one JSON line an event."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest

from bot.cli.output import MOST_LINES, Events, Log, text_of

OURS = '{"process": "web", "attempt": "a-1", "event": "turn.stored", "level": "info"}'
RASA = "2026-11-26 04:59:28 INFO     rasa.core.processor  - Loading model silkdesk.tar.gz..."
FAILED = "2026-11-26 04:59:28 ERROR    rasa.core.processor  - An action failed."
TRACEBACK = """Traceback (most recent call last):
  File "a.py", line 1, in <module>
    run()
KeyError: 'x'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "b.py", line 2, in run
rasa.shared.exceptions.RasaException: Failed to execute custom action
[in two lines]"""


def events(*texts: str) -> list[dict[str, Any]]:
    made = Events("bot")
    lines = [line for text in texts for line in text.split("\n")]
    found = [json.loads(event) for line in lines for event in made.take(line)]
    found += [json.loads(event) for event in made.flush()]
    for event in found:
        event.pop("timestamp", None)
    return found


def output(level: str, text: str, **more: str) -> dict[str, str]:
    return {"process": "bot", **more, "event": "output", "level": level, "text": text}


def test_our_own_lines_pass_unchanged() -> None:
    assert list(Events("web").take(OURS)) == [OURS]


def test_a_librarys_json_gets_its_process() -> None:
    assert events('{"event": "odd", "logger": "faiss", "level": "warning"}') == [
        {"process": "bot", "event": "odd", "logger": "faiss", "level": "warning"}
    ]


def test_a_line_of_rasa_is_taken_apart() -> None:
    assert events(RASA) == [output("info", "Loading model silkdesk.tar.gz...", logger="rasa.core.processor")]
    assert events("[2026-11-26 04:59:28 +0000] [31] [WARNING] slow") == [output("warning", "slow")]


def test_a_traceback_is_one_event_with_the_line_that_tells_of_it() -> None:
    assert events(RASA, FAILED, TRACEBACK, RASA)[1:-1] == [
        output("error", f"An action failed.\n{TRACEBACK}", logger="rasa.core.processor")
    ]


def test_a_traceback_out_of_nowhere_is_an_error_of_its_own() -> None:
    assert events(RASA, TRACEBACK, OURS)[1:] == [output("error", TRACEBACK), json.loads(OURS)]


def test_a_warning_keeps_the_line_that_it_quotes() -> None:
    warning = "/x/validation.py:134: DeprecationWarning: pkg_resources is old\n  import pkg_resources"
    assert events(warning, "Bye") == [output("warning", warning), output("info", "Bye")]


@pytest.mark.parametrize("text", ["{", "{}", "[1]", '{"event": 1}', "{" * 100_000, "\ud800"])
def test_anything_else_is_text(text: str) -> None:
    assert events(text) == [output("info", text)]


def test_empty_lines_are_no_events() -> None:
    assert events("", " ", "") == []


def test_an_endless_traceback_is_cut() -> None:
    long = events("Traceback (most recent call last):", *["  more"] * MOST_LINES)
    assert len(long) == 2


def test_an_event_is_written_once_it_is_quiet_and_the_last_at_the_end(tmp_path: Path) -> None:
    read, write = os.pipe()
    with (tmp_path / "log").open("ab") as file:
        thread = Log(file).follow("bot", os.fdopen(read, "rb"))
        os.write(write, f"{FAILED}\n{TRACEBACK}\n".encode())
        until = time.monotonic() + 10
        while not (tmp_path / "log").read_text():
            assert time.monotonic() < until
            time.sleep(0.02)
        os.write(write, b"half a line, \xff")
        os.close(write)
        thread.join(10)
    first, last = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    assert text_of(first).endswith("[in two lines]")
    assert text_of(last) == "half a line, \ufffd"
    assert text_of(OURS) == OURS


def test_a_full_disk_does_not_hold_a_process_up() -> None:
    read, write = os.pipe()
    with open("/dev/full", "wb", buffering=0) as file:  # noqa: PTH123
        thread = Log(file).follow("bot", os.fdopen(read, "rb"))
        for _ in range(4):
            os.write(write, b"x" * 60_000 + b"\n")
        os.close(write)
        thread.join(10)
    assert not thread.is_alive()
