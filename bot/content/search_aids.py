"""What helps the search besides the articles: abbreviations, and questions that nothing answers."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bot.content import articles
from bot.content.yaml_file import YamlFile, against_schema, read_yaml
from bot.core.errors import Problem
from bot.core.knowledge import LongForms

ABBREVIATIONS, UNANSWERABLE = "abbreviations", "unanswerable"


def load_search_aids(root: Path) -> tuple[dict[str, LongForms], tuple[str, ...], list[Problem]]:
    """Abbreviations and unanswerable questions in the folder `root`, and everything wrong with them.

    The long forms stand by short form in small letters; a short form may stand in its file once.
    """
    abbreviations, problems = _abbreviations(root)
    unanswerable, more = _unanswerable(root)
    return abbreviations, unanswerable, problems + more


def fingerprint(root: Path) -> str:
    """A checksum of all of it as it lies on disk, cheap because nothing is parsed."""
    digest = hashlib.sha256(articles.fingerprint(root / "articles").encode())
    for kind in (ABBREVIATIONS, UNANSWERABLE):
        if (file := root / f"{kind}.yml").is_file():
            digest.update(f"{kind}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def _abbreviations(root: Path) -> tuple[dict[str, LongForms], list[Problem]]:
    file, problems = _read(root, ABBREVIATIONS)
    found: dict[str, LongForms] = {}
    if file is None:
        return found, problems
    for row, entry in enumerate(file.data):
        for column, short in enumerate(entry["short"]):
            if short.casefold() in found:
                problems.append(file.problem((row, "short", column), f"{short} stands here twice"))
            found[short.casefold()] = entry["long"]
    return found, problems


def _unanswerable(root: Path) -> tuple[tuple[str, ...], list[Problem]]:
    file, problems = _read(root, UNANSWERABLE)
    kinds = file.data.values() if file else ()
    return tuple(q for languages in kinds for asked in languages.values() for q in asked), problems


def _read(root: Path, kind: str) -> tuple[YamlFile | None, list[Problem]]:
    file, problems = read_yaml(root / f"{kind}.yml", f"knowledge/{kind}.yml")
    problems += against_schema(file, kind) if file else []
    return (None if problems else file), problems
