"""A course given to a unit: who is asked, told, counted; who reads names; when it is done."""

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from angka_kredit.klien import kirim, lihat, masuk
from pemeran import Pemeran
from tera.bimtek import services
from tera.bimtek.models import Naskah, Sosialisasi
from tera.bimtek.pemuat import daftar_kursus
from tera.bimtek.penulis import teks_kursus
from tera.bimtek.selectors.isi import kursus_instansi
from tera.bimtek.selectors.sosialisasi import HitunganUnit, _gabung_kecil
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.core.kejadian import antar_tertunda
from tera.notifikasi.models import Notifikasi
from tera.organisasi.models import KebijakanInstansi, PeranPetugas, SertifikatPenilai

pytestmark = pytest.mark.django_db
HARI = dt.date(2026, 11, 20)


def beri(para: Pemeran, unit=None) -> Sosialisasi:
    return services.beri_sosialisasi(
        aktor=para.aktor(para.citra), kursus=daftar_kursus()["mengenal-kinerja"],
        unit=unit or para.dinas, tenggat=dt.date(2026, 11, 30), pesan="", pada=HARI,
    )  # fmt: skip


def baca_semua(para: Pemeran, orang) -> None:
    kursus = daftar_kursus()["mengenal-kinerja"]
    for modul in kursus.modul:
        services.selesaikan_modul(
            aktor=para.aktor(orang), kursus=kursus, modul=modul, pada=HARI,
            jawaban=[soal.kunci for soal in modul.periksa],
        )  # fmt: skip


def test_it_is_a_task_until_every_module_is_read_and_only_the_rater_reads_who_has_not(
    para: Pemeran, django_assert_max_num_queries
) -> None:
    klien = masuk(para.citra)
    jawaban = kirim(
        klien, "bimtek:sosialisasi_beri", kursus="mengenal-kinerja", unit=para.dinas.pk,
        tenggat="2026-11-30", pesan="Sebelum SKP disusun",
    )  # fmt: skip
    satu = Sosialisasi.objects.get()
    assert jawaban["Location"] == reverse("bimtek:sosialisasi", args=[satu.pk])
    dua = kirim(
        klien, "bimtek:sosialisasi_beri", kursus="mengenal-kinerja", unit=para.dinas.pk,
        tenggat="2026-11-30",
    )  # fmt: skip
    assert dua.status_code == 422
    assert "sedang berjalan di unit itu" in dua.text
    andi = masuk(para.andi)
    with django_assert_max_num_queries(12):
        assert f"Baca “{satu.judul}”" in andi.get("/").text
    assert "Sebelum SKP disusun" in lihat(andi, "bimtek:beranda")
    antar_tertunda()
    diberi_tahu = set(Notifikasi.objects.values_list("pegawai__nama", flat=True))
    assert {para.andi.nama, para.budi.nama, para.fajar.nama} <= diberi_tahu
    assert para.dewi.nama not in diberi_tahu
    # The rater reads the names of his own; who gave it reads counts only.
    assert para.andi.nama in lihat(masuk(para.budi), "bimtek:sosialisasi", satu.pk)
    with django_assert_max_num_queries(12):
        assert para.andi.nama not in lihat(klien, "bimtek:sosialisasi", satu.pk)
    assert andi.get(reverse("bimtek:sosialisasi", args=[satu.pk])).status_code == 404
    baca_semua(para, para.andi)
    assert f"Baca “{satu.judul}”" not in andi.get("/").text
    assert "Semua yang Anda nilai sudah selesai" in lihat(
        masuk(para.budi), "bimtek:sosialisasi", satu.pk
    )
    services.ingatkan_sosialisasi(aktor=para.aktor(para.citra), satu=satu, pada=HARI)
    with pytest.raises(StatusTidakSesuaiError, match="sudah dikirim"):
        services.ingatkan_sosialisasi(aktor=para.aktor(para.citra), satu=satu, pada=HARI)
    antar_tertunda()
    diingatkan = Notifikasi.objects.filter(jenis="bimtek.sosialisasi_diingatkan")
    assert para.andi.nama not in diingatkan.values_list("pegawai__nama", flat=True)
    kirim(klien, "bimtek:sosialisasi_hentikan", satu.pk)
    assert f"Baca “{satu.judul}”" not in masuk(para.budi).get("/").text


def test_a_trainer_gives_and_ends_only_below_the_own_unit(para: Pemeran) -> None:
    PeranPetugas.objects.create(
        instansi=para.instansi, pegawai=para.eka, peran="pelatih", unit=para.bidang,
        sejak=dt.date(2026, 1, 1), dasar="SK 1",
    )  # fmt: skip
    eka = para.aktor(para.eka)
    satu = beri(para)
    with pytest.raises(TidakBerwenangError):
        services.hentikan_sosialisasi(aktor=eka, satu=satu, pada=HARI)
    with pytest.raises(TidakBerwenangError):
        services.beri_sosialisasi(
            aktor=eka, kursus=daftar_kursus()["menyusun-skp"], unit=para.dinas,
            tenggat=HARI, pesan="", pada=HARI,
        )  # fmt: skip
    services.beri_sosialisasi(
        aktor=eka, kursus=daftar_kursus()["menyusun-skp"], unit=para.bidang, tenggat=HARI,
        pesan="", pada=HARI,
    )  # fmt: skip


def test_a_course_that_is_withdrawn_is_asked_of_nobody(para: Pemeran) -> None:
    isi = teks_kursus(daftar_kursus()["mengenal-kinerja"]).replace(
        "mengenal-kinerja", "kursus-kita"
    )
    sistem = Aktor.sistem(para.instansi.pk, para.instansi.zona)
    services.impor_naskah(aktor=sistem, isi=isi.encode(), nama="kursus-kita.toml", pada=HARI)
    citra = para.aktor(para.citra)
    naskah = services.terbitkan_naskah(aktor=citra, naskah=Naskah.objects.get(), pada=HARI)
    services.beri_sosialisasi(
        aktor=citra, kursus=kursus_instansi(instansi_id=para.instansi.pk)["kursus-kita"],
        unit=para.dinas, tenggat=HARI, pesan="", pada=HARI,
    )  # fmt: skip
    andi = masuk(para.andi)
    assert "kursus-kita" in lihat(andi, "bimtek:beranda")
    asing = replace(citra, instansi_id=para.instansi_lain.pk)
    with pytest.raises(TidakBerwenangError, match="tidak ada di instansi Anda"):
        services.cabut_naskah(aktor=asing, naskah=naskah, alasan="x", pada=HARI)
    services.cabut_naskah(aktor=citra, naskah=naskah, alasan="Usang", pada=HARI)
    assert Sosialisasi.objects.get().dihentikan_pada == HARI
    assert "kursus-kita" not in lihat(andi, "bimtek:beranda")


def test_small_units_stand_together_so_that_none_is_one_person() -> None:
    besar, lima, kecil = (HitunganUnit(n, o, 1) for n, o in (("A", 9), ("B", 5), ("C", 2)))
    assert _gabung_kecil([besar, lima, kecil]) == (besar, HitunganUnit("", 7, 2))
    assert _gabung_kecil([besar, lima]) == (besar, lima)
    assert _gabung_kecil([kecil]) == ()


def test_the_rater_reads_of_the_certificate_before_the_refusal(
    para: Pemeran, django_assert_max_num_queries
) -> None:
    from evaluasi import panggung

    evaluasi = panggung.buka(para)
    klien = masuk(para.budi)
    assert "Sertifikat diperlukan" not in lihat(klien, "evaluasi:rincian", evaluasi.pk)
    assert "sertifikat" not in klien.get("/").text
    KebijakanInstansi.objects.create(
        instansi=para.instansi, kunci="bimtek.wajib_sebelum_menilai", nilai=True,
        sejak=dt.date(2026, 1, 1), dasar="SK", nama_aktor="Citra",
        dibuat_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    with django_assert_max_num_queries(12):
        assert "perlu sertifikat latihan menilai" in klien.get("/").text
    assert "perlu sertifikat latihan menilai" not in masuk(para.andi).get("/").text
    laman = lihat(klien, "evaluasi:rincian", evaluasi.pk)
    assert "Sertifikat diperlukan" in laman
    assert reverse("bimtek:beranda") in laman
    # What is missing stands beside the policy and on the panel's page.
    citra = masuk(para.citra)
    kebijakan = lihat(citra, "organisasi:kebijakan_rincian", "bimtek.wajib_sebelum_menilai")
    assert "0 dari 5 ahli" in kebijakan
    with django_assert_max_num_queries(12):
        assert "Tunjuk 5 ahli lagi" in lihat(citra, "bimtek:panel_kelola")
    sertifikat = SertifikatPenilai.objects.create(
        instansi=para.instansi, pegawai=para.budi, asal="bimtek:1", sejak=dt.date(2026, 1, 1),
        sampai=dt.date(2026, 11, 25),
    )  # fmt: skip
    assert "berlaku sampai 25 November 2026" in lihat(klien, "evaluasi:rincian", evaluasi.pk)
    assert "segera berakhir" in klien.get("/").text
    sertifikat.sampai = dt.date(2026, 11, 19)
    sertifikat.save()
    assert "berakhir 19 November 2026" in lihat(klien, "evaluasi:rincian", evaluasi.pk)
    sertifikat.sampai = dt.date(2027, 11, 19)
    sertifikat.save()
    assert "Sertifikat" not in lihat(klien, "evaluasi:rincian", evaluasi.pk)
    assert "sertifikat" not in klien.get("/").text
