"""A class from its plan to its end: who runs it, who is asked, who was there."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from angka_kredit.klien import kirim, lihat, masuk
from bimtek.panggung_kelas import HARI, PERSIAPAN, buka, isi_kelas, jalankan, susun, terima
from notifikasi.panggung import jenis_milik
from pemeran import Pemeran
from tera.bimtek.models import HariKelas, KehadiranKelas, KelasBimtek, PesertaKelas
from tera.bimtek.services import kelas, kelas_hadir, kelas_undangan
from tera.bimtek.views.kelas_hadir import KOLOM_JP
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.lembar import tulis_xlsx
from tera.organisasi.models import PeranPetugas

pytestmark = pytest.mark.django_db


def _petugas(para: Pemeran, pegawai, peran: str, unit) -> None:
    PeranPetugas.objects.create(
        instansi=para.instansi, pegawai=pegawai, peran=peran, unit=unit,
        sejak=dt.date(2026, 1, 1), dasar="SK",
    )  # fmt: skip


def test_a_class_goes_from_its_plan_to_its_end_through_the_pages(
    para: Pemeran, django_capture_on_commit_callbacks
) -> None:
    _petugas(para, para.budi, "pelatih", para.dinas)
    klien = masuk(para.budi)
    isi = {
        "unit": "Dinas Kependudukan (0101)", "kursus": "menilai-objektif", "judul": "Angkatan 1",
        "mulai": "2026-11-20", "selesai": "2026-11-20", "balas_sampai": "2026-11-20",
        "cara": "tatap_muka", "tempat": "Aula", "kapasitas": "20", "jp": "8",
        "pelatih_1": "Budi Penilai (197502022000011002)",
    }  # fmt: skip
    salah = kirim(klien, "bimtek:kelas_baru", **(isi | {"balas_sampai": "2026-11-25"}))
    assert salah.status_code == 422
    assert "Jawaban ditunggu paling lambat" in salah.content.decode()
    assert kirim(klien, "bimtek:kelas_baru", **isi).status_code == 302
    satu = KelasBimtek.objects.get()
    # Andi and Citra work under the dinas; the bupati and Eka don't: out of reach.
    kirim(klien, "bimtek:kelas_undang", satu.pk, cara="unit", unit=isi["unit"], siapa="semua")
    sisa = kirim(
        klien, "bimtek:kelas_undang", satu.pk, cara="nip",
        nip=f"{para.andi.nip}\n{para.eka.nip}\n198806062012012006",
    )  # fmt: skip
    assert "tidak ditemukan di wilayah Anda" in sisa.text
    assert f"{para.eka.nip}\n198806062012012006</textarea>" in sisa.text
    assert {p.pegawai for p in satu.daftar_peserta.all()} == {
        para.andi, para.budi, para.citra, para.fajar,
    }  # fmt: skip
    assert jenis_milik(para.andi) == []
    assert masuk(para.andi).get(reverse("bimtek:kelas_saya", args=[satu.pk])).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        kirim(klien, "bimtek:kelas_langkah", satu.pk, "buka")
    assert jenis_milik(para.andi) == ["bimtek.kelas_diundang"]
    andi = masuk(para.andi)
    assert "Undangan kelas: Angkatan 1" in andi.get("/").content.decode()
    tanpa = kirim(andi, "bimtek:kelas_jawab", satu.pk, jawaban="tidak", alasan="")
    assert tanpa.status_code == 422
    assert kirim(andi, "bimtek:kelas_jawab", satu.pk, jawaban="hadir").status_code == 302
    assert "Latihan sebelum kelas: Angkatan 1" in andi.get("/").content.decode()
    kirim(klien, "bimtek:kelas_langkah", satu.pk, "mulai")
    hari = HariKelas.objects.get()
    peserta = PesertaKelas.objects.get(pegawai=para.andi)
    kirim(klien, "bimtek:kelas_hadir", satu.pk, hari.pk, tanda=f"{peserta.pk}-ya")
    assert KehadiranKelas.objects.get().lewat == "pelatih"
    assert 'aria-pressed="true"' in lihat(klien, "bimtek:kelas_hadir", satu.pk, hari.pk)
    kirim(klien, "bimtek:kelas_langkah", satu.pk, "selesaikan")
    satu.refresh_from_db()
    assert satu.status == "selesai"
    assert "Angket kelas: Angkatan 1" in andi.get("/").content.decode()


def test_only_officers_of_the_unit_plan_and_only_named_trainers_run(para: Pemeran) -> None:
    with pytest.raises(TidakBerwenangError):
        kelas.susun_kelas(
            aktor=para.aktor(para.eka), unit=para.dinas, isi=isi_kelas(), pelatih=[],
            pada=PERSIAPAN,
        )  # fmt: skip
    _petugas(para, para.andi, "pelatih", para.bidang)
    with pytest.raises(TidakBerwenangError):
        kelas.susun_kelas(
            aktor=para.aktor(para.andi), unit=para.dinas, isi=isi_kelas(), pelatih=[],
            pada=PERSIAPAN,
        )  # fmt: skip
    satu = buka(para)
    assert masuk(para.andi).get(reverse("bimtek:kelas_kelola", args=[satu.pk])).status_code == 404
    # Fajar gives the class: he runs it, and asks nobody.
    fajar = masuk(para.fajar)
    assert "Undang peserta" not in lihat(fajar, "bimtek:kelas_kelola", satu.pk)
    assert kirim(fajar, "bimtek:kelas_undang", satu.pk).status_code == 403
    assert kirim(fajar, "bimtek:kelas_langkah", satu.pk, "mulai").status_code == 302


def test_a_named_trainer_is_told_when_the_class_opens(
    para: Pemeran, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        buka(para)
    assert jenis_milik(para.fajar) == ["bimtek.kelas_diundang", "bimtek.kelas_dilatih"]
    assert jenis_milik(para.citra) == ["bimtek.kelas_diundang"]


def test_a_class_without_place_isnt_opened_and_one_that_began_doesnt_change(para: Pemeran) -> None:
    satu = susun(para, tempat="")
    with pytest.raises(MasukanSalahError, match="tempat"):
        kelas.buka_kelas(aktor=para.aktor(para.citra), kelas=satu, pada=PERSIAPAN)
    isi = isi_kelas(mulai=HARI, selesai=HARI + dt.timedelta(days=2))
    satu = kelas.ubah_kelas(
        aktor=para.aktor(para.citra), kelas=satu, isi=isi, pelatih=[para.fajar], pada=PERSIAPAN
    )
    assert satu.daftar_hari.count() == 3
    kelas.buka_kelas(aktor=para.aktor(para.citra), kelas=satu, pada=PERSIAPAN)
    with pytest.raises(StatusTidakSesuaiError, match="mulai 20 November"):
        kelas.mulai_kelas(aktor=para.aktor(para.citra), kelas=satu, pada=PERSIAPAN)
    kelas.mulai_kelas(aktor=para.aktor(para.citra), kelas=satu, pada=HARI)
    with pytest.raises(StatusTidakSesuaiError, match="22 November"):
        kelas.selesaikan_kelas(aktor=para.aktor(para.citra), kelas=satu, pada=HARI)
    with pytest.raises(StatusTidakSesuaiError):
        kelas.ubah_kelas(
            aktor=para.aktor(para.citra), kelas=satu, isi=isi_kelas(), pelatih=[], pada=HARI
        )


def test_seats_are_for_who_says_yes_first(para: Pemeran) -> None:
    satu = buka(para, kapasitas=1)
    andi, budi = (satu.daftar_peserta.get(pegawai=p) for p in (para.andi, para.budi))
    kelas_undangan.jawab_undangan(
        aktor=para.aktor(para.andi), peserta=andi, menerima=True, alasan="", pada=PERSIAPAN
    )
    with pytest.raises(StatusTidakSesuaiError, match="Semua 1 kursi"):
        kelas_undangan.jawab_undangan(
            aktor=para.aktor(para.budi), peserta=budi, menerima=True, alasan="", pada=PERSIAPAN
        )
    kelas_undangan.jawab_undangan(
        aktor=para.aktor(para.andi), peserta=andi, menerima=False, alasan="Dinas luar",
        pada=PERSIAPAN,
    )  # fmt: skip
    kelas_undangan.jawab_undangan(
        aktor=para.aktor(para.budi), peserta=budi, menerima=True, alasan="", pada=PERSIAPAN
    )
    with pytest.raises(TidakBerwenangError):
        kelas_undangan.jawab_undangan(
            aktor=para.aktor(para.fajar), peserta=budi, menerima=False, alasan="x", pada=PERSIAPAN
        )


def test_only_raters_of_a_unit_can_be_asked(para: Pemeran) -> None:
    satu = susun(para)
    kelas_undangan.undang_unit(
        aktor=para.aktor(para.citra), kelas=satu, unit=para.bidang, penilai_saja=True,
        pada=PERSIAPAN,
    )  # fmt: skip
    assert [p.pegawai for p in satu.daftar_peserta.all()] == [para.budi]
    with pytest.raises(MasukanSalahError):
        kelas_undangan.undang_orang(
            aktor=para.aktor(para.citra), kelas=satu, pegawai=para.dewi, pada=PERSIAPAN
        )


def test_a_code_counts_on_its_day_while_it_is_open_and_cannot_be_guessed(para: Pemeran) -> None:
    satu = buka(para)
    terima(para, satu, 2)
    kelas.mulai_kelas(aktor=para.aktor(para.fajar), kelas=satu, pada=HARI)
    hari = HariKelas.objects.select_related("kelas__unit").get()
    fajar, andi = masuk(para.fajar), masuk(para.andi)
    peserta = satu.daftar_peserta.get(pegawai=para.andi)
    assert "Kehadiran hari ini" not in lihat(andi, "bimtek:kelas_saya", satu.pk)
    menolak = satu.daftar_peserta.get(pegawai=para.eka)
    PesertaKelas.objects.filter(pk=menolak.pk).update(jawaban="menolak")
    assert para.eka.nama not in lihat(fajar, "bimtek:kelas_hadir", satu.pk, hari.pk)
    alamat = reverse("bimtek:kelas_hadir", args=[satu.pk, hari.pk])
    assert para.eka.nama in fajar.get(f"{alamat}?semua=ya").text
    kirim(fajar, "bimtek:kelas_hadir_kode", satu.pk, hari.pk, kode="buka")
    hari.refresh_from_db()
    assert hari.kode in lihat(fajar, "bimtek:kelas_hadir", satu.pk, hari.pk)
    salah = f"{(int(hari.kode) + 1) % 10**6:06d}"
    assert kirim(andi, "bimtek:kelas_kode", satu.pk, kode=salah).status_code == 422
    assert kirim(andi, "bimtek:kelas_kode", satu.pk, kode=hari.kode).status_code == 302
    assert KehadiranKelas.objects.get(peserta=peserta).lewat == "kode"
    with pytest.raises(StatusTidakSesuaiError, match="pada harinya"):
        kelas_hadir.atur_kode(
            aktor=para.aktor(para.fajar), hari=hari, terbuka=True, pada=HARI + dt.timedelta(days=1)
        )
    budi = satu.daftar_peserta.get(pegawai=para.budi)
    for _kali in range(kelas_hadir.COBA_TERBANYAK):
        with pytest.raises(MasukanSalahError):
            kelas_hadir.hadir_dengan_kode(
                aktor=para.aktor(para.budi), peserta=budi, kode=salah, pada=HARI
            )
    with pytest.raises(StatusTidakSesuaiError, match="Terlalu sering"):
        kelas_hadir.hadir_dengan_kode(
            aktor=para.aktor(para.budi), peserta=budi, kode=hari.kode, pada=HARI
        )


def test_the_attendance_sheet_comes_back_with_wrong_rows_named(para: Pemeran) -> None:
    satu = buka(para)
    kelas.mulai_kelas(aktor=para.aktor(para.fajar), kelas=satu, pada=HARI)
    kolom = kelas_hadir.kolom_hadir(satu)
    baris = kelas_hadir.baris_hadir(satu)
    assert kolom == ["NIP", "NAMA", "2026-11-20"]
    assert len(baris) == satu.daftar_peserta.count()
    isi = [
        [para.andi.nip, "Andi", "ya"], [para.budi.nip, "Budi", "mungkin"],
        [para.eka.nip, "Eka", "tidak"], ["199999999999999999", "Siapa", "ya"],
        [para.fajar.nip, "Fajar", ""],
    ]  # fmt: skip
    berkas = SimpleUploadedFile("hadir.xlsx", tulis_xlsx(judul="Kehadiran", kolom=kolom, baris=isi))
    jawaban = kirim(masuk(para.fajar), "bimtek:kelas_hadir_impor", satu.pk, berkas=berkas)
    assert jawaban.status_code == 302
    laman = lihat(masuk(para.fajar), "bimtek:kelas_kelola", satu.pk)
    tanda = dict(KehadiranKelas.objects.values_list("peserta__pegawai__nama", "hadir"))
    assert tanda == {"Andi Pegawai": True, "Eka Auditor": False}
    hasil = kelas_hadir.impor_hadir(
        aktor=para.aktor(para.fajar), kelas=satu, nama="hadir.xlsx", pada=HARI,
        isi=tulis_xlsx(judul="Kehadiran", kolom=kolom, baris=isi),
    )  # fmt: skip
    assert (hasil.diterima, hasil.ditolak) == (3, 2)
    assert [satu.baris for satu in hasil.rincian] == [3, 5]
    assert "1 / 1" in laman


def test_the_sheet_of_jp_is_read_by_a_training_session(para: Pemeran) -> None:
    from tera.core.lembar import baca_lembar
    from tera.tindak_lanjut.services.pengembangan.lembar_peserta import KOLOM

    assert KOLOM_JP == KOLOM
    satu = buka(para)
    peserta = terima(para, satu, 2)
    fajar = masuk(para.fajar)
    assert fajar.get(reverse("bimtek:kelas_jp_xlsx", args=[satu.pk])).status_code == 404
    jalankan(para, satu, peserta[:1])
    isi = fajar.get(reverse("bimtek:kelas_jp_xlsx", args=[satu.pk])).content
    _judul, baris = next(iter(baca_lembar(nama="jp.xlsx", isi=isi)))
    per_nip = {sel[0]: list(sel[2:5]) for _nomor, sel in baris}
    assert per_nip[peserta[0].pegawai.nip] == ["ya", "ya", 8]
    assert per_nip[peserta[1].pegawai.nip][:2] == ["tidak", "tidak"]


def test_a_called_off_class_tells_why_and_reminders_come_once(
    para: Pemeran, django_capture_on_commit_callbacks
) -> None:
    satu = buka(para, balas_sampai=HARI - dt.timedelta(days=3))
    terima(para, satu, 1)
    with django_capture_on_commit_callbacks(execute=True):
        for hari in (5, 4):
            kelas_undangan.ingatkan_jatuh_tempo(
                instansi_id=para.instansi.pk, pada=HARI - dt.timedelta(days=hari)
            )
    pertama = satu.daftar_peserta.order_by("pk").first().pegawai
    lain = next(p for p in (para.andi, para.budi) if p != pertama)
    assert jenis_milik(lain) == ["bimtek.kelas_diingatkan"]
    assert jenis_milik(pertama) == []
    with pytest.raises(MasukanSalahError):
        kelas.batalkan_kelas(aktor=para.aktor(para.citra), kelas=satu, alasan=" ", pada=PERSIAPAN)
    with django_capture_on_commit_callbacks(execute=True):
        kelas.batalkan_kelas(
            aktor=para.aktor(para.citra), kelas=satu, alasan="Aula dipakai", pada=PERSIAPAN
        )
    assert "Aula dipakai" in lihat(masuk(lain), "bimtek:kelas_saya", satu.pk)


def test_the_pages_cost_the_same_whatever_the_number_of_people(para: Pemeran) -> None:
    satu = buka(para)
    peserta = terima(para, satu)
    jalankan(para, satu, peserta)
    hari = HariKelas.objects.get()
    fajar, andi = masuk(para.fajar), masuk(para.andi)
    laman = (
        (fajar, "bimtek:kelas", ()), (fajar, "bimtek:kelas_kelola", (satu.pk,)),
        (fajar, "bimtek:kelas_hadir", (satu.pk, hari.pk)),
        (fajar, "bimtek:kelas_hasil", (satu.pk,)), (andi, "bimtek:kelas_saya", (satu.pk,)),
        (andi, "bimtek:kelas_bandingan", (satu.pk,)),
    )  # fmt: skip
    banyak = _kueri(laman)
    assert max(banyak) <= 12, banyak
    satu.daftar_peserta.exclude(pegawai=para.andi).delete()
    assert _kueri(laman) == banyak


def _kueri(laman) -> list[int]:
    hasil = []
    for klien, rute, argumen in laman:
        with CaptureQueriesContext(connection) as tangkap:
            lihat(klien, rute, *argumen)
        hasil.append(len(tangkap))
    return hasil
