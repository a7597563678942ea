"""This file is the rival of decode, a process of its own: the model in a bare loop, with nobody to talk to.

For each line of standard input, JSON `{prompt, most}`, it prints JSON `{tokens, seconds}` from the first token on.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from coachdesk.assistant.engine import Turn
from coachdesk.assistant.model import default_threads
from coachdesk.assistant.model_process import llama_library
from coachdesk.assistant.native_model import NativeModel


def main(file: Path) -> None:
    """Answer until standard input ends."""
    library = llama_library()
    # llama.cpp tells of the file on standard error, at length.
    library.llama_log_set(_quiet := library.llama_log_callback(lambda *_: None), None)
    model = NativeModel(library, str(file), family="", context=4096, threads=default_threads())
    for line in sys.stdin:
        asked = json.loads(line)
        model.read(model.prompt((Turn("user", asked["prompt"]),), answer=True))
        moments = [
            time.perf_counter() for _ in model.write(max_tokens=asked["most"], grammar=None, temperature=0.0, seed=0)
        ]
        print(json.dumps({"tokens": len(moments), "seconds": moments[-1] - moments[0]}), flush=True)
    del _quiet


if __name__ == "__main__":
    main(Path(sys.argv[1]))
