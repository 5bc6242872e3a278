"""Questions with a default and a check of the answer, answered by a person, by options, or by `--yes`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import typer

from bot.core.errors import BadRequest

T = TypeVar("T")
Prompt = Callable[[str, str], str]
"""Shows a question with its default and gives what was typed, the default where that was nothing."""


class Questions:
    """Puts questions; each gives what its `read` makes of the answer.

    `prompt` asks a person; None: nobody is there to ask. `defaults`: take the default of whatever is not
    given. `tell` prints why an answer does not do.
    """

    def __init__(self, prompt: Prompt | None, defaults: bool, tell: Callable[[str], None] = print) -> None:
        self._prompt = prompt
        self._defaults = defaults
        self._tell = tell

    def ask(self, what: str, option: str, given: str | None, default: str, read: Callable[[str], T]) -> T:
        """The answer to one question; `read` raises BadRequest for one that does not do.

        Raises BadRequest that names the option for a bad `given`, or where nobody answers.
        """
        if given is None and not self._defaults and self._prompt:
            return self._until_it_holds(self._prompt, what, default, read)
        if given is None and not self._defaults:
            raise BadRequest(f"{option} is missing: give it, or --yes for what is proposed ({default})")
        try:
            return read(default if given is None else given)
        except BadRequest as error:
            raise BadRequest(f"{option}: {error}") from None

    def _until_it_holds(self, prompt: Prompt, what: str, default: str, read: Callable[[str], T]) -> T:
        while True:
            try:
                return read(prompt(what, default).strip())
            except BadRequest as error:
                self._tell(str(error))


def in_terminal(defaults: bool) -> Questions:
    """Questions to whoever sits at the terminal."""
    return Questions(_type if sys.stdin.isatty() else None, defaults)


def text(answer: str) -> str:
    """An answer of words; raises BadRequest for an empty one."""
    if not answer.strip():
        raise BadRequest("an answer is needed")
    return answer.strip()


def yes_or_no(answer: str) -> bool:
    """`y`, `yes`, `n`, `no`; raises BadRequest for anything else."""
    if answer.lower() not in ("y", "yes", "n", "no"):
        raise BadRequest(f"{answer} is neither yes nor no")
    return answer.lower() in ("y", "yes")


def one_of(known: Sequence[str]) -> Callable[[str], str]:
    """Reads one of the ids in `known`, or its number in that list, from 1."""

    def read(answer: str) -> str:
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(known):
            return known[int(answer) - 1]
        if answer not in known:
            raise BadRequest(f"{answer or 'nothing'} is none of {', '.join(known)}")
        return answer

    return read


def some_of(known: Sequence[str], least: int = 0) -> Callable[[str], list[str]]:
    """Reads ids or numbers, in any order, with commas or spaces between them, each once."""
    read_one = one_of(known)

    def read(answer: str) -> list[str]:
        chosen = list(dict.fromkeys(read_one(word) for word in answer.replace(",", " ").split()))
        if len(chosen) < least:
            raise BadRequest(f"choose {least} at least, of {', '.join(known)}")
        return chosen

    return read


def _type(what: str, default: str) -> str:
    return str(typer.prompt(what, default=default))
