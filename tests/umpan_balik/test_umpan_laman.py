"""Pages of continuous feedback, as each person of the story uses them."""

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tera.umpan_balik.models import PermintaanUmpanBalik, UmpanBalik
from tera.umpan_balik.services import berkelanjutan
from umpan_balik import panggung_umpan as panggung
from umpan_balik.panggung_umpan import PADA, SIANG, TEKS, beri, minta

pytestmark = pytest.mark.django_db


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


@pytest.fixture(autouse=True)
def _jam():
    with clock.jam_beku(SIANG):
        yield


def masuk(pegawai) -> Client:
    satu = Client()
    satu.force_login(pegawai.akun)
    return satu


def kirim(satu: Client, nama: str, *args: object, query: str = "", **isi: Any):
    isi = {"kunci_idempoten": str(uuid.uuid4()), **isi}
    return satu.post(reverse(nama, args=args) + query, isi)


def lihat(satu: Client, nama: str, *args: object, query: str = "") -> str:
    jawaban = satu.get(reverse(nama, args=args) + query)
    assert jawaban.status_code == 200, (nama, jawaban.status_code)
    return jawaban.text


def isian(**lain: Any) -> dict[str, Any]:
    return {"jenis": "saran", "sasaran": "umum", "teks": TEKS, "tanggal": PADA.isoformat(), **lain}


def test_what_is_sent_is_on_the_persons_page_at_once_and_read_once(para: Pemeran) -> None:
    jawaban = kirim(masuk(para.budi), "umpan_balik:beri", para.andi.pk, **isian())
    umpan = UmpanBalik.objects.get()
    assert jawaban.headers["Location"] == reverse("umpan_balik:umpan", args=[umpan.pk])
    andi = masuk(para.andi)
    halaman = lihat(andi, "umpan_balik:saya")
    assert TEKS in halaman
    assert "Pimpinan" in halaman
    assert ">Baru<" in halaman
    assert ">Baru<" not in lihat(andi, "umpan_balik:saya")
    assert "Dibaca " in lihat(masuk(para.budi), "umpan_balik:umpan", umpan.pk)


def test_the_same_form_sent_twice_speaks_once(para: Pemeran) -> None:
    budi = masuk(para.budi)
    kunci = str(uuid.uuid4())
    for _n in range(2):
        jawaban = kirim(budi, "umpan_balik:beri", para.andi.pk, **isian(), kunci_idempoten=kunci)
        assert jawaban.status_code == 302
    assert UmpanBalik.objects.count() == 1


def test_wording_about_the_person_is_pointed_out_once_and_never_refused(para: Pemeran) -> None:
    budi = masuk(para.budi)
    kasar = "Anda malas. " + TEKS
    jawaban = kirim(budi, "umpan_balik:beri", para.andi.pk, **isian(teks=kasar))
    assert jawaban.status_code == 422
    assert "“malas”" in jawaban.text
    assert kasar in jawaban.text
    assert "Kirim apa adanya" in jawaban.text
    assert not UmpanBalik.objects.exists()
    lanjut = kirim(budi, "umpan_balik:beri", para.andi.pk, **isian(teks=kasar), apa_adanya="ya")
    assert lanjut.status_code == 302
    assert UmpanBalik.objects.get().teks == kasar


def test_a_refused_form_keeps_what_was_typed(para: Pemeran) -> None:
    jawaban = kirim(
        masuk(para.budi), "umpan_balik:beri", para.andi.pk, **isian(tanggal="2026-12-31")
    )
    assert jawaban.status_code == 422
    assert TEKS in jawaban.text
    assert "belum tiba" in jawaban.text


def test_writing_upward_shows_the_warning_and_needs_the_tick(para: Pemeran) -> None:
    panggung.rekan_bidang(para, 1)
    andi = masuk(para.andi)
    assert "tunggu putaran 360" in lihat(andi, "umpan_balik:beri", para.budi.pk)
    jawaban = kirim(andi, "umpan_balik:beri", para.budi.pk, **isian())
    assert jawaban.status_code == 422
    assert kirim(
        andi, "umpan_balik:beri", para.budi.pk, **isian(), setuju_bernama="on"
    ).status_code == 302  # fmt: skip


def test_a_request_leads_to_its_form_and_closes_when_answered(para: Pemeran) -> None:
    skp = panggung.skp_ditetapkan(para)
    kunci = f"rhk:{panggung.rhk(skp).kunci}"
    (hana,) = panggung.rekan_bidang(para, 1)
    satu = minta(para, hana, sasaran=kunci)
    # Hana has no account in the cast's set-up: Fajar answers in the same way.
    dua = minta(para, para.fajar, sasaran=kunci)
    fajar = masuk(para.fajar)
    halaman = lihat(fajar, "umpan_balik:saya")
    assert "Menunggu umpan balik Anda" in halaman
    assert "Mohon masukannya" in halaman
    query = f"?permintaan={dua.pk}"
    halaman = lihat(fajar, "umpan_balik:beri", para.andi.pk, query=query)
    assert f'value="{kunci}" selected' in halaman
    kirim(fajar, "umpan_balik:beri", para.andi.pk, query=query, **isian(sasaran=kunci))
    dua.refresh_from_db()
    assert dua.jawaban is not None
    assert "Menunggu umpan balik Anda" not in lihat(fajar, "umpan_balik:saya")
    halaman = lihat(masuk(para.andi), "umpan_balik:permintaan")
    assert "Dijawab" in halaman
    assert "Menunggu" in halaman
    assert satu.jawaban_id is None


def test_one_tap_asks_the_rater_and_returns_where_one_was(para: Pemeran) -> None:
    skp = panggung.skp_ditetapkan(para)
    kunci = f"rhk:{panggung.rhk(skp).kunci}"
    andi = masuk(para.andi)
    jawaban = kirim(andi, "umpan_balik:minta_cepat", sasaran=kunci, kembali="/pelaksanaan/")
    assert jawaban.headers["Location"] == "/pelaksanaan/"
    satu = PermintaanUmpanBalik.objects.get()
    assert (satu.kepada, satu.tentang) == (para.budi, "Data penduduk mutakhir")
    jawaban = kirim(andi, "umpan_balik:minta_cepat", kembali="https://contoh.invalid/")
    assert jawaban.headers["Location"] == reverse("umpan_balik:permintaan")
    jawaban = kirim(andi, "umpan_balik:minta_cepat", kembali="//contoh.invalid/")
    assert jawaban.status_code == 422  # the same request waits already


def test_several_people_are_asked_in_one_form(para: Pemeran) -> None:
    rekan = panggung.rekan_bidang(para, 2)
    andi = masuk(para.andi)
    halaman = lihat(andi, "umpan_balik:minta")
    assert f'value="{para.budi.pk}" id="id_kepada_0" checked' in halaman.replace(
        'checked id="id_kepada_0"', 'id="id_kepada_0" checked'
    )
    kirim(
        andi, "umpan_balik:minta", sasaran="perilaku:KOL", pesan="Tentang rapat",
        kepada=[satu.pk for satu in rekan], lain=para.citra.nip,
    )  # fmt: skip
    assert set(PermintaanUmpanBalik.objects.values_list("kepada_id", flat=True)) == {
        *(satu.pk for satu in rekan), para.citra.pk,
    }  # fmt: skip
    jawaban = kirim(andi, "umpan_balik:minta", sasaran="umum", pesan="Simpan ini")
    assert jawaban.status_code == 422
    assert "Simpan ini" in jawaban.text


def test_a_request_is_declined_with_a_word(para: Pemeran) -> None:
    satu = minta(para)
    budi = masuk(para.budi)
    lihat(budi, "umpan_balik:tolak", satu.pk)
    kirim(budi, "umpan_balik:tolak", satu.pk, alasan="Saya baru kembali dari cuti")
    andi = masuk(para.andi)
    assert "Saya baru kembali dari cuti" in lihat(andi, "umpan_balik:permintaan")
    dua = minta(para)
    kirim(andi, "umpan_balik:batal", dua.pk)
    assert "Dibatalkan" in lihat(andi, "umpan_balik:permintaan")


def test_the_giver_corrects_and_withdraws_the_receiver_answers(para: Pemeran) -> None:
    umpan = beri(para)
    budi, andi = masuk(para.budi), masuk(para.andi)
    assert TEKS in lihat(budi, "umpan_balik:perbaiki", umpan.pk)
    baru = "Rekap Kamis lalu selesai sehari lebih awal; pertahankan."
    assert kirim(
        budi, "umpan_balik:perbaiki", umpan.pk, jenis="apresiasi", teks="Bagus"
    ).status_code == 422  # fmt: skip
    kirim(budi, "umpan_balik:perbaiki", umpan.pk, jenis="apresiasi", teks=baru)
    halaman = lihat(andi, "umpan_balik:umpan", umpan.pk)
    assert baru in halaman
    assert "Kata sebelum dibetulkan" in halaman
    kirim(andi, "umpan_balik:tanggapi", umpan.pk, teks="Terima kasih, saya teruskan.")
    assert "Terima kasih, saya teruskan." in lihat(budi, "umpan_balik:diberikan")
    kirim(budi, "umpan_balik:tarik", umpan.pk)
    halaman = lihat(andi, "umpan_balik:saya")
    assert baru not in halaman
    assert "Ditarik" in halaman
    assert TEKS not in lihat(andi, "umpan_balik:umpan", umpan.pk)


def test_after_its_hours_the_page_says_that_it_stays(para: Pemeran) -> None:
    panggung.kebijakan(para, "umpan_balik.jam_ubah", 0)
    umpan = beri(para)
    budi = masuk(para.budi)
    assert "sudah lewat" in lihat(budi, "umpan_balik:umpan", umpan.pk)
    assert budi.get(reverse("umpan_balik:perbaiki", args=[umpan.pk])).status_code == 409
    assert kirim(budi, "umpan_balik:tarik", umpan.pk).status_code == 409


def test_a_rater_reads_what_others_said_of_the_person(para: Pemeran) -> None:
    (hana,) = panggung.rekan_bidang(para, 1)
    beri(para, hana)
    for siapa in (para.budi, para.fajar):
        assert TEKS in lihat(masuk(siapa), "umpan_balik:pegawai", para.andi.pk)
    for siapa in (para.andi, para.citra, para.eka, para.dewi):
        jawaban = masuk(siapa).get(reverse("umpan_balik:pegawai", args=[para.andi.pk]))
        assert jawaban.status_code == 404


def test_oneself_and_unrelated_people_are_told_why(para: Pemeran) -> None:
    andi = masuk(para.andi)
    jawaban = andi.get(reverse("umpan_balik:beri", args=[para.andi.pk]))
    assert (jawaban.status_code, "swakaji" in jawaban.text) == (403, True)
    jawaban = andi.get(reverse("umpan_balik:beri", args=[para.eka.pk]))
    assert (jawaban.status_code, para.eka.nama in jawaban.text) == (403, True)
    assert andi.get(reverse("umpan_balik:beri", args=[para.dewi.pk])).status_code == 404


def test_empty_pages_say_what_will_appear(para: Pemeran) -> None:
    andi = masuk(para.andi)
    assert "Belum ada umpan balik tentang pekerjaan Anda" in lihat(andi, "umpan_balik:saya")
    assert "Anda belum memberi umpan balik" in lihat(andi, "umpan_balik:diberikan")
    assert "Anda belum meminta umpan balik" in lihat(andi, "umpan_balik:permintaan")
    assert "Penilai saya" in lihat(andi, "umpan_balik:beri_pilih")
    jawaban = andi.get(reverse("umpan_balik:beri_pilih"), {"orang": para.budi.nip})
    assert jawaban.headers["Location"] == reverse("umpan_balik:beri", args=[para.budi.pk])
    assert andi.get(reverse("umpan_balik:beri_pilih"), {"orang": "zzz"}).status_code == 422


def test_lists_cost_the_same_with_one_piece_and_with_many(
    para: Pemeran, django_assert_num_queries
) -> None:
    andi = masuk(para.andi)
    beri(para)
    lihat(andi, "umpan_balik:saya")  # read: a page seen again writes nothing
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as satu:
        lihat(andi, "umpan_balik:saya")
    for _n in range(10):
        beri(para)
        minta(para, para.andi, dari=para.budi, sasaran="umum") if _n == 0 else None
    berkelanjutan.catat_dibaca(
        aktor=para.aktor(para.andi), daftar_id=list(UmpanBalik.objects.values_list("pk", flat=True))
    )
    with django_assert_num_queries(len(satu)):
        lihat(andi, "umpan_balik:saya")
