"""Articles are read, and everything wrong in them is named at once, with file and line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.content.articles import fingerprint, load_articles, warnings
from bot.content.new_article import NewArticle, make_folder
from bot.core.article import Article
from bot.core.errors import BadFile, BadRequest
from tests.content.project import fill

TODAY = date(2026, 11, 25)
TOPIC = "undervaluation"
OWN = NewArticle(
    "gift-wrapping", "Gifts", "礼物", "Desk", group="logistics", answers="wrapping: paper, card, price"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one valid article."""
    root = tmp_path / "knowledge" / "articles"
    fill(make_folder(root, NewArticle(TOPIC, "Low: value", "低报 #1", "Desk"), TODAY))
    return root


def change(root: Path, name: str, old: str, new: str, count: int = -1) -> None:
    file = root / TOPIC / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, count), encoding="utf-8")


def found(root: Path) -> list[str]:
    articles, problems = load_articles(root)
    assert not (articles and problems)
    return [str(problem) for problem in problems]


def test_a_new_article_is_valid_as_soon_as_it_is_filled(root: Path) -> None:
    articles, problems = load_articles(root)
    assert problems == []
    (article,) = articles
    assert article.title == {"en": "Low: value", "zh": "低报 #1"}
    assert article.anchors[0] == "What holds"
    assert not article.verified
    assert len(article.questions["ru"]) == 6


def test_every_line_of_a_draft_that_is_not_filled_is_named(root: Path) -> None:
    make_folder(root, NewArticle("chat-style", "A", "B", "C"), TODAY)
    told = [str(problem) for problem in load_articles(root)[1]]
    assert all(message.endswith("still stands as in the draft; write what holds here") for message in told)
    places = [message.rpartition(": still")[0] for message in told]
    assert {"knowledge/articles/chat-style/en.md:4", "knowledge/articles/chat-style/zh.md:4"} < set(places)
    assert [place for place in places if "phrases.yml" in place] == [
        f"knowledge/articles/chat-style/phrases.yml:{line}: [{i}]" for i, line in enumerate((2, 8, 14, 20))
    ]


def test_an_article_survives_json(root: Path) -> None:
    (article,), _ = load_articles(root)
    assert Article.from_json(article.to_json()) == article


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            "article.yml",
            "topic: under",
            "topic: over",
            ["article.yml:1: topic: overvaluation is no topic of contract/topics.yml, nor of"],
        ),
        ("article.yml", TOPIC, "eu-withdrawal", ["differs from the folder's name undervaluation"]),
        ("article.yml", "stages:", "stage:", ["unknown key stage", "'stages' is a required property"]),
        ("article.yml", "platforms: []", "platforms: [Amazon]", ["article.yml:5: platforms[0]"]),
        ("article.yml", "from: null", "from: '2026-02-30'", ["effective.from: 2026-02-30 is no day"]),
        ("article.yml", "countries: []", "countries: [DE, XX]", ["countries[1]: XX is no country code"]),
        (
            "article.yml",
            "from: null\n  until: null",
            "from: 2026-02-03\n  until: 2026-02-02",
            ["effective.until: 2026-02-02 lies before 2026-02-03"],
        ),
        ("article.yml", "mark: to_check", "mark: verified", ["sources: statements are to be checked"]),
        ("article.yml", "Low: value", "Other", ["en.md:1: the title is Low: value, in article.yml Other"]),
        (
            "en.md",
            "(to be checked)",
            "",
            ["zh.md:3: 规则是什么: marks 1 statements to be checked, knowledge/articles/"],
        ),
        ("en.md", "# Low: value", "", ["the first line must be the title"]),
        ("en.md", "## Never do", "## What to do", ["en.md:16: What to do: this heading stands here twice"]),
        ("en.md", "## Never do", "Never do:", ["zh.md: has 5 sections", "has 4; both languages"]),
        ("en.md", "unless", "unless " + "word " * 400, ["en.md: has 58", "write 150 to 500"]),
        ("zh.md", "期限", "期限" * 500, ["characters; write 250 to 900"]),
        ("phrases.yml", "id: close", "id: decline", ["phrases.yml:20: [3].id: decline stands here twice"]),
        ("phrases.yml", "  zh: 请您告诉我订单号，我马上查看。\n", "", ["[0]: 'zh' is a required property"]),
        ("questions.yml", "ru:", "pl:", ["unknown key pl", "'ru' is a required property"]),
        ("questions.yml", "de:", "de: [", ["questions.yml:", "not valid YAML"]),
    ],
)
def test_what_is_wrong_is_named(root: Path, name: str, old: str, new: str, expected: list[str]) -> None:
    change(root, name, old, new, 1)
    text = "\n".join(found(root))
    for part in expected:
        assert part in text


def test_dates_need_no_quotes(root: Path) -> None:
    change(root, "article.yml", "checked: '2026-11-25'", "checked: 2026-11-25")
    (article,), problems = load_articles(root)
    assert (article.checked, problems) == ("2026-11-25", [])


def test_all_problems_are_reported_at_once(root: Path) -> None:
    change(root, "article.yml", "stages: []", "stages: [after]")
    change(root, "phrases.yml", "id: close", "id: decline")
    (root / TOPIC / "zh.md").write_bytes(b"\xff\xfe")
    (root / TOPIC / "questions.yml").unlink()
    text = "\n".join(found(root))
    for name in ("article.yml", "phrases.yml", "zh.md: is not UTF-8", "questions.yml: cannot be read"):
        assert name in text


def test_articles_come_in_the_contracts_order_a_schools_own_behind_them(root: Path) -> None:
    for topic in ("chat-style", "off-platform-contact"):
        fill(make_folder(root, NewArticle(topic, topic, topic, "Desk"), TODAY))
    fill(make_folder(root, OWN, TODAY))
    articles, _ = load_articles(root)
    assert [article.topic for article in articles] == [
        "off-platform-contact",
        TOPIC,
        "chat-style",
        "gift-wrapping",
    ]


def test_what_has_expired_is_a_warning(root: Path) -> None:
    change(root, "article.yml", "until: null", "until: 2026-11-24")
    articles, _ = load_articles(root)
    said = [str(warning) for warning in warnings(articles, TODAY)]
    assert any("no longer holds since 2026-11-24" in line for line in said)
    assert any("1 still to be checked" in line for line in said)


@pytest.mark.parametrize("name", ["article.yml", "en.md", "zh.md", "phrases.yml", "questions.yml"])
def test_the_fingerprint_changes_with_every_file(root: Path, name: str) -> None:
    before = fingerprint(root)
    assert fingerprint(root) == before
    with (root / TOPIC / name).open("a") as file:
        file.write("\n")
    assert fingerprint(root) != before


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: NewArticle("no-such-topic", "A", "B", "C"), BadRequest),
        (lambda: NewArticle(TOPIC, "A", "B", "C"), BadRequest),
        (lambda: NewArticle("chat-style", "A", "B", "C", countries=["Germany"]), BadFile),
        (lambda: NewArticle("chat-style", " ", "B", "C"), BadFile),
        (lambda: replace(OWN, answers=None), BadRequest),
        (lambda: replace(OWN, group="presents"), BadFile),
        (lambda: replace(OWN, topic="../gifts"), BadFile),
        (lambda: replace(OWN, topic="chat-style"), BadFile),
        (lambda: replace(OWN, title_en=" "), BadFile),
    ],
)
def test_no_folder_is_left_where_a_new_article_would_be_wrong(
    root: Path, make: Callable[[], NewArticle], error: type[Exception]
) -> None:
    before = fingerprint(root)
    with pytest.raises(error):
        make_folder(root, make(), TODAY)
    assert [folder.name for folder in root.iterdir()] == [TOPIC]
    assert [path.name for path in root.parent.iterdir()] == ["articles"]
    assert fingerprint(root) == before
