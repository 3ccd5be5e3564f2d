"""Each official form, column by column, against a list typed by hand from the dossier."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from typing import Any

import pikepdf
import pytest

from dokumen import contoh_model as contoh
from dokumen.baca_pdf import Berkas, buka, huruf_per_kode
from tera.dokumen import model as m
from tera.dokumen.pdf import render_pdf

A, B = m.Keluarga.JPT_MANDIRI, m.Keluarga.JA_JF
KUANTITATIF, KUALITATIF = m.Pendekatan.KUANTITATIF, m.Pendekatan.KUALITATIF

# Typed by hand from the dossier, sections 1.5 and 1.10. Never build these from the templates.
KOLOM_SKP = {
    (A, KUANTITATIF): [
        "NO",
        "RENCANA HASIL KERJA",
        "INDIKATOR KINERJA INDIVIDU",
        "TARGET",
        "PERSPEKTIF",
    ],
    (A, KUALITATIF): ["NO", "RENCANA HASIL KERJA"],
    (B, KUANTITATIF): [
        "NO",
        "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
        "RENCANA HASIL KERJA",
        "ASPEK",
        "INDIKATOR KINERJA INDIVIDU",
        "TARGET",
    ],
    (B, KUALITATIF): [
        "NO",
        "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
        "RENCANA HASIL KERJA",
    ],
}
KOLOM_EVALUASI = {
    (A, KUANTITATIF): [
        "NO",
        "RENCANA HASIL KERJA",
        "INDIKATOR KINERJA INDIVIDU",
        "TARGET",
        "PERSPEKTIF",
        "REALISASI BERDASARKAN BUKTI DUKUNG",
        "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
    ],
    (A, KUALITATIF): [
        "NO",
        "RENCANA HASIL KERJA",
        "REALISASI BERDASARKAN BUKTI DUKUNG",
        "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
    ],
    (B, KUANTITATIF): [
        "NO",
        "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
        "RENCANA HASIL KERJA",
        "ASPEK",
        "INDIKATOR KINERJA INDIVIDU",
        "TARGET",
        "REALISASI BERDASARKAN BUKTI DUKUNG",
        "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
    ],
    (B, KUALITATIF): [
        "NO",
        "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
        "RENCANA HASIL KERJA",
        "REALISASI BERDASARKAN BUKTI DUKUNG",
        "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
    ],
}
IDENTITAS = ["NO", "PEGAWAI YANG DINILAI", "NO", "PEJABAT PENILAI KINERJA"]
NILAI = [
    "Berorientasi Pelayanan",
    "Akuntabel",
    "Kompeten",
    "Harmonis",
    "Loyal",
    "Adaptif",
    "Kolaboratif",
]
SEMUA = list(KOLOM_SKP)


def _baca(dokumen: m.Dokumen) -> Berkas:
    return buka(render_pdf(dokumen))


def _berurutan(teks: str, daftar: list[str]) -> None:
    """Each text appears after the one before it."""
    letak = 0
    for satu in daftar:
        ketemu = teks.find(satu, letak)
        assert ketemu >= 0, f"“{satu}” tidak ada sesudah “{teks[max(0, letak - 40) : letak]}”"
        letak = ketemu + len(satu)


def _kolom_hasil(berkas: Berkas) -> list[str]:
    kepala = berkas.kepala_tabel[1]
    return kepala[: kepala.index("(1)")]


@pytest.mark.parametrize(("keluarga", "pendekatan"), SEMUA)
@pytest.mark.parametrize("kosong", [False, True])
def test_the_skp_has_the_columns_of_its_family_and_approach_in_order(
    keluarga: m.Keluarga, pendekatan: m.Pendekatan, kosong: bool
) -> None:
    berkas = _baca(
        contoh.formulir(m.BentukFormulir.SKP, keluarga, pendekatan)
        if kosong
        else contoh.skp(keluarga=keluarga, pendekatan=pendekatan)
    )
    assert berkas.kepala_tabel[0] == IDENTITAS
    kolom = KOLOM_SKP[keluarga, pendekatan]
    assert _kolom_hasil(berkas) == kolom
    assert berkas.kepala_tabel[1][len(kolom) :] == [
        *[f"({n})" for n in range(1, len(kolom) + 1)],
        "A. UTAMA",
        "B. TAMBAHAN",
    ]
    assert berkas.kepala_tabel[2] == ["NO", "PERILAKU KERJA"]


@pytest.mark.parametrize(("keluarga", "pendekatan"), SEMUA)
@pytest.mark.parametrize("kosong", [False, True])
def test_the_evaluation_has_the_plan_columns_then_realisasi_then_umpan_balik(
    keluarga: m.Keluarga, pendekatan: m.Pendekatan, kosong: bool
) -> None:
    berkas = _baca(
        contoh.formulir(m.BentukFormulir.EVALUASI, keluarga, pendekatan)
        if kosong
        else contoh.evaluasi(keluarga=keluarga, pendekatan=pendekatan)
    )
    assert berkas.kepala_tabel[0] == IDENTITAS
    kolom = KOLOM_EVALUASI[keluarga, pendekatan]
    assert _kolom_hasil(berkas) == kolom
    assert berkas.kepala_tabel[1][len(kolom) :] == [
        *[f"({n})" for n in range(1, len(kolom) + 1)],
        "A. UTAMA",
        "B. TAMBAHAN",
    ]
    assert berkas.kepala_tabel[2] == [
        "NO",
        "PERILAKU KERJA",
        "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
    ]


def test_the_skp_opens_with_title_approach_family_agency_and_period() -> None:
    teks = _baca(contoh.skp()).teks
    _berurutan(
        teks,
        [
            "SASARAN KINERJA PEGAWAI",
            "KUANTITATIF",
            "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL",
            "PEMERINTAH KABUPATEN TIRTA KENCANA",
            "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026",
            "PEGAWAI YANG DINILAI",
            "PEJABAT PENILAI KINERJA",
            "HASIL KERJA",
            "PERILAKU KERJA",
        ],
    )
    jpt = _baca(contoh.skp(keluarga=A)).teks
    assert "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI" in jpt


def test_the_identity_block_has_five_numbered_rows_on_both_sides() -> None:
    tabel = _baca(contoh.skp()).akar.semua("Table")[0]
    baris = [[sel.teks for sel in b.semua("TD")] for b in tabel.semua("TR")[1:]]
    assert [b[0] for b in baris] == [b[3] for b in baris] == ["1", "2", "3", "4", "5"]
    label = ["NAMA", "NIP", "PANGKAT/GOL RUANG", "JABATAN", "UNIT KERJA"]
    assert [b[1] for b in baris] == [b[4] for b in baris] == label
    assert baris[0][2] == contoh.ANDI.nama
    assert baris[0][5] == contoh.BUDI.nama
    assert baris[1][2] == "199203142019031007"


def test_the_appraiser_of_a_jpt_ends_in_instansi_and_may_have_no_nip() -> None:
    berkas = _baca(contoh.skp(keluarga=A))
    tabel = berkas.akar.semua("Table")[0]
    baris = [[sel.teks for sel in b.semua("TD")] for b in tabel.semua("TR")[1:]]
    assert baris[1][4:] == ["NIP", ""]
    assert baris[4][4:] == ["INSTANSI", contoh.INSTANSI]
    assert "None" not in berkas.teks
    assert berkas.teks.count("NIP.") == 2  # two signatures of the Kepala Dinas, none of the Bupati


def test_each_value_stands_with_its_three_guides_and_the_expectation_label() -> None:
    tabel = _baca(contoh.skp()).akar.semua("Table")[2]
    baris = [[sel.teks for sel in b.semua("TD")] for b in tabel.semua("TR")[1:]]
    assert len(baris) == 7
    for nomor, (satu, nilai) in enumerate(zip(baris, NILAI, strict=True), start=1):
        assert satu[0] == str(nomor)
        assert satu[1].startswith(nilai)
        assert satu[1].count("•") == 3
        assert satu[2].startswith("Ekspektasi Khusus Pimpinan:")
    assert baris[1][2] == "Ekspektasi Khusus Pimpinan:"


def test_the_evaluation_has_seven_values_with_guides_expectation_and_feedback() -> None:
    tabel = _baca(contoh.evaluasi()).akar.semua("Table")[2]
    baris = [[sel.teks for sel in b.semua("TD")] for b in tabel.semua("TR")[1:]]
    assert [len(b) for b in baris] == [4] * 7
    for nomor, (satu, nilai) in enumerate(zip(baris, NILAI, strict=True), start=1):
        assert satu[0] == str(nomor)
        assert satu[1].startswith(nilai)
        assert satu[1].count("•") == 3
        assert satu[2].startswith("Ekspektasi Khusus Pimpinan:")
    assert any(satu[3] for satu in baris)


def test_the_qualitative_form_writes_measures_inside_the_plan() -> None:
    teks = _baca(contoh.skp(pendekatan=KUALITATIF)).teks
    _berurutan(
        teks,
        [
            "wilayah kepulauan 1",
            "Ukuran Keberhasilan / Indikator Kinerja Individu dan Target:",
            "Jumlah rekomendasi yang disetujui Kepala Dinas",
            "4 dokumen",
        ],
    )


def test_the_skp_is_signed_left_by_the_employee_and_right_by_the_appraiser() -> None:
    # Of the plan on its last page before the lampiran.
    isi = render_pdf(contoh.skp())
    halaman = next(n for n, teks in enumerate(_teks_halaman(isi)) if "Pegawai yang Dinilai" in teks)
    mendatar = _letak_mendatar(isi, ["Pejabat", "Pegawai"], halaman)
    assert mendatar["Pegawai"] < 842 / 2 < mendatar["Pejabat"]


def test_the_lampiran_has_its_three_parts_in_order_and_both_signatures() -> None:
    teks = _baca(contoh.skp()).teks
    _berurutan(
        teks,
        [
            "LAMPIRAN SASARAN KINERJA PEGAWAI",
            "DUKUNGAN SUMBER DAYA",
            "SKEMA PERTANGGUNGJAWABAN",
            "KONSEKUENSI",
            "Pegawai yang Dinilai",
            contoh.ANDI.nama,
            "Tirta Kencana, 19 Januari 2026",
            "Pejabat Penilai Kinerja",
            contoh.BUDI.nama,
        ],
    )
    assert teks.count("Pegawai yang Dinilai") == 2


def test_the_blocks_of_the_evaluation_come_in_the_order_of_the_form() -> None:
    berkas = _baca(contoh.evaluasi())
    _berurutan(
        berkas.teks,
        [
            "EVALUASI KINERJA PEGAWAI",
            "PERIODE: TRIWULAN II",
            "PEGAWAI YANG DINILAI",
            "CAPAIAN KINERJA ORGANISASI: BAIK",
            "POLA DISTRIBUSI:",
            "KURVA DISTRIBUSI PREDIKAT KINERJA PEGAWAI DENGAN CAPAIAN KINERJA ORGANISASI BAIK",
            "A. UTAMA",
            "B. TAMBAHAN",
            "RATING HASIL KERJA: SESUAI EKSPEKTASI",
            "Berorientasi Pelayanan",
            "RATING PERILAKU KERJA: DI ATAS EKSPEKTASI",
            "PREDIKAT KINERJA PEGAWAI: BAIK",
            "Tirta Kencana, 6 Juli 2026",
            "Pejabat Penilai Kinerja",
        ],
    )
    assert "Pegawai yang Dinilai" not in berkas.teks  # signature of the appraiser only


def test_the_axis_of_the_curve_runs_from_sangat_kurang_to_sangat_baik_without_figures() -> None:
    berkas = _baca(contoh.evaluasi())
    gambar = berkas.akar.semua("Figure")[0]
    _berurutan(
        gambar.teks,
        ["Frekuensi Pegawai", "Sangat Kurang", "Kurang/", "Butuh Perbaikan", "Baik", "Sangat Baik"],
    )
    assert not any(huruf.isdigit() for huruf in gambar.teks)
    assert "puncaknya pada predikat Baik" in str(gambar.obyek.Alt)


def test_realisasi_and_feedback_stand_in_the_row_they_belong_to() -> None:
    tabel = _baca(contoh.evaluasi()).akar.semua("Table")[1]
    baris = [[sel.teks for sel in b.semua("TD")] for b in tabel.semua("TR")]
    pertama = next(b for b in baris if b and b[0] == "1")
    assert pertama[3:7] == [
        "Kuantitas",
        "Jumlah rekomendasi yang disetujui Kepala Dinas",
        "4 dokumen",
        "3 dokumen disetujui, 1 dalam pembahasan (nota dinas 12/2026)",
    ]
    assert pertama[7].startswith("Pimpinan: Alur baru")
    assert "Ketua tim: Libatkan" in pertama[7]


def test_t63_the_cover_has_seven_numbered_sections_in_order() -> None:
    berkas = _baca(contoh.sampul())
    assert berkas.kepala_tabel == [
        [
            "1",
            "PEGAWAI YANG DINILAI",
            "2",
            "PEJABAT PENILAI KINERJA",
            "3",
            "ATASAN PEJABAT PENILAI KINERJA",
            "4",
            "EVALUASI KINERJA",
            "5",
            "CATATAN/REKOMENDASI",
        ]
    ]
    _berurutan(
        berkas.teks,
        [
            "DOKUMEN EVALUASI KINERJA PEGAWAI",
            "PERIODE: TRIWULAN II",
            "PERIODE PENILAIAN: 1 APRIL SD 30 JUNI TAHUN 2026",
            *["NAMA", "NIP", "PANGKAT/GOL RUANG", "JABATAN", "UNIT KERJA"] * 3,
            "CAPAIAN KINERJA ORGANISASI BAIK",
            "PREDIKAT KINERJA PEGAWAI BAIK",
            "CATATAN/REKOMENDASI",
            "6 Tirta Kencana, 6 Juli 2026 Pejabat Penilai Kinerja",
            contoh.BUDI.nama,
            "NIP. 197511052001121003",
            "7 Tirta Kencana, 8 Juli 2026 Pegawai yang Dinilai",
            contoh.ANDI.nama,
            "NIP. 199203142019031007",
        ],
    )
    assert berkas.jumlah_halaman == 1


def test_t63_section_six_is_printed_right_of_section_seven() -> None:
    mendatar = _letak_mendatar(render_pdf(contoh.sampul()), ["Pejabat", "Pegawai"])
    assert mendatar["Pejabat"] > 595 / 2 > mendatar["Pegawai"]


def _teks_halaman(isi: bytes) -> list[str]:
    """The text of each page."""
    hasil = subprocess.run(["pdftotext", "-", "-"], input=isi, capture_output=True, check=True)
    return hasil.stdout.decode().split("\f")


def _letak_mendatar(isi: bytes, kata: list[str], nomor: int = 0) -> dict[str, float]:
    """Left edge, in points, of the last text run of a page that begins with each word."""
    berkas = buka(isi)
    halaman = berkas.pdf.pages[nomor]
    peta = {n: huruf_per_kode(f) for n, f in halaman.Resources["/Font"].items()}
    hasil: dict[str, float] = {}
    tumpukan: list[pikepdf.Matrix] = []
    ctm = matriks = pikepdf.Matrix()
    pakai: dict[int, str] = {}
    for perintah in pikepdf.parse_content_stream(halaman):
        operan: Any = perintah.operands
        op = str(perintah.operator)
        if op == "q":
            tumpukan.append(ctm)
        elif op == "Q":
            ctm = tumpukan.pop()
        elif op == "cm":
            ctm = pikepdf.Matrix(*[float(x) for x in operan]) @ ctm
        elif op == "Tm":
            matriks = pikepdf.Matrix(*[float(x) for x in operan]) @ ctm
        elif op == "Tf":
            pakai = peta[str(operan[0])]
        elif op in {"Tj", "TJ"}:
            potong = operan[0] if op == "TJ" else [operan[0]]
            mentah = b"".join(bytes(x) for x in potong if isinstance(x, pikepdf.String))
            teks = "".join(
                pakai.get(int.from_bytes(mentah[i : i + 2], "big"), "?")
                for i in range(0, len(mentah), 2)
            )
            for satu in kata:
                if teks.startswith(satu):
                    hasil[satu] = matriks.e
    return hasil


# Typed by hand from the dossier, section 5.6: BKN's Rekap Penilaian. The print adds how far the
# result is; BKN's own words for the ratings stand in the file that goes to it.
KOLOM_REKAP = [
    "NO",
    "NIP",
    "NAMA",
    "JABATAN",
    "RATING HASIL KERJA",
    "RATING PERILAKU KERJA",
    "PREDIKAT KINERJA",
    "KEADAAN",
]


def test_the_recap_of_a_unit_has_the_columns_of_the_rekap_penilaian_in_order() -> None:
    berkas = _baca(contoh.rekap())
    assert berkas.kepala_tabel[0] == KOLOM_REKAP
    baris = [[s.teks for s in b.semua("TD")] for b in berkas.akar.semua("Table")[0].semua("TR")[1:]]
    assert baris[0] == [
        "1", "199203142019031007", contoh.ANDI.nama, contoh.ANDI.jabatan, "Sesuai Ekspektasi",
        "Di Atas Ekspektasi", "Baik", "Ditetapkan",
    ]  # fmt: skip
    assert berkas.kepala_tabel[1] == ["PREDIKAT", "PEGAWAI"]
    _berurutan(
        berkas.teks,
        [
            "REKAP EVALUASI KINERJA PEGAWAI",
            "PERIODE: TRIWULAN II",
            "CAPAIAN KINERJA ORGANISASI",
            "Sangat Baik",
            "Baik",
            "Butuh Perbaikan",
            "Kurang",
            "Sangat Kurang",
            "Jumlah",
        ],
    )


def test_a_blank_form_has_the_choices_and_no_answer() -> None:
    teks = _baca(contoh.formulir(m.BentukFormulir.EVALUASI)).teks
    _berurutan(
        teks,
        [
            "CAPAIAN KINERJA ORGANISASI*: ISTIMEWA / BAIK / BUTUH PERBAIKAN / KURANG / SANGAT",
            "RATING HASIL KERJA*: DI ATAS EKSPEKTASI / SESUAI EKSPEKTASI / DI BAWAH EKSPEKTASI",
            "PREDIKAT KINERJA PEGAWAI*: SANGAT BAIK / BAIK / BUTUH PERBAIKAN / KURANG/MISCONDUCT",
            "* Lingkari satu pilihan.",
        ],
    )


def test_a_blank_cover_fits_on_one_page() -> None:
    berkas = _baca(contoh.formulir(m.BentukFormulir.SAMPUL))
    assert berkas.jumlah_halaman == 1
    assert len(berkas.kepala_tabel[0]) == 10


def test_a_blank_lampiran_prints_only_the_lampiran() -> None:
    berkas = _baca(contoh.formulir(m.BentukFormulir.LAMPIRAN))
    assert [k[-1] for k in berkas.kepala_tabel[1:]] == [
        "DUKUNGAN SUMBER DAYA",
        "SKEMA PERTANGGUNGJAWABAN",
        "KONSEKUENSI",
    ]
    assert "PERILAKU KERJA" not in berkas.teks


def test_a_blank_form_prints_the_year_only_when_it_is_known() -> None:
    bentuk = m.BentukFormulir.SKP
    assert "31 DESEMBER TAHUN 2027" in _baca(contoh.formulir(bentuk, tahun=2027)).teks
    tanpa = _baca(contoh.formulir(bentuk)).teks
    assert "DESEMBER" not in tanpa
    assert "TAHUN ...." in tanpa


def test_a_blank_skp_without_the_seven_values_is_refused() -> None:
    with pytest.raises(ValueError, match="perilaku"):
        render_pdf(m.FormulirKosong(bentuk=m.BentukFormulir.SKP))


def test_the_matrix_has_the_leaders_results_as_columns_and_people_as_rows() -> None:
    berkas = _baca(contoh.matriks(kolom=3, orang=2))
    kepala = berkas.kepala_tabel[1]
    assert kepala[:2] == ["NO", "PEGAWAI"]
    assert [k.split()[:2] for k in kepala[2:]] == [["RHK", "1"], ["RHK", "2"], ["RHK", "3"]]
    baris = [[s.teks for s in b.semua("TD")] for b in berkas.akar.semua("Table")[1].semua("TR")[1:]]
    assert [len(b) for b in baris] == [5, 5]
    assert baris[0][2] == "–"
    assert baris[0][3].endswith("1.2")


def test_a_wide_matrix_goes_on_in_further_tables_with_every_column_once() -> None:
    berkas = _baca(contoh.matriks(kolom=12, orang=3))
    bagian = berkas.kepala_tabel[1:]
    assert len(bagian) == 3
    nomor = [k.split()[1] for kepala in bagian for k in kepala[2:]]
    assert nomor == [str(n) for n in range(1, 13)]


def test_a_matrix_row_of_the_wrong_width_is_refused() -> None:
    rusak = replace(contoh.matriks(), baris=(m.BarisMatriks(nama="Rekaan", sel=("a",)),))
    with pytest.raises(ValueError, match="Rekaan punya 1 sel, kolomnya 4"):
        render_pdf(rusak)


def test_an_activation_letter_is_one_page_per_person_with_its_own_code_only() -> None:
    berkas = _baca(contoh.surat(orang=3))
    assert berkas.jumlah_halaman == 3
    assert berkas.teks.count("Surat Aktivasi Akun") == 3
    _berurutan(
        berkas.teks,
        [
            "Siti Rekaan 1",
            "siti.rekaan1",
            "7KQ2 M9XD TR00",
            "2 Februari 2026",
            "Siti Rekaan 2",
            "siti.rekaan2",
            "7KQ2 M9XD TR01",
        ],
    )
    assert berkas.teks.count("7KQ2 M9XD TR01") == 1
    assert "Datang sendiri ke pengelola kinerja" in berkas.teks


def test_a_handout_of_the_usual_length_is_two_pages() -> None:
    berkas = _baca(contoh.handout())
    assert berkas.jumlah_halaman == 2
    assert len(berkas.akar.semua("H2")) == 8
    assert len(berkas.akar.semua("LI")) == 40


def test_a_period_over_two_years_names_both() -> None:
    dokumen = replace(
        contoh.skp(), periode_mulai=date(2026, 12, 1), periode_selesai=date(2027, 1, 31)
    )
    assert "PERIODE PENILAIAN: 1 DESEMBER 2026 SD 31 JANUARI 2027" in _baca(dokumen).teks
