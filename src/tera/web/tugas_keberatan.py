"""Home's tasks of objections: to decide, to say one's side, to find who decides."""

import datetime as dt
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, QuerySet, Value
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.core.kueri import Isian
from tera.evaluasi.models import Keberatan, KeteranganKeberatan

KATA = frozenset({"keberatan_putus", "keberatan_keterangan", "keberatan_tanpa"})
BERTANGGAL = frozenset({"keberatan_putus", "keberatan_keterangan"})


def bagian(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return the parts of home's one query: to decide, or to say my side."""
    saya = isian["saya"]
    terbuka = Keberatan.objects.exclude(status=Keberatan.Status.DIPUTUS)
    klarifikasi = Keberatan.objects.filter(status=Keberatan.Status.KLARIFIKASI)
    return [
        _kelompok("keberatan_putus", terbuka.filter(kepada_id=saya), "kepada_id"),
        *(
            _kelompok(
                "keberatan_keterangan",
                klarifikasi.filter(
                    ~Exists(
                        KeteranganKeberatan.objects.filter(keberatan=OuterRef("pk"), pihak=pihak)
                    ),
                    **{f"evaluasi__{pihak}_id": saya},
                ),
                f"evaluasi__{pihak}_id",
            )
            for pihak in ("pegawai", "penilai")
        ),
    ]


def bagian_pengelola(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return the part of the pengelola: objections that nobody is there to decide."""
    tanpa_pemutus = Keberatan.objects.filter(
        instansi_id=isian["instansi"], kepada__isnull=True
    ).exclude(status=Keberatan.Status.DIPUTUS)
    return [_kelompok("keberatan_tanpa", tanpa_pemutus, "instansi_id")]


def tugas(
    kata: str, pk: int, _isi: str, batas: dt.date | None, n: int, *, pada: dt.date
) -> dict[str, Any]:
    """Return the task that one row stands for; its day is a target, so it is never late."""
    laman = (
        alamat_rute("evaluasi:keberatan", pk)
        if n == 1
        else alamat_rute("evaluasi:keberatan_daftar")
    )
    isi: dict[str, dict[str, Any]] = {
        "keberatan_putus": {
            "judul": _("%(n)s keberatan menunggu putusan Anda") % {"n": n},
            "keterangan": _("Dengar kedua pihak, lalu putuskan. Tanggalnya sasaran pelayanan."),
            "url": laman,
            "aksi": _("Buka keberatan"),
        },
        "keberatan_keterangan": {
            "judul": _("Keterangan Anda diminta atas %(n)s keberatan") % {"n": n},
            "keterangan": _("Tanpa keterangan kedua pihak keberatan tidak bisa diputus."),
            "url": laman,
            "aksi": _("Tulis keterangan"),
        },
        "keberatan_tanpa": {
            "judul": _("%(n)s keberatan belum punya pejabat yang memutus") % {"n": n},
            "keterangan": _("Minta admin mencatat pemegang perannya pada peran petugas."),
            "url": alamat_rute("evaluasi:keberatan_daftar"),
            "aksi": _("Lihat daftar"),
        },
    }
    return {
        **isi[kata],
        "batas": tulis_tanggal(batas) if batas and kata in BERTANGGAL else "",
        "nada": "peringatan",
    }


def _kelompok(kata: str, daftar: QuerySet[Keberatan], per: str) -> QuerySet[Any, Any]:
    """One row: the first evaluation, the nearest target, how many; none where there is none."""
    baris: QuerySet[Any, Any] = (
        daftar.order_by()
        .annotate(kata=Value(kata), isi=Value(""))
        .values("kata", "isi", per)
        .annotate(pertama=Min("evaluasi_id"), target=Min("target_pada"), n=Count("pk"))
        .values_list("kata", "pertama", "isi", "target", "n")
    )
    return baris
