"""An address with an absurd number is nobody's: it is answered, never a server error."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from django.urls.converters import IntConverter, UUIDConverter

from pemeran import buat_pemeran

#: More than a 64-bit column holds.
BESAR = 10**20
ISI = {IntConverter: BESAR, UUIDConverter: "7c9e6679-7425-40de-944b-e07fc1f90ae7"}


def _daftar_alamat(daftar: Any, awalan: str = "") -> Iterator[tuple[str, str]]:
    for satu in daftar:
        if hasattr(satu, "url_patterns"):
            ruang = f"{satu.namespace}:" if satu.namespace else ""
            yield from _daftar_alamat(satu.url_patterns, awalan + ruang)
        elif satu.name:
            jenis = {nama: type(k) for nama, k in satu.pattern.converters.items()}
            if IntConverter not in jenis.values():
                continue
            try:
                yield (
                    awalan + satu.name,
                    reverse(
                        awalan + satu.name,
                        kwargs={nama: ISI.get(j, "x") for nama, j in jenis.items()},
                    ),
                )
            except NoReverseMatch:
                continue  # a path converter with a pattern of its own


@pytest.mark.django_db
def test_a_number_beyond_the_database_is_answered_at_every_door() -> None:
    para = buat_pemeran()
    daftar = list(_daftar_alamat(get_resolver().url_patterns))
    assert len(daftar) > 100
    rusak = []
    for orang, cara in ((para.citra, ("get", "post")), (para.budi, ("get",))):
        klien = Client(raise_request_exception=False)
        assert orang.akun is not None
        klien.force_login(orang.akun)
        for nama, alamat in daftar:
            rusak += [
                f"{satu.upper()} {nama}"
                for satu in cara
                if getattr(klien, satu)(alamat).status_code >= 500
            ]
    assert not rusak
