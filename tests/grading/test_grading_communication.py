"""Checks of communication."""

from __future__ import annotations

import pytest

from bot.grading.checks import communication as check
from bot.grading.checks import courtesies
from tests.grading.talks import SHEET, agent, buyer, talk

UPSET = buyer("Das ist unverschämt!", "upset")


def test_the_buyers_language() -> None:
    assert check.buyers_language(talk(agent("Guten Tag, ich sehe nach."))).verdict == "yes"
    assert check.buyers_language(talk(agent("Hello, let me check.", language="en"))).verdict == "no"
    assert check.buyers_language(talk(agent("Ok", language=None))).verdict == "na"


@pytest.mark.parametrize(
    ("text", "about", "verdict"),
    [
        ("Ich helfe Ihnen gern.", {}, "yes"),
        ("Ich helfe dir gern.", {}, "no"),
        ("Sehr geehrte Frau Weber, ich helfe Ihnen.", {}, "yes"),
        ("Sehr geehrter Herr Weber, ich helfe Ihnen.", {}, "no"),
        ("Sehr geehrte Frau Wagner, ich helfe Ihnen.", {}, "no"),
        ("Sehr geehrte Frau Dr. Weber, ich helfe Ihnen.", {}, "yes"),
        ("Sehr geehrte Frau Prof. Dr. med. Weber, ich helfe Ihnen.", {}, "yes"),
        ("Sehr geehrte Frau Dr. Wagner, ich helfe Ihnen.", {}, "no"),
        ("Sehr geehrte Frau Dr. - ich helfe Ihnen.", {}, "yes"),
        ("dein Paket ist da. Sie liegt im Zoll, ich melde mich bei dir.", {}, "no"),
        ("Gern geschehen.", {}, "na"),
        ("¿Puedes esperar?", {"language": "es", "country": "ES"}, "yes"),
        ("¿Puedes esperar?", {"language": "es", "country": "CO"}, "no"),
        ("¿Puedes esperar?", {"language": "es", "country": "MX"}, "yes"),
        ("¿Puedes esperar?", {"language": "es", "country": "AR"}, "yes"),
    ],
)
def test_form_of_address(text: str, about: dict[str, str], verdict: str) -> None:
    language = about.get("language", "de")
    assert check.address_form(talk(agent(text, language=language), **about)).verdict == verdict  # type: ignore[arg-type]


def test_a_colleagues_name_further_on_is_no_address() -> None:
    text = "Guten Tag Frau Weber, ich habe Ihre Anfrage eben an meinen Kollegen Herr Wang weitergegeben."
    assert check.address_form(talk(agent(text))).verdict == "yes"


def test_address_does_not_change() -> None:
    both = talk(agent("Ich helfe Ihnen."), agent("Hast du ein Foto?"))
    assert check.address_consistent(both).verdict == "no"
    assert (
        check.address_consistent(talk(agent("Ich helfe Ihnen."), agent("Haben Sie ein Foto?"))).verdict
        == "yes"
    )


def test_greeting_and_parting() -> None:
    greets, parts = agent("Guten Tag!", "greet"), agent("Auf Wiedersehen!", "farewell")
    assert courtesies.greeted(talk(UPSET, greets)).verdict == "yes"
    assert courtesies.greeted(talk(UPSET, parts)).verdict == "no"
    assert courtesies.closed(talk(UPSET, greets, parts)).verdict == "yes"
    assert courtesies.closed(talk(UPSET, greets)).verdict == "no"


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Danke, und viel Freude damit!", "chat"),
        ("Thank you and happy planning!", "chat"),
        ("Спасибо, удачной работы!", "chat"),
        ("¡Suerte con sus cabras!", "chat"),
        ("Wir erstatten heute.\nMit freundlichen Grüßen\nWendy", "email"),
    ],
)
def test_good_wishes_and_the_close_of_a_letter_are_parting_words(text: str, channel: str) -> None:
    assert courtesies.closed(talk(UPSET, agent(text, "agree"), channel=channel)).verdict == "yes"
    assert (
        courtesies.closed(talk(UPSET, agent("Das Paket ist da.\nLeo", "agree"), channel=channel)).verdict
        == "no"
    )


def test_only_a_practice_ends_where_the_buyer_breaks_off() -> None:
    left = agent("Guten Tag!", "greet"), buyer("Ich melde Sie.", "threaten")
    assert courtesies.closed(talk(UPSET, *left)).verdict == "no"
    assert courtesies.closed(talk(UPSET, *left, sheet=SHEET)).verdict == "na"


def test_an_upset_buyer_wants_empathy() -> None:
    assert courtesies.empathy_shown(talk(UPSET, agent("Das tut mir leid.", "apologise"))).verdict == "yes"
    assert courtesies.empathy_shown(talk(UPSET, agent("Und?", "ask_problem_details"))).verdict == "no"
    assert courtesies.empathy_shown(talk(agent("Das tut mir leid.", "apologise"), UPSET)).verdict == "no"
    assert courtesies.empathy_shown(talk(buyer("Hallo", "greet"), agent("Guten Tag"))).verdict == "na"


def test_who_complains_once_and_calmly_is_not_upset() -> None:
    calm, asks = buyer("Der Knopf fehlt.", "complaint"), agent("Und?", "ask_problem_details")
    assert courtesies.empathy_shown(talk(calm, asks)).verdict == "na"
    assert courtesies.empathy_shown(talk(calm, asks, calm)).verdict == "no"
    assert courtesies.empathy_shown(talk(calm, asks, buyer("Ich melde Sie.", "threaten"))).verdict == "no"
    assert courtesies.empathy_shown(talk(calm, asks, sheet=SHEET)).verdict == "no"


def test_questions_are_few() -> None:
    assert check.one_thing_at_a_time(talk(agent("Wann? Wo? Wie? Warum?"))).verdict == "no"
    assert check.one_thing_at_a_time(talk(agent("Wann?"))).verdict == "yes"
    assert check.one_thing_at_a_time(talk(agent("Wann? Wo? Wie? Warum?"), channel="email")).verdict == "yes"
    assert check.one_thing_at_a_time(talk(agent("Wann? " * 7), channel="email")).verdict == "no"


def test_nothing_is_pasted_twice() -> None:
    text = "Wir kümmern uns um Ihr Anliegen und melden uns."
    assert check.not_repeated(talk(agent(text), agent(text))).verdict == "no"
    assert check.not_repeated(talk(agent("Gern."), agent("Gern."))).verdict == "yes"


def test_spelling_costs_by_the_share_of_wrong_words() -> None:
    clean = talk(agent("Das Paket ist unterwegs."))
    one = talk(agent("Das Paxxet ist unterwegs."))
    long = talk(agent("Das Paxxet ist unterwegs. " + "Alles andere ist hier ganz richtig. " * 40))
    many = talk(agent("Dxxs Paxxet ixxt uxxterwegs nxxch Ihnxxn."))
    shares = [check.JUDGES["spelling"](t).share for t in (clean, long, one, many)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] == 1
    assert shares[2] == 0.875
    assert check.JUDGES["spelling"](many).verdict == "no"


def test_spelling_quotes_each_wrong_word_once() -> None:
    judged = check.JUDGES["spelling"](talk(agent("Das Paxxet ist da."), agent("Das paxxet ist da, beixxe.")))
    assert [(e.turn, e.quote) for e in judged.evidence] == [(0, "Paxxet"), (1, "beixxe")]


def test_words_of_the_buyer_are_right_to_write_back() -> None:
    asked = buyer("Wo ist mein Daxxit?")
    assert check.JUDGES["spelling"](talk(asked, agent("Ihr Daxxit kommt morgen."))).share == 1
    assert check.JUDGES["spelling"](talk(asked, agent("Ihr Paxxet kommt morgen."))).share < 1
    assert check.JUDGES["spelling"](talk(asked)).verdict == "na"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Bitte warten Sie!", "yes"),
        ("Bitte warten Sie!!!", "no"),
        ("BITTE WARTEN SIE NOCH EINMAL", "no"),
        ("Bitte warten Sie 🙂", "no"),
    ],
)
def test_typography_is_calm(text: str, verdict: str) -> None:
    assert check.calm_typography(talk(UPSET, agent(text))).verdict == verdict


def test_blame_and_rudeness() -> None:
    blames = talk(agent("Das ist Ihre eigene Schuld.", "violate_blame_buyer"))
    assert check.JUDGES["no_blame"](blames).verdict == "no"
    assert check.JUDGES["no_rudeness"](blames).verdict == "yes"


def test_the_familiar_word_is_quoted() -> None:
    judged = check.address_form(talk(agent("Hallo, ich sehe nach. Hast du die Nummer?")))
    assert [evidence.quote for evidence in judged.evidence] == ["du"]
    formal = agent("Puedo ayudarle a usted.", language="es")
    mixed = talk(formal, agent("Hola, ¿puedes esperar?", language="es"), language="es")
    assert check.address_consistent(mixed).evidence[0].quote == "puedes"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Hallo. Das geht NICHT!!! Bitte warten.", ["Das geht NICHT!!!"]),
        (
            "Ich sage: BITTE WARTEN SIE ENDLICH AUF DAS PAKET. Danke.",
            ["BITTE WARTEN SIE ENDLICH AUF DAS PAKET"],
        ),
        ("WARTEN SIE ENDLICH, BITTE!!! Danke.", ["WARTEN SIE ENDLICH, BITTE!!!"]),
        ("WARTEN SIE ENDLICH, BITTE. Na?! Los!!!", ["WARTEN SIE ENDLICH, BITTE", "Los!!!"]),
    ],
)
def test_what_is_loud_is_quoted_with_its_capitals(text: str, quotes: list[str]) -> None:
    judged = check.calm_typography(talk(agent(text)))
    assert [evidence.quote for evidence in judged.evidence] == quotes
