"""This package is the tests; a name makes its modules importable as `tests.…` from one another."""
