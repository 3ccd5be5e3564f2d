"""The pages: what each says, to whom, and what they cost."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from angka_kredit import panggung
from angka_kredit.klien import kirim, lihat, masuk
from angka_kredit.panggung import PADA
from angka_kredit.test_masa_pak_massal import orang_banyak
from pemeran import Pemeran
from tera.angka_kredit import services
from tera.angka_kredit.models import FaktaJF, KonversiPredikat, MasaJenjang

pytestmark = pytest.mark.django_db


def harga(klien, nama: str, *args: object) -> int:
    with CaptureQueriesContext(connection) as kueri:
        lihat(klien, nama, *args)
    return len(kueri)


def test_my_page_says_where_i_stand_and_what_is_short(para: Pemeran) -> None:
    panggung.tetapkan(para)
    isi = lihat(masuk(para.andi), "angka_kredit:saya")
    assert "87,50" in isi
    assert "12,50" in isi
    assert "112,50" in isi
    assert "Angka kredit 87,50 dari 100,00: kurang 12,50." in isi
    assert "PP 99/2000" not in isi
    assert "Peraturan Pemerintah 99/2000, Pasal 13 (teks peraturan dibaca)" in isi
    # Nothing after 2025 is converted: six months of Baik make it full, and today is later.
    assert "1 Desember 2026" in isi


def test_a_supposed_weak_year_pushes_the_day_back(para: Pemeran) -> None:
    panggung.tetapkan(para)
    klien = masuk(para.andi)
    isi = klien.get(reverse("angka_kredit:saya"), {"h2026": "sangat_kurang"}).text
    assert "1 Desember 2026" not in isi
    assert "1 Januari 2029" in isi
    assert klien.get(reverse("angka_kredit:saya"), {"h2026": "hebat"}).status_code == 200


def test_a_proposal_is_shown_apart_and_not_counted(para: Pemeran) -> None:
    panggung.usul(para)
    isi = lihat(masuk(para.andi), "angka_kredit:saya")
    assert "Menunggu penetapan" in isi
    assert "menunggu Budi Penilai" in isi


def test_without_a_ledger_the_page_says_why(para: Pemeran) -> None:
    assert "Jenjang dan TMT-nya belum dicatat" in lihat(masuk(para.andi), "angka_kredit:saya")
    assert "Jabatan ini bukan" in lihat(masuk(para.budi), "angka_kredit:saya")
    para.andi.status = "pppk"
    para.andi.save()
    panggung.hasil(para.andi, 2025, "baik")
    isi = lihat(masuk(para.andi), "angka_kredit:saya")
    assert "hanya bagi PNS" in isi
    assert "2025" in isi


def test_the_penilai_establishes_from_the_list(para: Pemeran) -> None:
    daftar = panggung.usul(para)
    klien = masuk(para.budi)
    isi = lihat(klien, "angka_kredit:konversi")
    assert isi.count('name="konversi"') == 3
    jawaban = kirim(
        klien, "angka_kredit:konversi_tetapkan", konversi=[satu.pk for satu in daftar[:2]]
    )
    assert jawaban.status_code == 302
    assert KonversiPredikat.objects.filter(status="ditetapkan").count() == 2
    assert lihat(klien, "angka_kredit:konversi").count('name="konversi"') == 1
    assert "Tetapkan yang dicentang" not in lihat(masuk(para.fajar), "angka_kredit:konversi")


def test_the_pengelola_records_a_jenjang_and_a_fact_on_the_pages(para: Pemeran) -> None:
    panggung.tiga_tahun(para.andi)
    klien = masuk(para.citra)
    assert "Andi Pegawai" in lihat(klien, "angka_kredit:unit")
    jawaban = kirim(
        klien, "angka_kredit:masa", para.andi.pk, jabatan="Pranata Komputer Ahli Muda",
        jenjang="ahli_muda", golongan="III/c", cara_masuk="promosi", mulai="2023-01-01",
        nomor_sk="821/1", tanggal_sk="2022-12-20",
    )  # fmt: skip
    assert jawaban.status_code == 302
    assert MasaJenjang.objects.get().ak_dasar == 0
    assert KonversiPredikat.objects.count() == 3
    jawaban = kirim(
        klien, "angka_kredit:fakta", para.andi.pk, jenis="ijazah", hasil="ya", tingkat="s2",
        nomor="UNCEN/1", tanggal="2025-08-01",
    )  # fmt: skip
    assert jawaban.status_code == 302
    ditolak = kirim(
        klien, "angka_kredit:fakta", para.andi.pk, jenis="ijazah", hasil="ya", tingkat="s2",
        nomor="UNCEN/2", tanggal="2025-08-01",
    )  # fmt: skip
    assert ditolak.status_code == 422
    assert "UNCEN/2" in ditolak.text
    fakta = FaktaJF.objects.get()
    milik = masuk(para.andi)
    assert "Laporkan keliru" in lihat(milik, "angka_kredit:saya")
    assert kirim(milik, "angka_kredit:fakta_laporkan", fakta.pk, teks="Bukan S2").status_code == 302
    assert "Bukan S2" in lihat(klien, "angka_kredit:fakta_jawab", fakta.pk)
    assert (
        kirim(
            klien, "angka_kredit:fakta_jawab", fakta.pk, putusan="cabut", teks="Benar keliru"
        ).status_code
        == 302
    )  # fmt: skip
    fakta.refresh_from_db()
    assert fakta.status == "dicabut"
    # Leaving the JF: what is missing is asked for on the same page, the reason typed stays.
    masa = MasaJenjang.objects.get()
    kurang = {"akhiri-selesai": "", "akhiri-alasan": "Menjadi pengawas sekolah"}
    ditolak = kirim(klien, "angka_kredit:masa_akhiri", masa.pk, **kurang)
    assert ditolak.status_code == 422
    assert "Menjadi pengawas sekolah" in ditolak.text
    assert 'id="berhenti" open' in ditolak.text
    depan = kurang | {"akhiri-selesai": "2030-01-01"}
    assert "masih di depan" in kirim(klien, "angka_kredit:masa_akhiri", masa.pk, **depan).text
    benar = kurang | {"akhiri-selesai": "2026-01-31"}
    assert kirim(klien, "angka_kredit:masa_akhiri", masa.pk, **benar).status_code == 302
    for satu in (
        lihat(klien, "angka_kredit:masa", para.andi.pk),
        lihat(milik, "angka_kredit:saya"),
    ):
        assert "Berhenti: Menjadi pengawas sekolah" in satu


def test_a_correction_is_made_on_its_page(para: Pemeran) -> None:
    satu = panggung.tetapkan(para)[0]
    klien = masuk(para.budi)
    assert "Koreksi" in lihat(klien, "angka_kredit:orang", para.andi.pk)
    assert kirim(klien, "angka_kredit:konversi_koreksi", satu.pk, alasan="").status_code == 422
    jawaban = kirim(klien, "angka_kredit:konversi_koreksi", satu.pk, alasan="Salah tahun")
    assert jawaban.status_code == 302
    assert "Salah tahun" in lihat(masuk(para.andi), "angka_kredit:saya")


def test_a_pak_goes_from_draft_to_established_on_its_page(para: Pemeran) -> None:
    panggung.tetapkan(para)
    jawaban = kirim(
        masuk(para.citra), "angka_kredit:pak_susun", para.andi.pk, nomor="PAK/1",
        selesai="2025-12-31",
    )  # fmt: skip
    assert jawaban.status_code == 302
    pk = para.andi.daftar_pak.get().pk
    klien = masuk(para.budi)
    # A reason left blank is asked for on the page itself; one too long stays as typed.
    for alasan, pesan in (("  ", "Wajib diisi"), ("salah nomor " * 60, "500")):
        laman = kirim(klien, "angka_kredit:pak_batalkan", pk, **{"batal-alasan": alasan})
        assert (laman.status_code, laman.templates[0].name) == (422, "angka_kredit/pak.html")
        assert pesan in laman.text
        assert alasan.strip() in laman.text
    assert "Tetapkan PAK" in lihat(klien, "angka_kredit:pak", pk)
    assert "PAK/1" in lihat(klien, "angka_kredit:konversi")
    assert kirim(klien, "angka_kredit:pak_tetapkan", pk).status_code == 302
    isi = lihat(masuk(para.andi), "angka_kredit:pak", pk)
    assert "87,50" in isi
    assert "PAK PAK" not in isi
    assert "Tetapkan PAK" not in isi
    # Called off, the page tells who did and why.
    assert (
        kirim(klien, "angka_kredit:pak_batalkan", pk, **{"batal-alasan": "Keliru"}).status_code
        == 302
    )
    assert "Dibatalkan Budi Penilai: Keliru" in lihat(masuk(para.andi), "angka_kredit:pak", pk)


def test_my_page_costs_at_most_twelve_queries_whatever_the_rows(para: Pemeran) -> None:
    panggung.hasil(para.andi, 2023, "baik")
    panggung.masa(para)
    klien = masuk(para.andi)
    harga(klien, "angka_kredit:saya")
    sedikit = harga(klien, "angka_kredit:saya")
    for tahun in (2024, 2025):
        panggung.hasil(para.andi, tahun, "baik")
    services.selaraskan_konversi(
        instansi_id=para.instansi.pk, zona=para.instansi.zona, daftar_pegawai=[para.andi.pk],
        dari_tahun=2023, sampai_tahun=2025, pada=PADA,
    )  # fmt: skip
    services.tetapkan_konversi(
        aktor=para.aktor(para.budi), pada=PADA,
        daftar_pk=list(KonversiPredikat.objects.values_list("pk", flat=True)),
    )  # fmt: skip
    services.catat_fakta(
        aktor=para.aktor(para.citra), pegawai=para.andi, jenis="lowongan", nomor="1",
        tanggal=PADA, pada=PADA,
    )  # fmt: skip
    assert harga(klien, "angka_kredit:saya") <= sedikit
    assert sedikit <= 12 + KERANGKA


#: Session, account, aktor and the bar of the frame: every page pays them.
KERANGKA = 4


def test_the_lists_cost_the_same_for_three_and_for_nine(para: Pemeran) -> None:
    unit, penilai = masuk(para.citra), masuk(para.budi)

    def semua() -> tuple[int, int]:
        services.selaraskan_konversi(
            instansi_id=para.instansi.pk, zona=para.instansi.zona, pada=PADA,
            daftar_pegawai=list(MasaJenjang.objects.values_list("pegawai_id", flat=True)),
            dari_tahun=2025, sampai_tahun=2025,
        )  # fmt: skip
        harga(unit, "angka_kredit:unit")
        harga(penilai, "angka_kredit:konversi")
        return harga(unit, "angka_kredit:unit"), harga(penilai, "angka_kredit:konversi")

    orang_banyak(para, 3)
    sedikit = semua()
    MasaJenjang.objects.all()
    orang_banyak_lagi(para)
    assert semua() == sedikit
    assert max(sedikit) <= 12 + KERANGKA


def orang_banyak_lagi(para: Pemeran) -> None:
    from pemeran import buat_pegawai
    from tera.organisasi.models import JenisJabatan
    from tera.organisasi.services.penilai import segarkan_penilai

    for n in range(6):
        satu = buat_pegawai(
            para.bidang, f"Lain {n:02d}", f"19910101201501{n:04d}", JenisJabatan.FUNGSIONAL,
            "Pranata Komputer Ahli Muda", jenjang="ahli_muda",
        )  # fmt: skip
        panggung.hasil(satu, 2025, "baik")
        MasaJenjang.objects.create(
            instansi=para.instansi, pegawai=satu, jabatan="Pranata Komputer Ahli Muda",
            jenjang="ahli_muda", golongan="III/c", cara_masuk="promosi",
            mulai=dt.date(2023, 1, 1), nomor_sk="1", tanggal_sk=dt.date(2022, 12, 1),
            nama_pencatat="Citra", dicatat_at=panggung.SIANG,
        )  # fmt: skip
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))


def test_the_spreadsheet_holds_the_people_of_the_unit(para: Pemeran) -> None:
    import io

    from python_calamine import CalamineWorkbook

    panggung.tetapkan(para)
    jawaban = masuk(para.citra).get(reverse("angka_kredit:unit_unduh"))
    lembar = CalamineWorkbook.from_filelike(io.BytesIO(jawaban.content)).get_sheet_by_index(0)
    kepala, satu = lembar.to_python()
    assert kepala[:3] == ["NIP", "Nama", "Jabatan"]
    assert satu[1] == "Andi Pegawai"
    assert satu[7] == 87.5


def test_home_names_what_waits_for_the_penilai_and_for_the_pengelola(para: Pemeran) -> None:
    panggung.usul(para)
    fakta = services.catat_fakta(
        aktor=para.aktor(para.citra), pegawai=para.andi, jenis="lowongan", nomor="1",
        tanggal=PADA, pada=PADA,
    )  # fmt: skip
    services.laporkan_fakta(aktor=para.aktor(para.andi), fakta=fakta, teks="Keliru", pada=PADA)
    assert "3 konversi angka kredit menunggu penetapan Anda" in lihat(
        masuk(para.budi), "web:beranda"
    )
    assert "dilaporkan keliru" in lihat(masuk(para.citra), "web:beranda")


def test_the_download_of_my_data_holds_my_ledger(para: Pemeran) -> None:
    panggung.tetapkan(para)
    isi = masuk(para.andi).get(reverse("web:unduh_data")).json()
    assert [satu["nilai"] for satu in isi["angka_kredit"]["buku"]] == ["25.00", "37.50", "25.00"]
    assert "angka_kredit" in masuk(para.dewi).get(reverse("web:unduh_data")).json()


def test_an_officer_opens_a_ledger_only_in_mode_petugas_and_the_visit_is_logged(
    para: Pemeran,
) -> None:
    from tera.organisasi.models import AksesPetugas

    konversi = panggung.tetapkan(para)[0]
    klien = masuk(para.eka)
    alamat = reverse("angka_kredit:orang", args=[para.andi.pk])
    assert klien.get(alamat).status_code == 404
    jawaban = klien.post(
        "/petugas/mulai/",
        {
            "kunci_idempoten": str(uuid.uuid4()),
            "alasan": "Memeriksa buku angka kredit menurut surat tugas.",
            "menit": "60",
        },
    )
    assert jawaban.status_code == 302
    assert "87,50" in klien.get(alamat).text
    assert klien.get(reverse("dokumen:konversi_ak", args=[konversi.pk])).status_code == 200
    jalur = AksesPetugas.objects.filter(pegawai=para.andi).values_list("jalur", flat=True)
    assert alamat in jalur
    # Reading isn't establishing.
    ditolak = kirim(klien, "angka_kredit:konversi_koreksi", konversi.pk, alasan="x")
    assert ditolak.status_code == 403
