"""One document of every kind that follows a result, written straight to its table.

What a column must hold is read from the model; what a table's own constraints ask is told here. No
service takes part, so every event, receipt and state row of the test is the workflow's own.
"""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db import models

from pemeran import Pemeran
from tera.angka_kredit.models import FaktaJF, KonversiPredikat, PenetapanAngkaKredit
from tera.bimtek.models import KelasBimtek, Naskah
from tera.core.models import Pengguna
from tera.dasbor.models import KesepakatanTinjauan, TinjauanTahunan
from tera.evaluasi.models import Evaluasi
from tera.kalibrasi.models import RapatKalibrasi
from tera.organisasi.models import Instansi, Pegawai, Penugasan, Periode, UnitKerja
from tera.tindak_lanjut import models as tl

HARI, AKHIR = dt.date(2026, 2, 1), dt.date(2026, 12, 31)
SAAT = dt.datetime(2026, 2, 1, 2, tzinfo=dt.UTC)
MODEL: dict[str, type[models.Model]] = {
    "tindak_lanjut": tl.TindakLanjut,
    "rencana_perbaikan": tl.RencanaPerbaikan,
    "konseling": tl.Konseling,
    "permintaan_konseling": tl.PermintaanKonseling,
    "tinjauan_perjanjian": tl.TinjauanPerjanjian,
    "rencana_pengembangan": tl.RencanaPengembangan,
    "kegiatan_pengembangan": tl.KegiatanPengembangan,
    "sesi_pelatihan": tl.SesiPelatihan,
    "peserta_pelatihan": tl.PesertaPelatihan,
    "nominasi": tl.Nominasi,
    "pendampingan": tl.Pendampingan,
    "usul_tugas": tl.UsulTugas,
    "putaran_penghargaan": tl.PutaranPenghargaan,
    "calon_penghargaan": tl.CalonPenghargaan,
    "koreksi_rekam": tl.KoreksiRekam,
    "peta_talenta": tl.PetaTalenta,
    "koreksi_fakta": tl.KoreksiFakta,
    "kelompok_suksesi": tl.KelompokSuksesi,
    "usul_karier": tl.UsulKarier,
    "konversi_predikat": KonversiPredikat,
    "penetapan_angka_kredit": PenetapanAngkaKredit,
    "fakta_jf": FaktaJF,
    "kelas_bimtek": KelasBimtek,
    "tinjauan_tahunan": TinjauanTahunan,
    "kesepakatan_tinjauan": KesepakatanTinjauan,
    "rapat_kalibrasi": RapatKalibrasi,
    "naskah_bimtek": Naskah,
}


def _orang(para: Pemeran, bidang: str) -> Pegawai:
    """Who counsels, mentors or decides is somebody else than the person."""
    return para.andi if bidang in {"pegawai", "terbimbing", "peserta"} else para.budi


def _tetap(para: Pemeran, model: type[models.Model]) -> dict[str, Any]:
    """What the constraints of one table ask for."""
    if model is tl.TindakLanjut:
        return {"evaluasi": _baris(para, Evaluasi)}
    return {}


def _nilai(para: Pemeran, satu: models.Field[Any, Any]) -> Any:
    """A value that a required column takes."""
    tetap: dict[type[models.Model], Callable[[], models.Model]] = {
        Instansi: lambda: para.instansi,
        Pegawai: lambda: _orang(para, satu.name),
        UnitKerja: lambda: para.bidang,
        Penugasan: lambda: para.penugasan(para.andi),
        Periode: lambda: para.periode,
        Pengguna: lambda: para.andi.akun,
    }
    if satu.is_relation:
        tujuan: Any = satu.related_model
        return tetap[tujuan]() if tujuan in tetap else _baris(para, tujuan)
    if satu.choices:
        return satu.choices[0][0]  # type: ignore[index]
    for jenis, nilai in (
        (models.DateTimeField, SAAT),
        (models.DateField, AKHIR if satu.name == "selesai" else HARI),
        (models.TimeField, dt.time(9)),
        (models.DecimalField, Decimal(1)),
        (models.BooleanField, False),
        (models.IntegerField, 2026 if satu.name == "tahun" else 1),
    ):
        if isinstance(satu, jenis):
            return nilai
    return "x"


def _baris(para: Pemeran, model: type[models.Model]) -> Any:
    isi = _tetap(para, model)
    for satu in model._meta.concrete_fields:
        if satu.name in isi or satu.primary_key or satu.null or satu.has_default():
            continue
        if getattr(satu, "auto_now", False) or getattr(satu, "auto_now_add", False):
            continue
        if satu.blank and not satu.is_relation:
            continue
        isi[satu.name] = _nilai(para, satu)
    return model._default_manager.create(**isi)


def _pembuat(model: type[models.Model]) -> Callable[[Pemeran], models.Model]:
    return lambda para: _baris(para, model)


PEMBUAT = {jenis: _pembuat(model) for jenis, model in MODEL.items()}
