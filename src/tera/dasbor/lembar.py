"""The dashboard as one spreadsheet: the unit on the first row, each unit below on its own."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from tera.core.lembar import tulis_xlsx
from tera.dasbor.selectors.angka import AngkaDasbor, Dasbor
from tera.dasbor.tampilan import BATAS_KEBERATAN
from tera.evaluasi.models import CapaianOrganisasi, PilihanPredikat

Kolom = tuple[str, Callable[[AngkaDasbor], Any]]


def daftar_kolom() -> list[Kolom]:
    """Return heading and value of each column: counts, so that shares can be made anew."""
    return [
        (_("Unit"), lambda a: a.nama),
        (_("Wajib SKP"), lambda a: a.skp.wajib),
        (_("SKP belum dibuat"), lambda a: a.skp.per_status.get("belum", 0)),
        (_("SKP draf"), lambda a: a.skp.per_status.get("draf", 0)),
        (_("SKP diajukan"), lambda a: a.skp.per_status.get("diajukan", 0)),
        (_("SKP dikembalikan"), lambda a: a.skp.per_status.get("dikembalikan", 0)),
        (_("SKP ditetapkan"), lambda a: a.skp.ditetapkan),
        (_("SKP terlambat"), lambda a: a.skp.terlambat),
        (_("Dievaluasi"), lambda a: a.evaluasi.jumlah),
        (_("Dinilai"), lambda a: a.evaluasi.dinilai),
        (_("Predikat ditetapkan"), lambda a: a.evaluasi.ditetapkan),
        (_("Disampaikan"), lambda a: a.evaluasi.disampaikan),
        (_("Terlambat dinilai"), lambda a: a.evaluasi.banyak("terlambat")),
        *((str(p.label), _predikat(p.value)) for p in PilihanPredikat),
        (_("Diharapkan berpartisipasi"), lambda a: a.lain["wajib"]),
        (_("Berpartisipasi"), lambda a: a.lain["ikut"]),
        (_("Melaporkan realisasi"), lambda a: a.lain["melapor"]),
        (_("Indikator dilaporkan"), lambda a: a.lain["indikator"]),
        (_("Target tercapai"), lambda a: a.lain["target"]),
        (_("Prestasi terverifikasi"), lambda a: a.lain["capaian"]),
        (
            _("Capaian organisasi"),
            lambda a: str(CapaianOrganisasi.Level(a.level).label) if a.level else "",
        ),
        (_("IKM"), lambda a: float(a.ikm.hasil.nilai) if a.ikm.hasil else None),
    ]


def buat_lembar(hasil: Dasbor) -> bytes:
    """Return the XLSX; texts can't run as formulas (``core.lembar``)."""
    kolom = daftar_kolom()
    total = hasil.total
    keberatan = total.evaluasi.disampaikan >= BATAS_KEBERATAN
    judul = [*(nama for nama, _ambil in kolom), _("Keberatan")]

    def baris() -> Iterator[list[Any]]:
        yield [*(ambil(total) for _nama, ambil in kolom),
               total.lain["keberatan"] if keberatan else None]  # fmt: skip
        for satu in hasil.daftar_anak:
            # Objections of small units would follow from one another: only the whole is told.
            yield [*(ambil(satu) for _nama, ambil in kolom), None]

    return tulis_xlsx(judul=_("Dasbor"), kolom=judul, baris=baris())


def _predikat(kata: str) -> Callable[[AngkaDasbor], int]:
    return lambda angka: angka.evaluasi.predikat[kata]
