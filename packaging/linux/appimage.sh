#!/bin/sh
# This file lays the bundle in dist/coachdesk out as an AppImage has it, tries that out, and makes an AppImage of it in
# dist/, or in the folder that is given: the runtime that APPIMAGE_RUNTIME names, and behind it the folder as a squashfs.
# Without one it says that it made none. After `sh packaging/dev.sh bundle`: it takes the icons in build/ made there.
set -eu
cd "$(dirname "$0")/../.."

folder=build/CoachDesk.AppDir
rm -rf "$folder"
mkdir -p "$folder/usr/lib" "$folder/usr/share/metainfo" "$folder/usr/share/icons"
cp -a dist/coachdesk "$folder/usr/lib/coachdesk"
cp -a build/icons "$folder/usr/share/icons/hicolor"
cp packaging/linux/io.github.coachdesk.CoachDesk.metainfo.xml "$folder/usr/share/metainfo/"
cp packaging/linux/coachdesk.desktop "$folder/"
cp build/icons/256x256/apps/coachdesk.png "$folder/"
ln -s coachdesk.png "$folder/.DirIcon"
ln -s usr/lib/coachdesk/coachdesk "$folder/AppRun"

QT_QPA_PLATFORM=offscreen "$folder/AppRun" --self-test
QT_QPA_PLATFORM=offscreen "$folder/AppRun" demo --tour build/appimage-tour >build/appimage-tour.json
if [ -z "${APPIMAGE_RUNTIME:-}" ]; then
    echo "$folder works. It was not made into an AppImage: APPIMAGE_RUNTIME names no runtime." >&2
    exit
fi

version=$(.venv/bin/python -c 'from importlib.metadata import version; print(version("coachdesk"))')
target=${1:-dist}/coachdesk-$version-linux-$(uname -m).AppImage
time=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
unset SOURCE_DATE_EPOCH # mksquashfs takes either this or its options
mksquashfs "$folder" build/appimage.squashfs -noappend -no-progress -quiet -all-root -no-xattrs -comp zstd \
    -mkfs-time "$time" -all-time "$time"
cat "$APPIMAGE_RUNTIME" build/appimage.squashfs >"$target"
chmod 755 "$target"
rm build/appimage.squashfs
APPIMAGE_EXTRACT_AND_RUN=1 QT_QPA_PLATFORM=offscreen "$target" --self-test
ls -l "$target" >&2
