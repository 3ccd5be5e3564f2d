"""What waits for a person about awards, as parts of home's one query."""

from typing import Any

from django.db.models import (
    CharField,
    Count,
    DateField,
    Exists,
    F,
    Min,
    OuterRef,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast, Concat

from tera.core.kueri import Isian
from tera.organisasi.models import PeranPetugas
from tera.organisasi.selectors import berlaku_pada
from tera.tindak_lanjut.models import (
    AnggotaTimPenghargaan,
    CalonPenghargaan,
    KoreksiRekam,
    PandanganAnggota,
    PutaranPenghargaan,
)
from tera.tindak_lanjut.permissions.penghargaan import PEMUTUS, PENGELOLA

KATA = frozenset({
    "penghargaan_setuju", "penghargaan_telaah", "penghargaan_putus", "penghargaan_umumkan",
    "penghargaan_koreksi", "penghargaan_serahkan",
})  # fmt: skip
Status = PutaranPenghargaan.Status


def bagian_tugas(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return (word, pk, text, day, n): consent to give, candidates to look at, a decision."""
    saya = isian["saya"]
    sudah = PandanganAnggota.objects.filter(
        anggota=OuterRef("pk"), calon=OuterRef("putaran__daftar_calon")
    )
    telaah = AnggotaTimPenghargaan.objects.filter(
        pegawai_id=saya,
        putaran__status=Status.DITELAAH,
        putaran__daftar_calon__status=CalonPenghargaan.Status.DICALONKAN,
    ).filter(~Exists(sudah))
    setuju = CalonPenghargaan.objects.filter(
        pegawai_id=saya,
        status=CalonPenghargaan.Status.DITETAPKAN,
        setuju_nama__isnull=True,
        putaran__status=Status.DIUMUMKAN,
    )
    return [
        setuju.order_by()
        .annotate(
            kata=Value("penghargaan_setuju"),
            isi=F("putaran__jenis__nama"),
            hari=Cast(Value(None), DateField()),
            n=Value(1),
        )
        .values_list("kata", "pk", "isi", "hari", "n"),
        telaah.order_by()
        .annotate(
            kata=Value("penghargaan_telaah"),
            isi=F("putaran__jenis__nama"),
            hari=Cast(Value(None), DateField()),
        )
        .values("kata", "putaran_id", "isi", "hari")
        .annotate(n=Count("putaran__daftar_calon", distinct=True))
        .values_list("kata", "putaran_id", "isi", "hari", "n"),
        _putaran("penghargaan_putus", Status.DITELAAH, PEMUTUS, isian),
    ]


def bagian_pengelola(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return what waits for the pengelola: rounds to hand over or announce, corrections."""
    koreksi = KoreksiRekam.objects.filter(
        instansi_id=isian["instansi"], status=KoreksiRekam.Status.DIAJUKAN
    ).exclude(pegawai_id=isian["saya"])
    return [
        _putaran("penghargaan_umumkan", Status.DIPUTUSKAN, PENGELOLA, isian),
        _putaran(
            "penghargaan_serahkan", Status.DIBUKA, PENGELOLA, isian, usul_sampai__lt=isian["pada"]
        ),
        koreksi.order_by()
        .annotate(kata=Value("penghargaan_koreksi"), isi=Value(""))
        .values("kata", "instansi_id", "isi")
        .annotate(hari=Min("diajukan_pada"), n=Count("pk"))
        .values_list("kata", "instansi_id", "isi", "hari", "n"),
    ]


def _putaran(
    kata: str, status: str, peran: frozenset[str], isian: dict[str, Isian], **saring: Isian
) -> QuerySet[Any, Any]:
    """Rounds in a state whose unit the person serves in one of these parts."""
    petugas = (
        PeranPetugas.objects.filter(
            berlaku_pada(isian["pada"]),
            pegawai_id=isian["saya"],
            peran__in=sorted(peran),
            unit__path__lte=OuterRef("unit__path"),
        )
        .annotate(batas=Concat("unit__path", Value("~"), output_field=CharField()))
        .filter(batas__gt=OuterRef("unit__path"))
    )
    return (
        PutaranPenghargaan.objects.filter(
            Exists(petugas), instansi_id=isian["instansi"], status=status, **saring
        )
        .order_by()
        .annotate(
            kata=Value(kata),
            isi=F("jenis__nama"),
            hari=Cast(Value(None), DateField()),
            n=Value(1),
        )
        .values_list("kata", "pk", "isi", "hari", "n")
    )
