"""Whatever stands in a line, it ends in a grade or in one line that names the error."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from hypothesis import HealthCheck, Phase, given, settings

from bot.cli.grade_formats import FORMATS
from bot.cli.grade_work import Read, grading
from bot.cli.transcript_input import BadLine, Transcripts
from bot.content.chat_messages import Layout
from bot.content.contract import acts, moves
from bot.core.grade import Grade
from bot.core.heard import Heard, HeardAct
from bot.core.transcript import Move, Transcript
from bot.core.words import as_language
from bot.service.grader import Grader
from bot.understanding.address import address
from bot.understanding.findings import findings
from bot.understanding.segments import segments
from bot.understanding.surface import surface
from tests.buyer.talks import late_parcel
from tests.content.test_content_transcripts import GOOD
from tests.grading.hostile import lines
from tests.grading.talks import SPELLER, rubric, rules

SCENARIOS = {"late-parcel": late_parcel()}
ACTS, MOVES = sorted(acts()), sorted(moves())


class Babel:
    """Hears any act or move, by the checksum of the words."""

    def hear_many(self, texts: Sequence[str], languages: Sequence[str | None]) -> list[Heard]:
        return [
            self._heard(text, as_language(hint or "")) for text, hint in zip(texts, languages, strict=True)
        ]

    def hear(self, text: str, language: str) -> tuple[Move, ...]:
        return (Move(MOVES[crc32(f"{language} {text}".encode()) % len(MOVES)]),)

    def _heard(self, text: str, language: str) -> Heard:
        spans = [(s.start, s.end, ACTS[crc32(s.text.encode()) % len(ACTS)]) for s in segments(text)]
        return Heard(
            text,
            language,
            0.9,
            tuple(HeardAct(act, 0.9, start, end) for start, end, act in spans),
            findings(text),
            address(text, as_language(language)),
            surface(text, language, SPELLER),
        )


some = settings(deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
"""Lines this long would take minutes to be made shorter."""
GRADER = Grader(Babel(), Babel(), "babel", rules(), rubric(), {}, SCENARIOS)


def read(folder: Path, line: bytes) -> list[Read]:
    """What is read of a file with a good line and this one."""
    file = folder / "talks.jsonl"
    file.write_bytes(json.dumps(GOOD).encode() + b"\n" + line + b"\n")
    return list(Transcripts([str(file)], SCENARIOS, Layout()).read())


def printed(results: Sequence[Grade | BadLine]) -> dict[str, str]:
    return {name: "".join(shown(results)) for name, shown in FORMATS.items()}


@settings(some, max_examples=300)
@given(lines)
def test_a_line_ends_in_a_grade_or_in_one_named_error(tmp_path: Path, line: bytes) -> None:
    found = read(tmp_path, line)
    assert len(found) == (2 if line.strip() else 1)
    results = list(map(grading(GRADER, None), found))
    assert isinstance(results[0], Grade)
    shown = printed(results)
    for each in shown["json"].rstrip("\n").split("\n"):
        json.loads(each, parse_constant=lambda name: AssertionError(name))
    if isinstance(wrong := results[-1], BadLine):
        assert wrong.line == 2
        assert wrong.error.isprintable()
        assert 0 < len(wrong.error) <= 1000
    assert [char for char in shown["text"] + shown["table"] if not (char.isprintable() or char == "\n")] == []


@settings(some, max_examples=200)
@given(lines)
def test_every_no_has_evidence_that_stands_in_the_text(tmp_path: Path, line: bytes) -> None:
    for talk in read(tmp_path, line):
        if isinstance(talk, Transcript):
            grade = GRADER.grade(talk)
            assert all(check.evidence for check in grade.checks if check.verdict == "no")
            quotes = [e for check in grade.checks for e in check.evidence]
            assert all(0 <= e.turn < len(talk.turns) for e in quotes)
            quoted = [(e.turn, e.start, e.end, e.quote) for e in quotes if e.quote is not None]
            quoted += [(v.turn, v.start, v.end, v.quote) for v in grade.violations]
            assert all(quote == talk.turns[turn].text[start:end] for turn, start, end, quote in quoted)


@settings(some, max_examples=100)
@given(lines)
def test_the_same_line_gives_the_same_bytes(tmp_path: Path, line: bytes) -> None:
    first, second = (printed(list(map(grading(GRADER, None), read(tmp_path, line)))) for _ in range(2))
    assert first == second
