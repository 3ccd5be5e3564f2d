"""Who sets an SKP and who may be pejabat penilai kinerja, by kind of jabatan.

Instruments: PP 30/2019 Pasal 1 angka 8 and PermenPANRB 6/2022 Pasal 1 angka 9 (direct superior, at
the lowest pejabat pengawas, or another official with delegated authority); the table of who signs
is from PermenPANRB 8/2021 Lampiran BAB II E, taken as unchanged.

Tidak dimodelkan: the unit tree (which person it is), the order of climbing when a post is vacant,
letters of delegation: `organisasi` knows those. A head of region may rate without being ASN.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from tera.regulasi.dasar import Dasar
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import JenisInstansi, JenisJabatan, PenetapSKP
from tera.regulasi.pemuat import PUSTAKA

__all__ = ["PENETAP_SKP", "PENILAI_LANGSUNG", "JawabanPenetap", "JawabanPenilai", "JenisInstansi",
           "PenetapSKP", "kewenangan_menilai", "penetap_skp"]  # fmt: skip


def _penetap(nilai: Any) -> dict[JenisInstansi, dict[str, PenetapSKP]]:
    return {
        JenisInstansi(instansi): {str(jenis): PenetapSKP(siapa) for jenis, siapa in isi.items()}
        for instansi, isi in nilai.items()
    }


def _daftar_jenis(nilai: Any) -> frozenset[JenisJabatan]:
    return frozenset(JenisJabatan(kata) for kata in nilai)


PENETAP_SKP = PUSTAKA.tabel("penilai.toml", "penetap_skp", _penetap)
PENILAI_LANGSUNG = PUSTAKA.tabel("penilai.toml", "penilai_langsung", _daftar_jenis)


@dataclass(frozen=True, slots=True)
class JawabanPenetap:
    """Who sets the SKP, with the basis."""

    penetap: PenetapSKP
    dasar: tuple[Dasar, ...]


@dataclass(frozen=True, slots=True)
class JawabanPenilai:
    """Whether somebody may rate; `alasan` says why not and what to do (empty when allowed)."""

    boleh: bool
    alasan: str
    dasar: tuple[Dasar, ...]


def penetap_skp(
    *,
    jenis_jabatan: JenisJabatan,
    jenis_instansi: JenisInstansi,
    pimpinan_unit_mandiri: bool = False,
    pada: date,
) -> JawabanPenetap:
    """Who sets the SKP of somebody with this kind of jabatan.

    JPT by their kind; a head of a unit kerja mandiri below JPT by its own row; everybody else by
    the pejabat penilai. `MasukanSalahError` for a jabatan that doesn't exist there (JPT utama in
    a region).
    """
    ketentuan = PENETAP_SKP.pada(pada)
    daftar = ketentuan.nilai[jenis_instansi]
    if jenis_jabatan in {
        JenisJabatan.JPT_UTAMA,
        JenisJabatan.JPT_MADYA,
        JenisJabatan.JPT_PRATAMA,
    }:
        baris = jenis_jabatan.value
    else:
        baris = "pimpinan_unit_mandiri" if pimpinan_unit_mandiri else "lainnya"
    if baris not in daftar:
        raise MasukanSalahError(
            f"{jenis_jabatan.label} tidak ada di instansi {jenis_instansi.value}. "
            "Periksa jenis jabatan."
        )
    return JawabanPenetap(daftar[baris], ketentuan.dasar)


def kewenangan_menilai(
    *,
    jenis_jabatan: JenisJabatan | None,
    ada_pendelegasian: bool = False,
    kepala_daerah_atau_menteri: bool = False,
    pada: date,
) -> JawabanPenilai:
    """Whether somebody with this kind of jabatan may be pejabat penilai kinerja.

    `jenis_jabatan` None: no ASN post (a head of region, a minister, a private person).
    """
    ketentuan = PENILAI_LANGSUNG.pada(pada)
    boleh = jenis_jabatan in ketentuan.nilai or ada_pendelegasian or kepala_daerah_atau_menteri
    sebutan = jenis_jabatan.label if jenis_jabatan else "Orang tanpa jabatan ASN"
    alasan = (
        ""
        if boleh
        else f"{sebutan} belum boleh menilai: pejabat penilai paling rendah pejabat pengawas. "
        "Unggah surat pendelegasian kewenangan, atau tunjuk atasan di atasnya."
    )
    return JawabanPenilai(boleh, alasan, ketentuan.dasar)
