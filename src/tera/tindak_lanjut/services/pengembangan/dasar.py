"""What every change of development checks and tells."""

import datetime as dt
from typing import Any, NoReturn

from django.db import models
from django.utils.translation import gettext as _

from tera.core import kejadian
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import Pegawai
from tera.regulasi.pengembangan import JENIS_BELAJAR, PROGRAM_KEPEMIMPINAN

PANJANG = 4000
JP_TERBANYAK = 1500


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


def tolak(bidang: str, pesan: str) -> NoReturn:
    """Refuse an input at its field."""
    raise MasukanSalahError(pesan, per_bidang={bidang: [pesan]})


def bukan_anda(pesan: str) -> NoReturn:
    """Refuse whoever may never do this."""
    raise TidakBerwenangError(pesan)


def bukan_sekarang(pesan: str) -> NoReturn:
    """Refuse what can't be done in this state."""
    raise StatusTidakSesuaiError(pesan)


def periksa_jenis(kata: str, pada: dt.date) -> str:
    """Refuse a kind of learning the law data don't list."""
    if kata not in {satu.kata for satu in JENIS_BELAJAR.pada(pada).nilai}:
        tolak("jenis", _("Jenis belajar itu tidak ada dalam daftar BKN. Pilih dari daftar."))
    return kata


def periksa_program(kata: str, pada: dt.date) -> str:
    """Refuse a leadership programme LAN doesn't list; empty is none."""
    if kata and kata not in {satu.kode for satu in PROGRAM_KEPEMIMPINAN.pada(pada).nilai}:
        tolak("program", _("Program itu tidak ada dalam daftar LAN. Pilih dari daftar."))
    return kata


def periksa_jp(jp: int, bidang: str = "jp") -> int:
    """Refuse a number of JP nobody can learn in a year."""
    if not 0 <= jp <= JP_TERBANYAK:
        tolak(
            bidang,
            _("Jumlah JP %(n)s tidak mungkin. Tulis 0 sampai %(batas)s.")
            % {"n": jp, "batas": JP_TERBANYAK},
        )
    return jp


def periksa_masa(mulai: dt.date, selesai: dt.date, bidang: str = "selesai") -> None:
    """Refuse a period that ends before it begins."""
    if selesai < mulai:
        tolak(bidang, _("Tanggal selesai sebelum tanggal mulai. Tukar atau betulkan."))


def rekan_seinstansi(aktor: Aktor, pegawai_id: int, bidang: str) -> Pegawai:
    """Return an active person of the aktor's instansi."""
    satu = Pegawai.objects.filter(
        pk=pegawai_id, instansi_id=aktor.instansi_id, kedudukan_hukum="aktif"
    ).first()
    if satu is None:
        tolak(bidang, _("Orang itu tidak ditemukan di instansi Anda. Periksa NIP-nya."))
    return satu


def kabarkan(nama: str, objek: models.Model, **muatan: Any) -> None:
    """Publish ``pengembangan.<nama>`` with ids only."""
    kejadian.terbitkan(
        instansi_id=objek.instansi_id,  # type: ignore[attr-defined]
        nama=f"pengembangan.{nama}",
        muatan={"id": objek.pk, **muatan},
    )
