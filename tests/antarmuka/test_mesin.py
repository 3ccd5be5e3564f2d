"""The cheap template engine answers as Django's own."""

import datetime as dt
import hashlib
import inspect
from collections import Counter, defaultdict
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest
from django.template import Context, Engine, VariableDoesNotExist, base
from django.template.base import Variable
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, gettext_lazy, ngettext, pgettext
from django.utils.translation.trans_real import DjangoTranslation

from tera.antarmuka import mesin


class Benda:
    """Every way a name can be answered."""

    milik_kelas = "kelas"
    kamus = {"nama": "Budi", "items": "milik kamus", 3: "tiga", "lambda": lambda: "dipanggil"}
    daftar = ("a", "b")
    hitung = Counter(a=2)
    bawaan = defaultdict(lambda: "baru")

    def __init__(self) -> None:
        self.diri = self

    def __str__(self) -> str:
        return "benda"

    def panggil(self) -> str:
        return "jawaban"

    def berisi(self, isi: str) -> str:
        return isi

    def rusak(self) -> None:
        raise TypeError("di dalam")

    @property
    def galat(self) -> str:
        raise AttributeError("di dalam")

    @property
    def hilang(self) -> str:
        raise Diam

    def hapus(self) -> None:
        raise AssertionError("tidak pernah")

    hapus.alters_data = True  # type: ignore[attr-defined]


class Diam(Exception):
    silent_variable_failure = True


NAMA = """
x x.diri.diri.milik_kelas x.kamus.nama x.kamus.items x.kamus.keys x.kamus.3 x.kamus.9
x.kamus.lambda x.kamus.tiada x.daftar.1 x.daftar.7 x.daftar.tiada x.hitung.a x.hitung.b x.bawaan.apa
x.panggil x.panggil.upper x.berisi x.rusak x.galat x.hilang x.hapus x.tiada tiada tiada.lagi
autoescape template items push kelas.milik_kelas kelas.diri teks.upper teks.0 angka.real hari.year
kosong kosong.apa
"""


@pytest.mark.parametrize("nama", NAMA.split())
def test_a_name_is_looked_up_as_django_looks_it_up(nama: str) -> None:
    isi = {
        "x": Benda(), "kelas": Benda, "teks": "abc", "angka": 5, "kosong": None,
        "hari": dt.date(2026, 1, 2),
    }  # fmt: skip
    konteks = Context(isi)
    konteks.template = Engine().from_string("")

    def jawaban(cari: Any) -> tuple[Any, str]:
        try:
            hasil = cari(Variable(nama), konteks)
        except Exception as galat:
            return type(galat), str(galat) if isinstance(galat, VariableDoesNotExist) else ""
        return type(hasil), str(hasil)

    assert Variable._resolve_lookup is mesin.cari
    assert jawaban(mesin.cari) == jawaban(mesin.CARI_ASLI)


@pytest.mark.parametrize("bahasa", ["id", "en"])
@pytest.mark.parametrize("lolos", [True, False])
def test_a_value_is_written_as_django_writes_it(bahasa: str, lolos: bool) -> None:
    konteks = Context(autoescape=lolos)
    daftar: list[Any] = [
        "<a & 'b'>", mark_safe("<b>"), gettext_lazy("Beranda"), format_html("{}<i>", "<"), 1234567,
        Decimal("12.50"), 0.5, True, None, dt.date(2026, 1, 2), [1, "<"], Benda.daftar,
        dt.datetime(2026, 1, 2, 3, 4, tzinfo=dt.UTC),
    ]  # fmt: skip
    with translation.override(bahasa):
        for nilai in daftar:
            satu, dua = mesin.tulis(nilai, konteks), mesin.TULIS_ASLI(nilai, konteks)
            assert (satu, type(satu)) == (dua, type(dua))
    assert base.render_value_in_context is mesin.tulis


def test_a_text_is_translated_as_django_does_and_each_language_remembers_its_own() -> None:
    for bahasa in ("id", "en", "id"):
        with translation.override(bahasa):
            peta = translation.trans_real.catalog()
            for teks in ("Beranda", "Tidak ada dalam katalog", "Beranda"):
                assert gettext(teks) == mesin.TERJEMAH_ASLI(peta, teks)
            assert pgettext("daftar", "Pegawai") == ("Pegawai" if bahasa == "id" else "Employees")
            assert ngettext("%d hari lagi", "%d hari lagi", 2)
    with translation.override("en"):
        assert gettext(mark_safe("Beranda")) == "Home"
    assert DjangoTranslation.gettext is mesin.terjemah


def test_django_has_not_changed_what_was_exchanged() -> None:
    """Did it: compare the two again, then write the digest that this shows into ``SIDIK``."""
    for letak, sidik in mesin.SIDIK.items():
        modul, _titik, nama = letak.partition(":")
        asli: Any = {
            "Variable._resolve_lookup": mesin.CARI_ASLI,
            "render_value_in_context": mesin.TULIS_ASLI,
        }.get(nama)
        if asli is None:
            asli = import_module(modul)
            for bagian in nama.split("."):
                asli = getattr(asli, bagian)
        sumber = inspect.getsource(asli)
        assert (letak, hashlib.sha256(sumber.encode()).hexdigest()[:16]) == (letak, sidik)
