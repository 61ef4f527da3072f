"""Drives the built binaries: processes, clocks, people, HTTP."""
