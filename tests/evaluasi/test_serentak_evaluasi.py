"""Two people at once: one opens, rates, sets; the other is told; nothing is lost or doubled."""

import threading
from collections.abc import Callable

import pytest
from django.db import OperationalError, connection, connections

from evaluasi import panggung
from evaluasi import panggung_keberatan as stage
from pelaksanaan.panggung import triwulan
from pemeran import buat_pemeran
from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TeraError
from tera.core.models import RiwayatStatus
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi, Keberatan

pytestmark = pytest.mark.django_db(transaction=True)
PADA = panggung.PADA


def bersamaan(*kerja: Callable[[], object]) -> list[object]:
    """Run each in its own thread and connection; return the answers or the refusals."""
    hasil: list[object] = [None] * len(kerja)
    mulai = threading.Barrier(len(kerja))

    def jalan(nomor: int) -> None:
        try:
            mulai.wait(10)
            for _coba in range(200):
                try:
                    hasil[nomor] = kerja[nomor]()
                    return
                except OperationalError as galat:
                    # SQLite's one writer: the page would answer 503 and be sent again.
                    if connection.vendor != "sqlite" or "locked" not in str(galat):
                        raise
        except TeraError as galat:
            hasil[nomor] = galat
        finally:
            connections.close_all()

    utas = [threading.Thread(target=jalan, args=(nomor,)) for nomor in range(len(kerja))]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join(60)
    return hasil


@pytest.fixture
def _berkas_bersama() -> None:
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("basis data dalam ingatan tidak dibagi antar utas")


@pytest.mark.usefixtures("_berkas_bersama")
def test_a_job_and_a_rater_open_the_same_period_at_once_and_everyone_has_one() -> None:
    para = buat_pemeran()
    skp = panggung.skp_ditetapkan(para)
    panggung.skp_ditetapkan(para, para.citra)
    periode = triwulan(para, 3)
    sistem = Aktor.sistem(para.instansi.pk, para.instansi.zona)
    budi = para.aktor(para.budi)
    hasil = bersamaan(
        lambda: services.buka_periode(aktor=sistem, periode=periode, pada=PADA),
        lambda: services.buka_evaluasi(aktor=budi, skp=skp, periode=periode, pada=PADA),
        lambda: services.buka_periode(aktor=sistem, periode=periode, pada=PADA),
    )
    assert not [satu for satu in hasil if isinstance(satu, TeraError)], hasil
    assert Evaluasi.objects.count() == 2
    assert audit.verifikasi().utuh


@pytest.mark.usefixtures("_berkas_bersama")
def test_two_forms_of_the_same_state_rate_once() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    budi = para.aktor(para.budi)

    def nilai(perilaku: str) -> Callable[[], object]:
        return lambda: services.nilai_evaluasi(
            aktor=budi, evaluasi=evaluasi, rating_hasil_kerja="sesuai",
            rating_perilaku_kerja=perilaku, alasan_perilaku_kerja="Peristiwanya tercatat",
            revisi=0, pada=PADA,
        )  # fmt: skip

    hasil = bersamaan(nilai("sesuai"), nilai("di_atas"))
    assert sum(isinstance(satu, StatusTidakSesuaiError) for satu in hasil) == 1, hasil
    evaluasi.refresh_from_db()
    assert evaluasi.revisi == 1
    assert audit.verifikasi().utuh


@pytest.mark.usefixtures("_berkas_bersama")
def test_setting_twice_at_once_sets_once() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para)
    panggung.nilai(para, evaluasi)
    budi = para.aktor(para.budi)
    hasil = bersamaan(
        lambda: services.tetapkan_evaluasi(aktor=budi, evaluasi=evaluasi, pada=PADA),
        lambda: services.tetapkan_banyak(aktor=budi, daftar=[evaluasi], pada=PADA),
    )
    assert not [satu for satu in hasil if satu is None], hasil
    assert RiwayatStatus.objects.filter(aksi="tetapkan", objek_id=evaluasi.pk).count() == 1
    assert audit.verifikasi().utuh


@pytest.mark.usefixtures("_berkas_bersama")
def test_a_capaian_that_changes_while_a_predikat_is_set_leaves_no_contradiction() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para, "baik")
    panggung.nilai(para, evaluasi)
    budi, bupati = para.aktor(para.budi), para.aktor(para.bupati)
    bersamaan(
        lambda: services.tetapkan_evaluasi(aktor=budi, evaluasi=evaluasi, pada=PADA),
        lambda: services.tetapkan_capaian(
            aktor=bupati, unit=para.dinas, periode=para.periode, level="istimewa", pada=PADA
        ),
    )
    evaluasi.refresh_from_db()
    capaian = evaluasi.unit.induk.daftar_capaian.get()
    assert evaluasi.status == "ditetapkan"
    assert evaluasi.rekaman["capaian"]["level"] == capaian.level


@pytest.mark.usefixtures("_berkas_bersama")
def test_two_objections_at_once_are_one_and_two_decisions_are_one() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    hasil = bersamaan(*[lambda: stage.ajukan(para, evaluasi)] * 2)
    assert [type(satu) for satu in hasil].count(StatusTidakSesuaiError) == 1, hasil
    keberatan = Keberatan.objects.get()
    stage.dengar(para, keberatan, "pegawai", "penilai")
    hasil = bersamaan(
        lambda: stage.putuskan(para, Keberatan.objects.get(), "di_atas", "di_atas"),
        lambda: stage.putuskan(para, Keberatan.objects.get(), "sesuai", "di_bawah"),
    )
    assert [type(satu) for satu in hasil].count(StatusTidakSesuaiError) == 1, hasil
    evaluasi.refresh_from_db()
    keberatan.refresh_from_db()
    assert evaluasi.predikat == keberatan.predikat_putusan
    assert RiwayatStatus.objects.filter(jenis="keberatan", ke="diputus").count() == 1
    assert audit.verifikasi().utuh
