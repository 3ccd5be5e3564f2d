"""Objections: in time and out of time, both sides heard, decided once by who may."""

import datetime as dt
import io

import pytest

from evaluasi import panggung
from evaluasi import panggung_keberatan as stage
from pemeran import Pemeran, buat_pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import JejakAudit, Kejadian, RiwayatStatus, TandaTerima
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi, HitunganEvaluasi, Keberatan
from tera.evaluasi.services import IsiKertas, IsiKeterangan
from tera.evaluasi.services.penyampaian import finalkan_yang_lewat
from tera.organisasi.models import HubunganDekat, Penugasan, PeranPetugas
from tera.organisasi.services import segarkan_penilai

pytestmark = pytest.mark.django_db
PADA = panggung.PADA
HARI_14 = PADA + dt.timedelta(days=14)
ZONA = "Asia/Jayapura"


def terima_pada(evaluasi: Evaluasi, hari: dt.date) -> Evaluasi:
    Evaluasi.objects.filter(pk=evaluasi.pk).update(
        ditetapkan_pada=hari, disampaikan_pada=hari, diterima_pada=hari
    )
    evaluasi.refresh_from_db()
    return evaluasi


# --- the window -----------------------------------------------------------------------------
def test_t43_an_objection_on_the_fourteenth_day_is_accepted_with_a_receipt() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    keberatan, tanda = services.ajukan_keberatan(
        aktor=para.aktor(para.andi), evaluasi=evaluasi, alasan=" Ada yang keliru. ", pada=HARI_14
    )
    evaluasi.refresh_from_db()
    assert evaluasi.status == "keberatan"
    assert (keberatan.status, keberatan.alasan) == ("diajukan", "Ada yang keliru.")
    assert (keberatan.batas_hari, keberatan.batas) == (HARI_14, HARI_14)
    assert (keberatan.kepada, keberatan.dasar_kepada) == (para.fajar, "atasan_penilai")
    assert keberatan.target_pada == dt.date(2026, 12, 28)
    assert TandaTerima.objects.get(nomor=tanda.nomor).pegawai_id == para.andi.pk
    assert keberatan.rekaman_awal == evaluasi.rekaman


def test_t44_on_the_fifteenth_day_it_is_refused_and_the_dates_are_said() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    with pytest.raises(StatusTidakSesuaiError) as galat:
        stage.ajukan(para, evaluasi, HARI_14 + dt.timedelta(days=1))
    assert "diterima 20-11-2026" in galat.value.pesan
    assert "04-12-2026" in galat.value.pesan
    assert not Keberatan.objects.exists()
    evaluasi.refresh_from_db()
    assert evaluasi.status == "disampaikan"


def test_t44_when_the_fourteenth_day_is_a_day_off_both_dates_are_said() -> None:
    para = buat_pemeran()
    evaluasi = terima_pada(stage.diterima(para), dt.date(2026, 3, 9))
    with pytest.raises(StatusTidakSesuaiError) as galat:
        stage.ajukan(para, evaluasi, dt.date(2026, 3, 26))
    assert "hari ke-14 jatuh pada 23-03-2026" in galat.value.pesan
    assert "sampai 25-03-2026" in galat.value.pesan
    keberatan = stage.ajukan(para, evaluasi, dt.date(2026, 3, 25))
    assert (keberatan.batas_hari, keberatan.batas) == (dt.date(2026, 3, 23), dt.date(2026, 3, 25))


def test_a_window_that_rests_on_days_not_decreed_waits_like_finality_does() -> None:
    para = buat_pemeran()
    evaluasi = terima_pada(stage.diterima(para), dt.date(2027, 12, 20))
    hari = dt.date(2028, 1, 5)
    assert finalkan_yang_lewat(instansi_id=para.instansi.pk, zona=ZONA, pada=hari) == 0
    keberatan = stage.ajukan(para, evaluasi, hari)
    assert keberatan.batas_sementara
    assert keberatan.target_pada is None


def jadwalkan(para: Pemeran, sampai: dt.date) -> None:
    type(para.periode).objects.filter(pk=para.periode.pk).update(
        keberatan_sampai=sampai, dasar_keberatan="SE Sekda 12/2026"
    )


def test_the_agencys_calendar_keeps_the_window_open_and_finality_waits_for_it() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    akhir = HARI_14 + dt.timedelta(days=10)
    jadwalkan(para, akhir)
    lusa = akhir + dt.timedelta(days=1)
    assert finalkan_yang_lewat(instansi_id=para.instansi.pk, zona=ZONA, pada=akhir) == 0
    with pytest.raises(StatusTidakSesuaiError) as galat:
        stage.ajukan(para, evaluasi, lusa)
    assert "hari ke-14 jatuh pada 04-12-2026" in galat.value.pesan
    assert "Jadwal instansi: sampai 14-12-2026" in galat.value.pesan
    assert finalkan_yang_lewat(instansi_id=para.instansi.pk, zona=ZONA, pada=lusa) == 1
    Evaluasi.objects.filter(pk=evaluasi.pk).update(status="disampaikan")
    keberatan = stage.ajukan(para, evaluasi, akhir)
    assert (keberatan.batas_hari, keberatan.jadwal_instansi, keberatan.batas) == (
        HARI_14, akhir, akhir,
    )  # fmt: skip


def test_a_calendar_that_ends_before_the_fourteenth_day_takes_nothing_away() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    jadwalkan(para, PADA + dt.timedelta(days=7))
    assert finalkan_yang_lewat(instansi_id=para.instansi.pk, zona=ZONA, pada=HARI_14) == 0
    keberatan = stage.ajukan(para, evaluasi, HARI_14)
    assert keberatan.batas == HARI_14


def test_the_window_begins_only_with_the_proven_receipt() -> None:
    para = buat_pemeran()
    evaluasi = panggung.tetapkan(para)
    andi = para.aktor(para.andi)
    with pytest.raises(StatusTidakSesuaiError):
        services.ajukan_keberatan(aktor=andi, evaluasi=evaluasi, alasan="x", pada=PADA)
    services.sampaikan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    with pytest.raises(StatusTidakSesuaiError, match="penerimaan"):
        services.ajukan_keberatan(
            aktor=andi, evaluasi=evaluasi, alasan="x", pada=PADA + dt.timedelta(days=60)
        )
    services.terima_evaluasi(aktor=andi, evaluasi=evaluasi, pada=PADA)
    with pytest.raises(MasukanSalahError) as galat:
        services.ajukan_keberatan(aktor=andi, evaluasi=evaluasi, alasan="  ", pada=PADA)
    assert set(galat.value.per_bidang) == {"alasan"}
    for lain in (para.budi, para.fajar, para.citra, para.eka):
        with pytest.raises(TidakBerwenangError):
            services.ajukan_keberatan(
                aktor=para.aktor(lain), evaluasi=evaluasi, alasan="x", pada=PADA
            )


def test_one_who_retired_meanwhile_still_objects() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    Penugasan.objects.filter(pegawai=para.andi).update(sampai=PADA)
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=PADA)
    keberatan = stage.ajukan(para, evaluasi, PADA + dt.timedelta(days=3))
    assert keberatan.kepada == para.fajar


def kertas(
    hari: dt.date | None, isi: bytes | None = b"%PDF-1.4 surat", bukti: str = ""
) -> IsiKertas:
    return IsiKertas(hari, "surat.pdf", io.BytesIO(isi) if isi else None, bukti)


def test_the_pengelola_types_in_a_signed_paper_and_its_day_counts() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    isi = {"aktor": para.aktor(para.citra), "evaluasi": evaluasi, "alasan": "Seperti pada surat."}
    nanti = HARI_14 + dt.timedelta(days=3)
    for surat, bidang in (
        (kertas(None), "diajukan_pada"),
        (kertas(nanti), "diajukan_pada"),
        (kertas(nanti + dt.timedelta(days=1)), "diajukan_pada"),
        (kertas(PADA - dt.timedelta(days=1)), "diajukan_pada"),
        (kertas(HARI_14, None), "berkas"),
        (kertas(HARI_14, b"bukan pdf"), "berkas"),
    ):
        with pytest.raises(MasukanSalahError) as galat:
            services.ajukan_keberatan(**isi, pada=nanti, kertas=surat)
        assert bidang in galat.value.per_bidang
    keberatan, _tanda = services.ajukan_keberatan(**isi, pada=nanti, kertas=kertas(HARI_14))
    assert (keberatan.cara, keberatan.diajukan_pada) == ("kertas", HARI_14)
    assert (keberatan.nama_pencatat, keberatan.berkas_kertas.nama) == (
        "Citra Pengelola",
        "surat.pdf",
    )


# --- after the result became final -----------------------------------------------------------
def menjadi_final(para: Pemeran) -> Evaluasi:
    evaluasi = stage.diterima(para)
    besok = HARI_14 + dt.timedelta(days=1)
    assert finalkan_yang_lewat(instansi_id=para.instansi.pk, zona=ZONA, pada=besok) == 1
    evaluasi.refresh_from_db()
    return evaluasi


def test_a_paper_handed_in_on_time_is_heard_although_the_result_became_final_meanwhile() -> None:
    para = buat_pemeran()
    evaluasi = menjadi_final(para)
    isi = {"aktor": para.aktor(para.citra), "evaluasi": evaluasi, "alasan": "Seperti pada surat."}
    nanti = HARI_14 + dt.timedelta(days=40)
    for surat, bidang in (
        (kertas(HARI_14 + dt.timedelta(days=1), bukti="Cap agenda 71"), "diajukan_pada"),
        (kertas(HARI_14), "bukti_terima"),
        (kertas(HARI_14, bukti=" "), "bukti_terima"),
        (kertas(HARI_14, bukti="x" * 201), "bukti_terima"),
        (kertas(HARI_14, None, "Cap agenda 71"), "berkas"),
    ):
        with pytest.raises(MasukanSalahError) as galat:
            services.ajukan_keberatan(**isi, pada=nanti, kertas=surat)
        assert set(galat.value.per_bidang) == {bidang}
        evaluasi.refresh_from_db()
        assert evaluasi.status == "final"
    keberatan, _tanda = services.ajukan_keberatan(
        **isi, pada=nanti, kertas=kertas(HARI_14, bukti=" Cap agenda 71 ")
    )
    evaluasi.refresh_from_db()
    assert evaluasi.status == "keberatan"
    assert (keberatan.sesudah_final, keberatan.bukti_terima) == (True, "Cap agenda 71")
    # Who decides had no way to know of it before: the service target runs from the typing in.
    assert keberatan.target_pada is not None
    assert keberatan.target_pada > nanti
    assert keberatan.diajukan_pada == HARI_14
    langkah = RiwayatStatus.objects.get(jenis="evaluasi", objek_id=evaluasi.pk, ke="keberatan")
    assert (langkah.dari, langkah.peran) == ("final", "pengelola")
    stage.dengar(para, keberatan, "pegawai", "penilai", pada=nanti)
    stage.putuskan(para, keberatan, "di_atas", pada=nanti)
    evaluasi.refresh_from_db()
    assert (evaluasi.status, evaluasi.rating_hasil_kerja) == ("diputus", "di_atas")
    # The job has nothing more to do with it.
    assert finalkan_yang_lewat(instansi_id=para.instansi.pk, zona=ZONA, pada=nanti) == 0


def test_a_paper_typed_in_while_the_result_is_open_needs_no_further_proof() -> None:
    para = buat_pemeran()
    keberatan, _tanda = services.ajukan_keberatan(
        aktor=para.aktor(para.citra), evaluasi=stage.diterima(para), alasan="x", pada=HARI_14,
        kertas=kertas(HARI_14),
    )  # fmt: skip
    assert (keberatan.sesudah_final, keberatan.bukti_terima) == (False, "")


def test_on_screen_a_final_result_opens_only_when_the_agency_lengthened_its_window() -> None:
    para = buat_pemeran()
    evaluasi = menjadi_final(para)
    lusa = HARI_14 + dt.timedelta(days=2)
    with pytest.raises(StatusTidakSesuaiError, match="masanya sudah lewat"):
        stage.ajukan(para, evaluasi, lusa)
    jadwalkan(para, lusa)
    with pytest.raises(StatusTidakSesuaiError, match="masanya sudah lewat"):
        stage.ajukan(para, evaluasi, lusa + dt.timedelta(days=1))
    for lain in (para.budi, para.fajar, para.eka, para.dewi):
        with pytest.raises(TidakBerwenangError):
            services.ajukan_keberatan(
                aktor=para.aktor(lain), evaluasi=evaluasi, alasan="x", pada=lusa
            )
    keberatan = stage.ajukan(para, evaluasi, lusa)
    assert (keberatan.sesudah_final, keberatan.batas) == (True, lusa)


def test_a_second_objection_is_refused_open_or_decided() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    keberatan = stage.ajukan(para, evaluasi)
    with pytest.raises(StatusTidakSesuaiError, match="sudah diajukan pada 20-11-2026"):
        stage.ajukan(para, evaluasi)
    stage.dengar(para, keberatan, "pegawai", "penilai")
    stage.putuskan(para, keberatan)
    with pytest.raises(StatusTidakSesuaiError, match="final"):
        stage.ajukan(para, evaluasi)
    assert Keberatan.objects.count() == 1


# --- hearing --------------------------------------------------------------------------------
def test_t45_a_decision_without_both_statements_is_refused_and_says_whose() -> None:
    para = buat_pemeran()
    keberatan = stage.ajukan(para)
    with pytest.raises(StatusTidakSesuaiError):
        stage.putuskan(para, keberatan)
    stage.dengar(para, keberatan)
    with pytest.raises(StatusTidakSesuaiError, match="pegawai dan pejabat penilai"):
        stage.putuskan(para, keberatan)
    stage.dengar(para, keberatan, "pegawai")
    with pytest.raises(StatusTidakSesuaiError) as galat:
        stage.putuskan(para, keberatan)
    assert "keterangan pejabat penilai belum dicatat" in galat.value.pesan
    keberatan.refresh_from_db()
    assert (keberatan.status, keberatan.predikat_putusan) == ("klarifikasi", "")
    stage.dengar(para, keberatan, "penilai")
    stage.putuskan(para, keberatan)
    keberatan.refresh_from_db()
    assert keberatan.status == "diputus"


def test_each_side_writes_its_own_and_the_decider_records_a_hearing_with_its_day() -> None:
    para = buat_pemeran()
    keberatan = stage.ajukan(para)
    andi, budi, fajar = (para.aktor(satu) for satu in (para.andi, para.budi, para.fajar))

    def catat(aktor, isi):
        return services.catat_keterangan(aktor=aktor, keberatan=keberatan, isi=isi, pada=PADA)[0]

    with pytest.raises(TidakBerwenangError):
        catat(andi, IsiKeterangan("x", "penilai"))
    with pytest.raises(TidakBerwenangError):
        catat(para.aktor(para.citra), IsiKeterangan("x", "pegawai"))
    with pytest.raises(MasukanSalahError):
        catat(budi, IsiKeterangan(" "))
    for isi, bidang in (
        (IsiKeterangan("x", "", PADA), "pihak"),
        (IsiKeterangan("x", "penilai"), "tanggal"),
        (IsiKeterangan("x", "penilai", PADA + dt.timedelta(days=1)), "tanggal"),
        (IsiKeterangan("x", "penilai", PADA - dt.timedelta(days=1)), "tanggal"),
        (IsiKeterangan("x", "lain", PADA), "nama"),
    ):
        with pytest.raises(MasukanSalahError) as galat:
            catat(fajar, isi)
        assert set(galat.value.per_bidang) == {bidang}
    tulis = catat(andi, IsiKeterangan("Saya lampirkan laporannya."))
    assert (tulis.pihak, tulis.cara, tulis.nama_pemberi) == ("pegawai", "tertulis", "Andi Pegawai")
    keberatan.refresh_from_db()
    assert keberatan.status == "diajukan"
    # A hearing starts the clarification: nobody presses two buttons.
    dengar = catat(fajar, IsiKeterangan("Budi mengakui.", "penilai", PADA))
    assert (dengar.cara, dengar.nama_pemberi, dengar.nama_pencatat) == (
        "lisan",
        "Budi Penilai",
        "Fajar Kepala",
    )
    keberatan.refresh_from_db()
    assert (keberatan.status, keberatan.klarifikasi_pada) == ("klarifikasi", PADA)
    stage.putuskan(para, keberatan)
    with pytest.raises(StatusTidakSesuaiError):
        catat(andi, IsiKeterangan("terlambat"))


def test_evidence_is_laid_by_the_parties_only_and_checked() -> None:
    para = buat_pemeran()
    keberatan = stage.ajukan(para)

    def lampir(aktor, judul="Laporan Maret", isi: bytes | None = b"%PDF-1.4 laporan"):
        return services.lampirkan_bukti(
            aktor=aktor, keberatan=keberatan, judul=judul, nama_berkas="laporan.pdf",
            isi_berkas=io.BytesIO(isi) if isi else None, pada=PADA,
        )[0]  # fmt: skip

    assert lampir(para.aktor(para.andi)).pihak == "pegawai"
    assert lampir(para.aktor(para.fajar)).pihak == "lain"
    with pytest.raises(TidakBerwenangError):
        lampir(para.aktor(para.citra))
    for judul, isi, bidang in (("", b"%PDF-1.4", "judul"), ("x", None, "berkas"),
                               ("x", b"MZ program", "berkas")):  # fmt: skip
        with pytest.raises(MasukanSalahError) as galat:
            lampir(para.aktor(para.budi), judul, isi)
        assert bidang in galat.value.per_bidang
    assert keberatan.daftar_bukti.count() == 2


# --- the decision ---------------------------------------------------------------------------
def test_t46_the_decision_recomputes_the_predikat_is_final_and_keeps_the_first() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para, "sesuai", "di_atas")
    awal = evaluasi.rekaman
    assert evaluasi.predikat == "baik"
    keberatan = stage.didengar(para, evaluasi)
    stage.putuskan(para, keberatan, "di_atas", "di_atas")
    evaluasi.refresh_from_db()
    keberatan.refresh_from_db()
    assert (evaluasi.status, evaluasi.predikat) == ("diputus", "sangat_baik")
    assert evaluasi.rating_hasil_kerja == "di_atas"
    assert keberatan.rekaman_awal == awal
    assert (keberatan.predikat_awal, keberatan.predikat_putusan) == ("baik", "sangat_baik")
    assert evaluasi.rekaman["predikat"] == "sangat_baik"
    assert evaluasi.rekaman["kode_siasn"] != awal["kode_siasn"]
    assert evaluasi.rekaman["keberatan"]["pemutus"]["nama"] == "Fajar Kepala"
    assert evaluasi.rekaman["hasil_kerja"] == awal["hasil_kerja"]
    assert evaluasi.rekaman["alasan_hasil_kerja"] == "Realisasi melampaui target."
    # What wasn't changed keeps the rater's reason.
    assert evaluasi.rekaman["alasan_perilaku_kerja"] == awal["alasan_perilaku_kerja"]
    with pytest.raises(StatusTidakSesuaiError):
        stage.putuskan(para, keberatan, "sesuai", "sesuai")
    with pytest.raises(StatusTidakSesuaiError):
        stage.ajukan(para, evaluasi)
    assert finalkan_yang_lewat(
        instansi_id=para.instansi.pk, zona=ZONA, pada=dt.date(2027, 6, 1)
    ) == 0  # fmt: skip


def test_a_decision_may_keep_both_ratings_and_needs_its_reasons() -> None:
    para = buat_pemeran()
    keberatan = stage.didengar(para)
    for isi, bidang in (
        ({"hasil": "bagus"}, "rating_hasil"),
        ({"hasil": "di_atas", "alasan_hasil": " "}, "alasan_hasil"),
        ({"perilaku": "di_bawah", "alasan_perilaku": ""}, "alasan_perilaku"),
        ({"pertimbangan": " "}, "pertimbangan"),
    ):
        with pytest.raises(MasukanSalahError) as galat:
            stage.putuskan(para, keberatan, **isi)
        assert set(galat.value.per_bidang) == {bidang}
    stage.putuskan(para, keberatan, alasan_hasil="", alasan_perilaku="")
    keberatan.refresh_from_db()
    assert not keberatan.berubah
    assert Evaluasi.objects.get(pk=keberatan.evaluasi_id).predikat == "baik"


def test_t47_the_rater_cannot_decide_not_even_as_plt_of_the_superior() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    Penugasan.objects.filter(pegawai=para.fajar).update(sampai=PADA - dt.timedelta(days=1))
    tugas = para.penugasan(para.fajar)
    Penugasan.objects.create(
        instansi=para.instansi, pegawai=para.budi, unit=para.dinas, jabatan=tugas.jabatan,
        jenis="plt", memimpin_unit=True, sejak=PADA, dasar="SPT Plt 1",
    )  # fmt: skip
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=PADA)
    keberatan = stage.ajukan(para, evaluasi)
    assert keberatan.kepada == para.bupati
    assert "Gita Bupati" in keberatan.penjelasan_kepada
    stage.dengar_oleh(para, keberatan, para.bupati)
    with pytest.raises(TidakBerwenangError):
        stage.putuskan(para, keberatan, oleh=para.budi)
    with pytest.raises(TidakBerwenangError):
        stage.putuskan(para, keberatan, oleh=para.andi)
    stage.putuskan(para, keberatan, oleh=para.bupati)


def test_t47_the_rater_is_refused_also_where_nothing_is_vacant() -> None:
    para = buat_pemeran()
    keberatan = stage.didengar(para)
    for lain in (para.budi, para.andi, para.citra, para.eka, para.bupati, para.dewi):
        with pytest.raises(TidakBerwenangError):
            stage.putuskan(para, keberatan, oleh=lain)


def dekat(para: Pemeran, a, b) -> None:
    HubunganDekat.objects.create(
        instansi=para.instansi,
        penyata=a,
        pihak=b,
        jenis="keluarga",
        sejak=dt.date(2026, 1, 1),
        dibuat_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )


def test_a_declared_close_relation_with_either_side_moves_it_to_the_next_superior() -> None:
    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    dekat(para, para.fajar, para.budi)
    keberatan = stage.ajukan(para, evaluasi)
    assert (keberatan.kepada, keberatan.dasar_kepada) == (para.bupati, "di_atasnya")
    assert "hubungan dekat antara Fajar Kepala dan salah satu pihak" in keberatan.penjelasan_kepada
    assert "keluarga" not in keberatan.penjelasan_kepada


def test_a_relation_declared_later_takes_the_decision_away_and_the_daily_look_hands_it_on() -> None:
    para = buat_pemeran()
    keberatan = stage.didengar(para)
    dekat(para, para.andi, para.fajar)
    with pytest.raises(TidakBerwenangError, match="hubungan dekat"):
        stage.putuskan(para, keberatan)
    segar = {"instansi_id": para.instansi.pk, "zona": ZONA, "pada": PADA}
    assert services.segarkan_pemutus(**segar) == 1
    assert services.segarkan_pemutus(**segar) == 0
    keberatan.refresh_from_db()
    assert keberatan.kepada == para.bupati
    muatan = Kejadian.objects.get(nama="keberatan.alihkan").muatan
    assert (muatan["kepada_id"], muatan["kepada_lama_id"]) == (para.bupati.pk, para.fajar.pk)
    stage.putuskan(para, keberatan, oleh=para.bupati)


def evaluasi_fajar(para: Pemeran) -> Evaluasi:
    """The Bupati rated Fajar: nobody stands above the Bupati here."""
    evaluasi = stage.diterima(para)
    Evaluasi.objects.filter(pk=evaluasi.pk).update(pegawai=para.fajar, penilai=para.bupati)
    skp = evaluasi.skp
    type(skp).objects.filter(pk=skp.pk).update(
        pegawai=para.fajar, penugasan=para.penugasan(para.fajar), penilai=para.bupati
    )
    return Evaluasi.objects.get(pk=evaluasi.pk)


def test_where_nobody_stands_above_the_policy_says_who_and_how() -> None:
    para = buat_pemeran()
    evaluasi = evaluasi_fajar(para)
    keberatan, _tanda = services.ajukan_keberatan(
        aktor=para.aktor(para.fajar), evaluasi=evaluasi, alasan="Capaian dinas keliru.", pada=PADA
    )
    assert (keberatan.kepada, keberatan.dasar_kepada) == (None, "belum_ada")
    assert "pejabat pembina kepegawaian" in keberatan.penjelasan_kepada
    assert "peran petugas" in keberatan.penjelasan_kepada
    PeranPetugas.objects.create(
        instansi=para.instansi, pegawai=para.eka, peran="pejabat_pembina", unit=para.kabupaten,
        sejak=PADA, dasar="SK Uji 9",
    )  # fmt: skip
    assert services.segarkan_pemutus(instansi_id=para.instansi.pk, zona=ZONA, pada=PADA) == 1
    keberatan.refresh_from_db()
    assert (keberatan.kepada, keberatan.dasar_kepada) == (para.eka, "tanpa_atasan")


def test_the_head_of_a_unit_keeps_the_rating_that_follows_from_its_capaian() -> None:
    para = buat_pemeran()
    evaluasi = evaluasi_fajar(para)
    PeranPetugas.objects.create(
        instansi=para.instansi, pegawai=para.eka, peran="pejabat_pembina", unit=para.kabupaten,
        sejak=PADA, dasar="SK Uji 9",
    )  # fmt: skip
    keberatan, _tanda = services.ajukan_keberatan(
        aktor=para.aktor(para.fajar), evaluasi=evaluasi, alasan="Capaian dinas keliru.", pada=PADA
    )
    for pihak in ("pegawai", "penilai"):
        services.catat_keterangan(
            aktor=para.aktor(para.eka), keberatan=keberatan,
            isi=IsiKeterangan("Didengar.", pihak, PADA), pada=PADA,
        )  # fmt: skip
    with pytest.raises(MasukanSalahError) as galat:
        stage.putuskan(para, keberatan, "di_bawah", oleh=para.eka)
    assert set(galat.value.per_bidang) == {"rating_hasil"}
    stage.putuskan(para, keberatan, "sesuai", "di_atas", oleh=para.eka)


# --- what stands around it ------------------------------------------------------------------
def test_an_open_objection_is_never_made_final_and_is_counted_as_such() -> None:
    para = buat_pemeran()
    keberatan = stage.ajukan(para)
    assert finalkan_yang_lewat(
        instansi_id=para.instansi.pk, zona=ZONA, pada=dt.date(2027, 6, 1)
    ) == 0  # fmt: skip
    assert Evaluasi.objects.get(pk=keberatan.evaluasi_id).status == "keberatan"
    from tera.evaluasi.selectors.pantau import pantau_unit

    def hitung():
        return pantau_unit(
            unit=para.dinas, periode=para.periode, pilihan="triwulan", pada=PADA, hari_sampai=7,
            perpanjangan=[],
        ).total  # fmt: skip

    assert (hitung().status["keberatan"], hitung().status["final"]) == (1, 0)
    assert HitunganEvaluasi.objects.filter(keberatan=1).exists()
    stage.dengar(para, keberatan, "pegawai", "penilai")
    stage.putuskan(para, keberatan, "di_atas", "di_atas")
    assert (hitung().status["keberatan"], hitung().status["diputus"]) == (0, 1)
    assert hitung().predikat["sangat_baik"] == 1


def test_events_carry_ids_of_all_three_and_the_trail_keeps_no_words() -> None:
    para = buat_pemeran()
    keberatan = stage.didengar(para)
    stage.putuskan(para, keberatan)
    nama = {
        "evaluasi.ajukan_keberatan", "keberatan.ajukan", "keberatan.mulai_klarifikasi",
        "keberatan.catat_keterangan", "keberatan.putuskan", "evaluasi.putuskan_keberatan",
    }  # fmt: skip
    daftar = list(Kejadian.objects.filter(nama__in=nama))
    assert {satu.nama for satu in daftar} == nama
    for satu in daftar:
        assert satu.muatan["pegawai_id"] == para.andi.pk
        assert satu.muatan["penilai_id"] == para.budi.pk
        assert satu.muatan["kepada_id"] == para.fajar.pk
        assert not any(isinstance(isi, str) for isi in satu.muatan.values())
    jejak = JejakAudit.objects.filter(jenis="keberatan", objek_id=keberatan.pk)
    assert [satu.aksi for satu in jejak.order_by("urut")] == [
        "mulai_klarifikasi", "catat_keterangan", "catat_keterangan", "putuskan",
    ]  # fmt: skip
    assert "Laporan triwulan" not in str(list(jejak.values()))
    assert list(
        RiwayatStatus.objects.filter(jenis="keberatan").order_by("pk").values_list("ke", flat=True)
    ) == ["klarifikasi", "diputus"]


def test_the_raters_next_rating_of_that_person_waits_for_a_look_from_above() -> None:
    from pelaksanaan.panggung import triwulan

    para = buat_pemeran()
    keberatan = stage.ajukan(para)
    berikut = services.buka_evaluasi(
        aktor=para.aktor(para.budi),
        skp=keberatan.evaluasi.skp,
        periode=triwulan(para, 3),
        pada=PADA,
    )
    keberatan.refresh_from_db()
    assert berikut.sebab_tanda_tangan == "sesudah_keberatan"
    assert berikut.perlu_tanda_tangan_atasan
    assert keberatan.penilaian_berikut == berikut
    panggung.nilai(para, berikut)
    services.tetapkan_capaian(
        aktor=para.aktor(para.bupati), unit=para.dinas, periode=berikut.periode, level="baik",
        pada=PADA,
    )  # fmt: skip
    with pytest.raises(StatusTidakSesuaiError, match="sesudah pegawai mengajukan keberatan"):
        services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=berikut, pada=PADA)
    services.setujui_penilaian(aktor=para.aktor(para.fajar), evaluasi=berikut, pada=PADA)
    services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=berikut, pada=PADA)
    # Only the next one: the one after it doesn't wait.
    lagi = services.buka_evaluasi(
        aktor=para.aktor(para.budi),
        skp=keberatan.evaluasi.skp,
        periode=triwulan(para, 2),
        pada=PADA,
    )
    assert not lagi.perlu_tanda_tangan_atasan


def test_a_rating_that_is_open_already_waits_too() -> None:
    from pelaksanaan.panggung import triwulan

    para = buat_pemeran()
    evaluasi = stage.diterima(para)
    terbuka = services.buka_evaluasi(
        aktor=para.aktor(para.budi), skp=evaluasi.skp, periode=triwulan(para, 3), pada=PADA
    )
    keberatan = stage.ajukan(para, evaluasi)
    terbuka.refresh_from_db()
    keberatan.refresh_from_db()
    assert terbuka.sebab_tanda_tangan == "sesudah_keberatan"
    assert keberatan.penilaian_berikut == terbuka
