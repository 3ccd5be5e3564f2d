"""What a policy key is: its words, type, default, range, and how certain its source is."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Mutu = Literal["sekunder", "ingatan", "internal"]
Tipe = Literal["bool", "int", "pilihan", "desimal"]
Teks = str | Promise

NAMA_MUTU: dict[str, Teks] = {
    "sekunder": _("Sumber sekunder"),
    "ingatan": _("Belum terkonfirmasi"),
    "internal": _("Pilihan instansi"),
}
NAMA_RUANG: dict[str, Teks] = {
    "skp": _("SKP"),
    "organisasi": _("Penilai"),
    "akun": _("Akun dan mode petugas"),
    "impor": _("Impor data"),
    "pelaksanaan": _("Pelaksanaan"),
    "umpan_balik": _("Umpan balik dan suara masyarakat"),
    "evaluasi": _("Evaluasi kinerja"),
    "keberatan": _("Keberatan"),
    "dialog": _("Dialog kinerja"),
    "tindak_lanjut": _("Tindak lanjut"),
    "notifikasi": _("Notifikasi"),
    "talenta": _("Talenta dan karier"),
    "pengembangan": _("Pengembangan kompetensi"),
    "dasbor": _("Dasbor"),
    "kalibrasi": _("Kalibrasi"),
    "bimtek": _("Bimtek"),
}


@dataclass(frozen=True, slots=True)
class KunciKebijakan:
    """One policy key.

    Attributes:
        kode: stable name, ``room.what``.
        judul, penjelasan: what the page says (Indonesian).
        tipe: ``bool``, ``int``, ``pilihan`` (a word of ``pilihan``) or ``desimal``.
        bawaan: shipped default, of that type.
        mutu, sumber: how certain the rule behind the default is, and where it was read.
        ruang: the room that asks for it, key of ``NAMA_RUANG``.
        rentang: lowest and highest allowed number, both inclusive.
        satuan: unit shown behind a number.
        tampil: whether the page offers it; False while the room that obeys it isn't installed.
    """

    kode: str
    judul: Teks
    penjelasan: Teks
    tipe: Tipe
    bawaan: Any
    mutu: Mutu
    sumber: Teks
    ruang: str
    pilihan: tuple[tuple[str, Teks], ...] = ()
    rentang: tuple[int | Decimal, int | Decimal] | None = None
    satuan: Teks = ""
    tampil: bool = True

    def __post_init__(self) -> None:
        if self.mutu not in NAMA_MUTU:
            raise ValueError(
                f"{self.kode}: mutu {self.mutu!r} tidak boleh menjadi kebijakan; "
                "aturan yang pasti tinggal di tera.regulasi"
            )
        if self.ruang not in NAMA_RUANG:
            raise ValueError(f"{self.kode}: ruang {self.ruang!r} tidak dikenal")
        if self.tipe in {"int", "desimal"} and self.rentang is None:
            raise ValueError(f"{self.kode}: angka tanpa rentang")
        if self.rentang and not self.rentang[0] <= self.bawaan <= self.rentang[1]:
            raise ValueError(f"{self.kode}: bawaan di luar rentang")
        if self.tipe == "pilihan" and self.bawaan not in dict(self.pilihan):
            raise ValueError(f"{self.kode}: bawaan bukan salah satu pilihan")

    @property
    def nama_mutu(self) -> Teks:
        """The certainty in words."""
        return NAMA_MUTU[self.mutu]

    @property
    def belum_pasti(self) -> bool:
        """Whether the page must say that nobody has confirmed the rule behind the default."""
        return self.mutu == "ingatan"
