"""How fast things go in a practice."""

from __future__ import annotations

from dataclasses import dataclass

SILENCES = 2
"""How often the buyer speaks up by itself before it just waits."""
FIRST_RETRY = 1.0
LONGEST_RETRY = 30.0


@dataclass(frozen=True)
class Pace:
    """All in seconds, but for `office`: seconds of the office clock that one lasts where letters are written.

    `pause`: without typing for so long, the trainee's messages are one turn; `limit`: at the latest so
    long after the first of them. `silence`: unanswered for so long, the buyer speaks up. `thinking` and
    `per_character` make the time the buyer seems to type, `longest` at most; `typing` times all three.
    """

    pause: float = 2.5
    limit: float = 8.0
    silence: float = 180.0
    thinking: float = 0.8
    per_character: float = 0.02
    longest: float = 5.0
    typing: float = 1.0
    office: float = 60.0

    def time_to_type(self, text: str) -> float:
        """How long the buyer seems to type `text`."""
        return self.typing * min(self.thinking + self.per_character * len(text), self.longest)


def retry_delay(failures: int) -> float:
    """Seconds to wait after so many failures in a row: 1, 2, 4, … up to 30."""
    return float(min(FIRST_RETRY * 2 ** min(failures - 1, 10), LONGEST_RETRY))
