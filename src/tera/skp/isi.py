"""The content of a plan as one frozen value: what a form sends, a copy carries, a paste makes."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from tera.regulasi.kategori import BagianLampiran
from tera.skp.models import SKP

# Codes of ``tera.regulasi.berakhlak``, in the order of the form; a test compares them.
DAFTAR_NILAI = ("BP", "AKU", "KOM", "HAR", "LOY", "ADA", "KOL")
DAFTAR_BAGIAN: tuple[str, ...] = tuple(str(bagian) for bagian in BagianLampiran)


@dataclass(frozen=True, slots=True)
class IsiIndikator:
    """One indicator; ``kunci`` is empty for a new one."""

    teks: str = ""
    target: str = ""
    aspek: str = ""
    satuan: str = ""
    kode_pustaka: str = ""
    kunci: str = ""

    @property
    def kosong(self) -> bool:
        """Whether nothing was typed (the aspek alone is only a suggestion)."""
        return not (self.teks or self.target or self.satuan)


@dataclass(frozen=True, slots=True)
class IsiRHK:
    """One RHK with its indicators; ``kunci`` is empty for a new one."""

    teks: str = ""
    jenis: str = "utama"
    klasifikasi: str = "individu"
    rhk_pimpinan_id: int | None = None
    butir_perencanaan_id: int | None = None
    perspektif: str = ""
    penugasan_dari: str = ""
    penugasan_khusus: bool = False
    tautkan_nanti: bool = False
    daftar_indikator: tuple[IsiIndikator, ...] = ()
    kunci: str = ""

    @property
    def kosong(self) -> bool:
        """Whether nothing was typed."""
        return not self.teks and all(satu.kosong for satu in self.daftar_indikator)


@dataclass(frozen=True, slots=True)
class IsiSKP:
    """The whole content: RHK in order, seven behaviour rows, three lists of the lampiran."""

    daftar_rhk: tuple[IsiRHK, ...] = ()
    perilaku: Mapping[str, str] = field(default_factory=dict)
    lampiran: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def isi_dari(skp: SKP) -> IsiSKP:
    """Return the stored content of ``skp``: four queries, none when it was fetched with it."""
    tersedia = "daftar_rhk" in getattr(skp, "_prefetched_objects_cache", {})
    daftar_rhk = (
        skp.daftar_rhk.all() if tersedia else skp.daftar_rhk.prefetch_related("daftar_indikator")
    )
    lampiran: dict[str, list[str]] = {bagian: [] for bagian in DAFTAR_BAGIAN}
    for butir in skp.daftar_lampiran.all():
        lampiran[butir.bagian].append(butir.teks)
    return IsiSKP(
        daftar_rhk=tuple(
            IsiRHK(
                teks=rhk.teks,
                jenis=rhk.jenis,
                klasifikasi=rhk.klasifikasi,
                rhk_pimpinan_id=rhk.rhk_pimpinan_id,
                butir_perencanaan_id=rhk.butir_perencanaan_id,
                perspektif=rhk.perspektif,
                penugasan_dari=rhk.penugasan_dari,
                penugasan_khusus=rhk.penugasan_khusus,
                tautkan_nanti=rhk.tautkan_nanti,
                kunci=str(rhk.kunci),
                daftar_indikator=tuple(
                    IsiIndikator(
                        teks=ind.teks,
                        target=ind.target,
                        aspek=ind.aspek,
                        satuan=ind.satuan,
                        kode_pustaka=ind.kode_pustaka,
                        kunci=str(ind.kunci),
                    )
                    for ind in rhk.daftar_indikator.all()
                ),
            )
            for rhk in daftar_rhk
        ),
        perilaku={satu.nilai: satu.ekspektasi_khusus for satu in skp.daftar_perilaku.all()},
        lampiran={bagian: tuple(daftar) for bagian, daftar in lampiran.items()},
    )


def salinan(isi: IsiSKP, *, dengan_tautan: bool) -> IsiSKP:
    """Return ``isi`` with fresh keys; without ``dengan_tautan`` the ties to leaders are dropped."""
    return replace(
        isi,
        daftar_rhk=tuple(
            replace(
                rhk,
                kunci="",
                rhk_pimpinan_id=rhk.rhk_pimpinan_id if dengan_tautan else None,
                butir_perencanaan_id=rhk.butir_perencanaan_id if dengan_tautan else None,
                tautkan_nanti=rhk.tautkan_nanti if dengan_tautan else False,
                daftar_indikator=tuple(replace(ind, kunci="") for ind in rhk.daftar_indikator),
            )
            for rhk in isi.daftar_rhk
        ),
    )


def ringkas(isi: IsiSKP) -> dict[str, Any]:
    """Return ``isi`` as plain data: what the audit digests and the receipt cover."""
    return {
        "rhk": [
            {
                "jenis": rhk.jenis,
                "teks": rhk.teks,
                "rhk_pimpinan": rhk.rhk_pimpinan_id,
                "butir": rhk.butir_perencanaan_id,
                "perspektif": rhk.perspektif,
                "klasifikasi": rhk.klasifikasi,
                "penugasan_dari": rhk.penugasan_dari,
                "penugasan_khusus": rhk.penugasan_khusus,
                "tautkan_nanti": rhk.tautkan_nanti,
                "indikator": [
                    [ind.aspek, ind.teks, ind.target, ind.satuan] for ind in rhk.daftar_indikator
                ],
            }
            for rhk in isi.daftar_rhk
        ],
        "perilaku": dict(isi.perilaku),
        "lampiran": {bagian: list(daftar) for bagian, daftar in isi.lampiran.items()},
    }


def kunci_sah(teks: str) -> uuid.UUID | None:
    """Return the key in ``teks``, None when it is empty or not a key."""
    try:
        return uuid.UUID(teks)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class HasilTempel:
    """What a paste gave: the rows, and the lines that could not be read with their reason."""

    daftar_rhk: tuple[IsiRHK, ...]
    daftar_masalah: tuple[tuple[int, str], ...]


_ASPEK = {"kuantitas": "kuantitas", "kualitas": "kualitas", "waktu": "waktu", "biaya": "biaya"}


def baca_tempelan(teks: str, *, jenis: str = "utama") -> HasilTempel:
    """Read rows pasted from a spreadsheet: tab-separated RHK, aspek, indikator, target.

    An empty first cell belongs to the RHK above (merged cells paste so); a heading row is skipped.
    """
    daftar: list[IsiRHK] = []
    masalah: list[tuple[int, str]] = []
    for nomor, baris in enumerate(teks.splitlines(), start=1):
        if not baris.strip():
            continue
        sel = [" ".join(bagian.split()) for bagian in baris.split("\t")]
        sel += [""] * (4 - len(sel))
        rhk, aspek, indikator, target = sel[:4]
        if rhk.casefold() in {"rhk", "rencana hasil kerja"}:
            continue
        kode_aspek = _ASPEK.get(aspek.casefold(), "")
        if aspek and not kode_aspek:
            masalah.append(
                (
                    nomor,
                    _(
                        "Aspek “%(aspek)s” tidak dikenal: tulis Kuantitas, Kualitas, Waktu, "
                        "atau Biaya. Baris tetap dibaca tanpa aspek."
                    )
                    % {"aspek": aspek},
                )
            )
        if not rhk and not daftar:
            masalah.append((nomor, _("Baris pertama belum punya RHK. Isi kolom pertama.")))
            continue
        satu = IsiIndikator(teks=indikator, target=target, aspek=kode_aspek)
        tambahan = () if satu.kosong else (satu,)
        if rhk and not (daftar and daftar[-1].teks == rhk):
            daftar.append(IsiRHK(teks=rhk, jenis=jenis, daftar_indikator=tambahan))
        else:
            daftar[-1] = replace(
                daftar[-1], daftar_indikator=(*daftar[-1].daftar_indikator, *tambahan)
            )
    return HasilTempel(tuple(daftar), tuple(masalah))
