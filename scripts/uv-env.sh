# Sourced after lib.sh: finds or installs uv as $UV. uv reads neither pip.conf nor PIP_*, so where the user
# gave uv no settings of its own, index address and certificate are taken over from pip's configuration.
PYTHON=""
for candidate in python3.11 python3 python3.10; do
  if "$candidate" -c '' 2>/dev/null; then PYTHON="$candidate"; break; fi
done
[ -n "$PYTHON" ] || command -v uv >/dev/null || die "no Python found: install Python 3.11 and 3.10, then run it again"
pip_setting() { # KEY VALUE_OF_PIP_VARIABLE
  if [ -n "$2" ]; then printf '%s' "$2"
  elif [ -n "$PYTHON" ]; then "$PYTHON" -m pip config get "install.$1" 2>/dev/null || "$PYTHON" -m pip config get "global.$1" 2>/dev/null || true; fi
}
if [ -z "${UV_DEFAULT_INDEX:-}${UV_INDEX_URL:-}" ]; then
  value=$(pip_setting index-url "${PIP_INDEX_URL:-}"); [ -z "$value" ] || export UV_DEFAULT_INDEX="$value"
fi
if [ -z "${SSL_CERT_FILE:-}" ]; then
  value=$(pip_setting cert "${PIP_CERT:-}"); [ -z "$value" ] || export SSL_CERT_FILE="$value"
fi
export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-1}" UV_LINK_MODE="${UV_LINK_MODE:-copy}"
# For torch alone: exported as UV_FIND_LINKS, a lock would take builds that exist on one machine only.
TORCH_FIND_LINKS="${UV_FIND_LINKS:-$(pip_setting find-links "${PIP_FIND_LINKS:-}")}"; unset UV_FIND_LINKS
# pyenv's shims refuse a version that is not selected, so its interpreters go on PATH by themselves.
for version in 3.10 3.11; do
  for folder in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/$version.*/bin; do
    [ ! -x "$folder/python$version" ] || PATH="$folder:$PATH"
  done
done
export PATH
if command -v uv >/dev/null; then UV=uv; else
  UV=.venvs/uv/bin/uv
  install_uv() { "$PYTHON" -m venv .venvs/uv && .venvs/uv/bin/python -m pip -q install 'uv>=0.8'; }
  [ -x "$UV" ] || step "Installing uv" install_uv
fi
