"""Nothing that changes a count can be forgotten, and no page relies on triggers that are gone."""

import datetime as dt
import re
import threading
from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from pemeran import Pemeran, buat_pemeran
from tera.evaluasi.models import HitunganEvaluasi
from tera.organisasi.hitungan import daftar_rekap, lipat_semua, pemicu, rekap
from tera.organisasi.hitungan.rekap import Rekap, lipat
from tera.organisasi.models import JenisPenugasan, Pegawai, Penugasan, TandaBasi
from tera.skp.models import SKP, HitunganSKP
from tera.skp.selectors.unit import AngkaUnit, ringkasan_unit
from tera.skp.selectors.wajib import kedudukan_wajib

PADA = dt.date(2026, 5, 4)


def total(para: Pemeran) -> AngkaUnit:
    return ringkasan_unit(unit=para.kabupaten, tahun=2026, pada=PADA).total


@pytest.mark.parametrize("satu_rekap", daftar_rekap(), ids=lambda satu: satu.lingkup)
def test_every_column_that_a_count_reads_is_watched(satu_rekap: Rekap) -> None:
    varian = {"skp": kedudukan_wajib(PADA), "evaluasi": (True, ("cpns",))}.get(
        satu_rekap.lingkup, ()
    )
    diawasi = {
        (satu.model._meta.db_table, kolom)
        for satu in pemicu.bersama()
        if (satu.ruang, satu.asal) in satu_rekap.sumber
        for kolom in satu.kolom
    }
    punya = {
        model._meta.db_table: {bidang.column for bidang in model._meta.local_fields}
        for model in apps.get_models()
    }
    for kueri in satu_rekap._varian(varian).semua:
        sql = kueri.teks()
        nama: dict[str, set[str]] = {}
        for tabel, samaran in re.findall(r'(?:FROM|JOIN) "(\w+)"(?: "?(\w+)"?)?', sql):
            nama.setdefault(tabel, {tabel})
            nama.setdefault(samaran, set()).add(tabel)
        for samaran, kolom in re.findall(r'"?(\w+)"?\."(\w+)"', sql):
            calon = {satu for satu in nama[samaran] if kolom in punya[satu]}
            assert calon, (satu_rekap.lingkup, samaran, kolom)
            # Keys never change; the tree is read with each sum, not kept.
            if kolom != "id":
                for tabel in calon - {"organisasi_unitkerja"}:
                    assert (tabel, kolom) in diawasi, (satu_rekap.lingkup, tabel, kolom)


@pytest.mark.django_db
def test_without_a_trigger_everybody_is_counted_and_migrate_puts_it_back() -> None:
    para = buat_pemeran()
    awal = total(para).wajib
    pemicu.lepas()
    Pegawai.objects.filter(pk=para.andi.pk).update(kedudukan_hukum="cltn")
    assert not TandaBasi.objects.filter(asal="pegawai").exists()
    assert total(para).wajib == awal - 1
    pemicu.sesudah_migrate(sender=None, using="default", plan=[])
    assert not HitunganSKP.objects.filter(segar=True).exists()
    assert total(para).wajib == awal - 1
    Pegawai.objects.filter(pk=para.andi.pk).update(kedudukan_hukum="aktif")
    assert TandaBasi.objects.filter(asal="pegawai").exists()
    assert total(para).wajib == awal


@pytest.mark.django_db
def test_a_changed_plan_leaves_one_mark_that_every_roll_up_reads() -> None:
    para = buat_pemeran()
    lipat_semua()
    tugas = para.penugasan(para.andi)
    skp = SKP.objects.create(
        instansi=para.instansi, pegawai=para.andi, penugasan=tugas, tahun=2026, mulai=PADA,
        selesai=dt.date(2026, 12, 31), keluarga="ja_jf", pendekatan="kuantitatif",
    )  # fmt: skip
    assert list(TandaBasi.objects.values_list("lingkup", "asal", "nomor")) == [
        ("skp", "tugas", tugas.pk)
    ]
    baris = [
        satu.model.objects.create(unit=unit, kunci=2026, segar=True, sejak=PADA, sampai=PADA)
        for satu in daftar_rekap()
        for unit in (tugas.unit, para.kabupaten)
    ]
    lipat_semua()
    for satu in baris:
        satu.refresh_from_db()
    assert {(type(satu), satu.unit_id) for satu in baris if not satu.segar} == {
        (satu.model, tugas.unit_id) for satu in daftar_rekap()
    }
    assert not TandaBasi.objects.exists()
    SKP.objects.filter(pk=skp.pk).update(catatan_pengembalian="Lengkapi dulu.")
    assert not TandaBasi.objects.exists()


@pytest.mark.django_db
def test_triggers_of_an_older_release_are_taken_down() -> None:
    with connection.cursor() as kursor:
        if connection.vendor == "postgresql":
            kursor.execute(
                "CREATE FUNCTION basi_skp_lama_insert() RETURNS trigger AS "
                "$$ BEGIN RETURN NULL; END; $$ LANGUAGE plpgsql"
            )
            kursor.execute(
                "CREATE TRIGGER basi_skp_lama_insert AFTER INSERT ON skp_skp "
                "FOR EACH STATEMENT EXECUTE FUNCTION basi_skp_lama_insert()"
            )
        else:
            kursor.execute(
                "CREATE TRIGGER basi_skp_lama_insert AFTER INSERT ON skp_skp BEGIN SELECT 1; END"
            )
        cacah = f"SELECT {pemicu.cacah_sql(connection.vendor)}"
        kursor.execute(cacah, [pemicu.POLA])
        assert kursor.fetchone() == (pemicu.jumlah() + 1,)
        pemicu.pasang()
        kursor.execute(cacah, [pemicu.POLA])
        assert kursor.fetchone() == (pemicu.jumlah(),)


@pytest.mark.django_db
def test_a_second_look_reads_no_assignment_and_a_step_of_one_unit_counts_that_unit() -> None:
    para = buat_pemeran()
    total(para)
    with CaptureQueriesContext(connection) as kueri:
        total(para)
    assert len(kueri) == 4
    assert not any("organisasi_penugasan" in satu["sql"] for satu in kueri.captured_queries)
    # A kept row that is wrong on purpose tells whether it was counted again.
    HitunganSKP.objects.filter(unit=para.kabupaten).update(belum=70)
    Pegawai.objects.filter(pk=para.andi.pk).update(kedudukan_hukum="cltn")
    assert para.penugasan(para.andi).unit_id != para.kabupaten.pk
    assert total(para).wajib >= 70
    Penugasan.objects.filter(unit=para.kabupaten).update(memimpin_unit=False)
    assert total(para).wajib >= 70
    Penugasan.objects.filter(unit=para.kabupaten).update(jenis=JenisPenugasan.PLT)
    assert total(para).wajib < 70
    assert not HitunganEvaluasi.objects.exists()


def _utas(apa: Callable[[], object]) -> None:
    """Run ``apa`` in a connection of its own, to its end."""

    def jalan() -> None:
        try:
            apa()
        finally:
            connections.close_all()

    utas = threading.Thread(target=jalan)
    utas.start()
    utas.join(60)


@pytest.mark.django_db
def test_marks_that_no_page_consumed_are_folded_once_a_day() -> None:
    para = buat_pemeran()
    awal = total(para).wajib
    Pegawai.objects.filter(pk=para.andi.pk).update(kedudukan_hukum="cltn")
    assert TandaBasi.objects.exists()
    assert lipat_semua() > 0
    assert not TandaBasi.objects.exists()
    assert lipat_semua() == 0
    assert total(para).wajib == awal - 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_step_between_claiming_the_marks_and_counting_is_not_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    para = buat_pemeran()
    awal = total(para).wajib
    Pegawai.objects.filter(pk=para.budi.pk).update(kedudukan_hukum="cltn")

    def disela(instansi_id: int) -> None:
        lipat(instansi_id)
        _utas(lambda: Pegawai.objects.filter(pk=para.andi.pk).update(kedudukan_hukum="cltn"))

    with monkeypatch.context() as sela:
        sela.setattr(rekap, "lipat", disela)
        assert total(para).wajib in {awal - 1, awal - 2}
    assert TandaBasi.objects.filter(lingkup="organisasi").exists()
    assert total(para).wajib == awal - 2


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_halves_of_a_change_that_do_not_see_each_other_are_counted() -> None:
    para = buat_pemeran()
    awal = total(para).wajib

    def tugas_baru() -> None:
        lama = para.penugasan(para.andi)
        Penugasan.objects.create(
            instansi=para.instansi, pegawai=para.andi, unit=para.dinas, jabatan=lama.jabatan,
            jenis=JenisPenugasan.PJ, sejak=lama.sejak,
        )  # fmt: skip
        total(para)

    with transaction.atomic():
        # Not committed while the other one writes, commits, and a page counts.
        Pegawai.objects.filter(pk=para.andi.pk).update(kedudukan_hukum="cltn")
        _utas(tugas_baru)
    assert total(para).wajib == awal - 1


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_a_long_write_on_sqlite_does_not_hold_the_page_up() -> None:
    para = buat_pemeran()
    awal = total(para).wajib
    Pegawai.objects.filter(pk=para.andi.pk).update(kedudukan_hukum="cltn")
    hasil: list[int] = []
    with transaction.atomic():
        Pegawai.objects.filter(pk=para.budi.pk).update(nama="Budi Lama")
        _utas(lambda: hasil.append(total(para).wajib))
    assert hasil == [awal - 1]
    assert TandaBasi.objects.exists()
