"""Close relations: who declares, who reads, that each reading leaves a trace."""

import datetime as dt

import pytest
from django.urls import reverse

from organisasi.orang_uji import PADA, kirim, lihat, masuk
from pemeran import AWAL, Pemeran, buat_pemeran
from tera.core import audit
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import JejakAudit
from tera.organisasi.models import HubunganDekat, PeranPetugas
from tera.organisasi.selectors.hubungan import ada_hubungan_dekat, hubungan_terlihat
from tera.organisasi.services import segarkan_penilai
from tera.organisasi.services.hubungan import akhiri_hubungan, baca_hubungan, nyatakan_hubungan

BESOK = PADA + dt.timedelta(days=1)


@pytest.fixture
def orang(db: None) -> Pemeran:
    orang = buat_pemeran()
    segarkan_penilai(instansi_id=orang.instansi.pk, sejak=AWAL)
    return orang


def nyatakan(orang: Pemeran) -> HubunganDekat:
    """Andi declares a relation with Budi, who rates him."""
    return nyatakan_hubungan(
        aktor=orang.aktor(orang.andi), pihak_id=orang.budi.pk, jenis="keluarga", pada=PADA
    )


def test_either_order_of_the_two_finds_it_and_only_while_in_force(orang: Pemeran) -> None:
    baris = nyatakan(orang)
    andi, budi = orang.andi.pk, orang.budi.pk
    assert ada_hubungan_dekat(a_id=andi, b_id=budi, pada=PADA)
    assert ada_hubungan_dekat(a_id=budi, b_id=andi, pada=PADA)
    assert not ada_hubungan_dekat(a_id=andi, b_id=budi, pada=PADA - dt.timedelta(days=1))
    assert not ada_hubungan_dekat(a_id=andi, b_id=orang.fajar.pk, pada=PADA)
    akhiri_hubungan(aktor=orang.aktor(orang.andi), baris=baris, pada=PADA)
    assert not ada_hubungan_dekat(a_id=andi, b_id=budi, pada=BESOK)


def test_both_sides_and_the_superior_of_the_rater_read_it_and_nobody_else(orang: Pemeran) -> None:
    nyatakan(orang)

    def membaca(siapa: object) -> bool:
        return hubungan_terlihat(aktor=orang.aktor(siapa), pada=PADA).exists()  # type: ignore[arg-type]

    assert [membaca(s) for s in (orang.andi, orang.budi, orang.fajar)] == [True, True, True]
    tertutup = (orang.citra, orang.eka, orang.dewi, orang.bupati)
    assert not any(map(membaca, tertutup))
    PeranPetugas.objects.create(
        instansi=orang.instansi,
        pegawai=orang.citra,
        peran="pyb",
        unit=orang.dinas,
        sejak=AWAL,
        dasar="SK",
    )
    assert membaca(orang.citra)


def test_each_reading_is_logged_without_the_value(orang: Pemeran) -> None:
    baris = nyatakan(orang)
    for siapa in (orang.fajar, orang.budi):
        assert baca_hubungan(aktor=orang.aktor(siapa), pada=PADA) == [baris]
    assert baca_hubungan(aktor=orang.aktor(orang.citra), pada=PADA) == []
    dibaca = JejakAudit.objects.filter(jenis="hubungan", aksi="dibaca").order_by("urut")
    assert [satu.pegawai_id for satu in dibaca] == [orang.fajar.pk, orang.budi.pk]
    assert "keluarga" not in str(list(JejakAudit.objects.values()))
    assert audit.verifikasi().utuh


def test_the_same_pair_is_declared_once_and_by_the_other_side_again(orang: Pemeran) -> None:
    nyatakan(orang)
    with pytest.raises(MasukanSalahError):
        nyatakan(orang)
    nyatakan_hubungan(
        aktor=orang.aktor(orang.budi), pihak_id=orang.andi.pk, jenis="lain", pada=PADA
    )
    assert HubunganDekat.objects.count() == 2


def test_oneself_and_people_of_another_instansi_are_refused(orang: Pemeran) -> None:
    for pegawai in (orang.andi, orang.dewi):
        with pytest.raises(MasukanSalahError):
            nyatakan_hubungan(
                aktor=orang.aktor(orang.andi), pihak_id=pegawai.pk, jenis="lain", pada=PADA
            )


def test_only_who_declared_it_ends_it_and_once(orang: Pemeran) -> None:
    baris = nyatakan(orang)
    with pytest.raises(TidakBerwenangError):
        akhiri_hubungan(aktor=orang.aktor(orang.budi), baris=baris, pada=PADA)
    akhiri_hubungan(aktor=orang.aktor(orang.andi), baris=baris, pada=PADA)
    with pytest.raises(StatusTidakSesuaiError):
        akhiri_hubungan(aktor=orang.aktor(orang.andi), baris=baris, pada=PADA)


def test_opening_the_page_logs_and_an_outsider_gets_404_on_its_act(orang: Pemeran) -> None:
    alamat = reverse("organisasi:hubungan")
    isi = {"pihak": "Budi Penilai", "jenis": "keluarga"}
    assert kirim(masuk(orang.andi), alamat, isi).status_code == 302
    halaman = lihat(masuk(orang.fajar), alamat).content.decode()
    assert "Andi Pegawai" in halaman
    assert (
        "Hubungan keluarga"
        not in lihat(masuk(orang.citra), alamat).content.decode().split("<form method")[0]
    )
    assert JejakAudit.objects.filter(aksi="dibaca", pegawai_id=orang.fajar.pk).count() == 1
    akhiri = reverse("organisasi:hubungan_akhiri", args=[HubunganDekat.objects.get().pk])
    assert kirim(masuk(orang.citra), akhiri).status_code == 404
    assert kirim(masuk(orang.budi), akhiri).status_code == 403
    assert kirim(masuk(orang.andi), akhiri).status_code == 302
