"""What a kind of notification is: who is told, in which sentence, where it leads."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from tera.core.models import Kejadian
from tera.notifikasi.models import KelompokNotifikasi

#: Keys of ``muatan`` that name a person. A kind marked ``rahasia`` may carry none of them.
KUNCI_ORANG = frozenset({"tentang", "oleh"})


@dataclass(frozen=True, slots=True)
class Kabar:
    """One person is told one thing.

    Attributes:
        pegawai_id: who is told.
        muatan: ids, years and ISO days only. ``tentang`` (a pegawai) becomes ``%(nama)s`` of the
            sentence, ``periode_id`` ``%(periode)s``, ``batas`` ``%(batas)s``; others as they are.
        kunci: what makes it the same thing when told again; empty: the event itself.
        saat: when it happened; None: when the event did.
    """

    pegawai_id: int
    muatan: Mapping[str, Any] = field(default_factory=dict)
    kunci: str = ""
    saat: dt.datetime | None = None


Susun = Callable[[Kejadian], Iterable[Kabar]]
SusunBanyak = Callable[[Sequence[Kejadian]], Iterable[tuple[Kejadian, Kabar]]]


@dataclass(frozen=True, slots=True)
class Jenis:
    """One row of the table.

    Attributes:
        kode: stable name, stored with each notification.
        kelompok: what a person chooses mail by.
        kalimat: the sentence, lazily translated, with ``%(…)s`` of the payload.
        rute, argumen: where it leads; ``argumen`` are keys of ``muatan``.
        peristiwa: the event of the outbox; empty for reminders, which a daily job writes.
        susun: who is told about the event, and with which ids.
        susun_banyak: the same for many events at once; for kinds that a bulk job publishes.
        rahasia: of a 360 round: no person may be named. Never let an answer be such an event: that
            a notification came would tell when somebody answered.
    """

    kode: str
    kelompok: KelompokNotifikasi
    kalimat: str | Promise
    rute: str
    argumen: tuple[str, ...] = ()
    peristiwa: str = ""
    susun: Susun | None = None
    susun_banyak: SusunBanyak | None = None
    rahasia: bool = False

    def kabar(self, daftar: Sequence[Kejadian]) -> Iterable[tuple[Kejadian, Kabar]]:
        """Return who is told about each of these events."""
        if self.susun_banyak is not None:
            return self.susun_banyak(daftar)
        susun = self.susun
        if susun is None:
            return ()
        return ((kejadian, satu) for kejadian in daftar for satu in susun(kejadian))
