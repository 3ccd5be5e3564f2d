"""What somebody brings into a JF from another post, computed from the results that are kept.

The law converts the predikat of the last golongan and adds the AK dasar; with the highest pangkat
of the jabatan administrasi only the last three years. Months before the method began, and years
without a final result, are named instead of being counted as 0.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tera.evaluasi.selectors.hasil import HasilPredikat, hasil_final
from tera.organisasi.models import JenisPeriode, Pegawai
from tera.regulasi.akumulasi import MasaPredikat
from tera.regulasi.galat import RegulasiError
from tera.regulasi.kategori import Jenjang, Predikat
from tera.regulasi.kenaikan import tambah_tahun
from tera.regulasi.masa_jf import TAHUN_PERPINDAHAN, Perpindahan, ak_perpindahan

#: Conversion begins here.
TAHUN_PERTAMA = 2023


@dataclass(frozen=True, slots=True)
class HitunganPerpindahan:
    """The computation, or why there is none.

    Attributes:
        hasil: None where the law has no answer (``sebab`` says why, in Indonesian).
        tmt_golongan: since when the golongan is held; tertinggi: the three-year rule was applied.
        hilang: years of the time that have no final result. sebelum: first day of earlier months
            that the method doesn't know, or None.
    """

    hasil: Perpindahan | None
    sebab: str
    tmt_golongan: dt.date
    tertinggi: bool
    hilang: tuple[int, ...]
    sebelum: dt.date | None

    def rekaman(self) -> dict[str, Any]:
        """The computation as it is kept with the jenjang: amounts as text."""
        isi: dict[str, Any] = {
            "tmt_golongan": self.tmt_golongan.isoformat(),
            "tertinggi": self.tertinggi,
            "hilang": list(self.hilang),
            "sebelum": self.sebelum.isoformat() if self.sebelum else "",
            "sebab": self.sebab,
        }
        if self.hasil is None:
            return isi
        return isi | {
            "ak_dasar": str(self.hasil.ak_dasar),
            "konversi": str(self.hasil.konversi),
            "jumlah": str(self.hasil.nilai),
            "baris": [
                {
                    "tahun": satu.masa.tahun,
                    "bulan_mulai": satu.masa.bulan_mulai,
                    "bulan_selesai": satu.masa.bulan_selesai,
                    "predikat": satu.masa.predikat.value,
                    "persentase": str(satu.konversi.persentase),
                    "koefisien": str(satu.konversi.koefisien),
                    "nilai": str(satu.konversi.nilai),
                }
                for satu in self.hasil.bagian
            ],
            "hukum": [
                {"peraturan": satu.peraturan, "letak": satu.letak, "mutu": satu.mutu.value}
                for satu in self.hasil.dasar
            ],
        }


def hitung_perpindahan(
    *,
    pegawai: Pegawai,
    jenjang: str,
    golongan: str,
    tmt_golongan: dt.date,
    mulai: dt.date,
    tertinggi: bool,
) -> HitunganPerpindahan:
    """Return what ``pegawai`` brings into ``jenjang`` on ``mulai``: two queries.

    ``tertinggi``: the golongan is the highest of the jabatan administrasi left.
    """
    batas = TAHUN_PERPINDAHAN.pada(max(mulai, dt.date(TAHUN_PERTAMA, 1, 1))).nilai
    # "More than three years": at exactly three nothing is cut off anyway.
    tertinggi = tertinggi and tambah_tahun(tmt_golongan, batas) < mulai
    awal = _bulan_pertama(tmt_golongan)
    dihitung = max(awal, dt.date(TAHUN_PERTAMA, 1, 1))
    baris: list[MasaPredikat] = []
    hilang: list[int] = []
    hasil = hasil_final(
        instansi_id=pegawai.instansi_id,
        dari_tahun=dihitung.year,
        sampai_tahun=mulai.year,
        pegawai=[pegawai.pk],
    )
    tahunan = [satu for satu in hasil if satu.jenis == JenisPeriode.TAHUNAN]
    akhir = mulai - dt.timedelta(days=1)
    daftar_tahun = [th for th in range(dihitung.year, mulai.year + 1) if dihitung <= akhir]
    # The year of the move counts where its result exists; its absence withholds nothing.
    penuh = [th for th in daftar_tahun if th < mulai.year]
    if tertinggi:
        penuh = penuh[-batas:]
    for tahun in daftar_tahun:
        satu_tahun = _baris(tahunan, tahun, dihitung, mulai)
        if not satu_tahun and tahun in penuh:
            hilang.append(tahun)
        baris += satu_tahun
    jawaban: Perpindahan | None = None
    sebab = ""
    try:
        jawaban = ak_perpindahan(
            jenjang=Jenjang(jenjang),
            golongan=golongan,
            baris=baris,
            pangkat_tertinggi=tertinggi,
            pada=max(mulai, dt.date(TAHUN_PERTAMA, 1, 1)),
        )
    except RegulasiError as galat:
        sebab = galat.pesan
    lampau = awal < dihitung and not (tertinggi and len(penuh) >= batas)
    return HitunganPerpindahan(
        hasil=jawaban,
        sebab=sebab,
        tmt_golongan=tmt_golongan,
        tertinggi=tertinggi,
        hilang=tuple(hilang),
        sebelum=awal if lampau else None,
    )


def _baris(
    tahunan: list[HasilPredikat], tahun: int, dihitung: dt.date, mulai: dt.date
) -> list[MasaPredikat]:
    """The months of a year between the golongan and the move, each by its last yearly result."""
    per_bulan: dict[int, str] = {}
    for satu in tahunan:
        if satu.tahun == tahun:
            for bulan in range(satu.bulan_mulai, satu.bulan_selesai + 1):
                if dihitung <= dt.date(tahun, bulan, 1) < mulai.replace(day=1):
                    per_bulan[bulan] = satu.predikat
    ruas: list[MasaPredikat] = []
    for bulan in sorted(per_bulan):
        kata = Predikat(per_bulan[bulan])
        if ruas and ruas[-1].bulan_selesai == bulan - 1 and ruas[-1].predikat is kata:
            ruas[-1] = MasaPredikat(tahun, ruas[-1].bulan_mulai, bulan, kata)
        else:
            ruas.append(MasaPredikat(tahun, bulan, bulan, kata))
    return ruas


def _bulan_pertama(hari: dt.date) -> dt.date:
    if hari.day == 1:
        return hari
    return dt.date(hari.year + hari.month // 12, hari.month % 12 + 1, 1)


def jumlah_sama(hitungan: HitunganPerpindahan, dasar: Decimal, konversi: Decimal) -> bool:
    """Whether the letter says what was computed."""
    hasil = hitungan.hasil
    return hasil is not None and (hasil.ak_dasar, hasil.konversi) == (dasar, konversi)
