#!/bin/sh
# This file makes the setup program from the bundle in dist/coachdesk, in the sh of Git for Windows, with makensis.
# `sh packaging/dev.sh bundle` runs it. It signs only where WINDOWS_CERTIFICATE (a pfx file in base64) and
# WINDOWS_CERTIFICATE_PASSWORD are set.
set -eu
cd "$(dirname "$0")/../.."
export MSYS2_ARG_CONV_EXCL='*' # signtool's options are no paths

VERSION=$(python -c 'from importlib.metadata import version; print(version("coachdesk"))')
native() { if command -v cygpath >/dev/null 2>&1; then cygpath -w "$1"; else printf '%s\n' "$1"; fi; }

sign() {
    if [ -z "${WINDOWS_CERTIFICATE:-}" ]; then
        echo "Not signed, because WINDOWS_CERTIFICATE is not set: $*" >&2
        return
    fi
    trap 'rm -f build/certificate.pfx' EXIT
    printf '%s' "$WINDOWS_CERTIFICATE" | base64 -d >build/certificate.pfx
    signtool sign /fd sha256 /td sha256 /tr http://timestamp.digicert.com /f build/certificate.pfx \
        /p "$WINDOWS_CERTIFICATE_PASSWORD" "$@"
}

target=dist/coachdesk-$VERSION-windows-x86_64-setup.exe
rm -f dist/coachdesk-*-setup.exe
sign dist/coachdesk/coachdesk.exe dist/coachdesk/coachdesk-window.exe
makensis -V2 -WX -DVERSION="$VERSION" -DBUNDLE="$(native "$PWD/dist/coachdesk")" \
    -DICON="$(native "$PWD/build/coachdesk.ico")" -DTARGET="$(native "$PWD/$target")" packaging/windows/coachdesk.nsi
sign "$target"
ls -l "$target" >&2
