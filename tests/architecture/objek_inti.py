"""Objects of the doors about imports, people and units."""

import datetime as dt
import io
from collections.abc import Callable

from pemeran import Pemeran
from tera.core.berkas import simpan_berkas
from tera.organisasi.models import ImporData


def _impor(para: Pemeran) -> int:
    return ImporData.objects.create(
        instansi=para.instansi,
        jenis="pegawai",
        status="diperiksa",
        nama_berkas="uji.xlsx",
        sidik_berkas="",
        berlaku=dt.date(2026, 1, 1),
        nama_aktor="Citra",
        dibuat_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    ).pk


def _penugasan_bersurat(para: Pemeran) -> int:
    tugas = para.penugasan(para.andi)
    if tugas.berkas_dasar_id is None:
        tugas.dasar, tugas.surat_penilai = "SK 1", "SK 2"
        tugas.berkas_dasar = tugas.berkas_surat = simpan_berkas(
            aktor=para.aktor(para.citra),
            nama="surat.pdf",
            isi=io.BytesIO(b"%PDF-1.7 surat"),
            keperluan="uji",
        )
        tugas.save()
    return tugas.pk


OBJEK: dict[str, Callable[[Pemeran], object]] = {
    "impor_uji": _impor,
    "pegawai_andi": lambda para: para.andi.pk,
    "penugasan_andi": lambda para: para.penugasan(para.andi).pk,
    "penugasan_bersurat": _penugasan_bersurat,
    "unit_dinas": lambda para: para.dinas.pk,
}
