"""Small helps of the web views."""

from django.contrib import messages
from django.http import HttpRequest

TINGKAT = {
    "sukses": messages.SUCCESS,
    "info": messages.INFO,
    "peringatan": messages.WARNING,
    "bahaya": messages.ERROR,
}


def kirim_pesan(request: HttpRequest, nada: str, pesan: str) -> None:
    """Leave a message for the next page."""
    messages.add_message(request, TINGKAT[nada], pesan)
