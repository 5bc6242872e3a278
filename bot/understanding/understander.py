"""Hears a message: acts, language, findings, form of address, surface."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np

from bot.core.errors import NotReady
from bot.core.heard import Heard, HeardAct
from bot.understanding.address import address
from bot.understanding.evidence import Evidence, Passage, Spoken, gather, passages
from bot.understanding.findings import findings
from bot.understanding.head import Floats, Head
from bot.understanding.intent import OUT_OF_SCOPE, intent_of
from bot.understanding.language import detect
from bot.understanding.polarity import certain_acts, innocent_reading
from bot.understanding.surface import surface

OVERRULED = ("decline_off_platform", "violate_off_platform_contact", "out_of_scope")
"""Readings that give way where the form tells where the talk goes on."""

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
    """Hears with one encoder and one trained head."""

    def __init__(self, encoder: Encodes, head: Head) -> None:
        """Raises NotReady where the head was trained on another encoder's vectors."""
        if head.encoder != encoder.digest:
            raise NotReady("the model was trained with another encoder; run `make train`")
        self._encoder = encoder
        self._head = head
        self._known: OrderedDict[str, Floats] = OrderedDict()

    @property
    def weights(self) -> str:
        """Checksum of the trained weights."""
        return self._head.digest

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
        found = [detect(text) for text in texts]
        spoken = [language or hint for (language, _), hint in zip(found, hints, strict=True)]
        acts = self._acts([passages(text, speech) for text, speech in zip(texts, spoken, strict=True)])
        return [
            Heard(text, language, sure, heard, findings(text), address(text, speech), surface(text))
            for text, (language, sure), speech, heard in zip(texts, found, spoken, acts, strict=True)
        ]

    def _acts(self, messages: Sequence[Sequence[Passage]]) -> list[tuple[HeardAct, ...]]:
        gathered = iter(gather([passage for message in messages for passage in message], self._shares))
        return [self._heard([(passage, next(gathered)) for passage in message]) for message in messages]

    def _shares(self, texts: Sequence[Spoken]) -> Floats:
        said = [text for text, _ in texts]
        return self._head.shares(said, self.vectors(said), [language for _, language in texts])

    def _heard(self, message: Sequence[tuple[Passage, Evidence]]) -> tuple[HeardAct, ...]:
        """The acts over their thresholds, by place; out_of_scope only where nothing else is heard."""
        sure = [self._head.confidences(evidence.weights) for _, evidence in message]
        acts = [
            act
            for (passage, evidence), confidences in zip(message, sure, strict=True)
            for act in self._in_passage(passage, evidence, confidences)
        ] or self._likeliest(message, sure)
        said = [a for a in acts if a.act != OUT_OF_SCOPE]
        return tuple(said or acts[:1])

    def _in_passage(self, passage: Passage, evidence: Evidence, confidences: Floats) -> list[HeardAct]:
        """What was learned and what is certain by form, each act once in a clause, in order of place."""
        found: dict[tuple[int, str], float] = {}
        for column in np.flatnonzero(confidences >= self._head.thresholds):
            row = int(evidence.shares[:, column].argmax())
            act = innocent_reading(self._head.acts[column], passage.clauses[row].text)
            found[row, act] = max(float(confidences[column]), found.get((row, act), 0.0))
        for row, clause in enumerate(passage.clauses):
            certain = certain_acts(clause.text)
            if certain:
                found = {k: v for k, v in found.items() if k[0] != row or k[1] not in OVERRULED}
                found |= {(row, act): 1.0 for act in certain}
        ranked = sorted(found.items(), key=lambda item: (item[0][0], -item[1]))
        return [_act(act, confidence, passage, row) for (row, act), confidence in ranked]

    def _likeliest(
        self, message: Sequence[tuple[Passage, Evidence]], sure: Sequence[Floats]
    ) -> list[HeardAct]:
        """The one act that a message most likely does, where none is over its threshold. Accuses never."""
        innocent = np.array([group != "violate" for group in self._head.groups])
        best = [
            (float((confidences * innocent).max()), int((confidences * innocent).argmax()), place)
            for place, confidences in enumerate(sure)
        ]
        confidence, column, place = max(best, default=(0.0, 0, 0))
        if confidence < LIKELY:
            return []
        passage, evidence = message[place]
        row = int(evidence.shares[:, column].argmax())
        act = innocent_reading(self._head.acts[column], passage.clauses[row].text)
        return [_act(act, confidence, passage, row)]

    def act_shares(self, texts: Sequence[str], act: str, language: str | None) -> Floats:
        """The share of one act in each text, as a logarithm."""
        shares: Floats = self._shares([(text, language) for text in texts])[:, self._head.acts.index(act)]
        return shares

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


def _act(act: str, confidence: float, passage: Passage, row: int) -> HeardAct:
    return HeardAct(act, confidence, passage.clauses[row].start, passage.clauses[row].end)
