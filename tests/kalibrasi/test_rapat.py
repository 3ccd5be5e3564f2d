"""The calibration meeting: by pattern alone, from its agenda to the penilai's answer."""

import re
import uuid

import pytest
from django.urls import reverse

from kalibrasi import panggung, panggung_rapat
from kalibrasi.test_laman import isi, klien
from notifikasi.panggung import jenis_milik
from pemeran import Pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import Kejadian
from tera.evaluasi import services as evaluasi_services
from tera.evaluasi.models import Evaluasi
from tera.kalibrasi import services
from tera.kalibrasi.models import MundurRapat, RapatKalibrasi
from tera.kalibrasi.selectors.rapat import halangan
from tera.organisasi.models import HubunganDekat

PADA = panggung.PADA


def test_only_the_pengelola_in_mode_petugas_names_a_meeting_and_an_empty_agenda_is_refused(
    para: Pemeran,
) -> None:
    isi_rapat = services.IsiRapat(PADA, "Aula", para.bupati.pk, [para.budi.pk])
    for orang in (para.budi, para.eka, para.citra):
        with pytest.raises(TidakBerwenangError):
            services.susun_rapat(
                aktor=para.aktor(orang), periode=para.periode, isi=isi_rapat, pada=PADA
            )
    with pytest.raises(MasukanSalahError, match="Agenda kosong"):
        panggung_rapat.susun(para)
    panggung_rapat.dinilai(para)
    with pytest.raises(MasukanSalahError, match="ketuanya orang lain"):
        panggung_rapat.susun(para, ketua_id=para.citra.pk)
    with pytest.raises(MasukanSalahError, match="instansi Anda"):
        panggung_rapat.susun(para, anggota=[para.dewi.pk])
    rapat = panggung_rapat.susun(para)
    assert (rapat.analisis, rapat.tanpa_bukti) == (None, "belum_dijalankan")
    # The head of the unit on the agenda is invited by the system.
    undangan = set(rapat.daftar_peserta.values_list("pegawai__nama", flat=True))
    assert undangan == {"Gita Bupati", "Citra Pengelola", "Budi Penilai", "Fajar Kepala"}
    with pytest.raises(StatusTidakSesuaiError, match="belum ditutup"):
        panggung_rapat.susun(para)
    services.batalkan_rapat(
        aktor=panggung.petugas(para), rapat=rapat, alasan="Ketua berhalangan", pada=PADA
    )
    assert panggung_rapat.susun(para).pk != rapat.pk


def test_cards_name_nobody_and_the_what_if_keeps_nothing(para: Pemeran) -> None:
    adegan = panggung_rapat.mulai(para)
    assert [satu.kode for satu in adegan.kartu] == list("ABCDEF")
    assert adegan.unit.hasil == "melanggar"
    teks = isi(para.bupati, "kalibrasi:rapat_unit", adegan.unit.pk)
    assert "Perlu alasan" in teks
    utama = teks[teks.index("<main") : teks.index("</main>")]
    for orang in adegan.dinilai:
        assert orang.pegawai.nama not in utama
        assert (orang.pegawai.nip or "x") not in utama
    assert "Budi" not in utama
    assert "rajin" not in utama  # what the rater wrote may name somebody
    assert "Penilai menulis dasar putusannya." in utama
    alamat = reverse("kalibrasi:rapat_unit", args=[adegan.unit.pk])
    # Four of six less: at most 70 percent of six is four; and one Butuh Perbaikan or Kurang.
    tanya = {"h-A": "sesuai", "p-A": "sesuai", "h-B": "di_bawah", "p-B": "sesuai"}
    jawaban = klien(para.bupati).get(alamat, tanya).content.decode()
    assert "Sesuai pola" in jawaban
    assert "bila 2 kartu berubah" in jawaban
    assert set(Evaluasi.objects.values_list("rating_hasil_kerja", flat=True)) == {"di_atas"}
    # A letter stays with its person, whoever opens the page.
    assert [satu.evaluasi_id for satu in adegan.kartu] == [
        satu.evaluasi_id for satu in adegan.unit.daftar_kartu.all()
    ]


def test_a_unit_of_four_has_no_cards(para: Pemeran) -> None:
    panggung_rapat.dinilai(para, jumlah=4)
    # Too few for the pattern, and nothing else is known of it: it isn't on the agenda.
    with pytest.raises(MasukanSalahError, match="Agenda kosong"):
        panggung_rapat.susun(para)


def test_decisions_go_to_the_rater_who_answers_by_words_or_through_the_ordinary_path(
    para: Pemeran,
) -> None:
    adegan = panggung_rapat.mulai(para)
    pertama, kedua, *_lain = adegan.kartu
    bupati = klien(para.bupati)
    alamat = reverse("kalibrasi:rapat_kartu", args=[pertama.pk])
    kirim = {"kunci_idempoten": str(uuid.uuid4()), "keputusan": "tinjau", "alasan": " "}
    assert bupati.post(alamat, kirim).status_code == 422
    kirim |= {"kunci_idempoten": str(uuid.uuid4()), "alasan": "Semua indikator belum dilaporkan."}
    assert bupati.post(alamat, kirim).status_code == 302
    for satu in (kedua,):
        services.putuskan_kartu(
            aktor=para.aktor(para.citra), kartu=satu, keputusan="tinjau", alasan="Begitu pula.",
            pada=PADA,
        )  # fmt: skip
    # Nothing reaches the rater before the end.
    assert (
        klien(para.budi).get(reverse("kalibrasi:permintaan", args=[pertama.pk])).status_code == 404
    )
    rapat = panggung_rapat.tutup(para, adegan)
    assert Kejadian.objects.get(nama="rapat_kalibrasi.tutup").muatan["penilai"] == [para.budi.pk]
    assert "Semua indikator belum dilaporkan." in isi(para.budi, "kalibrasi:permintaan", pertama.pk)
    with pytest.raises(MasukanSalahError, match="masih sama"):
        services.jawab_permintaan(
            aktor=para.aktor(para.budi), kartu=pertama, jawaban="ditinjau", alasan="Sudah"
        )
    satu = pertama.evaluasi
    evaluasi_services.nilai_evaluasi(
        aktor=para.aktor(para.budi), evaluasi=satu, rating_hasil_kerja="sesuai",
        rating_perilaku_kerja="sesuai", revisi=satu.revisi, pada=PADA,
    )  # fmt: skip
    services.jawab_permintaan(
        aktor=para.aktor(para.budi), kartu=pertama, jawaban="ditinjau", alasan="Saya baca lagi."
    )
    # Delivered already: words only, and the page says so.
    Evaluasi.objects.filter(pk=kedua.evaluasi_id).update(status="final")
    teks = isi(para.budi, "kalibrasi:permintaan", kedua.pk)
    assert "Jawablah dengan kata-kata" in teks
    assert 'value="ditinjau"' not in teks
    _kartu, tanda = services.jawab_permintaan(
        aktor=para.aktor(para.budi), kartu=kedua, jawaban="tetap", alasan="Buktinya ada."
    )
    assert tanda.nomor
    with pytest.raises(StatusTidakSesuaiError):
        services.jawab_permintaan(
            aktor=para.aktor(para.budi), kartu=kedua, jawaban="tetap", alasan="Lagi."
        )
    with pytest.raises(StatusTidakSesuaiError, match="berlangsung"):
        services.putuskan_kartu(
            aktor=para.aktor(para.bupati), kartu=kedua, keputusan="tetap", alasan="x", pada=PADA
        )
    assert rapat.status == RapatKalibrasi.Status.DITUTUP


def test_whoever_rates_is_rated_or_is_close_steps_aside_and_the_minutes_keep_it(
    para: Pemeran,
) -> None:
    adegan = panggung_rapat.mulai(para)
    # Budi rates there: heard, no cards. The Bupati declares a close relation with Andi: aside.
    teks = isi(para.budi, "kalibrasi:rapat_unit", adegan.unit.pk)
    assert "Kartu A" not in teks
    assert "boleh didengar" in teks
    HubunganDekat.objects.create(
        instansi=para.instansi, penyata=para.andi, pihak=para.bupati, jenis="keluarga",
        sejak=PADA, dibuat_at=panggung.SAAT,
    )  # fmt: skip
    teks = isi(para.bupati, "kalibrasi:rapat_unit", adegan.unit.pk)
    assert "Kartu A" not in teks
    assert "menepi" in teks
    kartu = adegan.kartu[0]
    for orang in (para.bupati, para.budi, para.fajar):
        with pytest.raises(TidakBerwenangError):
            services.putuskan_kartu(
                aktor=para.aktor(orang), kartu=kartu, keputusan="tetap", alasan="x", pada=PADA
            )
    services.putuskan_kartu(
        aktor=para.aktor(para.citra), kartu=kartu, keputusan="tetap", alasan="Cukup.", pada=PADA
    )
    panggung_rapat.tutup(para, adegan)
    mundur = dict(MundurRapat.objects.values_list("peserta__pegawai__nama", "sebab"))
    assert mundur["Budi Penilai"] == "penilai"
    assert mundur["Gita Bupati"] == "kepentingan"
    # The reason in the list doesn't tell a declared relation from being rated there.
    assert "keluarga" not in isi(para.eka, "kalibrasi:rapat", adegan.rapat.pk)
    # With the notulis aside as well nobody is left to decide, and the page says so.
    lain = panggung_rapat.susun(para)
    HubunganDekat.objects.create(
        instansi=para.instansi, penyata=para.citra, pihak=para.andi, jenis="lain", sejak=PADA,
        dibuat_at=panggung.SAAT,
    )  # fmt: skip
    services.mulai_rapat(aktor=para.aktor(para.bupati), rapat=lain, pada=PADA)
    assert "Ketua dan notulis sama-sama menepi" in isi(para.citra, "kalibrasi:rapat", lain.pk)
    orangnya = halangan(
        rapat=adegan.rapat, daftar_unit=[adegan.unit], daftar_pegawai=[para.andi.pk], pada=PADA
    )
    assert orangnya == {(adegan.unit.pk, para.andi.pk): "kepentingan"}


def test_people_of_the_unit_and_strangers_find_no_meeting_and_officers_no_cards(
    para: Pemeran,
) -> None:
    adegan = panggung_rapat.mulai(para)
    for orang in (para.andi, para.dewi):
        for rute, pk in (
            ("kalibrasi:rapat", adegan.rapat.pk), ("kalibrasi:rapat_unit", adegan.unit.pk),
            ("kalibrasi:rapat_kartu", adegan.kartu[0].pk),
        ):  # fmt: skip
            assert klien(orang).get(reverse(rute, args=[pk])).status_code == 404
        assert klien(orang).get(reverse("kalibrasi:rapat_daftar")).status_code == 404
    teks = isi(para.eka, "kalibrasi:rapat_unit", adegan.unit.pk)
    assert "Kartu A" not in teks
    assert "peserta rapat" in teks
    services.putuskan_kartu(
        aktor=para.aktor(para.citra), kartu=adegan.kartu[0], keputusan="tetap",
        alasan="Bukti cukup.", pada=PADA,
    )  # fmt: skip
    panggung_rapat.tutup(para, adegan)
    teks = isi(para.eka, "kalibrasi:rapat_unit", adegan.unit.pk)
    assert "Bukti cukup." in teks
    utama = teks[teks.index("<main") : teks.index("</main>")]
    assert not re.search(r"Andi|Rekan|1990", utama)


def test_a_meeting_costs_as_much_with_more_people(para: Pemeran) -> None:
    adegan = panggung_rapat.mulai(para, jumlah=12)
    for orang, rute, pk in (
        (para.citra, "kalibrasi:rapat", adegan.rapat.pk),
        (para.citra, "kalibrasi:rapat_unit", adegan.unit.pk),
        (para.citra, "kalibrasi:rapat_kartu", adegan.kartu[0].pk),
        (para.citra, "kalibrasi:rapat_tutup", adegan.rapat.pk),
    ):
        isi(orang, rute, pk)
    isi(para.citra, "kalibrasi:rapat_daftar")
    isi(para.citra, "kalibrasi:rapat_susun")
    isi(para.budi, "kalibrasi:permintaan_daftar")


def test_the_invited_and_the_rater_are_told_by_the_bell_and_at_home(
    para: Pemeran, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        adegan = panggung_rapat.mulai(para)
    assert {"kalibrasi.diundang", "kalibrasi.dimulai"} <= set(jenis_milik(para.budi))
    assert jenis_milik(para.andi) == []
    assert "Rapat kalibrasi sedang berlangsung" in isi(para.budi, "web:beranda")
    services.putuskan_kartu(
        aktor=para.aktor(para.citra), kartu=adegan.kartu[0], keputusan="tinjau",
        alasan="Mohon dibaca lagi.", pada=PADA,
    )  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        panggung_rapat.tutup(para, adegan)
    assert "kalibrasi.diminta_tinjau" in jenis_milik(para.budi)
    beranda = isi(para.budi, "web:beranda")
    assert "1 permintaan rapat kalibrasi menunggu jawaban Anda" in beranda
    assert "sedang berlangsung" not in beranda
    with django_capture_on_commit_callbacks(execute=True):
        services.jawab_permintaan(
            aktor=para.aktor(para.budi), kartu=adegan.kartu[0], jawaban="tetap", alasan="Ada bukti."
        )
    assert "kalibrasi.dijawab" in jenis_milik(para.citra)
