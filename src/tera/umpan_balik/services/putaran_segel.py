"""The sealed side of a round: one key per round, wrapped with the installation's secret.

Without the key of the round the envelopes are noise, so destroying it destroys every pair at once.
What is sealed carries no time and has one of few lengths.
"""

import base64
import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from cryptography.fernet import Fernet
from django.conf import settings
from django.utils.translation import gettext as _

from tera.core.galat import StatusTidakSesuaiError
from tera.umpan_balik.models import PutaranUmpanBalik

# Longer than seven levels and a text of 1,500 letters: most envelopes are one block.
BLOK = 4096
# A Fernet token shows the second in which it was made; every one of ours says the same.
TANPA_WAKTU = 0


def kunci_baru() -> str:
    """Return a fresh round key, wrapped for storing."""
    return _pembungkus().encrypt_at_time(Fernet.generate_key(), TANPA_WAKTU).decode()


def segel(putaran: PutaranUmpanBalik, isi: Mapping[str, Any]) -> str:
    """Return ``isi`` encrypted with the key of the round."""
    teks = json.dumps(isi, ensure_ascii=False, sort_keys=True).encode()
    teks += b" " * (-len(teks) % BLOK)
    return _kunci(putaran).encrypt_at_time(teks, TANPA_WAKTU).decode()


def buka_segel(putaran: PutaranUmpanBalik, tersegel: str) -> dict[str, Any]:
    """Return what was sealed.

    Raises:
        StatusTidakSesuaiError: the key of the round has been destroyed.
    """
    return pembuka(putaran)(tersegel)


def pembuka(putaran: PutaranUmpanBalik) -> Callable[[str], dict[str, Any]]:
    """Return what opens envelopes of this round: unwrapping its key costs as much as opening one.

    Raises: as ``buka_segel``.
    """
    kunci = _kunci(putaran)

    def buka(tersegel: str) -> dict[str, Any]:
        # Without the blanks that fill the block: the parser would look at each of them.
        isi: dict[str, Any] = json.loads(kunci.decrypt(tersegel).rstrip(b" "))
        return isi

    return buka


def _kunci(putaran: PutaranUmpanBalik) -> Fernet:
    if not putaran.kunci_tersegel:
        raise StatusTidakSesuaiError(
            _(
                "Kunci pasangan putaran ini sudah dimusnahkan, jadi tidak ada lagi yang bisa "
                "menghubungkan jawaban dengan orangnya."
            )
        )
    return Fernet(_pembungkus().decrypt(putaran.kunci_tersegel.encode()))


def _pembungkus() -> Fernet:
    bahan = b"umpan_balik.putaran:" + settings.TERA_KUNCI_FAKTOR.encode()
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(bahan).digest()))
