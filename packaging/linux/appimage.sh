#!/bin/sh
# This file lays the bundle in dist/coachdesk out as an AppImage has it, tries that out, and makes an AppImage of it with
# the program that APPIMAGETOOL names, which fetches the runtime; without one it says that it made none.
# After `sh packaging/dev.sh bundle`: it takes the icons in build/ that were made there.
set -eu
cd "$(dirname "$0")/../.."

folder=build/CoachDesk.AppDir
rm -rf "$folder" dist/coachdesk-*.AppImage
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
if [ -z "${APPIMAGETOOL:-}" ]; then
    echo "$folder works. It was not made into an AppImage: APPIMAGETOOL names no program for that." >&2
    exit
fi

version=$(.venv/bin/python -c 'from importlib.metadata import version; print(version("coachdesk"))')
target=dist/coachdesk-$version-linux-$(uname -m).AppImage
APPIMAGE_EXTRACT_AND_RUN=1 ARCH=$(uname -m) "$APPIMAGETOOL" --no-appstream "$folder" "$target"
APPIMAGE_EXTRACT_AND_RUN=1 QT_QPA_PLATFORM=offscreen "$target" --self-test
ls -l "$target" >&2
