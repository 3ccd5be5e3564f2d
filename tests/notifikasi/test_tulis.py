"""Who is told what: once per person and event, never oneself, nothing before its time."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evaluasi import panggung as evaluasi
from notifikasi.conftest import PAGI
from notifikasi.panggung import jenis_milik, kabari, kejadian
from pelaksanaan import panggung as pelaksanaan
from pemeran import Pemeran
from tera.core import clock
from tera.core.kejadian import antar_tertunda, terbitkan_banyak
from tera.core.models import PengirimanKejadian, RiwayatStatus
from tera.notifikasi.jenis import JENIS, PER_KODE, PER_PERISTIWA, Jenis, Kabar
from tera.notifikasi.models import KelompokNotifikasi, Notifikasi
from tera.notifikasi.services.tulis import kabarkan, terima, terima_banyak
from tera.notifikasi.tampilan import kalimat_banyak
from tera.organisasi.models import PeranPetugas
from tera.regulasi.alur import ALUR

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pagi")]


def test_the_rater_is_told_that_a_plan_was_sent_and_the_sentence_names_the_person(
    para: Pemeran,
) -> None:
    skp = evaluasi.skp_ditetapkan(para)
    kabari(para.instansi.pk, "skp.ajukan", id=skp.pk)
    satu = Notifikasi.objects.get()
    assert satu.pegawai == para.budi
    assert satu.muatan == {"id": skp.pk, "tentang": para.andi.pk, "tahun": 2026}
    assert "Andi Pegawai mengajukan SKP 2026" in kalimat_banyak([satu])[0]


def test_the_same_event_told_again_adds_nothing(para: Pemeran) -> None:
    skp = evaluasi.skp_ditetapkan(para)
    satu = kabari(para.instansi.pk, "skp.ajukan", id=skp.pk)
    terima(satu)
    terima(satu)
    assert Notifikasi.objects.count() == 1
    kabari(para.instansi.pk, "skp.ajukan", id=skp.pk)
    assert Notifikasi.objects.count() == 2


def test_nobody_is_told_what_they_did_themselves(para: Pemeran) -> None:
    skp = evaluasi.skp_ditetapkan(para)
    for pegawai, harap in ((para.budi, []), (para.citra, ["skp.ditutup"])):
        riwayat = RiwayatStatus.objects.create(
            instansi_id=para.instansi.pk, jenis="skp", objek_id=skp.pk, aksi="tutup",
            dari="ditetapkan", ke="ditutup", pegawai_id=pegawai.pk, nama_aktor="x",
            peran="pengelola", pada="2026-11-20", terjadi_at="2026-11-20T01:00Z",
        )  # fmt: skip
        skp.pegawai = para.budi
        skp.save()
        kabari(para.instansi.pk, "skp.tutup", id=skp.pk, riwayat_id=riwayat.pk)
        assert jenis_milik(para.budi) == harap


def test_an_event_of_another_instansi_finds_no_object(para: Pemeran) -> None:
    skp = evaluasi.skp_ditetapkan(para)
    kabari(para.instansi_lain.pk, "skp.ajukan", id=skp.pk)
    assert not Notifikasi.objects.exists()


def test_the_person_is_told_of_the_appraisal_only_when_it_is_delivered(para: Pemeran) -> None:
    hasil = evaluasi.tetapkan(para)
    for nama in ("nilai", "tetapkan", "minta_buka_kembali", "setujui_buka_kembali"):
        kabari(para.instansi.pk, f"evaluasi.{nama}", id=hasil.pk)
    assert jenis_milik(para.andi) == []
    assert jenis_milik(para.citra) == ["evaluasi.minta_buka_kembali"]
    kabari(para.instansi.pk, "evaluasi.sampaikan", id=hasil.pk)
    assert jenis_milik(para.andi) == ["evaluasi.disampaikan"]


def test_a_rating_that_needs_a_second_signature_calls_the_one_above(para: Pemeran) -> None:
    hasil = evaluasi.tetapkan(para)
    kabari(para.instansi.pk, "evaluasi.nilai", id=hasil.pk)
    assert jenis_milik(para.fajar) == []
    hasil.perlu_tanda_tangan_atasan = True
    hasil.save()
    kabari(para.instansi.pk, "evaluasi.nilai", id=hasil.pk)
    assert jenis_milik(para.fajar) == ["evaluasi.tanda_tangan"]


def test_the_atasan_is_told_that_a_target_was_reached(
    para: Pemeran, django_capture_on_commit_callbacks
) -> None:
    skp = evaluasi.skp_ditetapkan(para)
    with django_capture_on_commit_callbacks(execute=True):
        pelaksanaan.lapor(para, skp, "1200", urut=3)
    assert jenis_milik(para.budi) == ["realisasi.dilaporkan", "realisasi.target_tercapai"]
    teks = kalimat_banyak(list(Notifikasi.objects.filter(jenis="realisasi.target_tercapai")))
    assert teks == ["Andi Pegawai mencapai target, Triwulan 3 Tahun 2026; baca dan beri tanggapan"]


def test_many_figures_of_one_day_are_one_piece_of_news(para: Pemeran) -> None:
    skp = evaluasi.skp_ditetapkan(para)
    realisasi = pelaksanaan.lapor(para, skp, "10", urut=3)
    for _kali in range(3):
        kabari(para.instansi.pk, "realisasi.laporkan", id=realisasi.pk)
    assert jenis_milik(para.budi) == ["realisasi.dilaporkan"]


def test_a_report_of_a_wrong_rater_reaches_the_pengelola_of_the_unit_and_no_other(
    para: Pemeran,
) -> None:
    from tera.organisasi.models import LaporanPenilai

    laporan = LaporanPenilai.objects.create(
        instansi=para.instansi, pegawai=para.andi, penugasan=para.penugasan(para.andi),
        keterangan="Atasan saya sudah pindah", dibuat_at="2026-11-20T01:00Z",
    )  # fmt: skip
    kabari(para.instansi.pk, "laporan_penilai.laporkan", id=laporan.pk)
    assert jenis_milik(para.citra) == ["laporan_penilai.dilaporkan"]
    # Her letter speaks of another unit now: the admin of the whole is asked instead.
    PeranPetugas.objects.filter(pegawai=para.citra).update(unit=para.dinas_lain)
    PeranPetugas.objects.filter(pegawai=para.eka).update(peran="admin")
    kabari(para.instansi.pk, "laporan_penilai.laporkan", id=laporan.pk)
    assert jenis_milik(para.citra) == ["laporan_penilai.dilaporkan"]
    assert jenis_milik(para.eka) == ["laporan_penilai.dilaporkan"]


def test_an_opened_year_is_told_to_everybody_who_plans_by_the_worker(para: Pemeran) -> None:
    from tera.organisasi.services.periode import buat_periode_tahun

    buat_periode_tahun(
        aktor=para.aktor(para.citra), tahun=2027, pada=evaluasi.PADA, dibuka_pada=evaluasi.PADA
    )
    assert not Notifikasi.objects.exists()
    antar_tertunda()
    antar_tertunda()
    told = set(Notifikasi.objects.values_list("pegawai__nama", flat=True))
    assert {"Andi Pegawai", "Budi Penilai", "Citra Pengelola", "Fajar Kepala"} <= told
    assert not told & {"Dewi Orang Lain", "Gita Bupati"}
    assert Notifikasi.objects.filter(pegawai=para.andi).count() == 1


def test_the_cost_of_telling_many_does_not_grow_with_each_of_them(
    para: Pemeran, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(8):
        kabarkan(
            jenis=PER_KODE["organisasi.periode_dibuka"], instansi_id=para.instansi.pk,
            daftar=[Kabar(satu.pk, {"periode_id": 1}) for satu in (para.andi, para.budi)],
            kunci="uji", saat=clock.sekarang(),
        )  # fmt: skip
    with django_assert_max_num_queries(8):
        kabarkan(
            jenis=PER_KODE["organisasi.periode_dibuka"], instansi_id=para.instansi.pk,
            daftar=[Kabar(para.andi.pk, {}, f"uji{n}") for n in range(100)],
            kunci="lain", saat=clock.sekarang(),
        )  # fmt: skip
    assert Notifikasi.objects.count() == 102


def _final(para: Pemeran, pk: int, banyak: int) -> None:
    terbitkan_banyak(
        [
            (para.instansi.pk, "evaluasi.finalkan", {"id": pk}, PAGI + n * dt.timedelta(minutes=1))
            for n in range(banyak)
        ]
    )


def test_many_final_results_are_told_once_each_in_the_same_queries(bersurel: Pemeran) -> None:
    para, pk = bersurel, evaluasi.tetapkan(bersurel).pk
    kueri = []
    for banyak in (3, 60):
        antar_tertunda()
        Notifikasi.objects.all().delete()
        _final(para, pk, banyak)
        with CaptureQueriesContext(connection) as tangkap:
            assert antar_tertunda() >= banyak
        kueri.append(len(tangkap))
        daftar = Notifikasi.objects.filter(pegawai=para.andi, jenis="evaluasi.final")
        assert list(daftar.order_by("pk").values_list("terjadi_at", flat=True)) == [
            PAGI + n * dt.timedelta(minutes=1) for n in range(banyak)
        ]
        assert all(satu.surel_id for satu in daftar)
    # Handed over again, as after a worker that died before its mark.
    PengirimanKejadian.objects.update(selesai_at=None)
    antar_tertunda()
    assert Notifikasi.objects.filter(jenis="evaluasi.final").count() == 63 - 3 + 3
    assert kueri[1] <= kueri[0] + 4, kueri


def test_a_batch_keeps_instansi_apart_and_tells_nobody_their_own_step(para: Pemeran) -> None:
    satu = evaluasi.tetapkan(para)
    riwayat = RiwayatStatus.objects.create(
        instansi_id=para.instansi.pk, jenis="evaluasi", objek_id=satu.pk, aksi="sampaikan",
        dari="ditetapkan", ke="disampaikan", pegawai_id=para.andi.pk, nama_aktor="x",
        peran="penilai", pada="2026-11-20", terjadi_at="2026-11-20T01:00Z",
    )  # fmt: skip
    nama = "evaluasi.sampaikan"
    terima_banyak(
        [
            kejadian(para.instansi.pk, nama, id=satu.pk, riwayat_id=riwayat.pk),
            kejadian(para.instansi_lain.pk, nama, id=satu.pk),
            kejadian(para.instansi.pk, nama, id=10**9),
        ]
    )
    assert not Notifikasi.objects.exists()
    terima_banyak(
        [kejadian(para.instansi.pk, nama, id=satu.pk), kejadian(para.instansi.pk, nama, id=10**9)]
    )
    assert jenis_milik(para.andi) == ["evaluasi.disampaikan"]


def test_a_secret_kind_may_name_nobody(para: Pemeran) -> None:
    rahasia = Jenis(
        "putaran.uji", KelompokNotifikasi.TUGAS, "Ada putaran", "web:beranda", rahasia=True
    )
    with pytest.raises(ValueError, match="tidak boleh menyebut orang"):
        kabarkan(
            jenis=rahasia, instansi_id=para.instansi.pk, kunci="x", saat=clock.sekarang(),
            daftar=[Kabar(para.andi.pk, {"tentang": para.budi.pk})],
        )  # fmt: skip


def test_every_kind_has_a_route_and_a_sentence_its_payload_can_fill(para: Pemeran) -> None:
    from django.urls import reverse

    for satu in JENIS:
        assert reverse(satu.rute, args=[1] * len(satu.argumen)), satu.kode
        contoh = Notifikasi(
            jenis=satu.kode,
            muatan={
                "tentang": para.andi.pk, "periode_id": para.periode.pk, "tahun": 2026,
                "batas": "2026-01-31", "jumlah": 2,
            },
        )  # fmt: skip
        assert "%(" not in kalimat_banyak([contoh])[0]


def test_every_event_of_a_workflow_that_is_listened_to_exists() -> None:
    terbit = {f"{jenis}.{langkah.aksi}" for jenis, daftar in ALUR.items() for langkah in daftar}
    sendiri = {
        "skp.pindah_penilai", "realisasi.laporkan", "realisasi.target_tercapai",
        "capaian_pegawai.laporkan", "evaluasi.swakaji_dikirim", "evaluasi.terima",
        "evaluasi.minta_buka_kembali", "evaluasi.setujui_buka_kembali",
        "laporan_penilai.laporkan", "organisasi.periode_dibuka", "organisasi.akses_petugas",
        "keberatan.alihkan", "umpan_balik.kunci_dibuka", "masukan_masyarakat.kaitkan",
        "dialog.pertemuan_dijadwalkan", "dialog.pertemuan_diubah", "dialog.pertemuan_dibatalkan",
        "dialog.kesepakatan_diusulkan", "dialog.kesepakatan_jatuh_tempo",
        "dialog.pertanyaan_diajukan", "dialog.pertanyaan_dijawab", "dialog.sesi_dijadwalkan",
        "dialog.sesi_diubah", "dialog.sesi_dibatalkan", "umpan_balik.dikirim",
        "umpan_balik.ditanggapi", "umpan_balik.diminta", "umpan_balik.permintaan_ditolak",
        "talenta.koreksi_diajukan", "talenta.peta_ditetapkan",
        "tindak_lanjut.usulkan", "tindak_lanjut.bimbingan", "tindak_lanjut.konseling_dijadwalkan",
        "tindak_lanjut.konseling_dibatalkan", "tindak_lanjut.konseling_dilaporkan",
        "tindak_lanjut.konseling_diminta", "tindak_lanjut.ketidakhadiran",
        "tinjauan_perjanjian.buka",
        "pengembangan.nominasi_diusulkan", "pengembangan.tugas_diusulkan",
        "pengembangan.pendampingan_diusulkan", "pengembangan.sesi_dibatalkan",
        "penghargaan.dicalonkan", "penghargaan.tim_ditunjuk", "penghargaan.ditelaah",
        "penghargaan.diumumkan", "penghargaan.rekam_dicatat", "penghargaan.koreksi_dijawab",
        "angka_kredit.menunggu", "angka_kredit.pak_disusun", "angka_kredit.fakta_dicatat",
        "angka_kredit.masa_dicatat", "angka_kredit.masa_diimpor", "angka_kredit.masa_diakhiri",
        "kalibrasi.diundang", "kalibrasi.permintaan_dijawab",
        "kalibrasi.selesai",
        "bimtek.kelas_diundang", "bimtek.kelas_dilatih", "bimtek.kelas_diingatkan",
        "bimtek.kelas_diubah", "bimtek.kelas_dibatalkan", "bimtek.kelas_undangan_dicabut",
        "bimtek.sosialisasi_diberikan", "bimtek.sosialisasi_diingatkan",
    }  # fmt: skip
    assert set(PER_PERISTIWA) <= terbit | sendiri


def test_a_kind_of_a_version_that_is_gone_still_says_something(para: Pemeran) -> None:
    kejadian(para.instansi.pk, "lama.sekali", id=1)
    assert kalimat_banyak([Notifikasi(jenis="lama.sekali")]) == ["Notifikasi lama"]
