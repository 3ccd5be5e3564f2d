"""The printed talent matrix, as far as its reader sees it on the page."""

from collections import defaultdict

from tera.core.aktor import Aktor
from tera.dokumen.model_talenta import KotakPeta, LaporanPeta, OrangPeta, SelPeta
from tera.regulasi.talenta import KOTAK_TALENTA
from tera.tindak_lanjut.models import KotakTalenta, PetaTalenta
from tera.tindak_lanjut.selectors.talenta.jangkauan import jangkauan
from tera.tindak_lanjut.selectors.talenta.peta import (
    hitung,
    kotak_terlihat,
    nomor_kotak,
    peta_terlihat,
)
from tera.tindak_lanjut.tampilan_talenta import aturan_kata


def laporan_peta(*, aktor: Aktor, objek_id: int) -> LaporanPeta | None:
    """Return the matrix the aktor may open, else None.

    Only a set matrix of the whole instansi is numbered: what a leader of one unit prints says so.
    """
    luas = jangkauan(aktor=aktor, pada=aktor.hari_ini)
    semua = (
        PetaTalenta.objects.filter(instansi_id=aktor.instansi_id)
        if aktor.adalah_sistem
        else peta_terlihat(aktor=aktor, jangkauan=luas)
    )
    peta = semua.select_related("instansi").filter(pk=objek_id).first()
    if peta is None:
        return None
    terlihat = kotak_terlihat(aktor=aktor, jangkauan=luas, peta=peta)
    jumlah = hitung(terlihat).kotak
    dasar = {kunci: satu.kotak for kunci, satu in KOTAK_TALENTA.terakhir.nilai.items()}
    utuh = aktor.adalah_sistem or bool(luas.peran_seluruh)
    ditetapkan = peta.status == PetaTalenta.Status.DITETAPKAN
    return LaporanPeta(
        nama_instansi=peta.instansi.nama,
        tahun=str(peta.tahun),
        tanggal=peta.ditetapkan_pada or peta.disusun_pada,
        aturan=tuple((str(label), str(isi)) for label, isi in aturan_kata(peta.aturan)),
        sel=tuple(
            tuple(SelPeta(kotak=str(nomor), jumlah=jumlah.get(nomor, 0)) for nomor in baris)
            for baris in nomor_kotak({(k.value, p.value): n for (k, p), n in dasar.items()})
        ),
        daftar_kotak=_daftar(list(terlihat.order_by("nama", "pk"))),
        catatan=_catatan(peta),
        status="" if ditetapkan and utuh else "Belum ditetapkan" if utuh else "Sebagian unit",
        belum_berlaku=not (ditetapkan and utuh),
    )


def _daftar(semua: list[KotakTalenta]) -> tuple[KotakPeta, ...]:
    """Boxes 9 to 1, then who has none; empty ones are left out."""
    per: defaultdict[str, list[KotakTalenta]] = defaultdict(list)
    for satu in semua:
        per[str(satu.kotak) if satu.kotak else satu.keadaan].append(satu)
    urut = [*(str(nomor) for nomor in range(9, 0, -1)), *KotakTalenta.Keadaan.values]
    return tuple(
        KotakPeta(
            judul=f"Kotak {kunci}" if kunci.isdecimal() else str(KotakTalenta.Keadaan(kunci).label),
            rekomendasi=tuple(per[kunci][0].rekomendasi) if kunci.isdecimal() else (),
            orang=tuple(
                OrangPeta(
                    nama=satu.nama,
                    nip=satu.nip,
                    jabatan=satu.jabatan,
                    unit=satu.nama_unit,
                    kinerja=str(satu.get_kinerja_display()) or "–",
                    potensial=str(satu.get_potensial_display()) or "–",
                )
                for satu in per[kunci]
            ),
        )
        for kunci in urut
        if per.get(kunci)
    )


def _catatan(peta: PetaTalenta) -> str:
    bagian = []
    if peta.anggota_komite:
        bagian.append(f"Komite Talenta:\n{peta.anggota_komite}\n\n{peta.catatan_komite}")
    if peta.nomor_dokumen:
        bagian.append(f"Ditetapkan {peta.nama_penetap} dengan dokumen nomor {peta.nomor_dokumen}.")
    bagian.append("Kotak menyarankan tindak lanjut dan tidak pernah mengubah predikat kinerja.")
    return "\n\n".join(bagian)
