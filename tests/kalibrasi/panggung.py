"""The stage of the analysis: Citra records the PPK's decision; Budi and Fajar mark Andi."""

import datetime as dt
import io
from dataclasses import replace
from itertools import count

from evaluasi import panggung
from pemeran import Pemeran
from tera.core.aktor import Aktor, ModePetugas
from tera.evaluasi.models import CatatanKerja, Evaluasi
from tera.kalibrasi import services
from tera.kalibrasi.models import Analisis, PengaktifanAnalisis, SaranPegawai
from tera.kalibrasi.services.jalan import kerjakan_analisis

PADA = panggung.PADA
KODE = ("BP", "AKU", "KOM", "HAR", "LOY", "ADA", "KOL")
SAAT = dt.datetime(2026, 11, 19, 3, tzinfo=dt.UTC)
_urut = count(1)


def aktifkan(para: Pemeran, sejak: dt.date = dt.date(2026, 11, 2)) -> PengaktifanAnalisis:
    """Citra records the decision."""
    return services.aktifkan_analisis(
        aktor=para.aktor(para.citra),
        isi=services.IsiPengaktifan(
            nomor="800/17/2026",
            tanggal=dt.date(2026, 10, 1),
            penilaian_dampak="Dibaca: tanda dan jawaban. Risiko: dikira penilaian mesin.",
            diumumkan_pada=dt.date(2026, 10, 15),
            sejak=sejak,
        ),
        nama_berkas="keputusan.pdf",
        isi_berkas=io.BytesIO(b"%PDF-1.7 keputusan" + str(next(_urut)).encode()),
        pada=PADA,
    )


def petugas(para: Pemeran) -> Aktor:
    """Citra in mode petugas."""
    return replace(
        para.aktor(para.citra),
        mode_petugas=ModePetugas(1, "uji", dt.datetime(2026, 11, 21, tzinfo=dt.UTC)),
    )


def tandai(para: Pemeran, evaluasi: Evaluasi, oleh: str, level: str) -> None:
    """Seven marks of one level."""
    siapa = para.budi if oleh == "penilai" else para.fajar
    CatatanKerja.objects.bulk_create(
        CatatanKerja(
            evaluasi=evaluasi, oleh=oleh, unsur="perilaku", kunci=kode, level=level,
            penanda=siapa, ditandai_at=SAAT,
        )
        for kode in KODE
    )  # fmt: skip


def jalankan(para: Pemeran) -> Analisis:
    """Citra asks for a run over the year, and the worker does it."""
    satu = services.minta_analisis(aktor=petugas(para), periode=para.periode, pada=PADA)
    kerjakan_analisis(satu.pk)
    satu.refresh_from_db()
    return satu


def beri_pita(
    analisis: Analisis, evaluasi: Evaluasi, pita: tuple[int, int, int], tanya: tuple[int, ...] = ()
) -> SaranPegawai:
    """As if the evidence had been enough: the small cast can't carry it."""
    satu, _baru = SaranPegawai.objects.update_or_create(
        evaluasi=evaluasi,
        defaults={
            "analisis": analisis, "alasan": "cukup", "pita_di_bawah": pita[0],
            "pita_sesuai": pita[1], "pita_di_atas": pita[2], "tanya_alasan": list(tanya),
        },
    )  # fmt: skip
    return satu
