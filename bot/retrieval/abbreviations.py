"""Writes out the trade's abbreviations in a question, so that it shares words with whoever wrote them out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.core.knowledge import LongForms
from bot.retrieval.tokens import CHINESE, tokens


class Abbreviations:
    """The words of questions, with those that their abbreviations stand for."""

    def __init__(self, long_forms: Mapping[str, LongForms]) -> None:
        self.long_forms = dict(long_forms)
        either = "|".join(re.escape(short) for short in sorted(long_forms, key=len, reverse=True))
        inside = rf"[^\W{CHINESE}]"
        self._pattern = re.compile(rf"(?<!{inside})(?:{either})(?!{inside})")

    def words(self, question: str, language: str | None = None) -> list[str]:
        """The words of `question`, each once; what an abbreviation stands for is added in every language."""
        found = tokens(question, language)
        for short in self._pattern.findall(question.casefold()) if self.long_forms else ():
            for name, text in self.long_forms[short].items():
                found += tokens(text, name)
        return list(dict.fromkeys(found))
