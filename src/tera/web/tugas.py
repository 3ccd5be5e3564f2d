"""Home's answer to "what needs me, by date": composed from the rooms, a fixed number of queries."""

import datetime as dt
from typing import Any

from django.db.models import BigIntegerField, DateField, IntegerField, Q, QuerySet
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.evaluasi.models import Evaluasi, SebabTandaTangan
from tera.organisasi import selectors as organisasi
from tera.organisasi.models import HubunganPenilai, JenisPeriode, Periode
from tera.organisasi.selectors import berlaku_pada
from tera.organisasi.selectors.ringkas import hitungan_petugas
from tera.skp.models import SKP
from tera.skp.services.syarat_buat import wajib_skp
from tera.umpan_balik.selectors.tugas import kolom_belum_ditanggapi, kolom_menunggu
from tera.web import (
    tugas_dialog,
    tugas_gabungan,
    tugas_pimpinan,
    tugas_rancangan,
    tugas_suara,
    tugas_umpan,
)
from tera.web.tugas_pelaksanaan import tugas_kerja

# Until it is delivered a result is its rater's work, not yet the person's document.
STATUS_TERTUTUP = (
    Evaluasi.Status.TERBUKA,
    Evaluasi.Status.DINILAI,
    Evaluasi.Status.DITETAPKAN,
)


def beranda(*, aktor: Aktor, peran: frozenset[str]) -> dict[str, Any]:
    """Return what home shows: tasks by date, my year, my rater.

    ``peran`` are the aktor's parts as an officer, asked once for the whole page.
    """
    pada = aktor.hari_ini
    daftar_periode = _periode(
        instansi_id=aktor.instansi_id,
        sejak=pada.year - 1,
        saya=aktor.pegawai_id or 0,
        pada=pada,
    )
    periode = next((satu for satu in daftar_periode if satu.tahun == pada.year), None)
    penugasan = (
        organisasi.penugasan_utama(pegawai_id=aktor.pegawai_id, pada=pada)
        if aktor.pegawai_id
        else None
    )
    daftar_skp = _skp(pegawai_id=aktor.pegawai_id or 0, tahun=pada.year)
    evaluasi = _evaluasi(aktor)
    hasil = next(
        (
            satu
            for satu in evaluasi
            if satu.pegawai_id == aktor.pegawai_id and satu.status not in STATUS_TERTUTUP
        ),
        None,
    )
    wajib = bool(daftar_skp) or (
        penugasan is not None and wajib_skp(penugasan=penugasan, pada=pada)
    )
    pimpinan = tugas_pimpinan.pimpinan(
        aktor=aktor, penugasan=penugasan, wajib=wajib, daftar_periode=daftar_periode, peran=peran
    )
    baris = tugas_gabungan.baris(aktor, peran)
    tugas = [
        *_tugas_skp(daftar_skp, penugasan, periode, pada),
        *tugas_kerja(aktor),
        *tugas_rancangan.daftar(aktor, peran),
        *tugas_gabungan.daftar(aktor, baris),
        *_tugas_penyampaian(aktor, evaluasi),
        *_tugas_tanda_tangan(aktor, evaluasi),
        *_tugas_capaian(pimpinan, pada),
        *_tugas_hasil(hasil),
        *tugas_dialog.daftar(aktor, baris),
        *_tugas_suara(daftar_periode),
        *_tugas_petugas(aktor, peran),
    ]
    return {
        "tugas": tugas,
        "jumlah_tugas": len(tugas),
        # Whoever makes no SKP has no year of work plans to walk through, but a year of deciding.
        "langkah_tahun": _strip(daftar_skp, hasil, pada) if wajib or not penugasan else None,
        "pimpinan": pimpinan if not wajib else None,
        "penugasan": penugasan,
        "penilai": organisasi.penilai_pada(penugasan=penugasan, pada=pada) if penugasan else None,
        "skp_kini": daftar_skp[0] if daftar_skp else None,
        "hasil_terakhir": hasil,
        "umpan_terakhir": tugas_umpan.terakhir(baris),
        "tahun": pada.year,
    }


@kueri_siap(
    instansi_id=BigIntegerField(),
    sejak=IntegerField(),
    saya=BigIntegerField(),
    pada=DateField(),
)
def _periode(instansi_id: Isian, sejak: Isian, saya: Isian, pada: Isian) -> QuerySet[Periode]:
    siapa = {"saya": saya, "instansi": instansi_id, "pada": pada}
    return (
        Periode.objects.filter(instansi_id=instansi_id, tahun__gte=sejak, jenis="tahunan")
        .annotate(
            n_tentang_saya=kolom_belum_ditanggapi(**siapa), n_menunggu=kolom_menunggu(**siapa)
        )
        .order_by("-tahun", "pk")
    )


def _tugas_suara(daftar_periode: list[Any]) -> list[dict[str, Any]]:
    # Every row carries the same counts; without a period nobody works in Tera yet.
    return [
        tugas
        for satu in daftar_periode[:1]
        for tugas in tugas_suara.daftar(tentang_saya=satu.n_tentang_saya, menunggu=satu.n_menunggu)
    ]


@kueri_siap(pegawai_id=BigIntegerField(), tahun=IntegerField())
def _skp(pegawai_id: Isian, tahun: Isian) -> QuerySet[SKP]:
    return (
        SKP.objects.filter(pegawai_id=pegawai_id, tahun=tahun)
        .exclude(status__in=[SKP.Status.DIBATALKAN, SKP.Status.DIGANTIKAN])
        .order_by("-mulai", "-versi")
    )


@kueri_siap(saya=BigIntegerField(), pada=DateField())
def _evaluasi_terkait(saya: Isian, pada: Isian) -> QuerySet[Evaluasi]:
    return (
        Evaluasi.objects.filter(
            Q(pegawai_id=saya)
            | Q(penilai_id=saya, status=Evaluasi.Status.DITETAPKAN)
            | Q(
                perlu_tanda_tangan_atasan=True,
                status=Evaluasi.Status.DINILAI,
                disetujui_oleh__isnull=True,
                skp__penugasan_id__in=HubunganPenilai.objects.filter(
                    berlaku_pada(pada), atasan_penilai_id=saya
                ).values("penugasan_id"),
            )
        )
        .select_related("periode", "pegawai")
        .order_by("-periode__selesai", "-id")[:200]
    )


def _tugas_capaian(pimpinan: dict[str, Any] | None, pada: dt.date) -> list[dict[str, Any]]:
    """Capaian comes before any predikat: without it the raters below wait."""
    if pimpinan is None or pimpinan["sudah_capaian"] == pimpinan["jumlah_unit"]:
        return []
    periode = pimpinan["periode"]
    return [
        {
            "judul": _("Tetapkan capaian %(n)s unit, %(periode)s")
            % {"n": pimpinan["jumlah_unit"] - pimpinan["sudah_capaian"], "periode": periode},
            "keterangan": _("Predikat pegawai unit itu menunggu capaiannya."),
            "batas": tulis_tanggal(periode.batas_evaluasi),
            "nada": _nada(periode.batas_evaluasi, pada),
            "url": alamat_rute("evaluasi:capaian", periode.pk),
            "aksi": _("Tetapkan capaian"),
        }
    ]


def _tugas_skp(
    daftar: list[SKP], penugasan: Any, periode: Periode | None, pada: dt.date
) -> list[dict[str, Any]]:
    if penugasan is None:
        return []
    batas = periode.batas_skp if periode else None
    dasar = {"batas": tulis_tanggal(batas) if batas else "", "nada": _nada(batas, pada)}
    if not daftar and not wajib_skp(penugasan=penugasan, pada=pada):
        return []
    if not daftar:
        return [
            {
                **dasar,
                "judul": _("Susun SKP %(tahun)s") % {"tahun": pada.year},
                "keterangan": _("Mulai dari SKP tahun lalu, rekan sejabatan, atau pustaka."),
                "url": alamat_rute("skp:daftar"),
                "aksi": _("Susun SKP"),
            }
        ]
    hasil = []
    for skp in daftar:
        url = alamat_rute("skp:rincian", skp.pk)
        if skp.status == SKP.Status.DRAF:
            hasil.append(
                {
                    **dasar,
                    "judul": _("Lanjutkan draf SKP %(tahun)s") % {"tahun": skp.tahun},
                    "keterangan": _("Draf tersimpan; ajukan bila sudah lengkap."),
                    "url": url,
                    "aksi": _("Lanjutkan"),
                }
            )
        elif skp.status == SKP.Status.DIKEMBALIKAN:
            hasil.append(
                {
                    **dasar,
                    "judul": _("Perbaiki SKP %(tahun)s") % {"tahun": skp.tahun},
                    "keterangan": skp.catatan_pengembalian,
                    "url": url,
                    "aksi": _("Perbaiki"),
                }
            )
    return hasil


def _evaluasi(aktor: Aktor) -> list[Evaluasi]:
    """My evaluations and those I have set and not yet delivered: one query, newest first."""
    if aktor.pegawai_id is None:
        return []
    return _evaluasi_terkait(saya=aktor.pegawai_id, pada=aktor.hari_ini)


def _tugas_penyampaian(aktor: Aktor, daftar: list[Evaluasi]) -> list[dict[str, Any]]:
    menunggu = [
        satu
        for satu in daftar
        if satu.penilai_id == aktor.pegawai_id and satu.status == Evaluasi.Status.DITETAPKAN
    ]
    if not menunggu:
        return []
    return [
        {
            "judul": _("%(n)s hasil evaluasi belum disampaikan") % {"n": len(menunggu)},
            "keterangan": _("Pegawai baru bisa membaca hasilnya setelah Anda sampaikan."),
            "nada": "peringatan",
            "url": alamat_rute("evaluasi:tim", menunggu[-1].periode_id),
            "aksi": _("Sampaikan"),
        }
    ]


def _tugas_tanda_tangan(aktor: Aktor, daftar: list[Evaluasi]) -> list[dict[str, Any]]:
    """A rating between people with a declared close relation waits for the one above."""
    return [
        {
            "judul": _("Penilaian %(nama)s menunggu tanda tangan Anda")
            % {"nama": satu.pegawai.nama_lengkap},
            "keterangan": _("Penilaian pertama sesudah pegawai mengajukan keberatan.")
            if satu.sebab_tanda_tangan == SebabTandaTangan.SESUDAH_KEBERATAN
            else _("Penilai dan pegawai menyatakan hubungan dekat."),
            "nada": "peringatan",
            "url": alamat_rute("evaluasi:rincian", satu.pk),
            "aksi": _("Baca dan tanda tangani"),
        }
        for satu in daftar
        if satu.perlu_tanda_tangan_atasan
        and satu.status == Evaluasi.Status.DINILAI
        and satu.disetujui_oleh_id is None
        and aktor.pegawai_id not in {satu.pegawai_id, satu.penilai_id}
    ]


def _tugas_hasil(hasil: Evaluasi | None) -> list[dict[str, Any]]:
    if hasil is None or hasil.status != Evaluasi.Status.DISAMPAIKAN or hasil.diterima_pada:
        return []
    return [
        {
            "judul": _("Hasil evaluasi %(periode)s sudah disampaikan") % {"periode": hasil.periode},
            "keterangan": _("Baca hasil dan alasannya, lalu catat bahwa Anda menerimanya."),
            "nada": "info",
            "url": alamat_rute("evaluasi:rincian", hasil.pk),
            "aksi": _("Baca hasil"),
        }
    ]


def _tugas_petugas(aktor: Aktor, peran: frozenset[str]) -> list[dict[str, Any]]:
    if not peran & {"pengelola", "admin"}:
        return []
    tugas = []
    laporan, tanpa = hitungan_petugas(aktor=aktor, pada=aktor.hari_ini)
    if laporan:
        tugas.append(
            {
                "judul": _("%(n)s laporan penilai salah") % {"n": laporan},
                "keterangan": _("Selama belum dibetulkan, SKP mereka tertahan."),
                "nada": "peringatan",
                "url": alamat_rute("organisasi:laporan_antrean"),
                "aksi": _("Buka laporan"),
            }
        )
    if tanpa:
        tugas.append(
            {
                "judul": _("%(n)s penugasan belum punya penilai sah") % {"n": tanpa},
                "keterangan": _("Daftar menyebut sebab dan cara memperbaikinya."),
                "nada": "bahaya",
                "url": alamat_rute("organisasi:penilai"),
                "aksi": _("Lihat daftar"),
            }
        )
    return tugas


def _nada(batas: dt.date | None, pada: dt.date) -> str:
    if batas is None:
        return "netral"
    return "bahaya" if batas < pada else "peringatan" if (batas - pada).days <= 10 else "info"


def _strip(daftar: list[SKP], hasil: Evaluasi | None, pada: dt.date) -> list[dict[str, str]]:
    ditetapkan = any(s.status in {SKP.Status.DITETAPKAN, SKP.Status.DITUTUP} for s in daftar)
    # A part of the year is appraised while the work goes on; the year's own result ends it.
    dinilai = (
        hasil is not None
        and hasil.periode.tahun == pada.year
        and hasil.periode.jenis == JenisPeriode.TAHUNAN
    )
    kini = 2 if dinilai else 1 if ditetapkan else 0
    label = (_("Rencana"), _("Pelaksanaan"), _("Evaluasi"), _("Tindak lanjut"))
    return [
        {"label": teks, "status": "selesai" if i < kini else "kini" if i == kini else "nanti"}
        for i, teks in enumerate(label)
    ]
