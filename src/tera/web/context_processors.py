"""The frame of every page: who is signed in, the navigation of their parts, device settings."""

from functools import lru_cache, partial
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_jam
from tera.antarmuka.laman import KUNCI_SESI_DRAF
from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.core.clock import singkatan_zona
from tera.notifikasi.selectors.kotak import tanda_keadaan
from tera.notifikasi.tampilan import label_lonceng, tulis_jumlah
from tera.organisasi.selectors.petugas import nama_pengelola
from tera.web.navigasi import kabar_hukum, kabar_permintaan, navigasi, tempat_tulisan


def kerangka(request: HttpRequest) -> dict[str, Any]:
    """Return the frame; for a stranger only what public pages need (no query)."""
    dasar: dict[str, Any] = {
        "nama_aplikasi": "Tera",
        "beranda_url": alamat_rute("web:beranda"),
        "csrf_url": alamat_rute("web:csrf"),
        "masuk_url": settings.LOGIN_URL,
        "versi": settings.TERA_VERSI,
        "latihan": settings.TERA_LATIHAN,
        "bahasa_url": alamat_rute("web:bahasa"),
        "bahasa_lanjut": _lanjut(request),
        "daftar_bahasa": settings.LANGUAGES,
        "tema": request.COOKIES.get("tema", "")
        if request.COOKIES.get("tema") in {"light", "dark"}
        else "",
        "perangkat_bersama": request.COOKIES.get("perangkat_bersama") == "ya",
    }
    aktor = getattr(request, "aktor", None)
    if not aktor:
        return dasar
    instansi = request.instansi  # type: ignore[attr-defined]
    bilah = navigasi(request, aktor)
    dasar |= {
        "aktor": aktor,
        "hari_ini": aktor.hari_ini,
        "instansi": instansi,
        "nama_instansi": instansi.nama,
        "nama_zona": singkatan_zona(aktor.zona),
        "nama_pengguna": aktor.nama,
        "navigasi": bilah,
        # Counted only by the pages that show it.
        "kabar_hukum": partial(kabar_hukum, request, aktor),
        "bantuan_url": alamat_rute("web:bantuan"),
        # Asked only by the pages that show it: those of a refusal.
        "daftar_penolong": partial(nama_pengelola, aktor=aktor, pada=aktor.hari_ini),
        "menu_pengguna": _menu_pengguna(*tempat_tulisan()),
        **_lonceng(request, aktor),
        "keluar_url": alamat_rute("web:keluar"),
        "draf_selesai": request.session.pop(KUNCI_SESI_DRAF, "")
        if KUNCI_SESI_DRAF in request.session
        else "",
    }
    if aktor.mode_petugas is not None:
        dasar["mode_petugas"] = _(
            "Mode petugas sampai pukul %(jam)s. Tiap halaman yang Anda buka dicatat dan terlihat "
            "oleh orangnya."
        ) % {"jam": tulis_jam(aktor.mode_petugas.sampai, aktor.zona)}
        dasar["mode_petugas_url"] = alamat_rute("web:petugas_akhiri")
    return dasar


@lru_cache(maxsize=16)
def _menu_pengguna(_bahasa: str, _awalan: str, _urlconf: object) -> list[dict[str, str]]:
    """What everybody has under their name: the same list for all, written once per language."""
    return [
        {"label": _("Data saya"), "url": alamat_rute("web:data_saya"), "ikon": "user"},
        {
            "label": _("Garis arah"),
            "url": alamat_rute("organisasi:arah"),
            "ikon": "target-arrow",
        },
        {
            "label": _("Suara masyarakat tentang saya"),
            "url": alamat_rute("umpan_balik:suara"),
            "ikon": "message-circle",
        },
        {"label": _("Tim kerja"), "url": alamat_rute("organisasi:tim"), "ikon": "users-group"},
        {"label": _("Penyiap"), "url": alamat_rute("organisasi:penyiap"), "ikon": "users"},
        {
            "label": _("Hubungan dekat"),
            "url": alamat_rute("organisasi:hubungan"),
            "ikon": "heart-handshake",
        },
        {
            "label": _("Keamanan akun"),
            "url": alamat_rute("web:keamanan"),
            "ikon": "shield-check",
        },
        {"label": _("Tanda terima"), "url": alamat_rute("web:tanda_terima"), "ikon": "receipt"},
        {"label": _("Bantuan"), "url": alamat_rute("web:bantuan"), "ikon": "help"},
    ]


def _lonceng(request: HttpRequest, aktor: Aktor) -> dict[str, Any]:
    belum, terakhir = kabar_permintaan(request, aktor)
    lonceng: dict[str, Any] = {
        "pemberitahuan_url": alamat_rute("notifikasi:daftar"),
        "jumlah_pemberitahuan": tulis_jumlah(belum),
        "label_pemberitahuan": label_lonceng(belum),
    }
    # In mode petugas every request is written down: there the page doesn't ask by itself.
    if aktor.mode_petugas is None:
        lonceng["kabar"] = {
            "url": alamat_rute("notifikasi:kabar"),
            "tanda": tanda_keadaan(belum, terakhir),
            "skrip": "notifikasi/kabar.js",
        }
    return lonceng


def _lanjut(request: HttpRequest) -> str:
    """Where a change of language leads: this page, or the one a form was sent from."""
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    asal = urlsplit(request.headers.get("Referer", ""))
    return asal.path if asal.path and asal.netloc == request.get_host() else "/"
