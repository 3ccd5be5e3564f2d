"""Five anonymous questions: tallies without people, blocks of at least k, frozen for good."""

import datetime as dt
import random
import uuid

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialog import panggung
from dialog.klien import kirim, lihat, masuk
from pemeran import Pemeran
from tera.core import clock
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import JejakAudit, Kejadian, KunciIdempoten, TandaTerima
from tera.dialog import services
from tera.dialog.models import HasilProses, JawabanProses, KeikutsertaanProses
from tera.dialog.penerima import bekukan_semua
from tera.dialog.proses import BUTIR, SimpulUnit, gabung, gulung
from tera.dialog.selectors.proses import berpertemuan, masa_banyak, masa_proses

DIBUKA = dt.date(2027, 1, 10)
TUTUP = dt.date(2027, 3, 3)
SAAT = dt.datetime(2027, 1, 10, 2, tzinfo=dt.UTC)
YA = dict.fromkeys(BUTIR, "ya")


def jawab(para: Pemeran, pegawai, isi=None, pada: dt.date = DIBUKA) -> None:
    services.jawab_proses(
        aktor=para.aktor(pegawai), periode=para.periode, jawaban=isi or YA, pada=pada
    )


def _simpul(pk: int, induk: int | None, n: int) -> SimpulUnit:
    return SimpulUnit(pk, induk, n, {"adil": {"ya": n}} if n else {})


def test_a_small_unit_waits_and_is_counted_above() -> None:
    hasil = {s.unit_id: s.jumlah for s in gulung([_simpul(1, None, 3), _simpul(2, 1, 2)])}
    assert hasil == {1: 5}


def test_a_parent_whose_remainder_is_small_shows_only_whole_blocks() -> None:
    daftar = [_simpul(1, None, 2), _simpul(2, 1, 5), _simpul(3, 1, 0)]
    hasil = {s.unit_id: s.jumlah for s in gulung(daftar)}
    # 7 at the top would give away the two by subtraction.
    assert hasil == {2: 5, 1: 5}


def test_exactly_k_is_shown_and_one_less_is_not() -> None:
    assert [s.jumlah for s in gulung([_simpul(1, None, 4)])] == [4]
    assert gulung([_simpul(1, None, 3)]) == []


def test_no_two_shown_units_differ_by_fewer_than_k() -> None:
    acak = random.Random(23)
    for _ in range(300):
        n = acak.randint(1, 25)
        induk = {i: acak.randint(1, i - 1) if i > 1 else None for i in range(1, n + 1)}
        daftar = [_simpul(i, induk[i], acak.choice([0, 0, 1, 2, 3, 4, 7])) for i in induk]
        tampil = {s.unit_id: s.jumlah for s in gulung(daftar)}
        for unit, jumlah in tampil.items():
            assert jumlah >= 4
            # Everything that may be subtracted from a unit: the nearest shown ones below it.
            bawah, tumpukan = 0, [i for i in induk if induk[i] == unit]
            while tumpukan:
                satu = tumpukan.pop()
                if satu in tampil:
                    bawah += tampil[satu]
                else:
                    tumpukan += [i for i in induk if induk[i] == satu]
            assert jumlah - bawah == 0 or jumlah - bawah >= 4
        jawaban = {s.unit_id: s.isi for s in gulung(daftar)}
        for unit, jumlah in tampil.items():
            assert sum(gabung([jawaban[unit]])["adil"].values()) == jumlah


@pytest.mark.django_db
def test_an_answer_is_five_tallies_and_leads_back_to_nobody(para: Pemeran) -> None:
    sebelum = {m: m.objects.count() for m in (JejakAudit, Kejadian, TandaTerima, KunciIdempoten)}
    with clock.jam_beku(SAAT):
        andi = masuk(para.andi)
        isi = {**YA, "adil": "tidak", "kunci_idempoten": str(uuid.uuid4())}
        alamat = reverse("dialog:proses_jawab", args=[para.periode.pk])
        assert andi.post(alamat, isi).status_code == 302
        assert andi.post(alamat, isi).status_code == 409
    assert {m: m.objects.count() for m in sebelum} == sebelum
    assert {(j.butir, j.pilihan, j.jumlah, j.unit_id) for j in JawabanProses.objects.all()} == {
        (b, "tidak" if b == "adil" else "ya", 1, para.bidang.pk) for b in BUTIR
    }
    ikut = KeikutsertaanProses.objects.get()
    assert (ikut.pegawai, ikut.tanggal) == (para.andi, DIBUKA)
    for model in (JawabanProses, KeikutsertaanProses):
        kolom = {type(f) for f in model._meta.fields}
        assert not kolom & {models.DateTimeField, models.AutoField, models.BigAutoField}
        assert isinstance(model._meta.pk, models.UUIDField)


@pytest.mark.django_db
def test_the_form_keeps_nothing_and_knows_no_key(para: Pemeran) -> None:
    with clock.jam_beku(SAAT):
        halaman = lihat(masuk(para.andi), "dialog:proses_jawab", para.periode.pk)
    assert "form-proses" in halaman
    for kata in ("data-draf", "kunci_idempoten", "data-kirim-ulang"):
        assert kata not in halaman.split('id="form-proses"')[1].split("</form>")[0]


@pytest.mark.django_db
def test_the_window_and_a_missing_answer_are_refused(para: Pemeran) -> None:
    for pada in (dt.date(2026, 12, 31), TUTUP):
        with pytest.raises(StatusTidakSesuaiError):
            jawab(para, para.andi, pada=pada)
    with pytest.raises(MasukanSalahError) as galat:
        jawab(para, para.andi, {**YA, "adil": "entah"})
    assert set(galat.value.per_bidang) == {"adil"}
    with pytest.raises(TidakBerwenangError):
        jawab(para, para.dewi)
    jawab(para, para.andi, pada=dt.date(2027, 3, 2))


@pytest.mark.django_db
def test_a_policy_changed_while_open_moves_no_window(para: Pemeran) -> None:
    panggung.nilai.kebijakan(para, "dialog.hari_lima_pertanyaan", 10)
    from tera.organisasi.models import KebijakanInstansi

    KebijakanInstansi.objects.filter(kunci="dialog.hari_lima_pertanyaan").update(
        sejak=dt.date(2027, 1, 5)
    )
    satu = masa_proses(periode=para.periode, pada=DIBUKA)
    assert satu.selesai == dt.date(2027, 3, 2)
    assert masa_banyak(daftar=[para.periode], pada=DIBUKA)[para.periode.pk] == satu


@pytest.mark.django_db
def test_results_freeze_once_after_the_window_and_roll_up(para: Pemeran) -> None:
    for orang in (para.andi, para.budi, para.citra):
        jawab(para, orang)
    jawab(para, para.fajar, {**YA, "sepadan": "tidak"})
    assert services.bekukan_hasil(periode=para.periode, pada=DIBUKA) == 0
    with clock.jam_beku(dt.datetime(2027, 3, 3, 2, tzinfo=dt.UTC)):
        bekukan_semua()
        bekukan_semua()
    # Bidang 2 and Dinas 2 are few; together they are a block of the Dinas, and of the kabupaten.
    assert {(h.unit_id, h.jumlah) for h in HasilProses.objects.all()} == {
        (para.dinas.pk, 4), (para.kabupaten.pk, 4),
    }  # fmt: skip
    assert HasilProses.objects.first().isi["sepadan"] == {"ya": 3, "tidak": 1}


@pytest.mark.django_db
def test_everybody_of_the_instansi_reads_the_frozen_result_and_the_answer(para: Pemeran) -> None:
    for orang in (para.andi, para.budi, para.citra, para.fajar):
        jawab(para, orang)
    with clock.jam_beku(SAAT):
        assert "Belum ada hasil" in lihat(masuk(para.citra), "dialog:proses_hasil", para.periode.pk)
    services.bekukan_hasil(periode=para.periode, pada=TUTUP)
    with clock.jam_beku(dt.datetime(2027, 3, 3, 2, tzinfo=dt.UTC)):
        andi, citra = masuk(para.andi), masuk(para.citra)
        hasil = lihat(andi, "dialog:proses_hasil", para.periode.pk)
        assert "Dinas Kependudukan" in hasil
        assert "Bidang Data" not in hasil
        assert "belum menanggapi" in hasil
        isi = {"teks": "Jadwal dialog ditambah"}
        assert kirim(andi, "dialog:proses_hasil", para.periode.pk, **isi).status_code == 403
        assert kirim(citra, "dialog:proses_hasil", para.periode.pk, **isi).status_code == 302
        assert "Jadwal dialog ditambah" in lihat(andi, "dialog:proses_hasil", para.periode.pk)
        dewi = masuk(para.dewi)
        alamat = reverse("dialog:proses_hasil", args=[para.periode.pk])
        assert dewi.get(alamat).status_code == 404


@pytest.mark.django_db
def test_an_officer_counts_who_met_and_never_fewer_than_k(para: Pemeran) -> None:
    satu = panggung.pertemuan(para)
    services.selesaikan_pertemuan(aktor=para.aktor(para.andi), pertemuan=satu, pada=panggung.PADA)
    hasil = berpertemuan(aktor=para.aktor(para.citra), periode=para.periode, pada=panggung.PADA)
    # Bidang 2 people and Dinas 2: shown together at the Dinas.
    assert [(u.pk, t.jumlah, t.isi["bertemu"]["ya"]) for u, t in hasil] == [
        (para.kabupaten.pk, 4, 1), (para.dinas.pk, 4, 1),
    ]  # fmt: skip
    assert masuk(para.andi).get(f"/dialog/proses/{para.periode.pk}/pertemuan/").status_code == 403
    halaman = lihat(masuk(para.eka), "dialog:pantau", para.periode.pk)
    assert "Dinas Kependudukan" in halaman
    assert "Bidang Data" not in halaman
    assert "Andi" not in halaman


@pytest.mark.django_db
@pytest.mark.parametrize("n", [4, 12])
def test_the_pages_cost_the_same_whatever_is_on_them(para: Pemeran, n: int) -> None:
    for orang in panggung.rekan(para, n):
        jawab(para, orang)
    services.bekukan_hasil(periode=para.periode, pada=TUTUP)
    with clock.jam_beku(dt.datetime(2027, 3, 3, 2, tzinfo=dt.UTC)):
        citra = masuk(para.citra)
        for nama, args in (
            ("dialog:proses", ()),
            ("dialog:proses_hasil", (para.periode.pk,)),
            ("dialog:proses_jawab", (para.periode.pk,)),
            ("dialog:pantau", (para.periode.pk,)),
        ):
            lihat(citra, nama, *args)
            with CaptureQueriesContext(connection) as tangkap:
                lihat(citra, nama, *args)
            kueri = [q["sql"][:140] for q in tangkap.captured_queries]
            assert len(kueri) <= 12, (nama, "\n".join(kueri))
