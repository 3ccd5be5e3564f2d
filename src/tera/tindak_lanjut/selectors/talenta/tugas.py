"""What waits for a person in talent: parts of home's one query; each counts and names the first."""

from typing import Any

from django.db.models import Count, DateField, Exists, Min, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat

from tera.core.kueri import Isian
from tera.organisasi.models import PeranPetugas
from tera.organisasi.selectors import berlaku_pada
from tera.tindak_lanjut.models import KelompokSuksesi, KoreksiFakta, PetaTalenta, UsulKarier
from tera.tindak_lanjut.selectors.giliran import PEJABAT, giliran_petugas

KATA = frozenset(
    {
        "talenta_koreksi",
        "talenta_telaah",
        "talenta_putus",
        "talenta_kembali",
        "talenta_tetapkan",
        "talenta_tinjau",
    }
)
_TANPA_HARI = Value(None, output_field=DateField())


def _petugas(isian: dict[str, Isian], jalur: str, *peran: str) -> Exists:
    """The condition "I serve as one of ``peran`` at or above the unit whose path is ``jalur``"."""
    return Exists(
        PeranPetugas.objects.filter(
            berlaku_pada(isian["pada"]),
            pegawai_id=isian["saya"],
            instansi_id=isian["instansi"],
            peran__in=peran,
            unit__path__lte=OuterRef(jalur),
        )
        .annotate(sesudah=Concat("unit__path", Value("~")))
        .filter(sesudah__gt=OuterRef(jalur))
    )


def _baris(kata: str, daftar: QuerySet[Any], hari: Any = None) -> QuerySet[Any, Any]:
    """One row: the first one, its day, how many; none where there is none."""
    baris: QuerySet[Any, Any] = (
        daftar.order_by()
        .annotate(kata=Value(kata), isi=Value(""))
        .values("kata", "isi", "instansi_id")
        .annotate(pertama=Min("pk"), batas=Min(hari) if hari else _TANPA_HARI, n=Count("pk"))
        .values_list("kata", "pertama", "isi", "batas", "n")
    )
    return baris


def bagian_tugas(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return what anybody may have waiting: decisions, matrices to set, files that came back."""
    saya, instansi = isian["saya"], isian["instansi"]
    return [
        _baris(
            "talenta_putus",
            UsulKarier.objects.filter(
                ~Q(pegawai_id=saya),
                ~Q(pengusul_id=saya),
                ~Q(penelaah_id=saya),
                _petugas(isian, "unit_asal__path", "pyb", "pejabat_pembina"),
                instansi_id=instansi,
                status=UsulKarier.Status.DITELAAH,
            ),
        ),
        _baris(
            "talenta_kembali",
            UsulKarier.objects.filter(pengusul_id=saya, status=UsulKarier.Status.DIKEMBALIKAN),
        ),
        _baris(
            "talenta_tetapkan",
            PetaTalenta.objects.filter(
                Exists(
                    PeranPetugas.objects.filter(
                        berlaku_pada(isian["pada"]),
                        pegawai_id=saya,
                        instansi_id=instansi,
                        peran="pejabat_pembina",
                        unit__induk__isnull=True,
                    )
                ),
                instansi_id=instansi,
                status=PetaTalenta.Status.DITELAAH,
            ),
        ),
    ]


def bagian_pejabat(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return the files that wait for a review no pengelola may write."""
    giliran = giliran_petugas(
        jalur="unit_asal__path", pada=isian["pada"], saya=isian["saya"], peran=PEJABAT
    )
    return [
        _baris(
            "talenta_telaah",
            UsulKarier.objects.filter(
                giliran, instansi_id=isian["instansi"], status=UsulKarier.Status.DIAJUKAN
            ),
        )
    ]


def bagian_pengelola(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return what waits for the pengelola besides: corrections, reviews, yearly looks."""
    saya, instansi = isian["saya"], isian["instansi"]
    return [
        _baris(
            "talenta_koreksi",
            KoreksiFakta.objects.filter(
                ~Q(pegawai_id=saya),
                _petugas(isian, "unit__path", "pengelola"),
                instansi_id=instansi,
                status=KoreksiFakta.Status.DIAJUKAN,
            ),
        ),
        _baris(
            "talenta_telaah",
            UsulKarier.objects.filter(
                ~Q(pegawai_id=saya),
                ~Q(pengusul_id=saya),
                _petugas(isian, "unit_asal__path", "pengelola"),
                instansi_id=instansi,
                status=UsulKarier.Status.DIAJUKAN,
            ),
        ),
        _baris(
            "talenta_tinjau",
            KelompokSuksesi.objects.filter(
                _petugas(isian, "unit__path", "pengelola"),
                instansi_id=instansi,
                status=KelompokSuksesi.Status.DITETAPKAN,
                tinjau_sebelum__lte=isian["pada"],
            ),
            "tinjau_sebelum",
        ),
    ]
