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
    SYARAT_SATYALANCANA,
    Jawaban,
    TingkatSatyalancana,
    masa_kerja_bulan,
    satyalancana,
)
from tera.tindak_lanjut.models import (
    CalonPenghargaan,
    JenisPenghargaan,
    PutaranPenghargaan,
    RekamDisiplin,
)

#: A statement of a clean record counts so long.
HARI_KETERANGAN = 366
_URUT = (Jawaban.TIDAK_TERPENUHI, Jawaban.BELUM_DIKETAHUI, Jawaban.TERPENUHI)
_JUDUL = {
    "status": "Status kepegawaian",
    "masa_kerja": "Masa kerja",
    "hukdis": "Hukuman disiplin",
    "cltn": "Cuti di luar tanggungan negara",
    "predikat": "Predikat kinerja",
    "capaian": "Capaian tercatat",
    "pernah": "Belum pernah menerima",
}


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
                _syarat(putaran, satu, rekam[satu.pk], predikat.get(satu.pk, {}), capaian, pernah)
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
) -> Iterable[Syarat]:
    jenis = putaran.jenis
    hukdis, cltn = rekam_disiplin(rekam, putaran.tanggal_usul)
    if jenis.tingkat_satyalancana:
        hasil = satyalancana(
            tingkat=TingkatSatyalancana(jenis.tingkat_satyalancana),
            status=pegawai.status,
            tmt_cpns=pegawai.tmt_cpns,
            tanggal_usul=putaran.tanggal_usul,
            hukdis=hukdis,
            cltn=cltn,
        )
        sumber = {
            "status": "Data pegawai",
            "masa_kerja": f"TMT CPNS {pegawai.tmt_cpns:%d-%m-%Y}"
            if pegawai.tmt_cpns
            else "Data pegawai",
        }
        yield from (
            Syarat(
                satu.kunci,
                _JUDUL[satu.kunci],
                satu.jawaban.value,
                satu.keterangan,
                sumber.get(satu.kunci, "Rekam disiplin dan cuti"),
            )
            for satu in hasil.syarat
        )
        sudah = pegawai.pk in pernah
        yield Syarat(
            "pernah",
            _JUDUL["pernah"],
            _ya(not sudah),
            "Sudah menerima tingkat ini." if sudah else "Belum tercatat menerima tingkat ini.",
            "Putaran penghargaan sebelumnya di Tera",
        )
        return
    if jenis.masa_kerja_minimal:
        yield _masa_kerja(putaran, pegawai)
    if jenis.predikat_minimal:
        yield _predikat(putaran, predikat)
    if jenis.capaian_minimal:
        n = capaian.get(pegawai.pk, 0)
        yield Syarat(
            "capaian",
            _JUDUL["capaian"],
            _ya(n >= jenis.capaian_minimal),
            f"{n} capaian diverifikasi pada {putaran.tahun}; syaratnya {jenis.capaian_minimal}.",
            "Capaian yang diverifikasi atasan",
        )
    if jenis.bersih_disiplin:
        yield _bersih(hukdis)


def _masa_kerja(putaran: PutaranPenghargaan, pegawai: Pegawai) -> Syarat:
    perlu = putaran.jenis.masa_kerja_minimal
    if pegawai.tmt_cpns is None or pegawai.tmt_cpns > putaran.tanggal_usul:
        jawaban, kata = Jawaban.BELUM_DIKETAHUI, "TMT CPNS belum tercatat."
    else:
        bulan = masa_kerja_bulan(tmt_cpns=pegawai.tmt_cpns, pada=putaran.tanggal_usul)
        jawaban = Jawaban(_ya(bulan >= perlu * 12))
        kata = f"{bulan // 12} tahun {bulan % 12} bulan; syaratnya {perlu} tahun."
    return Syarat("masa_kerja", _JUDUL["masa_kerja"], jawaban.value, kata, "Data pegawai")


def _predikat(putaran: PutaranPenghargaan, hasil: Mapping[int, HasilPredikat]) -> Syarat:
    """The newest years that have a final result: a result still open isn't waited for."""
    jenis = putaran.jenis
    n = jenis.jumlah_tahun_predikat
    akhir = max((tahun for tahun in hasil if tahun <= putaran.tahun), default=putaran.tahun - 1)
    # The year of the round counts only when it is final; otherwise the years before it.
    daftar_tahun = range(max(akhir, putaran.tahun - 1) - n + 1, max(akhir, putaran.tahun - 1) + 1)
    boleh = {Predikat.SANGAT_BAIK.value}
    if jenis.predikat_minimal == JenisPenghargaan.PredikatMinimal.BAIK:
        boleh.add(Predikat.BAIK.value)
    kata = "; ".join(
        f"{tahun}: {Predikat(hasil[tahun].predikat).label if tahun in hasil else 'belum ada'}"
        for tahun in daftar_tahun
    )
    if any(tahun in hasil and hasil[tahun].predikat not in boleh for tahun in daftar_tahun):
        jawaban = Jawaban.TIDAK_TERPENUHI
    elif any(tahun not in hasil for tahun in daftar_tahun):
        jawaban = Jawaban.BELUM_DIKETAHUI
    else:
        jawaban = Jawaban.TERPENUHI
    syarat = "Sangat Baik" if len(boleh) == 1 else "Baik atau lebih"
    return Syarat(
        "predikat",
        _JUDUL["predikat"],
        jawaban.value,
        f"{kata}. Syaratnya {syarat} {n} tahun berturut-turut.",
        "Hasil evaluasi yang final",
    )


def _bersih(hukdis: bool | None) -> Syarat:
    if hukdis is None:
        jawaban, kata = Jawaban.BELUM_DIKETAHUI, "Rekam hukuman disiplin belum diperiksa."
    elif hukdis:
        jawaban, kata = (
            Jawaban.TIDAK_TERPENUHI,
            "Pernah dijatuhi hukuman disiplin tingkat sedang atau berat.",
        )
    else:
        jawaban, kata = (
            Jawaban.TERPENUHI,
            "Tidak pernah dijatuhi hukuman disiplin tingkat sedang atau berat.",
        )
    return Syarat("hukdis", _JUDUL["hukdis"], jawaban.value, kata, "Rekam disiplin dan cuti")


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


def _ya(benar: bool) -> str:
    return str(Jawaban.TERPENUHI if benar else Jawaban.TIDAK_TERPENUHI)
