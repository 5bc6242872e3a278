"""Tunes the encoder's upper layers on the taught sentences: a step of its own, run by `make tune`."""
