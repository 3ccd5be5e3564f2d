"""Penilai saya salah: from the first screen to a queue with history."""

import datetime as dt

import pytest
from django.urls import reverse

from organisasi.orang_uji import PADA, SAAT, kirim, lihat, masuk
from pemeran import AWAL, Pemeran, buat_pemeran
from tera.core import clock
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import Kejadian, RiwayatStatus, TandaTerima
from tera.organisasi.models import LaporanPenilai, Penugasan, PeranPetugas
from tera.organisasi.selectors import penilai_pada
from tera.organisasi.selectors.laporan_penilai import (
    antrean_laporan,
    laporan_terlihat,
    penugasan_saya,
)
from tera.organisasi.services import segarkan_penilai
from tera.organisasi.services.laporan_penilai import (
    laporkan_penilai,
    perbaiki_laporan,
    proses_laporan,
    tolak_laporan,
)


@pytest.fixture
def orang(db: None) -> Pemeran:
    orang = buat_pemeran()
    segarkan_penilai(instansi_id=orang.instansi.pk, sejak=AWAL)
    return orang


def lapor(orang: Pemeran, **ganti: object) -> LaporanPenilai:
    isi = {
        "aktor": orang.aktor(orang.andi),
        "penugasan_id": orang.penugasan(orang.andi).pk,
        "seharusnya_id": orang.fajar.pk,
        "keterangan": "Saya kini di bawah Kepala Dinas.",
        "pada": PADA,
    } | ganti
    laporan, _tanda = laporkan_penilai(**isi)  # type: ignore[arg-type]
    return laporan


def diproses(orang: Pemeran) -> LaporanPenilai:
    laporan = lapor(orang)
    return proses_laporan(aktor=orang.aktor(orang.citra), laporan=laporan, pada=PADA)


def test_a_report_remembers_who_was_recorded_and_gives_a_receipt(orang: Pemeran) -> None:
    laporan = lapor(orang)
    assert (laporan.status, laporan.penilai_tercatat) == ("dilaporkan", orang.budi)
    assert TandaTerima.objects.filter(jenis="laporan_penilai", objek_id=laporan.pk).count() == 1
    assert Kejadian.objects.filter(nama="laporan_penilai.laporkan").count() == 1


@pytest.mark.parametrize("siapa", ["andi", "budi", "dewi"])
def test_the_named_rater_must_be_someone_else_who_can_be_it(orang: Pemeran, siapa: str) -> None:
    with pytest.raises(MasukanSalahError):
        lapor(orang, seharusnya_id=getattr(orang, siapa).pk)
    assert not LaporanPenilai.objects.exists()


def test_one_reports_about_ones_own_assignment_only(orang: Pemeran) -> None:
    with pytest.raises(TidakBerwenangError):
        lapor(orang, penugasan_id=orang.penugasan(orang.citra).pk)


def test_a_second_report_waits_for_the_first(orang: Pemeran) -> None:
    lapor(orang)
    with pytest.raises(StatusTidakSesuaiError):
        lapor(orang)


def test_repairing_with_a_letter_sets_the_rater_from_that_day(orang: Pemeran) -> None:
    laporan = diproses(orang)
    perbaiki_laporan(
        aktor=orang.aktor(orang.citra),
        laporan=laporan,
        jawaban="Sudah dibetulkan.",
        pada=PADA,
        penilai_id=orang.fajar.pk,
        surat="800/5",
    )
    tugas = orang.penugasan(orang.andi)
    assert penilai_pada(penugasan=tugas, pada=PADA).penilai == orang.fajar
    kemarin = PADA - dt.timedelta(days=1)
    assert penilai_pada(penugasan=tugas, pada=kemarin).penilai == orang.budi
    assert LaporanPenilai.objects.get().status == "diperbaiki"
    riwayat = RiwayatStatus.objects.filter(jenis="laporan_penilai").order_by("id")
    assert [(r.dari, r.ke) for r in riwayat] == [
        ("dilaporkan", "diproses"),
        ("diproses", "diperbaiki"),
    ]


def test_no_report_closes_as_repaired_while_nothing_changed(orang: Pemeran) -> None:
    laporan = diproses(orang)
    aktor = orang.aktor(orang.citra)
    with pytest.raises(MasukanSalahError, match="masih sama"):
        perbaiki_laporan(aktor=aktor, laporan=laporan, jawaban="Beres", pada=PADA)
    with pytest.raises(MasukanSalahError, match="Nomor surat"):
        perbaiki_laporan(
            aktor=aktor, laporan=laporan, jawaban="Beres", pada=PADA, penilai_id=orang.fajar.pk
        )
    assert LaporanPenilai.objects.get().status == "diproses"


def test_repaired_by_moving_the_assignment_needs_no_letter(orang: Pemeran) -> None:
    laporan = diproses(orang)
    Penugasan.objects.filter(pegawai=orang.andi).update(unit=orang.dinas)
    segarkan_penilai(instansi_id=orang.instansi.pk, sejak=PADA)
    laporan = LaporanPenilai.objects.select_related("penugasan").get()
    perbaiki_laporan(
        aktor=orang.aktor(orang.citra), laporan=laporan, jawaban="Unit dibetulkan", pada=PADA
    )
    assert laporan.status == "diperbaiki"


def test_a_refusal_needs_a_reason_and_the_person_reads_it(orang: Pemeran) -> None:
    laporan = diproses(orang)
    aktor = orang.aktor(orang.citra)
    with pytest.raises(MasukanSalahError):
        tolak_laporan(aktor=aktor, laporan=laporan, jawaban=" ", pada=PADA)
    tolak_laporan(aktor=aktor, laporan=laporan, jawaban="Budi tetap atasan Anda.", pada=PADA)
    alamat = reverse("organisasi:laporan_rincian", args=[laporan.pk])
    assert "Budi tetap atasan Anda." in lihat(masuk(orang.andi), alamat).content.decode()


def test_steps_out_of_order_are_refused(orang: Pemeran) -> None:
    laporan = lapor(orang)
    with pytest.raises(StatusTidakSesuaiError):
        tolak_laporan(aktor=orang.aktor(orang.citra), laporan=laporan, jawaban="x", pada=PADA)


@pytest.mark.parametrize("siapa", ["andi", "budi", "fajar", "eka"])
def test_only_officers_of_the_unit_work_on_a_report(orang: Pemeran, siapa: str) -> None:
    laporan = lapor(orang)
    with pytest.raises(TidakBerwenangError):
        proses_laporan(aktor=orang.aktor(getattr(orang, siapa)), laporan=laporan, pada=PADA)
    assert LaporanPenilai.objects.get().status == "dilaporkan"


def test_an_officer_does_not_decide_ones_own_report(orang: Pemeran) -> None:
    laporan = lapor(
        orang,
        aktor=orang.aktor(orang.citra),
        penugasan_id=orang.penugasan(orang.citra).pk,
        seharusnya_id=orang.budi.pk,
    )
    with pytest.raises(TidakBerwenangError):
        proses_laporan(aktor=orang.aktor(orang.citra), laporan=laporan, pada=PADA)


def test_two_officers_at_once_take_it_up_once(orang: Pemeran) -> None:
    lapor(orang)
    satu, dua = LaporanPenilai.objects.get(), LaporanPenilai.objects.get()
    proses_laporan(aktor=orang.aktor(orang.citra), laporan=satu, pada=PADA)
    with pytest.raises(StatusTidakSesuaiError):
        proses_laporan(aktor=orang.aktor(orang.citra), laporan=dua, pada=PADA)


def test_the_queue_holds_the_officers_units_oldest_first(orang: Pemeran) -> None:
    with clock.jam_beku(SAAT + dt.timedelta(hours=1)):
        lapor(orang)
    with clock.jam_beku(SAAT):
        lapor(
            orang,
            aktor=orang.aktor(orang.budi),
            penugasan_id=orang.penugasan(orang.budi).pk,
            seharusnya_id=None,
        )
    daftar = list(antrean_laporan(aktor=orang.aktor(orang.citra), pada=PADA))
    assert [satu.pegawai for satu in daftar] == [orang.budi, orang.andi]
    PeranPetugas.objects.filter(pegawai=orang.citra).update(unit=orang.dinas_lain)
    assert not antrean_laporan(aktor=orang.aktor(orang.citra), pada=PADA).exists()


def test_only_the_person_and_officers_see_a_report(orang: Pemeran) -> None:
    lapor(orang)

    def melihat(siapa: object) -> bool:
        return laporan_terlihat(aktor=orang.aktor(siapa), pada=PADA).exists()  # type: ignore[arg-type]

    assert all(map(melihat, [orang.andi, orang.citra, orang.eka]))
    assert not any(map(melihat, [orang.budi, orang.fajar, orang.dewi]))


def test_the_form_shows_who_is_recorded_and_sends(orang: Pemeran) -> None:
    klien = masuk(orang.andi)
    alamat = reverse("organisasi:lapor_penilai")
    assert "Budi Penilai" in lihat(klien, alamat).content.decode()
    isi = {
        "penugasan": str(orang.penugasan(orang.andi).pk),
        "keterangan": "Atasan saya berganti.",
        "seharusnya": "",
    }
    jawaban = kirim(klien, alamat, isi)
    assert jawaban.status_code == 302, jawaban.content.decode()
    assert penugasan_saya(aktor=orang.aktor(orang.andi), pada=PADA)[0].laporan is not None
    laporan = LaporanPenilai.objects.get()
    rincian = reverse("organisasi:laporan_rincian", args=[laporan.pk])
    assert jawaban["Location"] == rincian
    assert lihat(masuk(orang.dewi), rincian).status_code == 404


def test_the_officer_works_through_the_pages(orang: Pemeran) -> None:
    laporan = lapor(orang)
    klien = masuk(orang.citra)
    assert "Andi Pegawai" in lihat(klien, reverse("organisasi:laporan_antrean")).content.decode()
    assert lihat(masuk(orang.andi), reverse("organisasi:laporan_antrean")).status_code == 403
    perbaiki = reverse("organisasi:laporan_perbaiki", args=[laporan.pk])
    assert lihat(klien, perbaiki).status_code == 409
    assert kirim(klien, reverse("organisasi:laporan_proses", args=[laporan.pk])).status_code == 302
    assert "Fajar Kepala" in lihat(klien, perbaiki).content.decode()
    assert kirim(klien, perbaiki, {"jawaban": "Beres"}).status_code == 422
    isi = {"penilai": "Fajar Kepala", "surat": "800/5", "jawaban": "Beres"}
    assert kirim(klien, perbaiki, isi).status_code == 302
    selesai = lihat(klien, reverse("organisasi:laporan_antrean") + "?status=selesai")
    assert "Andi Pegawai" in selesai.content.decode()


def test_the_pages_cost_the_same_for_one_and_many_reports(
    orang: Pemeran, django_assert_max_num_queries
) -> None:
    klien = masuk(orang.citra)
    hitung = []
    for banyak in (1, 10):
        for _ in range(banyak):
            laporan = lapor(orang)
            proses_laporan(aktor=orang.aktor(orang.citra), laporan=laporan, pada=PADA)
            tolak_laporan(
                aktor=orang.aktor(orang.citra), laporan=laporan, jawaban="Tetap.", pada=PADA
            )
        with django_assert_max_num_queries(12) as tangkap:
            lihat(klien, reverse("organisasi:laporan_antrean") + "?status=selesai")
        hitung.append(len(tangkap.captured_queries))
    assert hitung[0] == hitung[1]
    with django_assert_max_num_queries(12):
        lihat(klien, reverse("organisasi:laporan_rincian", args=[laporan.pk]))
    klien = masuk(orang.andi)
    with django_assert_max_num_queries(12):
        lihat(klien, reverse("organisasi:lapor_penilai"))
