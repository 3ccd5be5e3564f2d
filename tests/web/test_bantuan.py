"""The manual and the glossary: docs/ says what the product says, and a handout fits two pages."""

import datetime as dt
import inspect
import io
import tomllib

import pikepdf
import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from architecture.rumah import AKAR, SUMBER
from pemeran import buat_pemeran
from tera.dokumen.pdf import render_pdf
from tera.regulasi.berakhlak import PADANAN_LAMA
from tera.regulasi.pemuat import PUSTAKA
from tera.regulasi.perubahan import perubahan_sejak
from tera.web import bantuan, peraturan

PERAN = {
    "pegawai", "penilai", "atasan-penilai", "pimpinan", "pengelola", "auditor", "admin", "warga",
    "pelatih",
}  # fmt: skip
DAFTAR_DOCS = sorted(bantuan.tulis_docs(AKAR).items())


@pytest.mark.parametrize(("jalur", "teks"), DAFTAR_DOCS, ids=[p.name for p, _teks in DAFTAR_DOCS])
def test_docs_say_what_the_product_says(jalur, teks: str) -> None:
    assert jalur.read_text(encoding="utf-8") == teks, "jalankan: python -m tera.web.bantuan"


def test_docs_hold_no_manual_that_the_product_lacks() -> None:
    berkas = {p.stem for p in (AKAR / "docs" / "panduan").glob("*.md")}
    assert berkas == {satu.kode for satu in bantuan.daftar_panduan()}


def test_every_part_has_its_manual() -> None:
    assert {satu.kode for satu in bantuan.daftar_panduan()} == PERAN


@pytest.mark.parametrize("kode", sorted(PERAN))
def test_a_handout_prints_every_short_section_on_at_most_two_pages(kode: str) -> None:
    dokumen = bantuan.handout(
        kode,
        alamat_web="https://kinerja.kabupaten-contoh.go.id",
        nama_instansi="Pemerintah Kabupaten Contoh Bernama Panjang Sekali",
    )
    assert dokumen is not None
    assert dokumen.bagian
    with pikepdf.open(io.BytesIO(render_pdf(dokumen))) as berkas:
        assert 1 <= len(berkas.pages) <= 2


def test_an_unknown_handout_is_none() -> None:
    assert bantuan.handout("tidak-ada", alamat_web="", nama_instansi="") is None


@pytest.mark.parametrize("satu", bantuan.daftar_panduan(), ids=lambda p: p.kode)
def test_a_section_of_a_manual_says_something(satu: bantuan.Panduan) -> None:
    for bagian in satu.daftar_bagian:
        assert bagian.langkah or bagian.pengantar, f"{satu.kode}: “{bagian.judul}” kosong"


def test_every_term_has_one_key() -> None:
    daftar = [satu.kunci for satu in bantuan.daftar_istilah()]
    assert len(daftar) == len(set(daftar))


@pytest.mark.parametrize("satu", bantuan.daftar_istilah(), ids=lambda i: i.kunci)
def test_a_term_is_complete_and_its_source_is_registered(satu: bantuan.Istilah) -> None:
    berkas = SUMBER / "regulasi" / "data" / "peraturan.toml"
    dikenal = tomllib.loads(berkas.read_text(encoding="utf-8"))
    assert satu.arti.endswith(".")
    assert satu.inggris
    assert {kata.strip() for kata in satu.sumber.split(",")} <= set(dikenal)
    assert "|" not in satu.istilah + satu.arti + satu.inggris, "garis tegak merusak tabel"


def _pilihan_modul() -> set[str]:
    """Every TextChoices class, nested in a model or not."""
    return {
        kelas.__qualname__.rsplit(".", 1)[-1]
        for aplikasi in apps.get_app_configs()
        if aplikasi.name.startswith("tera.")
        for kelas in models.TextChoices.__subclasses__()
        if inspect.isclass(kelas) and kelas.__module__.startswith(aplikasi.name + ".")
    }


def test_the_glossary_knows_every_choice_of_the_models() -> None:
    kode = {nama for satu in bantuan.daftar_istilah() for nama in satu.kode}
    assert _pilihan_modul() <= kode


@pytest.mark.parametrize("lama", sorted(PADANAN_LAMA.terakhir.nilai))
def test_an_old_behaviour_word_names_the_values_of_the_law_data(lama: str) -> None:
    istilah = {satu.kunci: satu for satu in bantuan.daftar_istilah()}
    baris = istilah["lama-" + lama.replace(" ", "-")]
    for nilai in PADANAN_LAMA.terakhir.nilai[lama]:
        assert nilai.label in baris.arti
    assert "bukan peraturan" in baris.arti


@pytest.mark.django_db
def test_the_pages_of_the_manual_open_and_strangers_read_the_glossary() -> None:
    andi = Client()
    andi.force_login(buat_pemeran().andi.akun)
    for kode in PERAN:
        halaman = andi.get(reverse("web:panduan", args=[kode]))
        assert halaman.status_code == 200
        selebaran = andi.get(reverse("web:selebaran", args=[kode]))
        assert selebaran["Content-Type"] == "application/pdf"
    assert andi.get(reverse("web:panduan", args=["tidak-ada"])).status_code == 404
    assert b'id="rhk"' in Client().get(reverse("web:glosarium")).content


@pytest.mark.django_db
def test_every_rule_has_its_page_with_value_day_and_source_open_to_all() -> None:
    tamu = Client()
    daftar = tamu.get(reverse("web:peraturan")).content.decode()
    isi = {
        satu.kode: tamu.get(reverse("web:peraturan_rincian", args=[satu.kode])).content.decode()
        for satu in peraturan.daftar_halaman()
    }
    assert set(peraturan.JUDUL) == set(isi)
    assert all(reverse("web:peraturan_rincian", args=[kode]) in daftar for kode in isi)
    for berkas, nama, uraian, ketentuan in PUSTAKA.semua_tabel():
        teks = isi[peraturan.kode_berkas(berkas)]
        assert f'<section id="{nama}"' in teks
        assert escape(uraian) in teks
        for satu in ketentuan:
            assert escape(satu.catatan) in teks
            assert all(escape(dasar.letak) in teks for dasar in satu.dasar)
    assert "di atas › sesuai:</span> baik" in isi["predikat"]
    # The notice of what changed leads there.
    lama = dt.date(1900, 1, 1)
    for perubahan in perubahan_sejak(lama, pada=dt.date(2100, 1, 1)):
        assert f'id="{perubahan.tabel}"' in isi[perubahan.kunci]
    assert tamu.get(reverse("web:peraturan_rincian", args=["tidak-ada"])).status_code == 404
