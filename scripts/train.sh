#!/usr/bin/env bash
# Trains the bot where its data, configuration or code changed, and builds the knowledge index likewise.
# Rasa would read all sentences a second time to validate them; tests/data does that.
. "$(dirname "$0")/lib.sh"
MODELS="${SILKDESK_MODELS:-models}"
print=$(fingerprint config.yml domain.yml data contract/acts.yml contract/moves.yml catalogue/moves requirements/rasa.txt bot/core bot/content/yaml_file.py bot/encoder bot/understanding bot/rasa)
if [ ! -f "$MODELS/silkdesk.tar.gz" ] || [ "$(cat "$MODELS/.stamp" 2>/dev/null)" != "$print" ]; then
  step "Training the bot" scripts/rasa.sh train --skip-validation --out "$MODELS" --fixed-model-name silkdesk
  echo "$print" >"$MODELS/.stamp"
fi
.venvs/app/bin/silkdesk knowledge build
