"""The one place that wires: settings in, ready objects out. Nothing is built before it is asked for."""

from __future__ import annotations

from functools import cache

from bot.encoder import folder
from bot.encoder.runtime import Encoder
from bot.settings import settings


@cache
def encoder() -> Encoder:
    """The sentence encoder that set-up built; raises NotReady where there is none."""
    return Encoder.load(folder.current(settings().var))
