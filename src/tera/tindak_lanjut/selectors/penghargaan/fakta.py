"""The facts for and against a candidate: every rule with its answer, the fact, its source.

No score and no rank: a person meets a criterion, doesn't, or nobody knows yet. Who meets equally
many stands equal.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from django.db.models import CharField, F, QuerySet, Value

from tera.evaluasi.selectors.hasil import HasilPredikat, tahunan_per_orang
from tera.organisasi.models import Pegawai
from tera.pelaksanaan.models import CapaianPegawai
from tera.regulasi.kategori import Predikat
from tera.regulasi.penghargaan import (
    JUDUL_SYARAT,
    SUMBER_SYARAT,
    SYARAT_SATYALANCANA,
    HasilSyarat,
    Jawaban,
    TingkatSatyalancana,
    kriteria_belum_pernah,
    kriteria_bersih,
    kriteria_capaian,
    kriteria_masa_kerja,
    kriteria_predikat,
    satyalancana,
)
from tera.tindak_lanjut.models import CalonPenghargaan, PutaranPenghargaan, RekamDisiplin

#: A statement of a clean record counts so long.
HARI_KETERANGAN = 366
_URUT = (Jawaban.TIDAK_TERPENUHI, Jawaban.BELUM_DIKETAHUI, Jawaban.TERPENUHI)


class Rekam(NamedTuple):
    """What a record of discipline says here: its kind and the day it begins."""

    jenis: str
    mulai: dt.date


@dataclass(frozen=True, slots=True)
class Syarat:
    """One criterion for one person, in the words that are kept with the decision."""

    kunci: str
    judul: str
    jawaban: str
    keterangan: str
    sumber: str


@dataclass(frozen=True, slots=True)
class FaktaCalon:
    """All criteria of one person."""

    daftar: tuple[Syarat, ...]

    @property
    def terpenuhi(self) -> int:
        """How many criteria are met."""
        return sum(satu.jawaban == Jawaban.TERPENUHI for satu in self.daftar)

    @property
    def kesimpulan(self) -> str:
        """One refusal decides; else one unknown leaves it open."""
        semua = {satu.jawaban for satu in self.daftar}
        return next((str(satu) for satu in _URUT if satu in semua), str(Jawaban.BELUM_DIKETAHUI))

    def disimpan(self) -> list[dict[str, str]]:
        """The criteria as they are kept with a decision."""
        return [asdict(satu) for satu in self.daftar]


def fakta_tersimpan(rekaman: Mapping[str, Any]) -> FaktaCalon:
    """Return the criteria that were kept with a decision."""
    return FaktaCalon(tuple(Syarat(**satu) for satu in rekaman.get("syarat", [])))


def fakta_calon(
    *, putaran: PutaranPenghargaan, daftar_pegawai: Sequence[Pegawai]
) -> dict[int, FaktaCalon]:
    """Return the facts of these people as of the round's day: at most two queries."""
    jenis = putaran.jenis
    pk = [satu.pk for satu in daftar_pegawai]
    rekam, capaian, pernah = _tercatat(putaran, pk)
    predikat: dict[int, dict[int, HasilPredikat]] = {}
    if jenis.predikat_minimal:
        predikat = tahunan_per_orang(
            instansi_id=putaran.instansi_id,
            dari_tahun=putaran.tahun - jenis.jumlah_tahun_predikat,
            sampai_tahun=putaran.tahun,
            pegawai=pk,
        )
    return {
        satu.pk: FaktaCalon(
            tuple(
                _tersimpan(hasil)
                for hasil in _syarat(
                    putaran, satu, rekam[satu.pk], predikat.get(satu.pk, {}), capaian, pernah
                )
            )
        )
        for satu in daftar_pegawai
    }


def _syarat(
    putaran: PutaranPenghargaan,
    pegawai: Pegawai,
    rekam: list[Rekam],
    predikat: Mapping[int, HasilPredikat],
    capaian: Mapping[int, int],
    pernah: set[int],
) -> Iterable[HasilSyarat]:
    jenis = putaran.jenis
    hukdis, cltn = rekam_disiplin(rekam, putaran.tanggal_usul)
    if jenis.tingkat_satyalancana:
        yield from satyalancana(
            tingkat=TingkatSatyalancana(jenis.tingkat_satyalancana),
            status=pegawai.status,
            tmt_cpns=pegawai.tmt_cpns,
            tanggal_usul=putaran.tanggal_usul,
            hukdis=hukdis,
            cltn=cltn,
        ).syarat
        yield kriteria_belum_pernah(sudah=pegawai.pk in pernah)
        return
    if jenis.masa_kerja_minimal:
        yield kriteria_masa_kerja(
            tmt_cpns=pegawai.tmt_cpns, pada=putaran.tanggal_usul, tahun=jenis.masa_kerja_minimal
        )
    if jenis.predikat_minimal:
        yield kriteria_predikat(
            hasil={tahun: Predikat(satu.predikat) for tahun, satu in predikat.items()},
            tahun=putaran.tahun,
            jumlah=jenis.jumlah_tahun_predikat,
            minimal=Predikat(jenis.predikat_minimal),
        )
    if jenis.capaian_minimal:
        yield kriteria_capaian(
            jumlah=capaian.get(pegawai.pk, 0),
            minimal=jenis.capaian_minimal,
            tahun=putaran.tahun,
        )
    if jenis.bersih_disiplin:
        yield kriteria_bersih(hukdis=hukdis)


def _tersimpan(hasil: HasilSyarat) -> Syarat:
    return Syarat(
        hasil.kunci,
        JUDUL_SYARAT[hasil.kunci],
        hasil.jawaban.value,
        hasil.keterangan,
        SUMBER_SYARAT[hasil.kunci],
    )


def rekam_disiplin(
    daftar: Iterable["Rekam | RekamDisiplin"], pada: dt.date
) -> tuple[bool | None, bool | None]:
    """Return (ever punished sedang or berat, ever on CLTN) as of the day; None: nobody looked.

    A clean answer needs a statement not older than a year; a record needs nothing else.
    """
    tingkat = SYARAT_SATYALANCANA.terakhir.nilai.hukdis_menggugurkan
    kata = {satu.jenis for satu in daftar if satu.mulai <= pada}
    diperiksa = any(
        satu.jenis == RekamDisiplin.Jenis.BERSIH
        and dt.timedelta(0) <= pada - satu.mulai <= dt.timedelta(days=HARI_KETERANGAN)
        for satu in daftar
    )
    tidak = False if diperiksa else None
    hukdis = True if kata & {f"hukdis_{satu}" for satu in tingkat} else tidak
    return hukdis, True if RekamDisiplin.Jenis.CLTN in kata else tidak


def _tercatat(
    putaran: PutaranPenghargaan, pk: Sequence[int]
) -> tuple[dict[int, list[Rekam]], Counter[int], set[int]]:
    """Return records of discipline, verified achievements, who was awarded before: one query."""
    jenis = putaran.jenis
    semua = RekamDisiplin.objects.filter(pegawai_id__in=pk, dicabut_at__isnull=True).values_list(
        Value("rekam", CharField()), "pegawai_id", "jenis", "mulai"
    )
    lain: list[QuerySet[Any, Any]] = []
    if jenis.capaian_minimal:
        lain.append(
            CapaianPegawai.objects.filter(
                pegawai_id__in=pk,
                status="diverifikasi",
                tanggal__year=putaran.tahun,
                tanggal__lte=putaran.tanggal_usul,
            ).values_list(Value("capaian", CharField()), "pegawai_id", "status", "tanggal")
        )
    if jenis.tingkat_satyalancana:
        lain.append(
            CalonPenghargaan.objects.filter(
                pegawai_id__in=pk,
                status=CalonPenghargaan.Status.DITETAPKAN,
                putaran__jenis__aturan=jenis.aturan,
            )
            .exclude(putaran=putaran)
            .values_list(
                Value("pernah", CharField()), "pegawai_id", "status", F("putaran__tanggal_usul")
            )
        )
    rekam: dict[int, list[Rekam]] = defaultdict(list)
    capaian: Counter[int] = Counter()
    pernah: set[int] = set()
    for hal, pegawai_id, kata, hari in semua.order_by().union(
        *(satu.order_by() for satu in lain), all=True
    ):
        if hal == "rekam":
            rekam[pegawai_id].append(Rekam(kata, hari))
        elif hal == "capaian":
            capaian[pegawai_id] += 1
        else:
            pernah.add(pegawai_id)
    return rekam, capaian, pernah
