"""A practice installation: who may be signed in as, what marks it, and that nothing else opens."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from akun.alat import akun
from pemeran import Pemeran
from tera.core.models import RiwayatMasuk
from tera.organisasi.models import Pegawai

MASUK = "/masuk/latihan/"
KURSUS = "/bimtek/kursus/memakai-tera/"
Klien = Callable[[Pegawai], Client]


@pytest.fixture
def latihan(pemeran: Pemeran, settings, tmp_path: Path) -> Pemeran:
    """Andi is the one invented person of this installation."""
    settings.TERA_LATIHAN = True
    settings.TERA_DATA = tmp_path
    orang = {"akun": akun(pemeran.andi).nama_akun, "nama": "Andi", "keterangan": "pegawai"}
    (tmp_path / "contoh").mkdir()
    (tmp_path / "contoh" / "orang.json").write_text(json.dumps([orang | {"utama": True}]))
    return pemeran


def test_nobody_signs_in_without_a_password_where_it_is_not_for_practice(
    client: Client, latihan: Pemeran, settings
) -> None:
    settings.TERA_LATIHAN = False
    laman = client.get("/masuk/").content.decode()
    assert "Masuk sebagai" not in laman
    assert "strip-latihan" not in laman
    assert client.post(MASUK, {"akun": akun(latihan.andi).nama_akun}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_one_button_signs_in_as_an_invented_person_and_every_page_says_practice(
    client: Client, latihan: Pemeran
) -> None:
    laman = client.get("/masuk/").content.decode()
    assert "Masuk sebagai Andi" in laman
    assert "strip-latihan" in laman
    assert 'name="password"' not in laman
    assert client.get(MASUK).status_code == 405
    jawaban = client.post(MASUK, {"akun": akun(latihan.andi).nama_akun})
    assert (jawaban.status_code, jawaban["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(latihan.andi.akun_id)
    assert RiwayatMasuk.objects.get().berhasil
    for alamat in ("/", "/verifikasi/akar/", "/tidak-ada/"):
        assert "strip-latihan" in client.get(alamat).content.decode(), alamat


def test_only_the_invented_people_are_offered_and_a_closed_account_stays_closed(
    client: Client, latihan: Pemeran
) -> None:
    andi = akun(latihan.andi)
    andi.is_active = False
    andi.save(update_fields=["is_active"])
    for nama in (andi.nama_akun, akun(latihan.budi).nama_akun, ""):
        jawaban = client.post(MASUK, {"akun": nama}, follow=True)
        assert "tidak bisa dipilih" in jawaban.content.decode()
        assert "_auth_user_id" not in client.session


def test_bimtek_leads_to_the_practice_installation_and_tells_only_officers_when_there_is_none(
    pemeran: Pemeran, klien: Klien, settings
) -> None:
    andi, citra = klien(pemeran.andi), klien(pemeran.citra)
    assert "Instansi latihan" not in andi.get(KURSUS).content.decode()
    assert "/bantuan/panduan/pengelola/#instansi-latihan" in citra.get("/bimtek/").content.decode()
    settings.TERA_ALAMAT_LATIHAN = "https://latihan.contoh.go.id"
    for alamat in ("/bimtek/", KURSUS):
        laman = andi.get(alamat).content.decode()
        assert 'href="https://latihan.contoh.go.id" target="_blank" rel="noopener"' in laman
    for langkah in ("skp", "pelaksanaan", "hasil"):
        assert f"/memakai-tera/{langkah}/" in laman
    assert andi.get("/bimtek/kursus/menilai-objektif/").status_code == 200
