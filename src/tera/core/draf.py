"""Drafts on the server: what was typed and not yet sent, one row per person and form."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import clock
from tera.core.galat import MasukanSalahError
from tera.core.models import Draf

BATAS_UKURAN = 200_000


@transaction.atomic
def simpan_draf(*, pengguna_id: int, kunci: str, isi: Mapping[str, Any], ukuran: int) -> Draf:
    """Keep ``isi`` under ``kunci``; the newest wins. ``ukuran`` is the body's size in bytes.

    Raises:
        MasukanSalahError: the draft is larger than ``BATAS_UKURAN`` bytes.
    """
    if ukuran > BATAS_UKURAN:
        raise MasukanSalahError(
            _(
                "Draf terlalu besar untuk disimpan di server (%(ukuran)s kB, batas "
                "%(batas)s kB). Isian tetap tersimpan di perangkat; kirim formulirnya."
            )
            % {"ukuran": ukuran // 1000, "batas": BATAS_UKURAN // 1000}
        )
    draf, _baru = Draf.objects.select_for_update().get_or_create(
        pengguna_id=pengguna_id,
        kunci=kunci,
        defaults={"isi": {}, "versi": 0, "disimpan_at": clock.sekarang()},
    )
    draf.isi = dict(isi)
    draf.versi += 1
    draf.disimpan_at = clock.sekarang()
    draf.save()
    return draf


def ambil_draf(*, pengguna_id: int, kunci: str) -> Draf | None:
    """Return the draft of this person for this form, if any."""
    return Draf.objects.filter(pengguna_id=pengguna_id, kunci=kunci).first()


def hapus_draf(*, pengguna_id: int, kunci: str) -> None:
    """Drop the draft: its content has been accepted."""
    Draf.objects.filter(pengguna_id=pengguna_id, kunci=kunci).delete()
