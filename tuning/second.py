"""`make second-reading`: fits the second reading of violations anew and writes its weights into the project.

They are shipped, as reading all taught sentences with the published encoder too would double the time of a
first start. A teacher's sentences reach the first reading; the second changes with these weights alone.
"""

from __future__ import annotations

from bot import bootstrap
from bot.content.contract import acts
from bot.content.nlu import load_examples
from bot.core.errors import sound
from bot.settings import ROOT
from bot.understanding.features import Taught
from bot.understanding.second_reading import WEIGHTS
from bot.understanding.training import train_second


def main() -> None:
    """Takes minutes the first time; `var/vectors` keeps the vectors. Raises BadFile for a bad sentence."""
    examples = sound(*load_examples(ROOT / "data" / "nlu"))
    encoders = (bootstrap.tuned_vectors, bootstrap.published_vectors)
    names = (bootstrap.acts_encoder().digest, bootstrap.encoder().digest)
    taught = [Taught(example.text, example.acts, example.language) for example in examples]
    head = train_second(taught, encoders, names, acts())
    WEIGHTS.write_bytes(head.to_bytes())
    print(f"second reading: wrote {WEIGHTS.relative_to(ROOT)}", flush=True)


if __name__ == "__main__":
    main()
