"""Cuts a message into sentences and clauses, each with its place in the message."""

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

_JOINT = re.compile(r"(?P<strong>;\s+|\s[–—]\s|\s-\s|:\s+)|(?P<weak>,\s+|\s+(?=(?:and|und|и|y)\s))")
_CONTRASTS = frozenset("but aber но pero".split())
_JOINERS = frozenset("and but so und aber doch also и а но поэтому зато y pero así por".split())
_STARTERS = frozenset(
    """we i you your please can could would may let this it the wir ich sie ihr ihre bitte können könnten
    darf das es мы я вы ваш ваша ваше ваши пожалуйста можете это он она nosotros yo usted su sus le les por
    puede podría me nos esto""".split()
)
_SUBORDINATES = frozenset(
    """if when as once while because since although unless before after until whether wenn falls sobald weil
    da obwohl bevor nachdem bis ob während если когда пока хотя чтобы как так поскольку si cuando como
    aunque porque mientras antes después hasta""".split()
)
_FORMULAS = frozenset(
    """thank thanks sorry danke vielen herzlichen entschuldigung спасибо благодарю извините простите gracias
    muchas""".split()
)
"""Words that open a formula of courtesy, which stands for itself even after a short salutation."""
_WORD = re.compile(rf"(?:[^\W_]{MARKS}*)+")


@dataclass(frozen=True)
class Segment:
    """A sentence or clause. `start` and `end` count code points; `text` is what stands between them.

    `sentence` is the whole sentence that it is a part of.
    """

    start: int
    end: int
    text: str
    sentence: str


def segments(message: str) -> tuple[Segment, ...]:
    """The sentences and clauses of `message` in order, without the blanks around them.

    Together they hold every character of the message that is not a blank.
    """
    return tuple(
        Segment(left, right, message[left:right], message[start:end].strip())
        for start, end in _sentences(message)
        for left, right in map(partial(_trimmed, message), _clauses(message, start, end))
        if left < right
    )


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
        before, after = _words(message[left : match.start()]), _words(message[match.end() : end])
        if _splits(match.lastgroup, before, after):
            yield left, match.end()
            left = match.end()
    yield left, end


def _splits(joint: str | None, before: list[str], after: list[str]) -> bool:
    """Whether what stands around a joint are two clauses of their own rather than parts of one."""
    if len(before) < 2 or len(after) < 2 or before[0] in _SUBORDINATES:
        return False
    opener = after[1] if after[0] in _JOINERS else after[0]
    if opener in _FORMULAS:
        return True
    if len(before) < 3 or len(after) < 3:
        return False
    return joint == "strong" or opener in _STARTERS or after[0] in _CONTRASTS


def _words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]


def _trimmed(message: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span without the blanks around it."""
    text = message[slice(*span)]
    start = span[0] + len(text) - len(text.lstrip())
    return start, start + len(text.strip())
