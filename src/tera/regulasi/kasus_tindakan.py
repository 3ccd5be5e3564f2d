"""Cases about what follows a result, from outside: see `tera.regulasi.kasus`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tera.regulasi.kasus_masukan import Masukan, dasar_kasus
from tera.regulasi.kategori import JenisJabatan, JenisPegawai, Predikat
from tera.regulasi.tindak_lanjut import perjanjian_pppk, tidak_hadir, tindak_lanjut


def _tindak_lanjut(isi: object) -> dict[str, Any]:
    m = Masukan(
        isi,
        ("predikat", "predikat_lalu", "jenis_jabatan", "status", "ditetapkan_pada",
         "setahun_menjabat", "keadaan_kahar"),
    )  # fmt: skip
    lalu = None if m.isi["predikat_lalu"] is None else m.kata("predikat_lalu", Predikat)
    jawaban = tindak_lanjut(
        predikat=m.kata("predikat", Predikat),
        predikat_lalu=lalu,
        jenis_jabatan=m.kata("jenis_jabatan", JenisJabatan),
        status=m.kata("status", JenisPegawai),
        ditetapkan_pada=m.tanggal("ditetapkan_pada"),
        setahun_menjabat=m.benar("setahun_menjabat"),
        keadaan_kahar=m.benar("keadaan_kahar"),
    )
    return {
        "tindak": [
            {
                "jenis": satu.jenis.value,
                "tenggat": satu.tenggat.isoformat() if satu.tenggat else None,
                "dasar": dasar_kasus(satu.dasar),
            }
            for satu in jawaban
        ],
        "jenis": [satu.jenis.value for satu in jawaban],
        "tenggat": next((s.tenggat.isoformat() for s in jawaban if s.tenggat), None),
        "hukuman_disiplin": None,
    }


def _perjanjian(isi: object) -> dict[str, Any]:
    m = Masukan(isi, ("selesai", "pada", "target_tercapai", "dinilai_tim"))
    jawaban = perjanjian_pppk(
        selesai=m.tanggal("selesai"),
        pada=m.tanggal("pada"),
        target_tercapai=m.benar("target_tercapai"),
        dinilai_tim=m.benar("dinilai_tim"),
    )
    return {
        "usul_paling_lambat": jawaban.usul_paling_lambat.isoformat(),
        "masuk_daftar": jawaban.masuk_daftar,
        "terlambat": jawaban.terlambat,
        "usul_pemutusan": jawaban.usul_pemutusan,
        "otomatis": False,
        "dasar": dasar_kasus(jawaban.dasar),
    }


def _tidak_hadir(isi: object) -> dict[str, Any]:
    m = Masukan(isi, ("hari", "berturut", "pada"))
    jawaban = tidak_hadir(
        hari=m.bulat("hari", 0, 366), berturut=m.bulat("berturut", 0, 366), pada=m.tanggal("pada")
    )
    return {
        "tingkat": jawaban.tingkat,
        "hukuman": jawaban.hukuman,
        "usulan": bool(jawaban.tingkat),
        "dasar": dasar_kasus(jawaban.dasar),
    }


DAFTAR_TINDAKAN: dict[str, Callable[[object], dict[str, Any]]] = {
    "tindak_lanjut": _tindak_lanjut,
    "perjanjian_pppk": _perjanjian,
    "tidak_hadir": _tidak_hadir,
}
