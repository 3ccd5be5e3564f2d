"""Signing in over HTTP: by NIP, the same answer for everyone who fails, history, limits."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hasher, identify_hasher
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse

from akun.alat import SANDI_BARU, akun, terbitkan, tutup_akun
from pemeran import SANDI, Pemeran
from tera.core import clock
from tera.core.akun.batas import BATAS_JARINGAN
from tera.core.models import RiwayatMasuk
from tera.organisasi.models import Pegawai

MASUK = "/masuk/"
Klien = Callable[[Pegawai], Client]


def coba(client: Client, nama: str, sandi: str, **lain: str):
    return client.post(MASUK, {"login": nama, "password": sandi}, **lain)


def test_a_nip_with_blanks_signs_in_and_goes_home(client: Client, pemeran: Pemeran) -> None:
    jawaban = coba(client, " 19900303 201501 1 003 ", SANDI)
    assert jawaban.status_code == 302
    assert jawaban["Location"] == "/"
    assert client.session["_auth_user_id"] == str(pemeran.andi.akun_id)
    baris = RiwayatMasuk.objects.get()
    assert (baris.berhasil, baris.cara, baris.alamat) == (True, "sandi", "127.0.0.0/24")


def test_sign_in_keeps_the_page_one_wanted_but_never_another_site(
    client: Client, pemeran: Pemeran
) -> None:
    nama = akun(pemeran.andi).nama_akun
    isi = {"login": nama, "password": SANDI, "next": "/akun/data/"}
    assert client.post(MASUK, isi)["Location"] == "/akun/data/"
    client.logout()
    isi["next"] = "https://jahat.example/"
    assert client.post(MASUK, isi)["Location"] == "/"


def test_wrong_password_unknown_name_and_unopened_account_look_the_same(
    client: Client, pemeran: Pemeran
) -> None:
    tutup_akun(pemeran.budi)
    halaman = set()
    for nama, sandi in (
        (akun(pemeran.andi).nama_akun, "salah-salah-salah"),
        ("111111111111111111", "salah-salah-salah"),
        (akun(pemeran.budi).nama_akun, SANDI),
    ):
        jawaban = coba(client, nama, sandi)
        assert jawaban.status_code == 422
        isi = jawaban.content.decode()
        assert "tidak cocok" in isi
        isi = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", isi).replace(nama, "NAMA")
        halaman.add(isi)
    assert len(halaman) == 1
    assert RiwayatMasuk.objects.filter(berhasil=False).count() == 3
    assert RiwayatMasuk.objects.filter(akun=None).count() == 1


@pytest.mark.parametrize("ada", [True, False])
def test_too_many_failures_are_refused_alike_for_known_and_unknown_names(
    client: Client, pemeran: Pemeran, ada: bool
) -> None:
    nama = akun(pemeran.andi).nama_akun if ada else "222222222222222222"
    for _kali in range(BATAS_JARINGAN):
        assert "tidak cocok" in coba(client, nama, "salah-salah-salah").content.decode()
    jawaban = coba(client, nama, SANDI)
    assert jawaban.status_code == 422
    assert "Terlalu banyak percobaan" in jawaban.content.decode()
    assert "_auth_user_id" not in client.session
    # From the network the owner usually uses, the account stays open.
    assert ada is (coba(client, nama, SANDI, REMOTE_ADDR="10.9.8.7").status_code == 302)


def test_an_inactive_account_is_told_only_after_the_right_password(
    client: Client, pemeran: Pemeran
) -> None:
    satu = akun(pemeran.andi)
    satu.is_active = False
    satu.save()
    assert coba(client, satu.nama_akun, "salah-salah-salah").status_code == 422
    jawaban = coba(client, satu.nama_akun, SANDI)
    assert jawaban["Location"] == "/masuk/nonaktif/"
    assert "dinonaktifkan instansi" in client.get("/masuk/nonaktif/").content.decode()


def test_signing_in_upgrades_an_old_password_hash(
    client: Client, pemeran: Pemeran, settings: pytest.FixtureRequest
) -> None:
    settings.PASSWORD_HASHERS = [  # type: ignore[attr-defined]
        "tera.core.sandi.Argon2Hasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
    satu = akun(pemeran.andi)
    satu.password = PBKDF2PasswordHasher().encode(SANDI, "garamgaram", 1000)
    satu.save()
    assert coba(client, satu.nama_akun, SANDI).status_code == 302
    satu.refresh_from_db()
    assert satu.password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert identify_hasher(satu.password).algorithm == "argon2"


def test_argon2id_has_the_tuned_cost() -> None:
    from tera.core.sandi import Argon2Hasher

    satu = Argon2Hasher()
    assert (satu.time_cost, satu.memory_cost, satu.parallelism) == (2, 19 * 1024, 1)
    assert satu.encode("x", "garamgaram").startswith("argon2$argon2id$")
    assert get_hasher("default") is not None


def test_signing_out_needs_a_post(klien: Klien, pemeran: Pemeran) -> None:
    client = klien(pemeran.andi)
    assert client.get("/keluar/").status_code == 200
    assert "_auth_user_id" in client.session
    assert client.post("/keluar/")["Location"] == "/masuk/"
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "nama",
    ["account_signup", "account_email", "account_confirm_email", "account_request_login_code"],
)
def test_routes_we_do_not_offer_do_not_exist(nama: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(nama)


def test_activation_over_http_signs_in_and_offers_a_second_factor(
    client: Client, pemeran: Pemeran
) -> None:
    tutup_akun(pemeran.andi)
    kode = terbitkan(pemeran, pemeran.andi)
    isi = {"nama_akun": akun(pemeran.andi).nama_akun, "kode": kode.kode, "sandi": SANDI_BARU}
    jawaban = client.post("/aktivasi/", isi)
    assert jawaban.status_code == 302
    assert jawaban["Location"] == "/akun/keamanan/?baru=1"
    assert client.session["_auth_user_id"] == str(pemeran.andi.akun_id)
    assert "Pasang passkey" in client.get(jawaban["Location"]).content.decode()
    assert RiwayatMasuk.objects.get(berhasil=True).cara == "kode"
    # The password was just chosen: setting up a factor doesn't ask for it again.
    assert client.get(reverse("mfa_activate_totp")).status_code == 200


def test_activation_tells_the_rules_and_keeps_what_was_typed(
    client: Client, pemeran: Pemeran
) -> None:
    tutup_akun(pemeran.andi)
    kode = terbitkan(pemeran, pemeran.andi)
    assert "Paling sedikit 10 karakter" in client.get("/aktivasi/").content.decode()
    isi = {"nama_akun": akun(pemeran.andi).nama_akun, "kode": kode.kode, "sandi": "pendek"}
    jawaban = client.post("/aktivasi/", isi)
    assert jawaban.status_code == 422
    teks = jawaban.content.decode()
    assert kode.kode in teks
    assert "pendek" not in teks.replace("dipendekkan", "").replace("Kalimat pendek", "").replace(
        "terlalu pendek", ""
    )


def test_activation_is_limited_like_sign_in_and_answers_429(
    client: Client, pemeran: Pemeran
) -> None:
    isi = {"nama_akun": "tidak.ada", "kode": "ABCD-2345-EFGH", "sandi": SANDI_BARU}
    for _kali in range(BATAS_JARINGAN):
        assert client.post("/aktivasi/", isi).status_code == 422
    assert client.post("/aktivasi/", isi).status_code == 429


def test_someone_signed_in_is_not_asked_to_activate(klien: Klien, pemeran: Pemeran) -> None:
    assert klien(pemeran.andi).get("/aktivasi/")["Location"] == "/akun/keamanan/"


def test_changing_the_password_signs_other_devices_out_and_is_written_down(
    pemeran: Pemeran,
) -> None:
    nama = akun(pemeran.andi).nama_akun
    satu, dua = Client(), Client()
    coba(satu, nama, SANDI)
    coba(dua, nama, SANDI)
    isi = {"oldpassword": SANDI, "password1": SANDI_BARU, "password2": SANDI_BARU}
    assert satu.post("/akun/sandi/", isi)["Location"] == "/akun/keamanan/"
    assert "Sandi diganti" in satu.get("/akun/keamanan/").content.decode()
    assert dua.get("/akun/keamanan/")["Location"].startswith(MASUK)


def test_a_wrong_old_password_changes_nothing(klien: Klien, pemeran: Pemeran) -> None:
    isi = {"oldpassword": "salah", "password1": SANDI_BARU, "password2": SANDI_BARU}
    assert klien(pemeran.andi).post("/akun/sandi/", isi).status_code == 422
    assert akun(pemeran.andi).check_password(SANDI)


def test_forgotten_password_explains_the_way_in_person_without_mail(
    client: Client, pemeran: Pemeran
) -> None:
    jawaban = client.get("/lupa-sandi/")
    teks = jawaban.content.decode()
    assert "Temui pengelola kinerja" in teks
    assert "Kirim tautan" not in teks
    assert client.post("/lupa-sandi/", {"login": "x"}).status_code == 404


def test_with_a_mail_server_the_link_goes_to_the_recorded_address_only(
    client: Client, pemeran: Pemeran, settings: pytest.FixtureRequest
) -> None:
    settings.TERA_SUREL_AKTIF = True  # type: ignore[attr-defined]
    satu = akun(pemeran.andi)
    satu.surel = "andi@contoh.invalid"
    satu.save()
    assert "Kirim tautan" in client.get("/lupa-sandi/").content.decode()
    tujuan = set()
    for nama in (satu.nama_akun, "tidak.ada", akun(pemeran.budi).nama_akun):
        jawaban = client.post("/lupa-sandi/", {"login": nama})
        tujuan.add((jawaban.status_code, jawaban["Location"]))
    assert tujuan == {(302, "/lupa-sandi/terkirim/")}
    assert [surat.to for surat in mail.outbox] == [["andi@contoh.invalid"]]
    tautan = re.search(r"http\S+(/lupa-sandi/kunci/\S+)", mail.outbox[0].body)
    assert tautan is not None
    jawaban = client.get(tautan.group(1), follow=True)
    assert "Buat sandi baru" in jawaban.content.decode()
    akhir = jawaban.request["PATH_INFO"]
    isi = {"password1": SANDI_BARU, "password2": SANDI_BARU}
    assert client.post(akhir, isi)["Location"] == "/lupa-sandi/selesai/"
    assert akun(pemeran.andi).check_password(SANDI_BARU)
    assert "tidak berlaku" in client.get(tautan.group(1), follow=True).content.decode()


def test_an_unopened_account_gets_no_mail(
    client: Client, pemeran: Pemeran, settings: pytest.FixtureRequest
) -> None:
    settings.TERA_SUREL_AKTIF = True  # type: ignore[attr-defined]
    satu = tutup_akun(pemeran.andi)
    satu.surel = "andi@contoh.invalid"
    satu.save()
    client.post("/lupa-sandi/", {"login": satu.nama_akun})
    assert mail.outbox == []


def test_failures_after_the_window_are_forgotten(client: Client, pemeran: Pemeran) -> None:
    nama = akun(pemeran.andi).nama_akun
    with clock.jam_beku(clock.sekarang() - dt.timedelta(minutes=16)):
        for _kali in range(BATAS_JARINGAN):
            coba(client, nama, "salah-salah-salah")
    assert coba(client, nama, SANDI).status_code == 302
