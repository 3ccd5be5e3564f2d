"""Figures from another system: judged row by row, shown as from data, never doubled."""

import datetime as dt
import json
from decimal import Decimal

import pytest

from pelaksanaan import panggung
from pemeran import Pemeran
from tera.cli import main
from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.lembar import tulis_xlsx
from tera.core.models import JejakAudit, Kejadian, RiwayatStatus, TandaTerima
from tera.pelaksanaan import services
from tera.pelaksanaan.models import Realisasi
from tera.pelaksanaan.services.impor import impor_realisasi
from tera.skp.models import SKP

pytestmark = pytest.mark.django_db
PADA = panggung.PADA
KOLOM = ["NIP", "INDIKATOR", "REALISASI", "SUMBER", "TANGGAL DATA"]
NIP = "199003032015011003"
TEKS = "Jumlah data dimutakhirkan"


def berkas(*baris: list[object]) -> bytes:
    return tulis_xlsx(judul="Realisasi", kolom=KOLOM, baris=baris)


def satu(**ganti: object) -> list[object]:
    isi = {
        "nip": NIP, "teks": TEKS, "nilai": 900, "sumber": "SIAK", "tanggal": dt.date(2026, 7, 1),
    } | ganti  # fmt: skip
    return list(isi.values())


def impor(para: Pemeran, isi: bytes, **lain: object):
    return impor_realisasi(
        aktor=Aktor.sistem(para.instansi.pk, para.instansi.zona),
        nama_berkas="r.xlsx",
        isi=isi,
        periode=panggung.triwulan(para, 3),
        pada=PADA,
        **lain,
    )


def test_a_figure_enters_with_source_and_date_and_only_once(para: Pemeran, skp: SKP) -> None:
    isi = berkas(satu())
    hasil = impor(para, isi)
    assert (hasil.diimpor, hasil.perubahan["realisasi_baru"]) == (True, 1)
    angka = Realisasi.objects.get()
    assert (angka.asal, angka.nilai, angka.persen) == ("dari_data", 900, Decimal("75.00"))
    assert (angka.sumber_data, angka.data_per) == ("SIAK", dt.date(2026, 7, 1))
    assert angka.pelapor is None
    jejak = JejakAudit.objects.filter(jenis="realisasi").count()
    lagi = impor(para, isi)
    assert lagi.tanpa_perubahan
    assert JejakAudit.objects.filter(jenis="realisasi").count() == jejak
    assert TandaTerima.objects.filter(jenis="impor").count() == 2
    assert audit.verifikasi().utuh


@pytest.mark.parametrize(
    ("ganti", "kode"),
    [
        ({"nip": "123"}, "nip_salah"),
        ({"nip": 199003032015011003}, "nip_angka"),
        ({"nip": "198504042010012004"}, "skp_tidak_ada"),
        ({"teks": "Indikator lain"}, "indikator_tidak_ada"),
        ({"teks": ""}, "indikator_kosong"),
        ({"nilai": ""}, "realisasi_kosong"),
        ({"nilai": "banyak"}, "realisasi_bukan_angka"),
        ({"nilai": -1}, "realisasi_luar_batas"),
        ({"sumber": ""}, "sumber_kosong"),
        ({"tanggal": ""}, "tanggal_kosong"),
        ({"tanggal": "kemarin"}, "tanggal_salah"),
        ({"tanggal": dt.date(2026, 12, 31)}, "tanggal_belum_tiba"),
        ({"tanggal": dt.date(2025, 12, 31)}, "tanggal_luar_tahun"),
    ],
)
def test_a_wrong_row_is_refused_with_its_code(
    para: Pemeran, skp: SKP, ganti: dict[str, object], kode: str
) -> None:
    hasil = impor(para, berkas(satu(**ganti)))
    assert dict(hasil.alasan) == {kode: 1}
    assert not hasil.diimpor
    assert hasil.rincian[0].baris == 2
    assert not Realisasi.objects.exists()


def test_refused_rows_stop_all_unless_they_are_skipped(para: Pemeran, skp: SKP) -> None:
    isi = berkas(satu(), satu(nilai=5), satu(nip="9"))
    hasil = impor(para, isi)
    assert (hasil.diterima, hasil.ditolak, hasil.diimpor) == (1, 2, False)
    assert set(hasil.alasan) == {"baris_ganda", "nip_salah"}
    assert impor(para, isi, periksa=True).diimpor is False
    assert not Realisasi.objects.exists()
    assert impor(para, isi, lewati_salah=True).perubahan["realisasi_baru"] == 1


def test_the_person_adds_words_and_an_objection_but_not_another_figure(
    para: Pemeran, skp: SKP
) -> None:
    impor(para, berkas(satu()))
    with pytest.raises(MasukanSalahError, match="berasal dari data"):
        panggung.lapor(para, skp, "1200", urut=3, revisi=1)
    angka = panggung.lapor(
        para, skp, None, urut=3, teks="Termasuk kampung baru", sanggahan="1.000", revisi=1
    )
    assert (angka.asal, angka.nilai, angka.sumber_data) == ("dari_data", 900, "SIAK")
    assert (angka.teks, angka.sanggahan) == ("Termasuk kampung baru", "1.000")


def test_data_replaces_what_was_reported_and_verified_and_waits_again(
    para: Pemeran, skp: SKP
) -> None:
    angka = panggung.lapor(para, skp, "800", urut=3, teks="Kata Andi")
    services.verifikasi_realisasi(aktor=para.aktor(para.budi), realisasi=angka, pada=PADA)
    hasil = impor(para, berkas(satu(nilai="1.250")))
    assert hasil.peringatan["berbeda_dari_laporan"] == 1
    angka.refresh_from_db()
    assert (angka.nilai, angka.asal, angka.status) == (1250, "dari_data", "dilaporkan")
    assert (angka.teks, angka.pemeriksa, angka.target_tercapai) == ("Kata Andi", None, True)
    assert RiwayatStatus.objects.filter(jenis="realisasi").last().aksi == "perbarui_data"
    assert Kejadian.objects.filter(nama="realisasi.target_tercapai").count() == 1


def test_figures_under_a_decision_stay(para: Pemeran, skp: SKP) -> None:
    services.tutup_bahan(daftar_penugasan=[skp.penugasan_id], periode=panggung.triwulan(para, 3))
    hasil = impor(para, berkas(satu()))
    assert dict(hasil.alasan) == {"sudah_ditetapkan": 1}
    assert not Realisasi.objects.exists()


def test_only_who_keeps_the_records_imports(para: Pemeran, skp: SKP) -> None:
    isi = {
        "nama_berkas": "r.xlsx",
        "isi": berkas(satu()),
        "periode": panggung.triwulan(para, 3),
        "pada": PADA,
    }
    for siapa in (para.andi, para.budi, para.eka):
        with pytest.raises(TidakBerwenangError):
            impor_realisasi(aktor=para.aktor(siapa), **isi)
    assert impor_realisasi(aktor=para.aktor(para.citra), **isi).diimpor


def test_the_command_line_imports_the_same_file(para: Pemeran, skp: SKP, tmp_path, capsys) -> None:
    panggung.triwulan(para, 3)
    jalur = tmp_path / "r.csv"
    jalur.write_text(
        f"NIP;INDIKATOR;REALISASI;SUMBER;TANGGAL DATA\n{NIP};{TEKS};1.200;SIAK;01-07-2026\n",
        encoding="utf-8",
    )
    dasar = ["impor", "realisasi", str(jalur), "--instansi", "9901", "--periode"]
    with clock.jam_beku(dt.datetime(2026, 8, 3, 2, tzinfo=dt.UTC)):
        _jalan(dasar, capsys)


def _jalan(dasar: list[str], capsys) -> None:
    assert main([*dasar, "2026-T9"]) == 1
    assert "2026-T2" in capsys.readouterr().err
    assert main([*dasar, "2026-T3", "--periksa", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["diterima"] == 1
    assert not Realisasi.objects.exists()
    assert main([*dasar, "2026-T3", "--periksa", "--lewati-salah"]) == 2
    assert main([*dasar, "2026-T3"]) == 0
    assert Realisasi.objects.get().target_tercapai
