#!/usr/bin/env bash
# Trains Rasa's default pipeline on the bot's own data, once, and keeps model and seconds for `make bench`.
# SILKDESK_BENCH_EPOCHS trains fewer epochs than the pipeline's 100: just as fast in use, and understanding less.
. "$(dirname "$0")/../scripts/lib.sh"
MODELS="${SILKDESK_MODELS:-models}/default"
EPOCHS="${SILKDESK_BENCH_EPOCHS:-100}"
[ ! -f "$MODELS/silkdesk.tar.gz" ] || { echo "already trained: $MODELS/silkdesk.tar.gz"; exit 0; }
mkdir -p "$MODELS"
sed "s/epochs: 100/epochs: $EPOCHS/" bench/default_config.yml >"$MODELS/config.yml"
start=$(date +%s)
step "Training Rasa's default pipeline for $EPOCHS epochs (100 take hours)" \
  scripts/rasa.sh train --config "$MODELS/config.yml" --out "$MODELS" --fixed-model-name silkdesk
echo "$(($(date +%s) - start)) $EPOCHS" >"$MODELS/seconds"
