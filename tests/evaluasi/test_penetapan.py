"""Reasons, the series, the frozen record, bulk equal to single, taking back, delivery, finality."""

import datetime as dt
import io

import pytest

from evaluasi import panggung
from evaluasi.test_pembukaan import anggota
from pelaksanaan.panggung import triwulan
from pemeran import Pemeran, buat_pemeran
from tera.core import audit, tanda_terima
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import JejakAudit, Kejadian, RiwayatStatus, TandaTerima
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.saran import Riwayat
from tera.evaluasi.services.penyampaian import finalkan_yang_lewat
from tera.pelaksanaan.models import BuktiDukung, CapaianPegawai, PenutupanBahan, Realisasi
from tera.skp.models import RencanaHasilKerja

pytestmark = pytest.mark.django_db
PADA = panggung.PADA


def nilai(para: Pemeran, evaluasi: Evaluasi, hasil: str, perilaku: str = "sesuai", **lain: str):
    return services.nilai_evaluasi(
        aktor=para.aktor(para.budi), evaluasi=evaluasi, rating_hasil_kerja=hasil,
        rating_perilaku_kerja=perilaku, revisi=evaluasi.revisi, pada=PADA, **lain,
    )  # fmt: skip


def realisasi(para: Pemeran, evaluasi: Evaluasi, nilai_angka: int) -> Realisasi:
    rhk = RencanaHasilKerja.objects.get(skp=evaluasi.skp)
    indikator = rhk.daftar_indikator.get()
    return Realisasi.objects.create(
        instansi=para.instansi, pegawai=para.andi, penugasan=evaluasi.skp.penugasan,
        skp=evaluasi.skp, periode=para.periode, rhk_kunci=rhk.kunci,
        indikator_kunci=indikator.kunci, nilai=nilai_angka, satuan="data", target="1.200",
        angka_target=1200, target_tercapai=nilai_angka >= 1200, persen=nilai_angka / 12,
        dilaporkan_at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC),
    )  # fmt: skip


def periodik(para: Pemeran, daftar: list[str]) -> None:
    """Set periodic results of Andi, oldest first."""
    skp = panggung.SKP.objects.get(pegawai=para.andi)
    for urut, predikat in enumerate(daftar, start=1):
        Evaluasi.objects.create(
            instansi=para.instansi, skp=skp, pegawai=para.andi, periode=triwulan(para, urut),
            unit=para.bidang, status="ditetapkan", predikat=predikat, rating_hasil_kerja="sesuai",
            rating_perilaku_kerja="sesuai", penilai=para.budi,
        )  # fmt: skip


def test_di_atas_without_a_figure_above_target_needs_a_reason() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    with pytest.raises(MasukanSalahError) as galat:
        nilai(para, evaluasi, "di_atas")
    assert "alasan_hasil_kerja" in galat.value.per_bidang


@pytest.mark.parametrize("angka", [1200, 1201])
def test_a_figure_above_target_speaks_for_itself(angka: int) -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    realisasi(para, evaluasi, angka)
    if angka == 1200:
        with pytest.raises(MasukanSalahError):
            nilai(para, evaluasi, "di_atas")
    else:
        nilai(para, evaluasi, "di_atas")


def test_a_verified_achievement_speaks_for_itself() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    capaian = CapaianPegawai.objects.create(
        instansi=para.instansi, pegawai=para.andi, penugasan=evaluasi.skp.penugasan,
        skp=evaluasi.skp, tanggal=dt.date(2026, 5, 1), judul="Antrean pendek",
        keadaan_sebelum="40 menit", keadaan_sesudah="15 menit", cara="Jadwal loket",
    )  # fmt: skip
    with pytest.raises(MasukanSalahError):
        nilai(para, evaluasi, "di_atas")
    capaian.status = "diverifikasi"
    capaian.save()
    nilai(para, evaluasi, "di_atas")


@pytest.mark.parametrize(
    ("kebijakan", "hasil", "perilaku", "kurang"),
    [
        ("tidak", "di_atas", "di_atas", set()),
        ("selalu", "di_atas", "sesuai", {"alasan_hasil_kerja"}),
        ("tidak", "di_bawah", "di_bawah", {"alasan_hasil_kerja", "alasan_perilaku_kerja"}),
    ],
)
def test_the_policy_says_when_a_reason_is_owed_and_below_always_owes_one(
    kebijakan: str, hasil: str, perilaku: str, kurang: set[str]
) -> None:
    para = buat_pemeran()
    panggung.kebijakan(para, "evaluasi.alasan_di_atas", kebijakan)
    evaluasi = panggung.buka(para)
    realisasi(para, evaluasi, 1300)
    if not kurang:
        nilai(para, evaluasi, hasil, perilaku)
        return
    with pytest.raises(MasukanSalahError) as galat:
        nilai(para, evaluasi, hasil, perilaku)
    assert set(galat.value.per_bidang) == kurang


@pytest.mark.parametrize(
    ("seri", "predikat", "beda"),
    [
        (["baik", "baik", "butuh_perbaikan", "baik"], "baik", False),  # T39
        (["baik"] * 4, "butuh_perbaikan", True),  # T40
        (["baik", "baik", "baik", "butuh_perbaikan"], "baik", True),
        (["baik", "baik", "baik", "butuh_perbaikan"], "butuh_perbaikan", True),
        (["baik", "sangat_baik"], "sangat_baik", False),
        ([], "kurang", False),
    ],
)
def test_a_year_unlike_the_last_or_most_frequent_part_says_so(
    seri: list[str], predikat: str, beda: bool
) -> None:
    assert bool(Riwayat(tuple(seri)).beda(predikat)) is beda


def _tetapkan(para: Pemeran, evaluasi: Evaluasi) -> str:
    panggung.tetapkan_capaian(para)
    evaluasi.refresh_from_db()
    services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    evaluasi.refresh_from_db()
    return evaluasi.predikat


def test_t39_a_year_like_its_series_is_accepted() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    periodik(para, ["baik", "baik", "butuh_perbaikan", "baik"])
    nilai(para, evaluasi, "sesuai")
    assert _tetapkan(para, evaluasi) == "baik"


def test_t40_a_year_unlike_its_series_is_refused_until_a_reason_is_given() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    periodik(para, ["baik"] * 4)
    alasan = {"alasan_hasil_kerja": "Target akhir tahun meleset"}
    with pytest.raises(MasukanSalahError) as galat:
        nilai(para, evaluasi, "di_bawah", **alasan)
    assert "alasan_beda" in galat.value.per_bidang
    nilai(para, evaluasi, "di_bawah", alasan_beda="Semester kedua ditinggalkan", **alasan)
    assert _tetapkan(para, evaluasi) == "butuh_perbaikan"
    assert evaluasi.alasan_beda == "Semester kedua ditinggalkan"


def test_a_part_set_after_the_year_was_rated_is_seen_when_it_is_set() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para)
    nilai(para, evaluasi, "sesuai")
    periodik(para, ["butuh_perbaikan"])
    evaluasi.refresh_from_db()
    with pytest.raises(StatusTidakSesuaiError, match="periodik terakhir"):
        services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)


def test_t42_evidence_is_demanded_only_where_the_policy_does() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para)
    satu = realisasi(para, evaluasi, 1200)
    nilai(para, evaluasi, "sesuai")
    evaluasi.refresh_from_db()
    panggung.kebijakan(para, "evaluasi.wajib_bukti", True)
    budi = para.aktor(para.budi)
    with pytest.raises(StatusTidakSesuaiError, match="bukti dukung"):
        services.tetapkan_evaluasi(aktor=budi, evaluasi=evaluasi, pada=PADA)
    BuktiDukung.objects.create(
        instansi=para.instansi, pegawai=para.andi, penugasan=satu.penugasan, skp=satu.skp,
        rhk_kunci=satu.rhk_kunci, nama="Register", jenis="tautan", url="https://contoh.go.id/r",
    )  # fmt: skip
    services.tetapkan_evaluasi(aktor=budi, evaluasi=evaluasi, pada=PADA)


def test_the_record_holds_what_the_form_prints() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para)
    realisasi(para, evaluasi, 1200)
    nilai(para, evaluasi, "sesuai", catatan="Pertahankan")
    evaluasi.refresh_from_db()
    services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    evaluasi.refresh_from_db()
    isi = evaluasi.rekaman
    baris = isi["hasil_kerja"][0]
    assert baris["rhk"] == "Data penduduk mutakhir"
    assert baris["umpan_balik"] == []
    assert baris["indikator"][0]["target"] == "1.200"
    assert baris["indikator"][0]["realisasi"]["nilai"] == "1200"
    assert baris["indikator"][0]["realisasi"]["status"] == "dilaporkan"
    assert [satu["kode"] for satu in isi["perilaku_kerja"]] == [
        "BP", "AKU", "KOM", "HAR", "LOY", "ADA", "KOL",
    ]  # fmt: skip
    assert all(len(satu["panduan"]) == 3 for satu in isi["perilaku_kerja"])
    assert isi["skp"]["keluarga"] == "ja_jf"
    assert isi["capaian"]["level"] == "baik"
    assert isi["distribusi"]["jumlah"]["baik"] == 1
    assert isi["saran"]["hasil_kerja"]["level"] == ""
    assert isi["catatan"] == "Pertahankan"


def test_setting_closes_the_material_and_taking_back_opens_it() -> None:
    para = buat_pemeran()
    evaluasi = panggung.tetapkan(para)
    budi = para.aktor(para.budi)
    assert PenutupanBahan.objects.count() == 1
    with pytest.raises(StatusTidakSesuaiError, match="belum menyetujui"):
        services.buka_kembali(aktor=budi, evaluasi=evaluasi, pada=PADA)
    services.minta_buka_kembali(aktor=budi, evaluasi=evaluasi, alasan="Salah orang", pada=PADA)
    with pytest.raises(TidakBerwenangError):
        services.setujui_buka_kembali(aktor=budi, evaluasi=evaluasi, pada=PADA)
    services.setujui_buka_kembali(aktor=para.aktor(para.citra), evaluasi=evaluasi, pada=PADA)
    evaluasi.refresh_from_db()
    services.buka_kembali(aktor=budi, evaluasi=evaluasi, pada=PADA)
    evaluasi.refresh_from_db()
    assert (evaluasi.status, evaluasi.predikat, evaluasi.rekaman) == ("dinilai", "", {})
    assert RiwayatStatus.objects.latest("id").alasan == "Salah orang"
    assert not PenutupanBahan.objects.exists()
    services.tetapkan_evaluasi(aktor=budi, evaluasi=evaluasi, pada=PADA)


def test_a_delivered_result_is_not_taken_back() -> None:
    para = buat_pemeran()
    evaluasi = panggung.tetapkan(para)
    budi = para.aktor(para.budi)
    services.sampaikan_evaluasi(aktor=budi, evaluasi=evaluasi, pada=PADA)
    with pytest.raises(StatusTidakSesuaiError):
        services.minta_buka_kembali(aktor=budi, evaluasi=evaluasi, alasan="Salah", pada=PADA)


def _banyak(para: Pemeran, jumlah: int) -> list[Evaluasi]:
    daftar = []
    for nomor in range(1, jumlah + 1):
        skp = anggota(para, nomor)
        satu = services.buka_evaluasi(
            aktor=para.aktor(para.budi), skp=skp, periode=para.periode, pada=PADA
        )
        nilai(para, satu, "sesuai")
        daftar.append(Evaluasi.objects.get(pk=satu.pk))
    return daftar


def _bersih(evaluasi: Evaluasi) -> dict[str, object]:
    isi = dict(evaluasi.rekaman)
    for kunci in ("pegawai", "skp", "hasil_kerja", "distribusi"):
        isi.pop(kunci)
    return isi


def test_many_are_set_by_the_rules_of_one_and_verify() -> None:
    para = buat_pemeran()
    daftar = _banyak(para, 3)
    panggung.tetapkan_capaian(para)
    budi = para.aktor(para.budi)
    services.tetapkan_evaluasi(aktor=budi, evaluasi=daftar[0], pada=PADA)
    hasil = services.tetapkan_banyak(aktor=budi, daftar=daftar, pada=PADA)
    assert len(hasil.berhasil) == 2
    assert next(pesan for _satu, pesan in hasil.ditolak).startswith("Belum bisa menetapkan")
    satu, dua, tiga = Evaluasi.objects.order_by("pk")
    assert _bersih(satu) == _bersih(dua) == _bersih(tiga)
    assert {e.status for e in (satu, dua, tiga)} == {"ditetapkan"}
    assert PenutupanBahan.objects.count() == 3
    for model in (RiwayatStatus, JejakAudit, TandaTerima):
        jumlah = [
            model.objects.filter(jenis="evaluasi", objek_id=e.pk, aksi="tetapkan").count()
            for e in (satu, dua, tiga)
        ]
        assert jumlah == [1, 1, 1], model
    assert Kejadian.objects.filter(nama="evaluasi.tetapkan").count() == 3
    assert audit.verifikasi().utuh
    for terima in TandaTerima.objects.filter(aksi="tetapkan"):
        assert tanda_terima.sah(terima.token) is not None
    baris = [
        RiwayatStatus.objects.values("dari", "ke", "peran", "nama_aktor", "pada").get(
            jenis="evaluasi", objek_id=e.pk, aksi="tetapkan"
        )
        for e in (satu, dua)
    ]
    assert baris[0] == baris[1]


def test_bulk_refuses_whom_the_single_step_refuses() -> None:
    para = buat_pemeran()
    daftar = _banyak(para, 2)
    budi, andi = para.aktor(para.budi), para.aktor(para.andi)
    hasil = services.tetapkan_banyak(aktor=budi, daftar=daftar, pada=PADA)
    assert not hasil.berhasil
    for satu, pesan in hasil.ditolak:
        with pytest.raises(StatusTidakSesuaiError) as galat:
            services.tetapkan_evaluasi(aktor=budi, evaluasi=satu, pada=PADA)
        assert galat.value.pesan == pesan
    panggung.tetapkan_capaian(para)
    assert not services.tetapkan_banyak(aktor=andi, daftar=daftar, pada=PADA).berhasil


def test_the_rules_of_many_are_told_without_taking_the_step() -> None:
    para = buat_pemeran()
    daftar = _banyak(para, 2)
    putusan, ditolak = services.putusan_banyak(daftar=daftar, pada=PADA)
    assert not putusan
    assert [satu for satu, _pesan in ditolak] == daftar
    panggung.tetapkan_capaian(para)
    putusan, ditolak = services.putusan_banyak(daftar=daftar, pada=PADA)
    assert not ditolak
    assert {satu.status for satu in Evaluasi.objects.all()} == {"dinilai"}
    services.tetapkan_banyak(aktor=para.aktor(para.budi), daftar=daftar, pada=PADA)
    for satu, bidang in putusan:
        kini = Evaluasi.objects.get(pk=satu.pk)
        assert {nama: getattr(kini, nama) for nama in ("predikat", "ditetapkan_pada")} == {
            nama: bidang[nama] for nama in ("predikat", "ditetapkan_pada")
        }
        assert kini.rekaman["predikat"] == bidang["rekaman"]["predikat"] != ""


def test_many_cost_the_queries_of_few() -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    jumlah = []
    para = buat_pemeran()
    panggung.tetapkan_capaian(para)
    budi = para.aktor(para.budi)
    daftar = _banyak(para, 9)
    for bagian in (daftar[:2], daftar[2:]):
        with CaptureQueriesContext(connection) as tangkap:
            assert services.tetapkan_banyak(aktor=budi, daftar=bagian, pada=PADA).berhasil
            assert services.sampaikan_banyak(aktor=budi, daftar=bagian, pada=PADA).berhasil
        jumlah.append(len(tangkap))
    assert jumlah[0] == jumlah[1], jumlah


@pytest.mark.parametrize(
    ("diterima", "saksi", "berkas", "kurang"),
    [
        (PADA, "Citra", b"%PDF-1.4 isi", set()),
        (None, "Citra", b"%PDF-1.4 isi", {"diterima_pada"}),
        (PADA + dt.timedelta(days=1), "Citra", b"%PDF-1.4 isi", {"diterima_pada"}),
        (PADA - dt.timedelta(days=1), "Citra", b"%PDF-1.4 isi", {"diterima_pada"}),
        (PADA, " ", b"%PDF-1.4 isi", {"saksi"}),
        (PADA, "Citra", None, {"berkas"}),
        (PADA, "Citra", b"bukan pdf", {"berkas"}),
    ],
)
def test_a_delivery_on_paper_is_proven_by_day_witness_and_scan(
    diterima: dt.date | None, saksi: str, berkas: bytes | None, kurang: set[str]
) -> None:
    para = buat_pemeran()
    evaluasi = panggung.tetapkan(para)
    isi = {
        "aktor": para.aktor(para.budi), "evaluasi": evaluasi, "diterima_pada": diterima,
        "saksi": saksi, "nama_berkas": "terima.pdf",
        "isi_berkas": io.BytesIO(berkas) if berkas else None, "pada": PADA,
    }  # fmt: skip
    if kurang:
        with pytest.raises(MasukanSalahError) as galat:
            services.sampaikan_di_kertas(**isi)
        assert set(galat.value.per_bidang) == kurang
        return
    services.sampaikan_di_kertas(**isi)
    evaluasi.refresh_from_db()
    assert (evaluasi.status, evaluasi.diterima_pada) == ("disampaikan", PADA)
    assert evaluasi.berkas_penyampaian is not None


@pytest.mark.parametrize(("lewat", "status"), [(14, "disampaikan"), (15, "final")])
def test_a_result_nobody_objected_to_becomes_final_when_the_window_ended(
    lewat: int, status: str
) -> None:
    para = buat_pemeran()
    evaluasi = panggung.tetapkan(para)
    services.sampaikan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    services.terima_evaluasi(aktor=para.aktor(para.andi), evaluasi=evaluasi, pada=PADA)
    # 20 November plus fourteen is a Friday, a working day.
    hari = PADA + dt.timedelta(days=lewat)
    finalkan_yang_lewat(instansi_id=para.instansi.pk, zona=para.instansi.zona, pada=hari)
    evaluasi.refresh_from_db()
    assert evaluasi.status == status
    assert audit.verifikasi().utuh


def test_what_was_not_received_never_becomes_final() -> None:
    para = buat_pemeran()
    evaluasi = panggung.tetapkan(para)
    services.sampaikan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    hari = PADA + dt.timedelta(days=200)
    assert (
        finalkan_yang_lewat(instansi_id=para.instansi.pk, zona=para.instansi.zona, pada=hari) == 0
    )
