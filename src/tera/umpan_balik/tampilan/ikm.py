"""The IKM as pages show it: the index with its mutu, nine means, a line over the year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tera.regulasi.ikm import UNSUR_SKM
from tera.umpan_balik.ikm_hitung import AngkaIKM, LaporanIKM
from tera.umpan_balik.models import TitikLayanan
from tera.umpan_balik.publik_kata import DAFTAR_PERTANYAAN

NADA_MUTU = {"A": "sukses", "B": "info", "C": "peringatan", "D": "bahaya"}
ROMAWI = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class TampilanIKM:
    """What the figures part of a page needs."""

    laporan: LaporanIKM
    nada: str
    unsur: tuple[tuple[str, Decimal], ...]
    label_bulan: tuple[str, ...]
    seri_bulan: tuple[tuple[str, tuple[float | None, ...]], ...]
    triwulan: tuple[tuple[str, AngkaIKM, str], ...]
    minimum: int

    @property
    def ada_garis(self) -> bool:
        """Whether any month has a figure to draw."""
        return any(nilai is not None for _nama, daftar in self.seri_bulan for nilai in daftar)


def nada_ikm(angka: AngkaIKM) -> str:
    """Return the colour of a mutu."""
    return NADA_MUTU[angka.hasil.mutu] if angka.hasil else "netral"


def bulan_pendek() -> tuple[str, ...]:
    """Return the twelve short names of months."""
    return (
        pgettext("bulan", "Jan"), pgettext("bulan", "Feb"), pgettext("bulan", "Mar"),
        pgettext("bulan", "Apr"), pgettext("bulan", "Mei"), pgettext("bulan", "Jun"),
        pgettext("bulan", "Jul"), pgettext("bulan", "Agu"), pgettext("bulan", "Sep"),
        pgettext("bulan", "Okt"), pgettext("bulan", "Nov"), pgettext("bulan", "Des"),
    )  # fmt: skip


def tampilan_ikm(laporan: LaporanIKM, *, minimum: int) -> TampilanIKM:
    """Return the view of a report."""
    unsur: tuple[tuple[str, Decimal], ...] = ()
    if laporan.total.hasil:
        nama = [str(satu.nama) for satu in DAFTAR_PERTANYAAN]
        unsur = tuple(zip(nama, laporan.total.hasil.unsur, strict=True))
    return TampilanIKM(
        laporan,
        nada_ikm(laporan.total),
        unsur,
        bulan_pendek(),
        (
            (
                _("IKM"),
                tuple(float(satu.hasil.nilai) if satu.hasil else None for satu in laporan.bulan),
            ),
        ),
        tuple(
            (_("Triwulan %(urut)s") % {"urut": romawi}, satu, nada_ikm(satu))
            for romawi, satu in zip(ROMAWI, laporan.triwulan, strict=True)
        ),
        minimum,
    )


def baris_titik(
    daftar: Iterable[TitikLayanan], laporan: LaporanIKM, tertahan: dict[int, int] | None = None
) -> list[dict[str, Any]]:
    """Return the rows of a list of points with their figures."""
    kosong = AngkaIKM(0, None)
    return [
        {
            "titik": titik,
            "angka": (angka := laporan.per_titik.get(titik.pk, kosong)),
            "nada": nada_ikm(angka),
            "tertahan": (tertahan or {}).get(titik.pk, 0),
        }
        for titik in daftar
    ]


KOLOM_LEMBAR: Sequence[str] = (
    "Titik layanan", "Unit kerja", "Tahun", "Bagian", "Jumlah jawaban", "IKM", "Mutu pelayanan",
    "Kinerja unit pelayanan",
)  # fmt: skip


def kolom_lembar() -> list[str]:
    """Return the head of the exported sheet: the law's words, so always Indonesian."""
    return [*KOLOM_LEMBAR, *(satu.nama for satu in UNSUR_SKM.terakhir.nilai)]


def isi_lembar(titik: str, unit: str, laporan: LaporanIKM) -> list[list[Any]]:
    """Return the rows of one place: its year, then its quarters; hidden figures stay empty."""
    bagian = [("Setahun", laporan.total)]
    bagian += [
        (f"Triwulan {romawi}", satu) for romawi, satu in zip(ROMAWI, laporan.triwulan, strict=True)
    ]
    baris: list[list[Any]] = []
    for nama, satu in bagian:
        hasil = satu.hasil
        baris.append(
            [
                titik,
                unit,
                laporan.tahun,
                nama,
                satu.n,
                float(hasil.nilai) if hasil else None,
                hasil.mutu if hasil else None,
                hasil.kinerja if hasil else None,
                *([float(rata) for rata in hasil.unsur] if hasil else [None] * 9),
            ]
        )
    return baris
