"""The training needs of a unit: counts inside one's reach, the list behind them, the sheet."""

import pytest
from django.urls import reverse

from dialog.klien import lihat, masuk
from pemeran import Pemeran, buat_pegawai
from tera.core.lembar import baca_lembar
from tera.organisasi.models import JenisJabatan
from tera.tindak_lanjut.models import RencanaPengembangan
from tera.tindak_lanjut.selectors.pengembangan import kebutuhan_unit
from tera.tindak_lanjut.services.pengembangan import rencana as layanan
from tindak_lanjut.pengembangan import panggung
from tindak_lanjut.pengembangan.panggung import PADA

pytestmark = pytest.mark.django_db
RUTE = "tindak_lanjut:kebutuhan"


def test_a_draft_is_nobodys_need_and_a_sent_plan_counts(para: Pemeran) -> None:
    satu = panggung.rencana(para)
    assert kebutuhan_unit(unit=para.dinas, tahun=2026).kegiatan == 0
    layanan.ajukan_rencana(aktor=para.aktor(para.andi), rencana=satu, pada=PADA)
    isi = kebutuhan_unit(unit=para.dinas, tahun=2026)
    assert (isi.orang, isi.kegiatan, isi.jp) == (1, 1, 8)
    assert isi.per_kesenjangan == {"teknis": 1}
    assert isi.per_unit == ((para.bidang, 1),)
    assert kebutuhan_unit(unit=para.bidang, tahun=2025).kegiatan == 0


def test_each_reads_the_units_in_reach_only(para: Pemeran) -> None:
    panggung.rencana(para, "diajukan")
    alamat = reverse(RUTE)
    for orang, jawab in (
        (para.citra, 200), (para.eka, 200), (para.fajar, 200), (para.budi, 200),
        (para.andi, 403), (para.dewi, 403),
    ):  # fmt: skip
        assert masuk(orang).get(alamat).status_code == jawab, orang
    budi = masuk(para.budi)
    assert budi.get(alamat, {"unit": para.dinas.pk}).status_code == 404
    assert budi.get(alamat, {"unit": para.dinas_lain.pk}).status_code == 404


def test_the_list_names_the_activity_and_never_the_gap(para: Pemeran) -> None:
    panggung.rencana(para, "diajukan")
    halaman = lihat(masuk(para.citra), f"{RUTE}_daftar")
    assert "Belajar validasi data di Bidang Data" in halaman
    assert "Validasi data ganda" not in halaman


def test_the_sheet_carries_the_list(para: Pemeran) -> None:
    panggung.rencana(para, "diajukan")
    jawaban = masuk(para.citra).get(reverse(f"{RUTE}_xlsx"))
    isi = [
        str(satu)
        for _judul, daftar in baca_lembar(nama="a.xlsx", isi=jawaban.content)
        for satu in daftar
    ]
    assert any(para.andi.nama_lengkap in satu for satu in isi)


def test_the_pages_of_a_unit_cost_the_same_whatever_its_size(
    para: Pemeran, django_assert_max_num_queries
) -> None:
    panggung.rencana(para, "diajukan")
    citra = masuk(para.citra)
    for besar in (1, 6):
        for n in range(besar):
            orang = buat_pegawai(
                para.bidang, f"Rekan {besar}{n:02}", f"1990010120150{besar}10{n:02}",
                JenisJabatan.PELAKSANA, "Pengolah Data",
            )  # fmt: skip
            satu = layanan.buka_rencana(aktor=para.aktor(orang), tahun=2026, pada=PADA)
            layanan.tambah_kegiatan(
                aktor=para.aktor(orang), rencana=satu, isi=panggung.isi(), pada=PADA
            )
            RencanaPengembangan.objects.filter(pk=satu.pk).update(status="diajukan")
        for rute in (RUTE, f"{RUTE}_daftar", "tindak_lanjut:dampak"):
            lihat(citra, rute)
            with django_assert_max_num_queries(12):
                lihat(citra, rute)
