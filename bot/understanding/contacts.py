"""Ways out of the platform that show by their form: e-mail, links, messengers, phone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.heard import Finding

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_URL = re.compile(
    r"""(?<![\w@.])(?:https?://[^\s<>"]+
      | www\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>"]*)?
      | (?:[a-z0-9-]+\.)+(?:com|net|org|shop|store|online|app)(?![\w@.-]*@)\b(?:/[^\s<>"]*)?
      | (?:[a-z0-9-]+\.)+(?:de|ru|es|cn|eu|me|ly|io|gg|it|fr|mx|ar|us|uk)/[^\s<>"]+)""",
    re.VERBOSE | re.IGNORECASE,
)
_URL_TAIL = ".,;:!?)]}»”\"'"

_MESSENGERS = {
    "whatsapp": r"what'?s?[ -]?app?|w(?:h?a|u)ss?app?|guasap|wasap|в[ао]тс[ -]?ап+|вац+ап|уотсап",
    "telegram": r"telegram|телеграмм?(?:е|у|ом|а)?|t\.me",
    "wechat": r"we[ -]?chat|weixin|微信|ви[ -]?чат",
    "viber": r"viber|вайбер(?:е|у|ом|а)?",
    "skype": r"skype|скайп(?:е|у|ом|а)?",
    "facebook": r"facebook|фейсбук(?:е|у|ом|а)?",
    "instagram": r"instagram|инстаграмм?(?:е|у|ом|а)?",
    "vk": r"vk\.com|вконтакте",
    "snapchat": r"snapchat",
    "discord": r"discord",
}
_MESSENGER = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(f'(?P<{name}>{form})' for name, form in _MESSENGERS.items())})(?![^\W_])",
    re.IGNORECASE,
)

_DIALLED = re.compile(r"(?<![\w+#№-])(?:\+|00)?\(?\d(?:[ ().\-/]{0,2}\d){6,14}(?![\w-])")
_CALL = re.compile(
    r"(?:tel|fon|phone|call|mobile?|handy|whats|ruf|nummer|number|тел|звон|номер|тлф|móvil|llám|cel|número)"
    r"[^\d]{0,24}$",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(
    r"(?:order|tracking|parcel|article|item|invoice|bestell|sendung|auftrag|artikel|rechnung|paket|track"
    r"|заказ|трек|посыл|артик|накладн|pedido|seguimiento|factura|rastreo|envío|artículo|guía|№|#|iban|ioss)"
    r"[^\d]{0,24}$",
    re.IGNORECASE,
)


def emails(text: str) -> Iterator[Finding]:
    """E-mail addresses."""
    for match in _EMAIL.finditer(text):
        yield Finding("email", match.start(), match.end(), {"address": match.group().lower()})


def urls(text: str) -> Iterator[Finding]:
    """Links, and names of hosts whose form leaves no doubt."""
    for match in _URL.finditer(text):
        address = match.group().rstrip(_URL_TAIL)
        yield Finding("url", match.start(), match.start() + len(address), {"address": address})


def messengers(text: str) -> Iterator[Finding]:
    """Names of messengers and social networks."""
    for match in _MESSENGER.finditer(text):
        yield Finding("messenger", match.start(), match.end(), {"name": match.lastgroup})


def phones(text: str) -> Iterator[Finding]:
    """Phone numbers: with a country's prefix, or after a word that announces one."""
    for match in _DIALLED.finditer(text):
        number = match.group()
        digits = re.sub(r"\D", "", number)
        before = text[: match.start()]
        abroad = number.startswith("+") or (number.startswith("00") and len(digits) > 10)
        if not 7 <= len(digits) <= 15 or _OTHER_NUMBER.search(before):
            continue
        if abroad or (_CALL.search(before) and len(digits) <= 12):
            plain = "+" + digits.removeprefix("00") if abroad else digits
            yield Finding("phone", match.start(), match.end(), {"number": plain})
