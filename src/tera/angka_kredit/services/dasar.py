"""What every change of angka kredit shares: refusals at a field, law as kept, who is pengelola."""

import datetime as dt
from collections.abc import Iterable
from typing import NoReturn

from django.utils.translation import gettext as _

from tera.angka_kredit.permissions import PENGELOLA
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.organisasi.models import Pegawai, StatusPegawai
from tera.organisasi.permissions import peran_terhadap
from tera.organisasi.selectors import penugasan_utama
from tera.regulasi.dasar import Dasar

#: Who has a ledger: PPPK have no pangkat by angka kredit.
BERBUKU = frozenset({StatusPegawai.PNS, StatusPegawai.CPNS})


def tolak(bidang: str, pesan: str) -> NoReturn:
    """Refuse an input at its field."""
    raise MasukanSalahError(pesan, per_bidang={bidang: [pesan]})


def teks_wajib(teks: str, bidang: str, batas: int) -> str:
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


def hukum_tersimpan(daftar: Iterable[Dasar]) -> list[dict[str, str]]:
    """Return the law as it is kept beside a decided row."""
    return [
        {"peraturan": satu.peraturan, "letak": satu.letak, "mutu": satu.mutu.value}
        for satu in daftar
    ]


def wajib_pengelola(*, aktor: Aktor, pegawai: Pegawai, pada: dt.date) -> None:
    """Refuse whoever isn't pengelola over the person's unit; nobody records for oneself."""
    if aktor.adalah_sistem and aktor.instansi_id == pegawai.instansi_id:
        return
    tugas = penugasan_utama(pegawai_id=pegawai.pk, pada=pada)
    peran = peran_terhadap(aktor=aktor, penugasan=tugas, pada=pada) if tugas else frozenset()
    if PENGELOLA not in peran or aktor.pegawai_id == pegawai.pk:
        raise TidakBerwenangError(
            _(
                "Riwayat dan fakta jabatan fungsional dicatat pengelola kinerja unitnya, bukan "
                "oleh pegawainya sendiri. Minta pengelola kinerja Anda."
            )
        )


def wajib_berbuku(pegawai: Pegawai) -> None:
    """Refuse a ledger for those who have none."""
    if pegawai.status not in BERBUKU:
        tolak(
            "jenjang",
            _(
                "%(nama)s berstatus %(status)s: angka kredit untuk kenaikan pangkat hanya bagi "
                "PNS dan CPNS. Predikatnya tetap tercatat di evaluasi."
            )
            % {"nama": pegawai.nama_lengkap, "status": pegawai.get_status_display()},
        )
