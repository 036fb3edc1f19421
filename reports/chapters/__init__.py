"""Chapters: one file a part of the report, each from a draft to sections; counts and quotes, never invented prose."""
