"""Whatever has a say in what is heard changes the checksum; nothing else does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.service.heard_by import PARTS, checksum
from bot.settings import ROOT

WEIGHTS = ("acts", "moves")


@pytest.fixture
def bot(tmp_path: Path) -> Path:
    """A copy of the parts that hear."""
    for part in PARTS:
        shutil.copytree(
            ROOT / "bot" / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__", "*.npz")
        )
    return tmp_path


@pytest.mark.parametrize(
    "name", ["core/text.py", "understanding/common_words/mk.txt", "spelling/speller.py", "encoder/new.json"]
)
def test_other_code_and_other_words_hear_otherwise(bot: Path, name: str) -> None:
    before = checksum(bot, WEIGHTS)
    with (bot / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert checksum(bot, WEIGHTS) != before


def test_a_word_list_of_another_name_hears_otherwise(bot: Path) -> None:
    before = checksum(bot, WEIGHTS)
    words = bot / "understanding" / "common_words"
    (words / "mk.txt").rename(words / "sr.txt")
    assert checksum(bot, WEIGHTS) != before


def test_other_weights_hear_otherwise(bot: Path) -> None:
    assert len({checksum(bot, weights) for weights in (WEIGHTS, ("acts", "others"), ("actsmoves",))}) == 3


def test_the_same_files_hear_the_same_wherever_they_lie_and_whatever_was_run(bot: Path) -> None:
    moved = shutil.copytree(bot, bot / "moved")
    before = checksum(bot, WEIGHTS)
    (bot / "core" / "__pycache__").mkdir()
    (bot / "core" / "__pycache__" / "text.cpython-311.pyc").write_bytes(b"compiled")
    (bot / "core" / ".text.py.swp").write_bytes(b"an editor's")
    assert checksum(bot, WEIGHTS) == checksum(moved, WEIGHTS) == before
