"""The printed record: for its reader and its person, numbered, the same however often asked."""

import re

import pytest
from django.urls import reverse

from pemeran import Pemeran
from tera.dokumen import terbitan
from tera.dokumen.models import CetakanDokumen
from tera.dokumen.selectors_talenta import laporan_peta
from tera.tindak_lanjut.models import PembacaanTalenta
from tindak_lanjut.talenta import panggung_talenta as panggung
from tindak_lanjut.talenta.test_usul import usul

pytestmark = pytest.mark.django_db


def cetak(para: Pemeran) -> PembacaanTalenta:
    panggung.peta(para, "ditetapkan")
    satu = usul(para, "ditelaah")
    jawaban = panggung.kirim(
        panggung.masuk(para.citra), "talenta_usul_cetak", satu.pk, keperluan="Sidang Baperjakat"
    )
    baris = PembacaanTalenta.objects.get(hal="cetakan")
    assert jawaban["Location"] == reverse("dokumen:berkas_karier", args=[baris.pk])
    return baris


def test_the_print_opens_for_its_maker_and_its_person_and_nobody_else(para: Pemeran) -> None:
    baris = cetak(para)
    alamat = reverse("dokumen:berkas_karier", args=[baris.pk])
    for pegawai, kode in (
        (para.citra, 200), (para.andi, 200), (para.budi, 404), (para.eka, 404), (para.dewi, 404),
    ):  # fmt: skip
        jawaban = panggung.masuk(pegawai).get(alamat)
        assert jawaban.status_code == kode, pegawai
        if kode == 200:
            assert jawaban.content.startswith(b"%PDF-")
    assert CetakanDokumen.objects.get().nomor.startswith("BKR-")


def test_the_print_stays_what_the_decider_read(para: Pemeran) -> None:
    baris = cetak(para)
    alamat = reverse("dokumen:berkas_karier", args=[baris.pk])
    citra = panggung.masuk(para.citra)
    pertama = citra.get(alamat).content
    panggung.hasil(para.andi, "kurang", 2024)
    assert citra.get(alamat).content == pertama
    satu = CetakanDokumen.objects.get()
    laman = panggung.Client().get(reverse("web:periksa", args=[satu.token])).text
    assert satu.nomor in laman
    assert "Andi" not in laman
    assert re.search("sah|asli|cocok", laman, re.IGNORECASE)


def test_the_matrix_is_numbered_only_when_set_and_whole(para: Pemeran) -> None:
    peta = panggung.peta(para)
    alamat = reverse("dokumen:peta_talenta", args=[peta.pk])
    citra, budi = panggung.masuk(para.citra), panggung.masuk(para.budi)
    draf = laporan_peta(aktor=para.aktor(para.citra), objek_id=peta.pk)
    assert draf is not None
    assert (draf.belum_berlaku, draf.status) == (True, "Belum ditetapkan")
    assert citra.get(alamat).content.startswith(b"%PDF-")
    assert budi.get(alamat).status_code == 404
    assert not CetakanDokumen.objects.exists()
    panggung.peta(para, "ditetapkan")
    assert citra.get(alamat).status_code == 200
    satu = CetakanDokumen.objects.get()
    assert satu.nomor.startswith("PTL-")
    assert terbitan.masih_sama(satu)
    sebagian = laporan_peta(aktor=para.aktor(para.budi), objek_id=peta.pk)
    assert sebagian is not None
    assert (sebagian.belum_berlaku, sebagian.status) == (True, "Sebagian unit")
    nama = {orang.nama for kotak in sebagian.daftar_kotak for orang in kotak.orang}
    assert nama == {"Andi Pegawai", "Budi Penilai"}
