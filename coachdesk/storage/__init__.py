"""This package holds the encrypted replica with its outbox, the cache and the keys."""
