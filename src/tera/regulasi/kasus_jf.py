"""Cases about a jabatan fungsional: rises, months split by jenjang, degrees, moving in, the TMT."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kasus_masukan import Masukan, baca_masa, bulat, dasar_kasus
from tera.regulasi.kategori import Jenjang, Predikat
from tera.regulasi.kenaikan import Arah, FaktaJF, kelayakan_kenaikan, tmt_kenaikan_pangkat
from tera.regulasi.masa_jf import (
    MasaJF,
    TingkatPendidikan,
    ak_pendidikan,
    ak_perpindahan,
    bagi_masa,
)


def _kelayakan(isi: object) -> dict[str, Any]:
    # What a kenaikan jenjang left behind may be left out.
    if isinstance(isi, dict):
        isi = {"jenjang_asal": None, "jumlah_asal": None, **isi}
    m = Masukan(
        isi,
        (
            "jenjang", "golongan", "jumlah", "tmt_pangkat", "tmt_jenjang", "predikat",
            "lowongan", "lulus_uji", "pernah_tanpa_lowongan", "jenjang_asal", "jumlah_asal", "pada",
        ),
    )  # fmt: skip
    jawaban = kelayakan_kenaikan(
        jenjang=m.kata("jenjang", Jenjang),
        golongan=m.teks("golongan"),
        jumlah=m.uang("jumlah"),
        fakta=FaktaJF(
            tmt_pangkat=_tanggal(m, "tmt_pangkat"),
            tmt_jenjang=_tanggal(m, "tmt_jenjang"),
            predikat=_predikat(m.isi["predikat"]),
            lowongan=_tahu(m, "lowongan"),
            lulus_uji=_tahu(m, "lulus_uji"),
            pernah_tanpa_lowongan=_tahu(m, "pernah_tanpa_lowongan"),
            jenjang_asal=None if m.isi["jenjang_asal"] is None else m.kata("jenjang_asal", Jenjang),
            jumlah_asal=None if m.isi["jumlah_asal"] is None else m.uang("jumlah_asal"),
        ),
        pada=m.tanggal("pada"),
    )
    return {
        "urutan": list(jawaban.urutan),
        "putusan_pangkat": jawaban.pangkat.putusan.value,
        "putusan_jenjang": jawaban.jenjang.putusan.value,
        "pangkat": _arah(jawaban.pangkat),
        "jenjang": _arah(jawaban.jenjang),
        "dasar": dasar_kasus(jawaban.dasar),
    }


def _arah(arah: Arah) -> dict[str, Any]:
    return {
        "putusan": arah.putusan.value,
        "tujuan": arah.tujuan,
        "kebutuhan": None if arah.kebutuhan is None else str(arah.kebutuhan),
        "kelebihan": None if arah.kelebihan is None else str(arah.kelebihan),
        "syarat": {satu.kunci.value: satu.hasil.value for satu in arah.syarat},
        "belum": [satu.rincian for satu in arah.syarat if satu.hasil != "terpenuhi"],
    }


def _tanggal(m: Masukan, kunci: str) -> date | None:
    return None if m.isi[kunci] is None else m.tanggal(kunci)


def _tahu(m: Masukan, kunci: str) -> bool | None:
    return None if m.isi[kunci] is None else m.benar(kunci)


def _predikat(isi: object) -> dict[int, Predikat]:
    if not isinstance(isi, dict):
        raise MasukanSalahError("`predikat` harus objek berisi tahun dan predikatnya.")
    hasil = {}
    for tahun, kata in isi.items():
        if not (isinstance(tahun, str) and tahun.isdecimal() and len(tahun) == 4):
            raise MasukanSalahError("Kunci `predikat` harus tahun empat angka, misalnya 2025.")
        hasil[int(tahun)] = Masukan({"predikat": kata}, ("predikat",)).kata("predikat", Predikat)
    return hasil


def _konversi_masa(isi: object) -> dict[str, Any]:
    m = Masukan(isi, ("masa", "predikat", "terpakai"))
    daftar, terpakai = m.isi["masa"], m.isi["terpakai"]
    if not isinstance(daftar, list) or not isinstance(terpakai, list):
        raise MasukanSalahError("`masa` dan `terpakai` harus daftar.")
    jawaban = bagi_masa(
        daftar_masa=[_masa_jf(satu) for satu in daftar],
        predikat=baca_masa(m.isi["predikat"], "predikat", 1),
        terpakai={_bulan(satu) for satu in terpakai},
    )
    return {
        "bagian": [
            {
                "masa": satu.urutan + 1,
                "bulan_mulai": satu.masa.bulan_mulai,
                "bulan_selesai": satu.masa.bulan_selesai,
                "bulan": satu.konversi.bulan,
                "angka_kredit": str(satu.konversi.nilai),
            }
            for satu in jawaban
        ]
    }


def _masa_jf(isi: object) -> MasaJF:
    m = Masukan(isi, ("jenjang", "mulai", "selesai"))
    return MasaJF(m.kata("jenjang", Jenjang), m.tanggal("mulai"), _tanggal(m, "selesai"))


def _bulan(isi: object) -> tuple[int, int]:
    if not isinstance(isi, list) or len(isi) != 2:
        raise MasukanSalahError("`terpakai` berisi pasangan [tahun, bulan].")
    return bulat(isi[0], "terpakai", 1900, 2200), bulat(isi[1], "terpakai", 1, 12)


def _pendidikan(isi: object) -> dict[str, Any]:
    m = Masukan(isi, ("jenjang", "tingkat", "sudah", "pada"))
    sudah = m.isi["sudah"]
    if not isinstance(sudah, list):
        raise MasukanSalahError("`sudah` harus daftar tingkat ijazah.")
    jawaban = ak_pendidikan(
        jenjang=m.kata("jenjang", Jenjang),
        tingkat=m.kata("tingkat", TingkatPendidikan),
        sudah=[Masukan({"sudah": s}, ("sudah",)).kata("sudah", TingkatPendidikan) for s in sudah],
        pada=m.tanggal("pada"),
    )
    return {"angka_kredit": str(jawaban.nilai), "dasar": dasar_kasus(jawaban.dasar)}


def _perpindahan(isi: object) -> dict[str, Any]:
    m = Masukan(isi, ("jenjang", "golongan", "baris", "pangkat_tertinggi", "pada"))
    daftar = m.isi["baris"]
    if not isinstance(daftar, list):
        raise MasukanSalahError("`baris` harus daftar masa predikat.")
    jawaban = ak_perpindahan(
        jenjang=m.kata("jenjang", Jenjang),
        golongan=m.teks("golongan"),
        baris=[baca_masa(satu, "baris", urut) for urut, satu in enumerate(daftar, start=1)],
        pangkat_tertinggi=m.benar("pangkat_tertinggi"),
        pada=m.tanggal("pada"),
    )
    return {
        "angka_kredit": str(jawaban.nilai),
        "ak_dasar": str(jawaban.ak_dasar),
        "bagian": [
            {
                "tahun": satu.masa.tahun,
                "bulan": satu.konversi.bulan,
                "angka_kredit": str(satu.konversi.nilai),
            }
            for satu in jawaban.bagian
        ],
        "dasar": dasar_kasus(jawaban.dasar),
    }


def _tmt(isi: object) -> dict[str, Any]:
    hari, dasar = tmt_kenaikan_pangkat(Masukan(isi, ("pada",)).tanggal("pada"))
    return {"tmt": hari.isoformat(), "dasar": dasar_kasus(dasar)}


DAFTAR_JF: dict[str, Callable[[object], dict[str, Any]]] = {
    "kelayakan_kenaikan": _kelayakan,
    "konversi_masa": _konversi_masa,
    "ak_pendidikan": _pendidikan,
    "ak_perpindahan": _perpindahan,
    "tmt_kenaikan_pangkat": _tmt,
}
