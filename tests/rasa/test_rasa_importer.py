"""Our importer gives what Rasa's own reader gives, and tells what is wrong with file and line."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, METADATA, METADATA_EXAMPLE, TEXT

from bot.rasa.importer import SilkdeskImporter, WrongSentences

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = (ROOT / "data" / "nlu" / "meta.de.yml", ROOT / "tests" / "nlu" / "violate.ru.yml")
EVERY_FORM = r"""
version: "3.1"
nlu:
- intent: greet
  metadata: {source: teacher}
  examples: |
    - hi 👋
    - good morning in [Berlin](city)
- intent: thank
  examples:
  - {text: " \u00a1Gracias! \"claro\" ", metadata: {learner: false, batch: es-a, further: [greet]}}
  - text: |
      danke
- synonym: Berlin
  examples: |
    - capital
- regex: number
  examples: |
    - \d+
- lookup: city
  examples: |
    - Berlin
responses:
  utter_faq/ask_name:
  - text: Silkdesk
"""


def write(folder: Path, text: str) -> str:
    path = folder / "x.yml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_shipped_sentences_are_the_messages_that_rasas_reader_makes() -> None:
    paths = list(map(str, SHIPPED))
    ours = SilkdeskImporter(training_data_paths=paths).get_nlu_data()
    rasas = RasaFileImporter(training_data_paths=paths).get_nlu_data()
    assert [m.data for m in ours.training_examples] == [m.data for m in rasas.training_examples]
    assert ours.fingerprint() == rasas.fingerprint()
    told = [m.get(METADATA)[METADATA_EXAMPLE] for m in ours.training_examples]
    assert {key for metadata in told for key in metadata} == {"batch", "learner", "world", "further"}


def test_every_form_of_training_data_is_read_as_rasa_reads_it(tmp_path: Path) -> None:
    path = write(tmp_path, EVERY_FORM)
    ours, rasas = (
        importer(training_data_paths=path).get_nlu_data() for importer in (SilkdeskImporter, RasaFileImporter)
    )
    assert [m.data for m in ours.training_examples] == [m.data for m in rasas.training_examples]
    for part in ("entity_synonyms", "regex_features", "lookup_tables", "responses"):
        assert getattr(ours, part)
        assert getattr(ours, part) == getattr(rasas, part)


def test_a_copied_sentence_is_its_own(tmp_path: Path) -> None:
    (sentence, *_) = (
        SilkdeskImporter(training_data_paths=write(tmp_path, EVERY_FORM)).get_nlu_data().nlu_examples
    )
    copied = deepcopy(sentence)
    assert copied == sentence
    copied.set(INTENT, "thank")
    assert sentence.get(INTENT) == "greet"
    assert copied != sentence


def test_rasa_trains_through_it() -> None:
    configured = TrainingDataImporter.load_from_config(
        str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(SHIPPED[0]), str(ROOT / "data" / "stories")]
    )
    assert {"SilkdeskImporter"} == {type(i).__name__ for i in configured.importer._importer._importers}
    sentences = [m for m in configured.get_nlu_data().nlu_examples if m.get(TEXT)]
    assert {m.get(INTENT) for m in sentences} >= {"ask_hint", "ask_rule", "finish"}
    assert "ask_hint" in configured.get_domain().intents
    assert configured.get_stories().story_steps


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("nlu:\n- intent: greet\n  examples: [\n", 4, "not valid YAML"),
        ("nlu: hello\n", 1, "a list below the key nlu"),
        ("nlu:\n- greet\n", 2, "an entry has an intent"),
        ("nlu:\n- intent: yes\n  examples: []\n", 2, "an entry has an intent"),
        ("nlu:\n- intent: greet\n  examples:\n  - {text: hi}\n  - {text: yes}\n", 5, "an example has a text"),
        ("nlu:\n- intent: greet\n  examples:\n  - hi\n", 4, "an example has a text"),
        ("nlu:\n- intent: a\n  intent: b\n  examples:\n  - {text: hi}\n", 3, "stands here twice"),
    ],
)
def test_what_is_wrong_is_one_line_with_its_place(tmp_path: Path, text: str, line: int, reason: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(WrongSentences) as told:
        SilkdeskImporter(training_data_paths=path).get_nlu_data()
    assert str(told.value).startswith(f"{path}:{line}: ")
    assert reason in str(told.value)
    assert "\n" not in str(told.value)


def test_all_files_are_checked_before_anything_is_told(tmp_path: Path) -> None:
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_text("nlu: hello\n", encoding="utf-8")
    with pytest.raises(WrongSentences) as told:
        SilkdeskImporter(training_data_paths=str(tmp_path)).get_nlu_data()
    assert [Path(line.split(":")[0]).name for line in str(told.value).split("\n")] == ["a.yml", "b.yml"]
