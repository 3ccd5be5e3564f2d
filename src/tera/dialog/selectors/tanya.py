"""Tanya-jawab: the lines of a result one may ask about, and the threads one takes part in."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.dialog.models import Jawaban, Pertanyaan
from tera.evaluasi.models import Evaluasi, LevelRating, PilihanPredikat


@dataclass(frozen=True, slots=True)
class BarisHasil:
    """One line of a result: ``bagian`` of it, ``kode`` inside the part, its words."""

    bagian: str
    kode: str
    teks: str

    @property
    def kunci(self) -> str:
        """Name of the choice on the form."""
        return f"{self.bagian}:{self.kode}"


def baris_hasil(*, evaluasi: Evaluasi) -> list[BarisHasil]:
    """Return the lines of a set result, from its frozen record: no query."""
    bagian = Pertanyaan.Bagian
    rekaman = evaluasi.rekaman
    hasil = [BarisHasil(bagian.UMUM, "", _("Hasil ini secara umum"))]
    if evaluasi.predikat:
        hasil.append(
            BarisHasil(
                bagian.RATING,
                "predikat",
                _("Predikat: %(isi)s") % {"isi": PilihanPredikat(evaluasi.predikat).label},
            )
        )
    for kode, judul, rating in (
        ("hasil_kerja", _("Rating hasil kerja"), evaluasi.rating_hasil_kerja),
        ("perilaku_kerja", _("Rating perilaku kerja"), evaluasi.rating_perilaku_kerja),
    ):
        if rating:
            hasil.append(BarisHasil(bagian.RATING, kode, f"{judul}: {LevelRating(rating).label}"))
    hasil += [
        BarisHasil(bagian.RHK, satu.get("kunci") or str(urut), satu["rhk"])
        for urut, satu in enumerate(rekaman.get("hasil_kerja", []), 1)
    ]
    hasil += [
        BarisHasil(bagian.PERILAKU, satu["kode"], satu["nama"])
        for satu in rekaman.get("perilaku_kerja", [])
    ]
    if evaluasi.catatan:
        hasil.append(
            BarisHasil(
                bagian.CATATAN,
                "catatan",
                _("Catatan penilai: %(isi)s") % {"isi": evaluasi.catatan},
            )
        )
    return hasil


def pertanyaan_terlihat(*, aktor: Aktor) -> QuerySet[Pertanyaan]:
    """Return the threads the aktor asked or is asked in."""
    if aktor.pegawai_id is None:
        return Pertanyaan.objects.none()
    return (
        Pertanyaan.objects.filter(
            Q(penanya_id=aktor.pegawai_id) | Q(penilai_id=aktor.pegawai_id)
        )
        .select_related(
            "penanya", "penilai", "evaluasi__periode__instansi", "evaluasi__unit", "instansi"
        )
        .order_by("-diajukan_at", "-pk")
    )  # fmt: skip


def pertanyaan_hasil(*, aktor: Aktor, evaluasi: Evaluasi) -> list[Pertanyaan]:
    """Return the threads about one result, oldest first."""
    return list(pertanyaan_terlihat(aktor=aktor).filter(evaluasi=evaluasi).order_by("pk"))


def utas(*, pertanyaan: Pertanyaan) -> list[Jawaban]:
    """Return the messages after the question, oldest first."""
    return list(pertanyaan.daftar_jawaban.select_related("penulis").order_by("pk"))
