"""Answers the cases of reward: Satyalancana and the factors of tukin and TPP."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from tera.regulasi.akumulasi import MasaPredikat
from tera.regulasi.dasar import gabung_dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kasus_masukan import Masukan, baca_masa, dasar_kasus, ulang
from tera.regulasi.kategori import Predikat
from tera.regulasi.penghargaan import TingkatSatyalancana, satyalancana
from tera.regulasi.tunjangan import (
    HUKDIS_SEDANG,
    PRASET,
    AturanTunjangan,
    Dikenai,
    PembulatanRupiah,
    SaatBerlaku,
    bulatkan_rupiah,
    faktor_tunjangan,
    predikat_bulan,
)

_PECAHAN = ("bobot_kinerja", "bobot_kehadiran", "faktor_cpns", "potongan_hukdis")
_KATA: dict[str, Any] = {
    "dikenai": Dikenai,
    "saat_berlaku": SaatBerlaku,
    "pembulatan": PembulatanRupiah,
}
_PAGU_TERBESAR = Decimal(10) ** 10
_NOL, _SERATUS = Decimal(0), Decimal(100)


def jawab_satyalancana(isi: object) -> dict[str, Any]:
    """`tingkat`, `status`, `tmt_cpns`, `tanggal_usul`, `hukdis`, `cltn` (null: not looked at)."""
    m = Masukan(isi, ("tingkat", "status", "tmt_cpns", "tanggal_usul", "hukdis", "cltn"))
    jawaban = satyalancana(
        tingkat=m.kata("tingkat", TingkatSatyalancana),
        status=m.teks("status"),
        tmt_cpns=None if m.isi["tmt_cpns"] is None else m.tanggal("tmt_cpns"),
        tanggal_usul=m.tanggal("tanggal_usul"),
        hukdis=None if m.isi["hukdis"] is None else m.benar("hukdis"),
        cltn=None if m.isi["cltn"] is None else m.benar("cltn"),
    )
    return {
        "layak": jawaban.layak.value,
        "masa_kerja_bulan": jawaban.masa_kerja_bulan,
        "syarat": [
            {"kunci": s.kunci, "jawaban": s.jawaban.value, "keterangan": s.keterangan}
            for s in jawaban.syarat
        ],
        "dasar": dasar_kasus(jawaban.dasar),
    }


def jawab_tunjangan(isi: object) -> dict[str, Any]:
    """The factor of a month: a preset or null, an own rule over it, and the month's facts."""
    m = Masukan(
        isi,
        (
            "praset", "aturan", "pagu", "tahun", "bulan", "predikat", "capaian",
            "potongan_kehadiran", "cpns", "hukdis_sedang", "laporan_tidak_sesuai",
        ),
    )  # fmt: skip
    aturan, dasar = _aturan(m)
    tahun, bulan = m.bulat("tahun", 1900, 2200), m.bulat("bulan", 1, 12)
    pagu = m.desimal_antara("pagu", _NOL, _PAGU_TERBESAR)
    masa = predikat_bulan(
        saat_berlaku=aturan.saat_berlaku, tahun=tahun, bulan=bulan, daftar=_daftar_masa(m)
    )
    jawaban = faktor_tunjangan(
        aturan=aturan,
        predikat=masa.predikat if masa else None,
        capaian=m.desimal_antara("capaian", _NOL, _SERATUS),
        potongan_kehadiran=m.desimal_antara("potongan_kehadiran", _NOL, _SERATUS),
        cpns=m.benar("cpns"),
        hukdis_sedang=m.benar("hukdis_sedang"),
        laporan_tidak_sesuai=m.bulat("laporan_tidak_sesuai", 0, 31),
    )
    return {
        "jumlah": str(bulatkan_rupiah(pagu * jawaban.faktor, aturan.pembulatan)),
        "faktor": _tulis(jawaban.faktor),
        "faktor_predikat": _tulis(jawaban.predikat),
        "faktor_kinerja": _tulis(jawaban.kinerja),
        "faktor_kehadiran": _tulis(jawaban.kehadiran),
        "predikat": masa.predikat.value if masa else None,
        "dasar": dasar,
    }


def _tulis(nilai: Decimal) -> str:
    """A factor without idle zeros: `0.92`."""
    return f"{nilai.normalize():f}"


def _aturan(m: Masukan) -> tuple[AturanTunjangan, list[dict[str, str]]]:
    hukdis = HUKDIS_SEDANG.terakhir
    kolom: dict[str, Any] = {"potongan_hukdis": hukdis.nilai.potongan}
    dasar = hukdis.dasar
    if m.isi["praset"] is not None:
        nama = m.teks("praset")
        if nama not in PRASET:
            raise MasukanSalahError(
                f"`praset` “{ulang(nama)}” tidak dikenal. Pilihannya: {', '.join(PRASET)}."
            )
        ketentuan = PRASET[nama].terakhir
        kolom |= ketentuan.nilai
        dasar = gabung_dasar(ketentuan.dasar, dasar)
    kolom |= _kolom_sendiri(m.isi["aturan"])
    if kurang := {"bobot_kinerja", "bobot_kehadiran"} - kolom.keys():
        raise MasukanSalahError(
            f"Aturan ini belum punya {' dan '.join(sorted(kurang))}. Isi di `aturan`."
        )
    return AturanTunjangan(**kolom), dasar_kasus(dasar)


def _kolom_sendiri(isi: object) -> dict[str, Any]:
    if not isinstance(isi, Mapping):
        raise MasukanSalahError("`aturan` harus objek; boleh kosong bila `praset` diisi.")
    m = Masukan(isi, tuple(isi))
    hasil: dict[str, Any] = {}
    for nama in isi:
        if nama in _PECAHAN:
            hasil[nama] = m.desimal_antara(nama, _NOL, _SERATUS)
        elif nama in _KATA:
            hasil[nama] = m.kata(nama, _KATA[nama])
        elif nama == "faktor_predikat":
            hasil[nama] = _faktor_predikat(isi[nama])
        else:
            raise MasukanSalahError(f"`aturan` berisi yang tidak dikenal: {ulang(nama)}.")
    return hasil


def _faktor_predikat(isi: object) -> dict[Predikat, Decimal]:
    m = Masukan(isi, tuple(Predikat))
    return {satu: m.desimal_antara(satu.value, _NOL, _SERATUS) for satu in Predikat}


def _daftar_masa(m: Masukan) -> list[MasaPredikat]:
    daftar = m.isi["predikat"]
    if not isinstance(daftar, list):
        raise MasukanSalahError("`predikat` harus daftar masa predikat; boleh kosong.")
    return [baca_masa(satu, "predikat", urut) for urut, satu in enumerate(daftar, start=1)]


DAFTAR_PENGHARGAAN: dict[str, Callable[[object], dict[str, Any]]] = {
    "satyalancana": jawab_satyalancana,
    "tunjangan": jawab_tunjangan,
}
