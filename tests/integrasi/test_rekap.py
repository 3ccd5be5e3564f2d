"""BKN's Rekap Penilaian in and out (T58-T60): read exactly, compared, never corrected."""

import io
import json

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from integrasi import panggung
from pemeran import SANDI, Pemeran, buat_pemeran
from tera.core import audit
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.evaluasi.models import Evaluasi
from tera.integrasi import ekspor, selectors, services
from tera.integrasi.models import CatatanEKinerja, PengenalSIASN
from tera.organisasi.models import Periode
from tera.skp.models import SKP

pytestmark = pytest.mark.django_db
PADA = panggung.PADA
ANDI = "199003032015011003"


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


def impor(para: Pemeran, *baris: tuple[object, ...], periksa: bool = False):
    return services.impor_rekap(
        aktor=para.aktor(para.citra),
        periode=para.periode,
        nama_berkas="rekap.xlsx",
        isi=panggung.rekap(baris),
        pada=PADA,
        periksa=periksa,
    )


def orang(nip: object, hasil: str, perilaku: str, predikat: str) -> tuple[object, ...]:
    return (1, nip, "Andi Pegawai", "Pengolah Data", hasil, perilaku, predikat)


def test_the_word_of_bkn_is_read_and_an_unknown_label_is_skipped_with_a_message(
    para: Pemeran,
) -> None:
    """T59."""
    panggung.ditetapkan(para, "di_atas", "sesuai")
    hasil = impor(
        para,
        orang(ANDI, "Diatas Ekspektasi", "Sesuai Ekspektasi", "Baik"),
        orang("198504042010012004", "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Cukup Baik"),
    )
    assert (hasil.baris, hasil.diterima, hasil.ditolak, hasil.sama) == (2, 1, 1, 1)
    assert hasil.alasan == {"label_tidak_dikenal": 1}
    (temuan,) = hasil.rincian
    assert temuan.baris == 7
    assert "Cukup Baik" in temuan.pesan
    assert CatatanEKinerja.objects.get().status == "sudah"


def test_a_row_against_the_matrix_is_reported_and_not_corrected(para: Pemeran) -> None:
    """T60."""
    evaluasi = panggung.ditetapkan(para)
    hasil = impor(para, orang(ANDI, "Diatas Ekspektasi", "Sesuai Ekspektasi", "Sangat Baik"))
    assert hasil.alasan == {"tidak_konsisten": 1}
    assert "seharusnya Baik" in hasil.rincian[0].pesan
    evaluasi.refresh_from_db()
    assert (evaluasi.predikat, CatatanEKinerja.objects.count()) == ("baik", 0)


def test_a_different_result_is_listed_and_ours_stays(para: Pemeran) -> None:
    evaluasi = panggung.ditetapkan(para)
    hasil = impor(para, orang(ANDI, "Di Bawah Ekspektasi", "Sesuai Ekspektasi", "Cukup"))
    assert (hasil.berbeda, hasil.ditolak) == (1, 0)
    catatan = CatatanEKinerja.objects.get(evaluasi=evaluasi)
    assert (catatan.status, catatan.predikat) == ("berbeda", "butuh_perbaikan")
    evaluasi.refresh_from_db()
    assert evaluasi.predikat == "baik"
    aktor = para.aktor(para.citra)
    assert list(selectors.daftar_tukar(aktor=aktor, periode=para.periode, keadaan="berbeda")) == [
        evaluasi
    ]
    with pytest.raises(StatusTidakSesuaiError, match="Samakan dulu"):
        services.nyatakan_tercatat(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)


def test_checking_keeps_nothing_and_the_same_file_twice_changes_nothing(para: Pemeran) -> None:
    panggung.ditetapkan(para)
    baris = orang(ANDI, "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik")
    assert impor(para, baris, periksa=True).sama == 1
    assert not CatatanEKinerja.objects.exists()
    impor(para, baris)
    pertama = CatatanEKinerja.objects.values().get()
    assert impor(para, baris).sama == 1
    assert CatatanEKinerja.objects.values().get() == pertama
    assert audit.verifikasi().utuh


@pytest.mark.parametrize(
    ("nip", "kode"),
    [("199912312020011001", "nip_tidak_dikenal"), (199003032015011003, "nip_angka")],
)
def test_a_row_nobody_can_be_found_for_is_refused_by_name(
    para: Pemeran, nip: object, kode: str
) -> None:
    hasil = impor(para, orang(nip, "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik"))
    assert hasil.alasan == {kode: 1}


def test_both_rows_of_one_number_are_refused(para: Pemeran) -> None:
    baris = orang(ANDI, "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik")
    assert impor(para, baris, baris).alasan == {"nip_ganda": 2}


def test_a_result_not_yet_set_here_is_told(para: Pemeran) -> None:
    hasil = impor(para, orang(ANDI, "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik"))
    assert (hasil.diterima, hasil.belum_di_tera) == (1, 1)


def test_a_file_without_the_columns_is_refused(para: Pemeran) -> None:
    with pytest.raises(MasukanSalahError, match="PREDIKAT"):
        services.impor_rekap(
            aktor=para.aktor(para.citra),
            periode=para.periode,
            nama_berkas="x.csv",
            isi=b"NIP;Nama\n1;2\n",
            pada=PADA,
        )


@pytest.mark.parametrize("siapa", ["andi", "budi", "fajar", "eka", "dewi"])
def test_only_officers_exchange(para: Pemeran, siapa: str) -> None:
    with pytest.raises(TidakBerwenangError):
        services.impor_rekap(
            aktor=para.aktor(getattr(para, siapa)),
            periode=para.periode,
            nama_berkas="rekap.xlsx",
            isi=panggung.rekap([]),
            pada=PADA,
        )


def test_the_rater_states_what_was_entered_by_hand(para: Pemeran) -> None:
    evaluasi = panggung.ditetapkan(para)
    with pytest.raises(TidakBerwenangError):
        services.nyatakan_tercatat(aktor=para.aktor(para.andi), evaluasi=evaluasi, pada=PADA)
    services.nyatakan_tercatat(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    catatan = CatatanEKinerja.objects.get()
    assert (catatan.status, catatan.sumber, catatan.nama_aktor) == (
        "sudah", "pernyataan", "Budi Penilai",
    )  # fmt: skip
    hitungan = selectors.hitungan_tukar(aktor=para.aktor(para.citra), periode=para.periode)
    assert (hitungan.ditetapkan, hitungan.sudah, hitungan.belum) == (1, 1, 0)


def test_our_rekap_has_the_rows_of_bkn_and_reads_back_as_the_same(para: Pemeran) -> None:
    evaluasi = panggung.ditetapkan(para, "di_atas", "sesuai")
    isi = ekspor.rekap_xlsx(unit=para.kabupaten, periode=para.periode, daftar=[evaluasi])
    baris = CalamineWorkbook.from_filelike(io.BytesIO(isi)).get_sheet_by_index(0).to_python()
    assert [satu[0] for satu in baris[:3]] == [
        "9901 - Kabupaten Uji",
        "Pemerintah Kabupaten Uji",
        "Periode Tahunan 2026",
    ]
    assert not any(baris[3])
    assert baris[4] == [
        "No", "NIP", "Nama", "Jabatan", "Rating Hasil Kinerja", "Rating Perilaku Kerja",
        "Predikat Kinerja Periodik",
    ]  # fmt: skip
    assert baris[5] == [
        1.0, ANDI, "Andi Pegawai", "Pengolah Data dan Informasi", "Diatas Ekspektasi",
        "Sesuai Ekspektasi", "Baik",
    ]  # fmt: skip
    hasil = services.impor_rekap(
        aktor=para.aktor(para.citra),
        periode=para.periode,
        nama_berkas="balik.xlsx",
        isi=isi,
        pada=PADA,
    )
    assert (hasil.sama, hasil.ditolak) == (1, 0)


@pytest.mark.parametrize(
    ("jenis", "urut", "tulisan"),
    [
        ("bulanan", 6, "Periode Bulanan 6 Tahun 2026"),
        ("triwulan", 2, "Periode Triwulan 2 Tahun 2026"),
        ("tahunan", 1, "Periode Tahunan 2026"),
    ],
)
def test_the_third_row_names_the_period_as_bkn_does(jenis: str, urut: int, tulisan: str) -> None:
    assert ekspor.sebutan_periode(Periode(jenis=jenis, urut=urut, tahun=2026)) == tulisan


def test_the_export_to_siasn_carries_its_codes(para: Pemeran) -> None:
    """T58: DA × DB gives hasil 1, perilaku 3, kuadran 4."""
    evaluasi = panggung.ditetapkan(para, "di_atas", "di_bawah")
    (satu,) = ekspor.rekaman_siasn(periode=para.periode, daftar=[evaluasi])
    assert (
        satu["hasilKinerjaNilai"],
        satu["perilakuKerjaNilai"],
        satu["kuadranKinerjaNilai"],
    ) == (1, 3, 4)
    assert satu["pnsDinilaiOrang"] == ""
    assert (satu["statusPenilai"], satu["penilaiGolongan"]) == ("ASN", "33")
    PengenalSIASN.objects.create(pegawai=para.andi, nilai="A8ACA7397AEB3912E040640A040269BB")
    (satu,) = ekspor.rekaman_siasn(periode=para.periode, daftar=[evaluasi])
    assert satu["pnsDinilaiOrang"] == "A8ACA7397AEB3912E040640A040269BB"


def test_a_part_of_the_year_goes_out_as_kinerjaperiodik(para: Pemeran) -> None:
    evaluasi = panggung.ditetapkan(para)
    periode = para.periode
    periode.jenis, periode.urut = "triwulan", 2
    (satu,) = ekspor.rekaman_siasn(periode=periode, daftar=[evaluasi])
    assert {"pnsDinilaiId", "koefisienId", "periodikId", "penilaiJabatanNama"} <= set(satu)
    assert (satu["periodikId"], satu["bulanMulaiPenilaian"], satu["tahun"]) == ("2", 1, 2026)


def test_the_page_checks_saves_and_downloads(para: Pemeran) -> None:
    panggung.ditetapkan(para)
    klien = Client()
    klien.login(username=para.citra.akun.nama_akun, password=SANDI)
    alamat = reverse("integrasi:periode", args=[para.periode.pk])
    assert "Belum di e-Kinerja" in klien.get(alamat).content.decode()
    isi = panggung.rekap([orang(ANDI, "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik")])

    def kirim(kunci: str, **lain: str):
        berkas = io.BytesIO(isi)
        berkas.name = "rekap.xlsx"
        return klien.post(
            alamat, {"jenis": "rekap", "berkas": berkas, "kunci_idempoten": kunci, **lain}
        )

    jawaban = kirim("6f9b2e0e-29c6-4a53-9d4e-111111111111")
    assert "belum ada yang disimpan" in jawaban.content.decode()
    assert not CatatanEKinerja.objects.exists()
    kirim("6f9b2e0e-29c6-4a53-9d4e-222222222222", simpan="on")
    assert CatatanEKinerja.objects.count() == 1
    unduhan = klien.get(reverse("integrasi:rekap", args=[para.periode.pk]))
    assert unduhan["Content-Disposition"].startswith("attachment")
    baris = klien.get(reverse("integrasi:siasn", args=[para.periode.pk, "jsonl"]))
    assert json.loads(baris.content)["nip"] == ANDI


def test_the_list_costs_the_same_whatever_its_length(
    para: Pemeran, django_assert_max_num_queries
) -> None:
    evaluasi = panggung.ditetapkan(para)
    klien = Client()
    klien.login(username=para.citra.akun.nama_akun, password=SANDI)
    alamat = reverse("integrasi:periode", args=[para.periode.pk])
    klien.get(alamat)
    with django_assert_max_num_queries(12):
        klien.get(alamat)
    for nomor in range(2, 12):
        skp = SKP.objects.get(pk=evaluasi.skp_id)
        skp.pk, skp.versi, skp.status = None, nomor, "digantikan"
        skp.save()
        satu = Evaluasi.objects.get(pk=evaluasi.pk)
        satu.pk, satu.skp = None, skp
        satu.save()
    with django_assert_max_num_queries(12):
        klien.get(alamat)


def test_the_program_reads_a_rekap_of_a_named_period(
    para: Pemeran, tmp_path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tera.cli import main

    panggung.ditetapkan(para)
    berkas = tmp_path / "rekap.xlsx"
    berkas.write_bytes(
        panggung.rekap([orang(ANDI, "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik")])
    )
    dasar = ["impor", "rekap", str(berkas), "--instansi", "9901", "--json"]
    assert main([*dasar, "--periode", "2026"]) == 0
    assert json.loads(capsys.readouterr().out)["sama"] == 1
    assert main([*dasar, "--periode", "2026-T9"]) == 1
