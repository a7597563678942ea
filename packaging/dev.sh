#!/bin/sh
# This file sets a checkout of CoachDesk up and runs it. Everything a command needs and a bare machine lacks is
# fetched first: uv and the Python packages into this folder and uv's cache, system libraries with apt where that is
# allowed. A second run finds it all there.
set -eu
cd "$(dirname "$0")/.."

usage() {
    cat <<'END'
sh packaging/dev.sh COMMAND

  demo [--tour DIR]           the app with a platform of its own and sample sessions; without a display, its tour
  run [ARGUMENTS]             coachdesk ARGUMENTS; the window when there are none
  test [--nightly] [PYTEST]   all tests, or those that pytest's arguments choose
  check                       format, lint, types, import rules, shell and the map in README.md
  map                         bring the map of the code in README.md up to date
  translations                bring resources/translations up to date with the source
  bench [NAME...]             measure, each goal beside its rival
  shots [DIR [VARIANT...]]    a picture of every screen, light, dark, in other languages, small and enlarged
  bundle                      a folder in dist/ that runs without Python; its self-test and tour; deb, rpm, tar.gz; setup.exe; dmg
END
}

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# --- Python and uv ---------------------------------------------------------------------------------------------------

fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1; }

find_python() {
    for python in .venv/bin/python "${UV_PYTHON:-python3}" python3.13 python3.12 python3.11 /usr/bin/python3; do
        if command -v "$python" >/dev/null 2>&1 && fits "$python"; then return; fi
    done
    stop "CoachDesk needs Python 3.11, 3.12 or 3.13. Install one, for instance with: sudo apt-get install -y python3"
}

knows_our_settings() { # whether this uv is new enough to pass the compiler's flags on
    "$1" --version 2>/dev/null | awk '{ split($2, v, "."); exit !(v[1] > 0 || v[2] >= 9) }'
}

find_uv() {
    for uv in .tools/bin/uv uv; do
        if command -v "$uv" >/dev/null 2>&1 && knows_our_settings "$uv"; then return; fi
    done
    find_pip
    say "Getting uv into .tools …"
    "$pip_python" -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --upgrade \
        --target .tools 'uv>=0.9' </dev/null || stop "uv could not be fetched. Look at the network, then run this again."
    uv=.tools/bin/uv
}

find_pip() {
    for pip_python in "$python" python3 /usr/bin/python3; do
        if "$pip_python" -m pip --version >/dev/null 2>&1; then return; fi
    done
    stop "Python has no pip to fetch uv with. Install one of the two, for instance with: sudo apt-get install -y python3-pip"
}

# --- System libraries and the compiler -------------------------------------------------------------------------------

has_display() { [ "$(uname)" = Darwin ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

missing_packages() { # the Debian packages of what the machine lacks
    "$python" - "$@" <<'END'
import ctypes, sys

packages = []
for pair in sys.argv[1:]:
    library, package = pair.split("=")
    try:
        ctypes.CDLL(library)
    except OSError:
        packages.append(package)
print(*packages)
END
}

find_system_parts() {
    packages=
    if [ "$(uname)" = Linux ]; then
        packages=$(missing_packages libEGL.so.1=libegl1 libGL.so.1=libgl1 libfontconfig.so.1=libfontconfig1 \
            libglib-2.0.so.0=libglib2.0-0 libdbus-1.so.3=libdbus-1-3 libxkbcommon.so.0=libxkbcommon0)
        if has_display; then
            packages="$packages $(missing_packages libxkbcommon-x11.so.0=libxkbcommon-x11-0 \
                libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4 \
                libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-shape.so.0=libxcb-shape0)"
        fi
    fi
    # Even where the result lies in uv's cache: uv alone knows whether it fits this machine.
    if ! has_engine && ! has_compiler; then packages="$packages g++"; fi
    packages=$(printf '%s' "$packages" | tr -s ' ' | sed 's/^ //; s/ $//')
    [ -z "$packages" ] || install_packages "$packages"
}

find_engines() { # for the tests of the platform and of windows on a display; without them those are skipped
    packages=
    for pair in postgresql=/usr/lib/postgresql redis-server=/usr/bin/redis-server xvfb=/usr/bin/Xvfb \
        'libxkbcommon-x11-0=/usr/lib/*/libxkbcommon-x11.so.0' 'libxcb-cursor0=/usr/lib/*/libxcb-cursor.so.0' \
        'libxcb-icccm4=/usr/lib/*/libxcb-icccm.so.4' 'libxcb-keysyms1=/usr/lib/*/libxcb-keysyms.so.1'; do
        # shellcheck disable=SC2086 # The folder is named for the machine.
        [ -e ${pair#*=} ] || packages="$packages ${pair%%=*}"
    done
    if [ "$(uname)" != Linux ] || [ -z "$packages" ] || ! command -v apt-get >/dev/null 2>&1; then return; fi
    if [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; }; then
        (install_packages "${packages# }") || say "The tests that need$packages are skipped."
    fi
}

install_packages() {
    line="apt-get install -y --no-install-recommends $1"
    if ! command -v apt-get >/dev/null 2>&1; then
        stop "This machine lacks what Debian calls $1. Install it with the machine's package manager, then run this again."
    elif [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root=sudo
    else
        stop "Some system packages are missing. Install them, then run this again: sudo $line"
    fi
    say "Getting system packages: $1 …"
    # shellcheck disable=SC2086 # Both are words: perhaps none, perhaps several.
    { $as_root apt-get update -q && $as_root env DEBIAN_FRONTEND=noninteractive $line; } </dev/null >&2 ||
        stop "apt-get failed. Install the packages yourself, then run this again: sudo $line"
}

has_compiler() {
    for compiler in "${CXX:-c++}" g++ clang++; do
        if command -v "$compiler" >/dev/null 2>&1; then return 0; fi
    done
    return 1
}

has_engine() { find .venv/lib/python3*/site-packages/llama_cpp -maxdepth 0 2>/dev/null | grep -q .; }

in_cache() { find "$("$uv" cache dir)" -path '*/llama-cpp-python/*' -name '*.whl' 2>/dev/null | grep -q .; }

# --- The commands ----------------------------------------------------------------------------------------------------

prepare() {
    find_python
    find_uv
    find_system_parts
    if ! has_engine && ! in_cache; then
        say "The model's engine (llama-cpp-python) is compiled once on this machine: 6 to 10 minutes on two cores."
    fi
    if [ -x .venv/bin/python ]; then unset UV_PYTHON; else UV_PYTHON=$(command -v "$python") && export UV_PYTHON; fi
    export UV_PYTHON_DOWNLOADS=never
    "$uv" sync --locked </dev/null >&2 ||
        stop "The Python packages could not be installed; the lines above say why. Run this again once that is settled."
    unset UV_PYTHON # it has made the environment; from here on that one is meant
}

run() { "$uv" run --no-sync "$@"; }

demo() {
    tour=
    for argument in "$@"; do
        case $argument in --tour | --tour=*) tour=asked ;; esac
    done
    if [ -n "$tour" ] || has_display; then
        run coachdesk demo "$@"
    else
        say "There is no display: the demo plays its tour by itself, and saves a picture of each step in tour/."
        run coachdesk demo --tour tour "$@"
        say "The pictures are in $(pwd)/tour."
    fi
}

check() {
    failed=
    step ruff format --check
    step ruff check
    step mypy
    step lint-imports
    step shellcheck packaging/dev.sh packaging/*/*.sh .ci/run
    step zizmor --offline --quiet .github/workflows
    step python packaging/map.py --check
    [ -z "$failed" ] || stop "Not clean:$failed"
}

step() {
    say "== $*"
    run "$@" >&2 || failed="$failed $1"
}

bundle() {
    # Two builds of one commit are alike: one time for all, and sets in one order.
    SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
    PYTHONHASHSEED=1
    PYINSTALLER_CONFIG_DIR=$(pwd)/build/pyinstaller # a folder for all builds would be cleaned under another one's hands
    export SOURCE_DATE_EPOCH PYTHONHASHSEED PYINSTALLER_CONFIG_DIR
    mkdir -p build
    case $(uname) in
        Darwin) run python packaging/icons.py build/coachdesk.icns ;;
        MINGW* | MSYS*) run python packaging/icons.py build/coachdesk.ico ;;
    esac
    [ "$(uname)" = Darwin ] || engine_for_all
    run pyinstaller --noconfirm --clean --log-level WARN --distpath dist --workpath build packaging/coachdesk.spec
    "$uv" export --quiet --locked --no-dev --all-extras --format cyclonedx1.5 --preview-features sbom-export \
        --output-file build/bill.json
    run python packaging/notices.py build/bill.json build/contents.json dist/coachdesk
    say "The bundle is in $(pwd)/dist/coachdesk; now its self-test and its tour."
    case $(uname) in
        Linux)
            try_out dist/coachdesk/coachdesk
            QT_QPA_PLATFORM=offscreen run python -m tests.bench.bench_bundle_start
            run sh packaging/linux/packages.sh
            ;;
        Darwin)
            run sh packaging/macos/seal.sh
            try_out dist/CoachDesk.app/Contents/MacOS/coachdesk
            run sh packaging/macos/dmg.sh
            ;;
        MINGW* | MSYS*)
            try_out dist/coachdesk/coachdesk.exe
            try_out dist/coachdesk/coachdesk-window.exe
            run sh packaging/windows/setup.sh
            ;;
    esac
}

engine_for_all() { # llama.cpp with a variant for each kind of processor, in build/engine
    # A cache of its own within uv's, or this build would drive out that of the checkouts, and they would compile again.
    cache=$("$uv" cache dir)/coachdesk-engine
    recipe=$cache/$(cksum <packaging/engine.cmake | cut -d ' ' -f 1).cmake # uv compiles anew where its path is another
    mkdir -p "$cache"
    cp packaging/engine.cmake "$recipe"
    case $(uname) in MINGW* | MSYS*) recipe=$(cygpath -m "$recipe") ;; esac
    flags="-DLLAVA_BUILD=OFF -DLLAMA_BUILD_TOOLS=OFF -DGGML_NATIVE=OFF -DGGML_BACKEND_DL=ON -DGGML_CPU_ALL_VARIANTS=ON"
    flags="$flags -DCMAKE_INSTALL_BINDIR=llama_cpp/lib -DCMAKE_PROJECT_INCLUDE=$recipe"
    printf '[extra-build-variables]\nllama-cpp-python = { CMAKE_ARGS = "%s" }\n' "$flags" >build/engine.toml
    "$uv" export --quiet --locked --no-dev --no-emit-project | sed -n '/^llama-cpp-python==/,/[^\\]$/p' >build/engine.txt
    rm -rf build/engine
    say "The model's engine for all processors. It is compiled once on this machine, in 10 to 15 minutes on two cores."
    "$uv" pip install --cache-dir "$cache" --config-file build/engine.toml --no-deps --require-hashes --python .venv \
        --target build/engine --requirements build/engine.txt
}

try_out() { # the frozen app: each part of it, then the main job
    "$1" --self-test
    QT_QPA_PLATFORM=offscreen "$1" demo --tour build/tour >build/tour.json
}

command=${1:-}
[ $# -eq 0 ] || shift
case $command in
    demo | run | test | check | map | translations | bench | shots | bundle) prepare ;;
    -h | --help | help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
esac
[ "$command" != test ] || find_engines
case $command in
    demo | check | bundle) "$command" "$@" ;;
    run) run coachdesk "$@" ;;
    test) run pytest --numprocesses auto --dist loadfile "$@" ;;
    map) run python packaging/map.py --write ;;
    translations) run python packaging/translations.py ;;
    bench) run coachdesk bench "$@" ;;
    shots) run python packaging/shots.py "$@" ;;
esac
