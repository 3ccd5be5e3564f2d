"""Objections, the dialogue and the 360 rounds tell whom they concern, and nobody else."""

import pytest

from dialog import panggung as dialog
from evaluasi import panggung_keberatan as keberatan
from notifikasi.panggung import jenis_milik
from pemeran import Pemeran
from tera.core.models import Kejadian
from tera.dialog import services as services_dialog
from tera.notifikasi.jenis import PER_KODE
from tera.notifikasi.models import Notifikasi
from tera.notifikasi.services.tulis import terima
from tera.notifikasi.tampilan import kalimat_banyak
from tera.organisasi.models import Pegawai
from tera.umpan_balik.services import berkelanjutan
from tera.umpan_balik.services.permintaan import tolak_permintaan
from umpan_balik import panggung_putaran as putaran
from umpan_balik import panggung_umpan as umpan

pytestmark = pytest.mark.django_db


def _antar() -> None:
    """Hand over everything that was published, twice: the second time adds nothing."""
    for _kali in range(2):
        for satu in Kejadian.objects.order_by("pk"):
            terima(satu)


def _milik(pegawai: Pegawai, awalan: str) -> list[str]:
    return [satu for satu in jenis_milik(pegawai) if satu.startswith(awalan)]


def test_an_objection_tells_both_sides_and_who_decides(para: Pemeran) -> None:
    satu = keberatan.didengar(para)
    keberatan.putuskan(para, satu)
    _antar()
    assert _milik(para.andi, "keberatan") == ["keberatan.klarifikasi", "keberatan.diputus"]
    assert _milik(para.budi, "keberatan") == [
        "keberatan.diajukan",
        "keberatan.klarifikasi_penilai",
        "keberatan.diputus_penilai",
    ]
    assert _milik(para.fajar, "keberatan") == ["keberatan.menunggu"]
    assert not _milik(para.citra, "keberatan")
    for teks in kalimat_banyak(list(Notifikasi.objects.filter(jenis__startswith="keberatan"))):
        assert "%(" not in teks
        assert "laporannya" not in teks  # a word of the objection


def test_a_meeting_a_question_and_a_session_tell_the_other_side(para: Pemeran) -> None:
    dialog.pertemuan(para)
    satu = dialog.pertanyaan(para)
    services_dialog.kirim_jawaban(
        aktor=para.aktor(para.budi), pertanyaan=satu, teks="Sudah dihitung.", pada=dialog.PADA
    )
    dialog.sesi(para)
    _antar()
    assert _milik(para.andi, "dialog") == [
        "dialog.pertemuan_dijadwalkan",
        "dialog.pertanyaan_dijawab",
        "dialog.sesi_dijadwalkan",
    ]
    assert _milik(para.budi, "dialog") == ["dialog.pertanyaan_diajukan"]
    assert not _milik(para.fajar, "dialog")


def test_feedback_and_requests_tell_the_other_of_the_two(para: Pemeran) -> None:
    umpan.minta(para)
    satu = umpan.beri(para)
    berkelanjutan.tanggapi_umpan_balik(aktor=para.aktor(para.andi), umpan=satu, teks="Baik, Pak.")
    tolak_permintaan(
        aktor=para.aktor(para.fajar), permintaan=umpan.minta(para, para.fajar), alasan="",
        pada=umpan.PADA,
    )  # fmt: skip
    _antar()
    assert _milik(para.andi, "umpan") == [
        "umpan_balik.dikirim",
        "umpan_balik.permintaan_ditolak",
    ]
    assert _milik(para.budi, "umpan") == ["umpan_balik.diminta", "umpan_balik.ditanggapi"]
    assert _milik(para.fajar, "umpan") == ["umpan_balik.diminta"]
    teks = kalimat_banyak(list(Notifikasi.objects.filter(jenis__startswith="umpan")))
    assert "Andi Pegawai meminta umpan balik Anda sampai 4 Desember 2026" in teks
    assert not any("%(" in satu or umpan.TEKS in satu for satu in teks)


def test_a_round_tells_each_respondent_once_and_names_nobody(para: Pemeran) -> None:
    panggung = putaran.jalankan(para)
    putaran.isi_semua(panggung)
    _antar()
    sebelum = Notifikasi.objects.count()
    putaran.tutup(panggung)
    _antar()
    # Neither an answer nor the close tells anybody anything.
    assert Notifikasi.objects.count() == sebelum
    for rekan in panggung.rekan:
        assert _milik(rekan, "putaran") == ["putaran.mulai"]
    for satu in Notifikasi.objects.filter(jenis__startswith="putaran"):
        assert PER_KODE[satu.jenis].rahasia
        assert not satu.muatan
