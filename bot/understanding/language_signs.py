"""Words and letters by which languages are told: common words above all, which no loan word replaces."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

_FOLDER = Path(__file__).parent / "common_words"
"""Words in lower case by language; learners' forms without accents stand beside the right ones."""

_LETTERS = {
    "de": "äöüß",
    "ru": "йщьюяыэё",
    "es": "áéíóúüñ",
    "pt": "áâãàçéêíóôõú",
    "it": "àèéìòù",
    "fr": "àâæçéèêëîïôœùûü",
    "ca": "àçèéíïòóúü",
    "nl": "éëïö",
    "pl": "ąćęłńóśźż",
    "tr": "çğıöşü",
    "sv": "åäö",
    "da": "æøå",
    "no": "æøå",
    "ro": "ăâîșțşţ",
    "cs": "áčďéěíňóřšťúůýž",
    "hu": "áéíóöőúüű",
    "fi": "äö",
    "vi": "ăâđêôơưàáéíóúý",
    "uk": "йщьюяіїєґў",
    "bg": "йщюяъ",
    "mk": "ѓќѕјљњџћђ",
}


def _languages_of(signs: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Sign to the languages that have it, so that what several share tells nothing between them."""
    found: dict[str, tuple[str, ...]] = {}
    for language, own in signs.items():
        for sign in dict.fromkeys(own):
            found[sign] = (*found.get(sign, ()), language)
    return found


WORDS = _languages_of({p.stem: p.read_text(encoding="utf-8").split() for p in sorted(_FOLDER.glob("*.txt"))})
LETTERS = _languages_of(_LETTERS)
