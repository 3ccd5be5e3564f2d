"""The rule of tukin and TPP, the month's factors, the what-if: never an amount that is kept."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialog.klien import lihat, masuk
from evaluasi import panggung as nilai
from pelaksanaan import panggung as kerja
from pemeran import Pemeran
from tera.core import lembar
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import JejakAudit
from tera.evaluasi.models import HasilTerdahulu
from tera.organisasi.models import Penugasan
from tera.organisasi.services.kebijakan import ubah_kebijakan
from tera.pelaksanaan.models import Realisasi
from tera.skp.models import IndikatorKinerja
from tera.tindak_lanjut.models import AturanTunjangan, DataBulanan, RekamDisiplin
from tera.tindak_lanjut.selectors.penghargaan import tunjangan as tanya
from tera.tindak_lanjut.services.penghargaan import tunjangan as layanan
from tindak_lanjut.penghargaan import panggung
from tindak_lanjut.penghargaan.panggung import PADA
from tindak_lanjut.penghargaan.test_laman import R, kirim

ISI: dict[str, Any] = {
    "nama": "TPP 2026",
    "dasar": "Perbup 1/2026",
    "berlaku_mulai": dt.date(2026, 1, 1),
    "bobot_kinerja": Decimal(60),
    "bobot_kehadiran": Decimal(40),
    "faktor_sangat_baik": Decimal(100),
    "faktor_baik": Decimal(100),
    "faktor_butuh_perbaikan": Decimal(90),
    "faktor_kurang": Decimal(85),
    "faktor_sangat_kurang": Decimal(80),
    "dikenai": "bobot_kinerja",
    "saat_berlaku": "tahun_berikut",
    "faktor_cpns": Decimal(80),
    "potongan_hukdis": Decimal(25),
    "pembulatan": "terdekat",
}
OKTOBER = dt.date(2026, 10, 1)


def aturan(para: Pemeran, **ganti: object) -> AturanTunjangan:
    return layanan.catat_aturan(aktor=para.aktor(para.citra), isi=ISI | ganti, pada=PADA)


def hasil(para: Pemeran, tahun: int, predikat: str) -> None:
    HasilTerdahulu.objects.create(
        instansi=para.instansi, pegawai=para.andi, tahun=tahun, bulan_mulai=1, bulan_selesai=12,
        predikat=predikat, rating_hasil_kerja="sesuai", rating_perilaku_kerja="sesuai",
        sumber="uji.xlsx", nama_aktor="Citra", diimpor_at=panggung.SIANG,
    )  # fmt: skip


def faktor(para: Pemeran, bulan: dt.date = OKTOBER) -> tanya.FaktorOrang:
    isi = tanya.faktor_saya(aktor=para.aktor(para.andi), bulan=bulan)
    assert isi is not None
    return isi[1]


def test_last_years_predikat_counts_from_january_and_not_in_december(para: Pemeran) -> None:
    aturan(para, berlaku_mulai=dt.date(2025, 1, 1))
    hasil(para, 2024, "baik")
    hasil(para, 2025, "butuh_perbaikan")
    assert faktor(para, dt.date(2025, 12, 1)).faktor == Decimal("1.0000")
    # 0.6 x 0.9 + 0.4
    assert faktor(para, dt.date(2026, 1, 1)).faktor == Decimal("0.9400")


def test_a_person_without_a_result_has_no_factor_and_the_reason_is_said(para: Pemeran) -> None:
    aturan(para)
    satu = faktor(para)
    assert satu.faktor is None
    assert "Belum ada predikat" in satu.sebab


def test_attendance_and_a_hukdis_sedang_cut_the_month_they_fall_in(para: Pemeran) -> None:
    aturan(para)
    hasil(para, 2025, "baik")
    panggung.rekam(para, "hukdis_sedang", mulai=dt.date(2026, 10, 15), selesai=dt.date(2027, 4, 14))
    DataBulanan.objects.create(
        instansi=para.instansi, pegawai=para.andi, bulan=OKTOBER, potongan_kehadiran=5,
        dicatat_at=panggung.SIANG,
    )  # fmt: skip
    assert faktor(para, dt.date(2026, 9, 1)).faktor == Decimal("1.0000")
    # (0.6 + 0.4 x 0.95) x 0.75
    assert faktor(para).faktor == Decimal("0.7350")


def test_a_hukdis_sedang_needs_its_last_day_and_an_old_one_without_it_stops_the_factor(
    para: Pemeran,
) -> None:
    aturan(para)
    hasil(para, 2025, "baik")
    with pytest.raises(MasukanSalahError, match="6, 9, atau 12 bulan"):
        panggung.rekam(para, "hukdis_sedang", mulai=dt.date(2026, 10, 15), selesai=None)
    # One that an older version took without its last day: not cut forever, not left uncut.
    RekamDisiplin.objects.create(
        instansi=para.instansi, pegawai=para.andi, jenis="hukdis_sedang",
        mulai=dt.date(2026, 10, 15), nomor_surat="800/9", tanggal_surat=dt.date(2026, 10, 14),
        dicatat_at=panggung.SIANG,
    )  # fmt: skip
    assert faktor(para, dt.date(2026, 9, 1)).faktor == Decimal("1.0000")
    satu = faktor(para)
    assert satu.faktor is None
    assert "belum punya tanggal selesai" in satu.sebab


def test_work_counts_by_verified_reports_where_the_rule_says_so(para: Pemeran) -> None:
    satu = aturan(para, sumber_capaian="laporan")
    hasil(para, 2025, "baik")
    skp = nilai.skp_ditetapkan(para)
    # Without a monthly or quarterly period nobody knows, which isn't nothing.
    assert faktor(para).faktor is None
    assert "Capaian belum bisa dihitung" in faktor(para).sebab
    triwulan = kerja.triwulan(para, 4)
    assert (faktor(para).capaian, faktor(para).faktor) == (Decimal(0), Decimal("0.4000"))
    rhk = skp.daftar_rhk.get()
    IndikatorKinerja.objects.create(rhk=rhk, aspek="waktu", teks="Lama", target="2 hari")
    Realisasi.objects.create(
        instansi=para.instansi, pegawai=para.andi, penugasan=skp.penugasan, skp=skp,
        periode=triwulan, rhk_kunci=rhk.kunci, status="diverifikasi",
        indikator_kunci=rhk.daftar_indikator.order_by("pk")[0].kunci,
        dilaporkan_at=panggung.SIANG,
    )  # fmt: skip
    # Half of the plan: 0.6 x 0.5 + 0.4
    assert (faktor(para).capaian, faktor(para).faktor) == (Decimal("0.5"), Decimal("0.7000"))
    semua = list(tanya.orang_dibayar(instansi_id=para.instansi.pk, bulan=OKTOBER))
    with CaptureQueriesContext(connection) as hitung:
        tanya.faktor_bulan(aturan=satu, bulan=OKTOBER, daftar=semua)
    assert len(hitung) == 3


def test_daily_reports_cut_by_the_table_of_law_and_the_export_names_its_rule(
    para: Pemeran,
) -> None:
    aturan(para, tabel_laporan="lh_bplh")
    aturan(para, nama="TPP 2027", berlaku_mulai=dt.date(2027, 1, 1))
    hasil(para, 2025, "baik")
    citra = masuk(para.citra)
    isi = f"NIP;POTONGAN;LAPORAN TIDAK SESUAI\r\n{para.andi.nip};0;6\r\n{para.budi.nip};0;40\r\n"
    jawaban = kirim(
        citra, f"{R}kehadiran", bulan="2026-10",
        berkas=SimpleUploadedFile("hadir.csv", isi.encode()),
    )  # fmt: skip
    halaman = citra.get(jawaban["Location"]).text
    assert "bukan jumlah antara 0 dan 31" in halaman
    assert "6 laporan" in halaman
    # 0.6 x 0.85 + 0.4
    assert (faktor(para).faktor, faktor(para).potongan_laporan) == (Decimal("0.9100"), 15)
    ekspor = citra.get(reverse(f"{R}faktor_unduh", args=["xlsx"]) + "?bulan=2026-10")
    _judul, baris = next(iter(lembar.baca_lembar(nama="f.xlsx", isi=ekspor.content)))
    andi = next(sel for _nomor, sel in baris if sel[0] == para.andi.nip)
    assert list(andi)[12:18] == [
        6, 15, "TPP 2026", "Perbup 1/2026", "01-01-2026", "31-12-2026",
    ]  # fmt: skip
    # Andi sees who opened his month, and who took everybody's out.
    saya = lihat(masuk(para.andi), f"{R}tunjangan_saya")
    assert saya.count("Citra Pengelola") == 2
    assert "Diunduh untuk penggajian" in saya
    assert "Citra Pengelola" not in lihat(masuk(para.dewi), f"{R}tunjangan_saya")
    # The cut for a month without any report is the instansi's own, of what its rule says.
    assert "tidak dipotong menurut aturan ini" in halaman
    aturan(
        para, nama="TPP 35", berlaku_mulai=dt.date(2026, 11, 1), tabel_laporan="lh_bplh",
        potongan_tanpa_laporan=Decimal(35), tanpa_laporan_dikenai="jumlah",
    )  # fmt: skip
    isi = (
        f"NIP;POTONGAN;LAPORAN TIDAK SESUAI;TANPA LAPORAN\r\n{para.andi.nip};0;;ya\r\n"
        f"{para.budi.nip};0;3;ya\r\n{para.fajar.nip};0;;mungkin\r\n"
    )
    for bulan in ("2026-10", "2026-11"):
        jawaban = kirim(
            citra, f"{R}kehadiran", bulan=bulan, berkas=SimpleUploadedFile("h.csv", isi.encode())
        )
        halaman = citra.get(jawaban["Location"]).text
        assert "1 baris ditulis, 0 sudah ada, 2 ditolak" in halaman
    assert "tanpa laporan: dipotong 35 %" in halaman
    assert faktor(para).faktor == Decimal("1.0000")
    assert faktor(para, dt.date(2026, 11, 1)).faktor == Decimal("0.6500")
    saya = masuk(para.andi).get(reverse(f"{R}tunjangan_saya") + "?bulan=2026-11").text
    assert "dipotong 35 % dari jumlah seluruhnya" in saya
    AturanTunjangan.objects.filter(nama="TPP 35").update(tanpa_laporan_dikenai="bobot_kinerja")
    # 0.6 x 0.65 + 0.4
    assert faktor(para, dt.date(2026, 11, 1)).faktor == Decimal("0.7900")


def test_a_version_counts_from_its_day_and_one_in_force_is_not_taken_back(para: Pemeran) -> None:
    lama = aturan(para)
    baru = aturan(para, nama="TPP 2027", berlaku_mulai=dt.date(2027, 1, 1))
    pada = {
        hari: tanya.aturan_pada(instansi_id=para.instansi.pk, pada=hari)
        for hari in (dt.date(2025, 12, 31), dt.date(2026, 12, 31), dt.date(2027, 1, 1))
    }
    assert list(pada.values()) == [None, lama, baru]
    citra = para.aktor(para.citra)
    with pytest.raises(StatusTidakSesuaiError):
        layanan.cabut_aturan(aktor=citra, aturan=lama, pada=PADA)
    layanan.cabut_aturan(aktor=citra, aturan=baru, pada=PADA)
    assert tanya.aturan_pada(instansi_id=para.instansi.pk, pada=dt.date(2027, 1, 1)) == lama


def test_weights_that_do_not_add_up_and_strangers_are_refused(para: Pemeran) -> None:
    with pytest.raises(MasukanSalahError, match="berjumlah 100"):
        aturan(para, bobot_kehadiran=Decimal(50))
    with pytest.raises(TidakBerwenangError):
        layanan.catat_aturan(aktor=para.aktor(para.eka), isi=ISI, pada=PADA)


def test_factors_of_everybody_are_the_pengelolas_and_each_reading_is_logged(para: Pemeran) -> None:
    satu = aturan(para)
    hasil(para, 2025, "baik")
    alamat = reverse(f"{R}faktor_unduh", args=["xlsx"]) + "?bulan=2026-10"
    for orang in (para.andi, para.budi, para.eka):
        assert masuk(orang).get(alamat).status_code == 403
    jawaban = masuk(para.citra).get(alamat)
    _judul, baris = next(iter(lembar.baca_lembar(nama="f.xlsx", isi=jawaban.content)))
    tabel = [list(sel) for _nomor, sel in baris]
    andi = next(satu for satu in tabel if satu[0] == para.andi.nip)
    assert andi[3:6] == ["10-2026", "01–12/2025", "Baik"]
    assert andi[10] == 100
    jejak = JejakAudit.objects.get(jenis="aturan_tunjangan", aksi="baca_faktor")
    assert (jejak.objek_id, jejak.pegawai_id) == (satu.pk, para.citra.pk)
    csv = masuk(para.citra).get(reverse(f"{R}faktor_unduh", args=["csv"]) + "?bulan=2026-10")
    assert para.andi.nip in csv.content.decode("utf-8-sig")
    assert "Andi Pegawai" in lihat(masuk(para.citra), f"{R}faktor")


def test_attendance_is_read_from_a_sheet_and_a_second_file_replaces(para: Pemeran) -> None:
    citra = masuk(para.citra)
    for potongan in ("4", "2,5"):
        isi = f"NIP;POTONGAN;CAPAIAN\r\n{para.andi.nip};{potongan};95\r\n{para.budi.nip};abc;\r\n"
        jawaban = kirim(
            citra, f"{R}kehadiran", bulan="2026-10",
            berkas=SimpleUploadedFile("hadir.csv", isi.encode()),
        )  # fmt: skip
        assert jawaban.status_code == 302, jawaban.text
    satu = DataBulanan.objects.get()
    assert (satu.potongan_kehadiran, satu.capaian) == (Decimal("2.5"), Decimal(95))
    assert "bukan persen antara 0 dan 100" in citra.get(jawaban["Location"]).text


def test_the_what_if_opens_only_where_the_instansi_switched_it_on(para: Pemeran) -> None:
    aturan(para)
    hasil(para, 2025, "baik")
    andi = masuk(para.andi)
    assert "Coba hitung" not in lihat(andi, f"{R}tunjangan_saya")
    ubah_kebijakan(
        aktor=para.aktor(para.citra), kunci="tunjangan.simulasi", nilai=True,
        sejak=PADA, dasar="SK 1", pada=PADA,
    )  # fmt: skip
    assert "Coba hitung" in lihat(andi, f"{R}tunjangan_saya")
    alamat = reverse(f"{R}tunjangan_saya") + "?bulan=2026-10"
    isi = {"pagu": "10000000", "predikat": "butuh_perbaikan", "potongan_kehadiran": "5"}
    jawaban = andi.post(alamat, isi)
    assert "Rp9.200.000" in jawaban.text
    assert andi.post(alamat, {"pagu": "banyak"}).status_code == 422


def test_no_table_of_the_room_keeps_an_amount_of_money() -> None:
    kata = ("pagu", "rupiah", "jumlah_bayar", "nominal", "dibayar")
    for model in apps.get_app_config("tindak_lanjut").get_models():
        for kolom in model._meta.get_fields():
            assert not any(satu in kolom.name for satu in kata), (model, kolom.name)


def test_factors_cost_the_same_for_one_person_and_for_all(para: Pemeran) -> None:
    satu = aturan(para)

    def biaya(daftar: list[Penugasan]) -> int:
        with CaptureQueriesContext(connection) as hitung:
            tanya.faktor_bulan(aturan=satu, bulan=OKTOBER, daftar=daftar)
        return len(hitung)

    semua = list(tanya.orang_dibayar(instansi_id=para.instansi.pk, bulan=OKTOBER))
    assert len(semua) == 5
    assert biaya(semua[:1]) == biaya(semua) == 2
