"""What the system holds of the one who asks: profile, numbers, posts, parts, who looked."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.models import (
    AksesPetugas,
    NomorInduk,
    Pegawai,
    Penugasan,
    PeranPetugas,
)
from tera.organisasi.selectors.penilai import HasilPenilai, penilai_pada, penugasan_utama


@dataclass(frozen=True, slots=True)
class DataDiri:
    """One person's rows; ``penilai`` is None while the person holds no post."""

    pegawai: Pegawai
    daftar_nomor: tuple[NomorInduk, ...]
    daftar_penugasan: tuple[Penugasan, ...]
    daftar_peran: tuple[PeranPetugas, ...]
    penugasan: Penugasan | None
    penilai: HasilPenilai | None


def data_diri(*, aktor: Aktor, pada: dt.date) -> DataDiri | None:
    """Return everything held about the aktor's own person; None for an account without person."""
    if aktor.pegawai_id is None:
        return None
    pegawai = Pegawai.objects.select_related("instansi", "akun").get(
        pk=aktor.pegawai_id, instansi_id=aktor.instansi_id
    )
    utama = penugasan_utama(pegawai_id=pegawai.pk, pada=pada)
    return DataDiri(
        pegawai=pegawai,
        daftar_nomor=tuple(NomorInduk.objects.filter(pegawai=pegawai).order_by("-sejak")),
        daftar_penugasan=tuple(
            Penugasan.objects.filter(pegawai=pegawai)
            .select_related("jabatan", "unit")
            .order_by("-sejak", "-pk")
        ),
        daftar_peran=tuple(
            PeranPetugas.objects.filter(pegawai=pegawai).select_related("unit").order_by("-sejak")
        ),
        penugasan=utama,
        penilai=penilai_pada(penugasan=utama, pada=pada) if utama else None,
    )


def akses_atas_diri(*, aktor: Aktor) -> QuerySet[AksesPetugas]:
    """Return every request in *mode petugas* that concerned the aktor, newest first."""
    return AksesPetugas.objects.filter(
        instansi_id=aktor.instansi_id, pegawai_id=aktor.pegawai_id or -1
    ).order_by("-terjadi_at", "-pk")


def salinan_data_diri(data: DataDiri) -> dict[str, Any]:
    """Return the rows as plain values for a download: the words of the database, dates ISO."""
    p = data.pegawai
    return {
        "profil": {
            "nama": p.nama,
            "gelar_depan": p.gelar_depan,
            "gelar_belakang": p.gelar_belakang,
            "nip": p.nip,
            "tempat_lahir": p.tempat_lahir,
            "tanggal_lahir": p.tanggal_lahir,
            "jenis_kelamin": p.jenis_kelamin,
            "status": p.status,
            "golongan": p.golongan,
            "tmt_golongan": p.tmt_golongan,
            "tmt_cpns": p.tmt_cpns,
            "kedudukan_hukum": p.kedudukan_hukum,
            "pendidikan": p.pendidikan,
            "surel": p.surel,
            "no_hp": p.no_hp,
            "instansi": p.instansi.nama,
        },
        "nomor_induk": [
            {"nomor": n.nomor, "jenis": n.jenis, "sejak": n.sejak, "sampai": n.sampai}
            for n in data.daftar_nomor
        ],
        "penugasan": [
            {
                "jabatan": t.jabatan.nama,
                "jenis_jabatan": t.jabatan.jenis,
                "unit": t.unit.nama,
                "jenis": t.jenis,
                "memimpin_unit": t.memimpin_unit,
                "sejak": t.sejak,
                "sampai": t.sampai,
                "surat_penilai": t.surat_penilai,
            }
            for t in data.daftar_penugasan
        ],
        "peran_petugas": [
            {
                "peran": r.peran,
                "unit": r.unit.nama,
                "sejak": r.sejak,
                "sampai": r.sampai,
                "dasar": r.dasar,
            }
            for r in data.daftar_peran
        ],
        "penilai": {
            "penilai": data.penilai.penilai.nama_lengkap if data.penilai.penilai else None,
            "atasan_penilai": (
                data.penilai.atasan_penilai.nama_lengkap if data.penilai.atasan_penilai else None
            ),
            "penjelasan": str(data.penilai.penjelasan),
        }
        if data.penilai
        else None,
    }
