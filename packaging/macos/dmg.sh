#!/bin/sh
# This file makes the disk image that coaches drag the app from, and has Apple notarise it where APPLE_ID, APPLE_TEAM
# and APPLE_PASSWORD (one for this app) are set. `sh packaging/dev.sh bundle` runs it.
set -eu
cd "$(dirname "$0")/../.."

version=$(python -c 'from importlib.metadata import version; print(version("coachdesk"))')
target=dist/coachdesk-$version-macos-$(uname -m).dmg
rm -rf build/dmg dist/coachdesk-*.dmg
mkdir -p build/dmg
cp -R dist/CoachDesk.app build/dmg/
ln -s /Applications build/dmg/Applications
hdiutil create -volname CoachDesk -srcfolder build/dmg -fs HFS+ -format UDZO -ov "$target"

if [ -n "${MACOS_IDENTITY:-}" ]; then codesign --timestamp --sign "$MACOS_IDENTITY" "$target"; fi
if [ -n "${MACOS_IDENTITY:-}" ] && [ -n "${APPLE_ID:-}" ]; then
    xcrun notarytool submit "$target" --apple-id "$APPLE_ID" --team-id "$APPLE_TEAM" --password "$APPLE_PASSWORD" --wait
    xcrun stapler staple "$target"
else
    echo "Not notarised, because MACOS_IDENTITY or APPLE_ID is not set: macOS warns whoever opens the app." >&2
fi
ls -l "$target" >&2
