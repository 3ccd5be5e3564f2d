"""Counselling and agreements of the demo: each in every state."""

import datetime as dt
import io
import random

from tera.contoh.berkas import pdf_rekap
from tera.contoh.keramaian import aktor_dari
from tera.core import clock
from tera.organisasi.models import Instansi, Pegawai, PerjanjianKerja
from tera.regulasi.tindak_lanjut import tambah_bulan
from tera.tindak_lanjut.models import Konseling, TindakLanjut, TinjauanPerjanjian
from tera.tindak_lanjut.permissions.tindakan import dengan_penilai_kini
from tera.tindak_lanjut.services.tindakan import pembinaan, perjanjian


def tulis(instansi: Instansi, pada: dt.date) -> None:
    """Write both."""
    _konseling(instansi, pada)
    _perjanjian(instansi, pada)


def saat_hari(hari: dt.date, jam: int = 9) -> dt.datetime:
    """Return an hour of a day in the zone of the demo."""
    return clock.awal_hari(hari, "Asia/Jayapura") + dt.timedelta(hours=jam)


def _konseling(instansi: Instansi, pada: dt.date) -> None:
    """Four counsellings in four states, by an auditor trained in it and named by letter."""
    konselor = Pegawai.objects.select_related("instansi").filter(
        instansi=instansi, nama="Samuel Korwa"
    ).first()  # fmt: skip
    daftar = [
        satu
        for satu in dengan_penilai_kini(
            TindakLanjut.objects.filter(instansi=instansi, status="perbaikan").select_related(
                "pegawai__instansi", "unit"
            ),
            pada,
        ).order_by("-dibuat_pada", "pk")
        if satu.penilai_kini and konselor and satu.pegawai_id != konselor.pk  # type: ignore[attr-defined]
        and satu.penilai_kini != konselor.pk  # type: ignore[attr-defined]
    ][:4]  # fmt: skip
    if konselor is None:
        return
    for nomor, satu in enumerate(daftar):
        penilai = Pegawai.objects.select_related("instansi").get(pk=satu.penilai_kini)  # type: ignore[attr-defined]
        lalu = pada - dt.timedelta(days=5)
        with clock.jam_beku(saat_hari(lalu)):
            temu = pembinaan.jadwalkan_konseling(
                aktor=aktor_dari(penilai), tindakan=satu, pada=lalu,
                isi=pembinaan.IsiJadwalKonseling(
                    "fungsional", konselor, None, "SK konselor 12 (contoh)",
                    pada + dt.timedelta(days=3) if nomor == 0 else lalu, dt.time(9),
                    "Ruang konsultasi lantai 2",
                ),
            )  # fmt: skip
            if nomor == 3:
                pembinaan.batalkan_konseling(
                    aktor=aktor_dari(satu.pegawai), konseling=temu, pada=lalu,
                    alasan="Dijadwalkan lagi bulan depan.",
                )  # fmt: skip
            elif nomor:
                _isi_konseling(temu, konselor, lalu, lapor=nomor == 2)


def _isi_konseling(temu: Konseling, konselor: Pegawai, hari: dt.date, *, lapor: bool) -> None:
    oleh = aktor_dari(konselor)
    pembinaan.laksanakan_konseling(
        aktor=oleh, konseling=temu, tanggal=hari, pada=hari,
        masalah="Pekerjaan menumpuk menjelang akhir bulan.",
        penyebab="Belum terbiasa membagi pekerjaan per pekan.",
        pemecahan="Rencana pekanan ditulis tiap Senin dan dilihat bersama.",
        rekomendasi=["bimbingan", "pelatihan"],
        uraian_rekomendasi="Bimbingan tiap dua pekan dan pelatihan pengelolaan waktu.",
    )  # fmt: skip
    if lapor:
        pembinaan.laporkan_konseling(aktor=oleh, konseling=temu, pada=hari)


def _perjanjian(instansi: Instansi, pada: dt.date) -> None:
    """Every PPPK has an agreement; a few end soon, in each state of the review."""
    orang = list(
        Pegawai.objects.filter(instansi=instansi, status__in=["pppk", "pppk_paruh_waktu"])
        .select_related("instansi")
        .order_by("pk")
    )
    acak = random.Random("perjanjian")
    PerjanjianKerja.objects.bulk_create(
        PerjanjianKerja(
            instansi=instansi, pegawai=satu, nomor=f"800/PK/{satu.pk}",
            mulai=tambah_bulan(pada.replace(day=1), -36),
            selesai=tambah_bulan(pada, 4 + n)
            if n < 5
            else tambah_bulan(pada.replace(day=1), acak.randint(12, 40)),
        )
        for n, satu in enumerate(orang)
    )  # fmt: skip
    perjanjian.segarkan_tinjauan(instansi=instansi, pada=pada)
    pembina = Pegawai.objects.select_related("instansi").filter(
        instansi=instansi, nama="Yohanes Rumbiak"
    ).first()  # fmt: skip
    daftar = dengan_penilai_kini(
        TinjauanPerjanjian.objects.filter(instansi=instansi).select_related(
            "pegawai__instansi", "unit"
        ),
        pada,
    ).order_by("perjanjian__selesai")
    for nomor, satu in enumerate(daftar[:4]):
        if nomor == 3:
            PerjanjianKerja.objects.create(
                instansi=instansi, pegawai=satu.pegawai, nomor=f"800/PK/{satu.pk}/B",
                mulai=tambah_bulan(pada, 8), selesai=tambah_bulan(pada, 68),
            )  # fmt: skip
            perjanjian.segarkan_tinjauan(instansi=instansi, pada=pada)
        elif nomor and satu.penilai_kini and pembina:  # type: ignore[attr-defined]
            penilai = Pegawai.objects.select_related("instansi").get(pk=satu.penilai_kini)  # type: ignore[attr-defined]
            perjanjian.rekomendasikan(
                aktor=aktor_dari(penilai), tinjauan=satu, rekomendasi="perpanjangan",
                target_tercapai=True, dinilai_tim=False, pada=pada,
                alasan="Target perjanjian tercapai dan tenaganya dibutuhkan.",
            )  # fmt: skip
            if nomor == 2:
                isi = pdf_rekap(judul="Keputusan (contoh)", keterangan="800/PPK/7", baris=[])
                perjanjian.putuskan_perjanjian(
                    aktor=aktor_dari(pembina), tinjauan=satu, pada=pada,
                    isi=perjanjian.IsiPutusanPerjanjian(
                        "perpanjangan", "Sesuai rekomendasi.", "800/PPK/7", pada, "surat.pdf",
                        io.BytesIO(isi),
                    ),
                )  # fmt: skip
