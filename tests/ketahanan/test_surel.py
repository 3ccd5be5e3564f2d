"""The worker that sends mail is killed between sending and marking: sent again, nothing is lost."""

import threading
from collections.abc import Callable, Iterator
from email.message import Message

import pytest

from ketahanan.mesin import Pemasangan, tunggu
from ketahanan.surat import Peladen

TABEL = "notifikasi_pengirimansurel"


@pytest.fixture
def peladen() -> Iterator[Peladen]:
    """A mail server that keeps what it took."""
    with Peladen() as satu:
        yield satu


def _mati_sebelum_menandai(tera: Pemasangan, peladen: Peladen) -> Message:
    """Run the worker until its first mail was taken, and kill it before it can say so.

    From before the server's 250 the table can't be written to: marking would wait.
    """
    terkunci, lepas = threading.Event(), threading.Event()

    def pegang() -> None:
        with tera.basis() as basis:
            basis.execute("BEGIN" if tera.url else "BEGIN IMMEDIATE")
            if tera.url:
                basis.execute(f"LOCK TABLE {TABEL} IN SHARE ROW EXCLUSIVE MODE")
            terkunci.set()
            lepas.wait(60)
            basis.execute("ROLLBACK")

    def terima(_surat: Message) -> None:
        peladen.terima = lambda _surat: None
        pemegang.start()
        assert terkunci.wait(30)

    pemegang = threading.Thread(target=pegang, daemon=True)
    sebelum = peladen.dijawab
    peladen.terima = terima
    pekerja = tera.mulai("pekerja")
    try:
        tunggu("surel diterima", lambda: peladen.dijawab > sebelum)
        tera.bunuh(pekerja)
    finally:
        lepas.set()
        if terkunci.is_set():
            pemegang.join(30)
    assert peladen.dijawab == sebelum + 1
    return peladen.daftar[-1]


def test_a_worker_killed_between_sending_and_marking_sends_the_same_mail_again(
    pasang: Callable[..., Pemasangan], peladen: Peladen
) -> None:
    tera = pasang(TERA_SUREL_URL=f"smtp://127.0.0.1:{peladen.port}")
    milik: dict[str, str] = tera.isi("surel_menunggu")
    mati = [_mati_sebelum_menandai(tera, peladen)["Message-ID"] for _ in range(2)]
    # A mail that killed its worker waits two minutes; the second worker took the next one.
    assert len(set(mati)) == 2
    assert tera.angka(f"SELECT count(*) FROM {TABEL} WHERE status = 'menunggu'") == len(milik)
    assert tera.angka(f"SELECT count(*) FROM {TABEL} WHERE percobaan = 1") == 2

    with tera.basis() as basis:
        basis.execute(f"UPDATE {TABEL} SET kirim_at = dibuat_at")
    tera.mulai("pekerja")
    semua = f"SELECT count(*) FROM {TABEL} WHERE status = 'terkirim'"
    tunggu("semua terkirim", lambda: tera.angka(semua) >= len(milik))
    tiba = peladen.per_id()
    assert {satu: tiba.get(satu) for satu in milik} == {
        satu: 2 if satu in mati else 1 for satu in milik
    }
    # Both copies are the same mail, to the person it is for.
    assert {(satu["Message-ID"], satu["To"]) for satu in peladen.daftar} >= set(milik.items())
    assert {satu["To"] for satu in peladen.daftar if satu["Message-ID"] in mati} == {
        milik[satu] for satu in mati
    }
    assert tera.angka(f"SELECT count(*) FROM {TABEL} WHERE status = 'gagal'") == 0
