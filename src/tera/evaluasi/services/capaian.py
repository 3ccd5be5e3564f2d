"""Setting a unit's capaian kinerja organisasi: by the level above, before any predikat."""

import datetime as dt

from django.db import transaction

from tera.core import audit, clock, kejadian, tanda_terima
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import TandaTerima
from tera.evaluasi.models import CapaianOrganisasi, Evaluasi
from tera.evaluasi.permissions import boleh_menetapkan_capaian
from tera.organisasi.models import Periode, UnitKerja


@transaction.atomic
def tetapkan_capaian(
    *,
    aktor: Aktor,
    unit: UnitKerja,
    periode: Periode,
    level: str,
    pada: dt.date,
    alasan: str = "",
    nomor_keputusan: str = "",
) -> tuple[CapaianOrganisasi, TandaTerima]:
    """Set (or, before any predikat stands on it, correct) the capaian of ``unit``.

    Raises:
        TidakBerwenangError: the aktor doesn't lead a level above.
        MasukanSalahError: unknown level, or the root unit without an outside decision's number.
        StatusTidakSesuaiError: a predikat of the unit already stands on the present value.
    """
    if not boleh_menetapkan_capaian(aktor=aktor, unit=unit, pada=pada):
        raise TidakBerwenangError(
            f"Capaian {unit.nama} tidak bisa Anda tetapkan: yang menetapkan adalah pimpinan "
            "setingkat di atasnya, bukan unit itu sendiri."
        )
    if level not in CapaianOrganisasi.Level.values:
        raise MasukanSalahError(
            "Capaian belum dipilih. Pilih satu dari lima tingkat.",
            per_bidang={"level": ["Pilih satu dari lima tingkat."]},
        )
    if unit.induk_id is None and not nomor_keputusan.strip():
        raise MasukanSalahError(
            "Capaian instansi ditetapkan di luar instansi. Isi nomor keputusannya.",
            per_bidang={"nomor_keputusan": ["Isi nomor keputusan."]},
        )
    lama = CapaianOrganisasi.objects.select_for_update().filter(unit=unit, periode=periode).first()
    if lama is not None and lama.level != level and _sudah_dipakai(unit, periode):
        raise StatusTidakSesuaiError(
            f"Capaian {unit.nama} tidak bisa diubah: sudah ada predikat yang ditetapkan atas "
            f"capaian “{lama.get_level_display()}” oleh {lama.nama_penetap}."
        )
    bidang = {
        "level": level,
        "alasan": alasan.strip(),
        "nomor_keputusan": nomor_keputusan.strip(),
        "penetap_id": aktor.pegawai_id,
        "nama_penetap": aktor.nama,
        "ditetapkan_pada": pada,
    }
    capaian, _ = CapaianOrganisasi.objects.update_or_create(
        unit=unit,
        periode=periode,
        defaults={
            **bidang,
            "instansi_id": unit.instansi_id,
            "ditetapkan_at": clock.sekarang(),
        },
    )
    jejak = audit.catat(
        aktor=aktor,
        rantai=f"capaian:{capaian.pk}",
        aksi="tetapkan_capaian",
        jenis="capaian",
        objek_id=capaian.pk,
        bidang=bidang,
    )
    kejadian.terbitkan(
        instansi_id=unit.instansi_id,
        nama="capaian.tetapkan",
        muatan={"id": capaian.pk, "unit_id": unit.pk, "periode_id": periode.pk},
    )
    tanda = tanda_terima.terbitkan(
        aktor=aktor,
        jenis="capaian",
        objek_id=capaian.pk,
        aksi="tetapkan_capaian",
        isi=bidang,
        jejak=jejak,
    )
    return capaian, tanda


def _sudah_dipakai(unit: UnitKerja, periode: Periode) -> bool:
    return (
        Evaluasi.objects.filter(
            periode=periode, unit__path__gte=unit.path, unit__path__lt=unit.path + "~"
        )
        .exclude(status__in=[Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI])
        .exists()
    )
