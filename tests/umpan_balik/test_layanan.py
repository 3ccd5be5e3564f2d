"""Officers' pages: figures only from enough answers, points, held answers, export, budgets."""

import datetime as dt
import io
import uuid
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.organisasi.models import Pegawai
from tera.umpan_balik.ikm_hitung import JumlahUnsur, susun_laporan, tampak
from tera.umpan_balik.models import JawabanSKM, TitikLayanan
from tera.umpan_balik.selectors.layanan import laporan_ikm
from tera.umpan_balik.services import layanan
from umpan_balik import panggung_publik as panggung

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _enam_juli() -> Iterator[None]:
    cache.clear()
    with clock.jam_beku(panggung.JAM):
        yield
    cache.clear()


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


def _klien(pegawai: Pegawai) -> Client:
    klien = Client()
    assert pegawai.akun is not None
    klien.force_login(pegawai.akun)
    return klien


def _laporan(titik: TitikLayanan, **lain: Any) -> Any:
    isi = {"tahun": 2026, "minimum": 5, "pada": panggung.PADA} | lain
    return laporan_ikm(titik=[titik.pk], **isi)


def test_four_answers_show_nothing_and_five_do(para: Pemeran) -> None:
    # tindak lanjut T48, on both sides.
    titik = panggung.titik(para)
    panggung.jawaban(titik, 4)
    assert _laporan(titik).total.sedikit
    halaman = _klien(para.citra).get(reverse("umpan_balik:layanan_rincian", args=[titik.pk]))
    assert "75,00" not in halaman.content.decode()
    assert "Belum cukup jawaban" in halaman.content.decode()
    panggung.jawaban(titik, 1)
    hasil = _laporan(titik).total.hasil
    assert (hasil.nilai, hasil.mutu, hasil.n) == (Decimal("75.00"), "C", 5)
    halaman = _klien(para.citra).get(reverse("umpan_balik:layanan_rincian", args=[titik.pk]))
    assert "75,00" in halaman.content.decode()


def test_the_policy_decides_how_many_are_enough(para: Pemeran) -> None:
    panggung.kebijakan(para, "publik.n_minimum", 7)
    titik = panggung.titik(para)
    panggung.jawaban(titik, 6)
    alamat = reverse("umpan_balik:layanan_rincian", args=[titik.pk])
    assert "75,00" not in _klien(para.citra).get(alamat).content.decode()
    panggung.jawaban(titik, 1)
    assert "75,00" in _klien(para.citra).get(alamat).content.decode()


def test_an_answer_of_today_moves_no_figure_today(para: Pemeran) -> None:
    titik = panggung.titik(para)
    panggung.jawaban(titik, 5)
    sebelum = _laporan(titik)
    panggung.kirim(titik.kode, panggung.isian(titik.kode))
    assert _laporan(titik) == sebelum
    besok = panggung.PADA + dt.timedelta(days=1)
    assert _laporan(titik, pada=besok).total.n == 6


@given(
    bulan=st.lists(st.integers(0, 12), min_size=12, max_size=12),
    minimum=st.integers(3, 8),
)
def test_no_hidden_part_can_be_found_by_subtraction(bulan: list[int], minimum: int) -> None:
    baris = [
        (1, nomor, JumlahUnsur(n, (3 * n,) * 9)) for nomor, n in enumerate(bulan, start=1) if n
    ]
    laporan = susun_laporan(baris, tahun=2026, minimum=minimum, pada=panggung.PADA)
    kelompok = [(laporan.total, laporan.triwulan)] + [
        (laporan.triwulan[q], laporan.bulan[3 * q : 3 * q + 3]) for q in range(4)
    ]
    for seluruh, bagian in kelompok:
        if not seluruh.tampak:
            assert not any(satu.tampak for satu in bagian)
            continue
        assert seluruh.n >= minimum
        sisa = seluruh.n - sum(satu.n for satu in bagian if satu.tampak)
        assert sisa == 0 or sisa >= minimum
        assert all(satu.n >= minimum for satu in bagian if satu.tampak)


def test_a_part_left_out_alone_takes_the_smallest_shown_with_it() -> None:
    assert tampak([10, 6, 2], minimum=5) == [True, False, False]
    assert tampak([10, 6, 5], minimum=5) == [True, True, True]
    assert tampak([10, 0, 5], minimum=5) == [True, False, True]
    assert tampak([4], minimum=5) == [False]


def test_only_officers_of_the_unit_open_and_change_points(para: Pemeran) -> None:
    titik = panggung.titik(para)
    for orang in (para.andi, para.budi, para.fajar, para.eka, para.dewi):
        with pytest.raises(TidakBerwenangError):
            layanan.putuskan_tertahan(
                aktor=para.aktor(orang), titik=titik, hitung=True, pada=panggung.PADA
            )
        with pytest.raises(TidakBerwenangError):
            layanan.ubah_titik(
                aktor=para.aktor(orang), titik=titik, nama="x", jenis_layanan="y",
                sejak=panggung.PADA, sampai=None, pada=panggung.PADA,
            )  # fmt: skip
    with pytest.raises(MasukanSalahError):
        layanan.ubah_titik(
            aktor=para.aktor(para.citra), titik=titik, nama="x", jenis_layanan="y",
            sejak=panggung.PADA, sampai=panggung.PADA - dt.timedelta(days=1), pada=panggung.PADA,
        )  # fmt: skip


def test_a_point_is_opened_and_changed_through_its_pages(para: Pemeran) -> None:
    klien = _klien(para.citra)
    isi = {
        "kunci_idempoten": str(uuid.uuid4()), "unit": "Bidang Data (010101)", "nama": "Loket KIA",
        "jenis_layanan": "Kartu anak", "sejak": "2026-07-01", "sampai": "",
    }  # fmt: skip
    jawaban = klien.post(reverse("umpan_balik:layanan_baru"), isi)
    assert jawaban.status_code == 302
    titik = TitikLayanan.objects.get()
    assert (titik.unit_id, titik.nama, len(titik.kode)) == (para.bidang.pk, "Loket KIA", 8)
    ubah = reverse("umpan_balik:layanan_ubah", args=[titik.pk])
    salah = klien.post(ubah, isi | {"kunci_idempoten": str(uuid.uuid4()), "sampai": "2026-06-01"})
    assert salah.status_code == 422
    assert "mendahului" in salah.content.decode()
    baik = klien.post(ubah, isi | {"kunci_idempoten": str(uuid.uuid4()), "nama": "Loket Anak"})
    assert baik.status_code == 302
    titik.refresh_from_db()
    assert titik.nama == "Loket Anak"


def test_held_answers_are_counted_from_tomorrow_or_set_aside(para: Pemeran) -> None:
    titik = panggung.titik(para)
    panggung.jawaban(titik, 5)
    panggung.jawaban(titik, 4, nilai=1)
    JawabanSKM.objects.filter(u1=1).update(dihitung_mulai=None)
    klien = _klien(para.citra)
    alamat = reverse("umpan_balik:layanan_tertahan", args=[titik.pk])

    def putuskan(kata: str) -> None:
        isi = {"kunci_idempoten": str(uuid.uuid4()), "hitung": kata}
        assert klien.post(alamat, isi).status_code == 302

    putuskan("tidak")
    assert JawabanSKM.objects.filter(dikesampingkan=True).count() == 4
    putuskan("ya")  # set aside stays set aside
    assert _laporan(titik, pada=dt.date(2026, 7, 31)).total.n == 5
    JawabanSKM.objects.filter(u1=1).update(dikesampingkan=False)
    putuskan("ya")
    assert _laporan(titik).total.n == 5
    assert _laporan(titik, pada=panggung.PADA + dt.timedelta(days=1)).total.n == 9


def test_the_export_shows_what_the_page_shows(para: Pemeran) -> None:
    titik = panggung.titik(para, nama="=Loket")
    panggung.jawaban(titik, 6, nilai=4, pada=dt.date(2026, 2, 2))
    panggung.jawaban(titik, 2, nilai=1, pada=dt.date(2026, 5, 4))
    jawaban = _klien(para.fajar).get(reverse("umpan_balik:layanan_unduh", args=[titik.pk]))
    buku = CalamineWorkbook.from_filelike(io.BytesIO(jawaban.content))
    baris = buku.get_sheet_by_index(0).to_python()
    assert len(baris) == 6
    assert len(baris[0]) == 17
    assert not str(baris[1][0]).startswith("=")
    assert baris[1][3:7] == ["Setahun", 8, 81.25, "B"]
    # Two answers alone would be found by subtraction: neither quarter is shown.
    assert [satu[5] for satu in baris[2:]] == [""] * 4


def test_the_public_page_opens_only_when_the_instansi_says_so(para: Pemeran) -> None:
    titik = panggung.titik(para)
    panggung.jawaban(titik, 5, nilai=4)
    alamat = reverse("umpan_balik:skm_hasil", args=[titik.kode])
    assert Client().get(alamat).status_code == 404
    panggung.kebijakan(para, "publik.hasil_terbuka", True)
    jawaban = Client().get(alamat)
    assert "100,00" in jawaban.content.decode()
    assert not jawaban.cookies


def test_the_year_of_the_address_is_the_year_shown(para: Pemeran) -> None:
    titik = panggung.titik(para)
    panggung.jawaban(titik, 5, nilai=2, pada=dt.date(2025, 12, 31))
    panggung.jawaban(titik, 5, nilai=4, pada=dt.date(2026, 1, 1))
    klien = _klien(para.citra)
    alamat = reverse("umpan_balik:layanan_rincian", args=[titik.pk])
    assert "50,00" in klien.get(alamat + "?tahun=2025").content.decode()
    assert "100,00" in klien.get(alamat + "?tahun=2026").content.decode()
    for salah in ("x", "99999", "1", "²²²²"):
        assert "100,00" in klien.get(alamat + f"?tahun={salah}").content.decode()


@pytest.mark.parametrize("rute", ["layanan", "layanan_unit", "layanan_rincian"])
def test_the_pages_cost_the_same_whatever_the_number_of_points(para: Pemeran, rute: str) -> None:
    pertama = panggung.titik(para)
    panggung.jawaban(pertama, 6)
    nomor = {"layanan": [], "layanan_unit": [para.dinas.pk], "layanan_rincian": [pertama.pk]}[rute]
    klien = _klien(para.citra)
    alamat = reverse(f"umpan_balik:{rute}", args=nomor)

    def hitung() -> int:
        klien.get(alamat)
        with CaptureQueriesContext(connection) as tanya:
            assert klien.get(alamat).status_code == 200
        return len(tanya)

    sedikit = hitung()
    for nomor_titik in range(12):
        satu = panggung.titik(para, unit=para.bidang, nama=f"Loket {nomor_titik}")
        for bulan in range(1, 7):
            panggung.jawaban(satu, 3, pada=dt.date(2026, bulan, 2))
            panggung.jawaban(pertama, 3, pada=dt.date(2026, bulan, 2))
    assert hitung() == sedikit <= 12
