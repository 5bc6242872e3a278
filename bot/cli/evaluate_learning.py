"""The part of `silkdesk evaluate` that trains: authors, goods and languages left out, and more sentences."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.heard import JsonDict
from bot.core.words import LANGUAGES
from bot.settings import ROOT

LEFT_OUT = "c"
"""The author on whose sentences a curve is measured: all acts in four languages, mostly without any goods."""


def learning() -> JsonDict:
    """How far what was taught carries; each figure is by language.

    `curve`: the sentences of `tests/nlu` by the number of taught ones, with the tuned encoder, which saw none
    of them. All else is heard with the published encoder, as the tuned one has seen what is left out:
    `authors`, `worlds` and `languages` left out, and `author_curve`, one author's sentences by the number of
    others'.
    """
    from bot import bootstrap
    from bot.content.contract import acts
    from bot.content.nlu import load_examples
    from bot.understanding.features import Taught
    from bot.understanding.generalisation import Generalisation

    taught, tests = (load_examples(ROOT / folder / "nlu")[0] for folder in ("data", "tests"))
    sentences = [Taught(e.text, e.acts, e.language) for e in (*taught, *tests)]
    texts, others = [s.text for s in sentences], sentences[: len(taught)]
    by_tuned = Generalisation(sentences, bootstrap.tuned_vectors(texts), acts())
    curve = by_tuned.curve([row >= len(taught) for row in range(len(sentences))])
    by_published = Generalisation(others, bootstrap.published_vectors(texts[: len(taught)]), acts())
    authors = [e.batch.rpartition("-")[2] for e in taught]
    return {
        "authors": by_published.by_author(authors),
        "worlds": by_published.by_world([e.world for e in taught]),
        "languages": by_published.by_language(),
        "curve": curve,
        "author_curve": by_published.curve([name == LEFT_OUT for name in authors]),
    }


def lines(found: JsonDict) -> Iterator[str]:
    """What `learning` found, as a table for people: the mean F1 of the acts."""
    yield f"{'learning, F1':38}" + "".join(f"{language:>8}" for language in LANGUAGES)
    for name, row in found["authors"].items():
        yield f"  {'left out author ' + name:36}" + _figures(row)
    yield f"  {'left out goods':36}" + _figures(found["worlds"])
    yield f"  {'left out language':36}" + _figures(found["languages"])
    for part, what in (("curve", "tests"), ("author_curve", f"author {LEFT_OUT}")):
        for row in found[part]:
            yield f"  {what + ', ' + format(row['sentences'], ',') + ' sentences':36}" + _figures(row)


def _figures(row: JsonDict) -> str:
    return "".join(f"{row[name]['f1']:8.3f}" if name in row else f"{'–':>8}" for name in LANGUAGES)
