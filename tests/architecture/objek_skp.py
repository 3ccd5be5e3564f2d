"""Objects behind the doors of the work plan; asking twice gives the same object."""

from pemeran import Pemeran
from skp import alat
from tera.organisasi.models import Pegawai
from tera.organisasi.services.penilai import segarkan_penilai
from tera.skp import services
from tera.skp.models import SKP


def _ada(pegawai: Pegawai, status: str, versi: int = 1) -> SKP | None:
    return SKP.objects.filter(pegawai=pegawai, status=status, versi=versi).first()


def _segarkan(para: Pemeran) -> None:
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=alat.AWAL)


def draf_andi(para: Pemeran) -> SKP:
    _segarkan(para)
    return _ada(para.andi, "draf") or alat.draf_isi(para, para.andi)


def diajukan_andi(para: Pemeran) -> SKP:
    _segarkan(para)
    return _ada(para.andi, "diajukan") or alat.diajukan(para, para.andi)


def ditetapkan_andi(para: Pemeran) -> SKP:
    _segarkan(para)
    return _ada(para.andi, "ditetapkan") or alat.ditetapkan(para, para.andi)


def ditetapkan_budi(para: Pemeran) -> SKP:
    _segarkan(para)
    return _ada(para.budi, "ditetapkan") or alat.ditetapkan(para, para.budi)


def versi_dua_andi(para: Pemeran) -> SKP:
    skp = ditetapkan_andi(para)
    return _ada(para.andi, "draf", 2) or services.versi_baru(
        aktor=para.aktor(para.andi), skp=skp, alasan="berubah", pada=alat.JANUARI
    )


OBJEK = {
    "skp_andi": lambda para: draf_andi(para).pk,
    "skp_andi_diajukan": lambda para: diajukan_andi(para).pk,
    "skp_andi_ditetapkan": lambda para: ditetapkan_andi(para).pk,
    "skp_andi_versi_dua": lambda para: versi_dua_andi(para).pk,
    "rhk_andi": lambda para: draf_andi(para).daftar_rhk.get().pk,
    "skp_budi": lambda para: ditetapkan_budi(para).pk,
    "rhk_budi": lambda para: ditetapkan_budi(para).daftar_rhk.get().pk,
    "penugasan_andi_skp": lambda para: para.penugasan(para.andi).pk,
    "unit_bidang_skp": lambda para: para.bidang.pk,
}
