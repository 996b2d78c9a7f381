# Shared by scripts/interview and scripts/test: a private .venv in the checkout, made once.
# Sourced, not run. `ensure_venv STAMP REQUIREMENT` leaves $venv ready with REQUIREMENT installed.
set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
venv=$root/.venv

# The first Python on the PATH that is new enough; they may be shims that fail when run.
find_python() {
    local candidate
    for candidate in "${INTERVIEWER_PYTHON:-}" python3 python3.13 python3.12 python3.11 python3.14 python; do
        [ -n "$candidate" ] || continue
        if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    echo "Interviewer needs Python 3.11 or newer, with venv (on Debian: apt install python3-venv)." >&2
    echo "None was found; install it from python.org or your package manager, and try again." >&2
    exit 2
}

# What the installation depends on: our metadata, and this checkout's place.
fingerprint() {
    cksum "$root/pyproject.toml" | cut -d' ' -f1,2
    printf '%s\n' "$root" "$1"
}

ensure_venv() {
    local stamp=$venv/.$1 wanted=$2 python
    if [ -x "$venv/bin/python" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint "$wanted")" ] \
        && "$venv/bin/python" -c 'import sys' 2>/dev/null; then
        return
    fi
    python=$(find_python)
    echo "Setting up Interviewer in $venv (once; about a minute) ..." >&2
    # Scripts in a venv name their interpreter by its full path: a moved checkout needs a new one.
    if [ "$(cat "$venv/.root" 2>/dev/null)" != "$root" ] \
        || ! "$venv/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        "$python" -m venv --clear "$venv"
        printf '%s\n' "$root" >"$venv/.root"
    fi
    if ! "$venv/bin/python" -m pip install --quiet --quiet --disable-pip-version-check --editable "$root$wanted" >&2; then
        echo "Setting up failed: the lines above say why. The first time needs the internet (or a pip index)." >&2
        exit 2
    fi
    fingerprint "$wanted" >"$stamp"
}
