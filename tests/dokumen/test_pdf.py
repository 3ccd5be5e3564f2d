"""What every printed document keeps: tags, language, standards, literal text, no surprises."""

from __future__ import annotations

import io
import threading
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pikepdf
import pytest

from dokumen import contoh_model as contoh
from dokumen.baca_pdf import buka, huruf_per_kode
from tera.dokumen import model as m
from tera.dokumen.data import kode_qr
from tera.dokumen.pdf import render_pdf

PEMBUAT: dict[str, Callable[[], m.Dokumen]] = {
    "skp": contoh.skp,
    "evaluasi": contoh.evaluasi,
    "sampul": contoh.sampul,
    "matriks": contoh.matriks,
    "surat": contoh.surat,
    "handout": contoh.handout,
    "poster": contoh.poster,
    "tindakan": contoh.tindakan,
    "skp kosong": lambda: contoh.formulir(m.BentukFormulir.SKP),
    "evaluasi kosong": lambda: contoh.formulir(m.BentukFormulir.EVALUASI),
    "sampul kosong": lambda: contoh.formulir(m.BentukFormulir.SAMPUL),
    "lampiran kosong": lambda: contoh.formulir(m.BentukFormulir.LAMPIRAN),
}
SEMUA = pytest.mark.parametrize("nama", list(PEMBUAT))


def _png(lebar: int = 3, tinggi: int = 2) -> bytes:
    """A small valid PNG of one colour."""

    def potong(jenis: bytes, isi: bytes) -> bytes:
        return (
            len(isi).to_bytes(4, "big") + jenis + isi + zlib.crc32(jenis + isi).to_bytes(4, "big")
        )

    kepala = lebar.to_bytes(4, "big") + tinggi.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    baris = (b"\x00" + b"\x20\x60\xa0" * lebar) * tinggi
    return (
        b"\x89PNG\r\n\x1a\n"
        + potong(b"IHDR", kepala)
        + potong(b"IDAT", zlib.compress(baris))
        + potong(b"IEND", b"")
    )


@SEMUA
def test_a_document_is_tagged_titled_and_in_bahasa_indonesia(nama: str) -> None:
    berkas = buka(render_pdf(PEMBUAT[nama]()))
    katalog = berkas.katalog
    assert bool(katalog.MarkInfo.Marked)
    assert str(katalog.Lang).lower().startswith("id")
    assert bool(katalog.ViewerPreferences.DisplayDocTitle)
    assert str(berkas.pdf.docinfo["/Title"])
    assert [satu.tag for satu in berkas.akar.isi if not isinstance(satu, str)] == ["Document"]
    assert berkas.akar.semua("H1")


@SEMUA
def test_a_document_declares_pdf_a_2a_and_pdf_ua_1(nama: str) -> None:
    berkas = buka(render_pdf(PEMBUAT[nama]()))
    meta = berkas.pdf.open_metadata()
    assert meta["pdfaid:part"] == "2"
    assert meta["pdfaid:conformance"] == "A"
    assert meta["pdfuaid:part"] == "1"
    assert str(berkas.katalog.OutputIntents[0].S) == "/GTS_PDFA1"


@SEMUA
def test_every_table_has_header_cells_with_a_scope_and_no_page_of_a_font_is_missing(
    nama: str,
) -> None:
    berkas = buka(render_pdf(PEMBUAT[nama]()))
    for tabel in berkas.akar.semua("Table"):
        kepala = tabel.semua("TH")
        assert kepala
        for satu in kepala:
            ciri = satu.obyek.A
            daftar = list(ciri) if isinstance(ciri, pikepdf.Array) else [ciri]
            assert any("/Scope" in c for c in daftar)
    for halaman in berkas.pdf.pages:
        for font in halaman.Resources["/Font"].values():
            turunan = font.DescendantFonts[0]
            assert "NotoSans" in str(turunan.BaseFont)  # never a font of the machine
            assert {"/FontFile2", "/FontFile3"} & set(turunan.FontDescriptor.keys())


@SEMUA
def test_every_picture_has_a_text_in_its_place(nama: str) -> None:
    berkas = buka(render_pdf(PEMBUAT[nama]()))
    for gambar in berkas.akar.semua("Figure"):
        assert len(str(gambar.obyek.Alt)) > 8


def test_the_title_names_the_document_and_the_person() -> None:
    berkas = buka(render_pdf(contoh.skp()))
    assert str(berkas.pdf.docinfo["/Title"]) == f"Sasaran Kinerja Pegawai – {contoh.ANDI.nama}"
    meta = berkas.pdf.open_metadata()
    assert meta["dc:title"] == f"Sasaran Kinerja Pegawai – {contoh.ANDI.nama}"


def test_typst_marks_in_typed_text_are_printed_literally() -> None:
    nakal = r'#sys.inputs *tebal* _miring_ $x^2$ @rujuk <label> \ `kode` ~ -- "kutip" [k] #{1+1}'
    dokumen = replace(
        contoh.skp(jumlah=1),
        utama=(
            m.BarisHasilKerja(
                rencana_hasil_kerja=nakal,
                daftar_indikator=(m.Indikator(teks=nakal, target="= 5", aspek="- Waktu"),),
            ),
        ),
        pegawai=replace(contoh.ANDI, nama=f"Andi {nakal}"),
        lampiran=m.Lampiran(konsekuensi=(nakal, "// bukan komentar", "/* juga bukan */")),
        catatan=nakal,
    )
    teks = buka(render_pdf(dokumen)).teks
    assert teks.count(nakal) >= 5
    for satu in ("= 5", "- Waktu", "// bukan komentar", "/* juga bukan */"):
        assert satu in teks


def test_characters_without_a_glyph_become_the_replacement_mark_and_do_not_refuse() -> None:
    dokumen = replace(
        contoh.skp(jumlah=1),
        catatan="Selesai \U0001f600\U0001f44d\U0001f3fd, \x07\x00data\ufeff 漢\ue000 "
        "\ud800 \u202eterbalik\u202c \u200dsambung e\u0301 akhir",
    )
    teks = buka(render_pdf(dokumen)).teks
    assert "Selesai \ufffd\ufffd, data \ufffd\ufffd \ufffd terbalik sambung é akhir" in teks


def test_signs_of_targets_are_drawn_also_in_bold_and_italic() -> None:
    baris = replace(contoh.baris(), penugasan_dari="≤ 5 → ≥ 90 %", rencana_hasil_kerja="≥ 90 %")
    nama = replace(contoh.ANDI, nama="Andi ≥ ≤")
    teks = buka(render_pdf(replace(contoh.skp(), utama=(baris,), pegawai=nama))).teks
    assert "Penugasan dari: ≤ 5 → ≥ 90 %" in teks
    assert teks.count("Andi ≥ ≤") == 3


def test_line_ends_of_a_typed_text_are_kept() -> None:
    dokumen = replace(contoh.skp(jumlah=1), catatan="baris satu\r\nbaris dua")
    assert "baris satu baris dua" in buka(render_pdf(dokumen)).teks


def test_a_document_with_forty_results_prints_them_all_and_repeats_its_header() -> None:
    isi = render_pdf(contoh.skp(jumlah=40, tanda="nomor-"))
    berkas = buka(isi)
    for urut in range(1, 41):
        assert f"nomor-{urut} " in berkas.teks + " "
    assert 8 <= berkas.jumlah_halaman <= 16
    # Repeated headers are artifacts: drawn on each page, once in the tag tree.
    assert sum(kepala.count("ASPEK") for kepala in berkas.kepala_tabel) == 1


def test_one_row_longer_than_a_page_is_split_and_not_cut() -> None:
    kalimat = [f"Kalimat nomor {urut} tentang hasil yang diharapkan." for urut in range(400)]
    dokumen = replace(
        contoh.skp(jumlah=1),
        utama=(m.BarisHasilKerja(rencana_hasil_kerja=" ".join(kalimat)),),
        perilaku=(replace(contoh.perilaku()[0], ekspektasi_khusus=" ".join(kalimat)),),
    )
    berkas = buka(render_pdf(dokumen))
    assert berkas.teks.count("Kalimat nomor 399 tentang") == 2
    assert berkas.jumlah_halaman >= 5


@pytest.mark.parametrize(
    "panjang",
    [
        "\n".join(f"b{urut}." for urut in range(150)),
        "WM" * 24 + " " + " ".join(f"K{urut}." for urut in range(150)),
        " ".join(f"WMWMWMWM{urut}." for urut in range(40)),
    ],
)
@pytest.mark.parametrize("letak", ["target", "teks", "realisasi"])
def test_a_tall_narrow_cell_is_never_cut_off_below_the_page(panjang: str, letak: str) -> None:
    indikator = replace(m.Indikator(teks="Indikator", target="1"), **{letak: panjang})
    baris = m.BarisHasilKerja(rencana_hasil_kerja="RHK", daftar_indikator=(indikator,) * 3)
    for pendekatan in m.Pendekatan:
        isi = render_pdf(
            replace(contoh.evaluasi(pendekatan=pendekatan), utama=(baris,), tambahan=())
        )
        assert _garis_dasar_terendah(isi) > 19 * 72 / 25.4 - 1


def _garis_dasar_terendah(isi: bytes) -> float:
    """Lowest baseline, in points from the bottom edge, of text that belongs to the tag tree."""
    terendah = 1e9
    with pikepdf.open(io.BytesIO(isi)) as pdf:
        for halaman in pdf.pages:
            tumpukan: list[pikepdf.Matrix] = []
            ctm = pikepdf.Matrix()
            tanda: list[bool] = []
            for perintah in pikepdf.parse_content_stream(halaman):
                operan: Any = perintah.operands
                op = str(perintah.operator)
                if op == "q":
                    tumpukan.append(ctm)
                elif op == "Q":
                    ctm = tumpukan.pop()
                elif op == "cm":
                    ctm = pikepdf.Matrix(*[float(x) for x in operan]) @ ctm
                elif op in {"BDC", "BMC"}:
                    tanda.append(op == "BDC" and str(operan[0]) != "/Artifact")
                elif op == "EMC":
                    tanda.pop()
                elif op == "Tm" and tanda and all(tanda):
                    letak = pikepdf.Matrix(*[float(x) for x in operan]) @ ctm
                    terendah = min(terendah, letak.f)
    return terendah


def test_a_document_with_all_optional_parts_empty_prints_blank_places() -> None:
    kosong = m.Identitas(nama="")
    dokumen = m.DokumenSKP(
        keluarga=m.Keluarga.JA_JF,
        pendekatan=m.Pendekatan.KUANTITATIF,
        nama_instansi="",
        periode_mulai=date(2026, 1, 1),
        periode_selesai=date(2026, 12, 31),
        pegawai=kosong,
        penilai=kosong,
        utama=(),
    )
    teks = buka(render_pdf(dokumen)).teks
    assert "None" not in teks
    assert teks.count("Tidak ada.") == 5  # A, B and the three parts of the Lampiran


def test_a_late_note_and_a_draft_mark_are_printed() -> None:
    catatan = "Diajukan 3 Februari 2026, sesudah batas 31 Januari 2026."
    dokumen = replace(
        contoh.skp(), status="Draf", belum_berlaku=True, catatan=catatan, verifikasi=None
    )
    teks = buka(render_pdf(dokumen)).teks
    assert "DRAF" in teks
    assert f"Catatan: {catatan}" in teks
    assert "Periksa keaslian" not in teks


def test_the_check_address_and_number_stand_beside_the_code() -> None:
    berkas = buka(render_pdf(contoh.skp()))
    assert f"Periksa keaslian: {contoh.VERIFIKASI.url} Nomor: {contoh.VERIFIKASI.nomor}" in (
        berkas.teks
    )
    alt = [str(g.obyek.Alt) for g in berkas.akar.semua("Figure")]
    assert alt == [f"Kode QR menuju {contoh.VERIFIKASI.url}"] * 2


def test_the_code_holds_the_address_and_a_quiet_zone() -> None:
    segno = pytest.importorskip("segno")
    svg = kode_qr(contoh.VERIFIKASI.url)
    sisi = segno.make_qr(contoh.VERIFIKASI.url, error="m", boost_error=False).symbol_size()[0]
    assert f'width="{sisi}"' in svg
    assert svg != kode_qr(contoh.VERIFIKASI.url + "X")


@pytest.mark.parametrize(
    "isi",
    [
        _png(),
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><rect width="2" height="2"/>'
        b"</svg>",
    ],
)
def test_an_emblem_is_printed_with_its_sentence(isi: bytes) -> None:
    logo = m.Logo(isi=isi, teks_alternatif="Lambang Kabupaten Tirta Kencana")
    for dokumen in (contoh.skp(), contoh.sampul(), contoh.matriks()):
        gambar = buka(render_pdf(replace(dokumen, logo=logo)))
        alt = [str(satu.obyek.Alt) for satu in gambar.akar.semua("Figure")]
        assert "Lambang Kabupaten Tirta Kencana" in alt


@pytest.mark.parametrize(
    ("isi", "pesan"), [(b"GIF89a", "bukan PNG atau SVG"), (b"<svg" * 200_000, "terlalu besar")]
)
def test_an_emblem_that_cannot_be_printed_is_refused_with_what_to_do(
    isi: bytes, pesan: str
) -> None:
    with pytest.raises(ValueError, match=pesan):
        render_pdf(replace(contoh.skp(), logo=m.Logo(isi=isi, teks_alternatif="Lambang")))


def test_the_same_model_gives_the_same_bytes_and_the_day_of_the_document() -> None:
    satu = render_pdf(contoh.skp(jumlah=2))
    render_pdf(contoh.skp(jumlah=3))
    assert render_pdf(contoh.skp(jumlah=2)) == satu
    with pikepdf.open(io.BytesIO(satu)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260119")
    lain = render_pdf(contoh.skp(jumlah=2), dibuat_pada=datetime(2026, 3, 4, 5, 6, tzinfo=UTC))
    with pikepdf.open(io.BytesIO(lain)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20260304")


def test_a_compiler_forgets_the_person_before() -> None:
    render_pdf(contoh.skp(tanda="RAHASIA-SEBELUMNYA "))
    teks = buka(render_pdf(contoh.skp(pegawai=contoh.KEPALA_DINAS))).teks
    assert "RAHASIA-SEBELUMNYA" not in teks
    assert contoh.ANDI.nama not in teks


def test_threads_print_their_own_document_at_the_same_time() -> None:
    hasil: dict[int, str] = {}

    def cetak(urut: int) -> None:
        hasil[urut] = buka(render_pdf(contoh.sampul(tanda=f"tanda-{urut}."))).teks

    daftar = [threading.Thread(target=cetak, args=(urut,)) for urut in range(6)]
    for satu in daftar:
        satu.start()
    for satu in daftar:
        satu.join()
    assert {urut: f"tanda-{urut}." in teks for urut, teks in hasil.items()} == dict.fromkeys(
        range(6), True
    )


def test_the_size_of_a_usual_document_stays_small() -> None:
    assert len(render_pdf(contoh.skp())) < 150_000
    assert len(render_pdf(contoh.sampul())) < 80_000


@pytest.mark.parametrize("pendekatan", list(m.Pendekatan))
def test_a_long_row_names_itself_again_on_the_pages_it_runs_over(pendekatan: m.Pendekatan) -> None:
    daftar = tuple(
        m.Indikator(
            aspek="Kuantitas", teks=f"Indikator {n}: " + "kata panjang sekali " * 9, target="9"
        )
        for n in range(24)
    )
    baris = m.BarisHasilKerja(
        rhk_pimpinan="Pimpinan melayani",
        rencana_hasil_kerja="Warga terlayani",
        daftar_indikator=daftar,
    )
    dokumen = replace(contoh.skp(jumlah=1, pendekatan=pendekatan), utama=(baris,), tambahan=())
    berkas = buka(render_pdf(dokumen))
    halaman_tabel = 1 + berkas.teks.count("(lanjutan) Warga terlayani")
    assert halaman_tabel >= 2
    assert berkas.teks.count("(lanjutan) Pimpinan melayani") == halaman_tabel - 1
    for n in range(24):
        assert berkas.teks.count(f"Indikator {n}:") == 1


def test_a_row_that_fits_its_page_says_its_plan_once() -> None:
    assert "(lanjutan)" not in buka(render_pdf(contoh.skp(jumlah=12))).teks


def test_a_poster_with_long_names_stays_one_sheet() -> None:
    panjang = replace(
        contoh.poster(),
        nama_instansi="Pemerintah Kabupaten Kepulauan Siau Tagulandang Biaro",
        unit_kerja="Bidang Pengelolaan Informasi Administrasi Kependudukan dan Pemanfaatan Data "
        "pada Dinas Kependudukan dan Pencatatan Sipil",
        titik="Loket Pelayanan Terpadu Penerbitan Akta Kelahiran, Akta Kematian, Kartu Keluarga, "
        "dan Kartu Identitas Anak Kecamatan Tagulandang Selatan",
        jenis_layanan="Pencatatan sipil dan pendaftaran penduduk bagi warga pulau-pulau kecil",
        alamat_ketik="kinerja.kepulauan-siau-tagulandang-biaro.example/umpan-balik/l/k7m2q9xd/",
        langkah=(*contoh.poster().langkah, "Tidak punya telepon? Minta petugas membacakannya."),
    )
    for satu in (contoh.poster(), panjang):
        with pikepdf.open(io.BytesIO(render_pdf(satu))) as pdf:
            assert len(pdf.pages) == 1


def _cap(halaman: pikepdf.Page) -> str:
    """What stands on a page in letters as large as no document's."""
    teks, huruf = "", {}
    for perintah in pikepdf.parse_content_stream(halaman):
        nama = str(perintah.operator)
        if nama == "Tf":
            besar = float(perintah.operands[1]) > 90
            font = halaman.Resources.Font[perintah.operands[0]]
            huruf = huruf_per_kode(font) if besar else {}
        elif nama == "TJ" and huruf:
            for satu in perintah.operands[0]:
                isi = bytes(satu) if isinstance(satu, pikepdf.String) else b""
                kode = [int.from_bytes(isi[n : n + 2], "big") for n in range(0, len(isi), 2)]
                teks += "".join(huruf[k] for k in kode)
    return teks


def test_every_page_of_a_practice_installation_is_marked_over_its_tables(settings) -> None:
    for latihan, cap in ((False, ""), (True, "LATIHAN")):
        settings.TERA_LATIHAN = latihan
        for isi in (contoh.evaluasi(), contoh.surat()):
            with pikepdf.open(io.BytesIO(render_pdf(isi))) as pdf:
                assert {_cap(halaman) for halaman in pdf.pages} == {cap}
