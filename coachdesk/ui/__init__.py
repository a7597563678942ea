"""This package holds the window."""
