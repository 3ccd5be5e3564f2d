"""The pages through HTTP, without JavaScript: what each part sees and what a refusal keeps."""

import datetime as dt
import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pelaksanaan import panggung
from pemeran import Pemeran, buat_pegawai
from tera.core.models import SesiPetugas
from tera.organisasi.middleware import KUNCI_SESI
from tera.organisasi.models import AksesPetugas, JenisJabatan, Pegawai
from tera.organisasi.services.penilai import segarkan_penilai
from tera.pelaksanaan import services
from tera.pelaksanaan.models import (
    BuktiDukung,
    CapaianPegawai,
    ProgresHarian,
    Realisasi,
    RencanaAksi,
)
from tera.skp.models import SKP

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("enam_juli")]
SAAT = dt.datetime(2026, 7, 6, 2, tzinfo=dt.UTC)
PADA = panggung.PADA
PDF = b"%PDF-1.7\n"


def masuk(pegawai: Pegawai) -> Client:
    klien = Client()
    assert pegawai.akun is not None
    klien.force_login(pegawai.akun)
    return klien


def kunci(**isi: object) -> dict[str, object]:
    return {"kunci_idempoten": str(uuid.uuid4()), **isi}


def alamat(nama: str, skp: SKP, para: Pemeran, *lain: object) -> str:
    return reverse(f"pelaksanaan:{nama}", args=[skp.pk, panggung.triwulan(para, 3).pk, *lain])


def test_the_first_page_leads_to_the_sheet_of_today(para: Pemeran, skp: SKP) -> None:
    panggung.triwulan(para, 2)
    lembar = alamat("lembar", skp, para)
    klien = masuk(para.andi)
    assert klien.get("/pelaksanaan/")["Location"] == lembar
    isi = klien.get(lembar).content.decode()
    assert "Jumlah data dimutakhirkan" in isi
    assert "Mulai dari rencana aksi" in isi
    assert (
        "Belum ada SKP yang ditetapkan" in masuk(para.citra).get("/pelaksanaan/").content.decode()
    )


def test_a_report_is_sent_and_a_refused_one_keeps_what_was_typed(para: Pemeran, skp: SKP) -> None:
    klien = masuk(para.andi)
    lapor = alamat("lapor", skp, para, panggung.indikator(skp).kunci)
    salah = klien.post(lapor, kunci(nilai="12 ribu", teks="Dari tujuh kampung", revisi="0"))
    assert salah.status_code == 422
    isi = salah.content.decode()
    assert "12 ribu" in isi
    assert "Dari tujuh kampung" in isi
    assert "Angka tidak terbaca" in isi
    kirim = kunci(nilai="1.250", teks="", revisi="0")
    assert klien.post(lapor, kirim).status_code == 302
    assert klien.post(lapor, kirim)["X-Tera-Kiriman"] == "ulang"
    satu = Realisasi.objects.get()
    assert (satu.nilai, satu.revisi, satu.target_tercapai) == (1250, 1, True)
    basi = klien.post(lapor, kunci(nilai="1.300", teks="", revisi="0"))
    assert basi.status_code == 409
    assert "1.300" in basi.content.decode()


def test_evidence_without_a_plan_of_action_opens_that_step(para: Pemeran, skp: SKP) -> None:
    klien = masuk(para.andi)
    rhk = panggung.indikator(skp).rhk.kunci
    lampirkan = alamat("lampirkan", skp, para, rhk)
    isi = klien.get(lampirkan).content.decode()
    assert "Satu langkah lagi: rencana aksi" in isi
    assert alamat("rencana_tambah", skp, para, rhk) in isi
    kirim = kunci(nama="Rekap", url="https://contoh.go.id/a")
    ditolak = klien.post(lampirkan, kirim)
    assert ditolak.status_code == 422
    assert not BuktiDukung.objects.exists()
    klien.post(alamat("rencana_tambah", skp, para, rhk), kunci(teks="Menjemput data", target=""))
    assert RencanaAksi.objects.get().teks == "Menjemput data"
    isi = klien.get(lampirkan).content.decode()
    assert "Budi Penilai" in isi
    assert klien.post(lampirkan, kirim).status_code == 302
    assert BuktiDukung.objects.get().url == "https://contoh.go.id/a"


def test_a_report_without_evidence_is_accepted_and_flagged(para: Pemeran, skp: SKP) -> None:
    panggung.rencana(para, skp)
    panggung.lapor(para, skp, urut=3)
    klien = masuk(para.andi)
    assert "Dilaporkan tanpa bukti" in klien.get(alamat("lembar", skp, para)).content.decode()
    panggung.bukti(para, skp, nama="Rekap", url="https://contoh.go.id/a")
    assert "Dilaporkan tanpa bukti" not in klien.get(alamat("lembar", skp, para)).content.decode()


def test_a_stored_file_is_served_so_that_nothing_in_it_runs(para: Pemeran, skp: SKP) -> None:
    panggung.rencana(para, skp)
    klien = masuk(para.andi)
    lampirkan = alamat("lampirkan", skp, para, panggung.indikator(skp).rhk.kunci)
    berkas = SimpleUploadedFile("rekap é.pdf", PDF, content_type="text/html")
    assert klien.post(lampirkan, kunci(nama="", url="", berkas=berkas)).status_code == 302
    satu = BuktiDukung.objects.get()
    for siapa, status in ((para.andi, 200), (para.budi, 200), (para.dewi, 404), (para.citra, 404)):
        jawab = masuk(siapa).get(reverse("pelaksanaan:berkas", args=[satu.pk]))
        assert jawab.status_code == status
    jawab = klien.get(reverse("pelaksanaan:berkas", args=[satu.pk]))
    assert jawab.content == PDF
    assert jawab["Content-Type"] == "application/pdf"
    assert jawab["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in jawab["Content-Security-Policy"]
    assert jawab["Content-Disposition"] == "inline; filename*=UTF-8''rekap%20%C3%A9.pdf"
    assert jawab["Cache-Control"] == "private, no-store"
    unduh = klien.get(reverse("pelaksanaan:berkas", args=[satu.pk]) + "?unduh=ya")
    assert unduh["Content-Disposition"].startswith("attachment")


def test_a_line_of_the_day_starts_where_the_last_one_ended(para: Pemeran, skp: SKP) -> None:
    klien = masuk(para.andi)
    assert "Belum ada rencana aksi" in klien.get("/pelaksanaan/harian/").content.decode()
    rencana = panggung.rencana(para, skp)
    isi = {
        "tanggal": "2026-07-06", "rencana_aksi": str(rencana.pk), "jam_mulai": "08:00",
        "jam_selesai": "09:30", "kegiatan": "=Memeriksa berkas", "realisasi": "3",
        "satuan": "berkas", "bukti_url": "",
    }  # fmt: skip
    assert klien.post("/pelaksanaan/harian/", kunci(**isi)).status_code == 302
    bentrok = klien.post("/pelaksanaan/harian/", kunci(**isi | {"jam_mulai": "09:00",
                                                             "jam_selesai": "10:00"}))  # fmt: skip
    assert bentrok.status_code == 422
    assert "Bertumpuk" in bentrok.content.decode()
    halaman = klien.get("/pelaksanaan/harian/").content.decode()
    assert 'value="09:30"' in halaman
    assert 'value="berkas"' in halaman
    csv = klien.get("/pelaksanaan/harian/progres.csv?tanggal=2026-07-06").content.decode(
        "utf-8-sig"
    )
    judul, baris = csv.splitlines()[:2]
    # Typed by hand from the dossier, section 5.5.
    assert judul.split(";") == [
        "Rencana Aksi", "Tanggal", "Jam Mulai", "Jam Selesai", "Kegiatan Harian", "Sumber Data",
        "Realisasi", "Satuan", "Bukti Dukung",
    ]  # fmt: skip
    assert baris.split(";") == [
        "Memutakhirkan data tiap kampung", "2026-07-06", "08:00", "09:30", "'=Memeriksa berkas",
        "ekinerja", "3", "berkas", "",
    ]  # fmt: skip
    satu = ProgresHarian.objects.get()
    assert klien.post(f"/pelaksanaan/harian/{satu.pk}/hapus/", kunci()).status_code == 302
    assert not ProgresHarian.objects.exists()


def test_the_rater_verifies_in_one_tap_and_many_that_were_read(para: Pemeran, skp: SKP) -> None:
    tiga = panggung.triwulan(para, 3)
    satu = panggung.lapor(para, skp, "1250", urut=3)
    tim = reverse("pelaksanaan:tim_periode", args=[tiga.pk])
    budi = masuk(para.budi)
    beranda = budi.get("/").content.decode()
    assert "Target tercapai: Andi Pegawai" in beranda
    isi = budi.get(tim).content.decode()
    assert "Jumlah data dimutakhirkan" in isi
    assert 'name="realisasi"' not in isi
    banyak = reverse("pelaksanaan:verifikasi_banyak", args=[tiga.pk])
    jawab = budi.post(banyak, kunci(realisasi=str(satu.pk)), follow=True)
    assert "Belum dibaca" in jawab.content.decode()
    budi.get(alamat("lembar", skp, para))
    assert 'name="realisasi"' in budi.get(tim).content.decode()
    budi.post(banyak, kunci(realisasi=str(satu.pk)))
    satu.refresh_from_db()
    assert satu.status == "diverifikasi"
    assert "Target tercapai" not in budi.get("/").content.decode()
    kembali = reverse("pelaksanaan:kembalikan", args=[satu.pk])
    assert budi.post(kembali, kunci(catatan="Bukti kampung kurang")).status_code == 302
    assert "Bukti kampung kurang" in masuk(para.andi).get("/").content.decode()


def test_an_achievement_goes_from_report_to_verification(para: Pemeran, skp: SKP) -> None:
    andi, budi = masuk(para.andi), masuk(para.budi)
    isi = {
        "judul": "Antrean turun", "rhk": "", "tanggal": "2026-07-06", "keadaan_sebelum": "a",
        "keadaan_sesudah": "b", "nilai_sebelum": "5", "nilai_sesudah": "1,5", "satuan": "hari",
        "cara": "Cap loket", "revisi": "",
    }  # fmt: skip
    salah = andi.post(
        reverse("pelaksanaan:capaian_baru", args=[skp.pk]), kunci(**isi | {"nilai_sesudah": ""})
    )
    assert salah.status_code == 422
    assert "Cap loket" in salah.content.decode()
    assert (
        andi.post(reverse("pelaksanaan:capaian_baru", args=[skp.pk]), kunci(**isi)).status_code
        == 302
    )
    satu = CapaianPegawai.objects.get()
    rincian = reverse("pelaksanaan:capaian", args=[satu.pk])
    assert "Verifikasi capaian" not in andi.get(rincian).content.decode()
    assert "Verifikasi capaian" in budi.get(rincian).content.decode()
    assert "1 capaian menunggu" in budi.get("/").content.decode()
    budi.post(reverse("pelaksanaan:capaian_verifikasi", args=[satu.pk]), kunci(revisi="1"))
    satu.refresh_from_db()
    assert satu.status == "diverifikasi"


def test_an_officer_counts_without_content_and_reads_in_mode_petugas(
    para: Pemeran, skp: SKP
) -> None:
    panggung.lapor(para, skp, urut=3, teks="Rahasia kerja")
    klien = masuk(para.citra)
    ringkas = klien.get("/pelaksanaan/unit/").content.decode()
    assert "Ringkasan pelaksanaan" in ringkas
    assert "Rahasia kerja" not in ringkas
    lembar = alamat("lembar", skp, para)
    assert klien.get(lembar).status_code == 404
    sesi = SesiPetugas.objects.create(
        instansi_id=para.instansi.pk,
        pengguna_id=para.citra.akun_id,
        alasan="Memeriksa aduan tentang realisasi",
        mulai_at=SAAT,
        sampai_at=SAAT + dt.timedelta(hours=1),
    )
    penyimpan = klien.session
    penyimpan[KUNCI_SESI] = sesi.pk
    penyimpan.save()
    isi = klien.get(lembar).content.decode()
    assert "Rahasia kerja" in isi
    assert "Perbarui realisasi" not in isi
    assert AksesPetugas.objects.filter(pegawai=para.andi, jalur=lembar).exists()
    lapor = alamat("lapor", skp, para, panggung.indikator(skp).kunci)
    assert klien.post(lapor, kunci(nilai="1", revisi="1")).status_code == 403


def test_a_closed_period_is_read_only(para: Pemeran, skp: SKP) -> None:
    services.tutup_bahan(daftar_penugasan=[skp.penugasan_id], periode=panggung.triwulan(para, 3))
    isi = masuk(para.andi).get(alamat("lembar", skp, para)).content.decode()
    assert "sudah ditetapkan, jadi isinya tidak berubah lagi" in isi
    assert "Laporkan realisasi" not in isi


def test_the_download_of_ones_own_data_holds_ones_own_work_only(para: Pemeran, skp: SKP) -> None:
    panggung.rencana(para, skp)
    panggung.lapor(para, skp, urut=3, teks="Kata Andi")
    panggung.capaian(para, skp)
    isi = masuk(para.andi).get(reverse("web:unduh_data")).json()["pelaksanaan"]
    assert isi["realisasi"][0]["teks"] == "Kata Andi"
    assert [len(isi[nama]) for nama in ("rencana_aksi", "capaian_pegawai")] == [1, 1]
    lain = masuk(para.budi).get(reverse("web:unduh_data")).json()["pelaksanaan"]
    assert not any(lain.values())


def _banyak(para: Pemeran, jumlah: int, awal: int) -> None:
    for n in range(awal, awal + jumlah):
        orang = buat_pegawai(
            para.bidang,
            f"Pegawai {n}",
            f"1991010120150{n:05d}",
            JenisJabatan.PELAKSANA,
            "Pengolah Data dan Informasi",
        )
        skp = panggung.skp_ditetapkan(para, orang)
        SKP.objects.filter(pk=skp.pk).update(penilai=para.budi)
        services.tambah_rencana_aksi(
            aktor=para.aktor(orang),
            skp=skp,
            periode=panggung.triwulan(para, 3),
            rhk_kunci=panggung.indikator(skp).rhk.kunci,
            teks="a",
            pada=PADA,
        )
        services.laporkan_realisasi(
            aktor=para.aktor(orang),
            skp=skp,
            periode=panggung.triwulan(para, 3),
            indikator_kunci=panggung.indikator(skp).kunci,
            isi=services.IsiRealisasi(teks="selesai"),
            pada=PADA,
        )
        services.lampirkan_bukti(
            aktor=para.aktor(orang),
            skp=skp,
            periode=panggung.triwulan(para, 3),
            rhk_kunci=panggung.indikator(skp).rhk.kunci,
            isi=services.IsiBukti(berkas=io.BytesIO(PDF), nama_berkas="a.pdf"),
            pada=PADA,
        )


def _hitung(pegawai: Pegawai, jalur: str) -> int:
    klien = masuk(pegawai)
    klien.get(jalur)
    with CaptureQueriesContext(connection) as kueri:
        assert klien.get(jalur).status_code == 200
    return len(kueri)


def test_pages_cost_the_same_at_two_sizes(para: Pemeran, skp: SKP) -> None:
    panggung.rencana(para, skp)
    panggung.lapor(para, skp, urut=3)
    panggung.bukti(para, skp, nama="Rekap", url="https://contoh.go.id/a")
    panggung.capaian(para, skp)
    tim = reverse("pelaksanaan:tim_periode", args=[panggung.triwulan(para, 3).pk])
    lembar = alamat("lembar", skp, para)
    jalan = [
        (para.andi, lembar), (para.budi, lembar), (para.budi, tim), (para.budi, "/"),
        (para.andi, "/pelaksanaan/harian/"), (para.andi, "/pelaksanaan/capaian/"),
        (para.citra, "/pelaksanaan/unit/"),
    ]  # fmt: skip
    _banyak(para, 1, 1)
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    kecil = [_hitung(*satu) for satu in jalan]
    _banyak(para, 5, 10)
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    for n in range(5):
        panggung.rencana(para, skp, f"Rencana {n}")
        panggung.bukti(para, skp, nama=f"Bukti {n}", url="https://contoh.go.id/b")
        panggung.capaian(para, skp, judul=f"Capaian {n}")
    besar = [_hitung(*satu) for satu in jalan]
    assert kecil == besar
    assert max(besar) <= 12, besar
