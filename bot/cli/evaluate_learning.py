"""The part of `silkdesk evaluate` that trains: authors left out one by one, and ever more sentences."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.heard import JsonDict
from bot.core.words import LANGUAGES
from bot.settings import ROOT, settings


def learning() -> JsonDict:
    """Surest acts right: `authors` in sentences of an author left out, `curve` by the number of sentences."""
    from bot import bootstrap
    from bot.content.contract import acts
    from bot.content.nlu import load_examples
    from bot.encoder.vectors import VectorStore
    from bot.understanding.features import Taught
    from bot.understanding.generalisation import Generalisation

    taught, tests = (load_examples(ROOT / folder / "nlu")[0] for folder in ("data", "tests"))
    sentences = [Taught(e.text, e.acts, e.language) for e in (*taught, *tests)]
    encoder = bootstrap.acts_encoder()
    vectors = VectorStore(settings().var / "vectors" / "taught.npz", encoder).encode(
        [s.text for s in sentences]
    )
    general = Generalisation(sentences, vectors, acts())
    authors = [e.batch.rpartition("-")[2] if e.batch else "" for e in taught] + [""] * len(tests)
    return {
        "authors": general.by_author(authors),
        "curve": general.curve([False] * len(taught) + [True] * len(tests)),
    }


def lines(found: JsonDict) -> Iterator[str]:
    """What `learning` found, as a table for people."""
    yield f"{'learning':30}" + "".join(f"{language:>8}" for language in LANGUAGES)
    for author, row in found["authors"].items():
        yield f"  {'top_1, left out author ' + author:28}" + _figures(row)
    for row in found["curve"]:
        yield f"  {'top_1, ' + format(row['sentences'], ',') + ' sentences':28}" + _figures(row)


def _figures(row: JsonDict) -> str:
    return "".join(f"{row[language]:8.3f}" if language in row else f"{'–':>8}" for language in LANGUAGES)
