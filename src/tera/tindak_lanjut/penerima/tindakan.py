"""Receivers and daily looks of from result to action."""

from collections import defaultdict
from collections.abc import Sequence

from tera.core import clock
from tera.core.models import Kejadian
from tera.organisasi.models import Instansi


def terima_hasil(peristiwa: Kejadian) -> None:
    """One result became final, or its objection was decided."""
    terima_hasil_banyak([peristiwa])


def terima_hasil_banyak(daftar: Sequence[Kejadian]) -> None:
    """Write what many final results ask for: a year's closing in a few queries."""
    from tera.tindak_lanjut.services.tindakan.hasil import catat_tindak_lanjut

    per_instansi: defaultdict[int, set[int]] = defaultdict(set)
    for satu in daftar:
        per_instansi[satu.instansi_id].add(int(satu.muatan["id"]))
    for instansi in Instansi.objects.filter(pk__in=per_instansi):
        catat_tindak_lanjut(
            instansi=instansi,
            daftar_evaluasi=per_instansi[instansi.pk],
            pada=clock.hari_ini(instansi.zona),
        )


def segarkan_perjanjian() -> None:
    """Agreements whose review day has come, in every instansi."""
    from tera.tindak_lanjut.services.tindakan.perjanjian import segarkan_tinjauan

    for instansi in Instansi.objects.order_by("pk"):
        segarkan_tinjauan(instansi=instansi, pada=clock.hari_ini(instansi.zona))


def catat_terdahulu_semua() -> None:
    """Last year's results imported from before Tera, in every instansi."""
    from tera.tindak_lanjut.services.tindakan.hasil import catat_terdahulu

    for instansi in Instansi.objects.order_by("pk"):
        catat_terdahulu(instansi=instansi, pada=clock.hari_ini(instansi.zona))


def daftarkan() -> None:
    """Register receivers, daily looks, links and cards."""
    from tera.antarmuka import tautan
    from tera.core import jadwal, kejadian
    from tera.tindak_lanjut import hub
    from tera.tindak_lanjut.selectors.tindakan_hub import kartu

    for nama in ("evaluasi.finalkan", "evaluasi.putuskan_keberatan"):
        kejadian.daftarkan(nama, "tindak_lanjut.tindakan", terima_hasil, banyak=terima_hasil_banyak)
    tautan.daftarkan("tindak_lanjut.tindakan", "tindak_lanjut:tindakan")
    tautan.daftarkan("tindak_lanjut.saya", "tindak_lanjut:saya")
    tautan.daftarkan("tindak_lanjut.hasil", "tindak_lanjut:dari_hasil")
    jadwal.daftarkan("tindak_lanjut.perjanjian", segarkan_perjanjian)
    jadwal.daftarkan("tindak_lanjut.terdahulu", catat_terdahulu_semua)
    hub.daftarkan(kartu)
