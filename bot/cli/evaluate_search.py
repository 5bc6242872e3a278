"""The part of `silkdesk evaluate` that compares ways to search, each with weights learned for itself."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.heard import JsonDict
from bot.settings import ROOT, settings

WORDS, MEANING = ("words",), ("gist", "section")


def retrieval() -> JsonDict:
    """The search on its test questions; in `ways`, what is found where something is left out."""
    import yaml

    from bot import bootstrap
    from bot.retrieval.builder import kept_vectors
    from bot.retrieval.evaluation import Remembering, asked_in, measure
    from bot.retrieval.finder import Finder, Way
    from bot.retrieval.knowledge_base import KnowledgeBase

    data = yaml.safe_load((ROOT / "tests/retrieval/questions.yml").read_text(encoding="utf-8"))
    questions = asked_in(data)
    encoder, knowledge = bootstrap.knowledge_encoder(), bootstrap.knowledge()
    passages = kept_vectors(settings().var, encoder)
    asked = Remembering(encoder)
    ways = {
        "words alone": Way(WORDS),
        "words, abbreviations not written out": Way(WORDS, abbreviations=False),
        "words, taught questions not in the index": Way(WORDS, taught=False),
        "encoder alone": Way(MEANING),
        "encoder, taught questions not in the index": Way(MEANING, taught=False),
        "both, weights not learned": Way(learned=False),
        "both, abbreviations not written out": Way(abbreviations=False),
        "both, taught questions not in the index": Way(taught=False),
    }
    found = measure(bootstrap.knowledge_base(), questions)
    found["ways"] = {
        name: measure(KnowledgeBase(Finder.make(knowledge, passages.encode, way), asked), questions)
        for name, way in ways.items()
    }
    return found


def lines(found: JsonDict) -> Iterator[str]:
    """The figures as a table: right topic first and among the first three, by language."""
    languages = list(found["languages"])
    yield f"{'retrieval':44}" + "".join(f"{name:>12}" for name in ("all", *languages)) + "   answered refused"
    for name, row in {"both, as built": found, **found["ways"]}.items():
        parts = (row["all"], *(row["languages"][language] for language in languages))
        shares = "".join(f"{part['first']:>7.3f}{part['first_three']:>5.2f}" for part in parts)
        yield f"  {name:42}{shares}   {row['answered']:>8.3f}{row['refused']:>8.3f}"
    yield f"  {found['milliseconds']:.0f} ms a search"
