"""Digests of what a run read and gave, keyed with this installation's secret.

A plain digest would be an oracle: whoever knows all but one answer could try the few forms it can
have until the digest fits, and a severity has some dozens of values only.
"""

import hashlib
import hmac

from django.conf import settings


def sidik_kosong() -> hmac.HMAC:
    """Return an HMAC-SHA-256 to be fed; another installation gets another one."""
    kunci = b"kalibrasi.sidik:" + settings.TERA_KUNCI_FAKTOR.encode()
    return hmac.new(kunci, digestmod=hashlib.sha256)
