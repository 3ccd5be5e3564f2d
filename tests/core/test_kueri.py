"""Prepared queries answer as the queryset they were made of."""

import datetime as dt
import threading
from typing import Any

import pytest
from django.core.paginator import Paginator
from django.db import OperationalError, connection, transaction
from django.db.models import BigIntegerField, CharField, Count, DateField, QuerySet, Value
from django.db.models.signals import post_init
from django.test.utils import CaptureQueriesContext

from pemeran import Pemeran, buat_pemeran
from tera.core.kueri import (
    DaftarNomor,
    DaftarTeks,
    Isian,
    KueriSiap,
    Senarai,
    kueri_siap,
    kunci_bersama,
    titipkan,
)
from tera.organisasi.models import Jabatan, Pegawai, Penugasan, UnitKerja
from tera.organisasi.selectors.penilai import berlaku_pada

pytestmark = pytest.mark.django_db
PADA = dt.date(2026, 6, 1)


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


@kueri_siap(instansi_id=BigIntegerField(), pada=DateField())
def _penugasan(instansi_id: Isian, pada: Isian) -> QuerySet[Penugasan]:
    return (
        Penugasan.objects.filter(berlaku_pada(pada), instansi_id=instansi_id)
        .select_related("pegawai", "unit__induk", "penilai_khusus")
        .order_by("pk")
    )


def test_a_prepared_query_answers_as_its_queryset_day_by_day(para: Pemeran) -> None:
    tugas = Penugasan.objects.filter(instansi=para.instansi).order_by("pk")[0]
    tugas.sampai = PADA
    tugas.save()
    for pada in (PADA, PADA + dt.timedelta(days=1), dt.date(1950, 1, 1)):
        biasa = list(
            Penugasan.objects.filter(berlaku_pada(pada), instansi=para.instansi).order_by("pk")
        )
        assert _penugasan(instansi_id=para.instansi.pk, pada=pada) == biasa
    assert tugas in _penugasan(instansi_id=para.instansi.pk, pada=PADA)
    assert tugas not in _penugasan(instansi_id=para.instansi.pk, pada=PADA + dt.timedelta(days=1))


def test_instances_carry_their_values_and_relations_without_another_query(para: Pemeran) -> None:
    with CaptureQueriesContext(connection) as kueri:
        daftar = _penugasan(instansi_id=para.instansi.pk, pada=PADA)
        isi = [
            (t.pegawai.nama, t.unit.nama, t.unit.induk and t.unit.induk.nama, t.memimpin_unit,
             t.sejak, t.created_at, t.penilai_khusus)
            for t in daftar
        ]  # fmt: skip
    assert len(kueri) == 1
    assert isi == [
        (t.pegawai.nama, t.unit.nama, t.unit.induk and t.unit.induk.nama, t.memimpin_unit,
         t.sejak, t.created_at, t.penilai_khusus)
        for t in Penugasan.objects.filter(
            berlaku_pada(PADA), instansi=para.instansi
        ).order_by("pk")
    ]  # fmt: skip


def test_instances_are_djangos_column_by_column_and_built_by_it_where_it_asks(
    para: Pemeran,
) -> None:
    siap, lain = (
        kueri_siap(pk=BigIntegerField())(
            lambda pk: (
                Penugasan.objects.filter(pegawai_id=pk)
                .select_related("pegawai__akun", "unit")
                .only("sejak", "pegawai__akun__nama_akun", "unit__nama")
            )
        )
        for _kali in range(2)
    )
    biasa = Penugasan.objects.select_related("pegawai__akun", "unit").only(
        "sejak", "pegawai__akun__nama_akun", "unit__nama"
    ).get(pegawai=para.andi)  # fmt: skip

    def isi(tugas: Penugasan) -> list[dict[str, Any]]:
        return [
            {nama: nilai for nama, nilai in vars(objek).items() if nama != "_state"}
            | {
                "db": objek._state.db,
                "baru": objek._state.adding,
                "tunda": objek.get_deferred_fields(),
            }
            for objek in (tugas, tugas.pegawai, tugas.pegawai.akun, tugas.unit)
        ]

    assert isi(siap.satu(pk=para.andi.pk)) == isi(biasa)
    dibangun: list[Any] = []

    def catat(instance: Any, **_lain: Any) -> None:
        dibangun.append(instance)

    post_init.connect(catat, sender=Pegawai)
    try:
        assert isi(lain.satu(pk=para.andi.pk)) == isi(biasa)
    finally:
        post_init.disconnect(catat, sender=Pegawai)
    assert dibangun == [para.andi]


def test_tuples_and_single_values_come_as_values_list_gives_them(para: Pemeran) -> None:
    @kueri_siap(kode=CharField())
    def pasangan(kode: Isian) -> QuerySet[Any, Any]:
        return (
            UnitKerja.objects.filter(instansi__kode=kode).order_by("pk").values_list("nama", "pk")
        )

    @kueri_siap(instansi_id=BigIntegerField())
    def jumlah(instansi_id: Isian) -> QuerySet[Any, Any]:
        return (
            Pegawai.objects.filter(instansi_id=instansi_id)
            .order_by()
            .values("instansi_id")
            .annotate(n=Count("pk"))
            .values_list("n", flat=True)
        )

    unit = UnitKerja.objects.filter(instansi=para.instansi).order_by("pk")
    assert pasangan(kode=para.instansi.kode) == [(satu.nama, satu.pk) for satu in unit]
    assert (
        jumlah.satu(instansi_id=para.instansi.pk)
        == Pegawai.objects.filter(instansi=para.instansi).count()
    )
    assert jumlah.satu(instansi_id=0) is None


def test_a_value_is_never_part_of_the_sql(para: Pemeran) -> None:
    @kueri_siap(nama=CharField())
    def bernama(nama: Isian) -> QuerySet[Jabatan]:
        return Jabatan.objects.filter(nama=nama)

    assert bernama(nama="' OR '1'='1") == []
    assert bernama(nama="100%s") == []


def test_each_thread_compiles_for_its_own_connection() -> None:
    kueri = KueriSiap(lambda nama: Jabatan.objects.filter(nama=nama), {"nama": CharField()})
    kueri(nama="x")
    lain: list[bool] = []
    utas = threading.Thread(target=lambda: lain.append(hasattr(kueri._per_thread, "siap")))
    utas.start()
    utas.join()
    assert lain == [False]
    assert hasattr(kueri._per_thread, "siap")


def test_rows_handed_over_answer_all_and_still_filter(para: Pemeran) -> None:
    pegawai = para.andi
    daftar = list(Penugasan.objects.filter(pegawai=pegawai))
    titipkan(pegawai, "daftar_penugasan", daftar)
    with CaptureQueriesContext(connection) as kueri:
        assert list(pegawai.daftar_penugasan.all()) == daftar
        assert daftar[0].pegawai is pegawai
    assert len(kueri) == 0
    assert pegawai.daftar_penugasan.filter(pk=0).count() == 0
    assert pegawai.daftar_penugasan.filter(sejak__lte=PADA).count() == len(daftar)


def test_a_shape_it_does_not_know_is_refused_at_once() -> None:
    kueri = KueriSiap(
        lambda nama: Jabatan.objects.filter(nama=nama).values(), {"nama": CharField()}
    )
    with pytest.raises(TypeError, match="ValuesIterable"):
        kueri(nama="x")


def test_a_list_of_ids_is_one_value_whatever_its_length(para: Pemeran) -> None:
    @kueri_siap(daftar=DaftarNomor(), instansi_id=BigIntegerField())
    def bertugas(daftar: Isian, instansi_id: Isian) -> QuerySet[Penugasan]:
        return Penugasan.objects.filter(pegawai__in=daftar, instansi_id=instansi_id).order_by("pk")

    semua = list(Penugasan.objects.filter(instansi=para.instansi).order_by("pk"))
    bentuk = set()
    for banyak in (0, 1, 3):
        pks = [satu.pegawai_id for satu in semua[:banyak]]
        with CaptureQueriesContext(connection) as kueri:
            jawaban = bertugas(daftar=pks, instansi_id=para.instansi.pk)
        assert len(kueri) == 1
        assert jawaban == [satu for satu in semua if satu.pegawai_id in pks]
        bentuk.add(bertugas._per_thread.siap.sql)
    assert len(bentuk) == 1
    with pytest.raises(ValueError, match="invalid literal"):
        bertugas(daftar=["1) OR (1=1"], instansi_id=para.instansi.pk)


def test_a_list_of_texts_is_one_value_and_never_part_of_the_sql(para: Pemeran) -> None:
    @kueri_siap(daftar=DaftarTeks())
    def bernama(daftar: Isian) -> QuerySet[Pegawai]:
        return Pegawai.objects.filter(nama__in=daftar).order_by("pk")

    assert bernama(daftar=[]) == []
    assert bernama(daftar={para.andi.nama, "') OR ('1'='1"}) == [para.andi]
    assert set(bernama(daftar=[para.budi.nama, para.andi.nama])) == {para.andi, para.budi}


def test_a_union_gives_the_rows_of_all_its_parts(para: Pemeran) -> None:
    @kueri_siap(instansi_id=BigIntegerField(), pada=DateField())
    def nama(instansi_id: Isian, pada: Isian) -> QuerySet[Any, Any]:
        orang = Penugasan.objects.filter(berlaku_pada(pada), instansi_id=instansi_id)
        unit = UnitKerja.objects.filter(instansi_id=instansi_id).order_by()
        return (
            orang.order_by()
            .annotate(kata=Value("orang"))
            .values_list("kata", "pegawai__nama")
            .union(unit.annotate(kata=Value("unit")).values_list("kata", "nama"), all=True)
        )

    jawaban = nama(instansi_id=para.instansi.pk, pada=PADA)
    assert sorted(jawaban) == sorted(
        [
            *(("orang", satu.pegawai.nama) for satu in _penugasan(
                instansi_id=para.instansi.pk, pada=PADA)),
            *(("unit", satu.nama) for satu in UnitKerja.objects.filter(instansi=para.instansi)),
        ]
    )  # fmt: skip
    assert {kata for kata, _isi in jawaban} == {"orang", "unit"}


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_prepared_lock_outside_a_transaction_is_refused_at_every_call(para: Pemeran) -> None:
    @kueri_siap(daftar=DaftarNomor())
    def kunci(daftar: Isian) -> QuerySet[Pegawai]:
        return Pegawai.objects.select_for_update().filter(pk__in=daftar)

    for _kali in range(2):
        with transaction.atomic():
            assert kunci(daftar=[para.andi.pk]) == [para.andi]
        with pytest.raises(transaction.TransactionManagementError):
            kunci(daftar=[para.andi.pk])


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_shared_lock_holds_writers_off_and_lets_other_readers_hold_it_too(para: Pemeran) -> None:
    import psycopg

    @kunci_bersama(daftar=DaftarNomor())
    def pegang(daftar: Isian) -> QuerySet[Pegawai]:
        return Pegawai.objects.select_for_update(of=("self",)).filter(pk__in=daftar)

    with transaction.atomic(), psycopg.connect(**_alamat(), autocommit=True) as lain:
        assert pegang(daftar=[para.andi.pk]) == [para.andi]
        satu = f"SELECT id FROM organisasi_pegawai WHERE id = {para.andi.pk}"
        assert lain.execute(f"{satu} FOR SHARE NOWAIT").fetchone() == (para.andi.pk,)
        with pytest.raises(psycopg.errors.LockNotAvailable):
            lain.execute(f"{satu} FOR UPDATE NOWAIT")


def _alamat() -> dict[str, Any]:
    """Where the test's own database answers, for a second connection."""
    isi = connection.get_connection_params()
    return {nama: isi[nama] for nama in ("dbname", "user", "host", "port") if isi.get(nama)}


def test_a_list_by_pages_is_the_queryset_and_asks_the_prepared_query_for_the_first(
    para: Pemeran,
) -> None:
    semua = Penugasan.objects.filter(berlaku_pada(PADA), instansi=para.instansi).order_by("pk")
    pertama: list[int] = []

    def siap() -> list[Any]:
        pertama.append(1)
        return _penugasan(instansi_id=para.instansi.pk, pada=PADA)

    penomor: Paginator[Any] = Paginator(Senarai(siap, lambda: semua), 2)
    assert penomor.count == semua.count() > 4
    assert [list(penomor.page(n)) for n in (1, 2)] == [list(semua[:2]), list(semua[2:4])]
    assert list(Senarai(siap, lambda: semua)) == list(semua)
    assert pertama == [1]
    kosong: Paginator[Any] = Paginator(Senarai(siap, lambda: semua, lambda: 0), 2)
    assert not list(kosong.page(1))
    assert pertama == [1]


def test_constant_words_stand_in_the_sql_and_everything_else_stays_a_value(para: Pemeran) -> None:
    sela = "o'neil %s 100%"
    satu = Jabatan.objects.filter(instansi=para.instansi)[0]
    Jabatan.objects.filter(pk=satu.pk).update(nama=sela)

    def susun(pk: Any) -> QuerySet[Any, Any]:
        return (
            Jabatan.objects.filter(instansi_id=pk, nama=sela)
            .annotate(
                kata=Value("tetap", output_field=CharField()),
                kutip=Value(sela, output_field=CharField()),
            )
            .exclude(jenis__in=["bukan-ini", "bukan itu"])
            .order_by("kata", "pk")
            .values_list("pk", "kata", "kutip")
        )

    siap = KueriSiap(lambda instansi_id: susun(instansi_id), {"instansi_id": BigIntegerField()})
    diharap = list(susun(para.instansi.pk))
    assert diharap
    # Unwatched, as in service; then watched, as query counters do.
    assert siap(instansi_id=para.instansi.pk) == diharap
    with CaptureQueriesContext(connection) as kueri:
        assert siap(instansi_id=para.instansi.pk) == diharap
    tersusun = siap._per_thread.siap
    assert "'tetap'" in tersusun.sql
    assert "'bukan-ini'" in tersusun.sql
    assert "neil" not in tersusun.sql
    assert {"tetap", "bukan-ini"}.isdisjoint(map(str, tersusun.isi))
    assert len(kueri) == 1


@pytest.mark.sqlite
def test_a_query_that_the_database_refuses_raises_djangos_error(para: Pemeran) -> None:
    @kueri_siap(saya=BigIntegerField())
    def salah(saya: Isian) -> QuerySet[Any, Any]:
        return Penugasan.objects.filter(pegawai_id=saya).values_list("pk")

    salah(saya=para.andi.pk)
    salah._per_thread.siap.sql_sqlite = "SELECT tidak_ada FROM tidak_ada"
    with pytest.raises(OperationalError), transaction.atomic():
        salah(saya=para.andi.pk)
