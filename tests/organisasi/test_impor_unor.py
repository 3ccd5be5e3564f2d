"""Importing the tree: all or nothing; parents are dated; units missing are listed."""

import datetime as dt

import pytest

from organisasi.alat_impor import (
    CONTOH,
    PADA,
    POHON,
    SEMUA,
    aktor_sistem,
    impor_orang,
    impor_pohon,
    instansi_uji,
    kepala_bidang,
    orang,
)
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.organisasi.models import Instansi, Penugasan, RiwayatInduk, UnitKerja
from tera.organisasi.services import impor_unor

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    return instansi_uji()


def baris(kode: str, **ganti: str) -> list[str]:
    satu = next(b for b in POHON if b[0] == kode)
    letak = {"atasan": 1, "nama": 2, "jabatan": 3, "induk": 5, "pimpinan": 6}
    satu = list(satu)
    for kunci, isi in ganti.items():
        satu[letak[kunci]] = isi
    return satu


def test_a_cycle_refuses_the_whole_tree_and_names_its_units(instansi: Instansi) -> None:
    hasil = impor_unor(
        aktor=aktor_sistem(instansi),
        nama_berkas="unor-bersiklus.xlsx",
        isi=(CONTOH / "unor-bersiklus.xlsx").read_bytes(),
        pada=PADA,
    )
    assert dict(hasil.alasan) == {"siklus": 2}
    assert not hasil.diimpor
    assert {r.baris for r in hasil.rincian} == {8, 12}
    assert "Bidang Pelayanan" in hasil.rincian[0].pesan
    assert not UnitKerja.objects.exists()


def test_an_unknown_parent_and_a_double_id_refuse_the_tree(instansi: Instansi) -> None:
    hasil = impor_pohon(instansi, [*POHON, ["E", "Z", "Bidang Dua", "", "", "B", "", ""]])
    assert dict(hasil.alasan) == {"atasan_tidak_dikenal": 1}
    hasil = impor_pohon(instansi, [*POHON, ["C", "B", "Bidang Dua", "", "", "B", "", ""]])
    assert dict(hasil.alasan) == {"id_ganda": 2}
    assert not UnitKerja.objects.exists()


def test_the_tree_gets_paths_opd_and_dated_parents(instansi: Instansi) -> None:
    impor_pohon(instansi)
    bidang = UnitKerja.objects.get(kode="C")
    dinas = UnitKerja.objects.get(kode="B")
    assert bidang.path == f"{dinas.path}{bidang.pk}/"
    assert (bidang.opd, bidang.punya_perjanjian_kinerja) == (dinas, False)
    assert (dinas.opd, dinas.punya_perjanjian_kinerja) == (dinas, True)
    assert bidang.sejak == dt.date(2026, 1, 1)
    assert RiwayatInduk.objects.get(unit=bidang).induk == dinas
    assert impor_pohon(instansi).tanpa_perubahan


def test_a_moved_unit_keeps_its_past_and_carries_its_subtree(instansi: Instansi) -> None:
    impor_pohon(instansi)
    hari = dt.date(2026, 10, 1)
    pindah = [POHON[0], POHON[1], baris("D", atasan="A"), baris("C", atasan="D")]
    hasil = impor_pohon(instansi, pindah, berlaku=hari)
    assert hasil.perubahan["unit_pindah"] == 2
    bidang = UnitKerja.objects.get(kode="C")
    riwayat = list(
        RiwayatInduk.objects.filter(unit=bidang)
        .order_by("sejak")
        .values_list("induk__kode", "sampai")
    )
    assert riwayat == [("B", dt.date(2026, 9, 30)), ("D", None)]
    akar = UnitKerja.objects.get(kode="A")
    assert bidang.path == f"{akar.path}{UnitKerja.objects.get(kode='D').pk}/{bidang.pk}/"


def test_missing_units_are_listed_and_stay(instansi: Instansi) -> None:
    impor_pohon(instansi)
    hasil = impor_pohon(instansi, POHON[:3])
    assert hasil.hilang == [("D", "SD Uji", "")]
    assert UnitKerja.objects.get(kode="D").sampai is None


def test_a_tree_may_not_begin_in_the_future_nor_before_its_last_change(instansi: Instansi) -> None:
    with pytest.raises(MasukanSalahError, match="masih di depan"):
        impor_pohon(instansi, berlaku=dt.date(2026, 11, 3))
    impor_pohon(instansi)
    impor_pohon(instansi, [*POHON[:3], baris("D", nama="SD Baru")], berlaku=dt.date(2026, 10, 1))
    with pytest.raises(MasukanSalahError, match="lebih baru"):
        impor_pohon(instansi, [*POHON[:3], baris("D", nama="SD Tua")], berlaku=dt.date(2026, 5, 1))


def test_the_head_is_marked_whichever_file_comes_first(instansi: Instansi) -> None:
    impor_pohon(instansi, [POHON[0], POHON[1], baris("C", pimpinan="", jabatan=""), POHON[3]])
    impor_orang(instansi, SEMUA)
    tugas = Penugasan.objects.get(pegawai__nama="Budi Penilai")
    assert not tugas.memimpin_unit
    hasil = impor_pohon(instansi)
    tugas.refresh_from_db()
    assert tugas.memimpin_unit
    assert hasil.perubahan["pimpinan_berubah"] == 1


def test_a_new_head_in_the_file_closes_and_opens_on_the_day(instansi: Instansi) -> None:
    impor_pohon(instansi)
    impor_orang(
        instansi, [kepala_bidang(TMT_JABATAN="01-01-2025"), orang(TMT_JABATAN="01-01-2025")]
    )
    hari = dt.date(2026, 10, 1)
    ganti = [POHON[0], POHON[1], baris("C", pimpinan="199003032015011003"), POHON[3]]
    impor_pohon(instansi, ganti, berlaku=hari)
    isi = {
        (t.pegawai.nama, t.sejak, t.sampai, t.memimpin_unit)
        for t in Penugasan.objects.select_related("pegawai")
    }
    awal, akhir = dt.date(2025, 1, 1), dt.date(2026, 9, 30)
    assert isi == {
        ("Budi Penilai", awal, akhir, True),
        ("Budi Penilai", hari, None, False),
        ("Andi Uji", awal, akhir, False),
        ("Andi Uji", hari, None, True),
    }


def test_only_who_keeps_the_whole_instansi_may_import(db: None) -> None:
    from pemeran import buat_pemeran

    para = buat_pemeran()
    opsi = {
        "nama_berkas": "unor.csv",
        "isi": b"ID;ID ATASAN;NAMA UNOR\r\n01;;Uji\r\n",
        "pada": PADA,
    }
    for pegawai in (para.andi, para.budi, para.eka, para.fajar):
        with pytest.raises(TidakBerwenangError):
            impor_unor(aktor=para.aktor(pegawai), periksa=True, **opsi)
    assert impor_unor(aktor=para.aktor(para.citra), periksa=True, **opsi).diterima == 1
