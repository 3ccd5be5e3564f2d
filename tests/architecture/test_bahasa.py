"""Every page in English: nothing of the catalogues stays Indonesian, nothing is unwrapped."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.template.base import Lexer, TokenType
from django.test import Client
from django.urls import reverse

from architecture.rumah import SUMBER
from architecture.test_pintu import PINTU, buat_objek, kelompok_seobjek, objek_pintu
from pemeran import Pemeran, buat_pemeran
from tera.antarmuka import terjemahan
from tera.core import sebutan
from tera.regulasi.alur import ALUR

ATRIBUT = {"title", "aria-label", "placeholder", "alt", "data-label"}
ISIAN = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")


class Teks(HTMLParser):
    """Collects what a reader sees or hears, without typed text and what is marked Indonesian."""

    KOSONG = frozenset({"meta", "link", "img", "input", "br", "hr", "path", "circle", "rect"})

    def __init__(self) -> None:
        super().__init__()
        self.daftar: list[str] = []
        self.tumpuk: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        sifat = dict(attrs)
        lewat = (self.tumpuk[-1] if self.tumpuk else False) or (
            sifat.get("lang") == "id" or tag in {"script", "style", "textarea", "title"}
        )
        if not lewat:
            self.daftar += [nilai for nama, nilai in attrs if nama in ATRIBUT and nilai]
        if tag not in self.KOSONG:
            self.tumpuk.append(lewat)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.KOSONG and self.tumpuk:
            self.tumpuk.pop()

    def handle_data(self, data: str) -> None:
        if not (self.tumpuk and self.tumpuk[-1]) and data.strip():
            self.daftar.append(data)


def _rapat(teks: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", teks)).strip()


def _belum_inggris() -> tuple[set[str], list[tuple[re.Pattern[str], re.Pattern[str]]]]:
    """Return the Indonesian texts whose English differs: whole ones, and patterns of both."""
    utuh: set[str] = set()
    pola = []
    for kamar in terjemahan.daftar_kamar():
        for kunci, arti in terjemahan.baca(kamar).items():
            if kunci.msgid in arti:
                continue
            teks = _rapat(kunci.msgid)
            if not ISIAN.search(teks):
                utuh.add(teks)
            elif len(ISIAN.sub("", teks)) >= 8:
                pola.append((_pola(teks), _pola(_rapat(arti[-1]))))
    return utuh, pola


def _pola(teks: str) -> re.Pattern[str]:
    return re.compile(".+?".join(map(re.escape, ISIAN.split(teks))))


BERBAHASA_INDONESIA = {"web:panduan", "web:panduan_warga", "web:peraturan_rincian"}


def _halaman() -> dict[str, list[dict[str, Any]]]:
    """Return for each person the pages they may read, each page once, by who sees most of it."""
    hasil: dict[str, list[dict[str, Any]]] = {}
    for pintu in PINTU:
        # The manual's own pages and those of the law are Indonesian and say so.
        if pintu["metode"] != "GET" or pintu["rute"] in BERBAHASA_INDONESIA:
            continue
        for peran in ("citra", "budi", "andi", "eka", "fajar", "dewi", "tamu"):
            if pintu["jawaban"][peran] == 200:
                hasil.setdefault(peran, []).append(pintu)
                break
    return hasil


def _jawab(
    klien: Client, para: Pemeran, daftar: list[dict[str, Any]]
) -> Iterator[tuple[str, HttpResponse]]:
    """Yield the answer of each page; what was written for it or by it is rolled back."""
    pabrik = objek_pintu()
    for seobjek in kelompok_seobjek(daftar):
        jawaban = []
        with transaction.atomic():
            argumen = buat_objek(seobjek[0]["argumen"], pabrik, para)
            for pintu in seobjek:
                with transaction.atomic():
                    jawaban.append(
                        (pintu["rute"], klien.get(reverse(pintu["rute"], kwargs=argumen)))
                    )
                    transaction.set_rollback(True)
            transaction.set_rollback(True)
        yield from jawaban


@pytest.mark.django_db
def test_no_page_in_english_shows_a_sentence_of_the_catalogues_in_indonesian() -> None:
    utuh, pola = _belum_inggris()
    para = buat_pemeran()
    diperiksa = 0
    tersisa: dict[str, set[str]] = {}
    dikenal: dict[str, bool] = {}
    for peran, daftar in _halaman().items():
        klien = Client()
        if peran != "tamu":
            klien.force_login(getattr(para, peran).akun)
        klien.cookies["bahasa"] = "en"
        for rute, jawaban in _jawab(klien, para, daftar):
            if not jawaban.headers.get("Content-Type", "").startswith("text/html"):
                continue
            diperiksa += 1
            pembaca = Teks()
            isi = jawaban.content.decode()
            pembaca.feed(isi)
            # A fragment of a page has no frame of its own.
            if not isi.lstrip().startswith("<section"):
                assert '<html lang="en"' in isi, rute
            for teks in map(_rapat, pembaca.daftar):
                if teks not in dikenal:
                    dikenal[teks] = teks in utuh or any(
                        asal.fullmatch(teks) and not arti.fullmatch(teks) for asal, arti in pola
                    )
                if dikenal[teks]:
                    tersisa.setdefault(rute, set()).add(teks)
    assert diperiksa > 60
    assert not tersisa, tersisa


# --- nothing unwrapped ------------------------------------------------------------------------

KATA = re.compile(r"[A-Za-zÀ-ÿ]{3,}")
NAMA = {"Tera", "NIP", "PNS", "PPPK", "SKP", "RHK", "PDF", "XLSX", "CSV", "JSON"}
LITERAL = re.compile(r"""(_\()?("[^"]*"|'[^']*')""")
# Tags whose literals are names, addresses or already translated.
TANPA_TEKS = {
    "translate", "load", "extends", "include", "url", "static", "block", "if", "elif", "for",
    "with", "ikon", "blocktranslate", "tautan", "ulang_blok", "status_simpan", "bagan_batang",
}  # fmt: skip
PARAMETER_TEKS = re.compile(
    r"""\b(?:judul|keterangan|lencana|teks|label|teks_url|kosong|satuan|aksi|label_baris"""
    r"""|teks_tambah|bantuan|awalan|akhiran|judul_kosong|teks_kosong)=("[^"]*"|'[^']*')"""
)
# Shown when the system is down, without a language: both texts stand there.
DUA_BAHASA = {"500.html", "503.html"}


def _templat() -> list[str]:
    return sorted(
        str(p.relative_to(SUMBER))
        for p in SUMBER.glob("*/templates/**/*")
        if p.suffix in {".html", ".txt"} and "gaya" not in p.parts and p.name not in DUA_BAHASA
    )


def test_a_template_holds_no_text_outside_a_translation() -> None:
    sisa = {nama: teks for nama in _templat() if (teks := _di_luar_terjemahan(nama))}
    assert len(_templat()) > 300
    assert not sisa, f"bungkus dengan translate: {sisa}"


def _di_luar_terjemahan(nama: str) -> list[str]:
    sisa: list[str] = []
    html = []
    di_dalam = False
    for potong in Lexer((SUMBER / nama).read_text(encoding="utf-8")).tokenize():
        if potong.token_type == TokenType.TEXT:
            html.append("" if di_dalam else potong.contents)
            continue
        html.append("\x00")
        if potong.token_type == TokenType.BLOCK:
            kepala = potong.contents.split()[0]
            if kepala in {"blocktranslate", "blocktrans", "comment"}:
                di_dalam = True
            elif kepala in {"endblocktranslate", "endblocktrans", "endcomment"}:
                di_dalam = False
            elif kepala == "remah":
                sisa += [
                    m[2]
                    for m in LITERAL.finditer(potong.contents)
                    if not m[1] and KATA.search(m[2]) and not re.search("[/?]", m[2])
                ]
            elif kepala not in TANPA_TEKS:
                daftar = PARAMETER_TEKS.findall(potong.contents)
                sisa += [teks for teks in daftar if KATA.search(teks) and "?" not in teks]
    utuh = re.sub(r"<(script|style)\b.*?</\1>", "", "".join(html), flags=re.S)
    for sifat in re.finditer(r'\b(?:title|aria-label|placeholder|alt|data-label)="([^"]*)"', utuh):
        sisa += [sifat[1]] if KATA.search(sifat[1]) else []
    teks = re.sub(r"<!--.*?-->|<[^>]*>", "\n", utuh, flags=re.S) if nama.endswith("html") else utuh
    for baris in re.split(r"[\n\x00]", teks):
        kata = KATA.findall(re.sub(r"&\w+;|/\w+/", "", baris))
        if set(kata) - NAMA - {"lebar", "publik"}:
            sisa.append(baris.strip())
    return sisa


SERING = re.compile(
    r"\b(yang|belum|tidak|bisa|atau|untuk|sudah|Anda|dengan|hanya|lalu|masih|Pilih|Isi|bukan)\b"
)
# Words of machines, of the installer, of prints, of e-Kinerja and of the law: always Indonesian.
# The engine of statistics knows no Django: who shows its reasons words them by their code.
TANPA_LAYAR = re.compile(
    r"^(regulasi|stats|cli|config|contoh|dokumen)/|/migrations/|/pustaka/|core/cadangan/|cli|gaya\.py|bantuan\.py"
    r"|kebijakan_daftar\.py|resolusi\.py|terjemahan\.py|/bagan/|ikon\.py|templatetags/"
    r"|core/audit\.py|core/kejadian\.py|integrasi/selectors/salin\.py"
)
MESIN = {
    "ValueError", "KeyError", "TypeError", "RuntimeError", "PermissionError", "LookupError",
    "TemplateSyntaxError", "fail",
}  # fmt: skip


def test_python_says_nothing_to_people_outside_a_translation() -> None:
    daftar = [
        nama
        for p in sorted(SUMBER.glob("**/*.py"))
        if not TANPA_LAYAR.search(nama := str(p.relative_to(SUMBER)))
    ]
    sisa = {nama: teks for nama in daftar if (teks := _diucapkan_polos(nama))}
    assert len(daftar) > 500
    assert not sisa, f"bungkus dengan _(): {sisa}"


def _diucapkan_polos(nama: str) -> list[str]:
    pohon = ast.parse((SUMBER / nama).read_text(encoding="utf-8"))
    induk = {anak: simpul for simpul in ast.walk(pohon) for anak in ast.iter_child_nodes(simpul)}
    sisa = []
    for simpul in ast.walk(pohon):
        if not (isinstance(simpul, ast.Constant) and isinstance(simpul.value, str)):
            continue
        if len(simpul.value.split()) < 3 or not SERING.search(simpul.value):
            continue
        bungkus = False
        atas = induk.get(simpul)
        while atas is not None and not bungkus:
            panggil = atas.func if isinstance(atas, ast.Call) else None
            sebut = getattr(panggil, "id", getattr(panggil, "attr", ""))
            bungkus = sebut in terjemahan._PANGGILAN or sebut in MESIN
            # Docstrings, and reasons a view gives to the architecture tests.
            bungkus = bungkus or (isinstance(atas, ast.Expr) and atas.value is simpul)
            bungkus = bungkus or (
                isinstance(atas, ast.Assign)
                and getattr(atas.targets[0], "attr", "") == "tanpa_kunci"
            )
            atas = induk.get(atas)
        if not bungkus:
            sisa.append(f"{simpul.lineno}: {simpul.value}")
    return sisa


def test_the_catalogue_of_a_room_says_everything_in_english() -> None:
    daftar = terjemahan.daftar_kamar()
    sisa = {kamar.name: kurang for kamar in daftar if (kurang := terjemahan.periksa(kamar))}
    assert daftar
    assert not sisa, sisa


def test_two_rooms_never_translate_the_same_words_differently() -> None:
    assert terjemahan.beda_arti() == []


def test_every_stored_word_of_a_workflow_can_be_said_in_both_languages() -> None:
    langkah = [satu for daftar in ALUR.values() for satu in daftar]
    assert {s for lk in langkah for s in (lk.dari, lk.ke)} <= set(sebutan.STATUS)
    assert {str(p) for lk in langkah for p in lk.oleh} <= set(sebutan.PERAN)
    assert {lk.aksi for lk in langkah} <= set(sebutan.AKSI)
    assert {lk.aksi for lk in langkah} <= set(sebutan.KATA_KERJA)
