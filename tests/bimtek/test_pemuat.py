"""What is wrong with a file of a course or a case is told by file, key and reason."""

import random

import pytest

from tera.bimtek import naskah
from tera.bimtek.isi import KODE_NILAI
from tera.bimtek.pemuat import IsiBimtekError, baca_kasus, baca_kursus, daftar_kasus
from tera.bimtek.undian import tarik

KASUS = (
    'kode = "a"\njudul = "A"\nrumpun = "loket"\njenjang = "staf"\ntingkat_kunci = "sesuai"\n'
    'uraian = "Ia bekerja."\n[[bukti]]\njenis = "catatan"\nteks = "Datang."\n'
) + "".join(f'[kunci.{kode}]\ntingkat = "di_atas"\nalasan = "Bukti 1"\n' for kode in KODE_NILAI)
KURSUS = (
    'kode = "b"\njudul = "B"\nringkas = "R"\nsasaran = "penilai"\nversi = 1\nsejak = 2026-01-01\n'
    'peraturan = []\n[[modul]]\nkode = "m"\njudul = "M"\nmenit = 3\nisi = "Teks"\n'
    '[[modul.periksa]]\nsoal = "S?"\n'
    '[[modul.periksa.pilihan]]\nteks = "ya"\nbenar = true\nalasan = "sebab"\n'
    '[[modul.periksa.pilihan]]\nteks = "tidak"\nbenar = false\nalasan = "sebab"\n'
)


def test_a_case_and_a_course_are_read_as_they_stand() -> None:
    kasus = baca_kasus(KASUS, berkas="kasus/a.toml")
    assert [satu.angka for satu in kasus.kunci] == [2] * 7
    assert (kasus.penanda, kasus.versi) == ("kunci penyusun", 1)
    modul = baca_kursus(KURSUS, berkas="kursus/b.toml").modul[0]
    assert modul.periksa[0].kunci == 0


@pytest.mark.parametrize(
    ("lama", "baru", "sebab"),
    [
        ('kode = "a"', 'kode = "lain"', "tidak sama dengan nama berkasnya"),
        ('jenis = "catatan"', 'jenis = "gosip"', r"bukti 1\.jenis: harus salah satu"),
        (
            '[kunci.BP]\ntingkat = "di_atas"',
            '[kunci.BP]\ntingkat = "tinggi"',
            r"kunci\.BP\.tingkat",
        ),
        ("[kunci.KOL]", "[kunci.LAIN]", "kunci.KOL: belum ada"),
        ('uraian = "Ia bekerja."', "uraian = 7", "uraian: harus teks"),
        ('judul = "A"', 'judul = "A"\nnip = "1"', "nip: tidak dikenal"),
        ('kode = "a"', "kode = ", "bukan TOML"),
    ],
)
def test_a_wrong_case_is_refused(lama: str, baru: str, sebab: str) -> None:
    with pytest.raises(IsiBimtekError, match=sebab) as galat:
        baca_kasus(KASUS.replace(lama, baru, 1), berkas="kasus/a.toml")
    assert galat.value.pesan.startswith("kasus/a.toml: ")


@pytest.mark.parametrize(
    ("lama", "baru", "sebab"),
    [
        ("benar = false", "benar = true", "tepat satu yang benar"),
        ("peraturan = []", 'peraturan = ["uu-khayal"]', "tidak ada pada daftar peraturan"),
        ("menit = 3", "menit = 300", r"modul 1\.menit"),
        ("sejak = 2026-01-01", 'sejak = "kemarin"', "harus tanggal"),
        ('sasaran = "penilai"', 'sasaran = "semua"', "sasaran: harus salah satu"),
    ],
)
def test_a_wrong_course_is_refused(lama: str, baru: str, sebab: str) -> None:
    with pytest.raises(IsiBimtekError, match=sebab):
        baca_kursus(KURSUS.replace(lama, baru, 1), berkas="kursus/b.toml")


def test_what_is_typed_never_becomes_an_element() -> None:
    teks = naskah.html("### Judul\nAwal **tebal** <b>\n\n- satu\n  lanjut\n- dua\n\n1. x")
    assert teks == (
        "<h2>Judul</h2><p>Awal <strong>tebal</strong> &lt;b&gt;</p>\n"
        "<ul><li>satu lanjut</li><li>dua</li></ul>\n<ol><li>x</li></ol>"
    )
    assert 'alt="Tangga &quot;x&quot;"' in naskah.html('![Tangga "x"](gambar:tangga)')


def test_a_draw_is_balanced_repeatable_and_gives_the_unseen_first() -> None:
    semua = list(daftar_kasus().values())
    satu = tarik(semua, jumlah=9, sudah=(), benih=3)
    assert satu == tarik(random.Random(1).sample(semua, len(semua)), jumlah=9, sudah=(), benih=3)
    assert (
        sorted(k.tingkat_kunci for k in satu) == ["di_atas"] * 3 + ["di_bawah"] * 3 + ["sesuai"] * 3
    )
    lagi = tarik(semua, jumlah=9, sudah={k.kode for k in satu}, benih=3)
    assert not {k.kode for k in satu} & {k.kode for k in lagi}
