"""The roll-ups as they were before counts were kept: everybody is read each time.

Kept counts must equal these in every case; nothing here reads a kept count.
"""

import datetime as dt
from collections import Counter
from statistics import median

from django.db.models import Count, Q

from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors.pantau import Angka, Pantauan, batas_lewat
from tera.evaluasi.selectors.pembukaan import skp_dievaluasi
from tera.organisasi.models import Periode, UnitKerja
from tera.organisasi.selectors.umum import di_bawah
from tera.pelaksanaan.models import Realisasi, StatusLaporan
from tera.pelaksanaan.selectors.unit import AngkaKerja, RingkasanKerjaUnit, skp_unit
from tera.skp.models import SKP
from tera.skp.selectors.unit import AngkaUnit, RingkasanUnit, penugasan_wajib

BELUM = "belum"
BELUM_DIBUKA = "belum_dibuka"


def ringkasan_unit(*, unit: UnitKerja, tahun: int, pada: dt.date) -> RingkasanUnit:
    """Return the counts of ``unit`` and its children: three queries whatever the size."""
    subpohon = list(
        UnitKerja.objects.filter(di_bawah(unit.path), instansi_id=unit.instansi_id)
        .order_by("urut", "nama")
        .values_list("pk", "path", "nama", "induk_id")
    )
    anak = {str(pk): (pk, nama) for pk, _path, nama, induk in subpohon if induk == unit.pk}
    # Which child a unit lies under: the step of its path after ours.
    letak = {
        pk: (path[len(unit.path) :].split("/")[0] if pk != unit.pk else "")
        for pk, path, _nama, _induk in subpohon
    }
    per_anak: dict[str, Counter[str]] = {kunci: Counter() for kunci in ["", *anak]}
    telat: Counter[str] = Counter()
    for unit_id, status, terlambat, n in (
        penugasan_wajib(unit=unit, tahun=tahun, pada=pada)
        .order_by()
        .values_list("unit_id", "status_skp", "skp_terlambat")
        .annotate(n=Count("pk"))
    ):
        kunci = letak[unit_id] if letak[unit_id] in anak else ""
        per_anak[kunci][status or BELUM] += n
        if terlambat:
            telat[kunci] += n
    jumlah: Counter[str] = Counter()
    for satu in per_anak.values():
        jumlah.update(satu)
    susun, tetap = waktu_susun(unit=unit, tahun=tahun)
    return RingkasanUnit(
        unit,
        AngkaUnit(unit.pk, unit.nama, jumlah.total(), dict(jumlah), telat.total()),
        tuple(
            AngkaUnit(
                pk,
                nama,
                per_anak[kunci].total(),
                dict(per_anak[kunci]),
                telat[kunci],
            )
            for kunci, (pk, nama) in anak.items()
            if per_anak[kunci].total()
        ),
        susun,
        tetap,
    )


def waktu_susun(*, unit: UnitKerja, tahun: int) -> tuple[float | None, float | None]:
    """Return the median days from first edit to sending, and from sending to setting."""
    susun: list[float] = []
    tetap: list[float] = []
    for mulai, kirim, akhir in SKP.objects.filter(
        di_bawah(unit.path, "penugasan__unit__path"),
        instansi_id=unit.instansi_id,
        tahun=tahun,
        ditetapkan_at__isnull=False,
        diajukan_at__isnull=False,
    ).values_list("pertama_disunting_at", "diajukan_at", "ditetapkan_at"):
        if mulai and kirim:
            susun.append((kirim - mulai).total_seconds() / 86_400)
        if kirim and akhir:
            tetap.append((akhir - kirim).total_seconds() / 86_400)
    return (median(susun) if susun else None, median(tetap) if tetap else None)


def pantau_unit(
    *,
    unit: UnitKerja,
    periode: Periode,
    pilihan: str,
    pada: dt.date,
    hari_sampai: int,
    perpanjangan: list[tuple[str | None, dt.date]],
) -> Pantauan:
    """Count ``unit`` and its children in a period: three queries whatever the size."""
    anak = {
        f"{satu.pk}": Angka(satu.pk, satu.nama)
        for satu in UnitKerja.objects.filter(induk=unit).order_by("urut", "nama")
    }
    sendiri = Angka(unit.pk, unit.nama)
    lewat = batas_lewat(periode=periode, pada=pada, perpanjangan=perpanjangan)
    for path, status, predikat, n, swakaji, belum in (
        Evaluasi.objects.filter(di_bawah(unit.path, "unit__path"), periode=periode)
        .order_by()
        .values_list("unit__path", "status", "predikat")
        .annotate(
            n=Count("pk"),
            swakaji_terkirim=Count("pk", filter=Q(swakaji__dikirim_at__isnull=False)),
            belum_sampai=Count(
                "pk",
                filter=Q(
                    status=Evaluasi.Status.DITETAPKAN,
                    ditetapkan_pada__lt=pada - dt.timedelta(days=hari_sampai),
                ),
            ),
        )
    ):
        for angka in (sendiri, _anak(anak, unit, path)):
            if angka is None:
                continue
            angka.status[status] += n
            angka.swakaji += swakaji
            angka.belum_sampai += belum
            if predikat:
                angka.predikat[predikat] += n
            if status in {Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI} and lewat(path):
                angka.terlambat += n
    for path, n in (
        skp_dievaluasi(periode=periode, pilihan=pilihan)
        .filter(di_bawah(unit.path, "penugasan__unit__path"))
        .order_by()
        .values_list("penugasan__unit__path")
        .annotate(n=Count("pk"))
    ):
        for angka in (sendiri, _anak(anak, unit, path)):
            if angka is not None:
                angka.status[BELUM_DIBUKA] += n
                if lewat(path):
                    angka.terlambat += n
                    angka.terlambat_belum_dibuka += n
    return Pantauan(unit, sendiri, tuple(satu for satu in anak.values() if satu.jumlah))


def _anak(anak: dict[str, Angka], unit: UnitKerja, path: str) -> Angka | None:
    return anak.get(path[len(unit.path) :].split("/")[0])


def ringkasan_kerja_unit(*, unit: UnitKerja, periode: Periode) -> RingkasanKerjaUnit:
    """Return the counts of ``unit`` and its children: three queries whatever the size."""
    total = AngkaKerja(unit.pk, unit.nama)
    anak = {
        str(satu.pk): AngkaKerja(satu.pk, satu.nama)
        for satu in UnitKerja.objects.filter(induk=unit).order_by("urut", "nama")
    }

    def tempat(path: str) -> list[AngkaKerja]:
        kunci = path[len(unit.path) :].split("/")[0]
        return [total, anak[kunci]] if kunci in anak else [total]

    daftar = skp_unit(unit=unit, periode=periode)
    for path, n in (
        daftar.order_by()
        .values_list("penugasan__unit__path")
        .annotate(n=Count("penugasan", distinct=True))
    ):
        for satu in tempat(path):
            satu.orang += n
    for path, melapor, dilaporkan, diverifikasi, tercapai in (
        Realisasi.objects.filter(periode=periode, penugasan__in=daftar.values("penugasan"))
        .order_by()
        .values_list("penugasan__unit__path")
        .annotate(
            melapor=Count("penugasan", distinct=True),
            dilaporkan=Count("id", filter=Q(status=StatusLaporan.DILAPORKAN)),
            diverifikasi=Count("id", filter=Q(status=StatusLaporan.DIVERIFIKASI)),
            tercapai=Count("id", filter=Q(target_tercapai=True)),
        )
    ):
        for satu in tempat(path):
            satu.melapor += melapor
            satu.dilaporkan += dilaporkan
            satu.diverifikasi += diverifikasi
            satu.tercapai += tercapai
    return RingkasanKerjaUnit(total, tuple(satu for satu in anak.values() if satu.orang))
