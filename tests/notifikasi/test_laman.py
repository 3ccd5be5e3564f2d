"""The pages: my list and the bell, choices, what couldn't be delivered."""

import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi import panggung as evaluasi
from notifikasi.panggung import kabari
from pemeran import Pemeran
from tera.core import clock
from tera.core.kejadian import BATAS_PERCOBAAN
from tera.core.models import Kejadian, PengirimanKejadian
from tera.notifikasi.models import Notifikasi, PengirimanSurel, PilihanNotifikasi
from tera.organisasi.models import Pegawai, PeranPetugas

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pagi")]


def klien(pegawai: Pegawai) -> Client:
    satu = Client()
    satu.force_login(pegawai.akun)
    return satu


def kirim(satu: Client, nama: str, *args: object, **isi: object):
    return satu.post(reverse(nama, args=args), {"kunci_idempoten": str(uuid.uuid4()), **isi})


def tulis(para: Pemeran, jumlah: int, pegawai: Pegawai | None = None) -> None:
    """Every second about a person and a period of its own."""
    Notifikasi.objects.bulk_create(
        Notifikasi(
            instansi=para.instansi, pegawai=pegawai or para.andi, kunci=str(uuid.uuid4()),
            jenis="evaluasi.diterima" if nomor % 2 else "skp.diajukan", kelompok="tugas",
            muatan={"id": nomor + 1, "tentang": para.budi.pk, "periode_id": para.periode.pk,
                    "tahun": 2026},
            terjadi_at=clock.sekarang(),
        )
        for nomor in range(jumlah)
    )  # fmt: skip


def test_opening_one_marks_it_read_and_leads_to_its_page(para: Pemeran) -> None:
    skp = evaluasi.skp_ditetapkan(para)
    kabari(para.instansi.pk, "skp.ajukan", id=skp.pk)
    satu = Notifikasi.objects.get()
    budi = klien(para.budi)
    assert "1 belum dibaca" in budi.get("/notifikasi/").text
    jawaban = budi.get(reverse("notifikasi:buka", args=[satu.pk]))
    assert jawaban["Location"] == reverse("skp:tinjau", args=[skp.pk])
    halaman = budi.get("/notifikasi/").text
    assert "Semua sudah dibaca" in halaman
    assert "Andi Pegawai mengajukan" in halaman
    assert "Tidak ada notifikasi yang cocok" in budi.get("/notifikasi/?tampil=belum").text


def test_nobody_opens_or_marks_the_notification_of_another(para: Pemeran) -> None:
    tulis(para, 1)
    satu = Notifikasi.objects.get()
    budi = klien(para.budi)
    assert budi.get(reverse("notifikasi:buka", args=[satu.pk])).status_code == 404
    assert kirim(budi, "notifikasi:dibaca", satu.pk).status_code == 404
    kirim(budi, "notifikasi:semua_dibaca", sampai=satu.pk)
    satu.refresh_from_db()
    assert satu.dibaca_at is None


def test_all_read_leaves_what_came_after_the_page_was_shown(para: Pemeran) -> None:
    tulis(para, 2)
    sampai = Notifikasi.objects.order_by("-pk").first().pk
    tulis(para, 1)
    andi = klien(para.andi)
    assert kirim(andi, "notifikasi:semua_dibaca", sampai=sampai).status_code == 302
    assert Notifikasi.objects.filter(dibaca_at__isnull=True).count() == 1
    assert kirim(andi, "notifikasi:semua_dibaca", sampai="banyak").status_code == 302


def test_marking_one_goes_back_to_the_list_but_never_elsewhere(para: Pemeran) -> None:
    tulis(para, 2)
    andi = klien(para.andi)
    for satu, kembali, tujuan in zip(
        Notifikasi.objects.all(),
        ("/notifikasi/?tampil=belum", "https://lain.test/"),
        ("/notifikasi/?tampil=belum", "/notifikasi/"),
        strict=True,
    ):
        jawaban = kirim(andi, "notifikasi:dibaca", satu.pk, kembali=kembali)
        assert jawaban["Location"] == tujuan


@pytest.mark.parametrize("jumlah", [1, 25])
def test_the_list_costs_the_same_whatever_its_length(para: Pemeran, jumlah: int) -> None:
    tulis(para, jumlah)
    andi = klien(para.andi)
    andi.get("/notifikasi/")
    with CaptureQueriesContext(connection) as tangkap:
        andi.get("/notifikasi/")
    assert len(tangkap) == 8, [satu["sql"][:120] for satu in tangkap]


def test_the_bell_costs_no_query_of_its_own(para: Pemeran) -> None:
    andi = klien(para.andi)
    tulis(para, 120)
    andi.get("/tanda-terima/")
    with CaptureQueriesContext(connection) as tangkap:
        halaman = andi.get("/tanda-terima/").text
    bertanya = [satu["sql"] for satu in tangkap if "notifikasi_notifikasi" in satu["sql"]]
    assert len(bertanya) == 1
    assert "organisasi_peranpetugas" in bertanya[0]
    assert "Notifikasi: 120 belum dibaca" in halaman
    assert ">99+</span>" in halaman


def test_a_waiting_page_is_answered_with_nothing_until_there_is_news(para: Pemeran) -> None:
    andi = klien(para.andi)
    alamat = reverse("notifikasi:kabar")
    pertama = andi.get(alamat)
    assert pertama.json() == {"jumlah": "", "label": "Notifikasi"}
    with CaptureQueriesContext(connection) as tangkap:
        sama = andi.get(alamat, headers={"If-None-Match": pertama["ETag"]})
    assert (sama.status_code, sama.content) == (304, b"")
    assert len([satu for satu in tangkap if "notifikasi" in satu["sql"]]) == 1
    assert len(tangkap) <= 3
    tulis(para, 1)
    lagi = andi.get(alamat, headers={"If-None-Match": pertama["ETag"]})
    assert lagi.json()["jumlah"] == "1"
    Notifikasi.objects.update(dibaca_at=clock.sekarang())
    assert andi.get(alamat, headers={"If-None-Match": lagi["ETag"]}).status_code == 200
    # The page itself gives the state it was made in.
    assert f'data-kabar-tanda="&quot;{Notifikasi.objects.get().pk}-0&quot;"' in andi.get("/").text


def test_a_stranger_who_waits_is_told_to_sign_in_not_sent_around(para: Pemeran) -> None:
    jawaban = Client().get(reverse("notifikasi:kabar"), headers={"Accept": "application/json"})
    assert jawaban.status_code == 401


def test_choices_are_kept_and_a_wrong_one_is_refused_with_what_was_typed(para: Pemeran) -> None:
    andi = klien(para.andi)
    isi = {"tugas": "harian", "hasil": "tidak", "tim": "tidak", "pengingat": "segera",
           "data": "segera", "mulai": "21", "selesai": "5"}  # fmt: skip
    assert kirim(andi, "notifikasi:pilihan", **isi).status_code == 302
    assert PilihanNotifikasi.objects.get(pegawai=para.andi, kelompok="hasil").surel == "tidak"
    halaman = andi.get("/notifikasi/pilihan/").text
    assert '<option value="21" selected>' in halaman
    salah = kirim(andi, "notifikasi:pilihan", **isi | {"tugas": "sejam", "mulai": "22"})
    assert salah.status_code == 422
    assert '<option value="22" selected>' in salah.text
    assert PilihanNotifikasi.objects.get(pegawai=para.andi, kelompok="tugas").surel == "harian"


def test_the_choices_say_whether_mail_can_come_at_all(bersurel: Pemeran, settings) -> None:
    andi = klien(bersurel.andi)
    assert bersurel.andi.akun.surel in andi.get("/notifikasi/pilihan/").text
    bersurel.andi.akun.surel = ""
    bersurel.andi.akun.save()
    assert "belum punya alamat surel" in andi.get("/notifikasi/pilihan/").text
    settings.TERA_SUREL_AKTIF = False
    assert "belum mengirim surel" in andi.get("/notifikasi/pilihan/").text


def test_the_admin_sees_what_failed_in_his_instansi_and_tries_again(para: Pemeran) -> None:
    PeranPetugas.objects.filter(pegawai=para.citra).update(peran="admin")
    citra = klien(para.citra)
    assert "Tidak ada surel yang gagal" in citra.get("/notifikasi/gagal/").text
    assert "Kiriman gagal" in citra.get("/kelola/").text
    milik, lain = (
        PengirimanSurel.objects.create(
            instansi=instansi, pegawai=pegawai, kunci=f"segera:{pegawai.pk}", cara="segera",
            status="gagal", percobaan=10, galat="SMTPRecipientsRefused",
            kirim_at=clock.sekarang(), dibuat_at=clock.sekarang(),
        )
        for instansi, pegawai in ((para.instansi, para.andi), (para.instansi_lain, para.dewi))
    )  # fmt: skip
    peristiwa = Kejadian.objects.create(
        instansi_id=para.instansi.pk, nama="skp.ajukan", muatan={"id": 1},
        terjadi_at=clock.sekarang(),
    )  # fmt: skip
    antar = PengirimanKejadian.objects.create(
        kejadian=peristiwa, penerima="notifikasi", percobaan=BATAS_PERCOBAAN,
        coba_lagi_at=clock.sekarang(), galat="LookupError",
    )  # fmt: skip
    halaman = citra.get("/notifikasi/gagal/").text
    assert "SMTPRecipientsRefused" in halaman
    assert "LookupError" in halaman
    assert "Dewi" not in halaman
    jawaban = kirim(citra, "notifikasi:coba_lagi", surel=[milik.pk, lain.pk], kejadian=[antar.pk])
    assert jawaban.status_code == 302
    for satu in (milik, lain, antar):
        satu.refresh_from_db()
    assert (milik.status, milik.percobaan, lain.status) == ("menunggu", 0, "gagal")
    assert antar.percobaan == 0
    assert "0 kiriman" not in citra.get("/notifikasi/gagal/").text
    assert kirim(citra, "notifikasi:coba_lagi", surel="x").status_code == 302


def test_only_the_admin_looks_after_failures(para: Pemeran) -> None:
    for pegawai in (para.andi, para.budi, para.citra, para.eka, para.dewi):
        assert klien(pegawai).get("/notifikasi/gagal/").status_code == 403
        assert kirim(klien(pegawai), "notifikasi:coba_lagi", surel="1").status_code == 403


def test_an_officers_session_is_told_once_to_the_person_it_concerned(
    para: Pemeran, django_capture_on_commit_callbacks
) -> None:
    from tera.core.aktor import ModePetugas
    from tera.organisasi.middleware_petugas import catat_akses
    from tera.organisasi.services.mode_petugas import mulai_mode_petugas

    aktor = para.aktor(para.citra)
    from dataclasses import replace

    for _sesi in range(2):
        sesi = mulai_mode_petugas(
            aktor=aktor, alasan="Memeriksa laporan yang salah", menit=60, pada=evaluasi.PADA
        )
        bermode = replace(aktor, mode_petugas=ModePetugas(sesi.pk, sesi.alasan, sesi.sampai_at))
        with django_capture_on_commit_callbacks(execute=True):
            for _kali in range(3):
                catat_akses(aktor=bermode, metode="GET", jalur="/skp/1/", pegawai_id=para.andi.pk)
            catat_akses(aktor=bermode, metode="GET", jalur="/skp/2/", pegawai_id=para.citra.pk)
            catat_akses(aktor=bermode, metode="GET", jalur="/", pegawai_id=None)
    assert [satu.jenis for satu in Notifikasi.objects.filter(pegawai=para.andi)] == [
        "organisasi.akses_petugas"
    ] * 2
    assert not Notifikasi.objects.filter(pegawai=para.citra).exists()
