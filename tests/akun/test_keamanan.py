"""One's own account: devices, second factors, history, data, who looked."""

import re
import time
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import hotp_value
from django.test import Client
from django.urls import reverse

from akun.alat import akun, kunci
from pemeran import SANDI, Pemeran
from tera.core import clock
from tera.core.akun.asal import Asal
from tera.core.akun.batas import BATAS_JARINGAN, catat_percobaan
from tera.organisasi.models import AksesPetugas, Pegawai

Klien = Callable[[Pegawai], Client]
HALAMAN = ["/akun/keamanan/", "/akun/data/", "/akun/akses/", "/akun/data/unduh/"]


def masuk(pegawai: Pegawai) -> Client:
    client = Client(HTTP_USER_AGENT="Mozilla/5.0 (Linux; Android 14) Chrome/120 Safari/537")
    jawaban = client.post("/masuk/", {"login": akun(pegawai).nama_akun, "password": SANDI})
    assert jawaban.status_code == 302
    return client


def kode_totp(rahasia: str) -> str:
    return f"{hotp_value(rahasia, int(time.time()) // 30):06d}"


@pytest.mark.parametrize("jalur", HALAMAN)
def test_a_stranger_is_asked_to_sign_in(client: Client, pemeran: Pemeran, jalur: str) -> None:
    jawaban = client.get(jalur)
    assert jawaban.status_code == 302
    assert jawaban["Location"].startswith("/masuk/?next=")


@pytest.mark.parametrize("jalur", HALAMAN)
def test_everyone_opens_their_own_pages(klien: Klien, pemeran: Pemeran, jalur: str) -> None:
    for pegawai in (pemeran.andi, pemeran.citra, pemeran.dewi):
        assert klien(pegawai).get(jalur).status_code == 200


def test_a_device_can_be_signed_out_from_another(pemeran: Pemeran) -> None:
    satu, dua = masuk(pemeran.andi), masuk(pemeran.andi)
    teks = satu.get("/akun/keamanan/").content.decode()
    assert "Chrome di Android" in teks
    [jalur] = re.findall(r'action="(/akun/perangkat/\d+/keluarkan/)"', teks)
    assert satu.post(jalur, kunci())["Location"] == "/akun/keamanan/"
    assert dua.get("/akun/keamanan/").status_code == 302
    assert satu.get("/akun/keamanan/").status_code == 200


def test_nobody_signs_out_the_device_of_someone_else(pemeran: Pemeran) -> None:
    andi, budi = masuk(pemeran.andi), masuk(pemeran.budi)
    from allauth.usersessions.models import UserSession

    milik_andi = UserSession.objects.get(user_id=pemeran.andi.akun_id)
    budi.post(f"/akun/perangkat/{milik_andi.pk}/keluarkan/", kunci())
    assert andi.get("/akun/keamanan/").status_code == 200


def test_all_other_devices_at_once(pemeran: Pemeran) -> None:
    satu, dua, tiga = (masuk(pemeran.andi) for _urut in range(3))
    satu.post("/akun/perangkat/keluarkan-lain/", kunci())
    assert [c.get("/akun/keamanan/").status_code for c in (satu, dua, tiga)] == [200, 302, 302]


def test_a_form_without_its_key_does_nothing(pemeran: Pemeran) -> None:
    satu, dua = masuk(pemeran.andi), masuk(pemeran.andi)
    assert satu.post("/akun/perangkat/keluarkan-lain/").status_code == 422
    assert dua.get("/akun/keamanan/").status_code == 200


def test_a_second_factor_asks_for_the_password_first_then_for_its_code_at_sign_in(
    pemeran: Pemeran, django_capture_on_commit_callbacks: Callable
) -> None:
    client = masuk(pemeran.andi)
    jalur = reverse("mfa_activate_totp")
    assert client.get(jalur)["Location"].startswith("/akun/periksa/")
    jawaban = client.post("/akun/periksa/", {"password": "salah", "next": jalur})
    assert jawaban.status_code == 422
    assert client.post("/akun/periksa/", {"password": SANDI, "next": jalur})["Location"] == jalur
    teks = client.get(jalur).content.decode()
    [rahasia] = re.findall(r'akun-kunci">([A-Z2-7]+)<', teks)
    assert "data:image/svg+xml;base64," in teks
    assert client.post(jalur, {"code": "000000"}).status_code == 422
    with django_capture_on_commit_callbacks(execute=True):
        jawaban = client.post(jalur, {"code": kode_totp(rahasia)})
    assert jawaban["Location"] == reverse("mfa_view_recovery_codes")
    assert len(re.findall(r"<code>\d{8}</code>", client.get(jawaban["Location"]).content.decode()))
    disimpan = Authenticator.objects.get(type="totp").data["secret"]
    assert rahasia not in disimpan
    teks = client.get("/akun/keamanan/").content.decode()
    assert "Langkah kedua ditambahkan" in teks
    assert "10 tersisa" in teks

    lain = Client()
    jawaban = lain.post("/masuk/", {"login": akun(pemeran.andi).nama_akun, "password": SANDI})
    assert jawaban["Location"].startswith("/masuk/langkah-kedua/")
    assert "_auth_user_id" not in lain.session
    salah = lain.post("/masuk/langkah-kedua/", {"code": "000000"})
    assert "Kode tidak cocok" in salah.content.decode()
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    pemulihan = RecoveryCodes(Authenticator.objects.get(type="recovery_codes"))
    kode = pemulihan.get_unused_codes()[0]
    assert lain.post("/masuk/langkah-kedua/", {"code": kode}).status_code == 302
    assert lain.session["_auth_user_id"] == str(pemeran.andi.akun_id)
    teks = lain.get("/akun/keamanan/").content.decode()
    assert "9 tersisa" in teks
    assert "Kode autentikator" in teks


def test_guessing_second_factors_is_limited_per_account(pemeran: Pemeran) -> None:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(akun(pemeran.andi), generate_totp_secret())
    kode = RecoveryCodes.activate(akun(pemeran.andi)).get_unused_codes()[0]
    client = Client()
    client.post("/masuk/", {"login": akun(pemeran.andi).nama_akun, "password": SANDI})
    for _kali in range(BATAS_JARINGAN):
        assert "Kode tidak cocok" in tebak(client, "000000")
    assert "Terlalu banyak percobaan" in tebak(client, kode)
    assert "_auth_user_id" not in client.session


def tebak(client: Client, kode: str) -> str:
    return client.post("/masuk/langkah-kedua/", {"code": kode}).content.decode()


def test_the_history_shows_failures_to_their_owner_only(klien: Klien, pemeran: Pemeran) -> None:
    catat_percobaan(
        nama_akun=akun(pemeran.andi).nama_akun,
        akun=akun(pemeran.andi),
        berhasil=False,
        cara="sandi",
        asal=Asal("203.0.113.0/24", "Firefox di Linux"),
    )
    assert "203.0.113.0/24" in klien(pemeran.andi).get("/akun/keamanan/").content.decode()
    assert "203.0.113.0/24" not in klien(pemeran.budi).get("/akun/keamanan/").content.decode()


def test_my_data_names_my_rater_and_downloads_as_json(klien: Klien, pemeran: Pemeran) -> None:
    client = klien(pemeran.andi)
    teks = client.get("/akun/data/").content.decode()
    assert "Budi Penilai" in teks
    assert "Pengolah Data dan Informasi" in teks
    jawaban = client.get("/akun/data/unduh/")
    assert jawaban["Content-Disposition"].startswith("attachment")
    isi = jawaban.json()
    assert isi["profil"]["nip"] == "199003032015011003"
    assert isi["penugasan"][0]["unit"] == "Bidang Data"
    assert isi["penilai"]["penilai"] == "Budi Penilai"
    assert "nik" not in str(isi).lower().replace("unik", "").replace("teknik", "")


def test_who_looked_lists_only_requests_that_concerned_me(klien: Klien, pemeran: Pemeran) -> None:
    for pegawai, jalur in ((pemeran.andi, "/skp/1/"), (pemeran.budi, "/skp/2/")):
        AksesPetugas.objects.create(
            instansi=pemeran.instansi,
            sesi_id=1,
            pengguna_id=pemeran.eka.akun_id,
            nama_petugas="Eka Auditor",
            alasan="Memeriksa sampel triwulan pertama",
            pegawai=pegawai,
            metode="GET",
            jalur=jalur,
            terjadi_at=clock.sekarang(),
        )
    teks = klien(pemeran.andi).get("/akun/akses/").content.decode()
    assert "/skp/1/" in teks
    assert "Eka Auditor" in teks
    assert "/skp/2/" not in teks
    assert "Belum ada petugas" in klien(pemeran.fajar).get("/akun/akses/").content.decode()


def test_pages_cost_the_same_whatever_the_rows(
    klien: Klien, pemeran: Pemeran, django_assert_max_num_queries: Callable
) -> None:
    client = masuk(pemeran.andi)
    jumlah = []
    buat_akses(pemeran, 0)
    for putaran in range(2):
        with django_assert_max_num_queries(20) as tangkap:
            client.get("/akun/keamanan/")
        keamanan = len(tangkap)
        with django_assert_max_num_queries(20) as tangkap:
            client.get("/akun/akses/")
        jumlah.append((keamanan, len(tangkap)))
        if putaran == 0:
            for nomor in range(10):
                masuk(pemeran.andi)
                buat_akses(pemeran, nomor)
    assert jumlah[0] == jumlah[1]
    assert max(jumlah[0]) <= 12


def buat_akses(pemeran: Pemeran, nomor: int) -> None:
    AksesPetugas.objects.create(
        instansi=pemeran.instansi,
        sesi_id=1,
        pengguna_id=1,
        nama_petugas="Eka",
        alasan="alasan yang cukup panjang",
        pegawai=pemeran.andi,
        metode="GET",
        jalur=f"/skp/{nomor}/",
        terjadi_at=clock.sekarang(),
    )


@pytest.mark.parametrize(
    "jalur",
    [
        "/masuk/",
        "/lupa-sandi/",
        "/aktivasi/",
        "/akun/keamanan/",
        "/akun/data/",
        "/akun/akses/",
        "/akun/sandi/",
        "/akun/periksa/",
        "/aktivasi/kelola/",
        "/petugas/mulai/",
        "/petugas/akhiri/",
        "/keluar/",
    ],
)
def test_no_page_carries_inline_script_or_style(pemeran: Pemeran, jalur: str) -> None:
    client = (
        Client() if jalur in {"/masuk/", "/lupa-sandi/", "/aktivasi/"} else masuk(pemeran.citra)
    )
    jawaban = client.get(jalur)
    assert jawaban.status_code == 200
    periksa_csp(jawaban.content.decode())
    assert "default-src 'self'" in jawaban["Content-Security-Policy"]


def test_the_pages_of_second_factors_carry_no_inline_script(pemeran: Pemeran) -> None:
    client = masuk(pemeran.andi)
    client.post("/akun/periksa/", {"password": SANDI, "next": "/"})
    for nama in ("mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn"):
        jawaban = client.get(reverse(nama))
        assert jawaban.status_code == 200
        periksa_csp(jawaban.content.decode())


def periksa_csp(teks: str) -> None:
    assert not re.findall(r"\sstyle=", teks)
    assert not re.findall(r"<style", teks)
    assert not re.findall(r"\son[a-z]+=", teks)
    for atribut in re.findall(r"<script([^>]*)>", teks):
        assert "src=" in atribut or 'type="application/json"' in atribut
    assert "http://" not in re.sub(r'(xmlns|href)="http://[^"]*"', "", teks).replace(
        "http://localhost", ""
    )
