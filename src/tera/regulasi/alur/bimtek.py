"""A class of training, from its plan to its end.

No instrument that was read says how a class is run: every row is design.

Tidak dimodelkan: attendance, answers to invitations and the questionnaire move no document; they
are records of the class.
"""

from __future__ import annotations

from tera.regulasi.alur.langkah import Langkah, langkah

_PENYELENGGARA = "pengelola pelatih"
_ALASAN = "Alasan wajib diisi; peserta diberi tahu."

STATUS_AWAL: dict[str, str] = {"kelas_bimtek": "disusun"}

ALUR: dict[str, tuple[Langkah, ...]] = {
    "kelas_bimtek": (
        langkah("buka", "disusun", "terbuka", _PENYELENGGARA,
                syarat="Tempat dan pelatihnya terisi; harinya belum lewat."),
        langkah("mulai", "terbuka", "berlangsung", _PENYELENGGARA,
                syarat="Hari pertamanya hari ini atau sebelumnya."),
        langkah("selesaikan", "berlangsung", "selesai", _PENYELENGGARA,
                syarat="Hari terakhirnya hari ini atau sebelumnya."),
        *(langkah("batalkan", status, "dibatalkan", _PENYELENGGARA, syarat=_ALASAN)
          for status in ("disusun", "terbuka", "berlangsung")),
    ),
}  # fmt: skip
