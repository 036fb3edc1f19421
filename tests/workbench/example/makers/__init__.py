"""Tests of the makers."""
