"""An accusation can be explained: the words it rests on, and the nearest sentences that teach it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np

from bot.core.heard import Heard, HeardAct
from bot.understanding.explanation import Explainer
from bot.understanding.findings import findings
from bot.understanding.head import Floats
from bot.understanding.understander import Understander

WEIGHTS = {"whatsapp": 3.0, "write": 1.0, "please": -1.0}
TAUGHT = {
    "violate_off_platform_contact": [
        ("write me on whatsapp", "data/nlu/violate.en.yml", 7),
        ("our telegram is open", "data/nlu/violate.en.yml", 9),
        ("whatsapp please", "data/nlu/violate.en.yml", 12),
        ("call us", "data/nlu/violate.en.yml", 15),
    ]
}


class WordWeights:
    """Hears by the weights of words; a vector counts the known words."""

    def act_shares(self, texts: Sequence[str], act: str, language: str | None) -> Floats:
        assert (act, language) == ("violate_off_platform_contact", "en")
        return np.array([sum(WEIGHTS.get(word, 0) for word in text.lower().split()) for text in texts])

    def vectors(self, texts: Sequence[str]) -> Floats:
        rows = np.array([[1.0, *(word in text.lower().split() for word in WEIGHTS)] for text in texts])
        unit: Floats = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


def test_words_and_neighbours_are_named() -> None:
    text = "Hi! Please write on WhatsApp"
    heard = Heard(text, "en", 0.99, (HeardAct("violate_off_platform_contact", 0.9, 4, len(text)),))
    [told] = Explainer(cast(Understander, WordWeights()), TAUGHT).explain(heard)
    assert told.words == ("WhatsApp", "write")
    assert [(near.file, near.line) for near in told.nearest][:1] == [("data/nlu/violate.en.yml", 7)]
    assert len(told.nearest) == 3
    assert told.nearest[0].likeness >= told.nearest[1].likeness >= told.nearest[2].likeness


def test_an_act_that_nobody_taught_has_no_neighbours() -> None:
    heard = Heard("write", "en", 0.9, (HeardAct("violate_off_platform_contact", 0.9, 0, 5),))
    [told] = Explainer(cast(Understander, WordWeights()), {}).explain(heard)
    assert told.nearest == ()


def test_the_places_of_a_certain_invitation_come_first_and_whole() -> None:
    text = "Write me on w h a t s a p p +86 138 0013 8000"
    act = HeardAct("violate_off_platform_contact", 1.0, 0, len(text))
    heard = Heard(text, "en", 0.99, (act,), findings(text))
    [told] = Explainer(cast(Understander, WordWeights()), TAUGHT).explain(heard)
    assert told.words == ("w h a t s a p p", "+86 138 0013 8000", "Write")


def test_no_place_comes_first_where_the_form_does_not_tell_the_act() -> None:
    text = "Please write soon, his number is +86 138 0013 8000"
    act = HeardAct("violate_off_platform_contact", 0.9, 0, len(text))
    [told] = Explainer(cast(Understander, WordWeights()), {}).explain(
        Heard(text, "en", 0.99, (act,), findings(text))
    )
    assert told.words == ("write",)


def test_an_address_that_its_passage_gives_to_others_does_not_come_first() -> None:
    text = "The parcel is with DHL. Please write to support@parcels.com"
    act = HeardAct("violate_off_platform_contact", 0.9, text.index("Please"), len(text))
    [told] = Explainer(cast(Understander, WordWeights()), {}).explain(
        Heard(text, "en", 0.99, (act,), findings(text))
    )
    assert told.words == ("write",)
