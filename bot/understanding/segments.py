"""Cuts a message into passages, sentences and clauses, each clause with its place in the message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

MARKS = r"[\u0300-\u036f\u200d\u20e3\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]"
"""Code points that belong to the one before: combining marks, joiners, variation selectors, skin tones."""
PICTURE = rf"(?:[\u203c\u2049\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]{MARKS}*)"
SMILEY = r"(?:[:;=]-?[)(DPp3*]+(?!\w)|\){2,}(?=\s|$))"

_END = re.compile(
    rf"""(?:[!?…！？。；\n\r]|(?<=[^\W\d])\.(?=[A-ZА-ЯЁ]{MARKS}*[a-zа-яё]+\s)|\.(?=[\s"'”“»)\]]|{PICTURE}|$))
         (?:[.!?…！？。]|{MARKS})*["'”“»)\]]*(?:\s*(?:{PICTURE}|{SMILEY}))*
       | (?<=[\s\w])(?:{PICTURE}|{SMILEY})(?:\s*(?:{PICTURE}|{SMILEY}))*(?=\s*(?:\w|$))""",
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"""(?:^|[\s(])(?:nr|no|art|str|st|tel|ca|bzw|bspw|evtl|ggf|inkl|exkl|zzgl|mind|max|min|dr|prof|hr|fr|mr|mrs|ms
      |sr|sra|srta|dña|ud|uds|vd|vds|núm|pág|p|ej|z|b|d|h|u|a|o|i|e|g|vs|approx|incl|etc|usw
      |т|д|п|г|гг|ул|им|шт|руб|коп|тыс|см|стр|тел|др|пр|jan|feb|aug|sept|okt|oct|nov|dez|dec)\.$""",
    re.VERBOSE | re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:^|[\s(.–-])\d{1,2}\.$")

_JOINT = re.compile(
    r"(?:[,;:]|\s[–—-])\s+|\s+(?=(?:and|but|so|und|aber|doch|also|и|а|но|поэтому|y|e|pero|así)\s)",
    re.IGNORECASE,
)
_FORMULAS = frozenset(
    """hello hi dear thank thanks sorry ok okay yes hallo danke entschuldigung ja здравствуйте привет спасибо
    благодарю извините простите да hola gracias perdón sí bye tschüss adiós""".split()
)
"""Words of courtesy that stand for themselves even alone."""
FEWEST = 2
"""Words of a clause that opens with none of them."""
PASSAGE = 45
"""Words up to which neighbouring sentences are read together."""
_WORD = re.compile(rf"(?:[^\W_]{MARKS}*)+")


@dataclass(frozen=True)
class Segment:
    """A clause. `start` and `end` count code points; `text` is what stands between them.

    `sentence` is the whole sentence that it is a part of, `passage` what is read together with that.
    """

    start: int
    end: int
    text: str
    sentence: str
    passage: str


def segments(message: str) -> tuple[Segment, ...]:
    """The clauses of `message` in order, without the blanks around them.

    Together they hold every character of the message that is not a blank.
    """
    return tuple(
        Segment(left, right, message[left:right], message[start:end].strip(), passage)
        for sentences in _passages(message)
        for passage in [message[sentences[0][0] : sentences[-1][1]].strip()]
        for start, end in sentences
        for left, right in map(partial(_trimmed, message), _clauses(message, start, end))
        if left < right
    )


def _passages(message: str) -> Iterator[list[tuple[int, int]]]:
    """Neighbouring sentences of not too many words together."""
    together: list[tuple[int, int]] = []
    count = 0
    for start, end in _sentences(message):
        words = len(_WORD.findall(message[start:end]))
        if together and count + words > PASSAGE:
            yield together
            together, count = [], 0
        together.append((start, end))
        count += words
    if together:
        yield together


def _sentences(message: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(message):
        head = message[start : match.end()].rstrip()
        if _ABBREVIATION.search(head) or (_ORDINAL.search(head) and match.end() < len(message)):
            continue
        if not _WORD.search(head) and start:
            continue
        yield start, match.end()
        start = match.end()
    if start < len(message):
        yield start, len(message)


def _clauses(message: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    left = start
    for match in _JOINT.finditer(message, start, end):
        if _stands(message[left : match.start()]) and _stands(message[match.end() : end]):
            yield left, match.end()
            left = match.end()
    yield left, end


def _stands(text: str) -> bool:
    """Whether a text is long enough for a clause of its own."""
    words = _words(text)
    return len(words) >= FEWEST or bool(_FORMULAS.intersection(words))


def _words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]


def _trimmed(message: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span without the blanks around it."""
    text = message[slice(*span)]
    start = span[0] + len(text) - len(text.lstrip())
    return start, start + len(text.strip())
