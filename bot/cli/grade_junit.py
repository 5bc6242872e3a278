"""Grades as JUnit XML: a suite a talk, a case a check, for tools that watch over tests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from bot.cli.grade_text import outcome
from bot.cli.transcript_input import BadLine
from bot.core.grade import CheckResult, Grade

END = "</testsuites>\n"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(results: Iterable[Grade | BadLine]) -> Iterator[str]:
    """A broken check is a failure, one that does not apply is skipped, a line not read is an error.

    The document is whole also where the results end with an exception, which is raised behind it.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="silkdesk grade">\n'
    try:
        yield from map(_written, results)
    except Exception:
        yield END
        raise
    yield END


def _written(result: Grade | BadLine) -> str:
    suite = _unread(result) if isinstance(result, BadLine) else _suite(result)
    for element in suite.iter():
        element.attrib = {name: _NO_XML.sub("\ufffd", value) for name, value in element.attrib.items()}
        element.text = element.text and _NO_XML.sub("\ufffd", element.text)
    return f"{ET.tostring(suite, encoding='unicode')}\n"


def _suite(given: Grade) -> ET.Element:
    cases = [_passing(given), *(_case(given, check) for check in given.checks)]
    counts = {kind: sum(case.find(tag) is not None for case in cases) for kind, tag in COUNTED.items()}
    suite = ET.Element("testsuite", name=given.transcript, tests=str(len(cases)), errors="0")
    suite.attrib |= {kind: str(count) for kind, count in counts.items()}
    suite.extend(cases)
    return suite


COUNTED = {"failures": "failure", "skipped": "skipped"}


def _passing(given: Grade) -> ET.Element:
    """The case that the talk as a whole passes."""
    case = ET.Element("testcase", classname=given.transcript, name="pass_mark")
    if given.passed is None:
        ET.SubElement(case, "skipped", message=outcome(given))
    elif not given.passed:
        ET.SubElement(case, "failure", message=f"{given.score:g} of 100, pass mark {given.pass_mark:g}")
    return case


def _case(given: Grade, check: CheckResult) -> ET.Element:
    case = ET.Element("testcase", classname=given.transcript, name=check.id)
    if check.verdict == "na":
        ET.SubElement(case, "skipped", message=(check.reason or {}).get("en", ""))
    elif check.verdict == "no":
        failure = ET.SubElement(case, "failure", message=check.title["en"])
        words = [f"turn {e.turn}: {e.quote or 'left undone here'}" for e in check.evidence]
        failure.text = "\n".join([*words, (check.advice or {}).get("en", "")]).strip()
    return case


def _unread(bad: BadLine) -> ET.Element:
    name = f"line {bad.line}"
    suite = ET.Element("testsuite", name=name, tests="1", errors="1", failures="0", skipped="0")
    case = ET.SubElement(suite, "testcase", classname=name, name="read")
    ET.SubElement(case, "error", message=bad.error)
    return suite
