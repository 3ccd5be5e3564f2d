"""The pages of an import of figures: one upload, a report, then the kept copy is imported."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse

from pelaksanaan import panggung
from pelaksanaan.test_laman import SAAT, alamat, kunci, masuk
from pemeran import Pemeran
from tera.core import clock
from tera.core.berkas import baca_berkas
from tera.core.galat import StatusTidakSesuaiError
from tera.core.lembar import baca_lembar
from tera.core.models import TandaTerima
from tera.organisasi.models import ImporData
from tera.organisasi.tasks import bersihkan_semua
from tera.pelaksanaan.models import Realisasi
from tera.pelaksanaan.services.impor_unggah import impor_unggahan
from tera.skp.models import SKP

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("enam_juli")]
BENAR = "199003032015011003;Jumlah data dimutakhirkan;900;SIAK;01-07-2026;3273010101900001"
SALAH = "198504042010012004;Jumlah data dimutakhirkan;5;SIAK;01-07-2026;"


def unggah(para: Pemeran, *baris: str) -> HttpResponse:
    isi = "\n".join(["NIP;INDIKATOR;REALISASI;SUMBER;TANGGAL DATA;NIK", *baris])
    return masuk(para.citra).post(
        reverse("pelaksanaan:impor"),
        kunci(
            periode=str(panggung.triwulan(para, 3).pk),
            berkas=SimpleUploadedFile("r.csv", isi.encode(), content_type="text/csv"),
        ),
    )


def test_one_upload_is_checked_kept_and_imported(para: Pemeran, skp: SKP) -> None:
    jawaban = unggah(para, BENAR)
    impor = ImporData.objects.get()
    rincian = reverse("pelaksanaan:impor_rincian", args=[impor.pk])
    assert jawaban["Location"] == rincian
    assert not Realisasi.objects.exists()
    klien = masuk(para.citra)
    assert "tidak perlu diunggah lagi" in klien.get(rincian).content.decode()
    assert "r.csv" in klien.get(reverse("pelaksanaan:impor")).content.decode()
    assert klien.post(rincian, kunci()).status_code == 302
    assert Realisasi.objects.get().nilai == 900
    impor.refresh_from_db()
    assert (impor.status, ImporData.objects.count()) == ("selesai", 1)
    assert TandaTerima.objects.get(jenis="impor").objek_id == impor.pk
    kemudian = masuk(para.citra).get(rincian).content.decode()
    assert TandaTerima.objects.get(jenis="impor").nomor in kemudian
    lembar = masuk(para.andi).get(alamat("lembar", skp, para)).content.decode()
    assert "Dari data" in lembar
    assert "Sumber: SIAK" in lembar


def test_a_sheet_is_imported_once(para: Pemeran, skp: SKP) -> None:
    unggah(para, BENAR)
    impor = ImporData.objects.get()
    klien = masuk(para.citra)
    rincian = reverse("pelaksanaan:impor_rincian", args=[impor.pk])
    assert klien.post(rincian, kunci()).status_code == 302
    assert klien.post(rincian, kunci()).status_code == 409
    assert TandaTerima.objects.filter(jenis="impor").count() == 1
    assert "Impor sekarang" not in klien.get(rincian).content.decode()


def test_the_copy_holds_only_the_columns_that_are_read(para: Pemeran, skp: SKP) -> None:
    unggah(para, BENAR)
    isi = baca_berkas(ImporData.objects.get().berkas)
    teks = str([list(baris) for _nama, baris in baca_lembar(nama="r.xlsx", isi=isi)])
    assert "199003032015011003" in teks
    assert "3273010101900001" not in teks


def test_refused_rows_keep_the_copy_until_they_are_skipped(para: Pemeran, skp: SKP) -> None:
    unggah(para, BENAR, SALAH)
    impor = ImporData.objects.get()
    rincian = reverse("pelaksanaan:impor_rincian", args=[impor.pk])
    klien = masuk(para.citra)
    assert "Ada baris yang ditolak" in klien.get(rincian).content.decode()
    assert klien.post(rincian, kunci()).status_code == 422
    impor.refresh_from_db()
    assert (impor.status, Realisasi.objects.count()) == ("diperiksa", 0)
    assert klien.post(rincian, kunci(lewati_salah="on")).status_code == 302
    assert Realisasi.objects.get().nilai == 900


def test_a_copy_that_was_thrown_away_is_refused_with_what_to_do(
    para: Pemeran, skp: SKP, django_capture_on_commit_callbacks
) -> None:
    unggah(para, BENAR)
    impor = ImporData.objects.get()
    with clock.jam_beku(SAAT + dt.timedelta(days=32)):
        with django_capture_on_commit_callbacks(execute=True):
            bersihkan_semua()
        klien = masuk(para.citra)
        rincian = reverse("pelaksanaan:impor_rincian", args=[impor.pk])
        assert "Unggah lagi" in klien.get(rincian).content.decode()
        jawaban = klien.post(rincian, kunci())
        assert jawaban.status_code == 409
        assert "salinan berkasnya dibuang" in jawaban.content.decode()
    assert not Realisasi.objects.exists()


def test_a_dropped_sheet_is_not_imported(para: Pemeran, skp: SKP) -> None:
    unggah(para, BENAR)
    impor = ImporData.objects.get()
    batal = reverse("pelaksanaan:impor_batal", args=[impor.pk])
    assert masuk(para.citra).post(batal, kunci())["Location"] == reverse("pelaksanaan:impor")
    with pytest.raises(StatusTidakSesuaiError):
        impor_unggahan(
            aktor=para.aktor(para.citra), impor=impor, pada=panggung.PADA, lewati_salah=False
        )
    assert not Realisasi.objects.exists()


def test_an_import_of_people_is_not_found_here(para: Pemeran, skp: SKP) -> None:
    unggah(para, BENAR)
    ImporData.objects.update(jenis="pegawai")
    rincian = reverse("pelaksanaan:impor_rincian", args=[ImporData.objects.get().pk])
    assert masuk(para.citra).get(rincian).status_code == 404


def test_a_file_without_the_columns_is_refused_and_not_kept(para: Pemeran) -> None:
    klien = masuk(para.citra)
    jawaban = klien.post(
        reverse("pelaksanaan:impor"),
        kunci(
            periode=str(panggung.triwulan(para, 3).pk),
            berkas=SimpleUploadedFile("r.csv", b"Nama;Nilai\nAndi;3\n"),
        ),
    )
    assert jawaban.status_code == 422
    assert not ImporData.objects.exists()
