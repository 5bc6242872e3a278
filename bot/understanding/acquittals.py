"""What acquits of a violation in a clause, in the sentence around it, or in all that is said with it.

“I make you a listing here on Etsy for the difference” lies close to “pay the difference by PayPal”; what is
done as the buyer wishes, or warned of, close to what presses, bothers or cheats the buyer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_NOT = r"(?:\b(?:nicht|kein\w*|nie\w*|never|not|no|none|nunca|jamás|sin|не|нельзя|никогда|без)\b|n['’]t\b)"
_MARKETPLACES = (
    r"(?:ebay|amazon|aliexpress|alibaba|etsy|ozon|wildberries|mercado ?li[bv]re|otto|kaufland|temu|allegro"
    r"|walmart|озон\w{0,2}|алиэкспресс\w{0,2}|амазон\w{0,2}|trade assurance)"
)
_BY = (
    r"(?:in|on|at|through|via|over|inside|by|with|bei|über|auf|im|mit|через|на|в|по|en|por|con|dentro de"
    r"|a través de|(?:chat|conversación|mensajes) de)"
)
_ELSEWHERE = (
    rf"{_NOT}|outside|\boff\b|without|instead|rather|better|avoid|\bsav|\bfees?\b|commission|cheap"
    rf"|expens|direct"
    r"|privat|personal|paypal|zelle|venmo|\bwise\b|western|\bbank|iban|account|transfer|\bcards?\b|\blink"
    r"|whats|wechat|\bmail|friend|\bcash|crypto|usdt|bitcoin|alipay|\bskip|\bleave|around|bypass|cancel"
    r"|außerhalb|ohne|statt|lieber|besser|gebühr|provision|spar|günstig|billig|konto|überweis|karte|vorbei"
    r"|umgeh|storn|\bneben|\bвне\b|мимо|вместо|лучше|\bнет\b|комисс|деш[её]в|дорог|напрям|личн|карт|сч[её]т"
    r"|перев[оеё]|сбер|сбп|ссылк|обход|отмен|fuera|en vez|en lugar|mejor|comisi|barat|ahorr|cuenta|tarjeta"
    r"|bizum|enlace|oxxo|al margen|\bsalir|\bsalg"
)
"""Another way or place, a reason to go there, or a “not” of which it is unclear what it denies."""
_PLACES = (
    r"telegram|viber|insta|facebook|google|skype|signal|phone|telefon|nummer|number|номер|телефон|número"
    r"|teléfono|\bcall|\bruf|звон|\bllam|\bqr\b|\bcode|@"
)
_TRUE = (
    r"\b(?:voll\w*|tatsächlich\w*|wirklich\w*|real\w*|full\w*|true|actual\w*|original\w*|market|marktwert"
    r"|полн\w+|реальн\w+|настоящ\w+|рыночн\w+|complet[oa]|íntegr[oa]|verdader[oa]|de mercado)\b"
)
_VALUE = r"\b(?:\w*wert|\w*preis|value|price|стоимост\w+|цен(?:а|у|е|ой|ы)|valor|precio|importe)\b"
_LESS = (
    r"statt|instead|rather|вместо|en (?:vez|lugar)|nur\b|\bonly|hal[bf]|только|s[oó]lo|\bless|\blow|small"
    r"|klein|niedrig|menos|menor|peque|mitad|меньш|маленьк|полов|\bthird|drittel|треть|tercio|%|gift|geschenk"
    r"|подар|regalo|sample|muster|образ|muestra|secret|\bif\b|\bwenn\b|\bfalls\b|\bесли\b|\bsi\b"
)
_DECLARES = (
    r"\b(?:declar\w+|states?|write|put|deklarier\w+|angegeben|angeben|geben|schreiben|eintragen|steht|stehen"
    r"|ausgewiesen|figur\w+|consta\w*|pon\w+|escrib\w+|указ\w+|пиш\w+|стоит|став\w+|деклариру\w+|заявл\w+)\b"
)
_CLOSES = (
    r"close|withdraw|cancel|\bdrop|take (?:it|them)|schließ|zurückz|закр|отмен|отозв|retir|cierr|anul|\bquit"
)


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


_THERE = rf".*\b{_BY}\s(?:\w+\s){{0,2}}{_MARKETPLACES}(?!\w)"
_PAYS_THERE = _form(rf"\A(?!.*(?:{_ELSEWHERE})){_THERE}")
_WRITES_THERE = _form(rf"\A(?!.*(?:{_ELSEWHERE}|{_PLACES})){_THERE}")
_AS_ASKED = _form(
    r"\b(?:as|like) (?:you )?(?:asked|requested|wished|wanted)\b|\bas agreed\b|\b(?:at|on"
    r"|by) your (?:own )?(?:request|wish)\b|\byou (?:have )?(?:requested|asked (?:us |me )?(?:for|to))\b"
    r"|\b(?:you|who|customers?|buyers?)(?: have)? (?:subscribed|signed up|opted in)\b|\bwie (?:von ihnen "
    r"|mit ihnen )?(?:gewünscht|erbeten|besprochen|vereinbart|angefragt)|auf ihren wunsch"
    r"|\bsie hatten? [^.!?]{0,40}(?:gebeten|gewünscht)|\bselbst (?:angemeldet|eingetragen)\b"
    r"|\bкак (?:вы )?(?:и )?(?:просили|хотели|договаривались)|\bпо ваше\w+ (?:\w+ )?(?:просьб|запрос"
    r"|желани)\w+|\bвы (?:сами )?(?:просили|попросили|подписал\w+)|\bcomo (?:nos |me )?(?:pidió|pediste"
    r"|solicitó|acordamos)|a petición suya|\b(?:que|usted) (?:nos |me )?(?:pidió|solicitó|autorizó)"
    r"|\bse suscribió"
)
_AT_WILL = _form(
    r"\bif you (?:really |still |do )?(?:want|wish|would like|prefer|decide|choose) to (?:cancel|withdraw"
    r"|close)|\b(?:wenn|falls) sie\b[^.!?]{0,60}\b(?:stornieren|widerrufen|schließen|zurückziehen) (?:möchten"
    r"|wollen)\b|\bесли (?:вы )?(?:\w+ )?(?:хотите|желаете|решите|решили) (?:отменить|закрыть|отказаться)"
    r"|\bsi (?:usted )?(?:quiere|desea|prefiere|decide) (?:cancelar|cerrar|desistir|anular)"
)
_OPENS = _form(
    rf"\A(?!.*(?:{_NOT}|{_CLOSES}|instead|statt|вместо|en vez|\b(?:before|bevor|прежде|antes de)\b)).*"
    r"(?:\b(?:please|can|may|should|then|just|to) (?:open|start|file|raise)|\b(?:öffnen|eröffnen|stellen) sie"
    r"|\b(?:откройте|подайте|abra|inicie|presente))\b[^.!?]{0,25}\b(?:dispute|case|claim|fall|streitfall"
    r"|antrag|спор|заявк|претензи|disputa|reclam|caso)"
)
_CANNOT_PROMISE = _form(
    r"\b(?:can(?:no|['’])t|could not|nobody can|no one can|no \w+ can)\b[^,;:.!?]{0,20}(?:promis|guarant)"
    r"|\bkann (?:\w+ ){0,4}(?:nicht|niemand|kein\w* \w+)\b[^,;:.!?]{0,30}(?:garant|versprech|zusag)"
    r"|\bне (?:могу|можем|может|могут)\b[^,;:.!?]{0,30}(?:обеща|гарант)|\b(?:no (?:puedo|podemos|se puede)"
    r"|nadie puede)\b[^,;:.!?]{0,30}(?:promet|garant|asegur)|\b(?:may|might|could) (?:well )?not (?:arrive"
    r"|come|make)|kann sein, dass|vielleicht nicht|может и не\b|puede que no|podría no\b|quizás no\b"
)
_ALLOWED = _form(
    r"\byou (?:have )?(?:allowed|permitted|agreed|gave (?:us )?(?:your )?(?:permission|consent))|\b(?:may"
    r"|could|can) we (?:use|show|publish|share|post)\b[^.!]*\?|(?:dürfen|dürften|könnten) wir\b[^.!]*\?"
    r"|\bmit ihrer (?:erlaubnis|zustimmung)|\bsie (?:haben|hatten) [^.!?]{0,60}(?:erlaubt|eingewilligt"
    r"|zugestimmt)|\bвы (?:нам )?(?:разрешили|согласились)|\bможно (?:ли )?(?:нам )?(?:использ|показ|опублик"
    r"|выложить)[^.!]*\?|\b(?:nos|me) (?:permit|autoriz|dejar)\w+[^.!]*\?|\busted (?:nos )?(?:autorizó"
    r"|permitió|dio permiso)"
)
_TRUE_VALUE = _form(
    rf"\A(?!.*(?:{_NOT}|{_LESS}))(?!(?:\D*(?<![\w.,])\d[\d.,]*){{2}})(?=.*{_DECLARES})"
    rf"(?:.*{_VALUE}.{{0,40}}{_TRUE}|.*{_TRUE}.{{0,20}}{_VALUE})"
)

ACQUITS: Mapping[str, tuple[re.Pattern[str], str]] = {
    "violate_off_platform_payment": (_PAYS_THERE, "inform_payment"),
    "violate_off_platform_contact": (_WRITES_THERE, "decline_off_platform"),
    "violate_unsolicited_marketing": (_AS_ASKED, "acknowledge"),
    "violate_pressure_cancel": (_form(f"{_AT_WILL.pattern}|{_OPENS.pattern}"), "inform_buyer_protection"),
    "violate_false_promise": (_CANNOT_PROMISE, "inform_shipping_time"),
    "violate_data_misuse": (_ALLOWED, "reassure"),
    "violate_undervalue_customs": (_TRUE_VALUE, "decline_undervaluation"),
}
"""Act to the form of a clause or its sentence that acquits of it, and what is said instead."""

WARNED_OF = frozenset(
    "violate_off_platform_contact violate_off_platform_payment violate_ask_sensitive_data "
    "violate_extra_charge".split()
)
"""What cheats do who write in the shop's name."""

WARNS = _form(
    r"(?<!no )(?<!not a )(?<!kein )(?<!no es )(?<!не )(?:\bscam|phish|fraud|\bbetr[uü]g|\bestafa|мошенн)"
    r"|\b(?:das|die) (?:sind|waren|ist|war) nicht (?:wir|von uns)\b|\b(?:that|this|it) (?:is|was)(?: not"
    r"|n['’]t) us\b|pretend\w* to be|in our (?:shop's )?name\b|in unserem namen|gibt sich (?:als|für)"
    r"|от нашего имени|выда[её]т себя|hace pasar por|en nuestro nombre|\bэто (?:были )?не мы\b|\bno (?:somos"
    r"|fuimos|es de) nosotros\b"
)
"""Says that somebody else tries to cheat the buyer."""
