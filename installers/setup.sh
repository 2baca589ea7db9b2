#!/bin/sh
# What `make` needs before it can do anything.
#   setup.sh environment   Python and the packages, in .venv
#   setup.sh libraries     the system libraries that Qt needs, with or without a screen
#   setup.sh reader        a screen and a screen reader for the tests, in CI only; they skip without
# Missing Debian packages are installed when root; otherwise one sentence says what to type.
set -eu

PYTHON=${PYTHON:-python3}

stop() {
    echo "$*" >&2
    exit 1
}

# install_packages WHY PACKAGE...
install_packages() {
    why=$1
    shift
    command -v apt-get >/dev/null || stop "$why Install what your system calls: $*"
    if [ "$(id -u)" -ne 0 ]; then
        stop "$why Type: sudo apt-get install -y --no-install-recommends $*"
    fi
    echo "$why Installing $*"
    log=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    if ! { apt-get update && apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        stop "apt-get could not install $*. Check the connection and its settings, then try again."
    fi
    rm -f "$log"
}

python_runs() {
    "$PYTHON" -c "$1" 2>/dev/null
}

need_python() {
    if ! command -v "$PYTHON" >/dev/null; then
        [ "$PYTHON" = python3 ] || stop "There is no $PYTHON here."
        install_packages "Python is missing." python3 python3-venv
    fi
    python_runs 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        stop "Python 3.11 or newer is needed. Install it, then name it, such as: make run PYTHON=python3.12"
}

python_environment() {
    need_python
    python_runs 'import ensurepip, venv' ||
        install_packages "Python cannot make environments here." python3-venv
    .venv/bin/python -m pip --version >/dev/null 2>&1 || "$PYTHON" -m venv --clear .venv
    echo "Setting up .venv (a minute at most)"
    .venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check \
        --constraint constraints.txt --editable '.[dev]'
}

# Each line: the library that Qt loads, the Debian package that has it (the same as in README.md).
qt_libraries() {
    cat <<'LIST'
libglib-2.0.so.0 libglib2.0-0
libGL.so.1 libgl1
libEGL.so.1 libegl1
libfontconfig.so.1 libfontconfig1
libdbus-1.so.3 libdbus-1-3
libxkbcommon.so.0 libxkbcommon0
LIST
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || return 0
    cat <<'LIST'
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-shape.so.0 libxcb-shape0
libxcb-xkb.so.1 libxcb-xkb1
LIST
}

missing_packages() {
    qt_libraries | "$PYTHON" -c '
import ctypes, sys
for line in sys.stdin:
    library, package = line.split()
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)
'
}

system_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    need_python
    packages=$(missing_packages)
    # shellcheck disable=SC2086  # one word per package is meant
    [ -z "$packages" ] || install_packages "Qt needs libraries that are missing." $packages
}

screen_reader() {
    [ -n "${CI:-}" ] && [ "$(uname -s)" = Linux ] && [ "$(id -u)" -eq 0 ] || return 0
    /usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null &&
        command -v xvfb-run >/dev/null && command -v dbus-run-session >/dev/null && return 0
    (install_packages "The tests read the window aloud." xvfb xauth dbus at-spi2-core \
        gir1.2-atspi-2.0 python3-gi libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 \
        libxcb-xkb1 libxkbcommon-x11-0) || echo "The test with a screen reader will be skipped."
}

case ${1:-} in
    environment) python_environment ;;
    libraries) system_libraries ;;
    reader) screen_reader ;;
    *) stop "usage: setup.sh environment | libraries | reader" ;;
esac
