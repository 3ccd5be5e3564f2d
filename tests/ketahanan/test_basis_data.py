"""The database is held or its connections are cut: a clear page, nothing half, no hands needed."""

import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from ketahanan.klien import Formulir, Jawaban, Klien
from ketahanan.mesin import URL_BASIS, Pemasangan, tunggu

KATA = "Pelayanan tiga kampung selesai sebelum waktunya"
PUTUSKAN = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


def _penilaian(tera: Pemasangan) -> tuple[Klien, int, Formulir]:
    """A rater with a filled form of one person, not sent yet."""
    isi = tera.isi("putaran", bidang=1, orang=1)
    klien = Klien(tera)
    klien.masuk(isi["tim"][0]["akun"], isi["sandi"])
    pk = isi["tim"][0]["anggota"][0]["evaluasi"]
    formulir = klien.buka(f"/evaluasi/{pk}/").formulir(f"/evaluasi/{pk}/", id="form-nilai")
    formulir.isi = formulir.dengan(
        aksi="nilai", rating_hasil_kerja="sesuai", rating_perilaku_kerja="di_atas",
        alasan_perilaku_kerja=KATA,
    )  # fmt: skip
    return klien, pk, formulir


def _halaman_sibuk(tera: Pemasangan, klien: Klien, jawab: Jawaban, pk: int) -> None:
    """The page of a form that wasn't processed: says so, keeps the words, sends them again once."""
    assert jawab.status == 503, jawab.teks[:2000]
    assert jawab.kepala["retry-after"] == "5"
    assert "tidak ada yang tercatat setengah" in jawab.teks
    assert KATA in jawab.teks
    assert "Kirim lagi" in jawab.teks
    assert tera.kueri("SELECT status, revisi FROM evaluasi_evaluasi") == [("terbuka", 0)]
    assert tera.isi("langkah_utuh") == []
    lagi = jawab.formulir("", tujuan=f"/evaluasi/{pk}/nilai/")
    for _ in range(2):
        assert klien.minta("POST", lagi.tujuan, lagi.isi).status == 302
    assert tera.kueri("SELECT status, alasan_perilaku_kerja FROM evaluasi_evaluasi") == [
        ("dinilai", KATA)
    ]
    assert tera.isi("langkah_utuh") == []
    assert tera.angka("SELECT count(*) FROM core_tandaterima WHERE aksi = 'nilai'") == 1
    assert tera.tera("audit", "verifikasi").returncode == 0


def _paket_berjalan(tera: Pemasangan) -> None:
    """A package in the making, its first document printed."""
    isi = tera.isi("hasil_ditetapkan", orang=8)
    tera.web()
    klien = Klien(tera)
    klien.masuk(isi["kepala_dinas"], isi["sandi"])
    formulir = klien.buka("/dokumen/paket/").formulir("/dokumen/paket/", tujuan="/dokumen/paket/")
    klien.kirim(formulir, periode=str(isi["periode"]), unit=str(isi["unit"]))
    tera.mulai("pekerja")
    tunggu("dokumen pertama", lambda: tera.angka("SELECT count(*) FROM dokumen_cetakandokumen"))
    assert tera.kueri("SELECT status FROM dokumen_paketcetakan") == [("berjalan",)]


def _paket_selesai(tera: Pemasangan) -> None:
    tunggu(
        "paket selesai",
        lambda: tera.kueri("SELECT status FROM dokumen_paketcetakan") == [("selesai",)],
    )
    assert tera.angka("SELECT count(*) FROM dokumen_cetakandokumen") == 16
    assert all(satu.poll() is None for satu in tera.proses), tera.catatan()


if URL_BASIS:
    from ketahanan.gugus import Gugus

    def test_connections_that_were_cut_are_replaced_before_the_next_request(
        tera: Pemasangan,
    ) -> None:
        proses = tera.web()
        klien, pk, formulir = _penilaian(tera)
        assert len(tera.kueri(PUTUSKAN)) > 0
        for jalur in ("/", f"/evaluasi/{pk}/"):
            assert klien.minta("GET", jalur).status == 200, tera.catatan()
        assert len(tera.kueri(PUTUSKAN)) > 0
        assert klien.minta("POST", formulir.tujuan, formulir.isi).status == 302, tera.catatan()
        assert proses.poll() is None

    def test_a_connection_cut_inside_a_request_answers_503_and_the_form_goes_again_once(
        tera: Pemasangan,
    ) -> None:
        tera.web()
        klien, pk, formulir = _penilaian(tera)
        jawab: list[Jawaban] = []
        with tera.basis() as pemegang:
            pemegang.execute("BEGIN")
            pemegang.execute(f"SELECT 1 FROM evaluasi_evaluasi WHERE id = {pk} FOR UPDATE")
            utas = threading.Thread(
                target=lambda: jawab.append(klien.minta("POST", formulir.tujuan, formulir.isi))
            )
            utas.start()
            menunggu = f"{PUTUSKAN} AND wait_event_type = 'Lock'"
            tunggu("kiriman menunggu di basis data", lambda: tera.kueri(menunggu))
            utas.join(60)
            pemegang.execute("ROLLBACK")
        _halaman_sibuk(tera, klien, jawab[0], pk)

    def test_a_server_that_crashes_and_a_promoted_replica_cost_a_503_and_nothing_else() -> None:
        # Not tmp_path: the server's own user must be able to reach its files.
        with tempfile.TemporaryDirectory(prefix="tera-gugus-") as letak:
            gugus = Gugus(Path(letak))
            (Path(letak) / "data").mkdir()
            tera = Pemasangan(Path(letak) / "data", TERA_DATABASE_URL=gugus.url, TERA_TUNGGU="2")
            tera.url = gugus.url
            try:
                _jatuh_lalu_bangun(tera, gugus)
            finally:
                tera.tutup()
                gugus.tutup()

    def _jatuh_lalu_bangun(tera: Pemasangan, gugus: Gugus) -> None:
        assert tera.tera("migrate").returncode == 0
        tera.web()
        pekerja = tera.mulai("pekerja")
        klien, pk, formulir = _penilaian(tera)
        gugus.matikan(gugus.utama)
        sibuk = klien.minta("POST", formulir.tujuan, formulir.isi)
        assert sibuk.status == 503, sibuk.teks[:2000]
        assert KATA in sibuk.teks
        gugus.mulai(gugus.utama)
        kirim = sibuk.formulir("", tujuan=f"/evaluasi/{pk}/nilai/")
        assert klien.minta("POST", kirim.tujuan, kirim.isi).status == 302, tera.catatan()
        gugus.matikan(gugus.utama)
        assert klien.minta("GET", f"/evaluasi/{pk}/").status == 503
        gugus.angkat_replika()
        # The answered rating is on the other server, once, and the same form adds nothing.
        assert klien.minta("POST", kirim.tujuan, kirim.isi).status == 302, tera.catatan()
        assert tera.kueri(
            f"SELECT status, alasan_perilaku_kerja FROM evaluasi_evaluasi WHERE id = {pk}"
        ) == [("dinilai", KATA)]
        nilai = f"aksi = 'nilai' AND objek_id = {pk}"
        assert tera.angka(f"SELECT count(*) FROM core_tandaterima WHERE {nilai}") == 1
        assert pekerja.poll() is None, tera.catatan()
        assert tera.isi("langkah_utuh") == []
        assert tera.tera("audit", "verifikasi").returncode == 0

    def test_a_worker_whose_connections_are_cut_begins_its_job_again(tera: Pemasangan) -> None:
        _paket_berjalan(tera)
        assert len(tera.kueri(PUTUSKAN)) > 0
        _paket_selesai(tera)

else:

    def test_a_file_held_by_another_writer_answers_503_and_the_form_goes_again_once(
        pasang: Callable[..., Pemasangan],
    ) -> None:
        tera = pasang(TERA_TUNGGU="1")
        tera.web()
        klien, pk, formulir = _penilaian(tera)
        with tera.basis() as pemegang:
            pemegang.execute("BEGIN IMMEDIATE")
            jawab = klien.minta("POST", formulir.tujuan, formulir.isi)
            # Reading goes on meanwhile.
            assert klien.minta("GET", "/").status == 200
            pemegang.execute("ROLLBACK")
        _halaman_sibuk(tera, klien, jawab, pk)

    def test_a_worker_that_meets_a_held_file_begins_its_job_again(
        pasang: Callable[..., Pemasangan],
    ) -> None:
        tera = pasang(TERA_TUNGGU="1")
        _paket_berjalan(tera)
        with tera.basis() as pemegang:
            pemegang.execute("BEGIN IMMEDIATE")
            tunggu("pekerja mengatakannya", lambda: "belum bisa dipakai" in tera.catatan())
            pemegang.execute("ROLLBACK")
        _paket_selesai(tera)
