"""The scenarios as their files stand now: a change is used without a restart, a broken one is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Lock, Thread
from time import monotonic

from bot.buyer.scenario import Scenario
from bot.content.scenarios import Shelf, fingerprint, load_scenarios
from bot.core.errors import BadFile, Problem
from bot.log import logger

EVERY = 1.0
"""Seconds for which nobody looks at the files again; a look takes some milliseconds."""

Run = Callable[[Callable[[], None]], None]
_log = logger("scenarios")


def in_background(work: Callable[[], None]) -> None:
    """Reads in a thread of its own, as reading takes seconds that no practice should wait."""
    Thread(target=work, daemon=True).start()


class LiveScenarios(Mapping[str, Scenario]):
    """The scenarios of `root` by id. Whoever asks has the files looked at, once in `EVERY` seconds at most.

    A scenario whose files are broken, or whose needs are, stays as it was when it was last sound; `problems`
    says what is wrong. One whose folder is gone goes. Raises BadFile if anything is wrong at the start.
    """

    def __init__(self, root: Path, clock: Callable[[], float] = monotonic, run: Run = in_background) -> None:
        self.problems: Sequence[Problem] = ()
        self._root = root
        self._clock = clock
        self._run = run
        self._reading = Lock()
        self._files = fingerprint(root)
        self._looked = clock()
        shelf = load_scenarios(root)
        if shelf.problems:
            raise BadFile(shelf.problems)
        self._sound: Mapping[str, Scenario] = shelf.scenarios

    def __getitem__(self, id: str) -> Scenario:
        return self._now()[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._now())

    def __len__(self) -> int:
        return len(self._now())

    def _now(self) -> Mapping[str, Scenario]:
        if self._clock() - self._looked >= EVERY:
            self._looked = self._clock()
            if fingerprint(self._root) != self._files and self._reading.acquire(blocking=False):
                self._run(self._read)
        return self._sound

    def _read(self) -> None:
        try:
            files = fingerprint(self._root)
            self._take(load_scenarios(self._root))
            self._files = files
        except Exception:
            _log.exception("scenarios.unreadable")
        finally:
            self._reading.release()

    def _take(self, shelf: Shelf) -> None:
        kept = {
            id: scenario
            for id, scenario in self._sound.items()
            if id not in shelf.scenarios and (self._root / "scenarios" / id).is_dir()
        }
        self._sound, self.problems = {**kept, **shelf.scenarios}, tuple(shelf.problems)
        for problem in self.problems:
            _log.warning("scenarios.broken", problem=str(problem))
        _log.info("scenarios.read", scenarios=len(self._sound), as_before=sorted(kept))
