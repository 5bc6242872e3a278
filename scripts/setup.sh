#!/usr/bin/env bash
# Sets up what is missing or out of date: both environments, the page's JavaScript, the encoder, the lexicon.
. "$(dirname "$0")/lib.sh"

# fresh STAMP FINGERPRINT: whether what STAMP stands for was made from just this.
fresh() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

rasa_environment() {
  "$UV" venv -q --clear --python 3.10 .venvs/rasa
  "$UV" pip install --compile-bytecode --no-deps --require-hashes --python .venvs/rasa/bin/python -r requirements/rasa.txt
}

torch() { # the CPU build: from the user's own folders of wheels if they have it, else from torch's CPU index
  local links=() link
  for link in $TORCH_FIND_LINKS; do links+=(--find-links "$link"); done
  if [ ${#links[@]} -gt 0 ] && "$UV" pip install --compile-bytecode --no-deps --no-index "${links[@]}" --python "$1" -r requirements/torch.txt; then return; fi
  "$UV" pip install --compile-bytecode --no-deps --torch-backend cpu --python "$1" -r requirements/torch.txt
}

app_environment() {
  "$UV" venv -q --clear --python 3.11 .venvs/app
  local python=.venvs/app/bin/python
  torch $python
  "$UV" pip install --compile-bytecode --no-deps --require-hashes --python $python -r requirements/app.txt
  "$UV" pip install --no-deps --no-build-isolation --python $python -e .
}

page() {
  npm ci --no-audit --no-fund
  npm run build
}

environment() { # NAME LABEL FUNCTION INPUT...
  local stamp=".venvs/$1/.stamp" print
  print=$(fingerprint "${@:4}")
  fresh "$stamp" "$print" && return
  [ -n "${UV:-}" ] || . scripts/uv-env.sh
  step "$2" "$3"
  echo "$print" >"$stamp"
}

environment rasa "Setting up Rasa's environment (a minute or two)" rasa_environment requirements/rasa.txt
environment app "Setting up the app's environment (a minute or two)" app_environment requirements/app.txt requirements/torch.txt

print=$(fingerprint package.json package-lock.json bot/web/element)
if ! fresh bot/web/static/dist/.stamp "$print"; then
  command -v npm >/dev/null || die "npm is missing: install Node.js 18 or newer with npm, then run it again"
  step "Building the page's JavaScript" page
  echo "$print" >bot/web/static/dist/.stamp
fi

if ! .venvs/app/bin/python -m bot.built encoder "$VAR"; then
  . scripts/uv-env.sh
  step "Fetching the encoder's public weights" sources encoder
  .venvs/app/bin/silkdesk encoder --build
  rm -rf "$VAR/encoder/source"
fi

if ! .venvs/app/bin/python -m bot.built lexicon "$VAR"; then
  [ -n "${UV:-}" ] || . scripts/uv-env.sh
  step "Fetching the dictionaries" sources lexicon
  step "Building the lexicon" .venvs/app/bin/python -m bot.spelling.build "$VAR" "$VAR/lexicon/source"
  rm -rf "$VAR/lexicon/source"
fi
