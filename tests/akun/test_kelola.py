"""The officer's side: letters per unit, reset in person, and what nobody else may do."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from akun.alat import SANDI_BARU, akun, kunci, tutup_akun
from pemeran import SANDI, Pemeran, buat_pegawai
from tera.core import audit, clock
from tera.core.akun.kode import kunci_cetak_baru
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.models import JejakAudit, KodeAktivasi, Pengguna
from tera.organisasi.models import (
    JenisJabatan,
    KebijakanInstansi,
    Pegawai,
    Penugasan,
    PeranPetugas,
)
from tera.organisasi.services import aktivasi

Klien = Callable[[Pegawai], Client]
ISI_RESET = {
    "alasan": "Lupa sandi sesudah cuti panjang",
    "cara_periksa": "KTP-el",
}


def isi_reset(**lain: str) -> dict[str, str]:
    return {**ISI_RESET, "kunci_cetak": kunci_cetak_baru(), **kunci(), **lain}


def terbitkan(client: Client, unit_id: int, kunci_cetak: str = ""):
    return client.post(
        f"/aktivasi/kelola/unit/{unit_id}/terbitkan/",
        {"kunci_cetak": kunci_cetak or kunci_cetak_baru(), **kunci()},
    )


def test_a_pengelola_sees_units_with_their_accounts_counted(klien: Klien, pemeran: Pemeran) -> None:
    tutup_akun(pemeran.andi)
    teks = klien(pemeran.citra).get("/aktivasi/kelola/").content.decode()
    baris = re.search(r"Bidang Data</a>.*?</tr>", teks, re.S)
    assert baris is not None
    # Pegawai 2, belum 1, kode berlaku 0, aktif 1.
    assert re.findall(r'data-label="[^"]+">(\d+)<', baris.group()) == ["2", "1", "0", "1"]
    assert "Kabupaten Seberang" not in teks


@pytest.mark.parametrize("nama", ["andi", "budi", "fajar", "eka", "dewi"])
def test_others_do_not_see_the_pages_of_accounts(klien: Klien, pemeran: Pemeran, nama: str) -> None:
    client = klien(getattr(pemeran, nama))
    for jalur in (
        "/aktivasi/kelola/",
        f"/aktivasi/kelola/unit/{pemeran.bidang.pk}/",
        f"/aktivasi/kelola/unit/{pemeran.bidang.pk}/surat.pdf",
        f"/aktivasi/kelola/pegawai/{pemeran.andi.pk}/",
        f"/aktivasi/kelola/pegawai/{pemeran.andi.pk}/kode/",
    ):
        assert client.get(jalur).status_code == 404
    assert terbitkan(client, pemeran.bidang.pk).status_code == 404
    assert (
        client.post(f"/aktivasi/kelola/pegawai/{pemeran.andi.pk}/", isi_reset()).status_code == 404
    )
    assert akun(pemeran.andi).has_usable_password()
    assert not KodeAktivasi.objects.exists()


def test_a_pengelola_of_one_unit_does_not_reach_the_next(klien: Klien, pemeran: Pemeran) -> None:
    PeranPetugas.objects.filter(pegawai=pemeran.citra).update(unit=pemeran.bidang)
    client = klien(pemeran.citra)
    assert client.get(f"/aktivasi/kelola/unit/{pemeran.bidang.pk}/").status_code == 200
    assert client.get(f"/aktivasi/kelola/unit/{pemeran.dinas.pk}/").status_code == 404
    assert client.get(f"/aktivasi/kelola/pegawai/{pemeran.fajar.pk}/").status_code == 404


def test_a_part_that_ended_yesterday_opens_nothing_today(klien: Klien, pemeran: Pemeran) -> None:
    hari_ini = pemeran.aktor(pemeran.citra).hari_ini
    peran = PeranPetugas.objects.filter(pegawai=pemeran.citra)
    peran.update(sampai=hari_ini)
    assert klien(pemeran.citra).get("/aktivasi/kelola/").status_code == 200
    peran.update(sampai=hari_ini - dt.timedelta(days=1))
    assert klien(pemeran.citra).get("/aktivasi/kelola/").status_code == 404


def test_letters_are_issued_printed_by_their_issuer_and_open_the_account(
    klien: Klien, pemeran: Pemeran
) -> None:
    tutup_akun(pemeran.andi)
    citra = klien(pemeran.citra)
    kunci_cetak = kunci_cetak_baru()
    assert terbitkan(citra, pemeran.bidang.pk, kunci_cetak).status_code == 302
    halaman = citra.get(f"/aktivasi/kelola/unit/{pemeran.bidang.pk}/").content.decode()
    assert "Surat siap dicetak" in halaman
    jawaban = citra.get(f"/aktivasi/kelola/unit/{pemeran.bidang.pk}/surat.pdf")
    assert jawaban.status_code == 200
    assert jawaban.content.startswith(b"%PDF-")
    assert "no-store" in jawaban["Cache-Control"]
    [siap] = aktivasi.kode_siap_cetak(
        aktor=pemeran.aktor(pemeran.citra),
        daftar_pegawai=[Pegawai.objects.select_related("akun").get(pk=pemeran.andi.pk)],
        kunci_cetak=kunci_cetak,
        zona=pemeran.instansi.zona,
    )
    isi = {"nama_akun": siap.nama_akun, "kode": siap.kode, "sandi": SANDI_BARU}
    assert Client().post("/aktivasi/", isi).status_code == 302
    # Once used, it is no longer among the letters to print.
    assert citra.get(f"/aktivasi/kelola/unit/{pemeran.bidang.pk}/surat.pdf").status_code == 422


def test_without_the_key_of_the_issuing_browser_nobody_prints_again(
    klien: Klien, pemeran: Pemeran
) -> None:
    tutup_akun(pemeran.andi)
    citra = klien(pemeran.citra)
    terbitkan(citra, pemeran.bidang.pk)
    jalur = f"/aktivasi/kelola/unit/{pemeran.bidang.pk}/surat.pdf"
    kue = citra.cookies["kunci_cetak"]
    assert kue["httponly"]
    assert kue["samesite"] == "Strict"
    assert kue["max-age"] == 900
    assert kue["path"] == "/aktivasi/kelola/"
    lain = klien(pemeran.citra)
    jawaban = lain.get(jalur)
    assert jawaban.status_code == 422
    assert "Terbitkan kode baru" in jawaban.content.decode()
    lain.cookies["kunci_cetak"] = kunci_cetak_baru()
    assert lain.get(jalur).status_code == 422


def test_the_same_form_twice_issues_once_and_can_still_be_printed(
    klien: Klien, pemeran: Pemeran
) -> None:
    tutup_akun(pemeran.andi)
    citra = klien(pemeran.citra)
    isi = {"kunci_cetak": kunci_cetak_baru(), **kunci()}
    jalur = f"/aktivasi/kelola/unit/{pemeran.bidang.pk}/terbitkan/"
    assert citra.post(jalur, isi).status_code == 302
    # The answer was lost on the way: the browser has no cookie and sends the form again.
    del citra.cookies["kunci_cetak"]
    assert citra.post(jalur, isi).status_code == 302
    assert KodeAktivasi.objects.count() == 1
    assert citra.get(f"/aktivasi/kelola/unit/{pemeran.bidang.pk}/surat.pdf").status_code == 200


def test_only_people_without_an_open_account_get_a_letter(klien: Klien, pemeran: Pemeran) -> None:
    jawaban = terbitkan(klien(pemeran.citra), pemeran.bidang.pk)
    assert jawaban.status_code == 422
    assert "sudah aktif" in jawaban.content.decode()
    tutup_akun(pemeran.andi)
    terbitkan(klien(pemeran.citra), pemeran.bidang.pk)
    assert list(KodeAktivasi.objects.values_list("pengguna_id", flat=True)) == [
        pemeran.andi.akun_id
    ]


def test_a_person_without_account_gets_one_named_after_the_nip(pemeran: Pemeran) -> None:
    baru = buat_pegawai(
        pemeran.bidang, "Hana Baru", "199607072024012007", JenisJabatan.PELAKSANA, "Pengolah Data"
    )
    Pengguna.objects.filter(pk=baru.akun_id).delete()
    # The same NIP already has an account in another instansi.
    Pengguna.objects.create_user("199607072024012007", instansi_id=pemeran.instansi_lain.pk)
    aktor = pemeran.aktor(pemeran.citra)
    aktivasi.terbitkan_kode_unit(
        aktor=aktor, unit=pemeran.bidang, kunci_cetak=kunci_cetak_baru(), pada=aktor.hari_ini
    )
    baru = Pegawai.objects.select_related("akun").get(pk=baru.pk)
    assert baru.akun is not None
    assert baru.akun.nama_akun == "199607072024012007@9901"
    assert not baru.akun.has_usable_password()


def test_the_days_of_a_code_are_policy(pemeran: Pemeran) -> None:
    tutup_akun(pemeran.andi)
    aktor = pemeran.aktor(pemeran.citra)
    KebijakanInstansi.objects.create(
        instansi=pemeran.instansi,
        kunci="akun.hari_kode_aktivasi",
        nilai=7,
        sejak=aktor.hari_ini,
        dasar="SE Uji",
        nama_aktor="Citra",
        dibuat_at=clock.sekarang(),
    )
    [kode] = aktivasi.terbitkan_kode_unit(
        aktor=aktor, unit=pemeran.bidang, kunci_cetak=kunci_cetak_baru(), pada=aktor.hari_ini
    )
    assert kode.berlaku_sampai == aktor.hari_ini + dt.timedelta(days=7)


def test_reset_in_person_ends_sessions_closes_the_password_and_tells_the_person(
    klien: Klien, pemeran: Pemeran
) -> None:
    nama = akun(pemeran.andi).nama_akun
    andi = Client()
    andi.post("/masuk/", {"login": nama, "password": SANDI})
    Authenticator.objects.create(user=akun(pemeran.andi), type="totp", data={"secret": "x"})
    citra = klien(pemeran.citra)
    jawaban = citra.post(f"/aktivasi/kelola/pegawai/{pemeran.andi.pk}/", isi_reset())
    assert jawaban["Location"] == f"/aktivasi/kelola/pegawai/{pemeran.andi.pk}/kode/"
    assert andi.get("/akun/keamanan/").status_code == 302
    assert andi.post("/masuk/", {"login": nama, "password": SANDI}).status_code == 422
    assert Authenticator.objects.exists()
    teks = citra.get(jawaban["Location"]).content.decode()
    [kode] = re.findall(r'akun-kode">([A-Z2-9-]{14})<', teks)
    Authenticator.objects.all().delete()
    isi = {"nama_akun": nama, "kode": kode, "sandi": SANDI_BARU}
    baru = Client()
    jawaban = baru.post("/aktivasi/", isi)
    assert jawaban.status_code == 302
    teks = baru.get(jawaban["Location"]).content.decode()
    assert "diatur ulang tatap muka oleh Citra Pengelola" in teks
    assert "Lupa sandi sesudah cuti panjang. Identitas diperiksa: KTP-el" in teks
    baru.logout()
    # Told once: the next visit is quiet, the history keeps it.
    baru.post("/masuk/", {"login": nama, "password": SANDI_BARU})
    teks = baru.get("/akun/keamanan/").content.decode()
    assert "Bila bukan atas permintaan Anda" not in teks
    assert "Sandi diatur ulang tatap muka" in teks
    assert JejakAudit.objects.filter(aksi="kode_reset", pengguna_id=pemeran.citra.akun_id).exists()
    assert audit.verifikasi().utuh


def test_a_lost_phone_takes_the_second_factors_off(klien: Klien, pemeran: Pemeran) -> None:
    Authenticator.objects.create(user=akun(pemeran.andi), type="totp", data={"secret": "x"})
    klien(pemeran.citra).post(
        f"/aktivasi/kelola/pegawai/{pemeran.andi.pk}/", isi_reset(lepas_faktor="on")
    )
    assert not Authenticator.objects.exists()
    assert JejakAudit.objects.filter(aksi="faktor_dilepas").count() == 1


@pytest.mark.parametrize(
    ("kurang", "pesan"),
    [
        ({"alasan": "lupa"}, "paling sedikit 15 huruf"),
        ({"cara_periksa": ""}, "Wajib diisi."),
        ({"kunci_cetak": "rusak"}, "Kunci cetak formulir ini rusak"),
    ],
)
def test_a_reset_without_reason_or_identity_check_is_refused_and_keeps_what_was_typed(
    klien: Klien, pemeran: Pemeran, kurang: dict[str, str], pesan: str
) -> None:
    jawaban = klien(pemeran.citra).post(
        f"/aktivasi/kelola/pegawai/{pemeran.andi.pk}/", isi_reset(**kurang)
    )
    assert jawaban.status_code == 422
    teks = jawaban.content.decode()
    assert pesan in teks
    assert kurang.get("alasan", ISI_RESET["alasan"]) in teks
    assert akun(pemeran.andi).has_usable_password()


def test_nobody_resets_their_own_account(klien: Klien, pemeran: Pemeran) -> None:
    client = klien(pemeran.citra)
    jalur = f"/aktivasi/kelola/pegawai/{pemeran.citra.pk}/"
    assert "Ini akun Anda sendiri" in client.get(jalur).content.decode()
    assert client.post(jalur, isi_reset()).status_code == 403
    assert akun(pemeran.citra).has_usable_password()


def test_services_refuse_strangers_even_without_a_page(pemeran: Pemeran) -> None:
    aktor = pemeran.aktor(pemeran.budi)
    with pytest.raises(TidakBerwenangError):
        aktivasi.terbitkan_kode_unit(
            aktor=aktor, unit=pemeran.bidang, kunci_cetak=kunci_cetak_baru(), pada=aktor.hari_ini
        )
    with pytest.raises(TidakBerwenangError):
        aktivasi.atur_ulang_tatap_muka(
            aktor=aktor,
            pegawai=pemeran.andi,
            alasan=ISI_RESET["alasan"],
            cara_periksa="KTP-el",
            lepas_faktor=False,
            kunci_cetak=kunci_cetak_baru(),
            pada=aktor.hari_ini,
        )
    with pytest.raises(MasukanSalahError):
        aktivasi.atur_ulang_tatap_muka(
            aktor=pemeran.aktor(pemeran.citra),
            pegawai=pemeran.andi,
            alasan=" ",
            cara_periksa="",
            lepas_faktor=False,
            kunci_cetak=kunci_cetak_baru(),
            pada=aktor.hari_ini,
        )


def test_the_list_of_a_unit_costs_the_same_for_two_and_for_twelve_people(
    klien: Klien, pemeran: Pemeran, django_assert_max_num_queries: Callable
) -> None:
    client = klien(pemeran.citra)
    jumlah = []
    for _putaran in range(2):
        for jalur in ("/aktivasi/kelola/", f"/aktivasi/kelola/unit/{pemeran.bidang.pk}/"):
            with django_assert_max_num_queries(12) as tangkap:
                assert client.get(jalur).status_code == 200
            jumlah.append(len(tangkap))
        for nomor in range(0 if jumlah[2:] else 10):
            buat_pegawai(
                pemeran.bidang,
                f"Pegawai {nomor}",
                f"19900101202001{nomor:04d}",
                JenisJabatan.PELAKSANA,
                "Pengolah Data",
            )
    assert jumlah[:2] == jumlah[2:]
    assert Penugasan.objects.filter(unit=pemeran.bidang).count() >= 12
