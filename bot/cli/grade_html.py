"""Grades as one page that stands alone: a line a talk, which unfolds into what cost points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.cli.transcript_input import BadLine
from bot.core.grade import Grade
from bot.core.words import UiLanguage

WORDS = {
    "en": {
        "title": "Grades",
        "line": "Line",
        "passed": "passed",
        "failed": "not passed",
        "nothing": "nothing to judge",
        "cap": "{before:.1f} before the cap of {cap:g} by",
        "share": "{share:.0f} % of the score: −{lost:.1f}",
        "points": "{points:g} of {of:g} points: −{lost:.1f}",
        "critical": "critical",
        "undone": "left undone here",
        "say": "You could say:",
        "cost": "What it cost the shop",
        "most": "up to",
        "teacher": "Teacher",
        "response_time": "Response time",
        "resolution": "Resolution",
        "compliance": "Compliance",
        "communication": "Communication",
    },
    "zh": {
        "title": "评分",
        "line": "第几行：",
        "passed": "通过",
        "failed": "未通过",
        "nothing": "无法评分",
        "cap": "封顶前 {before:.1f} 分，最高只能是 {cap:g} 分，原因：",
        "share": "占总分 {share:.0f}%：−{lost:.1f}",
        "points": "{points:g}／{of:g} 分：−{lost:.1f}",
        "critical": "关键",
        "undone": "这里该做而没有做",
        "say": "可以这样说：",
        "cost": "让店铺损失",
        "most": "最高",
        "teacher": "教师",
        "response_time": "响应时间",
        "resolution": "问题解决",
        "compliance": "合规",
        "communication": "沟通",
    },
}


def html(results: Iterable[Grade | BadLine], language: UiLanguage) -> Iterator[str]:
    """The page in pieces as the grades come."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("grades.html")
    yield from page.generate(results=results, t=WORDS[language], lang=language)
    yield "\n"
