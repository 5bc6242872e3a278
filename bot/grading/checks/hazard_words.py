"""The words by which a buyer reports a danger from the goods, and an agent stops its use, by language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.core.words import Language


def any_form(*forms: str) -> re.Pattern[str]:
    """What is one of these forms, in capitals or not."""
    return re.compile("|".join(forms), re.IGNORECASE)


_DE_GOODS = (
    r"\w*(?:akku|batterie|powerbank|lade(?:gerät|kabel|station|schale)|netzteil|kabel|stecker|steckdose|gerät"
    r"|adapter|handy|telefon|tablet|laptop|föhn|fön|toaster|kocher|heiz\w*|decke|kissen|roller|drohne|motor"
    r"|spielzeug|puppe|auto|maschine|kopfhörer|platine|schalter)(?:s|n|en)?"
)
_EN_GOODS = (
    r"(?:power ?bank|batter(?:y|ies)|charger|cable|cord|plug|socket|outlet|adapter|phone|tablet|laptop|device"
    r"|dryer|toaster|kettle|heater|blanket|pad|scooter|drone|motor|toy|doll|car|machine|headphones|earbuds?"
    r"|speaker|appliance|unit|product|thing|it|lamp|skin|face|eyes?|scalp)"
)
_RU_GOODS = (
    r"(?:повербанк|пауэрбанк|аккумулятор|батаре|заряд|кабел|провод|телефон|смартфон|планшет|ноутбук|розетк"
    r"|вилк|адаптер|блок|прибор|устройств|фен|тостер|чайник|обогревател|одеял|самокат|дрон|мотор|игрушк"
    r"|машинк"
    r"|кукл|наушник|колонк|удлинител|выключател|плат)\w*"
)
_ES_GOODS = (
    r"(?:power ?bank|bater[ií]as?|cargador|cable|enchufe|adaptador|m[óo]vil|celular|tel[ée]fono|tableta"
    r"|port[áa]til"
    r"|aparato|dispositivo|secador|tostadora?|hervidor|calefactor|manta|patinete|dron|motor|juguete|muñeca"
    r"|coche"
    r"|m[áa]quina|auriculares|altavoz|l[áa]mpara)"
)

_DE_SMOKING = (
    rf"(?:{_DE_GOODS}|\w*(?:lampe|leuchte|birne|ofen|herd|platte|topf|pfanne|mixer|eisen|rechner|computer|monitor"
    r"|lader|fernseher|drucker|lautsprecher|pumpe|bohrer|säge|ding|teil|verpackung|haus|wohnung|küche)n?)"
)
_EN_HURTING = (
    rf"(?:{_EN_GOODS}|them|iron|pan|pot|stove|oven|lighter|candle|straightener|curler|blender|knife|blade|edge"
    r"|glass|steam|cream|lotion|serum|mask|wax|oil|scissors|chair|bike|bottle)"
)
_EN_BODY = (
    r"(?:hands?|fingers?|thumbs?|arms?|legs?|foot|feet|knees?|face|skin|neck|scalp|lips?|mouth"
    r"|tongue|eyes?|ears?)"
)
_RU_BODY = r"(?:пал(?:ец|ьц)|рук|ног|лиц|губ|кож|ладон|язык|рот|щ[её]к|колен|ше[юя]|себ|глаз|ух)\w*"
_ES_BODY = (
    r"(?:dedos?|manos?|brazos?|piernas?|pies?|cara|piel|labios?|boca|lengua|pulgar|rodilla|cuello|ojos?)"
)

DANGER: Mapping[Language, re.Pattern[str]] = {
    "de": any_form(
        r"\b(?:(?:ver)?qualmt\w*|gequalmt|schmort\w*|geschmort)\b",
        rf"\b{_DE_SMOKING}\b[^,;.]{{0,40}}\b(?:raucht(?:e|en)?|geraucht)\b"
        rf"|\braucht(?:e|en)?\b[^,;.]{{0,25}}\b{_DE_SMOKING}\b"
        r"|\b(?:es|das) (?:hat |jetzt |nur |richtig |stark |ständig |immer noch )?(?:rauchte?|geraucht)\b",
        r"\b(?:ver|an|durch)schmort\w*|\bverkohlt\w*|\bexplodier\w*",
        rf"\b{_DE_GOODS}\b.{{0,40}}\b(?:brenn(?:t|en)|brannte|gebrannt|verbrannt|abgebrannt|angebrannt"
        r"|funkt|funkte|gefunkt|geglüht|glüht|glühte)\b",
        rf"\b(?:brennt|brannte|funkt|glüht)\b.{{0,25}}\b{_DE_GOODS}\b",
        r"\bhilfe\W{1,3}(?:\w+ ){0,2}brennt|\blichterloh",
        r"\bzu (?:rauchen|qualmen|brennen|schmoren|funken)\b|feuer gefangen|fing feuer|fängt feuer"
        r"|\bin brand\b"
        r"|\bin flammen\b",
        r"\b(?:\w*rauch|qualm|flammen|funken)\b.{0,20}\b(?:kam\w*|kommt|kommen|gekommen|schl[uä]g\w*|sprüh\w+"
        r"|gesprüht|stieg|steigt|steigen|gestiegen)\b",
        r"\b(?:kam\w*|kommt|kommen|schl[uä]g\w*|sprüh\w+|stieg|steigt|steigen)\b.{0,25}"
        r"\b(?:\w*rauch|qualm|flammen|funken)\b",
        r"stromschl[aä]g|\b(?:einen|elektrischen) schlag (?:bekommen|gekriegt|abbekommen|versetzt)"
        r"|\b(?:bekam|kriegte|bekomme|kriege)\b.{0,15}\beinen (?:elektrischen )?schlag\b"
        r"|\beine? ge(?:wischt|langt)|steht unter strom",
        r"\b(?:mir|mich|sich|uns|finger|hand|hände|kind|haut|gesicht|kopfhaut|lippen)\b.{0,25}"
        r"\b(?:verbrannt|verbrüht|verätzt)\b",
        r"\b(?:mich|sich|uns|finger|hand|kind)\b.{0,25}\bverletzt\b|verbrennung\w*|verätzung\w*"
        r"|brandblase\w*",
        r"\bbrenn(?:t|en)\b.{0,20}\b(?:auf der haut|im gesicht|in den augen|auf der kopfhaut)"
        r"|\b(?:haut|gesicht|augen|kopfhaut)\b.{0,15}\bbrenn(?:t|en)\b",
        r"\b\w*(?:akku|batterie|powerbank)\b.{0,40}(?:gebläht|bläht|gequollen|ausgelaufen|läuft aus"
        r"|geplatzt)",
        r"\b\w*(?:kunststoff|plastik|kabel|stecker|gehäuse|netzteil)\w*\b.{0,30}\b(?:ge|ver)?schm[oi]lz\w*",
        r"\b(?:ge|ver)?schm[oi]lz\w*.{0,30}\b\w*(?:kunststoff|plastik|kabel|stecker|gehäuse|netzteil)",
        r"\b(?:riecht|roch|stinkt|stank)\b.{0,25}\b(?:verbrannt|verschmort|angebrannt|brenzlig|gas)\b",
        r"\b(?:verbrannt|verschmort|angebrannt|brenzlig|nach gas) (?:gerochen|gestunken|riech|stink)\w*",
        r"\bgasgeruch\b|\bgas (?:tritt|trat|strömt|strömte) aus|\bgas ausgetreten",
        r"ausschlag (?:bekommen|am|im|an|auf)|allergisch\w* (?:reagiert|reaktion|schock)|\bquaddeln\b"
        r"|\b(?:lippen|gesicht|zunge|hals|augen)\b.{0,20}\b(?:zu|an)?geschwollen|\batemnot\b"
        r"|keine luft bekommen",
        r"\bverschluckt\b|fast erstickt|beinahe erstickt|\bwürgt\b.{0,15}\b(?:teil|kugel)",
        r"\bglas(?:splitter|scherben?|stück\w*)\b.{0,40}\b(?:im|in (?:de[rmn]|meine[rm]?|seine[rm]?"
        r"|ihre[rm]?)) "
        r"(?:glas|essen|tee|mund|finger|fuß|hand|marmelade|honig|soße|dose|flasche|kaffee|keks\w*)",
        r"\b(?:im|in der|in dem) (?:essen|tee|mund|finger|marmelade|honig|soße|dose|kaffee)\b.{0,25}"
        r"\bglas(?:splitter|scherbe|stück)",
        r"\b(?:mich|mir|sich|finger|hand)\b.{0,40}\bgeschnitten\b|\bschnittwunde",
    ),
    "en": any_form(
        r"\b(?:caught|on|catching|catches) fire\b|\bcaught alight|\b(?:burst into|up in|in) flames\b"
        r"|\bablaze\b",
        r"(?<!\bI )(?<!\bme )\b(?:exploded|exploding|blew up)\b",
        r"\b(?:started|began|starts|keeps|kept) (?:to )?(?:smok|burn|spark|smoulder|smolder)"
        r"|\bit (?:smoked|sparked|smokes|sparks)\b",
        rf"\b{_EN_GOODS}(?: \w+)? (?:(?:is|are|was|were|has been)|['’]s|['’]re) (?:\w+ )?"
        r"(?:smoking|sparking|burning|smouldering|smoldering)\b",
        rf"\b(?:is|are|was|were) (?:my|the|your|this) (?:\w+ )?{_EN_GOODS} (?:\w+ly )?(?:smoking|sparking"
        rf"|burning)\b",
        r"\b(?:is|are|was|were) (?:smoking|sparking|smouldering|smoldering) (?:from|like|badly|heavily"
        r"|right)\b",
        r"\b(?:smoke|flames|sparks) (?:is |are |was |were |just |keeps? |kept )?"
        r"(?:came|comes?|coming|pour(?:ed|ing|s)|shot|shooting|flew|fly(?:ing)?|rose|rising|everywhere)\b",
        r"\b(?:there(?:['’]s| is| was| are| were)|saw|see|giv\w+ off|gave off|emit\w*|makes?|made|throws?"
        r"|threw) "
        r"(?:\w+ )?(?:smoke|sparks|flames)\b(?![- ](?:alarm|detector|damage|grey|gray|colou?r))",
        r"\belectric(?:al)? shock|\b(?:got|get|gets|had) (?:a|an) (?:\w+ )?shock (?:from|off|when)"
        r"|\bgave (?:me|him|her|us) (?:a|an) (?:\w+ )?shock (?:when|as) (?:I|he|she|we) (?:touch|plug"
        r"|switch|turn)"
        r"|\b(?:it|lamp|charger|plug|cable|kettle|device|toaster|adapter) (?:just )?"
        r"shock(?:ed|s) (?:me|him|her|us|my)\b|\belectrocuted\b",
        r"\bburn(?:t|ed|s|ing) (?:my|his|her|our|their|myself|himself|herself)\b(?! (?:money|wallet|pocket))",
        rf"\b{_EN_BODY} (?:(?:was|got|were|is|are|has been) )(?:\w+ )?(?:burnt|burned|injured|scalded)\b"
        r"|\b(?:was|got|been|were) (?:\w+ )?(?:burnt|burned|injured|scalded)\b"
        r"(?= (?:by|from|on|with|using|when|while|as|because)\b(?!.{0,40}\bbefore\b)"
        rf"(?:(?! and )[^,;.]){{0,30}}\b{_EN_HURTING}\b)"
        r"|\b(?:was|got|been|were) (?:injured|scalded"
        r"|(?:badly|severely|seriously) (?:burnt|burned|injured))(?=\W*$)"
        r"|\b(?:chemical|skin|bad|severe|serious) burns?\b|\bburns? on (?:my|his|her|the) (?:\w+ )?"
        r"(?:skin|face|hands?|arms?|legs?|neck|scalp|fingers?|child)|\bblisters? on (?:my|his|her)\b",
        r"\b(?:battery|power ?bank)\b.{0,30}\b(?:swollen|swelled|swelling|bulg\w+|leaked|leaks|leaking)"
        r"|\b(?:swollen|bulging|leaking) (?:battery|power ?bank)",
        r"\b(?:plastic|cable|cord|plug|casing|housing|adapter|charger)\w*\b.{0,30}\bmelt(?:ed|ing|s)\b",
        r"\bmelt(?:ed|ing|s)\b.{0,30}\b(?:plastic|cable|cord|plug|casing|housing|adapter)",
        r"\bsmell\w* (?:of |like |strongly of )?(?:\w+ )?(?:burn(?:ing|t|ed)|gas)\b|\bburn(?:ing|t) smell"
        r"|\bgas (?:smell|leak|is leaking|leaking|escap\w+)",
        r"\b(?:got|have|has|gave (?:me|him|her)|(?:came|broke) out in|developed|had|having) (?:a"
        r"|an) (?:\w+ )?"
        r"(?:rash|allergic reaction|anaphyla\w+)|\b(?:broke|came) out in hives|\banaphylactic shock"
        r"|\b(?:lips?|face|tongue|throat|eyes?)\b.{0,12}\b(?:swollen|swelled|swelling|closing)\b"
        r"|\b(?:can['’]t|couldn['’]t|could not) breathe\b(?! out)",
        r"\b(?:choked|choking|chokes|choke) on|\b(?:is|was|nearly|almost) chok(?:ing|ed)\b"
        r"|\bswallow(?:ed|s) (?:a|an|the|one|some|part)\b",
        r"\bglass (?:splinters?|shards?|pieces?|fragments?|slivers?) in (?:my|his|her|the|it)\b(?! (?:box"
        r"|parcel"
        r"|package|packaging))|\b(?:splinters?|shards?|pieces?|bits?|slivers?) of glass in (?:my|his|her"
        r"|the|it)\b"
        r"(?! (?:box|parcel|package|packaging))",
        r"\bcut (?:my|his|her|our)(?:self| \w*? ?(?:finger|hand|foot|lip|mouth|tongue|thumb|leg|arm)s?)\b"
        r"|\b(?:shattered|burst|exploded|broke) in (?:my|his|her) (?:hands?|mouth|face)\b",
    ),
    "ru": any_form(
        r"\b(?:за)?дым(?:ит|ят|ил\w*|ится|ятся)\b|\bзадым\w*|\b(?:пош[ёе]л|повалил|валит|ид[ёе]т|ш[ёе]л"
        r"|валил) "
        r"(?:\w+ ){0,3}дым\b",
        r"\bдым\w* (?:\w+ ){0,3}(?:пош[ёе]л|повалил|валит|ид[ёе]т|ш[ёе]л|валил)\b",
        r"\b(?:загорелось|заискр\w+|искр(?:ит|ят|ил\w*)|взорв(?:ал\w*|[её]тся)|взрывал\w*|полыхн\w+|тлеет"
        r"|тлел\w*)\b"
        r"|\bискры (?:\w+ ){0,2}(?:летят|летели|полетели|сыпались|посыпались|сыплются)"
        r"|\b(?:летят|летели|полетели|сыпались|посыпались|сыплются) (?:\w+ ){0,2}искры",
        rf"\b(?:загор[еа]л\w*с[яь]|загорается|вспыхнул\w*|горит|горел[аои]?) (?:\w+ ){{0,3}}{_RU_GOODS}",
        rf"\b{_RU_GOODS} (?:\w+ ){{0,3}}(?:загор[еа]л\w*|загорается|вспыхнул\w*|горит|горел[аои]?"
        r"|дотла|оплавил\w*|обуглил\w*)\b",
        r"\bсгорел\w* дотла|\b(?:чуть|едва)(?: ли)? не (?:\w+ )?(?:сгорел|загорел)\w*|\bначал(?:ся)? пожар"
        r"|\b(?:произош[ёе]л|случился|был) пожар",
        r"\b(?:у?дарил|шарахнул|ударяет|дёрнул|дернул)\w* (?:\w+ )?током|\bбь[ёе]т(?:ся)? (?:\w+ )?током"
        r"|\bтоком (?:\w+ )?(?:у?дарил|бь[ёе]т|шарахнул|дёрнул|дернул)\w*",
        r"(?<!уже )(?<!раз )\b(?:обж[ёе]г|обожг)\w*\b"
        rf"(?! (?:на|с|со|у|в) (?!(?:\w+ ){{0,2}}(?:{_RU_GOODS}|{_RU_BODY})))|\bожог\w*|\bволдыри\b",
        r"\b(?:кож|лиц|глаз)\w* (?:\w+ )?(?:горит|горят|жж[ёе]т)|\b(?:горит|жж[ёе]т) (?:\w+ )?(?:кож|лиц"
        r"|глаз)\w*",
        r"\b(?:аккумулятор|батаре|повербанк)\w*.{0,30}(?:взду|разду|протек|потек)|\b(?:вздул|раздул)(?:ся"
        r"|ась)",
        r"\b(?:появил|пошл|высыпал|выступил)\w* (?:\w+ ){0,3}сыпь|\bсып\w+ (?:появил|пошл)\w*"
        r"|\bпокрыл\w* сыпью",
        r"\b(?:пластик|корпус|провод|кабел|вилк|розетк)\w*.{0,30}\b(?:(?:рас|о|по)?плав(?:ил|ит)|поплыл)\w*",
        r"\b(?:(?:рас|о|по)?плав(?:ил|ит)|поплыл)\w*.{0,30}\b(?:пластик|корпус|провод|кабел|вилк|розетк)",
        r"\b(?:запахло|пахнет|пахло|воняет|воняло|запах)\b.{0,15}\b(?:пал[её]н|гар(?:и|ь)|жж[её]н|горел"
        r"|газ)\w*",
        r"\bутечк\w* газа",
        r"\bаллергическ\w+ (?:реакци|шок)|\b(?:отек|от[ёе]к|опух)\w* (?:\w+ )?(?:лиц|губ|горл|язык|глаз)\w*"
        r"|\b(?:лиц|губ|горл|язык|глаз)\w* (?:\w+ )?(?:отек|от[ёе]к|опух)\w*|\bзадыха\w+",
        r"\bподавил(?:ся|ась|ись)|\bпроглотил\w*",
        rf"\b(?:порезал|поранил)(?:ся|ась|ись)\b(?! на (?!(?:\w+ )?{_RU_GOODS}))"
        rf"|\b(?:порезал|поранил)[аои]? (?:\w+ ){{0,2}}{_RU_BODY}"
        rf"|\b{_RU_BODY} (?:\w+ )?(?:порезал|поранил)[аои]?\b"
        r"|\b(?:осколк|осколок|кусоч|кусок)\w* стекла в(?:о)? (?!короб|посыл|упак"
        r"|пакет)"
        r"|\bв(?:о)? (?:банке|еде|чае|варенье|м[ёе]де|рту|пальце) (?:\w+ )?(?:осколк|осколок|стекл)\w*",
    ),
    "es": any_form(
        r"\b(?:sal(?:e|en|[ií]an?|i[óo]|ieron|iendo)|ech(?:a|an|aban?|[óo]|ando)|suelt(?:a|an)|solt[óo]"
        r"|soltando"
        r"|desprend(?:e|en|i[óo])|despid(?:e|i[óo])|empez[óo] a (?:salir|echar|soltar)"
        r"|empieza a (?:salir|echar|soltar)) (?:\w+ ){0,2}(?:humo|chispas|llamas)\b",
        r"\b(?:ha|había|han) (?:echado|soltado|salido) (?:\w+ )?(?:humo|chispas|llamas)|\bhumea\w*\b"
        r"|\bchispea\w*\b|\bhay humo\b",
        r"\b(?:pl[áa]stico|cable|enchufe|carcasa)\b.{0,30}\b(?:derret|derrit|fundi)\w*",
        r"\b(?:derret|derrit|fundi)\w*.{0,30}\b(?:pl[áa]stico|cable|enchufe|carcasa)",
        r"\b(?:huele|ol[íi]a|olor|oler) (?:mucho )?a (?:quemad|chamuscad|gas\b)\w*|\bfuga de gas",
        r"\bse (?:ha |est[áa] |hab[íi]a )?(?:incendi(?:[óo]|ado|ando|a)|prendi(?:[óo]|do) fuego)"
        r"|\ben llamas\b"
        r"|\bexplotó\b|\bha explotado|\breventó en (?:la|las|mis?|sus?) manos?|\bdescarga el[ée]ctrica"
        r"|\bcalambrazo|\b(?:est[áa]|estaba) ardiendo\b|\bardi[óo]\b",
        rf"\b{_ES_GOODS}\b.{{0,25}}\bse (?:me )?(?:ha |est[áa] |estaba )?(?:quem(?:[óo]|ado|ando|a))\b"
        rf"|\bse (?:me )?(?:ha |est[áa] |estaba )?quem(?:[óo]|ado|ando|a) (?:el|la|mi|su) {_ES_GOODS}",
        r"\b(?:me|le|nos) (?:dio|ha dado|da|dan|pegó) (?:un |una )?(?:calambre|corriente|descarga"
        r"|toque el[ée]ctrico)",
        r"\bme (?:quem[ée]|he quemado)\b(?! (?:al sol|las pestañas|(?:con|en|por) (?:\w+ )?(?:tiendas?"
        r"|vendedor\w*"
        r"|empresas?|compras?|marcas?|p[áa]ginas?|web|servicio|env[íi]os?|promesas?)))"
        r"|\bme (?:quem[óo]|ha quemado) (?:la"
        r"|el|los|las)"
        r"\b|\bse (?:quem[óo]|ha quemado) (?:la mano|los dedos|mi|el niño|la niña|la piel|la cara)"
        r"|\bquemaduras?\b|\b(?:salieron|salido|tengo|tiene|aparecieron) (?:\w+ )?ampollas"
        r"|\bme arde(?:n)? (?:la|el|los|las) (?:piel|cara|ojos|cuero)",
        r"\b(?:bater[ií]a|power ?bank)\b.{0,30}(?:hinch\w+|inflad\w+|abombad\w+|derram\w+)",
        r"\b(?:salió|salieron|ha salido|han salido|provoc[óo]|ha provocado|dio|ha dado|produjo|produjeron"
        r"|tengo"
        r"|tiene) (?:\w+ ){0,2}(?:sarpullidos?|ronchas|urticaria|reacci[óo]n al[ée]rgica)"
        r"|\b(?:salió|provoc[óo]|dio|ha dado|produjo) (?:\w+ ){0,2}alergia|\bshock anafil\w+"
        r"|\b(?:labios?|cara|lengua|garganta|ojos?)\b.{0,15}\bhinch\w+|\bse (?:le|me) hinch\w+ (?:los|la|el)",
        r"\bse (?:ha |est[áa] )?(?:atragant(?:[óo]|ado|ando)|trag(?:[óo]|ado)|ahog(?:[óo]|ado|ando))\b"
        r"|\bme (?:atragant[ée]|ahogu[ée])\b",
        r"\b(?:trozos?|esquirlas?|pedazos?|astillas?) de (?:vidrio|cristal) en (?:la boca|el dedo"
        r"|la comida|el té"
        r"|la miel|la mermelada|el pie|la mano|el tarro)"
        rf"|\bme (?:cort[ée]|he cortado)\b(?! (?:el|la|los|las|un|una|mis?) (?!(?:\w+ )?{_ES_BODY}))"
        rf"|\bse (?:cort[óo]|ha cortado) (?:con|(?:la|el|los|las|un) (?:{_ES_BODY}))\b",
    ),
}
"""What has happened or happens with the goods: smoke, fire, sparks, a smell of burning or gas, melting,
shock, burns, a swollen battery, a rash or swelling, choking, splinters of glass, cuts.
"""

STOPPED: Mapping[Language, re.Pattern[str]] = {
    "de": any_form(
        r"\b(?:nicht|keinesfalls|auf keinen fall)\b.{0,30}"
        r"(?:benutz|verwend|nutz|gebrauch|trag|einschalt|anschl|lad|anfass|betreib|einsteck)\w*",
        r"\b(?:benutz|verwend|nutz|trag|lad|schalt|schließ|steck)\w* sie\b.{0,40}"
        r"\b(?:nicht|keinesfalls|auf keinen fall)\b",
        r"\bzieh\w*\b.{0,40}stecker|stecker\b.{0,25}zieh\w*|außer betrieb|\bvom (?:strom|netz)\b",
        r"\bschalten sie\b.{0,40}\baus\b",
    ),
    "en": any_form(
        r"\bstop (?:using|wearing|charging)|\bunplug|\bdisconnect|\b(?:switch|turn) (?:\w+ ){0,2}off\b",
        r"\b(?:do not|don['’]t|never|not to|no longer) (?:\w+ ){0,2}"
        r"(?:use|wear|charge|plug|switch|turn|touch|open|connect)\b",
        r"\b(?:keep|take) (?:\w+ ){0,4}away\b|\bout of (?:use|reach)\b",
    ),
    "ru": any_form(
        r"\b(?:не|прекратите|перестаньте) (?:\w+ ){0,3}"
        r"(?:использ|польз|воспольз|носи|заряж|включ|надева|трога|эксплуат)\w*",
        r"\b(?:отключите|выключите|отсоедините)\b|\b(?:выньте|вытащите) (?:\w+ )?вилку\b|\bиз розетки\b",
    ),
    "es": any_form(
        r"\b(?:deje|deja|dejen) de (?:usar|utilizar|llevar|cargar|poner)\w*",
        r"\bdesench[uú]f|\bdescon[eé]ct|\bap[aá]gu",
        r"\bno (?:lo |la |los |las |se lo |se la |siga |vuelva a |debe )?"
        r"(?:us|utili|encienda|encender|cargue|conecte|enchufe|ponga|lleve)\w*",
    ),
}
"""The agent tells the buyer to stop using it."""

POSTED = any_form(
    r"\b(?:schick|send)\w* sie\b(?!.{0,40}\b(?:foto|bild|video)).{0,50}\b(?:zurück|an uns|per post)\b",
    r"\b(?:post|send|mail|ship) (?:it|them|this|the (?!photo|picture|video)\w+) back\b"
    r"|\b(?:post|mail|ship) (?:it|them) to us\b|\breturn (?:it|them|the \w+) to us\b",
    r"\b(?:отправьте|вышлите|пришлите|верните)\b(?!.{0,30}\b(?:фото|видео)).{0,40}"
    r"\b(?:обратно|назад|почтой)\b",
    r"\b(?:env[íi]e|m[áa]nde)(?:nos|me)?(?:l[oa]s?)?\b(?!.{0,30}\b(?:foto|v[íi]deo)).{0,40}"
    r"\b(?:de vuelta|de regreso|por correo postal)\b|\bdevu[ée]lva(?:nos|me)?l[oa]s?\b",
)
"""The agent asks for the goods by post, in any language."""
