"""The pages: who sees which unit, what a page costs, what a list may say."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dokumen import baca_pdf
from evaluasi import panggung
from pemeran import Pemeran, buat_pegawai, buat_unit
from tera.core import clock
from tera.core.lembar import baca_lembar
from tera.dasbor.selectors.angka import dasbor_unit
from tera.dasbor.selectors.cakupan import pilihan_periode
from tera.dasbor.selectors.daftar import DAFTAR_UKURAN
from tera.dasbor.selectors.opd import dasbor_opd
from tera.evaluasi.models import HasilTerdahulu
from tera.evaluasi.selectors.hasil import predikat_terdahulu
from tera.organisasi import kebijakan as aturan_kebijakan
from tera.organisasi.models import JenisJabatan, Pegawai, Penugasan
from tera.pelaksanaan.models import Realisasi
from tera.skp.models import SKP, IndikatorKinerja

UKURAN = 12


def buka(pegawai: Pegawai, alamat: str, harap: int = 200) -> str:
    klien = Client()
    assert pegawai.akun is not None
    klien.force_login(pegawai.akun)
    jawab = klien.get(alamat)
    assert jawab.status_code == harap, alamat
    return jawab.content.decode()


def hitung(pegawai: Pegawai, alamat: str) -> int:
    klien = Client()
    assert pegawai.akun is not None
    klien.force_login(pegawai.akun)
    klien.get(alamat)
    with CaptureQueriesContext(connection) as kueri:
        jawab = klien.get(alamat)
    assert jawab.status_code == 200
    assert len(kueri) <= UKURAN, "\n".join(q["sql"][:200] for q in kueri.captured_queries)
    return len(kueri)


def alamat_unit(unit) -> str:
    return reverse("dasbor:unit", args=[unit.pk])


def ramaikan(para: Pemeran, jumlah: int, awal: int) -> None:
    """``jumlah`` more units below the Dinas with a person and a plan in force each."""
    for n in range(awal, awal + jumlah):
        unit = buat_unit(para.instansi, f"0101{n:03d}", f"Seksi {n}", para.dinas, "Kepala", "")
        orang = buat_pegawai(
            unit, f"Orang {n}", f"1991010120150{n:05d}", JenisJabatan.PELAKSANA,
            "Pengolah Data dan Informasi",
        )  # fmt: skip
        panggung.skp_ditetapkan(para, orang)


# --- scope ------------------------------------------------------------------------------------
def test_leaders_and_officers_open_their_highest_unit_and_below(para: Pemeran) -> None:
    for orang, unit in (
        (para.budi, para.bidang), (para.fajar, para.dinas), (para.bupati, para.kabupaten),
        (para.citra, para.kabupaten), (para.eka, para.kabupaten),
    ):  # fmt: skip
        assert unit.nama in buka(orang, reverse("dasbor:beranda"))
        assert unit.nama in buka(orang, alamat_unit(unit))
    buka(para.fajar, alamat_unit(para.bidang))


def test_a_unit_outside_ones_scope_does_not_exist(para: Pemeran) -> None:
    buka(para.budi, alamat_unit(para.dinas), 404)
    buka(para.fajar, alamat_unit(para.kabupaten), 404)
    buka(para.citra, alamat_unit(para.dinas_lain), 404)
    for orang in (para.andi, para.dewi):
        buka(orang, reverse("dasbor:beranda"), 404)
        buka(orang, alamat_unit(para.bidang), 404)
        buka(orang, reverse("dasbor:daftar", args=[para.bidang.pk, "skp_wajib"]), 404)


def test_an_unknown_number_has_no_list(para: Pemeran) -> None:
    buka(para.citra, reverse("dasbor:daftar", args=[para.kabupaten.pk, "apa_saja"]), 404)


def test_navigation_offers_the_dashboard_only_where_a_page_waits(para: Pemeran) -> None:
    alamat = f'href="{reverse("dasbor:beranda")}"'
    for orang in (para.budi, para.fajar, para.citra, para.eka):
        assert alamat in buka(orang, "/")
    assert alamat not in buka(para.andi, "/")


def test_a_period_of_another_instansi_is_not_asked_for(para: Pemeran) -> None:
    lain = para.periode
    lain.pk, lain.instansi, lain.tahun = None, para.instansi_lain, 2031
    lain.save()
    isi = buka(para.citra, f"{alamat_unit(para.kabupaten)}?periode={lain.pk}&tahun=2031")
    assert "Tahun 2026" in isi
    assert "Tahun 2031" not in isi


def test_without_any_year_the_page_says_what_will_appear(para: Pemeran) -> None:
    para.periode.delete()
    assert "Belum ada tahun kinerja" in buka(para.citra, reverse("dasbor:beranda"))
    buka(para.citra, reverse("dasbor:daftar", args=[para.kabupaten.pk, "skp_wajib"]), 404)


# --- cost -------------------------------------------------------------------------------------
def test_the_pages_cost_the_same_at_two_sizes(para: Pemeran) -> None:
    panggung.tetapkan(para)
    hasil = []
    awal = 1
    for jumlah in (2, 9):
        ramaikan(para, jumlah, awal)
        awal += jumlah
        hasil.append(
            {
                "unit": hitung(para.citra, reverse("dasbor:beranda")),
                "dinas": hitung(para.fajar, alamat_unit(para.dinas)),
                **{
                    ukuran: hitung(
                        para.citra, reverse("dasbor:daftar", args=[para.kabupaten.pk, ukuran])
                    )
                    for ukuran in DAFTAR_UKURAN
                },
            }
        )
    assert hasil[0] == hasil[1]


# --- what a list may say ----------------------------------------------------------------------
def test_who_has_which_predikat_is_read_by_heads_and_not_by_officers(para: Pemeran) -> None:
    panggung.tetapkan(para)
    alamat = reverse("dasbor:daftar", args=[para.dinas.pk, "predikat_baik"])
    assert para.andi.nama in buka(para.fajar, alamat)
    for petugas in (para.citra, para.eka):
        isi = buka(petugas, alamat)
        assert para.andi.nama not in isi
        assert "mode petugas" in isi


def test_nobody_reads_ones_own_result_before_it_is_delivered(para: Pemeran) -> None:
    evaluasi = panggung.tetapkan(para)
    alamat = reverse("dasbor:daftar", args=[para.bidang.pk, "predikat_baik"])
    assert para.andi.nama in buka(para.budi, alamat)
    # Budi's own result, set by Fajar and not delivered.
    evaluasi.pegawai = para.budi
    evaluasi.save()
    assert "Tidak ada yang tampak" in buka(para.budi, alamat)
    assert para.budi.nama in buka(para.fajar, alamat)


def test_a_reached_target_says_which_indicator_and_not_what_was_reported(para: Pemeran) -> None:
    evaluasi = panggung.buka(para)
    indikator = IndikatorKinerja.objects.filter(rhk__skp=evaluasi.skp).select_related("rhk")[0]
    Realisasi.objects.create(
        instansi=para.instansi, skp=evaluasi.skp, pegawai=para.andi,
        penugasan=evaluasi.skp.penugasan, periode=para.periode, rhk_kunci=indikator.rhk.kunci,
        indikator_kunci=indikator.kunci, teks="sudah 98,25 persen", satuan="persen",
        target_tercapai=True, dilaporkan_at=clock.sekarang(),
    )  # fmt: skip
    alamat = reverse("dasbor:daftar", args=[para.bidang.pk, "target"])
    isi = buka(para.budi, f"{alamat}?tahun=2026&periode={para.periode.pk}")
    assert indikator.teks in isi
    assert "98,25" not in isi


# --- the other forms of a dashboard -----------------------------------------------------------
def test_the_trend_costs_the_same_at_two_sizes_and_skips_a_period_that_runs(
    para: Pemeran,
) -> None:
    panggung.tetapkan(para)
    hasil = []
    for jumlah, awal in ((2, 1), (9, 3)):
        ramaikan(para, jumlah, awal)
        hasil.append(hitung(para.citra, reverse("dasbor:tren", args=[para.kabupaten.pk])))
    assert hasil[0] == hasil[1]


def test_a_spreadsheet_of_a_dashboard_runs_no_formula(para: Pemeran) -> None:
    para.bidang.nama = "=HYPERLINK(1)"
    para.bidang.save()
    panggung.tetapkan(para)
    klien = Client()
    klien.force_login(para.fajar.akun)
    isi = klien.get(reverse("dasbor:unduh", args=[para.dinas.pk])).content
    (_nama, baris), *_ = list(baca_lembar(nama="d.xlsx", isi=isi))
    semua = [list(satu) for _n, satu in baris]
    assert semua[0][0] == "Unit"
    assert semua[1][0] == para.dinas.nama
    assert semua[2][0] == "'=HYPERLINK(1)"
    ditetapkan = semua[0].index("SKP ditetapkan")
    assert semua[1][ditetapkan] == 1


def test_the_printed_report_says_what_the_page_says(para: Pemeran) -> None:
    panggung.tetapkan(para)
    klien = Client()
    klien.force_login(para.fajar.akun)
    jawab = klien.get(reverse("web:dasbor_laporan", args=[para.dinas.pk]))
    assert jawab["Content-Type"] == "application/pdf"
    teks = baca_pdf.buka(jawab.content).teks
    assert "LAPORAN KINERJA UNIT" in teks
    assert "Bidang Data" in teks
    assert "1 dari 4 orang" in teks
    buka(para.budi, reverse("web:dasbor_laporan", args=[para.dinas.pk]), 404)


def test_each_opd_stands_for_itself_and_all_together_are_the_unit(para: Pemeran) -> None:
    panggung.tetapkan(para)
    anak = buat_unit(para.instansi, "010199", "UPT Pelayanan", para.dinas, "Kepala", "")
    anak.opd = anak
    anak.save()
    orang = buat_pegawai(
        anak, "Hana", "199101012015000999", JenisJabatan.PELAKSANA, "Pengolah Data dan Informasi"
    )
    panggung.skp_ditetapkan(para, orang)
    para.kabupaten.refresh_from_db()
    pilihan = pilihan_periode(aktor=para.aktor(para.citra))
    assert pilihan is not None
    isi = {
        "unit": para.kabupaten, "pilihan": pilihan, "pada": dt.date(2026, 11, 20),
        "aturan": aturan_kebijakan.semua(instansi_id=para.instansi.pk, pada=dt.date(2026, 11, 20)),
    }  # fmt: skip
    hasil, utuh = dasbor_opd(**isi), dasbor_unit(**isi)
    per_nama = {satu.nama: satu for satu in hasil.daftar}
    # The people of the UPT aren't the Dinas's; Eka of the kabupaten belongs to none.
    assert per_nama[para.dinas.nama].skp.wajib == 4
    assert per_nama["UPT Pelayanan"].skp.ditetapkan == 1
    assert hasil.lain.skp.wajib == 1
    semua = [*hasil.daftar, hasil.lain]
    for ambil in (
        lambda a: a.skp.wajib, lambda a: a.skp.ditetapkan, lambda a: a.evaluasi.jumlah,
        lambda a: a.evaluasi.predikat.total(), lambda a: a.lain["wajib"],
    ):  # fmt: skip
        assert sum(map(ambil, semua)) == ambil(utuh.total)
    assert hitung(para.citra, reverse("dasbor:opd", args=[para.kabupaten.pk]))
    laman = buka(para.fajar, reverse("dasbor:opd", args=[para.dinas.pk]))
    assert "UPT Pelayanan" in laman
    # Each number leads to the list of the same people: the dinas without its UPT.
    tanya = f"?tahun=2026&periode={pilihan.periode.pk}"
    for unit, ukuran, n in (
        (para.dinas, "skp_wajib", 4), (anak, "skp_ditetapkan", 1),
        (para.dinas, "evaluasi_ditetapkan", per_nama[para.dinas.nama].evaluasi.ditetapkan),
    ):  # fmt: skip
        alamat = reverse("dasbor:daftar", args=[unit.pk, ukuran]) + tanya
        assert f'{alamat}&opd=1"'.replace("&", "&amp;") in laman, ukuran
        assert f"{n} baris." in buka(para.fajar, alamat + "&opd=1"), ukuran
    utuh_dinas = reverse("dasbor:daftar", args=[para.dinas.pk, "skp_wajib"]) + tanya
    assert "5 baris." in buka(para.fajar, utuh_dinas)
    luar = reverse("dasbor:daftar", args=[para.kabupaten.pk, "skp_wajib"]) + tanya + "&opd=1"
    assert "1 baris." in buka(para.citra, luar)


def test_numbers_of_a_unit_below_lead_to_its_own_lists_and_a_zero_leads_nowhere(
    para: Pemeran,
) -> None:
    panggung.buka(para)
    SKP.objects.filter(pegawai=para.andi).update(terlambat=True)
    para.periode.batas_evaluasi = dt.date(2026, 11, 1)
    para.periode.save()
    assert hitung(para.fajar, alamat_unit(para.dinas))
    isi = buka(para.fajar, alamat_unit(para.dinas))
    tanya = f"?tahun=2026&amp;periode={para.periode.pk}"
    for ukuran, teks, n in (
        ("skp_wajib", "2", 2), ("skp_ditetapkan", "50,0%", 1), ("skp_terlambat", "1 SKP", 1),
        ("evaluasi_terlambat", "1 evaluasi", 1),
    ):  # fmt: skip
        alamat = reverse("dasbor:daftar", args=[para.bidang.pk, ukuran])
        assert f'<a href="{alamat}{tanya}">{teks}</a>' in isi, ukuran
        assert f"{n} baris." in buka(para.fajar, f"{alamat}{tanya.replace('&amp;', '&')}")
    assert reverse("dasbor:daftar", args=[para.bidang.pk, "evaluasi_ditetapkan"]) not in isi


def test_the_trend_shows_imported_years_as_imported_and_only_from_enough_people(
    para: Pemeran, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi = {
        "instansi": para.instansi, "rating_hasil_kerja": "sesuai",
        "rating_perilaku_kerja": "sesuai", "sumber": "rekap.xlsx", "nama_aktor": "Citra",
        "diimpor_at": dt.datetime(2026, 1, 2, tzinfo=dt.UTC),
    }  # fmt: skip
    for pegawai, bulan, predikat in (
        (para.andi, (1, 6), "kurang"), (para.andi, (7, 12), "baik"),
        (para.budi, (1, 12), "sangat_baik"),
    ):  # fmt: skip
        HasilTerdahulu.objects.create(
            pegawai=pegawai, tahun=2024, bulan_mulai=bulan[0], bulan_selesai=bulan[1],
            predikat=predikat, **isi,
        )  # fmt: skip
    tanya: dict[str, Any] = {"dari_tahun": 2023, "sampai_tahun": 2025, "pada": panggung.PADA}
    # A year's last result counts, and only people who are there.
    assert predikat_terdahulu(unit=para.bidang, **tanya)[2024]["kurang"] == 0
    assert predikat_terdahulu(unit=para.kabupaten, **tanya) == {2024: {"baik": 1, "sangat_baik": 1}}
    Penugasan.objects.filter(pegawai=para.budi).update(sampai=panggung.PADA - dt.timedelta(days=1))
    assert predikat_terdahulu(unit=para.kabupaten, **tanya) == {2024: {"baik": 1}}
    alamat = reverse("dasbor:tren", args=[para.kabupaten.pk])
    assert "2024 (diimpor)" not in buka(para.citra, alamat)
    monkeypatch.setattr("tera.dasbor.views.unit.BATAS_TERDAHULU", 1)
    assert "2024 (diimpor)" in buka(para.citra, alamat)
    assert hitung(para.citra, alamat) <= 12
