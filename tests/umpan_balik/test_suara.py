"""From a citizen's text to a person's file: moderation, enough answers, reply, no examination."""

import datetime as dt
import uuid
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pemeran import Pemeran, buat_pemeran
from tera.core import clock
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import JejakAudit
from tera.organisasi.models import Pegawai, PeranPetugas, Periode
from tera.umpan_balik.models import MasukanMasyarakat, TitikLayanan
from tera.umpan_balik.selectors.suara import masukan_untuk_pegawai, suara_pegawai
from tera.umpan_balik.selectors.tugas import kolom_belum_ditanggapi, kolom_menunggu
from tera.umpan_balik.services import forum as layanan_forum
from tera.umpan_balik.services import moderasi
from umpan_balik import panggung_publik as panggung

pytestmark = pytest.mark.django_db
PADA = panggung.PADA
HARI = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _enam_juli() -> Iterator[None]:
    cache.clear()
    with clock.jam_beku(panggung.JAM):
        yield


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


@pytest.fixture
def titik(para: Pemeran) -> TitikLayanan:
    satu = panggung.titik(para, unit=para.bidang)
    panggung.jawaban(satu, 5)
    return satu


def _terbit(para: Pemeran, satu: TitikLayanan, **lain: object) -> MasukanMasyarakat:
    masukan = panggung.masukan(satu, **lain)
    aktor = para.aktor(para.citra)
    moderasi.terbitkan_masukan(aktor=aktor, masukan=masukan, pada=PADA)
    return moderasi.kaitkan_masukan(aktor=aktor, masukan=masukan, pegawai=para.andi, pada=PADA)


def _penilai(para: Pemeran, pada: dt.date) -> list[str]:
    return [
        satu.teks
        for satu in masukan_untuk_pegawai(
            pegawai=para.andi, sejak=dt.date(2026, 1, 1), sampai=dt.date(2026, 12, 31), pada=pada
        )
    ]


def _klien(pegawai: Pegawai) -> Client:
    klien = Client()
    assert pegawai.akun is not None
    klien.force_login(pegawai.akun)
    return klien


def test_the_rater_reads_a_text_only_after_the_right_of_reply(
    para: Pemeran, titik: TitikLayanan
) -> None:
    masukan = _terbit(para, titik)
    assert masukan.hak_jawab_sampai == PADA + 14 * HARI
    assert [satu.teks for satu in suara_pegawai(pegawai=para.andi, pada=PADA)] == [masukan.teks]
    assert _penilai(para, PADA + 14 * HARI) == []
    assert _penilai(para, PADA + 15 * HARI) == [masukan.teks]


def test_an_answer_ends_the_waiting_and_travels_with_the_text(
    para: Pemeran, titik: TitikLayanan
) -> None:
    masukan = _terbit(para, titik)
    alamat = reverse("umpan_balik:suara_tanggapi", args=[masukan.pk])
    isi = {"kunci_idempoten": str(uuid.uuid4()), "teks": "Akan saya perbaiki."}
    assert _klien(para.andi).post(alamat, isi).status_code == 302
    assert _penilai(para, PADA) == [masukan.teks]
    halaman = _klien(para.budi).get(reverse("umpan_balik:suara_pegawai", args=[para.andi.pk]))
    assert masukan.teks in halaman.content.decode()
    assert "Akan saya perbaiki." in halaman.content.decode()
    with pytest.raises(StatusTidakSesuaiError):
        moderasi.tanggapi_masukan(
            aktor=para.aktor(para.andi), masukan=masukan, teks="Lagi", pada=PADA
        )
    with pytest.raises(StatusTidakSesuaiError):
        moderasi.kaitkan_masukan(
            aktor=para.aktor(para.citra), masukan=masukan, pegawai=para.budi, pada=PADA
        )


def test_too_few_answers_keep_a_text_from_the_person_and_the_reply_waits_too(
    para: Pemeran,
) -> None:
    titik = panggung.titik(para, unit=para.bidang)
    panggung.jawaban(titik, 4)
    masukan = _terbit(para, titik)
    jauh = PADA + 60 * HARI
    assert suara_pegawai(pegawai=para.andi, pada=jauh) == []
    panggung.jawaban(titik, 1, pada=PADA + 30 * HARI)
    assert suara_pegawai(pegawai=para.andi, pada=PADA + 29 * HARI) == []
    # The right of reply begins when the person can first see the text.
    [satu] = suara_pegawai(pegawai=para.andi, pada=PADA + 30 * HARI)
    assert satu.hak_jawab_sampai == PADA + 44 * HARI
    assert _penilai(para, PADA + 44 * HARI) == []
    assert _penilai(para, PADA + 45 * HARI) == [masukan.teks]


def test_a_matter_under_examination_is_read_by_nobody(para: Pemeran, titik: TitikLayanan) -> None:
    masukan = _terbit(para, titik)
    jauh = PADA + 30 * HARI
    aktor = para.aktor(para.citra)
    moderasi.tandai_diperiksa(aktor=aktor, masukan=masukan, diperiksa=True, pada=PADA)
    assert suara_pegawai(pegawai=para.andi, pada=jauh) == []
    with pytest.raises(StatusTidakSesuaiError):
        moderasi.tanggapi_masukan(
            aktor=para.aktor(para.andi), masukan=masukan, teks="Ini", pada=PADA
        )
    moderasi.tandai_diperiksa(aktor=aktor, masukan=masukan, diperiksa=False, pada=PADA)
    assert _penilai(para, jauh) == [masukan.teks]


@pytest.mark.parametrize("aksi", ["tolak", "arahkan", "tinjau_lagi"])
def test_only_a_published_text_reaches_anyone(
    para: Pemeran, titik: TitikLayanan, aksi: str
) -> None:
    aktor, pada = para.aktor(para.citra), PADA
    masukan = panggung.masukan(titik)
    moderasi.kaitkan_masukan(aktor=aktor, masukan=masukan, pegawai=para.andi, pada=pada)
    assert _penilai(para, pada + 30 * HARI) == []
    if aksi == "tolak":
        moderasi.tolak_masukan(aktor=aktor, masukan=masukan, alasan="Bukan kami", pada=pada)
    elif aksi == "arahkan":
        moderasi.arahkan_masukan(aktor=aktor, masukan=masukan, diarahkan_ke="Dishub", pada=pada)
    else:
        moderasi.terbitkan_masukan(aktor=aktor, masukan=masukan, pada=pada)
        assert _penilai(para, pada + 30 * HARI) == [masukan.teks]
        moderasi.tinjau_lagi_masukan(aktor=aktor, masukan=masukan, alasan="Keliru", pada=pada)
    assert _penilai(para, pada + 30 * HARI) == []


def test_a_refusal_needs_its_reason(para: Pemeran, titik: TitikLayanan) -> None:
    aktor = para.aktor(para.citra)
    masukan = panggung.masukan(titik)
    with pytest.raises(MasukanSalahError):
        moderasi.tolak_masukan(aktor=aktor, masukan=masukan, alasan="  ", pada=PADA)
    with pytest.raises(MasukanSalahError):
        moderasi.arahkan_masukan(aktor=aktor, masukan=masukan, diarahkan_ke="", pada=PADA)
    masukan.refresh_from_db()
    assert masukan.status == "menunggu"


def test_only_an_officer_of_the_unit_decides_and_nobody_about_oneself(
    para: Pemeran, titik: TitikLayanan
) -> None:
    masukan = panggung.masukan(titik)
    for orang in (para.andi, para.budi, para.fajar, para.eka, para.dewi):
        with pytest.raises(TidakBerwenangError):
            moderasi.terbitkan_masukan(aktor=para.aktor(orang), masukan=masukan, pada=PADA)
        with pytest.raises(TidakBerwenangError):
            moderasi.kaitkan_masukan(
                aktor=para.aktor(orang), masukan=masukan, pegawai=para.andi, pada=PADA
            )
    PeranPetugas.objects.create(
        instansi=para.instansi, pegawai=para.andi, peran="pengelola", unit=para.bidang,
        sejak=dt.date(2026, 1, 1), dasar="SK Uji",
    )  # fmt: skip
    with pytest.raises(TidakBerwenangError, match="pengelola kinerja yang lain"):
        moderasi.kaitkan_masukan(
            aktor=para.aktor(para.andi), masukan=masukan, pegawai=para.andi, pada=PADA
        )
    moderasi.kaitkan_masukan(
        aktor=para.aktor(para.citra), masukan=masukan, pegawai=para.andi, pada=PADA
    )
    with pytest.raises(TidakBerwenangError):
        moderasi.terbitkan_masukan(aktor=para.aktor(para.andi), masukan=masukan, pada=PADA)
    alamat = reverse("umpan_balik:moderasi_rincian", args=[masukan.pk])
    assert _klien(para.andi).get(alamat).status_code == 404


def test_a_text_is_tied_only_to_somebody_of_the_unit(para: Pemeran, titik: TitikLayanan) -> None:
    masukan = panggung.masukan(titik, nama_petugas="Pak Andi")
    aktor = para.aktor(para.citra)
    for orang in (para.fajar, para.dewi):
        with pytest.raises(MasukanSalahError, match="tidak bertugas pada unit ini"):
            moderasi.kaitkan_masukan(aktor=aktor, masukan=masukan, pegawai=orang, pada=PADA)
    terkait = moderasi.kaitkan_masukan(aktor=aktor, masukan=masukan, pegawai=para.andi, pada=PADA)
    assert terkait.nama_petugas == ""


def test_the_trail_holds_no_words_of_a_citizen(para: Pemeran, titik: TitikLayanan) -> None:
    masukan = _terbit(para, titik)
    moderasi.tanggapi_masukan(
        aktor=para.aktor(para.andi), masukan=masukan, teks="Jawaban saya.", pada=PADA
    )
    isi = repr(list(JejakAudit.objects.filter(jenis="masukan_masyarakat").values()))
    assert JejakAudit.objects.filter(jenis="masukan_masyarakat").count() == 3
    assert masukan.teks not in isi
    assert "Jawaban saya." not in isi


def test_what_the_rater_gets_carries_no_number_and_no_writer(
    para: Pemeran, titik: TitikLayanan
) -> None:
    _terbit(para, titik)
    [satu] = masukan_untuk_pegawai(
        pegawai=para.andi.pk, sejak=PADA - 30 * HARI, sampai=PADA, pada=PADA + 30 * HARI
    )
    nama = set(type(satu).__dataclass_fields__)
    assert nama == {
        "masukan_id", "teks", "pada", "asal", "unit", "tanggapan", "hak_jawab_sampai",
        "sampai_penilai",
    }  # fmt: skip
    assert (
        masukan_untuk_pegawai(pegawai=para.andi, sejak=PADA, sampai=PADA, pada=PADA + 30 * HARI)
        == []
    )  # written before the days asked for


def test_a_forum_publishes_texts_about_the_service_and_answers_them(para: Pemeran) -> None:
    forum = panggung.forum(para)
    aktor = para.aktor(para.citra)
    layanan_teks = panggung.masukan(forum, "Antre pagi sudah pendek.", tentang="layanan")
    petugas = panggung.masukan(forum, "Pak Andi cekatan.", tentang="petugas")
    alamat = reverse("umpan_balik:forum_warga", args=[forum.kode])

    def terbaca() -> str:
        return Client().get(alamat).content.decode()

    assert "Antre pagi" not in terbaca()
    with pytest.raises(StatusTidakSesuaiError):
        layanan_forum.jawab_forum(aktor=aktor, masukan=layanan_teks, teks="Baik", pada=PADA)
    for satu in (layanan_teks, petugas):
        moderasi.terbitkan_masukan(aktor=aktor, masukan=satu, pada=PADA)
    assert "Antre pagi" in terbaca()
    assert "Pak Andi" not in terbaca()
    with pytest.raises(StatusTidakSesuaiError):
        layanan_forum.jawab_forum(aktor=aktor, masukan=petugas, teks="Baik", pada=PADA)
    with pytest.raises(TidakBerwenangError):
        layanan_forum.jawab_forum(
            aktor=para.aktor(para.fajar), masukan=layanan_teks, teks="Baik", pada=PADA
        )
    layanan_forum.jawab_forum(aktor=aktor, masukan=layanan_teks, teks="Kami teruskan.", pada=PADA)
    assert "Kami teruskan." in terbaca()
    moderasi.tandai_diperiksa(aktor=aktor, masukan=layanan_teks, diperiksa=True, pada=PADA)
    assert "Antre pagi" not in terbaca()


def test_a_citizen_writes_in_a_forum_under_the_same_lanes(para: Pemeran) -> None:
    forum = panggung.forum(para)
    data = panggung.isian(forum.kode, teks="Papan jadwal belum diganti.", tentang="layanan")
    assert panggung.kirim(forum.kode, data, rute="forum_warga").status_code == 200
    ulang = panggung.kirim(forum.kode, data, rute="forum_warga")
    assert "sudah kami terima" in ulang.content.decode()
    satu = MasukanMasyarakat.objects.get()
    assert (satu.status, satu.jalur, satu.forum_id, satu.titik_id) == (
        "menunggu", "lancar", forum.pk, None,
    )  # fmt: skip
    kosong = panggung.kirim(forum.kode, panggung.isian(forum.kode, teks=" "), rute="forum_warga")
    assert kosong.status_code == 422
    tuduhan = panggung.isian(forum.kode, teks="Kepala loketnya minta suap.")
    balas = panggung.kirim(forum.kode, tuduhan, rute="forum_warga")
    assert "Kepala loketnya minta suap." in balas.content.decode()
    assert MasukanMasyarakat.objects.count() == 1


def test_a_closed_forum_gives_the_text_back(para: Pemeran) -> None:
    forum = panggung.forum(para)
    data = panggung.isian(forum.kode, teks="Terlambat sehari.")
    forum.selesai = PADA - HARI
    forum.save()
    jawaban = panggung.kirim(forum.kode, data, rute="forum_warga")
    assert jawaban.status_code == 409
    assert "Terlambat sehari." in jawaban.content.decode()
    assert not MasukanMasyarakat.objects.exists()
    forum.mulai = forum.selesai = PADA + HARI
    forum.save()
    assert panggung.kirim(forum.kode, data, rute="forum_warga").status_code == 404


def test_once_citizens_have_written_only_the_days_of_a_forum_change(para: Pemeran) -> None:
    forum = panggung.forum(para)
    isi = {"jenis": forum.jenis, "judul": "Lain", "uraian": forum.uraian,
           "mulai": forum.mulai, "selesai": forum.selesai}  # fmt: skip
    aktor = para.aktor(para.citra)
    layanan_forum.ubah_forum(aktor=aktor, forum=forum, pada=PADA, **isi)
    panggung.masukan(forum)
    with pytest.raises(MasukanSalahError, match="tidak bisa diganti"):
        layanan_forum.ubah_forum(aktor=aktor, forum=forum, pada=PADA, **isi | {"judul": "Baru"})
    lama = isi | {"selesai": dt.date(2026, 9, 30)}
    layanan_forum.ubah_forum(aktor=aktor, forum=forum, pada=PADA, **lama)
    forum.refresh_from_db()
    assert (forum.judul, forum.selesai) == ("Lain", dt.date(2026, 9, 30))


@pytest.mark.parametrize(
    "rute",
    ["moderasi", "moderasi_rincian", "forum", "forum_rincian", "suara", "suara_pegawai"],
)
def test_the_pages_cost_the_same_whatever_the_number_of_texts(
    para: Pemeran, titik: TitikLayanan, rute: str
) -> None:
    forum = panggung.forum(para, unit=para.bidang)
    nomor = {
        "forum_rincian": [forum.pk],
        "suara_pegawai": [para.andi.pk],
        "moderasi_rincian": [panggung.masukan(forum, tentang="layanan").pk],
    }.get(rute, [])
    orang = {"suara": para.andi, "suara_pegawai": para.budi}.get(rute, para.citra)
    klien = _klien(orang)
    alamat = reverse(f"umpan_balik:{rute}", args=nomor)

    def tambah(banyak: int) -> None:
        for n in range(banyak):
            teks = _terbit(para, titik, teks=f"Ramah {n}.", pada=dt.date(2026, 6, 1))
            moderasi.tanggapi_masukan(
                aktor=para.aktor(para.andi), masukan=teks, teks="Terima kasih", pada=PADA
            )
            lain = panggung.masukan(forum, f"Cepat {n}.", tentang="layanan")
            moderasi.terbitkan_masukan(aktor=para.aktor(para.citra), masukan=lain, pada=PADA)
            panggung.masukan(titik, f"Menunggu {n}.")
            panggung.forum(para, unit=para.bidang)

    def hitung() -> int:
        klien.get(alamat)
        with CaptureQueriesContext(connection) as tanya:
            assert klien.get(alamat).status_code == 200
        return len(tanya)

    tambah(2)
    sedikit = hitung()
    tambah(8)
    assert hitung() == sedikit <= 12


def _beranda(para: Pemeran, orang: Pegawai, pada: dt.date = PADA) -> tuple[int, int]:
    siapa = {"saya": orang.pk, "instansi": orang.instansi_id, "pada": pada}
    satu = Periode.objects.annotate(
        tentang=kolom_belum_ditanggapi(**siapa), menunggu=kolom_menunggu(**siapa)
    ).get(pk=para.periode.pk)
    return satu.tentang, satu.menunggu


def test_home_tells_the_person_what_to_answer_and_the_officer_what_waits(para: Pemeran) -> None:
    titik = panggung.titik(para, unit=para.bidang)
    panggung.jawaban(titik, 4)
    masukan = _terbit(para, titik)
    panggung.masukan(titik)
    andi, citra = para.aktor(para.andi), para.aktor(para.citra)
    assert _beranda(para, para.andi) == (0, 0)  # too few answers: not visible yet
    panggung.jawaban(titik, 1)
    assert _beranda(para, para.andi) == (1, 0)
    assert "1 tulisan warga tentang Anda" in _klien(para.andi).get("/").content.decode()
    assert _beranda(para, para.andi, PADA + 14 * HARI) == (1, 0)
    assert _beranda(para, para.andi, PADA + 15 * HARI) == (0, 0)
    moderasi.tandai_diperiksa(aktor=citra, masukan=masukan, diperiksa=True, pada=PADA)
    assert _beranda(para, para.andi) == (0, 0)
    moderasi.tandai_diperiksa(aktor=citra, masukan=masukan, diperiksa=False, pada=PADA)
    panggung.kebijakan(para, "publik.n_minimum", 6)
    assert _beranda(para, para.andi) == (0, 0)
    panggung.jawaban(titik, 1)
    moderasi.tanggapi_masukan(aktor=andi, masukan=masukan, teks="Terima kasih", pada=PADA)
    assert _beranda(para, para.andi) == (0, 0)
    assert _beranda(para, para.citra) == (0, 1)
    assert "1 tulisan warga menunggu" in _klien(para.citra).get("/").content.decode()
    for orang in (para.budi, para.eka, para.dewi):
        assert _beranda(para, orang) == (0, 0)


def test_an_officer_of_a_unit_counts_what_waits_there_and_below(
    para: Pemeran, titik: TitikLayanan
) -> None:
    panggung.masukan(titik)
    panggung.masukan(panggung.titik(para, unit=para.kabupaten, nama="Loket Setda"))
    for unit, jumlah in ((para.bidang, 1), (para.dinas, 1), (para.kabupaten, 2)):
        PeranPetugas.objects.filter(pegawai=para.citra).update(unit=unit)
        assert _beranda(para, para.citra) == (0, jumlah)
