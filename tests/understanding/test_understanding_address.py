"""Who is addressed formally, who familiarly, and who is only spoken of."""

from __future__ import annotations

import pytest

from bot.understanding.address import address


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("de", "dein Paket ist unterwegs. Sie liegt im Zoll, ich melde mich bei dir.", "informal"),
        ("de", "Deine Sendung ist da.\nSie wurde gestern zugestellt.", "informal"),
        ("de", "Danke dir! Ihr Inhalt ist geprüft.", "informal"),
        ("de", "Sie liegt im Zoll.", None),
        ("de", "Sie ist noch nicht da. Ich melde mich bei Ihnen.", "formal"),
        ("de", "Sie erhalten das Geld morgen.", "formal"),
        ("de", "Sie hatten recht. Ihr Paket ist da.", "formal"),
        ("de", "Ihr Paket ist da.", "formal"),
        ("de", "Können Sie mir deine Nummer geben", "mixed"),
        ("de", "Hast du Ihre Bestellnummer?", "mixed"),
        ("de", "Sie liegt im Zoll. Können Sie mir deine Nummer geben?", "mixed"),
        ("de", "Das ist da.", None),
        ("es", "Tu paquete salió ayer. Su estado cambió hoy, te escribo mañana.", "informal"),
        ("es", "Su paquete salió ayer.", "formal"),
        ("es", "Usted tiene razón, te escribo mañana.", "mixed"),
        ("es", "¿Puede darme su número?", "formal"),
        ("ru", "Твоя посылка в пути, я вам напишу.", "mixed"),
        ("en", "Your parcel is on its way.", None),
    ],
)
def test_the_form_of_address(language: str, text: str, form: str | None) -> None:
    assert address(text, language) == form
