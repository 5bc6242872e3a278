#!/usr/bin/env bash
# Pins requirements/*.in with hashes. The result names no host and no path.
. "$(dirname "$0")/lib.sh"
. scripts/uv-env.sh
compile=(pip compile -q --generate-hashes --no-annotate --custom-compile-command "make lock")
"$UV" "${compile[@]}" --python-version 3.10 --override requirements/rasa-overrides.txt requirements/rasa.in -o requirements/rasa.txt
"$UV" "${compile[@]}" --python-version 3.11 --override requirements/app-overrides.txt requirements/app.in -o requirements/app.txt
"$UV" "${compile[@]}" --python-version 3.11 --no-deps requirements/encoder.in -o requirements/encoder.txt
"$UV" "${compile[@]}" --python-version 3.11 --no-deps requirements/lexicon.in -o requirements/lexicon.txt
if grep -nE 'https?://|file:|@ ?/' requirements/*.txt; then die "a lock names a host or a path"; fi
