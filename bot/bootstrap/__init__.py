"""The one place that wires: settings in, ready objects out. Nothing is built before it is asked for.

Its modules ask for what others wire by way of the package: a part that is replaced here is replaced for all.
"""

from bot.bootstrap.knowledge_folder import (
    ARTICLES,
    KNOWLEDGE,
    articles,
    index_specs,
    knowledge,
    knowledge_base,
    knowledge_encoder,
    library,
    rubric,
    rubric_in,
    rules,
    topics,
)
from bot.bootstrap.practice import (
    agent_lines,
    attempts,
    database,
    desk,
    grader,
    reviewing,
    reviews,
    scenario,
    scenarios,
)
from bot.bootstrap.understanding import (
    acts_encoder,
    buyer_ears,
    encoder,
    explainer,
    heard_by,
    published_vectors,
    tuned_vectors,
    understander,
    understood,
)

__all__ = [
    "ARTICLES",
    "KNOWLEDGE",
    "acts_encoder",
    "agent_lines",
    "articles",
    "attempts",
    "buyer_ears",
    "database",
    "desk",
    "encoder",
    "explainer",
    "grader",
    "heard_by",
    "index_specs",
    "knowledge",
    "knowledge_base",
    "knowledge_encoder",
    "library",
    "published_vectors",
    "reviewing",
    "reviews",
    "rubric",
    "rubric_in",
    "rules",
    "scenario",
    "scenarios",
    "topics",
    "tuned_vectors",
    "understander",
    "understood",
]
