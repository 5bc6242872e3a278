"""How words are formed, on a handful of known words."""

from __future__ import annotations

import pytest

from bot.spelling import german, russian, spanish

GERMAN = frozenset(
    "zahlung eingang lieferung adresse liefern paket für möchten groß rück rückgabe wieder ruf".split()
)
NOUNS = frozenset("zahlung eingang lieferung adresse paket ruf".split())
SPANISH = frozenset(
    "da dar decir enviar envíe diga ocupar ocupando contar paquete casa poner ponga vamos".split()
)
RUSSIAN = frozenset("еще дневный заказ".split())


@pytest.mark.parametrize(
    "word", ["paket", "zahlungseingang", "lieferadresse", "paketadresse", "fuer", "moechten", "gross"]
)
def test_german_words(word: str) -> None:
    assert german.known(word, GERMAN.__contains__, NOUNS.__contains__)


@pytest.mark.parametrize("word", ["fur", "zahlungeingang", "paketx", "xpaket", "ruckgabe", "wiederruf"])
def test_german_slips(word: str) -> None:
    assert not german.known(word, GERMAN.__contains__, NOUNS.__contains__)


@pytest.mark.parametrize(
    "word",
    "dígame envíeme enviarle dárselo dame dámelo ocupándose contame contás póngalo vámonos casita".split(),
)
def test_spanish_words(word: str) -> None:
    assert spanish.known(word, SPANISH.__contains__)


@pytest.mark.parametrize("word", "digame enviárle darselo damelo ocupandose pongalo paquetitto".split())
def test_spanish_accents_belong_to_the_spelling(word: str) -> None:
    assert not spanish.known(word, SPANISH.__contains__)


def test_russian_words() -> None:
    assert russian.known("ещё", RUSSIAN.__contains__)
    assert russian.known("трёхдневный", RUSSIAN.__contains__)
    assert not russian.known("трёхдневый", RUSSIAN.__contains__)
    assert not russian.known("исчо", RUSSIAN.__contains__)
