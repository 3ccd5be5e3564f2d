"""Letters of assignments and of raters by letter: the scan, who may open it, what is refused."""

import datetime as dt
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse

from organisasi.orang_uji import PADA, kirim, lihat, masuk
from pemeran import Pemeran, buat_pemeran
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.models import Berkas, JejakAudit
from tera.organisasi.models import Penugasan
from tera.organisasi.services import cabut_penilai_khusus, tetapkan_penilai_khusus
from tera.organisasi.services.surat import lampirkan_surat

PDF = b"%PDF-1.7\nsurat penugasan"
JPG = b"\xff\xd8\xff\xe0surat"
PNG = b"\x89PNG\r\n\x1a\nsurat"


@pytest.fixture
def orang(db: None) -> Pemeran:
    return buat_pemeran()


def bersurat(orang: Pemeran, nomor: str = "SK 800/12/2026") -> Penugasan:
    tugas = orang.penugasan(orang.andi)
    tugas.dasar = nomor
    tugas.save()
    return tugas


def lampirkan(
    orang: Pemeran, tugas: Penugasan, isi: bytes = PDF, nama: str = "sk.pdf"
) -> Penugasan:
    return lampirkan_surat(
        aktor=orang.aktor(orang.citra),
        pada=PADA,
        penugasan=tugas,
        bagian="dasar",
        nama=nama,
        isi=io.BytesIO(isi),
    )


def unggah(orang: Pemeran, tugas: Penugasan, nama: str, isi: bytes) -> HttpResponse:
    return kirim(
        masuk(orang.citra),
        reverse("organisasi:surat_lampirkan", args=[tugas.pk]),
        {"berkas": SimpleUploadedFile(nama, isi)},
    )


@pytest.mark.parametrize(
    ("nama", "isi", "jenis"),
    [
        ("sk.pdf", PDF, "application/pdf"),
        ("sk.JPG", JPG, "image/jpeg"),
        ("sk.png", PNG, "image/png"),
    ],
)
def test_a_scan_is_attached_and_opened_as_a_download_that_no_browser_guesses(
    orang: Pemeran, nama: str, isi: bytes, jenis: str
) -> None:
    tugas = bersurat(orang)
    assert unggah(orang, tugas, nama, isi).status_code == 302
    jawab = lihat(masuk(orang.andi), reverse("organisasi:surat_penugasan", args=[tugas.pk]))
    assert jawab.content == isi
    assert jawab["Content-Type"] == jenis
    assert jawab["X-Content-Type-Options"] == "nosniff"
    assert jawab["Content-Disposition"].startswith('attachment; filename="surat-dasar-')
    assert "sandbox" in jawab["Content-Security-Policy"]
    assert jawab["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("sk.pdf", b"<script>alert(1)</script>", "isinya diperiksa"),
        ("sk.html", PDF, "bukan PDF"),
        ("sk.pdf", JPG, "bukan PDF"),
        ("sk.pdf", b"%PDF-" + b"0" * (10 * 1024 * 1024), "lebih besar dari 10 MB"),
        ("sk.pdf", b"", "kosong"),
    ],
    ids=["naskah", "html", "jpg-bernama-pdf", "terlalu-besar", "kosong"],
)
def test_what_isnt_a_scan_is_refused_in_words_and_nothing_is_kept(
    orang: Pemeran, nama: str, isi: bytes, pesan: str
) -> None:
    tugas = bersurat(orang)
    jawab = unggah(orang, tugas, nama, isi)
    assert jawab.status_code == 422
    assert pesan in jawab.content.decode()
    tugas.refresh_from_db()
    assert tugas.berkas_dasar is None
    assert not Berkas.objects.exists()


def test_strangers_get_404_and_a_letter_without_scan_too(orang: Pemeran) -> None:
    tugas = bersurat(orang)
    alamat = reverse("organisasi:surat_penugasan", args=[tugas.pk])
    assert lihat(masuk(orang.andi), alamat).status_code == 404
    lampirkan(orang, tugas)
    assert lihat(masuk(orang.andi), alamat).status_code == 200
    assert lihat(masuk(orang.budi), alamat).status_code == 200
    assert lihat(masuk(orang.dewi), alamat).status_code == 404
    # Andi doesn't see the letters of the head of his head.
    lain = orang.penugasan(orang.fajar)
    lain.dasar = "SK 1"
    lain.save()
    lampirkan(orang, lain)
    jawab = lihat(masuk(orang.andi), reverse("organisasi:surat_penugasan", args=[lain.pk]))
    assert jawab.status_code == 404


def test_only_who_keeps_the_records_attaches_and_only_to_a_named_letter(orang: Pemeran) -> None:
    tugas = orang.penugasan(orang.andi)
    with pytest.raises(MasukanSalahError, match="nomor suratnya belum"):
        lampirkan(orang, tugas)
    tugas = bersurat(orang)
    with pytest.raises(TidakBerwenangError):
        lampirkan_surat(
            aktor=orang.aktor(orang.budi),
            pada=PADA,
            penugasan=tugas,
            bagian="dasar",
            nama="sk.pdf",
            isi=io.BytesIO(PDF),
        )
    assert not Berkas.objects.exists()


def test_a_better_scan_takes_the_place_and_both_are_in_the_audit(orang: Pemeran) -> None:
    tugas = lampirkan(orang, bersurat(orang))
    lama = tugas.berkas_dasar
    lampirkan(orang, tugas, PDF + b" lebih jelas")
    tugas.refresh_from_db()
    assert tugas.berkas_dasar != lama
    assert JejakAudit.objects.filter(aksi="lampirkan_surat").count() == 2
    assert Berkas.objects.count() == 2


def test_a_scan_never_outlives_its_letter_of_a_rater(orang: Pemeran) -> None:
    tugas = orang.penugasan(orang.andi)

    def tetapkan(surat: str) -> None:
        tetapkan_penilai_khusus(
            aktor=orang.aktor(orang.citra),
            pada=PADA,
            penugasan=tugas,
            penilai_id=orang.fajar.pk,
            surat=surat,
            sejak=PADA,
        )

    tetapkan("SK 1")
    lampirkan_surat(
        aktor=orang.aktor(orang.citra),
        pada=PADA,
        penugasan=tugas,
        bagian="penilai",
        nama="sk.pdf",
        isi=io.BytesIO(PDF),
    )
    assert tugas.berkas_surat is not None
    tetapkan("SK 2")
    tugas.refresh_from_db()
    assert tugas.berkas_surat is None
    cabut_penilai_khusus(
        aktor=orang.aktor(orang.citra), pada=PADA, penugasan=tugas, sejak=PADA, dasar="SK 3"
    )
    tugas.refresh_from_db()
    assert (tugas.surat_penilai, tugas.berkas_surat) == ("", None)


def test_the_form_of_a_plt_takes_the_scan_at_once_and_the_profile_shows_it(
    orang: Pemeran,
) -> None:
    citra = masuk(orang.citra)
    isi = {
        "jenis": "plt",
        "unit": f"{orang.bidang.nama} ({orang.bidang.kode})",
        "jabatan": "Kepala Bidang Data",
        "jenis_jabatan": "administrator",
        "sejak": "2026-06-01",
        "sampai": "2026-08-31",
        "dasar": "SP 821/7/2026",
    }
    alamat = reverse("organisasi:penugasan_baru", args=[orang.citra.pk])
    jawab = kirim(citra, alamat, isi | {"berkas": SimpleUploadedFile("sp.pdf", b"bukan")})
    assert jawab.status_code == 422
    assert not Penugasan.objects.filter(jenis="plt").exists()
    jawab = kirim(citra, alamat, isi | {"berkas": SimpleUploadedFile("sp.pdf", PDF)})
    assert jawab.status_code == 302, jawab.content.decode()
    tugas = Penugasan.objects.get(jenis="plt")
    assert tugas.berkas_dasar is not None
    laman = lihat(citra, reverse("organisasi:pegawai_rincian", args=[orang.citra.pk]))
    assert reverse("organisasi:surat_penugasan", args=[tugas.pk]) in laman.content.decode()
    assert dt.date(2026, 8, 31) == tugas.sampai
