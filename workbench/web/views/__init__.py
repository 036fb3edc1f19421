"""The pages, one file a subject: each parses, calls one action, and shows the result."""
