"""The plan from written to concluded, the path after it, and what each part may see and do."""

import dataclasses
import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialog.klien import kirim, lihat, masuk
from pemeran import Pemeran
from tera.core import clock
from tera.core.aktor import ModePetugas
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.kejadian import antar_tertunda
from tera.notifikasi.models import Notifikasi
from tera.tindak_lanjut.models import KeputusanTindakan, RencanaPerbaikan, TindakLanjut
from tera.tindak_lanjut.selectors.tindakan import tindakan_terlihat
from tera.tindak_lanjut.services.tindakan import jalur, perbaikan
from tera.tindak_lanjut.services.tindakan.jalur import IsiKeputusan
from tindak_lanjut.tindakan import panggung_tindakan as panggung
from tindak_lanjut.tindakan.panggung_tindakan import FINAL, LEWAT

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\nsurat"


def surat(**ganti) -> IsiKeputusan:
    isi = {
        "nomor": "800/12", "tanggal": FINAL, "keterangan": "Sesuai berita acara",
        "nama_berkas": "surat.pdf", "isi_berkas": io.BytesIO(PDF),
    } | ganti  # fmt: skip
    return IsiKeputusan(**isi)


def test_the_rater_writes_the_person_agrees_and_six_months_begin(para: Pemeran) -> None:
    rencana = panggung.diajukan(para)
    perbaikan.setujui_rencana(aktor=para.aktor(para.andi), rencana=rencana, pada=FINAL)
    rencana.refresh_from_db()
    satu = TindakLanjut.objects.get()
    assert (rencana.status, satu.status) == ("berjalan", "perbaikan")
    # Agreed on 20 December: the six months are full, the reviews monthly.
    assert rencana.selesai == satu.tenggat == dt.date(2027, 6, 20)
    tanggal = list(rencana.daftar_tinjauan.order_by("urut").values_list("tanggal", flat=True))
    assert tanggal == [dt.date(2027, bulan, 20) for bulan in range(1, 7)]


@pytest.mark.parametrize("siapa", ["andi", "fajar", "citra", "eka", "dewi"])
def test_only_the_rater_writes_a_plan(para: Pemeran, siapa: str) -> None:
    satu = panggung.tindakan(para)
    with pytest.raises(TidakBerwenangError):
        perbaikan.simpan_rencana(
            aktor=para.aktor(getattr(para, siapa)), tindakan=satu, pengantar="",
            butir=[panggung.butir()], revisi=0, pada=FINAL,
        )  # fmt: skip
    assert not RencanaPerbaikan.objects.exists()


def test_the_person_asks_for_a_change_and_the_rater_writes_again(para: Pemeran) -> None:
    rencana = panggung.diajukan(para)
    with pytest.raises(MasukanSalahError):
        perbaikan.minta_ubah(aktor=para.aktor(para.andi), rencana=rencana, catatan=" ", pada=FINAL)
    perbaikan.minta_ubah(
        aktor=para.aktor(para.andi), rencana=rencana, catatan="Dua rekan, bukan satu", pada=FINAL
    )
    rencana.refresh_from_db()
    assert rencana.status == "disusun"
    with pytest.raises(StatusTidakSesuaiError):
        perbaikan.setujui_rencana(aktor=para.aktor(para.andi), rencana=rencana, pada=FINAL)
    # A form opened before the last save is refused.
    with pytest.raises(StatusTidakSesuaiError):
        perbaikan.simpan_rencana(
            aktor=para.aktor(para.budi), tindakan=rencana.tindakan, pengantar="",
            butir=[panggung.butir()], revisi=rencana.revisi - 1, pada=FINAL,
        )  # fmt: skip


def test_an_empty_plan_is_not_sent_and_a_day_that_passed_is_refused(para: Pemeran) -> None:
    satu = panggung.tindakan(para)
    budi = para.aktor(para.budi)
    with pytest.raises(StatusTidakSesuaiError, match="belum ada hal"):
        perbaikan.simpan_rencana(
            aktor=budi, tindakan=satu, pengantar="", butir=[], revisi=0, pada=FINAL, kirim=True
        )
    assert not RencanaPerbaikan.objects.exists()
    lewat = panggung.butir(tenggat=FINAL - dt.timedelta(days=1))
    with pytest.raises(MasukanSalahError, match="Baris 1"):
        perbaikan.simpan_rencana(
            aktor=budi, tindakan=satu, pengantar="", butir=[lewat], revisi=0, pada=FINAL
        )


def test_silence_delays_the_plan_for_some_days_and_does_not_stop_it(para: Pemeran) -> None:
    rencana = panggung.diajukan(para)
    budi = para.aktor(para.budi)
    with pytest.raises(StatusTidakSesuaiError, match="masih bisa menjawab"):
        perbaikan.jalankan_rencana(aktor=budi, rencana=rencana, pada=FINAL + dt.timedelta(days=7))
    perbaikan.jalankan_rencana(aktor=budi, rencana=rencana, pada=FINAL + dt.timedelta(days=8))
    rencana.refresh_from_db()
    assert rencana.tanpa_jawaban
    assert (
        rencana.tindakan.status == "diusulkan" or TindakLanjut.objects.get().status == "perbaikan"
    )


def test_both_write_at_a_review_and_nobody_else(para: Pemeran) -> None:
    rencana = panggung.berjalan(para)
    satu = rencana.daftar_tinjauan.get(urut=1)
    perbaikan.tulis_kemajuan(
        aktor=para.aktor(para.andi), tinjauan=satu, teks="320 data", pada=FINAL
    )
    perbaikan.catat_tinjauan(
        aktor=para.aktor(para.budi), tinjauan=satu, catatan="Sudah dilihat", pada=FINAL
    )
    satu.refresh_from_db()
    assert (satu.kemajuan, satu.catatan, satu.peninjau) == ("320 data", "Sudah dilihat", para.budi)
    for orang in (para.budi, para.fajar, para.citra):
        with pytest.raises(TidakBerwenangError):
            perbaikan.tulis_kemajuan(aktor=para.aktor(orang), tinjauan=satu, teks="x", pada=FINAL)


def test_improvement_ends_it_any_day_and_not_yet_only_after_the_last(para: Pemeran) -> None:
    rencana = panggung.berjalan(para)
    budi = para.aktor(para.budi)
    with pytest.raises(MasukanSalahError, match="sebelum lewat"):
        perbaikan.simpulkan(
            aktor=budi, rencana=rencana, membaik=False, kesimpulan="Belum", pada=rencana.selesai
        )
    perbaikan.simpulkan(
        aktor=budi, rencana=rencana, membaik=True, kesimpulan="330 data tiap bulan", pada=FINAL
    )
    rencana.refresh_from_db()
    assert (rencana.status, TindakLanjut.objects.get().status) == ("membaik", "selesai")
    perbaikan.tanggapi_kesimpulan(
        aktor=para.aktor(para.andi), rencana=rencana, tanggapan="Terima kasih", pada=FINAL
    )


def test_a_pembinaan_ends_with_its_plan_and_has_no_path(para: Pemeran) -> None:
    panggung.pejabat(para)
    satu = panggung.tindakan(para, "di_bawah", "sesuai")
    rencana = panggung.berjalan(para, satu)
    satu.refresh_from_db()
    with pytest.raises(StatusTidakSesuaiError, match="Pembinaan tidak berlanjut"):
        jalur.putuskan_jalur(
            aktor=para.aktor(para.fajar), tindakan=satu, aksi="tugaskan_uji_kompetensi",
            isi=surat(), pada=FINAL,
        )  # fmt: skip
    perbaikan.simpulkan(
        aktor=para.aktor(para.budi), rencana=rencana, membaik=False, kesimpulan="Belum",
        pada=LEWAT,
    )  # fmt: skip
    satu.refresh_from_db()
    assert satu.status == "selesai"


def _putus(para: Pemeran, satu: TindakLanjut, aksi: str, pada: dt.date, orang=None) -> None:
    jalur.putuskan_jalur(
        aktor=para.aktor(orang or para.fajar), tindakan=satu, aksi=aksi,
        isi=surat(tanggal=pada), pada=pada,
    )  # fmt: skip
    satu.refresh_from_db()


def test_t31_the_whole_path_needs_a_letter_a_decider_and_time_at_every_arrow(
    para: Pemeran,
) -> None:
    panggung.pejabat(para)
    panggung.pejabat(para, para.bupati, "pejabat_pembina")
    satu = panggung.belum_membaik(para)
    _putus(para, satu, "tugaskan_uji_kompetensi", LEWAT)
    _putus(para, satu, "tempatkan_sementara", LEWAT)
    assert satu.sementara_sampai == dt.date(2028, 7, 1)
    with pytest.raises(StatusTidakSesuaiError, match="Penempatan sementara berlangsung"):
        _putus(para, satu, "usulkan_pemberhentian", dt.date(2028, 7, 1))
    _putus(para, satu, "usulkan_pemberhentian", dt.date(2028, 7, 2))
    assert satu.status == "usul_pemberhentian"
    with pytest.raises(TidakBerwenangError):
        _putus(para, satu, "tetapkan_pemberhentian", dt.date(2028, 7, 3))
    _putus(para, satu, "tolak_usul", dt.date(2028, 7, 3), para.bupati)
    assert satu.status == "selesai"
    assert KeputusanTindakan.objects.filter(tindakan=satu).exclude(nomor="").count() == 4


@pytest.mark.parametrize("siapa", ["andi", "budi", "citra", "eka", "dewi"])
def test_nobody_without_the_part_decides_an_arrow(para: Pemeran, siapa: str) -> None:
    satu = panggung.belum_membaik(para)
    with pytest.raises(TidakBerwenangError):
        _putus(para, satu, "tugaskan_uji_kompetensi", LEWAT, getattr(para, siapa))


def test_before_the_conclusion_no_arrow_goes_and_without_a_letter_neither(para: Pemeran) -> None:
    panggung.pejabat(para)
    rencana = panggung.berjalan(para)
    satu = TindakLanjut.objects.get()
    with pytest.raises(StatusTidakSesuaiError, match="menunggu kesimpulan"):
        _putus(para, satu, "tugaskan_uji_kompetensi", FINAL)
    perbaikan.simpulkan(
        aktor=para.aktor(para.budi), rencana=rencana, membaik=False, kesimpulan="Belum",
        pada=LEWAT,
    )  # fmt: skip
    for isi, bidang in (
        (surat(nomor=" "), "nomor"),
        (surat(keterangan=""), "keterangan"),
        (surat(tanggal=LEWAT + dt.timedelta(days=1)), "tanggal"),
    ):
        with pytest.raises(MasukanSalahError) as galat:
            jalur.putuskan_jalur(
                aktor=para.aktor(para.fajar), tindakan=satu, aksi="tugaskan_uji_kompetensi",
                isi=isi, pada=LEWAT,
            )  # fmt: skip
        assert bidang in galat.value.per_bidang
    with pytest.raises(MasukanSalahError):
        jalur.putuskan_jalur(
            aktor=para.aktor(para.fajar), tindakan=satu, aksi="tugaskan_uji_kompetensi",
            isi=surat(isi_berkas=io.BytesIO(b"bukan pdf")), pada=LEWAT,
        )  # fmt: skip
    assert not KeputusanTindakan.objects.exists()


def test_a_decider_closes_with_a_reason_what_should_not_stand(para: Pemeran) -> None:
    panggung.pejabat(para)
    rencana = panggung.diajukan(para)
    satu = TindakLanjut.objects.get()
    with pytest.raises(MasukanSalahError):
        jalur.tutup_tindakan(aktor=para.aktor(para.fajar), tindakan=satu, alasan="", pada=FINAL)
    with pytest.raises(TidakBerwenangError):
        jalur.tutup_tindakan(aktor=para.aktor(para.budi), tindakan=satu, alasan="x", pada=FINAL)
    jalur.tutup_tindakan(
        aktor=para.aktor(para.fajar), tindakan=satu, alasan="Banjir sepanjang tahun", pada=FINAL
    )
    rencana.refresh_from_db()
    assert (TindakLanjut.objects.get().status, rencana.status) == ("ditutup", "dibatalkan")


def test_a_decider_never_decides_about_oneself(para: Pemeran) -> None:
    panggung.pejabat(para, para.andi)
    satu = panggung.belum_membaik(para)
    with pytest.raises(TidakBerwenangError):
        _putus(para, satu, "tugaskan_uji_kompetensi", LEWAT, para.andi)


def test_who_finds_a_follow_up(para: Pemeran) -> None:
    satu = panggung.tindakan(para)
    panggung.pejabat(para, para.bupati)
    harap = {
        "andi": True, "budi": True, "fajar": True, "bupati": True,
        "citra": False, "eka": False, "dewi": False,
    }  # fmt: skip
    for nama, ada in harap.items():
        aktor = para.aktor(getattr(para, nama))
        assert tindakan_terlihat(aktor=aktor).filter(pk=satu.pk).exists() is ada, nama


def test_an_officer_who_only_reads_opens_a_plan_in_mode_petugas_alone(para: Pemeran) -> None:
    satu = panggung.tindakan(para)
    citra = masuk(para.citra)
    halaman = lihat(citra, "tindak_lanjut:daftar")
    alamat = reverse("tindak_lanjut:tindakan", args=[satu.pk])
    assert "Andi Pegawai" in halaman
    assert alamat not in halaman
    assert citra.get(alamat).status_code == 404
    mode = ModePetugas(id=1, alasan="x", sampai=panggung.SIANG)
    aktor = dataclasses.replace(para.aktor(para.citra), mode_petugas=mode)
    assert tindakan_terlihat(aktor=aktor).filter(pk=satu.pk).exists()
    # Seeing isn't acting.
    with pytest.raises(TidakBerwenangError):
        perbaikan.simpan_rencana(
            aktor=aktor, tindakan=satu, pengantar="", butir=[panggung.butir()], revisi=0,
            pada=FINAL,
        )  # fmt: skip


def test_home_and_news_name_what_waits(para: Pemeran) -> None:
    rencana = panggung.diajukan(para)
    antar_tertunda()
    assert "Budi Penilai mengirim rencana untuk Anda" in lihat(masuk(para.andi), "web:beranda")
    jenis = set(Notifikasi.objects.filter(pegawai=para.andi).values_list("jenis", flat=True))
    assert {"tindak_lanjut.usulkan", "rencana_perbaikan.ajukan"} <= jenis
    assert Notifikasi.objects.filter(
        pegawai=para.budi, jenis="tindak_lanjut.usulkan_penilai"
    ).exists()
    perbaikan.setujui_rencana(aktor=para.aktor(para.andi), rencana=rencana, pada=FINAL)
    with clock.jam_beku(dt.datetime(2027, 1, 20, 2, tzinfo=dt.UTC)):
        assert "Tulis kemajuan rencana Anda" in lihat(masuk(para.andi), "web:beranda")
        assert "Tinjau kemajuan Andi Pegawai" in lihat(masuk(para.budi), "web:beranda")
    with clock.jam_beku(dt.datetime(2027, 7, 2, 2, tzinfo=dt.UTC)):
        assert "Simpulkan rencana Andi Pegawai" in lihat(masuk(para.budi), "web:beranda")


def test_the_person_downloads_what_followed(para: Pemeran) -> None:
    panggung.berjalan(para)
    isi = masuk(para.andi).get(reverse("web:unduh_data")).json()["tindak_lanjut"]
    assert isi["tindak_lanjut"][0]["jenis"] == "perbaikan"
    assert isi["rencana_perbaikan"][0]["uraian"] == "Data dimutakhirkan tiap minggu"
    lain = masuk(para.citra).get(reverse("web:unduh_data")).json()["tindak_lanjut"]
    assert not any(lain.values())


def test_the_pages_lead_from_the_first_card_to_an_agreed_plan(para: Pemeran) -> None:
    satu = panggung.tindakan(para)
    budi, andi = masuk(para.budi), masuk(para.andi)
    assert "Pembinaan tim saya" in lihat(budi, "tindak_lanjut:saya")
    assert "Andi Pegawai" in lihat(budi, "tindak_lanjut:tim")
    assert "Susun rencana" in lihat(budi, "tindak_lanjut:tindakan", satu.pk)
    assert "Yang diperbaiki" in lihat(budi, "tindak_lanjut:rencana", satu.pk)
    isi = {
        "pengantar": "Sudah dibicarakan", "revisi": "0", "butir-TOTAL_FORMS": "1",
        "butir-INITIAL_FORMS": "0", "butir-0-asal": "hasil_kerja", "butir-0-rujukan": "Data",
        "butir-0-uraian": "Data tiap minggu", "butir-0-bukti": "480 data",
        "butir-0-ukuran": "300 sebulan", "butir-0-dukungan": "Satu rekan",
        "butir-0-tenggat": "2027-03-31", "butir-0-ORDER": "1", "kirim": "1",
    }  # fmt: skip
    salah = kirim(budi, "tindak_lanjut:rencana", satu.pk, **(isi | {"butir-0-uraian": ""}))
    assert salah.status_code == 422
    assert "Satu rekan" in salah.text
    assert kirim(budi, "tindak_lanjut:rencana", satu.pk, **isi).status_code == 302
    assert "Setujui rencana" in lihat(andi, "tindak_lanjut:tindakan", satu.pk)
    assert kirim(andi, "tindak_lanjut:rencana_setujui", satu.pk).status_code == 302
    assert "Sedang berjalan" in lihat(andi, "tindak_lanjut:saya")
    assert "Tulis kemajuan" in lihat(andi, "tindak_lanjut:tindakan", satu.pk)
    assert kirim(andi, "tindak_lanjut:tinjauan", satu.pk, 1, catatan="320 data").status_code == 302
    assert "320 data" in lihat(budi, "tindak_lanjut:tinjauan", satu.pk, 1)


def test_a_decision_is_recorded_on_its_page_with_the_scan(para: Pemeran) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    panggung.pejabat(para)
    satu = panggung.belum_membaik(para)
    fajar = masuk(para.fajar)
    with clock.jam_beku(dt.datetime(2027, 7, 2, 2, tzinfo=dt.UTC)):
        fajar.force_login(para.fajar.akun)
        assert "Tugaskan uji kompetensi" in lihat(fajar, "tindak_lanjut:tindakan", satu.pk)
        jawaban = kirim(
            fajar, "tindak_lanjut:putuskan", satu.pk, "tugaskan_uji_kompetensi", nomor="800/1",
            tanggal="2027-07-01", keterangan="Berita acara",
            berkas=SimpleUploadedFile("s.pdf", PDF, "application/pdf"),
        )  # fmt: skip
        assert jawaban.status_code == 302, jawaban.text
        keputusan = KeputusanTindakan.objects.get()
        unduh = fajar.get(reverse("tindak_lanjut:surat", args=[satu.pk, keputusan.pk]))
        assert unduh.content == PDF


def test_the_pages_cost_the_same_whatever_the_rows(para: Pemeran) -> None:
    panggung.pejabat(para)
    rencana = panggung.berjalan(para)
    satu = TindakLanjut.objects.get()
    hitung = []
    for kali in range(1, 3):
        for n in range(kali):
            TindakLanjut.objects.get_or_create(
                evaluasi=satu.evaluasi,
                jenis=("prioritas", "pembinaan")[n],
                defaults={
                    "instansi": satu.instansi, "pegawai": satu.pegawai, "unit": satu.unit,
                    "asal": "tahunan", "tahun": 2026, "predikat": satu.predikat,
                    "dibuat_pada": FINAL,
                },
            )  # fmt: skip
        baris = []
        for orang, rute, args in (
            (para.andi, "saya", []), (para.budi, "tim", []), (para.fajar, "daftar", []),
            (para.fajar, "prioritas", []), (para.andi, "tindakan", [satu.pk]),
            (para.fajar, "tindakan", [satu.pk]),
        ):  # fmt: skip
            klien = masuk(orang)
            alamat = reverse(f"tindak_lanjut:{rute}", args=args)
            klien.get(alamat)
            with CaptureQueriesContext(connection) as kueri:
                assert klien.get(alamat).status_code == 200
            baris.append((rute, len(kueri)))
            if rute == "tindakan" and kali == 1 and orang == para.fajar:
                print("\n".join(q["sql"][:240] for q in kueri))
        hitung.append(baris)
        mulai = rencana.daftar_butir.count() + 1
        for n in range(mulai, mulai + 4):
            rencana.daftar_butir.create(
                urut=n, asal="lain", uraian="x", bukti="x", ukuran="x", dukungan="x",
                tenggat=LEWAT,
            )  # fmt: skip
        rencana.daftar_tinjauan.update(kemajuan="x", kemajuan_pada=FINAL)
    assert hitung[0] == hitung[1]
    assert max(n for _rute, n in hitung[1]) <= 12, hitung
