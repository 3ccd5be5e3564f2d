"""From final results to the ledger: proposed, established, corrected, no month twice."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from angka_kredit import panggung
from angka_kredit.panggung import PADA
from pemeran import Pemeran
from tera.angka_kredit import services
from tera.angka_kredit.models import BarisAngkaKredit, BulanKonversi, KonversiPredikat
from tera.core import audit
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import TandaTerima

pytestmark = pytest.mark.django_db
D = Decimal


def selaras(para: Pemeran, **lain):
    return services.selaraskan_konversi(
        instansi_id=para.instansi.pk,
        zona=para.instansi.zona,
        daftar_pegawai=[para.andi.pk],
        dari_tahun=2023,
        sampai_tahun=2026,
        pada=PADA,
        **lain,
    )


def test_recording_a_jenjang_proposes_every_final_year_since(para: Pemeran) -> None:
    usul = panggung.usul(para)
    assert [(satu.tahun, satu.nilai) for satu in usul] == [
        (2023, D("25.00")),
        (2024, D("37.50")),
        (2025, D("25.00")),
    ]
    assert {satu.penilai_id for satu in usul} == {para.budi.pk}
    assert all(satu.hukum for satu in usul)
    assert not BarisAngkaKredit.objects.exists()


def test_a_second_look_proposes_nothing_again(para: Pemeran) -> None:
    panggung.usul(para)
    assert selaras(para).diusulkan == 0
    assert KonversiPredikat.objects.count() == 3


def test_e3_three_years_established_make_eighty_seven_and_a_half(para: Pemeran) -> None:
    daftar = panggung.tetapkan(para)
    assert {satu.status for satu in daftar} == {"ditetapkan"}
    assert panggung.jumlah(daftar[0].masa) == D("87.50")
    assert daftar[0].rekaman["perorangan"]["nama"] == "Andi Pegawai"
    assert daftar[0].rekaman["penilai"]["nama"] == "Budi Penilai"
    assert TandaTerima.objects.filter(jenis="konversi_predikat", aksi="tetapkan").count() == 3
    assert audit.verifikasi().utuh


@pytest.mark.parametrize("siapa", ["andi", "citra", "eka", "fajar"])
def test_only_the_penilai_establishes(para: Pemeran, siapa: str) -> None:
    daftar = panggung.usul(para)
    with pytest.raises(TidakBerwenangError):
        services.tetapkan_konversi(
            aktor=para.aktor(getattr(para, siapa)), daftar_pk=[daftar[0].pk], pada=PADA
        )
    assert not BarisAngkaKredit.objects.exists()


def test_somebody_elsewhere_reaches_no_proposal(para: Pemeran) -> None:
    daftar = panggung.usul(para)
    assert services.tetapkan_konversi(
        aktor=para.aktor(para.dewi), daftar_pk=[daftar[0].pk], pada=PADA
    ) == ([], 1)


def test_establishing_twice_writes_one_row(para: Pemeran) -> None:
    daftar = panggung.tetapkan(para)
    tanda, lewat = services.tetapkan_konversi(
        aktor=para.aktor(para.budi), daftar_pk=[satu.pk for satu in daftar], pada=PADA
    )
    assert (tanda, lewat) == ([], 3)
    assert BarisAngkaKredit.objects.count() == 3


def test_t16_after_a_periodic_conversion_the_year_covers_nine_twelfths(para: Pemeran) -> None:
    panggung.masa(para)
    masa = para.andi.daftar_masa_jenjang.get()
    satu = panggung.hasil(para.andi, 2025, "baik", 1, 3)
    # A part of the year that was converted before: as a periodic result would be.
    selaras(para)
    KonversiPredikat.objects.update(jenis="periodik")
    satu.delete()
    panggung.hasil(para.andi, 2025, "sangat_baik")
    selaras(para)
    tahunan = KonversiPredikat.objects.get(jenis="tahunan", masa=masa)
    assert (tahunan.bulan_mulai, tahunan.bulan_selesai) == (4, 12)
    assert tahunan.nilai == D("28.13")


def test_the_database_counts_no_month_twice(para: Pemeran) -> None:
    daftar = panggung.usul(para)
    with pytest.raises(IntegrityError), transaction.atomic():
        BulanKonversi.objects.create(pegawai=para.andi, tahun=2025, bulan=3, konversi=daftar[0])


def test_t13_a_rise_on_the_first_of_july_splits_the_year(para: Pemeran) -> None:
    panggung.hasil(para.andi, 2025, "baik")
    para.andi.golongan = "III/b"
    para.andi.save()
    lama = panggung.masa(para, jenjang="ahli_pertama", golongan="III/a")
    satu = KonversiPredikat.objects.get()
    services.tetapkan_konversi(aktor=para.aktor(para.budi), daftar_pk=[satu.pk], pada=PADA)
    baru = services.naikkan_jenjang(
        aktor=para.aktor(para.citra),
        pegawai=para.andi,
        isi=panggung.isi(cara_masuk="kenaikan_jenjang", mulai=dt.date(2025, 7, 1)),
        pada=PADA,
    )
    lama.refresh_from_db()
    assert lama.selesai == dt.date(2025, 6, 30)
    satu.refresh_from_db()
    assert satu.status == "dikoreksi"
    usul = KonversiPredikat.objects.filter(status="diusulkan").order_by("bulan_mulai")
    assert [(u.masa_id, u.bulan_mulai, u.bulan_selesai, u.nilai) for u in usul] == [
        (lama.pk, 1, 6, D("6.25")),
        (baru.pk, 7, 12, D("12.50")),
    ]
    assert {u.menggantikan_id for u in usul} == {satu.pk}
    services.tetapkan_konversi(
        aktor=para.aktor(para.budi), daftar_pk=[u.pk for u in usul], pada=PADA
    )
    assert (panggung.jumlah(lama), panggung.jumlah(baru)) == (D("6.25"), D("12.50"))


def test_a_result_that_changes_reverses_its_row_and_proposes_anew(para: Pemeran) -> None:
    daftar = panggung.tetapkan(para)
    para.andi.daftar_hasil_terdahulu.filter(tahun=2025).update(predikat="sangat_baik")
    hasil = selaras(para)
    assert (hasil.dikoreksi, hasil.diusulkan) == (1, 1)
    balik = BarisAngkaKredit.objects.get(unsur="pembalikan")
    assert (balik.nilai, balik.membalik.konversi_id) == (D("-25.00"), daftar[2].pk)
    baru = KonversiPredikat.objects.get(status="diusulkan")
    assert (baru.nilai, baru.menggantikan_id) == (D("37.50"), daftar[2].pk)
    assert panggung.jumlah(daftar[0].masa) == D("62.50")


def test_a_proposal_whose_result_changes_is_withdrawn(para: Pemeran) -> None:
    panggung.usul(para)
    para.andi.daftar_hasil_terdahulu.filter(tahun=2025).update(predikat="kurang")
    assert selaras(para).ditarik == 1
    assert KonversiPredikat.objects.filter(status="dibatalkan").count() == 1
    assert KonversiPredikat.objects.get(status="diusulkan", tahun=2025).nilai == D("12.50")


def test_the_penilai_corrects_with_a_reason(para: Pemeran) -> None:
    daftar = panggung.tetapkan(para)
    with pytest.raises(MasukanSalahError):
        services.koreksi_konversi(
            aktor=para.aktor(para.budi), konversi=daftar[1], alasan="  ", pada=PADA
        )
    with pytest.raises(TidakBerwenangError):
        services.koreksi_konversi(
            aktor=para.aktor(para.citra), konversi=daftar[1], alasan="Keliru", pada=PADA
        )
    services.koreksi_konversi(
        aktor=para.aktor(para.budi), konversi=daftar[1], alasan="Salah masa", pada=PADA
    )
    assert panggung.jumlah(daftar[0].masa) == D("50.00")
    assert BarisAngkaKredit.objects.get(unsur="pembalikan").alasan == "Salah masa"
    with pytest.raises(StatusTidakSesuaiError):
        services.koreksi_konversi(
            aktor=para.aktor(para.budi), konversi=daftar[1], alasan="Lagi", pada=PADA
        )


def test_a_pppk_has_no_ledger(para: Pemeran) -> None:
    para.andi.status = "pppk"
    para.andi.save()
    with pytest.raises(MasukanSalahError, match="PNS"):
        panggung.masa(para)


def test_a_year_before_2023_is_not_converted(para: Pemeran) -> None:
    panggung.hasil(para.andi, 2022, "baik")
    panggung.masa(para, mulai=dt.date(2021, 1, 1), tanggal_sk=dt.date(2020, 12, 1))
    assert not KonversiPredikat.objects.exists()


def test_months_before_the_tmt_are_not_converted(para: Pemeran) -> None:
    panggung.hasil(para.andi, 2025, "baik")
    panggung.masa(para, mulai=dt.date(2025, 3, 15))
    satu = KonversiPredikat.objects.get()
    assert (satu.bulan_mulai, satu.bulan_selesai, satu.nilai) == (4, 12, D("18.75"))
