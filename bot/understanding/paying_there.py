"""Whether words have the buyer pay on a marketplace, as is right, whatever they sound like.

“I make you a listing here on Etsy for the difference” lies close to “pay the difference by PayPal”.
"""

from __future__ import annotations

import re

_MARKETPLACES = (
    r"(?:ebay|amazon|aliexpress|alibaba|etsy|ozon|wildberries|mercado ?li[bv]re|otto|kaufland|temu|allegro"
    r"|walmart|tiktok|озон\w{0,2}|алиэкспресс\w{0,2}|амазон\w{0,2}|trade assurance)"
)
_BY = (
    r"(?:in|on|at|through|via|over|inside|by|with|bei|über|auf|im|mit|через|на|в|по|en|por|con|dentro de"
    r"|a través de)"
)
_ELSEWHERE = (
    r"outside|\boff\b|without|instead|rather|better|\bnot\b|n['’]t\b|\bno\b|never|avoid|\bsav|\bfees?\b|commission"
    r"|cheap|expens|direct|privat|personal|paypal|zelle|venmo|\bwise\b|western|\bbank|iban|account|transfer"
    r"|\bcards?\b|\blink|whats|wechat|\bmail|friend|\bcash|crypto|usdt|bitcoin|alipay|\bskip|\bleave|around|bypass"
    r"|cancel|außerhalb|ohne|statt|lieber|besser|nicht|kein|gebühr|provision|spar|günstig|billig|konto"
    r"|überweis|karte|vorbei|umgeh|storn|\bneben|\bвне\b|мимо|\bбез\b|вместо|лучше|\bне\b|\bнет\b|комисс|деш[её]в|дорог"
    r"|напрям|личн|карт|сч[её]т|перев[оеё]|сбер|сбп|ссылк|обход|отмен|fuera|\bsin\b|en vez|en lugar|mejor"
    r"|comisi|barat|ahorr|cuenta|tarjeta|bizum|enlace|oxxo|al margen"
)
"""Another way or place to pay, a reason to go there, or a “not” of which it is unclear what it denies."""

PAYS_THERE = re.compile(
    rf"\A(?!.*(?:{_ELSEWHERE})).*\b{_BY}\s(?:\w+\s){{0,2}}{_MARKETPLACES}(?!\w)", re.IGNORECASE | re.DOTALL
)
