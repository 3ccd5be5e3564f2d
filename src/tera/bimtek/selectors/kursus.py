"""How far the aktor is in the courses."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from tera.bimtek.isi import Kursus, Modul
from tera.bimtek.models import KemajuanModul
from tera.bimtek.selectors.isi import kursus_instansi
from tera.core.aktor import Aktor


@dataclass(frozen=True, slots=True)
class KemajuanKursus:
    """A course with what the aktor has done of it.

    Attributes:
        per_modul: the records by module code; of an earlier version of the course too.
    """

    kursus: Kursus
    per_modul: Mapping[str, KemajuanModul]

    @property
    def selesai(self) -> int:
        """How many modules were done in the version that holds."""
        return sum(self.sudah(satu) for satu in self.kursus.modul)

    @property
    def lengkap(self) -> bool:
        """Whether all modules were done in the version that holds."""
        return self.selesai == len(self.kursus.modul)

    @property
    def dibaca_pada(self) -> dt.date | None:
        """The day the last of its modules was read, once all are."""
        if not self.lengkap:
            return None
        return max(self.per_modul[satu.kode].selesai_pada for satu in self.kursus.modul)

    @property
    def berikutnya(self) -> Modul | None:
        """The first module that isn't done."""
        return next((satu for satu in self.kursus.modul if not self.sudah(satu)), None)

    def sudah(self, modul: Modul) -> bool:
        """Whether this module was done in the version that holds."""
        catatan = self.per_modul.get(modul.kode)
        return catatan is not None and catatan.versi == self.kursus.versi

    def berubah(self, modul: Modul) -> bool:
        """Whether it was done, but the course has changed since."""
        return modul.kode in self.per_modul and not self.sudah(modul)


def kemajuan(*, aktor: Aktor) -> list[KemajuanKursus]:
    """Return every course with the aktor's progress: two queries."""
    per_kursus: dict[str, dict[str, KemajuanModul]] = {}
    for satu in KemajuanModul.objects.filter(pegawai_id=aktor.pegawai_id or 0):
        per_kursus.setdefault(satu.kursus, {})[satu.modul] = satu
    return [
        KemajuanKursus(kursus, per_kursus.get(kode, {}))
        for kode, kursus in kursus_instansi(instansi_id=aktor.instansi_id).items()
    ]


def kemajuan_kursus(*, aktor: Aktor, kode: str) -> KemajuanKursus | None:
    """Return one course with the aktor's progress, or None when there is no such course."""
    kursus = kursus_instansi(instansi_id=aktor.instansi_id).get(kode)
    if kursus is None:
        return None
    daftar = KemajuanModul.objects.filter(pegawai_id=aktor.pegawai_id or 0, kursus=kode)
    return KemajuanKursus(kursus, {satu.modul: satu for satu in daftar})
