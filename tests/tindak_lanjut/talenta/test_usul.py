"""Files of promotion, mutation and rotation: three people act, and every print is seen."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pemeran import Pemeran, buat_pegawai
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.tindak_lanjut.models import PembacaanTalenta, UsulKarier
from tera.tindak_lanjut.services.talenta import usul as layanan
from tindak_lanjut.talenta import panggung_talenta as panggung

pytestmark = pytest.mark.django_db


def isi(para: Pemeran) -> layanan.IsiUsul:
    return layanan.IsiUsul(
        "promosi", "Kepala Seksi Data", "pengawas", para.bidang.pk, "Tiga tahun Sangat Baik",
        "Waktu tunggu turun separuh",
    )  # fmt: skip


def usul(para: Pemeran, sampai: str = "disusun", siapa=None) -> UsulKarier:
    aktor = para.aktor(siapa or para.budi)
    satu = layanan.susun_usul(aktor=aktor, pegawai=para.andi, isi=isi(para), pada=panggung.PADA)
    if sampai != "disusun":
        layanan.ajukan_usul(aktor=aktor, usul=satu, pada=panggung.PADA)
    if sampai == "ditelaah":
        layanan.telaah_usul(
            aktor=para.aktor(para.citra), usul=satu, catatan="Syarat terpenuhi",
            pada=panggung.PADA,
        )  # fmt: skip
    return satu


def putus(para: Pemeran, satu: UsulKarier, siapa, *, setuju: bool = True) -> None:
    layanan.putuskan_usul(
        aktor=para.aktor(siapa), usul=satu, disetujui=setuju, alasan="Layak",
        dokumen=panggung.DOKUMEN if setuju else None, pada=panggung.PADA,
    )  # fmt: skip


def test_the_rater_or_the_pengelola_proposes_and_nobody_else(para: Pemeran) -> None:
    assert usul(para).unit_asal == para.bidang
    assert usul(para, siapa=para.citra).pengusul == para.citra
    for siapa in (para.andi, para.fajar, para.eka):
        with pytest.raises(TidakBerwenangError):
            usul(para, siapa=siapa)


def test_a_file_moves_through_three_people_to_a_decision_with_a_document(para: Pemeran) -> None:
    satu = usul(para, "ditelaah")
    bupati = panggung.pembina(para)
    putus(para, satu, bupati)
    satu.refresh_from_db()
    assert (satu.status, satu.nomor_dokumen, satu.nama_pemutus) == (
        "disetujui", "800/12/2026", "Gita Bupati",
    )  # fmt: skip


def test_who_proposed_or_reviewed_does_not_decide(para: Pemeran) -> None:
    panggung.petugas(para, para.citra, "pejabat_pembina")
    panggung.petugas(para, para.budi, "pejabat_pembina")
    satu = usul(para, "ditelaah")
    with pytest.raises(TidakBerwenangError, match="menelaah"):
        putus(para, satu, para.citra)
    with pytest.raises(TidakBerwenangError, match="pengusulnya"):
        putus(para, satu, para.budi)


def test_the_proposer_does_not_review_one_s_own_file(para: Pemeran) -> None:
    satu = usul(para, "diajukan", siapa=para.citra)
    with pytest.raises(TidakBerwenangError):
        layanan.telaah_usul(
            aktor=para.aktor(para.citra), usul=satu, catatan="ya", pada=panggung.PADA
        )


def test_the_person_plays_no_part_in_the_file_about_oneself(para: Pemeran) -> None:
    panggung.petugas(para, para.andi, "pejabat_pembina")
    satu = usul(para, "ditelaah")
    with pytest.raises(TidakBerwenangError):
        putus(para, satu, para.andi)
    andi = panggung.masuk(para.andi)
    alamat = reverse("tindak_lanjut:talenta_usul", args=[satu.pk])
    assert andi.get(alamat).status_code == 404
    assert "Kepala Seksi Data" in panggung.lihat(andi, "talenta_saya")


def test_a_draft_is_seen_by_its_proposer_alone(para: Pemeran) -> None:
    satu = usul(para)
    alamat = reverse("tindak_lanjut:talenta_usul", args=[satu.pk])
    assert panggung.masuk(para.citra).get(alamat).status_code == 404
    assert "Kepala Seksi Data" not in panggung.lihat(panggung.masuk(para.andi), "talenta_saya")
    assert panggung.masuk(para.budi).get(alamat).status_code == 200


def test_what_was_sent_is_changed_only_after_it_came_back(para: Pemeran) -> None:
    satu = usul(para, "diajukan")
    with pytest.raises(StatusTidakSesuaiError, match="isinya tetap"):
        layanan.ubah_usul(aktor=para.aktor(para.budi), usul=satu, isi=isi(para))
    layanan.kembalikan_usul(
        aktor=para.aktor(para.citra), usul=satu, alasan="Lengkapi", pada=panggung.PADA
    )
    layanan.ubah_usul(aktor=para.aktor(para.budi), usul=satu, isi=isi(para))
    layanan.ajukan_usul(aktor=para.aktor(para.budi), usul=satu, pada=panggung.PADA)
    satu.refresh_from_db()
    assert satu.status == "diajukan"
    with pytest.raises(TidakBerwenangError):
        layanan.ubah_usul(aktor=para.aktor(para.citra), usul=satu, isi=isi(para))


def test_an_approval_without_a_document_is_refused_and_a_refusal_needs_none(
    para: Pemeran,
) -> None:
    satu, bupati = usul(para, "ditelaah"), panggung.pembina(para)
    with pytest.raises(MasukanSalahError, match="nomor dan tanggal"):
        layanan.putuskan_usul(
            aktor=para.aktor(bupati), usul=satu, disetujui=True, alasan="ya", dokumen=None,
            pada=panggung.PADA,
        )  # fmt: skip
    putus(para, satu, bupati, setuju=False)
    satu.refresh_from_db()
    assert satu.status == "ditolak"


def test_the_whole_way_through_the_pages(para: Pemeran) -> None:
    budi, citra = panggung.masuk(para.budi), panggung.masuk(para.citra)
    bupati = panggung.masuk(panggung.pembina(para))
    form = {"pegawai": "tak ada", "jenis": "promosi", "jabatan_target": "Kepala Seksi",
            "jenis_jabatan": "pengawas", "unit_target": para.dinas.kode, "alasan": "Cakap",
            "bukti": "SB 2025"}  # fmt: skip
    assert panggung.jawab(budi, "talenta_usul_baru", **form) == 422
    assert panggung.jawab(budi, "talenta_usul_baru", **{**form, "pegawai": para.andi.nip}) == 302
    pk = UsulKarier.objects.get().pk
    assert panggung.jawab(budi, "talenta_usul_ubah", pk, **form) == 302
    assert panggung.jawab(budi, "talenta_usul_ajukan", pk) == 302
    assert panggung.jawab(budi, "talenta_usul_ubah", pk, **form) == 409
    assert "Andi Pegawai" in panggung.lihat(citra, "talenta_usul_daftar")
    assert panggung.jawab(citra, "talenta_usul_kembalikan", pk, alasan="Tambah bukti") == 302
    assert panggung.jawab(budi, "talenta_usul_ajukan", pk) == 302
    assert panggung.jawab(citra, "talenta_usul_telaah", pk, catatan="Cukup") == 302
    putusan = {"hasil": "setuju", "alasan": "Layak"}
    assert panggung.jawab(citra, "talenta_usul_putus", pk, **putusan) == 403
    assert panggung.jawab(bupati, "talenta_usul_putus", pk, **putusan) == 422
    putusan |= {"nomor": "821/3", "tanggal": "2026-11-20"}
    assert panggung.jawab(bupati, "talenta_usul_putus", pk, **putusan) == 302
    assert "821/3" in panggung.lihat(budi, "talenta_usul", pk)
    assert panggung.jawab(budi, "talenta_usul_batal", pk) == 409
    # Who reviewed a file isn't even shown the form that decides it.
    lain = usul(para, "diajukan")
    assert panggung.jawab(bupati, "talenta_usul_telaah", lain.pk, catatan="Cukup") == 302
    alamat = reverse("tindak_lanjut:talenta_usul_putus", args=[lain.pk])
    assert bupati.get(alamat).status_code == 403


def test_a_print_keeps_what_it_said_and_the_person_sees_it(para: Pemeran) -> None:
    panggung.peta(para, "ditetapkan")
    satu = usul(para, "diajukan")
    citra = panggung.masuk(para.citra)
    assert panggung.jawab(citra, "talenta_usul_cetak", satu.pk, keperluan="") == 422
    assert panggung.jawab(citra, "talenta_usul_cetak", satu.pk, keperluan="Sidang") == 302
    baris = PembacaanTalenta.objects.get(hal="cetakan")
    assert (baris.pegawai, baris.keperluan, baris.usul) == (para.andi, "Sidang", satu)
    judul = [bagian["judul"] for bagian in baris.rekaman["bagian"]]
    assert judul[:3] == ["Usul", "Data kepegawaian", "Riwayat jabatan"]
    hasil = next(b for b in baris.rekaman["bagian"] if b["judul"].startswith("Hasil kinerja"))
    assert hasil["baris"][0][:2] == ["2025", "Sangat Baik"]
    assert "Sidang" in panggung.lihat(panggung.masuk(para.andi), "talenta_saya")


def test_the_proposer_who_only_rates_prints_nothing(para: Pemeran) -> None:
    satu = usul(para, "diajukan")
    budi = panggung.masuk(para.budi)
    assert panggung.jawab(budi, "talenta_usul_cetak", satu.pk, keperluan="x") == 403
    with pytest.raises(TidakBerwenangError):
        layanan.siapkan_cetakan(
            aktor=para.aktor(para.budi), pegawai_id=para.andi.pk, keperluan="x",
            pada=panggung.PADA,
        )  # fmt: skip


@pytest.mark.parametrize("n", [2, 30])
def test_the_pages_cost_the_same_whatever_is_on_them(para: Pemeran, n: int) -> None:
    for nomor in range(n):
        orang = buat_pegawai(
            para.bidang, f"Orang {nomor}", f"1990{nomor:014d}", "pelaksana", "Pengolah Data"
        )
        layanan.susun_usul(
            aktor=para.aktor(para.citra), pegawai=orang, isi=isi(para), pada=panggung.PADA
        )
    satu = usul(para, "diajukan", siapa=para.citra)
    citra = panggung.masuk(para.citra)
    for nama, args in (("talenta_usul_daftar", ()), ("talenta_usul", (satu.pk,))):
        panggung.lihat(citra, nama, *args)
        with CaptureQueriesContext(connection) as tangkap:
            panggung.lihat(citra, nama, *args)
        kueri = [q["sql"][:160] for q in tangkap.captured_queries]
        assert len(kueri) <= 12, (nama, len(kueri), "\n".join(kueri))


def test_the_strip_says_where_a_file_stands_and_who_must_act(para: Pemeran) -> None:
    def strip(satu: UsulKarier) -> list[tuple[str, str]]:
        satu.refresh_from_db()
        laman = panggung.masuk(para.budi).get(reverse("tindak_lanjut:talenta_usul", args=[satu.pk]))
        return [(s["label"], s["status"]) for s in laman.context["langkah"]]

    satu = usul(para)
    assert strip(satu) == [("Disusun", "kini"), ("Ditelaah", "nanti"), ("Diputus", "nanti")]
    layanan.ajukan_usul(aktor=para.aktor(para.budi), usul=satu, pada=panggung.PADA)
    assert strip(satu)[1] == ("Ditelaah", "kini")
    layanan.kembalikan_usul(
        aktor=para.aktor(para.citra), usul=satu, alasan="Bukti kurang", pada=panggung.PADA
    )
    assert strip(satu)[0] == ("Dikembalikan", "ditolak")
    layanan.ajukan_usul(aktor=para.aktor(para.budi), usul=satu, pada=panggung.PADA)
    layanan.telaah_usul(
        aktor=para.aktor(para.citra), usul=satu, catatan="Lengkap", pada=panggung.PADA
    )
    assert strip(satu)[1:] == [("Ditelaah", "selesai"), ("Diputus", "kini")]
    putus(para, satu, panggung.pembina(para), setuju=False)
    assert strip(satu)[2] == ("Ditolak", "selesai")
    dua = usul(para)
    layanan.batalkan_usul(aktor=para.aktor(para.budi), usul=dua, pada=panggung.PADA)
    assert strip(dua) == [("Disusun", "selesai"), ("Dibatalkan", "kini")]
