"""The pages of an objection: filed, heard and decided through HTTP; who reads what; cost."""

import datetime as dt
import uuid
from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi import panggung
from evaluasi import panggung_keberatan as stage
from evaluasi.test_pembukaan import anggota
from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tera.core.models import Draf, TandaTerima
from tera.evaluasi.models import Evaluasi, Keberatan
from tera.organisasi.models import AksesPetugas

pytestmark = pytest.mark.django_db
SAAT = dt.datetime(2026, 11, 25, 2, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _jam() -> Iterator[None]:
    with clock.jam_beku(SAAT):
        yield


def klien(pegawai) -> Client:
    satu = Client()
    satu.force_login(pegawai.akun)
    return satu


def kirim(satu: Client, nama: str, pk: int, **isi: object):
    return satu.post(
        reverse(f"evaluasi:{nama}", args=[pk]), {"kunci_idempoten": str(uuid.uuid4()), **isi}
    )


def laman(satu: Client, nama: str, *args: int):
    return satu.get(reverse(f"evaluasi:{nama}", args=args))


@pytest.mark.parametrize(
    ("sampai", "akhir", "yang_berlaku"),
    [
        (dt.date(2026, 12, 14), "14 Desember 2026", "Yang berlaku jadwal instansi"),
        (dt.date(2026, 12, 4), "4 Desember 2026", "Yang berlaku 14 hari"),
    ],
)
def test_both_windows_are_named_and_which_counts(sampai, akhir, yang_berlaku) -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    type(para.periode).objects.update(keberatan_sampai=sampai, dasar_keberatan="SE Sekda 12")
    andi = klien(para.andi)
    for nama in ("rincian", "keberatan"):
        teks = laman(andi, nama, evaluasi.pk).text
        assert yang_berlaku in teks
        assert f"Jadwal instansi: sampai {akhir} (SE Sekda 12)." in teks
    assert f"sampai <strong>{akhir}</strong>" in laman(andi, "rincian", evaluasi.pk).text
    assert kirim(andi, "keberatan", evaluasi.pk, alasan="Keliru.").status_code == 302
    teks = laman(andi, "keberatan", evaluasi.pk).text
    for baris in ("Hari ke-14", "Jadwal instansi", "Hari terakhir yang berlaku"):
        assert baris in teks


def test_an_objection_from_the_result_page_to_its_decision() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    andi, budi, fajar = klien(para.andi), klien(para.budi), klien(para.fajar)
    rincian = laman(andi, "rincian", evaluasi.pk).text
    assert "Keberatan dapat diajukan sampai" in rincian
    assert reverse("evaluasi:keberatan", args=[evaluasi.pk]) in rincian
    assert reverse("evaluasi:keberatan", args=[evaluasi.pk]) not in laman(
        budi, "rincian", evaluasi.pk
    ).text  # fmt: skip
    halaman = laman(andi, "keberatan", evaluasi.pk).text
    assert "Hari ke-14: 4 Desember 2026" in halaman
    kosong = kirim(andi, "keberatan", evaluasi.pk, alasan="")
    assert kosong.status_code == 422
    Draf.objects.create(
        pengguna_id=para.andi.akun_id, kunci=f"keberatan-{evaluasi.pk}", isi={}, versi=1,
        disimpan_at=SAAT,
    )  # fmt: skip
    assert kirim(andi, "keberatan", evaluasi.pk, alasan="Realisasi keliru.").status_code == 302
    assert not Draf.objects.exists()
    assert TandaTerima.objects.filter(aksi="ajukan_keberatan", pegawai_id=para.andi.pk).exists()
    halaman = laman(andi, "keberatan", evaluasi.pk).text
    for teks in ("Realisasi keliru.", "Fajar Kepala", "15 Desember 2026", "Keterangan Anda"):
        assert teks in halaman

    beranda = fajar.get("/").text
    assert "1 keberatan menunggu putusan Anda" in beranda
    assert "Andi Pegawai" in laman(fajar, "keberatan_daftar").text
    halaman = laman(fajar, "keberatan", evaluasi.pk).text
    assert "Mulai klarifikasi" in halaman
    assert kirim(fajar, "keberatan_klarifikasi", evaluasi.pk).status_code == 302
    assert "Keterangan Anda diminta" in budi.get("/").text
    assert kirim(budi, "keberatan_keterangan", evaluasi.pk, teks=" ").status_code == 422
    assert kirim(
        budi, "keberatan_keterangan", evaluasi.pk, teks="Saya belum menerima laporannya."
    ).status_code == 302  # fmt: skip
    assert "Keterangan Anda diminta" not in budi.get("/").text
    halaman = laman(fajar, "keberatan", evaluasi.pk).text
    assert "Keterangan ini belum dicatat: Pegawai" in halaman
    assert "Buka lembar putusan" not in halaman
    lembar = laman(fajar, "keberatan_putuskan", evaluasi.pk).text
    assert "Keterangan ini belum dicatat: Pegawai" in lembar
    assert "Putuskan; final" not in lembar
    putusan = {"rating_hasil": "di_atas", "rating_perilaku": "di_atas", "pertimbangan": "Terbukti."}
    ditolak = kirim(fajar, "keberatan_putuskan", evaluasi.pk, **putusan)
    assert ditolak.status_code == 409
    assert "keterangan pegawai belum dicatat" in ditolak.text
    assert "Terbukti." in ditolak.text
    salah = kirim(fajar, "keberatan_keterangan", evaluasi.pk, teks="Andi datang.", pihak="pegawai")
    assert salah.status_code == 422
    assert "Andi datang." in salah.text
    assert kirim(
        fajar, "keberatan_keterangan", evaluasi.pk, teks="Andi datang.", pihak="pegawai",
        tanggal="2026-11-25",
    ).status_code == 302  # fmt: skip
    assert kirim(
        andi, "keberatan_bukti", evaluasi.pk, judul="Laporan triwulan III",
        berkas=SimpleUploadedFile("laporan.pdf", b"%PDF-1.4 laporan"),
    ).status_code == 302  # fmt: skip
    assert "Laporan triwulan III" in laman(budi, "keberatan", evaluasi.pk).text
    salah = kirim(fajar, "keberatan_putuskan", evaluasi.pk, **putusan)
    assert salah.status_code == 422
    assert kirim(
        fajar, "keberatan_putuskan", evaluasi.pk, **putusan, alasan_hasil="Laporan ada.",
        alasan_perilaku="Dua peristiwa tercatat.",
    ).status_code == 302  # fmt: skip

    halaman = laman(andi, "keberatan", evaluasi.pk).text
    for teks in ("Putusan", "Hasil diubah", "Terbukti.", "Hasil pertama", "Sangat Baik", "final"):
        assert teks in halaman
    assert "Ajukan" not in halaman
    rincian = laman(andi, "rincian", evaluasi.pk).text
    for teks in ("Putusan keberatan", "Predikat semula", "Buka halaman keberatan", "Diputus"):
        assert teks in rincian
    assert "menunggu putusan Anda" not in fajar.get("/").text
    lagi = kirim(andi, "keberatan", evaluasi.pk, alasan="Sekali lagi.")
    assert lagi.status_code == 409
    assert "putusannya final" in lagi.text


def test_out_of_time_the_page_says_the_dates_and_keeps_what_was_typed() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    Evaluasi.objects.filter(pk=evaluasi.pk).update(diterima_pada=dt.date(2026, 11, 2))
    andi = klien(para.andi)
    assert "Masa keberatan berakhir 16 November 2026" in laman(andi, "rincian", evaluasi.pk).text
    halaman = laman(andi, "keberatan", evaluasi.pk).text
    assert "Masa keberatan sudah berakhir" in halaman
    assert "form-keberatan" not in halaman
    jawaban = kirim(andi, "keberatan", evaluasi.pk, alasan="Tetap saya kirim.")
    assert jawaban.status_code == 409
    for teks in ("16-11-2026", "02-11-2026", "Tetap saya kirim."):
        assert teks in jawaban.text


def test_a_pengelola_reads_that_it_exists_and_no_word_of_it() -> None:
    para = buat_pemeran()
    keberatan = stage.ajukan(para)
    stage.dengar(para, keberatan, "penilai")
    citra = klien(para.citra)
    halaman = laman(citra, "keberatan", keberatan.evaluasi_id).text
    for teks in ("Fajar Kepala", "Hari ke-14", "Klarifikasi"):
        assert teks in halaman
    for teks in (keberatan.alasan, "Keterangan tertulis.", "Sesuai Ekspektasi", "Predikat"):
        assert teks not in halaman
    daftar = laman(citra, "keberatan_daftar").text
    assert "Andi Pegawai" in daftar
    assert keberatan.alasan not in daftar
    for lain in (para.eka, para.dewi, para.bupati):
        assert "Andi Pegawai" not in laman(klien(lain), "keberatan_daftar").text


def test_the_pengelola_types_in_a_paper_from_the_page() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    citra = klien(para.citra)
    assert "Catat keberatan di atas kertas" in laman(citra, "keberatan", evaluasi.pk).text
    alamat = reverse("evaluasi:keberatan_kertas", args=[evaluasi.pk])
    daftar = reverse("evaluasi:keberatan_daftar")
    assert alamat in citra.get(daftar, {"q": "andi peg"}).text
    assert alamat in citra.get(daftar, {"q": para.andi.nip}).text
    assert "Tidak ada hasil yang cocok" in citra.get(daftar, {"q": "seseorang"}).text
    assert alamat not in klien(para.fajar).get(daftar, {"q": "andi peg"}).text
    isi = {"alasan": "Seperti pada surat.", "diajukan_pada": "2026-11-24"}
    assert kirim(citra, "keberatan_kertas", evaluasi.pk, **isi).status_code == 422
    nanti = kirim(
        citra, "keberatan_kertas", evaluasi.pk, **(isi | {"diajukan_pada": "2026-11-30"}),
        berkas=SimpleUploadedFile("surat.pdf", b"%PDF-1.4"),
    )  # fmt: skip
    assert nanti.status_code == 422
    assert "belum terjadi" in nanti.text
    assert kirim(
        citra, "keberatan_kertas", evaluasi.pk, **isi,
        berkas=SimpleUploadedFile("surat.pdf", b"%PDF-1.4"),
    ).status_code == 302  # fmt: skip
    keberatan = Keberatan.objects.get()
    assert (keberatan.cara, keberatan.diajukan_pada) == ("kertas", dt.date(2026, 11, 24))
    assert "disalin dari surat oleh Citra Pengelola" in laman(
        klien(para.andi), "keberatan", evaluasi.pk
    ).text  # fmt: skip


def test_a_paper_against_a_final_result_keeps_what_was_typed_and_says_what_is_sent_again() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    Evaluasi.objects.filter(pk=evaluasi.pk).update(
        status="final", ditetapkan_pada="2026-11-02", diterima_pada="2026-11-02"
    )
    citra = klien(para.citra)
    daftar = reverse("evaluasi:keberatan_daftar")
    assert "sudah final" in citra.get(daftar, {"q": "andi peg"}).text
    halaman = laman(citra, "keberatan", evaluasi.pk).text
    assert "Masa keberatan sudah berakhir" in halaman
    assert reverse("evaluasi:keberatan_kertas", args=[evaluasi.pk]) in halaman
    assert "Hasil ini sudah final" in laman(citra, "keberatan_kertas", evaluasi.pk).text
    # The person on screen is told the dates and has no form.
    assert 'name="alasan"' not in laman(klien(para.andi), "keberatan", evaluasi.pk).text
    isi = {"alasan": "Seperti pada surat.", "diajukan_pada": "2026-11-13", "bukti_terima": ""}

    def catat(**lain: str):
        surat = SimpleUploadedFile("surat.pdf", b"%PDF-1.4")
        return kirim(citra, "keberatan_kertas", evaluasi.pk, **(isi | lain), berkas=surat)

    for lain, pesan in (
        ({}, "harus terbukti"),
        ({"bukti_terima": "Agenda 71", "diajukan_pada": "2026-11-17"}, "masanya sudah lewat"),
    ):
        tolak = catat(**lain)
        assert tolak.status_code == 422
        assert pesan in tolak.text
        assert "Seperti pada surat." in tolak.text
        assert "Pilih lagi berkasnya" in tolak.text
        assert "sampaikan kepada pengelola" not in tolak.text
    assert "Agenda 71" in tolak.text
    assert catat(bukti_terima="Agenda 71", diajukan_pada="2026-11-16").status_code == 302
    keberatan = Keberatan.objects.get()
    for siapa in (para.citra, para.andi, para.fajar):
        teks = laman(klien(siapa), "keberatan", evaluasi.pk).text
        assert "sudah final ketika keberatannya dicatat" in teks
        assert "Agenda 71" in teks
    stage.dengar(para, keberatan, "pegawai", "penilai", pada=SAAT.date())
    stage.putuskan(para, keberatan, "di_atas", pada=SAAT.date())
    assert "Yang dikirim lagi" in laman(citra, "keberatan", evaluasi.pk).text
    Keberatan.objects.update(rating_hasil_putusan="sesuai", predikat_putusan="baik")
    assert "tidak ada yang perlu dikirim lagi" in laman(citra, "keberatan", evaluasi.pk).text


def test_what_comes_too_late_for_the_state_is_refused_once_above_the_page() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    keberatan = stage.didengar(para, evaluasi)
    andi = klien(para.andi)
    ulang = kirim(andi, "keberatan", evaluasi.pk, alasan="Sekali lagi.")
    assert (ulang.status_code, ulang.text.count("keberatan atas hasil yang sama")) == (409, 1)
    stage.putuskan(para, keberatan)
    for nama, isi in (
        ("keberatan_keterangan", {"teks": "Terlambat."}),
        ("keberatan_bukti", {"judul": "x", "berkas": SimpleUploadedFile("x.pdf", b"%PDF-1.4")}),
    ):
        tolak = kirim(andi, nama, evaluasi.pk, **isi)
        assert (tolak.status_code, tolak.text.count("tidak ditambah lagi")) == (409, 1)


def test_in_mode_petugas_a_pengelola_reads_the_words_and_the_visit_is_logged() -> None:
    para = buat_pemeran()
    keberatan = stage.ajukan(para)
    citra = klien(para.citra)
    assert keberatan.alasan not in laman(citra, "keberatan", keberatan.evaluasi_id).text
    jawaban = citra.post(
        "/petugas/mulai/",
        {
            "kunci_idempoten": str(uuid.uuid4()),
            "alasan": "Memeriksa laporan pegawai tentang keberatannya.",
            "menit": "60",
        },
    )
    assert jawaban.status_code == 302
    assert keberatan.alasan in laman(citra, "keberatan", keberatan.evaluasi_id).text
    assert AksesPetugas.objects.filter(pegawai=para.andi).exists()
    # Reading isn't deciding, nor speaking for a side.
    assert kirim(citra, "keberatan_klarifikasi", keberatan.evaluasi_id).status_code == 403
    assert kirim(citra, "keberatan_keterangan", keberatan.evaluasi_id, teks="x").status_code == 403


def test_an_objection_nobody_can_decide_is_the_pengelolas_task() -> None:
    para = buat_pemeran()
    keberatan = stage.ajukan(para)
    citra = klien(para.citra)
    assert "belum punya pejabat yang memutus" not in citra.get("/").text
    Keberatan.objects.filter(pk=keberatan.pk).update(kepada=None, dasar_kepada="belum_ada")
    assert "1 keberatan belum punya pejabat yang memutus" in citra.get("/").text
    assert "Belum ada yang bisa memutus" in laman(citra, "keberatan", keberatan.evaluasi_id).text


def test_another_who_may_read_the_result_may_not_read_the_objection() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    from evaluasi.test_keberatan import dekat

    dekat(para, para.fajar, para.budi)
    stage.ajukan(para, evaluasi)
    assert laman(klien(para.fajar), "rincian", evaluasi.pk).status_code == 200
    assert laman(klien(para.fajar), "keberatan", evaluasi.pk).status_code == 403
    bupati = klien(para.bupati)
    assert laman(bupati, "keberatan", evaluasi.pk).status_code == 200
    assert "Buka halaman keberatan" in laman(bupati, "rincian", evaluasi.pk).text
    # Fajar stands above and reads the result; neither before nor after does it say who objected.
    keberatan = Keberatan.objects.get()
    stage.dengar_oleh(para, keberatan, para.bupati)
    for tahap, status in (("keberatan", "Disampaikan"), ("diputus", "Final")):
        if tahap == "diputus":
            stage.putuskan(para, keberatan, "di_atas", oleh=para.bupati)
        assert Evaluasi.objects.get().status == tahap
        halaman = laman(klien(para.fajar), "rincian", evaluasi.pk).text
        assert status in halaman
        for teks in ("Keberatan Andi", "Ada keberatan", "Putusan keberatan", "Diputus"):
            assert teks not in halaman, (tahap, teks)


def banyak(para: Pemeran, *daftar: int) -> None:
    """So many objections of Budi's people before Fajar, in Citra's reach."""
    for nomor in daftar:
        skp = anggota(para, nomor)
        orang = skp.pegawai
        satu = Evaluasi.objects.create(
            instansi=para.instansi, skp=skp, pegawai=orang, periode=para.periode,
            unit=para.bidang, penilai=para.budi, status="keberatan", predikat="baik",
            rating_hasil_kerja="sesuai", rating_perilaku_kerja="sesuai",
        )  # fmt: skip
        Keberatan.objects.create(
            instansi=para.instansi, evaluasi=satu, alasan="x", diajukan_pada=panggung.PADA,
            kepada=para.fajar, dasar_kepada="atasan_penilai", nama_pencatat=orang.nama,
            rating_hasil_awal="sesuai", rating_perilaku_awal="sesuai", predikat_awal="baik",
            target_pada=panggung.PADA,
        )  # fmt: skip


def hitung(satu: Client, nama: str, *args: int) -> int:
    laman(satu, nama, *args)
    with CaptureQueriesContext(
        connection,
    ) as terhitung:
        assert laman(satu, nama, *args).status_code == 200
    return len(terhitung)


def test_the_lists_cost_the_same_for_two_and_for_twelve() -> None:
    para = buat_pemeran()
    banyak(para, 0, 1)
    fajar, citra = klien(para.fajar), klien(para.citra)
    dua = [hitung(satu, "keberatan_daftar") for satu in (fajar, citra)]
    banyak(para, *range(2, 12))
    assert [hitung(satu, "keberatan_daftar") for satu in (fajar, citra)] == dua
    assert max(dua) <= 12


def test_the_page_costs_the_same_with_many_statements() -> None:
    para = buat_pemeran()
    keberatan = stage.didengar(para)
    pk = keberatan.evaluasi_id
    siapa = [klien(satu) for satu in (para.andi, para.budi, para.fajar, para.citra)]
    awal = [hitung(satu, "keberatan", pk) for satu in siapa]
    putus = hitung(siapa[2], "keberatan_putuskan", pk)
    stage.dengar(para, keberatan, *["pegawai", "penilai"] * 5)
    assert [hitung(satu, "keberatan", pk) for satu in siapa] == awal
    assert hitung(siapa[2], "keberatan_putuskan", pk) == putus
    assert max(*awal, putus) <= 12
