"""What an auditor reads about groups of people: gaps, intervals, what can't be seen, how many."""

from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka
from tera.kalibrasi import kata
from tera.kalibrasi.models import PilihanAlasan
from tera.kalibrasi.services.kelompok import MUDA, TUA


def _kata() -> dict[str, tuple[str, str]]:
    """Title and name of each group, in the order of the page."""
    return {
        "perempuan": (_("Perempuan dibanding laki-laki"), _("perempuan")),
        "muda": (
            _("Usia di bawah %(n)s tahun dibanding yang lain") % {"n": MUDA},
            _("pegawai di bawah %(n)s tahun") % {"n": MUDA},
        ),
        "tua": (
            _("Usia %(n)s tahun ke atas dibanding yang lain") % {"n": TUA},
            _("pegawai %(n)s tahun ke atas") % {"n": TUA},
        ),
        "pppk": (_("PPPK dibanding PNS"), _("PPPK")),
        "struktural": (
            _("JPT, administrator, dan pengawas dibanding yang lain"),
            _("JPT, administrator, dan pengawas"),
        ),
        "fungsional": (
            _("Jabatan fungsional dibanding yang lain"),
            _("pejabat fungsional"),
        ),
        "pelaksana": (_("Pelaksana dibanding yang lain"), _("pelaksana")),
    }


def konteks_kelompok(ringkasan: dict[str, Any]) -> dict[str, Any]:
    """Every comparison that was looked at: those with a sentence, and those that can't be made."""
    kontras: dict[str, Any] = ringkasan.get("kontras", {})
    bisa, tidak = [], []
    dibandingkan = [satu for satu in kontras.values() if satu.get("selisih") is not None]
    for nama, (judul, sebutan) in _kata().items():
        isi = kontras.get(nama)
        if isi is None:
            continue
        if isi.get("selisih") is None:
            tidak.append({"judul": judul, "sebab": kata.sebut_alasan(isi["alasan"])})
            continue
        kalimat = sebut_kontras(isi, sebutan, len(dibandingkan))
        bisa.append({"judul": judul, "kalimat": kalimat})
    return {
        "kontras": bisa,
        "kontras_tidak": tidak,
        "kontras_sebab": tidak[0]["sebab"] if tidak else "",
        "kontras_dilihat": len(kontras),
        "kontras_bisa": len(bisa),
        "kontras_terlihat": _seperseratus(max(satu["terlihat"] for satu in dibandingkan))
        if dibandingkan
        else "",
    }


def sebut_kontras(isi: dict[str, Any], kelompok: str, banyak: int) -> str:
    """Return the gap of one group with its interval, and whether it stands among ``banyak``."""
    if isi.get("selisih") is None:
        return kata.sebut_alasan(isi.get("alasan", PilihanAlasan.TANPA_KELOMPOK))
    dasar = _("dari %(n)s dan %(m)s orang") % {"n": isi["jumlah"], "m": isi["lain"]}
    if isi["bawah"] <= 0 <= isi["atas"]:
        return _(
            "Tidak tampak selisih untuk %(kelompok)s (95 %%: %(satu)s sampai %(dua)s simpangan "
            "baku), %(dasar)s."
        ) % {
            "kelompok": kelompok,
            "satu": _seperseratus(isi["bawah"]),
            "dua": _seperseratus(isi["atas"]),
            "dasar": dasar,
        }
    if isi["selisih"] < 0:
        teks = _(
            "Atasan menilai %(kelompok)s lebih rendah %(nilai)s simpangan baku daripada penilai "
            "lain menilai orang yang sama (95 %%: %(satu)s sampai %(dua)s), %(dasar)s."
        )
    else:
        teks = _(
            "Atasan menilai %(kelompok)s lebih tinggi %(nilai)s simpangan baku daripada penilai "
            "lain menilai orang yang sama (95 %%: %(satu)s sampai %(dua)s), %(dasar)s."
        )
    kecil, besar = sorted((abs(isi["bawah"]), abs(isi["atas"])))
    kalimat = teks % {
        "kelompok": kelompok,
        "nilai": _seperseratus(abs(isi["selisih"])),
        "satu": _seperseratus(kecil),
        "dua": _seperseratus(besar),
        "dasar": dasar,
    }
    if isi.get("tampak", True):
        sesudah = _("Tetap tampak sesudah dikoreksi untuk %(m)s perbandingan.")
    else:
        sesudah = _(
            "Di antara %(m)s perbandingan, selisih sebesar ini masih bisa muncul kebetulan."
        )
    return f"{kalimat} {sesudah % {'m': banyak}}"


def _seperseratus(nilai: int) -> str:
    return tulis_angka(nilai / 100, 2)
