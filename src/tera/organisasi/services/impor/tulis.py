"""Bulk writers the imports share: audit links in chains, events by chunks, the history row."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Max, OuterRef, Subquery

from tera.core import audit, clock, kejadian
from tera.core.aktor import Aktor
from tera.core.models import JejakAudit
from tera.core.sisip import sisip_baris
from tera.organisasi.models import ImporData
from tera.organisasi.services.impor.hasil import HasilImpor

KELOMPOK = 2000
POTONG_KEJADIAN = 500


def potong(daftar: Sequence[Any], ukuran: int = KELOMPOK) -> Iterable[Sequence[Any]]:
    """Yield the list in pieces the database takes in one statement."""
    for awal in range(0, len(daftar), ukuran):
        yield daftar[awal : awal + ukuran]


def catat_awal(aktor: Aktor, jenis: str, daftar: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
    """Write the first link of many new chains: (id, fields)."""
    sisip_baris(
        JejakAudit,
        [
            audit.susun(
                aktor=aktor,
                rantai=f"{jenis}:{pk}",
                urut=1,
                sidik_sebelum=audit.AWAL_RANTAI,
                aksi="impor",
                jenis=jenis,
                objek_id=pk,
                teks_bidang=audit.kanonik_bidang(bidang),
            )
            for pk, bidang in daftar
        ],
    )


def catat_lanjutan(
    aktor: Aktor, jenis: str, daftar: Sequence[tuple[int, Mapping[str, Any]]]
) -> None:
    """Append one link to many chains that may already have links: (id, changed fields)."""
    for bagian in potong(daftar):
        nama = [f"{jenis}:{pk}" for pk, _ in bagian]
        akhir = {
            rantai: (urut, sidik)
            for rantai, urut, sidik in JejakAudit.objects.filter(
                rantai__in=nama,
                urut=Subquery(
                    JejakAudit.objects.filter(rantai=OuterRef("rantai"))
                    .values("rantai")
                    .annotate(akhir=Max("urut"))
                    .values("akhir")
                ),
            ).values_list("rantai", "urut", "sidik")
        }
        sisip_baris(
            JejakAudit,
            [
                audit.susun(
                    aktor=aktor,
                    rantai=rantai,
                    urut=akhir.get(rantai, (0, ""))[0] + 1,
                    sidik_sebelum=akhir.get(rantai, (0, audit.AWAL_RANTAI))[1],
                    aksi="impor",
                    jenis=jenis,
                    objek_id=pk,
                    teks_bidang=audit.kanonik_bidang(bidang),
                )
                for rantai, (pk, bidang) in zip(nama, bagian, strict=True)
            ],
        )


def terbitkan_perubahan(
    *, instansi_id: int, daftar_pegawai: Sequence[int], berlaku: dt.date
) -> None:
    """Tell the upper rooms whose assignment changed, as of which day."""
    for bagian in potong(sorted(set(daftar_pegawai)), POTONG_KEJADIAN):
        kejadian.terbitkan(
            instansi_id=instansi_id,
            nama="organisasi.penugasan_berubah",
            muatan={"pegawai_ids": list(bagian), "berlaku": berlaku.isoformat()},
        )


def catat_impor(
    *, aktor: Aktor, nama: str, isi: bytes, hasil: HasilImpor, baris_impor: ImporData | None
) -> ImporData:
    """Write or finish the history row of an import that was carried out."""
    baris = baris_impor or ImporData(
        instansi_id=aktor.instansi_id,
        jenis=hasil.jenis,
        nama_berkas=nama[:200],
        sidik_berkas=hashlib.sha256(isi).hexdigest(),
        berlaku=hasil.berlaku,
        pengguna_id=aktor.pengguna_id,
        nama_aktor=aktor.nama,
        dibuat_at=clock.sekarang(),
    )
    baris.ringkasan = {**(baris.ringkasan or {}), **hasil.ringkasan()}
    baris.status = (
        ImporData.Status.TANPA_PERUBAHAN if hasil.tanpa_perubahan else ImporData.Status.SELESAI
    )
    baris.save()
    hasil.impor_id = baris.pk
    audit.catat_objek(
        aktor,
        "impor",
        baris.pk,
        "impor",
        {
            "jenis": hasil.jenis,
            "sidik_berkas": baris.sidik_berkas,
            "berlaku": hasil.berlaku,
            "baris": hasil.baris,
            "perubahan": dict(hasil.perubahan),
        },
    )
    return baris
