"""`silkdesk run`: starts web, bot and action server, and ends them together."""

from __future__ import annotations

import sys

import typer

from bot.core.errors import BadFile, NotReady
from bot.settings import ROOT, Settings, require_writable, settings


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(name="run")(run)


def run() -> None:
    """Start everything, and print the address once web, bot and action server answer. Ctrl-C ends all.

    Example: SILKDESK_PORT=8080 silkdesk run
    """
    from bot.cli.supervisor import Supervisor, last_lines, parse_procfile, require_ports
    from bot.store.migrate import migrate

    chosen = settings()
    require_writable(chosen.var)
    require_ready(chosen)
    require_ports(
        {
            "SILKDESK_PORT": (chosen.host, chosen.port),
            "SILKDESK_RASA_PORT": ("127.0.0.1", chosen.rasa_port),
            "SILKDESK_ACTIONS_PORT": ("127.0.0.1", chosen.actions_port),
        }
    )
    migrate(chosen.database)
    log = chosen.var / "log" / "silkdesk.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    page = address(chosen.host, chosen.port)
    health = {
        "web": f"{page}health",
        "bot": f"{chosen.rasa_url}/webhooks/silkdesk/health",
        "actions": f"{chosen.actions_url}/health",
    }
    commands = parse_procfile((ROOT / "Procfile").read_text(encoding="utf-8"))
    with log.open("ab", buffering=0) as output:
        supervisor = Supervisor(commands, health, environment(chosen), ROOT, output, say)
        try:
            supervisor.run(f"Silkdesk: {page}")
        except NotReady as error:
            print(last_lines(log), file=sys.stderr)
            raise NotReady(f"{error}; the whole log is {log}") from None


def require_ready(chosen: Settings) -> None:
    """Raises NotReady where model or encoder are missing, BadFile with everything wrong in people's files."""
    from bot.content.everything import all_problems
    from bot.encoder import folder

    model = chosen.models / "silkdesk.tar.gz"
    if not model.is_file():
        raise NotReady(f"the bot is not trained ({model} is missing): run `make train`")
    folder.current(chosen.var)
    if problems := all_problems(ROOT):
        raise BadFile(problems)


def address(host: str, port: int) -> str:
    """Where a browser finds the pages; IPv6 has colons of its own, so it stands in brackets."""
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def environment(chosen: Settings) -> dict[str, str]:
    """What the processes need to know, by environment variable; the secrets stay off the command line."""
    return {
        "SILKDESK_VAR": str(chosen.var),
        "SILKDESK_MODELS": str(chosen.models),
        "SILKDESK_PORT": str(chosen.port),
        "SILKDESK_RASA_PORT": str(chosen.rasa_port),
        "SILKDESK_ACTIONS_PORT": str(chosen.actions_port),
        "SILKDESK_ACTIONS_URL": chosen.actions_url,
        "SILKDESK_SECRET": chosen.shared_secret(),
    }


def say(line: str) -> None:
    """One line for the user, at once."""
    print(line, flush=True)
