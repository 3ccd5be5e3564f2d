"""Many steps of a workflow at once: the same rows as ``workflow.jalankan``, written in bulk.

For closing a year and for the demo's past: state rows, audit links, events and receipts of n
documents cost a fixed number of statements per batch, and verify like the ones written singly.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, TypeVar

from django.db import models, transaction

from tera.core import audit, clock, kejadian, tanda_terima
from tera.core.aktor import Aktor
from tera.core.kueri import DaftarNomor, DaftarTeks, Isian, KueriSiap, kueri_siap
from tera.core.models import JejakAudit, RiwayatStatus, TandaTerima
from tera.core.sisip import TeksJSON, sisip_baris, tulis_kolom
from tera.regulasi.alur import Langkah, cari_langkah

BATAS_BATCH = 500
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class LangkahMassal:
    """One step of one document.

    Attributes:
        objek_id, instansi_id: the document.
        langkah: the row of the workflow table.
        peran: the part it is taken in.
        bidang: the columns written together with the status.
        saat: the instant; None: now, the same for the whole batch. ``pada`` is its date of law.
    """

    objek_id: int
    instansi_id: int
    jenis: str
    langkah: Langkah
    aktor: Aktor
    peran: str
    pada: dt.date
    bidang: Mapping[str, Any] = field(default_factory=dict)
    alasan: str = ""
    saat: dt.datetime | None = None
    muatan: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PerbuatanMassal:
    """One act that isn't a step of a workflow: an audit link and, if asked, a receipt."""

    objek_id: int
    jenis: str
    aksi: str
    aktor: Aktor
    bidang: Mapping[str, Any]
    saat: dt.datetime | None = None
    bertanda: bool = False


def langkah(jenis: str, aksi: str, status: str) -> Langkah:
    """Return the row of the table; ``LookupError`` when there is none from ``status``."""
    satu = cari_langkah(jenis, aksi, status)
    if satu is None:
        raise LookupError(f"alur {jenis}: {aksi} tidak ada dari {status}")
    return satu


@transaction.atomic
def pindahkan(
    *, model: type[models.Model], daftar: Sequence[LangkahMassal], antar: bool = True
) -> dict[int, str]:
    """Take one step on each document: compare-and-set by status, then the rows of the step.

    Documents whose status changed meanwhile are left alone. Columns of ``bidang`` are written too.
    Returns the numbers of the receipts of those that moved, by id, in the order given. ``antar``:
    deliver events to receivers; the demo's past is not told to anybody.
    """
    tanda: dict[int, str] = {}
    for batch in _potong(daftar):
        status = dict(_status_terkunci(model)(daftar=[satu.objek_id for satu in batch]))
        sah = [_disandi(satu) for satu in batch if status.get(satu.objek_id) == satu.langkah.dari]
        tulis_kolom(
            model, {satu.objek_id: {**satu.bidang, "status": satu.langkah.ke} for satu in sah}
        )
        for satu, nomor in zip(sah, tulis_langkah(sah, antar=antar), strict=True):
            tanda[satu.objek_id] = nomor
    return tanda


def _disandi(satu: LangkahMassal) -> LangkahMassal:
    """The step with its JSON encoded: once for the row, the audit link and the receipt."""
    if not any(isinstance(nilai, dict) for nilai in satu.bidang.values()):
        return satu
    return replace(
        satu,
        bidang={
            nama: TeksJSON(audit.kanonik(nilai)) if isinstance(nilai, dict) else nilai
            for nama, nilai in satu.bidang.items()
        },
    )


@transaction.atomic
def tulis_langkah(daftar: Iterable[LangkahMassal], *, antar: bool = True) -> list[str]:
    """Write state rows, audit links, events and receipts of steps already taken, in order.

    Returns the numbers of the receipts in that order.
    """
    daftar = list(daftar)
    kini = clock.sekarang()
    riwayat: list[dict[str, Any]] = [
        {
            "instansi_id": satu.instansi_id,
            "jenis": satu.jenis,
            "objek_id": satu.objek_id,
            "aksi": satu.langkah.aksi,
            "dari": satu.langkah.dari,
            "ke": satu.langkah.ke,
            "pengguna_id": satu.aktor.pengguna_id,
            "pegawai_id": satu.aktor.pegawai_id,
            "nama_aktor": satu.aktor.nama,
            "peran": satu.peran,
            "mode_petugas_id": satu.aktor.mode_petugas.id if satu.aktor.mode_petugas else None,
            "alasan": satu.alasan,
            "pada": satu.pada,
            "terjadi_at": satu.saat or kini,
        }
        for satu in daftar
    ]
    daftar_pk = sisip_baris(RiwayatStatus, riwayat)
    tanda = tulis_perbuatan(
        PerbuatanMassal(
            objek_id=satu.objek_id,
            jenis=satu.jenis,
            aksi=satu.langkah.aksi,
            aktor=satu.aktor,
            bidang={**satu.bidang, "status": satu.langkah.ke, "alasan": satu.alasan},
            saat=satu.saat or kini,
            bertanda=True,
        )
        for satu in daftar
    )
    kejadian.terbitkan_banyak(
        [
            (
                satu.instansi_id,
                f"{satu.jenis}.{satu.langkah.aksi}",
                {"id": satu.objek_id, "riwayat_id": pk, **satu.muatan},
                baris["terjadi_at"],
            )
            for satu, baris, pk in zip(daftar, riwayat, daftar_pk, strict=True)
        ],
        antar=antar,
    )
    return tanda


@transaction.atomic
def tulis_perbuatan(daftar: Iterable[PerbuatanMassal]) -> list[str]:
    """Append one audit link per act, in order, each to the chain of its document.

    Returns the numbers of the receipts of those that asked for one, in order.
    """
    return sambung_perbuatan(daftar)


def sambung_perbuatan(daftar: Iterable[PerbuatanMassal]) -> list[str]:
    """As ``tulis_perbuatan``, inside the caller's transaction: no savepoint of its own."""
    semua: list[str] = []
    for batch in _potong(list(daftar)):
        akhir = _akhir_rantai({f"{satu.jenis}:{satu.objek_id}" for satu in batch})
        jejak: list[dict[str, Any]] = []
        tanda: list[dict[str, Any]] = []
        for satu in batch:
            rantai = f"{satu.jenis}:{satu.objek_id}"
            urut, sidik = akhir[rantai]
            teks_bidang = audit.kanonik_bidang(satu.bidang)
            with clock.jam_beku(satu.saat or clock.sekarang()):
                baris = audit.susun(
                    aktor=satu.aktor,
                    rantai=rantai,
                    urut=urut + 1,
                    sidik_sebelum=sidik,
                    aksi=satu.aksi,
                    jenis=satu.jenis,
                    objek_id=satu.objek_id,
                    teks_bidang=teks_bidang,
                )
                if satu.bertanda:
                    tanda.append(
                        tanda_terima.susun(
                            aktor=satu.aktor,
                            jenis=satu.jenis,
                            objek_id=satu.objek_id,
                            aksi=satu.aksi,
                            teks_isi=audit.gabung(teks_bidang),
                            sidik_jejak=baris["sidik"],
                        )
                    )
            akhir[rantai] = (baris["urut"], baris["sidik"])
            jejak.append(baris)
        sisip_baris(JejakAudit, jejak)
        sisip_baris(TandaTerima, tanda)
        semua += [satu["nomor"] for satu in tanda]
    return semua


def _akhir_rantai(daftar: set[str]) -> defaultdict[str, tuple[int, str]]:
    """The last link of each chain: order and digest; a chain not begun starts at zero."""
    akhir: defaultdict[str, tuple[int, str]] = defaultdict(lambda: (0, audit.AWAL_RANTAI))
    for rantai, urut, sidik in _daftar_mata(daftar=daftar):
        akhir[rantai] = (urut, sidik)
    return akhir


@kueri_siap(daftar=DaftarTeks())
def _daftar_mata(daftar: Isian) -> models.QuerySet[Any, Any]:
    return (
        JejakAudit.objects.filter(rantai__in=daftar)
        .order_by("rantai", "urut")
        .values_list("rantai", "urut", "sidik")
    )


@cache
def _status_terkunci(model: type[models.Model]) -> KueriSiap:
    """The question for the status of rows of ``model``, held against other writers."""
    return KueriSiap(
        lambda daftar: (
            model._default_manager.select_for_update()
            .filter(pk__in=daftar)
            .values_list("pk", "status")
        ),
        {"daftar": DaftarNomor()},
    )


def _potong(daftar: Sequence[_T]) -> Iterable[Sequence[_T]]:
    for awal in range(0, len(daftar), BATAS_BATCH):
        yield daftar[awal : awal + BATAS_BATCH]
