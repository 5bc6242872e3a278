"""The words of a text that spelling can judge: no address, no number, nothing that is a name by its form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from bot.core.words import Language

LONGEST_ABBREVIATION = 5
"""Letters up to which a word in capitals is an abbreviation; a longer one is shouted."""

_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(
    r"[@#_\\]|://|www\.|\w\.(?:com|net|org|info|shop|store|io|me|cn|de|at|ch|ru|es|mx|ar|uk|eu)\b", re.I
)
_LETTER_OR_MARK = r"(?:[^\W_]|[\u0300-\u036f])+"
_JOINED = re.compile(rf"{_LETTER_OR_MARK}(?:['’\-‐‑]{_LETTER_OR_MARK})*")
_PART = re.compile(r"[^\-‐‑]+")
_DIGIT = re.compile(r"\d")
_LATIN = re.compile("[a-zß-öø-ž]+")
_LETTERS = {"en": _LATIN, "de": _LATIN, "es": _LATIN, "ru": re.compile("[а-яё]+")}
_OPENS = " \t\"'“”„‚‘’«»()[]*"
"""What may stand between the end of a sentence and the first word of the next."""
_GOES_ON = ",&%+*/-‐‑€$£"
"""Signs after which a sentence goes on; after any other one the next begins."""
_BEFORE_A_NAME = frozenset("herr herrn frau familie dr liebe lieber hallo hi hey moin servus".split())


@dataclass(frozen=True)
class Token:
    """A word in small letters, without what follows an apostrophe, and its place in the text.

    `capital`: it is written with one where a name would be written so, and any other word as well.
    """

    word: str
    start: int
    end: int
    capital: bool


def tokens(text: str, language: Language) -> Iterator[Token]:
    """The words to be judged in this language, in order."""
    for chunk in _CHUNK.finditer(text):
        if _ADDRESS.search(chunk[0]):
            continue
        for joined in _JOINED.finditer(text, *chunk.span()):
            if not _DIGIT.search(joined[0]):
                for part in _PART.finditer(text, *joined.span()):
                    written = re.split("['’]", part[0])[0]
                    token = Token(
                        normalize("NFC", written.lower()), part.start(), part.start() + len(written), False
                    )
                    yield from _judged(text, written, token, language)


def _judged(text: str, written: str, token: Token, language: Language) -> Iterator[Token]:
    if len(written) < 2 or not _LETTERS[language].fullmatch(token.word):
        return
    if written.islower() or (written.isupper() and len(written) > LONGEST_ABBREVIATION):
        yield token
    elif written[1:].islower() and not _is_name(text[: token.start], language):
        yield Token(token.word, token.start, token.end, capital=True)


def _is_name(before: str, language: Language) -> bool:
    """Whether a word with a capital is a name for sure, by the text before it."""
    if language == "de":
        last = _JOINED.findall(before[-20:])
        return bool(last) and last[-1].lower() in _BEFORE_A_NAME
    closed = before.rstrip(_OPENS)
    return bool(closed) and (closed[-1].isalnum() or closed[-1] in _GOES_ON)
