"""Kept copies of uploads are thrown away after the days of the policy; the reports stay."""

import datetime as dt
import io

import pytest

from antrean_mati import mati
from organisasi.orang_uji import PADA, SAAT
from pemeran import Pemeran, buat_pemeran
from tera.core import clock, jadwal
from tera.core.berkas import baca_berkas, simpan_berkas
from tera.core.models import Berkas, JejakAudit
from tera.organisasi.models import ImporData
from tera.organisasi.services.kebijakan import ubah_kebijakan
from tera.organisasi.tasks import bersihkan_semua


@pytest.fixture
def orang(db: None) -> Pemeran:
    return buat_pemeran()


def impor(
    orang: Pemeran, hari_lalu: int, status: str = "selesai", isi: bytes = b"%PDF-1"
) -> ImporData:
    with clock.jam_beku(SAAT - dt.timedelta(days=hari_lalu)):
        berkas = simpan_berkas(
            aktor=orang.aktor(orang.citra), nama="a.pdf", isi=io.BytesIO(isi), keperluan="impor"
        )
        return ImporData.objects.create(
            instansi=orang.instansi, jenis="pegawai", status=status, berkas=berkas,
            nama_berkas="a.xlsx", sidik_berkas="x", berlaku=PADA, nama_aktor="Citra",
            ringkasan={"baris": 3}, dibuat_at=clock.sekarang(),
        )  # fmt: skip


def bersihkan(kapten: object) -> None:
    with clock.jam_beku(SAAT), kapten(execute=True):
        bersihkan_semua()


def test_a_copy_older_than_the_policy_goes_and_its_report_stays(
    orang: Pemeran, django_capture_on_commit_callbacks
) -> None:
    lama, baru = impor(orang, 31, isi=b"%PDF-lama"), impor(orang, 30, isi=b"%PDF-baru")
    berkas = lama.berkas
    bersihkan(django_capture_on_commit_callbacks)
    lama.refresh_from_db()
    baru.refresh_from_db()
    assert lama.berkas is None
    assert (lama.status, lama.ringkasan) == ("selesai", {"baris": 3})
    assert baru.berkas is not None
    assert not Berkas.objects.filter(pk=berkas.pk).exists()
    with pytest.raises(FileNotFoundError):
        baca_berkas(berkas)
    assert JejakAudit.objects.get(aksi="buang_salinan").objek_id == lama.pk


def test_bytes_shared_with_a_newer_upload_are_kept(
    orang: Pemeran, django_capture_on_commit_callbacks
) -> None:
    impor(orang, 40)
    baru = impor(orang, 1)
    bersihkan(django_capture_on_commit_callbacks)
    baru.refresh_from_db()
    assert baca_berkas(baru.berkas) == b"%PDF-1"


def test_the_instansi_chooses_the_days(orang: Pemeran, django_capture_on_commit_callbacks) -> None:
    ubah_kebijakan(
        aktor=orang.aktor(orang.citra), kunci="impor.hari_simpan_salinan", nilai=7, sejak=PADA,
        dasar="SK Uji", pada=PADA,
    )  # fmt: skip
    satu = impor(orang, 8)
    bersihkan(django_capture_on_commit_callbacks)
    satu.refresh_from_db()
    assert satu.berkas is None


def test_a_checked_import_nobody_carried_out_is_dropped_with_words(
    orang: Pemeran, django_capture_on_commit_callbacks
) -> None:
    satu = impor(orang, 31, "diperiksa")
    bersihkan(django_capture_on_commit_callbacks)
    satu.refresh_from_db()
    assert satu.status == "dibatalkan"
    assert "Unggah lagi" in satu.ringkasan["penolakan"]


def test_a_running_import_keeps_its_copy_and_a_dead_one_can_be_started_again(
    orang: Pemeran, django_capture_on_commit_callbacks
) -> None:
    berjalan = impor(orang, 0, "berjalan")
    mati = impor(orang, 2, "berjalan")
    bersihkan(django_capture_on_commit_callbacks)
    berjalan.refresh_from_db()
    mati.refresh_from_db()
    assert berjalan.status == "berjalan"
    assert berjalan.berkas is not None
    assert mati.status == "diperiksa"
    assert "tidak ada yang tersimpan" in mati.ringkasan["penolakan"]


def test_an_import_whose_job_is_given_up_can_be_started_again_at_once(orang: Pemeran) -> None:
    satu = impor(orang, 0, "berjalan")
    mati("tera.organisasi.tasks.jalankan_impor", satu.pk, None, None, "2026-03-01")
    satu.refresh_from_db()
    assert satu.status == "diperiksa"
    assert "tidak ada yang tersimpan" in satu.ringkasan["penolakan"]


def test_the_purge_is_a_daily_job() -> None:
    assert "organisasi.salinan_impor" in jadwal._daftar
