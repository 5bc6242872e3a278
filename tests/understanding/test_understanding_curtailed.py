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
    ],
)
def test_a_right_that_is_cut_short_is_denied(message: str) -> None:
    assert len(_cut(message)) == 1


@pytest.mark.parametrize(
    "message",
    [
        "By law you have two years, and with us it's three.",
        "By law you have half a year, with us six months.",
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
        "By law you have two years, with us that means 24 months.",
        "Gesetzlich gelten zwei Jahre, bei uns also 24 Monate.",
        "По закону два года, у нас 24 месяца.",
        "La ley da tres años, con nosotros son 36 meses.",
        "By law you have two years, not just six months.",
        "Gesetzlich gelten zwei Jahre, nicht nur sechs Monate.",
        "По закону гарантия два года, а не полгода.",
        "By law you have two years, even if other shops give only six months.",
        "You have 14 days to withdraw. Our sale ends in three days.",
        "You have 14 days to withdraw. However, we are on holiday for three days.",
        "Sie haben 14 Tage Widerrufsrecht. Bei uns ist in zwei Tagen Inventur.",
        "Sie haben 14 Tage Widerrufsrecht, wir geben Ihnen den Kaufpreis innerhalb von fünf Tagen zurück.",
        "You have 14 days to withdraw and we reimburse you within five days.",
        "По закону у вас 14 дней на возврат, мы возвращаем сумму за три дня.",
        "Tiene 14 días para desistir y nosotros le reintegramos el importe en cinco días.",
        "Gesetzlich sind es zwei Jahre, wir tauschen das Gerät innerhalb von vier Wochen aus.",
        "By law we have 14 days, but we usually need only three.",
        "Sie haben 14 Tage Widerrufsrecht, nur die Rücksendung kostet 4,90 €.",
        "By law you have two years and it has only been eight months, so you are covered.",
        "El auricular derecho aguanta 8 horas, pero el izquierdo solo 5 horas.",
        "The EU version runs 10 hours, but the UK version only 6 hours.",
        "В России посылка идёт 14 дней, но у нас только семь.",
        "You have the right to withdraw, but not for opened software or DVDs.",
        "Das Widerrufsrecht gilt, aber nicht für geöffnete Software.",
        "Право на возврат у вас есть, но не на вскрытую косметику.",
        "You have the right to return it, but not before Monday, as we open only then.",
    ],
)
def test_other_spans_beside_a_right_deny_nothing(message: str) -> None:
    assert not _cut(message)


def test_the_clause_that_cuts_it_short_is_accused() -> None:
    assert _cut("Gesetzlich sind es zwei Jahre, bei uns ein halbes.") == ["bei uns ein halbes."]
