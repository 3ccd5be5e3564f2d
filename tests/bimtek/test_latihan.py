"""A rater reads the course, rates cases, sees the result, gets a certificate; the panel's key."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils.html import escape

from angka_kredit.klien import kirim, lihat, masuk
from evaluasi import panggung
from pemeran import Pemeran
from tera.bimtek import services
from tera.bimtek.isi import KODE_NILAI
from tera.bimtek.models import KemajuanModul, SertifikatBimtek, SesiLatihan
from tera.bimtek.pemuat import daftar_kasus, daftar_kursus
from tera.bimtek.selectors.latihan import kunci_penyusun
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import KebijakanInstansi, SertifikatPenilai
from tera.skp.pustaka import periksa_indikator, periksa_rhk

pytestmark = pytest.mark.django_db
HARI = dt.date(2026, 11, 20)


def _kebijakan(para: Pemeran, kunci: str, nilai: object) -> None:
    KebijakanInstansi.objects.create(
        instansi=para.instansi, kunci=kunci, nilai=nilai, sejak=dt.date(2026, 1, 1),
        dasar="SK", nama_aktor="Citra", dibuat_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip


def _selesaikan_kursus(para: Pemeran) -> None:
    kursus = daftar_kursus()["menilai-objektif"]
    for modul in kursus.modul:
        services.selesaikan_modul(
            aktor=para.aktor(para.budi), kursus=kursus, modul=modul,
            jawaban=[soal.kunci for soal in modul.periksa], pada=HARI,
        )  # fmt: skip


def _nilai_semua(aktor, sesi: SesiLatihan, geser: int = 0) -> None:
    for satu in sesi.daftar_kasus.all():
        kunci = kunci_penyusun(daftar_kasus()[satu.kasus])
        services.nilai_kasus(
            aktor=aktor, sesi=sesi, urut=satu.urut, catatan="",
            tingkat=[max(0, n - geser) for n in kunci],
        )  # fmt: skip


def test_a_module_is_read_its_check_gives_reasons_and_a_new_version_asks_again(
    para: Pemeran,
) -> None:
    kursus = daftar_kursus()["menilai-objektif"]
    modul = kursus.modul[0]
    soal = modul.periksa[0]
    klien = masuk(para.budi)
    kurang = kirim(klien, "bimtek:modul", kursus.kode, modul.kode)
    assert kurang.status_code == 422
    assert not KemajuanModul.objects.exists()
    salah = (soal.kunci + 1) % len(soal.pilihan)
    isi = {f"soal_{n}": satu.kunci for n, satu in enumerate(modul.periksa)} | {"soal_0": salah}
    assert kirim(klien, "bimtek:modul", kursus.kode, modul.kode, **isi).status_code == 302
    laman = lihat(klien, "bimtek:modul", kursus.kode, modul.kode)
    assert "Jawaban Anda, belum tepat" in laman
    assert re.sub(r"\s+", " ", soal.pilihan[salah].alasan)[:30] in laman
    KemajuanModul.objects.update(versi=kursus.versi + 1)
    assert "Berubah sejak Anda baca" in lihat(klien, "bimtek:kursus", kursus.kode)


def test_practice_ends_in_a_certificate_that_says_it_is_practice(
    para: Pemeran, django_assert_max_num_queries
) -> None:
    klien, aktor = masuk(para.budi), para.aktor(para.budi)
    assert kirim(klien, "bimtek:latihan").status_code == 302
    sesi = SesiLatihan.objects.get()
    assert sesi.daftar_kasus.count() == 8
    # Somebody else can't rate in it, and a second start goes on with it.
    with pytest.raises(TidakBerwenangError):
        services.nilai_kasus(
            aktor=para.aktor(para.andi), sesi=sesi, urut=1, tingkat=[1] * 7, catatan=""
        )
    kirim(klien, "bimtek:latihan")
    assert SesiLatihan.objects.count() == 1
    with pytest.raises(MasukanSalahError, match="belum dinilai"):
        services.selesaikan_sesi(aktor=aktor, sesi=sesi, pada=HARI)
    isi = dict.fromkeys(KODE_NILAI, 1)
    assert kirim(klien, "bimtek:kasus", sesi.pk, 1, **isi, catatan="x").status_code == 302
    _nilai_semua(aktor, sesi)
    kirim(klien, "bimtek:sesi_selesai", sesi.pk)
    with pytest.raises(StatusTidakSesuaiError):
        services.nilai_kasus(aktor=aktor, sesi=sesi, urut=1, tingkat=[1] * 7, catatan="")
    with django_assert_max_num_queries(12):
        laman = lihat(klien, "bimtek:sesi", sesi.pk)
    assert "Semua tanda sama dengan kunci: tidak ada selisih" in laman
    kirim(klien, "bimtek:sertifikat_minta", sesi.pk)
    assert not SertifikatBimtek.objects.exists()  # the course comes first
    _selesaikan_kursus(para)
    kirim(klien, "bimtek:sertifikat_minta", sesi.pk)
    satu = SertifikatBimtek.objects.get()
    assert (satu.memberi_hak, satu.angka["sama"], satu.berlaku_sampai) == (
        False, 56, dt.date(2028, 11, 19),
    )  # fmt: skip
    assert not SertifikatPenilai.objects.exists()
    assert "bukan syarat untuk memberi rating" in lihat(klien, "bimtek:sertifikat", satu.pk)
    cetak = klien.get(reverse("dokumen:sertifikat", args=[satu.pk]))
    assert cetak.content.startswith(b"%PDF")
    # The next practice draws what wasn't seen yet.
    baru = services.mulai_latihan(aktor=aktor, pada=HARI)
    lama = set(sesi.daftar_kasus.values_list("kasus", flat=True))
    assert not lama & set(baru.daftar_kasus.values_list("kasus", flat=True))


def test_too_few_ratings_of_the_key_give_no_certificate_and_say_stricter(para: Pemeran) -> None:
    aktor = para.aktor(para.budi)
    _selesaikan_kursus(para)
    sesi = services.mulai_latihan(aktor=aktor, pada=HARI)
    _nilai_semua(aktor, sesi, geser=1)
    sesi = services.selesaikan_sesi(aktor=aktor, sesi=sesi, pada=HARI)
    laman = lihat(masuk(para.budi), "bimtek:sesi", sesi.pk)
    assert "Anda cenderung lebih ketat dari kunci" in laman
    with pytest.raises(MasukanSalahError, match="instansi meminta 60 %"):
        services.terbitkan_sertifikat(aktor=aktor, sesi=sesi, pada=HARI)


def test_only_the_key_of_five_experts_gives_the_right_to_rate(para: Pemeran) -> None:
    _kebijakan(para, "bimtek.jumlah_kasus", 4)
    _kebijakan(para, "bimtek.wajib_sebelum_menilai", True)
    ahli = (para.andi, para.citra, para.eka, para.fajar, para.bupati)
    with pytest.raises(TidakBerwenangError):
        services.mulai_panel(aktor=para.aktor(para.andi), pada=HARI)
    budi, citra = para.aktor(para.budi), para.aktor(para.citra)
    for n, satu in enumerate(ahli):
        services.tunjuk_ahli(aktor=citra, nip=satu.nip, keahlian="Lama menilai", pada=HARI)
        sesi = services.mulai_panel(aktor=para.aktor(satu), pada=HARI)
        for kasus in sesi.daftar_kasus.all():
            services.nilai_kasus(
                aktor=para.aktor(satu), sesi=sesi, urut=kasus.urut, catatan="",
                tingkat=[2] * 6 + [0 if n > 1 else 1],
            )  # fmt: skip
        services.selesaikan_sesi(aktor=para.aktor(satu), sesi=sesi, pada=HARI)
    with pytest.raises(MasukanSalahError):  # named already
        services.tunjuk_ahli(aktor=citra, nip=para.andi.nip, keahlian="x", pada=HARI)
    panel = lihat(masuk(para.citra), "bimtek:panel_kelola")
    assert "alpha Krippendorff 0,9" in panel
    # The rater is refused, with the way, until the certificate.
    evaluasi = panggung.buka(para)

    with pytest.raises(TidakBerwenangError) as galat:
        panggung.nilai(para, evaluasi)
    assert galat.value.ke == ("Buka Bimtek", reverse("bimtek:beranda"))
    _selesaikan_kursus(para)
    latihan = services.mulai_latihan(aktor=budi, pada=HARI)
    for satu in latihan.daftar_kasus.all():
        services.nilai_kasus(
            aktor=budi, sesi=latihan, urut=satu.urut, catatan="", tingkat=[2] * 6 + [0]
        )
    latihan = services.selesaikan_sesi(aktor=budi, sesi=latihan, pada=HARI)
    sertifikat = services.terbitkan_sertifikat(aktor=budi, sesi=latihan, pada=HARI)
    assert sertifikat.memberi_hak
    assert SertifikatPenilai.objects.get().pegawai == para.budi
    panggung.nilai(para, evaluasi)


def test_the_practice_skp_is_read_by_the_checker_of_the_real_one(para: Pemeran) -> None:
    alamat = reverse("bimtek:latihan_skp")
    klien = masuk(para.andi)
    isi = {"rhk_0": "Melaksanakan penyuluhan pertanian", "indikator_0": "Jumlah", "rhk_1": ""}
    laman = klien.get(alamat, isi).text
    for saran in (*periksa_rhk(isi["rhk_0"]), *periksa_indikator("Jumlah", "", "")):
        assert saran.kode
        assert escape(saran.pesan) in laman
    assert 'value="Melaksanakan penyuluhan pertanian"' in laman
