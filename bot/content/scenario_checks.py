"""What a scenario can get wrong that a schema cannot see; one function a check, all run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.buyer.fill import SPOKEN
from bot.buyer.scenario import Lines
from bot.content.buyer_lines import check_lines, unknown_places
from bot.content.catalogue import check_acts, check_matters
from bot.content.contract import acts, moves
from bot.content.scenario_rubric import check_expects, check_named_checks, check_own_checks
from bot.content.scenario_sheet import Sheet
from bot.content.topics import known_topics
from bot.content.unknown import did_you_mean, unknown
from bot.core.errors import Problem
from bot.core.words import COUNTRIES


def check_name(sheet: Sheet) -> Iterator[Problem]:
    """The id is the folder's name."""
    folder = Path(sheet.file.name).parent.name
    if sheet.file.data["id"] != folder:
        yield sheet.file.problem(("id",), f"must be the folder's name, {folder}")


def check_variants(sheet: Sheet) -> Iterator[Problem]:
    """Buyers live in a country, and no two are the same."""
    for language, variants in sheet.file.data["variants"].items():
        for i, variant in enumerate(variants):
            place = ("variants", language, i)
            if variant["country"] not in COUNTRIES:
                message = f"{variant['country']} is no country code of ISO 3166-1"
                yield sheet.file.problem((*place, "country"), message)
            if variant["platform"] == "own_shop" and "store" not in sheet.file.data:
                message = "is the own shop, so that `store` must give the shop's name"
                yield sheet.file.problem((*place, "platform"), message)
            if variant in variants[:i]:
                message = f"is the same as variants.{language}[{variants.index(variant)}]"
                yield sheet.file.problem(place, message)


def check_needs(sheet: Sheet) -> Iterator[Problem]:
    """Needs exist, stand once, and negotiate where and only where money is spoken of."""
    for i, use in enumerate(sheet.file.data["needs"]):
        need = sheet.catalogue.needs.get(use["id"])
        if need is None:
            yield sheet.file.problem(("needs", i, "id"), unknown("need", use["id"], sheet.catalogue.needs))
            continue
        bargain = use.get("bargain")
        if bool(bargain) != bool(need.offered_by):
            message = "wants a bargain" if need.offered_by else "is not negotiated and has no bargain"
            yield sheet.file.problem(("needs", i), f"need {need.id} {message}")
        elif bargain and (bargain["floor"] - bargain["ask"]) * (1 if need.unit == "percent" else -1) > 0:
            beyond = "above" if need.unit == "percent" else "below"
            yield sheet.file.problem(("needs", i, "bargain", "floor"), f"lies {beyond} the first demand")
        if "told_by" in use:
            yield from check_acts(sheet.file, "needs", i, "told_by")
        yield from _check_reach(sheet, ("needs", i, "id"), need.lines, need.fills)
    yield from _once(sheet, "needs")


def check_traps(sheet: Sheet) -> Iterator[Problem]:
    """Traps exist and wait for a need of the scenario."""
    needs = {use["id"] for use in sheet.file.data["needs"]}
    for i, use in enumerate(sheet.file.data.get("traps", ())):
        trap = sheet.catalogue.traps.get(use["id"])
        if trap is None:
            yield sheet.file.problem(("traps", i, "id"), unknown("trap", use["id"], sheet.catalogue.traps))
        else:
            yield from _check_reach(sheet, ("traps", i, "id"), trap.lines, trap.fills)
        key = "during" if "during" in use else "after"
        if use[key] not in needs:
            message = f"is never reached: no need {use[key]} here{did_you_mean(use[key], needs)}"
            yield sheet.file.problem(("traps", i, key), message)
    yield from _once(sheet, "traps")


def check_facts(sheet: Sheet) -> Iterator[Problem]:
    """Facts can be asked for, and have lines in every language; lines belong to a fact."""
    told = sheet.lines.data.get("facts", {}) if sheet.lines else {}
    asked: set[str] = set()
    needs = {use["id"] for use in sheet.file.data["needs"]}
    met_by = {act for id in needs & sheet.catalogue.needs.keys() for act in sheet.catalogue.needs[id].met_by}
    for i, fact in enumerate(sheet.file.data.get("facts", ())):
        unknown = list(check_acts(sheet.file, "facts", i, "asked_by"))
        yield from unknown
        if not unknown:
            for act in (act for act in fact["asked_by"] if acts()[act] != "ask"):
                yield sheet.file.problem(("facts", i, "asked_by"), f"{act} asks nothing")
            if asked.issuperset(fact["asked_by"]):
                yield sheet.file.problem(
                    ("facts", i), "is never told: facts before it take all its questions"
                )
        asked.update(fact["asked_by"])
        yield from check_matters(
            sheet.file, ("facts", i, "about"), fact.get("about", ()), sheet.catalogue.matters
        )
        if "wants" in fact:
            yield from check_acts(sheet.file, "facts", i, "wants")
            if met_by.isdisjoint(fact["wants"]):
                yield sheet.file.problem(("facts", i, "wants"), "meets no need here")
        need = fact.get("brings_up")
        if need not in (None, *needs):
            message = f"no need {need} here{did_you_mean(need, needs)}"
            yield sheet.file.problem(("facts", i, "brings_up"), message)
        missing = [lang for lang in sheet.languages if lang not in told.get(fact["id"], {})]
        if missing:
            yield sheet.file.problem(("facts", i), f"has no lines in lines.yml for {', '.join(missing)}")
    yield from _once(sheet, "facts")
    facts = {fact["id"] for fact in sheet.file.data.get("facts", ())}
    for id in told.keys() - facts:
        assert sheet.lines is not None
        yield sheet.lines.problem(("facts", id), f"is no fact of scenario.yml{did_you_mean(id, facts)}")


def check_own_lines(sheet: Sheet) -> Iterator[Problem]:
    """Places, moves and languages of lines.yml."""
    if sheet.lines is None:
        return
    data, fills = sheet.lines.data, tuple(sheet.fills)
    if "facts" in data:
        yield from check_lines(sheet.lines, ("facts",), fills)
    for kind, one in (("needs", "need"), ("traps", "trap")):
        used = {use["id"] for use in sheet.file.data.get(kind, ())}
        for id in data.get(kind, {}):
            if id in used:
                yield from check_lines(sheet.lines, (kind, id), fills)
            else:
                yield sheet.lines.problem((kind, id), f"is no {one} of scenario.yml{did_you_mean(id, used)}")
    if "opening" in data:
        yield from check_lines(sheet.lines, ("opening", "lines"), fills)
        missing = [lang for lang in sheet.languages if lang not in data["opening"]["lines"]]
        if missing:
            yield sheet.lines.problem(("opening", "lines"), f"has no lines in {', '.join(missing)}")
        for move in data["opening"]["moves"]:
            if move not in moves():
                yield sheet.lines.problem(("opening", "moves"), unknown("move", move, moves()))


def check_subject(sheet: Sheet) -> Iterator[Problem]:
    """Letters have a subject in every language, and chats have none."""
    subject = sheet.lines.data.get("subject", {}) if sheet.lines else {}
    if sheet.file.data["channel"] == "email":
        missing = [language for language in sheet.languages if language not in subject]
        if missing:
            yield sheet.file.problem(("channel",), f"lines.yml has no subject in {', '.join(missing)}")
    elif subject and sheet.lines:
        yield sheet.lines.problem(("subject",), "stands in letters alone; the channel is chat")
    if subject and sheet.lines:
        yield from check_lines(sheet.lines, ("subject",), tuple(sheet.fills))


def check_words(sheet: Sheet) -> Iterator[Problem]:
    """Every word stands in every language played, and in those of the briefing."""
    for word, texts in sheet.file.data.get("words", {}).items():
        missing = sorted({*sheet.languages, "zh", "en"} - set(texts))
        if missing:
            yield sheet.file.problem(("words", word), f"is missing in {', '.join(missing)}")


def check_texts(sheet: Sheet) -> Iterator[Problem]:
    """Briefing and debriefing hold only places that are filled."""
    known = {*SPOKEN, "buyer", "today", *sheet.fills}
    folder = Path(sheet.file.name).parent
    for name, text in sheet.texts.items():
        for number, line in enumerate(text.splitlines(), 1):
            for message in unknown_places(line, known):
                yield Problem(str(folder / name), number, "", message)


def check_money(sheet: Sheet) -> Iterator[Problem]:
    """The order's value, its other sums, a voucher and sales figures are known in each buyer's currency."""
    order, authority = sheet.file.data["order"], sheet.file.data["authority"]
    known = {"order.value": order["value"]}
    known |= {f"order.sums.{name}": sums for name, sums in order.get("sums", {}).items()}
    known |= {"authority.voucher": authority["voucher"]} if "voucher" in authority else {}
    sales = sheet.file.data.get("sales", {})
    known |= {f"sales.{name}": sales[name] for name in ("target", "unit_price") if name in sales}
    for language, variants in sheet.file.data["variants"].items():
        for i, variant in enumerate(variants):
            for name in (name for name, sums in known.items() if variant["currency"] not in sums):
                place = ("variants", language, i, "currency")
                yield sheet.file.problem(place, f"{name} has no sum in {variant['currency']}")


def check_references(sheet: Sheet) -> Iterator[Problem]:
    """Topics and the shop's policy exist."""
    data = sheet.file.data
    topics = known_topics(sheet.root / "knowledge")
    for i, topic in enumerate(data["topics"]):
        if topic not in topics:
            yield sheet.file.problem(("topics", i), unknown("topic", topic, topics))
    shop = data.get("shop")
    shops = [path.stem for path in (sheet.root / "knowledge" / "policies").glob("*.yml")]
    if shop and shop not in shops:
        near = did_you_mean(shop, shops)
        yield sheet.file.problem(("shop",), f"no policy knowledge/policies/{shop}.yml{near}")


Check = Callable[[Sheet], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    check_name,
    check_variants,
    check_needs,
    check_traps,
    check_facts,
    check_own_lines,
    check_subject,
    check_words,
    check_texts,
    check_money,
    check_references,
    check_named_checks,
    check_expects,
    check_own_checks,
)


def _once(sheet: Sheet, key: str) -> Iterator[Problem]:
    ids = Counter(item["id"] for item in sheet.file.data.get(key, ()))
    for id in (id for id, count in ids.items() if count > 1):
        yield sheet.file.problem((key,), f"{id} stands here {ids[id]} times")


def _check_reach(
    sheet: Sheet, place: tuple[str | int, ...], lines: Lines, fills: tuple[str, ...]
) -> Iterator[Problem]:
    """The lines exist in every language played, and the scenario fills their places."""
    missing = [language for language in sheet.languages if language not in lines]
    if missing:
        yield sheet.file.problem(place, f"has no lines in {', '.join(missing)}")
    unfilled = sorted(set(fills) - sheet.fills)
    if unfilled:
        yield sheet.file.problem(place, f"wants words or order.dates for {', '.join(unfilled)}")
