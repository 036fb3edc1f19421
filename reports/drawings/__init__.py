"""Drawings: one file a figure, each from a value of synthesis or prioritisation to a `Figure`."""
