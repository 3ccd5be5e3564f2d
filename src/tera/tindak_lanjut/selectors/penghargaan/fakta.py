"""The facts for and against a candidate: every rule with its answer, the fact, its source.

No score and no rank: a person meets a criterion, doesn't, or nobody knows yet. Who meets equally
many stands equal.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

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
    """Return the facts of these people as of the round's day: at most five queries."""
    jenis = putaran.jenis
    pk = [satu.pk for satu in daftar_pegawai]
    rekam = _rekam(pk)
    predikat: dict[int, dict[int, HasilPredikat]] = {}
    if jenis.predikat_minimal:
        predikat = tahunan_per_orang(
            instansi_id=putaran.instansi_id,
            dari_tahun=putaran.tahun - jenis.jumlah_tahun_predikat,
            sampai_tahun=putaran.tahun,
            pegawai=pk,
        )
    capaian = _capaian(putaran, pk) if jenis.capaian_minimal else Counter()
    pernah = _pernah(putaran, pk) if jenis.tingkat_satyalancana else set()
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
    rekam: list[RekamDisiplin],
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
    daftar: Iterable[RekamDisiplin], pada: dt.date
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


def _rekam(pk: Sequence[int]) -> dict[int, list[RekamDisiplin]]:
    hasil: dict[int, list[RekamDisiplin]] = defaultdict(list)
    for satu in RekamDisiplin.objects.filter(pegawai_id__in=pk, dicabut_at__isnull=True):
        hasil[satu.pegawai_id].append(satu)
    return hasil


def _capaian(putaran: PutaranPenghargaan, pk: Sequence[int]) -> Counter[int]:
    return Counter(
        CapaianPegawai.objects.filter(
            pegawai_id__in=pk,
            status="diverifikasi",
            tanggal__year=putaran.tahun,
            tanggal__lte=putaran.tanggal_usul,
        ).values_list("pegawai_id", flat=True)
    )


def _pernah(putaran: PutaranPenghargaan, pk: Sequence[int]) -> set[int]:
    return set(
        CalonPenghargaan.objects.filter(
            pegawai_id__in=pk,
            status=CalonPenghargaan.Status.DITETAPKAN,
            putaran__jenis__aturan=putaran.jenis.aturan,
        )
        .exclude(putaran=putaran)
        .values_list("pegawai_id", flat=True)
    )
