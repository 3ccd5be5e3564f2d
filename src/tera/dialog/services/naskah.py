"""Texts written together, of which every version is kept: shared notes and minutes."""

from typing import Any, TypeVar

from django.db import models

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError
from tera.dialog.models import Pertemuan, SesiDiskusi
from tera.dialog.services.dasar import belum_batal, teks_wajib

PANJANG_NASKAH = 20_000
V = TypeVar("V", bound=models.Model)


def tulis_versi(
    *,
    aktor: Aktor,
    objek: Pertemuan | SesiDiskusi,
    daftar: models.Manager[V],
    teks: str,
    versi: int,
    catatan_audit: tuple[str, str],
    basi: str,
) -> V:
    """Write the next version on top of ``versi`` (0: the first) into ``daftar``.

    ``objek`` is locked by the caller; ``basi`` is said to who wrote on top of an older version;
    ``catatan_audit``: the kind and the action of the audit row.

    Raises:
        StatusTidakSesuaiError: written meanwhile, or called off. MasukanSalahError: nothing or
        too much.
    """
    belum_batal(objek)
    terakhir = daftar.order_by("-versi").values_list("versi", flat=True).first() or 0
    if terakhir != versi:
        raise StatusTidakSesuaiError(basi)
    bersih = teks_wajib(teks, "teks", PANJANG_NASKAH)
    isi: dict[str, Any] = {"versi": versi + 1, "teks": bersih}
    baru = daftar.create(penulis_id=aktor.pegawai_id or 0, ditulis_at=clock.sekarang(), **isi)
    jenis, aksi = catatan_audit
    audit.catat_objek(aktor, jenis, objek.pk, aksi, isi)
    return baru
