"""Named helpers."""

import datetime as dt

import pytest
from django.urls import reverse

from organisasi.orang_uji import PADA, kirim, lihat, masuk
from pemeran import Pemeran, buat_pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import Penyiap
from tera.organisasi.selectors.penyiap import adalah_penyiap, disiapkan_oleh
from tera.organisasi.services.penyiap import akhiri_penyiap, tunjuk_penyiap

BESOK = PADA + dt.timedelta(days=1)


@pytest.fixture
def orang(db: None) -> Pemeran:
    return buat_pemeran()


def tunjuk(orang: Pemeran, **ganti: object) -> Penyiap:
    isi = {
        "aktor": orang.aktor(orang.fajar),
        "penyiap_id": orang.citra.pk,
        "sejak": PADA,
        "sampai": None,
        "dasar": "",
        "pada": PADA,
    } | ganti
    return tunjuk_penyiap(**isi)  # type: ignore[arg-type]


def test_the_helper_may_draft_from_the_day_to_the_day(orang: Pemeran) -> None:
    tunjuk(orang, sejak=BESOK, sampai=BESOK)

    def boleh(pada: dt.date) -> bool:
        return adalah_penyiap(penyiap_id=orang.citra.pk, pejabat_id=orang.fajar.pk, pada=pada)

    assert [boleh(PADA), boleh(BESOK), boleh(BESOK + dt.timedelta(days=1))] == [False, True, False]
    aktor = orang.aktor(orang.citra)
    assert list(disiapkan_oleh(aktor=aktor, pada=BESOK)) == [orang.fajar]


@pytest.mark.parametrize(
    ("siapa", "ganti"),
    [
        ("fajar", {}),
        ("dewi", {}),
        ("citra", {"sejak": PADA - dt.timedelta(days=1)}),
        ("citra", {"sampai": PADA - dt.timedelta(days=1)}),
    ],
)
def test_oneself_strangers_and_the_past_are_refused(
    orang: Pemeran, siapa: str, ganti: dict[str, object]
) -> None:
    with pytest.raises(MasukanSalahError):
        tunjuk(orang, penyiap_id=getattr(orang, siapa).pk, **ganti)


def test_nobody_is_named_twice_for_the_same_days(orang: Pemeran) -> None:
    tunjuk(orang)
    with pytest.raises(MasukanSalahError):
        tunjuk(orang)


@pytest.mark.parametrize("siapa", ["fajar", "citra"])
def test_either_side_ends_it(orang: Pemeran, siapa: str) -> None:
    baris = tunjuk(orang)
    akhiri_penyiap(aktor=orang.aktor(getattr(orang, siapa)), baris=baris, pada=PADA)
    assert Penyiap.objects.get().sampai == PADA
    with pytest.raises(StatusTidakSesuaiError):
        akhiri_penyiap(aktor=orang.aktor(getattr(orang, siapa)), baris=baris, pada=PADA)


@pytest.mark.parametrize("siapa", ["andi", "budi", "eka", "dewi"])
def test_nobody_else_ends_it(orang: Pemeran, siapa: str) -> None:
    baris = tunjuk(orang)
    with pytest.raises(TidakBerwenangError):
        akhiri_penyiap(aktor=orang.aktor(getattr(orang, siapa)), baris=baris, pada=PADA)
    assert Penyiap.objects.get().sampai is None


def test_both_see_it_on_their_page_and_others_get_404(orang: Pemeran) -> None:
    alamat = reverse("organisasi:penyiap")
    isi = {"penyiap": "Citra Pengelola", "sejak": "2026-06-01"}
    assert kirim(masuk(orang.fajar), alamat, isi).status_code == 302
    assert "Citra Pengelola" in lihat(masuk(orang.fajar), alamat).content.decode()
    assert "Fajar Kepala" in lihat(masuk(orang.citra), alamat).content.decode()
    akhiri = reverse("organisasi:penyiap_akhiri", args=[Penyiap.objects.get().pk])
    assert kirim(masuk(orang.andi), akhiri).status_code == 404
    assert kirim(masuk(orang.citra), akhiri).status_code == 302
