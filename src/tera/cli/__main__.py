"""``python -m tera.cli``."""

import sys

from tera.cli import main

sys.exit(main())
