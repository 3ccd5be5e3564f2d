"""What the head of a unit decides, counted for home in one query."""

import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from tera.core.aktor import Aktor
from tera.core.kueri import Banyaknya
from tera.evaluasi.models import CapaianOrganisasi
from tera.evaluasi.selectors.capaian import unit_ditetapkan
from tera.organisasi.models import HubunganPenilai, Pegawai, Periode
from tera.organisasi.selectors import berlaku_pada
from tera.skp.models import SKP

# Days before the end of a year at which its capaian becomes a task.
TAMPAK_SEBELUM_AKHIR = 31
PENETAP_AKAR = frozenset({"pengelola", "pejabat_pembina"})


def pimpinan(
    *,
    aktor: Aktor,
    penugasan: Any,
    wajib: bool,
    daftar_periode: list[Periode],
    peran: frozenset[str],
) -> dict[str, Any] | None:
    """What a head decides: capaian of units below, and plans if he makes none himself.

    The capaian is that of the last year whose end has come into sight. One query, none for others.
    """
    if penugasan is None or not (penugasan.memimpin_unit or not wajib):
        return None
    pada = aktor.hari_ini
    terlihat = pada + dt.timedelta(days=TAMPAK_SEBELUM_AKHIR)
    periode = next((satu for satu in daftar_periode if satu.selesai <= terlihat), None)
    kolom: dict[str, Any] = {}
    if periode is not None:
        unit = unit_ditetapkan(aktor=aktor, pada=pada, petugas=bool(peran & PENETAP_AKAR))
        sudah = CapaianOrganisasi.objects.filter(periode=periode, unit=OuterRef("pk"))
        kolom |= {
            "jumlah_unit": Banyaknya(unit.values("pk")),
            "sudah_capaian": Banyaknya(unit.filter(Exists(sudah)).values("pk")),
        }
    if not wajib:
        dinilai = HubunganPenilai.objects.filter(berlaku_pada(pada), penilai_id=aktor.pegawai_id)
        ditetapkan = dinilai.filter(
            penugasan__daftar_skp__tahun=pada.year,
            penugasan__daftar_skp__status=SKP.Status.DITETAPKAN,
        )
        kolom |= {
            "jumlah_dinilai": Banyaknya(dinilai.values("penugasan_id").distinct()),
            "sudah_skp": Banyaknya(ditetapkan.values("penugasan_id").distinct()),
        }
    isi: dict[str, Any] = {"periode": periode, "jumlah_unit": 0, "sudah_capaian": 0}
    if kolom:
        kueri: QuerySet[Any, Any] = Pegawai.objects.filter(pk=penugasan.pegawai_id)
        isi |= kueri.values(**kolom).get()
    return isi
