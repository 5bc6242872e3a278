"""The graph component that hears a message: sets acts, language, findings and the one intent."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, METADATA, METADATA_EXAMPLE, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.content import contract
from bot.core.heard import Heard
from bot.encoder import folder
from bot.encoder.files import sha256
from bot.encoder.runtime import Encoder
from bot.encoder.vectors import VectorStore
from bot.rasa import moves
from bot.spelling import speller
from bot.understanding.features import Taught
from bot.understanding.head import Head
from bot.understanding.language import detect
from bot.understanding.model_archive import HEAD_FILE, MOVES_FILE
from bot.understanding.second_reading import SecondReading
from bot.understanding.training import train
from bot.understanding.understander import Understander

RANKED = 10
CODE = Path(__file__).resolve().parents[1] / "understanding"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SilkdeskUnderstanding(IntentClassifier, GraphComponent):
    """Hears every act of a message; the intent follows by the contract's order of groups."""

    @staticmethod
    def required_packages() -> list[str]:
        """What `rasa train` looks for before it begins."""
        return ["onnxruntime", "tokenizers"]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`var` is the folder that holds encoder and lexicon; the variable SILKDESK_VAR goes before it."""
        return {"var": "var"}

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        head: Head | None = None,
    ) -> None:
        """With a head it hears; raises NotReady where set-up has not built encoder or lexicon."""
        self._storage = model_storage
        self._resource = resource
        self._var = _var({**self.get_default_config(), **config})
        self._encoder = _encoder(self._var, folder.ACTS)
        self._understander = self._hears(head) if head else None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003
    ) -> SilkdeskUnderstanding:
        """An untrained component."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Trains the heads for acts and moves; vectors of sentences seen before come from the disk."""
        taught = [_taught(example) for example in training_data.intent_examples if example.get(TEXT)]
        store = VectorStore(self._var / "vectors" / "taught.npz", self._encoder)
        head = train(taught, store.encode, self._encoder.digest, contract.acts())
        with self._storage.write_to(self._resource) as place:
            (place / HEAD_FILE).write_bytes(head.to_bytes())
            (place / MOVES_FILE).write_bytes(moves.train_moves(store.encode, self._encoder.digest).to_bytes())
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003
        **kwargs: Any,  # noqa: ARG003
    ) -> SilkdeskUnderstanding:
        """The trained component; a missing or broken head raises, as a deaf bot must not start."""
        with model_storage.read_from(resource) as place:
            head = Head.from_bytes((place / HEAD_FILE).read_bytes())
        return cls(config, model_storage, resource, head)

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets what was heard on each message."""
        if self._understander is None:
            raise ValueError("the component is not trained")
        all_heard = self._understander.hear_many([m.get(TEXT) or "" for m in messages])
        for message, heard in zip(messages, all_heard, strict=True):
            _set(message, heard, self._understander.intent(heard))
        return messages

    def _hears(self, head: Head) -> Understander:
        second = SecondReading.shipped(_encoder(self._var, folder.PUBLISHED))
        return Understander(self._encoder, head, speller.load(self._var), second)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Training also depends on the encoder, on the contract, on the moves' sentences and on its code."""
        encoder = folder.read_manifest(folder.expected(_var(config))).digest(folder.ACTS)
        files = [contract.CONTRACT / "acts.yml", *moves.files(), *sorted(CODE.glob("*.py"))]
        return " ".join([encoder, *map(sha256, files)])


def _encoder(var: Path, model: str) -> Encoder:
    return Encoder.load(folder.expected(var), model)


def _var(config: dict[str, Any]) -> Path:
    return Path(os.environ.get("SILKDESK_VAR") or config.get("var", "var"))


def _taught(example: Message) -> Taught:
    metadata = (example.get(METADATA) or {}).get(METADATA_EXAMPLE) or {}
    acts = dict.fromkeys([example.get(INTENT), *metadata.get("further", [])])
    batch = str(metadata.get("batch", ""))
    language = batch.split("-")[0] or detect(example.get(TEXT))[0] or "en"
    return Taught(example.get(TEXT), tuple(acts), language)


def _set(message: Message, heard: Heard, intent: str) -> None:
    data = heard.to_json()
    for key in ("acts", "language", "language_confidence", "findings", "address", "surface", "segments"):
        message.set(key, data[key], add_to_output=True)
    sure = {act["act"]: act["confidence"] for act in sorted(data["acts"], key=lambda a: a["confidence"])}
    ranking = sorted(({"name": a, "confidence": c} for a, c in sure.items()), key=lambda r: -r["confidence"])
    message.set(INTENT, {"name": intent, "confidence": sure.get(intent, 0.0)}, add_to_output=True)
    message.set(INTENT_RANKING_KEY, ranking[:RANKED], add_to_output=True)
