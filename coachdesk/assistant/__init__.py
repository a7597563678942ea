"""This package holds refining and summarising, and the model process that helps."""
