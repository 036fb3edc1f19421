"""`python -m workbench.cli` is `draad`."""

import sys

from workbench.cli.main import main

sys.exit(main())
