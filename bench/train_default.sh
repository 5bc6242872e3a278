#!/usr/bin/env bash
# Trains Rasa's default pipeline on the bot's own data, once, and keeps model and seconds for `make bench`.
. "$(dirname "$0")/../scripts/lib.sh"
MODELS="${SILKDESK_MODELS:-models}/default"
[ ! -f "$MODELS/silkdesk.tar.gz" ] || { echo "already trained: $MODELS/silkdesk.tar.gz"; exit 0; }
mkdir -p "$MODELS"
start=$(date +%s)
step "Training Rasa's default pipeline (tens of minutes)" \
  scripts/rasa.sh train --config bench/default_config.yml --out "$MODELS" --fixed-model-name silkdesk
echo $(($(date +%s) - start)) >"$MODELS/seconds"
