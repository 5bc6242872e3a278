"""What of understanding got better or worse since the last `silkdesk evaluate`."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.heard import JsonDict

BETTER_IF_LESS = ("accused_clean", "false_alarms")
NOTICED = 0.005
"""Smaller changes are chance: one sentence of two hundred."""
NO_FIGURES = ("groups", "confusions", "texts")
CONFUSED = "sentences"
"""The part whose confusions are compared, as each of its texts has one act."""


def lines(before: JsonDict | None, after: JsonDict) -> Iterator[str]:
    """What changed, for people: figures, then acts confused more or less often; nothing without `before`."""
    if before is None:
        return
    yield "since the last time"
    told = [*_figures(before, after), *_confusions(before, after)]
    yield from told or ["  nothing worth telling"]


def _figures(before: JsonDict, after: JsonDict) -> Iterator[str]:
    for language, parts in after.items():
        for part, found in parts.items():
            old = before.get(language, {}).get(part, {})
            for name in (name for name in found if name not in NO_FIGURES):
                was, now = old.get(name), found[name]
                if was is not None and now is not None and abs(now - was) >= NOTICED:
                    mark = _mark((now < was) == (name in BETTER_IF_LESS))
                    yield f"  {mark:8}{language} {part} {name}: {was:.3f} → {now:.3f}"


def _confusions(before: JsonDict, after: JsonDict) -> Iterator[str]:
    for language in after:
        was, now = _counts(before, language), _counts(after, language)
        for wanted, got in sorted({*was, *now}):
            more = now.get((wanted, got), 0) - was.get((wanted, got), 0)
            if more:
                yield f"  {_mark(more < 0):8}{language} {wanted} heard as {got}: {more:+}"


def _mark(better: bool) -> str:
    return "better" if better else "WORSE"


def _counts(found: JsonDict, language: str) -> dict[tuple[str, str], int]:
    told = found.get(language, {}).get(CONFUSED, {}).get("confusions", [])
    return {(wanted, got): count for wanted, got, count in told}
