"""Which clauses only report the words of others."""

from __future__ import annotations

import pytest

from bot.understanding.reported import reported
from bot.understanding.segments import segments


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("You asked if you can pay by PayPal to me directly. Sorry, that I cannot do.", {0}),
        ("Sie haben gelesen, dass man nichts zurückgeben kann. Falsch.", {0, 1}),
        ("Вы спросили, как исправить отзыв: это решать вам.", {0, 1}),
        ("Ha leído en otra página que esta pulsera quita la artritis. No es cierto.", {0}),
        ("El vendedor anterior le dijo que no hay devolución, pero eso no es correcto.", {0}),
        ("Der Zusteller behauptet, Sie seien nicht zu Hause gewesen. Wir glauben Ihnen.", {0, 1}),
        ("Вы просили заплатить переводом на карту. Мы так не можем.", {0}),
        ("In our forum someone wrote that sale items can't go back. That's wrong.", {0}),
        ("Un cliente nos comentó que en rebajas no hay devolución. No es cierto.", {0}),
    ],
)
def test_what_others_asked_or_said_is_reported(text: str, rows: set[int]) -> None:
    assert reported([clause.text for clause in segments(text)]) == rows


@pytest.mark.parametrize(
    "text",
    [
        "You write a good review, we send 10 dollars.",
        "Вы пишете отзыв, мы возвращаем деньги.",
        "Usted escribe una reseña y le pagamos.",
        "Schreiben Sie mir, dass alles gut ist.",
        "As you asked, we write gift on the parcel.",
        "You want less tax, so I write 20 dollars.",
        "Sie wollen weniger Zoll? Ich schreibe 40, kein Problem.",
        "Many customers say that it cured their back.",
        "Nobody told you to fill it past the line.",
        "Our colleague told you that the right ends after 7 days.",
        "¿Me dice el código que le ha llegado?",
    ],
)
def test_what_the_agent_says_is_not(text: str) -> None:
    assert not reported([clause.text for clause in segments(text)])
