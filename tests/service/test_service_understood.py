"""What was heard is kept: by any process, bounded, and never trusted where the file was damaged."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from bot.service.understood import VERSIONS, Understood, place

MANY = {f"key {i}": {"acts": [i], "language": None} for i in range(100)}


def put_one_by_one(file: Path, start: int) -> None:
    for key, value in list(MANY.items())[start::2]:
        Understood(file).put({key: value})


def test_what_was_kept_is_known_to_another_process(tmp_path: Path) -> None:
    file = tmp_path / "var" / "1.db"
    assert Understood(file).get(MANY) == {}
    Understood(file).put(MANY)
    assert Understood(file).get([*MANY, "other"]) == MANY


def test_processes_that_write_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "1.db"
    with ProcessPoolExecutor(2, get_context("fork")) as pool:
        list(pool.map(put_one_by_one, [file, file], [0, 1]))
    assert Understood(file).get(MANY) == MANY


def test_the_oldest_go_first(tmp_path: Path) -> None:
    known = Understood(tmp_path / "1.db", most=40)
    for key, value in MANY.items():
        known.put({key: value})
    assert list(known.get(MANY)) == list(MANY)[-40:]


def garbled(content: bytes) -> bytes:
    return b"no database" * len(content)


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def altered(content: bytes) -> bytes:
    return content.replace(b'{"acts":[99]', b'{"acts":[98]')


@pytest.mark.parametrize("damage", [garbled, cut, altered])
def test_a_damaged_file_is_dropped_and_begun_anew(tmp_path: Path, damage: object) -> None:
    assert callable(damage)
    file = tmp_path / "1.db"
    known = Understood(file)
    known.put(MANY)
    assert damage(file.read_bytes()) != file.read_bytes()
    file.write_bytes(damage(file.read_bytes()))
    assert known.get(MANY) == {}
    assert not file.exists()
    known.put(MANY)
    assert known.get(MANY) == MANY


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "understood").write_text("a file where the folder would be")
    known = Understood(tmp_path / "understood" / "1.db")
    known.put(MANY)
    assert known.get(MANY) == {}


def test_files_of_old_versions_go(tmp_path: Path) -> None:
    files = [tmp_path / f"{i}.db" for i in range(VERSIONS + 3)]
    for file in files:
        Understood(file).put(MANY)
    assert len(list(tmp_path.iterdir())) == VERSIONS
    assert files[-1].exists()


def test_whoever_hears_otherwise_has_another_file(tmp_path: Path) -> None:
    assert place(tmp_path, "1") == place(tmp_path, "1") != place(tmp_path, "2")
