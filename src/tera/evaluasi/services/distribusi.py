"""Explaining why a unit's predikat leave the pattern: asked with a name, never a block."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, tanda_terima
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import TandaTerima
from tera.evaluasi.models import PenjelasanDistribusi
from tera.evaluasi.selectors.capaian import capaian_unit
from tera.evaluasi.selectors.distribusi import distribusi_unit
from tera.evaluasi.selectors.jangkauan import jangkauan
from tera.organisasi.models import Periode, UnitKerja


@transaction.atomic
def jelaskan_distribusi(
    *, aktor: Aktor, unit: UnitKerja, periode: Periode, alasan: str, pada: dt.date
) -> tuple[PenjelasanDistribusi, TandaTerima]:
    """Write down why the counts of now leave the pattern; nobody's predikat changes (T28).

    Raises:
        TidakBerwenangError: neither head of the unit nor of a level above.
        StatusTidakSesuaiError: no capaian yet, or the counts keep to the pattern.
        MasukanSalahError: no reason.
    """
    if not jangkauan(aktor=aktor, pada=pada).boleh_menjelaskan(unit):
        raise TidakBerwenangError(
            _("Penjelasan distribusi ditulis pimpinan unit ini atau pimpinan di atasnya.")
        )
    capaian = capaian_unit(unit=unit, periode=periode)
    if capaian is None:
        raise StatusTidakSesuaiError(
            _("Pola distribusi belum bisa diperiksa: capaian %(unit)s belum ditetapkan.")
            % {"unit": unit.nama}
        )
    kini = distribusi_unit(unit=unit, periode=periode, capaian=capaian, pada=pada)
    if kini.hasil is None or not kini.hasil.pelanggaran:
        raise StatusTidakSesuaiError(
            _("Distribusi %(unit)s sekarang sesuai pola, jadi tidak perlu penjelasan.")
            % {"unit": unit.nama}
        )
    alasan = alasan.strip()
    if not alasan or len(alasan) > 4000:
        pesan = _(
            "Alasan belum diisi. Tulis mengapa susunannya begitu, paling panjang 4.000 huruf."
        )
        raise MasukanSalahError(pesan, per_bidang={"alasan": [pesan]})
    ringkas = kini.ringkas()
    penjelasan = PenjelasanDistribusi.objects.create(
        instansi_id=unit.instansi_id,
        unit=unit,
        periode=periode,
        level_capaian=capaian.level,
        jumlah=ringkas["jumlah"],
        pelanggaran=ringkas["pelanggaran"],
        alasan=alasan,
        pegawai_id=aktor.pegawai_id,
        nama_aktor=aktor.nama,
        dibuat_at=clock.sekarang(),
    )
    bidang = {"unit_id": unit.pk, "periode_id": periode.pk, "alasan": alasan, **ringkas}
    jejak = audit.catat_objek(aktor, "penjelasan_distribusi", penjelasan.pk, "jelaskan", bidang)
    kejadian.terbitkan(
        instansi_id=unit.instansi_id,
        nama="evaluasi.distribusi_dijelaskan",
        muatan={"id": penjelasan.pk, "unit_id": unit.pk},
    )
    return penjelasan, tanda_terima.terbitkan(
        aktor=aktor,
        jenis="penjelasan_distribusi",
        objek_id=penjelasan.pk,
        aksi="jelaskan",
        isi=bidang,
        jejak=jejak,
    )
