"""Assessments come in whole or not at all, and every fault says what to do."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pemeran import Pemeran
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.tindak_lanjut.models import PenilaianPotensi
from tera.tindak_lanjut.selectors.talenta.hitung import level_potensial, nasihat_pola, nilai_total
from tera.tindak_lanjut.services.talenta.potensi import impor_potensi
from tindak_lanjut.talenta import panggung_talenta as panggung

pytestmark = pytest.mark.django_db
KEPALA = "NIP;Tanggal Asesmen;Kompetensi;Potensi;Rekam Jejak;Total\n"
ANDI, BUDI = "199003032015011003", "197502022000011002"


def impor(para: Pemeran, isi: str, siapa=None):
    return impor_potensi(
        aktor=para.aktor(siapa or para.citra), nama="asesmen.csv", isi=(KEPALA + isi).encode(),
        sumber="UPT Asesmen 12/2025", pada=panggung.PADA,
    )  # fmt: skip


def test_a_total_is_taken_as_it_is_and_parts_are_weighed_by_policy(para: Pemeran) -> None:
    hasil = impor(para, f"{ANDI};01-09-2025;;;;82,5\n{BUDI};2025-09-02;80;90;70;\n")
    assert (hasil.tambah, hasil.galat) == (2, [])
    andi, budi = PenilaianPotensi.objects.order_by("tanggal")
    assert (andi.total, andi.bobot) == (Decimal("82.50"), "")
    assert (budi.total, budi.bobot) == (Decimal("80.00"), "1:1:1")
    lagi = impor(para, f"{ANDI};01-09-2025;;;;82,5\n{BUDI};2025-09-02;80;90;76;\n")
    assert (lagi.tambah, lagi.ubah, lagi.tetap) == (0, 1, 1)
    budi.refresh_from_db()
    assert budi.total == Decimal("82.00")


def test_one_bad_row_keeps_everything_out_and_is_named(para: Pemeran) -> None:
    hasil = impor(
        para,
        f"{ANDI};01-09-2025;;;;82,5\n123;01-09-2025;;;;80\n{BUDI};31-12-2026;;;;80\n"
        f"{BUDI};01-09-2025;;;;101\n{BUDI};01-09-2025;80;;;\n{ANDI};01-09-2025;;;;80\n",
    )
    assert [(g["baris"], g["kolom"]) for g in hasil.galat] == [
        (3, "NIP"), (4, "Tanggal"), (5, "Total"), (6, "Total"), (7, "NIP"),
    ]  # fmt: skip
    assert not PenilaianPotensi.objects.exists()


def test_a_person_of_another_instansi_is_unknown(para: Pemeran) -> None:
    hasil = impor(para, "198806062012012006;01-09-2025;;;;80\n")
    assert hasil.galat[0]["kolom"] == "NIP"


def test_only_a_pengelola_of_the_whole_instansi_imports(para: Pemeran) -> None:
    panggung.petugas(para, para.budi, "pengelola", para.bidang)
    for siapa in (para.andi, para.budi, para.eka):
        with pytest.raises(TidakBerwenangError):
            impor(para, f"{ANDI};01-09-2025;;;;80\n", siapa)


def test_a_file_without_its_columns_is_refused(para: Pemeran) -> None:
    with pytest.raises(MasukanSalahError, match="Judul kolom"):
        impor_potensi(
            aktor=para.aktor(para.citra), nama="a.csv", isi=b"Nama;Nilai\nAndi;80\n",
            sumber="UPT", pada=panggung.PADA,
        )  # fmt: skip


def test_the_page_shows_the_faults_and_then_the_import(para: Pemeran) -> None:
    citra = panggung.masuk(para.citra)

    def unggah(isi: str):
        berkas = SimpleUploadedFile("asesmen.csv", (KEPALA + isi).encode())
        return panggung.kirim(citra, "talenta_potensi", berkas=berkas, sumber="UPT Asesmen")

    salah = unggah("123;01-09-2025;;;;80\n")
    assert salah.status_code == 422
    assert "1 baris salah" in salah.text
    assert unggah(f"{ANDI};01-09-2025;;;;80\n").status_code == 302
    assert "UPT Asesmen" in panggung.lihat(citra, "talenta_potensi")


def test_a_value_at_a_cut_off_has_reached_it() -> None:
    batas = {"tinggi": Decimal(90), "menengah": Decimal(78)}
    assert level_potensial(Decimal(90), **batas) == "tinggi"
    assert level_potensial(Decimal("89.99"), **batas) == "menengah"
    assert level_potensial(Decimal(78), **batas) == "menengah"
    assert level_potensial(Decimal("77.99"), **batas) == "rendah"


def test_a_weighed_part_that_lacks_gives_no_total() -> None:
    isi = {"kompetensi": Decimal(80), "potensi": Decimal(90), "rekam_jejak": None}
    assert nilai_total(**isi, bobot=(1, 1, 1)) is None
    assert nilai_total(**isi, bobot=(1, 2, 0)) == Decimal("86.67")
    assert nilai_total(**isi, bobot=(0, 0, 0)) is None


def test_the_pattern_is_advice_about_what_leaves_it() -> None:
    pola = {"pola_atas": 20, "pola_sesuai_min": 60, "pola_sesuai_maks": 70, "pola_bawah": 20}
    assert nasihat_pola({}, pola) == []
    assert nasihat_pola({"di_atas": 2, "sesuai": 7, "di_bawah": 1}, pola) == []
    assert nasihat_pola({"di_atas": 5, "sesuai": 5}, pola) == [
        ("di_atas", "lebih"), ("sesuai", "kurang"),
    ]  # fmt: skip
    assert nasihat_pola({"sesuai": 3, "di_bawah": 1}, pola) == [
        ("sesuai", "lebih"), ("di_bawah", "lebih"),
    ]  # fmt: skip
