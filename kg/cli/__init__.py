"""The command line: parses, calls, prints."""

from kg.cli.group import main

__all__ = ["main"]
