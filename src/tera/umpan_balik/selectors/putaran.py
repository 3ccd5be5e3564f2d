"""What one may see of the rounds: one's forms, oneself, one's team, the rounds one runs."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    Count,
    DateField,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Value,
)

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.organisasi import permissions as organisasi
from tera.organisasi.models import HubunganPenilai
from tera.organisasi.selectors import berlaku_pada
from tera.umpan_balik.models import (
    CatatanTerbuka,
    HasilUmpanBalik,
    HubunganResponden,
    InstrumenUmpanBalik,
    LingkupRekan,
    PembukaanKunci,
    PutaranPegawai,
    PutaranUmpanBalik,
    Responden,
)
from tera.umpan_balik.permissions import PENGELOLA
from tera.umpan_balik.selectors.putaran_calon import calon_dari, fakta_putaran

Status = PutaranPegawai.Status
BERHASIL = (Status.DITUTUP, Status.HASIL_DIBUKA)
#: Minutes for one form on a phone: seven questions and perhaps a few words. An estimate.
MENIT_PER_FORMULIR = 4
#: One in so many doesn't answer, as a rule of thumb.
LAZIM_TIDAK_MENGISI = 5


@dataclass(frozen=True, slots=True)
class Perkiraan:
    """What a round will ask and give, before it is opened."""

    jumlah_formulir: int
    jumlah_responden: int
    formulir_terbanyak: int
    # (forms, how many respondents have so many), fewest first.
    sebaran: tuple[tuple[int, int], ...]
    jumlah_orang: int
    per_status: dict[str, int]
    # How many get no result: if everybody answers, if one of each of their groups doesn't, if the
    # usual share of each group doesn't.
    tanpa_hasil: int
    tanpa_hasil_kurang_satu: int
    tanpa_hasil_lazim: int
    # Circle of colleagues → how many would have too few even if everybody answered.
    tanpa_hasil_per_lingkup: dict[str, int]

    @property
    def menit_terbanyak(self) -> int:
        """Minutes of the respondent who is asked most."""
        return self.formulir_terbanyak * MENIT_PER_FORMULIR


def putaran_dikelola(*, aktor: Aktor, pada: dt.date) -> QuerySet[PutaranUmpanBalik]:
    """Return the rounds the aktor runs as pengelola, newest first."""
    return (
        PutaranUmpanBalik.objects.filter(
            organisasi.cakupan_petugas(
                aktor=aktor, pada=pada, peran=(PENGELOLA,), kolom="unit__path"
            ),
            instansi_id=aktor.instansi_id,
        )
        .select_related("unit", "periode")
        .annotate(jumlah_orang=Count("daftar_pegawai"))
        .order_by("-mulai", "-id")
    )


def orang_terlihat(*, aktor: Aktor, pada: dt.date) -> QuerySet[PutaranPegawai]:
    """Return the people in rounds whose list the aktor may open: oneself, and whom one rates.

    A pengelola opens a person's list in *mode petugas* only.
    """
    if aktor.pegawai_id is None:
        return PutaranPegawai.objects.none()
    boleh = Q(pegawai_id=aktor.pegawai_id, instansi_id=aktor.instansi_id) | Q(
        penugasan_id__in=_dinilai(aktor.pegawai_id, pada)
    )
    if aktor.mode_petugas is not None:
        boleh |= Q(instansi_id=aktor.instansi_id) & organisasi.cakupan_petugas(
            aktor=aktor, pada=pada, peran=(PENGELOLA,), kolom="unit__path"
        )
    return PutaranPegawai.objects.filter(boleh).select_related(
        "putaran__unit", "putaran__periode", "pegawai", "penugasan__unit", "penugasan__jabatan",
        "unit",
    )  # fmt: skip


def orang_berhasil(*, aktor: Aktor, pada: dt.date) -> QuerySet[PutaranPegawai]:
    """Return the people whose released result the aktor may read: nobody else reads any.

    Oneself once it is opened; whom one rates once the round is closed, to stand beside the rating.
    """
    if aktor.pegawai_id is None:
        return PutaranPegawai.objects.none()
    return _berhasil(aktor.pegawai_id, aktor.instansi_id, pada)


def _berhasil(saya: Any, instansi: Any, hari: Any) -> QuerySet[PutaranPegawai]:
    return PutaranPegawai.objects.filter(
        Q(pegawai_id=saya, instansi_id=instansi, status=Status.HASIL_DIBUKA)
        | Q(penugasan_id__in=_dinilai(saya, hari), status__in=BERHASIL)
    ).select_related("putaran__periode", "pegawai", "hasil", "penugasan__jabatan", "unit")


@kueri_siap(
    saya=BigIntegerField(), instansi=BigIntegerField(), hari=DateField(),
    pegawai=BigIntegerField(), periode=BigIntegerField(),
)  # fmt: skip
def _berhasil_periode(
    saya: Isian, instansi: Isian, hari: Isian, pegawai: Isian, periode: Isian
) -> QuerySet[PutaranPegawai]:
    return (
        _berhasil(saya, instansi, hari)
        .filter(pegawai_id=pegawai, putaran__periode_id=periode)
        .order_by("-putaran__selesai", "-pk")[:1]
    )


def putaran_saya(*, aktor: Aktor) -> QuerySet[PutaranPegawai]:
    """Return the aktor's own rounds, newest first."""
    return (
        PutaranPegawai.objects.filter(
            pegawai_id=aktor.pegawai_id or 0, instansi_id=aktor.instansi_id
        )
        .select_related("putaran__periode")
        .order_by("-putaran__mulai", "-id")
    )


def putaran_tim(*, aktor: Aktor, pada: dt.date) -> QuerySet[PutaranPegawai]:
    """Return the people the aktor rates who are in a round of this or last year, by name."""
    if aktor.pegawai_id is None:
        return PutaranPegawai.objects.none()
    return (
        PutaranPegawai.objects.filter(
            penugasan_id__in=_dinilai(aktor.pegawai_id, pada),
            putaran__periode__tahun__gte=pada.year - 1,
        )
        .exclude(pegawai_id=aktor.pegawai_id)
        .select_related("putaran", "pegawai")
        .annotate(jumlah_responden=Count("daftar_responden"))
        .order_by("-putaran__mulai", "pegawai__nama", "id")
    )


def formulir_saya(*, aktor: Aktor, pada: dt.date) -> QuerySet[Responden]:
    """Return the forms that wait for the aktor, and those sent that may still be corrected."""
    return (
        Responden.objects.filter(
            pegawai_id=aktor.pegawai_id or 0,
            putaran_pegawai__instansi_id=aktor.instansi_id,
            putaran_pegawai__status=Status.BERJALAN,
            putaran_pegawai__putaran__mulai__lte=pada,
            putaran_pegawai__putaran__selesai__gte=pada,
        )
        .select_related(
            "putaran_pegawai__putaran", "putaran_pegawai__pegawai",
            "putaran_pegawai__penugasan__jabatan",
        )
        .order_by("sudah_mengisi", "putaran_pegawai__putaran__selesai", "id")
    )  # fmt: skip


def formulir_terbuka(*, aktor: Aktor, pk: int) -> Responden | None:
    """Return one form of the aktor, whatever the state of its round; None for anybody else's."""
    return (
        Responden.objects.filter(
            pk=pk,
            pegawai_id=aktor.pegawai_id or 0,
            putaran_pegawai__instansi_id=aktor.instansi_id,
        )
        .select_related(
            "pegawai", "putaran_pegawai__putaran__periode", "putaran_pegawai__pegawai",
            "putaran_pegawai__penugasan__jabatan",
        )
        .first()
    )  # fmt: skip


def daftar_responden(*, satu: PutaranPegawai) -> list[Responden]:
    """Return the list of one person by relation and name; whether a form was sent isn't in it."""
    urut = list(HubunganResponden.values)
    daftar = list(
        satu.daftar_responden.select_related("pegawai", "undangan")
        .defer("sudah_mengisi")
        .annotate(
            timbal_balik=Exists(
                Responden.objects.filter(
                    putaran_pegawai__putaran_id=satu.putaran_id,
                    putaran_pegawai__pegawai_id=OuterRef("pegawai_id"),
                    pegawai_id=satu.pegawai_id,
                ).exclude(hubungan=HubunganResponden.DIRI)
            )
        )
    )
    return sorted(
        daftar,
        key=lambda r: (urut.index(r.hubungan), r.pegawai.nama if r.pegawai else r.undangan.nama),
    )


def hasil_putaran(
    *, aktor: Aktor, pegawai_id: int, periode_id: int, pada: dt.date
) -> HasilUmpanBalik | None:
    """Return the released result of a person for a period, if the aktor may read it: one query.

    For the rooms above: it stands beside a rating and never sets one.
    """
    if aktor.pegawai_id is None:
        return None
    satu = _berhasil_periode.satu(
        saya=aktor.pegawai_id, instansi=aktor.instansi_id, hari=pada, pegawai=pegawai_id,
        periode=periode_id,
    )  # fmt: skip
    if satu is None:
        return None
    hasil: HasilUmpanBalik = satu.hasil
    hasil.putaran_pegawai = satu
    return hasil


def catatan_terbuka(*, aktor: Aktor, satu: PutaranPegawai) -> QuerySet[CatatanTerbuka]:
    """Return the signed notes to the person, for that person, once the result is open."""
    if satu.pegawai_id != aktor.pegawai_id or satu.status != Status.HASIL_DIBUKA:
        return CatatanTerbuka.objects.none()
    return CatatanTerbuka.objects.filter(putaran_pegawai=satu).select_related("penulis").order_by(
        "penulis__nama"
    )  # fmt: skip


def pembukaan_tentang_saya(*, aktor: Aktor) -> QuerySet[PembukaanKunci]:
    """Return the openings that concern forms of the aktor: whoever answered is told."""
    return (
        PembukaanKunci.objects.filter(
            penyetuju__isnull=False,
            putaran_pegawai__daftar_responden__pegawai_id=aktor.pegawai_id or 0,
        )
        .select_related("putaran_pegawai__pegawai", "putaran_pegawai__putaran", "pemohon",
                        "penyetuju")
        .order_by("-disetujui_pada")
    )  # fmt: skip


def orang_bersegel(*, aktor: Aktor, pada: dt.date, cari: str = "") -> QuerySet[PutaranPegawai]:
    """Return the people of closed rounds in the units of a PyB or PPK: names only, by name."""
    semua = PutaranPegawai.objects.filter(
        organisasi.cakupan_petugas(
            aktor=aktor, pada=pada, peran=("pejabat_pembina", "pyb"), kolom="unit__path"
        ),
        instansi_id=aktor.instansi_id,
        status__in=BERHASIL,
    )
    if cari:
        semua = semua.filter(pegawai__nama__icontains=cari)
    return semua.select_related("putaran", "pegawai", "unit").order_by("pegawai__nama", "-id")


def instrumen_terlihat(*, aktor: Aktor) -> QuerySet[InstrumenUmpanBalik]:
    """Return the instansi's own lists of questions."""
    return InstrumenUmpanBalik.objects.filter(instansi_id=aktor.instansi_id).order_by("nama")


def perkiraan(*, putaran: PutaranUmpanBalik, pada: dt.date) -> Perkiraan:
    """Return what the round asks of whom, and for how many people it can't give a result."""
    beban: Counter[int] = Counter()
    fakta = fakta_putaran(putaran=putaran, pada=pada)
    kelompok: dict[int, Counter[str]] = {pk: Counter() for pk, _status, _letak in fakta.orang}
    for pk, pegawai, hubungan in Responden.objects.filter(
        putaran_pegawai__putaran=putaran
    ).values_list("putaran_pegawai_id", "pegawai_id", "hubungan"):
        if hubungan != HubunganResponden.DIRI:
            kelompok[pk][hubungan] += 1
        if pegawai is not None:
            beban[pegawai] += 1
    per_lingkup = {}
    for lingkup in LingkupRekan.values:
        calon = calon_dari(fakta, lingkup)
        per_lingkup[lingkup] = sum(
            len(kolam) + len(calon.bawahan.get(pegawai, {})) < putaran.k
            for pegawai, kolam in calon.rekan.items()
        )
    return Perkiraan(
        jumlah_formulir=beban.total(),
        jumlah_responden=len(beban),
        formulir_terbanyak=max(beban.values(), default=0),
        sebaran=tuple(sorted(Counter(beban.values()).items())),
        jumlah_orang=len(kelompok),
        per_status=dict(Counter(status for _pk, status, _letak in fakta.orang)),
        # A group, or all small ones together: below k in sum nothing can be shown.
        tanpa_hasil=_kurang(kelompok.values(), putaran.k, lambda n: n),
        tanpa_hasil_kurang_satu=_kurang(kelompok.values(), putaran.k, lambda n: n - 1),
        tanpa_hasil_lazim=_kurang(
            kelompok.values(), putaran.k, lambda n: n - math.ceil(n / LAZIM_TIDAK_MENGISI)
        ),
        tanpa_hasil_per_lingkup=per_lingkup,
    )


def _kurang(daftar: Iterable[Counter[str]], k: int, yang_mengisi: Callable[[int], int]) -> int:
    """How many people have fewer than ``k`` answers when so many of each group answer."""
    return sum(sum(yang_mengisi(n) for n in hitung.values()) < k for hitung in daftar)


def perlu_diingatkan(*, aktor: Aktor, pada: dt.date) -> list[Mapping[str, Any]]:
    """Return who has forms to fill in until when, for the room that reminds: to them alone.

    Only the system is told: in a small group who hasn't answered says who has written.
    """
    if not aktor.adalah_sistem:
        return []
    return list(
        Responden.objects.filter(
            pegawai__isnull=False,
            sudah_mengisi=False,
            putaran_pegawai__instansi_id=aktor.instansi_id,
            putaran_pegawai__status=Status.BERJALAN,
            putaran_pegawai__putaran__selesai__gte=pada,
        )
        .values("pegawai_id", "putaran_pegawai__putaran_id", "putaran_pegawai__putaran__selesai")
        .annotate(jumlah=Count("id"))
        .order_by("pegawai_id")
    )


def bagian_tugas(*, saya: int | Isian, pada: dt.date | Isian) -> list[QuerySet[Any, Any]]:
    """Return what waits for a person, as parts of home's one query: (word, 0, "", until when, n).

    ``putaran_isi``: forms to fill in; ``putaran_setujui``: lists of respondents to approve.
    """
    isi = Responden.objects.filter(
        pegawai_id=saya,
        sudah_mengisi=False,
        putaran_pegawai__status=Status.BERJALAN,
        putaran_pegawai__putaran__mulai__lte=pada,
        putaran_pegawai__putaran__selesai__gte=pada,
    )
    setujui = PutaranPegawai.objects.filter(
        penugasan_id__in=HubunganPenilai.objects.filter(berlaku_pada(pada), penilai_id=saya).values(
            "penugasan_id"
        ),
        status=Status.DISUSUN,
        putaran__selesai__gte=pada,
    )
    return [
        daftar.order_by()
        .annotate(
            kata=Value(kata, output_field=CharField()),
            nol=Value(0),
            isi=Value("", output_field=CharField()),
        )
        .values("kata", "nol", "isi", kolom)
        .annotate(n=Count("pk"))
        .values_list("kata", "nol", "isi", kolom, "n")
        for kata, daftar, kolom in (
            ("putaran_isi", isi, "putaran_pegawai__putaran__selesai"),
            ("putaran_setujui", setujui, "putaran__mulai"),
        )
    ]


def _dinilai(saya: Any, hari: Any) -> QuerySet[Any, Any]:
    return HubunganPenilai.objects.filter(berlaku_pada(hari), penilai_id=saya or 0).values(
        "penugasan_id"
    )
