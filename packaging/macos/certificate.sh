#!/bin/sh
# This file puts the makers' certificate into a keychain of its own, before `sh packaging/dev.sh bundle` signs with it.
# MACOS_CERTIFICATE is a p12 file in base64, MACOS_CERTIFICATE_PASSWORD its password.
set -eu

if [ -z "${MACOS_CERTIFICATE:-}" ]; then
    echo "No certificate: MACOS_CERTIFICATE is not set. The app is signed for this machine only, and not notarised." >&2
    exit
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
keychain=$HOME/Library/Keychains/coachdesk.keychain-db
password=$(openssl rand -hex 16)
printf '%s' "$MACOS_CERTIFICATE" | base64 --decode >"$folder/certificate.p12"
security create-keychain -p "$password" "$keychain"
security set-keychain-settings -lut 21600 "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$folder/certificate.p12" -k "$keychain" -P "$MACOS_CERTIFICATE_PASSWORD" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$password" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
