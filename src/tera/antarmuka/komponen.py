"""How a component becomes HTML: its template of ``antarmuka/komponen/``.

The badge, the progress bar and the plain form field have none: they are written here, because lists
and forms show them by the dozen.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.template import Context, TemplateSyntaxError
from django.template.engine import Engine
from django.utils.formats import localize
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tera.antarmuka.ikon import gambar_ikon

NADA = ("netral", "info", "sukses", "peringatan", "bahaya", "utama")
_TITIK = mark_safe('<span class="lencana-titik" aria-hidden="true"></span>')


def render_komponen(nama: str, isi: Mapping[str, Any]) -> SafeString:
    """Return the component ``nama``: it sees ``isi`` and nothing of the page or the request."""
    return _mesin().get_template(f"antarmuka/komponen/{nama}.html").render(Context(dict(isi)))


@cache
def _mesin() -> Engine:
    return Engine.get_default()


def periksa_nada(nada: str) -> str:
    """Return ``nada``; a tone the house doesn't have is an error of the template."""
    if nada not in NADA:
        raise TemplateSyntaxError(f"nada {nada!r} tidak dikenal; pilih: {', '.join(NADA)}")
    return nada


def tulis_lencana(teks: str, *, nada: str, ikon: str, titik: bool) -> SafeString:
    """Return a badge."""
    tanda = gambar_ikon(ikon, ukuran=14) if ikon else _TITIK if titik else ""
    # The line break parts it from the next.
    return format_html(
        '<span class="lencana lencana-{}">{}{}</span>\n', periksa_nada(nada), tanda, localize(teks)
    )


def tulis_kemajuan(label: str, *, nilai: str, maks: str, teks: str, nada: str) -> SafeString:
    """Return a progress bar."""
    return format_html(
        '<div class="kemajuan kemajuan-{}"><p><span>{}</span> <strong>{}</strong></p>'
        '<progress value="{}" max="{}" aria-label="{}">{}</progress></div>\n',
        periksa_nada(nada), label, teks, nilai, maks, label, teks,
    )  # fmt: skip


def tulis_bidang(isi: Mapping[str, Any]) -> SafeString:
    """Return a field of kind ``biasa``: label, help, error, control (``bidang.konteks_bidang``)."""
    dasar = conditional_escape(isi["id"])
    kelas = f" {conditional_escape(isi['kelas'])}" if isi["kelas"] else ""
    salah = " bidang-salah" if isi["daftar_galat"] else ""
    label = "bidang-label khusus-pembaca" if isi["sembunyi_label"] else "bidang-label"
    opsional = (
        f' <span class="opsional">{conditional_escape(_("(boleh kosong)"))}</span>'
        if isi["tulis_opsional"]
        else ""
    )
    bantuan = (
        f'<p class="bidang-bantuan" id="{dasar}_bantuan">{conditional_escape(isi["bantuan"])}</p>'
        if isi["bantuan"]
        else ""
    )
    galat = (
        f'<p class="bidang-galat" id="{dasar}_galat">{gambar_ikon("alert-circle", ukuran=16)}<span>'
        f"{' '.join(conditional_escape(pesan) for pesan in isi['daftar_galat'])}</span></p>"
        if isi["daftar_galat"]
        else ""
    )
    kontrol: str = conditional_escape(isi["kontrol"])
    if isi["awalan"] or isi["akhiran"]:
        awal, akhir = (
            f'<span class="bidang-{tempat}">{conditional_escape(isi[tempat])}</span>'
            if isi[tempat]
            else ""
            for tempat in ("awalan", "akhiran")
        )
        kontrol = f'<div class="bidang-bingkai">{awal}{kontrol}{akhir}</div>'
    return SafeString(
        f'<div class="bidang{kelas}{salah}">\n'
        f'  <label class="{label}" for="{dasar}">{conditional_escape(isi["label"])}{opsional}'
        f"</label>\n  {bantuan}\n  {galat}\n  {kontrol}\n</div>\n"
    )
