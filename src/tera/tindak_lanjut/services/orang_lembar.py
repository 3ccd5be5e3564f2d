"""The people a sheet names: found by NIP at once, with who of them the officer serves."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError
from tera.organisasi.models import Pegawai
from tera.organisasi.permissions import jangkauan_petugas
from tera.organisasi.selectors import unit_utama

POTONG = 500


@dataclass(frozen=True, slots=True)
class OrangLembar:
    """People by NIP, and the keys of those in the officer's units."""

    per_nip: dict[str, Pegawai]
    dilayani: frozenset[int]

    def dari_nip(self, nip: str) -> Pegawai:
        """Return the person; MasukanSalahError when the instansi has none with this NIP."""
        satu = self.per_nip.get(nip)
        if satu is None:
            raise MasukanSalahError(_("NIP tidak ditemukan di instansi ini."))
        return satu

    def potongan(self) -> Iterable[list[int]]:
        """Yield the keys in parts small enough for one statement."""
        kunci = sorted(satu.pk for satu in self.per_nip.values())
        for awal in range(0, len(kunci), POTONG):
            yield kunci[awal : awal + POTONG]


def orang_lembar(
    *, aktor: Aktor, daftar_nip: Iterable[str], peran: str | Collection[str], pada: dt.date
) -> OrangLembar:
    """Return the people of the aktor's instansi whom the sheet names.

    One query for the officer's parts and two per 500 people.
    """
    nip = sorted({satu for satu in daftar_nip if satu})
    per_nip = {
        satu.nip: satu
        for awal in range(0, len(nip), POTONG)
        for satu in Pegawai.objects.filter(
            instansi_id=aktor.instansi_id, nip__in=nip[awal : awal + POTONG]
        )
    }
    unit = unit_utama(daftar_pegawai=[satu.pk for satu in per_nip.values()], pada=pada)
    terjangkau = jangkauan_petugas(aktor=aktor, pada=pada, peran=peran)
    return OrangLembar(
        per_nip,
        frozenset(pk for pk, satu in unit.items() if terjangkau(satu)),
    )
