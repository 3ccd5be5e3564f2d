"""What changed in the law since one's last look: shown until read, then only what came after."""

import datetime as dt
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from dasbor.test_laman import buka
from pemeran import Pemeran
from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError
from tera.core.models import Pengguna
from tera.dasbor import services
from tera.dasbor.models import PandanganHukum
from tera.regulasi.perubahan import perubahan_sejak

PADA = dt.date(2026, 11, 25)


def test_a_record_is_news_when_it_begins_to_hold_or_is_compared_again() -> None:
    semua = perubahan_sejak(dt.date(1900, 1, 1), pada=dt.date(2100, 1, 1))
    assert semua == sorted(semua, key=lambda s: (s.pada, s.berkas, s.tabel), reverse=True)
    baru = [satu for satu in semua if satu.baru]
    assert baru
    assert all(satu.pada == satu.sejak for satu in baru)
    assert all(satu.dasar and satu.uraian for satu in semua)
    hari = semua[0].pada
    assert perubahan_sejak(hari, pada=dt.date(2100, 1, 1)) == []
    sehari = hari - dt.timedelta(days=1)
    assert semua[0] in perubahan_sejak(sehari, pada=hari)
    assert semua[0] not in perubahan_sejak(sehari, pada=sehari)


def lama(para: Pemeran) -> None:
    """Accounts that began before the law was last compared."""
    Pengguna.objects.update(created_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC))


def test_changes_are_shown_once_to_each_person(para: Pemeran) -> None:
    lama(para)
    alamat = reverse("dasbor:hukum")
    assert alamat in buka(para.andi, "/")
    assert "Baru bagi Anda" in buka(para.andi, alamat)
    klien = Client()
    klien.force_login(para.andi.akun)
    jawab = klien.post(reverse("dasbor:hukum_dibaca"), {"kunci_idempoten": str(uuid.uuid4())})
    assert jawab.status_code == 302
    assert alamat not in buka(para.andi, "/")
    assert "Tidak ada perubahan" in buka(para.andi, alamat)
    # Each for oneself.
    assert alamat in buka(para.budi, "/")
    assert PandanganHukum.objects.get().pengguna_id == para.andi.akun_id


def test_who_came_after_a_change_is_not_told_of_it(para: Pemeran) -> None:
    Pengguna.objects.update(created_at=dt.datetime(2026, 12, 1, tzinfo=dt.UTC))
    assert reverse("dasbor:hukum") not in buka(para.andi, "/")


def test_the_system_reads_nothing(para: Pemeran) -> None:
    with pytest.raises(TidakBerwenangError):
        services.tandai_dibaca(aktor=Aktor.sistem(para.instansi.pk, "Asia/Jakarta"), pada=PADA)
