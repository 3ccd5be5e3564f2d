"""Nomination, challenging work and mentoring: proposed by name, decided by somebody else."""

import datetime as dt

import pytest
from django.urls import reverse

from dialog.klien import kirim, lihat, masuk
from pemeran import Pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.dialog.selectors import pertemuan_terlihat
from tera.dialog.services import IsiJadwal
from tera.organisasi.models import Penugasan, TimKerja
from tera.skp.models import SKP
from tera.tindak_lanjut.models import KegiatanPengembangan, Pendampingan, PesertaPelatihan
from tera.tindak_lanjut.selectors.pengembangan import usul as tanya
from tera.tindak_lanjut.services.pengembangan import nominasi as layanan_nominasi
from tera.tindak_lanjut.services.pengembangan import pendampingan as layanan_pasangan
from tera.tindak_lanjut.services.pengembangan import rencana as layanan_rencana
from tera.tindak_lanjut.services.pengembangan import tugas as layanan_tugas
from tindak_lanjut.pengembangan import panggung
from tindak_lanjut.pengembangan.panggung import PADA

pytestmark = pytest.mark.django_db
RUTE = "tindak_lanjut"
PUTUSAN = {"alasan": "Bukti cukup", "nomor_surat": "800/1/UJI", "pada": PADA}


def test_who_rates_or_supervises_nominates_and_nobody_else(para: Pemeran) -> None:
    assert panggung.nominasi(para).status == "diusulkan"
    for orang in (para.andi, para.citra, para.eka, para.dewi):
        with pytest.raises(TidakBerwenangError):
            layanan_nominasi.usulkan_nominasi(
                aktor=para.aktor(orang), pegawai=para.andi, jenis="tugas_belajar",
                uraian="S2", alasan="Ya", pada=PADA,
            )  # fmt: skip


@pytest.mark.parametrize(
    ("jenis", "bidang"),
    [("pelatihan", "sesi"), ("kepemimpinan", "program"), ("tugas_belajar", "uraian"),
     ("lain", "jenis")],
)  # fmt: skip
def test_a_nomination_says_what_it_is_for(para: Pemeran, jenis: str, bidang: str) -> None:
    with pytest.raises(MasukanSalahError) as galat:
        layanan_nominasi.usulkan_nominasi(
            aktor=para.aktor(para.budi), pegawai=para.andi, jenis=jenis, alasan="Ya", pada=PADA
        )
    assert bidang in galat.value.per_bidang


def test_the_same_nomination_waits_once(para: Pemeran) -> None:
    panggung.nominasi(para)
    with pytest.raises(StatusTidakSesuaiError, match="sedang menunggu"):
        panggung.nominasi(para)


def test_the_proposer_never_decides_and_a_yes_needs_its_letter(para: Pemeran) -> None:
    satu = panggung.nominasi(para)
    for orang in (para.budi, para.andi, para.fajar, para.eka, para.dewi):
        with pytest.raises(TidakBerwenangError):
            layanan_nominasi.putuskan_nominasi(
                aktor=para.aktor(orang), nominasi=satu, setuju=True, **PUTUSAN
            )
    citra = para.aktor(para.citra)
    with pytest.raises(MasukanSalahError, match="nomor surat"):
        layanan_nominasi.putuskan_nominasi(
            aktor=citra, nominasi=satu, setuju=True, **{**PUTUSAN, "nomor_surat": " "}
        )
    layanan_nominasi.putuskan_nominasi(aktor=citra, nominasi=satu, setuju=True, **PUTUSAN)
    assert (satu.status, satu.pemutus_id) == ("disetujui", para.citra.pk)


def test_an_accepted_nomination_takes_a_seat_even_after_the_last_day(para: Pemeran) -> None:
    sesi = panggung.sesi(para, mulai=PADA, selesai=PADA + dt.timedelta(days=2))
    satu = layanan_nominasi.usulkan_nominasi(
        aktor=para.aktor(para.budi), pegawai=para.andi, jenis="pelatihan", sesi=sesi,
        alasan="Perlu", pada=PADA,
    )  # fmt: skip
    besok = PADA + dt.timedelta(days=1)
    layanan_nominasi.putuskan_nominasi(
        aktor=para.aktor(para.citra), nominasi=satu, setuju=True, **{**PUTUSAN, "pada": besok}
    )
    assert PesertaPelatihan.objects.get().status == "terdaftar"


def test_the_person_may_say_not_available(para: Pemeran) -> None:
    satu = panggung.nominasi(para)
    with pytest.raises(TidakBerwenangError):
        layanan_nominasi.tarik_nominasi(
            aktor=para.aktor(para.citra), nominasi=satu, alasan="x", pada=PADA
        )
    layanan_nominasi.tarik_nominasi(
        aktor=para.aktor(para.andi), nominasi=satu, alasan="Anak masih kecil", pada=PADA
    )
    assert satu.status == "ditarik"


def test_the_proposer_chooses_the_evidence_and_it_stays_as_it_was(para: Pemeran) -> None:
    """Two rows are offered, ticked; one is taken off, the other is read by decider and person."""
    budi = masuk(para.budi)
    satu = panggung.rencana(para)
    layanan_rencana.tambah_kegiatan(
        aktor=para.aktor(para.andi), rencana=satu, isi=panggung.isi(kegiatan="Kursus pidato"),
        pada=PADA,
    )  # fmt: skip
    layanan_rencana.ajukan_rencana(aktor=para.aktor(para.andi), rencana=satu, pada=PADA)
    layanan_rencana.setujui_rencana(aktor=para.aktor(para.budi), rencana=satu, pada=PADA)
    ikut, tidak = satu.daftar_kegiatan.order_by("pk")
    halaman = lihat(budi, f"{RUTE}:nominasi_baru", para.andi.pk)
    for baris in (ikut, tidak):
        assert f'value="kegiatan:{baris.pk}"' in halaman
    assert halaman.count(" checked") == 2
    isi = {"jenis": "tugas_belajar", "uraian": "S2", "alasan": "Tekun", "sesi": "", "program": ""}
    hilang = kirim(budi, f"{RUTE}:nominasi_baru", para.andi.pk, **isi, bukti=["kegiatan:999999"])
    assert hilang.status_code == 422
    terkirim = kirim(
        budi, f"{RUTE}:nominasi_baru", para.andi.pk, **isi, bukti=[f"kegiatan:{ikut.pk}"]
    )
    assert terkirim.status_code == 302
    KegiatanPengembangan.objects.filter(pk=ikut.pk).update(kegiatan="Berganti nama")
    nominasi = tanya.nominasi_terlihat(aktor=para.aktor(para.citra), pada=PADA).get()
    for orang in (para.citra, para.andi):
        halaman = lihat(masuk(orang), f"{RUTE}:nominasi", nominasi.pk)
        assert "Belajar validasi data di Bidang Data (direncanakan)" in halaman
        assert "Kursus pidato" not in halaman


def test_evidence_that_is_gone_is_refused_and_without_a_choice_all_goes(para: Pemeran) -> None:
    satu = panggung.kegiatan(para)
    with pytest.raises(MasukanSalahError) as galat:
        layanan_tugas.usulkan_tugas(
            aktor=para.aktor(para.budi), pegawai=para.andi, jenis="pimpin_tim", judul="Tim",
            alasan="Ya", mulai=PADA, selesai=PADA, pada=PADA, bukti=["kegiatan:999999"],
        )  # fmt: skip
    assert "bukti" in galat.value.per_bidang
    assert [(b["jenis"], b["pk"]) for b in panggung.nominasi(para).bukti] == [("kegiatan", satu.pk)]


def test_a_result_still_open_to_objection_is_no_evidence(para: Pemeran) -> None:
    panggung.hasil_biasa(para)
    assert panggung.nominasi(para).bukti == []


def test_an_accepted_team_is_written_to_organisasi_and_offered_to_the_plan(
    para: Pemeran,
) -> None:
    from evaluasi import panggung as nilai

    usul = panggung.usul_tugas(para)
    for orang in (para.budi, para.andi, para.eka, para.dewi):
        with pytest.raises(TidakBerwenangError):
            layanan_tugas.putuskan_tugas(aktor=para.aktor(orang), usul=usul, setuju=True, **PUTUSAN)
    layanan_tugas.putuskan_tugas(aktor=para.aktor(para.fajar), usul=usul, setuju=True, **PUTUSAN)
    tim = TimKerja.objects.get()
    assert (tim.ketua, tim.nama, tim.dasar) == (para.andi, "Tim data ganda", "800/1/UJI")
    assert usul.tim_id == tim.pk
    nilai.buka(para)
    skp = SKP.objects.get(pegawai=para.andi)
    SKP.objects.filter(pk=skp.pk).update(status="draf")
    skp.refresh_from_db()
    andi = masuk(para.andi)
    assert "Tim data ganda" in lihat(andi, "skp:tugas", skp.pk)
    jawaban = kirim(andi, "skp:tugas", skp.pk, revisi=skp.revisi, tugas=f"tim:{tim.pk}")
    assert jawaban.status_code == 302
    baris = skp.daftar_rhk.get(teks="Tim data ganda")
    assert (baris.jenis, baris.penugasan_dari) == ("tambahan", "800/1/UJI")
    assert "Tim data ganda" not in lihat(andi, "skp:tugas", skp.pk)


def test_a_superior_who_proposed_leaves_the_decision_to_others(para: Pemeran) -> None:
    usul = layanan_tugas.usulkan_tugas(
        aktor=para.aktor(para.fajar), pegawai=para.andi, jenis="pimpin_tim", judul="Tim arsip",
        alasan="Teliti", mulai=PADA, selesai=PADA + dt.timedelta(days=90), pada=PADA,
    )  # fmt: skip
    with pytest.raises(TidakBerwenangError):
        layanan_tugas.putuskan_tugas(
            aktor=para.aktor(para.fajar), usul=usul, setuju=True, **PUTUSAN
        )
    layanan_tugas.putuskan_tugas(aktor=para.aktor(para.citra), usul=usul, setuju=True, **PUTUSAN)
    assert usul.status == "disetujui"


def test_an_accepted_additional_task_becomes_an_assignment(para: Pemeran) -> None:
    usul = panggung.usul_tugas(para, jenis="tugas_tambahan", judul="Admin data statistik")
    layanan_tugas.putuskan_tugas(aktor=para.aktor(para.citra), usul=usul, setuju=True, **PUTUSAN)
    tugas = Penugasan.objects.get(pk=usul.penugasan_id)
    assert (tugas.pegawai, tugas.jenis) == (para.andi, "tugas_tambahan")
    assert (tugas.sejak, tugas.sampai) == (usul.mulai, usul.selesai)


def test_a_refused_task_writes_nothing(para: Pemeran) -> None:
    usul = panggung.usul_tugas(para)
    layanan_tugas.putuskan_tugas(
        aktor=para.aktor(para.fajar), usul=usul, setuju=False, **{**PUTUSAN, "nomor_surat": ""}
    )
    assert (usul.status, TimKerja.objects.count()) == ("ditolak", 0)
    with pytest.raises(StatusTidakSesuaiError):
        layanan_tugas.putuskan_tugas(
            aktor=para.aktor(para.fajar), usul=usul, setuju=True, **PUTUSAN
        )
    assert TimKerja.objects.count() == 0


def test_a_pair_begins_when_both_agreed(para: Pemeran) -> None:
    satu = panggung.pasangan(para)
    assert satu.status == "diusulkan"
    andi, fajar = para.aktor(para.andi), para.aktor(para.fajar)
    with pytest.raises(StatusTidakSesuaiError, match="sudah menyetujui"):
        layanan_pasangan.setujui_pendampingan(aktor=andi, pasangan=satu, pada=PADA)
    with pytest.raises(TidakBerwenangError):
        layanan_pasangan.setujui_pendampingan(aktor=para.aktor(para.budi), pasangan=satu, pada=PADA)
    kini = layanan_pasangan.setujui_pendampingan(aktor=fajar, pasangan=satu, pada=PADA)
    assert kini.status == "berjalan"


def test_a_pair_proposed_by_the_penilai_needs_both(para: Pemeran) -> None:
    satu = panggung.pasangan(para, pengusul=para.budi)
    layanan_pasangan.setujui_pendampingan(aktor=para.aktor(para.andi), pasangan=satu, pada=PADA)
    satu.refresh_from_db()
    assert satu.status == "diusulkan"
    kini = layanan_pasangan.setujui_pendampingan(
        aktor=para.aktor(para.fajar), pasangan=satu, pada=PADA
    )
    assert kini.status == "berjalan"


def test_a_meeting_of_the_pair_is_the_dialogues_and_only_the_two_read_it(para: Pemeran) -> None:
    satu = panggung.pasangan(para, setuju=True)
    temu = layanan_pasangan.jadwalkan_temu(
        aktor=para.aktor(para.fajar), pasangan=satu,
        isi=IsiJadwal(PADA, dt.time(9)), pada=PADA,
    )  # fmt: skip
    for orang in (para.andi, para.fajar):
        assert temu in pertemuan_terlihat(aktor=para.aktor(orang))
    assert temu not in pertemuan_terlihat(aktor=para.aktor(para.budi))
    assert [t.pertemuan for t in tanya.daftar_temu(pasangan=satu)] == [temu]


def test_a_pair_ends_with_its_outcome_or_stops_with_a_reason(para: Pemeran) -> None:
    satu = panggung.pasangan(para, setuju=True)
    andi = para.aktor(para.andi)
    with pytest.raises(MasukanSalahError):
        layanan_pasangan.selesaikan_pendampingan(aktor=andi, pasangan=satu, hasil="", pada=PADA)
    layanan_pasangan.selesaikan_pendampingan(
        aktor=andi, pasangan=satu, hasil="Bisa memimpin rapat", pada=PADA
    )
    assert (satu.status, satu.hasil) == ("selesai", "Bisa memimpin rapat")


def test_nobody_mentors_oneself_and_strangers_find_no_pair(para: Pemeran) -> None:
    with pytest.raises(MasukanSalahError):
        panggung.pasangan(para, pembimbing=para.andi)
    satu = panggung.pasangan(para)
    for orang in (para.citra, para.eka, para.dewi):
        assert satu not in tanya.pendampingan_terlihat(aktor=para.aktor(orang), pada=PADA)


def test_the_pages_lead_from_proposal_to_decision(para: Pemeran) -> None:
    budi, citra, andi = masuk(para.budi), masuk(para.citra), masuk(para.andi)
    assert "Nominasikan" in lihat(budi, f"{RUTE}:pengembangan_orang", para.andi.pk)
    assert andi.get(reverse(f"{RUTE}:nominasi_baru", args=[para.andi.pk])).status_code == 403
    isi = {"jenis": "kepemimpinan", "program": "pkp", "alasan": "Memimpin tim", "sesi": "",
           "uraian": ""}  # fmt: skip
    jawaban = kirim(budi, f"{RUTE}:nominasi_baru", para.andi.pk, **isi)
    assert jawaban.status_code == 302
    satu = tanya.nominasi_terlihat(aktor=para.aktor(para.citra), pada=PADA).get()
    halaman = lihat(citra, f"{RUTE}:nominasi", satu.pk)
    assert "belum terkonfirmasi" in halaman
    assert "Putuskan" in halaman
    assert "Saya tidak bersedia" in lihat(andi, f"{RUTE}:nominasi", satu.pk)
    assert kirim(
        citra, f"{RUTE}:nominasi_putus", satu.pk, setuju="ya", alasan="Layak", nomor_surat="1"
    ).status_code == 302  # fmt: skip
    assert "Disetujui" in lihat(andi, f"{RUTE}:usul_daftar")


def test_a_mentor_named_in_a_row_is_asked_once_the_plan_is_agreed(para: Pemeran) -> None:
    """Whoever declines is named no longer and reads the row no longer; another one is asked."""
    andi, eka = masuk(para.andi), para.eka
    isi = {
        "uraian_kesenjangan": "Memimpin rapat", "kesenjangan": "manajerial",
        "kegiatan": "Mentoring memimpin rapat", "jenis": "mentoring", "porsi": "sosial", "jp": 4,
        "target_pada": "2026-12-20", "pembimbing": "", "pembimbing_lain": eka.nip,
    }  # fmt: skip
    assert kirim(andi, f"{RUTE}:pengembangan_kegiatan_baru", **isi).status_code == 302
    satu = KegiatanPengembangan.objects.get()
    assert satu.pembimbing == eka
    assert Pendampingan.objects.count() == 0
    ubah = lihat(andi, f"{RUTE}:pengembangan_kegiatan_ubah", satu.pk)
    assert f"({eka.nip})" in ubah or f'value="{eka.pk}" selected' in ubah
    layanan_rencana.ajukan_rencana(aktor=para.aktor(para.andi), rencana=satu.rencana, pada=PADA)
    layanan_rencana.setujui_rencana(aktor=para.aktor(para.budi), rencana=satu.rencana, pada=PADA)
    pasangan = Pendampingan.objects.get()
    assert (pasangan.pembimbing, pasangan.kegiatan, pasangan.status) == (eka, satu, "diusulkan")
    assert "menunggu kesepakatan" in lihat(andi, f"{RUTE}:pengembangan_kegiatan", satu.pk)
    assert "1 pendampingan menunggu persetujuan Anda" in masuk(eka).get("/").text
    layanan_pasangan.tolak_pendampingan(
        aktor=para.aktor(eka), pasangan=pasangan, alasan="Jadwal penuh", pada=PADA
    )
    tiada = masuk(eka).get(reverse(f"{RUTE}:pengembangan_kegiatan", args=[satu.pk]))
    assert tiada.status_code == 404
    halaman = lihat(andi, f"{RUTE}:pengembangan_kegiatan", satu.pk)
    alamat = reverse(f"{RUTE}:pendampingan_baru", args=[para.andi.pk]) + f"?kegiatan={satu.pk}"
    assert alamat in halaman
    assert "Mentoring memimpin rapat" in andi.get(alamat).text
    baru = layanan_pasangan.usulkan_pendampingan(
        aktor=para.aktor(para.andi), jenis="mentoring", pegawai=para.andi,
        pembimbing_id=para.fajar.pk, tujuan="Rapat", mulai=PADA, selesai=PADA, pada=PADA,
        kegiatan=satu,
    )  # fmt: skip
    layanan_pasangan.setujui_pendampingan(aktor=para.aktor(para.fajar), pasangan=baru, pada=PADA)
    satu.refresh_from_db()
    assert satu.pembimbing == para.fajar


def test_a_penilai_who_is_the_mentor_agrees_with_the_plan(para: Pemeran) -> None:
    andi = para.aktor(para.andi)
    satu = layanan_rencana.buka_rencana(aktor=andi, tahun=2026, pada=PADA)
    layanan_rencana.tambah_kegiatan(
        aktor=andi, rencana=satu, pada=PADA,
        isi=panggung.isi(jenis="coaching", pembimbing_id=para.budi.pk),
    )  # fmt: skip
    for _kali in range(2):
        layanan_rencana.ajukan_rencana(aktor=andi, rencana=satu, pada=PADA)
        layanan_rencana.setujui_rencana(aktor=para.aktor(para.budi), rencana=satu, pada=PADA)
        layanan_rencana.susun_lagi(aktor=andi, rencana=satu, pada=PADA)
    pasangan = Pendampingan.objects.get()
    assert (pasangan.jenis, pasangan.status) == ("coaching", "berjalan")


def test_the_pages_lead_from_asking_a_mentor_to_a_meeting(para: Pemeran) -> None:
    andi, fajar = masuk(para.andi), masuk(para.fajar)
    isi = {"jenis": "mentoring", "pembimbing": "", "pembimbing_lain": "tidak ada orang begini",
           "tujuan": "Memimpin rapat", "mulai": "2026-11-20", "selesai": "2027-02-20"}  # fmt: skip
    tiada = kirim(andi, f"{RUTE}:pendampingan_baru", para.andi.pk, **isi)
    assert (tiada.status_code, "tidak ada orang begini" in tiada.text) == (422, True)
    isi["pembimbing_lain"] = para.fajar.nama
    assert kirim(andi, f"{RUTE}:pendampingan_baru", para.andi.pk, **isi).status_code == 302
    satu = tanya.pendampingan_terlihat(aktor=para.aktor(para.andi), pada=PADA).get()
    assert "Setujui" in lihat(fajar, f"{RUTE}:pendampingan", satu.pk)
    assert kirim(fajar, f"{RUTE}:pendampingan_setuju", satu.pk).status_code == 302
    temu = {"tanggal": "2026-11-21", "jam_mulai": "09:00", "tempat": ""}
    assert kirim(fajar, f"{RUTE}:pendampingan_temu", satu.pk, **temu).status_code == 302
    assert "Jadwalkan pertemuan" in lihat(andi, f"{RUTE}:pendampingan", satu.pk)
    assert kirim(
        andi, f"{RUTE}:pendampingan_selesai", satu.pk, hasil="Bisa"
    ).status_code == 302  # fmt: skip


def test_the_lists_of_proposals_cost_the_same_whatever_their_rows(
    para: Pemeran, django_assert_max_num_queries
) -> None:
    citra, andi = masuk(para.citra), masuk(para.andi)
    for besar in (1, 6):
        for n in range(besar):
            panggung.nominasi(para, uraian=f"S2 {besar} {n}")
            panggung.usul_tugas(para, judul=f"Tim {besar} {n}")
            panggung.pasangan(para)
        nominasi = tanya.nominasi_terlihat(aktor=para.aktor(para.citra), pada=PADA)[0]
        pasangan = tanya.pendampingan_terlihat(aktor=para.aktor(para.andi), pada=PADA)[0]
        for klien, rute, args in (
            (citra, "usul_daftar", ()),
            (citra, "nominasi", (nominasi.pk,)),
            (andi, "pendampingan_daftar", ()),
            (andi, "pendampingan", (pasangan.pk,)),
        ):
            lihat(klien, f"{RUTE}:{rute}", *args)
            with django_assert_max_num_queries(12):
                lihat(klien, f"{RUTE}:{rute}", *args)
