"""What holds of every talk in every scenario, whatever the agent says or does not say."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.faults import foreign, repeated
from bot.buyer import engine
from bot.buyer.draft import ORDER_NUMBER, Step
from bot.buyer.questions import questions
from bot.buyer.scenario import Casting, Scenario, Variant
from bot.buyer.state import BuyerState
from bot.content.contract import acts
from bot.core.heard import Heard
from bot.core.words import CEFR, LANGUAGES, Cefr, Language
from tests.buyer.talks import DAY, begin, heard
from tests.shipped import scenarios as shipped

TEXTS = ("Ja.", "Wir erstatten Ihnen 10 %.", "Es kommt am 3.12. an.", "Einen Moment bitte.", "🙂", "{x}", "")

Buyer = tuple[Scenario, Language, Variant]


class Told(NamedTuple):
    """What the agent does: acts in a text of some language, or nothing for so many seconds."""

    acts: list[str]
    text: str
    language: Language | None
    waited: float
    silent: bool

    def to(self, scenario: Scenario, state: BuyerState) -> Step:
        """The buyer's answer."""
        if self.silent:
            return engine.silence(scenario, state, self.waited)
        return engine.step(scenario, state, self.heard(state), self.waited)

    def heard(self, state: BuyerState) -> Heard:
        """The message as it is heard."""
        return heard(*self.acts, text=self.text, language=self.language or state.language)


messages = st.lists(
    st.builds(
        Told,
        st.lists(st.sampled_from(sorted(acts())), max_size=3),
        st.sampled_from(TEXTS),
        st.sampled_from((None, None, None, *LANGUAGES)),
        st.sampled_from((5.0, 40.0, 400.0)),
        st.integers(0, 9).map(lambda n: n == 0),
    ),
    max_size=25,
)
buyers = st.sampled_from(
    [(s, language, v) for s in shipped().values() for language, of in s.variants.items() for v in of]
)


def casting(of: Buyer, seed: int, cefr: Cefr | None) -> Casting:
    _, language, variant = of
    return Casting(language, variant, seed, DAY, cefr)


def played(scenario: Scenario, who: Casting, said: list[Told]) -> list[str]:
    """The buyer's turns; what must hold of each step is looked at on the way."""
    step = engine.begin(scenario, who)
    texts = [step.text]
    for told in said:
        before = step.state
        assert BuyerState.from_json(before.to_json()) == before
        step = told.to(scenario, before)
        assert 0 <= step.state.mood <= 1
        assert 0 <= step.state.patience <= 1
        asked = questions(told.heard(before)) if not told.silent else ()
        for fact in set(step.state.told) - {*before.told, ORDER_NUMBER}:
            assert any(f.id == fact and f.asked_by.intersection(asked) for f in scenario.facts), fact
        texts.append(step.text)
        if step.ended:
            break
    return texts


@settings(max_examples=300, deadline=None)
@given(buyers, messages, st.integers(0, 2**31), st.sampled_from((None, *CEFR)))
def test_every_talk_ends_says_nothing_twice_and_is_the_same_again(
    of: Buyer, said: list[Told], seed: int, cefr: Cefr | None
) -> None:
    scenario, language, _ = of
    texts = played(scenario, casting(of, seed, cefr), said)
    assert len(texts) <= scenario.turn_limit + 1
    assert all(texts)
    assert len(set(texts)) == len(texts)
    if scenario.channel == "chat":
        assert repeated(texts) == []
    assert foreign(texts, language) == []
    assert not [text for text in texts if "{" in text or "}" in text]
    assert played(scenario, casting(of, seed, cefr), said) == texts


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**31), st.sampled_from(LANGUAGES))
def test_seeds_vary_the_wording(seed: int, language: Language) -> None:
    openings = {begin(language, seed + n).text for n in range(12)}
    assert len(openings) > 1
