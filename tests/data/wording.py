"""How worn and how alike sentences are, for tests of what is taught."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

SHORT = 4
"""Words below which two sentences may differ by one word alone."""

Trigram = tuple[str, str, str]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower().replace("ё", "е"))


def trigrams(text: str) -> list[Trigram]:
    said = words(text)
    return list(zip(said, said[1:], said[2:], strict=False))


def commonest_opening(texts: Iterable[str]) -> tuple[tuple[str, ...], float]:
    """The most frequent first three words, and the share of texts that begin so."""
    openings = [tuple(words(text)[:3]) for text in texts]
    opening, count = Counter(openings).most_common(1)[0]
    return opening, count / len(openings)


def alike_but_for_a_word(sentences: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[tuple[str, str]]:
    """Pairs of sentences with the same labels that differ by one word alone. Each sentence: text, labels."""
    seen: dict[tuple[int, tuple[str, ...]], tuple[str, tuple[str, ...]]] = {}
    for sentence in sentences:
        said = words(sentence[0])
        for i in range(len(said) if len(said) >= SHORT else 0):
            other = seen.setdefault((i, (*said[:i], "", *said[i + 1 :])), sentence)
            if other is not sentence and other[1] == sentence[1]:
                yield other[0], sentence[0]
                break


def shares_trigrams(tests: Iterable[str], taught: Sequence[str], most: float) -> list[tuple[str, str]]:
    """Test sentences with more than `most` of their trigrams in one taught sentence, which stands beside."""
    where: defaultdict[Trigram, set[int]] = defaultdict(set)
    for i, text in enumerate(taught):
        for trigram in trigrams(text):
            where[trigram].add(i)
    shared = []
    for text in tests:
        own = set(trigrams(text))
        counts = Counter(i for trigram in own for i in where[trigram])
        if counts and counts.most_common(1)[0][1] > most * len(own):
            shared.append((text, taught[counts.most_common(1)[0][0]]))
    return shared
