"""Pages of the rounds: what each shows, what a refusal keeps, a link's one use, queries by size."""

import datetime as dt
import re
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tera.umpan_balik.models import (
    CatatanTerbuka,
    InstrumenUmpanBalik,
    KunciPasangan,
    PutaranPegawai,
    PutaranUmpanBalik,
    Responden,
    Undangan,
)
from tera.umpan_balik.services import putaran_responden
from tera.umpan_balik.services.putaran import buka_hasil
from tera.umpan_balik.services.putaran_isi import token_undangan
from umpan_balik import panggung_putaran as pentas

pytestmark = pytest.mark.django_db
SAAT = dt.datetime(2026, 11, 5, 3, tzinfo=dt.UTC)
BATAS = 12


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


@pytest.fixture(autouse=True)
def november():
    with clock.jam_beku(SAAT):
        yield


def klien(pegawai) -> Client:
    satu = Client()
    satu.force_login(pegawai.akun)
    return satu


def kirim(satu: Client, alamat: str, **isi: str):
    return satu.post(alamat, {"kunci_idempoten": str(uuid.uuid4()), **isi})


def jawaban(level: str = "1", **lain: str) -> dict[str, str]:
    return {f"nilai-{kode}": level for kode in pentas.KODE} | lain


def banyak_kueri(satu: Client, alamat: str) -> int:
    satu.get(alamat)
    with CaptureQueriesContext(connection) as tangkap:
        assert satu.get(alamat).status_code == 200
    return len(tangkap)


def formulir(panggung, hubungan: str = "rekan") -> Responden:
    return panggung.andi.daftar_responden.filter(hubungan=hubungan).order_by("id").first()


def test_the_form_is_sent_corrected_and_named_in_the_list(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    responden = formulir(panggung)
    satu = klien(responden.pegawai)
    alamat = f"/umpan-balik/putaran/isi/{responden.pk}/"
    teks = satu.get(alamat).text
    assert "Umpan balik untuk Andi Pegawai" in teks
    assert "bila 3 penjawab lain" in teks
    assert "data-draf-url" not in teks
    assert "Belum diisi" in satu.get("/umpan-balik/putaran/").text
    terkirim = kirim(satu, alamat, **jawaban("2"), catatan_bernama="Terima kasih atas bantuannya")
    assert terkirim.status_code == 302
    daftar = satu.get("/umpan-balik/putaran/").text
    assert "Terkirim" in daftar
    assert "Tanda terima TT-" in daftar
    lagi = satu.get(alamat).text
    assert lagi.count("checked") == 7
    assert "Terima kasih atas bantuannya" in lagi
    assert "Kirim perbaikan" in lagi
    kirim(satu, alamat, **jawaban("0"))
    assert KunciPasangan.objects.count() == 1
    assert not CatatanTerbuka.objects.exists()


def test_a_refused_form_keeps_what_was_typed(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    responden = formulir(panggung)
    satu = klien(responden.pegawai)
    alamat = f"/umpan-balik/putaran/isi/{responden.pk}/"
    isi = jawaban("2", teks="Saat rapat anggaran beliau menolong, kata Hana")
    del isi["nilai-KOM"]
    ditolak = kirim(satu, alamat, **isi)
    assert ditolak.status_code == 422
    assert ditolak.text.count("checked") == 6
    assert "Saat rapat anggaran" in ditolak.text
    ditolak = kirim(satu, alamat, **(isi | {"nilai-KOM": "1"}))
    assert ditolak.status_code == 422
    assert "Hapus nama orang: Hana." in ditolak.text
    assert "rapat anggaran" in ditolak.text
    assert "tetap kirim" in ditolak.text
    # A rare phrase may be sent anyway, a name may not.
    ditolak = kirim(satu, alamat, **(isi | {"nilai-KOM": "1", "tetap_kirim": "on"}))
    assert ditolak.status_code == 422
    isi |= {"nilai-KOM": "1", "tetap_kirim": "on", "teks": "Saat rapat anggaran beliau menolong"}
    assert kirim(satu, alamat, **isi).status_code == 302


def test_a_form_after_the_close_is_refused_with_its_reason(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    responden = formulir(panggung)
    pentas.tutup(panggung)
    satu = klien(responden.pegawai)
    alamat = f"/umpan-balik/putaran/isi/{responden.pk}/"
    assert "tidak sedang menerima jawaban" in satu.get(alamat).text
    assert kirim(satu, alamat, **jawaban()).status_code == 409


def test_the_self_form_asks_for_no_words(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    teks = klien(para.andi).get(f"/umpan-balik/putaran/isi/{formulir(panggung, 'diri').pk}/").text
    assert "tidak pernah dicampur" in teks
    assert 'name="teks"' not in teks


def test_a_partner_answers_once_without_an_account(para: Pemeran) -> None:
    panggung = pentas.susun(para)
    assert kirim(
        klien(para.andi), f"/umpan-balik/putaran/orang/{panggung.andi.pk}/mitra/",
        nama="Rini Yayasan", lembaga="Yayasan Uji", surel="",
    ).status_code == 302  # fmt: skip
    putaran_responden.setujui_responden(
        aktor=para.aktor(para.budi), satu=panggung.andi, pada=pentas.MULAI
    )
    kirim(klien(para.citra), f"/umpan-balik/putaran/kelola/{panggung.putaran.pk}/mulai/")
    undangan = Undangan.objects.get()
    alamat = f"/umpan-balik/putaran/undangan/{token_undangan(undangan)}/"
    # The link is for the penilai to send; the person it is about could fill in the form oneself.
    halaman = f"/umpan-balik/putaran/orang/{panggung.andi.pk}/"
    assert alamat in klien(para.budi).get(halaman).text
    assert alamat not in klien(para.andi).get(halaman).text
    tamu = Client()
    teks = tamu.get(alamat)
    assert "Yth. Rini Yayasan" in teks.text
    assert 'name="catatan_bernama"' not in teks.text
    assert teks["Referrer-Policy"] == "no-referrer"
    assert kirim(tamu, alamat, **jawaban()).status_code == 302
    assert "Terima kasih" in tamu.get(alamat).text
    sebelum = KunciPasangan.objects.get().isi_tersegel
    kirim(tamu, alamat, **jawaban("0"))
    assert KunciPasangan.objects.get().isi_tersegel == sebelum
    Undangan.objects.update(nonce="lain")
    assert tamu.get(alamat).status_code == 404


def test_an_expired_link_is_not_found(para: Pemeran) -> None:
    panggung = pentas.susun(para)
    undangan = putaran_responden.undang_mitra(
        aktor=para.aktor(para.andi), satu=panggung.andi, nama="Rini", lembaga="Yayasan", surel="",
        pada=pentas.MULAI,
    )  # fmt: skip
    alamat = f"/umpan-balik/putaran/undangan/{token_undangan(undangan)}/"
    assert Client().get(alamat).status_code == 200
    with clock.jam_beku(SAAT + dt.timedelta(days=20)):
        assert Client().get(alamat).status_code == 404


def test_the_list_is_proposed_warned_about_and_approved(para: Pemeran) -> None:
    panggung = pentas.susun(para, undi=False)
    alamat = f"/umpan-balik/putaran/orang/{panggung.andi.pk}/"
    andi, budi = klien(para.andi), klien(para.budi)
    assert "kurang dari 4 orang" in andi.get(alamat).text
    assert kirim(budi, f"{alamat}setujui/").status_code == 422
    salah = kirim(andi, f"{alamat}usul/", calon="tak ada orangnya", hubungan="rekan")
    assert salah.status_code == 422
    assert "tak ada orangnya" in salah.text
    for rekan in panggung.rekan[:4]:
        assert kirim(andi, f"{alamat}usul/", calon=rekan.nip, hubungan="rekan").status_code == 302
    balik = panggung.pada(panggung.rekan[0])
    putaran_responden.usulkan_responden(
        aktor=para.aktor(panggung.rekan[0]), satu=balik, calon=para.andi, hubungan="rekan",
        pada=pentas.MULAI,
    )  # fmt: skip
    teks = budi.get(alamat).text
    assert "kurang dari 4 orang" not in teks
    assert teks.count("saling menilai") == 1
    assert "saling memberi umpan balik" in teks
    assert kirim(budi, f"{alamat}setujui/").status_code == 302
    assert "Ubah daftar" in andi.get(alamat).text


def test_before_opening_the_pengelola_sees_load_and_who_gets_nothing(para: Pemeran) -> None:
    panggung = pentas.susun(para, 2, unit=para.dinas)
    citra = klien(para.citra)
    teks = citra.get(f"/umpan-balik/putaran/kelola/{panggung.putaran.pk}/").text
    assert "Tidak akan mendapat hasil" in teks
    assert "Seluruh perangkat daerah" in teks
    assert "Mulai putaran" not in teks
    perkiraan = pentas.tanya.perkiraan(putaran=panggung.putaran, pada=pentas.MULAI)
    assert perkiraan.jumlah_orang == perkiraan.tanpa_hasil == 6
    assert perkiraan.tanpa_hasil_per_lingkup == {"unit": 6, "gugus": 6, "opd": 6}
    PutaranUmpanBalik.objects.update(k=3)
    panggung.putaran.refresh_from_db()
    perkiraan = pentas.tanya.perkiraan(putaran=panggung.putaran, pada=pentas.MULAI)
    # Of three in the bidang each has two colleagues, with Citra of the same OPD three; Budi has
    # three subordinates, Fajar two.
    assert perkiraan.tanpa_hasil_per_lingkup == {"unit": 5, "gugus": 5, "opd": 1}


def test_a_round_is_made_on_its_page_and_a_wrong_one_keeps_its_fields(para: Pemeran) -> None:
    citra = klien(para.citra)
    isi = {
        "nama": "Umpan balik akhir tahun", "periode": str(para.periode.pk), "unit": "010101",
        "mulai": "2026-11-10", "selesai": "2026-11-11", "lingkup_rekan": "opd", "instrumen": "",
    }  # fmt: skip
    ditolak = kirim(citra, "/umpan-balik/putaran/kelola/", **isi)
    assert ditolak.status_code == 422
    assert "Umpan balik akhir tahun" in ditolak.text
    assert "sedikitnya tiga hari" in ditolak.text
    jadi = kirim(citra, "/umpan-balik/putaran/kelola/", **(isi | {"selesai": "2026-11-20"}))
    assert jadi.status_code == 302
    assert PutaranUmpanBalik.objects.get().lingkup_rekan == "opd"
    assert "Umpan balik akhir tahun" in citra.get("/umpan-balik/putaran/kelola/").text


def test_an_instrument_of_ones_own_is_asked_in_the_round(para: Pemeran) -> None:
    citra = klien(para.citra)
    alamat = "/umpan-balik/putaran/instrumen/"
    butir = "Datang tepat waktu\nMendengarkan\n\nMenepati janji"
    ditolak = kirim(citra, alamat, nama="Singkat", daftar_butir="Satu saja")
    assert ditolak.status_code == 422
    assert "tiga sampai dua belas" in ditolak.text
    assert kirim(citra, alamat, nama="Singkat", daftar_butir=butir).status_code == 302
    assert kirim(citra, alamat, nama="Singkat", daftar_butir=butir).status_code == 422
    instrumen = InstrumenUmpanBalik.objects.get()
    assert [satu["kode"] for satu in instrumen.butir] == ["B1", "B2", "B3"]
    assert "Menepati janji" in citra.get(alamat).text


def test_the_result_shows_pictures_words_and_no_figure(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    pentas.isi_semua(panggung, (0, 1, 1, 0, 1), diri=2)
    pentas.tutup(panggung)
    alamat = f"/umpan-balik/putaran/orang/{panggung.andi.pk}/hasil/"
    teks = klien(para.budi).get(alamat).text
    assert teks.count("Mungkin titik buta") == 7
    assert "Antara di bawah dan sesuai" in teks
    terbaca = re.sub(r"<[^>]+>", " ", teks.split("<main")[1].split("</main>")[0])
    assert not re.search(r"\d[.,]\d", terbaca)
    assert klien(para.andi).get(alamat).status_code == 404
    buka_hasil(
        aktor=panggung.sistem(), pegawai_id=para.andi.pk, periode_id=para.periode.pk,
        pada=pentas.SESUDAH,
    )  # fmt: skip
    assert "Hasil umpan balik saya" in klien(para.andi).get(alamat).text


def test_signed_notes_are_read_by_the_person_only(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    responden = formulir(panggung)
    pentas.isi(panggung, responden, 1, catatan_bernama="Terima kasih atas bimbingannya")
    pentas.tutup(panggung)
    buka_hasil(
        aktor=panggung.sistem(), pegawai_id=para.andi.pk, periode_id=para.periode.pk,
        pada=pentas.SESUDAH,
    )  # fmt: skip
    alamat = f"/umpan-balik/putaran/orang/{panggung.andi.pk}/hasil/"
    assert "Terima kasih atas bimbingannya" in klien(para.andi).get(alamat).text
    assert "Terima kasih atas bimbingannya" not in klien(para.budi).get(alamat).text


def test_two_officers_open_the_envelopes_and_respondents_are_told(para: Pemeran) -> None:
    panggung = pentas.jalankan(para)
    pentas.isi_semua(panggung)
    pentas.tutup(panggung)
    pentas.pejabat(para)
    fajar, bupati = klien(para.fajar), klien(para.bupati)
    alamat = f"/umpan-balik/putaran/orang/{panggung.andi.pk}/kunci/"
    assert alamat in fajar.get("/umpan-balik/putaran/kunci/?q=andi").text
    assert alamat not in fajar.get("/umpan-balik/putaran/kunci/?q=tak-ada").text
    assert kirim(fajar, alamat, nomor_surat="SP/7", alasan="Dugaan ancaman").status_code == 302
    pk = panggung.andi.daftar_pembukaan.get().pk
    assert "Setujui sebagai pejabat kedua" not in fajar.get(alamat).text
    assert "Setujui sebagai pejabat kedua" in bupati.get(alamat).text
    rekan = klien(formulir(panggung).pegawai)
    assert "dibuka oleh" not in rekan.get("/umpan-balik/putaran/").text
    assert kirim(bupati, f"/umpan-balik/putaran/kunci/{pk}/setujui/").status_code == 302
    isi = kirim(fajar, f"/umpan-balik/putaran/kunci/{pk}/baca/")
    assert isi.status_code == 200
    assert "Hana Rekan" in isi.text
    assert "SP/7" in rekan.get("/umpan-balik/putaran/").text


def test_home_lists_forms_and_lists_to_approve(para: Pemeran) -> None:
    pentas.jalankan(para)
    assert "formulir umpan balik menunggu Anda isi" in klien(para.andi).get("/").text
    assert "daftar responden menunggu persetujuan Anda" in klien(para.budi).get("/").text


@pytest.mark.parametrize("jumlah", [3, 9])
def test_pages_cost_a_fixed_number_of_queries(para: Pemeran, jumlah: int) -> None:
    panggung = pentas.jalankan(para, jumlah)
    for satu in panggung.putaran.daftar_pegawai.exclude(pegawai__in=[para.andi, para.budi]):
        putaran_responden.setujui_responden(
            aktor=para.aktor(para.budi), satu=satu, pada=pentas.MULAI
        )
    pentas.putaran.mulai_putaran(
        aktor=panggung.sistem(), putaran=panggung.putaran, pada=pentas.MULAI
    )
    pentas.isi_semua(panggung)
    halaman = {
        "daftar": (para.budi, "/umpan-balik/putaran/"),
        "rekan": (panggung.rekan[0], "/umpan-balik/putaran/"),
        "orang": (para.budi, f"/umpan-balik/putaran/orang/{panggung.andi.pk}/"),
        "isi": (formulir(panggung).pegawai, f"/umpan-balik/putaran/isi/{formulir(panggung).pk}/"),
        "kelola": (para.citra, "/umpan-balik/putaran/kelola/"),
        "rincian": (para.citra, f"/umpan-balik/putaran/kelola/{panggung.putaran.pk}/"),
    }
    biaya = {nama: banyak_kueri(klien(p), alamat) for nama, (p, alamat) in halaman.items()}
    pentas.tutup(panggung)
    biaya["hasil"] = banyak_kueri(
        klien(para.budi), f"/umpan-balik/putaran/orang/{panggung.andi.pk}/hasil/"
    )
    assert {nama: n for nama, n in biaya.items() if n > BATAS} == {}, biaya


def test_closing_many_people_costs_the_same_queries(para: Pemeran) -> None:
    """The close reads and writes in bulk: more people, the same statements."""
    biaya = []
    panggung = pentas.jalankan(para, 9)
    semua = list(panggung.putaran.daftar_pegawai.exclude(pegawai=para.budi))
    for daftar in (semua[:2], semua):
        PutaranPegawai.objects.filter(pk__in=[s.pk for s in semua]).update(status="disusun")
        PutaranPegawai.objects.filter(pk__in=[s.pk for s in daftar]).update(status="berjalan")
        with CaptureQueriesContext(connection) as tangkap:
            pentas.putaran.tutup_putaran(
                aktor=panggung.sistem(), putaran=panggung.putaran, pada=pentas.SESUDAH
            )
        biaya.append(len(tangkap))
        PutaranPegawai.objects.update(status="disusun")
        pentas.HasilUmpanBalik.objects.all().delete()
    assert biaya[0] == biaya[1], biaya


def test_before_opening_the_pengelola_sees_who_depends_on_everybody_answering(
    para: Pemeran,
) -> None:
    panggung = pentas.susun(para, undi=False)
    orang = [panggung.andi, *(panggung.pada(satu) for satu in panggung.rekan[:3])]
    # Against a limit of four: four and nobody else, five, six, three beside two subordinates.
    for satu, kelompok in zip(
        orang, ({"rekan": 4}, {"rekan": 5}, {"rekan": 6}, {"rekan": 3, "bawahan": 2}), strict=True
    ):
        calon = [p for p in (para.andi, para.budi, *panggung.rekan) if p != satu.pegawai]
        for hubungan, jumlah in kelompok.items():
            for _n in range(jumlah):
                Responden.objects.create(
                    putaran_pegawai=satu, pegawai=calon.pop(), hubungan=hubungan
                )
    perkiraan = pentas.tanya.perkiraan(putaran=panggung.putaran, pada=pentas.MULAI)
    lain = perkiraan.jumlah_orang - len(orang)
    assert perkiraan.tanpa_hasil == lain
    # Four become three; three beside two become two beside one.
    assert perkiraan.tanpa_hasil_kurang_satu == lain + 2
    assert perkiraan.tanpa_hasil_lazim == lain + 2
    # A fifth of six, rounded up, is two.
    PutaranUmpanBalik.objects.update(k=5)
    panggung.putaran.refresh_from_db()
    perkiraan = pentas.tanya.perkiraan(putaran=panggung.putaran, pada=pentas.MULAI)
    assert perkiraan.tanpa_hasil == lain + 1
    assert perkiraan.tanpa_hasil_kurang_satu == lain + 3
    assert perkiraan.tanpa_hasil_lazim == lain + 4
    teks = klien(para.citra).get(f"/umpan-balik/putaran/kelola/{panggung.putaran.pk}/").text
    assert "Satu orang tiap kelompok tidak mengisi" in teks
    assert "Seperlima tiap kelompok tidak mengisi" in teks
