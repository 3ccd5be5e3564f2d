"""Receives what lower rooms say, and the daily looks: open, finalise, farewell, 360 results."""

from collections import defaultdict
from collections.abc import Sequence

from tera.core import clock
from tera.core.models import Kejadian
from tera.evaluasi.services.keberatan import segarkan_pemutus
from tera.evaluasi.services.keluar import segarkan_keluar
from tera.evaluasi.services.pembukaan import buka_yang_berakhir
from tera.evaluasi.services.penyampaian import finalkan_yang_lewat
from tera.evaluasi.services.umpan_balik import buka_hasil_umpan_balik, musnahkan_kunci_selesai
from tera.organisasi.models import Instansi


def terima_penilai_berubah(peristiwa: Kejadian) -> None:
    """Look at the raters of the whole instansi again as of today: safe to repeat."""
    zona = Instansi.objects.values_list("zona", flat=True).get(pk=peristiwa.instansi_id)
    segarkan_keluar(instansi_id=peristiwa.instansi_id, zona=zona, pada=clock.hari_ini(zona))


def buka_semua() -> None:
    """Open what ended, in every instansi."""
    for pk, zona in Instansi.objects.values_list("pk", "zona"):
        buka_yang_berakhir(instansi_id=pk, zona=zona, pada=clock.hari_ini(zona))


def finalkan_semua() -> None:
    """Make final what nobody objected to in time, in every instansi."""
    for pk, zona in Instansi.objects.values_list("pk", "zona"):
        finalkan_yang_lewat(instansi_id=pk, zona=zona, pada=clock.hari_ini(zona))


def alihkan_semua() -> None:
    """Objections whose decider left or may no longer decide, in every instansi."""
    for pk, zona in Instansi.objects.values_list("pk", "zona"):
        segarkan_pemutus(instansi_id=pk, zona=zona, pada=clock.hari_ini(zona))


def segarkan_semua() -> None:
    """Changes of raters whose day has come, in every instansi."""
    for pk, zona in Instansi.objects.values_list("pk", "zona"):
        segarkan_keluar(instansi_id=pk, zona=zona, pada=clock.hari_ini(zona))


def terima_ditetapkan(peristiwa: Kejadian) -> None:
    """A rating was set: the person may read the 360 result of the period."""
    terima_ditetapkan_banyak([peristiwa])


def terima_ditetapkan_banyak(daftar: Sequence[Kejadian]) -> None:
    """The same for many ratings: two queries for each instansi, and those of what opens."""
    per_instansi: defaultdict[int, list[int]] = defaultdict(list)
    for peristiwa in daftar:
        per_instansi[peristiwa.instansi_id].append(peristiwa.muatan["id"])
    zona = dict(Instansi.objects.filter(pk__in=per_instansi).values_list("pk", "zona"))
    for pk, daftar_evaluasi in per_instansi.items():
        buka_hasil_umpan_balik(
            instansi_id=pk,
            zona=zona[pk],
            pada=clock.hari_ini(zona[pk]),
            daftar_evaluasi=daftar_evaluasi,
        )


def rawat_umpan_balik() -> None:
    """Rounds that closed after the rating, and keys that nobody needs any more."""
    for pk, zona in Instansi.objects.values_list("pk", "zona"):
        pada = clock.hari_ini(zona)
        buka_hasil_umpan_balik(instansi_id=pk, zona=zona, pada=pada)
        musnahkan_kunci_selesai(instansi_id=pk, zona=zona, pada=pada)
