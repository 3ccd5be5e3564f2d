"""Rows of the lists behind the numbers: name, post, unit, state; a link where one may go on."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka, tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.core.sebutan import sebutan_pilihan
from tera.dasbor.selectors.daftar import teks_indikator
from tera.pelaksanaan.models import Realisasi
from tera.skp.models import SKP

SEHARI = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Baris:
    """One row."""

    nama: str
    jabatan: str
    unit: str
    keterangan: str = ""
    lencana: str = ""
    url: str = ""


def daftar_baris(daftar: Iterable[Any], bentuk: str) -> list[Baris]:
    """Return the rows of one page of a list."""
    if bentuk == "realisasi":
        halaman = list(daftar)
        teks = teks_indikator(halaman)
        return [_realisasi(satu, teks.get(satu.indikator_kunci, "")) for satu in halaman]
    tulis: Callable[[Any], Baris] = _BENTUK[bentuk]
    return [tulis(satu) for satu in daftar]


def _tugas(satu: Any) -> Baris:
    status = getattr(satu, "status_skp", None)
    skp = getattr(satu, "skp_id_kini", None)
    if hasattr(satu, "status_skp"):
        lencana = str(SKP.Status(status).label) if status else _("Belum membuat")
    else:
        lencana = ""
    return Baris(
        satu.pegawai.nama_lengkap,
        satu.jabatan.nama,
        satu.unit.nama,
        lencana=lencana,
        url=alamat_rute("skp:rincian", skp) if skp else "",
    )


def _skp(satu: Any) -> Baris:
    return Baris(satu.pegawai.nama_lengkap, satu.penugasan.jabatan.nama, satu.penugasan.unit.nama)


def _lama(satu: Any) -> Baris:
    return Baris(
        satu.pegawai.nama_lengkap,
        satu.penugasan.jabatan.nama,
        satu.penugasan.unit.nama,
        _("%(n)s hari") % {"n": tulis_angka(satu.lama / SEHARI, 1)},
        url=alamat_rute("skp:rincian", satu.pk),
    )


def _evaluasi(satu: Any) -> Baris:
    penilai = satu.penilai.nama_lengkap if satu.penilai else _("belum ada")
    return Baris(
        satu.pegawai.nama_lengkap,
        satu.skp.penugasan.jabatan.nama,
        satu.unit.nama,
        _("Penilai: %(nama)s") % {"nama": penilai},
        sebutan_pilihan(satu, "status"),
    )


def _realisasi(satu: Realisasi, indikator: str) -> Baris:
    return Baris(
        satu.pegawai.nama_lengkap,
        satu.penugasan.jabatan.nama,
        satu.penugasan.unit.nama,
        f"{indikator} · {satu.periode}" if indikator else str(satu.periode),
        sebutan_pilihan(satu, "status"),
    )


def _capaian(satu: Any) -> Baris:
    return Baris(
        satu.pegawai.nama_lengkap,
        satu.penugasan.jabatan.nama,
        satu.penugasan.unit.nama,
        f"{satu.judul}, {tulis_tanggal(satu.tanggal)}",
        sebutan_pilihan(satu, "status"),
    )


_BENTUK: dict[str, Callable[[Any], Baris]] = {
    "tugas": _tugas,
    "skp": _skp,
    "lama": _lama,
    "evaluasi": _evaluasi,
    "capaian": _capaian,
}
