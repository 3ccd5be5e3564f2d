"""Days away without a valid reason: who may see them, and which step of the rule they reach."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery

from tera.core.aktor import Aktor
from tera.core.models import JejakAudit
from tera.organisasi.models import HubunganPenilai, Pegawai, Penugasan
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.petugas import cakupan_petugas
from tera.regulasi.galat import BelumDiaturError
from tera.regulasi.tindak_lanjut import TIDAK_HADIR, HasilTidakHadir, tidak_hadir
from tera.tindak_lanjut.models import KetidakhadiranTahunan
from tera.tindak_lanjut.permissions.penghargaan import jangkauan
from tera.tindak_lanjut.permissions.tindakan import PEMUTUS, dengan_penilai_kini

#: PP 94/2021 is the discipline of PNS, and of CPNS with it; a PPPK's is in the agreement.
BERATURAN = frozenset({"pns", "cpns"})


@dataclass(frozen=True, slots=True)
class Ambang:
    """Which step is reached, and the next one.

    Attributes:
        tingkat, hukuman: what an examination may propose; empty below the first step, and where
            the rule isn't the person's (``berlaku`` False).
        berikut: days at which the next step begins; None: none above.
    """

    tingkat: str
    hukuman: str
    berlaku: bool
    berikut: int | None

    @property
    def tercapai(self) -> bool:
        """Whether the superior must examine."""
        return bool(self.tingkat)


def ambang(satu: KetidakhadiranTahunan, pada: dt.date) -> Ambang:
    """Return the step that the year's count reaches, by the law of the year's last day or today."""
    if satu.pegawai.status not in BERATURAN:
        return Ambang("", "", False, None)
    hari = min(pada, dt.date(satu.tahun, 12, 31))
    try:
        hasil: HasilTidakHadir = tidak_hadir(hari=satu.hari, berturut=satu.berturut, pada=hari)
        batas = [aturan.dari for aturan in TIDAK_HADIR.pada(hari).nilai]
    except BelumDiaturError:
        return Ambang("", "", False, None)
    terberat = hasil.hukuman == TIDAK_HADIR.pada(hari).nilai[-1].hukuman
    berikut = None if terberat else next((n for n in batas if n > satu.hari), None)
    return Ambang(hasil.tingkat, hasil.hukuman, True, berikut)


def ambang_pertama(pada: dt.date) -> int:
    """Return the days at which the first step begins; the first rule's before it was in force."""
    aturan = TIDAK_HADIR.pada(max(pada, TIDAK_HADIR.daftar[0].sejak)).nilai
    return min(satu.dari for satu in aturan)


def ketidakhadiran_terlihat(
    *, aktor: Aktor, petugas: Sequence[tuple[str, str]] | None = None
) -> QuerySet[KetidakhadiranTahunan]:
    """Return the counts the aktor may read: one's own, of people one rates, of an officer's units.

    Who rates reads what reaches a step: the duty to examine begins there. ``petugas``: the rows of
    ``daftar_petugas`` where asked already.
    """
    pada = aktor.hari_ini
    dinilai = HubunganPenilai.objects.filter(
        berlaku_pada(pada), penilai_id=aktor.pegawai_id or 0
    ).values("penugasan__pegawai_id")
    bagian = frozenset({"pengelola"}) | PEMUTUS
    wilayah = (
        cakupan_petugas(aktor=aktor, pada=pada, peran=bagian, kolom="unit__path")
        if petugas is None
        else jangkauan(petugas, peran=bagian, kolom="unit__path")
    )
    orang = Penugasan.objects.filter(
        berlaku_pada(pada), wilayah, instansi_id=aktor.instansi_id
    ).values("pegawai_id")
    return (
        dengan_penilai_kini(KetidakhadiranTahunan.objects.all(), pada)
        .filter(
            Q(pegawai_id=aktor.pegawai_id or 0)
            | Q(pegawai_id__in=dinilai, hari__gte=ambang_pertama(pada))
            | Q(pegawai_id__in=orang),
            instansi_id=aktor.instansi_id,
        )
        .select_related("pegawai", "pemeriksa")
        .order_by("-tahun", "-hari", "pegawai__nama", "pk")
    )


def pembaca_ketidakhadiran(
    *, aktor: Aktor, milik: Collection[KetidakhadiranTahunan]
) -> list[tuple[str, dt.datetime]]:
    """Return (who, when) others opened the aktor's own counts, newest first: one query."""
    nomor = [satu.pk for satu in milik if satu.pegawai_id == aktor.pegawai_id]
    if not nomor:
        return []
    # The trace knows people by number alone: their names come as columns of the same query.
    orang = Pegawai.objects.filter(pk=OuterRef("pegawai_id"))
    bacaan = (
        JejakAudit.objects.filter(
            jenis="ketidakhadiran", objek_id__in=nomor, instansi_id=aktor.instansi_id, aksi="dibaca"
        )
        .order_by("-pk")
        .values_list(
            "terjadi_at",
            *(Subquery(orang.values(kolom)) for kolom in ("gelar_depan", "nama", "gelar_belakang")),
        )[:50]
    )
    return [
        (Pegawai(gelar_depan=depan, nama=nama, gelar_belakang=belakang).nama_lengkap, saat)
        for saat, depan, nama, belakang in bacaan
        if nama is not None
    ]
