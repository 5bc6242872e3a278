"""`silkdesk understand`: what an agent's message says."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.core.errors import BadRequest
from bot.core.heard import Heard, JsonDict
from bot.core.text import read_json, whole
from bot.core.words import LANGUAGES, is_language

if TYPE_CHECKING:
    from bot.understanding.explanation import Explanation

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
    asked: Iterable[tuple[str, str | None] | JsonDict]
    asked = _lines(sys.stdin.buffer, language) if texts in (None, [], ["-"]) else _given(texts, language)
    for item in asked:
        if isinstance(item, dict):
            print(
                json.dumps(item, ensure_ascii=False) if as_json else f"line {item['line']}: {item['error']}"
            )
            continue
        heard = understander.hear(*item)
        reasons = explainer.explain(heard, item[1]) if explainer else ()
        if as_json:
            print(json.dumps(_json(heard, reasons), ensure_ascii=False), flush=True)
        else:
            _print(heard, understander.intent(heard), reasons)


def _given(texts: list[str] | None, language: str | None) -> list[tuple[str, str | None]]:
    """Each argument with its language; raises BadRequest where one is too long."""
    wholes = [whole(text) for text in texts or ()]
    for number, text in enumerate(wholes, 1):
        if len(text) > LONGEST:
            raise BadRequest(f"TEXT {number}: longer than {LONGEST} characters")
    return [(text, language) for text in wholes]


def _lines(lines: Iterable[bytes], language: str | None) -> Iterator[tuple[str, str | None] | JsonDict]:
    """Text and language of each line; a line that cannot be read as `line` (from 1) and `error`.

    Keys that are not known are ignored, with one warning on standard error.
    """
    unknown: set[str] = set()
    for number, line in enumerate(lines, 1):
        try:
            data: Any = read_json(line)
        except (ValueError, RecursionError) as error:
            yield {"line": number, "error": f"not valid JSON: {error}"}
            continue
        if isinstance(data, dict) and (new := set(data) - {"text", "language"} - unknown):
            unknown |= new
            print(f"silkdesk: line {number}: ignored {', '.join(sorted(new))}", file=sys.stderr)
        if not isinstance(data, dict) or not isinstance(data.get("text"), str):
            yield {"line": number, "error": "the line needs a text"}
        elif len(data["text"]) > LONGEST:
            yield {"line": number, "error": f"text is longer than {LONGEST} characters"}
        elif data.get("language") is not None and not is_language(data["language"]):
            yield {
                "line": number,
                "error": f"language {data['language']!r} is none of {', '.join(LANGUAGES)}",
            }
        else:
            yield data["text"], data.get("language") or language


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
