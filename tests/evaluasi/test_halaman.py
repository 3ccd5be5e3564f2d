"""The pages of the appraisal: the thin path through HTTP, secrecy until delivery, query counts."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from evaluasi import panggung
from pemeran import Pemeran, buat_pegawai, buat_pemeran
from tera.evaluasi.models import CapaianOrganisasi, Evaluasi
from tera.organisasi.models import HubunganDekat, UnitKerja

pytestmark = pytest.mark.django_db


def klien(pegawai) -> Client:
    satu = Client()
    satu.force_login(pegawai.akun)
    return satu


def kirim(satu: Client, nama: str, *args: object, **isi: object):
    return satu.post(reverse(nama, args=args), {"kunci_idempoten": str(uuid.uuid4()), **isi})


def test_from_a_set_plan_to_a_received_result_through_the_pages() -> None:
    para = buat_pemeran()
    skp = panggung.skp_ditetapkan(para)
    budi, andi, bupati = klien(para.budi), klien(para.andi), klien(para.bupati)
    jawaban = kirim(
        bupati, "evaluasi:capaian", para.periode.pk,
        **{f"u{para.dinas.pk}-level": "baik"},
    )  # fmt: skip
    assert jawaban.status_code == 302
    assert "Andi Pegawai" in budi.get(reverse("evaluasi:tim", args=[para.periode.pk])).text
    assert kirim(budi, "evaluasi:buka", skp.pk, para.periode.pk).status_code == 302
    evaluasi = Evaluasi.objects.get()
    isi = {"rating_hasil_kerja": "sesuai", "rating_perilaku_kerja": "sesuai", "revisi": 0}
    assert kirim(budi, "evaluasi:nilai", evaluasi.pk, **isi).status_code == 302
    assert kirim(budi, "evaluasi:tetapkan", evaluasi.pk).status_code == 302
    rincian = reverse("evaluasi:rincian", args=[evaluasi.pk])
    assert "sedang menyelesaikan" in andi.get(rincian).text
    assert "Kuadran kinerja" not in andi.get(rincian).text
    assert kirim(budi, "evaluasi:sampaikan", evaluasi.pk).status_code == 302
    halaman = andi.get(rincian).text
    assert "Mengapa hasil ini?" in halaman
    assert kirim(andi, "evaluasi:terima", evaluasi.pk).status_code == 302
    assert "Keberatan dapat diajukan sampai" in andi.get(rincian).text
    pdf = andi.get(reverse("dokumen:sampul_evaluasi", args=[evaluasi.pk]))
    assert pdf.content.startswith(b"%PDF-")


def test_a_refused_rating_keeps_what_was_typed() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    jawaban = kirim(
        klien(para.budi), "evaluasi:nilai", evaluasi.pk,
        rating_hasil_kerja="di_atas", rating_perilaku_kerja="sesuai", revisi=0,
        catatan="Ikut pelatihan tahun depan",
    )  # fmt: skip
    assert jawaban.status_code == 422
    assert "Ikut pelatihan tahun depan" in jawaban.text
    assert "perlu alasan" in jawaban.text


def test_the_same_form_sent_twice_acts_once() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    kunci = str(uuid.uuid4())
    isi = {
        "kunci_idempoten": kunci, "rating_hasil_kerja": "sesuai",
        "rating_perilaku_kerja": "sesuai", "revisi": 0,
    }  # fmt: skip
    budi = klien(para.budi)
    alamat = reverse("evaluasi:nilai", args=[evaluasi.pk])
    pertama, kedua = budi.post(alamat, isi), budi.post(alamat, isi)
    assert pertama.status_code == kedua.status_code == 302
    assert kedua["X-Tera-Kiriman"] == "ulang"
    evaluasi.refresh_from_db()
    assert evaluasi.revisi == 1


def test_the_printed_document_is_checked_without_an_account() -> None:
    from tera.dokumen.models import CetakanDokumen

    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para)
    panggung.nilai(para, evaluasi)
    budi = klien(para.budi)
    kirim(budi, "evaluasi:tetapkan", evaluasi.pk)
    budi.get(reverse("dokumen:sampul_evaluasi", args=[evaluasi.pk]))
    cetakan = CetakanDokumen.objects.get()
    alamat = reverse("web:periksa", args=[cetakan.token])
    halaman = Client().get(alamat)
    assert "Sah" in halaman.text
    assert "Andi" not in halaman.text
    kirim(budi, "evaluasi:sampaikan", evaluasi.pk)
    assert "Sah" in Client().get(alamat).text
    evaluasi.refresh_from_db()
    Evaluasi.objects.filter(pk=evaluasi.pk).update(
        rekaman=evaluasi.rekaman | {"predikat": "sangat_baik"}
    )
    assert "Sudah berubah" in Client().get(alamat).text


def _isi_tim(para: Pemeran, daftar_nomor: range) -> None:
    for nomor in daftar_nomor:
        pegawai = buat_pegawai(
            para.bidang, f"Anggota {nomor}", f"19910101201501{nomor:04d}", "pelaksana",
            "Pengolah Data dan Informasi",
        )  # fmt: skip
        panggung.skp_ditetapkan(para, pegawai)


@pytest.mark.parametrize("rute", ["tim", "capaian"])
def test_lists_cost_the_same_whatever_the_rows(rute: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    para = buat_pemeran()
    siapa = klien(para.budi if rute == "tim" else para.bupati)
    alamat = reverse(f"evaluasi:{rute}", args=[para.periode.pk])
    jumlah = []
    for daftar_nomor in (range(1), range(100, 106)):
        _isi_tim(para, daftar_nomor)
        siapa.get(alamat)
        with CaptureQueriesContext(connection) as tangkap:
            siapa.get(alamat)
        jumlah.append(len(tangkap))
    assert jumlah[0] == jumlah[1], jumlah
    assert jumlah[1] <= 12


def test_home_asks_the_atasan_penilai_for_a_counter_signature() -> None:
    para = buat_pemeran()
    HubunganDekat.objects.create(
        instansi=para.instansi, penyata=para.andi, pihak=para.budi, jenis="keluarga",
        sejak=para.periode.mulai, dibuat_at=para.instansi.created_at,
    )  # fmt: skip
    evaluasi = panggung.buka(para)
    fajar = klien(para.fajar)
    assert "menunggu tanda tangan Anda" not in fajar.get("/").text
    panggung.nilai(para, evaluasi)
    assert "menunggu tanda tangan Anda" in fajar.get("/").text
    assert "menunggu tanda tangan Anda" not in klien(para.budi).get("/").text
    assert kirim(fajar, "evaluasi:setujui", evaluasi.pk).status_code == 302
    assert "menunggu tanda tangan Anda" not in fajar.get("/").text


def _unit_kedua(para: Pemeran):
    """A second unit with a perjanjian kinerja under the same head."""
    unit = UnitKerja.objects.create(
        instansi=para.instansi, kode="DK2", nama="Dinas Kedua", induk=para.dinas.induk,
        path="-", sejak=para.dinas.sejak, punya_perjanjian_kinerja=True,
    )  # fmt: skip
    unit.path = f"{para.dinas.induk.path}{unit.pk}/"
    unit.save(update_fields=["path"])
    return unit


def test_the_capaian_of_several_units_is_saved_by_one_post() -> None:
    para = buat_pemeran()
    kedua = _unit_kedua(para)
    bupati = klien(para.bupati)
    halaman = bupati.get(reverse("evaluasi:capaian", args=[para.periode.pk])).text
    assert halaman.count('<form method="post" id="capaian"') == 1
    isi = {f"u{para.dinas.pk}-level": "baik", f"u{kedua.pk}-level": "istimewa"}
    assert kirim(bupati, "evaluasi:capaian", para.periode.pk, **isi).status_code == 302
    assert dict(CapaianOrganisasi.objects.values_list("unit_id", "level")) == {
        para.dinas.pk: "baik", kedua.pk: "istimewa",
    }  # fmt: skip
    # Sent again as the page now shows it: no row was changed, nothing is decided anew.
    isi |= {f"initial-{nama}": nilai for nama, nilai in isi.items()}
    jawaban = kirim(bupati, "evaluasi:capaian", para.periode.pk, **isi)
    assert jawaban.status_code == 422
    assert "Belum ada yang diubah" in jawaban.text


def test_a_row_that_cannot_stand_keeps_the_whole_sheet_typed_and_unsaved() -> None:
    para = buat_pemeran()
    kedua = _unit_kedua(para)
    jawaban = kirim(
        klien(para.bupati), "evaluasi:capaian", para.periode.pk,
        **{
            f"u{para.dinas.pk}-level": "baik",
            f"u{kedua.pk}-level": "", f"u{kedua.pk}-alasan": "Layanan naik",
        },
    )  # fmt: skip
    assert jawaban.status_code == 422
    assert "Layanan naik" in jawaban.text
    assert "Pilih satu dari lima tingkat" in jawaban.text
    assert not CapaianOrganisasi.objects.exists()


def test_a_capaian_set_meanwhile_by_another_is_shown_before_it_is_replaced() -> None:
    para = buat_pemeran()
    bupati = klien(para.bupati)
    panggung.tetapkan_capaian(para, "kurang")
    nama = f"u{para.dinas.pk}-level"
    basi = {nama: "baik", f"initial-{nama}": ""}
    jawaban = kirim(bupati, "evaluasi:capaian", para.periode.pk, **basi)
    assert jawaban.status_code == 422
    assert "Sesudah halaman ini Anda buka" in jawaban.text
    assert CapaianOrganisasi.objects.get().level == "kurang"
    assert f'name="initial-{nama}" value="kurang"' in jawaban.text
    segar = {nama: "baik", f"initial-{nama}": "kurang"}
    assert kirim(bupati, "evaluasi:capaian", para.periode.pk, **segar).status_code == 302
    assert CapaianOrganisasi.objects.get().level == "baik"


def test_nobody_sends_the_capaian_of_a_unit_that_is_not_theirs_to_decide() -> None:
    para = buat_pemeran()
    for siapa in (para.fajar, para.andi, para.citra):
        jawaban = kirim(
            klien(siapa), "evaluasi:capaian", para.periode.pk,
            **{f"u{para.dinas.pk}-level": "istimewa"},
        )  # fmt: skip
        assert jawaban.status_code == 403
    assert not CapaianOrganisasi.objects.exists()


def test_the_root_needs_the_number_of_the_outside_decision() -> None:
    para = buat_pemeran()
    akar = UnitKerja.objects.get(instansi=para.instansi, induk__isnull=True)
    citra = klien(para.citra)
    tanpa = kirim(citra, "evaluasi:capaian", para.periode.pk, **{f"u{akar.pk}-level": "baik"})
    assert tanpa.status_code == 422
    assert "Isi nomor keputusan" in tanpa.text
    isi = {f"u{akar.pk}-level": "baik", f"u{akar.pk}-nomor_keputusan": "100/2026"}
    assert kirim(citra, "evaluasi:capaian", para.periode.pk, **isi).status_code == 302
