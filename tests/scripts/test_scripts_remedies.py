"""What the set-up scripts say where something is missing, in one line; and that Ctrl-C ends what they run."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bot.settings import ROOT

TOOLS = "bash cat cut dirname find grep mkdir sed sha256sum sleep sort tail tr xargs".split()
"""What the scripts use of a bare system."""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The scripts and what they look at, in a folder of their own."""
    for name in ("scripts", "requirements", "bot/web/element"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def run(clone: Path, command: str, path: str = os.environ["PATH"]) -> subprocess.CompletedProcess[str]:
    env = {"PATH": path, "SILKDESK_VAR": str(clone / "var")}
    return subprocess.run(
        [shutil.which("bash") or "bash", "-c", command],
        cwd=clone,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("error: No interpreter found for Python 3.10 in managed installations", "install Python 3.10"),
        (
            "error: Failed to fetch metadata: dns error: failed to lookup address",
            "the package registry cannot",
        ),
        ("npm ERR! code ENOTFOUND", "the package registry cannot"),
        (
            "The virtual environment was not created: ensurepip is not available",
            "apt-get install python3-venv",
        ),
        ("something nobody has seen before", "see the end of"),
    ],
)
def test_a_step_that_fails_names_its_remedy(clone: Path, said: str, remedy: str) -> None:
    done = run(clone, f'. scripts/lib.sh; step "Setting up" bash -c \'echo "{said}"; exit 1\'')
    assert done.returncode == 1
    *told, last = done.stderr.splitlines()
    assert said in told
    assert last.startswith("silkdesk: Setting up failed: ")
    assert remedy in last


def test_a_step_that_works_is_silent_but_for_its_name(clone: Path) -> None:
    done = run(clone, '. scripts/lib.sh; step "Setting up" echo fine')
    assert (done.returncode, done.stdout, done.stderr) == (0, "Setting up …\n", "")


def test_without_npm_the_remedy_is_named(clone: Path) -> None:
    tools = clone / "tools"
    tools.mkdir()
    for tool in TOOLS:
        (tools / tool).symlink_to(shutil.which(tool) or "")
    stamps = "; ".join(
        f"mkdir -p .venvs/{name} && fingerprint {inputs} >.venvs/{name}/.stamp"
        for name, inputs in (
            ("rasa", "requirements/rasa.txt"),
            ("app", "requirements/app.txt requirements/torch.txt"),
        )
    )
    done = run(clone, f". scripts/lib.sh; {stamps}; exec scripts/setup.sh", path=str(tools))
    assert done.returncode == 1
    assert (
        done.stderr == "silkdesk: npm is missing: install Node.js 18 or newer with npm, then run it again\n"
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_the_command_of_a_step_with_all_it_started(clone: Path, number: signal.Signals) -> None:
    children = clone / "children"
    (clone / "work.sh").write_text(f"sleep 60 & echo $! >{children}; sleep 60 & echo $! >>{children}; wait")
    with subprocess.Popen(
        [shutil.which("bash") or "bash", "-c", '. scripts/lib.sh; step "Setting up" bash work.sh'],
        cwd=clone,
        env={"PATH": os.environ["PATH"], "SILKDESK_VAR": str(clone / "var")},
        stdout=subprocess.DEVNULL,
        preexec_fn=partial(
            signal.signal, signal.SIGINT, signal.SIG_DFL
        ),  # a job in the background ignores it
    ) as script:
        wait_for(lambda: len(pids(children)) == 2)
        script.send_signal(number)
        assert script.wait(timeout=10) == 130
    wait_for(lambda: not any(map(runs, pids(children))))


def pids(file: Path) -> list[str]:
    return file.read_text(encoding="ascii").split() if file.exists() else []


def runs(pid: str) -> bool:
    """Whether a process is there and has not ended."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return status.rpartition(") ")[2][0] != "Z"


def wait_for(happened: Callable[[], bool], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.05)
