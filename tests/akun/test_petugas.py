"""*Mode petugas*: only officers, with a reason and an end, every request seen by the person."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from akun.alat import kunci
from pemeran import Pemeran
from tera.core import audit, clock
from tera.core.aktor import ModePetugas
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.models import SesiPetugas
from tera.organisasi.middleware import KUNCI_SESI
from tera.organisasi.middleware_petugas import AksesPetugasMiddleware
from tera.organisasi.models import AksesPetugas, KebijakanInstansi, Pegawai, PeranPetugas
from tera.organisasi.services.mode_petugas import mulai_mode_petugas

Klien = Callable[[Pegawai], Client]
ALASAN = "Memeriksa sampel SKP triwulan pertama"


def mulai(client: Client, **lain: str):
    return client.post("/petugas/mulai/", {"alasan": ALASAN, "menit": "60", **kunci(), **lain})


@pytest.mark.parametrize("nama", ["andi", "budi", "fajar", "dewi"])
def test_someone_without_a_letter_cannot_begin(klien: Klien, pemeran: Pemeran, nama: str) -> None:
    client = klien(getattr(pemeran, nama))
    assert client.get("/petugas/mulai/").status_code == 404
    assert mulai(client).status_code == 404
    aktor = pemeran.aktor(getattr(pemeran, nama))
    with pytest.raises(TidakBerwenangError, match="surat"):
        mulai_mode_petugas(aktor=aktor, alasan=ALASAN, menit=60, pada=aktor.hari_ini)
    assert not SesiPetugas.objects.exists()


def test_a_trainer_has_nothing_to_open_with_the_mode(klien: Klien, pemeran: Pemeran) -> None:
    PeranPetugas.objects.filter(pegawai=pemeran.eka).update(peran="pelatih")
    client = klien(pemeran.eka)
    assert mulai(client).status_code == 404
    assert "/petugas/mulai/" not in client.get(reverse("web:data_saya")).content.decode()
    assert client.get("/kalibrasi/").status_code == 404
    PeranPetugas.objects.filter(pegawai=pemeran.eka).update(peran="auditor")
    assert "/petugas/mulai/" in client.get(reverse("web:data_saya")).content.decode()
    assert mulai(client).status_code == 302


def test_a_part_counts_from_its_first_to_its_last_day(pemeran: Pemeran) -> None:
    peran = PeranPetugas.objects.get(pegawai=pemeran.eka)
    peran.sampai = dt.date(2026, 6, 30)
    peran.save()
    aktor = pemeran.aktor(pemeran.eka)
    for hari, boleh in (
        (peran.sejak - dt.timedelta(days=1), False),
        (peran.sejak, True),
        (dt.date(2026, 6, 30), True),
        (dt.date(2026, 7, 1), False),
    ):
        if boleh:
            mulai_mode_petugas(aktor=aktor, alasan=ALASAN, menit=60, pada=hari)
        else:
            with pytest.raises(TidakBerwenangError):
                mulai_mode_petugas(aktor=aktor, alasan=ALASAN, menit=60, pada=hari)


def test_the_reason_needs_twenty_characters_that_say_something(
    klien: Klien, pemeran: Pemeran
) -> None:
    client = klien(pemeran.eka)
    jawaban = mulai(client, alasan="x" * 19)
    assert jawaban.status_code == 422
    assert "Alasan baru 19 huruf; paling sedikit 20" in jawaban.content.decode()
    assert mulai(client, alasan="x" + " " * 30).status_code == 422
    assert not SesiPetugas.objects.exists()
    assert mulai(client, alasan="x" * 20).status_code == 302


def test_the_time_stays_within_policy(pemeran: Pemeran) -> None:
    aktor = pemeran.aktor(pemeran.eka)
    for menit, boleh in ((14, False), (15, True), (240, True), (241, False)):
        if boleh:
            mulai_mode_petugas(aktor=aktor, alasan=ALASAN, menit=menit, pada=aktor.hari_ini)
        else:
            with pytest.raises(MasukanSalahError):
                mulai_mode_petugas(aktor=aktor, alasan=ALASAN, menit=menit, pada=aktor.hari_ini)
    KebijakanInstansi.objects.create(
        instansi=pemeran.instansi,
        kunci="petugas.jam_maksimum",
        nilai=1,
        sejak=aktor.hari_ini,
        dasar="SE Uji",
        nama_aktor="Citra",
        dibuat_at=clock.sekarang(),
    )
    with pytest.raises(MasukanSalahError):
        mulai_mode_petugas(aktor=aktor, alasan=ALASAN, menit=61, pada=aktor.hari_ini)


def test_every_page_shows_the_banner_and_the_mode_can_be_ended(
    klien: Klien, pemeran: Pemeran
) -> None:
    client = klien(pemeran.eka)
    assert mulai(client).status_code == 302
    teks = client.get("/akun/data/").content.decode()
    assert "Mode petugas sampai pukul" in teks
    assert "/petugas/akhiri/" in teks
    assert ALASAN in client.get("/petugas/akhiri/").content.decode()
    assert client.post("/petugas/akhiri/", kunci()).status_code == 302
    assert "Mode petugas sampai pukul" not in client.get("/akun/data/").content.decode()
    assert SesiPetugas.objects.get().diakhiri_at is not None
    assert audit.verifikasi().utuh


def test_every_request_is_written_down_even_a_refused_one(klien: Klien, pemeran: Pemeran) -> None:
    client = klien(pemeran.eka)
    client.get("/akun/data/")
    assert not AksesPetugas.objects.exists()
    mulai(client)
    client.get("/akun/data/")
    client.get("/tidak/ada/")
    client.post("/petugas/akhiri/", kunci())
    client.get("/akun/data/")
    baris = list(AksesPetugas.objects.order_by("pk").values_list("metode", "jalur", "alasan"))
    assert baris == [
        ("GET", "/akun/data/", ALASAN),
        ("GET", "/tidak/ada/", ALASAN),
        ("POST", "/petugas/akhiri/", ALASAN),
    ]


def test_it_ends_by_itself_at_its_minute(klien: Klien, pemeran: Pemeran) -> None:
    client = klien(pemeran.eka)
    saat = clock.sekarang()
    with clock.jam_beku(saat):
        mulai(client)
    with clock.jam_beku(saat + dt.timedelta(minutes=60, seconds=-1)):
        client.get("/akun/data/")
    assert AksesPetugas.objects.count() == 1
    with clock.jam_beku(saat + dt.timedelta(minutes=60)):
        assert "Mode petugas sampai" not in client.get("/akun/data/").content.decode()
    assert AksesPetugas.objects.count() == 1
    assert KUNCI_SESI not in client.session


def test_another_session_of_the_officer_is_not_in_the_mode(klien: Klien, pemeran: Pemeran) -> None:
    mulai(klien(pemeran.eka))
    lain = klien(pemeran.eka)
    assert "Mode petugas sampai" not in lain.get("/akun/data/").content.decode()


def test_the_mode_of_one_officer_in_the_session_of_another_counts_for_nothing(
    klien: Klien, pemeran: Pemeran
) -> None:
    mulai(klien(pemeran.eka))
    citra = klien(pemeran.citra)
    sesi = citra.session
    sesi[KUNCI_SESI] = SesiPetugas.objects.get().pk
    sesi.save()
    assert "Mode petugas sampai" not in citra.get("/akun/data/").content.decode()
    assert not AksesPetugas.objects.exists()


def test_the_row_names_the_person_a_view_opened_also_when_it_fails(pemeran: Pemeran) -> None:
    import dataclasses

    aktor = dataclasses.replace(
        pemeran.aktor(pemeran.eka), mode_petugas=ModePetugas(7, ALASAN, clock.sekarang())
    )

    def view(request: HttpRequest) -> HttpResponse:
        request.pegawai_terkait_id = pemeran.andi.pk  # type: ignore[attr-defined]
        if request.method == "POST":
            raise RuntimeError("gagal di tengah")
        return HttpResponse("isi")

    lapis = AksesPetugasMiddleware(view)
    for metode in ("get", "post"):
        request = getattr(RequestFactory(), metode)("/skp/12/")
        request.session = {KUNCI_SESI: 7}
        request.aktor = aktor
        if metode == "post":
            with pytest.raises(RuntimeError):
                lapis(request)
        else:
            assert lapis(request).status_code == 200
    assert list(AksesPetugas.objects.values_list("metode", "pegawai_id", "sesi_id")) == [
        ("GET", pemeran.andi.pk, 7),
        ("POST", pemeran.andi.pk, 7),
    ]


def test_beginning_again_ends_the_session_before(klien: Klien, pemeran: Pemeran) -> None:
    client = klien(pemeran.eka)
    mulai(client)
    mulai(client)
    satu, dua = SesiPetugas.objects.order_by("pk")
    assert satu.diakhiri_at is not None
    assert dua.diakhiri_at is None
