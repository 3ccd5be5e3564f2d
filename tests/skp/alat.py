"""Shared set-up of the SKP tests: the cast with raters, a complete plan, short acts."""

import datetime as dt

from pemeran import AWAL, Pemeran, buat_pemeran
from tera.core.workflow import HasilLangkah
from tera.organisasi.models import Pegawai
from tera.organisasi.services.penilai import segarkan_penilai
from tera.skp import services
from tera.skp.isi import IsiIndikator, IsiRHK, IsiSKP, isi_dari
from tera.skp.models import SKP

JANUARI = dt.date(2026, 1, 12)


def siapkan() -> Pemeran:
    """The cast, with who rates whom."""
    para = buat_pemeran()
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=AWAL)
    return para


def draf(para: Pemeran, pegawai: Pegawai, *, tahun: int = 2026, pada: dt.date = JANUARI) -> SKP:
    """An empty draft of ``pegawai``."""
    return services.buat_skp(
        aktor=para.aktor(pegawai),
        penugasan=para.penugasan(pegawai),
        tahun=tahun,
        pendekatan="kuantitatif",
        pada=pada,
    )


def isi_lengkap(
    teks: str = "Tersedianya data kependudukan yang mutakhir", **bidang: object
) -> IsiSKP:
    """One complete utama row; ``bidang`` changes the row."""
    rhk = {
        "teks": teks,
        "daftar_indikator": (
            IsiIndikator(teks="Jumlah berkas selesai", target="100 berkas", aspek="kuantitas"),
        ),
    } | bidang
    return IsiSKP(daftar_rhk=(IsiRHK(**rhk),))  # type: ignore[arg-type]


def simpan(para: Pemeran, skp: SKP, isi: IsiSKP, *, pada: dt.date = JANUARI) -> SKP:
    """Save by the owner from the newest page."""
    skp.refresh_from_db()
    return services.simpan_isi(
        aktor=para.aktor(skp.pegawai), skp=skp, revisi=skp.revisi, isi=isi, pada=pada
    )


def draf_isi(para: Pemeran, pegawai: Pegawai, **bidang: object) -> SKP:
    """A draft with one complete row."""
    if pegawai in (para.fajar,):
        bidang = {"perspektif": "proses_bisnis"} | bidang
    return simpan(para, draf(para, pegawai), isi_lengkap(**bidang))  # type: ignore[arg-type]


def diajukan(para: Pemeran, pegawai: Pegawai, *, pada: dt.date = JANUARI, **bidang: object) -> SKP:
    """A sent plan."""
    skp = draf_isi(para, pegawai, **bidang)
    services.ajukan_skp(aktor=para.aktor(pegawai), skp=skp, pada=pada)
    return skp


def ditetapkan(
    para: Pemeran, pegawai: Pegawai, *, pada: dt.date = JANUARI, **bidang: object
) -> SKP:
    """A set plan."""
    skp = diajukan(para, pegawai, **bidang)
    tetapkan(para, skp, pada=pada)
    return skp


def tetapkan(para: Pemeran, skp: SKP, *, pada: dt.date = JANUARI) -> HasilLangkah:
    """Set by its rater."""
    assert skp.penilai is not None
    return services.tetapkan_skp(aktor=para.aktor(skp.penilai), skp=skp, pada=pada)


def teks_rhk(skp: SKP) -> list[str]:
    """The RHK texts as stored, in the order of the form."""
    return [rhk.teks for rhk in isi_dari(SKP.objects.get(pk=skp.pk)).daftar_rhk]
