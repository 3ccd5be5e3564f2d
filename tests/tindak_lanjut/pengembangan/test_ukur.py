"""The effect of an activity is measured at what it names, and says so where it can't be."""

import datetime as dt
from typing import Any

import pytest

from dialog.klien import kirim, lihat, masuk
from pemeran import Pemeran
from tera.core import clock
from tera.core.galat import MasukanSalahError
from tera.evaluasi.models import CatatanKerja, Evaluasi, HasilTerdahulu
from tera.organisasi.models import Periode
from tera.pelaksanaan.models import Realisasi
from tera.skp.models import SKP, IndikatorKinerja, RencanaHasilKerja
from tera.tindak_lanjut.models import KegiatanPengembangan
from tera.tindak_lanjut.selectors.pengembangan.ukur import Diukur, Ukuran, ukur
from tera.tindak_lanjut.services.pengembangan import rencana as layanan_rencana
from tindak_lanjut.pengembangan import panggung
from tindak_lanjut.pengembangan.panggung import PADA

pytestmark = pytest.mark.django_db
RHK, INDIKATOR = "Data penduduk mutakhir", "Jumlah data dimutakhirkan"


def _tahun_depan(para: Pemeran, evaluasi: Evaluasi, rhk: str = RHK) -> Evaluasi:
    """A result of the next year on a plan with new keys."""
    lama = evaluasi.skp
    periode = Periode.objects.get(pk=evaluasi.periode_id)
    periode.pk, periode.tahun = None, 2027
    periode.mulai, periode.selesai = dt.date(2027, 1, 1), dt.date(2027, 12, 31)
    periode.save()
    skp = SKP.objects.get(pk=lama.pk)
    skp.pk, skp.tahun = None, 2027
    skp.mulai, skp.selesai = periode.mulai, periode.selesai
    skp.save()
    baris = RencanaHasilKerja.objects.create(skp=skp, teks=rhk, urut=1)
    IndikatorKinerja.objects.create(rhk=baris, teks=INDIKATOR, target="10", satuan="data")
    baru = Evaluasi.objects.get(pk=evaluasi.pk)
    baru.pk, baru.skp, baru.periode = None, skp, periode
    baru.rating_perilaku_kerja = "di_atas"
    baru.save()
    return baru


def _tandai(evaluasi: Evaluasi, unsur: str, kunci: str, level: str) -> None:
    CatatanKerja.objects.create(
        evaluasi=evaluasi, oleh="penilai", unsur=unsur, kunci=kunci, level=level,
        ditandai_at=clock.sekarang(),
    )  # fmt: skip


def _ukur(para: Pemeran, **lain: Any) -> Ukuran:
    isi = {
        "kunci": 1, "pegawai_id": para.andi.pk, "mulai": dt.date(2027, 2, 1),
        "selesai": dt.date(2027, 3, 1), "sasaran": "", "teks": "", "perilaku": False, **lain,
    }  # fmt: skip
    return ukur(daftar=[Diukur(**isi)])[1]


def test_the_named_row_is_compared_where_the_next_plan_continues_it(para: Pemeran) -> None:
    lama = panggung.hasil_biasa(para)
    rhk = RencanaHasilKerja.objects.get()
    named = {"sasaran": f"rhk:{rhk.kunci}", "teks": RHK}
    assert _ukur(para, **named, selesai=None).alasan == "Kegiatannya belum selesai."
    belum = _ukur(para, **named)
    assert (belum.nama, belum.arah) == (RHK, "")
    assert "Belum ada hasil evaluasi" in belum.alasan
    baru = _tahun_depan(para, lama)
    tanpa_tanda = _ukur(para, **named)
    assert (tanpa_tanda.nama, tanpa_tanda.arah) == ("Rating hasil kerja", "tetap")
    assert "tidak menandainya tersendiri" in tanpa_tanda.catatan
    _tandai(lama, "rhk", str(rhk.kunci), "di_bawah")
    _tandai(baru, "rhk", str(baru.skp.daftar_rhk.get().kunci), "sesuai")
    satu = _ukur(para, **named)
    assert (satu.nama, satu.arah, satu.catatan) == (RHK, "naik", "")
    assert satu.sebelum == "Di Bawah Ekspektasi"
    baru.skp.daftar_rhk.update(teks="RHK lain sama sekali")
    putus = _ukur(para, **named)
    assert (putus.nama, putus.arah) == ("Rating hasil kerja", "tetap")
    assert "tidak berlanjut" in putus.catatan


def test_a_value_is_compared_by_its_mark_and_a_gap_of_behaviour_by_its_rating(
    para: Pemeran,
) -> None:
    lama = panggung.hasil_biasa(para)
    baru = _tahun_depan(para, lama)
    assert _ukur(para, perilaku=True).arah == "naik"
    _tandai(lama, "perilaku", "KOL", "sesuai")
    _tandai(baru, "perilaku", "KOL", "di_bawah")
    satu = _ukur(para, sasaran="perilaku:KOL", teks="Kolaboratif")
    assert (satu.nama, satu.arah) == ("Kolaboratif", "turun")
    muda = _ukur(para, mulai=dt.date(2026, 1, 5), sasaran="perilaku:KOL", teks="Kolaboratif")
    assert "Tidak ada hasil evaluasi dari sebelum" in muda.alasan
    HasilTerdahulu.objects.create(
        instansi=para.instansi, pegawai=para.andi, tahun=2025, rating_hasil_kerja="sesuai",
        rating_perilaku_kerja="di_bawah", predikat="butuh_perbaikan", sumber="Rekap",
        nama_aktor="Citra", diimpor_at=clock.sekarang(),
    )  # fmt: skip
    impor = _ukur(para, mulai=dt.date(2026, 1, 5), sasaran="perilaku:KOL", teks="Kolaboratif")
    assert (impor.nama, impor.arah) == ("Rating perilaku kerja", "naik")


def test_an_indicator_is_compared_at_the_end_of_years_only(
    para: Pemeran, django_assert_num_queries
) -> None:
    """Inside a year its figure grows by itself: that would always be a rise."""
    lama = panggung.hasil_biasa(para)
    Periode.objects.filter(pk=lama.periode_id).update(selesai=dt.date(2026, 12, 31))
    baru = _tahun_depan(para, lama)
    named = {"sasaran": f"indikator:{IndikatorKinerja.objects.order_by('pk')[0].kunci}",
             "teks": INDIKATOR}  # fmt: skip
    for evaluasi, persen in ((lama, 80), (baru, 95)):
        indikator = IndikatorKinerja.objects.get(rhk__skp=evaluasi.skp)
        Realisasi.objects.create(
            instansi=para.instansi, pegawai=para.andi, penugasan=evaluasi.skp.penugasan,
            skp=evaluasi.skp, periode=evaluasi.periode, rhk_kunci=indikator.rhk.kunci,
            indikator_kunci=indikator.kunci, persen=persen, status="diverifikasi",
            dilaporkan_at=clock.sekarang(),
        )  # fmt: skip
    with django_assert_num_queries(6):
        satu = _ukur(para, **named)
    assert (satu.arah, satu.sebelum, satu.sesudah) == ("naik", "80%", "95%")
    Periode.objects.filter(pk=lama.periode_id).update(selesai=dt.date(2026, 9, 30))
    assert "belum terverifikasi" in _ukur(para, **named).catatan
    Periode.objects.filter(pk=lama.periode_id).update(selesai=dt.date(2026, 12, 31))
    Realisasi.objects.filter(periode=baru.periode).update(status="dilaporkan")
    assert "belum terverifikasi" in _ukur(para, **named).catatan


def test_the_form_offers_the_rows_of_the_plan_and_the_page_shows_the_effect(
    para: Pemeran,
) -> None:
    evaluasi = panggung.hasil_biasa(para)
    andi = masuk(para.andi)
    rhk = RencanaHasilKerja.objects.get()
    assert f'value="rhk:{rhk.kunci}"' in lihat(andi, "tindak_lanjut:pengembangan_kegiatan_baru")
    isi = {
        "uraian_kesenjangan": "Data ganda", "kesenjangan": "teknis", "kegiatan": "Magang",
        "jenis": "magang", "porsi": "pengalaman", "jp": 0, "target_pada": "2026-12-20",
        "pembimbing": "", "pembimbing_lain": "", "sasaran": f"rhk:{rhk.kunci}",
    }  # fmt: skip
    assert kirim(andi, "tindak_lanjut:pengembangan_kegiatan_baru", **isi).status_code == 302
    satu = KegiatanPengembangan.objects.get()
    assert (satu.sasaran, satu.sasaran_teks) == (f"rhk:{rhk.kunci}", RHK)
    with pytest.raises(MasukanSalahError) as galat:
        layanan_rencana.tambah_kegiatan(
            aktor=para.aktor(para.andi), rencana=satu.rencana, pada=PADA,
            isi=panggung.isi(sasaran="rhk:00000000-0000-4000-8000-000000000000"),
        )  # fmt: skip
    assert "sasaran" in galat.value.per_bidang
    KegiatanPengembangan.objects.filter(pk=satu.pk).update(
        status="diverifikasi", mulai_pada=dt.date(2027, 1, 2), selesai_pada=dt.date(2027, 2, 5),
        pembimbing=para.citra,
    )  # fmt: skip
    halaman = lihat(andi, "tindak_lanjut:pengembangan_kegiatan", satu.pk)
    assert "Belum dapat diukur." in halaman
    _tahun_depan(para, evaluasi)
    halaman = lihat(andi, "tindak_lanjut:pengembangan_kegiatan", satu.pk)
    assert "bukan bukti sebab-akibat" in halaman
    mentor = lihat(masuk(para.citra), "tindak_lanjut:pengembangan_kegiatan", satu.pk)
    assert "sebab-akibat" not in mentor
