"""The outbox: a lower room writes an event, upper rooms receive it at least once.

Receivers register in their ``apps.py`` and must be idempotent. Events are delivered right after
the commit; what fails is tried again by ``tera pekerja`` with growing pauses. A receiver that can
take many at once gets what a bulk job published in batches, whole or not at all.
"""

import datetime as dt
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db import models, transaction

from tera.core import clock
from tera.core.models import Kejadian, PengirimanKejadian
from tera.core.sisip import sisip_baris, sisip_massal

log = logging.getLogger(__name__)
Penerima = Callable[[Kejadian], None]
#: Takes events of one name, oldest first, in one transaction: all of them, or an exception.
PenerimaBanyak = Callable[[Sequence[Kejadian]], None]
_daftar_penerima: dict[str, dict[str, Penerima]] = {}
_daftar_banyak: dict[tuple[str, str], PenerimaBanyak] = {}
BATAS_PERCOBAAN = 12
#: Deliveries in one round of the worker: the queue and the daily jobs wait for no more.
BATAS_PUTARAN = 500


def daftarkan(
    nama: str, kunci: str, penerima: Penerima, *, banyak: PenerimaBanyak | None = None
) -> None:
    """Register ``penerima`` (known by the stable ``kunci``) for events called ``nama``.

    ``banyak`` takes several at once; when it fails each is delivered alone, so that one bad event
    doesn't hold the others back.
    """
    _daftar_penerima.setdefault(nama, {})[kunci] = penerima
    if banyak is not None:
        _daftar_banyak[nama, kunci] = banyak


def terbitkan(*, instansi_id: int, nama: str, muatan: Mapping[str, Any]) -> Kejadian:
    """Write an event inside the caller's transaction: ids only, never values."""
    saat = clock.sekarang()
    kejadian = Kejadian.objects.create(
        instansi_id=instansi_id, nama=nama, muatan=dict(muatan), terjadi_at=saat
    )
    daftar = [
        PengirimanKejadian(kejadian=kejadian, penerima=kunci, coba_lagi_at=saat)
        for kunci in _daftar_penerima.get(nama, {})
    ]
    if daftar:
        PengirimanKejadian.objects.bulk_create(daftar)
        pk = kejadian.pk
        transaction.on_commit(lambda: _antar_semua(kejadian_id=pk), robust=True)
    return kejadian


def terbitkan_banyak(
    daftar: Sequence[tuple[int, str, Mapping[str, Any], dt.datetime]], *, antar: bool = True
) -> None:
    """Write many events (instansi, name, ids, instant) inside the caller's transaction.

    Deliveries wait for the worker instead of the caller's request. ``antar=False``: a past that
    nobody is told about.
    """
    daftar_pk = sisip_baris(
        Kejadian,
        [
            {"instansi_id": instansi_id, "nama": nama, "muatan": muatan, "terjadi_at": saat}
            for instansi_id, nama, muatan, saat in daftar
        ],
    )
    if antar:
        kini = clock.sekarang()
        sisip_massal(
            [
                PengirimanKejadian(kejadian_id=pk, penerima=kunci, coba_lagi_at=kini)
                for pk, (_instansi, nama, _muatan, _saat) in zip(daftar_pk, daftar, strict=True)
                for kunci in _daftar_penerima.get(nama, {})
            ]
        )


def antar_tertunda(batas: int = 200) -> int:
    """Try up to ``batas`` deliveries whose time has come; returns how many succeeded."""
    return _antar_semua(batas=batas)


def _antar_semua(*, kejadian_id: int | None = None, batas: int = 200) -> int:
    menunggu = PengirimanKejadian.objects.filter(
        selesai_at__isnull=True,
        coba_lagi_at__lte=clock.sekarang(),
        percobaan__lt=BATAS_PERCOBAAN,
    )
    if kejadian_id is not None:
        menunggu = menunggu.filter(kejadian_id=kejadian_id)
    berhasil = 0
    for nama, penerima, nomor in _kelompok(
        menunggu.order_by("id").values_list("kejadian__nama", "penerima", "pk")[:batas]
    ):
        banyak = _daftar_banyak.get((nama, penerima))
        if banyak is not None and len(nomor) > 1:
            berhasil += _antar_banyak(nomor, banyak)
        else:
            berhasil += sum(_antar(pk) for pk in nomor)
    return berhasil


def _kelompok(daftar: Iterable[tuple[str, str, int]]) -> list[tuple[str, str, list[int]]]:
    """Runs of one event name per receiver: each receiver keeps its order, the oldest run first."""
    hasil: list[tuple[str, str, list[int]]] = []
    terakhir: dict[str, tuple[str, str, list[int]]] = {}
    for nama, penerima, pk in daftar:
        if penerima not in terakhir or terakhir[penerima][0] != nama:
            terakhir[penerima] = (nama, penerima, [])
            hasil.append(terakhir[penerima])
        terakhir[penerima][2].append(pk)
    return hasil


def _antar_banyak(nomor: list[int], banyak: PenerimaBanyak) -> int:
    try:
        with transaction.atomic():
            daftar = list(
                PengirimanKejadian.objects.select_for_update(of=("self",))
                .select_related("kejadian")
                .filter(pk__in=nomor, selesai_at__isnull=True)
                .order_by("pk")
            )
            if daftar:
                banyak([satu.kejadian for satu in daftar])
                PengirimanKejadian.objects.filter(pk__in=[satu.pk for satu in daftar]).update(
                    selesai_at=clock.sekarang()
                )
            return len(daftar)
    except Exception as galat:
        log.warning("kejadian: %s sekaligus gagal (%s)", len(nomor), type(galat).__name__)
    return sum(_antar(pk) for pk in nomor)


def _antar(pk: int) -> bool:
    try:
        with transaction.atomic():
            kirim = (
                PengirimanKejadian.objects.select_for_update(of=("self",))
                .select_related("kejadian")
                .filter(pk=pk, selesai_at__isnull=True)
                .first()
            )
            if kirim is None:
                return False
            penerima = _daftar_penerima.get(kirim.kejadian.nama, {}).get(kirim.penerima)
            if penerima is None:
                raise LookupError(f"penerima {kirim.penerima} tidak terdaftar lagi")
            penerima(kirim.kejadian)
            kirim.selesai_at = clock.sekarang()
            kirim.save(update_fields=["selesai_at"])
            return True
    except Exception as galat:
        log.exception("kejadian: pengiriman %s gagal", pk)
        kini = PengirimanKejadian.objects.get(pk=pk)
        PengirimanKejadian.objects.filter(pk=pk).update(
            percobaan=models.F("percobaan") + 1,
            coba_lagi_at=clock.sekarang() + dt.timedelta(seconds=30 * 2**kini.percobaan),
            galat=type(galat).__name__,
        )
        return False
