"""A passage that names a right and cuts it short denies it; one that names other spans beside it does not."""

from __future__ import annotations

import pytest

from bot.understanding.curtailed import cuts_short
from bot.understanding.segments import segments


def _cut(message: str) -> list[str]:
    return [part.text for part in segments(message) if cuts_short(part.text, part.passage)]


@pytest.mark.parametrize(
    "message",
    [
        "By law you have two years, with us it's six months.",
        "EU law gives 14 days for returns. In our shop we take goods back within 7.",
        "Two years of guarantee is the rule in your country, but this one carries only one year.",
        "You do have a right to withdraw, just not for items that have been unpacked.",
        "The law says two years, our store says ninety days, and we go by the store.",
        "Gesetzlich sind es zwei Jahre, bei uns ein halbes.",
        "Das Widerrufsrecht beträgt 14 Tage, wir nehmen aber nur sieben Tage lang zurück.",
        "Zwei Jahre Gewährleistung gelten in Deutschland, für dieses Modell nur eins.",
        "Widerrufen dürfen Sie natürlich, nur eben nicht, wenn die Packung offen ist.",
        "По закону гарантия два года, у нас полгода.",
        "Закон даёт семь дней на возврат, но наш магазин принимает только три.",
        "Право на возврат у вас есть, только не на распакованный товар.",
        "La ley da tres años, nosotros seis meses.",
        "Tiene 14 días para desistir, pero en nuestra tienda son siete.",
        "El derecho de desistimiento existe, claro, solo que no para artículos abiertos.",
        "Law is 2 year warranty, yes, but battery is consumable part so battery only 3 month ya.",
        "Sorry dear, EU two years warranty not include lamp, lamp is only 180 days.",
        "Liebe Kundin, Gesetz sagt 14 Tage Widerruf, aber unser Laden nur 7 Tage machen, bitte Verständnis.",
        "Zwei Jahre Garantie in Deutschland ja, aber Kopfhörer ist klein Ware, klein Ware haben nur 3 Monat.",
        "Уважаемый друг, мы знаем закон 7 дней возврат, но наш магазин делать только 2 дня, прошу понимать.",
        "Гарантия закон два года есть, а батарея это расходник, батарея мы отвечать один месяц только.",
        "Просим извинить, за два года по закон мы не можем, кофеварка дешёвая, поэтому гарантия 90 дней.",
        "En España la garantía legal es de tres años, pero en nuestros auriculares cubrimos solo uno.",
        "En México la ley da noventa días de garantía, ya lo sé, pero para este cargador manejamos treinta.",
        "Batería es consumible, por eso de los 3 años de la ley la batería solo tiene 90 día.",
    ],
)
def test_a_right_that_is_cut_short_is_denied(message: str) -> None:
    assert len(_cut(message)) == 1


@pytest.mark.parametrize(
    "message",
    [
        "By law you have two years, and with us it's three.",
        "Others give six months; with us the two years of the law hold.",
        "Manche Händler sagen sechs Monate, bei uns gelten die gesetzlichen zwei Jahre.",
        "Gesetzlich sind es zwei Jahre, bei uns sogar drei.",
        "По закону два года, а мы даём три.",
        "La ley da tres años y nosotros la cumplimos sin discutir.",
        "By law you have two years, and our shop answers within two days.",
        "You have 14 days to withdraw, and we refund you within five days.",
        "The statutory guarantee is two years; on top of that we give you six months for the battery.",
        "The law gives you 14 days to withdraw. Our warehouse needs three days to check the parcel.",
        "Under EU law you have two years. Could you send us a video within two days?",
        "You have 14 days to withdraw, then 14 more to send it back.",
        "The legal guarantee is two years. This lamp was bought only three months ago, so you are covered.",
        "By law two years of guarantee apply. We will make it right within a week.",
        "You can withdraw within 14 days; our carrier picks it up in two.",
        "The guarantee of two years by law holds. Our parts reach you in ten days.",
        "It is two years by law. Your blender broke after eight months, so we replace it.",
        "Your right of withdrawal runs 14 days, and our label is valid for seven.",
        "Sie haben 14 Tage Widerrufsrecht, die Rückzahlung dauert bei uns fünf Tage.",
        "Gesetzlich gelten zwei Jahre. Ihr Mixer ist erst acht Monate alt, also tauschen wir ihn.",
        "Das Gesetz gibt Ihnen zwei Jahre, unser Service meldet sich in zwei Tagen.",
        "Die Gewährleistung läuft zwei Jahre, unsere Reparatur dauert zehn Tage.",
        "Widerrufen können Sie 14 Tage lang, unser Rücksendeetikett gilt sieben Tage.",
        "Nach dem Gesetz zwei Jahre; dieses Gerät haben Sie vor drei Monaten gekauft.",
        "По закону у вас семь дней на возврат, а наш склад проверяет посылку три дня.",
        "Гарантия по закону два года, вашему чайнику всего восемь месяцев, поэтому заменим.",
        "По закону вы можете вернуть товар в течение 14 дней, мы переведём деньги за три дня.",
        "Закон даёт два года, и мы ответим вам за один день.",
        "La ley le da tres años y su batidora tiene ocho meses, así que la cambiamos.",
        "Tiene 14 días para desistir y nosotros le devolvemos el dinero en cinco.",
        "La garantía legal es de tres años. Nuestro taller tarda diez días.",
        "Por ley son tres años; esta lámpara la compró hace dos meses.",
        "My colleague was wrong: by law you have two years, not what we say, one year.",
        "By law it is two years. “With us six months” is what others write.",
        "You may withdraw, but not before you have opened a case.",
        "You have the right to withdraw, but not for sealed hygiene goods once opened.",
        "You have 14 days to withdraw by law, and we happily stretch that to 30 for all clothing.",
        "EU legal guarantee is 2 years, our shop give you 3 years, dear, no need worry.",
        "Your two-year guarantee still has 14 months left; the repair itself usually takes about ten days.",
        "Gesetzlich haben Sie 14 Tage Zeit für den Widerruf, wir geben Ihnen freiwillig 60.",
        "Gewährleistung ist 2 Jahre und Ihr Mixer erst 8 Monate alt, deshalb wir schicken neue kostenlos.",
        "Das Gesetz gibt Ihnen zwei Jahre, wir legen beim Bürostuhl noch drei drauf.",
        "По закону на возврат у вас семь дней, а мы даём целых тридцать.",
        "Претензию по браку можно предъявить в течение двух лет, а отвечаем мы на неё обычно за три дня.",
        "После возврат товара деньги придут до 10 дней по закону, но у нас обычно 2-3 дня на карту.",
        "La ley le da 14 días para desistir y nosotros lo ampliamos a 30 en toda la ropa.",
    ],
)
def test_other_spans_beside_a_right_deny_nothing(message: str) -> None:
    assert not _cut(message)


def test_the_clause_that_cuts_it_short_is_accused() -> None:
    assert _cut("Gesetzlich sind es zwei Jahre, bei uns ein halbes.") == ["bei uns ein halbes."]
