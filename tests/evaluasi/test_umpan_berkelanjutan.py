"""Continuous feedback beside the rating: in the workspace, frozen with the decision, printed."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from evaluasi import panggung
from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tera.dokumen import selectors_evaluasi
from tera.dokumen.model import UmpanBalik as Tercetak
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors.umpan import umpan_banyak
from tera.integrasi.selectors.salin import salinan_evaluasi
from tera.organisasi.models import Periode
from tera.umpan_balik.services import berkelanjutan
from umpan_balik import panggung_umpan as umpan

pytestmark = pytest.mark.django_db
PADA = panggung.PADA


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


@pytest.fixture(autouse=True)
def _jam():
    with clock.jam_beku(umpan.SIANG):
        yield


def bicara(para: Pemeran, evaluasi: Evaluasi) -> None:
    """Budi on the row, its evidence and a value; Hana in general; one piece taken back."""
    (hana,) = umpan.rekan_bidang(para, 1)
    skp = evaluasi.skp
    umpan.beri(para, sasaran=f"rhk:{umpan.rhk(skp).kunci}", teks="Rekap selesai sehari lebih awal.")
    umpan.beri(para, sasaran=f"bukti:{umpan.bukti(skp).pk}", teks="Tabelnya mudah dibaca semua.")
    umpan.beri(para, sasaran="perilaku:KOL", teks="Membantu loket saat antrean panjang.")
    umpan.beri(para, hana, teks="Selalu ada bila ditanya soal data.")
    tarik = umpan.beri(para, teks="Ini nanti ditarik kembali ya.")
    berkelanjutan.tarik_umpan_balik(aktor=para.aktor(para.budi), umpan=tarik, pada=PADA)


def ditetapkan(para: Pemeran) -> Evaluasi:
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para)
    bicara(para, evaluasi)
    panggung.nilai(para, evaluasi)
    evaluasi.refresh_from_db()
    services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    evaluasi.refresh_from_db()
    return evaluasi


def test_the_rater_reads_it_at_its_row_without_one_query_more(para: Pemeran) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    evaluasi = panggung.buka(para)
    budi = Client()
    budi.force_login(para.budi.akun)
    alamat = reverse("evaluasi:rincian", args=[evaluasi.pk])
    budi.get(alamat)
    with CaptureQueriesContext(connection) as tanpa:
        assert "Tidak ada umpan balik umum" in budi.get(alamat).text
    bicara(para, evaluasi)
    with CaptureQueriesContext(connection) as dengan:
        halaman = budi.get(alamat).text
    assert len(dengan) == len(tanpa)
    for teks in ("Rekap selesai sehari lebih awal.", "Membantu loket saat antrean panjang.",
                 "Selalu ada bila ditanya soal data.", "Rekan kerja, Hana Rekan"):  # fmt: skip
        assert teks in halaman
    assert "Ini nanti ditarik kembali ya." not in halaman


def test_the_record_keeps_each_piece_at_its_row(para: Pemeran) -> None:
    rekaman = ditetapkan(para).rekaman
    baris = rekaman["hasil_kerja"][0]["umpan_balik"]
    assert [(s["pemberi"], s["teks"]) for s in baris] == [
        ("Pimpinan", "Rekap selesai sehari lebih awal."),
        ("Pimpinan", "Tabelnya mudah dibaca semua."),
    ]
    per_nilai = {s["kode"]: s["umpan_balik"] for s in rekaman["perilaku_kerja"]}
    assert [s["teks"] for s in per_nilai.pop("KOL")] == ["Membantu loket saat antrean panjang."]
    assert not any(per_nilai.values())
    assert [(s["pemberi"], s["nama"]) for s in rekaman["umpan_balik"]] == [
        ("Rekan kerja", "Hana Rekan")
    ]


def test_the_form_names_the_part_and_a_record_of_old_prints_none(para: Pemeran) -> None:
    evaluasi = ditetapkan(para)
    baris = evaluasi.rekaman["hasil_kerja"][0]
    assert selectors_evaluasi._umpan(baris)[0] == Tercetak(
        pemberi="Pimpinan", teks="Rekap selesai sehari lebih awal."
    )
    assert selectors_evaluasi._umpan({"umpan_balik": ""}) == ()
    assert selectors_evaluasi._umpan({}) == ()


def test_the_result_and_the_copy_for_e_kinerja_carry_it_by_part(para: Pemeran) -> None:
    evaluasi = ditetapkan(para)
    services.sampaikan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    andi = Client()
    andi.force_login(para.andi.akun)
    halaman = andi.get(reverse("evaluasi:rincian", args=[evaluasi.pk])).text
    assert "Pimpinan: Rekap selesai sehari lebih awal." in halaman
    assert "Pimpinan: Membantu loket saat antrean panjang." in halaman
    evaluasi.refresh_from_db()
    butir = {
        (bagian.judul, satu.label, satu.teks)
        for bagian in salinan_evaluasi(evaluasi=evaluasi)
        for satu in bagian.daftar
    }
    assert ("RHK 1", "Umpan Balik", "Pimpinan: Rekap selesai sehari lebih awal.") in butir
    assert (
        "Umpan balik perilaku",
        "Umpan Balik Kolaboratif",
        "Pimpinan: Membantu loket saat antrean panjang.",
    ) in butir


def test_only_the_days_of_the_period_and_of_the_plan_count(para: Pemeran) -> None:
    skp = umpan.skp_ditetapkan(para)
    triwulan = Periode.objects.create(
        instansi=para.instansi, tahun=2026, jenis="triwulan", urut=4,
        mulai=dt.date(2026, 10, 1), selesai=dt.date(2026, 12, 31),
        batas_evaluasi=dt.date(2027, 1, 15), dibuka_pada=dt.date(2026, 10, 1),
    )  # fmt: skip
    for hari in (dt.date(2026, 9, 30), dt.date(2026, 10, 1), PADA):
        umpan.beri(para, tanggal=hari, teks=f"Peristiwa {hari:%d-%m} dan akibatnya pada rekap.")
    satu = Evaluasi(pk=1, skp=skp, periode=triwulan, pegawai=para.andi, instansi=para.instansi)
    terbaca = umpan_banyak(daftar=[satu])[1]
    assert [s.tanggal for s in terbaca] == [dt.date(2026, 10, 1), PADA]
    skp.mulai = dt.date(2026, 11, 1)
    assert [s.tanggal for s in umpan_banyak(daftar=[satu])[1]] == [PADA]


def test_a_decided_record_is_not_touched_by_a_later_correction(para: Pemeran) -> None:
    evaluasi = ditetapkan(para)
    satu = para.andi.umpan_balik_diterima.filter(sasaran="perilaku").get()
    berkelanjutan.perbaiki_umpan_balik(
        aktor=para.aktor(para.budi), umpan=satu, jenis="saran", teks="Kata lain.", pada=PADA
    )
    evaluasi.refresh_from_db()
    kol = next(s for s in evaluasi.rekaman["perilaku_kerja"] if s["kode"] == "KOL")
    assert kol["umpan_balik"][0]["teks"] == "Membantu loket saat antrean panjang."
