"""The certificate of practice in rating: from its record, only for the person it is about."""

from tera.antarmuka.format import tulis_angka
from tera.bimtek.models import SertifikatBimtek
from tera.bimtek.selectors.sertifikat import sertifikat_saya
from tera.core.aktor import Aktor
from tera.dokumen.model_bimtek import SertifikatCetak


def susun_sertifikat(*, aktor: Aktor, objek_id: int) -> SertifikatCetak | None:
    """Return the certificate its person may print, else None; the system checks any of its own."""
    daftar = (
        SertifikatBimtek.objects.filter(instansi_id=aktor.instansi_id)
        if aktor.adalah_sistem
        else sertifikat_saya(aktor=aktor)
    )
    satu = daftar.select_related("instansi").filter(pk=objek_id).first()
    if satu is None:
        return None
    angka = satu.angka
    return SertifikatCetak(
        nama_instansi=satu.instansi.nama,
        tempat=satu.instansi.tempat,
        nama=satu.nama_pegawai,
        nip=satu.nip,
        kursus=satu.judul_kursus,
        kasus=angka["kasus"],
        tanda=angka["tanda"],
        sama=angka["sama"],
        lebih_rendah=angka["lebih_rendah"],
        lebih_tinggi=angka["lebih_tinggi"],
        memberi_hak=satu.memberi_hak,
        kesepakatan="" if angka["kesepakatan"] is None else tulis_angka(angka["kesepakatan"], 2),
        terbit=satu.terbit_pada,
        sampai=satu.berlaku_sampai,
    )


def pemilik_sertifikat(*, objek_id: int) -> int | None:
    """Return the person a certificate is about."""
    return SertifikatBimtek.objects.filter(pk=objek_id).values_list("pegawai_id", flat=True).first()
