"""One step of a workflow for many documents at once: the same rows as one by one, in bulk.

What a single step writes (status, state row, audit link, event, receipt) is written here with a
fixed number of statements per thousand documents, and verifies the same way.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, models, transaction
from django.db.models import OuterRef, Subquery

from tera.core import audit, clock, kejadian, tanda_terima
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError
from tera.core.models import JejakAudit, RiwayatStatus, TandaTerima
from tera.core.workflow import HasilLangkah, langkah_berlaku
from tera.regulasi.alur import Langkah

POTONG = 1000


@dataclass(frozen=True, slots=True)
class Giliran:
    """One document whose step is taken: the parts of the aktor and the columns written with it."""

    objek: models.Model
    daftar_peran: Collection[str]
    bidang: Mapping[str, Any] = field(default_factory=dict)
    alasan: str = ""


@transaction.atomic
def jalankan_banyak(
    *, jenis: str, aksi: str, aktor: Aktor, daftar: Sequence[Giliran], pada: dt.date
) -> list[HasilLangkah]:
    """Take the step ``aksi`` on every document of ``daftar``; all or none.

    The caller holds the rows (``select_for_update``) and gives the same columns for each.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError: as ``workflow.jalankan``, for the first one.
    """
    hasil: list[HasilLangkah] = []
    for awal in range(0, len(daftar), POTONG):
        hasil += _potong(jenis, aksi, aktor, daftar[awal : awal + POTONG], pada)
    return hasil


def _potong(
    jenis: str, aksi: str, aktor: Aktor, daftar: Sequence[Giliran], pada: dt.date
) -> list[HasilLangkah]:
    langkah = [
        langkah_berlaku(
            jenis=jenis,
            aksi=aksi,
            status=satu.objek.status,  # type: ignore[attr-defined]
            daftar_peran=satu.daftar_peran,
            objek_id=satu.objek.pk,
        )
        for satu in daftar
    ]
    _tulis_status(daftar, [lk for lk, _peran in langkah])
    saat = clock.sekarang()
    riwayat = RiwayatStatus.objects.bulk_create(
        [
            RiwayatStatus(
                instansi_id=satu.objek.instansi_id,  # type: ignore[attr-defined]
                jenis=jenis,
                objek_id=satu.objek.pk,
                aksi=aksi,
                dari=lk.dari,
                ke=lk.ke,
                pengguna_id=aktor.pengguna_id,
                pegawai_id=aktor.pegawai_id,
                nama_aktor=aktor.nama,
                peran=peran,
                mode_petugas_id=aktor.mode_petugas.id if aktor.mode_petugas else None,
                alasan=satu.alasan,
                pada=pada,
                terjadi_at=saat,
            )
            for satu, (lk, peran) in zip(daftar, langkah, strict=True)
        ]
    )
    akhir = _akhir_rantai(jenis, [satu.objek.pk for satu in daftar])
    jejak = JejakAudit.objects.bulk_create(
        [
            audit.susun(
                aktor=aktor,
                rantai=f"{jenis}:{satu.objek.pk}",
                urut=akhir.get(satu.objek.pk, (0, ""))[0] + 1,
                sidik_sebelum=akhir.get(satu.objek.pk, (0, audit.AWAL_RANTAI))[1],
                aksi=aksi,
                jenis=jenis,
                objek_id=satu.objek.pk,
                bidang={**satu.bidang, "status": lk.ke, "alasan": satu.alasan},
            )
            for satu, (lk, _peran) in zip(daftar, langkah, strict=True)
        ]
    )
    kejadian.terbitkan_banyak(
        nama=f"{jenis}.{aksi}",
        daftar=[
            (satu.objek.instansi_id, {"id": satu.objek.pk, "riwayat_id": baris.pk})  # type: ignore[attr-defined]
            for satu, baris in zip(daftar, riwayat, strict=True)
        ],
    )
    tanda = TandaTerima.objects.bulk_create(
        [
            tanda_terima.susun(
                aktor=aktor,
                jenis=jenis,
                objek_id=satu.objek.pk,
                aksi=aksi,
                isi=dict(satu.bidang),
                sidik_jejak=tautan.sidik,
            )
            for satu, tautan in zip(daftar, jejak, strict=True)
        ]
    )
    return [
        HasilLangkah(lk, baris, bukti)
        for (lk, _peran), baris, bukti in zip(langkah, riwayat, tanda, strict=True)
    ]


def _tulis_status(daftar: Sequence[Giliran], langkah: Sequence[Langkah]) -> None:
    """One compare-and-set per document in one prepared statement."""
    if not daftar:
        return
    model = type(daftar[0].objek)
    nama = sorted(daftar[0].bidang)
    medan: list[Any] = [model._meta.get_field(satu.removesuffix("_id")) for satu in nama]
    kutip = connection.ops.quote_name
    kolom = ", ".join(
        [*(f"{kutip(satu.column)} = %s" for satu in medan), f"{kutip('status')} = %s"]
    )
    perintah = (
        f"UPDATE {kutip(model._meta.db_table)} SET {kolom} "  # noqa: S608
        f"WHERE {kutip('id')} = %s AND {kutip('status')} = %s"
    )
    baris = []
    for satu, lk in zip(daftar, langkah, strict=True):
        isi = [
            m.get_db_prep_save(_nilai(satu.bidang[kunci]), connection)
            for kunci, m in zip(nama, medan, strict=True)
        ]
        baris.append([*isi, lk.ke, satu.objek.pk, lk.dari])
    with connection.cursor() as kursor:
        kursor.executemany(perintah, baris)
        berubah = kursor.rowcount
    if berubah != len(baris):
        raise StatusTidakSesuaiError(
            "Status salah satu dokumen baru saja diubah orang lain, jadi belum ada yang diubah. "
            "Muat ulang halaman, lalu ulangi."
        )
    for satu, lk in zip(daftar, langkah, strict=True):
        for kunci, nilai in (*satu.bidang.items(), ("status", lk.ke)):
            setattr(satu.objek, kunci, nilai)


def _nilai(nilai: Any) -> Any:
    return nilai.pk if isinstance(nilai, models.Model) else nilai


def _akhir_rantai(jenis: str, daftar_id: Sequence[int]) -> dict[int, tuple[int, str]]:
    """The last link of each chain: its number and digest."""
    terakhir = (
        JejakAudit.objects.filter(rantai=OuterRef("rantai")).order_by("-urut").values("urut")[:1]
    )
    return {
        objek_id: (urut, sidik)
        for objek_id, urut, sidik in JejakAudit.objects.filter(
            rantai__in=[f"{jenis}:{pk}" for pk in daftar_id], urut=Subquery(terakhir)
        ).values_list("objek_id", "urut", "sidik")
    }
