"""This file is where the bundle starts: the command line, which opens the window when it is given no command."""

from __future__ import annotations

import multiprocessing
import sys

from coachdesk.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
