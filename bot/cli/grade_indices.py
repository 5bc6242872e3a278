"""What `silkdesk grade --indices` prints: the fourteen indices over all talks, and what they cost."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from bot.cli.grade_table import csv_row
from bot.cli.transcript_input import BadLine
from bot.core.bill import written
from bot.core.grade import Grade
from bot.grading.period import Figure, IndexSpec, Period

Results = Iterable[Grade | BadLine]
COLUMNS = ("index", "currency", "value", "unit", "n", "of", "mark", "reason", "definition", "basis", "limits")


def indices_text(results: Results) -> Iterator[str]:
    """An index a paragraph; what could not be read comes first, as it comes."""
    period, specs = Period(), _specs()
    for bad in _take(period, results):
        yield f"line {bad.line}: {bad.error}\n"
    yield f"{period.talks} talks\n"
    for figure in period.figures:
        yield "\n".join([*_figure(figure, period.talks), *_meaning(specs[figure.id]), ""])
    bill = period.bill
    sums = [*written(bill["total"]), *written(bill["at_most"], "up to ")]
    yield f"cost the shop: {' + '.join(sums) or 'nothing that is known'} (in {bill['talks']} talks)\n"


def indices_json(results: Results) -> Iterator[str]:
    """One object with everything; before it, one for each line that could not be read."""
    period, specs = Period(), _specs()
    unread = 0
    for bad in _take(period, results):
        unread += 1
        yield f"{json.dumps(bad.to_json(), ensure_ascii=False)}\n"
    told = {figure.id: {**figure.to_json(), **vars(specs[figure.id])} for figure in period.figures}
    whole = {"talks": period.talks, "unread": unread, "indices": told, "bill": period.bill}
    yield f"{json.dumps(whole, ensure_ascii=False)}\n"


def indices_csv(results: Results) -> Iterator[str]:
    """A row for each index, and for each currency of one about money."""
    from bot.settings import settings

    period, specs, language = Period(), _specs(), settings().interface
    unread = list(_take(period, results))
    yield csv_row(COLUMNS)
    for figure in period.figures:
        texts = vars(specs[figure.id]).values()
        reason = figure.reason[language] if figure.reason else None
        meaning = [text[language] for text in texts]
        for currency, part in figure.parts.items():
            told = (part.value, figure.unit, figure.n, part.of, part.mark)
            yield csv_row((figure.id, currency, *told, None, *meaning))
        if not figure.parts:
            yield csv_row((figure.id, None, None, figure.unit, 0, None, None, reason, *meaning))
    for bad in unread:
        yield csv_row((f"line {bad.line}", *[None] * 6, bad.error, *[None] * 3))


def _take(period: Period, results: Results) -> Iterator[BadLine]:
    """Adds the grades up, and gives what could not be read."""
    for result in results:
        if isinstance(result, BadLine):
            yield result
        else:
            period.add(result)


def _specs() -> Mapping[str, IndexSpec]:
    from bot import bootstrap

    return bootstrap.index_specs()


def _figure(figure: Figure, talks: int) -> Iterator[str]:
    shown = _with_unit(figure.value, figure.unit) if figure.value is not None else "–"
    yield f"{figure.id:26}{shown:>16}   {figure.n} of {talks} talks"
    for currency, part in figure.parts.items():
        mark = f", the shop reckons with {_number(part.mark)}" if part.mark is not None else ""
        if currency or mark:
            yield f"    {f'{currency} {_with_unit(part.value, figure.unit)}'.strip()}{mark}"
    if figure.reason:
        yield f"    No figure: {figure.reason['en']}"


def _with_unit(value: float, unit: str) -> str:
    return _number(value) if unit == "money" else f"{_number(value)} {unit}"


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _meaning(spec: IndexSpec) -> Iterator[str]:
    yield f"    {spec.definition['en']}"
    yield f"    Rests on: {spec.basis['en']}"
    yield f"    Limits: {spec.limits['en']}"
