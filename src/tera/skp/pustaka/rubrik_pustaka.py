"""Default rubrik: observable criteria per level of hasil kerja and of each BerAKHLAK value.

The regulation knows three levels and no written criteria; these are a proposal (`sifat` says so)
that an instansi copies, changes and dates. Names of the values: SE MenPANRB 20/2021.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tera.skp.pustaka.toml_data import FOLDER, PustakaError, Rekaman, baca_toml

TINGKAT = ("di_atas", "sesuai", "di_bawah")
UNSUR = ("hasil_kerja", "BP", "AKU", "KOM", "HAR", "LOY", "ADA", "KOL")
JUMLAH_CONTOH = 2


@dataclass(frozen=True, slots=True)
class Kriteria:
    """What one level of one unsur looks like: `uraian` observable, `contoh` two pieces of conduct.

    `kode` is `<unsur>.<tingkat>`, for example `BP.sesuai`, and stays the same between versions.
    """

    kode: str
    unsur: str
    tingkat: str
    uraian: tuple[str, ...]
    contoh: tuple[str, ...]


@dataclass(frozen=True)
class Rubrik:
    """A complete rubrik with its version; store `versi` and `kode` with the rating."""

    versi: str
    sifat: str
    daftar_kriteria: tuple[Kriteria, ...]

    def kriteria(self, unsur: str, tingkat: str) -> Kriteria:
        """The criteria of one unsur (`hasil_kerja` or a BerAKHLAK kode) at one tingkat."""
        for kriteria in self.daftar_kriteria:
            if (kriteria.unsur, kriteria.tingkat) == (unsur, tingkat):
                return kriteria
        raise PustakaError(
            f"Rubrik {self.versi} tidak memuat {unsur}.{tingkat}. "
            f"Unsur: {', '.join(UNSUR)}. Tingkat: {', '.join(TINGKAT)}."
        )


def _kriteria_dari(rekaman: Rekaman) -> Kriteria:
    rekaman.boleh("kode", "unsur", "tingkat", "uraian", "contoh")
    unsur, tingkat = rekaman.pilihan("unsur", UNSUR), rekaman.pilihan("tingkat", TINGKAT)
    kode = rekaman.teks("kode")
    if kode != f"{unsur}.{tingkat}":
        raise PustakaError(f"{rekaman.asal}: kode {kode!r} harus {unsur}.{tingkat}.")
    return Kriteria(
        kode=kode,
        unsur=unsur,
        tingkat=tingkat,
        uraian=rekaman.daftar_teks("uraian", minimal=2),
        contoh=rekaman.daftar_teks("contoh", minimal=JUMLAH_CONTOH),
    )


def muat_rubrik(berkas: Path) -> Rubrik:
    """A rubrik file, refused unless every unsur has each level exactly once."""
    data = baca_toml(berkas)
    data.boleh("versi", "sifat", "kriteria")
    kriteria = tuple(_kriteria_dari(r) for r in data.daftar_rekaman("kriteria"))
    ada = [k.kode for k in kriteria]
    wajib = [f"{u}.{t}" for u in UNSUR for t in TINGKAT]
    kurang = [k for k in wajib if k not in ada]
    kembar = sorted({k for k in ada if ada.count(k) > 1})
    if kurang or kembar:
        raise PustakaError(
            f"{berkas.name}: kurang {', '.join(kurang) or '-'}; ganda {', '.join(kembar) or '-'}."
        )
    return Rubrik(versi=data.teks("versi"), sifat=data.teks("sifat"), daftar_kriteria=kriteria)


@cache
def rubrik_bawaan() -> Rubrik:
    """The rubrik shipped with Tera: 24 criteria, a proposal and not a regulation."""
    return muat_rubrik(FOLDER / "rubrik.toml")
