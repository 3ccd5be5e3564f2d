"""The checker: what it says about single sentences, and how often it is right on 300."""

import pytest

from skp.pustaka.ukuran import LABEL_BAIK, LABEL_MASALAH, daftar_pernyataan, ukur
from tera.skp.pustaka import periksa_indikator, periksa_rhk
from tera.skp.pustaka.pemeriksa import BAGIAN, GOLONGAN, daftar_aturan, ketentuan_pemeriksa


def kode_rhk(teks: str) -> list[str]:
    return [s.kode for s in periksa_rhk(teks)]


def kode_indikator(teks: str, target: str | None, satuan: str | None = None) -> list[str]:
    return [s.kode for s in periksa_indikator(teks, target, satuan)]


def test_there_are_300_different_labelled_statements_and_a_third_is_held_out() -> None:
    daftar = daftar_pernyataan()
    assert len({(p["jenis"], p["teks"], p.get("target")) for p in daftar}) == 300
    assert sum(p["uji"] for p in daftar) == 100
    for p in daftar:
        assert p["label"] in (LABEL_MASALAH[p["jenis"]], LABEL_BAIK[p["jenis"]])
    for label in ("hasil", "aktivitas", "terukur", "tidak_terukur"):
        assert sum(p["label"] == label for p in daftar) >= 60
        assert sum(p["label"] == label and p["uji"] for p in daftar) >= 20


@pytest.mark.parametrize("uji", [None, True], ids=["semua", "uji"])
def test_precision_and_recall_reach_four_fifths(uji: bool | None) -> None:
    u = ukur(uji=uji)
    print(f"\n{'uji' if uji else 'semua'}: n={u.n} presisi={u.presisi:.3f} recall={u.recall:.3f}")
    assert u.presisi >= 0.8
    assert u.recall >= 0.8


@pytest.mark.parametrize("jenis", ["rhk", "indikator"])
def test_neither_kind_hides_behind_the_other_on_the_held_out_part(jenis: str) -> None:
    u = ukur(uji=True, jenis=jenis)
    assert min(u.presisi, u.recall) >= 0.8


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("Membuat laporan bulanan", "rhk_kata_kerja"),
        ("1. Mengikuti rapat koordinasi", "rhk_kata_kerja"),
        ("Akan melaksanakan pelayanan", "rhk_kata_kerja"),
        ("Penyusunan laporan triwulan", "rhk_kata_benda_kegiatan"),
        ("Terlaksananya rapat koordinasi", "rhk_kegiatan_terlaksana"),
        ("Peningkatan kapasitas kader melalui pelatihan", "rhk_cara"),
        ("Menjadi pegawai yang jujur", "rhk_tentang_orang"),
        ("Tugas lain dari pimpinan", "rhk_tugas_lain"),
        ("Operator Dapodik", "rhk_peran"),
        ("Tersusunnya laporan", "rhk_terlalu_umum"),
        ("Ekstrakurikuler pramuka", "rhk_belum_hasil"),
        ("", "rhk_kosong"),
        (" … ", "rhk_kosong"),
        ("Tersusunnya", "rhk_terlalu_umum"),
    ],
)
def test_an_activity_is_named_by_its_rule(teks: str, kode: str) -> None:
    assert kode_rhk(teks) == [kode]


@pytest.mark.parametrize(
    "teks",
    [
        "Tersusunnya laporan keuangan triwulan yang diterima tanpa koreksi",
        "Menurunnya waktu tunggu pasien",
        "Penyusunan Renja selesai sebelum 31 Mei",
        "Peningkatan kepatuhan wajib pajak",
    ],
)
def test_the_same_matter_worded_as_a_result_is_left_alone(teks: str) -> None:
    assert kode_rhk(teks) == []


def test_several_results_and_vague_words_are_only_a_matter_of_style() -> None:
    daftar = periksa_rhk("Meningkatnya mutu layanan dan terbangunnya loket baru secara optimal")
    assert [s.kode for s in daftar] == ["rhk_gabungan", "rhk_kata_kabur"]
    assert {s.golongan for s in daftar} == {"penulisan"}


def test_the_example_is_made_of_the_persons_own_words() -> None:
    (saran,) = periksa_rhk("2) Menyusun Rencana Kerja Kecamatan.")
    assert saran.contoh_perbaikan.startswith("Tersusunnya Rencana Kerja Kecamatan yang")
    assert "“Menyusun”" in saran.pesan


@pytest.mark.parametrize(
    ("teks", "target", "satuan", "kode"),
    [
        ("Persentase kepuasan warga", "", None, "target_kosong"),
        ("Persentase kepuasan warga", None, None, "target_kosong"),
        ("Persentase kepuasan warga", "tinggi", None, "target_tanpa_angka"),
        ("Waktu pelayanan", "15", None, "target_tanpa_satuan"),
        ("Waktu pelaksanaan tugas", "12", "bulan", "target_masa_kerja"),
        ("Pelayanan yang optimal", "100", "%", "indikator_kabur"),
        ("Melaksanakan tugas dinas", "100", "%", "indikator_aktivitas"),
        ("Persentase siswa", "75", "%", "indikator_terlalu_singkat"),
        ("", "75", "%", "indikator_kosong"),
    ],
)
def test_an_unmeasurable_indicator_is_named_by_its_rule(
    teks: str, target: str | None, satuan: str | None, kode: str
) -> None:
    assert kode_indikator(teks, target, satuan) == [kode]


@pytest.mark.parametrize(
    ("teks", "target", "satuan"),
    [
        ("Waktu pelayanan", "15", "menit"),
        ("Opini BPK atas laporan keuangan", "WTP", None),
        ("Tanggal laporan diserahkan", "akhir Februari", None),
        ("Temuan administrasi yang berulang", "nihil", None),
        ("Kepuasan warga menurut survei", "90 %", None),
        ("Umur simpan vaksin pada suhu aman", "365", "hari"),
    ],
)
def test_a_measured_indicator_is_left_alone(teks: str, target: str, satuan: str | None) -> None:
    assert kode_indikator(teks, target, satuan) == []


@pytest.mark.parametrize("aneh", ["\x00", "🙂🙂", "((((", "{kata}", "a" * 9999, "١٢٣", "\n\n- \n"])
def test_strange_input_gives_hints_not_errors(aneh: str) -> None:
    assert isinstance(periksa_rhk(aneh), list)
    assert isinstance(periksa_indikator(aneh, aneh, aneh), list)


def test_every_rule_says_what_why_and_how_and_is_marked_as_advice() -> None:
    assert ketentuan_pemeriksa().sifat == "saran, bukan peraturan"
    for aturan in daftar_aturan():
        assert aturan.bagian in BAGIAN
        assert aturan.golongan in GOLONGAN
        assert len(aturan.mengapa) > 40
    for teks in ("Membuat laporan", "Operator Dapodik", ""):
        for saran in periksa_rhk(teks):
            gabungan = saran.pesan + saran.mengapa + saran.contoh_perbaikan
            assert "{" not in gabungan
