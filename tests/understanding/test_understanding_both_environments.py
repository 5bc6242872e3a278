"""Bot and grader must hear the same: 2,000 messages go through both environments."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from bot import bootstrap
from bot.settings import ROOT, settings
from tests.nlu.sentences import examined, taught

COUNT = 2000

HEAR = """
import json, sys
from pathlib import Path
from bot.encoder.folder import ACTS, PUBLISHED
from bot.encoder.runtime import Encoder
from bot.spelling import speller
from bot.understanding.model_archive import newest, read_head
from bot.understanding.second_reading import SecondReading
from bot.understanding.understander import Understander
encoder, published = (Encoder.load(Path(sys.argv[1]), model) for model in (ACTS, PUBLISHED))
head, second = read_head(newest(Path(sys.argv[2]))), SecondReading.shipped(published)
understander = Understander(encoder, head, speller.load(Path(sys.argv[5])), second)
asked = json.loads(Path(sys.argv[3]).read_text(encoding="utf-8"))
heard = understander.hear_many([text for text, _ in asked], [language for _, language in asked])
Path(sys.argv[4]).write_text(json.dumps([h.to_json() for h in heard]), encoding="utf-8")
"""


def messages() -> list[tuple[str, str]]:
    """Test sentences, then taught ones in pairs, in all four languages."""
    asked = [(e.text, e.language) for e in examined()]
    pairs = zip(taught()[::3], taught()[1::3], strict=False)
    asked += [(f"{one.text} {other.text}", one.language) for one, other in pairs]
    return asked[:COUNT]


@pytest.mark.slow
def test_both_environments_hear_the_same(tmp_path: Path) -> None:
    from bot.encoder import folder

    asked = messages()
    assert len(asked) == COUNT
    given, taken = tmp_path / "asked.json", tmp_path / "heard.json"
    given.write_text(json.dumps(asked), encoding="utf-8")
    paths = [folder.current(settings().var), settings().models, given, taken, settings().var]
    subprocess.run([str(ROOT / ".venvs/rasa/bin/python"), "-c", HEAR, *map(str, paths)], check=True, cwd=ROOT)
    here = bootstrap.understander().hear_many([text for text, _ in asked], [lang for _, lang in asked])
    there = json.loads(taken.read_text(encoding="utf-8"))
    assert [pair for pair in zip([h.to_json() for h in here], there, strict=True) if pair[0] != pair[1]] == []
