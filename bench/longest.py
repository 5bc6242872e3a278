"""How much longer the longest messages of a chat take to understand than an ordinary one, in the same run."""

from __future__ import annotations

import time
from itertools import product

from bot import bootstrap
from bot.content.nlu import load_messages
from bot.settings import ROOT

LONGEST = 2000
"""Characters that a chat allows."""
TRIES = 3


def texts() -> dict[str, str]:
    """An ordinary message of three sentences, and the longest by kind.

    In the adversary's all sentences are short, and none is like another.
    """
    ordinary, *others = [text for text, _ in load_messages(ROOT / "tests/understanding/messages.de.yml")]
    words = map("".join, product("aeiou", "bdfklm", "aeiou", "nrst"))
    return {
        "ordinary": ordinary,
        "long": " ".join(others)[:LONGEST],
        "emoji": "🙂" * 1000,
        "adversarial": " ".join(f"{word}!" for word in words)[:LONGEST],
    }


def seconds(text: str) -> float:
    """The least processor time in which one who remembers no vectors understands `text`."""
    tries = []
    for _ in range(TRIES):
        bootstrap.understander.cache_clear()
        understander = bootstrap.understander()
        started = time.process_time()
        understander.hear(text, "de")
        tries.append(time.process_time() - started)
    return min(tries)


def main() -> None:
    """Prints the ratios."""
    took = {kind: seconds(text) for kind, text in texts().items()}
    ordinary = took.pop("ordinary")
    ratios = ", ".join(f"{kind} {long / ordinary:.1f}" for kind, long in took.items())
    print(f"longest: times an ordinary message of three sentences ({ordinary * 1000:.0f} ms): {ratios}")


if __name__ == "__main__":
    main()
