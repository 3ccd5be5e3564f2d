"""What every change of the topic checks: something is said, the file is there, not objected to."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.tindak_lanjut.models import TindakLanjut
from tera.tindak_lanjut.selectors.tindakan import sedang_keberatan

PANJANG = 4000


def teks_wajib(teks: str, bidang: str, batas: int = PANJANG) -> str:
    """Return the text without blanks at its ends; a refusal when nothing or too much is left."""
    bersih = teks.strip()
    if not bersih:
        tolak(bidang, _("Belum ada yang ditulis. Tulis dulu, lalu kirim lagi."))
    if len(bersih) > batas:
        tolak(
            bidang,
            _("Isian %(n)s huruf, batasnya %(batas)s. Ringkas dulu.")
            % {"n": len(bersih), "batas": batas},
        )
    return bersih


def tolak(bidang: str, pesan: str) -> None:
    """Refuse an input at its field."""
    raise MasukanSalahError(pesan, per_bidang={bidang: [pesan]})


def wajib_peran(peran: frozenset[str], boleh: set[str], pesan: str) -> None:
    """Refuse whoever plays none of ``boleh``."""
    if not peran & boleh:
        raise TidakBerwenangError(pesan)


def bukan_keberatan(tindakan: TindakLanjut) -> None:
    """Refuse to move on while the result is objected to."""
    if sedang_keberatan(tindakan):
        raise StatusTidakSesuaiError(
            _(
                "Belum bisa dilanjutkan: hasilnya sedang dikeberatani. Tunggu putusan atasan "
                "pejabat penilai; sesudah itu halaman ini berjalan lagi atau ditutup sendiri."
            )
        )


def tidak_di_depan(tanggal: dt.date, pada: dt.date, bidang: str) -> None:
    """Refuse a day ahead for what has already happened."""
    if tanggal > pada:
        tolak(bidang, _("Tanggal itu belum tiba. Isi tanggal hari ini atau sebelumnya."))


def bidang_galat(galat: dict[str, list[str]]) -> None:
    """Refuse several fields together."""
    if galat:
        raise MasukanSalahError(next(iter(galat.values()))[0], per_bidang=galat)


def muatan(tindakan: TindakLanjut, oleh: int | None) -> dict[str, Any]:
    """The ids an event carries."""
    return {"tindakan_id": tindakan.pk, "pegawai_id": tindakan.pegawai_id, "oleh_id": oleh}
