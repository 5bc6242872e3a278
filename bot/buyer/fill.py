"""Fills the places in a line: `{goods}`, by gender `{заказал/заказала}`, by country `{parcel|package}`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from bot.buyer.scenario import Casting, Scenario, Variant
from bot.core.words import covers

PLACE = re.compile(r"\{([a-z_]+)\}")
GENDERED = re.compile(r"\{([^{}/|]*)/([^{}/|]*)\}")
REGIONAL = re.compile(r"\{([^{}/|]*)\|([^{}/|]*)\}")
"""A word as said elsewhere, and as said in the Americas."""
AMERICAS = ("US", "CA", "CU", "PR", "LATAM")
"""Countries and groups where the second of two such words is said."""
WITHOUT_ESZETT = ("CH", "LI")
"""Countries whose German knows no ß."""
SPOKEN = ("name", "order_number", "tracking_number", "platform", "value", "late")
"""Places that every scenario fills."""
OF_THE_TALK = ("ask", "ask_money", "earlier", "later", "agent")
"""Places that the engine fills from what was said: the demand, two contradicting dates, who signed."""

_MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_DAYS = {"de": ("Tag", "Tage"), "en": ("day", "days"), "es": ("día", "días")}
_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "RUB": "₽", "MXN": "$", "KZT": "₸"}
OTHER_DOLLARS = frozenset("AR AU CA CL CO CU DO HK MX NZ SG TW UY".split())
"""Countries whose own money is written with a bare `$`: pesos, and dollars of their own."""
PESOS = frozenset({"ARS", "CLP", "COP"})
"""Money that its own countries write with a bare `$` in front, thousands with a dot."""

_PLATFORMS = {
    "aliexpress": "AliExpress",
    "amazon": "Amazon",
    "ebay": "eBay",
    "alibaba": "Alibaba",
    "ozon": "Ozon",
    "mercadolibre": "Mercado Libre",
}


def spell_date(day: date, language: str, country: str | None = None) -> str:
    """A day as people of that language write it in a chat; Chinese for the interface too."""
    if language == "zh":
        return f"{day.month}月{day.day}日"
    month = _MONTHS[language].split()[day.month - 1]
    if language == "en":
        return f"{month} {day.day}" if country == "US" else f"{day.day} {month}"
    return {"de": f"{day.day}. {month}", "ru": f"{day.day} {month}", "es": f"{day.day} de {month}"}[language]


def spell_days(count: int, language: str) -> str:
    """`6 Tage`, `6 дней`, `6 days`."""
    if language == "zh":
        return f"{count}天"
    if language == "ru":
        tens, ones = count % 100, count % 10
        if ones == 1 and tens != 11:
            return f"{count} день"
        return f"{count} дня" if ones in (2, 3, 4) and tens not in (12, 13, 14) else f"{count} дней"
    one, many = _DAYS[language]
    return f"{count} {one if count == 1 else many}"


def spell_money(amount: float, currency: str, language: str, country: str | None = None) -> str:
    """A sum as people of that language write it: `39,90 €`, `$39.90`, `3 990 ₽`; in Chinese `€39.90`.

    Where a bare `$` is the country's own money, dollars are `US$39.90`.
    """
    abroad = currency == "USD" and country in OTHER_DOLLARS
    sign = "US$" if abroad else _SIGNS.get(currency, currency)
    whole = amount == int(amount)
    plain = f"{amount:,.0f}" if whole else f"{amount:,.2f}"
    if language in ("en", "zh") or currency in ("USD", "MXN"):
        return f"{sign}{plain}" if sign.endswith(tuple(_SIGNS.values())) else f"{plain} {sign}"
    thousands = "\N{NO-BREAK SPACE}" if language == "ru" else "."
    local = plain.replace(",", "\0").replace(".", ",").replace("\0", thousands)
    if language == "es" and currency in PESOS:
        return f"${local}"
    return f"{local}\N{NO-BREAK SPACE}{sign}"


def spell_percent(per_cent: float, language: str) -> str:
    """`15 %`, in English and Chinese `15%`."""
    return f"{per_cent:g}%" if language in ("en", "zh") else f"{per_cent:g}\N{NO-BREAK SPACE}%"


def spell_platform(platform: str, shop: str = "") -> str:
    """The platform's name as it writes itself; of an own shop, `shop`."""
    return _PLATFORMS.get(platform, shop or platform)


def places(scenario: Scenario, casting: Casting, language: str | None = None) -> dict[str, str]:
    """What the casting fills in, in `language` (the talk's own where none is named; zh for briefings)."""
    tongue = language or casting.language
    variant, order = casting.variant, scenario.order
    form = variant.buyer.form
    filled = {
        "name": variant.buyer.name,
        "buyer": f"{form} {variant.buyer.name}" if form else variant.buyer.name,
        "order_number": order.number,
        "tracking_number": order.tracking or "",
        "platform": spell_platform(variant.platform, scenario.store),
        "value": spell_money(order.value[variant.currency], variant.currency, tongue, variant.country),
        "late": spell_days(max(0, -order.dates.get("promised", 0)), tongue),
        "today": spell_date(casting.today, tongue, variant.country),
    }
    for name, sums in order.sums.items():
        filled[name] = spell_money(sums[variant.currency], variant.currency, tongue, variant.country)
    for name in order.dates:
        filled[f"{name}_date"] = spell_date(casting.day(scenario, name), tongue, variant.country)
    for word, texts in scenario.words.items():
        filled[word] = texts[tongue]
    return filled


def fill(text: str, filled: Mapping[str, str], variant: Variant) -> str:
    """`text` with every place filled as this buyer says it; KeyError names one that is unknown."""
    chosen = GENDERED.sub(lambda m: m[1] if variant.buyer.gender == "m" else m[2], text)
    local = REGIONAL.sub(lambda m: m[2] if covers(AMERICAS, variant.country) else m[1], chosen)
    said = PLACE.sub(lambda m: filled[m[1]], local)
    return said.replace("ß", "ss") if variant.country in WITHOUT_ESZETT else said
