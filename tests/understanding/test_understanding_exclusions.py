"""Opened goods taken out of the right to return deny it; what the law itself takes out denies nothing."""

from __future__ import annotations

import pytest

from bot.understanding.exclusions import excludes
from bot.understanding.segments import segments


def _excluding(message: str) -> list[str]:
    return [part.text for part in segments(message) if excludes(part.text, part.passage)]


@pytest.mark.parametrize(
    "message",
    [
        "You do have a right to withdraw, just not for items that have been unpacked.",
        "Widerrufen dürfen Sie natürlich, nur eben nicht, wenn die Packung offen ist.",
        "Право на возврат у вас есть, только не на распакованный товар.",
        "El derecho de desistimiento existe, claro, solo que no para artículos abiertos.",
    ],
)
def test_opened_goods_that_are_taken_out_of_a_right_deny_it(message: str) -> None:
    assert len(_excluding(message)) == 1


@pytest.mark.parametrize(
    "message",
    [
        "You may withdraw, but not before you have opened a case.",
        "You have the right to withdraw, but not for sealed hygiene goods once opened.",
        "You have the right to withdraw, but not for opened software or DVDs.",
        "Das Widerrufsrecht gilt, aber nicht für geöffnete Software.",
        "Право на возврат у вас есть, но не на вскрытую косметику.",
        "You have the right to return it, but not before Monday, as we open only then.",
    ],
)
def test_what_the_law_takes_out_and_other_limits_deny_nothing(message: str) -> None:
    assert not _excluding(message)


def test_the_clause_that_takes_out_is_accused() -> None:
    assert _excluding("You do have a right to withdraw, just not for items that have been unpacked.") == [
        "just not for items that have been unpacked."
    ]
