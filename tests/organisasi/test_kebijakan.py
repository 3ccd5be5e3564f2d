"""Agency policy: defaults, dates, ranges, who may, what stays."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from organisasi.orang_uji import PADA, kirim, lihat, masuk
from pemeran import Pemeran, buat_pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import JejakAudit
from tera.organisasi import kebijakan
from tera.organisasi.kebijakan_daftar import DAFTAR, KunciKebijakan
from tera.organisasi.models import KebijakanInstansi
from tera.organisasi.services.kebijakan import batalkan_kebijakan, ubah_kebijakan

SATU_HARI = dt.timedelta(days=1)


@pytest.fixture
def orang(db: None) -> Pemeran:
    return buat_pemeran()


def ubah(orang: Pemeran, **ganti: object) -> KebijakanInstansi:
    isi = {
        "aktor": orang.aktor(orang.citra),
        "kunci": "akun.hari_kode_aktivasi",
        "nilai": 7,
        "sejak": dt.date(2026, 7, 1),
        "dasar": "SK Uji 9",
        "pada": PADA,
    } | ganti
    return ubah_kebijakan(**isi)  # type: ignore[arg-type]


def test_an_instansi_that_decided_nothing_has_the_shipped_defaults(orang: Pemeran) -> None:
    semua = kebijakan.semua(instansi_id=orang.instansi.pk, pada=PADA)
    assert semua == {satu.kode: satu.bawaan for satu in DAFTAR}
    assert semua["skp.pengelola_boleh_menetapkan"] is False
    assert semua["skp.pengingat_minggu_kedua"] is True


def test_a_change_counts_from_its_day_and_not_the_day_before(orang: Pemeran) -> None:
    baris = ubah(orang)

    def nilai(pada: dt.date) -> object:
        return kebijakan.nilai(
            instansi_id=orang.instansi.pk, kunci="akun.hari_kode_aktivasi", pada=pada
        )

    assert nilai(baris.sejak - SATU_HARI) == 14
    assert nilai(baris.sejak) == 7


def test_another_instansi_keeps_its_own_policy(orang: Pemeran) -> None:
    ubah(orang)
    lain = kebijakan.semua(instansi_id=orang.instansi_lain.pk, pada=dt.date(2027, 1, 1))
    assert lain["akun.hari_kode_aktivasi"] == 14


def test_all_keys_cost_one_query(orang: Pemeran, django_assert_num_queries) -> None:
    ubah(orang)
    ubah(orang, kunci="petugas.jam_maksimum", nilai="2")
    with django_assert_num_queries(1):
        kebijakan.semua(instansi_id=orang.instansi.pk, pada=PADA)


@pytest.mark.parametrize(
    ("ganti", "bidang"),
    [
        ({"nilai": 61}, "nilai"),
        ({"nilai": 0}, "nilai"),
        ({"nilai": "tujuh"}, "nilai"),
        ({"dasar": "  "}, "dasar"),
        ({"sejak": dt.date(2025, 12, 31)}, "sejak"),
        ({"kunci": "tidak.ada"}, "nilai"),
        ({"kunci": "skp.pengingat_minggu_kedua"}, "nilai"),
        ({"nilai": 14}, "nilai"),
    ],
)
def test_a_wrong_change_is_refused_at_its_field(
    orang: Pemeran, ganti: dict[str, object], bidang: str
) -> None:
    with pytest.raises(MasukanSalahError) as galat:
        ubah(orang, **ganti)
    assert bidang in galat.value.per_bidang
    assert not KebijakanInstansi.objects.exists()


@pytest.mark.parametrize(("nilai", "diterima"), [(1, True), (60, True), (61, False)])
def test_the_range_includes_both_ends(orang: Pemeran, nilai: int, diterima: bool) -> None:
    if diterima:
        assert ubah(orang, nilai=nilai).nilai == nilai
    else:
        with pytest.raises(MasukanSalahError):
            ubah(orang, nilai=nilai)


@pytest.mark.parametrize("siapa", ["andi", "budi", "fajar", "eka", "dewi"])
def test_only_officers_of_the_instansi_change_policy(orang: Pemeran, siapa: str) -> None:
    with pytest.raises(TidakBerwenangError):
        ubah(orang, aktor=orang.aktor(getattr(orang, siapa)))


def test_two_changes_of_one_day_are_refused(orang: Pemeran) -> None:
    ubah(orang)
    with pytest.raises(MasukanSalahError, match="mulai berlaku"):
        ubah(orang, nilai=8)


def test_what_is_not_in_force_yet_can_be_taken_back_and_no_more_from_its_day_on(
    orang: Pemeran,
) -> None:
    baris = ubah(orang)
    with pytest.raises(StatusTidakSesuaiError):
        batalkan_kebijakan(aktor=orang.aktor(orang.citra), baris=baris, pada=baris.sejak)
    batalkan_kebijakan(aktor=orang.aktor(orang.citra), baris=baris, pada=baris.sejak - SATU_HARI)
    assert not KebijakanInstansi.objects.exists()
    assert list(
        JejakAudit.objects.filter(jenis="kebijakan").order_by("id").values_list("aksi", flat=True)
    ) == [
        "ubah",
        "batalkan",
    ]


def test_law_that_the_text_says_cannot_become_a_setting() -> None:
    with pytest.raises(ValueError, match="mutu"):
        KunciKebijakan("x.y", "j", "p", "bool", True, "teks", "s", "skp")  # type: ignore[arg-type]


def test_a_decimal_is_stored_without_losing_digits() -> None:
    kunci = KunciKebijakan(
        "x.y", "j", "p", "desimal", Decimal("1.10"), "internal", "s", "skp",
        rentang=(Decimal(0), Decimal(2)),
    )  # fmt: skip
    nilai = kebijakan.baca(kunci, "1,25")
    assert kebijakan.dari_simpanan(kunci, kebijakan.simpan_sebagai(kunci, nilai)) == Decimal("1.25")
    with pytest.raises(MasukanSalahError):
        kebijakan.baca(kunci, "NaN")


def test_the_page_says_how_certain_the_source_is(orang: Pemeran) -> None:
    alamat = reverse("organisasi:kebijakan_rincian", args=["skp.batas_hari"])
    jawaban = lihat(masuk(orang.andi), alamat)
    assert jawaban.status_code == 200
    assert "Belum terkonfirmasi" in jawaban.content.decode()
    assert "Ubah kebijakan" not in jawaban.content.decode()


def test_the_pengelola_changes_a_policy_on_the_page(orang: Pemeran) -> None:
    alamat = reverse("organisasi:kebijakan_rincian", args=["skp.wajib_ekspektasi_khusus"])
    isi = {"nilai": "ya", "sejak": "2026-07-01", "dasar": "SK Uji 10"}
    jawaban = kirim(masuk(orang.citra), alamat, isi)
    assert jawaban.status_code == 302, jawaban.content.decode()
    assert kebijakan.nilai(
        instansi_id=orang.instansi.pk,
        kunci="skp.wajib_ekspektasi_khusus",
        pada=dt.date(2026, 7, 1),
    )


def test_a_refused_form_keeps_what_was_typed(orang: Pemeran) -> None:
    alamat = reverse("organisasi:kebijakan_rincian", args=["akun.hari_kode_aktivasi"])
    isi = {"nilai": "999", "sejak": "2026-07-01", "dasar": "SK Uji 10"}
    jawaban = kirim(masuk(orang.citra), alamat, isi)
    assert jawaban.status_code == 422
    assert 'value="999"' in jawaban.content.decode()
    assert 'value="SK Uji 10"' in jawaban.content.decode()
