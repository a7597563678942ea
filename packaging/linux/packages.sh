#!/bin/sh
# This file turns the bundle in dist/coachdesk into a deb, an rpm and a tar.gz beside it. Everything in them bears the
# time of the last commit, so that two builds of one commit are alike. `sh packaging/dev.sh bundle` runs it.
set -eu
cd "$(dirname "$0")/../.."

SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
VERSION=$(python -c 'from importlib.metadata import version; print(version("coachdesk"))')
case $(uname -m) in
    x86_64) ARCH=amd64 ;;
    aarch64) ARCH=arm64 ;;
    *) ARCH=$(uname -m) ;;
esac
LIBC=$(python packaging/linux/needs.py dist/coachdesk)
export SOURCE_DATE_EPOCH VERSION ARCH LIBC

rm -f dist/coachdesk[-_]*
python packaging/icons.py build/icons
for kind in deb rpm; do echo "$kind" >"build/installed-by-$kind"; done
chmod -R u+rwX,go+rX,go-w dist/coachdesk build/icons
find dist/coachdesk build/icons build/installed-by-deb build/installed-by-rpm -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

for kind in deb rpm; do
    nfpm package --config packaging/linux/nfpm.yaml --packager "$kind" --target dist/
done
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -C dist -cf - coachdesk |
    gzip -9n >"dist/coachdesk-$VERSION-linux-$(uname -m).tar.gz"
ls -l dist/coachdesk[-_]* >&2
