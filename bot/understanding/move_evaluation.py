"""How well the moves of buyers are heard that were not taught."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.heard import JsonDict
from bot.understanding.buyer_moves import WISH, BuyerEars
from bot.understanding.evaluation import Labelled, share

Told = Sequence[tuple[set[str], set[str]]]
"""The moves heard and the true moves of each turn."""


def measure_moves(ears: BuyerEars, turns: Sequence[Labelled], language: str) -> JsonDict:
    """F1, precision and recall over the sets of moves, also by move, and how fairly wishes are heard.

    `wish_recall`: share of turns with a forbidden wish of which a right one was heard; `false_alarms`: share
    of the others in which any was.
    """
    told = [({move.move for move in ears.hear(text, language)}, set(moves)) for text, moves in turns]
    wishing = [(heard, true) for heard, true in told if _wishes(true)]
    alarms = sum(bool(_wishes(heard)) for heard, true in told if not _wishes(true))
    return {
        "texts": len(told),
        **_figures(told),
        "wish_recall": share(sum(bool(_wishes(heard & true)) for heard, true in wishing), len(wishing)),
        "false_alarms": share(alarms, len(told) - len(wishing)),
        "moves": {move: _of_move(told, move) for move in sorted(set().union(*(true for _, true in told)))},
    }


def _figures(told: Told) -> JsonDict:
    right = sum(len(heard & true) for heard, true in told)
    said, all_true = sum(len(heard) for heard, _ in told), sum(len(true) for _, true in told)
    return {
        "micro_f1": share(2 * right, said + all_true),
        "precision": share(right, said),
        "recall": share(right, all_true),
    }


def _of_move(told: Told, move: str) -> JsonDict:
    """The figures of one move, and in how many turns it was made."""
    own = [(heard & {move}, true & {move}) for heard, true in told]
    return {"texts": sum(bool(true) for _, true in own), **_figures(own)}


def _wishes(moves: set[str]) -> set[str]:
    return {move for move in moves if move.startswith(WISH)}
