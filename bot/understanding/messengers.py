"""Names of messengers and social networks: plain, as nicknames, spaced out, with look-alike letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.heard import Finding

_BEFORE_SIGNAL = (
    "(?:" + "|".join(f"(?<=\\b{word} )" for word in "on via over use my per über в по por en".split()) + ")"
)
_BEHIND_SIGNAL = (
    r"(?=\W{0,3}(?:[+\d@]|\Z)|[.,;:!?)]|\s(?:and|or|at|under|with|instead|please|und|oder|unter|bitte|weiter"
    r"|schreiben|и|или|y|o|is|ist|id|number)\b)"
)
"""“Signal” is a word as well: between these it is the messenger."""
_NAMES = {
    "whatsapp": r"what'?s?[ -]?app?|w(?:h?a|u)ts?s?app?|guasap|wasap|wh?atsup|wapp|wa\.me"
    r"|в[ао]тс[ -]?ап+|вац+ап|уотсап|(?:the |die |la |el )?(?:green|grüne[ns]?|зел[её]н\w+) (?:chat ?)?"
    r"(?:app|messenger|messaging app|приложени\w+|мессенджер\w*)|(?:app|aplicación) verde",
    "telegram": r"telegram|телеграмм?(?:е|у|ом|а)?|t\.me|telega|телег[аеуи]|tg|тг|тгшк\w+"
    r"|(?:the )?paper[ -]?plane app|(?:app mit dem )?papierflieger(?:-app)?",
    "wechat": r"we[ -]?chat|weixin|ви[ -]?чат|vx",
    "viber": r"viber|вайбер(?:е|у|ом|а)?",
    "skype": r"skype|скайп(?:е|у|ом|а)?",
    "facebook": r"facebook|фейсбук(?:е|у|ом|а)?|fb|face(?= messenger)",
    "instagram": r"instagram|инстаграмм?(?:е|у|ом|а)?|insta|инст[аеуы]|ig",
    "vk": r"vk(?:\.com|ontakte)?|вконтакте|вк",
    "snapchat": r"snapchat",
    "discord": r"discord",
    "line": r"line (?:id|app|messenger)",
    "signal": r"signal (?:app|messenger)|signal-messenger"
    rf"|{_BEFORE_SIGNAL}signal{_BEHIND_SIGNAL}",
}
_NAME = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(f'(?P<{name}>{form})' for name, form in _NAMES.items())})(?![^\W_])",
    re.IGNORECASE,
)
_CHINESE = re.compile(r"(?P<wechat>微信|薇信|v信)", re.IGNORECASE)
"""Chinese stands without blanks between its words."""

_SPACED = {
    "whatsapp": ("whatsapp", "ватсап", "вотсап", "wasap"),
    "telegram": ("telegram", "телеграм"),
    "wechat": ("wechat", "вичат"),
    "instagram": ("instagram", "инстаграм"),
    "viber": ("viber", "вайбер"),
}
_LOOKS = {"a": "aа@4", "e": "eе3", "i": "iі1!", "o": "oо0", "t": "tт7", "s": "s5$", "p": "pр", "c": "cс"}
"""Letters with those that are typed in their place."""
_GAP = r"[\s.\-_*·]{0,2}"


def _disguised(word: str) -> str:
    letters = [f"[{re.escape(_LOOKS.get(letter, letter))}]" for letter in word]
    return _GAP.join(letters)


_HIDDEN = re.compile(
    r"(?<![^\W_])(?:"
    + "|".join(f"(?P<{name}>{'|'.join(map(_disguised, words))})" for name, words in _SPACED.items())
    + r")(?![^\W_])",
    re.IGNORECASE,
)


def messengers(text: str) -> Iterator[Finding]:
    """Every name; value: the messenger's plain name."""
    ends = 0
    found = [match for form in (_NAME, _CHINESE, _HIDDEN) for match in form.finditer(text)]
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if match.start() >= ends:
            yield Finding("messenger", match.start(), match.end(), {"name": match.lastgroup})
            ends = match.end()
