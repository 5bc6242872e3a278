"""Reads the taught sentences for Rasa: what its own reader makes of them, but in seconds, by libyaml."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from rasa.shared.exceptions import RasaException
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.validation import validate_training_data_format_version

from bot.content.yaml_file import YamlFile, read_yaml
from bot.core.errors import Problem


class WrongSentences(RasaException):
    """Files of taught sentences that cannot be used; Rasa prints the message, one line a problem."""


class SilkdeskImporter(RasaFileImporter):
    """Rasa's own importer for all but the sentences, which Rasa asks for twice and this reads once."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:  # noqa: ARG002
        """The sentences of all files; raises WrongSentences with everything wrong in them."""
        return self._sentences

    @cached_property
    def _sentences(self) -> TrainingData:
        reader = _Reader()
        with _kept():
            for path in map(Path, self._nlu_files):
                reader.add(path)
            return reader.training_data()


@contextmanager
def _kept() -> Iterator[None]:
    """What arises here stays to the end: looking for garbage in it would take a fifth of the training."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


class _Sentence(Message):
    """A message cheap to copy: Rasa copies and fingerprints all sentences half a dozen times.

    A copy shares what it holds until something is set.
    """

    def __deepcopy__(self, memo: dict[int, Any]) -> _Sentence:
        copied = _Sentence.__new__(_Sentence)
        copied.__dict__.update(self.__dict__, features=list(self.features))
        return copied

    def set(self, prop: str, info: Any, add_to_output: bool = False) -> None:
        """As for any message; what is set to what it was keeps its fingerprint."""
        if add_to_output or self.get(prop) != info:
            self.__dict__.update(data=dict(self.data), output_properties=set(self.output_properties))
            super().set(prop, info, add_to_output)


class _Reader(RasaYAMLReader):
    """Rasa's reader for YAML that is parsed and checked already."""

    def __init__(self) -> None:
        super().__init__()
        self._problems: list[Problem] = []

    def add(self, path: Path) -> None:
        """Takes the sentences of a file, or notes what is wrong in it."""
        shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
        file, problems = read_yaml(path, str(shown))
        if file and not problems:
            problems = list(_check(file))
        self._problems += problems
        if not file or problems:
            return
        self.filename = file.name
        if validate_training_data_format_version(file.data, file.name):
            self._parse_nlu(file.data.get("nlu"))
            self.responses.update(file.data.get("responses") or {})

    def training_data(self) -> TrainingData:
        """Everything that was added; raises WrongSentences."""
        if self._problems:
            raise WrongSentences("\n".join(map(str, self._problems)))
        return TrainingData(
            [_Sentence(message.data) for message in self.training_examples],
            self.entity_synonyms,
            self.regex_features,
            self.lookup_tables,
            self.responses,
        )


def _check(file: YamlFile) -> Iterator[Problem]:
    """What Rasa's reader would stumble over: all else it reports itself."""
    blocks = file.data.get("nlu") or [] if isinstance(file.data, dict) else None
    if not isinstance(blocks, list):
        yield file.problem((), "taught sentences are a list below the key nlu")
        return
    for i, block in enumerate(blocks):
        if not isinstance(block, dict) or not isinstance(block.get("intent", ""), str):
            yield file.problem(("nlu", i), "an entry has an intent, which is text, and examples")
        elif isinstance(block.get("examples"), list):
            for j, example in enumerate(block["examples"]):
                if not isinstance(example, dict) or not isinstance(example.get("text"), str):
                    place = ("nlu", i, "examples", j)
                    yield file.problem(place, "an example has a text; put quotes around words like yes or 5")
