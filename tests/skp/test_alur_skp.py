"""Draft, send, return, set: who may, what is asked, what is kept."""

import datetime as dt

import pytest

from pemeran import Pemeran
from skp.alat import (
    JANUARI,
    diajukan,
    ditetapkan,
    draf,
    draf_isi,
    isi_lengkap,
    simpan,
    teks_rhk,
    tetapkan,
)
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import RiwayatStatus, TandaTerima
from tera.organisasi import kebijakan as kebijakan_instansi
from tera.organisasi.models import KebijakanInstansi, Penyiap, PerpanjanganBatas
from tera.regulasi.berakhlak import daftar_nilai
from tera.skp import services
from tera.skp.isi import DAFTAR_NILAI, IsiIndikator, IsiRHK, IsiSKP, baca_tempelan, isi_dari
from tera.skp.kelengkapan import HasilKelengkapan
from tera.skp.models import SKP
from tera.skp.selectors.unit import ringkasan_unit
from tera.skp.services.penetapan import kelengkapan


def kebijakan(para: Pemeran, kunci: str, nilai: object) -> None:
    KebijakanInstansi.objects.create(
        instansi=para.instansi,
        kunci=kunci,
        nilai=nilai,
        sejak=dt.date(2025, 1, 1),
        dasar="SK Uji",
        nama_aktor="Uji",
        dibuat_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC),
    )


def kelengkapan_kini(para: Pemeran, skp: SKP) -> HasilKelengkapan:
    skp.refresh_from_db()
    aturan = kebijakan_instansi.semua(instansi_id=para.instansi.pk, pada=JANUARI)
    return kelengkapan(skp=skp, aturan=aturan)


def test_a_draft_goes_from_the_pegawai_to_a_set_plan(para: Pemeran) -> None:
    skp = ditetapkan(para, para.andi)
    skp.refresh_from_db()
    assert skp.status == "ditetapkan"
    assert skp.ditetapkan_pada == JANUARI
    assert not skp.terlambat
    assert skp.rekaman["pegawai"]["nama"] == "Andi Pegawai"
    assert skp.rekaman["penilai"]["nama"] == "Budi Penilai"
    assert skp.rekaman["atasan_penilai"]["nama"] == "Fajar Kepala"
    assert skp.rekaman["dasar"][0]["mutu"] == "teks"
    assert [r.aksi for r in RiwayatStatus.objects.filter(objek_id=skp.pk)] == ["ajukan", "tetapkan"]
    assert TandaTerima.objects.filter(jenis="skp", objek_id=skp.pk).count() == 2


def test_what_was_set_keeps_the_name_after_the_person_changed_it(para: Pemeran) -> None:
    skp = ditetapkan(para, para.andi)
    para.andi.nama = "Andi Ganti Nama"
    para.andi.save()
    skp.refresh_from_db()
    assert skp.rekaman["pegawai"]["nama"] == "Andi Pegawai"


def test_the_leader_of_an_opd_gets_form_a_and_a_staff_member_form_b(para: Pemeran) -> None:
    assert draf(para, para.fajar).keluarga == "jpt_mandiri"
    assert draf(para, para.andi).keluarga == "ja_jf"


def test_a_rater_cannot_submit_the_skp_of_a_pegawai(para: Pemeran) -> None:
    skp = draf_isi(para, para.andi)
    with pytest.raises(TidakBerwenangError):
        services.ajukan_skp(aktor=para.aktor(para.budi), skp=skp, pada=JANUARI)


def test_a_pegawai_cannot_set_their_own_skp(para: Pemeran) -> None:
    skp = diajukan(para, para.andi)
    with pytest.raises(TidakBerwenangError):
        services.tetapkan_skp(aktor=para.aktor(para.andi), skp=skp, pada=JANUARI)


@pytest.mark.parametrize("siapa", ["citra", "eka", "dewi", "fajar"])
def test_nobody_but_the_penilai_sets(para: Pemeran, siapa: str) -> None:
    skp = diajukan(para, para.andi)
    with pytest.raises(TidakBerwenangError):
        services.tetapkan_skp(aktor=para.aktor(getattr(para, siapa)), skp=skp, pada=JANUARI)


def test_a_return_needs_a_note_and_the_note_is_kept(para: Pemeran) -> None:
    skp = diajukan(para, para.andi)
    budi = para.aktor(para.budi)
    with pytest.raises(MasukanSalahError, match="catatan wajib diisi"):
        services.kembalikan_skp(aktor=budi, skp=skp, catatan="  ", pada=JANUARI)
    services.kembalikan_skp(aktor=budi, skp=skp, catatan="Target terlalu rendah", pada=JANUARI)
    skp.refresh_from_db()
    assert (skp.status, skp.catatan_pengembalian) == ("dikembalikan", "Target terlalu rendah")
    services.ajukan_skp(aktor=para.aktor(para.andi), skp=skp, pada=JANUARI)
    assert SKP.objects.get(pk=skp.pk).status == "diajukan"


def test_a_sent_plan_can_be_taken_back_until_it_is_set(para: Pemeran) -> None:
    skp = diajukan(para, para.andi)
    services.tarik_skp(aktor=para.aktor(para.andi), skp=skp, pada=JANUARI)
    assert SKP.objects.get(pk=skp.pk).status == "draf"
    services.ajukan_skp(aktor=para.aktor(para.andi), skp=skp, pada=JANUARI)
    tetapkan(para, skp)
    with pytest.raises(StatusTidakSesuaiError, match="Budi Penilai"):
        services.tarik_skp(aktor=para.aktor(para.andi), skp=skp, pada=JANUARI)


def test_a_draft_may_be_cancelled_and_made_again_but_not_a_set_plan(para: Pemeran) -> None:
    skp = draf_isi(para, para.andi)
    services.batalkan_skp(aktor=para.aktor(para.andi), skp=skp, alasan="salah", pada=JANUARI)
    assert SKP.objects.get(pk=skp.pk).status == "dibatalkan"
    lagi = draf_isi(para, para.andi)
    assert lagi.versi == 2
    services.ajukan_skp(aktor=para.aktor(para.andi), skp=lagi, pada=JANUARI)
    tetapkan(para, lagi)
    with pytest.raises(StatusTidakSesuaiError):
        services.batalkan_skp(aktor=para.aktor(para.andi), skp=lagi, alasan="", pada=JANUARI)


def test_a_second_plan_of_the_same_assignment_and_year_is_refused(para: Pemeran) -> None:
    draf(para, para.andi)
    with pytest.raises(StatusTidakSesuaiError, match="sudah ada"):
        draf(para, para.andi)


# --- the cases of the dossier ---------------------------------------------------------------
def test_t30_only_hasil_kerja_tambahan_is_refused(para: Pemeran) -> None:
    skp = draf_isi(para, para.andi, jenis="tambahan")
    with pytest.raises(MasukanSalahError, match="hasil kerja utama"):
        services.ajukan_skp(aktor=para.aktor(para.andi), skp=skp, pada=JANUARI)


def test_t31_a_row_without_rhk_pimpinan_may_be_saved_but_not_sent(para: Pemeran) -> None:
    draf_isi(para, para.budi)
    skp = draf_isi(para, para.andi)
    assert teks_rhk(skp)
    temuan = kelengkapan_kini(para, skp)
    assert [satu.kode for satu in temuan.galat] == ["tanpa_rhk_pimpinan"]
    assert "penugasan khusus" in temuan.galat[0].pesan
    with pytest.raises(MasukanSalahError, match="belum ditautkan ke RHK pimpinan"):
        services.ajukan_skp(aktor=para.aktor(para.andi), skp=skp, pada=JANUARI)
    simpan(para, skp, isi_lengkap(penugasan_khusus=True))
    services.ajukan_skp(aktor=para.aktor(para.andi), skp=skp, pada=JANUARI)


def test_t31_without_any_plan_of_the_leader_it_is_sent_with_a_note(para: Pemeran) -> None:
    skp = diajukan(para, para.andi)
    skp.refresh_from_db()
    assert [satu["kode"] for satu in skp.catatan_pengajuan] == ["tautkan_nanti"]


def test_t32_a_leader_row_without_perspektif_is_refused_on_sending(para: Pemeran) -> None:
    skp = draf_isi(para, para.fajar, perspektif="")
    with pytest.raises(MasukanSalahError, match="perspektif"):
        services.ajukan_skp(aktor=para.aktor(para.fajar), skp=skp, pada=JANUARI)
    simpan(para, skp, isi_lengkap(perspektif="anggaran"))
    services.ajukan_skp(aktor=para.aktor(para.fajar), skp=skp, pada=JANUARI)


@pytest.mark.parametrize(("nilai", "ditolak"), [("tidak", 0), ("peringatan", 0), ("wajib", 1)])
def test_t33_aspek_kuantitas_is_asked_by_the_policy(
    para: Pemeran, nilai: str, ditolak: int
) -> None:
    kebijakan(para, "skp.wajib_aspek_kuantitas", nilai)
    indikator = (IsiIndikator(teks="Ketepatan data", target="98 persen", aspek="kualitas"),)
    skp = draf_isi(para, para.andi, daftar_indikator=indikator)
    temuan = kelengkapan_kini(para, skp)
    kode = "tanpa_aspek_kuantitas"
    assert (kode in {s.kode for s in temuan.galat}) is (nilai == "wajib")
    assert (kode in {s.kode for s in temuan.peringatan}) is (nilai == "peringatan")
    if ditolak:
        with pytest.raises(MasukanSalahError, match="aspek kuantitas"):
            services.ajukan_skp(aktor=para.aktor(para.andi), skp=skp, pada=JANUARI)
    else:
        services.ajukan_skp(aktor=para.aktor(para.andi), skp=skp, pada=JANUARI)


def test_t34_there_are_always_seven_behaviour_rows_of_three_guides(para: Pemeran) -> None:
    skp = simpan(para, draf(para, para.andi), IsiSKP(perilaku={"BP": "Ramah", "XXX": "lain"}))
    assert sorted(skp.daftar_perilaku.values_list("nilai", flat=True)) == sorted(DAFTAR_NILAI)
    resmi = daftar_nilai(pada=JANUARI)
    assert tuple(satu.kode for satu in resmi) == DAFTAR_NILAI
    assert sum(len(satu.panduan) for satu in resmi) == 21


def test_t35_set_on_5_february_is_accepted_marked_late_and_keeps_its_date(para: Pemeran) -> None:
    tepat = ditetapkan(para, para.budi, pada=dt.date(2026, 1, 31))
    lambat = diajukan(para, para.andi, penugasan_khusus=True)
    tetapkan(para, lambat, pada=dt.date(2026, 2, 5))
    tepat.refresh_from_db()
    lambat.refresh_from_db()
    assert (tepat.terlambat, lambat.terlambat) == (False, True)
    assert lambat.ditetapkan_pada == dt.date(2026, 2, 5)
    # The unit's overview shows it, and no step writes another day.
    total = ringkasan_unit(unit=para.bidang, tahun=2026, pada=dt.date(2026, 2, 6)).total
    assert (total.per_status["ditetapkan"], total.terlambat) == (2, 1)
    with pytest.raises(StatusTidakSesuaiError):
        tetapkan(para, lambat, pada=dt.date(2026, 1, 31))
    lambat.refresh_from_db()
    assert (lambat.terlambat, lambat.ditetapkan_pada) == (True, dt.date(2026, 2, 5))


def test_an_extension_of_the_unit_moves_the_deadline(para: Pemeran) -> None:
    PerpanjanganBatas.objects.create(
        periode=para.periode,
        tahap="skp",
        unit=para.dinas,
        batas_lama=dt.date(2026, 1, 31),
        batas_baru=dt.date(2026, 2, 28),
        alasan="banjir",
        nama_aktor="Uji",
        dibuat_at=dt.datetime(2026, 1, 10, tzinfo=dt.UTC),
    )
    skp = diajukan(para, para.andi)
    tetapkan(para, skp, pada=dt.date(2026, 2, 28))
    skp.refresh_from_db()
    assert not skp.terlambat


@pytest.mark.parametrize("kedudukan", ["cltn", "mpp", "tugas_belajar", "pemberhentian_sementara"])
def test_t37_an_exempt_person_makes_no_skp(para: Pemeran, kedudukan: str) -> None:
    para.andi.kedudukan_hukum = kedudukan
    para.andi.save()
    with pytest.raises(MasukanSalahError, match="dikecualikan"):
        draf(para, para.andi)


def test_t38_an_active_person_on_leave_keeps_the_obligation(para: Pemeran) -> None:
    assert para.andi.kedudukan_hukum == "aktif"
    assert draf(para, para.andi).status == "draf"


def test_a_kepala_daerah_makes_no_skp(para: Pemeran) -> None:
    with pytest.raises(MasukanSalahError, match="Pejabat negara"):
        draf(para, para.bupati)


@pytest.mark.parametrize(("hari", "ditolak"), [(30, False), (29, True)])
def test_a_service_shorter_than_the_policy_makes_no_new_skp(
    para: Pemeran, hari: int, ditolak: bool
) -> None:
    tugas = para.penugasan(para.andi)
    tugas.sejak = dt.date(2026, 12, 31) - dt.timedelta(days=hari - 1)
    tugas.save()
    if ditolak:
        with pytest.raises(MasukanSalahError, match="29 hari"):
            draf(para, para.andi, pada=dt.date(2026, 12, 20))
    else:
        skp = draf(para, para.andi, pada=dt.date(2026, 12, 20))
        assert (skp.mulai, skp.selesai) == (tugas.sejak, dt.date(2026, 12, 31))


def test_a_year_is_drafted_only_while_it_is_open(para: Pemeran) -> None:
    with pytest.raises(StatusTidakSesuaiError, match="belum dibuka"):
        draf(para, para.andi, pada=dt.date(2025, 11, 30))
    assert draf(para, para.andi, pada=dt.date(2025, 12, 1)).tahun == 2026
    with pytest.raises(StatusTidakSesuaiError, match="sudah ditutup"):
        draf(para, para.budi, pada=dt.date(2027, 2, 1))


# --- the form -------------------------------------------------------------------------------
def test_an_incomplete_plan_says_which_row_lacks_what(para: Pemeran) -> None:
    isi = IsiSKP(
        daftar_rhk=(
            IsiRHK(teks="Satu", daftar_indikator=(IsiIndikator(teks="Jumlah", aspek="kuantitas"),)),
            IsiRHK(teks="Dua"),
        )
    )
    skp = simpan(para, draf(para, para.andi), isi)
    with pytest.raises(MasukanSalahError) as galat:
        services.ajukan_skp(aktor=para.aktor(para.andi), skp=skp, pada=JANUARI)
    assert "belum punya target" in galat.value.per_bidang["baris-1"][0]
    assert "belum punya indikator" in galat.value.per_bidang["baris-2"][0]


def test_a_form_from_an_older_page_is_refused_and_says_who_saved(para: Pemeran) -> None:
    skp = draf_isi(para, para.andi)
    with pytest.raises(StatusTidakSesuaiError, match="disimpan Andi Pegawai"):
        services.simpan_isi(
            aktor=para.aktor(para.andi),
            skp=skp,
            revisi=skp.revisi - 1,
            isi=isi_lengkap("Lain"),
            pada=JANUARI,
        )
    assert teks_rhk(skp) == ["Tersedianya data kependudukan yang mutakhir"]


def test_a_set_plan_is_not_edited(para: Pemeran) -> None:
    skp = ditetapkan(para, para.andi)
    with pytest.raises(StatusTidakSesuaiError, match="Ditetapkan"):
        simpan(para, skp, isi_lengkap("Lain"))


def test_saving_keeps_the_keys_of_rows_that_stay_and_their_order(para: Pemeran) -> None:
    skp = simpan(
        para,
        draf(para, para.andi),
        IsiSKP(daftar_rhk=(IsiRHK(teks="Satu"), IsiRHK(teks="Dua"), IsiRHK(teks="Tiga"))),
    )
    satu, dua, tiga = isi_dari(skp).daftar_rhk
    simpan(para, skp, IsiSKP(daftar_rhk=(tiga, satu, IsiRHK(teks="Empat"))))
    kini = isi_dari(SKP.objects.get(pk=skp.pk)).daftar_rhk
    assert [rhk.teks for rhk in kini] == ["Tiga", "Satu", "Empat"]
    assert [rhk.kunci for rhk in kini[:2]] == [tiga.kunci, satu.kunci]
    assert dua.kunci not in {rhk.kunci for rhk in kini}


def test_a_tie_to_an_rhk_of_a_stranger_is_refused(para: Pemeran) -> None:
    asing = draf_isi(para, para.citra).daftar_rhk.get()
    skp = draf(para, para.andi)
    with pytest.raises(MasukanSalahError, match="tidak tersedia"):
        simpan(para, skp, isi_lengkap(rhk_pimpinan_id=asing.pk))


def test_an_rhk_that_subordinates_support_cannot_be_deleted(para: Pemeran) -> None:
    atas = draf_isi(para, para.budi)
    draf_isi(para, para.andi, rhk_pimpinan_id=atas.daftar_rhk.get().pk)
    with pytest.raises(MasukanSalahError, match="RHK bawahan masih mendukungnya"):
        simpan(para, atas, isi_lengkap("Pengganti"))
    assert teks_rhk(atas) == ["Tersedianya data kependudukan yang mutakhir"]


def test_a_penyiap_drafts_but_only_the_official_sends_and_both_are_named(para: Pemeran) -> None:
    Penyiap.objects.create(
        instansi=para.instansi, pejabat=para.fajar, penyiap=para.citra, sejak=dt.date(2026, 1, 1)
    )
    citra = para.aktor(para.citra)
    skp = services.buat_skp(
        aktor=citra,
        penugasan=para.penugasan(para.fajar),
        tahun=2026,
        pendekatan="kuantitatif",
        pada=JANUARI,
    )
    services.simpan_isi(
        aktor=citra, skp=skp, revisi=0, isi=isi_lengkap(perspektif="anggaran"), pada=JANUARI
    )
    with pytest.raises(TidakBerwenangError):
        services.ajukan_skp(aktor=citra, skp=skp, pada=JANUARI)
    services.ajukan_skp(aktor=para.aktor(para.fajar), skp=skp, pada=JANUARI)
    services.tetapkan_skp(aktor=para.aktor(para.bupati), skp=skp, pada=JANUARI)
    skp.refresh_from_db()
    assert skp.rekaman["pegawai"]["nama"] == "Fajar Kepala"
    assert skp.rekaman["penyiap"] == "Citra Pengelola"


# --- copy and paste -------------------------------------------------------------------------
def test_last_years_plan_is_copied_without_its_ties(para: Pemeran) -> None:
    lama = ditetapkan(para, para.andi)
    baru = services.buat_skp(
        aktor=para.aktor(para.andi),
        penugasan=para.penugasan(para.andi),
        tahun=2027,
        pendekatan="kuantitatif",
        pada=dt.date(2026, 12, 5),
        salin_dari=lama,
    )
    assert teks_rhk(baru) == teks_rhk(lama)
    assert baru.daftar_rhk.get().kunci != lama.daftar_rhk.get().kunci
    assert baru.pertama_disunting_at is not None


def test_a_colleague_of_another_unit_or_an_unset_plan_is_not_copied(para: Pemeran) -> None:
    tetap = ditetapkan(para, para.citra)
    skp = draf(para, para.andi)
    with pytest.raises(TidakBerwenangError, match="tidak bisa disalin"):
        services.salin_ke_draf(
            aktor=para.aktor(para.andi), skp=skp, sumber=tetap, revisi=0, pada=JANUARI
        )
    tugas = para.penugasan(para.citra)
    tugas.unit = para.bidang
    tugas.save()
    services.salin_ke_draf(
        aktor=para.aktor(para.andi), skp=skp, sumber=tetap, revisi=0, pada=JANUARI
    )
    assert teks_rhk(skp) == teks_rhk(tetap)


def test_rows_pasted_from_a_spreadsheet_become_rhk_with_indicators() -> None:
    hasil = baca_tempelan(
        "Rencana Hasil Kerja\tAspek\tIndikator\tTarget\n"
        "Data mutakhir\tKuantitas\tJumlah berkas\t100 berkas\n"
        "\tKualitas\tKetepatan\t98 persen\n"
        "Layanan cepat\tmutu\tLama layanan\t2 hari\n"
    )
    assert [rhk.teks for rhk in hasil.daftar_rhk] == ["Data mutakhir", "Layanan cepat"]
    assert [ind.aspek for ind in hasil.daftar_rhk[0].daftar_indikator] == ["kuantitas", "kualitas"]
    assert hasil.daftar_masalah[0][0] == 4
    assert "mutu" in hasil.daftar_masalah[0][1]


def test_setting_in_bulk_takes_only_what_was_read_in_this_session(para: Pemeran) -> None:
    satu = diajukan(para, para.andi)
    budi = para.aktor(para.budi)
    hasil = services.tetapkan_yang_dibaca(aktor=budi, daftar=[satu], sesi="a", pada=JANUARI)
    assert not hasil.ditetapkan
    assert "Belum dibaca" in hasil.ditolak[0][1]
    satu.refresh_from_db()
    services.catat_baca(aktor=budi, skp=satu, sesi="a")
    services.catat_baca(aktor=budi, skp=satu, sesi="a")
    hasil = services.tetapkan_yang_dibaca(aktor=budi, daftar=[satu], sesi="b", pada=JANUARI)
    assert not hasil.ditetapkan
    hasil = services.tetapkan_yang_dibaca(aktor=budi, daftar=[satu], sesi="a", pada=JANUARI)
    assert len(hasil.ditetapkan) == 1
    assert SKP.objects.get(pk=satu.pk).status == "ditetapkan"
