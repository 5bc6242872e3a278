"""Bot and grader must hear the same, so both environments must give the same vectors, to the bit."""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest

from bot import bootstrap
from bot.settings import ROOT

TEXTS = [
    "Guten Tag Frau Weber, es tut mir leid.",
    "Ваша посылка на таможне с 12 ноября.",
    "¿Me podría enviar una foto, por favor?",
    "We can’t declare a lower value, sorry 🙂",
    "您好，请问我的包裹在哪里？",
    "ok",
    "",
    "word " * 300,
]

ENCODE = """
import sys
from pathlib import Path
import numpy as np
from bot.encoder.runtime import Encoder
texts = Path(sys.argv[2]).read_text(encoding="utf-8").split("\\x1e")
np.save(sys.argv[3], Encoder.load(Path(sys.argv[1])).encode(texts))
"""


@pytest.mark.slow
def test_both_environments_give_the_same_vectors(tmp_path: Path) -> None:
    from bot.encoder import folder
    from bot.settings import settings

    (tmp_path / "texts").write_text("\x1e".join(TEXTS), encoding="utf-8")
    subprocess.run(
        [
            str(ROOT / ".venvs/rasa/bin/python"),
            "-c",
            ENCODE,
            str(folder.current(settings().var)),
            str(tmp_path / "texts"),
            str(tmp_path / "vectors.npy"),
        ],
        check=True,
        cwd=ROOT,
    )
    assert np.array_equal(np.load(tmp_path / "vectors.npy"), bootstrap.encoder().encode(TEXTS))
