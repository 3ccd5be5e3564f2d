"""The public page of an OPD: whole percents, and why something isn't shown."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka, tulis_persen
from tera.dasbor.selectors.publik import HalamanOPD
from tera.dasbor.tampilan import nama_level


def konteks_opd(halaman: HalamanOPD, *, kode: str, aturan: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the page shows."""
    ikm = halaman.total.ikm
    return {
        "halaman": halaman,
        "kode": kode,
        "tahun": halaman.pilihan.tahun,
        "daftar_tahun": halaman.pilihan.daftar_tahun,
        "level": nama_level(halaman.total.level),
        "ikm": tulis_angka(ikm.hasil.nilai, 2) if ikm.hasil else "",
        "mutu": ikm.hasil.mutu if ikm.hasil else "",
        "angka": [
            (label, tulis_persen(nilai, 0))
            for label, nilai in (
                (_("Rencana kinerja pegawai ditetapkan"), halaman.skp),
                (_("Target yang dilaporkan tercapai"), halaman.tercapai),
                (_("Hasil kinerja pegawai ditetapkan"), halaman.evaluasi),
            )
            if nilai is not None
        ],
        "minimum": aturan["dasbor.publik_n_minimum"],
        "minimum_warga": aturan["publik.n_minimum"],
    }
