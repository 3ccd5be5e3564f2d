"""Days away: which step of the rule is reached, who must examine, and never a punishment."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dialog.klien import kirim, lihat, masuk
from pemeran import Pemeran
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.kejadian import antar_tertunda
from tera.notifikasi.models import Notifikasi
from tera.organisasi.services import segarkan_penilai
from tera.tindak_lanjut.models import KetidakhadiranTahunan, RekamDisiplin
from tera.tindak_lanjut.services.tindakan import hadir as layanan
from tindak_lanjut.tindakan.panggung_tindakan import FINAL

pytestmark = pytest.mark.django_db
R = "tindak_lanjut:ketidakhadiran"


def hitungan(para: Pemeran, hari: int = 12, berturut: int = 0, **ganti) -> KetidakhadiranTahunan:
    """Citra writes Andi's count."""
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    isi = {"pegawai": para.andi, "tahun": 2026, "sumber": "Rekap presensi", "pada": FINAL} | ganti
    return layanan.catat_ketidakhadiran(
        aktor=para.aktor(para.citra), hari=hari, berturut=berturut, **isi
    )


def test_a_sheet_reaches_the_step_the_superior_examines_and_no_record_is_made(
    para: Pemeran,
) -> None:
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    citra, andi, budi = masuk(para.citra), masuk(para.andi), masuk(para.budi)
    berkas = f"NIP;HARI;BERTURUT\r\n{para.andi.nip};12;4\r\n{para.budi.nip};dua;\r\n123;1;\r\n"
    jawaban = kirim(
        citra, R + "_impor", tahun="2026", berkas=SimpleUploadedFile("h.csv", berkas.encode())
    )
    halaman = citra.get(jawaban["Location"]).text
    assert "1 baris ditulis, 0 sudah ada, 2 ditolak" in halaman
    assert "pemotongan tunjangan kinerja 25% selama 6 bulan" in halaman
    satu = KetidakhadiranTahunan.objects.get()
    antar_tertunda()
    assert {(n.pegawai, n.jenis) for n in Notifikasi.objects.all()} == {
        (para.budi, "tindak_lanjut.ketidakhadiran"),
        (para.andi, "tindak_lanjut.ketidakhadiran_pegawai"),
    }
    assert "Periksa ketidakhadiran" in lihat(budi, "web:beranda")
    # The person sees the step, the next one, and who opened it.
    milik = lihat(andi, R)
    assert "Ambang berikutnya 14 hari" in milik
    assert "Citra Pengelola" in milik
    # Others don't learn of it; the officer isn't the one who examines.
    assert "Andi Pegawai" not in lihat(masuk(para.eka), R)
    alamat = reverse(R + "_periksa", args=[satu.pk])
    assert [masuk(o).get(alamat).status_code for o in (para.eka, para.andi, para.citra)] == [
        404, 404, 403,
    ]  # fmt: skip
    kurang = kirim(budi, R + "_periksa", satu.pk, tanggal="2026-12-20", hasil="diusulkan")
    assert kurang.status_code == 422
    kirim(budi, R + "_periksa", satu.pk, tanggal="2026-12-20", hasil="diusulkan", nomor="BA 7/2026")
    satu.refresh_from_db()
    assert (satu.hasil_periksa, satu.pemeriksa) == ("diusulkan", para.budi)
    assert "Periksa ketidakhadiran" not in lihat(budi, "web:beranda")
    assert not RekamDisiplin.objects.exists()
    # The same sheet changes nothing; a heavier step is examined anew.
    assert hitungan(para, 12, 4).diperiksa_pada is not None
    assert hitungan(para, 13, 4).diperiksa_pada is not None
    assert hitungan(para, 14, 4).diperiksa_pada is None


def test_ten_days_in_a_row_are_a_step_of_their_own_and_a_pppk_has_another_rule(
    para: Pemeran,
) -> None:
    hitungan(para, 10, 10)
    assert "pemberhentian dengan hormat" in lihat(masuk(para.budi), R)
    para.andi.status = "pppk"
    para.andi.save()
    antar_tertunda()
    Notifikasi.objects.all().delete()
    hitungan(para, 11)
    antar_tertunda()
    assert not Notifikasi.objects.exists()
    assert "disiplin PPPK mengikuti perjanjian kerjanya" in lihat(masuk(para.andi), R)


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"tahun": 2027}, "tahun ini"),
        ({"hari": 3, "berturut": 4}, "sama dengan jumlah harinya"),
        ({"sumber": " "}, "Belum ada yang ditulis"),
    ],
)
def test_a_count_that_cannot_be_is_refused(para: Pemeran, ganti: dict, kata: str) -> None:
    with pytest.raises(MasukanSalahError, match=kata):
        hitungan(para, **ganti)


def test_only_the_pengelola_of_the_unit_counts(para: Pemeran) -> None:
    for orang in (para.budi, para.andi, para.dewi):
        with pytest.raises(TidakBerwenangError):
            layanan.catat_ketidakhadiran(
                aktor=para.aktor(orang), pegawai=para.andi, tahun=2026, hari=3, berturut=0,
                sumber="x", pada=FINAL,
            )  # fmt: skip
