"""`rasa shell` plays a scenario too, against the running action server."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime, timedelta

import pytest

from bot.bootstrap import scenario
from bot.buyer.fill import spell_date
from bot.settings import ROOT, settings
from tests.house.running import House

pytestmark = pytest.mark.slow


def test_rasa_shell_plays_the_first_scenario(house: House) -> None:
    arguments = ["--model", str(settings().models / "silkdesk.tar.gz"), "--endpoints", "endpoints.yml"]
    shell = subprocess.run(
        [str(ROOT / "scripts/rasa.sh"), "shell", *arguments, "--credentials", "credentials.yml"],
        cwd=ROOT,
        env={
            **os.environ,
            "SILKDESK_ACTIONS_URL": f"http://127.0.0.1:{house.ports['SILKDESK_ACTIONS_PORT']}",
            "SILKDESK_SECRET": (house.var / "secret").read_text(encoding="ascii").strip(),
        },
        input="Guten Tag\nIhr Paket liegt noch im Verteilzentrum, der letzte Scan war gestern.\n/stop\n",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "LT-48213076" in shell.stdout or "Bagger" in shell.stdout, shell.stdout + shell.stderr[-2000:]
    birthday = datetime.now(UTC).date() + timedelta(scenario("late-parcel").order.dates["birthday"])
    assert spell_date(birthday, "de") in " ".join(shell.stdout.split())
