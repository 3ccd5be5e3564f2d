"""Off until decided; one run at a time; what a run reads, says, stores and can repeat."""

import dataclasses
import datetime as dt
from pathlib import Path

import numpy as np
import pytest

import tera
from evaluasi import panggung as evaluasi_panggung
from kalibrasi import panggung
from pemeran import Pemeran
from stats.organisasi_acak import make
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import JejakAudit
from tera.kalibrasi import services
from tera.kalibrasi.models import Analisis, KeketatanPenilai, PilihanAlasan, SaranPegawai
from tera.kalibrasi.penerima import minta_bila_baru
from tera.kalibrasi.selectors.pengaktifan import pengaktifan_pada
from tera.kalibrasi.services.hasil import hitung
from tera.kalibrasi.services.jalan import ulang_analisis
from tera.kalibrasi.services.masukan import Masukan, baca_masukan
from tera.stats.evidence import Reason
from tera.umpan_balik.services.putaran_kunci import musnahkan_kunci
from tera.umpan_balik.services.putaran_mesin import baca_pasangan_mesin
from umpan_balik import panggung_putaran as pentas

STANDAR = (0.15, 0.60, 0.25)


def sistem(para: Pemeran) -> Aktor:
    return Aktor.sistem(para.instansi.pk, para.instansi.zona)


def test_nothing_runs_without_a_decision_in_force(para: Pemeran) -> None:
    evaluasi_panggung.buka(para)
    minta = lambda: services.minta_analisis(  # noqa: E731
        aktor=panggung.petugas(para), periode=para.periode, pada=panggung.PADA
    )
    with pytest.raises(StatusTidakSesuaiError, match="belum diaktifkan"):
        minta()
    for orang in (para.budi, para.eka, para.dewi):
        with pytest.raises(TidakBerwenangError):
            services.akhiri_analisis(aktor=para.aktor(orang), alasan="x", pada=panggung.PADA)
    aktif = panggung.aktifkan(para)
    assert aktif.pembinaan_sampai == dt.date(2027, 11, 1)
    with pytest.raises(StatusTidakSesuaiError, match="Akhiri dulu"):
        panggung.aktifkan(para)
    with pytest.raises(TidakBerwenangError, match="mode petugas"):
        services.minta_analisis(
            aktor=para.aktor(para.citra), periode=para.periode, pada=panggung.PADA
        )
    satu = minta()
    with pytest.raises(StatusTidakSesuaiError, match="sedang berjalan"):
        minta()
    services.akhiri_analisis(aktor=para.aktor(para.citra), alasan="Keputusan 9", pada=panggung.PADA)
    assert pengaktifan_pada(instansi_id=para.instansi.pk, pada=panggung.PADA) is None
    # Asked for while it was on, and switched off before its turn: it isn't done.
    panggung.kerjakan_analisis(satu.pk)
    satu.refresh_from_db()
    assert satu.status == Analisis.Status.GAGAL
    assert "dimatikan" in satu.pesan


def test_a_decision_is_refused_with_its_days_out_of_order_or_without_its_papers(
    para: Pemeran,
) -> None:
    with pytest.raises(MasukanSalahError) as galat:
        services.aktifkan_analisis(
            aktor=para.aktor(para.citra),
            isi=services.IsiPengaktifan(
                " ", dt.date(2026, 12, 1), "", dt.date(2026, 12, 2), dt.date(2026, 11, 1)
            ),
            nama_berkas="", isi_berkas=None, pada=panggung.PADA,
        )  # fmt: skip
    assert set(galat.value.per_bidang) == {
        "nomor", "tanggal", "penilaian_dampak", "berkas", "diumumkan_pada", "sejak",
    }  # fmt: skip


def test_marks_of_superiors_alone_say_that_the_evidence_is_not_enough(para: Pemeran) -> None:
    evaluasi = evaluasi_panggung.buka(para)
    panggung.tandai(para, evaluasi, "penilai", "di_atas")
    panggung.tandai(para, evaluasi, "pegawai", "di_atas")
    panggung.aktifkan(para)
    satu = panggung.jalankan(para)
    assert (satu.status, satu.jumlah_pegawai, satu.jumlah_penilaian) == ("selesai", 1, 1)
    saran = SaranPegawai.objects.get()
    assert saran.alasan != PilihanAlasan.CUKUP
    assert saran.pita_sesuai == -1
    keketatan = KeketatanPenilai.objects.get()
    assert (keketatan.penilai, keketatan.nilai) == (para.budi, None)
    # Nothing new to read: the night asks for nothing; a new mark after the period does.
    sesudah = dt.date(2027, 1, 2)
    malam = {"instansi_id": para.instansi.pk, "zona": para.instansi.zona, "pada": sesudah}
    assert minta_bila_baru(**malam) is None
    panggung.tandai(para, evaluasi, "atasan_penilai", "sesuai")
    evaluasi.daftar_catatan.update(ditandai_at=dt.datetime(2026, 12, 30, tzinfo=dt.UTC))
    baru = minta_bila_baru(**malam)
    assert baru is not None
    assert baru.versi == 2
    panggung.kerjakan_analisis(baru.pk)
    # The newest run alone speaks of a person.
    assert SaranPegawai.objects.get().analisis == baru


def test_a_run_repeats_from_seed_and_pairs_until_the_key_is_destroyed(para: Pemeran) -> None:
    pentas_kini = pentas.jalankan(para)
    pentas.isi_semua(pentas_kini)
    pentas.tutup(pentas_kini)
    evaluasi = evaluasi_panggung.buka(para)
    panggung.tandai(para, evaluasi, "penilai", "sesuai")
    panggung.aktifkan(para)
    satu = panggung.jalankan(para)
    # Five peers and the penilai; the self answer of Andi never comes out.
    assert satu.jumlah_penilaian == 6
    assert satu.ringkasan["putaran"] == 1
    jejak = JejakAudit.objects.filter(jenis="putaran", aksi="dibaca_mesin")
    assert [baris.pengguna_id for baris in jejak] == [None]
    with pytest.raises(TidakBerwenangError):
        ulang_analisis(aktor=para.aktor(para.citra), analisis=satu)
    ulangan = ulang_analisis(aktor=sistem(para), analisis=satu)
    assert (ulangan.masukan_sama, ulangan.hasil_sama, ulangan.musnah) == (True, True, 0)
    musnahkan_kunci(aktor=sistem(para), putaran=pentas_kini.putaran, pada=panggung.PADA)
    ulangan = ulang_analisis(aktor=sistem(para), analisis=satu)
    assert (ulangan.masukan_sama, ulangan.musnah) == (False, 1)


def test_the_sealed_side_gives_numbers_only_and_only_to_the_system(para: Pemeran) -> None:
    pentas_kini = pentas.jalankan(para)
    pentas.isi_semua(pentas_kini)
    isi = {
        "analisis_id": 1, "daftar_periode": [para.periode.pk], "sejak": pentas.MULAI,
        "nomor_pegawai": {para.andi.pk: 0}, "nomor_penilai": {para.budi.pk: 0},
        "daftar_nilai": panggung.KODE, "k": 4,
    }  # fmt: skip
    # Still running: an answer that can be corrected isn't read.
    assert baca_pasangan_mesin(aktor=sistem(para), **isi).rater.size == 0
    pentas.tutup(pentas_kini)
    with pytest.raises(TidakBerwenangError):
        baca_pasangan_mesin(aktor=para.aktor(para.citra), **isi)
    hasil = baca_pasangan_mesin(aktor=sistem(para), **isi)
    assert hasil.items.shape == (5, 7)
    assert sorted(hasil.rater.tolist()) == [1, 2, 3, 4, 5]
    assert set(hasil.relation.tolist()) == {1}
    assert sorted(hasil.items[:, 0].tolist()) == [1, 1, 1, 2, 2]
    # Answered before anybody was told that an engine reads: left alone.
    telat = isi | {"sejak": pentas.MULAI + dt.timedelta(days=1)}
    assert baca_pasangan_mesin(aktor=sistem(para), **telat).rater.size == 0
    # Fewer answers than a group may speak with: the engine hears nothing of them.
    assert baca_pasangan_mesin(aktor=sistem(para), **isi | {"k": 6}).rater.size == 0


def test_only_the_job_of_the_engine_reads_the_sealed_side() -> None:
    akar = Path(tera.__file__).parent
    pemakai = {
        str(berkas.relative_to(akar))
        for berkas in akar.rglob("*.py")
        if "baca_pasangan_mesin" in berkas.read_text()
    }
    assert pemakai == {
        "umpan_balik/services/putaran_mesin.py", "kalibrasi/services/masukan.py",
    }  # fmt: skip


def test_reasons_of_the_engine_have_their_words_in_order() -> None:
    assert len(PilihanAlasan) == len(Reason)
    assert PilihanAlasan.values[Reason.MODELS_DISAGREE] == "tidak_sepakat"
    assert PilihanAlasan.values[Reason.FEW_SIMILAR] == "sedikit_serupa"


def _besar(benih: int = 3) -> Masukan:
    org = make(units=14, size=10, seed=benih, peers=5)
    n = org.n_ratee
    penentu = n + org.unit
    return Masukan(
        rater=org.rater.astype(np.int32), ratee=org.ratee.astype(np.int32),
        relation=org.relation.astype(np.int8), items=org.items.astype(np.int8),
        n_rater=org.n_rater, unit=org.unit.astype(np.int64), jenis_unit=np.repeat([1, 2], 7),
        keluarga=np.full(n, 2),
        kedua=np.full(n, -1, np.int64),
        kelompok={"perempuan": np.arange(n) % 2, "pppk": (np.arange(n) < 20).astype(int)},
        orang=np.arange(n), penentu=penentu.astype(np.int64),
        putusan=np.where(org.value > 0.7, 0, 1).astype(np.int64),
        evaluasi=tuple(range(1000, 1000 + n)), pegawai=tuple(range(n)),
        daftar_unit=tuple(range(14)), penilai=tuple(range(org.n_rater)), putaran=1, musnah=0,
    )  # fmt: skip


def test_an_organisation_with_linked_raters_gets_bands_and_no_score() -> None:
    masukan = _besar()
    hasil = hitung(masukan=masukan, bagian=STANDAR, benih=7, k=4)
    berpita = [satu for satu in hasil.saran if satu.alasan == PilihanAlasan.CUKUP]
    assert len(berpita) > 40
    assert all(type(nilai) is int and 0 <= nilai <= 9 for s in berpita for nilai in s.pita)
    # Good people decided as "di bawah": units are listed for decisions below the evidence.
    assert any(satu.arah == "lebih_rendah" for satu in hasil.tanda)
    kontras = hasil.ringkasan["kontras"]
    assert (kontras["perempuan"]["jumlah"], kontras["perempuan"]["selisih"] % 5) == (70, 0)
    # Twenty people are under the floor: not even how many they are.
    assert kontras["pppk"] == dict.fromkeys(
        ("selisih", "bawah", "atas", "terlihat", "jumlah", "lain")
    ) | {"tampak": False, "alasan": "tanpa_kelompok"}
    assert [sum(satu["jumlah"]) for satu in hasil.ringkasan["standar_lain"]] == [
        pytest.approx(len(hasil.saran), abs=20)
    ] * 3
    assert {0} <= {tingkat for satu in berpita for tingkat in satu.tanya}
    # Seven heads of units of one kind: each is beside the six others.
    terukur = [satu for satu in hasil.keketatan if satu.alasan == PilihanAlasan.CUKUP]
    assert {satu.jumlah_serupa for satu in terukur} == {6}
    assert all(satu.bawah <= satu.nilai <= satu.atas for satu in terukur)
    # The decider's own marks are not behind the band: turned around, they change nothing much.
    milik = masukan.relation == 0
    butir = masukan.items.copy()
    butir[milik] = 2 - butir[milik]
    lain = hitung(masukan=dataclasses.replace(masukan, items=butir), bagian=STANDAR, benih=7, k=4)
    beda = [
        max(abs(a - b) for a, b in zip(x.pita, y.pita, strict=True))
        for x, y in zip(hasil.saran, lain.saran, strict=True)
        if x.alasan == y.alasan == PilihanAlasan.CUKUP
    ]
    assert np.mean(beda) < 1.5
    assert masukan.sidik() != dataclasses.replace(masukan, items=butir).sidik()


def test_the_input_of_a_run_keeps_people_and_raters_in_the_order_of_their_keys(
    para: Pemeran,
) -> None:
    evaluasi = evaluasi_panggung.buka(para)
    panggung.tandai(para, evaluasi, "penilai", "di_bawah")
    panggung.tandai(para, evaluasi, "atasan_penilai", "di_atas")
    panggung.aktifkan(para)
    satu = panggung.jalankan(para)
    masukan = baca_masukan(aktor=sistem(para), analisis=satu)
    assert masukan.pegawai == (para.andi.pk,)
    tingkat = {
        masukan.penilai[rater]: isi.tolist()
        for rater, isi in zip(masukan.rater.tolist(), masukan.items, strict=True)
    }
    assert tingkat == {para.budi.pk: [0] * 7, para.fajar.pk: [2] * 7}
    assert masukan.penilai[masukan.penentu[0]] == para.budi.pk
    assert masukan.penilai[masukan.kedua[0]] == para.fajar.pk
