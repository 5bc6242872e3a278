"""What is known of an article: its sections in both languages, what to say, and the taught questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from bot.core.article import Article
from bot.encoder.runtime import PASSAGE, QUERY, Vectors
from bot.retrieval.tokens import tokens

Kind = Literal["question", "section", "phrase"]
Encode = Callable[[Sequence[str], str], Vectors]
Places = NDArray[np.intp]


@dataclass(frozen=True)
class Passage:
    """A piece of text that leads to a topic. `place` counts those of its kind, topic and language from 0."""

    topic: str
    language: str
    kind: Kind
    place: int
    text: str


def passages_of(articles: Sequence[Article]) -> list[Passage]:
    """All passages, those of a topic together. A section carries the title, which says what it is about."""
    found = []
    for article in articles:
        texts: dict[tuple[Kind, str], list[str]] = {}
        for written_in, sections in article.sections.items():
            title = article.title[written_in]
            texts["section", written_in] = [f"{title}. {part.heading}: {part.text}" for part in sections]
        for phrase in article.phrases:
            for spoken_in, text in phrase.texts.items():
                texts.setdefault(("phrase", spoken_in), []).append(text)
        for asked_in, questions in article.questions.items():
            texts["question", asked_in] = list(questions)
        found += [
            Passage(article.topic, language, kind, place, text)
            for (kind, language), parts in texts.items()
            for place, text in enumerate(parts)
        ]
    return found


@dataclass(frozen=True)
class Rows:
    """Passages with the vector (one a row) and the words of each."""

    passages: tuple[Passage, ...]
    vectors: Vectors
    words: tuple[list[str], ...]

    @staticmethod
    def read(articles: Sequence[Article], encode: Encode) -> Rows:
        """The passages of `articles`; `encode` turns texts and their prefix into vectors of unit length."""
        passages = passages_of(articles)
        prefixes = np.array([QUERY if passage.kind == "question" else PASSAGE for passage in passages])
        made: dict[int, NDArray[np.float32]] = {}
        for prefix in (QUERY, PASSAGE):
            places = np.flatnonzero(prefixes == prefix)
            vectors = encode([in_small_letters(passages[i].text) for i in places], prefix)
            made.update(zip(places.tolist(), vectors, strict=True))
        return Rows(
            tuple(passages),
            np.stack([made[i] for i in range(len(passages))]),
            tuple(tokens(passage.text, passage.language) for passage in passages),
        )

    def only(self, kept: NDArray[np.bool_]) -> Rows:
        """The rows that are `kept`."""
        places = np.flatnonzero(kept)
        return Rows(
            tuple(self.passages[i] for i in places),
            self.vectors[places],
            tuple(self.words[i] for i in places),
        )

    @cached_property
    def kinds(self) -> NDArray[np.str_]:
        """The kind of each row."""
        return np.array([passage.kind for passage in self.passages])

    def topics(self, order: Sequence[str]) -> Places:
        """The place of each row's topic in `order`."""
        places = {topic: i for i, topic in enumerate(order)}
        return np.array([places[passage.topic] for passage in self.passages], np.intp)


def in_small_letters(text: str) -> str:
    """The text as the encoder reads it: it would else tell `Telegram` from `telegram`."""
    return text.strip().lower()
