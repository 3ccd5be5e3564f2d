"""Criteria of a post and whether a person meets them: met, not met or unknown, with the reason.

Pure: no database. Nothing is added up into a score: the list counts what is met, and names it.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tera.antarmuka.format import tulis_tanggal
from tera.organisasi.models import JenisJabatan
from tera.regulasi.galat import RegulasiError
from tera.regulasi.golongan import JenisPegawai, baca_golongan
from tera.regulasi.kategori import Predikat
from tera.tindak_lanjut.selectors.talenta.sumber import Fakta

TERPENUHI, TIDAK, BELUM = "terpenuhi", "tidak", "belum_diketahui"
#: Rising; the order of the law of golongan and of education levels, not a judgement of people.
PENDIDIKAN = ("SD", "SMP", "SMA", "D-I", "D-II", "D-III", "D-IV/S-1", "S-2", "S-3")
_KUNCI_PENDIDIKAN = {
    "SD": 0, "SLTP": 1, "SMP": 1, "SMA": 2, "SMK": 2, "SLTA": 2, "D1": 3, "DI": 3, "D2": 4,
    "DII": 4, "D3": 5, "DIII": 5, "D4": 6, "DIV": 6, "S1": 6, "SARJANA": 6, "PROFESI": 6,
    "S2": 7, "MAGISTER": 7, "S3": 8, "DOKTOR": 8,
}  # fmt: skip
PREDIKAT_TURUN = tuple(Predikat)


@dataclass(frozen=True, slots=True)
class Kriteria:
    """What a post asks for; empty or zero asks nothing."""

    pangkat_min: str = ""
    pernah_jenis: str = ""
    pendidikan_min: str = ""
    tahun_jabatan_min: int = 0
    predikat_min: str = ""
    predikat_tahun: int = 0
    suksesi: bool = False
    capaian_min: int = 0
    pelatihan: str = ""
    tanpa_disiplin: bool = False

    @classmethod
    def dari(cls, isi: Mapping[str, Any]) -> "Kriteria":
        """Read what was kept; unknown keys of an older version fall away."""
        return cls(**{nama: isi[nama] for nama in cls.__dataclass_fields__ if nama in isi})

    def simpan(self) -> dict[str, Any]:
        """Return plain values."""
        return asdict(self)

    @property
    def ada(self) -> bool:
        """Whether anything is asked."""
        return any(nilai for nama, nilai in asdict(self).items() if nama != "predikat_tahun")


@dataclass(frozen=True, slots=True)
class FaktaOrang:
    """What is recorded of one person on a day; None where nobody knows."""

    golongan: str
    status: str
    pendidikan: str
    jabatan_sejak: dt.date
    jenis_pernah: frozenset[str]
    predikat: Mapping[int, str]
    kotak: int | None
    tahun_kotak: int | None
    capaian: int
    pelatihan: Sequence[Fakta] | None = None
    disiplin: Sequence[Fakta] | None = None


@dataclass(frozen=True, slots=True)
class Jawaban:
    """One criterion of one person: how it stands and why."""

    nama: str
    keadaan: str
    alasan: str
    url: str = ""


def tingkat_pendidikan(teks: str) -> int | None:
    """Return the level of an education as written (``S1 Akuntansi``); None when unreadable."""
    kata = teks.upper().replace("-", "").replace(".", "").replace("/", " ").split()
    for satu in (kata[0] if kata else "", "".join(kata[:2])):
        if satu in _KUNCI_PENDIDIKAN:
            return _KUNCI_PENDIDIKAN[satu]
    return None


def periksa(kriteria: Kriteria, orang: FaktaOrang, *, pada: dt.date) -> list[Jawaban]:
    """Return how each criterion that is asked stands for a person."""
    hasil = []
    if kriteria.pangkat_min:
        hasil.append(_pangkat(kriteria, orang))
    if kriteria.pernah_jenis:
        label = str(JenisJabatan(kriteria.pernah_jenis).label)
        ada = kriteria.pernah_jenis in orang.jenis_pernah
        hasil.append(
            Jawaban(
                _("Pernah menjabat %(jenis)s") % {"jenis": label},
                TERPENUHI if ada else TIDAK,
                _("Tercatat dalam riwayat penugasan")
                if ada
                else _("Tidak ada dalam riwayat penugasan di Tera"),
            )
        )
    if kriteria.pendidikan_min:
        hasil.append(_pendidikan(kriteria, orang))
    if kriteria.tahun_jabatan_min:
        lama = _tahun_penuh(orang.jabatan_sejak, pada)
        hasil.append(
            Jawaban(
                ngettext(
                    "Sedikitnya %(n)s tahun dalam jabatan kini",
                    "Sedikitnya %(n)s tahun dalam jabatan kini",
                    kriteria.tahun_jabatan_min,
                )
                % {"n": kriteria.tahun_jabatan_min},
                TERPENUHI if lama >= kriteria.tahun_jabatan_min else TIDAK,
                _("Sejak %(tanggal)s") % {"tanggal": tulis_tanggal(orang.jabatan_sejak)},
            )
        )
    if kriteria.predikat_min:
        hasil.append(_predikat(kriteria, orang, pada))
    if kriteria.suksesi:
        hasil.append(_suksesi(orang))
    if kriteria.capaian_min:
        hasil.append(
            Jawaban(
                ngettext(
                    "Sedikitnya %(n)s capaian terverifikasi",
                    "Sedikitnya %(n)s capaian terverifikasi",
                    kriteria.capaian_min,
                )
                % {"n": kriteria.capaian_min},
                TERPENUHI if orang.capaian >= kriteria.capaian_min else TIDAK,
                _("%(n)s tercatat") % {"n": orang.capaian},
            )
        )
    if kriteria.pelatihan:
        hasil.append(_pelatihan(kriteria, orang))
    if kriteria.tanpa_disiplin:
        hasil.append(_disiplin(orang))
    return hasil


def _pangkat(kriteria: Kriteria, orang: FaktaOrang) -> Jawaban:
    nama = _("Pangkat sedikitnya %(gol)s") % {"gol": kriteria.pangkat_min}
    try:
        punya = baca_golongan(orang.golongan)
        minta = baca_golongan(kriteria.pangkat_min, jenis=JenisPegawai.PNS)
    except RegulasiError:
        return Jawaban(nama, BELUM, _("Golongan belum tercatat"))
    if punya.jenis is not minta.jenis:
        return Jawaban(nama, BELUM, _("PPPK tidak punya pangkat"))
    return Jawaban(nama, TERPENUHI if punya.urutan >= minta.urutan else TIDAK, punya.sebutan)


def _pendidikan(kriteria: Kriteria, orang: FaktaOrang) -> Jawaban:
    nama = _("Pendidikan sedikitnya %(tingkat)s") % {"tingkat": kriteria.pendidikan_min}
    tingkat = tingkat_pendidikan(orang.pendidikan)
    if tingkat is None:
        return Jawaban(nama, BELUM, orang.pendidikan or _("Belum tercatat"))
    minta = PENDIDIKAN.index(kriteria.pendidikan_min)
    return Jawaban(nama, TERPENUHI if tingkat >= minta else TIDAK, orang.pendidikan)


def _predikat(kriteria: Kriteria, orang: FaktaOrang, pada: dt.date) -> Jawaban:
    n = max(1, kriteria.predikat_tahun)
    batas = PREDIKAT_TURUN.index(Predikat(kriteria.predikat_min))
    nama = ngettext(
        "Predikat sedikitnya %(predikat)s dalam %(n)s tahun terakhir",
        "Predikat sedikitnya %(predikat)s dalam %(n)s tahun terakhir",
        n,
    ) % {
        "predikat": Predikat(kriteria.predikat_min).label,
        "n": n,
    }
    tahun = range(pada.year - n, pada.year)
    alasan = ", ".join(
        f"{satu}: {Predikat(orang.predikat[satu]).label if satu in orang.predikat else '–'}"
        for satu in tahun
    )
    kurang = [
        satu
        for satu in tahun
        if satu in orang.predikat and PREDIKAT_TURUN.index(Predikat(orang.predikat[satu])) > batas
    ]
    if kurang:
        return Jawaban(nama, TIDAK, alasan)
    lengkap = all(satu in orang.predikat for satu in tahun)
    return Jawaban(nama, TERPENUHI if lengkap else BELUM, alasan)


def _suksesi(orang: FaktaOrang) -> Jawaban:
    nama = _("Kotak 7, 8, atau 9")
    if orang.kotak is None:
        return Jawaban(nama, BELUM, _("Belum ditempatkan dalam peta"))
    return Jawaban(
        nama,
        TERPENUHI if orang.kotak >= 7 else TIDAK,
        _("Kotak %(nomor)s, peta %(tahun)s") % {"nomor": orang.kotak, "tahun": orang.tahun_kotak},
    )


def _pelatihan(kriteria: Kriteria, orang: FaktaOrang) -> Jawaban:
    nama = _("Pelatihan: %(nama)s") % {"nama": kriteria.pelatihan}
    if orang.pelatihan is None:
        return Jawaban(nama, BELUM, _("Sertifikat belum tercatat di Tera"))
    cocok = [f for f in orang.pelatihan if kriteria.pelatihan.casefold() in f.teks.casefold()]
    if cocok:
        return Jawaban(nama, TERPENUHI, cocok[0].teks, cocok[0].url)
    return Jawaban(nama, BELUM, _("Tidak ada di catatan; bisa jadi belum dicatat"))


def _disiplin(orang: FaktaOrang) -> Jawaban:
    nama = _("Tidak ada catatan disiplin yang diketahui")
    if orang.disiplin is None:
        # A stricter class: each reading is logged and shown to the person, which a list can't do.
        return Jawaban(nama, BELUM, _("Dibaca satu per satu oleh yang berwenang, tidak di sini"))
    if orang.disiplin:
        return Jawaban(nama, TIDAK, _("Ada catatan; dibaca pejabat yang berwenang"))
    return Jawaban(nama, TERPENUHI, _("Tidak ada catatan"))


def _tahun_penuh(sejak: dt.date, pada: dt.date) -> int:
    return pada.year - sejak.year - ((pada.month, pada.day) < (sejak.month, sejak.day))
