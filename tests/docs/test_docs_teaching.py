"""The page for teachers: its sentences can be taught as they stand, and its tables name what there is."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from bot.cli.evaluate import MEASURES, MOVE_SETS
from bot.content.contract import acts
from bot.content.nlu import Example, load_examples
from bot.settings import ROOT
from tests.data.wording import shares_trigrams
from tests.nlu.sentences import examined

PAGE = (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")
FILE = re.compile(r"```yaml (\S+)\n(.*?)```", re.DOTALL)
SHARED = 0.5
"""Of the trigrams of a test sentence."""
HEAD = 'version: "3.1"\nnlu:\n'
NEAR_MISSES = re.compile(r"^\| ((?:`violate_\w+`(?:, )?)+) \| (.+?) \|$", re.MULTILINE)
ROWS = re.compile(r"`(?:sentence|message) (\w+)`")
TESTS = re.compile(r"pytest .*(tests/\S+\.py) -k (\w+)$", re.MULTILINE)
REPORTS = re.compile(r"^\| `(nlu/\w+|evaluation|grading-errors)\.\w+` \|", re.MULTILINE)


@pytest.fixture(scope="module")
def sentences(tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    root = tmp_path_factory.mktemp("nlu")
    for name, blocks in FILE.findall(PAGE):
        (root / name).write_text(HEAD + blocks, encoding="utf-8")
    found, problems = load_examples(root)
    assert [str(problem) for problem in problems] == []
    return found


def named(cell: str) -> list[str]:
    return re.findall(r"`(\w+)`", cell)


def test_ten_sentences_can_be_added_as_they_stand(sentences: list[Example]) -> None:
    assert len(sentences) == 10
    assert {example.batch for example in sentences} == {"en-li"}


def test_near_misses_of_the_page_stand_beside_each_violation(sentences: list[Example]) -> None:
    written = Counter(act for example in sentences for act in example.acts)
    for violations, neighbours in NEAR_MISSES.findall(PAGE):
        taught = sum(written[act] for act in named(violations))
        assert sum(written[act] for act in named(neighbours)) >= taught, violations


def test_no_sentence_of_the_page_is_a_test_sentence(sentences: list[Example]) -> None:
    tests = [example.text for example in examined() if example.language == "en"]
    assert shares_trigrams(tests, [example.text for example in sentences], SHARED) == []


def test_near_misses_are_named_for_every_violation_and_are_none_themselves() -> None:
    rows = NEAR_MISSES.findall(PAGE)
    violations = list(chain.from_iterable(named(left) for left, _ in rows))
    neighbours = set(chain.from_iterable(named(right) for _, right in rows))
    assert sorted(violations) == sorted(act for act, group in acts().items() if group == "violate")
    assert {acts()[act] for act in neighbours} & {"violate"} == set()


def test_the_rows_explained_are_the_rows_printed() -> None:
    assert set(ROWS.findall(PAGE)) == {"top_1", *MEASURES}
    assert all(f"`{part} …`" in PAGE for part in MOVE_SETS)


def test_files_named_are_taught_files() -> None:
    assert all((ROOT / "data" / "nlu" / name).exists() for name, _ in FILE.findall(PAGE))
    assert all((ROOT / Path(name)).exists() for name in re.findall(r"`(data/nlu/\w+\.\w+\.yml)`", PAGE))
    assert len(REPORTS.findall(PAGE)) == 6


def test_the_tests_named_are_there() -> None:
    told = TESTS.findall(PAGE)
    assert told
    for file, test in told:
        assert f"def test_{test}(" in (ROOT / file).read_text(encoding="utf-8")
