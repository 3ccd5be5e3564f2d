"""Home's tasks of the public's voice: texts one may answer, texts that wait for an officer."""

from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka
from tera.antarmuka.tautan import alamat_rute


def daftar(*, tentang_saya: int, menunggu: int) -> list[dict[str, Any]]:
    """Return the tasks from counts that home asked with its periods: no query."""
    tugas: list[dict[str, Any]] = []
    if tentang_saya:
        tugas.append(
            {
                "judul": _("%(n)s tulisan warga tentang Anda") % {"n": tulis_angka(tentang_saya)},
                "keterangan": _("Anda boleh menanggapi sebelum penilai membacanya."),
                "nada": "info",
                "url": alamat_rute("umpan_balik:suara"),
                "aksi": _("Baca"),
            }
        )
    if menunggu:
        tugas.append(
            {
                "judul": _("%(n)s tulisan warga menunggu keputusan") % {"n": tulis_angka(menunggu)},
                "keterangan": _("Tidak terbaca siapa pun sebelum Anda putuskan."),
                "nada": "peringatan",
                "url": alamat_rute("umpan_balik:moderasi"),
                "aksi": _("Buka antrean"),
            }
        )
    return tugas
