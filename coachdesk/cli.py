"""This file is the command line: the window's actions without a window, for scripts and tests.

A command (`commands.py`) gives one JSON document with `--json`, a few plain lines otherwise; a program, such as the
window or the platform, takes the process over. Errors go to stderr as sentences. Exit code 0: done, 1: failed, 2: used
wrongly.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coachdesk.assistant.process_limits import leave_no_core
from coachdesk.errors import CoachDeskError, EnvironmentFault, KeyLost, WrongUse
from coachdesk.lean_imports import import_msgspec

if TYPE_CHECKING:
    from coachdesk.commands import Output


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    if arguments is None:  # this process is ours
        leave_no_core()
    words = list(sys.argv[1:] if arguments is None else arguments)
    sys.setswitchinterval(0.0005)
    logging.getLogger().handlers = [logging.NullHandler()]  # a command says itself what went wrong
    try:
        return _dispatch(words)
    except WrongUse as fault:
        print(fault, file=sys.stderr)
        return 2
    except KeyLost as fault:
        print(f"{fault} The command for it: coachdesk recover.", file=sys.stderr)
    except CoachDeskError as fault:
        print(fault, file=sys.stderr)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except KeyboardInterrupt:
        return 130
    except Exception as fault:  # no traceback reaches a coach
        if os.environ.get("COACHDESK_TRACEBACK"):
            raise
        kind = type(fault).__name__
        print(f"This failed because of a defect in CoachDesk ({kind}). What was stored is safe.", file=sys.stderr)
    return 1


def _dispatch(words: list[str]) -> int:
    if not words:
        return _open()
    program = _PROGRAMS.get(words[0])
    if program is not None:
        return program(words[1:])
    from coachdesk.commands import COMMANDS  # the window and the other programs do without

    command = COMMANDS.get(words[0])
    if command is None:
        files = tuple(Path(word).absolute() for word in words)
        if all(file.is_file() for file in files):  # the desktop was told to open them with CoachDesk
            return _open(files)
        raise WrongUse(f"There is no command “{words[0]}”. `coachdesk --help` lists those there are.")
    import asyncio

    import msgspec

    from coachdesk.settings import read_settings

    parser = argparse.ArgumentParser(prog=f"coachdesk {words[0]}", description=command.help)
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    command.arguments(parser)
    parsed = parser.parse_intermixed_args(words[1:])
    output = asyncio.run(_awaited(command.run(parsed, read_settings())))
    failed = output.pop("failed", None)
    if parsed.json:
        print(msgspec.json.encode(output).decode(), flush=True)
    elif not failed or any(output.values()):
        print(command.read(output), flush=True)
    if failed:
        print(failed, file=sys.stderr)
    return 1 if failed else 0


def _open(files: tuple[Path, ...] = ()) -> int:
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not shown:
        raise EnvironmentFault("There is no display to open a window on; coachdesk --help lists what needs none.")
    import_msgspec()
    from coachdesk.app import open_window
    from coachdesk.settings import read_settings

    return open_window(read_settings(), files=files)


async def _awaited(output: Awaitable[Output]) -> Output:
    return await output


def _overview() -> argparse.ArgumentParser:
    from coachdesk.commands import COMMANDS

    lines = [f"  {name:<12} {command.help}" for name, command in COMMANDS.items()]
    lines += [f"  {name:<12} {_PROGRAM_HELP[name]}" for name in _PROGRAMS if name in _PROGRAM_HELP]
    parser = argparse.ArgumentParser(
        prog="coachdesk",
        description="CoachDesk, for coaches. Without a command it opens the window, with files to import them.",
        epilog="commands:\n" + "\n".join(sorted(lines)),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", nargs="?")
    return parser


# Programs of their own: they take the process over.


def _serve(words: list[str]) -> int:
    from coachdesk.server.app import run_server
    from coachdesk.settings import read_settings

    parser = argparse.ArgumentParser(prog="coachdesk serve", description=_PROGRAM_HELP["serve"])
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=_port, default=8000, help="0 takes a free one")
    parser.add_argument("--database", metavar="URL", help="an SQLite file, or postgresql://…")
    parser.add_argument("--redis", metavar="URL", help="over which several such processes are one platform")
    parser.add_argument(
        "--llm", metavar="URL", help="an OpenAI-compatible endpoint that answers instead of the model here"
    )
    parser.add_argument("--model", metavar="FILE", type=Path, help="a GGUF file; the starter model if not given")
    parser.add_argument("--demo", action="store_true", help="add sample sessions and a coach; print that coach's token")
    parser.add_argument("--behind-proxy", action="store_true", help="something else does TLS; allows other hosts")
    parser.add_argument("--create-coach", metavar="NAME", help="add a coach, password from standard input, and stop")
    return run_server(parser.parse_args(words), read_settings())


def _port(word: str) -> int:
    """Return `word` as a port; argparse says what is wrong with any other."""
    # The system would take 99999 for 34463 without a word.
    if not word.isdecimal() or int(word) > 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(word)


def _demo(words: list[str]) -> int:
    from coachdesk.programs import demo

    parser = argparse.ArgumentParser(prog="coachdesk demo", description=_PROGRAM_HELP["demo"])
    parser.add_argument("--tour", metavar="DIR", type=Path, help="play the main job and save pictures in DIR")
    return demo(parser.parse_args(words).tour)


def _bench(words: list[str]) -> int:
    from coachdesk.programs import bench

    return bench(words)


def _self_test(_words: list[str]) -> int:
    from coachdesk.programs import self_test

    return self_test()


def _model_process(_words: list[str]) -> int:
    from coachdesk.assistant.model_process import main as model_process

    return model_process()


def _keychain(words: list[str]) -> int:
    from coachdesk.storage.keychain import main as keychain

    return keychain(words)


def _read_pages(_words: list[str]) -> int:
    from coachdesk.transcripts.pages_process import main as read_pages

    return read_pages()


def _help(_words: list[str]) -> int:
    _overview().print_help()
    return 0


def _version(_words: list[str]) -> int:
    from importlib.metadata import version

    print(version("coachdesk"))
    return 0


_PROGRAMS: dict[str, Callable[[list[str]], int]] = {
    "serve": _serve,
    "demo": _demo,
    "bench": _bench,
    "--self-test": _self_test,
    "--model-process": _model_process,
    "--read-pages": _read_pages,
    "--keychain": _keychain,
    "--version": _version,
    "--help": _help,
    "-h": _help,
}
_PROGRAM_HELP = {
    "serve": "run the reference platform",
    "demo": "try everything with sample sessions, in a temporary home",
    "bench": "measure how fast it is",
    "--self-test": "check that this installation works",
    "--version": "print the version",
}


if __name__ == "__main__":
    raise SystemExit(main())
