"""Figures that other rooms give to the page of trends: training needs and their effect.

A room below has no say here, so whoever connects one writes its function into ``PENYUMBANG``: it
takes what the page was asked for and returns figures. The page has one query to spare.
"""

from collections.abc import Callable, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka
from tera.dasbor.selectors.daftar import Permintaan
from tera.dasbor.tampilan import Kartu
from tera.tindak_lanjut.permissions.pengembangan import PENYUSUN
from tera.tindak_lanjut.selectors.pengembangan.angka import angka_pengembangan


def kartu_pengembangan(tanya: Permintaan) -> list[Kartu]:
    """Return the training needs of the year and how much of what was learnt is used: one query.

    The list behind the needs is that of the unit's planners; others see the figure alone.
    """
    unit, tahun = tanya.letak.unit, tanya.pilihan.tahun
    perencana = tanya.letak.petugas(*PENYUSUN) or tanya.letak.jangkauan.memimpin(unit)
    isi = angka_pengembangan(unit=unit, tahun=tahun)
    return [
        Kartu(
            label=_("Kebutuhan pengembangan"),
            nilai=tulis_angka(isi.kegiatan),
            keterangan=_("kegiatan bagi %(n)s orang") % {"n": tulis_angka(isi.orang)},
            url=f"{reverse('tindak_lanjut:kebutuhan')}?unit={unit.pk}&tahun={tahun}"
            if perencana
            else "",
        ),
        Kartu(
            label=_("Pelatihan dipakai dalam pekerjaan"),
            nilai=tulis_angka(isi.dipakai),
            keterangan=_("dari %(n)s jawaban") % {"n": tulis_angka(isi.dijawab)},
        ),
    ]


PENYUMBANG: tuple[Callable[[Permintaan], Sequence[Kartu]], ...] = (kartu_pengembangan,)


def kartu_tambahan(tanya: Permintaan) -> list[Kartu]:
    """Return the figures of all contributors; empty: the page shows no heading for them."""
    return [kartu for penyumbang in PENYUMBANG for kartu in penyumbang(tanya)]
