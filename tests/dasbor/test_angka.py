"""A number on the dashboard is the length of its list, whatever happened before."""

from collections.abc import Iterator

import pytest

from dasbor.panggung import PanggungDasbor
from evaluasi.test_hitungan import SAAT
from tera.core import clock
from tera.dasbor.hitungan import REKAP_DASBOR
from tera.dasbor.kata import KATA
from tera.dasbor.models import HitunganDasbor
from tera.dasbor.selectors.angka import tanya_lain
from tera.dasbor.selectors.daftar import DAFTAR_UKURAN
from tera.dasbor.selectors.tren import tren


@pytest.fixture(autouse=True)
def _jam() -> Iterator[None]:
    with clock.jam_beku(SAAT):
        yield


@pytest.mark.django_db
@pytest.mark.parametrize("benih", range(5))
def test_every_number_is_the_length_of_its_list_after_any_steps(benih: int) -> None:
    panggung = PanggungDasbor(benih)
    jejak: list[str] = []
    terlihat: set[str] = set()
    for _ in range(80):
        jejak.append(panggung.langkah())
        if panggung.acak.random() > 0.2:
            continue
        unit = panggung.acak.choice([panggung.akar, *panggung.daftar_unit])
        unit.refresh_from_db()
        tanya = panggung.minta(unit, panggung.acak.choice(panggung.daftar_periode))
        hasil = panggung.hitung(tanya)
        for kata, ukuran in DAFTAR_UKURAN.items():
            n = ukuran.angka(hasil.total)
            assert n == len(ukuran.kueri(tanya)), (kata, benih, jejak, panggung.hari)
            terlihat |= {kata} if n else set()
        satu = tanya_lain(unit=unit, periode=tanya.pilihan.periode, pada=panggung.hari)
        lama = REKAP_DASBOR.langsung(
            unit=unit, kunci=satu.kunci, hari=satu.hari, **satu.nilai
        ).bagian
        penuh = sum(lama.values(), start=type(hasil.total.lain)())
        assert +hasil.total.lain == +penuh, (benih, jejak)
        # Part and whole agree: the children and the unit itself make the total.
        anak = sum(satu.lain["wajib"] for satu in hasil.daftar_anak)
        assert anak <= hasil.total.lain["wajib"]
    assert HitunganDasbor.objects.filter(segar=True).exists()
    # The steps gave something to count.
    assert {"skp_ditetapkan", "ikut", "belum_ikut"} <= terlihat


def test_every_number_has_its_words() -> None:
    assert set(KATA) == set(DAFTAR_UKURAN)


@pytest.mark.django_db
@pytest.mark.parametrize("benih", [7])
def test_a_point_of_the_trend_says_what_the_dashboard_of_its_period_says(benih: int) -> None:
    panggung = PanggungDasbor(benih)
    for _ in range(60):
        panggung.langkah()
    panggung.akar.refresh_from_db()
    tanya = panggung.minta(panggung.akar, panggung.daftar_periode[0])
    tahun, bagian = tren(
        unit=panggung.akar, pilihan=tanya.pilihan, aturan=tanya.aturan, pada=panggung.hari
    )
    assert [satu.periode for satu in tahun] == panggung.daftar_periode[:1]
    assert [satu.periode for satu in bagian] == panggung.daftar_periode[1:]
    for titik in [*tahun, *bagian]:
        hasil = panggung.hitung(panggung.minta(panggung.akar, titik.periode))
        assert titik.ikut == hasil.total.persen_ikut
        assert titik.target == hasil.total.persen_target
        assert titik.predikat == +hasil.total.evaluasi.predikat
        assert titik.ikm == hasil.total.ikm
    assert tahun[0].skp == panggung.hitung(tanya).total.persen_skp
    assert tahun[0].ikut is not None
