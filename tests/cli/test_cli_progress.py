"""Long work says on a terminal how far it has come, and nowhere else."""

from __future__ import annotations

import io
from itertools import count

from bot.cli.progress import line, with_progress


class Terminal(io.StringIO):
    """A terminal that keeps what it was told."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_once_work_is_long() -> None:
    out, clock = Terminal(), count()
    assert list(with_progress("abcdef", lambda: 0.5, out, lambda: float(next(clock)))) == list("abcdef")
    assert "2 graded, 1.0 a second" in out.getvalue()
    assert "1 graded" not in out.getvalue()
    assert out.getvalue().endswith("\r\033[K")


def test_short_work_and_files_are_told_nothing() -> None:
    short = Terminal()
    assert list(with_progress("ab", lambda: None, short, lambda: 0.0)) == ["a", "b"]
    file, clock = io.StringIO(), count()
    assert list(with_progress("abcdef", lambda: 0.5, file, lambda: float(next(clock)))) == list("abcdef")
    assert short.getvalue() == file.getvalue() == ""


def test_what_is_left_is_told_where_the_end_is_known() -> None:
    assert line(30, 10.0, None) == "30 graded, 3.0 a second"
    assert line(30, 10.0, 0.25) == f"[{'#' * 6}{'.' * 18}]  25%  30 graded, 3.0 a second, 0:30 left"
    assert line(30, 100.0, 0.5).endswith("1:40 left")
