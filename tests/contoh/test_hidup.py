"""The demo lives: every state is somewhere, the stories' work is there, any day may be today."""

import dataclasses
import datetime as dt
import itertools
from collections import Counter
from collections.abc import Iterator

import numpy as np
import pytest
from django.db import models, transaction

from tera.angka_kredit.models import FaktaJF, KonversiPredikat, PenetapanAngkaKredit
from tera.bimtek.models import KelasBimtek, Naskah
from tera.contoh import cerita, cerita_nilai, keramaian, peristiwa
from tera.contoh.services import muat
from tera.core import audit, clock, tanda_terima
from tera.core.aktor import Aktor
from tera.core.berkas import baca_berkas
from tera.core.models import RiwayatStatus, TandaTerima
from tera.dasbor.models import KesepakatanTinjauan, TinjauanTahunan
from tera.dialog.models import Kesepakatan, Pertanyaan, Pertemuan, SesiDiskusi
from tera.evaluasi.models import CatatanKerja, Evaluasi, EvaluasiKeluar, Keberatan, Swakaji
from tera.kalibrasi.models import Analisis, PilihanAlasan, RapatKalibrasi
from tera.kalibrasi.services.hasil import hitung
from tera.kalibrasi.services.masukan import baca_masukan
from tera.organisasi.models import (
    HubunganPenilai,
    Instansi,
    LaporanPenilai,
    Pegawai,
    Penugasan,
    Periode,
    UnitKerja,
)
from tera.pelaksanaan.models import (
    BuktiDukung,
    CapaianPegawai,
    FaktorLuarKendali,
    PenutupanBahan,
    ProgresHarian,
    Realisasi,
)
from tera.regulasi.alur import ALUR, daftar_status
from tera.regulasi.kalender import hari_kerja
from tera.regulasi.kategori import Rating
from tera.regulasi.predikat import predikat_kinerja
from tera.skp.models import SKP
from tera.tindak_lanjut.models import (
    CalonPenghargaan,
    KegiatanPengembangan,
    KelompokSuksesi,
    Konseling,
    KoreksiFakta,
    KoreksiRekam,
    Nominasi,
    Pendampingan,
    PermintaanKonseling,
    PesertaPelatihan,
    PetaTalenta,
    PutaranPenghargaan,
    RencanaPengembangan,
    RencanaPerbaikan,
    SesiPelatihan,
    TindakLanjut,
    TinjauanPerjanjian,
    UsulKarier,
    UsulTugas,
)
from tera.umpan_balik.models import (
    MasukanMasyarakat,
    PermintaanUmpanBalik,
    PutaranPegawai,
    UmpanBalik,
)
from tera.web import latihan

SAAT = dt.datetime(2026, 11, 24, 5, 0, tzinfo=dt.UTC)
PADA = dt.date(2026, 11, 24)
MODEL: dict[str, type[models.Model]] = {
    "naskah_bimtek": Naskah,
    "skp": SKP,
    "evaluasi": Evaluasi,
    "realisasi": Realisasi,
    "capaian_pegawai": CapaianPegawai,
    "masukan_masyarakat": MasukanMasyarakat,
    "laporan_penilai": LaporanPenilai,
    "keberatan": Keberatan,
    "pertemuan": Pertemuan,
    "kesepakatan": Kesepakatan,
    "pertanyaan": Pertanyaan,
    "sesi_diskusi": SesiDiskusi,
    "putaran_umpan_balik": PutaranPegawai,
    "peta_talenta": PetaTalenta,
    "koreksi_fakta": KoreksiFakta,
    "kelompok_suksesi": KelompokSuksesi,
    "usul_karier": UsulKarier,
    "tindak_lanjut": TindakLanjut,
    "rencana_perbaikan": RencanaPerbaikan,
    "konseling": Konseling,
    "permintaan_konseling": PermintaanKonseling,
    "tinjauan_perjanjian": TinjauanPerjanjian,
    "putaran_penghargaan": PutaranPenghargaan,
    "calon_penghargaan": CalonPenghargaan,
    "koreksi_rekam": KoreksiRekam,
    "konversi_predikat": KonversiPredikat,
    "penetapan_angka_kredit": PenetapanAngkaKredit,
    "fakta_jf": FaktaJF,
    "kelas_bimtek": KelasBimtek,
    "tinjauan_tahunan": TinjauanTahunan,
    "kesepakatan_tinjauan": KesepakatanTinjauan,
    "rapat_kalibrasi": RapatKalibrasi,
    "rencana_pengembangan": RencanaPengembangan,
    "kegiatan_pengembangan": KegiatanPengembangan,
    "sesi_pelatihan": SesiPelatihan,
    "peserta_pelatihan": PesertaPelatihan,
    "nominasi": Nominasi,
    "pendampingan": Pendampingan,
    "usul_tugas": UsulTugas,
}
#: Workflows whose room is still to come, and the states that only that room brings about.
KAMAR_MENYUSUL: set[str] = set()
STATUS_MENYUSUL: set[tuple[str, str]] = set()


@pytest.fixture(scope="class")
def kabupaten(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """The kabupaten of 160 people, loaded once for the class and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        with clock.jam_beku(SAAT):
            muat(jumlah=160)
        yield
        transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.usefixtures("kabupaten")
class TestKabupaten:
    """What one loaded kabupaten shows."""

    def test_every_state_of_every_workflow_has_a_document(self) -> None:
        assert set(ALUR) == set(MODEL) | KAMAR_MENYUSUL
        for jenis, model in MODEL.items():
            ada = set(model._default_manager.values_list("status", flat=True))
            harus = {s for s in daftar_status(jenis) if (jenis, s) not in STATUS_MENYUSUL}
            assert harus <= ada, (jenis, harus - ada)

    def test_what_was_said_through_the_year_is_on_the_forms(self) -> None:
        assert UmpanBalik.objects.filter(ditarik_at__isnull=False).count() == 1
        assert UmpanBalik.objects.filter(dibaca_at__isnull=True).exists()
        assert UmpanBalik.objects.exclude(tanggapan="").count() >= 4
        keadaan = PermintaanUmpanBalik.objects.values_list("jawaban", "ditolak_at")
        assert {(bool(jawab), bool(tolak)) for jawab, tolak in keadaan} == {
            (False, False),
            (False, True),
        }
        andini = UmpanBalik.objects.filter(penerima__nama="Andini Lestari")
        assert set(andini.values_list("hubungan", flat=True)) == {
            "penilai", "rekan", "ketua_tim", "atasan_penilai",
        }  # fmt: skip
        tercetak = [
            umpan["teks"]
            for satu in Evaluasi.objects.filter(pegawai__nama="Andini Lestari").exclude(predikat="")
            for baris in (*satu.rekaman["hasil_kerja"], *satu.rekaman["perilaku_kerja"])
            for umpan in baris["umpan_balik"] or ()
        ]
        assert len(tercetak) >= 3, tercetak

    def test_supervisors_alone_are_not_enough_evidence_about_anybody(self) -> None:
        satu = Analisis.objects.get()
        assert satu.status == Analisis.Status.SELESAI
        assert satu.daftar_saran.count() == satu.periode.daftar_evaluasi.count()
        isi = baca_masukan(aktor=Aktor.sistem(satu.instansi_id, "Asia/Jayapura"), analisis=satu)
        penentu = np.full(len(isi.pegawai), -1)
        penentu[isi.orang] = isi.penentu
        milik = (isi.rater == penentu[isi.ratee]) & (isi.relation == 0)
        assert milik.sum() > 100
        bagian = {n: getattr(isi, n)[milik] for n in ("rater", "ratee", "relation", "items")}
        hasil = hitung(
            masukan=dataclasses.replace(isi, **bagian), bagian=(0.15, 0.6, 0.25), benih=1, k=4
        )
        assert not [baris for baris in hasil.saran if baris.alasan == PilihanAlasan.CUKUP]
        assert not [baris for baris in hasil.keketatan if baris.nilai is not None]
        assert hasil.tanda == []

    def test_audit_and_receipts_verify(self) -> None:
        assert audit.verifikasi().utuh
        for jenis in ("realisasi", "evaluasi", "swakaji", "bukti", "progres_harian"):
            tanda = TandaTerima.objects.filter(jenis=jenis).order_by("?")[:10]
            assert len(tanda) == 10, jenis
            assert all(tanda_terima.sah(satu.token) == satu for satu in tanda)

    def test_every_status_is_the_last_step_of_its_history(self) -> None:
        for jenis, model in MODEL.items():
            akhir = dict(
                RiwayatStatus.objects.filter(jenis=jenis)
                .order_by("id")
                .values_list("objek_id", "ke")
            )
            for pk, status in model._default_manager.values_list("pk", "status"):
                assert akhir.get(pk, status) == status, (jenis, pk)

    def test_the_shares_of_the_national_table_an_acting_head_and_a_move(self) -> None:
        status = Counter(Pegawai.objects.exclude(nip=None).values_list("status", flat=True))
        semua = sum(status.values())
        assert 0.5 < status["pns"] / semua < 0.75
        assert {"cpns", "pppk", "pppk_paruh_waktu"} <= set(status)
        for jabatan in ("Guru", "Perawat", "Bidan"):
            assert Penugasan.objects.filter(jabatan__nama__startswith=jabatan).exists(), jabatan
        plt = Penugasan.objects.get(jenis="plt")
        assert not Penugasan.objects.filter(
            unit=plt.unit, memimpin_unit=True, jenis="definitif"
        ).exists()
        kosong = UnitKerja.objects.get(kode="010501")
        assert not Penugasan.objects.filter(
            unit=kosong, memimpin_unit=True, sampai__isnull=True
        ).exists()
        assert SKP.objects.filter(status="ditutup", tahun=2026).count() == 2

    def test_the_crowd_plans_works_and_moves_by_the_rules(self) -> None:
        instansi = Instansi.objects.get(kode="9499")
        assert Pegawai.objects.filter(instansi=instansi).count() > 160
        lalu = SKP.objects.filter(instansi=instansi, tahun=2025)
        assert set(lalu.values_list("status", flat=True)) == {"ditetapkan"}
        assert lalu.filter(terlambat=True).exists()
        assert SKP.objects.filter(tahun=2026, status="ditetapkan").count() > 140
        assert not SKP.objects.filter(status="ditetapkan", rekaman={}).exists()
        pindah = SKP.objects.get(
            tahun=2026, status="ditutup", penugasan__unit__kode=peristiwa.UNIT_ASAL
        )
        assert pindah.selesai == dt.date(2026, 6, 30)
        baru = SKP.objects.get(pegawai=pindah.pegawai, mulai=dt.date(2026, 7, 1))
        assert baru.penilai_id != pindah.penilai_id
        for satu in Evaluasi.objects.exclude(predikat=""):
            assert satu.ditetapkan_pada is not None
            assert (
                satu.predikat
                == predikat_kinerja(
                    hasil_kerja=Rating(satu.rating_hasil_kerja),
                    perilaku_kerja=Rating(satu.rating_perilaku_kerja),
                    pada=satu.ditetapkan_pada,
                ).predikat
            )
        tahunan = Evaluasi.objects.filter(periode__tahun=2025, periode__jenis="tahunan")
        assert tahunan.filter(status="final").count() > 150
        orang = keramaian.daftar_orang(instansi, 2026)
        assert all(satu.penilai is not None for satu in orang)

    def test_a_penilai_who_moved_left_exit_evaluations(self) -> None:
        keluar = EvaluasiKeluar.objects.get(pegawai__nama="Laode Rahmat")
        assert keluar.penilai.nama == "Siti Nurhaliza Umar"
        assert keluar.diisi_at is not None
        assert EvaluasiKeluar.objects.filter(diisi_at__isnull=True).exists()
        hubungan = HubunganPenilai.objects.filter(penugasan__pegawai__nama="Laode Rahmat")
        assert hubungan.filter(penilai__nama="Paulus Rumere", sampai__isnull=True).exists()

    def test_the_stories_have_believable_work(self) -> None:
        for nama, _keterangan in cerita.ORANG_MASUK[:9]:
            milik = Realisasi.objects.filter(pegawai__nama=nama, periode__tahun=2026)
            assert set(milik.values_list("periode__urut", flat=True)) == {1, 2, 3, 4}, nama
            assert milik.filter(teks="", nilai__isnull=True).count() == 0
            hari = ProgresHarian.objects.filter(pegawai__nama=nama).values("tanggal").distinct()
            assert hari.count() > 10, nama
        bukti = BuktiDukung.objects.filter(jenis="berkas").select_related("berkas")
        assert {satu.berkas.jenis_isi for satu in bukti if satu.berkas} == {
            "application/pdf",
            "image/png",
        }
        pertama = bukti.first()
        assert pertama is not None
        assert pertama.berkas is not None
        assert baca_berkas(pertama.berkas).startswith((b"%PDF-", b"\x89PNG"))
        data = Realisasi.objects.filter(pegawai__nama="Andini Lestari", asal="dari_data")
        assert data.filter(status="diverifikasi", sumber_data="Log SIAK").exists()
        assert not data.filter(data_per__isnull=True).exists()
        kadek = CapaianPegawai.objects.get(pegawai__nama="Kadek Ayu Pramesti")
        assert kadek.status == "diverifikasi"
        assert kadek.nilai_sebelum is not None
        assert kadek.nilai_sesudah is not None
        assert kadek.nilai_sesudah < kadek.nilai_sebelum
        assert CapaianPegawai.objects.get(pegawai__nama="Andini Lestari").status == "dilaporkan"
        assert FaktorLuarKendali.objects.filter(pegawai__nama="Rosalina Sawaki").exists()
        kembali = Realisasi.objects.filter(pegawai__nama="Dewi Anggraini", status="dikembalikan")
        assert kembali.exists()
        assert not kembali.filter(catatan="").exists()

    def test_the_newest_round_waits_at_every_door(self) -> None:
        putaran = Evaluasi.objects.filter(periode__tahun=2026, periode__urut=3)
        kadek = putaran.get(pegawai__nama="Kadek Ayu Pramesti")
        assert kadek.status == "terbuka"
        assert kadek.daftar_catatan.filter(oleh="penilai").exists()
        maria = putaran.get(pegawai__nama="Maria Goreti Kambu")
        assert maria.status == "ditetapkan"
        assert maria.ditetapkan_pada is not None
        assert (PADA - maria.ditetapkan_pada).days > 7
        kertas = putaran.get(pegawai__nama=cerita_nilai.DI_KERTAS)
        assert kertas.cara_penyampaian == "kertas"
        assert kertas.saksi_penyampaian
        assert kertas.berkas_penyampaian is not None
        assert kertas.disetujui_oleh is not None
        wayan = putaran.get(pegawai__nama="Ni Wayan Sriasih")
        assert wayan.alasan_buka_kembali
        lemah = Evaluasi.objects.get(
            pegawai__nama="Laode Rahmat", periode__tahun=2026, periode__urut=2
        )
        assert lemah.rating_hasil_kerja == "di_bawah"
        assert lemah.alasan_hasil_kerja

    def test_the_crowd_looks_back_and_its_raters_mark(self) -> None:
        evaluasi = Evaluasi.objects.filter(periode__tahun=2026).count()
        assert Swakaji.objects.filter(evaluasi__periode__tahun=2026).count() > evaluasi * 0.7
        oleh = Counter(CatatanKerja.objects.values_list("oleh", flat=True))
        assert min(oleh[k] for k in ("pegawai", "penilai", "atasan_penilai")) > 100
        buta = Evaluasi.objects.filter(tanda_buta=True, daftar_catatan__oleh="atasan_penilai")
        assert buta.exists()
        assert not CatatanKerja.objects.filter(
            oleh="atasan_penilai", evaluasi__tanda_buta=False
        ).exists()
        assert BuktiDukung.objects.filter(jenis="tautan").count() > 100
        assert CapaianPegawai.objects.count() > 10

    def test_daily_lines_keep_the_rules_of_the_room(self) -> None:
        baris: dict[tuple[int, dt.date], list[tuple[dt.time, dt.time]]] = {}
        kerja = set(hari_kerja(dt.date(2026, 10, 1), PADA).daftar)
        for satu in ProgresHarian.objects.select_related("skp", "rencana_aksi__periode"):
            assert satu.skp.mulai <= satu.tanggal <= min(satu.skp.selesai, PADA)
            assert satu.tanggal in kerja
            assert satu.rencana_aksi is not None
            assert satu.rencana_aksi.periode.mulai <= satu.tanggal
            assert satu.tanggal <= satu.rencana_aksi.periode.selesai
            baris.setdefault((satu.pegawai_id, satu.tanggal), []).append(
                (satu.jam_mulai, satu.jam_selesai)
            )
        for jam in baris.values():
            urut = sorted(jam)
            assert all(a[1] <= b[0] for a, b in itertools.pairwise(urut))

    def test_every_set_result_closed_its_material(self) -> None:
        for satu in Evaluasi.objects.exclude(predikat="").select_related("skp"):
            assert PenutupanBahan.objects.filter(
                penugasan=satu.skp.penugasan_id, periode=satu.periode_id
            ).exists()
            assert satu.rekaman["predikat"] == satu.predikat


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("hari", "ada_tahun_ini"),
    [
        # Which day it is decides the dates, not the database: PostgreSQL loads the leap day.
        pytest.param(dt.date(2026, 1, 3), False, marks=pytest.mark.sqlite),
        (dt.date(2028, 2, 29), True),
        pytest.param(dt.date(2026, 12, 31), True, marks=pytest.mark.sqlite),
    ],
    ids=str,
)
def test_any_day_may_be_today(hari: dt.date, ada_tahun_ini: bool, settings) -> None:
    saat = dt.datetime.combine(hari, dt.time(5), dt.UTC)
    with clock.jam_beku(saat):
        pertama = muat(jumlah=0)
        jumlah = [model.objects.count() for model in (SKP, Realisasi, TandaTerima)]
        assert muat(jumlah=0) == pertama  # loaded twice with one effect
        assert pertama.instansi
    settings.TERA_LATIHAN = True
    ditawarkan = latihan.daftar_orang()
    assert [satu.nama for satu in ditawarkan if satu.utama] == list(cerita.ORANG_UTAMA)
    assert all(latihan.akun_latihan(satu.akun) for satu in ditawarkan)
    assert [model.objects.count() for model in (SKP, Realisasi, TandaTerima)] == jumlah
    kini = SKP.objects.filter(tahun=hari.year)
    assert kini.filter(status="ditetapkan").exists() is ada_tahun_ini
    assert Realisasi.objects.filter(periode__tahun=hari.year).exists() is ada_tahun_ini
    assert SKP.objects.filter(tahun=hari.year - 1, status="ditetapkan").count() > 15
    lalu = Periode.objects.get(tahun=hari.year - 1, jenis="tahunan")
    assert Evaluasi.objects.filter(periode=lalu).exists()
    for model, kolom in (
        (RiwayatStatus, "terjadi_at"),
        (TandaTerima, "terjadi_at"),
        (Swakaji, "dikirim_at"),
        (Realisasi, "dilaporkan_at"),
        (Realisasi, "diperiksa_at"),
    ):
        assert not model.objects.filter(**{f"{kolom}__gt": saat}).exists(), (model, kolom)
    assert not Evaluasi.objects.filter(ditetapkan_pada__gt=hari).exists()
    assert not Evaluasi.objects.filter(diterima_pada__gt=hari).exists()
    assert not ProgresHarian.objects.filter(tanggal__gt=hari).exists()
    assert not CapaianPegawai.objects.filter(tanggal__gt=hari).exists()
    assert audit.verifikasi().utuh
    for satu in TandaTerima.objects.order_by("?")[:40]:
        assert tanda_terima.sah(satu.token) == satu
