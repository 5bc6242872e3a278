"""Starting, restarting and ending real processes."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import IO

import pytest

from bot.cli.supervisor import Supervisor, last_lines, parse_procfile, require_ports
from bot.core.errors import BadRequest, NotReady
from tests.ports import free_ports

SERVER = """
import http.server, os, signal, subprocess, sys
if sys.argv[2] == "stubborn":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(str(os.getpid()).encode())
        if self.path == "/die": os._exit(1)
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Answer).serve_forever()
"""


@pytest.fixture
def port() -> int:
    return free_ports(1)[0]


@pytest.fixture
def log(tmp_path: Path) -> Iterator[IO[bytes]]:
    with (tmp_path / "log").open("ab") as file:
        yield file


class Heard:
    """Collects what the user is told, and reacts to one line of it by ending the run."""

    def __init__(self, stop_at: str) -> None:
        self.lines: list[str] = []
        self._stop_at = stop_at

    def __call__(self, line: str) -> None:
        self.lines.append(line)
        if self._stop_at in line:
            signal.raise_signal(signal.SIGINT)


def supervisor(tmp_path: Path, port: int, log: IO[bytes], heard: Heard, manner: str = "polite") -> Supervisor:
    script = tmp_path / "server.py"
    script.write_text(SERVER)
    return Supervisor(
        {"web": f"{sys.executable} {script} {port} {manner}"},
        {"web": f"http://127.0.0.1:{port}/"},
        {},
        tmp_path,
        log,
        heard,
    )


@pytest.fixture(autouse=True)
def _signals_as_before() -> Iterator[None]:
    before = [(n, signal.getsignal(n)) for n in (signal.SIGINT, signal.SIGTERM)]
    yield
    for number, handler in before:
        signal.signal(number, handler)


def test_it_says_one_line_when_all_answer_and_leaves_nothing_behind(
    tmp_path: Path, port: int, log: IO[bytes]
) -> None:
    heard = Heard("ready")
    supervisor(tmp_path, port, log, heard).run("ready")
    assert heard.lines == ["ready"]
    require_ports({"PORT": ("127.0.0.1", port)})


def test_a_process_that_ignores_the_request_to_end_is_ended(
    tmp_path: Path, port: int, log: IO[bytes]
) -> None:
    supervisor(tmp_path, port, log, Heard("ready"), "stubborn").run("ready")
    require_ports({"PORT": ("127.0.0.1", port)})


def test_a_process_that_dies_is_started_again(tmp_path: Path, port: int, log: IO[bytes]) -> None:
    import httpx

    heard = Heard("starting it again")

    def kill_when_ready(line: str) -> None:
        if line == "ready":
            pid = int(httpx.get(f"http://127.0.0.1:{port}/", trust_env=False).text)
            threading.Thread(target=os.kill, args=(pid, signal.SIGKILL)).start()
        heard(line)

    run = supervisor(tmp_path, port, log, heard)
    run._say = kill_when_ready
    run.run("ready")
    assert heard.lines == ["ready", "web ended with status -9; starting it again"]


def test_a_process_that_cannot_start_is_named(tmp_path: Path, port: int, log: IO[bytes]) -> None:
    run = Supervisor(
        {"bot": "false"},
        {"bot": f"http://127.0.0.1:{port}/"},
        {},
        tmp_path,
        log,
        Heard("never"),
    )
    with pytest.raises(NotReady, match="bot ended with status 1"):
        run.run("ready")


def test_what_a_process_says_last_is_in_the_log_as_an_event(
    tmp_path: Path, port: int, log: IO[bytes]
) -> None:
    script = tmp_path / "dies.py"
    script.write_text("print('begun')\nraise ValueError('broken')\n")
    run = Supervisor(
        {"bot": f"{sys.executable} -u {script}"},
        {"bot": f"http://127.0.0.1:{port}/"},
        {},
        tmp_path,
        log,
        Heard("never"),
    )
    with pytest.raises(NotReady, match="bot ended with status 1"):
        run.run("ready")
    events = [json.loads(line) for line in (tmp_path / "log").read_text().splitlines()]
    assert [(e["event"], e["process"], e["level"]) for e in events] == [
        ("output", "bot", "info"),
        ("output", "bot", "error"),
    ]
    assert events[1]["text"].endswith("ValueError: broken")
    assert last_lines(tmp_path / "log").splitlines()[0] == "begun"
    assert last_lines(tmp_path / "log").splitlines()[-1] == "ValueError: broken"


def test_every_taken_port_is_named_with_its_variable() -> None:
    with closing(socket.socket()) as one, closing(socket.socket()) as two:
        ports = {}
        for name, held in (("SILKDESK_PORT", one), ("SILKDESK_RASA_PORT", two)):
            held.bind(("127.0.0.1", 0))
            held.listen()
            ports[name] = ("127.0.0.1", held.getsockname()[1])
        with pytest.raises(BadRequest, match=r"SILKDESK_PORT.*SILKDESK_RASA_PORT.*free port"):
            require_ports(ports)


@pytest.mark.parametrize("host", ["300.1.1.1", "192.0.2.1", "..", "2001:db8::1"])
def test_a_host_that_is_not_this_machine_is_told_apart_from_a_taken_port(host: str) -> None:
    with pytest.raises(BadRequest) as caught:
        require_ports({"SILKDESK_PORT": (host, 8000)})
    assert str(caught.value).startswith(f"{host} is no address of this machine: set SILKDESK_HOST")
    assert "taken" not in str(caught.value)


def test_a_procfile_is_names_and_commands() -> None:
    assert parse_procfile("# note\nweb: a b: c\n\nbot: d\n") == {"web": "a b: c", "bot": "d"}
