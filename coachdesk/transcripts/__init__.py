"""This package holds the readers of transcript files."""
