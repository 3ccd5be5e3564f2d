"""What a kind of notification is: who is told, in which sentence, where it leads."""

from collections.abc import Callable, Iterable, Mapping
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
    """

    pegawai_id: int
    muatan: Mapping[str, Any] = field(default_factory=dict)
    kunci: str = ""


Susun = Callable[[Kejadian], Iterable[Kabar]]


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
    rahasia: bool = False
