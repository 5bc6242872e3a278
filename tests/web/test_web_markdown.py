"""Markdown that people wrote becomes HTML that holds nothing of their own."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.web.markdown import plain, render

OURS = {
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "a",
    "code",
    "pre",
    "hr",
    "br",
}
OURS |= {"blockquote", "table", "thead", "tbody", "tr", "th", "td", "span"}


def test_it_knows_what_articles_use() -> None:
    html = render("# A\n\nb **c**\n\n- d\n\n| e |\n| --- |\n| f |\n")
    for part in ("<h1>A</h1>", "<strong>c</strong>", "<li>d</li>", "<th>e</th>", "<td>f</td>"):
        assert part in html


def test_html_is_shown_as_text() -> None:
    assert "<script>" not in render("a <script>alert(1)</script>")
    assert "&lt;script&gt;" in render("<script>alert(1)</script>")


def test_links_run_no_script() -> None:
    assert "href" not in render("[a](javascript:alert(1))")


def test_what_has_to_be_checked_is_flagged() -> None:
    assert render("x (to be checked)").count('class="flag"') == 1
    assert render("x（待核实）").count('class="flag"') == 1


@given(st.text(alphabet=st.sampled_from("<>\"'&ab/!-=[]()#*`| \n"), max_size=200))
def test_no_tag_comes_from_the_text(text: str) -> None:
    assert set(re.findall(r"</?([a-z0-9]+)", str(render(text)))) <= OURS


def test_the_summary_is_the_first_paragraph_without_marks() -> None:
    assert plain("# Task\n\nThe **parcel** is\nlate.\n\nMore.") == "The parcel is late."
    assert plain("") == ""
