"""Numbers from the literature and from the specification, readable by a methodologist."""
