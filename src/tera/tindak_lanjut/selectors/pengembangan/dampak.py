"""Whether what was learnt is used, and how results stood before and after: never a proof."""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q, QuerySet

from tera.core.aktor import Aktor
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors import SUDAH_DISAMPAIKAN
from tera.organisasi import kebijakan
from tera.tindak_lanjut.models import DampakPelatihan, Pelatihan, PesertaPelatihan
from tera.tindak_lanjut.selectors.pengembangan.rencana import orang_dinilai
from tera.tindak_lanjut.selectors.pengembangan.ukur import Diukur, ukur

KUNCI_HARI = "pengembangan.hari_dampak"
#: A result of the person that came after the training.
HASIL_SESUDAH = Evaluasi.objects.filter(
    pegawai=OuterRef("pegawai"),
    status__in=SUDAH_DISAMPAIKAN,
    periode__selesai__gte=OuterRef("sesi__selesai"),
)


@dataclass(slots=True)
class RingkasanDampak:
    """The effect of one training in counts: nobody is named.

    Attributes:
        pakai: side → answer → how many.
        arah: naik/tetap/turun of what was to improve, "" where it can't be measured yet.
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


def dampak_pelatihan(
    *, aktor: Aktor, tahun: int | None = None, pelatihan: Pelatihan | None = None
) -> list[RingkasanDampak]:
    """Return the effect of the trainings of the instansi in counts, by title: four queries, four
    more where rows of plans name what should improve.

    ``tahun``: sessions that ended in that year. For dashboards too; the caller checked the part.
    """
    peserta = PesertaPelatihan.objects.filter(
        instansi_id=aktor.instansi_id, status=PesertaPelatihan.Status.LULUS
    ).select_related("sesi__pelatihan", "kegiatan")
    if tahun is not None:
        peserta = peserta.filter(sesi__selesai__year=tahun)
    if pelatihan is not None:
        peserta = peserta.filter(sesi__pelatihan=pelatihan)
    semua = list(peserta)
    per_pelatihan: dict[int, RingkasanDampak] = {}
    gerak = ukur(daftar=[Diukur.peserta(satu) for satu in semua])
    milik: dict[int, RingkasanDampak] = {}
    for satu in semua:
        induk = satu.sesi.pelatihan
        ringkas = per_pelatihan.setdefault(induk.pk, RingkasanDampak(induk.pk, induk.judul))
        ringkas.lulus += 1
        ringkas.jp += satu.jp
        milik[satu.pk] = ringkas
        arah = gerak[satu.pk].arah
        ringkas.arah[arah] = ringkas.arah.get(arah, 0) + 1
    for peserta_id, sisi, pakai in DampakPelatihan.objects.filter(
        peserta__in=peserta.values("pk")
    ).values_list("peserta_id", "sisi", "pakai"):
        hitung = milik[peserta_id].pakai.setdefault(sisi, {})
        hitung[pakai] = hitung.get(pakai, 0) + 1
    return sorted(per_pelatihan.values(), key=lambda s: (s.judul, s.pelatihan_id))
