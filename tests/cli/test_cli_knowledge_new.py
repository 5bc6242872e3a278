"""A teacher adds an article to the base as it is shipped, by the example of the page."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from bot import bootstrap
from bot.encoder.runtime import Encoder
from bot.settings import ROOT, settings
from tests.cli.conftest import Run
from tests.content.project import fill
from tests.retrieval.conftest import WordEncoder

COMMAND = re.compile(r"silkdesk (knowledge new (?:[^\n]*\\\n)*[^\n]*)")
KEPT = (
    settings,
    bootstrap.topics,
    bootstrap.articles,
    bootstrap.rules,
    bootstrap.knowledge_base,
    bootstrap.library,
)
"""What a process reads once."""


def documented() -> list[str]:
    found = COMMAND.search((ROOT / "docs/knowledge.md").read_text(encoding="utf-8"))
    assert found
    return shlex.split(found[1].replace("\\\n", ""))


def forget() -> None:
    for read in KEPT:
        read.cache_clear()


@pytest.fixture
def knowledge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the shipped base, found by words alone, which every command uses in place of it."""
    copy = shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    monkeypatch.setattr(bootstrap, "KNOWLEDGE", copy)
    monkeypatch.setattr(bootstrap, "ARTICLES", copy / "articles")
    monkeypatch.setattr(bootstrap, "knowledge_encoder", lambda: cast(Encoder, WordEncoder()))
    monkeypatch.setenv("SILKDESK_VAR", str(tmp_path / "var"))
    forget()
    yield copy
    monkeypatch.undo()
    forget()


def added(run: Run, knowledge: Path) -> Path:
    """The folder that the page's example makes."""
    folder = knowledge / "articles" / "gift-wrapping"
    assert run(*documented()).out == f"{folder}\n"
    forget()
    return folder


def test_a_new_article_is_to_be_filled_before_an_index_is_built(run: Run, knowledge: Path) -> None:
    folder = added(run, knowledge)
    checked = run("knowledge", "check")
    assert checked.status == 1
    assert f"{folder}/en.md:4: still stands as in the draft" in checked.out
    built = run("knowledge", "build")
    assert built.status == 2
    assert "gift-wrapping/en.md:4: still stands as in the draft" in built.err


def test_a_filled_article_is_sound_listed_and_shown_in_its_group(run: Run, knowledge: Path) -> None:
    fill(added(run, knowledge))
    assert run("knowledge", "check", "--json").lines[0]["errors"] == []
    assert "gift-wrapping" in [article["topic"] for article in run("knowledge", "list", "--json").lines[0]]
    shelves = dict(bootstrap.library().shelves())
    assert shelves["logistics"][-1].topic == "gift-wrapping"


@pytest.mark.slow
def test_a_filled_article_is_found(run: Run, knowledge: Path) -> None:
    fill(added(run, knowledge))
    answer = run("knowledge", "search", 'What may I say about "Gift wrapping"?', "--json").lines[0]
    assert answer["hits"][0]["topic"] == "gift-wrapping"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("gift-wrapping", "parcel-damaged", "is there already: edit its files"),
        ("logistics", "presents", "topics.yml:3: [0].group: presents is none of conduct, law"),
        ("gift-wrapping", "Gift wrapping", "topics.yml:2: [0].id: 'Gift wrapping' does not match"),
    ],
)
def test_what_cannot_be_a_topic_is_told_in_one_line_and_leaves_nothing(
    run: Run, knowledge: Path, old: str, new: str, told: str
) -> None:
    before = sorted(knowledge.rglob("*"))
    ran = run(*(new if word == old else word for word in documented()))
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert told in ran.err
    assert sorted(knowledge.rglob("*")) == before


def test_a_new_topic_wants_its_group(run: Run, knowledge: Path) -> None:
    ran = run("knowledge", "new", "gift-wrapping", "--title-en", "Gifts", "--title-zh", "礼物")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "--group is missing: Group of the new topic (conduct, law, customs" in ran.err
    assert not (knowledge / "topics.yml").exists()
