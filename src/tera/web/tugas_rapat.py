"""Home's tasks of the calibration meeting: one that sits, requests that wait for an answer."""

import datetime as dt
from typing import Any

from django.db.models import Count, DateField, F, Min, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.core.kueri import Isian
from tera.kalibrasi.models import KartuRapat, PesertaRapat, RapatKalibrasi

KATA = frozenset({"kalibrasi_rapat", "kalibrasi_tinjau"})


def bagian(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return a person's open meetings, and the requests put to a penilai with their oldest day."""
    return [
        PesertaRapat.objects.filter(
            pegawai_id=isian["saya"],
            rapat__status__in=[RapatKalibrasi.Status.DISUSUN, RapatKalibrasi.Status.BERLANGSUNG],
        )
        .order_by()
        .annotate(kata=Value("kalibrasi_rapat"), n=Value(1))
        .values_list("kata", "rapat_id", F("rapat__status"), F("rapat__tanggal"), "n"),
        KartuRapat.objects.filter(
            penilai_id=isian["saya"],
            keputusan=KartuRapat.Keputusan.TINJAU,
            jawaban="",
            unit__rapat__status=RapatKalibrasi.Status.DITUTUP,
        )
        .order_by()
        .annotate(kata=Value("kalibrasi_tinjau"), isi=Value(""))
        .values("kata", "penilai_id", "isi")
        .annotate(
            hari=Cast(Min("unit__rapat__ditutup_pada"), DateField()),
            n=Count("pk"),
        )
        .values_list("kata", "penilai_id", "isi", "hari", "n"),
    ]


def tugas(
    kata: str, pk: int, isi: str, batas: dt.date | str | None, n: int, *, pada: dt.date
) -> dict[str, Any]:
    """Return the task that the row stands for."""
    # SQLite gives a date of a union as text.
    hari = dt.date.fromisoformat(batas) if isinstance(batas, str) else batas
    if kata == "kalibrasi_rapat":
        berlangsung = isi == RapatKalibrasi.Status.BERLANGSUNG
        return {
            "judul": _("Rapat kalibrasi sedang berlangsung")
            if berlangsung
            else _("Rapat kalibrasi yang Anda ikuti"),
            "keterangan": _("Agendanya menyebut unit, bukan orang."),
            "batas": tulis_tanggal(hari) if hari else "",
            "nada": "peringatan" if berlangsung else "info",
            "url": alamat_rute("kalibrasi:rapat", pk),
            "aksi": _("Buka"),
        }
    return {
        "judul": _("%(n)s permintaan rapat kalibrasi menunggu jawaban Anda") % {"n": n},
        "keterangan": _("Putusan tetap pada Anda: jawab tetap, atau tinjau kembali, beralasan."),
        "batas": "",
        "nada": "info",
        "url": alamat_rute("kalibrasi:permintaan_daftar"),
        "aksi": _("Jawab"),
    }
