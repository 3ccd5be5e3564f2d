"""The pages whose reading is written down cost no more than others: at most 12 queries."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialog.klien import masuk
from evaluasi import panggung as nilai
from pelaksanaan import panggung as kerja
from pemeran import Pemeran, buat_pegawai
from tera.core.models import JejakAudit
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut.models import BacaanFaktor, DataBulanan, KetidakhadiranTahunan
from tera.tindak_lanjut.services.penghargaan import calon as layanan_calon
from tera.tindak_lanjut.services.penghargaan.putaran import tutup_usulan
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
