"""What rater, person and officers see, and what nobody is shown."""

import re
import uuid

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi import panggung as evaluasi_panggung
from kalibrasi import panggung
from pelaksanaan import panggung as kerja
from pemeran import Pemeran
from tera.core.models import Kejadian
from tera.evaluasi.models import Evaluasi
from tera.kalibrasi import services
from tera.kalibrasi.models import (
    AlasanPutusan,
    KeketatanPenilai,
    PengaktifanAnalisis,
    SaranPegawai,
)
from tera.kalibrasi.tampilan_kelompok import konteks_kelompok
from tera.notifikasi.models import Notifikasi
from tera.notifikasi.services.tulis import terima
from tera.organisasi.models import Pegawai
from tera.pelaksanaan.models import CapaianPegawai, Realisasi
from tera.umpan_balik.models import UmpanBalik
from umpan_balik import panggung_umpan as umpan


def klien(pegawai: Pegawai) -> Client:
    satu = Client()
    satu.force_login(pegawai.akun)
    return satu


def isi(pegawai: Pegawai, rute: str, *argumen: int, harap: int = 200) -> str:
    masuk, alamat = klien(pegawai), reverse(rute, args=argumen)
    jawaban = masuk.get(alamat)
    # The first page of a session writes it; every page of the room asks little.
    if rute.startswith("kalibrasi:"):
        with CaptureQueriesContext(connection) as kueri:
            masuk.get(alamat)
        assert len(kueri) <= 12, [satu["sql"][:120] for satu in kueri.captured_queries]
    assert jawaban.status_code == harap
    return jawaban.content.decode()


def siap(para: Pemeran) -> tuple[Evaluasi, KeketatanPenilai]:
    """A decided evaluation after the first year, with bands as if the evidence were enough."""
    evaluasi = evaluasi_panggung.tetapkan(para, perilaku="di_atas")
    panggung.tandai(para, evaluasi, "penilai", "di_atas")
    panggung.aktifkan(para)
    PengaktifanAnalisis.objects.update(pembinaan_sampai="2026-11-30")
    analisis = panggung.jalankan(para)
    panggung.beri_pita(analisis, evaluasi, (1, 7, 0), tanya=(2,))
    ketat = KeketatanPenilai.objects.get(analisis=analisis, penilai=para.budi)
    ketat.nilai, ketat.bawah, ketat.atas, ketat.alasan = -4, -7, -1, "cukup"
    ketat.jumlah_pegawai, ketat.jumlah_lain = 9, 31
    ketat.save()
    return evaluasi, ketat


def test_while_it_is_off_every_page_says_so(para: Pemeran) -> None:
    evaluasi = evaluasi_panggung.buka(para)
    assert "belum aktif" in isi(para.budi, "kalibrasi:ringkas", evaluasi.pk)
    assert "belum diaktifkan" in isi(para.budi, "kalibrasi:bukti", evaluasi.pk)
    assert "belum diaktifkan" in isi(para.budi, "kalibrasi:saya")
    assert "keputusan tertulis PPK" in isi(para.citra, "kalibrasi:beranda")
    # The workspace asks for it by address, with a link where nothing runs scripts.
    ruang = isi(para.budi, "evaluasi:rincian", evaluasi.pk)
    assert f'hx-get="{reverse("kalibrasi:ringkas", args=[evaluasi.pk])}"' in ruang
    assert f'href="{reverse("kalibrasi:bukti", args=[evaluasi.pk])}"' in ruang


def test_the_rater_reads_bands_own_strictness_and_may_stay_with_the_decision(
    para: Pemeran,
) -> None:
    evaluasi, _ketat = siap(para)
    teks = isi(para.budi, "kalibrasi:bukti", evaluasi.pk)
    assert "Bukti lain mendukung Sesuai Ekspektasi dengan peluang 70–80 %" in teks
    assert "lebih longgar 0,4 tingkat" in teks
    assert "dari 9 pegawai dan 31 penilaian lain" in teks
    assert "Keputusan tetap pada Anda" in teks
    assert "hampir tidak didukung" in teks
    assert "Andi" in isi(para.budi, "kalibrasi:saya")
    budi = klien(para.budi)
    alamat = reverse("kalibrasi:bukti", args=[evaluasi.pk])
    jawaban = budi.post(alamat, {"kunci_idempoten": str(uuid.uuid4()), "tetap": "1"})
    assert jawaban.status_code == 302
    assert AlasanPutusan.objects.get().teks == ""
    # One word later, over the same row; the decision hasn't moved.
    budi.post(alamat, {"kunci_idempoten": str(uuid.uuid4()), "teks": "Ia memimpin tim banjir."})
    alasan = AlasanPutusan.objects.get()
    assert (alasan.teks, alasan.level) == ("Ia memimpin tim banjir.", "di_atas")
    kini = Evaluasi.objects.get(pk=evaluasi.pk)
    assert (kini.rating_perilaku_kerja, kini.predikat) == ("di_atas", evaluasi.predikat)
    assert "Andi" not in isi(para.budi, "kalibrasi:saya").split("<main")[1]
    # In the first year nothing is asked.
    PengaktifanAnalisis.objects.update(pembinaan_sampai="2027-11-01")
    teks = isi(para.budi, "kalibrasi:bukti", evaluasi.pk)
    assert "hampir tidak didukung" not in teks
    assert "untuk pembinaan saja" in teks
    jawaban = budi.post(alamat, {"kunci_idempoten": str(uuid.uuid4()), "tetap": "1"})
    assert jawaban.status_code == 409


def test_a_decision_that_waits_for_a_word_stands_on_home_and_rings_once(para: Pemeran) -> None:
    evaluasi, _ketat = siap(para)
    satu = Kejadian.objects.get(nama="kalibrasi.selesai")
    for _kali in range(2):
        terima(satu)
    assert [baris.pegawai_id for baris in Notifikasi.objects.filter(jenis="kalibrasi.alasan")] == [
        para.budi.pk
    ]
    assert "1 putusan Anda hampir tidak didukung" in isi(para.budi, "web:beranda")
    assert "hampir tidak didukung" not in isi(para.fajar, "web:beranda")
    # Another level was asked about, the year is for coaching, it is off, a word was said: quiet.
    saran = SaranPegawai.objects.filter(evaluasi=evaluasi)
    saran.update(tanya_alasan=[0, 1])
    assert "hampir tidak didukung" not in isi(para.budi, "web:beranda")
    saran.update(tanya_alasan=[0, 2])
    assert "1 putusan Anda hampir tidak didukung" in isi(para.budi, "web:beranda")
    for kolom, nilai in (("pembinaan_sampai", "2027-11-01"), ("berakhir_pada", "2026-11-20")):
        with transaction.atomic():
            PengaktifanAnalisis.objects.update(**{kolom: nilai})
            assert "hampir tidak didukung" not in isi(para.budi, "web:beranda")
            Notifikasi.objects.all().delete()
            terima(satu)
            assert not Notifikasi.objects.filter(jenis="kalibrasi.alasan").exists()
            transaction.set_rollback(True)
    services.catat_alasan(
        aktor=para.aktor(para.budi), evaluasi=evaluasi, teks="", pada=panggung.PADA
    )
    assert "hampir tidak didukung" not in isi(para.budi, "web:beranda")


def test_the_rater_reads_three_recorded_pieces_and_may_open_each(para: Pemeran) -> None:
    evaluasi, _ketat = siap(para)
    assert "belum ada umpan balik bernama" in isi(para.budi, "kalibrasi:ringkas", evaluasi.pk)
    skp = evaluasi.skp
    indikator = kerja.indikator(skp)
    for urut, persen, status in ((1, 98, "diverifikasi"), (2, 140, "diverifikasi"),
                                 (3, 300, "dilaporkan")):  # fmt: skip
        Realisasi.objects.create(
            instansi=skp.instansi, pegawai=skp.pegawai, penugasan=skp.penugasan, skp=skp,
            periode=kerja.triwulan(para, urut), rhk_kunci=indikator.rhk.kunci,
            indikator_kunci=indikator.kunci, persen=persen, status=status,
            dilaporkan_at=panggung.SAAT,
        )  # fmt: skip
    capaian = CapaianPegawai.objects.create(
        instansi=skp.instansi, pegawai=skp.pegawai, penugasan=skp.penugasan, skp=skp,
        judul="Antrean turun", tanggal=panggung.PADA, status="dilaporkan",
    )  # fmt: skip
    lama = umpan.beri(para, teks="Kerja rapi, lanjutkan tahun depan.")
    nilai = umpan.beri(para, teks="Menengahi dua pihak yang berselisih.")
    UmpanBalik.objects.filter(pk=lama.pk).update(tanggal="2026-11-20")
    UmpanBalik.objects.filter(pk=nilai.pk).update(
        tanggal="2026-03-01", sasaran="perilaku", nilai="HAR"
    )
    # Reported, not yet verified: not on record.
    teks = isi(para.budi, "kalibrasi:ringkas", evaluasi.pk)
    assert "Antrean turun" not in teks
    CapaianPegawai.objects.filter(pk=capaian.pk).update(status="diverifikasi")
    teks = isi(para.budi, "kalibrasi:ringkas", evaluasi.pk)
    alamat = re.findall(r'<li><p class="kecil redup">[^<]*</p><a href="([^"]+)"', teks)
    assert alamat == [
        reverse("pelaksanaan:capaian", args=[capaian.pk]),
        reverse("pelaksanaan:lembar", args=[skp.pk, kerja.triwulan(para, 2).pk]),
        reverse("umpan_balik:umpan", args=[nilai.pk]),
    ]
    assert "140 % dari target" in teks
    assert "Menengahi dua pihak" in teks
    for satu in alamat:
        assert klien(para.budi).get(satu).status_code == 200
    # Withdrawn: the next piece in the same order takes its place.
    UmpanBalik.objects.filter(pk=nilai.pk).update(ditarik_at=panggung.SAAT)
    assert "Kerja rapi" in isi(para.budi, "kalibrasi:ringkas", evaluasi.pk)


def test_the_person_reads_the_band_in_words_after_delivery_and_no_number(para: Pemeran) -> None:
    evaluasi, _ketat = siap(para)
    isi(para.andi, "kalibrasi:ringkas", evaluasi.pk, harap=404)
    Evaluasi.objects.filter(pk=evaluasi.pk).update(
        status="disampaikan", disampaikan_pada=panggung.PADA
    )
    teks = isi(para.andi, "kalibrasi:ringkas", evaluasi.pk)
    assert "paling mendukung Sesuai Ekspektasi" in teks
    assert "Hasil kerja" in teks
    assert "tingkat dibanding" not in teks
    assert not re.search(r"\d+ ?%|\d,\d", teks)
    assert "Bukti lain tentang perilaku kerja" in isi(para.andi, "evaluasi:rincian", evaluasi.pk)
    salinan = klien(para.andi).get(reverse("web:unduh_data")).json()["kalibrasi"]
    assert "paling mendukung" in salinan["bukti_lain"][0]["kalimat"]
    assert not re.search(r"\d+ ?%|\d,\d", str(salinan["bukti_lain"]))
    # Switched off: nothing is said any more.
    services.akhiri_analisis(aktor=para.aktor(para.citra), alasan="SK 2", pada=panggung.PADA)
    assert "mendukung" not in isi(para.andi, "kalibrasi:ringkas", evaluasi.pk)


def test_strictness_of_a_rater_is_read_by_that_rater_alone(para: Pemeran) -> None:
    evaluasi, ketat = siap(para)
    for orang in (para.andi, para.fajar, para.citra, para.eka):
        assert "0,4" not in isi(orang, "kalibrasi:saya")
        jawaban = klien(orang).get(reverse("kalibrasi:bukti", args=[evaluasi.pk]))
        assert jawaban.status_code == 404
    teks = isi(para.budi, "kalibrasi:saya")
    assert "lebih longgar 0,4 tingkat" in teks
    assert "0,1 sampai 0,7" in teks
    for orang in (para.citra, para.eka):
        beranda = isi(orang, "kalibrasi:beranda")
        assert "Belum cukup bukti" in beranda or "Bukti cukup bagi" in beranda
        assert "Budi" not in beranda.split("<main")[1]
    klien(para.budi).post(
        reverse("kalibrasi:bukti", args=[evaluasi.pk]),
        {"kunci_idempoten": str(uuid.uuid4()), "teks": "Memimpin tim banjir."},
    )
    rincian = isi(para.eka, "kalibrasi:analisis", ketat.analisis_id).split("<main")[1]
    assert "1 putusan dipilih" in rincian
    assert "Dengan alasan 1, tetap tanpa penjelasan 0, belum ada kata 0" in rincian
    assert "7 perbandingan ditetapkan sebelumnya, 0 bisa dibuat" in rincian
    catatan = isi(para.eka, "kalibrasi:putusan", ketat.analisis_id).split("<main")[1]
    assert "Memimpin tim banjir." in catatan
    assert not re.search("Budi|Andi", rincian + catatan)
    # The level moves, so nothing is asked any more: what was said stays in the log.
    Evaluasi.objects.filter(pk=evaluasi.pk).update(rating_perilaku_kerja="sesuai")
    catatan = isi(para.eka, "kalibrasi:putusan", ketat.analisis_id).split("<main")[1]
    assert "tidak lagi ditandai" in catatan
    assert "Memimpin tim banjir." in catatan


def test_what_an_auditor_reads_about_groups() -> None:
    dasar = {"selisih": -20, "bawah": -35, "atas": -5, "terlihat": 20, "jumlah": 60, "lain": 90}
    cukup = {"alasan": "cukup"}
    konteks = konteks_kelompok(
        {
            "kontras": {
                "perempuan": dasar | cukup | {"tampak": True},
                "pppk": dasar | cukup | {"tampak": False},
                "tua": dasar | cukup | {"selisih": 5, "bawah": -5, "atas": 15, "tampak": False},
                "muda": {"selisih": None, "alasan": "tanpa_kelompok"},
            }
        }
    )
    tampak, tidak_tampak, kebetulan = (satu["kalimat"] for satu in konteks["kontras"])
    assert "lebih rendah 0,20 simpangan baku" in tampak
    assert "(95 %: 0,05 sampai 0,35), dari 60 dan 90 orang" in tampak
    assert "Tetap tampak sesudah dikoreksi untuk 3 perbandingan." in tampak
    assert "Tidak tampak selisih untuk pegawai 50 tahun ke atas" in tidak_tampak
    assert "Di antara 3 perbandingan" in kebetulan
    assert "kebetulan" in kebetulan
    assert [satu["judul"] for satu in konteks["kontras_tidak"]] == [
        "Usia di bawah 35 tahun dibanding yang lain"
    ]
    assert (konteks["kontras_dilihat"], konteks["kontras_terlihat"]) == (4, "0,20")
