"""This package holds the reference platform."""
