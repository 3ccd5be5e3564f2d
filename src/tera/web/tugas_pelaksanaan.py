"""Home's tasks of the year's work: what came back to me, what my people reached, what waits."""

from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.pelaksanaan.selectors.tugas import (
    CAPAIAN,
    ButirTugas,
    TugasPelaksanaan,
    tugas_pelaksanaan,
)

# Reached targets are named one by one up to here; the rest is a number.
BATAS_NAMA = 5


def tugas_kerja(aktor: Aktor) -> list[dict[str, Any]]:
    """Return the tasks: one query whatever the size of the team."""
    isi = tugas_pelaksanaan(aktor=aktor)
    return [*_kembali(isi), *_tercapai(isi), *_menunggu(isi), *_capaian(isi)]


def _alamat(satu: ButirTugas) -> str:
    if satu.jenis == CAPAIAN:
        return alamat_rute("pelaksanaan:capaian", satu.pk)
    return alamat_rute("pelaksanaan:lembar", satu.skp_id, satu.periode_id)


def _kembali(isi: TugasPelaksanaan) -> list[dict[str, Any]]:
    tugas = [
        {
            "judul": (
                _("Perbaiki capaian: %(teks)s")
                if satu.jenis == CAPAIAN
                else _("Perbaiki realisasi: %(teks)s")
            )
            % {"teks": satu.teks},
            "keterangan": satu.catatan,
            "nada": "bahaya",
            "url": _alamat(satu),
            "aksi": _("Perbaiki"),
        }
        for satu in isi.dikembalikan[:BATAS_NAMA]
    ]
    sisa = len(isi.dikembalikan) - BATAS_NAMA
    if sisa > 0:
        tugas.append(
            {
                "judul": _("%(n)s laporan lain dikembalikan") % {"n": sisa},
                "nada": "bahaya",
                "url": alamat_rute("pelaksanaan:saya"),
                "aksi": _("Buka"),
            }
        )
    return tugas


def _tercapai(isi: TugasPelaksanaan) -> list[dict[str, Any]]:
    return [
        {
            "judul": _("Target tercapai: %(nama)s") % {"nama": satu.nama},
            "keterangan": f"{satu.teks} · {satu.periode}",
            "nada": "sukses",
            "url": alamat_rute("pelaksanaan:tim_periode", satu.periode_id),
            "aksi": _("Verifikasi"),
        }
        for satu in isi.tercapai[:BATAS_NAMA]
    ]


def _menunggu(isi: TugasPelaksanaan) -> list[dict[str, Any]]:
    disebut = isi.tercapai[:BATAS_NAMA]
    lain = [satu for satu in isi.menunggu if satu not in disebut]
    if not lain:
        return []
    return [
        {
            "judul": _("%(n)s realisasi menunggu verifikasi Anda") % {"n": len(lain)},
            "keterangan": _("Baca angka dan buktinya, lalu verifikasi atau kembalikan."),
            "nada": "peringatan",
            "url": alamat_rute("pelaksanaan:tim_periode", lain[0].periode_id),
            "aksi": _("Buka tim"),
        }
    ]


def _capaian(isi: TugasPelaksanaan) -> list[dict[str, Any]]:
    if not isi.capaian_menunggu:
        return []
    pertama = isi.capaian_menunggu[0]
    return [
        {
            "judul": _("%(n)s capaian menunggu verifikasi Anda") % {"n": len(isi.capaian_menunggu)},
            "keterangan": f"{pertama.nama}: {pertama.teks}",
            "nada": "peringatan",
            "url": _alamat(pertama),
            "aksi": _("Baca"),
        }
    ]
