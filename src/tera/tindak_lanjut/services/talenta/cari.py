"""A search for a post is kept with its criteria and its purpose, and audited."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError
from tera.organisasi.models import UnitKerja
from tera.tindak_lanjut.models import PencarianJabatan
from tera.tindak_lanjut.selectors.talenta.jangkauan import jangkauan
from tera.tindak_lanjut.selectors.talenta.kriteria import Kriteria
from tera.tindak_lanjut.services.talenta.dasar import tolak, wajib, wajib_peran

PENCARI = ("pengelola", "pyb", "pejabat_pembina")


@transaction.atomic
def cari_calon(
    *,
    aktor: Aktor,
    jabatan: str,
    unit_id: int | None,
    keperluan: str,
    kriteria: Kriteria,
    pada: dt.date,
) -> PencarianJabatan:
    """Keep a search; its result is made when it is read.

    Raises:
        TidakBerwenangError: no officer who may search. MasukanSalahError: no criterion, no purpose.
    """
    luas = jangkauan(aktor=aktor, pada=pada)
    wajib_peran(luas.peran, *PENCARI)
    if aktor.pegawai_id is None:
        raise TidakBerwenangError(_("Akun ini bukan pegawai, jadi tidak bisa mencari calon."))
    unit = None
    if unit_id is not None:
        unit = UnitKerja.objects.filter(pk=unit_id, instansi_id=aktor.instansi_id).first()
        if unit is None or not luas.membaca(unit.path):
            tolak("unit", _("Unit itu di luar jangkauan Anda. Pilih dari daftar."))
    if not kriteria.ada:
        tolak(
            "pangkat_min",
            _("Belum ada kriteria. Isi sedikitnya satu, supaya alasan tiap orang bisa dibaca."),
        )
    satu = PencarianJabatan.objects.create(
        instansi_id=aktor.instansi_id,
        jabatan_target=wajib(jabatan, "jabatan_target", 300),
        unit=unit,
        keperluan=wajib(keperluan, "keperluan", 500),
        kriteria=kriteria.simpan(),
        pencari_id=aktor.pegawai_id,
        nama_pencari=aktor.nama,
        dibuat_pada=pada,
    )
    audit.catat_objek(
        aktor,
        "pencarian_jabatan",
        satu.pk,
        "cari",
        {"kriteria": satu.kriteria, "keperluan": satu.keperluan},
    )
    return satu
