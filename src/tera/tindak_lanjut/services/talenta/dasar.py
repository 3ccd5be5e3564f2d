"""What every change of this topic checks: who, words that must be there, a document of decision."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import IO, Any, NoReturn

from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.models import Berkas
from tera.core.sebutan import sebutan_peran


@dataclass(frozen=True, slots=True)
class IsiDokumen:
    """The document a decision stands on; its scan is optional."""

    nomor: str
    tanggal: dt.date
    nama_berkas: str = ""
    isi_berkas: IO[bytes] | None = None

    def bidang(self, *, aktor: Aktor, pada: dt.date) -> dict[str, Any]:
        """Return the columns; refuses an empty number and a day that lies ahead."""
        if self.tanggal > pada:
            tolak("tanggal", _("Tanggal dokumen belum tiba. Tulis tanggal pada dokumennya."))
        berkas: Berkas | None = None
        if self.isi_berkas is not None:
            berkas = simpan_berkas(
                aktor=aktor, nama=self.nama_berkas, isi=self.isi_berkas, keperluan="talenta"
            )
        return {
            "nomor_dokumen": wajib(self.nomor, "nomor", 100),
            "tanggal_dokumen": self.tanggal,
            "berkas_dokumen_id": berkas.pk if berkas else None,
        }


def tolak(bidang: str, pesan: str) -> NoReturn:
    """Refuse an input at its field."""
    raise MasukanSalahError(pesan, per_bidang={bidang: [pesan]})


def wajib(teks: str, bidang: str, batas: int = 1000) -> str:
    """Return the text without blanks at its ends; a refusal when nothing or too much is left."""
    bersih = teks.strip()
    if not bersih:
        tolak(bidang, _("Bagian ini belum diisi. Isi dulu, lalu kirim lagi."))
    if len(bersih) > batas:
        tolak(
            bidang,
            _("Isian %(n)s huruf, batasnya %(batas)s. Ringkas dulu.")
            % {"n": len(bersih), "batas": batas},
        )
    return bersih


def wajib_peran(peran: Collection[str], *boleh: str) -> None:
    """Refuse who plays none of the parts."""
    if not set(peran) & set(boleh):
        raise TidakBerwenangError(
            _(
                "Hanya %(siapa)s yang bisa melakukannya. Minta admin instansi memeriksa peran Anda "
                "bila seharusnya termasuk."
            )
            % {"siapa": ", ".join(sebutan_peran(satu) for satu in boleh)}
        )
