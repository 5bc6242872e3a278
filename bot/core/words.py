"""The closed words of the field, as the contract names them."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["en", "de", "ru", "es"]
Channel = Literal["chat", "email"]
Stage = Literal["pre_sales", "in_sales", "after_sales", "relationship"]
Responsibility = Literal["inquiry", "order", "after_sales", "relationship", "sales_target"]
Mode = Literal["practice", "exam"]
Side = Literal["buyer", "agent"]
Dimension = Literal["response_time", "resolution", "compliance", "communication"]
Verdict = Literal["yes", "no", "na"]
Address = Literal["formal", "informal", "mixed"]
Ending = Literal["satisfied", "grudging", "walked_away", "dispute", "bad_review", "turn_limit"]
UiLanguage = Literal["zh", "en"]
Cefr = Literal["A2", "B2"]
"""Level of a text by the Common European Framework of Reference: easy or demanding."""

LANGUAGES: tuple[Language, ...] = get_args(Language)
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
CEFR: tuple[Cefr, ...] = get_args(Cefr)

PLATFORMS = ("aliexpress", "amazon", "ebay", "alibaba", "ozon", "mercadolibre", "own_shop")
"""Platforms the rules know by name; any other lower-case id gets the rules common to marketplaces."""
FURTHER_PLATFORMS = ("walmart",)
"""Marketplaces of which only some rules are known, besides the common ones."""

COUNTRIES = frozenset(
    (
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS "
        "BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE "
        "EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM "
        "HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC "
        "LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA "
        "NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW "
        "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO "
        "TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
    ).split()
)
"""The codes of ISO 3166-1 alpha-2."""

COUNTRY_GROUPS: dict[str, frozenset[str]] = {
    "EU": frozenset(
        "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split()
    ),
    "EAEU": frozenset("RU BY KZ AM KG".split()),
    "LATAM": frozenset("MX CL CO AR BR PE UY EC BO PY VE CR PA GT HN NI SV DO".split()),
}
"""Groups of ISO 3166-1 alpha-2 codes that articles and rules may name."""


def is_language(word: object) -> bool:
    """Whether `word` is one of the four practice languages."""
    return word in LANGUAGES


def as_language(word: str) -> Language:
    """`word` as a Language; raises ValueError for any other."""
    if word not in LANGUAGES:
        raise ValueError(f"language {word!r} is none of {', '.join(LANGUAGES)}")
    return word


def as_cefr(word: str | None) -> Cefr | None:
    """`word` as a level of text, None as none wanted; raises ValueError for any other."""
    for level in CEFR:
        if word == level:
            return level
    if word is not None:
        raise ValueError(f"level of text {word!r} is none of {', '.join(CEFR)}")
    return None


def is_place(word: str) -> bool:
    """Whether `word` is a country's code, or a group that articles and rules may name."""
    return word in COUNTRIES or word in COUNTRY_GROUPS


def covers(named: tuple[str, ...], country: str | None) -> bool:
    """Whether a list of countries and groups holds in `country`; an empty list holds everywhere."""
    if not named:
        return True
    return country is not None and any(
        country == name or country in COUNTRY_GROUPS.get(name, ()) for name in named
    )
