"""Hears a message: acts, language, findings, form of address, surface."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np

from bot.core.errors import NotReady
from bot.core.heard import Heard, HeardAct
from bot.spelling.speller import Speller
from bot.understanding.address import address
from bot.understanding.findings import findings
from bot.understanding.head import Floats, Head
from bot.understanding.intent import OUT_OF_SCOPE, intent_of
from bot.understanding.language import detect
from bot.understanding.polarity import certain_acts, innocent_reading
from bot.understanding.segments import Segment, segments
from bot.understanding.surface import surface

OVERRULED = ("decline_off_platform", "violate_off_platform_contact", "out_of_scope")
"""Readings that give way where the form tells where the talk goes on."""

CONTEXT = 0.5
"""How much the whole sentence counts beside the clause."""
LIKELY = 0.1
"""Confidence from which the likeliest act of a message is heard though it is not over its threshold."""

REMEMBERED = 4096
"""Segments whose vectors are kept in memory; greetings and thanks come again and again."""


class Encodes(Protocol):
    """What understanding needs of an encoder."""

    digest: str

    def encode(self, texts: Sequence[str]) -> Floats:
        """One vector of unit length a text."""


class Understander:
    """Hears with one encoder, one trained head and one speller."""

    def __init__(self, encoder: Encodes, head: Head, speller: Speller) -> None:
        """Raises NotReady where the head was trained on another encoder's vectors."""
        if head.encoder != encoder.digest:
            raise NotReady("the model was trained with another encoder; run `make train`")
        self._encoder = encoder
        self._head = head
        self._speller = speller
        self._known: OrderedDict[str, Floats] = OrderedDict()

    @property
    def weights(self) -> str:
        """Checksum of the trained weights and of the words that spelling knows."""
        return f"{self._head.digest}-{self._speller.digest}"

    @property
    def groups(self) -> Mapping[str, str]:
        """Act id to its group."""
        return self._head.group_of

    def intent(self, heard: Heard) -> str:
        """The one intent of what was heard."""
        return intent_of(heard, self.groups)

    def hear(self, text: str, language: str | None = None) -> Heard:
        """What `text` says. `language` helps where the text alone does not show its language."""
        return self.hear_many([text], [language])[0]

    def hear_many(self, texts: Sequence[str], languages: Sequence[str | None] | None = None) -> list[Heard]:
        """As `hear` for each text, with one call of the encoder for all."""
        hints = languages or [None] * len(texts)
        parts = [segments(text) for text in texts]
        found = [detect(text) for text in texts]
        spoken = [language or hint for (language, _), hint in zip(found, hints, strict=True)]
        acts = self._acts(parts, spoken)
        return [
            Heard(
                text,
                language,
                sure,
                heard,
                findings(text),
                address(text, speech),
                surface(text, speech, self._speller),
            )
            for text, (language, sure), speech, heard in zip(texts, found, spoken, acts, strict=True)
        ]

    def _acts(
        self, parts: Sequence[Sequence[Segment]], languages: Sequence[str | None]
    ) -> list[tuple[HeardAct, ...]]:
        flat = [segment for message in parts for segment in message]
        if not flat:
            return [() for _ in parts]
        spoken = [lang for message, lang in zip(parts, languages, strict=True) for _ in message]
        clauses = [(s.text, language) for s, language in zip(flat, spoken, strict=True)]
        sentences = [(s.sentence, language) for s, language in zip(flat, spoken, strict=True)]
        row = {said: i for i, said in enumerate(dict.fromkeys([*clauses, *sentences]))}
        told = self._scores([text for text, _ in row], [language for _, language in row])
        whole = told[[row[said] for said in sentences]]
        scores = (1 - CONTEXT) * told[[row[said] for said in clauses]] + CONTEXT * whole
        sure = 1 / (1 + np.exp(-scores))
        heard, at = [], 0
        for message in parts:
            heard.append(self._heard(message, sure[at : at + len(message)]))
            at += len(message)
        return heard

    def _scores(self, texts: Sequence[str], languages: Sequence[str | None]) -> Floats:
        return self._head.scores(texts, self.vectors(texts), languages)

    def _heard(self, message: Sequence[Segment], sure: Floats) -> tuple[HeardAct, ...]:
        """The acts over their thresholds, by place; out_of_scope only where nothing else is heard."""
        acts = [
            act
            for segment, confidences in zip(message, sure, strict=True)
            for act in self._in_segment(segment, confidences)
        ] or self._likeliest(message, sure)
        said = [a for a in acts if a.act != OUT_OF_SCOPE]
        return tuple(said or acts[:1])

    def _in_segment(self, segment: Segment, confidences: Floats) -> list[HeardAct]:
        """What was learned and what is certain by form, each act once."""
        found = {
            innocent_reading(self._head.acts[i], segment.text): float(confidences[i])
            for i in reversed(self._over_threshold(confidences))
        }
        certain = certain_acts(segment.text)
        if certain:
            found = {act: sure for act, sure in found.items() if act not in OVERRULED} | dict.fromkeys(
                certain, 1.0
            )
        ranked = sorted(found.items(), key=lambda item: -item[1])
        return [HeardAct(act, confidence, segment.start, segment.end) for act, confidence in ranked]

    def _likeliest(self, message: Sequence[Segment], sure: Floats) -> list[HeardAct]:
        """The one act that a message most likely does, where none is over its threshold. Accuses never."""
        innocent = np.where([group != "violate" for group in self._head.groups], sure, 0.0)
        row, column = np.unravel_index(int(innocent.argmax()), innocent.shape)
        confidence, segment = float(innocent[row, column]), message[int(row)]
        if confidence < LIKELY:
            return []
        act = innocent_reading(self._head.acts[int(column)], segment.text)
        return [HeardAct(act, confidence, segment.start, segment.end)]

    def _over_threshold(self, confidences: Floats) -> list[int]:
        """The acts of a segment, the surest first. It accuses only where no other act is surer."""
        over = np.flatnonzero(confidences >= self._head.thresholds)
        ranked = sorted(map(int, over), key=lambda i: -confidences[i])
        return [i for i in ranked if i == ranked[0] or self._head.groups[i] != "violate"]

    def act_scores(self, texts: Sequence[str], act: str, language: str | None) -> Floats:
        """How much speaks for one act in each text, as log odds."""
        scores: Floats = self._scores(texts, [language] * len(texts))[:, self._head.acts.index(act)]
        return scores

    def vectors(self, texts: Sequence[str]) -> Floats:
        """A row of unit length for each text; those of the last texts are remembered."""
        new = [t for t in dict.fromkeys(texts) if t not in self._known]
        if new:
            self._known.update(zip(new, self._encoder.encode(new), strict=True))
        vectors = np.stack([self._known[t] for t in texts])
        for text in texts:
            self._known.move_to_end(text)
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return vectors
