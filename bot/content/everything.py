"""All files that people write and that a practice needs, checked at once."""

from __future__ import annotations

from pathlib import Path

from bot.content.agent_lines import load_agent_lines
from bot.content.articles import citable
from bot.content.indices import load_indices
from bot.content.rubric import load_rubric
from bot.content.rules import load_rules
from bot.content.scenarios import load_scenarios
from bot.content.search_aids import load_search_aids
from bot.core.errors import Problem


def all_problems(root: Path) -> list[Problem]:
    """Everything wrong in the scenarios, the catalogue and the knowledge base of `root`."""
    knowledge = root / "knowledge"
    articles, wrong = citable(knowledge / "articles")
    shelf = load_scenarios(root)
    return [
        *shelf.problems,
        *load_agent_lines(root, shelf.catalogue)[1],
        *wrong,
        *load_rules(knowledge, articles)[1],
        *load_search_aids(knowledge)[2],
        *load_rubric(knowledge / "rubric.yml", articles)[1],
        *load_indices(knowledge / "indices.yml")[1],
    ]
