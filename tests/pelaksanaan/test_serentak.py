"""Two at once: one figure, one verification, one free hour; the other is told."""

import datetime as dt
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from pelaksanaan import panggung
from pemeran import Pemeran, buat_pemeran
from skp.test_serentak import serentak
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.models import RiwayatStatus, TandaTerima
from tera.organisasi.models import AnggotaTim, TimKerja
from tera.pelaksanaan import services
from tera.pelaksanaan.models import ProgresHarian, Realisasi
from tera.skp.models import SKP

pytestmark = pytest.mark.django_db(transaction=True)
PADA = panggung.PADA


@pytest.fixture
def para(transactional_db: None) -> Pemeran:
    return buat_pemeran()


@pytest.fixture
def skp(para: Pemeran) -> SKP:
    return panggung.skp_ditetapkan(para)


def test_the_same_report_sent_twice_at_once_has_one_effect(para: Pemeran, skp: SKP) -> None:
    lapor = reverse(
        "pelaksanaan:lapor",
        args=[skp.pk, panggung.triwulan(para, 1).pk, panggung.indikator(skp).kunci],
    )
    isi = {"kunci_idempoten": str(uuid.uuid4()), "nilai": "300", "revisi": "0"}

    def kirim() -> object:
        klien = Client()
        assert para.andi.akun is not None
        klien.force_login(para.andi.akun)
        return klien.post(lapor, isi).status_code

    hasil = serentak(kirim, kirim)
    assert hasil.count(302) >= 1, hasil
    assert set(hasil) <= {302, 409}
    assert Realisasi.objects.count() == 1
    assert TandaTerima.objects.filter(jenis="realisasi").count() == 1


def test_two_devices_report_and_one_is_told(para: Pemeran, skp: SKP) -> None:
    panggung.triwulan(para, 3)
    hasil = serentak(
        lambda: panggung.lapor(para, skp, "300", urut=3),
        lambda: panggung.lapor(para, skp, "400", urut=3),
    )
    assert sum(isinstance(satu, StatusTidakSesuaiError) for satu in hasil) == 1, hasil
    assert Realisasi.objects.count() == 1


def test_penilai_and_ketua_tim_verify_at_once_and_one_step_is_written(
    para: Pemeran, skp: SKP
) -> None:
    tim = TimKerja.objects.create(
        instansi=para.instansi, unit=para.bidang, nama="Tim", ketua=para.citra, sejak=skp.mulai
    )
    AnggotaTim.objects.create(tim=tim, pegawai=para.andi, sejak=skp.mulai)
    satu = panggung.lapor(para, skp, urut=3)

    def verifikasi(siapa: object) -> object:
        return services.verifikasi_realisasi(
            aktor=para.aktor(siapa), realisasi=satu, pada=PADA, revisi=1
        )

    hasil = serentak(lambda: verifikasi(para.budi), lambda: verifikasi(para.citra))
    kalah = [satu for satu in hasil if isinstance(satu, StatusTidakSesuaiError)]
    assert len(kalah) == 1, hasil
    assert RiwayatStatus.objects.filter(jenis="realisasi", aksi="verifikasi").count() == 1


def test_two_lines_can_not_take_the_same_hour(para: Pemeran, skp: SKP) -> None:
    rencana = panggung.rencana(para, skp)

    def catat() -> object:
        return services.catat_progres(
            aktor=para.aktor(para.andi),
            rencana_aksi=rencana,
            isi=services.IsiProgres(PADA, dt.time(8), dt.time(9), "Memeriksa", 1, "berkas"),
            pada=PADA,
        )

    hasil = serentak(catat, catat)
    assert sum(isinstance(satu, MasukanSalahError) for satu in hasil) == 1, hasil
    assert ProgresHarian.objects.count() == 1
