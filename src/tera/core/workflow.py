"""The one function that writes a status: a row of the workflow table, one compare-and-set.

A step is one transaction: the status, one state row, one audit link, one event, one receipt.
"Not you" and "not now" are two refusals.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, tanda_terima
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import RiwayatStatus, TandaTerima
from tera.core.sebutan import kata_kerja, sebutan_peran, sebutan_status
from tera.regulasi.alur import ALUR, Langkah


@dataclass(frozen=True, slots=True)
class HasilLangkah:
    """The step that was taken and its receipt."""

    langkah: Langkah
    riwayat: RiwayatStatus
    tanda_terima: TandaTerima


def aksi_tersedia(*, jenis: str, status: str, daftar_peran: Collection[str]) -> list[Langkah]:
    """Return the steps that someone who plays ``daftar_peran`` may take from ``status``."""
    return [
        langkah
        for langkah in ALUR[jenis]
        if langkah.dari == status and langkah.oleh & set(daftar_peran)
    ]


def langkah_berlaku(
    *, jenis: str, aksi: str, status: str, daftar_peran: Collection[str], objek_id: int
) -> tuple[Langkah, str]:
    """Return the step and the part it is taken in.

    Raises:
        TidakBerwenangError: none of the parts may ever do ``aksi``.
        StatusTidakSesuaiError: the document is in another state.
    """
    peran = set(daftar_peran)
    calon = [langkah for langkah in ALUR[jenis] if langkah.aksi == aksi]
    if not calon:
        raise ValueError(f"alur {jenis} tidak punya aksi {aksi}")
    milik = [langkah for langkah in calon if langkah.oleh & peran]
    if not milik:
        boleh = ", ".join(sorted({sebutan_peran(p) for lk in calon for p in lk.oleh}))
        raise TidakBerwenangError(
            _(
                "Anda tidak bisa %(kata)s: langkah ini hanya untuk %(boleh)s. Bila "
                "seharusnya Anda, laporkan penilai yang salah dari beranda."
            )
            % {"kata": kata_kerja(aksi), "boleh": boleh}
        )
    for langkah in milik:
        if langkah.dari == status:
            return langkah, sorted(langkah.oleh & peran)[0]
    raise StatusTidakSesuaiError(_pesan_status(jenis, aksi, status, objek_id))


@transaction.atomic
def jalankan(
    *,
    objek: models.Model,
    jenis: str,
    aksi: str,
    aktor: Aktor,
    daftar_peran: Collection[str],
    pada: dt.date,
    alasan: str = "",
    bidang: Mapping[str, Any] | None = None,
    isi: Any = None,
    muatan: Mapping[str, Any] | None = None,
) -> HasilLangkah:
    """Take one step of ``ALUR[jenis]`` on ``objek``.

    Args:
        bidang: columns written together with the status.
        isi: the content the receipt covers; default the columns written.
        muatan: extra ids for the event ``<jenis>.<aksi>``.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError: see ``langkah_berlaku``.
    """
    pk: int = objek.pk
    instansi_id: int = objek.instansi_id  # type: ignore[attr-defined]
    status: str = objek.status  # type: ignore[attr-defined]
    langkah, peran = langkah_berlaku(
        jenis=jenis, aksi=aksi, status=status, daftar_peran=daftar_peran, objek_id=pk
    )
    kolom = dict(bidang or {})
    model = type(objek)
    berubah = model._default_manager.filter(pk=pk, status=langkah.dari).update(
        status=langkah.ke, **kolom
    )
    if not berubah:
        kini = model._default_manager.filter(pk=pk).values_list("status", flat=True).first()
        raise StatusTidakSesuaiError(_pesan_status(jenis, aksi, str(kini), pk))
    for nama, nilai in (kolom | {"status": langkah.ke}).items():
        setattr(objek, nama, nilai)
    riwayat = RiwayatStatus.objects.create(
        instansi_id=instansi_id,
        jenis=jenis,
        objek_id=pk,
        aksi=aksi,
        dari=langkah.dari,
        ke=langkah.ke,
        pengguna_id=aktor.pengguna_id,
        pegawai_id=aktor.pegawai_id,
        nama_aktor=aktor.nama,
        peran=peran,
        mode_petugas_id=aktor.mode_petugas.id if aktor.mode_petugas else None,
        alasan=alasan,
        pada=pada,
        terjadi_at=clock.sekarang(),
    )
    jejak = audit.catat_objek(
        aktor, jenis, pk, aksi, kolom | {"status": langkah.ke, "alasan": alasan}
    )
    kejadian.terbitkan(
        instansi_id=instansi_id,
        nama=f"{jenis}.{aksi}",
        muatan={"id": pk, "riwayat_id": riwayat.pk, **(muatan or {})},
    )
    tanda = tanda_terima.terbitkan(
        aktor=aktor,
        jenis=jenis,
        objek_id=pk,
        aksi=aksi,
        isi=isi if isi is not None else kolom,
        jejak=jejak,
    )
    return HasilLangkah(langkah, riwayat, tanda)


def riwayat(*, jenis: str, objek_id: int) -> models.QuerySet[RiwayatStatus]:
    """Return the state rows of one document, oldest first."""
    return RiwayatStatus.objects.filter(jenis=jenis, objek_id=objek_id).order_by("id")


def _pesan_status(jenis: str, aksi: str, status: str, objek_id: int) -> str:
    akhir = riwayat(jenis=jenis, objek_id=objek_id).last()
    isi = {
        "kata": kata_kerja(aksi),
        "status": sebutan_status(status),
        "siapa": akhir.nama_aktor if akhir else "",
    }
    if akhir:
        return (
            _(
                "Belum bisa %(kata)s: status sekarang “%(status)s” oleh %(siapa)s. Muat ulang "
                "halaman untuk melihat keadaan terbaru; yang Anda ketik tidak hilang."
            )
            % isi
        )
    return (
        _(
            "Belum bisa %(kata)s: status sekarang “%(status)s”. Muat ulang halaman untuk melihat "
            "keadaan terbaru; yang Anda ketik tidak hilang."
        )
        % isi
    )
