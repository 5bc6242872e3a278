"""The `silkdesk` command: parses, calls, and turns errors into one line and an exit status."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import NoReturn

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError

from bot.core.errors import SilkdeskError

COMMANDS = ("run", "scenario", "understand", "grade", "review", "knowledge", "rubric", "encoder", "evaluate")
"""Modules of `bot.cli` whose `register(app)` adds their commands."""


def build() -> typer.Typer:
    """The whole command line."""
    app = typer.Typer(
        name="silkdesk",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_root)
    for name in COMMANDS:
        import_module(f"bot.cli.{name}").register(app)
    return app


def _root() -> None:
    """Practise customer service with an overseas buyer, and see it graded."""


def main() -> None:
    """Runs the command; exit status 2 and one line on standard error for what a user can mend."""
    try:
        status = build()(standalone_mode=False)
    except SilkdeskError as error:
        _fail(str(error), 2)
    except NoArgsIsHelpError as error:
        print(error.format_message())
        raise SystemExit(2) from None
    except ClickException as error:
        _fail(error.format_message(), 2)
    except (KeyboardInterrupt, typer.Abort):
        raise SystemExit(130) from None
    raise SystemExit(status if isinstance(status, int) else 0)


def _fail(message: str, status: int) -> NoReturn:
    print(f"silkdesk: {message}", file=sys.stderr)
    raise SystemExit(status)
