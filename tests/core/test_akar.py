"""The daily root: what is cut off, added or changed in an old day gives another root."""

import datetime as dt
import hashlib
from typing import Any

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction
from django.test import Client

from pemeran import Pemeran, buat_pemeran
from tera.cli import main
from tera.core import akar, audit, clock, kejadian
from tera.core.models import AkarAudit, JejakAudit, PengirimanKejadian

SENIN = dt.datetime(2026, 6, 1, 3, tzinfo=dt.UTC)
SEHARI = dt.timedelta(days=1)


@pytest.fixture
def para(db: None) -> Pemeran:
    return buat_pemeran()


def _catat(para: Pemeran, rantai: str, kali: int = 1) -> None:
    for _ in range(kali):
        audit.catat(
            aktor=para.aktor(para.budi), rantai=rantai, aksi="ubah", jenis="uji", objek_id=1
        )


def _akar(saat: dt.datetime) -> AkarAudit:
    with clock.jam_beku(saat):
        satu = akar.terbitkan_akar()
    assert satu is not None
    return satu


def _tanpa_pemicu(perintah: str) -> None:
    """What somebody who owns the database could do."""
    from importlib import import_module

    modul = import_module("tera.core.migrations.0002_jejak_hanya_tambah")
    lagi = import_module("tera.core.migrations.0003_akar_hanya_tambah")
    # Only drops the triggers: the transaction of the test brings them back.
    with connection.cursor() as kursor:
        for tabel in (*modul.TABEL, lagi.TABEL):
            if connection.vendor == "postgresql":
                kursor.execute(f"DROP TRIGGER IF EXISTS {tabel}_hanya_tambah ON {tabel}")
            else:
                for aksi in ("update", "delete"):
                    kursor.execute(f"DROP TRIGGER IF EXISTS {tabel}_tolak_{aksi}")
        kursor.execute(perintah)


def test_the_root_of_three_leaves_is_the_tree_written_by_hand() -> None:
    a, b, c = sorted(akar.daun((f"uji:{n}", 1, "0" * 64)) for n in range(3))
    ab = hashlib.sha256(b"\x01" + a + b).digest()
    assert akar.akar([c, a, b]) == hashlib.sha256(b"\x01" + ab + c).hexdigest()
    assert akar.akar([]) == hashlib.sha256(b"").hexdigest()
    assert akar.akar([a]) == a.hex()


def test_a_leaf_is_bound_to_its_chain_and_its_length() -> None:
    dasar = akar.daun(("uji:1", 2, "a" * 64))
    lain = [("uji:2", 2, "a" * 64), ("uji:1", 3, "a" * 64), ("uji:1", 2, "b" * 64)]
    assert dasar not in [akar.daun(satu) for satu in lain]


def test_the_roots_of_two_days_stay_right_while_the_chains_grow(para: Pemeran) -> None:
    _catat(para, "uji:1", 2)
    _catat(para, "uji:2")
    senin = _akar(SENIN)
    assert (senin.jumlah_rantai, senin.jumlah_baris) == (
        JejakAudit.objects.values("rantai").distinct().count(),
        JejakAudit.objects.count(),
    )
    _catat(para, "uji:1")
    _catat(para, "uji:3")
    selasa = _akar(SENIN + SEHARI)
    _catat(para, "uji:2")
    assert selasa.akar != senin.akar
    assert selasa.jumlah_rantai == senin.jumlah_rantai + 1
    hasil = akar.periksa_akar()
    assert (hasil.cocok, hasil.jumlah, hasil.terbaru) == (True, 2, selasa)


def test_a_second_call_of_a_day_changes_nothing(para: Pemeran) -> None:
    _catat(para, "uji:1")
    awal = _akar(SENIN)
    _catat(para, "uji:1")
    assert _akar(SENIN + dt.timedelta(hours=2)) == awal


@pytest.mark.django_db
def test_without_any_audit_row_there_is_no_root() -> None:
    assert akar.terbitkan_akar() is None
    assert akar.periksa_akar().cocok


def test_cutting_the_end_of_a_chain_is_found_though_the_chain_looks_whole(para: Pemeran) -> None:
    _catat(para, "uji:1", 3)
    satu = _akar(SENIN)
    _tanpa_pemicu("DELETE FROM core_jejakaudit WHERE rantai = 'uji:1' AND urut = 3")
    assert audit.verifikasi().utuh
    assert [tanggal for tanggal, _s in akar.periksa_akar().daftar_salah] == [satu.tanggal]


def test_a_chain_swapped_for_another_of_the_same_length_is_found(para: Pemeran) -> None:
    _catat(para, "uji:1")
    satu = _akar(SENIN)
    baris = JejakAudit.objects.get(rantai="uji:1")
    baris.aksi = "lain"
    _tanpa_pemicu(
        f"UPDATE core_jejakaudit SET aksi = 'lain', sidik = '{audit.hitung_sidik(baris)}' "
        f"WHERE id = {baris.pk}"
    )
    assert audit.verifikasi().utuh
    assert akar.periksa_akar().daftar_salah == ((satu.tanggal, "rantai jejak memberi akar lain"),)


def test_a_root_cannot_be_changed_or_deleted(para: Pemeran) -> None:
    _catat(para, "uji:1")
    satu = _akar(SENIN)
    with pytest.raises(DatabaseError, match="hanya boleh ditambah"), transaction.atomic():
        AkarAudit.objects.filter(pk=satu.pk).update(akar="0" * 64)
    with pytest.raises(DatabaseError, match="hanya boleh ditambah"), transaction.atomic():
        satu.delete()


def test_audit_verifikasi_also_fails_on_a_root_that_does_not_match(
    para: Pemeran, capsys: pytest.CaptureFixture[str]
) -> None:
    _catat(para, "uji:1", 2)
    satu = _akar(SENIN)
    assert main(["audit", "verifikasi"]) == 0
    assert satu.akar in capsys.readouterr().out
    _tanpa_pemicu("DELETE FROM core_jejakaudit WHERE rantai = 'uji:1' AND urut = 2")
    assert main(["audit", "verifikasi"]) == 1
    assert "TIDAK COCOK" in capsys.readouterr().out


def test_the_root_is_mailed_to_the_address_of_the_setting(
    para: Pemeran, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.TERA_SUREL_AKAR = ["inspektorat@tirtakencana.example"]
    _catat(para, "uji:1")
    with django_capture_on_commit_callbacks(execute=True):
        satu = _akar(SENIN)
    (surat,) = mail.outbox
    assert surat.to == ["inspektorat@tirtakencana.example"]
    assert satu.akar in surat.body
    assert "1 Juni 2026" in surat.subject
    for nama in (para.budi.nama, para.andi.nama):
        assert nama not in surat.body


def test_without_an_address_nothing_is_mailed_and_nothing_waits(
    para: Pemeran, django_capture_on_commit_callbacks: Any
) -> None:
    _catat(para, "uji:1")
    with django_capture_on_commit_callbacks(execute=True):
        _akar(SENIN)
    kejadian.antar_tertunda()
    assert mail.outbox == []
    assert not PengirimanKejadian.objects.filter(
        kejadian__nama="audit.akar", selesai_at__isnull=True
    ).exists()


def test_anyone_reads_the_roots_and_no_name(para: Pemeran, client: Client) -> None:
    assert "Belum ada akar" in client.get("/verifikasi/akar/").content.decode()
    _catat(para, "uji:1")
    satu = _akar(SENIN)
    isi = client.get("/verifikasi/akar/").content.decode()
    assert satu.akar in isi
    assert "1 Juni 2026" in isi
    assert para.budi.nama not in isi
