"""Signed-in browsers of the cast."""

import uuid

from django.test import Client
from django.urls import reverse


def masuk(pegawai) -> Client:
    """A browser of this person."""
    satu = Client()
    satu.force_login(pegawai.akun)
    return satu


def kirim(satu: Client, nama: str, *args: object, **isi: object):
    """Send a form as its page would."""
    return satu.post(reverse(nama, args=args), {"kunci_idempoten": str(uuid.uuid4()), **isi})


def lihat(satu: Client, nama: str, *args: object) -> str:
    """The text of a page that must open."""
    jawaban = satu.get(reverse(nama, args=args))
    assert jawaban.status_code == 200, (nama, jawaban.status_code)
    return jawaban.text
