"""Pages of the rater, the atasan, the heads and the officers: what they show, what they cost."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi import panggung
from evaluasi.test_catatan import tanda
from evaluasi.test_halaman import kirim, klien
from evaluasi.test_pembukaan import anggota
from pelaksanaan.panggung import triwulan
from pemeran import Pemeran, buat_pegawai, buat_pemeran
from tera.core import clock
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import JejakAudit
from tera.evaluasi import services
from tera.evaluasi.kolom import BarisTanda, TandaForm
from tera.evaluasi.models import Evaluasi, EvaluasiKeluar, PenjelasanDistribusi
from tera.evaluasi.selectors import evaluasi_dibuka, evaluasi_terlihat
from tera.evaluasi.services.keluar import IsiKeluar, segarkan_keluar
from tera.evaluasi.services.swakaji import IsiSwakaji
from tera.organisasi.models import HubunganPenilai
from tera.pelaksanaan.models import BuktiDukung, FaktorLuarKendali, Realisasi
from tera.skp.models import IndikatorKinerja, RencanaHasilKerja

pytestmark = pytest.mark.django_db
PADA = panggung.PADA


@pytest.fixture(autouse=True)
def _jam():
    with clock.jam_beku(dt.datetime(2026, 11, 20, 3, tzinfo=dt.UTC)):
        yield


def hitung(satu: Client, alamat: str) -> int:
    satu.get(alamat)
    with CaptureQueriesContext(connection) as tangkap:
        assert satu.get(alamat).status_code == 200
    return len(tangkap)


def isi_penuh(evaluasi: Evaluasi, jumlah: int) -> None:
    """Give the plan more rows, each with realisasi, evidence and a factor."""
    skp = evaluasi.skp
    dasar = {
        "instansi": skp.instansi, "pegawai": skp.pegawai, "penugasan": skp.penugasan, "skp": skp,
    }  # fmt: skip
    for nomor in range(jumlah):
        rhk = RencanaHasilKerja.objects.create(skp=skp, teks=f"Hasil {nomor}", urut=10 + nomor)
        for urut in range(2):
            ind = IndikatorKinerja.objects.create(
                rhk=rhk, aspek="kuantitas", teks=f"Indikator {urut}", target="10", urut=urut
            )
            Realisasi.objects.create(
                **dasar, periode=evaluasi.periode, rhk_kunci=rhk.kunci, indikator_kunci=ind.kunci,
                nilai=9, angka_target=10, persen=90,
                dilaporkan_at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC),
            )  # fmt: skip
        BuktiDukung.objects.create(
            **dasar, rhk_kunci=rhk.kunci, nama="Bukti", jenis="tautan", url="https://contoh.go.id"
        )
        FaktorLuarKendali.objects.create(
            **dasar, periode=evaluasi.periode, rhk_kunci=rhk.kunci, uraian="Jaringan putus"
        )


def _ruang(para: Pemeran) -> tuple[Client, str, Callable[[int], None]]:
    evaluasi = panggung.buka(para)
    alamat = reverse("evaluasi:rincian", args=[evaluasi.pk])
    return klien(para.budi), alamat, lambda n: isi_penuh(evaluasi, n)


def _hasil(para: Pemeran) -> tuple[Client, str, Callable[[int], None]]:
    evaluasi = panggung.tetapkan(para)
    services.sampaikan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    alamat = reverse("evaluasi:rincian", args=[evaluasi.pk])
    return klien(para.andi), alamat, lambda n: isi_penuh(evaluasi, n)


def _swakaji(para: Pemeran) -> tuple[Client, str, Callable[[int], None]]:
    evaluasi = panggung.buka(para)
    alamat = reverse("evaluasi:swakaji", args=[evaluasi.pk])
    return klien(para.andi), alamat, lambda n: isi_penuh(evaluasi, n)


def _buta(para: Pemeran) -> tuple[Client, str, Callable[[int], None]]:
    panggung.kebijakan(para, "evaluasi.tanda_buta", "semua")
    evaluasi = panggung.buka(para)
    alamat = reverse("evaluasi:tanda_buta", args=[evaluasi.pk])
    return klien(para.fajar), alamat, lambda n: isi_penuh(evaluasi, n)


def _orang(para: Pemeran, n: int) -> None:
    for nomor in range(n):
        skp = anggota(para, n * 100 + nomor)
        satu = services.buka_evaluasi(
            aktor=para.aktor(para.budi), skp=skp, periode=para.periode, pada=PADA
        )
        panggung.nilai(para, satu)


def _putaran(para: Pemeran) -> tuple[Client, str, Callable[[int], None]]:
    alamat = reverse("evaluasi:tim", args=[para.periode.pk])
    return klien(para.budi), alamat, lambda n: _orang(para, n)


def _putaran_selesai(para: Pemeran) -> tuple[Client, str, Callable[[int], None]]:
    def tambah(n: int) -> None:
        _orang(para, n)
        Evaluasi.objects.update(status="disampaikan", predikat="baik", ditetapkan_pada=PADA)

    return klien(para.budi), reverse("evaluasi:tim", args=[para.periode.pk]), tambah


def _beranda(para: Pemeran) -> tuple[Client, str, Callable[[int], None]]:
    """Home of the rater with people to rate, results to deliver, and marks of the atasan."""

    def tambah(n: int) -> None:
        _orang(para, n)
        Evaluasi.objects.filter(pk__in=Evaluasi.objects.order_by("pk").values("pk")[:n]).update(
            status="ditetapkan", ditetapkan_pada=PADA
        )

    return klien(para.budi), "/", tambah


def test_home_names_the_last_day_of_the_swakaji_by_the_policy_and_opens_it() -> None:
    para = buat_pemeran()
    satu = panggung.buka(para)
    alamat = reverse("evaluasi:swakaji", args=[satu.pk])
    for hari, tanggal in ((7, "7 Januari 2027"), (10, "10 Januari 2027")):
        if hari != 7:
            panggung.kebijakan(para, "evaluasi.hari_swakaji", hari)
        with clock.jam_beku(dt.datetime(2027, 1, 2, 3, tzinfo=dt.UTC)):
            isi = klien(para.andi).get("/").text
            assert alamat in isi
            assert tanggal in isi
            assert tanggal in klien(para.andi).get(alamat).text


def _pantau(para: Pemeran) -> tuple[Client, str, Callable[[int], None]]:
    alamat = reverse("evaluasi:pantau", args=[para.periode.pk])
    return klien(para.citra), alamat, lambda n: _orang(para, n)


def _distribusi(para: Pemeran) -> tuple[Client, str, Callable[[int], None]]:
    panggung.tetapkan_capaian(para)
    alamat = reverse("evaluasi:distribusi", args=[para.periode.pk, para.dinas.pk])
    return klien(para.fajar), alamat, lambda n: _orang(para, n)


def _daftar_distribusi(para: Pemeran) -> tuple[Client, str, Callable[[int], None]]:
    panggung.tetapkan_capaian(para)
    alamat = reverse("evaluasi:distribusi_daftar", args=[para.periode.pk])
    return klien(para.citra), alamat, lambda n: _orang(para, n)


LAMAN = [
    _ruang, _hasil, _swakaji, _buta, _putaran, _putaran_selesai, _beranda, _pantau, _distribusi,
    _daftar_distribusi,
]  # fmt: skip


@pytest.mark.parametrize("siapkan", LAMAN, ids=lambda f: f.__name__.strip("_"))
def test_a_page_costs_at_most_twelve_queries_whatever_its_rows(siapkan: Callable) -> None:
    para = buat_pemeran()
    satu, alamat, tambah = siapkan(para)
    tambah(1)
    sedikit = hitung(satu, alamat)
    tambah(6)
    banyak = hitung(satu, alamat)
    assert sedikit == banyak, (sedikit, banyak)
    assert banyak <= 12


def test_a_prepared_door_opens_for_whom_the_queryset_opens() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    for orang in (para.andi, para.budi, para.fajar, para.citra, para.eka, para.dewi):
        aktor = para.aktor(orang)
        terlihat = evaluasi_terlihat(aktor=aktor).filter(pk=evaluasi.pk).first()
        dibuka = evaluasi_dibuka(aktor=aktor, pk=evaluasi.pk)
        assert dibuka == terlihat, orang.nama
        assert (dibuka is not None) == (orang in (para.andi, para.budi, para.fajar))
        if dibuka is not None and terlihat is not None:
            assert vars(dibuka).keys() == vars(terlihat).keys()
            assert dibuka.penilai_kini == terlihat.penilai_kini == para.budi.pk
            assert dibuka.skp.penugasan.unit.path == terlihat.skp.penugasan.unit.path
    assert evaluasi_dibuka(aktor=para.aktor(para.budi), pk=0) is None


def test_the_workspace_shows_everything_on_one_screen() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    isi_penuh(evaluasi, 1)
    services.kirim_swakaji(
        aktor=para.aktor(para.andi), evaluasi=evaluasi, pada=PADA,
        isi=IsiSwakaji("Saya menutup loket malam", tanda=tanda(evaluasi)),
    )  # fmt: skip
    halaman = klien(para.budi).get(reverse("evaluasi:rincian", args=[evaluasi.pk])).text
    for kata in (
        "Jumlah data dimutakhirkan", "Jaringan putus", "Saya menutup loket malam",
        "Berorientasi Pelayanan", "Ramah, cekatan, solutif", "Saran muncul setelah",
        "belum ada realisasi", "Dilaporkan sendiri",
    ):  # fmt: skip
        assert kata in halaman, kata


def test_marks_alone_bring_the_suggestion_and_keep_what_was_typed() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    budi = klien(para.budi)
    isi = {f"{u}-{k}": level for (u, k), (level, _t) in tanda(evaluasi, "di_atas").items()}
    jawaban = kirim(
        budi, "evaluasi:nilai", evaluasi.pk,
        **isi, aksi="catatan", revisi=0, catatan="Belum selesai saya tulis",
    )  # fmt: skip
    assert jawaban.status_code == 302
    halaman = budi.get(reverse("evaluasi:rincian", args=[evaluasi.pk])).text
    assert "Belum selesai saya tulis" in halaman
    assert "Dari 1 RHK utama: 1 Di Atas Ekspektasi" in halaman
    evaluasi.refresh_from_db()
    assert evaluasi.status == "terbuka"


def test_t11_a_posted_predikat_must_equal_the_matrix() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    panggung.tetapkan_capaian(para)
    budi = klien(para.budi)
    isi = {"rating_hasil_kerja": "sesuai", "rating_perilaku_kerja": "di_atas", "revisi": 0,
           "alasan_perilaku_kerja": "Menolong loket lain"}  # fmt: skip
    ditolak = kirim(budi, "evaluasi:nilai", evaluasi.pk, **isi, predikat="sangat_baik")
    assert ditolak.status_code == 422
    assert "tidak sama dengan kuadran kedua rating, yaitu Baik" in ditolak.text
    evaluasi.refresh_from_db()
    assert (evaluasi.status, evaluasi.rating_hasil_kerja) == ("terbuka", "")
    assert kirim(budi, "evaluasi:nilai", evaluasi.pk, **isi, predikat="baik").status_code == 302
    ditolak = kirim(budi, "evaluasi:tetapkan", evaluasi.pk, predikat="sangat_baik")
    assert ditolak.status_code == 409
    assert "yaitu Baik" in ditolak.text
    evaluasi.refresh_from_db()
    assert (evaluasi.status, evaluasi.predikat) == ("dinilai", "")
    assert kirim(budi, "evaluasi:tetapkan", evaluasi.pk).status_code == 302
    evaluasi.refresh_from_db()
    assert evaluasi.predikat == "baik"


def test_same_as_my_rating_needs_the_person_to_be_opened_first() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    budi = klien(para.budi)
    tim = reverse("evaluasi:tim", args=[para.periode.pk])
    assert "belum dibaca" in budi.get(tim).text
    jawaban = kirim(budi, "evaluasi:sesuai_banyak", para.periode.pk, pilih=[evaluasi.pk])
    assert jawaban.status_code == 302
    assert "Belum dibaca dalam sesi ini" in budi.get(tim).text
    evaluasi.refresh_from_db()
    assert evaluasi.status == "terbuka"
    budi.get(reverse("evaluasi:rincian", args=[evaluasi.pk]))
    kirim(budi, "evaluasi:sesuai_banyak", para.periode.pk, pilih=[evaluasi.pk])
    evaluasi.refresh_from_db()
    assert (evaluasi.status, evaluasi.rating_hasil_kerja) == ("dinilai", "sesuai")


def test_a_round_goes_from_reading_to_delivery_without_javascript() -> None:
    para = buat_pemeran()
    panggung.tetapkan_capaian(para)
    daftar = []
    for nomor in range(3):
        skp = anggota(para, nomor + 1)
        daftar.append(
            services.buka_evaluasi(
                aktor=para.aktor(para.budi), skp=skp, periode=para.periode, pada=PADA
            ).pk
        )
    budi = klien(para.budi)
    budi.get(reverse("evaluasi:tim", args=[para.periode.pk]))
    alamat = reverse("evaluasi:rincian", args=[daftar[0]])
    for _orang in range(3):
        pk = int(alamat.rstrip("/").split("/")[-1])
        budi.get(alamat)
        alamat = kirim(budi, "evaluasi:sesuai", pk)["Location"]
    assert alamat == reverse("evaluasi:tim", args=[para.periode.pk])
    kirim(budi, "evaluasi:tetapkan_banyak", para.periode.pk, pilih=daftar)
    kirim(budi, "evaluasi:sampaikan_banyak", para.periode.pk, pilih=daftar)
    assert set(Evaluasi.objects.values_list("status", "predikat")) == {("disampaikan", "baik")}


def test_exceptions_stand_on_top_of_the_round() -> None:
    para = buat_pemeran()
    for nomor in range(1, 4):
        skp = anggota(para, nomor)
        satu = services.buka_evaluasi(
            aktor=para.aktor(para.budi), skp=skp, periode=para.periode, pada=PADA
        )
        ind = IndikatorKinerja.objects.get(rhk__skp=skp)
        Realisasi.objects.create(
            instansi=skp.instansi, pegawai=skp.pegawai, penugasan=skp.penugasan, skp=skp,
            periode=para.periode, rhk_kunci=ind.rhk.kunci, indikator_kunci=ind.kunci,
            nilai=1200, angka_target=1200, target_tercapai=True, persen=100,
            status="dikembalikan" if nomor == 3 else "diverifikasi",
            dilaporkan_at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC),
        )  # fmt: skip
        assert satu.pk
    halaman = klien(para.budi).get(reverse("evaluasi:tim", args=[para.periode.pk])).text
    assert halaman.index("Anggota 3") < halaman.index("Anggota 1") < halaman.index("Anggota 2")
    assert "1 realisasi dikembalikan" in halaman


def test_the_atasan_marks_blind_and_the_rater_does_not_see_it_before_setting() -> None:
    para = buat_pemeran()
    panggung.kebijakan(para, "evaluasi.tanda_buta", "semua")
    evaluasi = panggung.buka(para)
    services.tandai_evaluasi(
        aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA,
        tanda={("perilaku", "BP"): ("di_bawah", "Rahasia penilai")},
    )  # fmt: skip
    services.nilai_evaluasi(
        aktor=para.aktor(para.budi), evaluasi=evaluasi, rating_hasil_kerja="di_bawah",
        rating_perilaku_kerja="sesuai", alasan_hasil_kerja="Alasan milik penilai", revisi=0,
        pada=PADA,
    )  # fmt: skip
    fajar = klien(para.fajar)
    rincian = reverse("evaluasi:rincian", args=[evaluasi.pk])
    buta = reverse("evaluasi:tanda_buta", args=[evaluasi.pk])
    assert fajar.get(rincian)["Location"] == buta
    halaman = fajar.get(buta).text
    for rahasia in ("Rahasia penilai", "Alasan milik penilai", "Di Bawah Ekspektasi"):
        assert rahasia not in halaman.replace('<dt class="tebal">Di Bawah Ekspektasi</dt>', "")
    isi = {f"perilaku-{k}": "di_atas" for (u, k), _isi in tanda(evaluasi).items() if u != "rhk"}
    assert kirim(fajar, "evaluasi:tanda_buta", evaluasi.pk, **isi).status_code == 302
    assert (
        "Alasan milik penilai" in fajar.get(rincian).text or fajar.get(rincian).status_code == 200
    )
    assert "Atasan pejabat penilai:" not in klien(para.budi).get(rincian).text


def test_t28_a_breach_is_explained_with_a_name_and_nobodys_predikat_changes() -> None:
    para = buat_pemeran()
    panggung.tetapkan_capaian(para)
    _orang(para, 6)
    hasil = services.tetapkan_banyak(
        aktor=para.aktor(para.budi), daftar=list(Evaluasi.objects.order_by("pk")[:5]), pada=PADA
    )
    assert len(hasil.berhasil) == 5
    fajar = klien(para.fajar)
    alamat = reverse("evaluasi:distribusi", args=[para.periode.pk, para.dinas.pk])
    assert "Perlu alasan" in fajar.get(alamat).text
    kolom = ("rating_hasil_kerja", "rating_perilaku_kerja", "predikat", "status")
    sebelum = list(Evaluasi.objects.order_by("pk").values_list(*kolom))
    assert sebelum[:5] == [("sesuai", "sesuai", "baik", "ditetapkan")] * 5
    tanpa = kirim(fajar, "evaluasi:distribusi", para.periode.pk, para.dinas.pk, alasan=" ")
    assert tanpa.status_code == 422
    with pytest.raises(TidakBerwenangError, match="pimpinan unit ini"):
        services.jelaskan_distribusi(
            aktor=para.aktor(para.budi), unit=para.dinas, periode=para.periode, alasan="Saya",
            pada=PADA,
        )  # fmt: skip
    assert not PenjelasanDistribusi.objects.exists()
    jawaban = kirim(
        fajar, "evaluasi:distribusi", para.periode.pk, para.dinas.pk,
        alasan="Semua target tim tercapai bersama",
    )  # fmt: skip
    assert jawaban.status_code == 302
    penjelasan = PenjelasanDistribusi.objects.get()
    assert (penjelasan.nama_aktor, penjelasan.jumlah["baik"]) == ("Fajar Kepala", 6)
    assert penjelasan.pelanggaran
    assert penjelasan.dibuat_at == clock.sekarang()
    jejak = JejakAudit.objects.get(jenis="penjelasan_distribusi", aksi="jelaskan")
    assert (jejak.objek_id, jejak.pegawai_id) == (penjelasan.pk, para.fajar.pk)
    halaman = fajar.get(alamat).text
    assert "Semua target tim tercapai bersama" in halaman
    assert "Fajar Kepala, 20-11-2026" in halaman
    assert sebelum == list(Evaluasi.objects.order_by("pk").values_list(*kolom))
    # The breach holds nobody up either.
    hasil = services.tetapkan_banyak(
        aktor=para.aktor(para.budi), daftar=list(Evaluasi.objects.order_by("pk")[5:]), pada=PADA
    )
    assert len(hasil.berhasil) == 1


@pytest.mark.parametrize(("n", "minimum", "perlu"), [(3, 5, False), (3, 3, True), (5, 5, True)])
def test_t29_a_small_unit_is_only_advised(n: int, minimum: int, perlu: bool) -> None:
    para = buat_pemeran()
    panggung.kebijakan(para, "evaluasi.n_minimum_distribusi", minimum)
    panggung.tetapkan_capaian(para)
    _orang(para, n)
    alamat = reverse("evaluasi:distribusi", args=[para.periode.pk, para.dinas.pk])
    halaman = klien(para.fajar).get(alamat).text
    assert ("Perlu alasan" in halaman) is perlu
    assert ("Bahan pertimbangan" in halaman) is not perlu


def test_what_if_counts_and_stores_nothing() -> None:
    para = buat_pemeran()
    panggung.tetapkan_capaian(para)
    _orang(para, 6)
    fajar = klien(para.fajar)
    alamat = reverse("evaluasi:distribusi", args=[para.periode.pk, para.dinas.pk])
    jawaban = fajar.get(alamat, {"baik": "4", "butuh_perbaikan": "2"})
    assert "Sesuai pola" in jawaban.text
    satu = Evaluasi.objects.order_by("pk")[0]
    jawaban = fajar.get(alamat, {"orang": satu.pk, "hasil": "di_bawah", "perilaku": "sesuai"})
    assert "Baik menjadi Butuh Perbaikan" in jawaban.text
    satu.refresh_from_db()
    assert satu.rating_hasil_kerja == "sesuai"
    assert not PenjelasanDistribusi.objects.exists()


def test_what_if_tells_no_rating_to_an_atasan_who_has_yet_to_mark_blind() -> None:
    para = buat_pemeran()
    panggung.kebijakan(para, "evaluasi.tanda_buta", "semua")
    panggung.tetapkan_capaian(para)
    _orang(para, 6)
    alamat = reverse("evaluasi:distribusi", args=[para.periode.pk, para.dinas.pk])
    assert "Anggota" not in klien(para.fajar).get(alamat).text
    satu = Evaluasi.objects.order_by("pk")[0]
    services.tandai_buta(aktor=para.aktor(para.fajar), evaluasi=satu, tanda=tanda(satu), pada=PADA)
    assert klien(para.fajar).get(alamat).text.count("Anggota") == 1


def test_an_officer_reads_counts_and_no_names_on_the_distribution() -> None:
    para = buat_pemeran()
    panggung.tetapkan_capaian(para)
    _orang(para, 6)
    alamat = reverse("evaluasi:distribusi", args=[para.periode.pk, para.dinas.pk])
    assert "Anggota" in klien(para.fajar).get(alamat).text
    assert "Anggota" not in klien(para.citra).get(alamat).text


def test_the_pengelola_sees_completion_lateness_and_what_was_not_delivered() -> None:
    para = buat_pemeran()
    evaluasi = panggung.tetapkan(para)
    Evaluasi.objects.filter(pk=evaluasi.pk).update(ditetapkan_pada=dt.date(2026, 11, 12))
    alamat = reverse("evaluasi:pantau", args=[para.periode.pk])
    citra = klien(para.citra)
    assert "Lama belum disampaikan" in citra.get(alamat).text
    halaman = citra.get(alamat, {"status": "belum_sampai"}).text
    assert "Andi Pegawai" in halaman
    assert "Sesuai Ekspektasi" not in halaman
    Evaluasi.objects.filter(pk=evaluasi.pk).update(ditetapkan_pada=dt.date(2026, 11, 13))
    assert "Lama belum disampaikan" not in citra.get(alamat).text


def _ganti_penilai(para: Pemeran) -> object:
    baru = buat_pegawai(
        para.bidang, "Hana Penilai Baru", "198001012005012009", "administrator",
        "Kepala Bidang Data",
    )  # fmt: skip
    tugas = para.penugasan(para.andi)
    HubunganPenilai.objects.filter(penugasan=tugas).update(sampai=dt.date(2026, 6, 30))
    HubunganPenilai.objects.create(
        instansi=para.instansi, penugasan=tugas, penilai=baru, atasan_penilai=para.fajar,
        dasar="khusus", penjelasan="Surat", sejak=dt.date(2026, 7, 1),
    )  # fmt: skip
    return baru


def test_a_rater_who_moves_leaves_an_exit_evaluation_that_the_next_one_reads() -> None:
    para = buat_pemeran()
    skp = panggung.skp_ditetapkan(para)
    evaluasi = panggung.buka(para, skp)
    baru = _ganti_penilai(para)
    isi = {"instansi_id": para.instansi.pk, "zona": para.instansi.zona, "pada": PADA}
    assert segarkan_keluar(**isi) == 1
    assert segarkan_keluar(**isi) == 0
    keluar = EvaluasiKeluar.objects.get()
    assert (keluar.penilai, keluar.mulai, keluar.selesai) == (
        para.budi, dt.date(2026, 1, 1), dt.date(2026, 6, 30),
    )  # fmt: skip
    evaluasi.refresh_from_db()
    assert evaluasi.penilai == baru
    budi = klien(para.budi)
    assert "Andi Pegawai" in budi.get(reverse("evaluasi:daftar")).text
    jawaban = kirim(
        budi, "evaluasi:keluar", keluar.pk, rating_hasil_kerja="sesuai",
        rating_perilaku_kerja="di_atas", catatan="Menutup tunggakan register", revisi=0,
    )  # fmt: skip
    assert jawaban.status_code == 302
    halaman = klien(baru).get(reverse("evaluasi:rincian", args=[evaluasi.pk])).text
    assert "Menutup tunggakan register" in halaman
    evaluasi.refresh_from_db()
    assert evaluasi.rating_hasil_kerja == ""


def test_only_the_one_who_rated_fills_the_exit_evaluation_and_once_per_state() -> None:
    para = buat_pemeran()
    panggung.skp_ditetapkan(para)
    _ganti_penilai(para)
    segarkan_keluar(instansi_id=para.instansi.pk, zona=para.instansi.zona, pada=PADA)
    keluar = EvaluasiKeluar.objects.get()
    isi = IsiKeluar("sesuai", "sesuai", "Baik", 0)
    with pytest.raises(TidakBerwenangError):
        services.isi_evaluasi_keluar(
            aktor=para.aktor(para.fajar), keluar=keluar, isi=isi, pada=PADA
        )
    budi = para.aktor(para.budi)
    services.isi_evaluasi_keluar(aktor=budi, keluar=keluar, isi=isi, pada=PADA)
    with pytest.raises(StatusTidakSesuaiError):
        services.isi_evaluasi_keluar(aktor=budi, keluar=keluar, isi=isi, pada=PADA)


def test_r165_the_last_rater_sees_the_part_that_the_old_one_evaluated() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    lama = panggung.skp_ditetapkan(para, para.citra)
    bagian = Evaluasi.objects.create(
        instansi=para.instansi, skp=lama, pegawai=para.andi, periode=para.periode,
        unit=para.dinas, status="ditetapkan", predikat="butuh_perbaikan",
        rating_hasil_kerja="di_bawah", rating_perilaku_kerja="sesuai", penilai=para.fajar,
    )  # fmt: skip
    halaman = klien(para.budi).get(reverse("evaluasi:rincian", args=[evaluasi.pk])).text
    assert "Butuh Perbaikan" in halaman
    assert "Pengadministrasi Perkantoran" in halaman
    assert bagian.pk != evaluasi.pk
    panggung.nilai(para, evaluasi)


def test_the_grounds_of_a_capaian_and_its_document_are_kept() -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    para = buat_pemeran()
    panggung.tetapkan_capaian(para)
    bupati = klien(para.bupati)
    alamat = reverse("evaluasi:capaian_unit", args=[para.periode.pk, para.dinas.pk])
    jawaban = bupati.post(alamat, {
        "kunci_idempoten": str(uuid.uuid4()),
        "uraian_hasil": "Perjanjian kinerja 97 persen", "uraian_ekspektasi": "Antrean hilang",
        "berkas": SimpleUploadedFile("sk.pdf", b"%PDF-1.4 keputusan"),
    })  # fmt: skip
    assert jawaban.status_code == 302
    assert "Perjanjian kinerja 97 persen" in klien(para.fajar).get(alamat).text
    berkas = reverse("evaluasi:capaian_berkas", args=[para.periode.pk, para.dinas.pk])
    unduhan = klien(para.fajar).get(berkas)
    assert unduhan.content == b"%PDF-1.4 keputusan"
    assert unduhan["Content-Disposition"].startswith('attachment; filename="capaian-')
    assert "sandbox" in unduhan["Content-Security-Policy"]
    assert klien(para.dewi).get(berkas).status_code == 404


def test_a_quarterly_capaian_asks_for_the_action_plan_only() -> None:
    para = buat_pemeran()
    periode = triwulan(para, 3)
    services.tetapkan_capaian(
        aktor=para.aktor(para.bupati), unit=para.dinas, periode=periode, level="baik", pada=PADA
    )
    halaman = (
        klien(para.bupati)
        .get(reverse("evaluasi:capaian_unit", args=[periode.pk, para.dinas.pk]))
        .text
    )
    assert "Capaian rencana aksi dan target" in halaman
    assert "Ekspektasi pimpinan terhadap unit" not in halaman


def test_a_form_of_marks_shows_the_same_fields_before_they_are_built() -> None:
    class Biasa(TandaForm):
        """Builds its fields at once."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.bangun_tanda()

    baris = BarisTanda("perilaku", "BP", "Berorientasi <Pelayanan>")
    awal = {"perilaku-BP": "sesuai", "perilaku-BP-teks": "Melayani & <ramah>"}
    for isi in (awal, {}):
        satu, dua = (
            render_to_string(
                "evaluasi/_tanda.html",
                {"tanda": jenis(daftar_tanda=[baris], initial=isi).kolom("perilaku", "BP")},
            )
            for jenis in (TandaForm, Biasa)
        )
        assert satu == dua
        assert ("checked" in satu) == bool(isi)
