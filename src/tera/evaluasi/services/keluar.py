"""What a penilai who moves away leaves about their people: material, never a predikat.

Idempotent: called when ``organisasi`` says that raters changed, and once a day.
"""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, tanda_terima
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import TandaTerima
from tera.evaluasi.models import Evaluasi, EvaluasiKeluar, LevelRating
from tera.organisasi.models import HubunganPenilai
from tera.skp.models import SKP

#: Shorter than this nobody has seen enough to say anything.
HARI_TERPENDEK = 30


@transaction.atomic
def segarkan_keluar(*, instansi_id: int, zona: str, pada: dt.date) -> int:
    """Make the exit evaluations of raters whose time with a person ended this year or last.

    Open evaluations go to the rater of the day. Returns how many were made.
    """
    _pindahkan_penilai(instansi_id, zona, pada)
    sejak = dt.date(pada.year - 1, 1, 1)
    berakhir = (
        HubunganPenilai.objects.filter(
            instansi_id=instansi_id,
            penilai__isnull=False,
            sampai__lt=pada,
            sampai__gte=sejak,
        )
        .annotate(
            # The next answer for the same person: the same rater again is no farewell.
            sesudah=Subquery(
                HubunganPenilai.objects.filter(
                    penugasan=OuterRef("penugasan"), sejak__gt=OuterRef("sampai")
                )
                .order_by("sejak")
                .values("penilai_id")[:1]
            )
        )
        .order_by("pk")
    )
    kandidat = [
        satu
        for satu in berakhir
        if satu.sampai is not None and satu.sesudah and satu.sesudah != satu.penilai_id
    ]
    if not kandidat:
        return 0
    skp = {
        satu.penugasan_id: satu
        for satu in SKP.objects.filter(
            penugasan__in=[s.penugasan_id for s in kandidat],
            status__in=[SKP.Status.DITETAPKAN, SKP.Status.DITUTUP],
        ).order_by("tahun", "versi")
    }
    ada = set(
        EvaluasiKeluar.objects.filter(instansi_id=instansi_id, selesai__gte=sejak).values_list(
            "pegawai_id", "penilai_id", "selesai"
        )
    )
    baru = []
    for satu in kandidat:
        rencana = skp.get(satu.penugasan_id)
        if rencana is None or satu.sampai is None or satu.penilai_id is None:
            continue
        mulai, selesai = max(satu.sejak, rencana.mulai), min(satu.sampai, rencana.selesai)
        if (selesai - mulai).days + 1 < HARI_TERPENDEK:
            continue
        if (rencana.pegawai_id, satu.penilai_id, selesai) in ada:
            continue
        baru.append(
            EvaluasiKeluar(
                instansi_id=instansi_id,
                skp=rencana,
                pegawai_id=rencana.pegawai_id,
                penilai_id=satu.penilai_id,
                mulai=mulai,
                selesai=selesai,
                dibuat_at=clock.sekarang(),
            )
        )
    EvaluasiKeluar.objects.bulk_create(baru, ignore_conflicts=True, batch_size=1000)
    return len(baru)


def _pindahkan_penilai(instansi_id: int, zona: str, pada: dt.date) -> None:
    """An evaluation nobody has rated yet is the work of today's rater of a running assignment."""
    aktor = Aktor.sistem(instansi_id, zona)
    kini = (
        HubunganPenilai.objects.filter(penugasan=OuterRef("skp__penugasan"), sejak__lte=pada)
        .filter(Q(sampai__isnull=True) | Q(sampai__gte=pada))
        .order_by("-sejak")
        .values("penilai_id")[:1]
    )
    for satu in (
        Evaluasi.objects.filter(instansi_id=instansi_id, status=Evaluasi.Status.TERBUKA)
        .annotate(penilai_hari_ini=Subquery(kini))
        .filter(penilai_hari_ini__isnull=False)
        .filter(Q(penilai__isnull=True) | ~Q(penilai_id=F("penilai_hari_ini")))
        .filter(Q(skp__penugasan__sampai__isnull=True) | Q(skp__penugasan__sampai__gte=pada))
    ):
        berubah = Evaluasi.objects.filter(pk=satu.pk, status=Evaluasi.Status.TERBUKA).update(
            penilai_id=satu.penilai_hari_ini
        )
        if berubah:
            audit.catat_objek(
                aktor,
                "evaluasi",
                satu.pk,
                "pindah_penilai",
                {
                    "penilai_lama": satu.penilai_id,
                    "penilai_baru": satu.penilai_hari_ini,
                },
            )


@dataclass(frozen=True, slots=True)
class IsiKeluar:
    """What a departing rater writes; ``revisi`` of the row the form was filled from."""

    rating_hasil_kerja: str
    rating_perilaku_kerja: str
    catatan: str
    revisi: int


@transaction.atomic
def isi_evaluasi_keluar(
    *, aktor: Aktor, keluar: EvaluasiKeluar, isi: IsiKeluar, pada: dt.date
) -> tuple[EvaluasiKeluar, TandaTerima]:
    """Write the exit evaluation: the next rater reads it, no predikat follows from it.

    Raises:
        TidakBerwenangError: another rater's. MasukanSalahError: a rating or the note is missing.
        StatusTidakSesuaiError: changed meanwhile.
    """
    kini = EvaluasiKeluar.objects.select_for_update().get(pk=keluar.pk)
    if aktor.pegawai_id is None or kini.penilai_id != aktor.pegawai_id:
        raise TidakBerwenangError(
            _("Evaluasi keluar diisi penilai yang menilai pegawai ini sebelum pindah.")
        )
    if kini.revisi != isi.revisi:
        raise StatusTidakSesuaiError(
            _("Evaluasi keluar ini sudah diubah sejak halaman Anda dibuka. Muat ulang halaman.")
        )
    galat: dict[str, list[str]] = {}
    for nama in ("rating_hasil_kerja", "rating_perilaku_kerja"):
        if getattr(isi, nama) not in LevelRating.values:
            galat[nama] = [_("Rating belum dipilih. Pilih satu dari tiga.")]
    if not isi.catatan.strip() or len(isi.catatan) > 4000:
        galat["catatan"] = [
            _("Tulis apa yang Anda lihat selama menilai pegawai ini, paling panjang 4.000 huruf.")
        ]
    if galat:
        raise MasukanSalahError(
            " ".join(pesan for daftar in galat.values() for pesan in daftar), per_bidang=galat
        )
    bidang = {
        "rating_hasil_kerja": isi.rating_hasil_kerja,
        "rating_perilaku_kerja": isi.rating_perilaku_kerja,
        "catatan": isi.catatan.strip(),
        "revisi": kini.revisi + 1,
    }
    for nama, nilai in bidang.items():
        setattr(kini, nama, nilai)
    kini.diisi_at = clock.sekarang()
    kini.save()
    jejak = audit.catat_objek(aktor, "evaluasi_keluar", kini.pk, "isi", bidang)
    kejadian.terbitkan(
        instansi_id=kini.instansi_id, nama="evaluasi.keluar_diisi", muatan={"id": kini.pk}
    )
    return kini, tanda_terima.terbitkan(
        aktor=aktor,
        jenis="evaluasi_keluar",
        objek_id=kini.pk,
        aksi="isi",
        isi=bidang,
        jejak=jejak,
    )
