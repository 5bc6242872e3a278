"""Who comes near to a violation is seldom accused, and who commits it is heard."""

from __future__ import annotations

import pytest

from bot import bootstrap
from bot.content.contract import acts
from bot.core.words import LANGUAGES
from tests.understanding.close_calls import close_calls

ACCUSED = {"en": 0.07, "de": 0.07, "ru": 0.07, "es": 0.07}
"""Share of the innocent messages that are accused of anything, at most."""
HEARD = {"en": 0.94, "de": 0.91, "ru": 0.90, "es": 0.93}
"""Share of the violations of which the right one is heard, at least."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_violation_has_its_close_calls(language: str) -> None:
    violations = {act for act, group in acts().items() if group == "violate"}
    for innocent in (True, False):
        assert {call.violation for call in close_calls(language) if call.innocent is innocent} == violations


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_innocent_are_seldom_accused_and_violations_are_heard(language: str) -> None:
    calls = close_calls(language)
    heard = bootstrap.understander().hear_many([call.text for call in calls], [language] * len(calls))
    told = list(zip(calls, (set(one.act_ids) for one in heard), strict=True))
    accused = [c.text for c, said in told if c.innocent and any(act.startswith("violate_") for act in said)]
    missed = [c.text for c, said in told if not c.innocent and c.violation not in said]
    innocent = sum(call.innocent for call in calls)
    assert len(accused) <= ACCUSED[language] * innocent, sorted(accused)
    assert len(missed) <= (1 - HEARD[language]) * (len(calls) - innocent), sorted(missed)
