"""`silkdesk understand`: what an agent's message says."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from io import BufferedIOBase
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, cast

import typer

from bot.cli.arriving import arriving
from bot.core.errors import BadRequest
from bot.core.heard import Heard, JsonDict
from bot.core.text import read_json, whole
from bot.core.words import LANGUAGES, is_language

if TYPE_CHECKING:
    from bot.understanding.explanation import Explanation

Item: TypeAlias = tuple[str, str | None] | JsonDict
"""A text and the language of its talk, or `line` (from 1) and `error` of a line that cannot be read."""

LONGEST = 5000
"""Characters of a message that are still read; a chat allows 2,000."""


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(name="understand")(understand)


def understand(
    texts: Annotated[
        list[str] | None, typer.Argument(help="Without it, one JSON object a line of standard input.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Language of the talk: en, de, ru, es.", show_default=False)
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell what each act rests on, and the nearest taught sentences.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Say which dialogue acts a message holds, in which language, and what it names.

    Example: silkdesk understand "So sorry! Could you send me a photo?"
    """
    from bot import bootstrap

    if language is not None and not is_language(language):
        raise BadRequest(f"--language: {language} is none of {', '.join(LANGUAGES)}")
    understander = bootstrap.understander()
    explainer = bootstrap.explainer() if explain else None
    given = texts not in (None, [], ["-"])
    batches = [_given(texts, language)] if given else _lines(cast(BufferedIOBase, sys.stdin.buffer), language)
    for batch in batches:
        said = [item for item in batch if not isinstance(item, dict)]
        heard = iter(understander.hear_many([text for text, _ in said], [hint for _, hint in said]))
        for item in batch:
            if isinstance(item, dict):
                _print_error(item, as_json)
                continue
            told = next(heard)
            reasons = explainer.explain(told, item[1]) if explainer else ()
            if as_json:
                print(json.dumps(_json(told, reasons), ensure_ascii=False), flush=True)
            else:
                _print(told, understander.intent(told), reasons)


def _given(texts: list[str] | None, language: str | None) -> list[Item]:
    """Each argument with its language; raises BadRequest where one is too long."""
    wholes = [whole(text) for text in texts or ()]
    for number, text in enumerate(wholes, 1):
        if len(text) > LONGEST:
            raise BadRequest(f"TEXT {number}: longer than {LONGEST} characters")
    return [(text, language) for text in wholes]


def _lines(stream: BufferedIOBase, language: str | None) -> Iterator[list[Item]]:
    """What the lines ask, as they arrive. Keys that are not known are ignored, with one warning."""
    unknown: set[str] = set()
    number = 0
    for lines in arriving(stream):
        yield [_line(line, number + i, language, unknown) for i, line in enumerate(lines, 1)]
        number += len(lines)


def _line(line: bytes, number: int, language: str | None, unknown: set[str]) -> Item:
    try:
        data: Any = read_json(line)
    except (ValueError, RecursionError) as error:
        return {"line": number, "error": f"not valid JSON: {error}"}
    if isinstance(data, dict) and (new := set(data) - {"text", "language"} - unknown):
        unknown |= new
        print(f"silkdesk: line {number}: ignored {', '.join(sorted(new))}", file=sys.stderr)
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        return {"line": number, "error": "the line needs a text"}
    if len(data["text"]) > LONGEST:
        return {"line": number, "error": f"text is longer than {LONGEST} characters"}
    if data.get("language") is not None and not is_language(data["language"]):
        return {"line": number, "error": f"language {data['language']!r} is none of {', '.join(LANGUAGES)}"}
    return data["text"], data.get("language") or language


def _print_error(item: JsonDict, as_json: bool) -> None:
    said = json.dumps(item, ensure_ascii=False) if as_json else f"line {item['line']}: {item['error']}"
    print(said, flush=True)


def _json(heard: Heard, reasons: Sequence[Explanation]) -> JsonDict:
    """The contract's object; with reasons each act has `words` and `nearest` beside it."""
    told = heard.to_json()
    for act, reason in zip(told["acts"], reasons, strict=False):
        act["words"] = list(reason.words)
        act["nearest"] = [vars(neighbour) for neighbour in reason.nearest]
    return told


def _print(heard: Heard, intent: str, reasons: Sequence[Explanation]) -> None:
    sure = f"{heard.language} ({heard.language_confidence:.2f})" if heard.language else "unknown language"
    print(f"{heard.text}\n  {sure}, intent {intent}, address {heard.address or 'none'}")
    for i, act in enumerate(heard.acts):
        print(f"  {act.confidence:.2f}  {act.act:28} {act.start}–{act.end}")
        for reason in reasons[i : i + 1]:
            print(f"        in: {heard.text[act.start : act.end]}")
            print(f"        rests on: {', '.join(reason.words) or 'the whole'}")
            for near in reason.nearest:
                print(f"        {near.likeness:.2f}  {near.file}:{near.line}  {near.text}")
    for finding in heard.findings:
        print(f"        {finding.kind}: {heard.text[finding.start : finding.end]}")
    if heard.surface.misspelled:
        print(f"        misspelled: {', '.join(heard.text[s:e] for s, e in heard.surface.misspelled)}")
