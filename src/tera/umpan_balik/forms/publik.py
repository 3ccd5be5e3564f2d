"""What a citizen's form brings: read by hand, since the page is written by hand and small."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from tera.umpan_balik.models import KOLOM_UNSUR, Kanal, MasukanMasyarakat
from tera.umpan_balik.publik_saringan import PANJANG_TEKS
from tera.umpan_balik.services.publik import IsiMasukan

PANJANG_NAMA = 80


@dataclass(slots=True)
class FormWarga:
    """The nine answers and the text as sent; ``galat`` names what must be filled or shortened."""

    nilai: dict[str, int] = field(default_factory=dict)
    teks: str = ""
    tentang: str = MasukanMasyarakat.Tentang.LAYANAN.value
    nama_petugas: str = ""
    kanal: str = Kanal.TAUTAN.value
    galat: dict[str, str] = field(default_factory=dict)

    @property
    def masukan(self) -> IsiMasukan:
        """The text as the service takes it."""
        return IsiMasukan(self.teks, self.tentang, self.nama_petugas)

    @property
    def urutan_nilai(self) -> list[int]:
        """The nine numbers in the order of the unsur."""
        return [self.nilai[kolom] for kolom in KOLOM_UNSUR]


def baca_kanal(teks: str) -> str:
    """Return the channel an address names; unknown words mean a link."""
    return teks if teks in Kanal.values else Kanal.TAUTAN.value


def baca_jawaban(data: Mapping[str, str]) -> FormWarga:
    """Read the survey form: all nine unsur, the text only if one likes."""
    form = baca_masukan(data)
    for kolom in KOLOM_UNSUR:
        teks = data.get(kolom, "")
        if teks in {"1", "2", "3", "4"}:
            form.nilai[kolom] = int(teks)
        else:
            form.galat[kolom] = _("Pilih salah satu.")
    return form


def baca_masukan(data: Mapping[str, str], *, wajib: bool = False) -> FormWarga:
    """Read the text of a form; ``wajib``: without text there is nothing to send."""
    form = FormWarga(
        teks=data.get("teks", "").strip(),
        nama_petugas=data.get("nama_petugas", "").strip(),
        kanal=baca_kanal(data.get("kanal", "")),
    )
    if data.get("tentang") in MasukanMasyarakat.Tentang.values:
        form.tentang = data["tentang"]
    if wajib and not form.teks:
        form.galat["teks"] = _("Tulis dulu masukan Anda.")
    if len(form.teks) > PANJANG_TEKS:
        form.galat["teks"] = _(
            "Tulisan ini %(n)s huruf, paling banyak %(batas)s. Ringkas dulu."
        ) % {"n": len(form.teks), "batas": PANJANG_TEKS}
    if len(form.nama_petugas) > PANJANG_NAMA:
        form.galat["nama_petugas"] = _("Nama paling banyak %(batas)s huruf.") % {
            "batas": PANJANG_NAMA
        }
    return form
