"""Words that tell what a span of time is of: a right, the shop, something else; and what others say of it."""

from __future__ import annotations

import re

from bot.understanding.number_words import NUMBER
from bot.understanding.told_spans import ONE


def _at_word_start(pattern: str) -> re.Pattern[str]:
    """What finds these forms where a word begins."""
    return re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE)


_LAW = (
    r"laws?|legal\w*|lawful\w*|statut\w+|withdraw\w*|gesetz\w*|widerruf\w*|gewährleistung\w*"
    r"|закон(?!ч)\w*|прав[оау]|ley(?:es)?|desist\w*"
)
LAW = _at_word_start(
    rf"(?:{_LAW}|the rule|EU[ -](?:law|rules?|directive|guarantee|warranty)|derecho(?=\s(?:a|de)\b))(?!\w)"
)
"""Surely names what the law gives."""
RIGHT = _at_word_start(
    rf"(?:{_LAW}|cooling|\w+ act|directive|EU|europe\w*|your country|guarantee|warranty"
    r"|garantie|BGB|richtlinie|europa|deutschland|ihr land"
    r"|стать[яией]\w*|росси\w+|ваш[аеи]? стран\w+|гаранти\w+"
    r"|normativa|directiva|retract\w*|derecho|españa|méxico|chile|argentina|su país|garant[ií]a)(?!\w)"
)
"""May name a right, or where it holds."""
LAW_ITSELF = _at_word_start(r"(?:laws?|legally|gesetz(?:lich)?|закон\w*|ley)(?!\w)")
"""Names the law beside a span, which is the law's then."""
KINDS = (
    _at_word_start(r"\w*(?:guarant|warrant|garant|gewähr|гарант)"),
    _at_word_start(r"(?:return|withdraw|back|zurück|rück|widerr|возврат|верн|принима|devol|desist)"),
)
"""Rights that have spans: guarantee, return."""

_WE = r"we|us|our|wir|uns|unser\w*|мы|нас|наш\w*|nosotros|nuestr\w+"
WE = _at_word_start(rf"(?:{_WE})(?!\w)")
SHOP = _at_word_start(
    rf"(?:{_WE}|my|only|just|but|however|though|this|these|those"
    r"|nur|lediglich|aber|jedoch|dagegen|allerdings|dies\w+|bloß|doch"
    r"|нам|только|лишь|но|однако|эт\w+|всего"
    r"|s[oó]lo|únicamente|pero|sin embargo|est[aeo]s?|nada más|solamente|máximo)(?!\w)"
)
"""A span beside it may be the shop's own."""
_OWNER = (
    r"with us|we|(?:our|my) (?:shop|store|house|company|policy|side)"
    r"|th(?:is|ese) (?:one|models?|items?|products?|articles?|goods)"
    r"|bei uns|wir|unser(?:e[mr]?)? (?:shop|laden|geschäft|haus|store|firma)"
    r"|diese[srmn]? (?:artikel|modell|produkt|gerät|ware)"
    r"|у нас(?: в магазине)?|мы|наш(?:ем|его|а|ей)? (?:магазине?|компани[ия])"
    r"|эт(?:у|ой|от|ого) (?:модел[ьи]|товара?)|на эти товары"
    r"|con nosotros|nosotros|nuestra (?:tienda|empresa)|est[eao]s? (?:modelo|producto|artículo)s?"
)
_PLAIN = (
    r"it'?s|it is|is|that'?s|are|says?|gives?|grants?|offers?|gets?|carr(?:y|ies)|has|have|comes with|you"
    r"|can|do|calculate|count|reckon with|only|just|no more than|at most|a maximum of|takes?|goods|items"
    r"|them|it|back|accepts?|returns?|within|for|of|up to|the|guarantee|warranty|however|though"
    r"|sind|ist|es|gibt|gilt|gelten|geben|gewähren|können|rechnen|mit|nur|lediglich|höchstens|maximal|aber"
    r"|jedoch|dagegen|nehmen|waren?|zurück|innerhalb von|binnen|bloß|eben|bekommen|haben|sie|hat|garantie"
    r"|gewährleistung"
    r"|только|лишь|всего|да[её]м|да[её]т|можем дать|счита\w+|принима\w+|действует|срок|максимум"
    r"|не (?:больше|более)|гаранти[яию]|возврат\w*|в течение|на|это|же|товары?"
    r"|son|es|damos|da|dan|contamos|calculamos|podemos dar|solo|sólo|únicamente|nada más|(?:como )?máximo"
    r"|un máximo de|aceptamos|acepta|devoluciones|ofrecemos|ofrece|tiene|de|hasta|se queda en|en|garantía"
    r"|dentro de|cambio"
)
"""What may stand between the shop and its span; whatever else does tells of something else."""
_BEGINS = rf"(?:\d|{NUMBER}|{ONE}\b|half|anderthalb|eineinhalb|пол(?:года|тора|торы)|medio|media)"
_GAP = r"[\s:–—,-]{1,3}"
SHOP_GIVES = _at_word_start(rf"(?:{_OWNER})(?:{_GAP}(?:{_PLAIN})){{0,8}}?{_GAP}(?={_BEGINS})")
"""The shop, up to the span that it gives in plain words."""

_ELSE = (
    r"(?<!no )(?<!nada )más|(?<!no )(?<!not )more|(?<!nicht )mehr|(?<!не )больше"
    r"|refund|repair|money|answer|repl[iy]|respon|ship|dispatch|deliver|arriv|sen(?:d|ds|t|ding)\b"
    r"|check|inspect|process|wait|hear|contact|deci|pa(?:y|id)|transfer|credit|tell|write|photo|on top"
    r"|another|ago|old\b|addition|extra|volunt|wrong|mistake|not true"
    r"|weitere|noch ein|sogar|alt(?:e[nrs]?)?\b|erstatt|rückzahl|dauer|repar|geld|antwort|meld|versand"
    r"|verschick|liefer|schick|prüf|bearbeit|wart|überweis|gutschr|zusätzlich|obendrein|freiwillig|falsch"
    r"|irr|stimmt nicht"
    r"|ещ[её]|даже|назад|ремонт|верн[её]м|деньг|ответ|отправ|доставк|провер|обработ|жд[аеиу]"
    r"|перевод|переведём|напиш|сообщ|сверх|дополнит|ошиб|неверн"
    r"|incluso|hace\b|otr[oa]s?|reembols|dinero|contest|env[ií]|entreg|llega|revis|proces|esper"
    r"|pag(?!in)|abon|escrib|avis|foto|además|adicional|voluntari|equivoc|error"
)
"""Words beside a span of something else, of one granted on top, or taken back as a mistake."""
OF_ELSE = _at_word_start(_ELSE)
NOT_OF_THE_RIGHT = _at_word_start(
    rf"{_ELSE}|valid|voucher|coupon|expir|pass(?:ed)?\b|gone|bought|purchas|left\b|prov[ei]|presum|first"
    r"|office|clos|need|already used|label|(?:\w*day|tag|день|día) \d|day (?:one|two|three|four|five|six)"
    r"|has run|have run|gültig|gutschein|vorbei|abgelaufen sind|gekauft|erst|büro|geschlossen|beweis|brauch"
    r"|etikett|действует \d|купон|прош[её]?л|куп(?:или|лен)|нужн|осталось|доказ|закры|этикетк|истек"
    r"|válid|cup[oó]n|pasado|pasaron|lleva|compr[óoa]|atrás|antes|primer|prueba|prob|cerra|etiqueta|quedan"
    r"|necesit"
)
"""The span is of something else, or of the time that has passed."""
ONLY = re.compile(
    r"\b(?:only|just|nur|bloß|lediglich|только|лишь|всего|s[oó]lo|solamente|únicamente)\W+\Z", re.I
)
"""Makes little of the span behind it."""
CLAIMED = _at_word_start(
    r"(?:(?:some|(?:an)?other|many|most) (?:sellers?|shops?|traders?|people|agents?)|others"
    r"|(?:my|our|a) colleague"
    r"|(?:manche|andere|einige|viele)[rs]? (?:händler|verkäufer|shops?|läden|anbieter|leute)"
    r"|kolleg(?:e|in)|man"
    r"|(?:некотор|друг|многи)\w* (?:продав\w+|магазин\w*|люди)|кто-то из продавц\w+|коллега|иногда"
    r"|(?:hay|otr[oa]s?|algun[oa]s?|much[oa]s) (?:vendedor\w*|tiendas?|comercios?|colegas?)|compañer[oa]"
    r"|manufacturer|hersteller|производител\w|fabricante|leaflet|beileger|листовк\w|folleto)\b[^.!?]{0,30}?"
    r"\b(?:says?|said|writes?|wrote|tells?|told|claims?|sag|schr[ie]|behaupt|lies|hör|steht|пиш|писал|написа"
    r"|говор|сказал|утвержд|dice|dij|asegur|escrib|pone|afirm)"
)
"""Somebody else is told to say what follows."""
DENIED = re.compile(r"\b(?:not|nicht|не|no s[oó]n)(?: just| only| nur| только| s[oó]lo)? \Z", re.I)
"""Denies the span behind it."""
DISOWNED = _at_word_start(
    r"(?:not (?:so|true)|wrong|untrue|false|mistake|nonsense|stimmt (?:aber )?nicht|falsch|irr|unsinn"
    r"|неправда|не так|неверно|ошиб|no es (?:cierto|verdad|así)|falso|se equivoc|error)"
)
"""Takes back what was said."""
OF_THE_RIGHT = _at_word_start(
    r"(?:you\w*|it|it'?s|apply|applies|sie|ihnen|ihre?|es|gilt|gelten|вы|вас|вам|ваш\w*|он[аи]?|действу\w+"
    r"|usted\w*|le|su|son|es|tiene|rige\w*|corren|valen|but|sondern|а|sino)(?!\w)"
)
"""A span beside it may be the right's own."""
