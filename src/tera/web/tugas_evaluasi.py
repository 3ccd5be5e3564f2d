"""Home's tasks of the appraisal and, in the same query, of the 360 rounds."""

import datetime as dt
from typing import Any

from django.db.models import (
    Count,
    DateField,
    Exists,
    Min,
    OuterRef,
    QuerySet,
    Value,
)
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.dialog.selectors.tugas import BIDANG, KATA, bagian_tugas, isian_tugas
from tera.evaluasi.models import (
    CatatanKerja,
    Evaluasi,
    EvaluasiKeluar,
    Keberatan,
    KeteranganKeberatan,
)
from tera.organisasi.models import HubunganPenilai
from tera.organisasi.selectors import berlaku_pada
from tera.umpan_balik.selectors.putaran import bagian_tugas as bagian_putaran
from tera.web import tugas_putaran

TERBUKA = Evaluasi.Status.TERBUKA
#: Set so many days ago and not delivered: the pengelola looks after it.
HARI_SAMPAI = 7
BERTANGGAL = frozenset({"nilai", "swakaji", "buta", "keberatan_putus", "keberatan_keterangan"})


def baris(aktor: Aktor, peran: frozenset[str]) -> list[tuple[Any, ...]]:
    """Return what waits in the appraisal and in the dialogue: one query for both.

    Home has no query to spare: the rows of the dialogue travel in the same union and are read by
    ``tugas_dialog``.
    """
    if aktor.pegawai_id is None:
        return []
    isi = isian_tugas(aktor)
    if "pengelola" in peran:
        lama = aktor.hari_ini - dt.timedelta(days=HARI_SAMPAI)
        return _menunggu_pengelola(**isi, sejak_lama=lama)
    return _menunggu(**isi)


def daftar(aktor: Aktor, semua: list[tuple[Any, ...]]) -> list[dict[str, Any]]:
    """Return the tasks of the appraisal among the rows."""
    milik = [(kata, pk, batas, n) for kata, pk, _teks, batas, n in semua if kata not in KATA]
    return [
        tugas_putaran.tugas(satu[0], satu[3], satu[2], pada=aktor.hari_ini)
        if satu[0].startswith(tugas_putaran.AWALAN)
        else _tugas(*satu, pada=aktor.hari_ini)
        for satu in sorted(milik, key=lambda satu: (satu[0], str(satu[2])))
    ]


@kueri_siap(**BIDANG)
def _menunggu(**isian: Isian) -> QuerySet[Any, Any]:
    pertama, *lain = _bagian(isian["saya"], isian["pada"])
    return pertama.union(*lain, *bagian_tugas(**isian), all=True)


@kueri_siap(**BIDANG, sejak_lama=DateField())
def _menunggu_pengelola(sejak_lama: Isian, **isian: Isian) -> QuerySet[Any, Any]:
    pertama, *lain = _bagian(isian["saya"], isian["pada"])
    tanpa_pemutus = Keberatan.objects.filter(
        instansi_id=isian["instansi"], kepada__isnull=True
    ).exclude(status=Keberatan.Status.DIPUTUS)
    return pertama.union(
        *lain,
        _hitung("belum_sampai", _belum_sampai(isian["instansi"], sejak_lama)),
        _kelompok("keberatan_tanpa", tanpa_pemutus, "instansi_id"),
        *bagian_tugas(**isian),
        all=True,
    )


def _bagian(saya: Isian, pada: Isian) -> list[QuerySet[Any, Any]]:
    return [
        _hitung("nilai", _dinilai(saya, pada)),
        _hitung("swakaji", _swakaji(saya, pada)),
        _hitung("buta", _buta(saya, pada)),
        EvaluasiKeluar.objects.filter(penilai_id=saya, diisi_at__isnull=True)
        .order_by()
        .annotate(kata=Value("keluar"), isi=Value(""))
        .values("kata", "instansi_id", "isi", "selesai")
        .annotate(n=Count("pk"))
        .values_list("kata", "instansi_id", "isi", "selesai", "n"),
        *_keberatan(saya),
        *bagian_putaran(saya=saya, pada=pada),
    ]


def _keberatan(saya: Isian) -> list[QuerySet[Any, Any]]:
    """What objections ask of me: to decide, or to say my side."""
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


def _hitung(kata: str, daftar: QuerySet[Evaluasi]) -> QuerySet[Any, Any]:
    return (
        daftar.order_by()
        .annotate(kata=Value(kata), isi=Value(""))
        .values("kata", "periode_id", "isi", "periode__batas_evaluasi")
        .annotate(n=Count("pk"))
        .values_list("kata", "periode_id", "isi", "periode__batas_evaluasi", "n")
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


def _tugas(kata: str, pk: int, batas: dt.date | None, n: int, *, pada: dt.date) -> dict[str, Any]:
    lewat = batas is not None and batas < pada
    laman_keberatan = (
        alamat_rute("evaluasi:keberatan", pk)
        if n == 1
        else alamat_rute("evaluasi:keberatan_daftar")
    )
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
        "keberatan_putus": {
            "judul": _("%(n)s keberatan menunggu putusan Anda") % {"n": n},
            "keterangan": _("Dengar kedua pihak, lalu putuskan. Tanggalnya sasaran pelayanan."),
            "url": laman_keberatan,
            "aksi": _("Buka keberatan"),
        },
        "keberatan_keterangan": {
            "judul": _("Keterangan Anda diminta atas %(n)s keberatan") % {"n": n},
            "keterangan": _("Tanpa keterangan kedua pihak keberatan tidak bisa diputus."),
            "url": laman_keberatan,
            "aksi": _("Tulis keterangan"),
        },
        "keberatan_tanpa": {
            "judul": _("%(n)s keberatan belum punya pejabat yang memutus") % {"n": n},
            "keterangan": _("Minta admin mencatat pemegang perannya pada peran petugas."),
            "url": alamat_rute("evaluasi:keberatan_daftar"),
            "aksi": _("Lihat daftar"),
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
