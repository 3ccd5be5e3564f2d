"""WSGI entry for granian or any other server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tera.config.settings")

application = get_wsgi_application()

# What is loaded now stays: it needn't be looked through again for garbage. And a page leaves few
# circles behind, so they are looked for every some pages, not some dozen times in each.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)
