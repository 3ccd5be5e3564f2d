"""Awards: candidates and the committee's decision; the correction of a record."""

from __future__ import annotations

from tera.regulasi.alur.langkah import DIPERIKSA, RANCANGAN, Langkah, langkah
from tera.regulasi.dasar import Dasar
from tera.regulasi.kategori import Mutu

#: That results lead to awards at all; the finer steps are design.
_PENGHARGAAN = (
    Dasar("permenpanrb-6-2022", "tindak lanjut hasil evaluasi: penghargaan (belum dibaca)",
          DIPERIKSA, Mutu.INGATAN),
    RANCANGAN,
)  # fmt: skip
_PEMUTUS = "pyb pejabat_pembina"

STATUS_AWAL: dict[str, str] = {
    "putaran_penghargaan": "dibuka",
    "calon_penghargaan": "dicalonkan",
    "koreksi_rekam": "diajukan",
}

ALUR: dict[str, tuple[Langkah, ...]] = {
    "putaran_penghargaan": (
        langkah("tutup_usulan", "dibuka", "ditelaah", "pengelola", _PENGHARGAAN,
                "Tim sudah ditunjuk dengan surat; ada sedikitnya satu calon."),
        langkah("buka_usulan", "ditelaah", "dibuka", "pengelola"),
        langkah("putuskan", "ditelaah", "diputuskan", _PEMUTUS, _PENGHARGAAN,
                "Tiap calon punya putusan beralasan; nomor dan tanggal keputusan terisi; yang "
                "memutus bukan calon."),
        langkah("umumkan", "diputuskan", "diumumkan", "pengelola", _PENGHARGAAN),
        langkah("batalkan", "dibuka", "dibatalkan", "pengelola", RANCANGAN, "Dengan alasan."),
        langkah("batalkan", "ditelaah", "dibatalkan", "pengelola", RANCANGAN, "Dengan alasan."),
    ),
    "calon_penghargaan": (
        langkah("tetapkan", "dicalonkan", "ditetapkan", _PEMUTUS, _PENGHARGAAN,
                "Bersama keputusan putarannya, dengan alasan."),
        langkah("tidak_tetapkan", "dicalonkan", "tidak_ditetapkan", _PEMUTUS, _PENGHARGAAN,
                "Bersama keputusan putarannya, dengan alasan."),
        langkah("mundur", "dicalonkan", "mundur", "pegawai", RANCANGAN,
                "Selama putarannya belum diputuskan."),
    ),
    "koreksi_rekam": (
        langkah("terima", "diajukan", "diterima", "pengelola", RANCANGAN, "Dengan jawaban."),
        langkah("tolak", "diajukan", "ditolak", "pengelola", RANCANGAN, "Dengan jawaban."),
    ),
}  # fmt: skip
