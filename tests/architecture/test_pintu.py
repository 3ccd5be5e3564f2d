"""Every door: each route × each part, written by hand, compared with the running product.

Files: ``tests/architecture/doors/*.toml``. A route that no file names fails the build.
"""

import copy
import importlib
import tomllib
import traceback
import uuid
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from pemeran import Pemeran, buat_pemeran

DAFTAR_PERAN = ("tamu", "andi", "budi", "fajar", "citra", "eka", "dewi")
FOLDER = Path(__file__).parent / "doors"
# Pages of libraries we mount: their own tests hold them; ours are all listed.
BEBAS = {"static"}


def _baca() -> list[dict[str, Any]]:
    pintu = []
    for berkas in sorted(FOLDER.glob("*.toml")):
        with berkas.open("rb") as isi:
            for satu in tomllib.load(isi).get("pintu", []):
                pintu.append({"berkas": berkas.stem, "metode": "GET", "argumen": {}, **satu})
    return pintu


def objek_pintu() -> dict[str, Callable[[Pemeran], object]]:
    """Return what makes each object that the tables name."""
    semua: dict[str, Callable[[Pemeran], object]] = {}
    for berkas in sorted(Path(__file__).parent.glob("objek_*.py")):
        semua |= importlib.import_module(f"architecture.{berkas.stem}").OBJEK
    return semua


def _rute(pola, awalan: str = "") -> Iterator[str]:
    for satu in pola:
        if isinstance(satu, URLResolver):
            yield from _rute(
                satu.url_patterns, awalan + (f"{satu.namespace}:" if satu.namespace else "")
            )
        elif isinstance(satu, URLPattern) and satu.name:
            yield awalan + satu.name


PINTU = _baca()


def test_every_route_is_in_the_table_of_doors() -> None:
    tertulis = {pintu["rute"] for pintu in PINTU}
    rute = {nama for nama in _rute(get_resolver().url_patterns) if nama not in BEBAS}
    assert not rute - tertulis, f"tulis pintu untuk {sorted(rute - tertulis)}"
    assert not tertulis - rute, f"pintu tanpa rute: {sorted(tertulis - rute)}"


def test_every_door_answers_every_part() -> None:
    for pintu in PINTU:
        kurang = set(DAFTAR_PERAN) - set(pintu["jawaban"])
        assert not kurang, f"{pintu['berkas']}: {pintu['rute']} tanpa jawaban untuk {kurang}"


@pytest.mark.django_db
@pytest.mark.parametrize("berkas", sorted({pintu["berkas"] for pintu in PINTU}))
def test_the_doors_answer_as_written(berkas: str) -> None:
    """One cast for the doors of a file; what a door or a part does is rolled back after it."""
    para = buat_pemeran()
    pabrik = objek_pintu()
    kuki = {peran: _masuk(para, peran) for peran in DAFTAR_PERAN}
    salah = []
    for daftar in kelompok_seobjek(satu for satu in PINTU if satu["berkas"] == berkas):
        with transaction.atomic():
            # A copy: what an object's making remembers on the cast is gone with the object.
            salah += _beda_semua(daftar, pabrik, copy.deepcopy(para), kuki)
            transaction.set_rollback(True)
    assert not salah, "\n".join(salah)


def kelompok_seobjek(daftar: Iterable[dict[str, Any]]) -> Iterable[list[dict[str, Any]]]:
    """Put doors that open on the same objects together: making those is half of the work."""
    kelompok: dict[tuple[tuple[str, Any], ...], list[dict[str, Any]]] = {}
    for pintu in daftar:
        kelompok.setdefault(tuple(sorted(pintu["argumen"].items())), []).append(pintu)
    return kelompok.values()


def _masuk(para: Pemeran, peran: str) -> str:
    """Return the cookie of the session of a part; a visitor has none."""
    if peran == "tamu":
        return ""
    klien = Client()
    klien.force_login(getattr(para, peran).akun)
    return klien.cookies[settings.SESSION_COOKIE_NAME].value


def buat_objek(
    argumen: dict[str, Any], pabrik: dict[str, Callable[[Pemeran], object]], para: Pemeran
) -> dict[str, object]:
    """Return the arguments of an address, those that name an object with the object made."""
    return {
        kunci: pabrik[nilai](para) if isinstance(nilai, str) and nilai in pabrik else nilai
        for kunci, nilai in argumen.items()
    }


def _beda_semua(
    daftar: list[dict[str, Any]],
    pabrik: dict[str, Callable[[Pemeran], object]],
    para: Pemeran,
    kuki: dict[str, str],
) -> Iterator[str]:
    """Yield what is wrong at doors that open on the same objects."""
    try:
        argumen = buat_objek(daftar[0]["argumen"], pabrik, para)
    except Exception:
        rute = ", ".join(f"{pintu['metode']} {pintu['rute']}" for pintu in daftar)
        yield f"{rute}: objeknya tidak jadi\n{traceback.format_exc()}"
        return
    for pintu in daftar:
        yield from _beda(pintu, reverse(pintu["rute"], kwargs=argumen), kuki)


def _beda(pintu: dict[str, Any], alamat: str, kuki: dict[str, str]) -> Iterator[str]:
    """Yield the answers of a door that are not those written, each with its error if it has one."""
    nama = f"{pintu['metode']} {pintu['rute']}"
    cache.clear()
    for peran, harap in pintu["jawaban"].items():
        klien = Client()
        if kuki[peran]:
            klien.cookies[settings.SESSION_COOKIE_NAME] = kuki[peran]
        nyata: object
        try:
            # Each part finds the door as it was: nobody's step changes the next one's answer.
            with transaction.atomic():
                jawaban = _ketuk(klien, pintu, alamat)
                transaction.set_rollback(True)
            nyata = jawaban.status_code
            if jawaban.status_code == 302 and "/masuk/" in jawaban["Location"]:
                nyata = "masuk"
        except Exception:
            nyata = f"galat\n{traceback.format_exc()}"
        if nyata != harap:
            yield f"{nama} ({alamat}) oleh {peran}: {nyata}, tertulis {harap}"


def _ketuk(klien: Client, pintu: dict[str, Any], alamat: str) -> HttpResponse:
    if pintu["metode"] == "GET":
        return klien.get(alamat)
    if "isi" in pintu:
        # A form as the page would send it, with its idempotency key.
        return klien.post(alamat, {"kunci_idempoten": str(uuid.uuid4()), **pintu["isi"]})
    return klien.generic(pintu["metode"], alamat, b"", "application/x-www-form-urlencoded")
