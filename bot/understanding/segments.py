"""Cuts a message into passages, sentences and clauses, each clause with its place in the message."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

MARKS = r"[\u0300-\u036f\u200d\u20e3\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]"
"""Code points that belong to the one before: combining marks, joiners, variation selectors, skin tones."""
PICTURE = rf"(?:[\u203c\u2049\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]{MARKS}*)"
SMILEY = r"(?:[:;=]-?[)(DPp3*]+(?!\w)|\){2,}(?=\s|$))"

_PICTURES = rf"(?:\s{{0,4}}(?:{PICTURE}|{SMILEY})){{0,20}}"
"""Bounded, as all that repeats in a pattern that may fail behind it: the time stays linear in the text."""

_END = re.compile(
    rf"""(?:[!?…！？。；\n\r]|(?<=[^\W\d])\.(?=[A-ZА-ЯЁ]{MARKS}*[a-zа-яё]+\s)|\.(?=[\s"'”“»)\]]|{PICTURE}|$))
         (?:[.!?…！？。]|{MARKS})*["'”“»)\]]*{_PICTURES}
       | (?<=[\s\w])(?:{PICTURE}|{SMILEY}){_PICTURES}(?=\s{{0,4}}(?:\w|$|{PICTURE}))""",
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"""(?:^|[\s(])(?:nr|no|art|str|st|tel|ca|bzw|bspw|evtl|ggf|inkl|exkl|zzgl|mind|max|min|dr|prof|hr|fr|mr|mrs|ms
      |sr|sra|srta|dña|ud|uds|vd|vds|núm|pág|p|ej|z|b|d|h|u|a|o|i|e|g|vs|approx|incl|etc|usw
      |т|д|п|г|гг|ул|им|шт|руб|коп|тыс|см|стр|тел|др|пр|jan|feb|aug|sept|okt|oct|nov|dez|dec)\.$""",
    re.VERBOSE | re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:^|[\s(.–-])\d{1,2}\.$")

_PLACE = r"\s{1,4}(?:\S{1,40}@|www\.|https?:|[+(]?\d[\d ()/-]{6})"
"""An address or number, which says nothing without the words that announce it."""
_JOINT = re.compile(
    rf"(?:[,;]|:(?!{_PLACE})|\s[–—-])\s+"
    r"|\s(?=(?:and|but|so|und|aber|doch|also|и|а|но|поэтому|y|e|pero|así)\s)",
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
TAIL = 40
"""Characters before the end of a sentence in which an abbreviation shows."""
NEAR = 100
"""Characters beside a joint within which its words are read."""
LONGEST, PIECE = 60, 40
"""Words from which a sentence is cut, and words of a piece; at a comma half of them are enough."""
SHORTEST, FEW = 25, 20
"""Characters that clauses have on average at least, where there are more than a few."""
_WORD = re.compile(rf"(?:[^\W_]{MARKS}*)+")
_BLANKS = re.compile(r"\s+")


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
    found = [
        Segment(left, right, message[left:right], message[start:end].strip(), passage)
        for sentences in _passages(message)
        for passage in [message[sentences[0][0] : sentences[-1][1]].strip()]
        for start, end in sentences
        for left, right in map(partial(_trimmed, message), _clauses(message, start, end))
        if left < right
    ]
    many = math.ceil(len(found) / max(FEW, len(message) // SHORTEST)) or 1
    return tuple(_joined(message, found[i : i + many]) for i in range(0, len(found), many))


def _joined(message: str, parts: Sequence[Segment]) -> Segment:
    """Neighbours as one."""
    if len(parts) == 1:
        return parts[0]
    start, end = parts[0].start, parts[-1].end
    text = message[start:end]
    return Segment(start, end, text, text, text)


def _passages(message: str) -> Iterator[list[tuple[int, int]]]:
    """Neighbouring sentences of not too many words together."""
    together: list[tuple[int, int]] = []
    count = 0
    for start, end in _pieces(message):
        words = len(_WORD.findall(message[start:end]))
        if together and count + words > PASSAGE:
            yield together
            together, count = [], 0
        together.append((start, end))
        count += words
    if together:
        yield together


def _pieces(message: str) -> Iterator[tuple[int, int]]:
    """The sentences; one that is too long to be heard at once is cut at commas, or else at blanks."""
    for start, end in _sentences(message):
        blanks = list(_BLANKS.finditer(message, start, end))
        left, words = start, 0
        for blank in blanks if len(blanks) >= LONGEST else ():
            words += 1
            if words >= PIECE or (words >= PIECE // 2 and message[blank.start() - 1] == ","):
                yield left, blank.end()
                left, words = blank.end(), 0
        if left < end:
            yield left, end


def _sentences(message: str) -> Iterator[tuple[int, int]]:
    start, last, worded = 0, 0, False
    for match in _END.finditer(message):
        worded = worded or bool(_first_words(message, last, match.end()))
        last = match.end()
        tail = message[max(start, last - TAIL) : last].rstrip()
        if _ABBREVIATION.search(tail) or (_ORDINAL.search(tail) and last < len(message)):
            continue
        if not worded and start:
            continue
        yield start, last
        start, worded = last, False
    if start < len(message):
        yield start, len(message)


def _clauses(message: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    left = start
    for match in _JOINT.finditer(message, start, end):
        before = _first_words(message, left, min(match.start(), left + NEAR))
        after = _first_words(message, match.end(), min(end, match.end() + NEAR))
        if _stands(before) and _stands(after):
            yield left, match.end()
            left = match.end()
    yield left, end


def _stands(words: list[str]) -> bool:
    """Whether a text that begins so is long enough for a clause of its own."""
    return len(words) >= FEWEST or bool(_FORMULAS.intersection(words))


def _first_words(message: str, start: int, end: int) -> list[str]:
    """As many words of a span, in lower case, as a clause has at least."""
    return [match.group().lower() for match in islice(_WORD.finditer(message, start, end), FEWEST)]


def _trimmed(message: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span without the blanks around it."""
    text = message[slice(*span)]
    start = span[0] + len(text) - len(text.lstrip())
    return start, start + len(text.strip())
