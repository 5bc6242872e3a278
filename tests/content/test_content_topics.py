"""Topics of a school's own: beside the contract's, each mistake in them named in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.contract import topics
from bot.content.topics import add_topic, load_topics

GOOD = "- {id: gift-wrapping, group: logistics, answers: paper and card}\n"


def test_without_a_file_there_are_the_contracts_topics(tmp_path: Path) -> None:
    assert load_topics(tmp_path) == (topics(), [])


def test_a_topic_that_is_added_is_known_behind_the_contracts(tmp_path: Path) -> None:
    (tmp_path / "topics.yml").write_text(f"# ours\n{GOOD}", encoding="utf-8")
    add_topic(tmp_path, "school-uniforms", "presales", "sizes: by age, 校服")
    known, problems = load_topics(tmp_path)
    assert problems == []
    assert list(known.items()) == [
        *topics().items(),
        ("gift-wrapping", "logistics"),
        ("school-uniforms", "presales"),
    ]
    assert (tmp_path / "topics.yml").read_text(encoding="utf-8").startswith("# ours\n")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("- {id: chat-style, group: communication, answers: x}", "2: [1].id: chat-style stands in contract"),
        (GOOD, "2: [1].id: gift-wrapping stands here twice"),
        ("- {id: toys, group: toys, answers: x}", "2: [1].group: toys is none of conduct, law, customs"),
        ("- {id: toys, group: law}", "2: [1]: 'answers' is a required property"),
        ("- {id: toys, group: law, answers: x, title: y}", "2: [1]: unknown key title; known are answers"),
        ("- {id: Toys!, group: law, answers: x}", "2: [1].id: 'Toys!' does not match"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, more: str, told: str) -> None:
    (tmp_path / "topics.yml").write_text(f"{GOOD}{more}\n", encoding="utf-8")
    known, problems = load_topics(tmp_path)
    assert len(problems) == 1
    assert str(problems[0]).startswith(f"{tmp_path.name}/topics.yml:{told}")
    assert known["chat-style"] == "communication"
