"""Boxes in SIASN's field names: a set matrix only, no score, every download written down."""

import json

import pytest
from django.urls import reverse

from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tera.core.lembar import baca_lembar
from tera.core.models import JejakAudit
from tera.integrasi.models import PengenalSIASN
from tera.tindak_lanjut.services.talenta import peta as layanan_peta
from tindak_lanjut.talenta import panggung_talenta as panggung
from tindak_lanjut.talenta.panggung_talenta import masuk

pytestmark = pytest.mark.django_db


def test_the_boxes_of_a_set_matrix_leave_with_the_ids_and_without_the_scores() -> None:
    with clock.jam_beku(panggung.SIANG):
        para: Pemeran = buat_pemeran()
        peta = panggung.peta(para, "ditelaah")
        laman = reverse("integrasi:talenta", args=[peta.pk])
        berkas = reverse("integrasi:siasn_talenta", args=[peta.pk, "jsonl"])
        citra = masuk(para.citra)
        # Nothing leaves before the matrix is set.
        assert citra.get(laman).status_code == citra.get(berkas).status_code == 404
        layanan_peta.tetapkan_peta(
            aktor=para.aktor(panggung.pembina(para)),
            peta=peta,
            dokumen=panggung.DOKUMEN,
            pada=panggung.PADA,
        )
        assert (
            "Berkas SIASN"
            in citra.get(reverse("tindak_lanjut:talenta_matriks", args=[peta.pk])).text
        )
        PengenalSIASN.objects.create(pegawai=para.andi, nilai="A1-SIASN")
        isi = citra.get(laman)
        assert (isi.context["jumlah"], isi.context["jumlah_tanpa_id"]) == (1, 1)
        assert para.budi.nama in isi.text
        (satu,) = [json.loads(s) for s in citra.get(berkas).content.decode().splitlines()]
        kosong = {"sumbu_x": "", "sumbu_y": "", "total_sumbu": ""}
        assert satu == {"pns_id": "A1-SIASN", "box": 7, **kosong}
        satu = json.loads(citra.get(berkas + "?sumbu=tingkat").content)
        assert (satu["sumbu_x"], satu["sumbu_y"], satu["total_sumbu"]) == (3, 2, 5)
        lembar = citra.get(reverse("integrasi:siasn_talenta", args=[peta.pk, "xlsx"])).content
        ((_judul, daftar),) = baca_lembar(nama="x.xlsx", isi=lembar)
        assert [list(sel) for _nomor, sel in daftar][1][:2] == ["A1-SIASN", "7"]
        dibaca = JejakAudit.objects.filter(
            jenis="peta_talenta", objek_id=peta.pk, aksi="baca_daftar"
        )
        assert dibaca.count() == 4
        for siapa in (para.andi, para.budi, para.fajar, para.eka, para.bupati, para.dewi):
            assert masuk(siapa).get(berkas).status_code == 404, siapa
        assert citra.get(berkas.replace("jsonl", "pdf")).status_code == 404
