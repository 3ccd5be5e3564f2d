"""The catalogue: seats are never overbooked, the queue moves up, JP and effect are recorded."""

import datetime as dt

import pytest
from django.db import connection
from django.urls import reverse

from dialog.klien import kirim, lihat, masuk
from pemeran import Pemeran, buat_pegawai
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.lembar import baca_lembar, tulis_xlsx
from tera.organisasi.models import JenisJabatan
from tera.tindak_lanjut.models import DampakPelatihan, PesertaPelatihan
from tera.tindak_lanjut.selectors.pengembangan import pemenuhan_jp_unit, rekening_jp
from tera.tindak_lanjut.selectors.pengembangan.dampak import dampak_menunggu, dampak_pelatihan
from tera.tindak_lanjut.services.pengembangan import kegiatan as layanan_kegiatan
from tera.tindak_lanjut.services.pengembangan import pelatihan as layanan
from tera.tindak_lanjut.services.pengembangan import sertifikat as layanan_sertifikat
from tera.tindak_lanjut.services.pengembangan.lembar_peserta import KOLOM, impor_peserta
from tindak_lanjut.pengembangan import panggung
from tindak_lanjut.pengembangan.panggung import PADA

pytestmark = pytest.mark.django_db
RUTE = "tindak_lanjut"
P = PesertaPelatihan.Status


def test_only_the_pengelola_keeps_the_catalogue(para: Pemeran) -> None:
    for orang in (para.andi, para.budi, para.eka, para.dewi):
        with pytest.raises(TidakBerwenangError):
            layanan.tambah_pelatihan(
                aktor=para.aktor(orang), isi=panggung.isi_pelatihan(), pada=PADA
            )
    assert panggung.pelatihan(para).judul == "Validasi data kependudukan"


@pytest.mark.parametrize(
    ("bidang", "nilai"),
    [("judul", " "), ("jenis", "sihir"), ("program", "pkx"), ("jp", -1), ("cara", "surat")],
)
def test_a_training_that_says_too_little_is_refused(
    para: Pemeran, bidang: str, nilai: object
) -> None:
    with pytest.raises(MasukanSalahError) as galat:
        layanan.tambah_pelatihan(
            aktor=para.aktor(para.citra), isi=panggung.isi_pelatihan(**{bidang: nilai}), pada=PADA
        )
    assert bidang in galat.value.per_bidang


def test_who_comes_after_the_last_seat_waits_and_moves_up_in_order(para: Pemeran) -> None:
    sesi = panggung.sesi(para, kursi=1)
    andi, budi, eka = (
        layanan.daftar_sendiri(aktor=para.aktor(orang), sesi=sesi, pada=PADA)
        for orang in (para.andi, para.budi, para.eka)
    )
    assert [satu.status for satu in (andi, budi, eka)] == [P.TERDAFTAR, P.MENUNGGU, P.MENUNGGU]
    layanan.batalkan_peserta(aktor=para.aktor(para.andi), peserta=andi, pada=PADA)
    for satu in (budi, eka):
        satu.refresh_from_db()
    assert [satu.status for satu in (budi, eka)] == [P.TERDAFTAR, P.MENUNGGU]
    lagi = layanan.daftar_sendiri(aktor=para.aktor(para.andi), sesi=sesi, pada=PADA)
    assert lagi.status == P.MENUNGGU


def test_nobody_registers_twice_too_late_or_elsewhere(para: Pemeran) -> None:
    sesi = panggung.sesi(para)
    andi = para.aktor(para.andi)
    layanan.daftar_sendiri(aktor=andi, sesi=sesi, pada=PADA)
    with pytest.raises(MasukanSalahError, match="sudah terdaftar"):
        layanan.daftar_sendiri(aktor=andi, sesi=sesi, pada=PADA)
    with pytest.raises(StatusTidakSesuaiError, match="Batas mendaftar"):
        layanan.daftar_sendiri(
            aktor=para.aktor(para.budi), sesi=sesi, pada=sesi.batas_daftar + dt.timedelta(days=1)
        )
    dewi = masuk(para.dewi)
    assert kirim(dewi, f"{RUTE}:sesi_daftar", sesi.pk).status_code == 404


def test_nobody_else_gives_a_place_back(para: Pemeran) -> None:
    satu = layanan.daftar_sendiri(aktor=para.aktor(para.andi), sesi=panggung.sesi(para), pada=PADA)
    with pytest.raises(TidakBerwenangError):
        layanan.batalkan_peserta(aktor=para.aktor(para.budi), peserta=satu, pada=PADA)


def test_who_passed_gets_the_jp_and_uploads_the_certificate(para: Pemeran) -> None:
    satu = panggung.lulus(para)
    assert rekening_jp(pegawai=para.andi, tahun=2026, pada=PADA).jumlah == 24
    hasil = rekening_jp(pegawai=para.andi, tahun=2026, pada=PADA).hasil
    assert hasil is not None
    assert hasil.terpenuhi
    layanan_sertifikat.simpan_sertifikat(
        aktor=para.aktor(para.andi), peserta=satu, nomor="S-1", berkas=panggung.berkas(para),
        pada=PADA,
    )  # fmt: skip
    assert (satu.nomor_sertifikat, satu.sertifikat is not None) == ("S-1", True)
    with pytest.raises(TidakBerwenangError):
        layanan_sertifikat.simpan_sertifikat(
            aktor=para.aktor(para.budi), peserta=satu, nomor="", berkas=panggung.berkas(para),
            pada=PADA,
        )  # fmt: skip


def test_a_row_answered_by_a_training_counts_its_hours_once(para: Pemeran) -> None:
    baris = panggung.kegiatan(para, "berjalan")
    sesi = panggung.sesi(para, mulai=PADA, selesai=PADA)
    andi = masuk(para.andi)
    assert baris.kegiatan in lihat(andi, f"{RUTE}:pelatihan", sesi.pelatihan_id)
    assert kirim(andi, f"{RUTE}:sesi_daftar", sesi.pk, kegiatan=baris.pk).status_code == 302
    satu = PesertaPelatihan.objects.get()
    assert satu.kegiatan == baris
    layanan_kegiatan.selesaikan_kegiatan(
        aktor=para.aktor(para.andi), kegiatan=baris, hasil="Bisa", jp=8, selesai_pada=PADA,
        tautan="https://contoh.id/s", pada=PADA,
    )  # fmt: skip
    layanan_kegiatan.verifikasi_kegiatan(aktor=para.aktor(para.budi), kegiatan=baris, pada=PADA)
    assert rekening_jp(pegawai=para.andi, tahun=2026, pada=PADA).jumlah == 8
    layanan.catat_hasil(
        aktor=para.aktor(para.citra), peserta=satu, hadir=True, lulus=True, jp=24,
        nomor_sertifikat="", pada=PADA,
    )  # fmt: skip
    assert rekening_jp(pegawai=para.andi, tahun=2026, pada=PADA).jumlah == 24


def test_a_result_needs_a_begun_session_and_presence(para: Pemeran) -> None:
    satu = layanan.daftar_sendiri(aktor=para.aktor(para.andi), sesi=panggung.sesi(para), pada=PADA)
    isi = {"peserta": satu, "jp": 24, "nomor_sertifikat": ""}
    citra = para.aktor(para.citra)
    with pytest.raises(StatusTidakSesuaiError, match="belum dimulai"):
        layanan.catat_hasil(aktor=citra, hadir=True, lulus=True, pada=PADA, **isi)
    nanti = satu.sesi.mulai
    with pytest.raises(MasukanSalahError, match="tidak hadir"):
        layanan.catat_hasil(aktor=citra, hadir=False, lulus=True, pada=nanti, **isi)
    layanan.catat_hasil(aktor=citra, hadir=False, lulus=False, pada=nanti, **isi)
    assert (satu.status, satu.hadir, satu.jp) == (P.TIDAK_LULUS, False, 0)


def test_a_session_ends_when_everybody_has_a_result(para: Pemeran) -> None:
    sesi = panggung.sesi(para, mulai=PADA, selesai=PADA)
    satu = layanan.daftar_sendiri(aktor=para.aktor(para.andi), sesi=sesi, pada=PADA)
    citra = para.aktor(para.citra)
    with pytest.raises(StatusTidakSesuaiError, match="tanpa hasil"):
        layanan.selesaikan_sesi(aktor=citra, sesi=sesi, pada=PADA)
    assert layanan.luluskan_banyak(aktor=citra, sesi=sesi, daftar_pk={satu.pk}, pada=PADA) == 1
    layanan.selesaikan_sesi(aktor=citra, sesi=sesi, pada=PADA)
    assert sesi.status == "selesai"


def test_a_session_called_off_lets_everybody_go(para: Pemeran) -> None:
    sesi = panggung.sesi(para)
    satu = layanan.daftar_sendiri(aktor=para.aktor(para.andi), sesi=sesi, pada=PADA)
    citra = para.aktor(para.citra)
    with pytest.raises(MasukanSalahError):
        layanan.batalkan_sesi(aktor=citra, sesi=sesi, alasan="", pada=PADA)
    layanan.batalkan_sesi(aktor=citra, sesi=sesi, alasan="Pengajar sakit", pada=PADA)
    satu.refresh_from_db()
    assert satu.status == P.DIBATALKAN


def test_the_effect_is_asked_at_the_next_result_and_answered_once_by_each_side(
    para: Pemeran,
) -> None:
    satu = panggung.lulus(para)
    andi, budi = para.aktor(para.andi), para.aktor(para.budi)
    jawab = {"peserta": satu, "pakai": "dipakai", "contoh": "", "pada": PADA}
    with pytest.raises(StatusTidakSesuaiError, match="hasil evaluasi berikutnya"):
        layanan_sertifikat.jawab_dampak(aktor=andi, **jawab)
    panggung.hasil_biasa(para)
    assert [sisi for sisi, _p in dampak_menunggu(aktor=andi, pada=PADA)] == ["pegawai"]
    assert [sisi for sisi, _p in dampak_menunggu(aktor=budi, pada=PADA)] == ["penilai"]
    layanan_sertifikat.jawab_dampak(aktor=andi, **jawab)
    layanan_sertifikat.jawab_dampak(aktor=budi, **{**jawab, "pakai": "sebagian"})
    with pytest.raises(StatusTidakSesuaiError, match="sudah Anda jawab"):
        layanan_sertifikat.jawab_dampak(aktor=andi, **jawab)
    for orang in (para.fajar, para.citra, para.dewi):
        with pytest.raises(TidakBerwenangError):
            layanan_sertifikat.jawab_dampak(aktor=para.aktor(orang), **jawab)
    (ringkas,) = dampak_pelatihan(aktor=para.aktor(para.citra), tahun=2026)
    assert ringkas.pakai == {"pegawai": {"dipakai": 1}, "penilai": {"sebagian": 1}}
    assert dampak_menunggu(aktor=andi, pada=PADA) == []


def test_the_effect_is_asked_by_policy_when_no_result_comes(para: Pemeran) -> None:
    satu = panggung.lulus(para)
    hari = satu.sesi.selesai
    andi = para.aktor(para.andi)
    assert dampak_menunggu(aktor=andi, pada=hari + dt.timedelta(days=89)) == []
    assert len(dampak_menunggu(aktor=andi, pada=hari + dt.timedelta(days=90))) == 1
    assert DampakPelatihan.objects.count() == 0


def test_the_unit_counts_pns_who_reach_the_rule(para: Pemeran) -> None:
    panggung.lulus(para)
    isi = {"aktor": para.aktor(para.citra), "tahun": 2026, "pada": PADA}
    satu = pemenuhan_jp_unit(unit=para.bidang, **isi)
    assert (satu.wajib, satu.terpenuhi, satu.persen, satu.jumlah_jp) == (2, 1, 50, 24)
    assert pemenuhan_jp_unit(unit=para.dinas, **isi).wajib == 4


def test_the_pages_lead_from_catalogue_to_certificate(para: Pemeran) -> None:
    andi, citra = masuk(para.andi), masuk(para.citra)
    sesi = panggung.sesi(para, mulai=PADA, selesai=PADA)
    assert "Validasi data kependudukan" in lihat(andi, f"{RUTE}:katalog")
    assert "Daftar" in lihat(andi, f"{RUTE}:pelatihan", sesi.pelatihan_id)
    assert kirim(andi, f"{RUTE}:sesi_daftar", sesi.pk).status_code == 302
    satu = PesertaPelatihan.objects.get()
    assert andi.get(reverse(f"{RUTE}:sesi_pelatihan", args=[sesi.pk])).status_code == 403
    assert "Andi" in lihat(citra, f"{RUTE}:sesi_pelatihan", sesi.pk)
    assert kirim(
        citra, f"{RUTE}:peserta_hasil", satu.pk, hadir="on", lulus="on", jp="24",
        nomor_sertifikat="S-9",
    ).status_code == 302  # fmt: skip
    assert "Unggah sertifikat" in lihat(andi, f"{RUTE}:katalog")
    assert "Unggah sertifikat" in lihat(citra, f"{RUTE}:sesi_pelatihan", sesi.pk)
    assert kirim(citra, f"{RUTE}:sesi_pelatihan_selesai", sesi.pk).status_code == 302


def test_the_sheet_of_a_session_goes_out_and_comes_back_with_results(para: Pemeran) -> None:
    sesi = panggung.sesi(para, mulai=PADA, selesai=PADA, kursi=2)
    layanan.daftar_sendiri(aktor=para.aktor(para.andi), sesi=sesi, pada=PADA)
    citra = masuk(para.citra)
    unduhan = citra.get(reverse(f"{RUTE}:sesi_peserta_xlsx", args=[sesi.pk])).content
    (_judul, baris), *_lain = baca_lembar(nama="p.xlsx", isi=unduhan)
    assert [list(sel)[:2] for _nomor, sel in baris][1] == [para.andi.nip, para.andi.nama_lengkap]
    isi = [
        (para.andi.nip, "", "ya", "ya", 20, "S-1"),
        (para.eka.nip, "", "ya", "", "", ""),  # there, but did not pass
        (para.budi.nip, "", "", "ya", "", ""),  # no seat is left
        (para.dewi.nip, "", "mungkin", "ya", "", ""),
        ("1", "", "ya", "ya", "", ""),
    ]
    lembar = tulis_xlsx(judul="Peserta", kolom=KOLOM, baris=isi)
    hasil = impor_peserta(
        aktor=para.aktor(para.citra), sesi=sesi, nama="p.xlsx", isi=lembar, pada=PADA
    )
    assert hasil.ditulis == 2
    assert [nomor for nomor, _sebab in hasil.ditolak] == [4, 5, 6]
    tempat = {s.pegawai: (s.status, s.jp, s.hadir) for s in sesi.daftar_peserta.all()}
    assert tempat == {para.andi: (P.LULUS, 20, True), para.eka: (P.TIDAK_LULUS, 0, True)}
    # Again it finds everything there, and takes no result back.
    isi[0] = (para.andi.nip, "", "tidak", "tidak", "", "")
    lembar = tulis_xlsx(judul="Peserta", kolom=KOLOM, baris=isi[:2])
    lagi = impor_peserta(
        aktor=para.aktor(para.citra), sesi=sesi, nama="p.xlsx", isi=lembar, pada=PADA
    )
    assert (lagi.ditulis, lagi.sudah_ada, len(lagi.ditolak)) == (0, 1, 1)


def test_a_passed_training_fills_the_row_it_was_for_and_home_asks_for_the_certificate(
    para: Pemeran,
) -> None:
    baris = panggung.kegiatan(para)
    sesi = panggung.sesi(para, mulai=PADA, selesai=PADA)
    andi = masuk(para.andi)
    kirim(andi, f"{RUTE}:sesi_daftar", sesi.pk, kegiatan=baris.pk)
    satu = PesertaPelatihan.objects.get()
    assert "sertifikat pelatihan belum diunggah" not in lihat(andi, "web:beranda")
    layanan.luluskan_banyak(aktor=para.aktor(para.citra), sesi=sesi, daftar_pk={satu.pk}, pada=PADA)
    satu.refresh_from_db()
    assert "1 sertifikat pelatihan belum diunggah" in lihat(andi, "web:beranda")
    rute = f"{RUTE}:pengembangan_kegiatan"
    assert "Anda lulus. Unggah sertifikatnya" in lihat(andi, rute, baris.pk)
    assert baris.kegiatan in lihat(andi, f"{RUTE}:sertifikat", satu.pk)
    # The pengelola may upload it, but only the person says that the row is done.
    layanan_sertifikat.simpan_sertifikat(
        aktor=para.aktor(para.citra), peserta=satu, nomor="S-1", berkas=panggung.berkas(para),
        laporkan=True, pada=PADA,
    )  # fmt: skip
    baris.refresh_from_db()
    assert baris.status == "direncanakan"
    assert "1 kegiatan selesai lewat pelatihan; laporkan" in lihat(andi, "web:beranda")
    halaman = lihat(andi, f"{RUTE}:pengembangan_selesai", baris.pk)
    assert "Lulus pelatihan “Validasi data kependudukan” (24 JP), sertifikat nomor S-1." in halaman
    satu.refresh_from_db()
    layanan_sertifikat.simpan_sertifikat(
        aktor=para.aktor(para.andi), peserta=satu, nomor="", berkas=panggung.berkas(para),
        laporkan=True, pada=PADA,
    )  # fmt: skip
    baris.refresh_from_db()
    assert (baris.status, baris.jp_diperoleh, baris.selesai_pada) == ("selesai", 24, PADA)
    assert baris.berkas == satu.sertifikat
    beranda = lihat(andi, "web:beranda")
    assert "lewat pelatihan" not in beranda
    assert "sertifikat pelatihan" not in beranda
    assert "1 bukti pengembangan menunggu verifikasi Anda" in lihat(masuk(para.budi), "web:beranda")


def test_the_lists_of_training_cost_the_same_whatever_their_rows(
    para: Pemeran, django_assert_max_num_queries
) -> None:
    sesi = panggung.sesi(para, kursi=30)
    citra, andi = masuk(para.citra), masuk(para.andi)
    for besar in (1, 8):
        for n in range(besar):
            panggung.sesi(para)
            orang = buat_pegawai(
                para.bidang, f"Rekan {besar}{n:02}", f"1990010120150{besar}10{n:02}",
                JenisJabatan.PELAKSANA, "Pengolah Data",
            )  # fmt: skip
            layanan.daftar_sendiri(aktor=para.aktor(orang), sesi=sesi, pada=PADA)
        for klien, rute, args in (
            (andi, "katalog", ()),
            (citra, "katalog", ()),
            (citra, "pelatihan", (sesi.pelatihan_id,)),
            (citra, "sesi_pelatihan", (sesi.pk,)),
        ):
            lihat(klien, f"{RUTE}:{rute}", *args)
            with django_assert_max_num_queries(12):
                lihat(klien, f"{RUTE}:{rute}", *args)


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgres
def test_two_who_register_at_the_same_moment_share_no_seat(para: Pemeran) -> None:
    from concurrent.futures import ThreadPoolExecutor

    sesi = panggung.sesi(para, kursi=2)
    orang = [para.andi, para.budi, para.eka, para.citra, para.fajar]

    def daftar(satu) -> str:
        try:
            return layanan.daftar_sendiri(aktor=para.aktor(satu), sesi=sesi, pada=PADA).status
        finally:
            connection.close()

    with ThreadPoolExecutor(5) as kolam:
        hasil = sorted(kolam.map(daftar, orang))
    assert hasil == [P.MENUNGGU] * 3 + [P.TERDAFTAR] * 2
