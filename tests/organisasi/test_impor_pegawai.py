"""Importing people: every code, both sides; nothing by halves; a second time changes nothing."""

import datetime as dt
from collections import Counter

import pytest

from organisasi.alat_impor import (
    CONTOH,
    JUDUL,
    PADA,
    SEMUA,
    aktor_sistem,
    impor_orang,
    impor_pohon,
    instansi_uji,
    kepala_bidang,
    orang,
    xlsx,
)
from tera.core import audit
from tera.core.galat import MasukanSalahError
from tera.core.models import JejakAudit, Kejadian, Pengguna
from tera.organisasi.models import (
    HubunganPenilai,
    Instansi,
    Jabatan,
    NomorInduk,
    Pegawai,
    Penugasan,
)
from tera.organisasi.services import impor_pegawai, impor_unor

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    satu = instansi_uji()
    assert impor_pohon(satu).diimpor
    return satu


def test_the_sample_file_lands_in_the_right_buckets() -> None:
    satu = instansi_uji()
    aktor = aktor_sistem(satu)
    unor = (CONTOH / "unor.xlsx").read_bytes()
    pegawai = (CONTOH / "pegawai.xlsx").read_bytes()
    hasil = impor_unor(aktor=aktor, nama_berkas="unor.xlsx", isi=unor, pada=PADA)
    assert (hasil.baris, hasil.diterima, hasil.perubahan["unit_baru"]) == (167, 167, 167)
    opsi = {"aktor": aktor, "nama_berkas": "pegawai.xlsx", "isi": pegawai, "pada": PADA}
    hasil = impor_pegawai(**opsi, periksa=True)
    assert (hasil.baris, hasil.diterima, hasil.ditolak) == (1200, 1168, 32)
    assert hasil.alasan == {
        "nip_angka": 4,
        "nip_panjang": 4,
        "nip_tanggal": 4,
        "nip_ganda": 8,
        "unor_tidak_dikenal": 4,
        "golongan_tidak_dikenal": 4,
        "wajib_kosong": 4,
    }
    assert hasil.peringatan == {"kelamin_beda_nip": 4, "lahir_beda_nip": 4, "surel_kosong": 49}
    assert {r.baris for r in hasil.rincian if r.kode == "nip_ganda"} == {
        128, 195, 726, 814, 976, 1031, 1051, 1135,
    }  # fmt: skip
    assert not Pegawai.objects.exists()
    hasil = impor_pegawai(**opsi)
    assert not hasil.diimpor
    assert not Pegawai.objects.exists()
    hasil = impor_pegawai(**opsi, lewati_salah=True)
    assert hasil.perubahan["pegawai_baru"] == 1168
    assert Pegawai.objects.count() == Pengguna.objects.count() == NomorInduk.objects.count() == 1168
    assert Pegawai.objects.get(nip="198206202012122033").nama == "Siti Pradipta"
    assert Pegawai.objects.filter(nama__startswith="=HYPERLINK(").count() == 4
    tanggal = Pegawai.objects.get(nip="198608242011122096").tanggal_lahir
    assert tanggal == dt.date(1986, 8, 24)
    hasil = impor_pegawai(**opsi, lewati_salah=True)
    assert hasil.tanpa_perubahan
    assert audit.verifikasi().utuh


def test_on_the_sample_everybody_has_a_rater_once_the_bupati_is_recorded() -> None:
    from tera.organisasi.models import UnitKerja
    from tera.organisasi.services import tambah_pejabat

    satu = instansi_uji()
    aktor = aktor_sistem(satu)
    impor_unor(
        aktor=aktor,
        nama_berkas="unor.xlsx",
        isi=(CONTOH / "unor.xlsx").read_bytes(),
        pada=PADA,
    )
    impor_pegawai(
        aktor=aktor,
        nama_berkas="pegawai.xlsx",
        isi=(CONTOH / "pegawai.xlsx").read_bytes(),
        pada=PADA,
        lewati_salah=True,
    )
    kini = HubunganPenilai.objects.filter(sampai__isnull=True)
    tanpa = kini.filter(penilai__isnull=True)
    # Sekda and the heads of OPD are JPT pratama: their rater is the head of the region.
    assert Counter(tanpa.values_list("kendala", flat=True)) == {"pimpinan_belum_ada": 19}
    assert set(tanpa.values_list("penugasan__jabatan__jenis", flat=True)) == {"jpt_pratama"}
    tambah_pejabat(
        aktor=aktor,
        pada=PADA,
        nama="Gita Bupati",
        jabatan="Bupati Nusa Tirta",
        unit_id=UnitKerja.objects.get(induk=None).pk,
        sejak=dt.date(2026, 1, 1),
        dasar="Keputusan Uji 1",
    )
    kini = HubunganPenilai.objects.filter(sampai__isnull=True)
    assert list(
        kini.filter(penilai__isnull=True).values_list("dasar", "penugasan__pegawai__nama")
    ) == [("tidak_dinilai", "Gita Bupati")]
    sekolah = kini.filter(penugasan__unit__jenis="sekolah", penugasan__memimpin_unit=False)
    assert set(sekolah.values_list("kendala", flat=True)) == {"perlu_delegasi"}
    assert kini.filter(kendala="lowong").exists()


@pytest.mark.parametrize(
    ("ganti", "kode"),
    [
        ({"NIP": 199003032015011003.0}, "nip_angka"),
        ({"NIP": "19900303201501100"}, "nip_panjang"),
        ({"NIP": "1990030320150110034"}, "nip_panjang"),
        ({"NIP": "199013032015011003"}, "nip_tanggal"),
        ({"NIP": "199003032015131003"}, "nip_tanggal"),
        ({"NIP": ""}, "wajib_kosong"),
        ({"NAMA": " \u00a0 "}, "wajib_kosong"),
        ({"UNOR_ID": ""}, "wajib_kosong"),
        ({"GOLONGAN": ""}, "wajib_kosong"),
        ({"UNOR_ID": "Z"}, "unor_tidak_dikenal"),
        ({"GOLONGAN": "IV/f"}, "golongan_tidak_dikenal"),
        ({"STATUS": "Honorer"}, "status_tidak_dikenal"),
        ({"JENIS_JABATAN": "9"}, "jenis_jabatan_tidak_dikenal"),
        ({"KEDUDUKAN_HUKUM": "Entah"}, "kedudukan_tidak_dikenal"),
    ],
)
def test_a_wrong_cell_refuses_its_row_with_one_code(
    instansi: Instansi, ganti: dict[str, object], kode: str
) -> None:
    hasil = impor_orang(instansi, [orang(**ganti), kepala_bidang()], periksa=True)
    assert (hasil.diterima, hasil.ditolak, dict(hasil.alasan)) == (1, 1, {kode: 1})
    assert hasil.rincian[0].baris == 2
    assert hasil.rincian[0].pesan


@pytest.mark.parametrize(
    "ganti",
    [
        {"NIP": " 19900303 201501 1 003\u00a0"},
        {"NIP": "'199003032015011003"},
        {"UNOR_ID": " C\u00a0"},
        {"GOLONGAN": "iii / C"},
        {"GOLONGAN": "Penata (III/c)"},
        {"TANGGAL_LAHIR": dt.date(1990, 3, 3)},
        {"TANGGAL_LAHIR": "1990-03-03"},
        {"NAMA": "=1+1"},
        {"JENIS_JABATAN": "Pelaksana"},
    ],
)
def test_a_cell_that_only_looks_odd_is_cleaned_and_accepted(
    instansi: Instansi, ganti: dict[str, object]
) -> None:
    hasil = impor_orang(instansi, [orang(**ganti)])
    assert (hasil.diterima, hasil.ditolak, dict(hasil.peringatan)) == (1, 0, {})
    andi = Pegawai.objects.get()
    assert (andi.nip, andi.golongan, andi.tanggal_lahir) == (
        "199003032015011003",
        "III/c",
        dt.date(1990, 3, 3),
    )
    if "NAMA" in ganti:
        assert andi.nama == "=1+1"


@pytest.mark.parametrize(
    ("ganti", "kode"),
    [
        ({"JENIS_KELAMIN": "F"}, "kelamin_beda_nip"),
        ({"TANGGAL_LAHIR": "04-03-1990"}, "lahir_beda_nip"),
        ({"EMAIL": ""}, "surel_kosong"),
        ({"NIP": "199003032023241003", "STATUS": "PPPK", "GOLONGAN": "IX"}, "mungkin_paruh_waktu"),
        ({"STATUS": "PPPK"}, "status_beda_nip"),
        ({"TMT_JABATAN": "31-02-2026"}, "tanggal_tidak_terbaca"),
    ],
)
def test_an_odd_row_is_accepted_with_a_warning(
    instansi: Instansi, ganti: dict[str, object], kode: str
) -> None:
    hasil = impor_orang(instansi, [orang(**ganti)])
    assert (hasil.diterima, hasil.ditolak, dict(hasil.peringatan)) == (1, 0, {kode: 1})


def test_digit_24_is_only_a_hint_the_status_stays_as_written(instansi: Instansi) -> None:
    impor_orang(instansi, [orang(NIP="199003032023241003", STATUS="PPPK", GOLONGAN="IX")])
    assert Pegawai.objects.get().status == "pppk"


def test_a_row_with_two_faults_counts_once_with_both_codes(instansi: Instansi) -> None:
    hasil = impor_orang(instansi, [orang(UNOR_ID="Z", GOLONGAN="X/z")], periksa=True)
    assert (hasil.ditolak, dict(hasil.alasan)) == (
        1,
        {"golongan_tidak_dikenal": 1, "unor_tidak_dikenal": 1},
    )


def test_a_number_used_twice_refuses_every_occurrence(instansi: Instansi) -> None:
    hasil = impor_orang(
        instansi, [orang(), orang(NAMA="Lain", UNOR_ID="Z"), kepala_bidang()], periksa=True
    )
    assert (hasil.diterima, hasil.ditolak) == (1, 2)
    assert dict(hasil.alasan) == {"nip_ganda": 2, "unor_tidak_dikenal": 1}


def test_refused_rows_stop_everything_unless_they_are_skipped(instansi: Instansi) -> None:
    baris = [orang(GOLONGAN="IV/f"), kepala_bidang()]
    assert not impor_orang(instansi, baris).diimpor
    assert not Pegawai.objects.exists()
    hasil = impor_orang(instansi, baris, lewati_salah=True)
    assert hasil.diimpor
    assert list(Pegawai.objects.values_list("nama", flat=True)) == ["Budi Penilai"]


def test_the_nik_is_stored_nowhere(instansi: Instansi) -> None:
    impor_orang(instansi, [orang()])
    andi = Pegawai.objects.get()
    assert "9900000000000001" not in repr(vars(andi)) + repr(vars(andi.akun))


def test_columns_are_found_in_any_order_under_titles_with_blank_rows(instansi: Instansi) -> None:
    tukar = list(reversed(JUDUL))
    isi = xlsx(
        [
            ["DAFTAR PEGAWAI"],
            [],
            ["", "", *tukar],
            ["", "", *reversed(kepala_bidang())],
            [],
            ["", "", *tukar],
            ["", "", *reversed(orang(GOLONGAN="IV/f"))],
        ]
    )
    hasil = impor_pegawai(
        aktor=aktor_sistem(instansi), nama_berkas="x.xlsx", isi=isi, pada=PADA, periksa=True
    )
    assert (hasil.baris, hasil.diterima, hasil.ditolak) == (2, 1, 1)
    assert (hasil.rincian[0].baris, hasil.rincian[0].kolom) == (7, "GOLONGAN")


@pytest.mark.parametrize(("pemisah", "kode"), [(";", "utf-8-sig"), (",", "cp1252")])
def test_csv_in_both_shapes_and_siasn_names(instansi: Instansi, pemisah: str, kode: str) -> None:
    baris = [
        ["nipBaru", "nama", "statusPegawai", "golRuangAkhir", "jenisJabatanId", "jabatanNama",
         "unorId", "tglLahir"],
        ["199003032015011003", "André Uji", "PNS", "III/c", "4", "Pengolah Data", "C",
         "03-03-1990"],
    ]  # fmt: skip
    isi = "\r\n".join(pemisah.join(satu) for satu in baris).encode(kode)
    hasil = impor_pegawai(aktor=aktor_sistem(instansi), nama_berkas="x.csv", isi=isi, pada=PADA)
    assert (hasil.diterima, dict(hasil.peringatan)) == (1, {"surel_kosong": 1})
    assert Pegawai.objects.get().nama == "André Uji"


def test_a_missing_required_column_names_the_column(instansi: Instansi) -> None:
    isi = xlsx([["NIP", "NAMA", "UNOR ID"], ["199003032015011003", "Andi", "C"]])
    with pytest.raises(MasukanSalahError, match="GOLONGAN") as tangkap:
        impor_pegawai(aktor=aktor_sistem(instansi), nama_berkas="x.xlsx", isi=isi, pada=PADA)
    assert tangkap.value.kode == "kolom_tidak_ada"


def test_people_get_an_account_an_assignment_and_a_rater(instansi: Instansi) -> None:
    impor_orang(instansi, SEMUA)
    andi = Pegawai.objects.get(nama="Andi Uji")
    assert andi.akun is not None
    assert andi.akun.nama_akun == andi.nip
    assert not andi.akun.has_usable_password()
    tugas = Penugasan.objects.get(pegawai=andi)
    assert tugas.sejak == dt.date(2026, 2, 1)
    hubungan = HubunganPenilai.objects.get(penugasan=tugas, sampai__isnull=True)
    assert hubungan.penilai is not None
    assert (hubungan.penilai.nama, hubungan.dasar) == ("Budi Penilai", "atasan_langsung")
    assert set(
        Penugasan.objects.filter(memimpin_unit=True).values_list("unit__kode", flat=True)
    ) == {
        "B",
        "C",
        "D",
    }
    assert Jabatan.objects.get(nama="Kepala Dinas Uji").jenis == "jpt_pratama"
    muatan = Kejadian.objects.filter(nama="organisasi.penugasan_berubah").get().muatan
    assert set(muatan["pegawai_ids"]) == set(Pegawai.objects.values_list("pk", flat=True))
    assert muatan["berlaku"] == PADA.isoformat()


def test_the_same_file_again_writes_nothing_at_all(instansi: Instansi) -> None:
    impor_orang(instansi, SEMUA)
    sebelum = (JejakAudit.objects.filter(jenis="pegawai").count(), Kejadian.objects.count())
    isi = list(Penugasan.objects.order_by("pk").values())
    hasil = impor_orang(instansi, SEMUA, berlaku=dt.date(2026, 12, 1))
    assert hasil.tanpa_perubahan
    assert (JejakAudit.objects.filter(jenis="pegawai").count(), Kejadian.objects.count()) == sebelum
    assert list(Penugasan.objects.order_by("pk").values()) == isi


def test_a_later_file_closes_the_day_before_and_opens_on_the_day(instansi: Instansi) -> None:
    impor_orang(instansi, SEMUA)
    berlaku = dt.date(2026, 12, 1)
    pindah = [b if b[0] != "199003032015011003" else orang(UNOR_ID="B", GOLONGAN="III/d")
              for b in SEMUA]  # fmt: skip
    hasil = impor_orang(instansi, pindah, berlaku=berlaku)
    andi = Pegawai.objects.get(nama="Andi Uji")
    assert andi.golongan == "III/d"
    assert list(andi.daftar_penugasan.order_by("sejak").values_list("unit__kode", "sampai")) == [
        ("C", dt.date(2026, 11, 30)),
        ("B", None),
    ]
    assert hasil.perubahan == {
        "pegawai_berubah": 1, "penugasan_ditutup": 1, "penugasan_dibuka": 1,
    }  # fmt: skip
    nama = list(
        HubunganPenilai.objects.filter(penugasan__pegawai=andi)
        .order_by("sejak")
        .values_list("penilai__nama", "sampai")
    )
    assert nama[-2:] == [("Budi Penilai", dt.date(2026, 11, 30)), ("Fajar Kepala", None)]
    jejak = JejakAudit.objects.filter(jenis="pegawai", objek_id=andi.pk).latest("urut")
    assert audit.cocok(jejak, "golongan", "III/d")
    assert audit.verifikasi().utuh


def test_an_empty_cell_erases_nothing(instansi: Instansi) -> None:
    impor_orang(instansi, [orang()])
    impor_orang(instansi, [orang(EMAIL="")], berlaku=dt.date(2026, 12, 1))
    assert Pegawai.objects.get().surel == "andi@uji.invalid"


def test_missing_people_are_listed_and_never_closed(instansi: Instansi) -> None:
    impor_orang(instansi, SEMUA)
    hasil = impor_orang(instansi, [kepala_bidang()], berlaku=dt.date(2026, 12, 1))
    assert len(hasil.hilang) == 4
    assert ("199003032015011003", "Andi Uji", "Bidang Satu") in hasil.hilang
    assert hasil.tanpa_perubahan
    assert not Penugasan.objects.exclude(sampai=None).exists()


def test_an_older_file_does_not_overwrite_a_newer_assignment(instansi: Instansi) -> None:
    impor_orang(instansi, [orang(TMT_JABATAN="01-10-2026")])
    hasil = impor_orang(instansi, [orang(UNOR_ID="B")], berlaku=dt.date(2026, 9, 1))
    assert dict(hasil.peringatan) == {"penugasan_lebih_baru": 1}
    assert Penugasan.objects.get().unit.kode == "C"


def test_people_of_another_instansi_with_the_same_number_stay_apart(instansi: Instansi) -> None:
    impor_orang(instansi, [orang()])
    lain = instansi_uji("98")
    impor_pohon(lain)
    hasil = impor_orang(lain, [orang(NAMA="Nama Lain")])
    assert hasil.peringatan["akun_sudah_ada"] == 1
    assert Pegawai.objects.get(instansi=instansi).nama == "Andi Uji"
    assert Pegawai.objects.get(instansi=lain).akun is None
