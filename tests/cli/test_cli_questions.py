"""Questions are asked until the answer holds; options and defaults answer them beforehand."""

from __future__ import annotations

import pytest

from bot.cli.questions import Questions, one_of, some_of, text, yes_or_no
from bot.core.errors import BadRequest

COLOURS = ("red", "green", "blue")


def typed(*answers: str, said: list[str] | None = None) -> Questions:
    """A person who types these answers, one after the other; nothing is the default."""
    left, heard = iter(answers), [] if said is None else said
    return Questions(lambda _what, default: next(left) or default, False, heard.append)


def test_it_asks_again_until_the_answer_holds() -> None:
    said: list[str] = []
    assert (
        typed("pink", "9", "2", said=said).ask("Colour", "--colour", None, "red", one_of(COLOURS)) == "green"
    )
    assert said == ["pink is none of red, green, blue", "9 is none of red, green, blue"]


def test_an_empty_answer_is_the_default() -> None:
    assert typed("").ask("Colour", "--colour", None, "blue", one_of(COLOURS)) == "blue"


def test_an_option_answers_beforehand_and_is_named_where_it_does_not_do() -> None:
    assert typed().ask("Colour", "--colour", "red", "blue", one_of(COLOURS)) == "red"
    with pytest.raises(BadRequest, match="--colour: pink is none of"):
        typed().ask("Colour", "--colour", "pink", "blue", one_of(COLOURS))


def test_where_nobody_answers_the_option_is_named_or_the_default_taken() -> None:
    with pytest.raises(BadRequest, match=r"--colour is missing.*\(blue\)"):
        Questions(None, False).ask("Colour", "--colour", None, "blue", one_of(COLOURS))
    assert Questions(None, True).ask("Colour", "--colour", None, "blue", one_of(COLOURS)) == "blue"


def test_several_are_read_by_number_and_id_each_once() -> None:
    assert some_of(COLOURS)("3, red 3") == ["blue", "red"]
    assert some_of(COLOURS)("") == []
    with pytest.raises(BadRequest, match="choose 1 at least"):
        some_of(COLOURS, least=1)(" ")


def test_words_and_yes_or_no() -> None:
    assert text(" a kettle ") == "a kettle"
    assert [yes_or_no(answer) for answer in ("Y", "no")] == [True, False]
    for read, answer in ((text, "  "), (yes_or_no, "perhaps")):
        with pytest.raises(BadRequest):
            read(answer)
