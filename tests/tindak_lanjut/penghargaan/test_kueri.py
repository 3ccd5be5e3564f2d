"""The pages whose reading is written down cost no more than others: at most 12 queries."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialog.klien import masuk
from evaluasi import panggung as nilai
from pelaksanaan import panggung as kerja
from pemeran import Pemeran, buat_pegawai
from tera.core.models import JejakAudit, Kejadian
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut.models import (
    BacaanFaktor,
    DataBulanan,
    KetidakhadiranTahunan,
    RekamDisiplin,
)
from tera.tindak_lanjut.services.penghargaan import calon as layanan_calon
from tera.tindak_lanjut.services.penghargaan.putaran import tutup_usulan
from tera.tindak_lanjut.services.penghargaan.rekam import impor_rekam
from tera.tindak_lanjut.services.tindakan.hadir import impor_ketidakhadiran
from tindak_lanjut.penghargaan import panggung
from tindak_lanjut.penghargaan.panggung import PADA
from tindak_lanjut.penghargaan.test_laman import R
from tindak_lanjut.penghargaan.test_tunjangan import OKTOBER, aturan, hasil


def _isi(para: Pemeran, orang: Pegawai) -> None:
    """A person with a month and with days away."""
    DataBulanan.objects.create(
        instansi=para.instansi, pegawai=orang, bulan=OKTOBER, potongan_kehadiran=5,
        dicatat_at=panggung.SIANG,
    )  # fmt: skip
    KetidakhadiranTahunan.objects.create(
        instansi=para.instansi, pegawai=orang, tahun=2026, hari=12, berturut=2, sumber="x",
        dicatat_at=panggung.SIANG,
    )  # fmt: skip


def _banyak(para: Pemeran, calon_pk: int) -> None:
    """More than a page of people; views, records and readings about the candidate."""
    for n in range(55):
        orang = buat_pegawai(
            para.bidang, f"Rekan {n:02}", f"1990030320150188{n:02}", "pelaksana", "Pengolah"
        )
        _isi(para, orang)
    for kata in ("bersih", "cltn"):
        panggung.rekam(para, kata)
    calon = layanan_calon.CalonPenghargaan.objects.get(pk=calon_pk)
    for anggota, kata in ((para.eka, "mendukung"), (para.fajar, "abstain")):
        layanan_calon.catat_pandangan(
            aktor=para.aktor(anggota), calon=calon, pandangan=kata, alasan="Terbukti.",
            benturan_lain=False, pada=PADA,
        )  # fmt: skip


def _biaya(klien: Client, alamat: str) -> int:
    klien.get(alamat)
    jejak, bacaan = JejakAudit.objects.count(), BacaanFaktor.objects.count()
    with CaptureQueriesContext(connection) as kueri:
        assert klien.get(alamat).status_code == 200
    # The second reading is written down as the first was; one's own isn't.
    if "/saya/" not in alamat:
        assert JejakAudit.objects.count() > jejak
    assert (BacaanFaktor.objects.count() > bacaan) == ("/faktor/" in alamat)
    assert len(kueri) <= 12, (alamat, "\n".join(q["sql"][:160] for q in kueri))
    return len(kueri)


def test_pages_that_log_their_reading_cost_the_same_whatever_the_rows(para: Pemeran) -> None:
    aturan(para, sumber_capaian="laporan", tabel_laporan="lh_bplh")
    hasil(para, 2025, "baik")
    nilai.skp_ditetapkan(para)
    kerja.triwulan(para, 4)
    for orang in (para.andi, para.budi):
        _isi(para, orang)
    satu = panggung.putaran(para, aturan="unit_terbaik", predikat_minimal="baik", capaian_minimal=1)
    calon = panggung.usul(para, satu)
    panggung.tim(para, satu)
    tutup_usulan(aktor=para.aktor(para.citra), putaran=satu, pada=PADA)
    hadir = reverse("tindak_lanjut:ketidakhadiran")
    bulan = "?bulan=2026-10"
    halaman = (
        (para.citra, reverse(f"{R}calon", args=[calon.pk])),
        (para.eka, reverse(f"{R}calon", args=[calon.pk])),
        (para.citra, reverse(f"{R}faktor") + bulan),
        (para.andi, reverse(f"{R}tunjangan_saya") + bulan),
        (para.citra, hadir),
        (para.budi, hadir),
    )
    sedikit = [_biaya(masuk(orang), alamat) for orang, alamat in halaman]
    _banyak(para, calon.pk)
    assert [_biaya(masuk(orang), alamat) for orang, alamat in halaman] == sedikit
    # A page further on costs the same: how many there are comes with its rows.
    assert _biaya(masuk(para.citra), halaman[2][1] + "&halaman=2") == sedikit[2]


def test_sheets_of_records_and_of_days_away_cost_the_same_whatever_the_rows(para: Pemeran) -> None:
    banyak = [
        buat_pegawai(para.bidang, f"Rekan {n}", f"19900303201501881{n}", "pelaksana", "Pengolah")
        for n in range(8)
    ]
    citra, hitung = para.aktor(para.citra), []
    for n, daftar in enumerate(([para.andi, para.budi], banyak)):
        rekam, hadir = "NIP;JENIS;MULAI;SELESAI;NOMOR SURAT;TANGGAL SURAT\n", "NIP;HARI;BERTURUT\n"
        for satu in daftar:
            rekam += f"{satu.nip};hukdis_ringan;01-10-2026;;800/{n};01-10-2026\n"
            hadir += f"{satu.nip};12;4\n"
        for salah in (
            f"{para.andi.nip};ringan;01-10-2026;;1;01-10-2026",
            "123;bersih;;;1;",
            f"{para.andi.nip};bersih;01-10-2026;;{'9' * 101};01-10-2026",
        ):
            rekam += salah + "\n"
        with CaptureQueriesContext(connection) as kueri:
            tulisan = impor_rekam(aktor=citra, nama="r.csv", isi=rekam.encode(), pada=PADA)
            hari = impor_ketidakhadiran(
                aktor=citra, tahun=2026, nama="h.csv", isi=hadir.encode(), pada=PADA
            )
        hitung.append(len(kueri))
        assert (tulisan.ditulis, len(tulisan.ditolak)) == (len(daftar), 3)
        assert (hari.ditulis, hari.ditolak) == (len(daftar), [])
    assert hitung[0] == hitung[1]
    # Each with its link of the audit chain and its news; the same sheets again change nothing.
    for jenis, model in (
        ("rekam_disiplin", RekamDisiplin),
        ("ketidakhadiran", KetidakhadiranTahunan),
    ):
        assert model.objects.count() == 10
        assert JejakAudit.objects.filter(jenis=jenis, aksi="catat").count() == 10
    assert Kejadian.objects.filter(nama="penghargaan.rekam_dicatat").count() == 10
    assert Kejadian.objects.filter(nama="tindak_lanjut.ketidakhadiran").count() == 10
    assert impor_rekam(aktor=citra, nama="r.csv", isi=rekam.encode(), pada=PADA).sudah_ada == 8
    lagi = hadir.replace(";12;4", ";14;4", 1) + f"{banyak[0].nip};15;4\n"
    hari = impor_ketidakhadiran(aktor=citra, tahun=2026, nama="h.csv", isi=lagi.encode(), pada=PADA)
    assert (hari.ditulis, hari.sudah_ada, len(hari.ditolak)) == (1, 7, 1)
    assert KetidakhadiranTahunan.objects.get(pegawai=banyak[0]).hari == 14
