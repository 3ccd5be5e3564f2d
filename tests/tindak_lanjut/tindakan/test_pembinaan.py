"""Bimbingan is read by two; konseling by two, its advice by one more, and each read is kept."""

import datetime as dt

import pytest
from django.urls import reverse

from dialog.klien import kirim, lihat, masuk
from pemeran import Pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import JejakAudit
from tera.tindak_lanjut.models import BacaanKonseling, BimbinganKinerja, Konseling
from tera.tindak_lanjut.selectors.konseling import konseling_terlihat
from tera.tindak_lanjut.services.tindakan import pembinaan
from tera.tindak_lanjut.services.tindakan.pembinaan import IsiJadwalKonseling
from tindak_lanjut.tindakan import panggung_tindakan as panggung
from tindak_lanjut.tindakan.panggung_tindakan import FINAL

pytestmark = pytest.mark.django_db


def test_the_rater_records_a_session_and_the_person_answers(para: Pemeran) -> None:
    satu = panggung.tindakan(para)
    budi, andi = masuk(para.budi), masuk(para.andi)
    assert (
        kirim(
            budi, "tindak_lanjut:bimbingan_baru", satu.pk, tanggal="2026-12-20",
            uraian="Cara membagi loket", kesepakatan="Jumat dilihat bersama",
        ).status_code
        == 302
    )  # fmt: skip
    sesi = BimbinganKinerja.objects.get()
    assert "Cara membagi loket" in lihat(andi, "tindak_lanjut:bimbingan", satu.pk, sesi.pk)
    kirim(andi, "tindak_lanjut:bimbingan", satu.pk, sesi.pk, catatan="Setuju")
    sesi.refresh_from_db()
    assert sesi.tanggapan == "Setuju"


def test_nobody_else_reads_or_records_a_session(para: Pemeran) -> None:
    satu = panggung.tindakan(para)
    sesi = pembinaan.catat_bimbingan(
        aktor=para.aktor(para.budi), tindakan=satu, tanggal=FINAL, uraian="x", kesepakatan="y",
        pada=FINAL,
    )  # fmt: skip
    panggung.pejabat(para)
    assert (
        masuk(para.fajar)
        .get(reverse("tindak_lanjut:bimbingan", args=[satu.pk, sesi.pk]))
        .status_code
        == 404
    )
    assert "Cara" not in lihat(masuk(para.fajar), "tindak_lanjut:tindakan", satu.pk)
    with pytest.raises(TidakBerwenangError):
        pembinaan.catat_bimbingan(
            aktor=para.aktor(para.fajar), tindakan=satu, tanggal=FINAL, uraian="x",
            kesepakatan="y", pada=FINAL,
        )  # fmt: skip
    for tanggal in (FINAL + dt.timedelta(days=1), FINAL - dt.timedelta(days=61)):
        with pytest.raises(MasukanSalahError):
            pembinaan.catat_bimbingan(
                aktor=para.aktor(para.budi), tindakan=satu, tanggal=tanggal, uraian="x",
                kesepakatan="y", pada=FINAL,
            )  # fmt: skip


def jadwal(para: Pemeran, **ganti) -> Konseling:
    """Eka counsels Andi, named by a letter; reported to Budi."""
    isi = {
        "jenis_konselor": "fungsional", "konselor": para.eka, "penerima_laporan": None,
        "dasar": "SK 12", "tanggal": FINAL, "jam": dt.time(9), "tempat": "Ruang tenang",
    } | ganti  # fmt: skip
    return pembinaan.jadwalkan_konseling(
        aktor=para.aktor(para.budi), tindakan=panggung.tindakan(para),
        isi=IsiJadwalKonseling(**isi), pada=FINAL,
    )  # fmt: skip


def isi_formulir(para: Pemeran, satu: Konseling, oleh=None) -> None:
    pembinaan.laksanakan_konseling(
        aktor=para.aktor(oleh or para.eka), konseling=satu, tanggal=FINAL,
        masalah="Rahasia satu", penyebab="Rahasia dua", pemecahan="Rahasia tiga",
        rekomendasi=["bimbingan"], uraian_rekomendasi="Bimbingan tiap Jumat", pada=FINAL,
    )  # fmt: skip


def test_who_is_reported_to_sees_the_advice_and_nothing_else(para: Pemeran) -> None:
    satu = jadwal(para)
    assert satu.penerima_laporan == para.budi
    # Before the report even who receives it finds nothing.
    assert not konseling_terlihat(aktor=para.aktor(para.budi)).exists()
    isi_formulir(para, satu)
    pembinaan.laporkan_konseling(aktor=para.aktor(para.eka), konseling=satu, pada=FINAL)
    halaman = lihat(masuk(para.budi), "tindak_lanjut:konseling_rincian", satu.pk)
    assert "Bimbingan tiap Jumat" in halaman
    for kata in ("Rahasia", "Ruang tenang"):
        assert kata not in halaman
    assert "Rahasia dua" in lihat(masuk(para.andi), "tindak_lanjut:konseling_rincian", satu.pk)


def test_each_read_is_kept_and_the_person_sees_who(para: Pemeran) -> None:
    satu = jadwal(para)
    isi_formulir(para, satu)
    lihat(masuk(para.eka), "tindak_lanjut:konseling_rincian", satu.pk)
    lihat(masuk(para.andi), "tindak_lanjut:konseling_rincian", satu.pk)
    baca = BacaanKonseling.objects.get()
    assert (baca.pembaca, baca.bagian) == (para.eka, "catatan")
    assert JejakAudit.objects.filter(jenis="konseling", aksi="dibaca").count() == 1
    halaman = lihat(masuk(para.andi), "tindak_lanjut:konseling_rincian", satu.pk)
    assert "Siapa yang membuka" in halaman
    assert "Eka Auditor" in halaman


@pytest.mark.parametrize("siapa", ["fajar", "citra", "bupati", "dewi"])
def test_no_superior_and_no_officer_finds_a_counselling(para: Pemeran, siapa: str) -> None:
    panggung.pejabat(para)
    panggung.pejabat(para, para.bupati, "pejabat_pembina")
    satu = jadwal(para)
    isi_formulir(para, satu)
    aktor = para.aktor(getattr(para, siapa))
    assert not konseling_terlihat(aktor=aktor).exists()
    with pytest.raises(TidakBerwenangError):
        pembinaan.baca_konseling(aktor=aktor, konseling=satu, bagian="catatan")
    with pytest.raises(TidakBerwenangError):
        isi_formulir(para, satu, getattr(para, siapa))


def test_the_counsellor_needs_a_letter_an_account_and_somebody_to_report_to(
    para: Pemeran,
) -> None:
    for ganti, bidang in (
        ({"dasar": ""}, "dasar"),
        ({"konselor": para.andi}, "konselor"),
        ({"konselor": para.dewi}, "konselor"),
        ({"jenis_konselor": "penilai"}, "jenis_konselor"),
        ({"jenis_konselor": "independen"}, "penerima"),
        ({"tanggal": FINAL - dt.timedelta(days=1)}, "tanggal"),
    ):
        with pytest.raises(MasukanSalahError) as galat:
            jadwal_lagi(para, **ganti)
        assert bidang in galat.value.per_bidang, ganti
    assert not Konseling.objects.exists()


def jadwal_lagi(para: Pemeran, **ganti) -> None:
    from tera.tindak_lanjut.models import TindakLanjut

    satu = TindakLanjut.objects.first() or panggung.tindakan(para)
    isi = {
        "jenis_konselor": "fungsional", "konselor": para.eka, "penerima_laporan": None,
        "dasar": "SK 12", "tanggal": FINAL, "jam": dt.time(9), "tempat": "Ruang tenang",
    } | ganti  # fmt: skip
    pembinaan.jadwalkan_konseling(
        aktor=para.aktor(para.budi), tindakan=satu, isi=IsiJadwalKonseling(**isi), pada=FINAL
    )


def test_the_rater_who_counsels_reports_to_the_one_above(para: Pemeran) -> None:
    satu = jadwal(para, jenis_konselor="penilai", konselor=para.budi, dasar="")
    assert satu.penerima_laporan == para.fajar


def test_the_person_may_decline_without_permission(para: Pemeran) -> None:
    satu = jadwal(para)
    pembinaan.batalkan_konseling(
        aktor=para.aktor(para.andi), konseling=satu, alasan="Hari lain", pada=FINAL
    )
    with pytest.raises(StatusTidakSesuaiError):
        isi_formulir(para, satu)


def test_what_is_typed_in_the_form_is_never_kept_on_a_device(para: Pemeran) -> None:
    satu = jadwal(para, tanggal=FINAL + dt.timedelta(days=3))
    halaman = lihat(masuk(para.eka), "tindak_lanjut:konseling_laksana", satu.pk)
    assert f'value="{FINAL}"' in halaman, "Held before its day: the form starts at today."
    assert "data-draf" not in halaman
    assert "data-perangkat-bersama" in halaman


def test_the_pages_of_a_counselling_lead_to_its_report(para: Pemeran) -> None:
    satu = panggung.tindakan(para)
    budi, eka = masuk(para.budi), masuk(para.eka)
    assert (
        kirim(
            budi, "tindak_lanjut:konseling_baru", satu.pk, jenis_konselor="fungsional",
            nip=para.eka.nip, dasar="SK 12", tanggal="2026-12-20", jam="09:00", tempat="Ruang",
        ).status_code
        == 302
    )  # fmt: skip
    konseling = Konseling.objects.get()
    assert "Andi Pegawai" in lihat(eka, "tindak_lanjut:konseling")
    jawab = kirim(
        eka, "tindak_lanjut:konseling_laksana", konseling.pk, tanggal="2026-12-20", masalah="a",
        penyebab="b", pemecahan="c", rekomendasi="pelatihan", uraian_rekomendasi="d",
    )  # fmt: skip
    assert jawab.status_code == 302
    assert kirim(eka, "tindak_lanjut:konseling_lapor", konseling.pk).status_code == 302
    konseling.refresh_from_db()
    assert konseling.status == "dilaporkan"
