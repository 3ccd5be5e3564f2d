"""A stored file as a download: never shown inside our pages, never guessed, never cached."""

from django.http import HttpResponse

from tera.core.berkas import baca_berkas
from tera.core.models import Berkas

_AKHIRAN = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}


def unduh_berkas(berkas: Berkas, nama: str) -> HttpResponse:
    """Return the file under a name of ours (``nama`` without ending), with its judged type.

    Whoever calls has already asked whether the aktor may open what the file belongs to.
    """
    jawaban = HttpResponse(baca_berkas(berkas), content_type=berkas.jenis_isi)
    akhiran = _AKHIRAN.get(berkas.jenis_isi, "bin")
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}.{akhiran}"'
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Content-Security-Policy"] = "default-src 'none'; sandbox"
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban


def unduh_isi(isi: bytes, jenis: str, nama: str) -> HttpResponse:
    """Return content made for this request as a download called ``nama``, kept by no cache."""
    jawaban = HttpResponse(isi, content_type=jenis)
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}"'
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban
