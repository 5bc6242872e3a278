"""Trains the head for buyer's moves beside the one for acts, on the sentences of catalogue/moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import yaml

from bot.content import contract
from bot.core.errors import NotReady
from bot.core.text import checksum
from bot.core.words import LANGUAGES
from bot.understanding.buyer_moves import OTHER, WISH
from bot.understanding.features import Taught
from bot.understanding.head import VIOLATE, Encode, Head
from bot.understanding.training import set_aside, train

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "catalogue" / "moves"
ROUNDS = 40
"""How often each sentence is seen: moves have a twelfth of the sentences that acts have."""
FOLLOWED = 4
"""One sentence of so many is taught once more with another one behind it."""


def files() -> list[Path]:
    """Everything that the head is trained on."""
    return [contract.CONTRACT / "moves.yml", *sorted(EXAMPLES.glob("*.yml"))]


def train_moves(encode: Encode, encoder: str) -> Head:
    """The head, trained on vectors of the encoder so named. Raises NotReady where a file cannot be used."""
    taught = [sentence for path in files()[1:] for sentence in _taught(path)]
    groups = {move: VIOLATE if move.startswith(WISH) else "innocent" for move in contract.moves()}
    return train([*taught, *_turns(taught)], encode, encoder, groups, ROUNDS)


def _taught(path: Path) -> Iterator[Taught]:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        for language, sentences in data["examples"].items():
            for sentence in sentences:
                told = {"text": sentence} if isinstance(sentence, str) else sentence
                yield Taught(told["text"], (data["id"], *told.get("further", ())), language)
    except (yaml.YAMLError, AttributeError, KeyError, TypeError):
        shown = path.relative_to(ROOT)
        raise NotReady(f"{shown} cannot be used; `silkdesk scenario check` names the line") from None


def _turns(taught: Sequence[Taught]) -> Iterator[Taught]:
    """Turns of two sentences, so that both are heard in one passage; nearly the same when one is added.

    What is set aside to calibrate holds no sentence that is trained on.
    """
    for language in LANGUAGES:
        spoken = (sentence for sentence in taught if sentence.language == language)
        mixed = sorted(spoken, key=lambda sentence: (_aside(sentence), checksum(sentence.text)))
        for first, second in pairwise(mixed):
            if checksum(first.text) % FOLLOWED == 0:
                turn = _joined(first, second)
                if _aside(turn) == _aside(first) == _aside(second):
                    yield turn


def _joined(first: Taught, second: Taught) -> Taught:
    end = "" if first.text[-1] in ".!?…" else "."
    moves = dict.fromkeys(move for move in (*first.acts, *second.acts) if move != OTHER)
    return Taught(f"{first.text}{end} {second.text}", tuple(moves) or (OTHER,), first.language)


def _aside(sentence: Taught) -> bool:
    return set_aside(sentence.text, sentence.acts)
