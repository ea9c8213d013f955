#!/usr/bin/env bash
# Installs what Python's packages cannot bring, only where it is missing:
#   system_packages.sh venv PYTHON    the standard library's venv, which Debian packs apart
#   system_packages.sh browser        Chromium and a Japanese font, for the tests of the page
# On Debian and Ubuntu through apt-get, as root or with sudo; elsewhere it names what to install and fails.
set -euo pipefail

install_packages() {  # PACKAGE…
    local sudo=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null && sudo=(sudo) || { echo "needed: $*; install it as root" >&2; return 1; }
    fi
    if ! command -v apt-get >/dev/null; then
        echo "needed: $* (names of Debian's packages); install it with this system's package manager" >&2
        return 1
    fi
    echo "installing $*"
    "${sudo[@]}" apt-get update -qq </dev/null
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
        </dev/null >/dev/null
}

has_browser() {
    [ -n "${KG_CHROMIUM:-}" ] && return 0
    local name
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" >/dev/null && return 0
    done
    return 1
}

has_japanese_font() {
    command -v fc-list >/dev/null && [ -n "$(fc-list :lang=ja family | head -n 1)" ]
}

case "${1:-}" in
    venv)
        "$2" -c 'import ensurepip, venv' 2>/dev/null && exit 0
        # Debian names the package after the version: python3.11-venv
        install_packages "python$("$2" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
        ;;
    browser)
        missing=()
        has_browser || missing+=(chromium)
        has_japanese_font || missing+=(fontconfig fonts-noto-cjk)
        [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
        ;;
    *)
        echo "usage: $0 venv PYTHON | browser" >&2
        exit 2
        ;;
esac
