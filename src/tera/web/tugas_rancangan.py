"""Home's entries about other people's plans: sent ones, missing ones, those the pengelola set."""

from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka, tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.regulasi.skp import pengingat_skp
from tera.skp.selectors.pengelola import HitunganBeranda, hitungan_beranda


def daftar(aktor: Aktor, peran: frozenset[str]) -> list[dict[str, Any]]:
    """Return the entries: one query, and the units of a pengelola."""
    if aktor.pegawai_id is None:
        return []
    hitungan = hitungan_beranda(aktor=aktor, pada=aktor.hari_ini, pengelola="pengelola" in peran)
    return [*_kiriman(hitungan), *_antrean(hitungan), *_pengingat(aktor, hitungan)]


def _kiriman(hitungan: HitunganBeranda) -> list[dict[str, Any]]:
    if not hitungan.kiriman or hitungan.kiriman_skp is None:
        return []
    if hitungan.kiriman_saya:
        judul = _("SKP Anda ditetapkan oleh pengelola kinerja")
    elif hitungan.kiriman == 1:
        judul = _("SKP %(nama)s ditetapkan oleh pengelola kinerja") % {
            "nama": hitungan.kiriman_nama
        }
    else:
        judul = _("%(n)s SKP ditetapkan oleh pengelola kinerja") % {"n": hitungan.kiriman}
    return [
        {
            "judul": judul,
            "keterangan": _("Rancangannya tidak ada sampai batasnya. Baca isinya."),
            "nada": "info",
            "url": alamat_rute("skp:rincian", hitungan.kiriman_skp),
            "aksi": _("Baca SKP"),
        }
    ]


def _antrean(hitungan: HitunganBeranda) -> list[dict[str, Any]]:
    if not hitungan.menunggu:
        return []
    return [
        {
            "judul": _("%(n)s SKP menunggu Anda tetapkan") % {"n": tulis_angka(hitungan.menunggu)},
            "keterangan": _("Baca satu per satu, tetapkan atau kembalikan dengan catatan."),
            "nada": "peringatan",
            "url": alamat_rute("skp:antrean"),
            "aksi": _("Buka antrean"),
        }
    ]


def _pengingat(aktor: Aktor, hitungan: HitunganBeranda) -> list[dict[str, Any]]:
    """From the second week of January, where the instansi left the reminder on."""
    if not (hitungan.tim_belum or hitungan.kelola_belum):
        return []
    batas = tulis_tanggal(pengingat_skp(aktor.hari_ini.year).sampai)
    tugas = []
    if hitungan.tim_belum:
        tugas.append(
            {
                "judul": _("%(n)s anggota tim belum punya rancangan SKP")
                % {"n": tulis_angka(hitungan.tim_belum)},
                "keterangan": _("Rancangan diharapkan ada sampai %(hari)s. Ajak berdialog.")
                % {"hari": batas},
                "nada": "peringatan",
                "url": alamat_rute("skp:antrean"),
                "aksi": _("Lihat siapa"),
            }
        )
    if hitungan.kelola_belum:
        tugas.append(
            {
                "judul": _("%(n)s pegawai belum punya rancangan SKP")
                % {"n": tulis_angka(hitungan.kelola_belum)},
                "keterangan": _("Rancangan diharapkan ada sampai %(hari)s. Ingatkan mereka.")
                % {"hari": batas},
                "nada": "peringatan",
                "url": alamat_rute("skp:unit") + "?status=belum",
                "aksi": _("Lihat daftar"),
            }
        )
    return tugas
