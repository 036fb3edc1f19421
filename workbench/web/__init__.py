"""The web face of the workbench: pages over the same actions as the command line, for the browser on this machine."""
