#!/bin/sh
# This file puts the notices into the app and seals it again, with the certificate that MACOS_IDENTITY names or, without
# one, for this machine only. PyInstaller has signed what is inside. `sh packaging/dev.sh bundle` runs it.
set -eu
cd "$(dirname "$0")/../.."

app=dist/CoachDesk.app
cp -R dist/coachdesk/licences dist/coachdesk/sbom.cdx.json "$app/Contents/Resources/"
if [ -n "${MACOS_IDENTITY:-}" ]; then
    codesign --force --options runtime --timestamp --entitlements packaging/macos/entitlements.plist \
        --sign "$MACOS_IDENTITY" "$app"
else
    echo "Signed for this machine only, because MACOS_IDENTITY is not set." >&2
    codesign --force --sign - "$app"
fi
codesign --verify --deep --strict "$app"
