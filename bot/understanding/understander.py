"""Hears a message: acts, language, findings, form of address, surface."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

import numpy as np

from bot.core.errors import NotReady
from bot.core.heard import Finding, Heard, HeardAct, HeardSegment
from bot.core.text import whole
from bot.spelling.speller import Speller
from bot.understanding.address import address
from bot.understanding.evidence import apart, gather, passages
from bot.understanding.findings import findings
from bot.understanding.head import Floats, Head, Spoken
from bot.understanding.hearing import heard_acts, weighed
from bot.understanding.hidden import Shown, shown
from bot.understanding.intent import intent_of
from bot.understanding.language import detect
from bot.understanding.second_reading import SecondReading
from bot.understanding.segments import Segment, segments
from bot.understanding.shouting import calm
from bot.understanding.surface import surface

Part = TypeVar("Part", HeardAct, Finding, HeardSegment)

REMEMBERED = 4096
"""Texts whose vectors are kept in memory; greetings and thanks come again and again."""


class Encodes(Protocol):
    """What understanding needs of an encoder."""

    digest: str

    def encode(self, texts: Sequence[str]) -> Floats:
        """One vector of unit length a text."""


class Understander:
    """Hears with one encoder, one trained head and one speller; violations also with a second reading."""

    def __init__(
        self, encoder: Encodes, head: Head, speller: Speller, second: SecondReading | None = None
    ) -> None:
        """Raises NotReady where the head was trained on another encoder's vectors."""
        if head.encoder != encoder.digest:
            raise NotReady("the model was trained with another encoder; run `make train`")
        self._encoder = encoder
        self._head = head
        self._speller = speller
        self._second = second
        self._known: OrderedDict[str, Floats] = OrderedDict()

    @property
    def encoder(self) -> str:
        """Checksum of what the vectors depend on."""
        return self._encoder.digest

    @property
    def weights(self) -> str:
        """Checksum of the trained weights and of the words that spelling knows."""
        second = self._second.digest if self._second else ""
        return f"{self._head.digest}-{second}-{self._speller.digest}"

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
        wholes = [whole(text) for text in texts]
        seen = [shown(text) for text in wholes]
        parts = [segments(calm(one.text)) for one in seen]
        bare = [
            self._by_form(one.text, message, hint)
            for one, message, hint in zip(seen, parts, hints, strict=True)
        ]
        acts = self._acts(parts, bare, hints)
        return [
            _placed(replace(heard, acts=said), text, one)
            for heard, said, text, one in zip(bare, acts, wholes, seen, strict=True)
        ]

    def _by_form(self, text: str, message: Sequence[Segment], hint: str | None) -> Heard:
        """All that is heard in a message but its acts."""
        language, sure = detect(calm(text))
        speech = language or hint
        parts = tuple(HeardSegment(s.start, s.end, _language(s)) for s in message)
        return Heard(
            text,
            language,
            sure,
            findings=findings(text, speech),
            address=address(text, speech),
            surface=surface(text, speech, self._speller, parts),
            segments=parts,
        )

    def _acts(
        self, parts: Sequence[Sequence[Segment]], bare: Sequence[Heard], hints: Sequence[str | None]
    ) -> list[tuple[HeardAct, ...]]:
        messages = [
            passages(apart(message), [s.language for s in heard.segments], heard.language or hint)
            for message, heard, hint in zip(parts, bare, hints, strict=True)
        ]
        read = [passage for message in messages for passage in message]
        told = [
            weighed(self._head, passage, evidence)
            for passage, evidence in zip(read, gather(read, self._shares), strict=True)
        ]
        weighing = iter(self._second.weigh(told) if self._second else told)
        return [heard_acts(self._head, [next(weighing) for _ in message]) for message in messages]

    def _shares(self, texts: Sequence[Spoken]) -> Floats:
        return self._head.shares_of(texts, self.vectors)

    def act_shares(self, texts: Sequence[str], act: str, language: str | None) -> Floats:
        """The share of one act in each text, as a logarithm."""
        shares: Floats = self._shares([(text, language) for text in texts])[:, self._head.columns[act]]
        return shares

    def vectors(self, texts: Sequence[str]) -> Floats:
        """A row of unit length for each text; those of the last texts are remembered."""
        rows = {text: row for text in texts if (row := self._known.get(text)) is not None}
        if new := [text for text in dict.fromkeys(texts) if text not in rows]:
            rows.update(zip(new, self._encoder.encode(new), strict=True))
        for text, row in rows.items():
            self._known.pop(text, None)  # another thread may have put it out meanwhile
            self._known[text] = row
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return np.stack([rows[text] for text in texts])


def _language(segment: Segment) -> str | None:
    """The language of a clause, or of its sentence where that alone tells."""
    return detect(segment.text)[0] or detect(segment.sentence)[0]


def _placed(heard: Heard, text: str, seen: Shown) -> Heard:
    """What was heard in what shows of `text`, with its places in `text`."""
    if seen.text == text:
        return heard
    return replace(
        heard,
        text=text,
        acts=tuple(_moved(act, seen) for act in heard.acts),
        findings=tuple(_moved(finding, seen) for finding in heard.findings),
        surface=replace(
            heard.surface, misspelled=tuple(seen.span(start, end) for start, end in heard.surface.misspelled)
        ),
        segments=tuple(_moved(segment, seen) for segment in heard.segments),
    )


def _moved(part: Part, seen: Shown) -> Part:
    start, end = seen.span(part.start, part.end)
    return replace(part, start=start, end=end)
