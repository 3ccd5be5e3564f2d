"""What the poster of a service point says: asked from the room of the voices."""

from django.conf import settings
from django.urls import reverse

from tera.core.aktor import Aktor
from tera.dokumen.model_layanan import PosterLayanan
from tera.dokumen.teks import teks_cetak
from tera.umpan_balik.selectors.layanan import hak_layanan, titik_terlihat


def poster_layanan(*, aktor: Aktor, titik_id: int) -> PosterLayanan | None:
    """Return the poster of a point that the aktor may look at, else None."""
    hak = hak_layanan(aktor=aktor)
    titik = titik_terlihat(aktor=aktor, hak=hak).filter(pk=titik_id).first()
    if titik is None:
        return None
    alamat = settings.TERA_ALAMAT + reverse("umpan_balik:skm", args=[titik.kode])
    return PosterLayanan(
        nama_instansi=titik.instansi.nama,
        unit_kerja=titik.unit.nama,
        titik=titik.nama,
        jenis_layanan=titik.jenis_layanan,
        alamat_web=f"{alamat}?k=qr",
        alamat_ketik=teks_cetak(alamat.split("//", 1)[-1], boleh_pecah=False),
        langkah=(
            "Buka kamera telepon, arahkan ke kode di atas, lalu ketuk tautannya.",
            "Jawab sembilan pertanyaan. Kurang dari semenit.",
            "Tidak punya telepon? Minta petugas membacakan pertanyaannya.",
        ),
        janji="Tanpa akun dan tanpa nama. Alamat internet dan jam mengisi tidak disimpan. "
        "Pengaduan resmi: SP4N-LAPOR!, lapor.go.id",
        ajakan="Pindai, lalu nilai pelayanan kami",
        ajakan_inggris="Scan to rate our service. English available.",
    )
