"""Answers cases from outside, so that anyone can check the law room: dict in, dict out.

A case is `{"aturan": …, "masukan": {…}}` (and `id` if wished). The answer echoes `aturan` and `id`
and has either `keluaran` or `galat` `{kode, pesan}`; no case raises. Used by `tera regulasi kasus`.

Tidak dimodelkan: the settings of an agency (week pattern, extra holidays, heads counted): cases
are answered with the defaults of the data.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from tera.regulasi.akumulasi import akumulasi_angka_kredit
from tera.regulasi.angka_kredit import angka_kredit
from tera.regulasi.arsip_pp30 import BobotPP30, nilai_pp30
from tera.regulasi.distribusi import periksa_distribusi
from tera.regulasi.galat import MasukanSalahError, RegulasiError, TidakDikenalError
from tera.regulasi.ikm import ikm
from tera.regulasi.kasus_jf import DAFTAR_JF
from tera.regulasi.kasus_masukan import (
    ORANG_TERBANYAK,
    Masukan,
    baca_masa,
    bulat,
    dasar_kasus,
    ulang,
)
from tera.regulasi.kasus_penghargaan import DAFTAR_PENGHARGAAN
from tera.regulasi.kasus_tindakan import DAFTAR_TINDAKAN
from tera.regulasi.kategori import CapaianOrganisasi, Jenjang, Predikat, Rating
from tera.regulasi.keberatan import batas_keberatan
from tera.regulasi.nip import baca_nip
from tera.regulasi.pengembangan import StatusJP, pemenuhan_jp
from tera.regulasi.predikat import predikat_kinerja
from tera.regulasi.talenta import Potensial, kotak_talenta


def _predikat(isi: object) -> dict[str, Any]:
    m = Masukan(isi, ("hasil_kerja", "perilaku_kerja", "pada"))
    jawaban = predikat_kinerja(
        hasil_kerja=m.kata("hasil_kerja", Rating),
        perilaku_kerja=m.kata("perilaku_kerja", Rating),
        pada=m.tanggal("pada"),
    )
    return {
        "predikat": jawaban.predikat.value,
        "kode_siasn": jawaban.kode_siasn,
        "dasar": dasar_kasus(jawaban.dasar),
    }


def _distribusi(isi: object) -> dict[str, Any]:
    m = Masukan(isi, ("capaian_organisasi", "jumlah", "pada"))
    hitung = m.isi["jumlah"]
    if not isinstance(hitung, Mapping):
        raise MasukanSalahError("`jumlah` harus objek berisi predikat dan jumlah orang.")
    jumlah: dict[Predikat, int] = {}
    for kata, banyak in hitung.items():
        if kata not in tuple(Predikat):
            raise MasukanSalahError(
                f"`jumlah` berisi predikat “{ulang(kata)}” yang tidak dikenal. "
                f"Pilihannya: {', '.join(Predikat)}."
            )
        jumlah[Predikat(kata)] = bulat(banyak, f"jumlah.{kata}", 0, ORANG_TERBANYAK)
    jawaban = periksa_distribusi(
        capaian_organisasi=m.kata("capaian_organisasi", CapaianOrganisasi),
        jumlah=jumlah,
        pada=m.tanggal("pada"),
    )
    return {
        "hasil": jawaban.hasil.value,
        "pelanggaran": list(jawaban.pelanggaran),
        "catatan": list(jawaban.catatan),
        "dasar": dasar_kasus(jawaban.dasar),
    }


def _angka_kredit(isi: object) -> dict[str, Any]:
    m = Masukan(isi, ("jenjang", "predikat", "bulan", "pada"))
    jawaban = angka_kredit(
        jenjang=m.kata("jenjang", Jenjang),
        predikat=m.kata("predikat", Predikat),
        bulan=m.bulat("bulan", 1, 12),
        pada=m.tanggal("pada"),
    )
    return {"angka_kredit": str(jawaban.nilai), "dasar": dasar_kasus(jawaban.dasar)}


def _batas_keberatan(isi: object) -> dict[str, Any]:
    m = Masukan(isi, ("diterima_pada", "pada"))
    diterima_pada, pada = m.tanggal("diterima_pada"), m.tanggal("pada")
    if pada < diterima_pada:
        raise MasukanSalahError(
            f"`pada` {pada.isoformat()} sebelum dokumen diterima ({diterima_pada.isoformat()})."
        )
    jawaban = batas_keberatan(diterima_pada=diterima_pada)
    return {
        "batas": jawaban.batas.isoformat(),
        "batas_hari": jawaban.batas_hari.isoformat(),
        "masih_boleh": jawaban.masih_boleh(pada),
        "sementara": jawaban.sementara,
        "dasar": dasar_kasus(jawaban.dasar),
    }


def _nip(isi: object) -> dict[str, Any]:
    m = Masukan(isi, ("nip", "pada"))
    jawaban = baca_nip(m.teks("nip"), pada=m.tanggal("pada"))
    mulai: dict[str, Any] = (
        {"tahun_pengangkatan": jawaban.tahun_pengangkatan}
        if jawaban.tmt_cpns is None
        else {"tmt_cpns": jawaban.tmt_cpns.isoformat()}
    )
    return {
        "jenis": jawaban.jenis.value,
        "tanggal_lahir": jawaban.tanggal_lahir.isoformat(),
        "jenis_kelamin": jawaban.jenis_kelamin.value,
        **mulai,
        "urut": jawaban.urut,
        "catatan": [catatan.value for catatan in jawaban.catatan],
    }


def _arsip_pp30(isi: object) -> dict[str, Any]:
    m = Masukan(isi, ("nilai_skp", "nilai_perilaku", "bobot", "ide_baru"))
    jawaban = nilai_pp30(
        nilai_skp=m.desimal("nilai_skp"),
        nilai_perilaku=m.desimal("nilai_perilaku"),
        bobot=m.kata("bobot", BobotPP30),
        ide_baru=m.benar("ide_baru"),
    )
    bulat = jawaban.nilai == jawaban.nilai.to_integral_value()
    return {
        "nilai": int(jawaban.nilai) if bulat else float(jawaban.nilai),
        "predikat": jawaban.predikat.value,
        "dasar": dasar_kasus(jawaban.dasar),
    }


def _ikm(isi: object) -> dict[str, Any]:
    daftar = Masukan(isi, ("nilai",)).isi["nilai"]
    if not isinstance(daftar, list) or not all(isinstance(satu, list) for satu in daftar):
        raise MasukanSalahError(
            "`nilai` harus daftar jawaban; tiap jawaban daftar sembilan bilangan bulat 1 sampai 4."
        )
    jawaban = ikm(daftar)
    return {
        "ikm": str(jawaban.nilai),
        "mutu": jawaban.mutu,
        "unsur": [str(rata) for rata in jawaban.unsur],
        "dasar": dasar_kasus(jawaban.dasar),
    }


def _kotak_talenta(isi: object) -> dict[str, Any]:
    m = Masukan(isi, ("kinerja", "potensial"))
    jawaban = kotak_talenta(
        kinerja=m.kata("kinerja", Rating), potensial=m.kata("potensial", Potensial)
    )
    return {
        "kotak": jawaban.kotak.kotak,
        "krs": jawaban.kotak.krs,
        "rekomendasi": list(jawaban.kotak.rekomendasi),
        "dasar": dasar_kasus(jawaban.dasar),
    }


def _akumulasi(isi: object) -> dict[str, Any]:
    m = Masukan(isi, ("jenjang", "golongan", "baris", "ak_dasar", "tambahan_pendidikan", "pada"))
    daftar = m.isi["baris"]
    if not isinstance(daftar, list):
        raise MasukanSalahError("`baris` harus daftar masa predikat.")
    jawaban = akumulasi_angka_kredit(
        jenjang=m.kata("jenjang", Jenjang),
        golongan=m.teks("golongan"),
        baris=[baca_masa(satu, "baris", urut) for urut, satu in enumerate(daftar, start=1)],
        ak_dasar=m.uang("ak_dasar"),
        tambahan_pendidikan=m.uang("tambahan_pendidikan"),
        pada=m.tanggal("pada"),
    )
    jenjang, lebih = jawaban.kebutuhan_jenjang, jawaban.kelebihan_jenjang
    return {
        "jumlah": str(jawaban.jumlah),
        "kebutuhan_pangkat": str(jawaban.kebutuhan_pangkat),
        "kelebihan_pangkat": str(jawaban.kelebihan_pangkat),
        "kebutuhan_jenjang": None if jenjang is None else str(jenjang),
        "kelebihan_jenjang": None if lebih is None else str(lebih),
        "dapat_pangkat": jawaban.dapat_pangkat,
        "dapat_jenjang": jawaban.dapat_jenjang,
        "baris": [
            {
                "tahun": satu.masa.tahun,
                "bulan_mulai": satu.masa.bulan_mulai,
                "bulan_selesai": satu.masa.bulan_selesai,
                "predikat": satu.masa.predikat.value,
                "bulan": satu.konversi.bulan,
                "persentase": str(satu.konversi.persentase),
                "koefisien": str(satu.konversi.koefisien),
                "angka_kredit": str(satu.konversi.nilai),
            }
            for satu in jawaban.baris
        ],
        "dasar": dasar_kasus(jawaban.dasar),
    }


def _pemenuhan_jp(isi: object) -> dict[str, Any]:
    m = Masukan(isi, ("status", "jp", "menit", "pada"))
    jawaban = pemenuhan_jp(
        status=m.kata("status", StatusJP),
        jp=m.bulat("jp", 0, 10_000),
        menit=m.bulat("menit", 0, 600_000),
        pada=m.tanggal("pada"),
    )
    isi_jawaban = {k: getattr(jawaban, k) for k in ("jp", "wajib", "kurang", "terpenuhi")}
    return {**isi_jawaban, "dasar": dasar_kasus(jawaban.dasar)}


DAFTAR_ATURAN: dict[str, Callable[[object], dict[str, Any]]] = {
    "predikat": _predikat,
    "distribusi": _distribusi,
    "angka_kredit": _angka_kredit,
    "batas_keberatan": _batas_keberatan,
    "nip": _nip,
    "arsip_pp30": _arsip_pp30,
    "ikm": _ikm,
    "kotak_talenta": _kotak_talenta,
    "akumulasi_angka_kredit": _akumulasi,
    **DAFTAR_TINDAKAN,
    **DAFTAR_PENGHARGAAN,
    "pemenuhan_jp": _pemenuhan_jp,
    **DAFTAR_JF,
}


def _cari_aturan(kasus: Mapping[str, Any]) -> Callable[[object], dict[str, Any]]:
    aturan = kasus.get("aturan")
    if not isinstance(aturan, str):
        raise MasukanSalahError("`aturan` wajib ada dan berupa teks.")
    if aturan not in DAFTAR_ATURAN:
        raise TidakDikenalError(
            f"Aturan “{ulang(aturan)}” tidak dikenal. Pilihannya: {', '.join(DAFTAR_ATURAN)}."
        )
    if "masukan" not in kasus:
        raise MasukanSalahError("`masukan` wajib ada.")
    return DAFTAR_ATURAN[aturan]


def jawab(kasus: object) -> dict[str, Any]:
    """The answer to one case; never raises for a case that is wrong."""
    if not isinstance(kasus, Mapping):
        return {"aturan": None, "galat": _galat(MasukanSalahError("Kasus harus berupa objek."))}
    kepala = {
        kunci: kasus[kunci] if isinstance(kasus.get(kunci), str | int) else None
        for kunci in ("id", "aturan")
        if kunci in kasus or kunci == "aturan"
    }
    try:
        return {**kepala, "keluaran": _cari_aturan(kasus)(kasus.get("masukan"))}
    except RegulasiError as salah:
        return {**kepala, "galat": _galat(salah)}


def _galat(salah: RegulasiError) -> dict[str, str]:
    return {"kode": salah.kode, "pesan": salah.pesan}


def _tolak_konstanta(nama: str) -> object:
    raise ValueError(f"{nama} bukan JSON")


def jawab_baris(baris: str) -> str:
    """The answer to one line of JSON as one line of JSON; an empty line gives an empty text.

    Text that is not JSON (also `NaN`, numbers of thousands of digits, nesting without end) is
    answered with `masukan_salah`.
    """
    if not baris.strip():
        return ""
    try:
        kasus = json.loads(baris, parse_float=Decimal, parse_constant=_tolak_konstanta)
    except (ValueError, ArithmeticError, RecursionError):
        pesan = "Baris ini bukan JSON yang sah."
        return json.dumps({"aturan": None, "galat": _galat(MasukanSalahError(pesan))})
    jawaban = json.dumps(jawab(kasus), ensure_ascii=False)
    if jawaban.isprintable():
        return jawaban
    # Lone surrogates can't be written as UTF-8, line separators would break the line.
    return json.dumps(json.loads(jawaban))
