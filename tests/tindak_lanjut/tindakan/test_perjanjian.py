"""PPPK agreements: the list six months before the end, the two who speak, the one who decides."""

import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialog.klien import kirim, lihat, masuk
from pemeran import Pemeran, buat_pegawai
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import JenisJabatan, PerjanjianKerja
from tera.organisasi.services.perjanjian import catat_perjanjian, impor_perjanjian
from tera.tindak_lanjut.models import TinjauanPerjanjian
from tera.tindak_lanjut.selectors.perjanjian import tinjauan_terlihat
from tera.tindak_lanjut.services.tindakan import perjanjian as services
from tindak_lanjut.tindakan import panggung_tindakan as panggung
from tindak_lanjut.tindakan.panggung_tindakan import FINAL

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\nsurat"


def kontrak(para: Pemeran, selesai: dt.date, pegawai=None) -> PerjanjianKerja:
    """Andi is a PPPK until ``selesai``."""
    pegawai = pegawai or para.andi
    pegawai.status = "pppk"
    pegawai.save()
    return PerjanjianKerja.objects.create(
        instansi=para.instansi, pegawai=pegawai, nomor="800/PK/1", mulai=dt.date(2022, 3, 1),
        selesai=selesai,
    )  # fmt: skip


def tinjauan(para: Pemeran, selesai: dt.date = dt.date(2027, 3, 20)) -> TinjauanPerjanjian:
    kontrak(para, selesai)
    services.segarkan_tinjauan(instansi=para.instansi, pada=FINAL)
    return TinjauanPerjanjian.objects.get()


def rekomendasikan(para: Pemeran, satu: TinjauanPerjanjian, **ganti) -> None:
    isi = {
        "rekomendasi": "perpanjangan", "target_tercapai": True, "dinilai_tim": False,
        "alasan": "Kompetensinya dibutuhkan", "pada": FINAL, "aktor": para.aktor(para.budi),
    } | ganti  # fmt: skip
    services.rekomendasikan(tinjauan=satu, **isi)
    satu.refresh_from_db()


def putusan(keputusan: str = "perpanjangan", **ganti) -> services.IsiPutusanPerjanjian:
    isi = {
        "keputusan": keputusan, "alasan": "Sesuai", "nomor": "800/2", "tanggal": FINAL,
        "nama_berkas": "s.pdf", "isi_berkas": io.BytesIO(PDF),
    } | ganti  # fmt: skip
    return services.IsiPutusanPerjanjian(**isi)


def test_t57_a_weak_pppk_near_the_end_is_on_the_list_and_nothing_ends_by_itself(
    para: Pemeran,
) -> None:
    panggung.tahun_lalu(para, predikat="kurang")
    satu = tinjauan(para)
    assert satu.usul_paling_lambat == dt.date(2026, 9, 20)
    assert services.predikat_terakhir(satu, FINAL) == {
        "predikat_terakhir": "kurang", "tahun_predikat": 2025,
    }  # fmt: skip
    assert (satu.status, satu.keputusan, satu.rekomendasi) == ("terbuka", "", "")
    services.segarkan_tinjauan(instansi=para.instansi, pada=dt.date(2028, 1, 1))
    satu.refresh_from_db()
    assert (satu.status, satu.keputusan) == ("terbuka", "")
    para.andi.refresh_from_db()
    assert para.andi.kedudukan_hukum == "aktif"


@pytest.mark.parametrize(
    ("selesai", "ada"),
    [
        (dt.date(2027, 7, 20), True),
        (dt.date(2027, 7, 21), False),
        (FINAL, True),
        (FINAL - dt.timedelta(days=1), False),
    ],
)
def test_t33_the_list_opens_seven_months_before_the_end(
    para: Pemeran, selesai: dt.date, ada: bool
) -> None:
    kontrak(para, selesai)
    assert services.segarkan_tinjauan(instansi=para.instansi, pada=FINAL) == int(ada)
    assert services.segarkan_tinjauan(instansi=para.instansi, pada=FINAL) == 0


def test_a_new_agreement_closes_the_review_of_the_old(para: Pemeran) -> None:
    satu = tinjauan(para)
    PerjanjianKerja.objects.create(
        instansi=para.instansi, pegawai=para.andi, nomor="2", mulai=dt.date(2027, 3, 21),
        selesai=dt.date(2032, 3, 20),
    )  # fmt: skip
    services.segarkan_tinjauan(instansi=para.instansi, pada=FINAL)
    satu.refresh_from_db()
    assert satu.status == "ditutup"
    assert TinjauanPerjanjian.objects.count() == 1


def test_t32_ending_needs_two_who_found_the_target_missed(para: Pemeran) -> None:
    satu = tinjauan(para)
    for tercapai, tim in ((True, True), (False, False)):
        with pytest.raises(MasukanSalahError, match="Pasal 35 ayat"):
            rekomendasikan(
                para, satu, rekomendasi="pemutusan", target_tercapai=tercapai, dinilai_tim=tim
            )
    rekomendasikan(para, satu, rekomendasi="pemutusan", target_tercapai=False, dinilai_tim=True)
    assert (satu.status, satu.rekomendasi) == ("direkomendasikan", "pemutusan")
    assert "dengan hormat" in services.bentuk_pemutusan(FINAL)


def test_the_pejabat_pembina_decides_with_a_letter_and_nobody_else(para: Pemeran) -> None:
    panggung.pejabat(para)
    panggung.pejabat(para, para.bupati, "pejabat_pembina")
    satu = tinjauan(para)
    with pytest.raises(StatusTidakSesuaiError):
        services.putuskan_perjanjian(
            aktor=para.aktor(para.bupati), tinjauan=satu, isi=putusan(), pada=FINAL
        )
    rekomendasikan(para, satu)
    for orang in (para.andi, para.budi, para.fajar, para.citra, para.eka, para.dewi):
        with pytest.raises(TidakBerwenangError):
            services.putuskan_perjanjian(
                aktor=para.aktor(orang), tinjauan=satu, isi=putusan(), pada=FINAL
            )
    with pytest.raises(MasukanSalahError) as galat:
        services.putuskan_perjanjian(
            aktor=para.aktor(para.bupati), tinjauan=satu, isi=putusan("pemutusan", nomor=""),
            pada=FINAL,
        )  # fmt: skip
    assert {"keputusan", "nomor"} <= set(galat.value.per_bidang)
    services.putuskan_perjanjian(
        aktor=para.aktor(para.bupati), tinjauan=satu, isi=putusan("dipertahankan"), pada=FINAL
    )
    satu.refresh_from_db()
    assert (satu.status, satu.keputusan, satu.pemutus) == ("diputus", "dipertahankan", para.bupati)


def test_a_recommendation_may_come_back_with_a_note(para: Pemeran) -> None:
    panggung.pejabat(para, para.bupati, "pejabat_pembina")
    satu = tinjauan(para)
    rekomendasikan(para, satu)
    services.kembalikan_rekomendasi(
        aktor=para.aktor(para.bupati), tinjauan=satu, catatan="Sebut buktinya", pada=FINAL
    )
    satu.refresh_from_db()
    assert satu.status == "terbuka"
    assert "Sebut buktinya" in lihat(masuk(para.budi), "tindak_lanjut:perjanjian_rincian", satu.pk)


def test_who_finds_a_review(para: Pemeran) -> None:
    satu = tinjauan(para)
    harap = {
        "andi": True, "budi": True, "fajar": True, "citra": True, "eka": True, "dewi": False,
    }  # fmt: skip
    for nama, ada in harap.items():
        aktor = para.aktor(getattr(para, nama))
        assert tinjauan_terlihat(aktor=aktor).filter(pk=satu.pk).exists() is ada, nama


def test_an_officer_records_agreements_one_by_one_and_from_a_sheet(para: Pemeran) -> None:
    para.andi.status = "pppk"
    para.andi.save()
    citra = para.aktor(para.citra)
    with pytest.raises(TidakBerwenangError):
        catat_perjanjian(
            aktor=para.aktor(para.budi), nip=para.andi.nip, nomor="1", mulai=FINAL,
            selesai=dt.date(2031, 1, 1), pada=FINAL,
        )  # fmt: skip
    with pytest.raises(MasukanSalahError, match="bukan PPPK"):
        catat_perjanjian(
            aktor=citra, nip=para.budi.nip, nomor="1", mulai=FINAL, selesai=dt.date(2031, 1, 1),
            pada=FINAL,
        )  # fmt: skip
    lembar = (
        "NI PPPK;Nomor Perjanjian;Mulai;Selesai\n"
        f"{para.andi.nip};800/1;01-03-2022;28-02-2027\n"
        f"{para.andi.nip};800/1;01-03-2022;28-02-2027\n"
        f"{para.budi.nip};800/2;01-03-2022;28-02-2027\n"
        "1;800/3;01-03-2022;28-02-2027\n"
        f"{para.andi.nip};800/4;31-02-2023;28-02-2027\n"
        f"{para.andi.nip};800/5;01-03-2027;28-02-2027\n"
    ).encode()
    hasil = impor_perjanjian(aktor=citra, nama_berkas="p.csv", isi=lembar, pada=FINAL)
    assert (hasil.baru, hasil.sudah) == (1, 1)
    assert [nomor for nomor, _sebab in sorted(hasil.daftar_galat)] == [4, 5, 6, 7]


def test_the_pages_of_an_agreement_lead_to_its_decision(para: Pemeran) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    panggung.pejabat(para, para.bupati, "pejabat_pembina")
    satu = tinjauan(para)
    budi, bupati = masuk(para.budi), masuk(para.bupati)
    assert "Andi Pegawai" in lihat(budi, "tindak_lanjut:perjanjian")
    alamat = "tindak_lanjut:perjanjian_rekomendasi"
    salah = kirim(
        budi, alamat, satu.pk, rekomendasi="pemutusan", target_tercapai="ya", alasan="Sudah lama"
    )
    assert salah.status_code == 422
    assert "Sudah lama" in salah.text
    benar = kirim(
        budi, alamat, satu.pk, rekomendasi="perpanjangan", target_tercapai="ya", alasan="Baik"
    )
    assert benar.status_code == 302
    jawab = kirim(
        bupati, "tindak_lanjut:perjanjian_putuskan", satu.pk, keputusan="perpanjangan",
        alasan="Sesuai", nomor="800/2", tanggal="2026-12-20",
        berkas=SimpleUploadedFile("s.pdf", PDF, "application/pdf"),
    )  # fmt: skip
    assert jawab.status_code == 302, jawab.text
    halaman = lihat(masuk(para.andi), "tindak_lanjut:perjanjian_rincian", satu.pk)
    assert "800/2" in halaman
    assert (
        "Andi Pegawai"
        in masuk(para.budi).get(reverse("tindak_lanjut:perjanjian") + "?lampau=1").text
    )


def test_an_officer_reads_a_sheet_on_the_page(para: Pemeran) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    para.andi.status = "pppk"
    para.andi.save()
    isi = f"NIP,Nomor,Mulai,Selesai\n{para.andi.nip},1,01-03-2022,28-02-2027\nx,1,y,z\n"
    jawab = kirim(
        masuk(para.citra), "tindak_lanjut:perjanjian_impor",
        lembar=SimpleUploadedFile("p.csv", isi.encode(), "text/csv"),
    )  # fmt: skip
    assert jawab.status_code == 200
    assert "1 dicatat" in jawab.text
    assert "Baris 3" in jawab.text
    assert TinjauanPerjanjian.objects.count() == 1


def test_the_list_costs_the_same_whatever_the_rows(para: Pemeran) -> None:
    tinjauan(para)
    hitung = []
    for n in range(2):
        klien = masuk(para.citra)
        alamat = reverse("tindak_lanjut:perjanjian")
        klien.get(alamat)
        with CaptureQueriesContext(connection) as kueri:
            klien.get(alamat)
        hitung.append(len(kueri))
        for i in range(8):
            orang = buat_pegawai(
                para.bidang, f"Rekan {n}{i}", f"19900101201503{n}0{i:02}", JenisJabatan.PELAKSANA,
                "Pengolah Data",
            )  # fmt: skip
            kontrak(para, dt.date(2027, 3, 1), orang)
        services.segarkan_tinjauan(instansi=para.instansi, pada=FINAL)
    assert hitung[0] == hitung[1] <= 12, hitung
