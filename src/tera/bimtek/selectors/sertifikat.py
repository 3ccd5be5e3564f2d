"""Certificates: one's own, what a session still lacks for one."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from tera.bimtek.isi import Kursus
from tera.bimtek.models import SertifikatBimtek, SesiLatihan
from tera.bimtek.selectors.isi import kursus_instansi
from tera.bimtek.selectors.kursus import kemajuan_kursus
from tera.core.aktor import Aktor
from tera.organisasi import kebijakan
from tera.regulasi.perubahan import PerubahanHukum, perubahan_sejak, sebutan_peraturan
from tera.stats.training import Training

#: The course a certificate of rating stands on.
KURSUS_MENILAI = "menilai-objektif"


@dataclass(frozen=True, slots=True)
class SyaratSertifikat:
    """What a session shows against what a certificate asks for.

    Attributes:
        kursus_selesai: all modules of the course were done. persen: of ratings equal to the key.
        batas: the least such share by the policy of the instansi.
    """

    kursus_selesai: bool
    kursus: Kursus | None
    persen: int
    batas: int

    @property
    def terpenuhi(self) -> bool:
        """Whether a certificate may be issued."""
        return self.kursus_selesai and self.persen >= self.batas


def syarat_sertifikat(
    *, aktor: Aktor, sesi: SesiLatihan, hasil: Training, pada: dt.date
) -> SyaratSertifikat:
    """Return what is met and what isn't: two queries. The share is rounded down."""
    maju = kemajuan_kursus(aktor=aktor, kode=KURSUS_MENILAI)
    semua = hasil.same + hasil.lower + hasil.higher
    return SyaratSertifikat(
        kursus_selesai=maju is not None and maju.lengkap,
        kursus=maju.kursus if maju is not None else None,
        persen=100 * hasil.same // semua,
        batas=int(
            kebijakan.nilai(instansi_id=sesi.instansi_id, kunci="bimtek.persen_sama", pada=pada)
        ),
    )


def sertifikat_saya(*, aktor: Aktor) -> QuerySet[SertifikatBimtek]:
    """Return the aktor's own certificates, newest first."""
    return SertifikatBimtek.objects.filter(
        pegawai_id=aktor.pegawai_id or 0, instansi_id=aktor.instansi_id
    ).order_by("-terbit_pada", "-pk")


def sertifikat_sesi(*, sesi: SesiLatihan) -> SertifikatBimtek | None:
    """Return the certificate of a session, if it has one."""
    return SertifikatBimtek.objects.filter(sesi=sesi).first()


def hukum_sesudah(*, sertifikat: SertifikatBimtek, pada: dt.date) -> list[PerubahanHukum]:
    """Return what changed since in the instruments its course speaks of, newest first."""
    kursus = kursus_instansi(instansi_id=sertifikat.instansi_id).get(sertifikat.kursus)
    if kursus is None:
        return []
    return hukum_kursus(kursus=kursus, sejak=sertifikat.terbit_pada, pada=pada)


def hukum_kursus(*, kursus: Kursus, sejak: dt.date, pada: dt.date) -> list[PerubahanHukum]:
    """Return what changed after ``sejak`` in the instruments a course speaks of, newest first."""
    nama = {sebutan_peraturan(kunci) for kunci in kursus.peraturan}
    return [
        satu
        for satu in perubahan_sejak(sejak, pada=pada)
        if nama & {dasar for dasar, _letak, _mutu in satu.dasar}
    ]
