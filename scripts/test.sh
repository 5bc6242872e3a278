#!/usr/bin/env bash
# Every test of both environments; further arguments go to pytest in the app's.
. "$(dirname "$0")/lib.sh"
.venvs/app/bin/ruff check .
.venvs/app/bin/ruff format --check .
.venvs/app/bin/mypy
.venvs/rasa/bin/python -m pytest -c tests/rasa/pytest.ini tests/rasa
.venvs/app/bin/python -m pytest "$@"
