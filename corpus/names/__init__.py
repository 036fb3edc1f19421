"""Names: rules that find in a text what says who or where somebody is; one file for each kind of rule."""
