"""Runs the Procfile's processes: waits until all answer, starts again what dies, ends all together."""

from __future__ import annotations

import errno
import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import IO

import httpx

from bot.cli.output import Log, text_of
from bot.core.errors import BadRequest, NotReady

PATIENCE = 3.0
"""Seconds a process has to end by itself after Ctrl-C; all must be gone within five."""
LOOK_EVERY = 0.2
SPEAK_EVERY = 5.0
LOG_LINES_SHOWN = 8


def require_ports(ports: Mapping[str, tuple[str, int]]) -> None:
    """Raises BadRequest naming every port (by its variable) that cannot be listened on, and why."""
    refused = [told for name, (host, port) in ports.items() if (told := _refusal(name, host, port))]
    if refused:
        raise BadRequest("; ".join(refused))


def _refusal(name: str, host: str, port: int) -> str | None:
    """What is wrong with an address, and what to do; None where it can be listened on."""
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except PermissionError:
        return f"port {port} is not for every user ({name}): set the variable to a port above 1023"
    except (OSError, UnicodeError) as error:
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            return (
                f"port {port} is taken ({name}): stop the program that holds it, "
                "or set the variable to a free port"
            )
        return f"{host} is no address of this machine: set SILKDESK_HOST to one, such as 127.0.0.1 or 0.0.0.0"
    return None


def answers(address: str) -> bool:
    """Whether a health address says that its process is ready."""
    try:
        return httpx.get(address, timeout=2, trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False


def parse_procfile(text: str) -> dict[str, str]:
    """Name to command of each process, in the file's order."""
    lines = (line.partition(":") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {name.strip(): command.strip() for name, _, command in lines}


@dataclass
class _Member:
    """One process of the house; `answered` once it has been ready since its last start."""

    name: str
    command: str
    health: str
    process: subprocess.Popen[bytes] = field(init=False)
    answered: bool = False


class Supervisor:
    """The processes' output goes to `log`, one line an event; the user sees only what `say` is given."""

    def __init__(
        self,
        commands: Mapping[str, str],
        health: Mapping[str, str],
        environment: Mapping[str, str],
        folder: Path,
        log: IO[bytes],
        say: Callable[[str], None],
    ) -> None:
        self._members = [_Member(name, command, health[name]) for name, command in commands.items()]
        self._environment = {**os.environ, **environment}
        self._folder = folder
        self._log = Log(log)
        self._readers: list[threading.Thread] = []
        self._say = say
        self._stopping = False

    def run(self, ready: str) -> None:
        """Blocks until Ctrl-C or SIGTERM, then ends every process. Says `ready` once all have answered.

        Raises NotReady where a process ends before it ever answered.
        """
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        try:
            for member in self._members:
                self._start(member)
            self._wait_until_ready()
            if not self._stopping:
                self._say(ready)
            while not self._stopping:
                self._restart_the_dead()
                time.sleep(LOOK_EVERY)
        finally:
            self._end_all()

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True

    def _start(self, member: _Member) -> None:
        member.answered = False
        member.process = subprocess.Popen(
            ["/bin/sh", "-c", f"exec {member.command}"],
            env=self._environment,
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        assert member.process.stdout
        self._readers.append(self._log.follow(member.name, member.process.stdout))

    def _wait_until_ready(self) -> None:
        started = spoke = time.monotonic()
        while not self._stopping and (waiting := [m for m in self._members if not self._is_ready(m)]):
            for member in waiting:
                if (status := member.process.poll()) is not None:
                    raise NotReady(f"{member.name} ended with status {status} before it was ready")
            if time.monotonic() - spoke > SPEAK_EVERY:
                spoke = time.monotonic()
                self._say(f"waiting for {', '.join(m.name for m in waiting)} … {spoke - started:.0f} s")
            time.sleep(LOOK_EVERY)

    def _is_ready(self, member: _Member) -> bool:
        member.answered = member.answered or answers(member.health)
        return member.answered

    def _restart_the_dead(self) -> None:
        for member in self._members:
            if (status := member.process.poll()) is None:
                continue
            self._say(f"{member.name} ended with status {status}; starting it again")
            self._start(member)
            time.sleep(1)  # so that a process that dies at once does not spin

    def _end_all(self) -> None:
        running = [m.process for m in self._members if hasattr(m, "process")]
        for process in running:
            _signal(process, signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and any(p.poll() is None for p in running):
            time.sleep(0.05)
        for process in running:
            _signal(process, signal.SIGKILL)  # the whole group: a process may have left children
            process.wait()
        for reader in self._readers:
            reader.join(timeout=1)


def _signal(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        return


def last_lines(log: Path) -> str:
    """The end of the log, for a user whose process would not start."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()[-LOG_LINES_SHOWN:]
    return "\n".join("\n".join(map(text_of, lines)).splitlines()[-LOG_LINES_SHOWN:])
