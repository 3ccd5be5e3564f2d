"""What of the dialogue waits for a person: one query for home."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce

from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.dialog.models import (
    KeikutsertaanProses,
    Kesepakatan,
    Pertanyaan,
    Pertemuan,
    PesertaSesi,
    SesiDiskusi,
)
from tera.dialog.proses import jendela
from tera.dialog.selectors.proses import KUNCI_HARI
from tera.organisasi import kebijakan
from tera.organisasi.models import JenisPeriode, KebijakanInstansi, Periode

#: Meetings and sessions show so many days ahead.
HARI_TAMPAK = 7
#: No window of the five questions is longer (the policy's range).
HARI_TERLAMA = 120
KATA = frozenset({"pertemuan", "sesi", "janji", "ditunggu", "usul", "tanya", "jawab", "proses"})
#: What ``bagian_tugas`` takes.
BIDANG: dict[str, Any] = {
    "saya": BigIntegerField(),
    "instansi": BigIntegerField(),
    "pada": DateField(),
    "dekat": DateField(),
    "lama": DateField(),
}


@dataclass(frozen=True, slots=True)
class ButirDialog:
    """One thing that waits.

    Attributes:
        kata: pertemuan, sesi, janji (mine), ditunggu (the other's), usul, tanya, jawab, proses.
        teks: a name, a topic or the words of the agreement.
        tanggal: its day; None where it has none.
    """

    kata: str
    pk: int
    teks: str
    tanggal: dt.date | None


def tugas_dialog(*, aktor: Aktor) -> list[ButirDialog]:
    """Return what waits for the aktor, by day: one query."""
    if aktor.pegawai_id is None:
        return []
    return butir_tugas(aktor=aktor, baris=_menunggu(**isian_tugas(aktor)))


def isian_tugas(aktor: Aktor) -> dict[str, Any]:
    """Return the values of ``bagian_tugas`` for an aktor who is a person."""
    pada = aktor.hari_ini
    return {
        "saya": aktor.pegawai_id,
        "instansi": aktor.instansi_id,
        "pada": pada,
        "dekat": pada + dt.timedelta(days=HARI_TAMPAK),
        "lama": pada - dt.timedelta(days=HARI_TERLAMA),
    }


def butir_tugas(*, aktor: Aktor, baris: Iterable[tuple[Any, ...]]) -> list[ButirDialog]:
    """Return the rows of ``bagian_tugas`` by day; rows of other kinds are left."""
    pada = aktor.hari_ini
    hasil = []
    for kata, pk, teks, tanggal, _n in baris:
        if kata not in KATA:
            continue
        hari = _hari(tanggal)
        if kata == "proses":
            lama = int(kebijakan.dari_kolom(KUNCI_HARI, int(teks) if teks else None))
            hari = jendela(selesai=pada, batas=hari or pada, hari=lama)[1]
            if hari < pada:
                continue
        hasil.append(ButirDialog(kata, pk, teks, hari))
    # An agreement whose change waits for the aktor is named once, as that.
    usul = {satu.pk for satu in hasil if satu.kata == "usul"}
    hasil = [s for s in hasil if s.kata not in {"janji", "ditunggu"} or s.pk not in usul]
    hasil.sort(key=lambda satu: (satu.tanggal or pada, satu.kata, satu.pk))
    return hasil


def _hari(tanggal: Any) -> dt.date | None:
    # SQLite gives a date of a union as text.
    return dt.date.fromisoformat(tanggal) if isinstance(tanggal, str) else tanggal


@kueri_siap(**BIDANG)
def _menunggu(
    saya: Isian, instansi: Isian, pada: Isian, dekat: Isian, lama: Isian
) -> QuerySet[Any, Any]:
    pertama, *lain = bagian_tugas(saya, instansi, pada, dekat, lama)
    return pertama.union(*lain, all=True)


def bagian_tugas(
    saya: Isian, instansi: Isian, pada: Isian, dekat: Isian, lama: Isian
) -> list[QuerySet[Any, Any]]:
    """Return the parts (kata, pk, text, day, 1), so that home may join them to another union."""
    temu = Pertemuan.objects.filter(Q(pegawai_id=saya) | Q(mitra_id=saya)).filter(
        status__in=[Pertemuan.Status.DIJADWALKAN, Pertemuan.Status.BERLANGSUNG],
        tanggal__lte=dekat,
    )
    sesi = SesiDiskusi.objects.filter(
        Q(pemimpin_id=saya)
        | Q(
            Exists(PesertaSesi.objects.filter(sesi=OuterRef("pk"), pegawai_id=saya)),
            tanggal__gte=pada,
        ),
        status=SesiDiskusi.Status.DIJADWALKAN,
        tanggal__lte=dekat,
    )
    terbuka = Kesepakatan.objects.filter(status=Kesepakatan.Status.TERBUKA)
    ditunggu = terbuka.filter(pihak_lain_id=saya).exclude(penanggung_jawab_id=saya)
    usul = terbuka.filter(
        Q(penanggung_jawab_id=saya) | Q(pihak_lain_id=saya), pengusul__isnull=False
    ).exclude(pengusul_id=saya)
    tanya = Pertanyaan.objects.filter(penilai_id=saya, status=Pertanyaan.Status.TERBUKA)
    jawab = Pertanyaan.objects.filter(
        penanya_id=saya, status=Pertanyaan.Status.TERJAWAB, jawaban_dibaca_at__isnull=True
    )
    kosong = Cast(Value(None), DateField())
    lawan = Case(When(pegawai_id=saya, then=F("mitra__nama")), default=F("pegawai__nama"))
    return [
        _kolom(temu, "pertemuan", lawan, F("tanggal")),
        _kolom(sesi, "sesi", F("topik"), F("tanggal")),
        _kolom(terbuka.filter(penanggung_jawab_id=saya), "janji", F("uraian"), F("tenggat")),
        _kolom(ditunggu, "ditunggu", F("uraian"), F("tenggat")),
        _kolom(usul, "usul", F("uraian"), F("tenggat")),
        _kolom(tanya, "tanya", F("penanya__nama"), kosong),
        _kolom(jawab, "jawab", F("penilai__nama"), kosong),
        _kolom(_proses(saya, instansi, pada, lama), "proses", _kebijakan(), F("batas_evaluasi")),
    ]


def _kolom(daftar: QuerySet[Any], kata: str, teks: Any, tanggal: Any) -> QuerySet[Any, Any]:
    hasil: QuerySet[Any, Any] = (
        daftar.order_by()
        .annotate(kata=Value(kata), isi=teks, hari=tanggal, n=Value(1))
        .values_list("kata", "pk", "isi", "hari", "n")
    )
    return hasil


def _proses(saya: Isian, instansi: Isian, pada: Isian, lama: Isian) -> QuerySet[Periode]:
    return Periode.objects.filter(
        ~Exists(KeikutsertaanProses.objects.filter(periode=OuterRef("pk"), pegawai_id=saya)),
        instansi_id=instansi,
        jenis=JenisPeriode.TAHUNAN,
        selesai__lt=pada,
        batas_evaluasi__gte=lama,
    )


def _kebijakan() -> Coalesce:
    """The stored number of days on the period's last day, as text; empty for the default."""
    return Coalesce(
        Cast(
            Subquery(
                KebijakanInstansi.objects.filter(
                    instansi_id=OuterRef("instansi_id"),
                    kunci=KUNCI_HARI,
                    sejak__lte=OuterRef("selesai"),
                )
                .order_by("-sejak")
                .values("nilai")[:1]
            ),
            CharField(max_length=20),
        ),
        Value(""),
    )
