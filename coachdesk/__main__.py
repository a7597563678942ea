"""This file lets `python -m coachdesk` be the command line."""

from __future__ import annotations

from coachdesk.cli import main

raise SystemExit(main())
