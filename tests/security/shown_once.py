"""This file shows one text that names a file in every form, in a process whose system calls can be looked at.

python -m tests.security.shown_once NAMED OPENED     the text names the file NAMED; OPENED is opened by ourselves
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.security.hostile_texts import watched


def main() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from tests.gui import window_loop
    from tests.security.test_row_16_remote_pictures import naming

    text = naming(f"file://{sys.argv[1]}") + naming(sys.argv[1])
    with window_loop(QApplication([])) as gui:
        gui.run(watched(text), timeout=60)
    Path(sys.argv[2]).read_bytes()


if __name__ == "__main__":
    main()
