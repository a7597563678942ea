"""This package holds what a coach does, for window and command line alike."""
