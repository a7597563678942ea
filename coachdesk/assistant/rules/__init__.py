"""This package holds the exact rules, a module for each kind of request; each makes a plan or is not meant."""
