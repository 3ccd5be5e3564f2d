"""One-time codes: issued by the right person, valid once, until a day, for one account."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from akun.alat import ASAL, SANDI_BARU, akun, terbitkan, tutup_akun
from pemeran import Pemeran, buat_pemeran
from tera.core import audit, clock
from tera.core.akun import services
from tera.core.akun.kode import (
    HURUF,
    kunci_cetak_baru,
    kunci_cetak_sah,
    normal_kode,
    tulis_kode,
    turunkan_kode,
)
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import JejakAudit, KodeAktivasi


def test_a_code_is_twelve_unmistakable_characters_and_differs_per_account() -> None:
    kunci = kunci_cetak_baru()
    kode = {turunkan_kode(kunci, nomor) for nomor in range(200)}
    assert len(kode) == 200
    assert all(len(satu) == 12 and set(satu) <= set(HURUF) for satu in kode)
    assert not set("01OIL") & set(HURUF)
    assert tulis_kode("ABCD2345EFGH") == "ABCD-2345-EFGH"
    assert normal_kode(" abcd-2345 efgh ") == "ABCD2345EFGH"


def test_a_print_key_of_another_shape_is_refused() -> None:
    assert kunci_cetak_sah(kunci_cetak_baru())
    assert not kunci_cetak_sah("a" * 42)
    assert not kunci_cetak_sah("a" * 42 + "/")
    assert not kunci_cetak_sah("")


def test_the_database_holds_no_code_only_its_keyed_digest(pemeran: Pemeran) -> None:
    pengguna = tutup_akun(pemeran.andi)
    kode = terbitkan(pemeran, pemeran.andi)
    baris = KodeAktivasi.objects.get(pengguna=pengguna)
    isi = " ".join(str(nilai) for nilai in KodeAktivasi.objects.values().get().values())
    assert kode.kode not in isi
    assert len(baris.sidik) == 64
    jejak = JejakAudit.objects.get(rantai=f"akun:{pengguna.pk}")
    assert kode.kode not in str(jejak.sidik_bidang)
    assert audit.verifikasi().utuh


def test_a_code_opens_the_account_once_and_sets_the_password(pemeran: Pemeran) -> None:
    tutup_akun(pemeran.andi)
    kode = terbitkan(pemeran, pemeran.andi)
    nama = akun(pemeran.andi).nama_akun
    pengguna = services.aktifkan_akun(
        nama_akun=f" {nama[:8]} {nama[8:]} ",
        kode=tulis_kode(kode.kode),
        sandi=SANDI_BARU,
        asal=ASAL,
    )
    assert pengguna.check_password(SANDI_BARU)
    assert pengguna.diaktifkan_at is not None
    with pytest.raises(MasukanSalahError) as galat:
        services.aktifkan_akun(
            nama_akun=nama, kode=kode.kode, sandi="sandi lain yang panjang", asal=ASAL
        )
    assert galat.value.kode == "kode_ditolak"
    assert akun(pemeran.andi).check_password(SANDI_BARU)


def test_a_code_works_until_the_end_of_its_last_day_and_not_a_second_later(
    pemeran: Pemeran,
) -> None:
    tutup_akun(pemeran.andi)
    mulai = dt.datetime(2026, 3, 2, 1, 0, tzinfo=dt.UTC)  # 2 March, 10.00 WIT
    nama = akun(pemeran.andi).nama_akun
    with clock.jam_beku(mulai):
        kode = terbitkan(pemeran, pemeran.andi)
    assert kode.berlaku_sampai == dt.date(2026, 3, 16)
    lewat = dt.datetime(2026, 3, 16, 15, 0, tzinfo=dt.UTC)  # 17 March, 00.00 WIT
    with clock.jam_beku(lewat), pytest.raises(MasukanSalahError, match="tidak bisa dipakai"):
        services.aktifkan_akun(nama_akun=nama, kode=kode.kode, sandi=SANDI_BARU, asal=ASAL)
    with clock.jam_beku(lewat - dt.timedelta(seconds=1)):
        services.aktifkan_akun(nama_akun=nama, kode=kode.kode, sandi=SANDI_BARU, asal=ASAL)
    assert akun(pemeran.andi).has_usable_password()


def test_a_new_code_revokes_the_older_one(pemeran: Pemeran) -> None:
    tutup_akun(pemeran.andi)
    lama = terbitkan(pemeran, pemeran.andi)
    baru = terbitkan(pemeran, pemeran.andi)
    nama = akun(pemeran.andi).nama_akun
    with pytest.raises(MasukanSalahError):
        services.aktifkan_akun(nama_akun=nama, kode=lama.kode, sandi=SANDI_BARU, asal=ASAL)
    services.aktifkan_akun(nama_akun=nama, kode=baru.kode, sandi=SANDI_BARU, asal=ASAL)


def test_the_code_of_one_account_does_not_open_another(pemeran: Pemeran) -> None:
    tutup_akun(pemeran.andi)
    tutup_akun(pemeran.budi)
    kode = terbitkan(pemeran, pemeran.andi)
    terbitkan(pemeran, pemeran.budi)
    with pytest.raises(MasukanSalahError):
        services.aktifkan_akun(
            nama_akun=akun(pemeran.budi).nama_akun, kode=kode.kode, sandi=SANDI_BARU, asal=ASAL
        )


def test_every_refused_code_gives_the_same_sentence(pemeran: Pemeran) -> None:
    tutup_akun(pemeran.andi)
    tutup_akun(pemeran.budi)
    habis = terbitkan(pemeran, pemeran.budi)
    KodeAktivasi.objects.filter(pengguna=akun(pemeran.budi)).update(berlaku_sampai=clock.sekarang())
    daftar = [
        ("nama.tidak.ada", "ABCD2345EFGH"),
        (akun(pemeran.andi).nama_akun, "ABCD2345EFGH"),
        (akun(pemeran.budi).nama_akun, habis.kode),
        (akun(pemeran.citra).nama_akun, ""),
    ]
    pesan = set()
    for nama, kode in daftar:
        with pytest.raises(MasukanSalahError) as galat:
            services.aktifkan_akun(nama_akun=nama, kode=kode, sandi=SANDI_BARU, asal=ASAL)
        pesan.add((galat.value.pesan, galat.value.kode, str(galat.value.per_bidang)))
    assert len(pesan) == 1


def test_nip_and_birth_date_open_nothing(pemeran: Pemeran) -> None:
    pengguna = tutup_akun(pemeran.andi)
    terbitkan(pemeran, pemeran.andi)
    for tebakan in (pengguna.nama_akun, pengguna.nama_akun[:8], "03031990", "1990-03-03"):
        with pytest.raises(MasukanSalahError):
            services.aktifkan_akun(
                nama_akun=pengguna.nama_akun, kode=tebakan, sandi=SANDI_BARU, asal=ASAL
            )
    assert not akun(pemeran.andi).has_usable_password()


def test_a_weak_password_is_refused_and_the_code_stays_valid(pemeran: Pemeran) -> None:
    tutup_akun(pemeran.andi)
    kode = terbitkan(pemeran, pemeran.andi)
    nama = akun(pemeran.andi).nama_akun
    for lemah in ("pendek", "1234567890123", nama):
        with pytest.raises(MasukanSalahError) as galat:
            services.aktifkan_akun(nama_akun=nama, kode=kode.kode, sandi=lemah, asal=ASAL)
        assert galat.value.per_bidang["sandi"]
    services.aktifkan_akun(nama_akun=nama, kode=kode.kode, sandi=SANDI_BARU, asal=ASAL)


def test_a_code_that_was_guessed_at_too_often_is_dead(pemeran: Pemeran) -> None:
    tutup_akun(pemeran.andi)
    kode = terbitkan(pemeran, pemeran.andi)
    nama = akun(pemeran.andi).nama_akun
    baris = KodeAktivasi.objects.filter(pengguna=akun(pemeran.andi))
    with pytest.raises(MasukanSalahError):
        services.aktifkan_akun(nama_akun=nama, kode="ABCD2345EFGH", sandi=SANDI_BARU, asal=ASAL)
    assert baris.get().percobaan_gagal == 1
    baris.update(percobaan_gagal=services.BATAS_GAGAL_KODE)
    with pytest.raises(MasukanSalahError):
        services.aktifkan_akun(nama_akun=nama, kode=kode.kode, sandi=SANDI_BARU, asal=ASAL)
    baris.update(percobaan_gagal=services.BATAS_GAGAL_KODE - 1)
    services.aktifkan_akun(nama_akun=nama, kode=kode.kode, sandi=SANDI_BARU, asal=ASAL)


def test_only_a_pengelola_or_admin_issues_codes(pemeran: Pemeran) -> None:
    pengguna = tutup_akun(pemeran.andi)
    for peran in ({"penilai"}, {"auditor"}, set()):
        with pytest.raises(TidakBerwenangError):
            services.terbitkan_kode(
                aktor=pemeran.aktor(pemeran.budi),
                daftar_pengguna=[pengguna],
                keperluan="aktivasi",
                daftar_peran=peran,
                hari_berlaku=14,
                pada=dt.date(2026, 3, 2),
            )
    assert not KodeAktivasi.objects.exists()


def test_an_account_of_another_instansi_gets_no_code(pemeran: Pemeran) -> None:
    with pytest.raises(TidakBerwenangError, match="instansi lain"):
        services.terbitkan_kode(
            aktor=pemeran.aktor(pemeran.citra),
            daftar_pengguna=[tutup_akun(pemeran.dewi)],
            keperluan="aktivasi",
            daftar_peran={"pengelola"},
            hari_berlaku=14,
            pada=dt.date(2026, 3, 2),
        )


def test_an_open_account_gets_no_activation_code(pemeran: Pemeran) -> None:
    with pytest.raises(StatusTidakSesuaiError, match="sudah aktif"):
        terbitkan(pemeran, pemeran.andi)


@pytest.mark.django_db(transaction=True)
def test_two_people_with_the_same_letter_at_once_open_the_account_once() -> None:
    pemeran = buat_pemeran()
    tutup_akun(pemeran.andi)
    kode = terbitkan(pemeran, pemeran.andi)
    nama = akun(pemeran.andi).nama_akun

    def coba(nomor: int) -> str:
        try:
            services.aktifkan_akun(
                nama_akun=nama, kode=kode.kode, sandi=f"{SANDI_BARU} {nomor}", asal=ASAL
            )
        except MasukanSalahError:
            return "ditolak"
        finally:
            connection.close()
        return "aktif"

    with ThreadPoolExecutor(4) as kolam:
        hasil = list(kolam.map(coba, range(4)))
    assert sorted(hasil) == ["aktif", "ditolak", "ditolak", "ditolak"]
    assert KodeAktivasi.objects.get().dipakai_at is not None
    assert JejakAudit.objects.filter(aksi="kode_dipakai").count() == 1
    assert audit.verifikasi().utuh
