"""The background worker is killed in the middle of a job: it goes on by itself, its effect once."""

import io
import os
import signal
import zipfile
from pathlib import Path

from ketahanan.klien import Klien
from ketahanan.mesin import Pemasangan, tunggu

ORANG = 16
BARIS = 5_200
BANYAK = 2_100
ANTREAN = "django_tasks_database_dbtaskresult"


def _berjalan(tera: Pemasangan) -> int:
    return tera.angka(
        "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = 'RUNNING'"
    )


def test_a_package_whose_worker_is_killed_is_made_whole_and_never_offered_half(
    tera: Pemasangan,
) -> None:
    isi = tera.isi("hasil_ditetapkan", orang=ORANG)
    tera.web()
    klien = Klien(tera)
    klien.masuk(isi["kepala_dinas"], isi["sandi"])
    formulir = klien.buka("/dokumen/paket/").formulir("/dokumen/paket/", tujuan="/dokumen/paket/")
    jalur = klien.kirim(formulir, periode=str(isi["periode"]), unit=str(isi["unit"]))
    # The answer to the form is a promise: its job is already in the queue.
    assert tera.angka(f"SELECT count(*) FROM {ANTREAN}") == 1

    pekerja = tera.mulai("pekerja")
    cetakan = "SELECT count(*) FROM dokumen_cetakandokumen"
    tunggu("dokumen pertama", lambda: tera.angka(cetakan))
    tera.bunuh(pekerja)
    assert _berjalan(tera) == 1, "pekerja selesai sebelum dibunuh"
    halaman = klien.buka(jalur).teks
    assert "Berjalan" in halaman
    assert "Unduh" not in halaman
    assert klien.minta("GET", f"{jalur}unduh/").status == 404

    tera.mulai("pekerja")
    tunggu("paket selesai", lambda: "Unduh" in klien.buka(jalur).teks)
    unduhan = klien.minta("GET", f"{jalur}unduh/")
    with zipfile.ZipFile(io.BytesIO(unduhan.isi)) as arsip:
        assert arsip.testzip() is None
        assert len(arsip.namelist()) == 2 * ORANG + 1
        assert all(arsip.read(nama).startswith(b"%PDF-") for nama in arsip.namelist())
    # Begun twice, the documents keep their numbers: one print per document.
    assert tera.angka(cetakan) == 2 * ORANG
    assert tera.angka("SELECT count(*) FROM core_berkas WHERE keperluan = 'paket_cetakan'") == 1
    assert _berjalan(tera) == 0


def test_an_import_whose_worker_is_killed_is_carried_out_once_and_whole(tera: Pemasangan) -> None:
    isi = tera.isi("impor_diperiksa", orang=BARIS)
    tera.web()
    klien = Klien(tera)
    klien.masuk(isi["akun"], isi["sandi"])
    jalur = f"/impor/{isi['impor']}/"
    klien.kirim(klien.buka(jalur).formulir(jalur, id="form-jalankan"))
    hitung = "SELECT count(*) FROM organisasi_pegawai WHERE nama LIKE 'Orang Impor%'"

    pekerja = tera.mulai("pekerja")
    kemajuan = tera.folder / "kemajuan" / f"impor-{isi['impor']}.json"
    tunggu("impor menulis", lambda: kemajuan.exists() and "menyimpan" in kemajuan.read_text())
    tera.bunuh(pekerja)
    assert tera.angka(hitung) == 0, "separuh tersimpan"
    halaman = klien.buka(jalur).teks
    assert "Impor sedang berjalan di latar" in halaman

    tera.mulai("pekerja")
    tunggu("impor selesai", lambda: "Yang berubah" in klien.buka(jalur).teks)
    assert tera.angka(hitung) == BARIS
    assert tera.kueri("SELECT status FROM organisasi_impordata") == [("selesai",)]
    # The worker puts the file away right after it has written the result.
    tunggu("kemajuan dibuang", lambda: not kemajuan.exists())
    assert tera.tera("audit", "verifikasi").returncode == 0


def test_daily_jobs_whose_worker_is_killed_open_and_finalise_everyone_once(
    tera: Pemasangan,
) -> None:
    isi = tera.isi("hari_tutup", orang=BANYAK)
    dibuka = f"SELECT count(*) FROM evaluasi_evaluasi WHERE periode_id = {isi['baru']}"
    final = "SELECT count(*) FROM evaluasi_evaluasi WHERE status = 'final'"
    for apa in (dibuka, final):
        pekerja = tera.mulai("pekerja")
        tunggu("sebagian sudah", lambda apa=apa: tera.angka(apa))
        tera.bunuh(pekerja)
        assert tera.angka(apa) < BANYAK, "pekerja selesai sebelum dibunuh"

    tera.mulai("pekerja")
    belum = "SELECT count(*) FROM core_jadwaljalan WHERE selesai_at IS NULL"
    semua = (
        "SELECT count(*) FROM core_jadwaljalan WHERE nama IN ('evaluasi.finalkan', 'skp.mutasi')"
    )
    tunggu("pekerjaan harian selesai", lambda: tera.angka(semua) == 2 and not tera.angka(belum))
    assert tera.angka(dibuka) == BANYAK
    assert tera.angka(final) == BANYAK
    jejak = dict(tera.kueri("SELECT aksi, count(*) FROM core_jejakaudit GROUP BY aksi"))
    assert (jejak["buka"], jejak["finalkan"]) == (BANYAK, BANYAK)
    assert tera.isi("langkah_utuh") == []
    assert tera.tera("audit", "verifikasi").returncode == 0


def test_a_worker_beside_the_web_server_that_dies_is_started_again(tera: Pemasangan) -> None:
    proses = tera.web("--port", str(tera.port))

    def pekerja() -> int:
        anak = Path(f"/proc/{proses.pid}/task/{proses.pid}/children").read_text().split()
        cari = [
            p for p in anak if b"pekerja" in Path(f"/proc/{p}/cmdline").read_bytes().split(b"\0")
        ]
        return int(cari[0]) if cari else 0

    lama = tunggu("pekerja", pekerja)
    os.kill(lama, signal.SIGKILL)
    tunggu("pekerja yang baru", lambda: pekerja() not in {0, lama})
    assert tera.sehat()
