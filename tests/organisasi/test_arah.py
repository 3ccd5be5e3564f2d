"""The vision line: typed, imported, read upward."""

import datetime as dt
import io
import json
from pathlib import Path

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from organisasi.orang_uji import PADA, kirim, lihat, masuk
from pemeran import AWAL, Pemeran, buat_pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import ButirPerencanaan, ImporData, IndikatorPerjanjian
from tera.organisasi.selectors.arah import (
    arah_unit,
    daftar_sasaran,
    garis_arah_banyak,
    garis_arah_butir,
    urut_nomor,
)
from tera.organisasi.services.arah import akhiri_butir, tambah_butir, tambah_indikator
from tera.organisasi.services.arah_impor import HasilImporArah, impor_arah

CSV = """\
GARIS ARAH KABUPATEN UJI;;;;;;;;;;
;;;;;;;;;;
Jenis;Teks;Nomor;Sumber;Unor;Induk;Unor Induk;Indikator;Tahun;Target;Satuan
Visi;Kabupaten  yang melayani;1;RPJMD;01;;;;;;
Misi;Birokrasi bersih;1;RPJMD;01;visi 1;;;;;
Sasaran;Layanan cepat;1.1;RPJMD;01;misi 1;;;;;
Sasaran;KTP satu hari;1;Renstra;0101;sasaran 1.1;01;;;;
Perjanjian;KTP-el tercetak;1;PK;0101;sasaran 1;;Persen tercetak;2026;98;persen
Perjanjian;KTP-el tercetak;1;PK;0101;sasaran 1;;Lama tunggu;2026;1;hari
"""


@pytest.fixture
def orang(db: None) -> Pemeran:
    return buat_pemeran()


def butir(orang: Pemeran, **ganti: object) -> ButirPerencanaan:
    isi = {
        "aktor": orang.aktor(orang.citra),
        "unit": orang.kabupaten,
        "jenis": "visi",
        "sumber": "rpjmd",
        "nomor": "",
        "teks": "Kabupaten yang melayani",
        "induk": None,
        "sejak": AWAL,
        "sampai": None,
        "pada": PADA,
    } | ganti
    return tambah_butir(**isi)  # type: ignore[arg-type]


def impor(orang: Pemeran, teks: str = CSV, **ganti: object) -> HasilImporArah:
    isi = {
        "aktor": orang.aktor(orang.citra),
        "nama": "arah.csv",
        "data": teks.encode(),
        "berlaku": AWAL,
        "pada": PADA,
    } | ganti
    return impor_arah(**isi)  # type: ignore[arg-type]


def test_the_line_is_read_upward_from_a_butir(orang: Pemeran) -> None:
    visi = butir(orang)
    misi = butir(orang, jenis="misi", teks="Birokrasi bersih", induk=visi)
    sasaran = butir(
        orang, jenis="sasaran", sumber="renstra", teks="KTP satu hari", unit=orang.dinas, induk=misi
    )
    assert garis_arah_butir(sasaran) == [
        "KTP satu hari",
        "Birokrasi bersih",
        "Kabupaten yang melayani",
    ]


def test_many_lines_cost_queries_by_depth_not_by_number(
    orang: Pemeran, django_assert_num_queries
) -> None:
    visi = butir(orang)
    daftar = [butir(orang, jenis="misi", teks=f"Misi {n}", induk=visi).pk for n in range(20)]
    with django_assert_num_queries(2):
        garis = garis_arah_banyak(instansi_id=orang.instansi.pk, daftar_id=daftar)
    assert len(garis) == 20


@pytest.mark.parametrize(
    ("ganti", "bidang"),
    [
        ({"jenis": "perjanjian"}, "jenis"),
        ({"teks": " "}, "teks"),
        ({"sampai": dt.date(2025, 12, 31)}, "sampai"),
    ],
)
def test_a_wrong_butir_is_refused_at_its_field(
    orang: Pemeran, ganti: dict[str, object], bidang: str
) -> None:
    with pytest.raises(MasukanSalahError) as galat:
        butir(orang, **ganti)
    assert bidang in galat.value.per_bidang


def test_a_parent_stands_higher_and_above_in_the_tree(orang: Pemeran) -> None:
    misi = butir(orang, jenis="misi", teks="M")
    with pytest.raises(MasukanSalahError, match="lebih tinggi"):
        butir(orang, induk=misi)
    milik_dinas = butir(orang, sumber="renstra", jenis="tujuan", unit=orang.dinas, teks="T")
    with pytest.raises(MasukanSalahError, match="unit di atasnya"):
        butir(orang, sumber="renstra", jenis="sasaran", teks="S", induk=milik_dinas)


@pytest.mark.parametrize("siapa", ["andi", "fajar", "eka", "dewi"])
def test_only_officers_write_the_line(orang: Pemeran, siapa: str) -> None:
    with pytest.raises(TidakBerwenangError):
        butir(orang, aktor=orang.aktor(getattr(orang, siapa)))


def test_a_butir_that_carries_others_does_not_end_before_them(orang: Pemeran) -> None:
    visi = butir(orang)
    misi = butir(orang, jenis="misi", teks="M", induk=visi)
    aktor = orang.aktor(orang.citra)
    with pytest.raises(StatusTidakSesuaiError):
        akhiri_butir(aktor=aktor, butir=visi, sampai=PADA, pada=PADA)
    akhiri_butir(aktor=aktor, butir=misi, sampai=PADA, pada=PADA)
    akhiri_butir(aktor=aktor, butir=visi, sampai=PADA, pada=PADA)
    assert arah_unit(aktor=aktor, unit=orang.kabupaten, pada=PADA) != []
    besok = PADA + dt.timedelta(days=1)
    assert arah_unit(aktor=aktor, unit=orang.kabupaten, pada=besok) == []


def test_an_indicator_belongs_to_a_year_of_its_butir(orang: Pemeran) -> None:
    satu = butir(orang, sumber="perjanjian_kinerja", jenis="perjanjian", teks="P")
    aktor = orang.aktor(orang.citra)
    isi = {"butir": satu, "teks": "I", "target": "98", "satuan": "persen", "pada": PADA}
    with pytest.raises(MasukanSalahError):
        tambah_indikator(aktor=aktor, tahun=2025, **isi)  # type: ignore[arg-type]
    tambah_indikator(aktor=aktor, tahun=2026, **isi)  # type: ignore[arg-type]
    with pytest.raises(MasukanSalahError):
        tambah_indikator(aktor=aktor, tahun=2026, **isi)  # type: ignore[arg-type]


def test_the_unit_page_shows_its_own_lines_under_those_they_serve(orang: Pemeran) -> None:
    impor(orang)
    (visi,) = arah_unit(aktor=orang.aktor(orang.andi), unit=orang.dinas, pada=PADA)
    assert (visi.butir.teks, visi.milik_unit) == ("Kabupaten yang melayani", False)
    sasaran = visi.daftar_anak[0].daftar_anak[0].daftar_anak[0]
    assert (sasaran.butir.teks, sasaran.milik_unit) == ("KTP satu hari", True)
    assert [satu.target for satu in sasaran.daftar_anak[0].daftar_indikator] == ["98", "1"]
    assert arah_unit(aktor=orang.aktor(orang.dewi), unit=orang.dinas, pada=PADA) == []


def test_an_import_writes_everything_once(orang: Pemeran) -> None:
    hasil = impor(orang)
    assert (hasil.baris, hasil.diterima, hasil.tambah, hasil.diimpor) == (6, 6, 5, True)
    lagi = impor(orang)
    assert (lagi.tambah, lagi.ubah, lagi.tetap) == (0, 0, 5)
    assert ButirPerencanaan.objects.count() == 5
    assert IndikatorPerjanjian.objects.count() == 2
    assert ImporData.objects.count() == 1


def test_a_changed_text_closes_the_old_line_and_moves_what_hangs_on_it(orang: Pemeran) -> None:
    impor(orang)
    hasil = impor(
        orang, CSV.replace("Layanan cepat", "Layanan sangat cepat"), berlaku=dt.date(2026, 5, 1)
    )
    assert (hasil.tambah, hasil.ubah) == (0, 1)
    lama = ButirPerencanaan.objects.get(teks="Layanan cepat")
    assert lama.sampai == dt.date(2026, 4, 30)
    anak = ButirPerencanaan.objects.get(teks="KTP satu hari")
    assert anak.induk is not None
    assert anak.induk.teks == "Layanan sangat cepat"


@pytest.mark.parametrize(
    ("dari", "ke", "kode"),
    [
        (";01;;;", ";99;;;", "unor_tidak_dikenal"),
        ("Visi;", "Mimpi;", "jenis_tidak_dikenal"),
        ("misi 1;;", "misi 9;;", "induk_tidak_dikenal"),
        (";2026;98;", ";26;98;", "tahun_salah"),
        (";98;persen", ";;persen", "wajib_kosong"),
        ("PK;0101;sasaran 1;;Lama", "PK;0101;perjanjian 1;;Lama", "induk_tidak_lebih_tinggi"),
    ],
)
def test_one_wrong_row_imports_nothing_and_is_named(
    orang: Pemeran, dari: str, ke: str, kode: str
) -> None:
    hasil = impor(orang, CSV.replace(dari, ke, 1))
    assert kode in hasil.alasan
    assert not hasil.diimpor
    assert not ButirPerencanaan.objects.exists()
    assert hasil.ditolak == len({satu["baris"] for satu in hasil.rincian})


def test_the_row_number_is_that_of_the_sheet(orang: Pemeran) -> None:
    hasil = impor(orang, CSV.replace("Visi;", "Mimpi;"))
    assert hasil.rincian[0]["baris"] == 4


def test_checking_writes_nothing(orang: Pemeran) -> None:
    hasil = impor(orang, periksa=True)
    assert (hasil.tambah, hasil.diimpor) == (5, False)
    assert not ButirPerencanaan.objects.exists()


@pytest.mark.parametrize("data", [b"", b"bukan;tabel\n1;2\n"])
def test_a_file_without_the_columns_is_refused(orang: Pemeran, data: bytes) -> None:
    with pytest.raises(MasukanSalahError):
        impor_arah(aktor=orang.aktor(orang.citra), nama="x.csv", data=data, berlaku=AWAL, pada=PADA)


def test_an_xlsx_reads_like_the_csv_and_text_that_starts_like_a_formula_stays_text(
    orang: Pemeran,
) -> None:
    isi = io.BytesIO()
    buku = xlsxwriter.Workbook(isi, {"in_memory": True})
    lembar = buku.add_worksheet()
    for baris, teks in enumerate(CSV.replace("Layanan cepat", "=1+1").splitlines()):
        for kolom, sel in enumerate(teks.split(";")):
            lembar.write_string(baris, kolom, sel)
    buku.close()
    hasil = impor_arah(
        aktor=orang.aktor(orang.citra),
        nama="arah.xlsx",
        data=isi.getvalue(),
        berlaku=AWAL,
        pada=PADA,
    )
    assert (hasil.tambah, hasil.ditolak) == (5, 0)
    assert ButirPerencanaan.objects.filter(teks="=1+1").exists()


def test_an_officer_of_one_unit_cannot_import_for_the_instansi(orang: Pemeran) -> None:
    with pytest.raises(TidakBerwenangError):
        impor(orang, aktor=orang.aktor(orang.fajar))


def test_the_sasaran_an_rhk_may_hang_on_are_those_of_the_unit_and_above(orang: Pemeran) -> None:
    impor(orang)
    aktor = orang.aktor(orang.andi)
    di_kabupaten = daftar_sasaran(aktor=aktor, pada=PADA, unit=orang.kabupaten)
    assert [satu.teks for satu in di_kabupaten] == ["Layanan cepat"]
    assert daftar_sasaran(aktor=aktor, pada=PADA, unit=orang.bidang).count() == 3
    assert not daftar_sasaran(aktor=orang.aktor(orang.dewi), pada=PADA).exists()


def test_numbers_sort_as_people_count() -> None:
    assert sorted(["1.10", "1.9", "2"], key=urut_nomor) == ["1.9", "1.10", "2"]


def test_the_pages_type_import_and_show_the_line(orang: Pemeran) -> None:
    klien = masuk(orang.citra)
    berkas = SimpleUploadedFile("arah.csv", CSV.encode())
    jawaban = kirim(klien, reverse("organisasi:arah_impor"), {"berkas": berkas, "berlaku": AWAL})
    assert jawaban.status_code == 302, jawaban.content.decode()
    alamat = reverse("organisasi:arah_unit", args=[orang.dinas.pk])
    assert "KTP satu hari" in lihat(masuk(orang.andi), alamat).content.decode()
    assert lihat(masuk(orang.dewi), alamat).status_code == 404
    baru = reverse("organisasi:arah_butir_baru", args=[orang.dinas.pk])
    isi = {
        "sumber": "renstra",
        "jenis": "sasaran",
        "nomor": "2",
        "teks": "Akta terbit",
        "induk": str(ButirPerencanaan.objects.get(teks="Layanan cepat").pk),
        "sejak": "2026-01-01",
    }
    assert kirim(klien, baru, isi).status_code == 302
    satu = ButirPerencanaan.objects.get(teks="Akta terbit")
    rincian = reverse("organisasi:arah_butir", args=[satu.pk])
    isi = {"tahun": "2026", "teks": "Akta", "target": "100", "satuan": "persen"}
    assert kirim(klien, rincian, isi).status_code == 302
    assert "Birokrasi bersih" in lihat(masuk(orang.andi), rincian).content.decode()
    akhiri = reverse("organisasi:arah_butir_akhiri", args=[satu.pk])
    assert kirim(klien, akhiri, {"sampai": "2026-06-30"}).status_code == 302


def test_a_wrong_file_is_answered_422_with_its_rows(orang: Pemeran) -> None:
    berkas = SimpleUploadedFile("arah.csv", CSV.replace("Visi;", "Mimpi;").encode())
    jawaban = kirim(
        masuk(orang.citra), reverse("organisasi:arah_impor"), {"berkas": berkas, "berlaku": AWAL}
    )
    assert jawaban.status_code == 422
    assert "Mimpi" in jawaban.content.decode()


def test_the_unit_page_costs_the_same_for_few_and_many(
    orang: Pemeran, django_assert_max_num_queries
) -> None:
    impor(orang)
    klien = masuk(orang.andi)
    alamat = reverse("organisasi:arah_unit", args=[orang.dinas.pk])
    induk = ButirPerencanaan.objects.get(teks="Layanan cepat")
    hitung = []
    for banyak in (0, 20):
        for n in range(banyak):
            butir(
                orang,
                sumber="renstra",
                jenis="sasaran",
                teks=f"S{n}",
                unit=orang.dinas,
                induk=induk,
            )
        with django_assert_max_num_queries(12) as tangkap:
            assert lihat(klien, alamat).status_code == 200
        hitung.append(len(tangkap.captured_queries))
    assert hitung[0] == hitung[1]


def test_the_command_prints_one_json_object_and_refuses_with_1(
    orang: Pemeran, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import argparse

    from tera.organisasi.cli_arah import daftarkan

    pengurai = argparse.ArgumentParser()
    daftarkan(pengurai.add_subparsers())

    def jalankan(*argumen: str) -> int:
        hasil = pengurai.parse_args(["arah", *argumen, "--instansi", "9901", "--json"])
        kode: int = hasil.jalankan(hasil)
        return kode

    berkas = tmp_path / "arah.csv"
    berkas.write_text(CSV.replace("Visi;", "Mimpi;"), encoding="utf-8")
    assert jalankan(str(berkas)) == 1
    assert json.loads(capsys.readouterr().out)["alasan"]["jenis_tidak_dikenal"] == 1
    assert jalankan(str(berkas), "--periksa") == 0
    capsys.readouterr()
    berkas.write_text(CSV, encoding="utf-8")
    assert jalankan(str(berkas), "--berlaku", "2026-01-01") == 0
    assert json.loads(capsys.readouterr().out)["tambah"] == 5
