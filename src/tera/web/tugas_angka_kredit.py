"""Home's tasks of angka kredit: to establish, to answer a report."""

import datetime as dt
from typing import Any

from django.db.models import Count, DateField, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from tera.angka_kredit.models import FaktaJF, KonversiPredikat, PenetapanAngkaKredit
from tera.antarmuka.tautan import alamat_rute
from tera.core.kueri import Isian

KATA = frozenset({"konversi_ak", "pak", "fakta_jf"})


def bagian(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return the parts of home's one query: what waits for the Pejabat Penilai Kinerja."""
    saya = isian["saya"]
    return [
        _hitung(
            "konversi_ak",
            KonversiPredikat.objects.filter(
                penilai_id=saya, status=KonversiPredikat.Status.DIUSULKAN
            ),
        ),
        _hitung(
            "pak",
            PenetapanAngkaKredit.objects.filter(
                penilai_id=saya, status=PenetapanAngkaKredit.Status.DISUSUN
            ),
        ),
    ]


def bagian_pengelola(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return what a pengelola is asked besides: reports of wrong facts, oldest first."""
    return [
        FaktaJF.objects.filter(instansi_id=isian["instansi"], status=FaktaJF.Status.DIPERSOALKAN)
        .order_by()
        .annotate(kata=Value("fakta_jf"), isi=Value(""), hari=Cast(Value(None), DateField()))
        .values_list("kata", "pk", "isi", "hari", Value(1))
    ]


def tugas(
    kata: str, pk: int, _isi: str, _batas: dt.date | None, n: int, *, pada: dt.date
) -> dict[str, Any]:
    """Return the task that one row stands for."""
    isi: dict[str, dict[str, Any]] = {
        "konversi_ak": {
            "judul": _("%(n)s konversi angka kredit menunggu penetapan Anda") % {"n": n},
            "keterangan": _("Angkanya sudah dihitung dari predikat yang final."),
            "url": alamat_rute("angka_kredit:konversi"),
            "aksi": _("Tetapkan"),
        },
        "pak": {
            "judul": _("%(n)s PAK menunggu penetapan Anda") % {"n": n},
            "keterangan": _("Penetapan Angka Kredit merangkum buku angka kredit pegawai."),
            "url": alamat_rute("angka_kredit:konversi"),
            "aksi": _("Buka daftar"),
        },
        "fakta_jf": {
            "judul": _("Fakta jabatan fungsional dilaporkan keliru"),
            "keterangan": _("Sampai dijawab, syarat kenaikannya dihitung belum diketahui."),
            "url": alamat_rute("angka_kredit:fakta_jawab", pk),
            "aksi": _("Jawab"),
        },
    }
    return {**isi[kata], "batas": "", "nada": "peringatan"}


def _hitung(kata: str, daftar: QuerySet[Any]) -> QuerySet[Any, Any]:
    hasil: QuerySet[Any, Any] = (
        daftar.order_by()
        .annotate(kata=Value(kata), isi=Value(""), hari=Cast(Value(None), DateField()))
        .values("kata", "instansi_id", "isi", "hari")
        .annotate(n=Count("pk"))
        .values_list("kata", "instansi_id", "isi", "hari", "n")
    )
    return hasil
