"""This package reads the gist of a request that no exact rule understands, and says it as a plain command."""
