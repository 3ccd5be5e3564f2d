"""Reporting, verifying and returning what an indicator reached."""

from decimal import Decimal

import pytest

from pelaksanaan import panggung
from pemeran import Pemeran
from tera.core import audit
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import Kejadian, RiwayatStatus, TandaTerima
from tera.organisasi.models import AnggotaTim, TimKerja
from tera.pelaksanaan import selectors, services
from tera.pelaksanaan.models import Realisasi, StatusLaporan
from tera.skp.models import SKP

pytestmark = pytest.mark.django_db
PADA = panggung.PADA


def test_a_report_shows_its_progress_and_gives_a_receipt(para: Pemeran, skp: SKP) -> None:
    satu = panggung.lapor(para, skp)
    assert (satu.status, satu.asal) == (StatusLaporan.DILAPORKAN, "dilaporkan_sendiri")
    assert (satu.persen, satu.target_tercapai) == (Decimal("50.00"), False)
    assert satu.angka_target == 1200
    assert TandaTerima.objects.filter(jenis="realisasi", objek_id=satu.pk).count() == 1
    assert not Kejadian.objects.filter(nama="realisasi.target_tercapai").exists()


def test_reaching_the_target_is_told_once(para: Pemeran, skp: SKP) -> None:
    satu = panggung.lapor(para, skp, "1200")
    panggung.lapor(para, skp, "1250", revisi=satu.revisi)
    assert Kejadian.objects.filter(nama="realisasi.target_tercapai").count() == 1


@pytest.mark.parametrize(
    ("nilai", "teks", "boleh"),
    [(None, "", False), (None, "   ", False), ("-1", "", False), (None, "Selesai", True)],
)
def test_a_report_needs_a_figure_or_words(
    para: Pemeran, skp: SKP, nilai: str | None, teks: str, boleh: bool
) -> None:
    if boleh:
        assert panggung.lapor(para, skp, nilai, teks=teks).persen is None
    else:
        with pytest.raises(MasukanSalahError):
            panggung.lapor(para, skp, nilai, teks=teks)
        assert not Realisasi.objects.exists()


def test_a_form_from_an_older_page_is_refused(para: Pemeran, skp: SKP) -> None:
    panggung.lapor(para, skp)
    with pytest.raises(StatusTidakSesuaiError, match="sudah diubah"):
        panggung.lapor(para, skp, "700")
    assert Realisasi.objects.get().nilai == 600


def test_nobody_reports_for_another(para: Pemeran, skp: SKP) -> None:
    for siapa in (para.budi, para.citra, para.eka, para.dewi):
        with pytest.raises(TidakBerwenangError):
            services.laporkan_realisasi(
                aktor=para.aktor(siapa),
                skp=skp,
                periode=panggung.triwulan(para, 2),
                indikator_kunci=panggung.indikator(skp).kunci,
                isi=services.IsiRealisasi(nilai=Decimal(1)),
                pada=PADA,
            )


def test_a_period_that_has_not_begun_takes_no_report(para: Pemeran, skp: SKP) -> None:
    with pytest.raises(StatusTidakSesuaiError, match="belum mulai"):
        panggung.lapor(para, skp, urut=4)
    assert panggung.lapor(para, skp, urut=3).pk


def test_the_penilai_verifies_and_a_changed_figure_waits_again(para: Pemeran, skp: SKP) -> None:
    satu = panggung.lapor(para, skp)
    budi = para.aktor(para.budi)
    services.verifikasi_realisasi(aktor=budi, realisasi=satu, pada=PADA)
    satu.refresh_from_db()
    assert (satu.status, satu.pemeriksa) == (StatusLaporan.DIVERIFIKASI, para.budi)
    panggung.lapor(para, skp, "800", revisi=satu.revisi)
    satu.refresh_from_db()
    assert (satu.status, satu.nilai, satu.pemeriksa) == (StatusLaporan.DILAPORKAN, 800, None)
    assert list(RiwayatStatus.objects.filter(jenis="realisasi").values_list("aksi", flat=True)) == [
        "verifikasi",
        "laporkan",
    ]
    assert audit.verifikasi().utuh


def test_the_leader_of_the_team_verifies_too(para: Pemeran, skp: SKP) -> None:
    satu = panggung.lapor(para, skp)
    citra = para.aktor(para.citra)
    with pytest.raises(TidakBerwenangError):
        services.verifikasi_realisasi(aktor=citra, realisasi=satu, pada=PADA)
    tim = TimKerja.objects.create(
        instansi=para.instansi, unit=para.bidang, nama="Tim Data", ketua=para.citra,
        sejak=skp.mulai,
    )  # fmt: skip
    AnggotaTim.objects.create(tim=tim, pegawai=para.andi, sejak=skp.mulai)
    services.verifikasi_realisasi(aktor=citra, realisasi=satu, pada=PADA)
    satu.refresh_from_db()
    assert satu.pemeriksa == para.citra


def test_a_return_needs_a_note_and_the_person_sends_again(para: Pemeran, skp: SKP) -> None:
    satu = panggung.lapor(para, skp)
    budi = para.aktor(para.budi)
    with pytest.raises(MasukanSalahError, match="Catatan belum diisi"):
        services.kembalikan_realisasi(aktor=budi, realisasi=satu, catatan=" ", pada=PADA)
    services.kembalikan_realisasi(aktor=budi, realisasi=satu, catatan="Tanpa bukti", pada=PADA)
    satu.refresh_from_db()
    assert (satu.status, satu.catatan) == (StatusLaporan.DIKEMBALIKAN, "Tanpa bukti")
    satu = panggung.lapor(para, skp, "550", revisi=satu.revisi)
    assert (satu.status, satu.catatan) == (StatusLaporan.DILAPORKAN, "")


def test_what_a_decision_stands_on_does_not_change(para: Pemeran, skp: SKP) -> None:
    satu = panggung.lapor(para, skp)
    dua = panggung.triwulan(para, 2)
    for _kali in range(2):
        services.tutup_bahan(daftar_penugasan=[skp.penugasan_id], periode=dua)
    with pytest.raises(StatusTidakSesuaiError, match="sudah ditetapkan"):
        panggung.lapor(para, skp, "700", revisi=satu.revisi)
    with pytest.raises(StatusTidakSesuaiError, match="sudah ditetapkan"):
        services.verifikasi_realisasi(aktor=para.aktor(para.budi), realisasi=satu, pada=PADA)
    with pytest.raises(StatusTidakSesuaiError):
        panggung.lapor(para, skp, "500", urut=1)
    assert panggung.lapor(para, skp, "800", urut=3).pk
    services.buka_bahan(penugasan_id=skp.penugasan_id, periode=dua)
    assert panggung.lapor(para, skp, "700", revisi=satu.revisi).nilai == 700
    services.tutup_bahan(daftar_penugasan=[skp.penugasan_id], periode=para.periode)
    with pytest.raises(StatusTidakSesuaiError):
        panggung.lapor(para, skp, "900", urut=3, revisi=1)


def test_the_material_of_an_evaluation_takes_the_newest_figure_up_to_its_period(
    para: Pemeran, skp: SKP, django_assert_num_queries
) -> None:
    panggung.lapor(para, skp, "300", urut=1)
    panggung.lapor(para, skp, "1300", urut=3)
    dua = panggung.triwulan(para, 2)
    with django_assert_num_queries(5):
        bahan = selectors.bahan_evaluasi(skp=skp, periode=dua)
    baris = bahan.daftar_rhk[0].daftar_indikator[0]
    assert baris.realisasi is not None
    assert baris.realisasi.nilai == 300
    satu = Realisasi.objects.select_related("periode").get(nilai=300)
    with django_assert_num_queries(0):
        assert str(baris.realisasi.periode) == str(satu.periode)
        assert baris.realisasi.periode.selesai == satu.periode.selesai
    assert (baris.realisasi.status, baris.realisasi.pemeriksa) == ("dilaporkan", "")
    services.verifikasi_realisasi(aktor=para.aktor(para.budi), realisasi=satu, pada=PADA)
    kini = selectors.bahan_evaluasi(skp=skp, periode=dua).daftar_rhk[0].daftar_indikator[0]
    assert kini.realisasi is not None
    assert kini.realisasi.status == "diverifikasi"
    assert kini.realisasi.pemeriksa == para.budi.nama_lengkap
    assert not bahan.ada_di_atas_target
    assert bahan.tanpa_bukti == ("Data penduduk mutakhir",)
    setahun = selectors.bahan_evaluasi(skp=skp, periode=para.periode)
    assert setahun.ada_di_atas_target
    assert setahun.persen_rata_rata() == 100
    ringkas = selectors.ringkasan_kerja(
        daftar_penugasan=[skp.penugasan_id], periode=panggung.triwulan(para, 3)
    )
    assert ringkas[skp.penugasan_id] == selectors.RingkasanKerja(1, 0, 0, 1)
