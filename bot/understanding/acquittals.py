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
    rf"|expens|direct(?!ly (?:here|on|in)|amente (?:en|aquí))"
    r"|privat|personal|paypal|zelle|venmo|\bwise\b|western|\bbank|iban|account|transfer|\bcards?\b|\blink"
    r"|whats|wechat|\bmail|friend|\bcash|crypto|usdt|bitcoin|alipay|\bskip|\bleave|around|bypass|außerhalb"
    r"|ohne|statt|lieber|besser|gebühr|provision|spar|günstig|billig|konto|überweis|karte|vorbei|umgeh"
    r"|\bneben|\bвне\b|мимо|вместо|лучше|\bнет\b|комисс|деш[её]в|дорог|напрям|\bличн|\bкарт(?:у|е|ой|а)?\b"
    r"|сч[её]т|перев[оеё]|сбер|сбп|ссылк|обход|fuera|en vez|en lugar|mejor|comisi|barat|ahorr|cuenta|tarjeta"
    r"|bizum|enlace|oxxo|al margen|\bsalir|\bsalg"
)
"""Another way or place, a reason to go there, or a “not” of which it is unclear what it denies."""
_TO_US = (
    r"\b(?:to|for|pay) (?:me|us|my)\b|\ban (?:mich|uns)\b|\bmein|\bmy\b|\bмне\b|\bмой\b|\bмо[юеёя]\b|\bmi\b"
    r"|\ba mí\b|revolut|klarna|skrill|payoneer|тиньк|по номеру|clabe|dep[oó]sit|\bqr\b|\b(?:bought|ordered"
    r"|gekauft|bestellt|compr[óa]|заказали|купили)\b|your order"
)
_PLACES = (
    r"telegram|телеграм|\bтг\b|в[ао][тц]с?ап|вайбер|\bвк\b|\bпочт|мессендж|e?mail|\bcorreo|wh?as+ap|guasap"
    r"|\bline\b|\bsms\b|смс|messenger|discord|kakao|threema|viber|\binsta(?:gram)?\b|facebook|google|skype"
    r"|signal|phone|telefon|nummer|number|номер|телефон|número|teléfono|\bcall|\bruf|звон|\bllam|\bqr\b"
    r"|\bcode|@"
)
_TRUE = (
    r"\b(?:voll\w*|tatsächlich\w*|wirklich\w*|real\w*|full\w*|true|actual\w*|original\w*|market|marktwert"
    r"|полн\w+|реальн\w+|настоящ\w+|рыночн\w+|complet[oa]|íntegr[oa]|verdader[oa]|de mercado)\b"
)
_VALUE = r"\b(?:\w*wert|\w*preis|value|price|стоимост\w+|цен(?:а|у|е|ой|ы)|valor|precio|importe)\b"
_LESS = (
    r"statt|instead|rather|вместо|en (?:vez|lugar)|nur\b|\bonly|\bhal[bf]|только|s[oó]lo|\bless|\blow|small"
    r"|klein|niedrig|menos|menor|peque|mitad|меньш|маленьк|полов|\bthird|drittel|треть|tercio|%|gift|geschenk"
    r"|подар|regalo|sample|muster|\bобраз(?:ец|ц)|muestra|secret|between us|unter uns|между нами"
    r"|entre nosotros|\b(?:tax|duty|zoll\w*|aduana|пошлин\w*)[^,.]{0,20}(?:high|much|viel|hoch|mucho|больш"
    r"|высок)|\b(?:real|true|full) \w+ (?:is|stays)|\bif\b|\bwenn\b|\bfalls\b|\bесли\b|\bsi\b"
)
_DECLARES = (
    r"\b(?:declar\w+|states?|write|put|deklarier\w+|angegeben|angeben|geben|schreiben|eintragen|steht|stehen"
    r"|ausgewiesen|figur\w+|consta\w*|pon\w+|escrib\w+|указ\w+|пиш\w+|стоит|став\w+|деклариру\w+|заявл\w+)\b"
)
_CLOSES = (
    r"close|withdraw|cancel|\bdrop|take (?:it|them)|schließ|zurückz|закр|отмен|отозв|retir|cierr|anul|\bquit"
    r"|remov|delet|\bend\b|finish|beend|убер|сним|удал|заверш|elimin|finali|termin"
)


_PAID_PRICE = (
    r"\b(?:price|value|amount|sum) (?:that |which )?you (?:really |actually )?pa(?:y|id)\b|\bpurchase price"
    r"|\bkaufpreis|rechnungsbetrag|\bpreis, den sie|цен\w+ покупки|цен\w+, котор\w+ вы|importe de la factura"
    r"|precio (?:de compra|que (?:usted )?pag)"
)


def form(pattern: str) -> re.Pattern[str]:
    """A form of words: capitals do not matter, and a line may end anywhere."""
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


_THERE = rf".*\b{_BY}\s(?:\w+\s){{0,2}}{_MARKETPLACES}(?!\w)"
_PAYS_THERE = form(rf"\A(?!.*(?:{_ELSEWHERE}|{_TO_US})){_THERE}")
_WRITES_THERE = form(rf"\A(?!.*(?:{_ELSEWHERE}|{_PLACES})){_THERE}")
_AS_ASKED = form(
    r"\A(?!.*(?:\b(?:i|we) (?:\w+ )?(?:added|put|signed) you|\b(?:habe|haben) (?:ich"
    r"|wir )?sie\b[^.!?]*(?:eingetragen|angemeldet)|добавили вас|подписали вас|hemos (?:apuntado|suscrito)"
    r"|added you)).*(?:\b(?:as|like) (?:you )?(?:asked|requested|wished|wanted)\b|\bas agreed\b|\b(?:at|on"
    r"|by) your (?:own )?(?:request|wish)\b|\byou (?:have )?(?:requested|asked (?:us |me )?(?:for|to))\b"
    r"|\byou(?: have)? (?:subscribed|signed up|opted in)\b|\bwie (?:von ihnen |mit ihnen )?(?:gewünscht"
    r"|erbeten|besprochen|vereinbart|angefragt)|auf ihren wunsch|\bsie hatten? [^.!?]{0,40}(?:gebeten"
    r"|gewünscht)|\bselbst (?:angemeldet|eingetragen)\b|\bкак (?:вы )?(?:и )?(?:просили|хотели"
    r"|договаривались)|\bпо ваше\w+ (?:\w+ )?(?:просьб|запрос|желани)\w+|\bвы (?:сами )?(?:просили|попросили"
    r"|подписал\w+)|\bcomo (?:nos |me )?(?:pidió|pediste|solicitó|acordamos)|a petición suya|\b(?:que"
    r"|usted) (?:nos |me )?(?:pidió|(?:había|ha) pedido|solicitó|autorizó)|\bse suscribió)"
)
_AT_WILL = form(
    r"\bif you (?:really |still |do )?(?:want|wish|would like|prefer|decide|choose) to (?:cancel|withdraw"
    r"|close)\b(?![^,.!?]*\b(?:disput|case|claim))|\b(?:wenn|falls) sie\b(?![^.!?,]{0,60}(?:streit|\bfall\b"
    r"|\bantrag))[^.!?]{0,60}\b(?:stornieren|widerrufen) (?:möchten|wollen)\b"
    r"|\bесли (?:вы )?(?:\w+ )?(?:хотите|желаете|решите|решили) (?:отменить|отказаться)\b(?![^,.!?]*(?:спор"
    r"|претенз))|\bsi (?:usted )?(?:quiere|desea|prefiere|decide) (?:cancelar|desistir"
    r"|anular)\b(?![^,.!?]*(?:disput|reclam|caso))"
)
_OPENS = form(
    rf"\A(?!.*(?:{_NOT}[^,;:.!?]{{0,20}}\b(?:open|öffn|eröffn|откр|abr|inici)|{_CLOSES}"
    r"|instead|statt|вместо|en vez|\b(?:before|bevor|прежде|antes de)\b)).*(?:\b(?:please|can|may|should|then"
    r"|just) (?:open|start|file|raise)|\b(?:öffnen|eröffnen|stellen) sie|\b(?:откройте|подайте|abra|inicie"
    r"|presente))\b[^.!?]{0,25}\b(?:dispute|case|claim|fall|streitfall|antrag|спор|заявк|претензи|disputa"
    r"|reclam|caso)"
)
_CANNOT_PROMISE = form(
    r"\A(?!.*\b(?:for sure|sicher|ich verspreche|versprochen|я (?:вам )?гарантирую|обещаю|sin falta"
    r"|le prometo|but (?:we|i|with us)|aber (?:wir|ich|bei uns))\b).*(?:\b(?:can(?:no|['’])t|could not"
    r"|nobody can|no one can|no \w+ can)\b[^,;:.!?]{0,20}(?:promis|guarant)|\bkann (?:\w+ ){0,4}(?:nicht"
    r"|niemand|kein\w* \w+)\b[^,;:.!?]{0,30}(?:garant|versprech|zusag)|\bне (?:могу|можем|может"
    r"|могут)\b[^,;:.!?]{0,30}(?:обеща|гарант)|\b(?:no (?:puedo|podemos|se puede)"
    r"|nadie puede)\b[^,;:.!?]{0,30}(?:promet|garant|asegur)|\b(?:may|might|could) (?:well )?not (?:arrive"
    r"|come|make)|kann sein, dass|vielleicht nicht|может и не\b|puede que no|podría no\b|quizás no\b)"
)
_KEEPS_RIGHTS = form(
    rf"\A(?!.*(?:{_NOT}|\b(?:only|nur|только|s[oó]lo|but|aber|но|pero)\b))(?:"
    r".*\byou (?:still |of course |naturally )?(?:have|keep) (?:all|every|full|the full)\b.{0,20}\brights?\b"
    r"|.*\b(?:haben|behalten) sie\b[^.!?]{0,30}\b(?:alle|volle) (?:\w+ )?(?:rechte|ansprüche|gewährleistung)"
    r"|.*\b(?:сохраня\w+|име\w+|остаются) (?:за вами )?(?:все|полн\w+) прав|.*\b(?:tiene|conserva"
    r"|mantiene)\b[^.!?]{0,20}\btodos (?:sus|los) derechos)"
)
_OWN_PHOTOS = (
    r"\A(?!.*(?:\byour (?:\w+ ){0,3}(?:photo|picture)|\bihr\w? foto|\bваш\w* фото"
    r"|\bsus? foto)).*(?:\bour own (?:photo|picture|video|image)|\bunsere?n? eigene\w* (?:foto|bild|video)"
    r"|\bнаш\w+ (?:собственн\w+|же) (?:фото|видео|снимк)|\bnuestr[oa]s propi[oa]s (?:foto|imágen|vídeo"
    r"|video))"
)
_CONSENT = (
    r"\A(?!.*\b(?:terms|conditions|bedingungen|agb|правил\w*|услови\w+|condiciones"
    r"|términos)\b).*(?:\byou (?:have )?(?:allowed|permitted|agreed|gave (?:us )?(?:your )?(?:permission"
    r"|consent))|\b(?:may|could|can) we (?:use|show|publish|share|post)\b[^.!]*\?|(?:dürfen|dürften"
    r"|könnten) wir\b[^.!]*\?|\bmit ihrer (?:erlaubnis|zustimmung)|\bsie (?:haben"
    r"|hatten) [^.!?]{0,60}(?:erlaubt|eingewilligt|zugestimmt)|\bвы (?:нам )?(?:разрешили|согласились)"
    r"|\bможно (?:ли )?(?:нам )?(?:использ|показ|опублик|выложить)[^.!]*\?"
    r"|\bхотели бы [^.!?]{0,60}если вы не против|\b(?:nos|me) (?:permit|autoriz|dejar)\w+[^.!]*\?"
    r"|\ble (?:importaría|parece bien)\b[^.!]*\?|\busted (?:nos )?(?:autorizó|permitió|dio permiso))"
)
_TRUE_VALUE = form(
    rf"\A(?!.*(?:{_NOT}|{_LESS}))(?!(?:\D*(?<![\w.,])\d[\d.,]*){{2}})(?=.*{_DECLARES})"
    rf"(?:.*{_VALUE}.{{0,40}}{_TRUE}|.*{_TRUE}.{{0,20}}{_VALUE}|(?!.*\d).*(?:{_PAID_PRICE}))"
)

ACQUITS: Mapping[str, tuple[re.Pattern[str], str]] = {
    "violate_off_platform_payment": (_PAYS_THERE, "inform_payment"),
    "violate_off_platform_contact": (_WRITES_THERE, "decline_off_platform"),
    "violate_unsolicited_marketing": (_AS_ASKED, "acknowledge"),
    "violate_pressure_cancel": (form(f"{_AT_WILL.pattern}|{_OPENS.pattern}"), "inform_buyer_protection"),
    "violate_false_promise": (_CANNOT_PROMISE, "inform_shipping_time"),
    "violate_data_misuse": (form(f"{_OWN_PHOTOS}|{_CONSENT}"), "reassure"),
    "violate_deny_legal_right": (_KEEPS_RIGHTS, "inform_warranty"),
    "violate_undervalue_customs": (_TRUE_VALUE, "decline_undervaluation"),
}
"""Act to the form of a clause or its sentence that acquits of it, and what is said instead."""

WARNED_OF = frozenset(
    "violate_off_platform_contact violate_off_platform_payment violate_ask_sensitive_data "
    "violate_extra_charge".split()
)
"""What cheats do who write in the shop's name."""

WARNS = form(
    r"\b(?:this|that|it|they|these|those)(?:['’]s| is| was| are|['’]re)(?: (?:a|an|all|surely|just"
    r"|clearly))* (?:scam|phish|fraud)|(?<!kein )(?<!keine )(?<!keinen )\bbetr[uü]g(?:er"
    r"|sversuch)?\b(?=[^.!?]*[.!?]?\s*(?:bitte |antworten|geben|zahlen|klicken|überweisen)[^.!?]*\b(?:nicht"
    r"|kein))|\bdas ist (?:ein )?betrug|\bэто (?:\w+ )?мошенн|\b(?:es"
    r"|son) (?:una )?(?<!no es )(?<!no es una )(?<!no son )(?:estafa|fraude|phish)|\b(?:das|die) (?:sind"
    r"|waren|ist|war) nicht (?:wir|von uns)\b|\b(?:that|this|it) (?:is|was)(?: not|n['’]t) us\b"
    r"|pretend\w* to be|\b(?:writ|wrote|mail|messag|act|ask|sends?|claim|someone"
    r"|somebody)[^.!?]{0,30}in our (?:shop's )?name\b|\b(?:schreib|schrieb|jemand|mail"
    r"|nachricht)[^.!?]{0,40}in unserem namen|gibt sich (?:als|für)|от нашего имени|выда[её]т себя"
    r"|hace pasar por|\b(?:escrib|alguien|mensaje|correo)[^.!?]{0,40}en nuestro nombre"
    r"|\bэто (?:были )?не мы\b|\bno (?:somos|fuimos|es de) nosotros\b"
)
"""Says that somebody else tries to cheat the buyer."""
