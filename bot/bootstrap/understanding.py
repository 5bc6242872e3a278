"""What hears: encoders, trained heads, and what was heard before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import bootstrap
from bot.bootstrap.once import once
from bot.encoder import folder
from bot.encoder.runtime import QUERY, Encoder
from bot.encoder.vectors import VectorStore
from bot.settings import ROOT, settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.encoder.runtime import Vectors
    from bot.service.understood import Understood
    from bot.understanding.buyer_moves import BuyerEars
    from bot.understanding.explanation import Explainer
    from bot.understanding.understander import Understander


@once
def encoder() -> Encoder:
    """The sentence encoder as it was published, for search; raises NotReady where set-up built none."""
    return Encoder.load(folder.expected(settings().var))


@once
def acts_encoder() -> Encoder:
    """The sentence encoder as it was tuned, for understanding; raises NotReady where set-up built none."""
    return Encoder.load(folder.expected(settings().var), folder.ACTS)


def tuned_vectors(texts: Sequence[str]) -> Vectors:
    """The tuned encoder's vectors; those of texts seen before come from the disk."""
    return VectorStore(settings().var / "vectors" / "taught.npz", bootstrap.acts_encoder()).encode(texts)


def published_vectors(texts: Sequence[str]) -> Vectors:
    """The published encoder's vectors of what agents say; those of texts seen before come from the disk."""
    return VectorStore(settings().var / "vectors" / "taught-published.npz", bootstrap.encoder()).encode(
        texts, QUERY
    )


@once
def understander() -> Understander:
    """What the newest trained model hears; raises NotReady where there is none."""
    from bot.spelling import speller
    from bot.understanding import model_archive
    from bot.understanding.second_reading import SecondReading
    from bot.understanding.understander import Understander

    head = model_archive.read_head(model_archive.newest(settings().models))
    second = SecondReading.shipped(bootstrap.encoder())
    return Understander(bootstrap.acts_encoder(), head, speller.load(settings().var), second)


@once
def buyer_ears() -> BuyerEars:
    """Hears the moves of buyers in real talk; raises NotReady where there is no trained model."""
    from bot.understanding import model_archive
    from bot.understanding.buyer_moves import BuyerEars

    head = model_archive.read_head(model_archive.newest(settings().models), model_archive.MOVES_FILE)
    return BuyerEars(bootstrap.understander(), head)


@once
def heard_by() -> str:
    """The checksum of all by which agents and buyers are heard: weights, words and code."""
    from bot.service.heard_by import checksum

    hears = bootstrap.understander()
    return checksum(ROOT / "bot", (hears.encoder, hears.weights, bootstrap.buyer_ears().digest))


@once
def understood() -> Understood:
    """What was heard in texts before, by the same weights, words and code."""
    from bot.service.understood import Understood, place

    return Understood(place(settings().var, bootstrap.heard_by()))


@once
def explainer() -> Explainer:
    """Tells why an act was heard, with the taught sentences that are nearest."""
    from bot.content.nlu import load_examples
    from bot.understanding.explanation import Explainer

    taught: dict[str, list[tuple[str, str, int]]] = {}
    for example in load_examples(ROOT / "data" / "nlu")[0]:
        for act in example.acts:
            taught.setdefault(act, []).append((example.text, f"data/nlu/{example.file}", example.line))
    return Explainer(bootstrap.understander(), taught)
