"""The navigation of a person: what everyone has, what a rater has, what an officer has."""

import datetime as dt
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import (
    BigIntegerField,
    DateField,
    Exists,
    F,
    OuterRef,
    QuerySet,
    Subquery,
)
from django.http import HttpRequest
from django.urls import get_resolver, get_script_prefix, get_urlconf
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.core.kueri import Isian, kueri_siap
from tera.dasbor.models import HakPembina, PandanganHukum
from tera.notifikasi.selectors.kotak import dengan_keadaan
from tera.organisasi.models import Penugasan
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.organisasi.selectors.ringkas import bagian_dari_baris, susun_bilah
from tera.regulasi.perubahan import perubahan_sejak


def navigasi(request: HttpRequest, aktor: Aktor) -> list[dict[str, Any]]:
    """Return the items with the lit one marked: one query, with the view's own about parts."""
    peran, menilai, _kabar = _bagian(request, aktor)
    tambahan = _tambahan(request, aktor)
    return _susun(
        *tempat_tulisan(),
        menilai,
        bool(peran & {"pengelola", "admin", "auditor", "pyb", "pejabat_pembina"}),
        bool(peran & {"pengelola", "admin"}),
        tambahan.memimpin,
        tambahan.pembina,
        _yang_nyala(request),
    )


def tempat_tulisan() -> tuple[str, str, object]:
    """Return what decides how the frame's words and addresses are written."""
    return get_language() or "", get_script_prefix(), get_resolver(get_urlconf())


@lru_cache(maxsize=512)
def _susun(
    _bahasa: str,
    _awalan: str,
    _urlconf: object,
    menilai: bool,
    petugas: bool,
    mengelola: bool,
    memimpin: bool,
    pembina: bool,
    nyala: str,
) -> list[dict[str, Any]]:
    """The items of people of the same parts: the same list for all of them, written once."""
    butir = [
        ("beranda", _("Beranda"), "web:beranda", "home", ""),
        ("skp", _("SKP saya"), "skp:daftar", "target", ""),
        ("pelaksanaan", _("Pelaksanaan"), "pelaksanaan:saya", "briefcase", ""),
    ]
    if menilai:
        butir.append(("tim", _("Tim saya"), "skp:antrean", "users", ""))
    butir.append(("evaluasi", _("Evaluasi"), "evaluasi:daftar", "chart-bar", ""))
    butir.append(("dialog", _("Dialog"), "dialog:daftar", "messages", ""))
    butir.append(("umpan_balik", _("Umpan balik"), "umpan_balik:saya", "message-circle", ""))
    butir.append(("tindak_lanjut", _("Tindak lanjut"), "tindak_lanjut:saya", "flag", ""))
    butir.append(("bimtek", _("Bimtek"), "bimtek:beranda", "school", ""))
    kelola = _("Kelola")
    if petugas or memimpin:
        butir.append(("dasbor", _("Dasbor"), "dasbor:beranda", "chart-dots", ""))
    if pembina:
        butir.append(("pembina", _("Antarinstansi"), "dasbor:pembina", "building-community", ""))
    if menilai and not petugas:
        butir.append(("unit_skp", _("Ringkasan SKP"), "skp:unit", "list-check", ""))
        butir.append(("layanan", _("Suara masyarakat"), "umpan_balik:layanan", "speakerphone", ""))
    if petugas:
        butir += [
            ("unit_skp", _("Ringkasan SKP"), "skp:unit", "list-check", kelola),
            ("pegawai", pgettext("daftar", "Pegawai"), "organisasi:pegawai", "id", kelola),
            ("unit", _("Unit kerja"), "organisasi:unit", "sitemap", kelola),
            ("layanan", _("Suara masyarakat"), "umpan_balik:layanan", "speakerphone", kelola),
            ("kalibrasi", _("Kalibrasi"), "kalibrasi:beranda", "scale", kelola),
        ]
    if mengelola:
        butir += [
            ("penilai", _("Penilai"), "organisasi:penilai", "user-check", kelola),
            ("integrasi", _("e-Kinerja"), "integrasi:beranda", "cloud-up", kelola),
            ("kelola", _("Pengaturan"), "web:kelola", "settings", kelola),
        ]
    return [
        {"label": label, "url": alamat_rute(rute), "ikon": ikon, "kelompok": kelompok,
         "aktif": kunci == nyala}
        for kunci, label, rute, ikon, kelompok in butir
    ]  # fmt: skip


def peran_permintaan(request: HttpRequest, aktor: Aktor) -> frozenset[str]:
    """Return the aktor's parts as an officer, asked once per request."""
    return _bagian(request, aktor)[0]


def kabar_permintaan(request: HttpRequest, aktor: Aktor) -> tuple[int, int]:
    """Return (unread notifications, newest one), read with the parts: no query of its own."""
    return _bagian(request, aktor)[2]


def kabar_hukum(request: HttpRequest, aktor: Aktor) -> int:
    """Return how many changes of the law the aktor hasn't said to have read: no query of its own.

    Of someone who never looked, those since the account began.
    """
    tambahan = _tambahan(request, aktor)
    terakhir = tambahan.hukum or (tambahan.dibuat.date() if tambahan.dibuat else None)
    return len(perubahan_sejak(terakhir, pada=aktor.hari_ini)) if terakhir else 0


class Tambahan(NamedTuple):
    """What the frame reads beside the parts: whether one heads a unit, is a pembina, has read."""

    memimpin: bool = False
    pembina: bool = False
    hukum: dt.date | None = None
    dibuat: dt.datetime | None = None


def _tambahan(request: HttpRequest, aktor: Aktor) -> Tambahan:
    _bagian(request, aktor)
    tambahan: Tambahan = request.tambahan_bilah  # type: ignore[attr-defined]
    return tambahan


Bagian = tuple[frozenset[str], bool, tuple[int, int]]


def _bagian(request: HttpRequest, aktor: Aktor) -> Bagian:
    bagian: Bagian | None = getattr(request, "bagian_bilah", None)
    if bagian is None:
        baris = (
            _bilah(instansi_id=aktor.instansi_id, pegawai_id=aktor.pegawai_id, pada=aktor.hari_ini)
            if aktor.pegawai_id is not None
            else []
        )
        bagian = (*bagian_dari_baris(baris), tuple(baris[0][2:4]) if baris else (0, 0))
        request.bagian_bilah = bagian  # type: ignore[attr-defined]
        request.tambahan_bilah = (  # type: ignore[attr-defined]
            Tambahan(*baris[0][4:]) if baris else Tambahan()
        )
    return bagian


@kueri_siap(instansi_id=BigIntegerField(), pegawai_id=BigIntegerField(), pada=DateField())
def _bilah(instansi_id: Isian, pegawai_id: Isian, pada: Isian) -> QuerySet[Any, Any]:
    hasil: QuerySet[Any, Any] = dengan_keadaan(susun_bilah(instansi_id, pegawai_id, pada)).annotate(
        memimpin=Exists(
            Penugasan.objects.filter(berlaku_pada(pada), pegawai_id=pegawai_id, memimpin_unit=True)
        ),
        pembina=Exists(HakPembina.objects.filter(berlaku_pada(pada), pegawai_id=pegawai_id)),
        hukum=Subquery(
            PandanganHukum.objects.filter(pengguna_id=OuterRef("akun_id")).values("pada")[:1]
        ),
        dibuat=F("akun__created_at"),
    )
    return hasil


def _yang_nyala(request: HttpRequest) -> str:
    """The key a view gave (``render_laman(nav=…)``) travels on the request."""
    return str(getattr(request, "nav_aktif", ""))
