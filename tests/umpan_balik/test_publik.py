"""The citizen's form: kept once, counted from the next day, nothing about who, nothing refused."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tera.umpan_balik import publik_batas
from tera.umpan_balik.models import (
    KOLOM_UNSUR,
    JawabanSKM,
    MasukanMasyarakat,
    TantanganTerpakai,
    TitikLayanan,
)
from tera.umpan_balik.publik_tantangan import BIT_AKHIR, BIT_AWAL
from tera.umpan_balik.services.publik import hapus_tantangan_lama
from umpan_balik import panggung_publik as panggung

pytestmark = pytest.mark.django_db
BESOK = panggung.PADA + dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _enam_juli() -> Iterator[None]:
    cache.clear()
    with clock.jam_beku(panggung.JAM):
        yield
    cache.clear()


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


@pytest.fixture
def titik(para: Pemeran) -> TitikLayanan:
    return panggung.titik(para)


def test_an_answer_with_proof_is_kept_and_counted_from_tomorrow(titik: TitikLayanan) -> None:
    jawaban = panggung.kirim(titik.kode, panggung.isian(titik.kode, u3="2"))
    assert jawaban.status_code == 200
    assert "Terima kasih" in jawaban.content.decode()
    satu = JawabanSKM.objects.get()
    assert [getattr(satu, kolom) for kolom in KOLOM_UNSUR] == [4, 4, 2, 4, 4, 4, 4, 4, 4]
    assert (satu.pada, satu.dihitung_mulai) == (panggung.PADA, BESOK)
    assert (satu.kanal, satu.jalur, satu.bahasa) == ("qr", "lancar", "id")


def test_without_javascript_the_answer_is_kept_in_the_slow_lane(titik: TitikLayanan) -> None:
    jawaban = panggung.kirim(titik.kode, panggung.isian(titik.kode, lancar=False))
    assert jawaban.status_code == 200
    satu = JawabanSKM.objects.get()
    assert satu.jalur == "lambat"
    assert satu.dihitung_mulai == BESOK + dt.timedelta(days=1)


def test_a_wrong_proof_is_the_slow_lane_not_a_refusal(titik: TitikLayanan) -> None:
    for bukti in ("1", "-1", "x", "9" * 13, "١"):
        data = panggung.isian(titik.kode, bit=40, lancar=False, bukti=bukti)
        assert panggung.kirim(titik.kode, data).status_code == 200
    assert set(JawabanSKM.objects.values_list("jalur", flat=True)) == {"lambat"}


def test_the_same_form_sent_twice_is_kept_once(titik: TitikLayanan) -> None:
    data = panggung.isian(titik.kode, teks="Antreannya cepat.", tentang="layanan")
    assert panggung.kirim(titik.kode, data).status_code == 200
    ulang = panggung.kirim(titik.kode, data)
    assert ulang.status_code == 200
    assert "sudah kami terima" in ulang.content.decode()
    assert JawabanSKM.objects.count() == 1
    assert MasukanMasyarakat.objects.count() == 1


def test_a_challenge_of_another_point_or_a_forged_one_is_not_taken(
    para: Pemeran, titik: TitikLayanan
) -> None:
    lain = panggung.titik(para, nama="Loket KTP")
    for tantangan in (
        panggung.isian(lain.kode)["tantangan"],
        panggung.isian(titik.kode)["tantangan"] + "x",
        "",
    ):
        data = panggung.isian(titik.kode, teks="Sudah lama menunggu.") | {"tantangan": tantangan}
        jawaban = panggung.kirim(titik.kode, data)
        assert jawaban.status_code == 422
        isi = jawaban.content.decode()
        assert "Isian Anda masih ada" in isi
        assert "Sudah lama menunggu." in isi
        assert isi.count(" checked>") == 10  # nine answers and what the text is about
    assert not JawabanSKM.objects.exists()


def test_a_form_left_open_takes_the_slow_lane_and_after_a_day_is_asked_again(
    titik: TitikLayanan,
) -> None:
    for jam, status in ((1, 200), (3, 200), (25, 422)):
        data = panggung.isian(titik.kode)
        with clock.jam_beku(panggung.JAM + dt.timedelta(hours=jam)):
            assert panggung.kirim(titik.kode, data).status_code == status
    assert sorted(JawabanSKM.objects.values_list("jalur", flat=True)) == ["lambat", "lancar"]


def test_a_missing_or_wild_answer_is_asked_again_with_everything_typed(
    titik: TitikLayanan,
) -> None:
    for salah in ("", "0", "5", "x", "4.0"):
        data = panggung.isian(titik.kode, u5=salah, teks="Ruang tunggunya panas.")
        jawaban = panggung.kirim(titik.kode, data)
        assert jawaban.status_code == 422
        isi = jawaban.content.decode()
        assert "Pilih salah satu." in isi
        assert "Ruang tunggunya panas." in isi
    data = panggung.isian(titik.kode, teks="a" * 2001)
    jawaban = panggung.kirim(titik.kode, data)
    assert jawaban.status_code == 422
    assert "a" * 2001 in jawaban.content.decode()
    assert not JawabanSKM.objects.exists()


def test_the_page_is_small_sets_no_cookie_and_asks_one_question(titik: TitikLayanan) -> None:
    klien = Client()
    alamat = reverse("umpan_balik:skm", args=[titik.kode])
    klien.get(alamat)
    with CaptureQueriesContext(connection) as tanya:
        jawaban = klien.get(alamat + "?k=qr")
    assert len(tanya) == 1
    assert len(jawaban.content) <= 15_000
    assert not jawaban.cookies
    isi = jawaban.content.decode()
    assert 'name="kanal" value="qr"' in isi
    assert isi.count("<fieldset") == 10
    kirim = panggung.kirim(titik.kode, panggung.isian(titik.kode))
    assert not kirim.cookies
    assert len(kirim.content) <= 15_000


def test_the_form_speaks_english_on_its_own_link(titik: TitikLayanan) -> None:
    alamat = reverse("umpan_balik:skm", args=[titik.kode])
    inggris = Client().get(alamat + "?bahasa=en")
    assert inggris["Content-Language"] == "en"
    assert "Nine questions" in inggris.content.decode()
    assert "Sembilan pertanyaan" in Client().get(alamat).content.decode()
    balas = panggung.kirim(titik.kode, panggung.isian(titik.kode, bahasa="en"))
    assert "Thank you" in balas.content.decode()
    assert JawabanSKM.objects.get().bahasa == "en"


def test_nothing_about_the_citizen_is_stored() -> None:
    kolom = {bidang.name for bidang in JawabanSKM._meta.get_fields()}
    assert kolom == {
        "id", "titik", "pada", "dihitung_mulai", "dikesampingkan", "kanal", "jalur", "bahasa",
        *KOLOM_UNSUR,
    }  # fmt: skip
    # A text has a day and no instant, and no link to the numbers.
    for model in (JawabanSKM, MasukanMasyarakat, TantanganTerpakai):
        jenis = {bidang.get_internal_type() for bidang in model._meta.concrete_fields}
        assert not jenis & {"DateTimeField", "TimeField", "GenericIPAddressField"}
    assert not [
        bidang for bidang in MasukanMasyarakat._meta.get_fields()
        if bidang.related_model is JawabanSKM
    ]  # fmt: skip


def test_the_address_of_the_sender_reaches_no_table(titik: TitikLayanan) -> None:
    alamat = "198.51.100.77"
    panggung.kirim(titik.kode, panggung.isian(titik.kode, lancar=False, teks="Cepat."), alamat)
    for model in (JawabanSKM, MasukanMasyarakat, TantanganTerpakai):
        for baris in model.objects.values():
            assert alamat not in repr(baris)
    assert alamat not in repr(getattr(cache, "_cache", ""))


def test_a_refused_form_leaves_no_line_with_its_time_in_the_log(
    titik: TitikLayanan, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO"):
        assert panggung.kirim(titik.kode, {}).status_code == 422
        for _n in range(publik_batas.TANPA_BUKTI + 1):
            data = panggung.isian(titik.kode, lancar=False, bit=40)
            status = panggung.kirim(titik.kode, data).status_code
        assert status == 429
    assert not [satu for satu in caplog.records if titik.kode in satu.getMessage()]


def test_a_village_behind_one_address_is_never_told_to_wait(titik: TitikLayanan) -> None:
    for _n in range(3 * publik_batas.TANPA_BUKTI):
        jawaban = panggung.kirim(titik.kode, panggung.isian(titik.kode, bit=1))
        assert jawaban.status_code == 200
    assert JawabanSKM.objects.filter(jalur="lancar").count() == 3 * publik_batas.TANPA_BUKTI


def test_one_source_that_floods_without_proof_waits_and_others_do_not(
    titik: TitikLayanan,
) -> None:
    daftar = [
        panggung.kirim(titik.kode, panggung.isian(titik.kode, lancar=False, bit=40)).status_code
        for _n in range(publik_batas.TANPA_BUKTI + 5)
    ]
    assert daftar == [200] * publik_batas.TANPA_BUKTI + [429] * 5
    assert JawabanSKM.objects.count() == publik_batas.TANPA_BUKTI
    data = panggung.isian(titik.kode, lancar=False, bit=40, teks="Masih di sini.")
    ditahan = panggung.kirim(titik.kode, data)
    assert ditahan["Retry-After"] == "600"
    assert "Masih di sini." in ditahan.content.decode()
    # The same address with proof, and another address without it, go on.
    assert panggung.kirim(titik.kode, panggung.isian(titik.kode)).status_code == 200
    lain = panggung.isian(titik.kode, lancar=False, bit=40)
    assert panggung.kirim(titik.kode, lain, "203.0.113.8").status_code == 200
    with clock.jam_beku(panggung.JAM + dt.timedelta(minutes=10)):
        lagi = panggung.isian(titik.kode, lancar=False, bit=40)
        assert panggung.kirim(titik.kode, lagi).status_code == 200


def test_beyond_the_budget_of_the_hour_answers_are_held_not_lost(
    para: Pemeran, titik: TitikLayanan
) -> None:
    panggung.kebijakan(para, "publik.anggaran_jam", 10)
    for _n in range(12):
        panggung.kirim(titik.kode, panggung.isian(titik.kode, bit=1))
    assert JawabanSKM.objects.count() == 12
    assert JawabanSKM.objects.filter(dihitung_mulai__isnull=True).count() == 2
    with clock.jam_beku(panggung.JAM + dt.timedelta(hours=1)):
        panggung.kirim(titik.kode, panggung.isian(titik.kode, bit=1))
    assert JawabanSKM.objects.filter(dihitung_mulai__isnull=True).count() == 2


def test_the_puzzle_grows_with_the_crowd_and_has_an_end() -> None:
    bit = [publik_batas.tingkat_kesulitan(kode="x") for _n in range(16 * 60)]
    assert bit[0] == BIT_AWAL
    assert bit == sorted(bit)
    assert BIT_AWAL + 3 <= bit[-1] <= BIT_AKHIR
    cache.set(f"publik:buka:x:{int(panggung.JAM.timestamp()) // 60}", 10**9)
    assert publik_batas.tingkat_kesulitan(kode="x") == BIT_AKHIR
    assert publik_batas.tingkat_kesulitan(kode="y") == BIT_AWAL


def test_a_point_that_is_closed_or_unknown_takes_nothing(titik: TitikLayanan) -> None:
    data = panggung.isian(titik.kode)
    titik.sampai = panggung.PADA - dt.timedelta(days=1)
    titik.save()
    jawaban = panggung.kirim(titik.kode, data | {"teks": "Sudah terlanjur mengetik."})
    assert jawaban.status_code == 409
    assert "tidak menerima jawaban" in jawaban.content.decode()
    assert "Sudah terlanjur mengetik." in jawaban.content.decode()
    assert not JawabanSKM.objects.exists()
    assert panggung.kirim("tidakada", data).status_code == 404
    titik.sampai = panggung.PADA
    titik.save()
    panggung.kirim(titik.kode, data)
    assert JawabanSKM.objects.count() == 1


def test_an_allegation_is_given_back_and_only_the_numbers_are_kept(titik: TitikLayanan) -> None:
    teks = "Petugas loket meminta uang, ini pungli."
    jawaban = panggung.kirim(titik.kode, panggung.isian(titik.kode, teks=teks))
    isi = jawaban.content.decode()
    assert teks in isi
    assert "https://www.lapor.go.id/" in isi
    assert JawabanSKM.objects.count() == 1
    assert not MasukanMasyarakat.objects.exists()


def test_a_text_is_stored_without_what_names_a_person(titik: TitikLayanan) -> None:
    data = panggung.isian(
        titik.kode,
        teks="Ibu Rini ramah. Hubungi saya 0812-3456-7890.",
        tentang="petugas",
        nama_petugas="Rini 081234567890",
    )
    jawaban = panggung.kirim(titik.kode, data)
    satu = MasukanMasyarakat.objects.get()
    assert satu.teks == "Ibu Rini ramah. Hubungi saya [nomor telepon disamarkan]."
    assert satu.nama_petugas == "Rini [nomor disamarkan]"
    assert satu.disaring == "nomor_telepon"
    assert (satu.status, satu.tentang, satu.unit_id) == ("menunggu", "petugas", titik.unit_id)
    assert satu.teks in jawaban.content.decode()


def test_used_challenges_are_dropped_only_when_they_can_no_longer_come_back(
    titik: TitikLayanan,
) -> None:
    panggung.kirim(titik.kode, panggung.isian(titik.kode))
    assert hapus_tantangan_lama(pada=panggung.PADA + dt.timedelta(days=3)) == 0
    assert hapus_tantangan_lama(pada=panggung.PADA + dt.timedelta(days=4)) == 1


def test_the_answers_of_the_database_are_within_the_scale(titik: TitikLayanan) -> None:
    from django.db import IntegrityError, transaction

    for nilai in (0, 5):
        with pytest.raises(IntegrityError), transaction.atomic():
            panggung.jawaban(titik, 1, nilai=nilai)


def test_the_challenge_in_the_page_is_the_one_the_script_reads(titik: TitikLayanan) -> None:
    isi = Client().get(reverse("umpan_balik:skm", args=[titik.kode])).content.decode()
    cocok = re.search(r'name="tantangan" value="([^"]+)"', isi)
    assert cocok
    kode, kunci, bit, *_sisa = cocok[1].split(".")
    assert (kode, len(kunci), bit) == (titik.kode, 24, str(BIT_AWAL))
