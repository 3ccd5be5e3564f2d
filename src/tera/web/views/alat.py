"""Small helps of the web views."""

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest

from tera.core.galat import MasukanSalahError

TINGKAT = {
    "sukses": messages.SUCCESS,
    "info": messages.INFO,
    "peringatan": messages.WARNING,
    "bahaya": messages.ERROR,
}


def kirim_pesan(request: HttpRequest, nada: str, pesan: str) -> None:
    """Leave a message for the next page."""
    messages.add_message(request, TINGKAT[nada], pesan)


def pasang_galat(formulir: BaseForm, galat: MasukanSalahError) -> None:
    """Tie a service's refusal to the fields of the form; the rest stands on top."""
    terpasang = False
    for nama, daftar in galat.per_bidang.items():
        if nama in formulir.fields:
            terpasang = True
            for pesan in daftar:
                formulir.add_error(nama, pesan)
    if not terpasang:
        formulir.add_error(None, galat.pesan)
