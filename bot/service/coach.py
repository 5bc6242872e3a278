"""What the coach says during a practice: what the rules say, and hints, each clearer than the one before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from bot.buyer.scenario import Need, Scenario, Trap
from bot.core.article import Article
from bot.core.errors import NotFound
from bot.core.grade import Text
from bot.core.heard import JsonDict
from bot.core.words import UiLanguage
from bot.retrieval.excerpt import plain
from bot.retrieval.query import Query
from bot.rules.policy import Policy

THINK_OF = {"zh": "想一想这个主题：{title}", "en": "Think of this topic: {title}"}
SAY = {"zh": "可以这样说：", "en": "You could say:"}


class Knowledge(Protocol):
    """The knowledge base, as the coach uses it."""

    @property
    def articles(self) -> Mapping[str, Article]: ...

    def search(self, query: Query) -> JsonDict: ...


def look_up(base: Knowledge, policy: Policy, metadata: Mapping[str, Any], typed: str) -> JsonDict:
    """What the rules say to the question in `metadata`, or to the text that was `typed`; and the house."""
    question = str(metadata.get("question") or typed).strip()
    if not question:
        return {"kind": "rule_lookup", "question": "", "answered": False, "hits": [], "house": None}
    filters = {key: metadata.get(key) for key in ("platform", "country", "stage", "date")}
    found = base.search(Query.parse({"question": question, **filters}))
    return {"kind": "rule_lookup", **found, "house": _house(policy, metadata)}


def hint(base: Knowledge, policy: Policy, scenario: Scenario, metadata: Mapping[str, Any]) -> JsonDict:
    """The hint of `metadata.step`: 0 names the topic, 1 tells the rule, 2 gives phrases, also the house's."""
    step = int(metadata.get("step") or 0)
    language = str(metadata.get("language") or "en")
    topic, section = _open_topic(base, scenario, metadata.get("state") or {})
    article = base.articles[topic]
    said: dict[int, Text] = {
        0: {name: text.format(title=article.title[name]) for name, text in THINK_OF.items()},
        1: {name: plain(parts[section].text) for name, parts in article.sections.items()},
    }
    return {
        "kind": "hint",
        "step": step,
        "topic": topic,
        "title": dict(article.title),
        "section": article.anchors[section],
        "text": said.get(step, SAY),
        "phrases": list(article.phrases_in(language)) if step > 1 else [],
        "house": _house(policy, metadata) if step > 1 else None,
    }


def _house(policy: Policy, metadata: Mapping[str, Any]) -> JsonDict:
    """The shop's own sentences in the language of the talk, and what its agents may name as its contact."""
    spoken = str(metadata.get("language") or "en")
    return {"scripts": list(policy.scripts.get(spoken, ())), "addresses": dict(policy.addresses)}


def _open_topic(base: Knowledge, scenario: Scenario, state: Mapping[str, Any]) -> tuple[str, int]:
    """The topic, and its section, that fits what the buyer waits for at the moment.

    A wish that names no topic with an article takes the scenario's topic that is found by its title.
    """
    title, topic = _waiting(scenario, state)
    wanted = (topic,) if topic and topic in base.articles else scenario.topics
    known = tuple(id for id in wanted if id in base.articles)
    if not known:
        raise NotFound(f"scenario {scenario.id}: none of its topics has an article")
    hits = base.search(Query(title, "en", topics=known, k=1))["hits"]
    if not hits:
        return known[0], 0
    return hits[0]["topic"], base.articles[hits[0]["topic"]].anchors.index(hits[0]["section"])


def _waiting(scenario: Scenario, state: Mapping[str, Any]) -> tuple[str, str | None]:
    """Title and topic of what the buyer spoke of last, traps first; else of the next open need."""
    traps = {use.trap.id: use.trap for use in scenario.traps}
    needs = {use.need.id: use.need for use in scenario.needs}
    focus = state.get("focus") or ()
    opened = [id for id, need in (state.get("needs") or {}).items() if need["status"] == "open"]
    wishes: list[Need | Trap] = [traps[id] for id in focus if id in traps]
    wishes += [needs[id] for id in (*focus, *opened) if id in needs]
    return (wishes[0].title["en"], wishes[0].topic) if wishes else (scenario.title["en"], None)


def look_up_as_text(answer: JsonDict) -> str:
    """The best answer as lines for a terminal."""
    if not answer["answered"]:
        return "Nothing in the knowledge base answers this."
    hit = answer["hits"][0]
    return f"{hit['title'][hit['language']]} · {hit['section']}\n{hit['excerpt']}"


def hint_as_text(hint: JsonDict, interface: UiLanguage) -> str:
    """A hint as lines for a terminal."""
    house = hint["house"] or {"scripts": ()}
    return "\n".join((hint["text"][interface], *hint["phrases"], *house["scripts"]))
