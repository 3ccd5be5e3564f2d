"""Recording the ranking that a unit's Tim Penilai Kinerja agreed on."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.organisasi.models import UnitKerja
from tera.tindak_lanjut.models import PeringkatKinerja, PetaTalenta
from tera.tindak_lanjut.models.talenta.peta import LevelKinerja
from tera.tindak_lanjut.selectors.talenta.jangkauan import jangkauan
from tera.tindak_lanjut.selectors.talenta.peringkat import orang_unit
from tera.tindak_lanjut.services.talenta.dasar import wajib, wajib_peran


@transaction.atomic
def catat_peringkat(
    *,
    aktor: Aktor,
    unit: UnitKerja,
    tahun: int,
    level: Mapping[int, str],
    dasar: str,
    pada: dt.date,
) -> int:
    """Write the level of each person of a unit for a year, on the minutes of its team.

    The pattern is advice: nobody is forced into it. Returns how many were written.

    Raises:
        TidakBerwenangError: no pengelola of the unit. MasukanSalahError: nobody, or somebody of
        another unit. StatusTidakSesuaiError: the matrix of the year is reviewed or set.
    """
    wajib_peran(
        jangkauan(aktor=aktor, pada=pada, pimpinan=False).peran_atas(unit.path), "pengelola"
    )
    terkunci = PetaTalenta.objects.filter(instansi_id=aktor.instansi_id, tahun=tahun).exclude(
        status=PetaTalenta.Status.DISUSUN
    )
    if terkunci.exists():
        raise StatusTidakSesuaiError(
            _("Peta %(tahun)s sudah disidangkan, jadi peringkatnya tetap.") % {"tahun": tahun}
        )
    boleh = {tugas.pegawai_id for tugas in orang_unit(aktor=aktor, unit=unit, pada=pada)}
    if not level:
        raise MasukanSalahError(_("Belum ada yang diberi status. Pilih sedikitnya satu orang."))
    if not set(level) <= boleh or not set(level.values()) <= set(LevelKinerja.values):
        raise MasukanSalahError(
            _("Ada orang yang bukan pegawai unit ini hari ini. Muat ulang halaman, lalu isi lagi.")
        )
    teks = wajib(dasar, "dasar", 300)
    for pegawai_id, kata in level.items():
        PeringkatKinerja.objects.update_or_create(
            tahun=tahun,
            pegawai_id=pegawai_id,
            defaults={
                "instansi_id": aktor.instansi_id,
                "unit": unit,
                "level": kata,
                "dasar": teks,
                "nama_aktor": aktor.nama,
                "dicatat_pada": pada,
            },
        )
    audit.catat_objek(
        aktor,
        "peringkat_kinerja",
        unit.pk,
        "catat",
        {"tahun": tahun, "level": {str(k): v for k, v in level.items()}, "dasar": teks},
    )
    return len(level)
