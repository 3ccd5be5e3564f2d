"""Home's tasks of the appraisal and, in the same query, of the 360 rounds."""

import datetime as dt
from typing import Any

from django.db.models import (
    BigIntegerField,
    Count,
    DateField,
    Exists,
    OuterRef,
    QuerySet,
    Value,
)
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.evaluasi.models import CatatanKerja, Evaluasi, EvaluasiKeluar
from tera.organisasi.models import HubunganPenilai
from tera.organisasi.selectors import berlaku_pada
from tera.umpan_balik.selectors.putaran import bagian_tugas
from tera.web import tugas_putaran

TERBUKA = Evaluasi.Status.TERBUKA
#: Set so many days ago and not delivered: the pengelola looks after it.
HARI_SAMPAI = 7


def daftar(aktor: Aktor, peran: frozenset[str]) -> list[dict[str, Any]]:
    """Return what waits for the aktor in the appraisal: one query."""
    if aktor.pegawai_id is None:
        return []
    pada = aktor.hari_ini
    isi: dict[str, Any] = {"saya": aktor.pegawai_id, "pada": pada}
    if "pengelola" in peran:
        lama = pada - dt.timedelta(days=HARI_SAMPAI)
        baris = _menunggu_pengelola(**isi, instansi=aktor.instansi_id, lama=lama)
    else:
        baris = _menunggu(**isi)
    return [
        tugas_putaran.tugas(satu[0], satu[3], satu[2], pada=pada)
        if satu[0].startswith(tugas_putaran.AWALAN)
        else _tugas(*satu, pada=pada)
        for satu in sorted(baris, key=lambda satu: (satu[0], str(satu[2])))
    ]


@kueri_siap(saya=BigIntegerField(), pada=DateField())
def _menunggu(saya: Isian, pada: Isian) -> QuerySet[Any, Any]:
    pertama, *lain = _bagian(saya, pada)
    return pertama.union(*lain, all=True)


@kueri_siap(saya=BigIntegerField(), pada=DateField(), instansi=BigIntegerField(), lama=DateField())
def _menunggu_pengelola(
    saya: Isian, pada: Isian, instansi: Isian, lama: Isian
) -> QuerySet[Any, Any]:
    pertama, *lain = _bagian(saya, pada)
    return pertama.union(*lain, _hitung("belum_sampai", _belum_sampai(instansi, lama)), all=True)


def _bagian(saya: Isian, pada: Isian) -> list[QuerySet[Any, Any]]:
    return [
        _hitung("nilai", _dinilai(saya, pada)),
        _hitung("swakaji", _swakaji(saya, pada)),
        _hitung("buta", _buta(saya, pada)),
        EvaluasiKeluar.objects.filter(penilai_id=saya, diisi_at__isnull=True)
        .order_by()
        .annotate(kata=Value("keluar"))
        .values("kata", "instansi_id", "selesai")
        .annotate(n=Count("pk"))
        .values_list("kata", "instansi_id", "selesai", "n"),
        *bagian_tugas(saya=saya, pada=pada),
    ]


def _hitung(kata: str, daftar: QuerySet[Evaluasi]) -> QuerySet[Any, Any]:
    return (
        daftar.order_by()
        .annotate(kata=Value(kata))
        .values("kata", "periode_id", "periode__batas_evaluasi")
        .annotate(n=Count("pk"))
        .values_list("kata", "periode_id", "periode__batas_evaluasi", "n")
    )


def _dinilai(saya: Isian, pada: Isian) -> QuerySet[Evaluasi]:
    return Evaluasi.objects.filter(penilai_id=saya, status=TERBUKA, periode__selesai__lt=pada)


def _swakaji(saya: Isian, pada: Isian) -> QuerySet[Evaluasi]:
    return Evaluasi.objects.filter(
        pegawai_id=saya,
        status=TERBUKA,
        periode__selesai__lt=pada,
        periode__batas_evaluasi__gte=pada,
    ).exclude(swakaji__dikirim_at__isnull=False)


def _buta(saya: Isian, pada: Isian) -> QuerySet[Evaluasi]:
    return Evaluasi.objects.filter(
        ~Exists(CatatanKerja.objects.filter(evaluasi=OuterRef("pk"), oleh="atasan_penilai")),
        tanda_buta=True,
        status__in=[TERBUKA, Evaluasi.Status.DINILAI],
        skp__penugasan__in=HubunganPenilai.objects.filter(
            berlaku_pada(pada), atasan_penilai_id=saya
        ).values("penugasan"),
    )


def _belum_sampai(instansi: Isian, lama: Isian) -> QuerySet[Evaluasi]:
    return Evaluasi.objects.filter(
        instansi_id=instansi, status=Evaluasi.Status.DITETAPKAN, ditetapkan_pada__lt=lama
    )


def _tugas(kata: str, pk: int, batas: dt.date, n: int, *, pada: dt.date) -> dict[str, Any]:
    lewat = batas < pada
    isi: dict[str, dict[str, Any]] = {
        "nilai": {
            "judul": _("%(n)s pegawai menunggu Anda nilai") % {"n": n},
            "keterangan": _("Yang perlu dilihat lebih dulu ada di atas."),
            "url": alamat_rute("evaluasi:tim", pk),
            "aksi": _("Buka putaran"),
        },
        "swakaji": {
            "judul": _("Isi swakaji"),
            "keterangan": _("Penilai membacanya di samping bukti; tidak dihitung ke dalam rating."),
            "url": alamat_rute("evaluasi:daftar"),
            "aksi": _("Isi swakaji"),
        },
        "buta": {
            "judul": _("%(n)s pegawai menunggu tanda perilaku dari Anda") % {"n": n},
            "keterangan": _("Anda menandai tanpa melihat tanda dan rating penilai."),
            "url": alamat_rute("evaluasi:daftar"),
            "aksi": _("Beri tanda"),
        },
        "keluar": {
            "judul": _("%(n)s evaluasi keluar menunggu Anda isi") % {"n": n},
            "keterangan": _("Penilai pegawai itu berganti; tinggalkan catatan bagi penggantinya."),
            "url": alamat_rute("evaluasi:daftar"),
            "aksi": _("Isi evaluasi keluar"),
        },
        "belum_sampai": {
            "judul": _("%(n)s hasil lebih dari %(hari)s hari belum disampaikan")
            % {"n": n, "hari": HARI_SAMPAI},
            "keterangan": _("Ingatkan penilainya, atau catat penyampaian di atas kertas."),
            "url": alamat_rute("evaluasi:pantau", pk) + "?status=belum_sampai",
            "aksi": _("Lihat daftar"),
        },
    }
    return {
        **isi[kata],
        "batas": tulis_tanggal(batas) if kata in {"nilai", "swakaji", "buta"} else "",
        "nada": "bahaya" if lewat and kata == "nilai" else "peringatan",
    }
