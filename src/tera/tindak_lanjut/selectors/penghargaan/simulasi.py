"""What the person's month would be with another predikat or attendance: computed, never kept."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from tera.regulasi.kategori import Predikat
from tera.regulasi.tunjangan import FaktorTunjangan, bulatkan_rupiah, faktor_tunjangan
from tera.tindak_lanjut.models import AturanTunjangan
from tera.tindak_lanjut.selectors.penghargaan.tunjangan import (
    PERSEN,
    SATU,
    FaktorOrang,
    sebagai_hukum,
)


@dataclass(frozen=True, slots=True)
class Seandainya:
    """The amount with the typed pagu: as it would be, and as it is now if that is known."""

    jumlah: Decimal
    jumlah_kini: Decimal | None
    rincian: FaktorTunjangan


def seandainya(
    *,
    aturan: AturanTunjangan,
    kini: FaktorOrang,
    bulan: dt.date,
    pagu: Decimal,
    predikat: str,
    potongan_kehadiran: Decimal | None,
) -> Seandainya:
    """Return the what-if: an unknown predikat is taken as Baik, unknown work as whole.

    The page says so.
    """
    rumus = sebagai_hukum(aturan, bulan)
    tersebut = Predikat(predikat) if predikat else _predikat_kini(kini)
    rincian = faktor_tunjangan(
        aturan=rumus,
        predikat=tersebut,
        capaian=SATU if kini.capaian is None else kini.capaian,
        potongan_kehadiran=kini.potongan_kehadiran
        if potongan_kehadiran is None
        else potongan_kehadiran / PERSEN,
        cpns=kini.cpns,
        hukdis_sedang=kini.hukdis,
        laporan_tidak_sesuai=kini.laporan or 0,
        tanpa_laporan=kini.tanpa_laporan,
    )
    return Seandainya(
        jumlah=bulatkan_rupiah(pagu * rincian.faktor, rumus.pembulatan),
        jumlah_kini=None
        if kini.rincian is None
        else bulatkan_rupiah(pagu * kini.rincian.faktor, rumus.pembulatan),
        rincian=rincian,
    )


def _predikat_kini(kini: FaktorOrang) -> Predikat:
    return next((satu for satu in Predikat if satu.label == kini.predikat), Predikat.BAIK)
