"""What the pages of one plan share: the door, the steps, the address of its print."""

import functools
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal_pendek
from tera.antarmuka.laman import aktor_wajib
from tera.core import clock
from tera.core.workflow import HasilLangkah, aksi_tersedia
from tera.skp.models import SKP
from tera.skp.permissions import boleh_sunting
from tera.skp.selectors.terlihat import buka_skp, peran_tercatat

NADA_STATUS = {
    "draf": "peringatan",
    "diajukan": "info",
    "dikembalikan": "bahaya",
    "ditetapkan": "sukses",
    "digantikan": "netral",
    "ditutup": "netral",
    "dibatalkan": "netral",
    "belum": "peringatan",
}


def dengan_skp(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Give the view the plan of the address instead of its number; strangers get 404."""

    @functools.wraps(view)
    def bungkus(request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponseBase:
        return view(request, skp_atau_404(request, pk), **kwargs)

    return bungkus


def skp_atau_404(request: HttpRequest, pk: int, *, isi: bool = False) -> SKP:
    """Return the plan of the address, ``isi``: with its content; strangers get 404."""
    skp = buka_skp(aktor=aktor_wajib(request), pk=pk, isi=isi)
    if skp is None:
        raise Http404
    tandai_terkait(request, skp)
    return skp


def tandai_terkait(request: HttpRequest, skp: SKP) -> None:
    """In mode petugas the request is logged with the person it concerns."""
    request.pegawai_terkait_id = skp.pegawai_id  # type: ignore[attr-defined]


def konteks_skp(request: HttpRequest, skp: SKP) -> dict[str, Any]:
    """Return what every page of one plan shows: state, steps, what this person may do."""
    aktor = aktor_wajib(request)
    tandai_terkait(request, skp)
    peran = peran_tercatat(skp, aktor)
    return {
        "skp": skp,
        "peran": peran,
        "milik_saya": "pegawai" in peran,
        "nav": _nav(peran),
        "aksi": {
            langkah.aksi
            for langkah in aksi_tersedia(jenis="skp", status=skp.status, daftar_peran=peran)
        },
        "boleh_sunting": boleh_sunting(skp=skp, peran=peran),
        "boleh_versi": skp.status == SKP.Status.DITETAPKAN and bool(peran & {"pegawai", "penyiap"}),
        "nada": NADA_STATUS[skp.status],
        "langkah": langkah_skp(skp),
        "alamat_cetak": alamat_cetak("skp", skp.pk),
        "zona": aktor.zona,
        "hari_ini": aktor.hari_ini,
    }


def _nav(peran: frozenset[str]) -> str:
    """The item of the navigation under which this person meets the plan."""
    if peran & {"pegawai", "penyiap"}:
        return "skp"
    return "tim" if peran & {"penilai", "atasan_penilai", "ketua_tim", "pimpinan"} else "unit_skp"


def langkah_skp(skp: SKP) -> list[dict[str, str]]:
    """Return the step strip: drafted, sent, set; with days."""
    zona = skp.instansi.zona
    kini = {"draf": 0, "dikembalikan": 0, "diajukan": 1}.get(skp.status, 3)

    def hari(saat: Any) -> str:
        return tulis_tanggal_pendek(clock.tanggal_di(saat, zona)) if saat else ""

    status = [
        "selesai" if nomor < kini else "kini" if nomor == kini else "nanti" for nomor in range(3)
    ]
    if skp.status == SKP.Status.DIKEMBALIKAN:
        status[1] = "ditolak"
    if skp.status == SKP.Status.DIBATALKAN:
        status = ["ditolak", "nanti", "nanti"]
    return [
        {"label": _("Disusun"), "status": status[0], "keterangan": hari(skp.pertama_disunting_at)},
        {
            "label": _("Diajukan"),
            "status": status[1],
            "keterangan": _("dikembalikan") if status[1] == "ditolak" else hari(skp.diajukan_at),
        },
        {
            "label": _("Ditetapkan"),
            "status": status[2],
            "keterangan": tulis_tanggal_pendek(skp.ditetapkan_pada),
        },
    ]


def alamat_cetak(nama: str, pk: int) -> str:
    """Return the address of a print, empty when the printing room isn't installed."""
    try:
        return reverse(f"dokumen:{nama}", args=[pk])
    except NoReverseMatch:
        return ""


KUNCI_TERSIMPAN = "skp_tersimpan"


def tandai_tersimpan(request: HttpRequest, kunci: str) -> None:
    """Let the next page end the draft ``kunci``: once, so that a reload never ends a newer one."""
    request.session[KUNCI_TERSIMPAN] = kunci


def draf_selesai(request: HttpRequest, kunci: str) -> str:
    """Return ``kunci`` when its form was accepted just before this page, else nothing."""
    if request.session.get(KUNCI_TERSIMPAN) != kunci:
        return ""
    del request.session[KUNCI_TERSIMPAN]
    return kunci


def kabari(request: HttpRequest, pesan: str, hasil: HasilLangkah | None = None) -> None:
    """Tell what was done, with the number of its receipt."""
    if hasil is not None:
        pesan = _("%(pesan)s Tanda terima %(nomor)s.") % {
            "pesan": pesan,
            "nomor": hasil.tanda_terima.nomor,
        }
    messages.success(request, pesan)
