"""What commands print, refuse and exit with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import scenario_new
from bot.content.yaml_file import schema
from bot.settings import ROOT
from tests.cli.conftest import Run
from tests.content.test_content_transcripts import GOOD


def one_line(text: str) -> bool:
    return text.startswith("silkdesk: ") and text.count("\n") == 1


@pytest.mark.parametrize("command", ["check", "show"])
def test_a_scenario_that_is_not_there_is_told_with_the_nearest(run: Run, command: str) -> None:
    ran = run("scenario", command, "late-parcl")
    assert ran.status == 2
    assert ran.err.endswith("; did you mean late-parcel?\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["grade"],
        ["understand", "--language", "fr", "x"],
        ["scenario", "show", "nothing"],
        ["scenario", "check", "nothing"],
        ["scenario", "export", "nothing"],
        ["scenario", "export", "late-parcel", "-o", "/nowhere/late-parcel.zip"],
        ["scenario", "import", "nothing.zip"],
        ["scenario", "import", "README.md"],
        ["scenario", "new", "Bad Id"],
        ["scenario", "new", "late-parcel", "--yes"],
        ["scenario", "new", "lamp"],
        ["scenario", "new", "lamp", "--yes", "--needs", "nothing"],
        ["scenario", "new", "lamp", "--yes", "--buyer", "de/amazon/XX"],
        ["scenario", "new", "lamp", "--yes", "--goods", "einen Wasserkocher"],
        ["grade", "x", "--format", "pdf"],
        ["evaluate", "--messages", "nothing.jsonl"],
        ["evaluate", "--messages", "README.md"],
        ["grade", "x", "--column", "colour=red"],
        ["grade", "x", "--value", "language"],
        ["grade", "x", "--date", "soon"],
        ["grade", "x", "--compare"],
        ["grade", "x", "--since", "2026-11-01"],
        ["grade", "--practices", "--since", "soon"],
        ["grade", "--practices", "--since", "2026-11-02", "--until", "2026-11-01"],
        ["grade", "x", "--indices", "--format", "html"],
        ["grade", "x", "--indices", "--compare", "--date", "2027-01-01"],
        ["grade", "x", "--compare", "--date", "2027-01-01", "--format", "html"],
        ["knowledge", "rules", "--date", "soon"],
        ["knowledge", "rules", "--country", "zz", "--platform", "X!"],
        ["knowledge", "rules", "--country", "ZZ"],
        ["knowledge", "show", "nothing"],
    ],
)
def test_wrong_use_is_one_line_and_exit_2(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert one_line(ran.err), ran.err


def test_messages_and_parts_are_not_measured_together(run: Run) -> None:
    ran = run("evaluate", "--messages", "README.md", "--part", "shell")
    assert ran.status == 2
    assert ran.err == "silkdesk: --messages measures nothing else: leave out --part\n"


def test_scenarios_are_listed_as_the_contract_says(run: Run) -> None:
    cards = run("scenario", "list", "--json").lines[0]
    card = next(card for card in cards if card["id"] == "late-parcel")
    assert card["variants"]["de"][0] == {"platform": "aliexpress", "country": "DE"}
    assert {"title", "languages", "level", "stage", "responsibility", "channel"} <= set(card)


def test_check_reports_as_json_and_by_exit_status(run: Run, tmp_path: Path) -> None:
    assert run("scenario", "check", "--json").lines[0]["errors"] == []
    (tmp_path / "scenario.yml").write_text("id: x\n", encoding="utf-8")
    bad = run("scenario", "check", str(tmp_path), "--json")
    assert bad.status == 1
    error = bad.lines[0]["errors"][0]
    assert set(error) == {"file", "line", "where", "message"}


def test_a_new_scenario_checks_clean(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for folder in ("catalogue", "scenarios", "knowledge"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    (tmp_path / "scenarios").unlink()
    (tmp_path / "scenarios").mkdir()
    monkeypatch.setattr(scenario_new, "ROOT", tmp_path)
    asked = ["--buyer", "de/ebay/AT", "--needs", "1", "--traps", "other-channel", "--goods", "de=eine Lampe"]
    ran = run("scenario", "new", "lamp", "--yes", *asked)
    assert (ran.status, ran.out) == (0, f"{tmp_path / 'scenarios' / 'lamp'}\n")
    checked = run("scenario", "check", str(tmp_path / "scenarios" / "lamp"), "--json").lines[0]
    assert checked["errors"] == []


def test_what_is_exported_can_be_imported(run: Run, tmp_path: Path) -> None:
    packed = tmp_path / "late-parcel.zip"
    assert run("scenario", "export", "late-parcel", "-o", str(packed)).out == f"{packed}\n"
    assert run("scenario", "import", str(packed), "--json").lines == [
        {"scenario": "late-parcel", "written": []}
    ]


def test_the_knowledge_base_has_no_mistake(run: Run) -> None:
    assert run("knowledge", "check", "--json").lines[0]["errors"] == []


def test_the_rubric_tells_weights_caps_and_formula(run: Run) -> None:
    told = run("rubric", "--json").lines[0]
    assert told["pass_mark"] == 70
    assert told["caps"] == [40.0, 20.0]
    assert sum(told["dimensions"].values()) == pytest.approx(1)
    assert "forbidden_wish_declined" in run("rubric").out


def test_rules_are_listed_by_place_and_day(run: Run) -> None:
    shop = {rule["id"] for rule in run("knowledge", "rules", "--platform", "own_shop", "--json").lines[0]}
    market = {rule["id"] for rule in run("knowledge", "rules", "--platform", "amazon", "--json").lines[0]}
    assert "contact-own-shop" in shop - market


def test_rules_tell_their_terms_and_what_a_breach_costs(run: Run) -> None:
    asked = ("knowledge", "rules", "--country", "GB", "--date", "2026-11-26")
    told = {rule["id"]: rule for rule in run(*asked, "--json").lines[0]}
    assert told["uk-vat"]["terms"] == [
        {"amount": 135, "unit": "GBP"},
        {"amount": 20, "unit": "percent"},
    ]
    assert told["uk-withdrawal"]["cost"]["unit"] == "order_value"
    assert told["uk-withdrawal"]["verified"] is True
    text = run(*asked).out
    assert "135 GBP" in text
    assert "a breach costs up to 300,000 GBP" in text
    assert "a breach costs up to 300,000 GBP" not in run(*asked[:-1], "2025-04-05").out


def test_rules_tell_their_conditions_with_values(run: Run) -> None:
    text = run("knowledge", "rules", "--country", "MX", "--date", "2026-11-26").out
    assert "(MX; right: withdrawal; days since delivery: 8–12)" in text
    assert "(MX; right: withdrawal; days since delivery: at least 13)" in text
    assert "(MX, AR, UY; language: es; address: informal)" in text
    text = run("knowledge", "rules", "--country", "GB", "--date", "2026-11-26").out
    assert "(GB; right: withdrawal; sealed: no)" in text


@pytest.mark.slow
def test_understand_takes_arguments_and_lines(run: Run) -> None:
    heard = run("understand", "So sorry! Could you send me a photo?", "--json").lines[0]
    assert [act["act"] for act in heard["acts"]] == ["apologise", "ask_evidence"]
    assert heard["language"] == "en"
    lines = '{"text": "Hallo", "language": "de"}\n{"txt": 1}\nx\n{"text": "y", "language": "fr"}\n'
    several = run("understand", "--json", stdin=lines)
    assert several.status == 0
    assert [line.get("line") for line in several.lines] == [None, 2, 3, 4]


@pytest.mark.slow
def test_understand_refuses_an_argument_that_is_too_long(run: Run) -> None:
    ran = run("understand", "Hello", "x" * 5001)
    assert (ran.status, ran.out) == (2, "")
    assert one_line(ran.err)
    assert "TEXT 2: longer than 5000 characters" in ran.err


@pytest.mark.slow
def test_understand_ignores_unknown_keys_with_one_warning(run: Run) -> None:
    line = json.dumps({"text": "Hello", "mood": "fine"})
    ran = run("understand", "--json", stdin=f"{line}\n{line}\n")
    assert ran.status == 0
    assert [heard["text"] for heard in ran.lines] == ["Hello", "Hello"]
    assert ran.err == "silkdesk: line 1: ignored mood\n"


@pytest.mark.slow
def test_grade_reads_one_transcript_or_many_and_goes_on_after_bad_lines(run: Run, tmp_path: Path) -> None:
    one = tmp_path / "one.json"
    one.write_text(json.dumps(GOOD, indent=1), encoding="utf-8")
    many = tmp_path / "many.jsonl"
    lines = [json.dumps(GOOD), "{}", "rubbish", json.dumps({**GOOD, "id": "t-2"})]
    many.write_text("\n".join(lines) + "\n", encoding="utf-8")
    ran = run("grade", str(one), str(many), "--json")
    assert ran.status == 0
    assert [line.get("transcript", line.get("line")) for line in ran.lines] == ["t-001", "t-001", 2, 3, "t-2"]
    schema("grade").validate(ran.lines[0])
    assert ran.lines[0] == ran.lines[1]
    assert "t-001" in run("grade", "-", stdin=json.dumps(GOOD)).out


@pytest.mark.slow
def test_grade_gives_the_same_lines_by_one_process_and_by_several(run: Run) -> None:
    lines = "\n".join("x" if i == 7 else json.dumps({**GOOD, "id": f"t-{i}"}) for i in range(20))
    one, several = (run("grade", "-", "--json", "--jobs", jobs, stdin=lines) for jobs in "12")
    assert one.status == several.status == 0
    assert [line.get("transcript") for line in several.lines].index(None) == 7
    assert one.out == several.out


@pytest.mark.slow
def test_another_rubric_is_graded_by_and_compared_with(run: Run, tmp_path: Path) -> None:
    general = (ROOT / "knowledge" / "rubric.yml").read_text(encoding="utf-8")
    strict = tmp_path / "strict.yml"
    strict.write_text(general.replace("pass_mark: 70", "pass_mark: 100"), encoding="utf-8")
    talk = json.dumps(GOOD)
    assert run("grade", "-", "--rubric", str(strict), "--json", stdin=talk).lines[0]["pass_mark"] == 100
    (found,) = run("grade", "-", "--rubric", str(strict), "--compare", "--json", stdin=talk).lines
    assert [found[part]["pass_mark"] for part in ("before", "after")] == [70, 100]
    assert found["changes"] == []
    strict.write_text("pass_mark: 100\n", encoding="utf-8")
    refused = run("grade", "-", "--rubric", str(strict), stdin=talk)
    assert refused.status == 2
    assert one_line(refused.err)
    assert str(strict) in refused.err


@pytest.mark.slow
def test_grade_reads_an_exported_chat_from_standard_input(run: Run) -> None:
    rows = "Ticket;from;at;text\n7;buyer;0;Hello\n7;agent;9;Hello, how can I help?\n8;Otto;0;Hm\n"
    told = ["language=en", "platform=ebay", "channel=chat", "stage=after_sales"]
    values = [part for pair in told for part in ("--value", pair)]
    ran = run("grade", "-", "--input", "csv", "--column", "id=Ticket", *values, "--json", stdin=rows)
    assert (ran.status, ran.err) == (0, "")
    assert [line.get("transcript", line.get("line")) for line in ran.lines] == ["7", 4]


@pytest.mark.slow
def test_a_broken_transcript_alone_is_one_line_and_exit_2(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps({**GOOD, "language": "fr"}), encoding="utf-8")
    ran = run("grade", str(bad))
    assert ran.status == 2
    assert one_line(ran.err)
    assert str(bad) in ran.err
    assert "language" in ran.err
    assert run("grade", str(tmp_path / "none.json")).status == 2
    assert run("grade", str(bad), "--date", "x").status == 2


@pytest.mark.slow
def test_half_characters_and_nan_break_nothing(run: Run) -> None:
    heard = run("understand", "--json", stdin='{"text": "\\ud83d hallo"}\n')
    assert heard.status == 0
    assert heard.lines[0]["text"] == "\ufffd hallo"
    lines = json.dumps(GOOD).replace("21.5", "NaN") + "\n\n" + json.dumps({**GOOD, "scenario": "none"}) + "\n"
    ran = run("grade", "-", "--json", stdin=lines)
    assert ran.status == 0
    assert [line["line"] for line in ran.lines] == [1, 3]


@pytest.mark.slow
def test_an_unknown_key_is_ignored_with_one_warning(run: Run) -> None:
    line = json.dumps({**GOOD, "mood": "fine"})
    ran = run("grade", "-", "--json", stdin=f"{line}\n{line}\n")
    assert ran.status == 0
    assert ran.err.count("ignored mood") == 1


@pytest.mark.slow
@pytest.mark.parametrize("language", ["de", "en", "ru", "es"])
def test_scenarios_are_played_by_simulated_agents(run: Run, language: str) -> None:
    arguments = ["scenario", "play", "late-parcel", "--language", language, "--seed", "3", "--json"]
    played = run(*arguments, "--agent", "good").lines[0]
    assert played["transcript"]["id"] == f"late-parcel-{language}-3"
    assert played["needs"]["where-is-parcel"] == "met"
    assert run(*arguments, "--agent", "good").lines[0] == played
    assert run(*arguments, "--agent", "rude").lines[0]["ending"] in ("bad_review", "dispute")
    assert run(*arguments, "--agent", "silent").lines[0]["ending"] == "dispute"


@pytest.mark.slow
def test_a_script_is_played_line_by_line(run: Run, tmp_path: Path) -> None:
    script = tmp_path / "script.txt"
    script.write_text("Guten Tag!\nEinen Moment bitte.\n", encoding="utf-8")
    arguments = ["scenario", "play", "late-parcel", "--language", "de", "--script", str(script)]
    played = run(*arguments, "--json").lines[0]
    said = [turn["text"] for turn in played["transcript"]["turns"] if turn["from"] == "agent"]
    assert said == ["Guten Tag!", "Einen Moment bitte."]
    assert played["ending"] == "turn_limit"
    assert "· " in run(*arguments, "--explain").out
    assert run(*arguments, "--agent", "good").status == 2
