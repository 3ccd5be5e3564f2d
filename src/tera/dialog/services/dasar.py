"""What every change of the dialogue checks: who takes part, when it is, that something is said."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tera.core import kejadian
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.dialog.models import Kesepakatan, Pertemuan, SesiDiskusi

PANJANG = 4000
#: A meeting that was held may be recorded so many days later, and planned so many ahead.
HARI_SUSULAN = 60
HARI_KE_DEPAN = 366


@dataclass(frozen=True, slots=True)
class IsiJadwal:
    """When and where: a day and hours in the zone of the instansi, a place or a link."""

    tanggal: dt.date
    jam_mulai: dt.time
    jam_selesai: dt.time | None = None
    tempat: str = ""
    tautan: str = ""

    def bidang(self) -> dict[str, Any]:
        """Return the columns."""
        return {
            "tanggal": self.tanggal,
            "jam_mulai": self.jam_mulai,
            "jam_selesai": self.jam_selesai,
            "tempat": self.tempat.strip(),
            "tautan": self.tautan,
        }


def periksa_jadwal(isi: IsiJadwal, pada: dt.date) -> dict[str, list[str]]:
    """Return what is wrong with a date, by field."""
    galat: dict[str, list[str]] = {}
    if isi.tanggal < pada - dt.timedelta(days=HARI_SUSULAN):
        galat["tanggal"] = [
            _("Tanggal itu lebih dari %(n)s hari lalu. Catat susulan paling lama %(n)s hari.")
            % {"n": HARI_SUSULAN}
        ]
    elif isi.tanggal > pada + dt.timedelta(days=HARI_KE_DEPAN):
        galat["tanggal"] = [_("Tanggal itu lebih dari setahun lagi. Pilih yang lebih dekat.")]
    if isi.jam_selesai is not None and isi.jam_selesai <= isi.jam_mulai:
        galat["jam_selesai"] = [_("Jam selesai harus sesudah jam mulai.")]
    return galat


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


def wajib_ikut(ikut: object) -> None:
    """Refuse whoever takes no part."""
    if not ikut:
        raise TidakBerwenangError(
            _("Hanya peserta yang bisa mengisi halaman ini. Minta pemimpinnya mengundang Anda.")
        )


def belum_batal(objek: Pertemuan | SesiDiskusi) -> None:
    """Refuse to write into what was called off."""
    if objek.status == "dibatalkan":
        raise StatusTidakSesuaiError(
            _("Sudah dibatalkan, jadi tidak bisa diisi lagi. Jadwalkan yang baru.")
        )


def masih_dijadwalkan(objek: Pertemuan | SesiDiskusi) -> None:
    """Refuse to move what has begun, ended or was called off."""
    if objek.status != "dijadwalkan":
        raise StatusTidakSesuaiError(
            _("Jadwal tidak bisa diubah lagi: statusnya sekarang “%(status)s”.")
            % {"status": objek.get_status_display()}
        )


def sudah_harinya(objek: Pertemuan | SesiDiskusi, pada: dt.date) -> None:
    """Refuse to end what lies ahead."""
    if objek.tanggal > pada:
        raise StatusTidakSesuaiError(
            _("Belum bisa diselesaikan: jadwalnya %(tanggal)s. Majukan dulu jadwalnya bila sudah.")
            % {"tanggal": f"{objek.tanggal:%d-%m-%Y}"}
        )


def kabarkan(nama: str, objek: Pertemuan | SesiDiskusi | Kesepakatan, **muatan: object) -> None:
    """Publish ``dialog.<nama>`` with ids only."""
    kejadian.terbitkan(
        instansi_id=objek.instansi_id,
        nama=f"dialog.{nama}",
        muatan={"id": objek.pk, **muatan},
    )


def kabarkan_instansi(nama: str, instansi_id: int, **muatan: object) -> None:
    """Publish ``dialog.<nama>`` of no single object."""
    kejadian.terbitkan(instansi_id=instansi_id, nama=f"dialog.{nama}", muatan=muatan)
