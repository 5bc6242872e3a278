"""How German forms and spells words: compounds, umlauts written out, ss for ß."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, product

Has = Callable[[str], bool]

READINGS = 16
"""Ways to read the digraphs of one word that are tried at most."""
PARTS = 3
"""Parts of a compound at most."""
SHORTEST = 4

_SHORT = frozenset(
    "abo akku art bad box eis fuß hof hut maß neu alt ort öl rad set tag tee tor tür typ uhr weg zug".split()
)
"""Shorter parts of compounds; any other short one would let too many slips pass."""
_PARTICLES = frozenset("ab an aus ein um vor zu bei mit her hin los nach".split())
_TAKES_S = re.compile("(?:ung|heit|keit|schaft|tion|tät|ling)$")
"""Nouns that join with an s, always."""
_CONFUSED = re.compile("^(?:zu)?ruck|wieder(?:ruf|spr)")
"""Looks like a compound, but is zurück, Rück-, Widerruf or Widerspruch."""
_DIGRAPH = re.compile("(ae|oe|ue|ss)")
_LETTER = {"ae": "ä", "oe": "ö", "ue": "ü", "ss": "ß"}


def known(word: str, has: Has, noun: Has) -> bool:
    """Whether `word` (in small letters) is a word or a compound; `has` knows words, `noun` nouns.

    fuer and gross pass as well: not every keyboard has an ü, and Switzerland has no ß.
    """
    return any(has(w) or _compound(w, has, noun, PARTS) for w in islice(_readings(word), READINGS))


def _readings(word: str) -> Iterator[str]:
    pieces = _DIGRAPH.split(word)
    return (
        "".join(chosen) for chosen in product(*((p, _LETTER[p]) if p in _LETTER else (p,) for p in pieces))
    )


def _compound(word: str, has: Has, noun: Has, parts: int) -> bool:
    return not _CONFUSED.search(word) and any(
        _modifier(word[:i], has, noun) and _head(word[i:], has, noun, parts - 1)
        for i in range(2, len(word) - 1)
    )


def _head(part: str, has: Has, noun: Has, parts: int) -> bool:
    if part in _SHORT:
        return True
    if len(part) < SHORTEST:
        return False
    if noun(part) or (len(part) > SHORTEST and has(part)):
        return True
    return parts > 1 and _compound(part, has, noun, parts)


def _modifier(part: str, has: Has, noun: Has) -> bool:
    """Whether `part` may stand first: a noun, with its joint, a particle, or the stem of a verb."""
    if part in _SHORT or part in _PARTICLES:
        return True
    if len(part) < SHORTEST or _TAKES_S.search(part):
        return False
    if has(part) or noun(part + "e") or (part.endswith("s") and noun(part[:-1])):
        return True
    return has(part + "en") or (part.endswith(("er", "el")) and has(part + "n"))
