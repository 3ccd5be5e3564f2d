"""A person's printed record: asked from the print that was written down, never made anew."""

import datetime as dt

from django.db.models import Q

from tera.core.aktor import Aktor
from tera.dokumen.model import Identitas
from tera.dokumen.model_karier import BagianKarier, BerkasKarier
from tera.tindak_lanjut.models import PembacaanTalenta

TIDAK_DIMUAT = (
    "Tidak dimuat: jawaban perorangan umpan balik 360 derajat, catatan konseling, alasan tidak "
    "masuk kerja, dan hukuman disiplin. Cetakan ini tercatat dan tampak bagi orangnya."
)


def berkas_karier(*, aktor: Aktor, objek_id: int) -> BerkasKarier | None:
    """Return a print for who made it or whom it is about, else None."""
    terlihat = PembacaanTalenta.objects.filter(
        pk=objek_id, instansi_id=aktor.instansi_id, hal=PembacaanTalenta.Hal.CETAKAN
    )
    if not aktor.adalah_sistem:
        saya = aktor.pegawai_id or 0
        terlihat = terlihat.filter(Q(pembaca_id=saya) | Q(pegawai_id=saya))
    baris = terlihat.first()
    if baris is None:
        return None
    isi = baris.rekaman
    orang = isi["pegawai"]
    return BerkasKarier(
        nama_instansi=isi["instansi"],
        pegawai=Identitas(
            nama=orang["nama"],
            nip=orang["nip"] or None,
            pangkat=orang["pangkat"],
            jabatan=orang["jabatan"],
            unit_kerja=orang["unit_kerja"],
            instansi=orang["instansi"],
        ),
        keperluan=isi["keperluan"],
        untuk=isi["untuk"],
        tanggal=dt.date.fromisoformat(isi["tanggal"]),
        bagian=tuple(
            BagianKarier(
                judul=satu["judul"],
                kolom=tuple(satu["kolom"]),
                baris=tuple(tuple(sel) for sel in satu["baris"]),
                catatan=satu["catatan"],
            )
            for satu in isi["bagian"]
        ),
        tidak_dimuat=TIDAK_DIMUAT,
    )


def pemilik_berkas_karier(objek_id: int) -> int | None:
    """Return whom a print is about."""
    return PembacaanTalenta.objects.filter(pk=objek_id).values_list("pegawai_id", flat=True).first()
