"""Who asks: the frozen answer that selectors and services take as ``aktor``."""

import datetime as dt
from dataclasses import dataclass

from tera.core import clock


@dataclass(frozen=True, slots=True)
class ModePetugas:
    """An officer's time-limited access, with its reason; every request under it is logged."""

    id: int
    alasan: str
    sampai: dt.datetime


@dataclass(frozen=True, slots=True)
class Aktor:
    """A person (or the system) acting in one instansi.

    Attributes:
        pengguna_id: the account; None for the system and the command line.
        instansi_id: the only instansi whose rows this aktor may reach.
        pegawai_id: the person in that instansi; None for the system or an account without person.
        nama: as shown in histories.
        zona: IANA zone of the instansi.
        mode_petugas: set while an officer acts in *mode petugas*.
    """

    pengguna_id: int | None
    instansi_id: int
    pegawai_id: int | None
    nama: str
    zona: str
    mode_petugas: ModePetugas | None = None

    @property
    def hari_ini(self) -> dt.date:
        """Today's date in the zone of the instansi."""
        return clock.hari_ini(self.zona)

    @classmethod
    def sistem(cls, instansi_id: int, zona: str) -> "Aktor":
        """The system itself: jobs and the command line of the installation's owner."""
        return cls(None, instansi_id, None, "Sistem", zona)

    @property
    def adalah_sistem(self) -> bool:
        """Whether no person stands behind this act."""
        return self.pengguna_id is None
