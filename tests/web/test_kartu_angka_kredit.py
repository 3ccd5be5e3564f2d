"""The cards of angka kredit on the page of what follows."""

import pytest

from angka_kredit import panggung
from tera.core import clock
from tera.web.kartu_angka_kredit import kartu_angka_kredit

pytestmark = pytest.mark.django_db


def test_a_jf_a_rater_and_a_pengelola_each_get_their_card_in_one_query(
    django_assert_num_queries: object,
) -> None:
    with clock.jam_beku(panggung.SIANG):
        para = panggung.buat()
        panggung.usul(para)
        kosong: frozenset[str] = frozenset()
        with django_assert_num_queries(1):  # type: ignore[operator]
            (saya,) = kartu_angka_kredit(para.aktor(para.andi), kosong, False)
        assert (saya.judul, saya.kelompok) == ("Angka kredit", "saya")
        with django_assert_num_queries(1):  # type: ignore[operator]
            (tim,) = kartu_angka_kredit(para.aktor(para.budi), kosong, True)
        assert tim.penting
        assert tim.keterangan == "3 konversi menunggu Anda tetapkan"
        daftar = kartu_angka_kredit(para.aktor(para.citra), frozenset({"pengelola"}), False)
        assert [satu.kelompok for satu in daftar] == ["kelola"]
        assert kartu_angka_kredit(para.aktor(para.dewi), kosong, False) == []
