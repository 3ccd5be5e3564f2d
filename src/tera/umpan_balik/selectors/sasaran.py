"""Which pieces of a person's work somebody may name: rows of a plan one may open, evidence, values.

Whoever may not open the plan can still speak of conduct and of the work in general, and of exactly
the row one was asked about.
"""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from tera.core.aktor import Aktor
from tera.pelaksanaan.models import BuktiDukung
from tera.regulasi.berakhlak import daftar_nilai
from tera.skp.models import SKP, RencanaHasilKerja
from tera.skp.selectors import skp_terlihat
from tera.umpan_balik.models import PermintaanUmpanBalik, SasaranUmpanBalik

BATAS_BUKTI = 40
PANJANG_TENTANG = 300


@dataclass(frozen=True, slots=True)
class Sasaran:
    """One piece of work.

    Attributes:
        jenis: a word of ``SasaranUmpanBalik``.
        tentang: its words as they stand; empty for the work in general.
        penugasan_id: the assignment of the plan it belongs to; None: that of the day.
        tahun: the year of the plan; 0 for what hangs on no plan.
    """

    jenis: str
    tentang: str = ""
    rhk_kunci: uuid.UUID | None = None
    nilai: str = ""
    bukti_id: int | None = None
    penugasan_id: int | None = None
    tahun: int = 0

    @property
    def kunci(self) -> str:
        """The text that names it in a form and in an address."""
        if self.jenis == SasaranUmpanBalik.BUKTI:
            return f"bukti:{self.bukti_id}"
        isi = self.rhk_kunci or self.nilai
        return f"{self.jenis}:{isi}" if isi else self.jenis

    def kolom(self) -> dict[str, object]:
        """The columns of a row about it."""
        return {
            "sasaran": self.jenis,
            "tentang": self.tentang[:PANJANG_TENTANG],
            "rhk_kunci": self.rhk_kunci,
            "nilai": self.nilai,
            "bukti_id": self.bukti_id,
        }


UMUM = Sasaran(SasaranUmpanBalik.UMUM)


def sasaran_tersedia(
    *, aktor: Aktor, pegawai_id: int, sejak: dt.date, pada: dt.date
) -> list[Sasaran]:
    """Return what the aktor may name of the person's work: three queries.

    Rows of plans in force between the two days, that the aktor may open; the seven values; the
    work in general, first.
    """
    daftar_skp = list(
        skp_terlihat(aktor=aktor)
        .filter(
            pegawai_id=pegawai_id,
            status__in=[SKP.Status.DITETAPKAN, SKP.Status.DITUTUP],
            mulai__lte=pada,
            selesai__gte=sejak,
        )
        .order_by("-tahun", "-mulai", "-versi")
    )
    return [UMUM, *_rhk(daftar_skp), *nilai_perilaku(pada), *_bukti(daftar_skp)]


def sasaran_berkunci(
    *,
    aktor: Aktor,
    pegawai_id: int,
    kunci: str,
    sejak: dt.date,
    pada: dt.date,
    permintaan: PermintaanUmpanBalik | None = None,
) -> Sasaran | None:
    """Return the piece named ``kunci`` among those open to the aktor and the one asked about.

    Its words are Indonesian, whatever the aktor reads: they are kept.
    """
    if kunci == UMUM.kunci:
        return UMUM
    with override(settings.LANGUAGE_CODE):
        daftar = sasaran_tersedia(aktor=aktor, pegawai_id=pegawai_id, sejak=sejak, pada=pada)
    if permintaan is not None:
        daftar.append(sasaran_permintaan(permintaan))
    return next((satu for satu in daftar if satu.kunci == kunci), None)


def nilai_perilaku(pada: dt.date) -> list[Sasaran]:
    """Return the seven values."""
    return [
        Sasaran(SasaranUmpanBalik.PERILAKU, satu.nama, nilai=satu.kode)
        for satu in daftar_nilai(pada=pada)
    ]


def _rhk(daftar_skp: Sequence[SKP]) -> list[Sasaran]:
    tugas = {satu.pk: satu for satu in daftar_skp}
    if not tugas:
        return []
    hasil: dict[uuid.UUID, Sasaran] = {}
    for skp_id, kunci, teks in (
        RencanaHasilKerja.objects.filter(skp_id__in=tugas)
        .order_by("-skp__tahun", "-jenis", "urut", "id")
        .values_list("skp_id", "kunci", "teks")
    ):
        skp = tugas[skp_id]
        hasil.setdefault(
            kunci,
            Sasaran(
                SasaranUmpanBalik.RHK,
                teks,
                rhk_kunci=kunci,
                penugasan_id=skp.penugasan_id,
                tahun=skp.tahun,
            ),
        )
    return list(hasil.values())


def _bukti(daftar_skp: Sequence[SKP]) -> list[Sasaran]:
    if not daftar_skp:
        return []
    return [
        Sasaran(SasaranUmpanBalik.BUKTI, nama, rhk_kunci=kunci, bukti_id=pk, penugasan_id=tugas)
        for pk, nama, kunci, tugas in BuktiDukung.objects.filter(
            penugasan_id__in={satu.penugasan_id for satu in daftar_skp}, ditarik_at__isnull=True
        )
        .order_by("-pk")
        .values_list("pk", "nama", "rhk_kunci", "penugasan_id")[:BATAS_BUKTI]
    ]


def sasaran_permintaan(permintaan: PermintaanUmpanBalik) -> Sasaran:
    """Return what a request asks about: its receiver may answer about exactly that."""
    return Sasaran(
        permintaan.sasaran,
        permintaan.tentang,
        rhk_kunci=permintaan.rhk_kunci,
        nilai=permintaan.nilai,
        bukti_id=permintaan.bukti_id,
        penugasan_id=permintaan.penugasan_id,
    )


def kelompok_sasaran(
    daftar: Sequence[Sasaran], tahun: int
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the choices of a form in groups: (key, words); rows of another year name it."""
    judul = {
        SasaranUmpanBalik.RHK: _("Rencana hasil kerja"),
        SasaranUmpanBalik.PERILAKU: _("Perilaku kerja (BerAKHLAK)"),
        SasaranUmpanBalik.BUKTI: _("Bukti dukung"),
    }
    hasil: list[tuple[str, list[tuple[str, str]]]] = [
        ("", [(satu.kunci, _("Pekerjaan secara umum")) for satu in daftar if satu == UMUM])
    ]
    for jenis, label in judul.items():
        isi = [(satu.kunci, _sebut(satu, tahun)) for satu in daftar if satu.jenis == jenis]
        if isi:
            hasil.append((label, isi))
    return hasil


def _sebut(satu: Sasaran, tahun: int) -> str:
    teks = satu.tentang if len(satu.tentang) <= 90 else satu.tentang[:88].rstrip() + "…"
    return f"{satu.tahun}: {teks}" if satu.tahun not in {0, tahun} else teks
