"""Rounds and candidates an aktor may see, and what their pages show."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import BigIntegerField, Count, Exists, OuterRef, Q, QuerySet, Value

from tera.core.aktor import Aktor
from tera.organisasi.models import (
    HubunganDekat,
    HubunganPenilai,
    Instansi,
    Pegawai,
    Penugasan,
    UnitKerja,
)
from tera.organisasi.selectors import berlaku_pada
from tera.organisasi.selectors.petugas import cakupan_petugas
from tera.tindak_lanjut.models import (
    AnggotaTimPenghargaan,
    CalonPenghargaan,
    JenisPenghargaan,
    PandanganAnggota,
    PutaranPenghargaan,
)
from tera.tindak_lanjut.permissions.penghargaan import PELIHAT, jangkauan
from tera.tindak_lanjut.selectors.penghargaan.fakta import (
    FaktaCalon,
    fakta_calon,
    fakta_tersimpan,
)

Status = PutaranPenghargaan.Status
#: Rounds on one page.
BARIS = 20


def jenis_terlihat(*, aktor: Aktor) -> QuerySet[JenisPenghargaan]:
    """Return the award kinds of the instansi: their criteria are for everybody."""
    return JenisPenghargaan.objects.filter(instansi_id=aktor.instansi_id).order_by("-aktif", "nama")


def putaran_terlihat(
    *, aktor: Aktor, petugas: Sequence[tuple[str, str]] | None = None
) -> QuerySet[PutaranPenghargaan]:
    """Return the rounds of the instansi: everybody reads criteria and dates.

    A cancelled round stays with its officers. ``sebagai_anggota`` says whether the aktor is named
    in the committee's letter; ``petugas``: the rows of ``daftar_petugas`` where asked already.
    """
    wilayah = (
        cakupan_petugas(aktor=aktor, pada=aktor.hari_ini, peran=PELIHAT, kolom="unit__path")
        if petugas is None
        else jangkauan(petugas, peran=PELIHAT, kolom="unit__path")
    )
    return (
        PutaranPenghargaan.objects.filter(
            ~Q(status=Status.DIBATALKAN) | wilayah, instansi_id=aktor.instansi_id
        )
        .annotate(
            sebagai_anggota=Exists(
                AnggotaTimPenghargaan.objects.filter(
                    putaran=OuterRef("pk"), pegawai_id=aktor.pegawai_id or 0
                )
            )
        )
        .select_related("jenis", "unit", "instansi", "pemutus")
    )


def putaran_berjalan(*, aktor: Aktor) -> list[PutaranPenghargaan]:
    """Return what is open or being looked at, the nearest end first, with its candidates."""
    return list(
        putaran_terlihat(aktor=aktor)
        .filter(status__in=(Status.DIBUKA, Status.DITELAAH, Status.DIPUTUSKAN))
        .annotate(n_calon=Count("daftar_calon"))
        .order_by("usul_sampai", "pk")[:50]
    )


def putaran_lalu(*, aktor: Aktor) -> QuerySet[PutaranPenghargaan]:
    """Return announced rounds, and cancelled ones for officers, newest first."""
    return (
        putaran_terlihat(aktor=aktor)
        .filter(status__in=(Status.DIUMUMKAN, Status.DIBATALKAN))
        .order_by("-tanggal_usul", "-pk")
    )


@dataclass(frozen=True, slots=True)
class BarisCalon:
    """One candidate in a round's list."""

    calon: CalonPenghargaan
    fakta: FaktaCalon
    mendukung: int
    tidak_mendukung: int
    abstain: int
    pandangan_saya: str


@dataclass(frozen=True, slots=True)
class AnggotaTim:
    """One member as the page names them."""

    nama: str
    jabatan: str


@dataclass(frozen=True, slots=True)
class LembarPutaran:
    """What a round's page shows to its officers and committee."""

    daftar_anggota: list[AnggotaTim]
    daftar_calon: list[BarisCalon]

    @property
    def belum_saya(self) -> list[BarisCalon]:
        """Candidates on whom the aktor, a member, has no view yet."""
        return [
            satu
            for satu in self.daftar_calon
            if not satu.pandangan_saya and satu.calon.status == CalonPenghargaan.Status.DICALONKAN
        ]


def lembar_putaran(*, aktor: Aktor, putaran: PutaranPenghargaan) -> LembarPutaran:
    """Return committee and candidates: two queries and those of the facts.

    Who meets equally many criteria stands equal; within that by unit and name, never by a score.
    """
    daftar = list(
        putaran.daftar_calon.select_related("pegawai", "penugasan__unit", "penugasan__jabatan")
    )
    fakta = fakta_daftar(putaran=putaran, daftar=daftar)
    suara: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    saya: dict[int, str] = {}
    anggota: dict[int, AnggotaTim] = {}
    for pk, pegawai_id, jabatan, depan, nama, belakang, calon_id, pandangan in (
        AnggotaTimPenghargaan.objects.filter(putaran=putaran)
        .order_by("pk")
        .values_list(
            "pk", "pegawai_id", "jabatan", "pegawai__gelar_depan", "pegawai__nama",
            "pegawai__gelar_belakang", "daftar_pandangan__calon_id", "daftar_pandangan__pandangan",
        )
    ):  # fmt: skip
        orang = Pegawai(gelar_depan=depan, nama=nama, gelar_belakang=belakang)
        anggota[pk] = AnggotaTim(
            orang.nama_lengkap, str(AnggotaTimPenghargaan.Jabatan(jabatan).label)
        )
        if calon_id is not None:
            suara[calon_id][pandangan] += 1
            if pegawai_id == aktor.pegawai_id:
                saya[calon_id] = pandangan
    baris = [
        BarisCalon(
            satu,
            fakta[satu.pk],
            suara[satu.pk]["mendukung"],
            suara[satu.pk]["tidak_mendukung"],
            suara[satu.pk]["abstain"],
            saya.get(satu.pk, ""),
        )
        for satu in daftar
    ]
    urut = {"terpenuhi": 0, "belum_diketahui": 1, "tidak_terpenuhi": 2}
    baris.sort(
        key=lambda b: (
            urut[b.fakta.kesimpulan],
            -b.fakta.terpenuhi,
            b.calon.penugasan.unit.path,
            b.calon.pegawai.nama,
        )
    )
    return LembarPutaran(list(anggota.values()), baris)


def fakta_daftar(
    *, putaran: PutaranPenghargaan, daftar: Sequence[CalonPenghargaan]
) -> dict[int, FaktaCalon]:
    """Return candidate → facts: those kept with the decision, else as they are now."""
    hasil = {satu.pk: fakta_tersimpan(satu.rekaman) for satu in daftar if satu.rekaman}
    belum = [satu for satu in daftar if not satu.rekaman]
    if belum:
        kini = fakta_calon(putaran=putaran, daftar_pegawai=[satu.pegawai for satu in belum])
        hasil |= {satu.pk: kini[satu.pegawai_id] for satu in belum}
    return hasil


def calon_terlihat(
    *, aktor: Aktor, petugas: Sequence[tuple[str, str]] | None = None
) -> QuerySet[CalonPenghargaan]:
    """Return candidates the aktor may open: own, own proposals, as officer or member.

    ``sebagai_anggota`` says whether the aktor sits in the round's committee.
    """
    if aktor.pegawai_id is None and not aktor.adalah_sistem:
        return CalonPenghargaan.objects.none()
    saya = aktor.pegawai_id or 0
    wilayah = (
        cakupan_petugas(
            aktor=aktor, pada=aktor.hari_ini, peran=PELIHAT, kolom="putaran__unit__path"
        )
        if petugas is None
        else jangkauan(petugas, peran=PELIHAT, kolom="putaran__unit__path")
    )
    anggota = Exists(
        AnggotaTimPenghargaan.objects.filter(putaran_id=OuterRef("putaran_id"), pegawai_id=saya)
    )
    sendiri = Q(pegawai_id=saya) | Q(pengusul_id=saya) | wilayah | Q(sebagai_anggota=True)
    # The system serves the whole instansi.
    saring = Q() if aktor.adalah_sistem else sendiri
    return (
        CalonPenghargaan.objects.annotate(sebagai_anggota=anggota)
        .filter(saring, instansi_id=aktor.instansi_id)
        .select_related(
            "putaran__jenis", "putaran__unit", "putaran__instansi", "pegawai", "pengusul",
            "penugasan__unit", "penugasan__jabatan",
        )
    )  # fmt: skip


def calon_saya(*, aktor: Aktor) -> list[CalonPenghargaan]:
    """Return the aktor's own candidacies, newest first."""
    return list(
        CalonPenghargaan.objects.filter(
            instansi_id=aktor.instansi_id, pegawai_id=aktor.pegawai_id or 0
        )
        .exclude(putaran__status=Status.DIBATALKAN)
        .select_related("putaran__jenis")
        .order_by("-pk")[:50]
    )


def daftar_pandangan(*, calon: CalonPenghargaan) -> list[PandanganAnggota]:
    """Return the views on one candidate: one query."""
    return list(calon.daftar_pandangan.select_related("anggota__pegawai").order_by("anggota_id"))


def penerima_diumumkan(*, putaran: PutaranPenghargaan) -> list[CalonPenghargaan]:
    """Return who was awarded in an announced round and didn't decline being named inside."""
    return list(
        putaran.daftar_calon.filter(status=CalonPenghargaan.Status.DITETAPKAN)
        .exclude(setuju_nama=False)
        .select_related("pegawai")
        .order_by("penugasan__unit__path", "pegawai__nama")
    )


def boleh_diusulkan(*, aktor: Aktor, putaran: PutaranPenghargaan) -> list[Penugasan]:
    """Return the assignments of the people the aktor rates in the round's unit: two queries."""
    pada = aktor.hari_ini
    hubungan = HubunganPenilai.objects.filter(
        berlaku_pada(pada),
        Q(penilai_id=aktor.pegawai_id or 0) | Q(atasan_penilai_id=aktor.pegawai_id or 0),
    )
    sudah = putaran.daftar_calon.values("pegawai_id")
    return list(
        Penugasan.objects.filter(
            berlaku_pada(pada),
            pk__in=hubungan.values("penugasan_id"),
            jenis="definitif",
            unit__path__startswith=putaran.unit.path,
        )
        .exclude(pegawai_id__in=sudah)
        .select_related("pegawai", "unit")
        .order_by("pegawai__nama")[:300]
    )


def benturan(
    *, anggota_id: int, calon: CalonPenghargaan, pada: dt.date
) -> PandanganAnggota.Benturan:
    """Return the conflict of interest the records show between a member and a candidate.

    A row of ``dengan_benturan`` of that member costs no query.
    """
    jenis = PandanganAnggota.Benturan
    if anggota_id == calon.pegawai_id:
        return jenis.CALON
    if anggota_id == calon.pengusul_id:
        return jenis.PENGUSUL
    if getattr(calon, "benturan_dengan", None) != anggota_id:
        calon = dengan_benturan(CalonPenghargaan.objects.all(), anggota_id, pada).get(pk=calon.pk)
    if calon.dinilai_anggota:  # type: ignore[attr-defined]
        return jenis.PENILAI
    if calon.dekat_anggota:  # type: ignore[attr-defined]
        return jenis.DEKAT
    return jenis.TIDAK_ADA


def dengan_benturan(
    daftar: QuerySet[CalonPenghargaan], anggota_id: int, pada: dt.date
) -> QuerySet[CalonPenghargaan]:
    """Add what the records show between a member and each candidate: rates, is close to."""
    menilai = HubunganPenilai.objects.filter(
        berlaku_pada(pada),
        Q(penilai_id=anggota_id) | Q(atasan_penilai_id=anggota_id),
        penugasan__pegawai_id=OuterRef("pegawai_id"),
    )
    dekat = HubunganDekat.objects.filter(
        berlaku_pada(pada),
        Q(penyata_id=anggota_id, pihak_id=OuterRef("pegawai_id"))
        | Q(penyata_id=OuterRef("pegawai_id"), pihak_id=anggota_id),
    )
    return daftar.annotate(
        benturan_dengan=Value(anggota_id, BigIntegerField()),
        dinilai_anggota=Exists(menilai),
        dekat_anggota=Exists(dekat),
    )


def kemungkinan_calon(*, putaran: PutaranPenghargaan) -> list[Penugasan]:
    """Return the definitive assignments of active people in the round's unit on its day."""
    return list(
        Penugasan.objects.filter(
            berlaku_pada(putaran.tanggal_usul),
            instansi_id=putaran.instansi_id,
            jenis="definitif",
            unit__path__startswith=putaran.unit.path,
            pegawai__kedudukan_hukum="aktif",
            pegawai__status__in=("pns", "cpns", "pppk", "pppk_paruh_waktu"),
        )
        .exclude(pegawai_id__in=putaran.daftar_calon.values("pegawai_id"))
        .select_related("pegawai")
        .order_by("unit__path", "pegawai__nama", "pegawai_id")
    )


def unit_akar(*, instansi_id: int) -> UnitKerja:
    """Return the top unit of the instansi."""
    return UnitKerja.objects.filter(instansi_id=instansi_id, induk__isnull=True).order_by("pk")[0]


def kode_instansi(*, instansi_id: int) -> str:
    """Return the code by which the public page is asked for."""
    return str(Instansi.objects.values_list("kode", flat=True).get(pk=instansi_id))
