"""Whom an event concerns: the ids behind it, read from the rooms below; nothing of its content.

An event whose object is gone meanwhile concerns nobody.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import F, QuerySet

from tera.bimtek.models import Naskah, Sosialisasi
from tera.bimtek.selectors.sosialisasi import pegawai_belum
from tera.core import clock
from tera.core.models import Kejadian, RiwayatStatus
from tera.dialog.models import Kesepakatan, PesertaSesi, SesiDiskusi
from tera.evaluasi.models import Evaluasi, Keberatan
from tera.organisasi.models import (
    HubunganPenilai,
    Instansi,
    LaporanPenilai,
    PeranPetugas,
    UnitKerja,
)
from tera.organisasi.selectors import berlaku_pada
from tera.pelaksanaan.models import CapaianPegawai, Realisasi
from tera.skp.models import SKP
from tera.umpan_balik.models import PutaranPegawai, Responden

Baris = list[dict[str, Any]]


def hari_kejadian(kejadian: Kejadian) -> dt.date:
    """Return the day of the event in the zone of its instansi."""
    zona = Instansi.objects.values_list("zona", flat=True).get(pk=kejadian.instansi_id)
    return clock.tanggal_di(kejadian.terjadi_at, zona)


def pelaku(daftar: Sequence[Kejadian]) -> dict[int, int]:
    """Return per event the person whose step it is; a job's or nobody's isn't in it: one query."""
    langkah = {
        satu.pk: satu.muatan["riwayat_id"] for satu in daftar if satu.muatan.get("riwayat_id")
    }
    if not langkah:
        return {}
    siapa = dict(
        RiwayatStatus.objects.filter(pk__in=set(langkah.values())).values_list("pk", "pegawai_id")
    )
    return {pk: orang for pk, riwayat in langkah.items() if (orang := siapa.get(riwayat))}


def naskah_kejadian(kejadian: Kejadian) -> Baris:
    """Return the training text of the event: who wrote it."""
    return _satu(Naskah.objects.all(), kejadian, "pk", "penyusun_id")


def penelaah_naskah(kejadian: Kejadian) -> list[int]:
    """Return who may publish the training text of the event on its day, but its writer."""
    penyusun = {satu["penyusun_id"] for satu in naskah_kejadian(kejadian)}
    daftar = PeranPetugas.objects.filter(
        berlaku_pada(hari_kejadian(kejadian)),
        instansi_id=kejadian.instansi_id,
        peran__in=("pelatih", "pengelola"),
        unit__induk__isnull=True,
    ).values_list("pegawai_id", flat=True)
    return sorted(set(daftar) - penyusun)


def orang_sosialisasi(kejadian: Kejadian) -> Iterator[tuple[int, dt.date]]:
    """Give who hasn't read the course of the event on its day, with its last day; none if ended."""
    satu = (
        Sosialisasi.objects.select_related("unit")
        .filter(
            pk=kejadian.muatan["id"],
            instansi_id=kejadian.instansi_id,
            dihentikan_pada__isnull=True,
        )
        .first()
    )
    if satu is not None:
        belum = pegawai_belum(satu=satu, pada=hari_kejadian(kejadian)).order_by("pk")
        for siapa in belum.values_list("pk", flat=True).iterator():
            yield siapa, satu.tenggat


def skp_kejadian(kejadian: Kejadian) -> Baris:
    """Return the plan of the event: its people and year."""
    return _satu(SKP.objects.all(), kejadian, "pk", "pegawai_id", "penilai_id", "tahun")


def realisasi_kejadian(kejadian: Kejadian) -> Baris:
    """Return the figure of the event: its people, plan, period, and the day of the event."""
    daftar = _satu(
        Realisasi.objects.annotate(penilai_id=F("skp__penilai_id")),
        kejadian,
        "pk",
        "pegawai_id",
        "skp_id",
        "periode_id",
        "penilai_id",
    )
    return [{**satu, "hari": hari_kejadian(kejadian).isoformat()} for satu in daftar]


def capaian_kejadian(kejadian: Kejadian) -> Baris:
    """Return the achievement of the event and its people."""
    return _satu(
        CapaianPegawai.objects.annotate(penilai_id=F("skp__penilai_id")),
        kejadian,
        "pk",
        "pegawai_id",
        "penilai_id",
    )


def evaluasi_kejadian(kejadian: Kejadian) -> Baris:
    """Return the evaluation of the event: its people, period and unit; no rating."""
    return _satu(
        Evaluasi.objects.all(), kejadian, "pk", "pegawai_id", "penilai_id", "periode_id", "unit_id"
    )


def evaluasi_banyak(daftar: Sequence[Kejadian]) -> Iterator[tuple[Kejadian, dict[str, Any]]]:
    """Yield each event with its evaluation, as ``evaluasi_kejadian``: one query for all."""
    per_pk: dict[tuple[int, int], dict[str, Any]] = {
        (satu["instansi_id"], satu["pk"]): dict(satu)
        for satu in Evaluasi.objects.filter(pk__in={satu.muatan["id"] for satu in daftar}).values(
            "pk", "instansi_id", "pegawai_id", "penilai_id", "periode_id", "unit_id"
        )
    }
    for kejadian in daftar:
        satu = per_pk.get((kejadian.instansi_id, kejadian.muatan["id"]))
        if satu is not None:
            yield kejadian, satu


def laporan_kejadian(kejadian: Kejadian) -> Baris:
    """Return the report of a wrong rater, its sender and the unit."""
    return _satu(
        LaporanPenilai.objects.annotate(unit_id=F("penugasan__unit_id")),
        kejadian,
        "pk",
        "pegawai_id",
        "unit_id",
    )


def keberatan_kejadian(kejadian: Kejadian) -> Baris:
    """Return the objection of the event: its parties, who decides, where; no word of it."""
    daftar: QuerySet[Any, Any] = Keberatan.objects.filter(
        pk=kejadian.muatan["keberatan_id"], instansi_id=kejadian.instansi_id
    ).annotate(
        pegawai_id=F("evaluasi__pegawai_id"),
        penilai_id=F("evaluasi__penilai_id"),
        periode_id=F("evaluasi__periode_id"),
    )
    return list(daftar.values("evaluasi_id", "kepada_id", "pegawai_id", "penilai_id", "periode_id"))


def kesepakatan_kejadian(kejadian: Kejadian) -> Baris:
    """Return the agreement of the event and its two sides."""
    return _satu(Kesepakatan.objects.all(), kejadian, "pk", "penanggung_jawab_id", "pihak_lain_id")


def peserta_sesi(kejadian: Kejadian) -> list[int]:
    """Return who takes part in the group session of the event, its leader too, but who acted."""
    pk = kejadian.muatan["id"]
    peserta = set(PesertaSesi.objects.filter(sesi_id=pk).values_list("pegawai_id", flat=True))
    pemimpin = SesiDiskusi.objects.filter(pk=pk).values_list("pemimpin_id", flat=True)
    return sorted((peserta | set(pemimpin)) - {kejadian.muatan["oleh_id"]})


def putaran_pegawai_kejadian(kejadian: Kejadian) -> Baris:
    """Return whom the 360 event is about, and the round."""
    return _satu(PutaranPegawai.objects.all(), kejadian, "pk", "pegawai_id", "putaran_id")


def responden_putaran(putaran_pegawai_id: int) -> list[int]:
    """Return everybody with an account who is asked about one person, answered or not."""
    return sorted(
        Responden.objects.filter(
            putaran_pegawai_id=putaran_pegawai_id, pegawai__isnull=False
        ).values_list("pegawai_id", flat=True)
    )


def atasan_penandatangan(*, evaluasi_id: int, kejadian: Kejadian) -> list[int]:
    """Return the atasan penilai whose signature this evaluation waits for."""
    tugas = Evaluasi.objects.filter(
        pk=evaluasi_id, perlu_tanda_tangan_atasan=True, disetujui_oleh__isnull=True
    ).values("skp__penugasan_id")
    return list(
        HubunganPenilai.objects.filter(
            berlaku_pada(hari_kejadian(kejadian)),
            penugasan_id__in=tugas,
            atasan_penilai__isnull=False,
        )
        .values_list("atasan_penilai_id", flat=True)
        .distinct()
    )  # fmt: skip


def pengelola_unit(*, unit_id: int, kejadian: Kejadian) -> list[int]:
    """Return the pengelola kinerja who serve this unit; where none does, the admins who do."""
    jalur = UnitKerja.objects.values_list("path", flat=True).get(pk=unit_id)
    daftar = PeranPetugas.objects.filter(
        berlaku_pada(hari_kejadian(kejadian)),
        instansi_id=kejadian.instansi_id,
        peran__in=["pengelola", "admin"],
    ).values_list("peran", "pegawai_id", "unit__path")
    melayani = [(peran, siapa) for peran, siapa, awalan in daftar if jalur.startswith(awalan)]
    return sorted(
        {siapa for peran, siapa in melayani if peran == "pengelola"}
        or {siapa for _peran, siapa in melayani}
    )


def pegawai_bertugas(*, instansi_id: int, pada: dt.date) -> QuerySet[Any, int]:
    """Return everybody who is rated by somebody on the day: whoever plans."""
    return (
        HubunganPenilai.objects.filter(
            berlaku_pada(pada), penilai__isnull=False, instansi_id=instansi_id
        )
        .values_list("penugasan__pegawai_id", flat=True)
        .distinct()
    )


def _satu(daftar: QuerySet[Any, Any], kejadian: Kejadian, *bidang: str) -> Baris:
    return list(
        daftar.filter(pk=kejadian.muatan["id"], instansi_id=kejadian.instansi_id).values(*bidang)
    )
