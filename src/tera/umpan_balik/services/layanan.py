"""Service points: opened, changed, closed by officers; answers that were held are decided."""

import datetime as dt
import secrets
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.organisasi.models import UnitKerja
from tera.organisasi.permissions import boleh_petugas
from tera.umpan_balik.models import ForumEvaluasi, JawabanSKM, TitikLayanan
from tera.umpan_balik.selectors.layanan import PERAN_KELOLA

#: Letters and digits that nobody confuses on a poster.
HURUF = "23456789abcdefghjkmnpqrstuvwxyz"
PANJANG_KODE = 8


@transaction.atomic
def buka_titik(
    *,
    aktor: Aktor,
    unit: UnitKerja,
    nama: str,
    jenis_layanan: str,
    sejak: dt.date,
    sampai: dt.date | None,
    pada: dt.date,
) -> TitikLayanan:
    """Open a service point with an address of its own.

    Raises:
        TidakBerwenangError: not an officer of the unit. MasukanSalahError.
    """
    pastikan_pengelola(aktor=aktor, unit=unit, pada=pada)
    isi = _isi_titik(nama, jenis_layanan, sejak, sampai)
    baru = TitikLayanan.objects.create(
        instansi_id=aktor.instansi_id, unit=unit, kode=kode_baru(), **isi
    )
    audit.catat_objek(aktor, "titik_layanan", baru.pk, "buka", isi | {"unit_id": unit.pk})
    return baru


@transaction.atomic
def ubah_titik(
    *,
    aktor: Aktor,
    titik: TitikLayanan,
    nama: str,
    jenis_layanan: str,
    sejak: dt.date,
    sampai: dt.date | None,
    pada: dt.date,
) -> TitikLayanan:
    """Change the words and days of a point; its address stays, posters keep working."""
    pastikan_pengelola(aktor=aktor, unit=titik.unit, pada=pada)
    isi = _isi_titik(nama, jenis_layanan, sejak, sampai)
    TitikLayanan.objects.filter(pk=titik.pk).update(**isi, updated_at=clock.sekarang())
    audit.catat_objek(aktor, "titik_layanan", titik.pk, "ubah", isi)
    titik.refresh_from_db()
    return titik


@transaction.atomic
def putuskan_tertahan(*, aktor: Aktor, titik: TitikLayanan, hitung: bool, pada: dt.date) -> int:
    """Count the held answers of a point from tomorrow, or set them aside; returns how many."""
    pastikan_pengelola(aktor=aktor, unit=titik.unit, pada=pada)
    daftar = JawabanSKM.objects.filter(
        titik=titik, dihitung_mulai__isnull=True, dikesampingkan=False
    )
    mulai = pada + dt.timedelta(days=1)
    jumlah = daftar.update(dihitung_mulai=mulai) if hitung else daftar.update(dikesampingkan=True)
    if jumlah:
        aksi = "hitung_tertahan" if hitung else "kesampingkan_tertahan"
        audit.catat_objek(aktor, "titik_layanan", titik.pk, aksi, {"jumlah": jumlah})
    return jumlah


def pastikan_pengelola(*, aktor: Aktor, unit: UnitKerja, pada: dt.date) -> None:
    """Refuse whoever isn't an officer of ``unit``.

    Raises:
        TidakBerwenangError
    """
    if not boleh_petugas(aktor=aktor, unit=unit, pada=pada, peran=PERAN_KELOLA):
        raise TidakBerwenangError(
            _(
                "Tidak tersimpan: suara masyarakat unit ini dikelola pengelola kinerja atau admin. "
                "Bila seharusnya Anda, hubungi pengelola kinerja instansi."
            )
        )


def kode_baru() -> str:
    """Return a short random code that neither a point nor a forum has."""
    while True:
        kode = "".join(secrets.choice(HURUF) for _n in range(PANJANG_KODE))
        if not (
            TitikLayanan.objects.filter(kode=kode).exists()
            or ForumEvaluasi.objects.filter(kode=kode).exists()
        ):
            return kode


def periksa_masa(sejak: dt.date, sampai: dt.date | None, bidang: str) -> None:
    """Refuse an end before its beginning.

    Raises:
        MasukanSalahError
    """
    if sampai is not None and sampai < sejak:
        pesan = _("Hari terakhir mendahului hari pertama. Betulkan salah satunya.")
        raise MasukanSalahError(pesan, per_bidang={bidang: [pesan]})


def _isi_titik(
    nama: str, jenis_layanan: str, sejak: dt.date, sampai: dt.date | None
) -> dict[str, Any]:
    periksa_masa(sejak, sampai, "sampai")
    return {
        "nama": nama.strip(),
        "jenis_layanan": jenis_layanan.strip(),
        "sejak": sejak,
        "sampai": sampai,
    }
