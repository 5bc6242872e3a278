"""Markdown of briefings and articles to HTML that holds nothing but what the renderer itself writes."""

from __future__ import annotations

import itertools
from functools import cache

from markdown_it import MarkdownIt
from markupsafe import Markup

from bot.core.article import TO_CHECK


@cache
def _renderer() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "html_block"])


def render(text: str) -> Markup:
    """Headings, paragraphs, lists, tables, emphasis and links; HTML in the text is shown as text."""
    html = _renderer().render(text)
    for flag in TO_CHECK.values():
        html = html.replace(flag, f'<span class="flag">{flag}</span>')
    return Markup(html)


def plain(text: str) -> str:
    """The first paragraph of a Markdown text as plain words, without its headings."""
    tokens = _renderer().parse(text)
    for before, token in itertools.pairwise(tokens):
        if before.type == "paragraph_open" and token.children is not None:
            return "".join(" " if t.type == "softbreak" else t.content for t in token.children).strip()
    return ""
