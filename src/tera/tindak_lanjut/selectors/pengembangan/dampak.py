"""Whether what was learnt is used, and how results stood before and after: never a proof."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q, QuerySet

from tera.core.aktor import Aktor
from tera.evaluasi.models import Evaluasi, LevelRating
from tera.organisasi import kebijakan
from tera.tindak_lanjut.models import DampakPelatihan, Pelatihan, PesertaPelatihan
from tera.tindak_lanjut.selectors.pengembangan.peta import DISAMPAIKAN
from tera.tindak_lanjut.selectors.pengembangan.rencana import orang_dinilai

KUNCI_HARI = "pengembangan.hari_dampak"
#: A result of the person that came after the training.
HASIL_SESUDAH = Evaluasi.objects.filter(
    pegawai=OuterRef("pegawai"),
    status__in=DISAMPAIKAN,
    periode__selesai__gte=OuterRef("sesi__selesai"),
)
_URUT = {LevelRating.DI_BAWAH: 0, LevelRating.SESUAI: 1, LevelRating.DI_ATAS: 2}


@dataclass(frozen=True, slots=True)
class SebelumSesudah:
    """The rating of hasil kerja before and after one person's training; "" where there is none."""

    sebelum: str
    sesudah: str

    @property
    def arah(self) -> str:
        """``naik``, ``tetap``, ``turun``, or empty when a side is missing."""
        if not (self.sebelum and self.sesudah):
            return ""
        beda = _URUT[LevelRating(self.sesudah)] - _URUT[LevelRating(self.sebelum)]
        return "naik" if beda > 0 else "turun" if beda < 0 else "tetap"


@dataclass(slots=True)
class RingkasanDampak:
    """The effect of one training in counts: nobody is named.

    Attributes:
        pakai: side → answer → how many.
        arah: naik/tetap/turun of the rating of hasil kerja, where both sides are known.
    """

    pelatihan_id: int
    judul: str
    lulus: int = 0
    jp: int = 0
    pakai: dict[str, dict[str, int]] = field(default_factory=dict)
    arah: dict[str, int] = field(default_factory=dict)


def siap_ditanya(*, instansi_id: int, pada: dt.date) -> Q:
    """Return the condition "may be asked": the next result came, or the days of the policy."""
    hari = int(kebijakan.nilai(instansi_id=instansi_id, kunci=KUNCI_HARI, pada=pada))
    return Q(status=PesertaPelatihan.Status.LULUS) & (
        Q(Exists(HASIL_SESUDAH)) | Q(sesi__selesai__lte=pada - dt.timedelta(days=hari))
    )


def dampak_menunggu(*, aktor: Aktor, pada: dt.date) -> list[tuple[str, PesertaPelatihan]]:
    """Return (side, place) that wait for the aktor's answer: three queries."""
    siap = siap_ditanya(instansi_id=aktor.instansi_id, pada=pada)
    hasil: list[tuple[str, PesertaPelatihan]] = []
    for sisi, siapa in (
        (DampakPelatihan.Sisi.PEGAWAI, Q(pegawai_id=aktor.pegawai_id or 0)),
        (
            DampakPelatihan.Sisi.PENILAI,
            Q(pegawai_id__in=orang_dinilai(aktor=aktor, pada=pada, atasan=False)),
        ),
    ):
        hasil += [
            (str(sisi), satu)
            for satu in _belum_dijawab(sisi)
            .filter(siap, siapa)
            .select_related("sesi__pelatihan", "pegawai")
            .order_by("sesi__selesai", "pk")[:50]
        ]
    return hasil


def _belum_dijawab(sisi: str) -> QuerySet[PesertaPelatihan]:
    return PesertaPelatihan.objects.filter(
        ~Exists(DampakPelatihan.objects.filter(peserta=OuterRef("pk"), sisi=sisi))
    )


def sebelum_sesudah(*, daftar: Iterable[PesertaPelatihan]) -> dict[int, SebelumSesudah]:
    """Return how each person's rating stood before and after, by place: one query."""
    semua = list(daftar)
    hasil: defaultdict[int, list[tuple[dt.date, str]]] = defaultdict(list)
    for pegawai, selesai, rating in (
        Evaluasi.objects.filter(
            pegawai_id__in={satu.pegawai_id for satu in semua}, status__in=DISAMPAIKAN
        )
        .exclude(rating_hasil_kerja="")
        .order_by("periode__selesai", "pk")
        .values_list("pegawai_id", "periode__selesai", "rating_hasil_kerja")
    ):
        hasil[pegawai].append((selesai, rating))
    return {
        satu.pk: SebelumSesudah(
            next((r for s, r in reversed(hasil[satu.pegawai_id]) if s < satu.sesi.mulai), ""),
            next((r for s, r in hasil[satu.pegawai_id] if s >= satu.sesi.selesai), ""),
        )
        for satu in semua
    }


def dampak_pelatihan(
    *, aktor: Aktor, tahun: int | None = None, pelatihan: Pelatihan | None = None
) -> list[RingkasanDampak]:
    """Return the effect of the trainings of the instansi in counts, by title: three queries.

    ``tahun``: sessions that ended in that year. For dashboards too; the caller checked the part.
    """
    peserta = PesertaPelatihan.objects.filter(
        instansi_id=aktor.instansi_id, status=PesertaPelatihan.Status.LULUS
    ).select_related("sesi__pelatihan")
    if tahun is not None:
        peserta = peserta.filter(sesi__selesai__year=tahun)
    if pelatihan is not None:
        peserta = peserta.filter(sesi__pelatihan=pelatihan)
    semua = list(peserta)
    per_pelatihan: dict[int, RingkasanDampak] = {}
    gerak = sebelum_sesudah(daftar=semua)
    milik: dict[int, RingkasanDampak] = {}
    for satu in semua:
        induk = satu.sesi.pelatihan
        ringkas = per_pelatihan.setdefault(induk.pk, RingkasanDampak(induk.pk, induk.judul))
        ringkas.lulus += 1
        ringkas.jp += satu.jp
        milik[satu.pk] = ringkas
        if arah := gerak[satu.pk].arah:
            ringkas.arah[arah] = ringkas.arah.get(arah, 0) + 1
    for peserta_id, sisi, pakai in DampakPelatihan.objects.filter(
        peserta__in=peserta.values("pk")
    ).values_list("peserta_id", "sisi", "pakai"):
        hitung = milik[peserta_id].pakai.setdefault(sisi, {})
        hitung[pakai] = hitung.get(pakai, 0) + 1
    return sorted(per_pelatihan.values(), key=lambda s: (s.judul, s.pelatihan_id))
