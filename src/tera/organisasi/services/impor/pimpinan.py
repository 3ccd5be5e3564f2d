"""Who heads a unit: PEMIMPIN NIP of the unor file, else the title; whichever file comes first."""

import datetime as dt
from collections.abc import Mapping

from tera.core.aktor import Aktor
from tera.organisasi.models import JenisPenugasan, Penugasan, UnitKerja
from tera.organisasi.services.impor.tulis import catat_lanjutan, terbitkan_perubahan

_SATU_HARI = dt.timedelta(days=1)


def memimpin(*, nip: str, jabatan: str, pimpinan_nip: str, jabatan_pimpinan: str) -> bool:
    """Whether the person in this post heads the unit.

    The unit's PEMIMPIN NIP decides; a unit that names nobody is headed by who carries the title.
    """
    if pimpinan_nip:
        return nip == pimpinan_nip
    return bool(jabatan_pimpinan) and jabatan.casefold() == jabatan_pimpinan.casefold()


def segarkan_pimpinan(*, aktor: Aktor, sebelum: Mapping[int, str], berlaku: dt.date) -> list[int]:
    """Make the heads of units that changed their PEMIMPIN NIP true; returns the people touched.

    A unit that named nobody before gets its head marked in place; a change of head closes and
    opens the assignments on ``berlaku``.
    """
    daftar_unit = {
        unit.pk: unit
        for unit in UnitKerja.objects.filter(instansi_id=aktor.instansi_id)
        if sebelum.get(unit.pk) is not None and sebelum[unit.pk] != unit.pimpinan_nip
    }
    if not daftar_unit:
        return []
    tersentuh: list[int] = []
    for tugas in (
        Penugasan.objects.select_for_update(of=("self",))
        .filter(
            unit_id__in=daftar_unit,
            jenis=JenisPenugasan.DEFINITIF,
            sampai__isnull=True,
            instansi_id=aktor.instansi_id,
        )
        .select_related("pegawai", "jabatan")
    ):
        unit = daftar_unit[tugas.unit_id]
        if not tugas.pegawai.nip:
            continue
        kini = memimpin(
            nip=tugas.pegawai.nip,
            jabatan=tugas.jabatan.nama,
            pimpinan_nip=unit.pimpinan_nip,
            jabatan_pimpinan=unit.nama_jabatan_pimpinan,
        )
        if kini == tugas.memimpin_unit:
            continue
        tersentuh.append(tugas.pegawai_id)
        if not sebelum[unit.pk] or tugas.sejak >= berlaku:
            Penugasan.objects.filter(pk=tugas.pk).update(memimpin_unit=kini)
            continue
        Penugasan.objects.filter(pk=tugas.pk).update(sampai=berlaku - _SATU_HARI)
        tugas.pk = None
        tugas.sejak, tugas.memimpin_unit, tugas.dasar = berlaku, kini, "Impor unor"
        tugas.save(force_insert=True)
    if tersentuh:
        catat_lanjutan(
            aktor, "pegawai", [(pk, {"memimpin_unit": berlaku}) for pk in sorted(set(tersentuh))]
        )
        terbitkan_perubahan(
            instansi_id=aktor.instansi_id, daftar_pegawai=tersentuh, berlaku=berlaku
        )
    return tersentuh
