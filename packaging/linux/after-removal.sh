#!/bin/sh
# This file runs after the package was removed: what coaches wrote stays, and they are told where it is.
set -e

case ${1:-} in
    remove | purge | 0)
        echo "CoachDesk was removed. The encrypted sessions of each user stay in ~/.local/share/CoachDesk;" \
            "delete that folder to remove them too."
        ;;
esac
