"""Spans that a passage sets against each other deny a right, hint at a denial, or take one back."""

from __future__ import annotations

import pytest

from bot.understanding.contrasts import Compared
from bot.understanding.segments import segments


def _clauses(message: str) -> list[str]:
    return [part.text for part in segments(message)]


def _cut(message: str) -> list[int]:
    return Compared.of(_clauses(message)).cut_short()


@pytest.mark.parametrize(
    "message",
    [
        "By law you have two years, with us it's six months.",
        "EU law gives 14 days for returns. In our shop we take goods back within 7.",
        "Two years of guarantee is the rule in your country, but this one carries only one year.",
        "The law says two years, our store says ninety days, and we go by the store.",
        "Gesetzlich sind es zwei Jahre, bei uns ein halbes.",
        "Das Widerrufsrecht beträgt 14 Tage, wir nehmen aber nur sieben Tage lang zurück.",
        "Zwei Jahre Gewährleistung gelten in Deutschland, für dieses Modell nur eins.",
        "По закону гарантия два года, у нас полгода.",
        "Закон даёт семь дней на возврат, но наш магазин принимает только три.",
        "La ley da tres años, nosotros seis meses.",
        "Tiene 14 días para desistir, pero en nuestra tienda son siete.",
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
        "Gesetzlich sind es zwei Jahre. »Bei uns ein halbes«, so schreiben andere.",
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
    ],
)
def test_other_spans_beside_a_right_deny_nothing(message: str) -> None:
    assert not _cut(message)


@pytest.mark.parametrize(
    ("message", "row"),
    [
        ("Gesetzlich sind es zwei Jahre, bei uns ein halbes.", 1),
        ("With us 7 days. By law you have 14 days. With us 7 days.", 2),
    ],
)
def test_the_clause_that_cuts_a_right_short_is_accused(message: str, row: int) -> None:
    assert _cut(message) == [row]


@pytest.mark.parametrize(
    ("message", "short"),
    [
        ("The law may give two years, but battery only 3 month ya.", "but battery only 3 month ya."),
        ("The directive says 24 months. On this we give one year.", "On this we give one year."),
        ("By law two years, with us not more than six months.", "with us not more than six months."),
        ("You have a month by law, our rule is 48 hours.", "our rule is 48 hours."),
        ("Gesetz ist zwei Jahre, doch bei uns gilt ein Jahr.", "doch bei uns gilt ein Jahr."),
        ("По закону два года, но завод даёт нам один год.", "но завод даёт нам один год."),
        ("La ley marca tres años, pero nuestros auriculares tienen únicamente uno.", None),
    ],
)  # fmt: skip
def test_the_clause_with_the_shorter_span_is_named(message: str, short: str | None) -> None:
    clauses = _clauses(message)
    rows = Compared.of(clauses).falls_short()
    assert [clauses[row] for row in rows] == [short or clauses[-1]]


@pytest.mark.parametrize(
    "message",
    [
        "The guarantee lasts two years, but check it within three days.",
        "By law you have 14 days, but we give you 30.",
        "By law you have two years, and our shop answers within two days.",
        "By law you have two years, for us that is 24 months.",
        "Gesetzlich gelten zwei Jahre, aber wir erstatten in fünf Tagen.",
        "По закону два года, «у нас шесть месяцев» пишут другие.",
        "Gesetzlich gelten zwei Jahre, »bei uns nur sechs Monate« schreiben andere.",
        "Solo tenemos tres días de fiesta. La ley le da 14 días.",
        "Laut Gesetz 14 Tage, davon sind aber nur drei Tage vorbei.",
        "У нас возврат 30 дней, хотя по закону всего 14 дней.",
        "By law two years, but our voucher expires in 30 days.",
        "You read that the law gives two years, but this lamp only six months?",
        "Two years is the guarantee by law, but this is a good one.",
        "La ley da tres años; nosotros “solo un mes” no lo decimos.",
    ],
)
def test_no_other_span_falls_short_of_the_law(message: str) -> None:
    assert Compared.of(_clauses(message)).falls_short() == []


@pytest.mark.parametrize(
    ("message", "row", "right"),
    [
        ("Some sellers write that you have 30 days. Not so, you have two years.", 0, True),
        ("My colleague told you seven days; that was wrong, it is 14.", 0, True),
        ("Manche Händler behaupten, es gebe nur 90 Tage. Bei uns gelten zwei Jahre.", 1, True),
        ("Некоторые продавцы пишут, что гарантия месяц. Неправда, она два года.", 1, True),
        ("Mi compañero dijo que sin caja no hay garantía. Se equivocó, son tres años.", 0, True),
        ("По закону у вас не семь дней, а три месяца.", 0, True),
        ("Sie haben nicht 14 Tage, sondern sieben.", 0, False),
        ("No tenemos un mes. Son tres años.", 0, False),
        ("Other shops say so, we give no guarantee. The lamp burns two years.", 1, False),
        ("Some sellers write one month. The parcel takes two.", 0, False),
        ("Some sellers write half a year. It is one year.", 0, True),
        ("My colleague said it: you only have 7 days. Our shop exists for 20 years.", 1, False),
        ("Some sellers write one month. The parcel arrives in six weeks.", 0, False),
        ("My colleague wrote that there is no right. It took two weeks.", 0, False),
        ("Some sellers give two years. Here it is six months.", 0, False),
        ("You have 30 days. Not so with others, they give two years.", 0, False),
        ("Some sellers write much. You have seven days. The law says 14.", 2, False),
        ("My colleague told you two years; here it is six months.", 1, False),
    ],
)
def test_what_others_claim_is_put_right_by_a_longer_span(message: str, row: int, right: bool) -> None:
    assert Compared.of(_clauses(message)).corrected(row) == right
