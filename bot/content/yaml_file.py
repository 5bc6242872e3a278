"""YAML that remembers its lines, checked against a JSON Schema; every problem at once.

Reading works in both environments; schemas need the app's jsonschema.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from bot.content.unknown import did_you_mean
from bot.core.errors import Problem

if TYPE_CHECKING:
    import jsonschema_rs
    from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).resolve().parents[2] / "contract" / "schemas"
ENDLESS = "an alias stands for what it is itself a part of; write the text out instead"
Place = tuple[str | int, ...]


@dataclass(frozen=True)
class YamlFile:
    """A file's data, and for each place in it (`("needs", 2, "id")`) the line it stands on."""

    name: str
    data: Any
    lines: dict[Place, int]

    def line(self, place: Place) -> int:
        """The line of `place`, or of the nearest thing around it that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def problem(self, place: Place, message: str) -> Problem:
        """A problem at `place` of this file."""
        return Problem(self.name, self.line(place), spell(place), message)


def spell(place: Place) -> str:
    """`("needs", 2, "id")` as a reader writes it: `needs[2].id`."""
    return "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in place).lstrip(".")


def read_yaml(path: Path, name: str | None = None) -> tuple[YamlFile | None, list[Problem]]:
    """Reads one YAML file; a file that cannot be read or parsed gives None and the problem."""
    name = name or str(path)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = (
            "is not UTF-8 text"
            if isinstance(error, UnicodeDecodeError)
            else f"cannot be read: {error.strerror}"
        )
        return None, [Problem(name, 0, "", reason)]
    loader = yaml.CSafeLoader(text)
    lines: dict[Place, int] = {}
    problems: list[Problem] = []
    try:
        node = loader.get_single_node()
        if node is None:
            return None, [Problem(name, 1, "", "the file is empty")]
        _walk(node, (), lines, problems, name)
        data = loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return None, [
            Problem(
                name, mark.line + 1 if mark else 0, "", f"not valid YAML: {error.problem or error.context}"
            )
        ]
    except (yaml.YAMLError, ValueError) as error:
        return None, [Problem(name, 0, "", f"not valid YAML: {error}")]
    finally:
        loader.dispose()
    return YamlFile(name, data, lines), problems


def _walk(
    node: yaml.Node,
    place: Place,
    lines: dict[Place, int],
    problems: list[Problem],
    name: str,
    around: tuple[yaml.Node, ...] = (),
) -> None:
    """Notes the line of everything below `node`, which stands in `around`, and the keys that repeat.

    Raises MarkedYAMLError for what YAML allows and no reader here can use.
    """
    lines[place] = node.start_mark.line + 1
    around = (*around, node)
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _refuse("a key must be text, neither a list nor a mapping", key)
            if value in around:
                raise _refuse(ENDLESS, key)
            if key.value in seen:
                problems.append(
                    Problem(name, key.start_mark.line + 1, spell((*place, key.value)), "stands here twice")
                )
            seen.add(key.value)
            _walk(value, (*place, key.value), lines, problems, name, around)
            lines[(*place, key.value)] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for i, item in enumerate(node.value):
            if item in around:
                raise _refuse(ENDLESS, node)
            _walk(item, (*place, i), lines, problems, name, around)


def _refuse(problem: str, node: yaml.Node) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)


@cache
def schema(kind: str) -> Draft202012Validator:
    """The validator of `contract/schemas/<kind>.json`."""
    from jsonschema import Draft202012Validator
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    data = _read_schema(kind)
    Draft202012Validator.check_schema(data)
    beside = Registry(retrieve=lambda uri: DRAFT202012.create_resource(_read_schema(uri)))  # type: ignore[call-arg]
    return Draft202012Validator(data, registry=beside)


def _read_schema(uri: str) -> dict[str, Any]:
    """The schema of a kind, also where another refers to it as `<kind>.json`."""
    kind = Path(uri).stem
    data: dict[str, Any] = json.loads((SCHEMAS / f"{kind}.json").read_text(encoding="utf-8"))
    return data


def against_schema(file: YamlFile, kind: str) -> list[Problem]:
    """Everything in `file` that `contract/schemas/<kind>.json` does not allow, in order of line."""
    if _is_valid(file.data, kind):
        return []
    found = []
    for error in schema(kind).iter_errors(file.data):
        place: Place = tuple(error.absolute_path)
        found.append(file.problem(place, _reason(error)))
    return sorted(found, key=lambda p: (p.line, p.where, p.message))


def _is_valid(data: Any, kind: str) -> bool:
    """Whether nothing is wrong, fifty times as fast as jsonschema, which only tells what is."""
    try:
        return _judge(kind).is_valid(data)
    except ValueError:  # a date or another thing that JSON lacks
        return False


@cache
def _judge(kind: str) -> jsonschema_rs.Draft202012Validator:
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(_read_schema(kind), retriever=_read_schema)


def _reason(error: Any) -> str:
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = sorted(error.schema.get("properties", {}))
        unknown = sorted(map(str, set(error.instance) - set(known)))
        return f"unknown key {', '.join(unknown)}; known are {', '.join(known)}{did_you_mean(unknown, known)}"
    if error.validator == "oneOf":
        keys = [key for choice in error.validator_value for key in choice.get("required", ())]
        return f"wants one of {', '.join(keys)}, and no more" if keys else error.message
    if error.validator == "enum":
        allowed = list(map(str, error.validator_value))
        near = did_you_mean(str(error.instance), allowed)
        return f"{error.instance!r} is none of {', '.join(allowed)}{near}"
    return str(error.message)


def load(path: Path, kind: str, name: str | None = None) -> tuple[YamlFile | None, list[Problem]]:
    """Reads `path` and checks it against its schema."""
    file, problems = read_yaml(path, name)
    return file, problems + (against_schema(file, kind) if file else [])


def with_days_as_text(file: YamlFile) -> YamlFile:
    """YAML reads 2026-11-20 as a date; here it is the text that stands in the file."""
    return replace(file, data=_days_as_text(file.data))


def _days_as_text(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _days_as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_days_as_text(value) for value in data]
    return data.isoformat() if isinstance(data, date) else data
