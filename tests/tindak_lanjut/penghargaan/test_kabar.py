"""What waits for whom about awards: home, the first page of the room, notifications, own data."""

import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialog.klien import lihat, masuk
from notifikasi.panggung import jenis_milik
from pemeran import Pemeran
from tera.core import clock
from tera.core.kejadian import antar_tertunda
from tera.tindak_lanjut.hub import Kartu
from tera.tindak_lanjut.models import PutaranPenghargaan
from tera.tindak_lanjut.penerima.penghargaan import kartu
from tera.tindak_lanjut.selectors.penghargaan.salinan import salinan_penghargaan
from tera.tindak_lanjut.services.penghargaan.rekam import ajukan_koreksi
from tindak_lanjut.penghargaan import panggung
from tindak_lanjut.penghargaan.panggung import PADA


def test_home_names_what_waits_for_the_committee_and_the_decider(para: Pemeran) -> None:
    calon = panggung.ditelaah(para)
    panggung.pemutus(para)
    assert "1 calon Satyalancana Karya Satya X menunggu pandangan Anda" in lihat(
        masuk(para.eka), "web:beranda"
    )
    assert "menunggu keputusan Anda" in lihat(masuk(para.bupati), "web:beranda")
    assert "menunggu pandangan" not in lihat(masuk(para.budi), "web:beranda")
    assert calon.pk


def test_home_asks_the_pengelola_to_hand_over_and_to_announce(para: Pemeran) -> None:
    satu = panggung.putaran(para)
    citra = masuk(para.citra)
    assert "sudah lewat" not in lihat(citra, "web:beranda")
    PutaranPenghargaan.objects.filter(pk=satu.pk).update(usul_sampai=PADA - dt.timedelta(days=1))
    assert "Masa usulan Satyalancana Karya Satya X sudah lewat" in lihat(citra, "web:beranda")
    PutaranPenghargaan.objects.filter(pk=satu.pk).update(status="diputuskan")
    assert "Satyalancana Karya Satya X sudah diputuskan" in lihat(citra, "web:beranda")
    ajukan_koreksi(aktor=para.aktor(para.andi), rekam=None, uraian="Kurang.", pada=PADA)
    assert "1 permintaan koreksi rekam menunggu jawaban" in lihat(citra, "web:beranda")


def test_home_asks_the_awarded_for_consent_once_it_is_announced(para: Pemeran) -> None:
    panggung.diumumkan(para)
    assert "Penghargaan Anda: Satyalancana Karya Satya X" in lihat(masuk(para.andi), "web:beranda")


def test_people_are_told_of_candidacy_committee_and_award(para: Pemeran) -> None:
    panggung.diumumkan(para)
    panggung.rekam(para)
    with clock.jam_beku(panggung.SIANG + dt.timedelta(minutes=5)):
        antar_tertunda()
    assert set(jenis_milik(para.andi)) == {
        "penghargaan.dicalonkan", "penghargaan.diumumkan", "penghargaan.rekam_dicatat",
    }  # fmt: skip
    assert set(jenis_milik(para.eka)) == {"penghargaan.tim_ditunjuk", "penghargaan.ditelaah"}
    assert "penghargaan.dicalonkan" not in jenis_milik(para.budi)


def _kartu(para: Pemeran, siapa: str) -> list[Kartu]:
    peran = frozenset({"pengelola"} if siapa == "citra" else ())
    return kartu(para.aktor(getattr(para, siapa)), peran, siapa == "budi")


def test_the_rooms_first_page_has_cards_for_each_part(para: Pemeran) -> None:
    panggung.putaran(para)
    assert {satu.kelompok for satu in _kartu(para, "andi")} == {"saya"}
    assert {satu.kelompok for satu in _kartu(para, "budi")} == {"saya", "tim"}
    assert {satu.kelompok for satu in _kartu(para, "citra")} == {"saya", "kelola"}
    with CaptureQueriesContext(connection) as hitung:
        _kartu(para, "citra")
    assert len(hitung) == 1


def test_ones_own_data_holds_the_facts_and_not_the_committees_views(para: Pemeran) -> None:
    panggung.diputuskan(para)
    panggung.rekam(para)
    isi = salinan_penghargaan(aktor=para.aktor(para.andi))
    assert isi["pencalonan"][0]["rekaman"]["nama"] == "Andi Pegawai"
    assert isi["rekam_disiplin"][0]["nomor_surat"] == "800/bersih"
    assert "Terbukti." not in str(isi)
    assert "Terbukti." in str(salinan_penghargaan(aktor=para.aktor(para.eka)))


def test_a_reader_of_ones_record_is_named_to_the_person(para: Pemeran) -> None:
    panggung.rekam(para, "hukdis_ringan")
    andi = masuk(para.andi)
    assert "Belum ada orang lain" in lihat(andi, "tindak_lanjut:penghargaan_rekam_saya")
    masuk(para.citra).get(reverse("tindak_lanjut:penghargaan_rekam") + "?q=andi")
    assert "Citra Pengelola" in lihat(andi, "tindak_lanjut:penghargaan_rekam_saya")
