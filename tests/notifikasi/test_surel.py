"""Mail: at least once with one Message-ID, in the reader's language, never what was decided."""

import datetime as dt
from unittest import mock

import pytest
from django.core import mail

from evaluasi import panggung as evaluasi
from notifikasi.conftest import PAGI
from notifikasi.panggung import kabari, kejadian
from pemeran import Pemeran
from tera.core import clock
from tera.core.kejadian import antar_tertunda
from tera.core.models import PengirimanKejadian
from tera.notifikasi.models import (
    JamTenang,
    Notifikasi,
    PengirimanSurel,
    PilihanNotifikasi,
)
from tera.notifikasi.services import surel as layanan
from tera.notifikasi.services import tulis
from tera.notifikasi.services.surel import kirim_menunggu
from tera.skp.models import SKP

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pagi")]
MALAM = dt.datetime(2026, 11, 20, 13, tzinfo=dt.UTC)  # 22.00 in Jayapura


class Mati(BaseException):
    """The worker is killed here: no handler of ours may catch it."""


def ajukan(para: Pemeran) -> SKP:
    skp = SKP.objects.first() or evaluasi.skp_ditetapkan(para)
    kabari(para.instansi.pk, "skp.ajukan", id=skp.pk)
    return skp


def test_what_waits_for_a_person_is_mailed_at_once_and_once(bersurel: Pemeran) -> None:
    ajukan(bersurel)
    assert kirim_menunggu() == 1
    assert kirim_menunggu() == 0
    (pesan,) = mail.outbox
    surel = PengirimanSurel.objects.get()
    assert pesan.to == [bersurel.budi.akun.surel]
    assert pesan.extra_headers["Message-ID"] == layanan.message_id(surel)
    assert pesan.extra_headers["List-Unsubscribe"].endswith("/notifikasi/pilihan/>")
    assert surel.status == "terkirim"


def test_the_subject_names_nobody_and_the_mail_only_says_where_to_look(bersurel: Pemeran) -> None:
    hasil = evaluasi.tetapkan(bersurel, hasil="di_atas")
    kabari(bersurel.instansi.pk, "evaluasi.sampaikan", id=hasil.pk)
    ajukan(bersurel)
    kirim_menunggu()
    for pesan in mail.outbox:
        assert "Andi" not in pesan.subject
        isi = pesan.body + pesan.alternatives[0][0]
        for rahasia in ("Di Atas", "di_atas", "Sangat Baik", "predikat"):
            assert rahasia not in isi
        milik = Notifikasi.objects.get(pegawai__akun__surel=pesan.to[0])
        assert f"/notifikasi/{milik.pk}/buka/" in isi


def test_the_mail_speaks_the_language_of_its_reader(bersurel: Pemeran) -> None:
    bersurel.budi.akun.bahasa = "en"
    bersurel.budi.akun.save()
    ajukan(bersurel)
    kirim_menunggu()
    assert "Dear Budi Penilai" in mail.outbox[0].body
    assert "submitted" in mail.outbox[0].body


def test_without_a_mail_server_no_mail_waits_for_ever(bersurel: Pemeran, settings) -> None:
    settings.TERA_SUREL_AKTIF = False
    ajukan(bersurel)
    assert Notifikasi.objects.count() == 1
    assert not PengirimanSurel.objects.exists()
    assert kirim_menunggu() == 0


def test_a_worker_killed_between_sending_and_marking_two_hundred_times_loses_nothing(
    bersurel: Pemeran,
) -> None:
    skp = evaluasi.skp_ditetapkan(bersurel)
    for _kali in range(200):
        kabari(bersurel.instansi.pk, "skp.ajukan", id=skp.pk)
    mati = 0
    saat = PAGI
    with mock.patch.object(layanan, "tandai_terkirim", side_effect=Mati):
        # Each round dies at its first mail; the clock stands, so the next round takes the next.
        for _kali in range(200):
            with pytest.raises(Mati):
                kirim_menunggu()
            mati += 1
    assert mati == len(mail.outbox) == 200
    assert not PengirimanSurel.objects.filter(status="terkirim").exists()
    saat += dt.timedelta(minutes=5)
    with clock.jam_beku(saat):
        assert kirim_menunggu() == 200
    per_id: dict[str, int] = {}
    for pesan in mail.outbox:
        nomor = pesan.extra_headers["Message-ID"]
        per_id[nomor] = per_id.get(nomor, 0) + 1
    assert len(per_id) == 200
    assert set(per_id.values()) == {2}
    assert PengirimanSurel.objects.filter(status="terkirim").count() == 200
    assert Notifikasi.objects.count() == 200


def test_a_worker_killed_while_receiving_two_hundred_times_tells_each_exactly_once(
    bersurel: Pemeran,
) -> None:
    skp = evaluasi.skp_ditetapkan(bersurel)
    # Every death costs the whole batch again: forty events, two hundred deaths.
    daftar = [kejadian(bersurel.instansi.pk, "skp.ajukan", id=skp.pk) for _kali in range(40)]
    PengirimanKejadian.objects.bulk_create(
        PengirimanKejadian(kejadian=satu, penerima="notifikasi", coba_lagi_at=PAGI)
        for satu in daftar
    )
    asli = tulis._titipkan

    def lalu_mati(*args: object) -> None:
        asli(*args)
        raise Mati

    with mock.patch.object(tulis, "_titipkan", side_effect=lalu_mati):
        for _kali in range(200):
            with pytest.raises(Mati):
                antar_tertunda()
    assert not Notifikasi.objects.exists()
    assert antar_tertunda() == 40
    # Handed over once more, as after a worker that died just before its own mark.
    PengirimanKejadian.objects.update(selesai_at=None)
    assert antar_tertunda() == PengirimanKejadian.objects.count()  # with those of the cast's making
    assert Notifikasi.objects.count() == PengirimanSurel.objects.count() == 40


def test_a_refused_mail_is_tried_with_growing_pauses_and_given_up_for_the_admin(
    bersurel: Pemeran,
) -> None:
    ajukan(bersurel)
    saat = PAGI
    with mock.patch(
        "django.core.mail.EmailMultiAlternatives.send", side_effect=ValueError("andi@rahasia")
    ):
        for kali in range(1, layanan.BATAS_PERCOBAAN + 1):
            with clock.jam_beku(saat):
                assert kirim_menunggu() == 0
                assert kirim_menunggu() == 0
            surel = PengirimanSurel.objects.get()
            assert surel.percobaan == kali
            saat = surel.kirim_at
    assert surel.status == "gagal"
    assert surel.galat == "ValueError"


def test_a_mail_server_that_is_away_costs_no_attempt(bersurel: Pemeran) -> None:
    ajukan(bersurel)
    with mock.patch(
        "django.core.mail.backends.locmem.EmailBackend.open", side_effect=ConnectionRefusedError
    ):
        assert kirim_menunggu() == 0
    assert PengirimanSurel.objects.get().percobaan == 0
    assert kirim_menunggu() == 1


def test_quiet_hours_hold_mail_back_and_send_it_together(bersurel: Pemeran) -> None:
    with clock.jam_beku(MALAM):
        ajukan(bersurel)
        ajukan(bersurel)
        assert kirim_menunggu() == 0
    surel = PengirimanSurel.objects.get()
    assert surel.kirim_at == dt.datetime(2026, 11, 20, 21, tzinfo=dt.UTC)  # 06.00 the next day
    with clock.jam_beku(surel.kirim_at):
        assert kirim_menunggu() == 1
    assert mail.outbox[0].subject == "Tera: 2 notifikasi untuk Anda"


@pytest.mark.parametrize(
    ("jam", "mulai", "selesai", "harap"),
    [
        (20, 20, 6, True), (19, 20, 6, False), (5, 20, 6, True), (6, 20, 6, False),
        (13, 12, 14, True), (14, 12, 14, False), (7, 7, 7, False),
    ],
)  # fmt: skip
def test_quiet_hours_may_pass_midnight(jam: int, mulai: int, selesai: int, harap: bool) -> None:
    assert tulis.tenang(jam, mulai, selesai) is harap


def test_a_daily_summary_gathers_a_day_and_leaves_out_what_was_read(bersurel: Pemeran) -> None:
    PilihanNotifikasi.objects.create(pegawai=bersurel.budi, kelompok="tugas", surel="harian")
    for _kali in range(3):
        ajukan(bersurel)
    Notifikasi.objects.filter(pk=Notifikasi.objects.first().pk).update(dibaca_at=PAGI)
    assert kirim_menunggu() == 0
    surel = PengirimanSurel.objects.get()
    with clock.jam_beku(surel.kirim_at):
        assert kirim_menunggu() == 1
        assert mail.outbox[0].body.count("mengajukan SKP") == 2
        # The same hour again: that mail has left, so this one goes with the next morning's.
        ajukan(bersurel)
    assert PengirimanSurel.objects.filter(status="menunggu").count() == 1


def test_what_joins_a_mail_while_it_leaves_goes_out_with_one_of_its_own(
    bersurel: Pemeran,
) -> None:
    PilihanNotifikasi.objects.create(pegawai=bersurel.budi, kelompok="tugas", surel="harian")
    ajukan(bersurel)
    surel = PengirimanSurel.objects.get()
    asli = layanan.susun_pesan

    def susul(*args):
        pesan = asli(*args)
        Notifikasi.objects.create(
            instansi=bersurel.instansi, pegawai=bersurel.budi, jenis="skp.diajukan",
            kelompok="tugas", kunci="susulan", terjadi_at=PAGI, surel=surel,
            muatan={"id": 1, "tahun": 2026},
        )  # fmt: skip
        return pesan

    with clock.jam_beku(surel.kirim_at):
        with mock.patch.object(layanan, "susun_pesan", side_effect=susul):
            kirim_menunggu()
        assert kirim_menunggu() == 1
    assert len(mail.outbox) == 2
    assert len({satu.extra_headers["Message-ID"] for satu in mail.outbox}) == 2


@pytest.mark.parametrize("cara", ["pilihan", "dibaca", "tanpa_alamat"])
def test_a_mail_nobody_needs_any_more_is_not_sent(bersurel: Pemeran, cara: str) -> None:
    ajukan(bersurel)
    if cara == "pilihan":
        PilihanNotifikasi.objects.create(pegawai=bersurel.budi, kelompok="tugas", surel="tidak")
    elif cara == "dibaca":
        Notifikasi.objects.update(dibaca_at=PAGI)
    else:
        bersurel.budi.akun.surel = ""
        bersurel.budi.akun.save()
    assert kirim_menunggu() == 0
    assert not mail.outbox
    assert PengirimanSurel.objects.get().status == "tidak_perlu"


def test_who_wants_no_mail_or_is_not_active_has_none_waiting(bersurel: Pemeran) -> None:
    PilihanNotifikasi.objects.create(pegawai=bersurel.budi, kelompok="tugas", surel="tidak")
    JamTenang.objects.create(pegawai=bersurel.budi, mulai=0, selesai=0)
    skp = ajukan(bersurel)
    bersurel.andi.akun.diaktifkan_at = None
    bersurel.andi.akun.save()
    kabari(bersurel.instansi.pk, "skp.tetapkan", id=skp.pk)
    assert Notifikasi.objects.count() == 2
    assert not PengirimanSurel.objects.exists()
