"""One-on-one meetings: who meets whom, agenda, notes in versions, agreements, the pages."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialog import panggung
from dialog.klien import kirim, lihat, masuk
from dialog.panggung import PADA
from pemeran import Pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import Kejadian, RiwayatStatus
from tera.dialog import services
from tera.dialog.models import Kesepakatan, Pertemuan
from tera.dialog.selectors import agenda_bahan, pertemuan_terlihat
from tera.dialog.services.pertemuan import pilih_bahan
from tera.evaluasi.services import sampaikan_evaluasi
from tera.organisasi.models import AnggotaTim, TimKerja
from umpan_balik import panggung_umpan as umpan

pytestmark = pytest.mark.django_db


def test_a_penilai_and_a_pegawai_meet_as_what_they_are_whoever_invites(para: Pemeran) -> None:
    dari_atas = panggung.pertemuan(para)
    dari_bawah = services.jadwalkan_pertemuan(
        aktor=para.aktor(para.andi), dengan=para.budi, isi=panggung.isi(), pada=PADA
    )
    for satu in (dari_atas, dari_bawah):
        assert satu.hubungan == Pertemuan.Hubungan.PENILAI_PEGAWAI
        assert (satu.pegawai, satu.mitra) == (para.andi, para.budi)
    assert dari_bawah.pengundang == para.andi


def test_a_team_lead_and_two_colleagues_may_meet(para: Pemeran) -> None:
    tim = TimKerja.objects.create(
        instansi=para.instansi, unit=para.dinas, nama="Tim", ketua=para.citra, sejak=PADA
    )
    AnggotaTim.objects.create(tim=tim, pegawai=para.andi, sejak=PADA)
    ketua = services.jadwalkan_pertemuan(
        aktor=para.aktor(para.andi), dengan=para.citra, isi=panggung.isi(), pada=PADA
    )
    assert (ketua.hubungan, ketua.pegawai) == (Pertemuan.Hubungan.KETUA_ANGGOTA, para.andi)
    rekan = services.jadwalkan_pertemuan(
        aktor=para.aktor(para.andi), dengan=para.eka, isi=panggung.isi(), pada=PADA
    )
    assert (rekan.hubungan, rekan.mitra) == (Pertemuan.Hubungan.KESEPAKATAN, para.eka)


@pytest.mark.parametrize(
    ("dengan", "tanggal", "bidang"),
    [
        ("andi", PADA, "dengan"),
        ("dewi", PADA, "dengan"),
        ("budi", PADA - dt.timedelta(days=61), "tanggal"),
        ("budi", PADA + dt.timedelta(days=400), "tanggal"),
    ],
)
def test_an_impossible_meeting_is_refused_at_its_field(
    para: Pemeran, dengan: str, tanggal: dt.date, bidang: str
) -> None:
    with pytest.raises(MasukanSalahError) as galat:
        services.jadwalkan_pertemuan(
            aktor=para.aktor(para.andi),
            dengan=getattr(para, dengan),
            isi=panggung.isi(tanggal),
            pada=PADA,
        )
    assert bidang in galat.value.per_bidang


def test_only_the_two_find_their_meeting(para: Pemeran) -> None:
    satu = panggung.pertemuan(para)
    for nama in ("fajar", "citra", "eka", "dewi", "bupati"):
        assert not pertemuan_terlihat(aktor=para.aktor(getattr(para, nama))).exists(), nama
        with pytest.raises(TidakBerwenangError):
            services.tulis_catatan(
                aktor=para.aktor(getattr(para, nama)), pertemuan=satu, teks="x", versi=0
            )
    assert pertemuan_terlihat(aktor=para.aktor(para.andi)).get() == satu


def test_a_meeting_ahead_is_not_ended_and_what_is_over_is_not_moved(para: Pemeran) -> None:
    satu = panggung.pertemuan(para, PADA + dt.timedelta(days=1))
    aktor = para.aktor(para.andi)
    with pytest.raises(StatusTidakSesuaiError):
        services.selesaikan_pertemuan(aktor=aktor, pertemuan=satu, pada=PADA)
    services.selesaikan_pertemuan(aktor=aktor, pertemuan=satu, pada=PADA + dt.timedelta(days=1))
    satu.refresh_from_db()
    assert (satu.status, satu.dilaksanakan_pada) == ("selesai", PADA + dt.timedelta(days=1))
    with pytest.raises(StatusTidakSesuaiError):
        services.ubah_jadwal(
            aktor=aktor, pertemuan=satu, isi=panggung.isi(), revisi=satu.revisi, pada=PADA
        )


def test_a_moved_meeting_is_told_and_a_stale_form_is_refused(para: Pemeran) -> None:
    satu = panggung.pertemuan(para)
    besok = PADA + dt.timedelta(days=3)
    services.ubah_jadwal(
        aktor=para.aktor(para.andi), pertemuan=satu, isi=panggung.isi(besok), revisi=0, pada=PADA
    )
    kabar = Kejadian.objects.get(nama="dialog.pertemuan_diubah")
    assert kabar.muatan == {
        "id": satu.pk, "pegawai_id": para.andi.pk, "mitra_id": para.budi.pk,
        "oleh_id": para.andi.pk,
    }  # fmt: skip
    with pytest.raises(StatusTidakSesuaiError):
        services.ubah_jadwal(
            aktor=para.aktor(para.budi), pertemuan=satu, isi=panggung.isi(), revisi=0, pada=PADA
        )


def test_an_invitation_may_be_declined_with_words(para: Pemeran) -> None:
    satu = panggung.pertemuan(para)
    with pytest.raises(MasukanSalahError):
        services.batalkan_pertemuan(
            aktor=para.aktor(para.andi), pertemuan=satu, alasan=" ", pada=PADA
        )
    services.batalkan_pertemuan(
        aktor=para.aktor(para.andi), pertemuan=satu, alasan="Tugas luar", pada=PADA
    )
    assert RiwayatStatus.objects.get(jenis="pertemuan").alasan == "Tugas luar"
    with pytest.raises(StatusTidakSesuaiError):
        services.tambah_agenda(aktor=para.aktor(para.budi), pertemuan=satu, teks="Lagi")


def test_every_version_of_the_notes_is_kept_and_nobody_writes_over_the_other(
    para: Pemeran,
) -> None:
    satu = panggung.pertemuan(para)
    andi, budi = para.aktor(para.andi), para.aktor(para.budi)
    services.tulis_catatan(aktor=andi, pertemuan=satu, teks="Satu", versi=0)
    with pytest.raises(StatusTidakSesuaiError):
        services.tulis_catatan(aktor=budi, pertemuan=satu, teks="Lain", versi=0)
    services.tulis_catatan(aktor=budi, pertemuan=satu, teks="Dua", versi=1)
    assert list(
        satu.daftar_catatan.order_by("versi").values_list("versi", "teks", "penulis_id")
    ) == [(1, "Satu", para.andi.pk), (2, "Dua", para.budi.pk)]


def test_the_agenda_is_offered_what_the_work_shows_once(para: Pemeran) -> None:
    evaluasi = panggung.disampaikan(para)
    satu = panggung.pertemuan(para)
    services.ajukan_pertanyaan(
        aktor=para.aktor(para.andi), evaluasi=evaluasi, baris="umum:", teks="Apa?", pada=PADA
    )
    budi = para.aktor(para.budi)
    daftar = agenda_bahan(aktor=budi, pertemuan=satu, pada=PADA)
    assert {b.asal for b in daftar} >= {"rhk", "pertanyaan"}
    rhk = [b for b in daftar if b.asal == "rhk"]
    assert "Belum ada realisasi: Data penduduk mutakhir" in rhk[0].teks
    assert services.tambah_agenda(aktor=budi, pertemuan=satu, daftar_bahan=rhk) == 1
    assert services.tambah_agenda(aktor=budi, pertemuan=satu, daftar_bahan=rhk) == 0
    assert pilih_bahan(daftar, {rhk[0].kunci}) == rhk
    assert rhk[0] not in agenda_bahan(aktor=budi, pertemuan=satu, pada=PADA)
    tentang = services.jadwalkan_pertemuan(
        aktor=budi, dengan=para.andi, isi=panggung.isi(), evaluasi=evaluasi, pada=PADA
    )
    hasil = agenda_bahan(aktor=budi, pertemuan=tentang, pada=PADA)
    assert "Predikat Tahun 2026: Baik" in [b.teks for b in hasil]


def test_a_colleague_is_offered_nothing_of_the_others_work(para: Pemeran) -> None:
    panggung.disampaikan(para)
    satu = services.jadwalkan_pertemuan(
        aktor=para.aktor(para.andi), dengan=para.eka, isi=panggung.isi(), pada=PADA
    )
    assert not agenda_bahan(aktor=para.aktor(para.eka), pertemuan=satu, pada=PADA)
    assert agenda_bahan(aktor=para.aktor(para.andi), pertemuan=satu, pada=PADA)


def test_one_takes_off_only_ones_own_item(para: Pemeran) -> None:
    satu = panggung.pertemuan(para)
    services.tambah_agenda(aktor=para.aktor(para.budi), pertemuan=satu, teks="Rekap")
    butir = satu.daftar_agenda.get()
    with pytest.raises(TidakBerwenangError):
        services.hapus_agenda(aktor=para.aktor(para.andi), butir=butir)
    services.tandai_dibahas(aktor=para.aktor(para.andi), butir=butir, sudah=True)
    assert satu.daftar_agenda.get().sudah_dibahas
    services.hapus_agenda(aktor=para.aktor(para.budi), butir=butir)
    assert not satu.daftar_agenda.exists()


def test_the_talk_about_a_result_waits_until_it_is_set_and_for_the_person_until_delivered(
    para: Pemeran,
) -> None:
    evaluasi = panggung.nilai.tetapkan(para)
    with pytest.raises(StatusTidakSesuaiError):
        services.jadwalkan_pertemuan(
            aktor=para.aktor(para.andi), dengan=para.budi, isi=panggung.isi(),
            evaluasi=evaluasi, pada=PADA,
        )  # fmt: skip
    satu = services.jadwalkan_pertemuan(
        aktor=para.aktor(para.budi), dengan=para.andi, isi=panggung.isi(),
        evaluasi=evaluasi, pada=PADA,
    )  # fmt: skip
    assert (satu.jenis, satu.evaluasi) == (Pertemuan.Jenis.HASIL, evaluasi)
    with pytest.raises(TidakBerwenangError):
        services.jadwalkan_pertemuan(
            aktor=para.aktor(para.fajar), dengan=para.andi, isi=panggung.isi(),
            evaluasi=evaluasi, pada=PADA,
        )  # fmt: skip
    sampaikan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    services.selesaikan_pertemuan(aktor=para.aktor(para.budi), pertemuan=satu, pada=PADA)
    andi = masuk(para.andi)
    assert "Dibahas pada 20 November 2026" in lihat(andi, "dialog:ringkas", evaluasi.pk)
    assert reverse("dialog:ringkas", args=[evaluasi.pk]) in lihat(
        andi, "evaluasi:rincian", evaluasi.pk
    )
    assert "_dialog_hasil" not in lihat(masuk(para.fajar), "evaluasi:rincian", evaluasi.pk)


def test_an_agreement_is_changed_only_by_both_and_the_old_one_stays(para: Pemeran) -> None:
    lama = panggung.kesepakatan(para)
    assert lama.pihak_lain == para.budi
    andi, budi = para.aktor(para.andi), para.aktor(para.budi)
    nanti = dt.date(2026, 12, 10)
    services.usulkan_perubahan(
        aktor=andi, kesepakatan=lama, uraian=lama.uraian, tenggat=nanti, pada=PADA
    )
    with pytest.raises(TidakBerwenangError):
        services.setujui_perubahan(aktor=andi, kesepakatan=lama, pada=PADA)
    baru = services.setujui_perubahan(aktor=budi, kesepakatan=lama, pada=PADA)
    lama.refresh_from_db()
    assert (lama.status, lama.tenggat) == ("diubah", dt.date(2026, 12, 1))
    assert (baru.status, baru.tenggat, baru.menggantikan) == ("terbuka", nanti, lama)
    with pytest.raises(StatusTidakSesuaiError):
        services.selesaikan_kesepakatan(aktor=andi, kesepakatan=lama, pada=PADA)
    services.selesaikan_kesepakatan(aktor=andi, kesepakatan=baru, pada=PADA)
    baru.refresh_from_db()
    assert (baru.status, baru.selesai_pada) == ("selesai", PADA)


def test_a_declined_change_leaves_the_agreement(para: Pemeran) -> None:
    satu = panggung.kesepakatan(para)
    services.usulkan_perubahan(
        aktor=para.aktor(para.andi), kesepakatan=satu, uraian="Lain", tenggat=satu.tenggat,
        pada=PADA,
    )  # fmt: skip
    services.batalkan_usul(aktor=para.aktor(para.budi), kesepakatan=satu)
    satu.refresh_from_db()
    assert (satu.status, satu.usul_uraian) == ("terbuka", "")
    with pytest.raises(StatusTidakSesuaiError):
        services.setujui_perubahan(aktor=para.aktor(para.budi), kesepakatan=satu, pada=PADA)


def test_a_due_agreement_is_told_once(para: Pemeran) -> None:
    satu = panggung.kesepakatan(para)
    hari = satu.tenggat
    sebelum = services.kabarkan_jatuh_tempo(
        instansi_id=para.instansi.pk, pada=hari - dt.timedelta(days=1)
    )
    assert sebelum == 0
    assert services.kabarkan_jatuh_tempo(instansi_id=para.instansi.pk, pada=hari) == 1
    assert services.kabarkan_jatuh_tempo(instansi_id=para.instansi.pk, pada=hari) == 0
    assert Kejadian.objects.get(nama="dialog.kesepakatan_jatuh_tempo").muatan["id"] == satu.pk


def test_from_the_invitation_to_the_agreement_through_the_pages(para: Pemeran) -> None:
    panggung.penilai(para)
    andi, budi = masuk(para.andi), masuk(para.budi)
    assert "Budi Penilai" in lihat(andi, "dialog:pertemuan_baru")
    isi = {"dengan": para.budi.pk, "tanggal": "2026-11-20", "jam_mulai": "10:00"}
    kosong = kirim(andi, "dialog:pertemuan_baru", **isi | {"tanggal": "", "tempat": "Ruang A"})
    assert kosong.status_code == 422
    assert "Ruang A" in kosong.text
    assert kirim(andi, "dialog:pertemuan_baru", **isi).status_code == 302
    satu = Pertemuan.objects.get()
    assert (
        kirim(andi, "dialog:agenda", satu.pk, **{"agenda-teks": "Beban kerja"}).status_code == 302
    )
    usul = satu.daftar_agenda.get()
    assert kirim(budi, "dialog:butir", satu.pk, usul.pk, aksi="bahas").status_code == 302
    assert kirim(budi, "dialog:pertemuan_mulai", satu.pk).status_code == 302
    jawaban = kirim(budi, "dialog:catatan", satu.pk, **{"catatan-teks": "Dua", "catatan-versi": 0})
    assert jawaban.status_code == 302
    basi = kirim(andi, "dialog:catatan", satu.pk, **{"catatan-teks": "Tiga", "catatan-versi": 0})
    assert basi.status_code == 409
    assert "Tiga" in basi.text
    assert 'name="catatan-versi" value="1"' in basi.text
    sepakat = {
        "sepakat-uraian": "Bagi loket", "sepakat-penanggung_jawab": para.budi.pk,
        "sepakat-tenggat": "2026-11-30",
    }  # fmt: skip
    lampau = kirim(andi, "dialog:sepakat", satu.pk, **sepakat | {"sepakat-tenggat": "2026-01-01"})
    assert lampau.status_code == 422
    assert "sudah lewat" in lampau.text
    assert kirim(andi, "dialog:sepakat", satu.pk, **sepakat).status_code == 302
    assert kirim(andi, "dialog:pertemuan_selesai", satu.pk).status_code == 302
    halaman = lihat(andi, "dialog:pertemuan", satu.pk)
    assert "Bagi loket" in halaman
    assert "Hal kesehatan" in halaman
    assert "Bagi loket" in lihat(budi, "dialog:daftar")
    janji = Kesepakatan.objects.get()
    assert kirim(budi, "dialog:kesepakatan_selesai", janji.pk).status_code == 302


def test_a_colleague_is_found_by_nip_and_an_unknown_one_is_said(para: Pemeran) -> None:
    andi = masuk(para.andi)
    isi = {"dengan": "", "tanggal": "2026-11-20", "jam_mulai": "10:00"}
    salah = kirim(andi, "dialog:pertemuan_baru", **isi, nip=para.dewi.nip)
    assert salah.status_code == 422
    assert "Tidak ada pegawai aktif" in salah.text
    assert kirim(andi, "dialog:pertemuan_baru", **isi, nip=para.eka.nip).status_code == 302
    assert Pertemuan.objects.get().mitra == para.eka


def test_an_impossible_date_is_said_together_with_a_missing_person(para: Pemeran) -> None:
    salah = kirim(
        masuk(para.andi),
        "dialog:pertemuan_baru",
        dengan="", nip="", tanggal="2020-01-01", jam_mulai="10:00", jam_selesai="09:00",
    )  # fmt: skip
    assert salah.status_code == 422
    for pesan in ("atau isi NIP-nya", "hari lalu", "Jam selesai harus sesudah jam mulai."):
        assert pesan in salah.text


@pytest.mark.parametrize("n", [1, 12])
def test_the_pages_cost_the_same_whatever_is_on_them(para: Pemeran, n: int) -> None:
    evaluasi = panggung.disampaikan(para)
    andi, budi = para.aktor(para.andi), para.aktor(para.budi)
    satu = panggung.pertemuan(para)
    for i in range(n):
        lain = panggung.pertemuan(para, PADA + dt.timedelta(days=i))
        services.selesaikan_pertemuan(aktor=budi, pertemuan=lain, pada=PADA + dt.timedelta(days=i))
        services.tambah_agenda(aktor=andi, pertemuan=satu, teks=f"Butir {i}")
        services.tulis_catatan(aktor=andi, pertemuan=satu, teks=f"Versi {i}", versi=i)
        services.tambah_kesepakatan(
            aktor=budi, asal=satu, uraian=f"Janji {i}", penanggung_jawab_id=para.andi.pk,
            tenggat=PADA, pada=PADA,
        )  # fmt: skip
        services.ajukan_pertanyaan(
            aktor=andi, evaluasi=evaluasi, baris="umum:", teks=f"Tanya {i}", pada=PADA
        )
    klien = masuk(para.andi)
    for nama, args in (
        ("dialog:daftar", ()),
        ("dialog:pertemuan", (satu.pk,)),
        ("dialog:bahan", (satu.pk,)),
        ("dialog:pertemuan_baru", ()),
        ("dialog:hasil", (evaluasi.pk,)),
        ("dialog:kesepakatan", (Kesepakatan.objects.latest("pk").pk,)),
    ):
        lihat(klien, nama, *args)
        with CaptureQueriesContext(connection) as tangkap:
            lihat(klien, nama, *args)
        kueri = [q["sql"][:140] for q in tangkap.captured_queries]
        assert len(kueri) <= 12, (nama, len(kueri), "\n".join(kueri))


def test_the_agenda_offers_what_was_suggested_by_part_and_never_to_a_team_lead(
    para: Pemeran,
) -> None:
    (hana,) = umpan.rekan_bidang(para, 1)
    panggung.disampaikan(para)
    umpan.tim(para, para.citra, para.andi)
    umpan.beri(para, hana, jenis="saran", teks="Kirim rekap sehari sebelum rapat.")
    umpan.beri(para, hana, jenis="apresiasi", teks="Terima kasih atas bantuannya kemarin.")
    satu = panggung.pertemuan(para)
    daftar = agenda_bahan(aktor=para.aktor(para.budi), pertemuan=satu, pada=PADA)
    assert [b.teks for b in daftar if b.asal == "umpan_balik"] == [
        "Umpan balik rekan kerja: Kirim rekap sehari sebelum rapat."
    ]
    tim = services.jadwalkan_pertemuan(
        aktor=para.aktor(para.citra), dengan=para.andi, isi=panggung.isi(), pada=PADA
    )
    assert tim.hubungan == "ketua_anggota"
    for pegawai, ada in ((para.citra, False), (para.andi, True)):
        daftar = agenda_bahan(aktor=para.aktor(pegawai), pertemuan=tim, pada=PADA)
        assert any(b.asal == "umpan_balik" for b in daftar) is ada
