"""This package holds the writers of files that leave CoachDesk."""
