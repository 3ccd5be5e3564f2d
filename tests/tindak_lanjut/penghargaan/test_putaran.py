"""Rounds of awards: from the kind to the announcement, and who may not."""

import datetime as dt

import pytest

from pemeran import Pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import JejakAudit
from tera.tindak_lanjut.models import CalonPenghargaan, PandanganAnggota
from tera.tindak_lanjut.services.penghargaan import calon as layanan_calon
from tera.tindak_lanjut.services.penghargaan import putaran as layanan
from tera.tindak_lanjut.services.penghargaan.calon import Putusan
from tindak_lanjut.penghargaan import panggung
from tindak_lanjut.penghargaan.panggung import PADA


def test_only_the_pengelola_writes_kinds_and_opens_rounds(para: Pemeran) -> None:
    assert panggung.jenis(para).kode_siasn == "201"
    with pytest.raises(TidakBerwenangError):
        layanan.simpan_jenis(
            aktor=para.aktor(para.budi), isi=panggung.ISI_JENIS | {"nama": "Lain"}, pada=PADA
        )


def test_a_kind_that_searches_the_records_needs_a_criterion(para: Pemeran) -> None:
    with pytest.raises(MasukanSalahError, match="sedikitnya satu kriteria"):
        panggung.jenis(para, nama="Terbaik", aturan="unit_terbaik")
    assert panggung.jenis(
        para, nama="Terbaik", aturan="unit_terbaik", predikat_minimal="sangat_baik"
    ).pk


def test_a_kind_in_use_keeps_its_rule(para: Pemeran) -> None:
    satu = panggung.putaran(para)
    with pytest.raises(MasukanSalahError, match="sudah dipakai sebuah putaran"):
        layanan.simpan_jenis(
            aktor=para.aktor(para.citra), isi=panggung.ISI_JENIS | {"aturan": "lain"},
            pada=PADA, jenis=satu.jenis,
        )  # fmt: skip


def test_people_whom_no_rule_refuses_are_found_and_nobody_is_awarded(para: Pemeran) -> None:
    satu = panggung.putaran(para)
    n = layanan.hitung_calon(aktor=para.aktor(para.citra), putaran=satu, pada=PADA)
    orang = set(satu.daftar_calon.values_list("pegawai__nama", flat=True))
    # Citra serves nine years, Budi twenty-six; Fajar and Eka have no TMT CPNS on record.
    assert orang == {"Andi Pegawai"}
    assert n == 1
    assert set(satu.daftar_calon.values_list("status", flat=True)) == {"dicalonkan"}
    assert layanan.hitung_calon(aktor=para.aktor(para.citra), putaran=satu, pada=PADA) == 0


def test_who_was_punished_is_not_found(para: Pemeran) -> None:
    satu = panggung.putaran(para)
    panggung.rekam(para, "hukdis_sedang", mulai=dt.date(2020, 1, 1))
    layanan.hitung_calon(aktor=para.aktor(para.citra), putaran=satu, pada=PADA)
    assert not satu.daftar_calon.filter(pegawai=para.andi).exists()


def test_a_rater_proposes_whom_they_rate_and_nobody_else(para: Pemeran) -> None:
    calon = panggung.usul(para)
    assert calon.pengusul == para.budi
    with pytest.raises(MasukanSalahError, match="orang yang Anda nilai"):
        layanan_calon.usulkan_calon(
            aktor=para.aktor(para.andi), putaran=calon.putaran, pegawai_id=para.citra.pk,
            alasan="Baik.", pada=PADA,
        )  # fmt: skip


def test_a_proposal_after_the_last_day_is_refused(para: Pemeran) -> None:
    satu = panggung.putaran(para)
    for hari in (satu.usul_sampai, satu.usul_sampai + dt.timedelta(days=1)):
        if hari == satu.usul_sampai:
            assert panggung.usul(para, satu).pk
            CalonPenghargaan.objects.all().delete()
        else:
            with pytest.raises(StatusTidakSesuaiError, match="sudah lewat"):
                layanan_calon.usulkan_calon(
                    aktor=para.aktor(para.budi), putaran=satu, pegawai_id=para.andi.pk,
                    alasan="Baik.", pada=hari,
                )  # fmt: skip


def test_the_round_waits_for_a_committee_and_a_candidate(para: Pemeran) -> None:
    satu = panggung.putaran(para)
    citra = para.aktor(para.citra)
    with pytest.raises(StatusTidakSesuaiError, match="tim"):
        layanan.tutup_usulan(aktor=citra, putaran=satu, pada=PADA)
    panggung.tim(para, satu)
    with pytest.raises(StatusTidakSesuaiError, match="belum ada calon"):
        layanan.tutup_usulan(aktor=citra, putaran=satu, pada=PADA)
    panggung.usul(para, satu)
    assert layanan.tutup_usulan(aktor=citra, putaran=satu, pada=PADA).langkah.ke == "ditelaah"


def test_a_committee_needs_one_ketua_and_three_people(para: Pemeran) -> None:
    satu = panggung.putaran(para)
    with pytest.raises(MasukanSalahError, match="seorang ketua"):
        layanan.tunjuk_tim(
            aktor=para.aktor(para.citra), putaran=satu,
            daftar={para.fajar.pk: "ketua", para.eka.pk: "ketua", para.citra.pk: "anggota"},
            nomor="1", tanggal=PADA, pada=PADA,
        )  # fmt: skip


def test_a_member_with_a_conflict_of_interest_abstains(para: Pemeran) -> None:
    calon = panggung.ditelaah(para)
    # Fajar is the superior of Andi's rater.
    kirim = {
        "aktor": para.aktor(para.fajar), "calon": calon, "alasan": "Rajin.",
        "benturan_lain": False, "pada": PADA,
    }  # fmt: skip
    with pytest.raises(MasukanSalahError, match="abstain"):
        layanan_calon.catat_pandangan(pandangan="mendukung", **kirim)
    satu = layanan_calon.catat_pandangan(pandangan="abstain", **kirim)
    assert satu.benturan == PandanganAnggota.Benturan.PENILAI


def test_somebody_outside_the_committee_has_no_view(para: Pemeran) -> None:
    calon = panggung.ditelaah(para)
    with pytest.raises(TidakBerwenangError, match="surat penunjukan"):
        layanan_calon.catat_pandangan(
            aktor=para.aktor(para.budi), calon=calon, pandangan="mendukung", alasan="Rajin.",
            benturan_lain=False, pada=PADA,
        )  # fmt: skip


def test_the_pejabat_pembina_decides_with_a_document_and_keeps_the_facts(para: Pemeran) -> None:
    calon = panggung.diputuskan(para)
    assert calon.status == "ditetapkan"
    assert calon.putaran.nomor_keputusan == "SK 12/2026"
    assert calon.putaran.rekaman_pemutus["nama"] == "Gita Bupati"
    assert calon.rekaman["nama"] == "Andi Pegawai"
    kunci = {satu["kunci"] for satu in calon.rekaman["syarat"]}
    assert kunci == {"status", "masa_kerja", "hukdis", "cltn", "pernah"}


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [({"nomor": " "}, "nomor"), ({"tanggal": dt.date(2026, 12, 1)}, "belum tiba"),
     ({"daftar": {}}, "belum punya putusan")],
)  # fmt: skip
def test_a_decision_without_document_or_reason_is_refused(
    para: Pemeran, ganti: dict[str, object], kata: str
) -> None:
    calon = panggung.dipandang(para)
    isi = {
        "aktor": panggung.pemutus(para), "putaran": calon.putaran, "nomor": "SK 1",
        "tanggal": PADA, "daftar": {calon.pk: Putusan(True, "Baik.")}, "pada": PADA,
    }  # fmt: skip
    with pytest.raises(MasukanSalahError, match=kata):
        layanan_calon.putuskan_putaran(**isi | ganti)
    calon.refresh_from_db()
    assert calon.status == "dicalonkan"


def test_the_pengelola_does_not_decide_nor_a_candidate(para: Pemeran) -> None:
    calon = panggung.dipandang(para)
    isi = {
        "putaran": calon.putaran, "nomor": "SK 1", "tanggal": PADA,
        "daftar": {calon.pk: Putusan(True, "Baik.")}, "pada": PADA,
    }  # fmt: skip
    with pytest.raises(TidakBerwenangError):
        layanan_calon.putuskan_putaran(aktor=para.aktor(para.citra), **isi)
    gita = panggung.pemutus(para)
    CalonPenghargaan.objects.create(
        instansi=para.instansi, putaran=calon.putaran, pegawai=para.bupati,
        penugasan=para.penugasan(para.bupati), sumber="usulan",
    )  # fmt: skip
    with pytest.raises(TidakBerwenangError, match="Anda sendiri calon"):
        layanan_calon.putuskan_putaran(aktor=gita, **isi)


def test_more_than_the_quota_is_refused(para: Pemeran) -> None:
    calon = panggung.dipandang(para)
    satu = calon.putaran
    lain = CalonPenghargaan.objects.create(
        instansi=para.instansi, putaran=satu, pegawai=para.budi,
        penugasan=para.penugasan(para.budi), sumber="dihitung",
    )  # fmt: skip
    satu.jenis.kuota = 1
    satu.jenis.save()
    with pytest.raises(MasukanSalahError, match="kuotanya 1"):
        layanan_calon.putuskan_putaran(
            aktor=panggung.pemutus(para), putaran=satu, nomor="SK 1", tanggal=PADA,
            daftar={calon.pk: Putusan(True, "Baik."), lain.pk: Putusan(True, "Baik.")}, pada=PADA,
        )  # fmt: skip


def test_a_candidate_nobody_looked_at_holds_the_decision(para: Pemeran) -> None:
    calon = panggung.ditelaah(para)
    with pytest.raises(MasukanSalahError, match="belum mendapat pandangan"):
        layanan_calon.putuskan_putaran(
            aktor=panggung.pemutus(para), putaran=calon.putaran, nomor="SK 1", tanggal=PADA,
            daftar={calon.pk: Putusan(True, "Baik.")}, pada=PADA,
        )  # fmt: skip


def test_the_candidate_may_decline_until_the_decision(para: Pemeran) -> None:
    calon = panggung.dipandang(para)
    andi = para.aktor(para.andi)
    with pytest.raises(TidakBerwenangError):
        layanan_calon.mundur(aktor=para.aktor(para.budi), calon=calon, alasan="", pada=PADA)
    layanan_calon.mundur(aktor=andi, calon=calon, alasan="", pada=PADA)
    assert calon.status == "mundur"


def test_after_the_decision_nobody_declines(para: Pemeran) -> None:
    calon = panggung.diputuskan(para)
    with pytest.raises(StatusTidakSesuaiError):
        layanan_calon.mundur(aktor=para.aktor(para.andi), calon=calon, alasan="", pada=PADA)


def test_only_the_person_agrees_to_their_name(para: Pemeran) -> None:
    calon = panggung.diumumkan(para)
    with pytest.raises(TidakBerwenangError):
        layanan_calon.jawab_persetujuan(
            aktor=para.aktor(para.citra), calon=calon, setuju=True, alasan_publik="", pada=PADA
        )
    layanan_calon.jawab_persetujuan(
        aktor=para.aktor(para.andi), calon=calon, setuju=True, alasan_publik=" Loket. ", pada=PADA
    )
    calon.refresh_from_db()
    assert (calon.setuju_nama, calon.alasan_publik) == (True, "Loket.")


def test_reading_the_facts_of_somebody_else_is_logged(para: Pemeran) -> None:
    calon = panggung.usul(para)
    layanan_calon.catat_dibaca(aktor=para.aktor(para.andi), calon=calon)
    jejak = JejakAudit.objects.filter(jenis="calon_penghargaan", aksi="dibaca")
    assert not jejak.exists()
    layanan_calon.catat_dibaca(aktor=para.aktor(para.eka), calon=calon)
    assert jejak.get().pegawai_id == para.eka.pk


def test_a_cancelled_round_keeps_its_reason(para: Pemeran) -> None:
    satu = panggung.putaran(para)
    with pytest.raises(MasukanSalahError):
        layanan.batalkan_putaran(aktor=para.aktor(para.citra), putaran=satu, alasan=" ", pada=PADA)
    hasil = layanan.batalkan_putaran(
        aktor=para.aktor(para.citra), putaran=satu, alasan="Anggaran.", pada=PADA
    )
    assert hasil.riwayat.alasan == "Anggaran."
