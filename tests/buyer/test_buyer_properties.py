"""What holds of every talk, whatever the agent says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.buyer import engine
from bot.buyer.state import BuyerState
from bot.content.contract import acts
from bot.core.words import LANGUAGES, Language
from tests.buyer.talks import begin, heard, late_parcel

TEXTS = ("Ja.", "Wir erstatten Ihnen 10 %.", "Es kommt am 3.12. an.", "Einen Moment bitte.", "🙂", "")
messages = st.lists(
    st.tuples(st.lists(st.sampled_from(sorted(acts())), max_size=3), st.sampled_from(TEXTS)), max_size=25
)


@settings(max_examples=150, deadline=None)
@given(messages, st.sampled_from(LANGUAGES), st.integers(0, 2**31))
def test_every_talk_ends_says_nothing_twice_and_is_the_same_again(
    said: list[tuple[list[str], str]], language: Language, seed: int
) -> None:
    def played() -> list[str]:
        step = begin(language, seed)
        texts = [step.text]
        for told, text in said:
            state = BuyerState.from_json(step.state.to_json())
            assert state == step.state
            step = engine.step(late_parcel(), state, heard(*told, text=text, language=language), 30.0)
            assert 0 <= step.state.mood <= 1
            assert 0 <= step.state.patience <= 1
            if step.ended:
                texts.append(step.text)
                break
            assert step.text
            texts.append(step.text)
        return texts

    texts = played()
    assert len(texts) <= late_parcel().turn_limit + 1
    assert len(set(texts)) == len(texts)
    assert not [text for text in texts if "{" in text]
    assert played() == texts


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**31), st.sampled_from(LANGUAGES))
def test_seeds_vary_the_wording(seed: int, language: Language) -> None:
    openings = {begin(language, seed + n).text for n in range(12)}
    assert len(openings) > 1
