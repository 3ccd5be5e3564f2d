"""The web server is killed again and again while raters act and connections are lost: once each."""

import os
import random
import signal
import threading
from collections.abc import Callable
from pathlib import Path

from ketahanan.klien import Klien
from ketahanan.mesin import Pemasangan, tunggu

KATA = "Peristiwanya tercatat pada rapat tanggal {n} November"
BUNUH = 3


def _nilai_tim(tera: Pemasangan, tim: dict, isi: dict, diterima: list[tuple[str, int]]) -> Klien:
    """One rater: marks, ratings, then the whole team set and delivered at once."""
    klien = Klien(tera)
    klien.masuk(tim["akun"], isi["sandi"])
    klien.acak = random.Random(f"{isi['benih']} {tim['akun']}")
    pks = [satu["evaluasi"] for satu in tim["anggota"]]
    for pk in pks:
        jalur = f"/evaluasi/{pk}/"
        formulir = klien.buka(jalur).formulir(jalur, id="form-nilai")
        tanda = next(n for n, _ in formulir.isi if n.startswith("rhk-") and n.endswith("-teks"))
        tanda = tanda.removesuffix("-teks")
        kata = KATA.format(n=pk)
        klien.kirim(formulir, aksi="catatan", **{tanda: "sesuai", f"{tanda}-teks": kata})
        diterima.append(("tandai", pk))
        formulir = klien.buka(jalur).formulir(jalur, id="form-nilai")
        assert (f"{tanda}-teks", kata) in formulir.isi
        klien.kirim(
            formulir, aksi="nilai", rating_hasil_kerja="sesuai", rating_perilaku_kerja="di_atas",
            alasan_perilaku_kerja=kata, catatan=f"Lanjutkan yang baik {pk}",
        )  # fmt: skip
        diterima.append(("nilai", pk))
    tim["swakaji"].wait(60)
    jalur = f"/evaluasi/tim/{isi['periode']}/"
    for aksi in ("tetapkan", "sampaikan"):
        formulir = klien.buka(jalur).formulir(jalur, id="banyak")
        dipilih = [nilai for nama, nilai in formulir.isi if nama == "pilih"]
        assert sorted(dipilih) == sorted(map(str, pks))
        formulir.tujuan = f"{jalur}{aksi}/"
        klien.kirim(formulir)
        diterima.extend((aksi, pk) for pk in pks)
    return klien


def _swakaji(tera: Pemasangan, tim: dict, isi: dict, diterima: list[tuple[str, int]]) -> Klien:
    """One person of the team writes about the period and sends it before the predikat is set."""
    klien = Klien(tera)
    satu = tim["anggota"][-1]
    klien.masuk(satu["akun"], isi["sandi"])
    klien.acak = random.Random(f"{isi['benih']} {satu['akun']}")
    jalur = f"/evaluasi/{satu['evaluasi']}/swakaji/"
    for aksi, kata in (("simpan", "Baru sebagian"), ("kirim", "Dua puluh tiga kampung selesai")):
        formulir = klien.buka(jalur).formulir(jalur, id="form-swakaji")
        klien.kirim(formulir, aksi=aksi, ringkasan=kata)
    diterima.append(("kirim_swakaji", satu["evaluasi"]))
    tim["swakaji"].set()
    return klien


def _serentak(kerja: list[Callable[[], Klien]]) -> tuple[list[threading.Thread], list[Klien], list]:
    hasil: list[Klien] = []
    galat: list[BaseException] = []

    def jalan(satu: Callable[[], Klien]) -> None:
        try:
            hasil.append(satu())
        except BaseException as salah:
            galat.append(salah)

    utas = [threading.Thread(target=jalan, args=(satu,), daemon=True) for satu in kerja]
    for satu in utas:
        satu.start()
    return utas, hasil, galat


def test_raters_who_act_while_the_server_is_killed_lose_nothing_and_act_once(
    tera: Pemasangan,
) -> None:
    benih = int(os.environ.get("UJI_BENIH", "0")) or random.SystemRandom().randrange(1, 10**6)
    print(f"benih: UJI_BENIH={benih}")
    acak = random.Random(benih)
    isi = tera.isi("putaran", bidang=3, orang=2) | {"benih": benih}
    proses = tera.web()
    diterima: list[tuple[str, int]] = []
    for satu in isi["tim"]:
        satu["swakaji"] = threading.Event()
    utas, klien, galat = _serentak(
        [lambda t=t: _nilai_tim(tera, t, isi, diterima) for t in isi["tim"]]
        + [lambda t=t: _swakaji(tera, t, isi, diterima) for t in isi["tim"]]
    )
    jumlah = sum(2 + 4 * len(t["anggota"]) for t in isi["tim"])
    for nomor in range(BUNUH):
        ambang = acak.randrange(jumlah * nomor // BUNUH // 2, jumlah * (nomor + 1) // BUNUH // 2)
        tunggu(
            f"{ambang} perbuatan diterima",
            lambda n=ambang: len(diterima) >= n or galat or not any(u.is_alive() for u in utas),
        )
        # Not at the answer of a request, but anywhere inside the next ones.
        threading.Event().wait(acak.random() * 0.2)
        tera.bunuh(proses)
        proses = tera.web()
    for satu in utas:
        satu.join(60)
    assert not galat, (benih, galat, tera.catatan())
    assert not any(satu.is_alive() for satu in utas), benih
    assert sum(satu.ulang for satu in klien) >= BUNUH, f"benih {benih}: tidak ada kiriman terputus"

    assert sum(satu.hilang for satu in klien) > 0, benih

    # Every act that was answered is there exactly once, with what was typed.
    ada = tera.kueri(
        "SELECT aksi, objek_id FROM core_jejakaudit WHERE jenis IN ('evaluasi', 'swakaji')"
    )
    for aksi, pk in diterima:
        # A rating writes its marks again: two links of marks, one of everything else.
        assert ada.count((aksi, pk)) == (2 if aksi == "tandai" else 1), (benih, aksi, pk)
    semua = [satu["evaluasi"] for t in isi["tim"] for satu in t["anggota"]]
    assert tera.kueri("SELECT id, status, catatan FROM evaluasi_evaluasi ORDER BY id") == [
        (pk, "disampaikan", f"Lanjutkan yang baik {pk}") for pk in sorted(semua)
    ], benih
    tanda = tera.kueri("SELECT evaluasi_id, teks FROM evaluasi_catatankerja WHERE teks <> ''")
    assert sorted(tanda) == [(pk, KATA.format(n=pk)) for pk in sorted(semua)], benih
    assert tera.angka(
        "SELECT count(*) FROM evaluasi_swakaji WHERE ringkasan = 'Dua puluh tiga kampung selesai'"
        " AND dikirim_at IS NOT NULL"
    ) == len(isi["tim"])
    assert tera.isi("langkah_utuh") == [], benih
    hasil = tera.tera("audit", "verifikasi")
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    # A stranger checks every receipt by its address.
    umum = Klien(tera)
    daftar = tera.kueri("SELECT token, nomor FROM core_tandaterima")
    assert len(daftar) >= 3 * len(semua) + len(isi["tim"])
    for token, nomor in daftar:
        halaman = umum.buka(f"/periksa/{token}/").teks
        assert nomor in halaman, (benih, token)


def test_one_web_process_that_dies_is_replaced_by_itself(tera: Pemasangan) -> None:
    proses = tera.web()

    def anak(pid: int) -> list[int]:
        jalur = Path(f"/proc/{pid}/task/{pid}/children")
        return [int(satu) for satu in jalur.read_text().split()]

    (granian,) = anak(proses.pid)
    lama = tunggu("proses web", lambda: anak(granian))
    for satu in lama:
        os.kill(satu, signal.SIGKILL)
    tunggu("proses web yang baru", lambda: [p for p in anak(granian) if p not in lama])
    tunggu("server menjawab lagi", lambda: tera.sehat() or None)
    assert proses.poll() is None
