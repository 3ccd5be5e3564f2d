"""Facts: recorded with a document, counted once, reported wrong, answered."""

import datetime as dt
from decimal import Decimal

import pytest

from angka_kredit import panggung
from angka_kredit.panggung import PADA
from pemeran import Pemeran
from tera.angka_kredit import services
from tera.angka_kredit.models import FaktaJF
from tera.angka_kredit.selectors.buku import buku_orang
from tera.angka_kredit.selectors.kelayakan import fakta_hukum
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError

pytestmark = pytest.mark.django_db
D = Decimal


def catat(para: Pemeran, jenis: str = "ijazah", **lain) -> FaktaJF:
    isi = {"nomor": "N/1", "tanggal": dt.date(2025, 8, 1), "tingkat": "s2", "pada": PADA, **lain}
    if jenis != "ijazah":
        isi.pop("tingkat")
    return services.catat_fakta(aktor=para.aktor(para.citra), pegawai=para.andi, jenis=jenis, **isi)


def hukum(para: Pemeran):
    buku = buku_orang(pegawai=para.andi)
    assert buku.kini is not None
    return fakta_hukum(
        pegawai=para.andi, masa=buku.kini.masa, fakta=buku.fakta, predikat={}, pada=PADA
    )


def test_t14_a_degree_adds_25_once_and_a_second_claim_is_refused(para: Pemeran) -> None:
    masa = panggung.masa(para)
    catat(para)
    assert panggung.jumlah(masa) == D("25.00")
    with pytest.raises(MasukanSalahError, match="sekali"):
        catat(para)
    with pytest.raises(MasukanSalahError):
        catat(para, tingkat="s1")
    assert panggung.jumlah(masa) == D("25.00")


def test_a_degree_without_a_jenjang_waits(para: Pemeran) -> None:
    with pytest.raises(MasukanSalahError, match="jenjangnya dulu"):
        catat(para)


@pytest.mark.parametrize("siapa", ["andi", "budi", "eka", "dewi"])
def test_only_the_pengelola_records(para: Pemeran, siapa: str) -> None:
    panggung.masa(para)
    with pytest.raises(TidakBerwenangError):
        services.catat_fakta(
            aktor=para.aktor(getattr(para, siapa)), pegawai=para.andi, jenis="lowongan",
            nomor="N/1", tanggal=PADA, pada=PADA,
        )  # fmt: skip


def test_a_document_of_tomorrow_is_refused(para: Pemeran) -> None:
    panggung.masa(para)
    with pytest.raises(MasukanSalahError, match="di depan"):
        catat(para, "lowongan", tanggal=dt.date(2026, 11, 21))
    assert catat(para, "lowongan", tanggal=PADA).status == "tercatat"


def test_a_reported_fact_counts_as_unknown_until_it_is_answered(para: Pemeran) -> None:
    panggung.masa(para)
    fakta = catat(para, "lowongan")
    assert hukum(para).lowongan is True
    with pytest.raises(TidakBerwenangError):
        services.laporkan_fakta(
            aktor=para.aktor(para.budi), fakta=fakta, teks="Bukan saya", pada=PADA
        )
    services.laporkan_fakta(
        aktor=para.aktor(para.andi), fakta=fakta, teks="Lowongannya sudah terisi", pada=PADA
    )
    assert hukum(para).lowongan is None
    with pytest.raises(StatusTidakSesuaiError):
        services.laporkan_fakta(aktor=para.aktor(para.andi), fakta=fakta, teks="Lagi", pada=PADA)
    services.jawab_laporan(
        aktor=para.aktor(para.citra), fakta=fakta, cabut=False, teks="Masih ada", pada=PADA
    )
    assert hukum(para).lowongan is True


def test_a_withdrawn_degree_takes_its_angka_kredit_back(para: Pemeran) -> None:
    masa = panggung.masa(para)
    fakta = catat(para)
    services.jawab_laporan(
        aktor=para.aktor(para.citra), fakta=fakta, cabut=True, teks="Ijazah orang lain", pada=PADA
    )
    assert panggung.jumlah(masa) == D("0.00")
    catat(para)
    assert panggung.jumlah(masa) == D("25.00")


def test_a_fact_of_an_earlier_jenjang_or_past_its_days_does_not_count(para: Pemeran) -> None:
    panggung.masa(para)
    catat(para, "uji_kompetensi", tanggal=dt.date(2022, 6, 1))
    catat(para, "lowongan", berlaku_sampai=dt.date(2026, 11, 19))
    assert (hukum(para).lulus_uji, hukum(para).lowongan) == (None, None)
    catat(para, "lowongan", nomor="N/2", berlaku_sampai=PADA)
    assert hukum(para).lowongan is True


def test_a_rise_without_a_vacancy_counts_once(para: Pemeran) -> None:
    panggung.masa(para)
    assert hukum(para).pernah_tanpa_lowongan is False
    catat(para, "tanpa_lowongan", tanggal=dt.date(2026, 4, 1))
    assert hukum(para).pernah_tanpa_lowongan is True
