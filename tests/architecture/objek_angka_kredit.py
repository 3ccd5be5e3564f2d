"""Objects behind the doors of angka kredit."""

import datetime as dt
import io

from angka_kredit import panggung
from pemeran import Pemeran
from tera.angka_kredit import services
from tera.angka_kredit.models import FaktaJF, KonversiPredikat, PenetapanAngkaKredit

PDF = b"%PDF-1.4\n%uji\n"


def _jf(para: Pemeran) -> int:
    panggung.jadikan_jf(para.andi)
    return para.andi.pk


def _konversi(para: Pemeran) -> KonversiPredikat:
    _jf(para)
    # One stage may ask for several objects.
    ada = KonversiPredikat.objects.filter(pegawai=para.andi, status="ditetapkan").first()
    return ada or panggung.tetapkan(para)[0]


def _fakta(para: Pemeran) -> FaktaJF:
    _jf(para)
    return services.catat_fakta(
        aktor=para.aktor(para.citra), pegawai=para.andi, jenis="uji_kompetensi", nomor="UK/1",
        tanggal=dt.date(2026, 3, 1), pada=panggung.PADA, nama_berkas="uji.pdf",
        berkas=io.BytesIO(PDF),
    )  # fmt: skip


def _pak(para: Pemeran) -> PenetapanAngkaKredit:
    masa = _konversi(para).masa
    ada = PenetapanAngkaKredit.objects.filter(masa=masa, status="disusun").first()
    return ada or services.susun_pak(
        aktor=para.aktor(para.citra), pegawai=masa.pegawai, nomor="PAK/1",
        selesai=dt.date(2025, 12, 31), pada=panggung.PADA,
    )  # fmt: skip


OBJEK = {
    "ak_jf": _jf,
    "ak_konversi": lambda para: _konversi(para).pk,
    "ak_masa": lambda para: _konversi(para).masa_id,
    "ak_fakta": lambda para: _fakta(para).pk,
    "ak_pak": lambda para: _pak(para).pk,
}
