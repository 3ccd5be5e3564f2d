"""The analysis in the demo: switched on by a decision of last year, run once over last year."""

import datetime as dt
import io

from tera.contoh.berkas import pdf_rekap
from tera.contoh.cerita import orang
from tera.contoh.keramaian import aktor_dari
from tera.core.aktor import Aktor
from tera.kalibrasi import services
from tera.kalibrasi.models import PengaktifanAnalisis
from tera.kalibrasi.services.jalan import kerjakan_analisis
from tera.organisasi.models import Instansi, JenisPeriode, Periode

PENGELOLA = "Citra Maharani"
NOMOR = "800.1/214/BKPSDM"
DAMPAK = (
    "Yang dibaca: tanda penilai dan atasan penilai pada tujuh nilai BerAKHLAK, dan jawaban "
    "putaran umpan balik yang tersegel. Gunanya: bahan berpikir bagi penilai.\n"
    "Risiko: saran dikira keputusan; jawaban rekan bisa ditebak pada unit kecil.\n"
    "Pencegahan: saran hanya dalam langkah 10 %, paling sedikit empat jawaban, tahun pertama untuk "
    "pembinaan saja, dan keputusan tetap pada penilai."
)


def tulis(*, instansi: Instansi, sistem: Aktor, pada: dt.date) -> None:
    """Record the decision and do one run; loading again changes nothing."""
    if PengaktifanAnalisis.objects.filter(instansi=instansi).exists():
        return
    tahun = pada.year - 1
    hari = dt.date(tahun, 11, 24)
    berkas = pdf_rekap(
        judul="Keputusan Bupati Teluk Cahaya (contoh)",
        keterangan="Pengaktifan analisis objektivitas penilaian kinerja",
        baris=(("Nomor", NOMOR), ("Berlaku sejak", f"1 Desember {tahun}")),
    )
    services.aktifkan_analisis(
        aktor=aktor_dari(orang(instansi, PENGELOLA)),
        isi=services.IsiPengaktifan(
            nomor=NOMOR,
            tanggal=dt.date(tahun, 11, 3),
            penilaian_dampak=DAMPAK,
            diumumkan_pada=dt.date(tahun, 11, 17),
            sejak=dt.date(tahun, 12, 1),
        ),
        nama_berkas="keputusan-analisis.pdf",
        isi_berkas=io.BytesIO(berkas),
        pada=hari,
    )
    periode = Periode.objects.get(instansi=instansi, tahun=tahun, jenis=JenisPeriode.TAHUNAN)
    satu = services.minta_analisis(aktor=sistem, periode=periode, pada=pada)
    kerjakan_analisis(satu.pk)
