"""Many rows held carry what one row held carries; people are counted at a unit as listed there."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from evaluasi import panggung
from evaluasi.test_pembukaan import anggota
from pemeran import Pemeran, buat_pemeran
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors.distribusi import distribusi_unit, orang_dihitung
from tera.evaluasi.services.kunci import (
    YANG_DIBACA_ATURAN,
    kunci_banyak,
    kunci_evaluasi,
    kunci_tersampaikan,
    kunci_untuk_langkah,
)
from tera.organisasi import kebijakan
from tera.organisasi.models import UnitKerja

pytestmark = pytest.mark.django_db
PADA = panggung.PADA


def _buka(para: Pemeran, jumlah: int) -> list[int]:
    return [
        services.buka_evaluasi(
            aktor=para.aktor(para.budi), skp=anggota(para, nomor), periode=para.periode, pada=PADA
        ).pk
        for nomor in range(1, jumlah + 1)
    ]


def _terbaca(evaluasi: Evaluasi) -> list[object]:
    """The values of the row and of every relation the rules read."""
    hasil: list[object] = [
        {k: v for k, v in vars(evaluasi).items() if k in {"status", "penilai_id", "unit_id"}}
    ]
    for jalur in YANG_DIBACA_ATURAN:
        kini: object = evaluasi
        for nama in jalur.split("__"):
            kini = getattr(kini, nama, None)
            hasil.append((jalur, nama, type(kini), getattr(kini, "pk", None), str(kini)))
    return hasil


def test_many_held_carry_what_one_held_carries_without_another_query() -> None:
    para = buat_pemeran()
    pks = _buka(para, 3)
    with transaction.atomic():
        daftar = kunci_banyak(pks, PADA)
        with CaptureQueriesContext(connection) as tangkap:
            banyak = [_terbaca(satu) for satu in daftar]
        assert len(tangkap) == 0
        assert banyak == [_terbaca(kunci_evaluasi(satu)) for satu in daftar]
    assert [satu.pk for satu in daftar] == pks
    assert daftar[0].unit is daftar[1].unit
    assert daftar[0].penilai is daftar[2].penilai
    assert {"rekaman"} <= daftar[0].get_deferred_fields()


def test_a_step_reads_who_may_take_it_and_no_more() -> None:
    para = buat_pemeran()
    pks = _buka(para, 2)
    with transaction.atomic():
        daftar = kunci_untuk_langkah(pks, PADA)
        with CaptureQueriesContext(connection) as tangkap:
            isi = [
                (e.status, e.penilai_id, e.pegawai.nama_lengkap, e.unit.path, e.penilai_kini)
                for e in daftar
            ]
    assert len(tangkap) == 0
    assert {satu[4] for satu in isi} == {para.budi.pk}
    assert {satu[0] for satu in isi} == {"terbuka"}


def test_only_what_is_still_delivered_is_held_for_finality() -> None:
    para = buat_pemeran()
    pks = _buka(para, 2)
    Evaluasi.objects.filter(pk=pks[0]).update(status="disampaikan", diterima_pada=PADA)
    with transaction.atomic():
        daftar = kunci_tersampaikan(pks)
        with CaptureQueriesContext(connection) as tangkap:
            assert [(e.pk, e.diterima_pada, e.unit.pola_hari_kerja) for e in daftar] == [
                (pks[0], PADA, para.bidang.pola_hari_kerja)
            ]
        assert len(tangkap) == 0


@pytest.mark.parametrize("tempat", ["perjanjian_kinerja", "opd"])
@pytest.mark.parametrize("kepala", [True, False])
@pytest.mark.parametrize("bidang_sendiri", [True, False])
def test_the_people_counted_at_a_unit_are_those_listed_there(
    tempat: str, kepala: bool, bidang_sendiri: bool
) -> None:
    para = buat_pemeran()
    _buka(para, 2)
    panggung.buka(para, panggung.skp_ditetapkan(para, para.budi))
    Evaluasi.objects.filter(pegawai=para.budi).update(
        rating_hasil_kerja="sesuai", rating_perilaku_kerja="di_atas"
    )
    UnitKerja.objects.filter(pk=para.bidang.pk).update(
        punya_perjanjian_kinerja=bidang_sendiri,
        opd=para.bidang if bidang_sendiri else para.dinas,
    )
    aturan = kebijakan.semua(instansi_id=para.instansi.pk, pada=PADA) | {
        "evaluasi.unit_distribusi": tempat,
        "evaluasi.kepala_dihitung": kepala,
    }
    jumlah = {}
    for unit in UnitKerja.objects.filter(instansi=para.instansi):
        kini = distribusi_unit(
            unit=unit, periode=para.periode, capaian=None, pada=PADA, aturan=aturan
        )
        daftar = orang_dihitung(unit=unit, periode=para.periode, aturan=aturan)
        assert kini.belum == daftar.filter(rating_hasil_kerja="").count(), unit
        assert sum(kini.jumlah.values()) == daftar.exclude(rating_hasil_kerja="").count(), unit
        jumlah[unit.pk] = kini.belum + sum(kini.jumlah.values())
    assert (jumlah[para.dinas.pk] == 0) == bidang_sendiri
    assert jumlah[para.bidang.pk] == (3 if kepala else 2)
