"""A played talk in the contract's form."""

from __future__ import annotations

from collections.abc import Sequence

from bot.buyer.scenario import Casting, Scenario
from bot.core.transcript import Buyer, Transcript, Turn


def transcript_of(
    id: str, scenario: Scenario, casting: Casting, turns: Sequence[Turn], mode: str = "practice"
) -> Transcript:
    """The transcript of a practice of `scenario`; the order's value is part of its context."""
    variant = casting.variant
    context = dict(scenario.context)
    value = scenario.order.value.get(variant.currency)
    if value is not None:
        context.setdefault("order_value", {"amount": value, "currency": variant.currency})
    return Transcript(
        id=id,
        language=casting.language,
        platform=variant.platform,
        country=variant.country,
        channel=scenario.channel,
        stage=scenario.stage,
        turns=tuple(turns),
        scenario=scenario.id,
        context=context,
        date=casting.today.isoformat(),
        buyer=Buyer(variant.buyer.name, variant.buyer.form),
        mode=mode,
        seed=casting.seed,
    )
