"""Spans that a passage sets against each other hint at a denial, or take one back."""

from __future__ import annotations

import pytest

from bot.understanding.contrasts import Compared
from bot.understanding.segments import segments


def _clauses(message: str) -> list[str]:
    return [part.text for part in segments(message)]


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
