"""How segments become groups: each file one way, or one step that every way shares. Records are made in `topics`."""
