"""Drafts, events, files, clock, accounts: what the rooms stand on."""

import datetime as dt
import io

import pytest
from django.db import transaction

from pemeran import buat_pemeran
from tera.core import berkas, clock, draf, kejadian
from tera.core.galat import MasukanSalahError
from tera.core.models import Berkas, Draf, Kejadian, Pengguna, PengirimanKejadian


@pytest.mark.django_db
def test_the_newest_draft_wins_and_counts_its_versions() -> None:
    draf.simpan_draf(pengguna_id=7, kunci="skp-1", isi={"a": "1"}, ukuran=10)
    baru = draf.simpan_draf(pengguna_id=7, kunci="skp-1", isi={"a": "2"}, ukuran=10)
    assert baru.versi == 2
    simpanan = draf.ambil_draf(pengguna_id=7, kunci="skp-1")
    assert simpanan is not None
    assert simpanan.isi == {"a": "2"}
    assert draf.ambil_draf(pengguna_id=8, kunci="skp-1") is None
    draf.hapus_draf(pengguna_id=7, kunci="skp-1")
    assert not Draf.objects.exists()


@pytest.mark.django_db
def test_a_draft_that_is_too_large_is_refused_with_what_to_do() -> None:
    with pytest.raises(MasukanSalahError, match="tetap tersimpan di perangkat"):
        draf.simpan_draf(pengguna_id=7, kunci="x", isi={}, ukuran=draf.BATAS_UKURAN + 1)


@pytest.fixture
def penerima(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(kejadian, "_daftar_penerima", {})
    diterima: list[int] = []
    gagal = {"kali": 0}

    def terima(satu: Kejadian) -> None:
        if gagal["kali"] > 0:
            gagal["kali"] -= 1
            raise RuntimeError("sedang sakit")
        diterima.append(satu.muatan["id"])

    kejadian.daftarkan("uji.terjadi", "uji.penerima", terima)
    return diterima, gagal


@pytest.mark.django_db(transaction=True)
def test_an_event_is_delivered_after_the_commit_and_not_before(penerima) -> None:
    diterima, _gagal = penerima
    with transaction.atomic():
        kejadian.terbitkan(instansi_id=1, nama="uji.terjadi", muatan={"id": 5})
        assert diterima == []
    assert diterima == [5]
    assert kejadian.antar_tertunda() == 0


@pytest.mark.django_db(transaction=True)
def test_an_event_of_a_rolled_back_step_is_never_delivered(penerima) -> None:
    diterima, _gagal = penerima
    with transaction.atomic():
        kejadian.terbitkan(instansi_id=1, nama="uji.terjadi", muatan={"id": 5})
        transaction.set_rollback(True)
    assert diterima == []
    assert not Kejadian.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_failed_delivery_is_tried_again_later(penerima) -> None:
    diterima, gagal = penerima
    gagal["kali"] = 1
    kejadian.terbitkan(instansi_id=1, nama="uji.terjadi", muatan={"id": 6})
    kirim = PengirimanKejadian.objects.get()
    assert (kirim.percobaan, kirim.galat, diterima) == (1, "RuntimeError", [])
    assert kejadian.antar_tertunda() == 0
    with clock.jam_beku(kirim.coba_lagi_at + dt.timedelta(seconds=1)):
        assert kejadian.antar_tertunda() == 1
    assert diterima == [6]


@pytest.fixture
def banyak(monkeypatch: pytest.MonkeyPatch):
    """Two receivers of two events; one of them takes many, and chokes on the events named."""
    monkeypatch.setattr(kejadian, "_daftar_penerima", {})
    monkeypatch.setattr(kejadian, "_daftar_banyak", {})
    kelompok: list[list[int]] = []
    sendiri: list[int] = []
    sakit: set[int] = set()

    def terima(satu: Kejadian) -> None:
        terima_banyak([satu])

    def terima_banyak(daftar) -> None:
        nomor = [satu.muatan["id"] for satu in daftar]
        kelompok.append(nomor)
        Draf.objects.bulk_create(
            Draf(pengguna_id=satu, kunci="uji", isi={}, disimpan_at=clock.sekarang())
            for satu in nomor
        )
        if sakit & set(nomor):
            raise RuntimeError("sedang sakit")

    for nama in ("uji.satu", "uji.dua"):
        kejadian.daftarkan(nama, "uji.banyak", terima, banyak=terima_banyak)
        kejadian.daftarkan(nama, "uji.sendiri", lambda satu: sendiri.append(satu.muatan["id"]))
    return kelompok, sendiri, sakit


def _terbitkan(*daftar: tuple[str, int]) -> None:
    kejadian.terbitkan_banyak(
        [(1, f"uji.{nama}", {"id": nomor}, clock.sekarang()) for nama, nomor in daftar]
    )


@pytest.mark.django_db
def test_a_receiver_that_takes_many_gets_runs_of_one_name_in_their_order(banyak) -> None:
    kelompok, sendiri, _sakit = banyak
    _terbitkan(("satu", 1), ("satu", 2), ("dua", 3), ("satu", 4), ("satu", 5))
    assert kejadian.antar_tertunda(8) == 8
    assert kelompok == [[1, 2], [3], [4]]
    assert kejadian.antar_tertunda() == 2
    assert kelompok[3:] == [[5]]
    # Others get theirs one by one.
    assert sendiri == [1, 2, 3, 4, 5]
    assert kejadian.antar_tertunda() == 0


@pytest.mark.django_db
def test_one_bad_event_of_many_waits_alone_and_the_others_arrive_once(banyak) -> None:
    kelompok, _sendiri, sakit = banyak
    sakit.add(2)
    _terbitkan(("satu", 1), ("satu", 2), ("satu", 3))
    assert kejadian.antar_tertunda() == 5
    assert kelompok == [[1, 2, 3], [1], [2], [3]]
    # What the failed batch wrote is undone: one effect each.
    assert sorted(Draf.objects.values_list("pengguna_id", flat=True)) == [1, 3]
    gagal = PengirimanKejadian.objects.get(selesai_at__isnull=True)
    assert (gagal.kejadian.muatan["id"], gagal.percobaan, gagal.galat) == (2, 1, "RuntimeError")
    sakit.clear()
    with clock.jam_beku(gagal.coba_lagi_at + dt.timedelta(seconds=1)):
        assert kejadian.antar_tertunda() == 1
    assert Draf.objects.count() == 3


@pytest.mark.django_db
def test_many_deliveries_cost_the_same_queries(banyak, django_assert_num_queries) -> None:
    PER_BATCH = 6  # waiting ones, savepoint, lock, the receiver's write, mark, release
    for jumlah in (2, 60):
        _terbitkan(*(("satu", 100 * jumlah + nomor) for nomor in range(jumlah)))
        PengirimanKejadian.objects.filter(penerima="uji.sendiri").delete()
        with django_assert_num_queries(PER_BATCH):
            assert kejadian.antar_tertunda() == jumlah


@pytest.mark.parametrize(
    ("saat", "zona", "tanggal"),
    [
        ("2026-01-31T16:59:59+00:00", "Asia/Jakarta", "2026-01-31"),
        ("2026-01-31T17:00:00+00:00", "Asia/Jakarta", "2026-02-01"),
        ("2026-01-31T15:59:59+00:00", "Asia/Makassar", "2026-01-31"),
        ("2026-01-31T16:00:00+00:00", "Asia/Makassar", "2026-02-01"),
        ("2026-01-31T14:59:59+00:00", "Asia/Jayapura", "2026-01-31"),
        ("2026-01-31T15:00:00+00:00", "Asia/Jayapura", "2026-02-01"),
        ("2024-02-28T15:00:00+00:00", "Asia/Jayapura", "2024-02-29"),
    ],
)
def test_a_legal_date_is_the_date_in_the_zone(saat: str, zona: str, tanggal: str) -> None:
    with clock.jam_beku(dt.datetime.fromisoformat(saat)):
        assert clock.hari_ini(zona).isoformat() == tanggal


def test_a_deadline_ends_with_its_day_in_the_zone() -> None:
    akhir = clock.akhir_hari(dt.date(2026, 1, 31), "Asia/Jayapura")
    assert akhir == dt.datetime(2026, 1, 31, 15, tzinfo=dt.UTC)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("surat.pdf", b"", "kosong"),
        ("surat.pdf", b"MZ\x90\x00", "bukan PDF"),
        ("surat.exe", b"%PDF-1.7", "bukan PDF"),
        ("surat.pdf", b"%PDF-" + b"0" * berkas.BATAS_UKURAN, "10 MB"),
    ],
)
def test_a_bad_file_is_refused_and_nothing_is_stored(nama: str, isi: bytes, pesan: str) -> None:
    para = buat_pemeran()
    with pytest.raises(MasukanSalahError, match=pesan):
        berkas.simpan_berkas(
            aktor=para.aktor(para.citra), nama=nama, isi=io.BytesIO(isi), keperluan="surat"
        )
    assert not Berkas.objects.exists()


@pytest.mark.django_db
def test_a_stored_file_comes_back_whole(settings, tmp_path) -> None:
    settings.TERA_FOLDER_BERKAS = tmp_path
    para = buat_pemeran()
    simpanan = berkas.simpan_berkas(
        aktor=para.aktor(para.citra), nama="../../surat tugas.pdf",
        isi=io.BytesIO(b"%PDF-1.7 isi"), keperluan="surat",
    )  # fmt: skip
    assert simpanan.nama == "surat tugas.pdf"
    assert berkas.baca_berkas(simpanan) == b"%PDF-1.7 isi"
    assert all(p.stat().st_mode & 0o077 == 0 for p in tmp_path.rglob("*") if p.is_file())


@pytest.mark.django_db
def test_no_account_passes_by_itself() -> None:
    akun = Pengguna(nama_akun="x", nama_tampil="X", instansi_id=1)
    assert not akun.is_staff
    assert not akun.has_perm("core.apa_pun")
    assert not akun.has_module_perms("core")
