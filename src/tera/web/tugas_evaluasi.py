"""Home's tasks of the appraisal: to rate, to say one's own part, to hand over."""

import datetime as dt
from typing import Any

from django.db.models import (
    CharField,
    Count,
    DateField,
    Exists,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.core.kueri import Isian
from tera.evaluasi.models import CatatanKerja, Evaluasi, EvaluasiKeluar
from tera.organisasi import kebijakan
from tera.organisasi.models import HubunganPenilai
from tera.organisasi.selectors import berlaku_pada

TERBUKA = Evaluasi.Status.TERBUKA
#: Set so many days ago and not delivered: the pengelola looks after it.
HARI_SAMPAI = 7
HARI_SWAKAJI = "evaluasi.hari_swakaji"
KATA = frozenset({"nilai", "swakaji", "buta", "keluar", "belum_sampai"})
BERTANGGAL = frozenset({"nilai", "swakaji", "buta"})
#: What ``bagian_pengelola`` takes besides the values that all parts have.
BIDANG = {"sejak_lama": DateField()}


def nilai(aktor: Aktor) -> dict[str, Any]:
    """Return the values of ``BIDANG``."""
    return {"sejak_lama": aktor.hari_ini - dt.timedelta(days=HARI_SAMPAI)}


def bagian(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return the parts of home's one query: what the appraisal asks of a person."""
    saya, pada = isian["saya"], isian["pada"]
    return [
        _hitung("nilai", _dinilai(saya, pada)),
        _satu_swakaji(isian),
        _hitung("buta", _buta(saya, pada)),
        EvaluasiKeluar.objects.filter(penilai_id=saya, diisi_at__isnull=True)
        .order_by()
        .annotate(kata=Value("keluar"), isi=Value(""))
        .values("kata", "instansi_id", "isi", "selesai")
        .annotate(n=Count("pk"))
        .values_list("kata", "instansi_id", "isi", "selesai", "n"),
    ]


def bagian_pengelola(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return what the appraisal asks of the pengelola besides."""
    return [_hitung("belum_sampai", _belum_sampai(isian["instansi"], isian["sejak_lama"]))]


def tugas(
    kata: str, pk: int, isian: str, batas: dt.date | None, n: int, *, pada: dt.date
) -> dict[str, Any]:
    """Return the task that one row stands for."""
    if kata == "swakaji" and batas is not None:
        hari = kebijakan.dari_kolom(HARI_SWAKAJI, int(isian) if isian else None)
        batas += dt.timedelta(days=int(hari))
    lewat = batas is not None and batas < pada
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
            "url": alamat_rute("evaluasi:swakaji", pk),
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
        "batas": tulis_tanggal(batas) if batas and kata in BERTANGGAL else "",
        "nada": "bahaya" if lewat and kata == "nilai" else "peringatan",
    }


def _hitung(kata: str, daftar: QuerySet[Evaluasi]) -> QuerySet[Any, Any]:
    return (
        daftar.order_by()
        .annotate(kata=Value(kata), isi=Value(""))
        .values("kata", "periode_id", "isi", "periode__batas_evaluasi")
        .annotate(n=Count("pk"))
        .values_list("kata", "periode_id", "isi", "periode__batas_evaluasi", "n")
    )


def _satu_swakaji(isian: dict[str, Isian]) -> QuerySet[Any, Any]:
    """Each evaluation is a task of its own; its text is the policy's days, its day the end."""
    hari = kebijakan.kolom_nilai(
        instansi_id=isian["instansi"], kunci=HARI_SWAKAJI, pada=isian["pada"]
    )
    return (
        _swakaji(isian["saya"], isian["pada"])
        .order_by()
        .annotate(
            kata=Value("swakaji"),
            isi=Coalesce(Cast(Subquery(hari), CharField()), Value("")),
            n=Value(1),
        )
        .values_list("kata", "pk", "isi", "periode__selesai", "n")
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
