"""Pages of imports, people, units and raters: who may, what they show, how many queries."""

import datetime as dt
import re
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from organisasi.alat_impor import JUDUL, JUDUL_UNOR, POHON, SEMUA, orang, xlsx
from pemeran import Pemeran, buat_pegawai, buat_pemeran
from tera.core import clock
from tera.core.berkas import baca_berkas
from tera.organisasi.models import ImporData, JenisJabatan, Pegawai, Penugasan, UnitKerja
from tera.organisasi.services import segarkan_penilai

pytestmark = pytest.mark.django_db
HARI = dt.date(2026, 6, 1)


@pytest.fixture(autouse=True)
def hari_tetap() -> Iterator[None]:
    """Every page of these tests opens on the same day."""
    with clock.jam_beku(dt.datetime(2026, 6, 1, 3, 0, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


def klien(pegawai: Pegawai) -> Client:
    satu = Client()
    assert pegawai.akun is not None
    satu.force_login(pegawai.akun)
    return satu


def kirim(satu: Client, alamat: str, **isi: Any) -> Any:
    return satu.post(alamat, {"kunci_idempoten": str(uuid.uuid4()), **isi})


def unggah(satu: Client, jenis: str, isi: bytes, nama: str = "berkas.xlsx") -> Any:
    return kirim(
        satu,
        reverse("organisasi:impor"),
        jenis=jenis,
        berkas=SimpleUploadedFile(nama, isi),
        berlaku=f"{HARI:%Y-%m-%d}",
    )


def test_upload_checks_first_and_imports_only_after_consent(para: Pemeran) -> None:
    citra = klien(para.citra)
    jawaban = unggah(citra, "unor", xlsx([JUDUL_UNOR, *POHON]))
    impor = ImporData.objects.get()
    assert jawaban["Location"] == reverse("organisasi:impor_rincian", args=[impor.pk])
    assert not UnitKerja.objects.filter(kode="C").exists()
    laman = citra.get(jawaban["Location"]).content.decode()
    assert "Semua baris diterima" in laman
    assert "Pemerintah Kabupaten Uji" in laman  # listed as missing from the file, not closed
    kirim(citra, reverse("organisasi:impor_jalankan", args=[impor.pk]))
    impor.refresh_from_db()
    assert impor.status == "selesai"
    assert UnitKerja.objects.get(kode="C").instansi == para.instansi
    jawaban = kirim(citra, reverse("organisasi:impor_jalankan", args=[impor.pk]))
    assert jawaban.status_code == 409


def test_refused_rows_need_a_tick_and_can_be_downloaded(para: Pemeran) -> None:
    citra = klien(para.citra)
    unggah(citra, "unor", xlsx([JUDUL_UNOR, *POHON]))
    kirim(citra, reverse("organisasi:impor_jalankan", args=[ImporData.objects.get().pk]))
    baris = [*SEMUA[:4], orang(GOLONGAN="=IV/f")]
    unggah(citra, "pegawai", xlsx([JUDUL, *baris]))
    impor = ImporData.objects.latest("pk")
    alamat = reverse("organisasi:impor_rincian", args=[impor.pk])
    laman = citra.get(alamat).content.decode()
    assert "Golongan tidak dikenal" in laman
    assert "I/a sampai IV/e" in laman
    kirim(citra, reverse("organisasi:impor_jalankan", args=[impor.pk]))
    impor.refresh_from_db()
    assert impor.status == "diperiksa"
    assert not Pegawai.objects.filter(nama="Fajar Kepala", nip="197001011995011001").filter(
        daftar_penugasan__unit__kode="B"
    )
    for bentuk in ("xlsx", "csv"):
        jawaban = citra.get(reverse("organisasi:impor_unduh", args=[impor.pk, bentuk]))
        assert jawaban.status_code == 200
        assert "attachment" in jawaban["Content-Disposition"]
    assert "golongan_tidak_dikenal" in jawaban.content.decode("utf-8-sig")
    kirim(citra, reverse("organisasi:impor_jalankan", args=[impor.pk]), lewati_salah="on")
    impor.refresh_from_db()
    assert impor.status == "selesai"
    assert Penugasan.objects.filter(unit__kode="D").count() == 2


def test_the_kept_copy_has_no_nik(para: Pemeran) -> None:
    citra = klien(para.citra)
    unggah(citra, "unor", xlsx([JUDUL_UNOR, *POHON]))
    kirim(citra, reverse("organisasi:impor_jalankan", args=[ImporData.objects.get().pk]))
    isi = ";".join(JUDUL) + "\r\n" + ";".join(str(sel) for sel in orang()) + "\r\n"
    unggah(citra, "pegawai", isi.encode(), "orang.csv")
    impor = ImporData.objects.latest("pk")
    assert impor.berkas is not None
    from tera.core.lembar import baca_lembar

    _, baris = next(baca_lembar(nama="x.xlsx", isi=baca_berkas(impor.berkas)))
    semua = repr(list(baris))
    assert "199003032015011003" in semua
    assert "9900000000000001" not in semua
    assert "NIK" not in semua


def test_a_file_that_cannot_be_read_is_refused_in_the_form(para: Pemeran) -> None:
    jawaban = unggah(klien(para.citra), "pegawai", b"%PDF-1.7")
    assert jawaban.status_code == 422
    assert "bukan lembar kerja" in jawaban.content.decode()
    assert not ImporData.objects.exists()


def test_a_checked_import_can_be_dropped(para: Pemeran) -> None:
    citra = klien(para.citra)
    unggah(citra, "unor", xlsx([JUDUL_UNOR, *POHON]))
    impor = ImporData.objects.get()
    kirim(citra, reverse("organisasi:impor_batal", args=[impor.pk]))
    impor.refresh_from_db()
    assert impor.status == "dibatalkan"
    assert not UnitKerja.objects.filter(kode="C").exists()


def test_a_large_import_goes_to_the_worker(
    para: Pemeran, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    from tera.organisasi.services.impor import unggah as modul

    monkeypatch.setattr(modul, "BATAS_LANGSUNG", 2)
    citra = klien(para.citra)
    unggah(citra, "unor", xlsx([JUDUL_UNOR, *POHON]))
    impor = ImporData.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        kirim(citra, reverse("organisasi:impor_jalankan", args=[impor.pk]))
        impor.refresh_from_db()
        assert impor.status == "berjalan"
    impor.refresh_from_db()
    assert impor.status == "selesai"
    assert UnitKerja.objects.filter(kode="C").exists()


@pytest.mark.parametrize("siapa", ["andi", "budi", "fajar", "eka", "dewi"])
def test_imports_are_for_who_keeps_the_whole_instansi(para: Pemeran, siapa: str) -> None:
    assert klien(getattr(para, siapa)).get(reverse("organisasi:impor")).status_code == 403


def test_the_rater_page_lists_who_has_none_and_why(para: Pemeran) -> None:
    Penugasan.objects.filter(pegawai=para.bupati).update(sampai=dt.date(2025, 12, 31))
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    laman = klien(para.citra).get(reverse("organisasi:penilai")).content.decode()
    assert "Fajar Kepala" in laman
    assert "Pimpinan instansi belum tercatat" in laman
    assert reverse("organisasi:pejabat_baru") in laman
    isi = {
        "nama": "Gita Baru", "jabatan": "Penjabat Bupati", "jenis_jabatan": "pejabat_negara",
        "status": "non_asn", "unit": "Pemerintah Kabupaten Uji (01)", "sejak": "2026-01-01",
        "dasar": "SK 5",
    }  # fmt: skip
    jawaban = kirim(klien(para.citra), reverse("organisasi:pejabat_baru"), **isi)
    assert jawaban.status_code == 302
    laman = klien(para.citra).get(reverse("organisasi:penilai")).content.decode()
    assert "Semua pegawai punya penilai yang sah" in laman
    assert klien(para.andi).get(reverse("organisasi:penilai")).status_code == 403


def test_the_profile_says_who_rates_and_why(para: Pemeran) -> None:
    alamat = reverse("organisasi:pegawai_rincian", args=[para.andi.pk])
    laman = klien(para.andi).get(alamat).content.decode()
    assert "Budi Penilai" in laman
    assert "Penilai adalah pimpinan unit" in laman
    assert "Tutup penugasan" not in laman
    assert "Tutup penugasan" in klien(para.citra).get(alamat).content.decode()
    assert klien(para.dewi).get(alamat).status_code == 404


def test_a_wrong_form_keeps_what_was_typed_and_answers_422(para: Pemeran) -> None:
    alamat = reverse("organisasi:penugasan_baru", args=[para.andi.pk])
    jawaban = kirim(klien(para.citra), alamat, jabatan="Kepala Apa Saja", unit="tidak ada")
    assert jawaban.status_code == 422
    assert "Kepala Apa Saja" in jawaban.content.decode()
    tugas = para.penugasan(para.andi)
    jawaban = kirim(
        klien(para.citra),
        reverse("organisasi:penilai_khusus", args=[tugas.pk]),
        nip="198806062012012006",
        surat="SP 1",
        sejak="2026-02-01",
    )
    assert jawaban.status_code == 302
    tugas.refresh_from_db()
    assert tugas.penilai_khusus == para.dewi


@pytest.mark.parametrize(
    "rute", ["organisasi:pegawai", "organisasi:unit", "organisasi:penilai", "organisasi:impor"]
)
def test_lists_cost_the_same_queries_whatever_their_size(
    para: Pemeran, rute: str, django_assert_max_num_queries: Any
) -> None:
    citra = klien(para.citra)
    alamat = reverse(rute)
    unggah(citra, "unor", xlsx([JUDUL_UNOR, *POHON]))
    citra.get(alamat)
    with django_assert_max_num_queries(12) as awal:
        citra.get(alamat)
    for nomor in range(25):
        buat_pegawai(
            para.bidang,
            f"Orang {nomor}",
            f"1990030320150110{nomor + 20:02d}",
            JenisJabatan.PELAKSANA,
            "Pengolah Data dan Informasi",
        )
        ImporData.objects.create(
            instansi=para.instansi, jenis="pegawai", nama_berkas=f"{nomor}.xlsx", berlaku=HARI,
            sidik_berkas="", nama_aktor="Citra", dibuat_at=dt.datetime.now(dt.UTC),
        )  # fmt: skip
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    with django_assert_max_num_queries(12) as akhir:
        assert citra.get(alamat).status_code == 200
    assert len(awal) == len(akhir)


def test_people_are_found_by_name_number_and_unit(para: Pemeran) -> None:
    citra = klien(para.citra)

    def ditemukan(**cari: str) -> set[str]:
        laman = citra.get(reverse("organisasi:pegawai"), cari).content.decode()
        return set(re.findall(r'/pegawai/\d+/">([^<,]+)', laman))

    assert ditemukan(q="andi peg") == {"Andi Pegawai"}
    assert ditemukan(q="19750202") == {"Budi Penilai"}
    assert ditemukan(unit="010101") == {"Andi Pegawai", "Budi Penilai"}
    assert ditemukan(q="Dewi") == set()
