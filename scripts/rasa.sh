#!/usr/bin/env bash
# Rasa with a quiet, private environment: what it would write to the home folder goes to var/rasa.
cd "$(dirname "$0")/.."
home="$(realpath -m "${SILKDESK_VAR:-var}")/rasa"
mkdir -p "$home"
export HOME="$home" KERAS_HOME="$home" MPLCONFIGDIR="$home" PYTHONPATH="$PWD"
export TF_CPP_MIN_LOG_LEVEL=3 CUDA_VISIBLE_DEVICES=-1 SQLALCHEMY_SILENCE_UBER_WARNING=1 RASA_TELEMETRY_ENABLED=false
export SILKDESK_VAR="${SILKDESK_VAR:-$PWD/var}" SILKDESK_ACTIONS_URL="${SILKDESK_ACTIONS_URL:-http://127.0.0.1:5055}"
if [ -z "${SILKDESK_SECRET:-}" ] && [ -f "$SILKDESK_VAR/secret" ]; then SILKDESK_SECRET="$(cat "$SILKDESK_VAR/secret")"; fi
export SILKDESK_SECRET="${SILKDESK_SECRET:-}"
exec .venvs/rasa/bin/rasa "$@"
