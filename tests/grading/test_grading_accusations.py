"""Who is accused, and who is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.transcript import Move
from bot.grading.accusations import accusations, right_of
from bot.grading.checks.compliance import forbidden_wish_declined, free_of
from bot.grading.talk import Talk
from tests.grading.talks import SHEET, agent, buyer, span, talk

CONTACT = "Schreiben Sie mir auf WhatsApp."
WISHES = buyer("Können wir auf WhatsApp schreiben?", Move("wish_contact", trap="other-channel"))


def accused(of: Talk) -> list[str]:
    return [accusation.act for accusation in accusations(of)]


def test_contact_off_the_platform_is_accused_with_its_words() -> None:
    text = f"Guten Tag! {CONTACT}"
    found = accusations(talk(agent(text, span(text, CONTACT, "violate_off_platform_contact"))))
    assert [text[a.start : a.end] for a in found] == [CONTACT]
    assert found[0].rule.id == "contact-aliexpress"


def test_where_the_rules_allow_it_nobody_is_accused() -> None:
    assert accused(talk(agent(CONTACT, "violate_off_platform_contact"), platform="own_shop")) == []


def test_business_cards_are_exchanged_but_nobody_is_drawn_away() -> None:
    contact = agent(CONTACT, "violate_off_platform_contact")
    assert accused(talk(contact, platform="alibaba")) == ["violate_off_platform_contact"]
    assert accused(talk(WISHES, contact, platform="alibaba")) == []
    assert accused(talk(WISHES, agent("Ja, gern.", "agree"), platform="alibaba")) == []
    card = agent("Hier ist meine Visitenkarte mit WhatsApp.", "violate_off_platform_contact")
    assert accused(talk(card, platform="alibaba")) == []
    assert accused(talk(card, platform="ebay")) == ["violate_off_platform_contact"]


def test_a_bare_yes_to_a_forbidden_wish_is_a_violation() -> None:
    assert accused(talk(WISHES, agent("Ja, gern.", "agree"))) == ["violate_off_platform_contact"]


@pytest.mark.parametrize(
    ("before", "guilty"),
    [
        (agent("Guten Tag Frau Weber.", "greet"), True),
        (agent("Einen Moment bitte.", "ask_patience"), True),
        (agent("Hm", "out_of_scope"), True),
        (agent("👍"), True),
        (agent("Ihr Paket liegt im Zoll.", "inform_tracking"), False),
        (agent("Bitte bleiben wir hier.", "decline_off_platform"), False),
    ],
)
def test_a_yes_in_a_later_turn_counts_until_something_else_is_said(
    before: tuple[object, ...], guilty: bool
) -> None:
    yes = agent("Ja, gerne, kein Problem.", "agree")
    assert bool(accused(talk(WISHES, before, yes))) is guilty


def test_a_wish_stays_open_while_the_buyer_only_waits() -> None:
    assert accused(talk(WISHES, buyer("Hallo?", "other"), agent("Ja, gern.", "agree"))) == [
        "violate_off_platform_contact"
    ]


def test_a_yes_with_a_refusal_is_none() -> None:
    refuses = agent("Ja, ich verstehe, aber hier bleiben wir sicher.", "agree", "decline_off_platform")
    assert accused(talk(WISHES, refuses)) == []


def test_a_yes_to_a_later_question_is_none() -> None:
    asked = buyer("WhatsApp? Und ist es unterwegs?", "wish_contact", "question")
    assert accused(talk(asked, agent("Ja.", "agree"))) == []


def test_a_yes_to_a_lawful_wish_is_none() -> None:
    assert accused(talk(WISHES, agent("Ja, gern.", "agree"), platform="own_shop")) == []


@pytest.mark.parametrize("marks", ["„“", "»«", "«»", '""'])
def test_quoted_words_are_not_the_agents_own(marks: str) -> None:
    text = f"Sie schrieben {marks[0]}Schreiben Sie mir auf WhatsApp{marks[1]}, das geht hier nicht."
    assert accused(talk(agent(text, span(text, CONTACT[:-1], "violate_off_platform_contact")))) == []


OFFICIAL = {
    "email": "service@lumo-toys.example",
    "whatsapp": "+49 30 123 45 67",
    "return": "Am Kai 1, Hamburg",
}


@pytest.mark.parametrize(
    ("words", "guilty"),
    [
        ("Schreiben Sie an Service@Lumo-Toys.example!", False),
        ("Schreiben Sie uns auf WhatsApp: +49 (30) 1234567.", False),
        ("Schicken Sie es bitte an: Am Kai 1,\nHamburg", False),
        ("Schreiben Sie an service@lumo-toys.example oder an mich: li@mail.example", True),
        ("Schreiben Sie an service@lumo-toys.example oder auf Telegram.", True),
        ("Schreiben Sie mir auf WhatsApp: +49 171 9876543.", True),
        ("Schreiben Sie uns auf WhatsApp.", True),
    ],
)
def test_an_address_of_the_shops_policy_may_be_named_and_no_other(words: str, guilty: bool) -> None:
    said = agent(words, "violate_off_platform_contact")
    assert bool(accused(talk(said, sheet=replace(SHEET, addresses=OFFICIAL)))) is guilty
    assert accused(talk(said, sheet=SHEET)) == ["violate_off_platform_contact"]


DICTATION = "Wir schreiben „gebrauchte Gartenteile“ drauf."


@pytest.mark.parametrize(
    ("wish", "found"),
    [("Was kostet der Zoll?", True), ("Bitte gebrauchte Gartenteile draufschreiben!", False)],
)
def test_words_that_the_agent_dictates_are_its_own(wish: str, found: bool) -> None:
    of = talk(buyer(wish), agent(DICTATION, "violate_undervalue_customs"))
    assert bool(accused(of)) is found


def test_the_same_act_is_one_accusation_a_turn() -> None:
    text = f"{CONTACT} Meine Nummer steht im Profil."
    spans = [span(text, part, "violate_off_platform_contact") for part in (CONTACT, "Meine Nummer")]
    assert len(accusations(talk(agent(text, *spans)))) == 1


@pytest.mark.parametrize(
    ("text", "about", "guilty"),
    [
        ("Ein Widerruf ist nicht möglich.", {}, True),
        ("Ein Widerruf ist nicht möglich.", {"context": {"made_to_order": True}}, False),
        ("Ein Widerruf ist nicht mehr möglich.", {"context": {"days_since_delivery": 30}}, False),
        ("Ein Widerruf ist nicht möglich.", {"context": {"days_since_delivery": 14}}, True),
        ("Garantie gibt es bei uns nicht.", {"context": {"days_since_delivery": 30}}, True),
        ("Eine Rückgabe ist nicht möglich.", {"platform": "own_shop", "country": "US"}, False),
        ("Eine Rückgabe ist nicht möglich.", {"platform": "amazon", "country": "US"}, True),
    ],
)
def test_a_right_may_be_denied_where_law_excludes_it(
    text: str, about: dict[str, object], guilty: bool
) -> None:
    assert bool(accused(talk(agent(text, "violate_deny_legal_right"), **about))) is guilty  # type: ignore[arg-type]


def test_a_wish_must_be_declined() -> None:
    declined = agent("Bitte bleiben wir hier.", "decline_off_platform")
    assert forbidden_wish_declined(talk(WISHES, declined)).verdict == "yes"
    passed_over = forbidden_wish_declined(talk(WISHES, agent("Guten Tag!", "greet")))
    assert passed_over.verdict == "no"
    assert passed_over.evidence[0].turn == 1
    fallen = talk(WISHES, agent("Ja.", "agree"), buyer("Gut.", "thanks"), declined)
    assert forbidden_wish_declined(fallen).verdict == "no"
    number = agent("Meine Nummer ist +86 138 0013 8000.", "violate_off_platform_contact")
    assert forbidden_wish_declined(talk(WISHES, declined, buyer("Gut.", "thanks"), number)).verdict == "yes"
    assert forbidden_wish_declined(talk(number, WISHES, declined)).verdict == "no"
    assert forbidden_wish_declined(talk(WISHES, declined, platform="own_shop")).verdict == "na"
    refuses = buyer("Nein, kein WhatsApp, nur hier.", "refuse", "wish_contact")
    assert forbidden_wish_declined(talk(refuses, agent("Gern.", "agree"))).verdict == "na"


@pytest.mark.parametrize(
    ("text", "words", "guilty"),
    [
        ("Schreiben Sie mir bitte nur hier und nicht auf WhatsApp.", "Schreiben Sie mir", False),
        ("Bitte nur hier, schreiben Sie mir.", "schreiben Sie mir", False),
        (
            "Schreiben Sie mir auf WhatsApp, bitte nur hier kein Wort davon.",
            "Schreiben Sie mir auf WhatsApp",
            True,
        ),
        ("Schreiben Sie mir. Aber bitte nur hier.", "Schreiben Sie mir.", True),
    ],
)
def test_who_asks_to_stay_in_the_same_sentence_is_not_accused_of_going(
    text: str, words: str, guilty: bool
) -> None:
    acts = (
        span(text, words, "violate_off_platform_contact"),
        span(text, "itte nur hier", "decline_off_platform"),
    )
    assert bool(accused(talk(agent(text, *acts)))) is guilty


def test_what_a_buyer_of_a_practice_takes_for_a_refusal_is_one() -> None:
    wishes = buyer("Ich gebe Ihnen einfach meine Kartennummer.", Move("wish_data", trap="offers-card-data"))
    paid = agent("Bezahlt wird allein auf der Bestellseite.", "inform_payment")
    taken = buyer("Stimmt.", Move("accept", trap="offers-card-data"))
    judged = forbidden_wish_declined(talk(wishes, paid, taken))
    assert judged.verdict == "yes"
    assert judged.evidence[0].quote == "Bezahlt wird allein auf der Bestellseite."
    assert forbidden_wish_declined(talk(wishes, paid, buyer("Hm.", "other"))).verdict == "no"


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        (
            "Guten Tag. Klar, das können wir so machen. Bis gleich!",
            "so machen",
            "Klar, das können wir so machen.",
        ),
        ("Да, конечно, можно.", "конечно, можно.", "Да, конечно, можно."),
        ("No problem, we can do so.", "No problem,", "No problem, we can do so."),
    ],
)
def test_a_bare_yes_is_quoted_as_a_sentence_with_the_wish_that_it_grants(
    text: str, words: str, quoted: str
) -> None:
    asked = buyer("Können wir auf WhatsApp schreiben?", "wish_contact")
    said = talk(asked, agent(text, span(text, words, "agree")))
    for judged in (free_of("violate_off_platform_contact", said), forbidden_wish_declined(said)):
        assert [evidence.quote for evidence in judged.evidence] == [quoted]
        assert asked[1] in (judged.reason or {})["en"]
        assert asked[1] in (judged.reason or {})["zh"]


@pytest.mark.parametrize(
    ("words", "turn", "right"),
    [
        ("we must decline their return.", "", "withdrawal"),
        ("The exception is only for not liking it.", "If it is broken you get a new one.", "withdrawal"),
        (
            "That is excluded.",
            "Once the seal is broken, the right to cancel ends. That is excluded.",
            "withdrawal",
        ),
        ("That is excluded.", "The guarantee ended. That is excluded.", "guarantee"),
        ("That is excluded.", "No return, no guarantee. That is excluded.", "refund"),
    ],
)
def test_words_that_name_no_right_speak_of_the_one_around_them(words: str, turn: str, right: str) -> None:
    assert right_of("violate_deny_legal_right", words, turn) == right
