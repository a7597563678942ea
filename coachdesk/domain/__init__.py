"""This package holds what CoachDesk is about, without I/O: words, revisions, operations, merging and the wire."""
