"""The archive of PP 30/2019 (T61, T62) and the page to copy from."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from integrasi import panggung
from pelaksanaan import panggung as kerja
from pemeran import SANDI, Pemeran, buat_pemeran
from tera.core.galat import TidakBerwenangError
from tera.integrasi import services
from tera.integrasi.models import ArsipPenilaian
from tera.integrasi.selectors import salinan_evaluasi, salinan_skp
from tera.pelaksanaan.services import buka_bahan

pytestmark = pytest.mark.django_db
PADA = panggung.PADA
BERKAS = """Arsip penilaian;;;;;
NIP;Tahun;Nilai SKP;Nilai Perilaku;Bobot;Ide Baru
199003032015011003;2020;100;90;70/30;
197502022000011002;2020;112;112;70/30;tidak
199003032015011003;2018;90;90;;
199003032015011003;2019;seratus;90;;
199912312020011001;2020;90;90;60/40;
"""


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


def impor(para: Pemeran, **lain: object):
    return services.impor_arsip(
        aktor=para.aktor(para.citra),
        nama_berkas="arsip.csv",
        isi=BERKAS.encode(),
        pada=PADA,
        **lain,
    )


def test_old_years_are_computed_by_their_own_rule_and_kept_once(para: Pemeran) -> None:
    """T61: 100 and 90 at 70/30 give 97, Baik. T62: 112 without a new idea is Baik."""
    hasil = impor(para)
    assert (hasil.baris, hasil.diterima, hasil.ditolak) == (5, 2, 3)
    assert hasil.alasan == {"isi_salah": 2, "nip_tidak_dikenal": 1}
    t61 = ArsipPenilaian.objects.get(pegawai=para.andi)
    t62 = ArsipPenilaian.objects.get(pegawai=para.budi)
    assert (t61.tahun, t61.nilai, t61.predikat) == (2020, Decimal(97), "baik")
    assert (t62.tahun, t62.nilai, t62.predikat) == (2020, Decimal(112), "baik")
    assert t61.dasar[0]["peraturan"] == "pp-30-2019"
    assert impor(para).tetap == 2
    assert ArsipPenilaian.objects.count() == 2


def test_a_year_of_the_archive_is_never_changed(para: Pemeran) -> None:
    """T61: read-only. Another file doesn't overwrite it, and its page takes no form."""
    impor(para)
    lagi = services.impor_arsip(
        aktor=para.aktor(para.citra), nama_berkas="lain.csv", pada=PADA,
        isi=b"NIP;Tahun;Nilai SKP;Nilai Perilaku;Bobot\n199003032015011003;2020;80;80;70/30\n",
    )  # fmt: skip
    assert (lagi.tetap, lagi.ditolak) == (1, 0)
    assert ArsipPenilaian.objects.get(pegawai=para.andi).nilai == Decimal(97)
    klien = Client()
    klien.login(username=para.andi.akun.nama_akun, password=SANDI)
    alamat = reverse("integrasi:arsip")
    assert "<form" not in klien.get(alamat).content.decode().split("<main")[1].split("</main")[0]
    assert klien.post(alamat).status_code == 405


def test_checking_an_archive_keeps_nothing(para: Pemeran) -> None:
    assert impor(para, periksa=True).diterima == 2
    assert not ArsipPenilaian.objects.exists()


def test_the_archive_is_read_by_its_owner_alone(para: Pemeran) -> None:
    impor(para)
    for siapa, terlihat in ((para.andi, True), (para.budi, False)):
        klien = Client()
        klien.login(username=siapa.akun.nama_akun, password=SANDI)
        isi = klien.get(reverse("integrasi:arsip")).content.decode()
        assert ("97,00" in isi) is terlihat
    with pytest.raises(TidakBerwenangError):
        services.impor_arsip(
            aktor=para.aktor(para.andi), nama_berkas="a.csv", isi=BERKAS.encode(), pada=PADA
        )


def test_ids_of_siasn_are_matched_by_number(para: Pemeran) -> None:
    cocok, tidak = services.impor_pengenal(
        aktor=para.aktor(para.citra),
        nama_berkas="id.csv",
        isi=b"NIP;ID SIASN\n199003032015011003;ABC123\n199912312020011001;DEF\n",
        pada=PADA,
    )
    assert (cocok, tidak) == (1, 1)
    assert para.andi.pengenal_siasn.nilai == "ABC123"


def test_a_plan_is_cut_into_the_fields_of_ekinerja_in_their_order(para: Pemeran) -> None:
    skp = kerja.skp_ditetapkan(para)
    bagian = salinan_skp(skp=skp)
    assert [satu.judul for satu in bagian] == ["Tambah SKP", "RHK 1"]
    assert [(b.label, b.teks) for b in bagian[1].daftar] == [
        ("Klasifikasi RHK", "Individu"),
        ("Jenis RHK", "Utama"),
        ("Rencana Hasil Kerja", "Data penduduk mutakhir"),
        ("Indikator Kuantitas", "Jumlah data dimutakhirkan"),
        ("Target Kuantitas", "1.200 data"),
    ]


def test_a_result_is_cut_into_work_and_ratings(para: Pemeran) -> None:
    evaluasi = panggung.ditetapkan(para)
    # What a set result stands on is closed; here it is reported late on purpose.
    buka_bahan(penugasan_id=evaluasi.skp.penugasan_id, periode=evaluasi.periode)
    kerja.lapor(para, evaluasi.skp, "600.5", sumber_data="Register")
    bagian = salinan_evaluasi(evaluasi=evaluasi)
    assert ("Realisasi: Jumlah data dimutakhirkan", "600,5 data") in [
        (b.label, b.teks) for b in bagian[0].daftar
    ]
    assert [(b.label, b.teks) for b in bagian[-1].daftar][:3] == [
        ("Rating Hasil Kerja", "Sesuai Ekspektasi"),
        ("Rating Perilaku", "Sesuai Ekspektasi"),
        ("Predikat Kinerja", "Baik"),
    ]
