"""This package holds the way of operations to the platform and of changes back."""
