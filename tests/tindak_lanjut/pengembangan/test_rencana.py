"""The plan: begun by the person, agreed by the rater, followed row by row to verified JP."""

import datetime as dt

import pytest
from django.urls import reverse

from dialog.klien import kirim, lihat, masuk
from pemeran import Pemeran, buat_pegawai
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import JenisJabatan
from tera.tindak_lanjut.models import KegiatanPengembangan, RencanaPengembangan
from tera.tindak_lanjut.selectors.pengembangan import rekening_jp, rencana_terlihat
from tera.tindak_lanjut.selectors.pengembangan.peta import peta_pengembangan
from tera.tindak_lanjut.services.pengembangan import kegiatan as layanan_kegiatan
from tera.tindak_lanjut.services.pengembangan import rencana as layanan
from tindak_lanjut.pengembangan import panggung
from tindak_lanjut.pengembangan.panggung import PADA

pytestmark = pytest.mark.django_db
RUTE = "tindak_lanjut:pengembangan"


def test_a_plan_goes_from_draft_to_agreed_and_its_rows_may_begin(para: Pemeran) -> None:
    satu = panggung.rencana(para, "disetujui")
    assert satu.status == "disetujui"
    assert satu.penyetuju == para.budi
    baris = satu.daftar_kegiatan.get()
    assert baris.disetujui_pada == PADA
    layanan_kegiatan.mulai_kegiatan(aktor=para.aktor(para.andi), kegiatan=baris, pada=PADA)
    assert baris.status == "berjalan"


def test_a_row_waits_for_the_agreement_before_it_begins(para: Pemeran) -> None:
    baris = panggung.rencana(para).daftar_kegiatan.get()
    with pytest.raises(StatusTidakSesuaiError, match="belum disetujui"):
        layanan_kegiatan.mulai_kegiatan(aktor=para.aktor(para.andi), kegiatan=baris, pada=PADA)


def test_only_the_penilai_agrees_and_only_the_person_sends(para: Pemeran) -> None:
    satu = panggung.rencana(para)
    with pytest.raises(TidakBerwenangError):
        layanan.ajukan_rencana(aktor=para.aktor(para.budi), rencana=satu, pada=PADA)
    layanan.ajukan_rencana(aktor=para.aktor(para.andi), rencana=satu, pada=PADA)
    for orang in (para.andi, para.fajar, para.citra, para.dewi):
        with pytest.raises(TidakBerwenangError):
            layanan.setujui_rencana(aktor=para.aktor(orang), rencana=satu, pada=PADA)


def test_an_empty_plan_is_not_sent(para: Pemeran) -> None:
    andi = para.aktor(para.andi)
    satu = layanan.buka_rencana(aktor=andi, tahun=2026, pada=PADA)
    with pytest.raises(MasukanSalahError, match="belum ada kegiatan"):
        layanan.ajukan_rencana(aktor=andi, rencana=satu, pada=PADA)


def test_a_returned_plan_carries_the_note_and_is_sent_again(para: Pemeran) -> None:
    satu = panggung.rencana(para, "dikembalikan")
    assert satu.catatan_pengembalian == "Perjelas"
    layanan.ajukan_rencana(aktor=para.aktor(para.andi), rencana=satu, pada=PADA)
    assert satu.status == "diajukan"


def test_a_row_added_to_an_agreed_plan_opens_it_and_the_agreed_rows_go_on(para: Pemeran) -> None:
    satu = panggung.rencana(para, "disetujui")
    andi = para.aktor(para.andi)
    baru = layanan.tambah_kegiatan(
        aktor=andi, rencana=satu, isi=panggung.isi(kegiatan="Kursus statistik"), pada=PADA
    )
    satu.refresh_from_db()
    assert satu.status == "draf"
    lama = satu.daftar_kegiatan.exclude(pk=baru.pk).get()
    layanan_kegiatan.mulai_kegiatan(aktor=andi, kegiatan=lama, pada=PADA)
    with pytest.raises(StatusTidakSesuaiError):
        layanan_kegiatan.mulai_kegiatan(aktor=andi, kegiatan=baru, pada=PADA)


def test_a_sent_plan_takes_no_row(para: Pemeran) -> None:
    satu = panggung.rencana(para, "diajukan")
    with pytest.raises(StatusTidakSesuaiError, match="Tarik dulu"):
        layanan.tambah_kegiatan(
            aktor=para.aktor(para.andi), rencana=satu, isi=panggung.isi(), pada=PADA
        )


@pytest.mark.parametrize(
    ("bidang", "nilai"),
    [
        ("uraian_kesenjangan", "  "),
        ("jenis", "sihir"),
        ("porsi", "lain"),
        ("kesenjangan", "lain"),
        ("jp", 2000),
        ("target_pada", dt.date(2026, 11, 19)),
        ("target_pada", dt.date(2028, 1, 1)),
    ],
)
def test_a_row_that_says_too_little_is_refused_at_its_field(
    para: Pemeran, bidang: str, nilai: object
) -> None:
    andi = para.aktor(para.andi)
    satu = layanan.buka_rencana(aktor=andi, tahun=2026, pada=PADA)
    with pytest.raises(MasukanSalahError) as galat:
        layanan.tambah_kegiatan(
            aktor=andi, rencana=satu, isi=panggung.isi(**{bidang: nilai}), pada=PADA
        )
    assert bidang in galat.value.per_bidang


def test_jp_count_only_with_evidence_the_penilai_verified(para: Pemeran) -> None:
    satu = panggung.kegiatan(para, "berjalan")
    andi, budi = para.aktor(para.andi), para.aktor(para.budi)
    laporan = {"hasil": "Bisa", "jp": 8, "selesai_pada": PADA, "pada": PADA}
    with pytest.raises(MasukanSalahError, match="bukti"):
        layanan_kegiatan.selesaikan_kegiatan(aktor=andi, kegiatan=satu, **laporan)
    layanan_kegiatan.selesaikan_kegiatan(
        aktor=andi, kegiatan=satu, berkas=panggung.berkas(para), **laporan
    )
    assert rekening_jp(pegawai=para.andi, tahun=2026, pada=PADA).jumlah == 0
    layanan_kegiatan.verifikasi_kegiatan(aktor=budi, kegiatan=satu, pada=PADA)
    rekening = rekening_jp(pegawai=para.andi, tahun=2026, pada=PADA)
    assert rekening.jumlah == 8
    assert rekening.hasil is not None
    assert (rekening.hasil.terpenuhi, rekening.hasil.kurang) == (False, 12)


def test_the_account_of_a_pppk_names_the_most_that_counts(para: Pemeran) -> None:
    panggung.kegiatan(para, "diverifikasi")
    para.andi.status = "pppk"
    rekening = rekening_jp(pegawai=para.andi, tahun=2026, pada=PADA)
    assert rekening.maks == 24
    assert rekening.hasil is not None
    assert rekening.hasil.terpenuhi is None


def test_a_returned_report_runs_again_and_keeps_its_words(para: Pemeran) -> None:
    satu = panggung.kegiatan(para, "selesai")
    layanan_kegiatan.kembalikan_kegiatan(
        aktor=para.aktor(para.budi), kegiatan=satu, catatan="Sertifikatnya terpotong", pada=PADA
    )
    assert satu.status == "berjalan"
    assert satu.hasil == "Bisa sendiri"
    assert satu.catatan_penilai == "Sertifikatnya terpotong"


def test_the_person_never_verifies_their_own_evidence(para: Pemeran) -> None:
    satu = panggung.kegiatan(para, "selesai")
    for orang in (para.andi, para.fajar, para.citra):
        with pytest.raises(TidakBerwenangError):
            layanan_kegiatan.verifikasi_kegiatan(aktor=para.aktor(orang), kegiatan=satu, pada=PADA)


def test_a_row_is_dropped_only_with_a_reason(para: Pemeran) -> None:
    satu = panggung.kegiatan(para)
    andi = para.aktor(para.andi)
    with pytest.raises(MasukanSalahError):
        layanan_kegiatan.batalkan_kegiatan(aktor=andi, kegiatan=satu, alasan=" ", pada=PADA)
    layanan_kegiatan.batalkan_kegiatan(
        aktor=andi, kegiatan=satu, alasan="Pelatihnya pindah", pada=PADA
    )
    assert (satu.status, satu.alasan_batal) == ("dibatalkan", "Pelatihnya pindah")


def test_the_year_closes_its_plans_once(para: Pemeran) -> None:
    panggung.rencana(para, "diajukan")
    isi = {"instansi_id": para.instansi.pk, "zona": para.instansi.zona}
    assert layanan.tutup_tahun(**isi, pada=dt.date(2026, 12, 31)) == 0
    assert layanan.tutup_tahun(**isi, pada=dt.date(2027, 1, 1)) == 1
    assert layanan.tutup_tahun(**isi, pada=dt.date(2027, 1, 1)) == 0
    assert RencanaPengembangan.objects.get().status == "ditutup"


def test_strangers_find_no_plan_and_officers_only_in_mode_petugas(para: Pemeran) -> None:
    satu = panggung.rencana(para)
    for orang in (para.andi, para.budi, para.fajar):
        assert satu in rencana_terlihat(aktor=para.aktor(orang), pada=PADA)
    for orang in (para.citra, para.eka, para.dewi):
        assert satu not in rencana_terlihat(aktor=para.aktor(orang), pada=PADA)


def test_a_mentor_reads_the_row_and_neither_the_plan_nor_the_result(para: Pemeran) -> None:
    evaluasi = panggung.hasil_lemah(para)
    satu = panggung.kegiatan(para)
    KegiatanPengembangan.objects.filter(pk=satu.pk).update(pembimbing=para.citra, evaluasi=evaluasi)
    citra = masuk(para.citra)
    isi = lihat(citra, f"{RUTE}_kegiatan", satu.pk)
    assert reverse("evaluasi:rincian", args=[evaluasi.pk]) not in isi
    assert reverse(f"{RUTE}_orang", args=[para.andi.pk]) not in isi
    assert reverse("evaluasi:rincian", args=[evaluasi.pk]) in lihat(
        masuk(para.budi), f"{RUTE}_kegiatan", satu.pk
    )


def test_an_officer_in_mode_petugas_reads_and_the_person_sees_who(para: Pemeran) -> None:
    from tera.organisasi.models import AksesPetugas

    panggung.rencana(para)
    citra = masuk(para.citra)
    alamat = reverse(f"{RUTE}_orang", args=[para.andi.pk])
    assert citra.get(alamat).status_code == 404
    kirim(citra, "web:petugas_mulai", alasan="Menyusun kebutuhan pelatihan unit", menit=30)
    assert citra.get(alamat).status_code == 200
    assert AksesPetugas.objects.filter(pegawai=para.andi, jalur=alamat).exists()


def test_a_weak_result_can_be_planned_the_same_day_with_one_tap(para: Pemeran) -> None:
    evaluasi = panggung.hasil_lemah(para)
    andi = masuk(para.andi)
    assert reverse(f"{RUTE}_peta", args=[para.andi.pk]) in lihat(
        andi, "evaluasi:rincian", evaluasi.pk
    )
    isi = lihat(andi, f"{RUTE}_peta", para.andi.pk)
    kunci = f"{evaluasi.pk}:predikat"
    assert f"?temuan={kunci}" in isi
    form = andi.get(reverse(f"{RUTE}_kegiatan_baru"), {"temuan": kunci})
    assert "Butuh Perbaikan" in form.text
    jawaban = kirim(
        andi,
        f"{RUTE}_kegiatan_baru",
        uraian_kesenjangan="x", kesenjangan="teknis", kegiatan="Magang", jenis="magang",
        porsi="pengalaman", jp="8", target_pada="2026-12-20", pembimbing="",
    )  # fmt: skip
    assert jawaban.status_code == 302
    jawaban = andi.post(
        reverse(f"{RUTE}_kegiatan_baru") + f"?temuan={kunci}",
        {
            "kunci_idempoten": "7b0cf9a2-0000-4000-8000-000000000001",
            "uraian_kesenjangan": "Hasil lemah", "kesenjangan": "teknis", "kegiatan": "Kursus",
            "jenis": "kursus", "porsi": "formal", "jp": "10", "target_pada": "2026-12-20",
            "pembimbing": para.budi.pk,
        },
    )  # fmt: skip
    assert jawaban.status_code == 302
    baris = KegiatanPengembangan.objects.get(rujukan=kunci)
    assert (baris.evaluasi, baris.pembimbing) == (evaluasi, para.budi)
    assert "Sudah direncanakan" in lihat(andi, f"{RUTE}_peta", para.andi.pk)


def test_the_map_holds_nothing_of_a_result_that_was_not_delivered(para: Pemeran) -> None:
    from evaluasi import panggung as nilai

    nilai.tetapkan(para, "di_bawah", "sesuai")
    for orang in (para.andi, para.budi):
        peta = peta_pengembangan(aktor=para.aktor(orang), pegawai=para.andi, pada=PADA)
        assert peta.kesenjangan == ()


def test_the_map_ties_the_reason_of_the_penilai_to_its_result(para: Pemeran) -> None:
    evaluasi = panggung.hasil_lemah(para)
    peta = peta_pengembangan(aktor=para.aktor(para.andi), pegawai=para.andi, pada=PADA)
    satu = peta.cari(f"{evaluasi.pk}:alasan:hasil")
    assert satu is not None
    assert not satu.kuat
    assert satu.teks == "Bukti ada"
    assert satu.url == reverse("evaluasi:rincian", args=[evaluasi.pk])


def test_a_note_on_a_good_result_is_neither_strength_nor_gap(para: Pemeran) -> None:
    from tera.evaluasi.models import Evaluasi

    evaluasi = panggung.hasil_biasa(para)
    Evaluasi.objects.filter(pk=evaluasi.pk).update(catatan="Ikuti pelatihan singkat.")
    peta = peta_pengembangan(aktor=para.aktor(para.andi), pegawai=para.andi, pada=PADA)
    assert [satu.teks for satu in peta.catatan] == ["Ikuti pelatihan singkat."]
    assert peta.kesenjangan == ()
    assert "Catatan penilai" in lihat(masuk(para.andi), f"{RUTE}_peta_saya")


def test_the_pages_lead_from_plan_to_verified_evidence(para: Pemeran) -> None:
    andi, budi = masuk(para.andi), masuk(para.budi)
    satu = panggung.rencana(para)
    baris = satu.daftar_kegiatan.get()
    assert "Ajukan ke penilai" in lihat(andi, f"{RUTE}_saya")
    assert kirim(andi, f"{RUTE}_langkah", satu.pk, aksi="ajukan").status_code == 302
    assert "Persetujuan" in lihat(budi, f"{RUTE}_tim")
    assert "Setujui rencana" in lihat(budi, f"{RUTE}_orang", para.andi.pk)
    assert kirim(budi, f"{RUTE}_langkah", satu.pk, aksi="setujui").status_code == 302
    assert kirim(andi, f"{RUTE}_mulai", baris.pk).status_code == 302
    assert "Laporkan selesai" in lihat(andi, f"{RUTE}_kegiatan", baris.pk)
    laporan = {"hasil": "Bisa", "selesai_pada": "2026-11-20", "jp_diperoleh": "8"}
    assert kirim(andi, f"{RUTE}_selesai", baris.pk, **laporan).status_code == 422
    laporan["tautan"] = "https://contoh.id/s"
    assert kirim(andi, f"{RUTE}_selesai", baris.pk, **laporan).status_code == 302
    assert "Verifikasi bukti" in lihat(budi, f"{RUTE}_kegiatan", baris.pk)
    assert kirim(budi, f"{RUTE}_verifikasi", baris.pk).status_code == 302
    assert "8 JP" in lihat(andi, f"{RUTE}_saya")
    assert kirim(andi, f"{RUTE}_langkah", satu.pk, aksi="terbang").status_code == 422


def test_the_lists_cost_the_same_whatever_their_rows(
    para: Pemeran, django_assert_max_num_queries
) -> None:
    panggung.hasil_lemah(para)
    satu = panggung.rencana(para)
    andi, budi = masuk(para.andi), masuk(para.budi)
    for besar in (1, 6):
        for n in range(besar):
            layanan.tambah_kegiatan(
                aktor=para.aktor(para.andi), rencana=satu, isi=panggung.isi(
                    kegiatan=f"Kegiatan {besar}-{n}", pembimbing_id=para.budi.pk
                ), pada=PADA,
            )  # fmt: skip
            buat_pegawai(
                para.bidang, f"Rekan {besar} {n:02}", f"19900101201503{besar:02}{n:02}",
                JenisJabatan.PELAKSANA, "Pengolah Data",
            )  # fmt: skip
        panggung.penilai(para)
        for klien, rute, args in (
            (andi, "saya", ()),
            (andi, "peta", (para.andi.pk,)),
            (budi, "orang", (para.andi.pk,)),
            (budi, "tim", ()),
            (andi, "kegiatan", (satu.daftar_kegiatan.order_by("pk")[0].pk,)),
        ):
            lihat(klien, f"{RUTE}_{rute}", *args)
            with django_assert_max_num_queries(12):
                lihat(klien, f"{RUTE}_{rute}", *args)
