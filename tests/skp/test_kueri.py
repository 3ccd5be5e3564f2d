"""The cost of the pages: the same number of queries at two sizes, at most twelve."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pemeran import Pemeran, buat_pegawai
from skp.alat import JANUARI, draf, isi_lengkap, simpan, tetapkan
from tera.core import clock
from tera.organisasi.models import JenisJabatan, Pegawai
from tera.organisasi.services.penilai import segarkan_penilai
from tera.skp import services
from tera.skp.isi import IsiSKP
from tera.skp.models import SKP
from tera.skp.services.matriks import IsiSel

SAAT = dt.datetime(2026, 1, 12, 2, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _jam() -> Iterator[None]:
    with clock.jam_beku(SAAT):
        yield


def isi(n: int, **bidang: object) -> IsiSKP:
    satu = isi_lengkap(**bidang).daftar_rhk[0]  # type: ignore[arg-type]
    return IsiSKP(
        daftar_rhk=(satu,) * n,
        perilaku={"BP": "Ramah"},
        lampiran={"konsekuensi": ("a",) * n},
    )


def bangun(para: Pemeran, jumlah: int, awal: int) -> list[SKP]:
    """``jumlah`` more people under Budi, each with a sent plan of as many rows."""
    daftar = []
    for n in range(awal, awal + jumlah):
        orang = buat_pegawai(
            para.bidang,
            f"Pegawai {n}",
            f"1991010120150{n:05d}",
            JenisJabatan.PELAKSANA,
            "Pengolah Data dan Informasi",
        )
        daftar.append(orang)
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    atas = SKP.objects.get(pegawai=para.budi)
    semua = []
    for orang in daftar:
        skp = simpan(
            para, draf(para, orang), isi(jumlah, rhk_pimpinan_id=atas.daftar_rhk.all()[0].pk)
        )
        services.catat_dialog(aktor=para.aktor(orang), skp=skp, teks="catatan", pada=JANUARI)
        services.ajukan_skp(aktor=para.aktor(orang), skp=skp, pada=JANUARI)
        services.isi_kolom(
            aktor=para.aktor(para.budi),
            rhk=atas.daftar_rhk.select_related("skp")[0],
            daftar=[IsiSel(orang.pk, "teks")],
            pada=JANUARI,
        )
        semua.append(skp)
    return semua


def hitung(pegawai: Pegawai, alamat: str) -> int:
    klien = Client()
    assert pegawai.akun is not None
    klien.force_login(pegawai.akun)
    klien.get(alamat)
    with CaptureQueriesContext(
        connection,
    ) as kueri:
        jawab = klien.get(alamat)
    assert jawab.status_code == 200
    assert len(kueri) <= 12, "\n".join(q["sql"][:160] for q in kueri.captured_queries)
    return len(kueri)


def test_the_pages_cost_the_same_at_two_sizes(para: Pemeran) -> None:
    atas = simpan(para, draf(para, para.budi), isi(2, penugasan_khusus=True))
    services.ajukan_skp(aktor=para.aktor(para.budi), skp=atas, pada=JANUARI)
    tetapkan(para, atas)
    rhk = atas.daftar_rhk.all()[0]
    hasil = []
    awal = 1
    for jumlah in (2, 6):
        skp = bangun(para, jumlah, awal)[0]
        orang = skp.pegawai
        awal += jumlah
        satu = {
            "daftar": hitung(orang, reverse("skp:daftar")),
            "rincian": hitung(orang, reverse("skp:rincian", args=[skp.pk])),
            "riwayat": hitung(orang, reverse("skp:riwayat", args=[skp.pk])),
            "antrean": hitung(para.budi, reverse("skp:antrean")),
            "tinjau": hitung(para.budi, reverse("skp:tinjau", args=[skp.pk])),
            "matriks": hitung(para.budi, reverse("skp:matriks", args=[atas.pk])),
            "kolom": hitung(para.budi, reverse("skp:kolom", args=[atas.pk, rhk.pk])),
            "unit": hitung(para.citra, reverse("skp:unit")),
            "rubrik": hitung(orang, reverse("skp:rubrik")),
        }
        services.tarik_skp(aktor=para.aktor(orang), skp=SKP.objects.get(pk=skp.pk), pada=JANUARI)
        satu["sunting"] = hitung(orang, reverse("skp:sunting", args=[skp.pk]))
        hasil.append(satu)
    assert hasil[0] == hasil[1]


def test_saving_a_form_costs_the_same_whatever_its_rows(para: Pemeran) -> None:
    jumlah = []
    for pegawai, n in ((para.andi, 2), (para.citra, 12)):
        skp = draf(para, pegawai)
        with CaptureQueriesContext(connection) as kueri:
            simpan(para, skp, isi(n))
        jumlah.append(len(kueri))
    assert jumlah[0] == jumlah[1]
