"""What is on record about one person's year, the strongest three: never an answer of a round.

The rule, the same for everybody and said on the page: first one piece of each source, then a second
of the same sources in the same order. Sources: an achievement that the atasan verified (the newest
first), a verified realisasi (the farthest from its target first, in either direction), feedback
that its giver signed and didn't withdraw (about a value first, then the newest). Attendance is kept
by a neighbouring room and isn't read here.
"""

from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Abs

from tera.antarmuka.format import tulis_tanggal
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors.umpan import masa_evaluasi
from tera.pelaksanaan.models import CapaianPegawai, Realisasi, StatusLaporan
from tera.skp.models import IndikatorKinerja
from tera.umpan_balik.models import UmpanBalik

#: So many pieces at most: more would be the workspace again.
TERBANYAK = 3


@dataclass(frozen=True, slots=True)
class BuktiTercatat:
    """One piece: its source, what it says, when, and the page that the penilai may open.

    Attributes:
        sumber: ``capaian``, ``realisasi`` or ``umpan``.
        teks: the title, the indicator, or the giver's words.
        kapan: its day, or the period that a realisasi is about.
        persen: percent of the target, for a realisasi.
        nama: who gave the feedback, under the own name.
        rute, argumen: the address of the page.
    """

    sumber: str
    teks: str
    kapan: str
    rute: str
    argumen: tuple[int, ...]
    persen: Decimal | None = None
    nama: str = ""


def bukti_terkuat(*, evaluasi: Evaluasi) -> list[BuktiTercatat]:
    """Return at most three pieces about the evaluation's person in its days: three queries.

    Whoever calls has already asked whether the aktor is its penilai.
    """
    sumber = (_capaian(evaluasi), _realisasi(evaluasi), _umpan(evaluasi))
    bergilir = [satu for lapis in zip_longest(*sumber) for satu in lapis if satu is not None]
    return bergilir[:TERBANYAK]


def _capaian(evaluasi: Evaluasi) -> list[BuktiTercatat]:
    daftar = CapaianPegawai.objects.filter(
        penugasan_id=evaluasi.skp.penugasan_id,
        tanggal__range=masa_evaluasi(evaluasi),
        status=StatusLaporan.DIVERIFIKASI,
    ).order_by("-tanggal", "-pk")
    return [
        BuktiTercatat("capaian", judul, tulis_tanggal(tanggal), "pelaksanaan:capaian", (pk,))
        for pk, judul, tanggal in daftar.values_list("pk", "judul", "tanggal")[:TERBANYAK]
    ]


def _realisasi(evaluasi: Evaluasi) -> list[BuktiTercatat]:
    mulai, selesai = masa_evaluasi(evaluasi)
    indikator = IndikatorKinerja.objects.filter(
        rhk__skp=OuterRef("skp"), kunci=OuterRef("indikator_kunci")
    )
    daftar = (
        Realisasi.objects.filter(
            skp=evaluasi.skp_id,
            periode__mulai__lte=selesai,
            periode__selesai__range=(mulai, evaluasi.periode.selesai),
            status=StatusLaporan.DIVERIFIKASI,
            persen__isnull=False,
        )
        .annotate(jauh=Abs(F("persen") - 100), nama=Subquery(indikator.values("teks")[:1]))
        .exclude(nama=None)
        .select_related("periode")
        .order_by("-jauh", "-periode__selesai", "pk")
    )
    return [
        BuktiTercatat(
            "realisasi", satu.nama, str(satu.periode), "pelaksanaan:lembar",
            (evaluasi.skp_id, satu.periode_id), satu.persen,
        )
        for satu in daftar[:TERBANYAK]
    ]  # fmt: skip


def _umpan(evaluasi: Evaluasi) -> list[BuktiTercatat]:
    daftar = (
        UmpanBalik.objects.filter(
            penugasan_id=evaluasi.skp.penugasan_id,
            tanggal__range=masa_evaluasi(evaluasi),
            ditarik_at__isnull=True,
        )
        .annotate(lapis=Case(When(~Q(nilai=""), then=Value(0)), default=Value(1)))
        .order_by("lapis", "-tanggal", "-pk")
    )
    return [
        BuktiTercatat("umpan", teks, tulis_tanggal(tanggal), "umpan_balik:umpan", (pk,), nama=nama)
        for pk, teks, tanggal, nama in daftar.values_list("pk", "teks", "tanggal", "nama_pemberi")[
            :TERBANYAK
        ]
    ]
