"""Two at once: one wins, the other is told who; the same form twice has one effect."""

import datetime as dt
import threading
import uuid
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from pemeran import Pemeran
from skp.alat import JANUARI, diajukan, draf_isi, isi_lengkap, siapkan, teks_rhk
from tera.core import clock
from tera.core.galat import StatusTidakSesuaiError, TeraError
from tera.core.models import RiwayatStatus, TandaTerima
from tera.skp import services
from tera.skp.models import SKP

pytestmark = pytest.mark.django_db(transaction=True)
SAAT = dt.datetime(2026, 1, 12, 2, tzinfo=dt.UTC)


@pytest.fixture
def para(transactional_db: None) -> Pemeran:
    return siapkan()


def serentak(*daftar: Callable[[], object]) -> list[object]:
    """Run the acts in threads that start together; returns each answer or refusal."""
    pagar = threading.Barrier(len(daftar))
    hasil: list[object] = [None] * len(daftar)

    def jalan(nomor: int, tindakan: Callable[[], object]) -> None:
        try:
            pagar.wait(timeout=10)
            with clock.jam_beku(SAAT):
                hasil[nomor] = tindakan()
        except TeraError as galat:
            hasil[nomor] = galat
        finally:
            connection.close()

    utas = [threading.Thread(target=jalan, args=(n, t)) for n, t in enumerate(daftar)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join(timeout=60)
    return hasil


def test_two_decisions_on_one_plan_one_wins_and_the_other_is_told_who(para: Pemeran) -> None:
    skp = diajukan(para, para.andi)
    budi = para.aktor(para.budi)

    def tetapkan() -> object:
        return services.tetapkan_skp(aktor=budi, skp=SKP.objects.get(pk=skp.pk), pada=JANUARI)

    def kembalikan() -> object:
        return services.kembalikan_skp(
            aktor=budi, skp=SKP.objects.get(pk=skp.pk), catatan="perbaiki", pada=JANUARI
        )

    hasil = serentak(tetapkan, kembalikan)
    kalah = [satu for satu in hasil if isinstance(satu, StatusTidakSesuaiError)]
    assert len(kalah) == 1, hasil
    assert "Budi Penilai" in kalah[0].pesan
    langkah = RiwayatStatus.objects.filter(jenis="skp", objek_id=skp.pk).exclude(aksi="ajukan")
    assert langkah.count() == 1
    assert SKP.objects.get(pk=skp.pk).status == langkah.get().ke


def test_two_saves_from_one_page_one_wins_and_nothing_is_merged(para: Pemeran) -> None:
    skp = draf_isi(para, para.andi)
    andi = para.aktor(para.andi)

    def simpan(teks: str) -> Callable[[], object]:
        return lambda: services.simpan_isi(
            aktor=andi,
            skp=SKP.objects.get(pk=skp.pk),
            revisi=skp.revisi,
            isi=isi_lengkap(teks),
            pada=JANUARI,
        )

    hasil = serentak(simpan("Satu"), simpan("Dua"))
    kalah = [satu for satu in hasil if isinstance(satu, StatusTidakSesuaiError)]
    assert len(kalah) == 1, hasil
    assert "Andi Pegawai" in kalah[0].pesan
    assert len(teks_rhk(skp)) == 1
    assert SKP.objects.get(pk=skp.pk).revisi == skp.revisi + 1


def test_the_same_form_sent_twice_at_once_has_one_effect_and_one_receipt(para: Pemeran) -> None:
    skp = draf_isi(para, para.andi)
    kunci = {"kunci_idempoten": str(uuid.uuid4())}

    def kirim() -> object:
        klien = Client()
        assert para.andi.akun is not None
        klien.force_login(para.andi.akun)
        return klien.post(reverse("skp:ajukan", args=[skp.pk]), kunci).status_code

    hasil = serentak(kirim, kirim)
    assert hasil.count(302) >= 1, hasil
    assert set(hasil) <= {302, 409}
    assert TandaTerima.objects.filter(jenis="skp", objek_id=skp.pk).count() == 1
    assert RiwayatStatus.objects.filter(jenis="skp", objek_id=skp.pk).count() == 1


def test_two_plans_of_one_assignment_at_once_only_one_is_made(para: Pemeran) -> None:
    def buat() -> object:
        return services.buat_skp(
            aktor=para.aktor(para.andi),
            penugasan=para.penugasan(para.andi),
            tahun=2026,
            pendekatan="kuantitatif",
            pada=JANUARI,
        )

    hasil = serentak(buat, buat)
    assert sum(isinstance(satu, StatusTidakSesuaiError) for satu in hasil) == 1, hasil
    assert SKP.objects.count() == 1
