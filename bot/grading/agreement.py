"""How far the grader and teachers agree: Cohen's kappa over the verdicts yes, no and na."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.heard import JsonDict
from bot.core.review import Review
from bot.core.words import Verdict

FEWEST = 10
"""Below so many pairs a kappa says more about chance than about the grader."""

Pair = tuple[Verdict, Verdict]


@dataclass(frozen=True)
class Agreement:
    """`n` pairs of verdicts, `agreed` of them alike; `kappa` is None for the `reason`."""

    n: int
    agreed: int
    kappa: float | None
    reason: str | None = None

    def to_json(self) -> JsonDict:
        """As `silkdesk evaluate` prints it."""
        return dict(vars(self))


def agreement(pairs: Iterable[Pair]) -> Agreement:
    """Cohen's kappa: (observed − expected by chance) / (1 − expected by chance), to four places.

    Source: J. Cohen, A coefficient of agreement for nominal scales, 1960.
    """
    counted = Counter(pairs)
    n = counted.total()
    agreed = sum(count for (given, taught), count in counted.items() if given == taught)
    if n < FEWEST:
        return Agreement(n, agreed, None, f"fewer than {FEWEST} reviews")
    grader, teacher = Counter[Verdict](), Counter[Verdict]()
    for (given, taught), count in counted.items():
        grader[given] += count
        teacher[taught] += count
    chance = sum(grader[verdict] * teacher[verdict] for verdict in grader)
    if chance == n * n:
        return Agreement(n, agreed, None, "all verdicts are alike, so that chance alone would agree")
    return Agreement(n, agreed, round((agreed * n - chance) / (n * n - chance), 4))


def by_check(reviews: Iterable[Review]) -> tuple[Agreement, dict[str, Agreement]]:
    """The agreement over all reviews, and that on each check that was reviewed, by its id."""
    pairs: dict[str, list[Pair]] = defaultdict(list)
    for review in reviews:
        pairs[review.check].append((review.given, review.verdict))
    whole = agreement(pair for found in pairs.values() for pair in found)
    return whole, {check: agreement(pairs[check]) for check in sorted(pairs)}
