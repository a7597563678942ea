"""This package is CoachDesk, the desktop app for coaches."""
