"""The command `draad`: reads what is asked, calls one action, shows the answer."""

from workbench.cli.main import main

__all__ = ["main"]
