"""How Spanish forms words: verbs with their pronouns, whose accents follow rules, and diminutives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Has = Callable[[str], bool]

_PLAIN = str.maketrans("áéíóú", "aeiou")
_ONE = re.compile("(.{2,}?)(?:me|te|se|nos|os|l[aeo]s?)")
_TWO = re.compile("(.{2,}?)(?:me|te|se|nos|os)(?:l[aeo]s?|me|nos)")
_ONE_SYLLABLE = frozenset("da de den di haz pon sal sé ten ve ven".split())
_OF_VOS = re.compile("(.+)([áéí])s")
_DIMINUTIVE = re.compile("(.{2,}?)(?:e?c)?it([oa])s?")


def known(word: str, has: Has) -> bool:
    """Whether `word` (in small letters) is a word, a verb with pronouns or as with vos, or a diminutive."""
    return (
        has(word)
        or any(_joined(*found, has) for found in _verbs(word))
        or _of_vos(word, has)
        or _diminutive(word, has)
    )


def _verbs(word: str) -> Iterator[tuple[str, int]]:
    """What may be the verb before one pronoun, and before two."""
    for pattern, pronouns in ((_ONE, 1), (_TWO, 2)):
        if match := pattern.fullmatch(word):
            yield match[1], pronouns


def _joined(verb: str, pronouns: int, has: Has) -> bool:
    """Whether a verb is spelt as before so many pronouns: the stress stays, so most need an accent then."""
    plain = verb.translate(_PLAIN)
    accented = plain != verb
    if plain.endswith(("ar", "er", "ir")):
        return has(verb) if accented and has(verb) else has(plain) and accented == (pronouns == 2)
    if plain.endswith(("ando", "endo")):
        return accented and has(plain)
    if verb in _ONE_SYLLABLE:
        return pronouns == 1
    if accented:
        return has(plain) or has(verb) or (plain.endswith("mo") and has(plain + "s"))
    return pronouns == 1 and verb.endswith(("a", "e", "i")) and has(verb + "r")  # as with vos: contame


def _of_vos(word: str, has: Has) -> bool:
    match = _OF_VOS.fullmatch(word)
    return match is not None and has(match[1] + match[2].translate(_PLAIN) + "r")


def _diminutive(word: str, has: Has) -> bool:
    match = _DIMINUTIVE.fullmatch(word)
    return match is not None and any(has(match[1] + end) for end in ("", "e", "a", "o"))
