"""What the pages show of an instansi's own texts: rows, states, where they came from."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.bimtek.forms import NAMA_TINGKAT
from tera.bimtek.isi import TINGKAT, Kasus, Kursus
from tera.bimtek.models import JenisNaskah, Naskah, StatusNaskah
from tera.bimtek.selectors.isi import baca_kasus, baca_kursus
from tera.core.models import RiwayatStatus
from tera.core.sebutan import sebutan_aksi, sebutan_pilihan
from tera.regulasi.berakhlak import IsiNilai

_NADA = {
    StatusNaskah.DRAF: "netral",
    StatusNaskah.DIAJUKAN: "peringatan",
    StatusNaskah.TERBIT: "sukses",
    StatusNaskah.DIGANTIKAN: "netral",
    StatusNaskah.DICABUT: "bahaya",
}
_BAGIAN = (
    (StatusNaskah.DIAJUKAN, gettext_lazy("Menunggu diperiksa orang kedua")),
    (StatusNaskah.DRAF, gettext_lazy("Draf Anda")),
    (StatusNaskah.TERBIT, gettext_lazy("Terbit")),
    (StatusNaskah.DICABUT, gettext_lazy("Dicabut")),
)


def baris_naskah(satu: Naskah) -> dict[str, Any]:
    """A version on the list."""
    return {
        "naskah": satu,
        "url": alamat_rute("bimtek:naskah", satu.pk),
        "jenis": sebutan_pilihan(satu, "jenis"),
        "status": sebutan_pilihan(satu, "status"),
        "nada": _NADA[StatusNaskah(satu.status)],
        "asal": satu.asal.get("instansi", ""),
    }


def bagian_naskah(daftar: Iterable[Naskah]) -> list[dict[str, Any]]:
    """The list by state: what waits first; replaced versions are reached from their successor."""
    semua = list(daftar)
    return [
        {"status": status, "judul": judul, "baris": baris}
        for status, judul in _BAGIAN
        if (baris := [baris_naskah(satu) for satu in semua if satu.status == status])
    ]


def isi_naskah(satu: Naskah) -> Kasus | Kursus:
    """The text as it will be read. Raises: IsiBimtekError: a draft that isn't complete."""
    if satu.jenis == JenisNaskah.KASUS:
        return baca_kasus(satu.isi, satu.kode, satu.versi)
    return baca_kursus(satu.isi, satu.kode, satu.versi)


def kunci_naskah(kasus: Kasus, nilai: Iterable[IsiNilai], asal: Any) -> list[dict[str, Any]]:
    """The key of the seven values, beside that of the panel where the case comes from."""
    panel = (asal.get("panel") or {}).get("tingkat")
    nama = {satu.kode: satu.nama for satu in nilai}
    return [
        {
            "nilai": nama[satu.nilai],
            "tingkat": NAMA_TINGKAT[satu.tingkat],
            "alasan": satu.alasan,
            "panel": NAMA_TINGKAT[TINGKAT[panel[n]]] if panel else "",
        }
        for n, satu in enumerate(kasus.kunci)
    ]


def riwayat_naskah(daftar: Iterable[RiwayatStatus]) -> list[dict[str, Any]]:
    """The steps of a version as a timeline shows them."""
    return [
        {
            "judul": _("Naskah %(aksi)s") % {"aksi": sebutan_aksi(satu.aksi)},
            "waktu": tulis_tanggal(satu.pada),
            "oleh": satu.nama_aktor,
            "catatan": satu.alasan,
        }
        for satu in daftar
    ]
