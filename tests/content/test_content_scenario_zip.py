"""A scenario travels in one zip; one that is unsafe or unsound changes nothing."""

from __future__ import annotations

import io
import shutil
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.content import scenario_zip
from bot.content.new_scenario import copy_scenario
from bot.content.scenario_import import take_in
from bot.content.scenario_zip import MOST_BYTES, MOST_FILES, pack, unpack
from bot.content.scenarios import load_scenarios
from bot.content.topics import add_topic
from bot.core.errors import BadFile, BadRequest, NotFound
from bot.settings import ROOT
from tests.content.project import late_parcel, small_project

SHEET = "scenarios/late-parcel/scenario.yml"
NEED = "catalogue/needs/compensation.yml"
TALKS = "tests/stories/test_late-parcel.yml"
POLICY = "knowledge/policies/lumo-toys.yml"
OTHER_NEED = (NEED, 'title: {zh: "要求补偿"', 'title: {zh: "补偿"')
HARDER = (SHEET, "level: 1", "level: 2")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with nothing but what scenarios need."""
    small_project(tmp_path)
    shutil.copytree(ROOT / "knowledge/rules", tmp_path / "knowledge/rules")
    (tmp_path / "knowledge/articles").symlink_to(ROOT / "knowledge/articles")
    return tmp_path


def contents(root: Path) -> dict[str, bytes]:
    """Every file of the project."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def zipped(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def shipped(*changes: tuple[str, str, str]) -> dict[str, bytes]:
    """The files of the shipped scenario after these changes: file, old text, new text."""
    files = dict(late_parcel())
    for name, old, new in changes:
        assert old.encode() in files[name]
        files[name] = files[name].replace(old.encode(), new.encode(), 1)
    return files


def test_a_scenario_travels_with_all_it_uses_and_always_in_the_same_bytes() -> None:
    id, files = unpack(pack(ROOT, "late-parcel"))
    assert id == "late-parcel"
    assert {"catalogue/needs/compensation.yml", "catalogue/traps/other-channel.yml", SHEET} < files.keys()
    assert {"knowledge/policies/lumo-toys.yml", TALKS} < files.keys()
    assert all((ROOT / name).read_bytes() == content for name, content in files.items())
    assert pack(ROOT, "late-parcel") == pack(ROOT, "late-parcel")


@pytest.mark.parametrize("id", ["nothing", "..", "../scenarios/late-parcel", ""])
def test_only_scenarios_are_packed(id: str) -> None:
    with pytest.raises(NotFound):
        pack(ROOT, id)


def test_an_unsound_scenario_is_not_packed(root: Path) -> None:
    (root / "scenarios/late-parcel/briefing.zh.md").unlink()
    with pytest.raises(BadFile, match=r"briefing\.zh\.md"):
        pack(root, "late-parcel")


def test_what_is_missing_is_written_and_what_is_there_is_left(root: Path) -> None:
    copy_scenario(root, "gift", "late-parcel")
    _, files = unpack(pack(root, "gift"))
    before = contents(root)
    shutil.rmtree(root / "scenarios/gift")
    (root / "catalogue/traps/other-channel.yml").unlink()
    shutil.rmtree(root / "scenarios/late-parcel")
    written = take_in(root, "gift", files)
    assert "catalogue/traps/other-channel.yml" in written
    assert "catalogue/needs/compensation.yml" not in written
    assert contents(root) == {name: text for name, text in before.items() if "late-parcel/" not in name}
    assert take_in(root, "gift", files) == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("/etc/passwd", "leads out"),
        ("../scenario.yml", "leads out"),
        ("scenarios/late-parcel/../../bot/core/errors.py", "leads out"),
        ("scenarios\\late-parcel\\scenario.yml", "leads out"),
        ("C:/scenario.yml", "leads out"),
        ("scenarios/late-parcel/run.sh", "belongs to no scenario"),
        ("scenarios/late-parcel/more/briefing.en.md", "belongs to no scenario"),
        ("bot/core/errors.py", "belongs to no scenario"),
        ("catalogue/talk/closing.yml", "belongs to no scenario"),
        ("knowledge/rubric.yml", "belongs to no scenario"),
        ("scenarios/other/scenario.yml", "2 scenarios, not one"),
        ("tests/stories/test_other.yml", "2 scenarios, not one"),
        ("tests/stories/shell.yml", "belongs to no scenario"),
        ("tests/conftest.py", "belongs to no scenario"),
    ],
)
def test_no_file_lands_where_it_does_not_belong(name: str, message: str) -> None:
    with pytest.raises(BadRequest, match=message):
        unpack(zipped({**shipped(), name: b"x"}))


def test_links_are_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        link = zipfile.ZipInfo(SHEET)
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(BadRequest, match="no plain file"):
        unpack(made.getvalue())


def test_a_name_that_stands_twice_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(SHEET, "id: a")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr(SHEET, "id: b")
    with pytest.raises(BadRequest, match="twice"):
        unpack(made.getvalue())


def test_bombs_are_refused_before_they_unfold() -> None:
    many = {f"catalogue/needs/n{number}.yml": b"x" for number in range(MOST_FILES + 1)}
    endless = b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    deep = b"[" * 100 + b"]" * 100
    for files, message in (
        (many, "101 files"),
        ({SHEET: b" " * (MOST_BYTES + 1)}, f"{MOST_BYTES + 1} bytes"),
        ({SHEET: b" " * (MOST_BYTES - 1)}, "times its size"),
        ({SHEET: endless}, "alias in line 2"),
        ({SHEET: deep}, "nested too deeply in line 1"),
    ):
        with pytest.raises(BadRequest, match=message):
            unpack(zipped(files))


def test_a_size_that_lies_is_found_out() -> None:
    honest = zipped({SHEET: b"id: late-parcel\n" * 50})
    size = (800).to_bytes(4, "little")
    lying = honest.replace(size, (8).to_bytes(4, "little"))
    assert lying != honest
    with pytest.raises(BadRequest):
        unpack(lying)


@pytest.mark.parametrize("data", [b"", b"no zip", zipped({}), pack(ROOT, "late-parcel")[:-200]])
def test_what_is_no_zip_of_a_scenario_is_refused(data: bytes) -> None:
    with pytest.raises(BadRequest):
        unpack(data)


def test_a_zip_without_its_sheet_is_refused() -> None:
    files = {name: content for name, content in shipped().items() if name != SHEET}
    with pytest.raises(BadRequest, match=r"no scenarios/late-parcel/scenario\.yml"):
        unpack(zipped(files))


def test_other_files_are_replaced_only_if_asked(root: Path) -> None:
    files = shipped(OTHER_NEED, HARDER)
    del files["scenarios/late-parcel/lines.yml"]
    files[SHEET] = (
        files[SHEET][: files[SHEET].index(b"facts:")] + files[SHEET][files[SHEET].index(b"needs:") :]
    )
    before = contents(root)
    with pytest.raises(BadRequest, match="--replace") as refused:
        take_in(root, "late-parcel", files)
    assert "catalogue/needs/compensation.yml" in str(refused.value)
    assert "scenarios/late-parcel/lines.yml" in str(refused.value)
    assert contents(root) == before
    assert take_in(root, "late-parcel", files, replace=True) == ["catalogue/needs/compensation.yml", SHEET]
    assert load_scenarios(root).scenarios["late-parcel"].level == 2
    assert not (root / "scenarios/late-parcel/lines.yml").exists()


def test_a_scenario_on_a_topic_of_ones_own_is_taken_in(root: Path) -> None:
    files = shipped((SHEET, "- saying-no", "- toys-abroad"))
    with pytest.raises(BadFile, match="unknown topic toys-abroad"):
        take_in(root, "late-parcel", files, replace=True)
    add_topic(root / "knowledge", "toys-abroad", "presales", "which toys may be sent where")
    assert take_in(root, "late-parcel", files, replace=True) == [SHEET]


def test_all_that_is_wrong_is_told_and_nothing_written(root: Path) -> None:
    shutil.rmtree(root / "scenarios/late-parcel")
    before = contents(root)
    files = shipped((SHEET, "level: 1", "level: 9"), (POLICY, "concerns: [address_form]", "concerns: [x]"))
    files["scenarios/late-parcel/briefing.en.md"] = b"{nobody}"
    with pytest.raises(BadFile) as refused:
        take_in(root, "late-parcel", files, replace=True)
    assert len(refused.value.problems) == 3
    assert contents(root) == before


def test_a_need_that_would_break_another_scenario_is_refused(root: Path) -> None:
    copy_scenario(root, "gift", "late-parcel")
    _, files = unpack(pack(root, "gift"))
    need = "catalogue/needs/where-is-parcel.yml"
    files[need] = files[need].replace(b"fills: [promised_date]", b"fills: [promised_date, carrier]")
    sheet = "scenarios/gift/scenario.yml"
    carrier = b"words:\n  carrier: {de: DHL, en: DHL, ru: DHL, es: DHL, zh: DHL}\n"
    files[sheet] = files[sheet].replace(b"words:\n", carrier)
    with pytest.raises(BadFile, match=r"scenarios/late-parcel/.*carrier"):
        take_in(root, "gift", files, replace=True)


def test_an_import_that_fails_in_the_middle_leaves_everything_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = shipped(OTHER_NEED, HARDER)
    before = contents(root)
    rename = Path.rename

    def full(source: Path, target: Path) -> Path:
        if target == root / "scenarios" / "late-parcel" and "new" in source.parts:
            raise OSError("the disk is full")
        return rename(source, target)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="disk is full"):
        take_in(root, "late-parcel", files, replace=True)
    assert contents(root) == before


def test_the_limits_fit_what_is_shipped() -> None:
    packed = pack(ROOT, "late-parcel")
    unpacked = sum(map(len, shipped().values()))
    assert unpacked < scenario_zip.MOST_BYTES / 10
    assert unpacked < scenario_zip.MOST_RATIO / 4 * len(packed)
