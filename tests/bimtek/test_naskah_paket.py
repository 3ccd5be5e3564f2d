"""Cases and courses travel as one file: whole, unchanged, or not at all."""

import datetime as dt
import io
import json
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from angka_kredit.klien import kirim, lihat, masuk
from bimtek.test_naskah import terbitkan
from bimtek.test_pemuat import KASUS, KURSUS
from pemeran import Pemeran
from tera.bimtek import pemuat, services
from tera.bimtek.models import Naskah
from tera.bimtek.paket import MANIFES, NaskahKeluar, PaketDitolakError, baca_paket, susun_paket
from tera.bimtek.penulis import teks_berkas, teks_kasus, teks_kursus
from tera.cli import main
from tera.core.aktor import Aktor
from tera.organisasi.models import PeranPetugas

HARI = dt.date(2026, 11, 20)
ISI_KASUS = teks_kasus(pemuat.baca_kasus(KASUS, berkas="kasus/a.toml"))
ISI_KURSUS = teks_kursus(pemuat.baca_kursus(KURSUS, berkas="kursus/b.toml"))
DUA = (NaskahKeluar("kasus", "a", 3, ISI_KASUS), NaskahKeluar("kursus", "b", 2, ISI_KURSUS))


def paket(*daftar: NaskahKeluar) -> bytes:
    return susun_paket(daftar or DUA, instansi="Kab. Rekaan", pada=HARI, lisensi="Bebas")


def ubah(isi: bytes, **ganti: bytes | None) -> bytes:
    """The same zip with members changed or, by None, left out."""
    nama = {"manifes": MANIFES, "kasus": "kasus/a.toml", "kursus": "kursus/b.toml"}
    tukar = {nama.get(kunci, kunci): nilai for kunci, nilai in ganti.items()}
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(wadah, "w") as baru:
        for satu in lama.namelist():
            data = tukar.pop(satu, lama.read(satu))
            if data is not None:
                baru.writestr(satu, data)
        for satu, data in tukar.items():
            baru.writestr(satu, data or b"")
    return wadah.getvalue()


def test_the_text_of_everything_the_product_has_reads_as_the_same() -> None:
    for kode, kasus in pemuat.daftar_kasus().items():
        teks = teks_berkas(teks_kasus(kasus), kasus.versi)
        assert pemuat.baca_kasus(teks, berkas=f"kasus/{kode}.toml") == kasus
    for kode, kursus in pemuat.daftar_kursus().items():
        teks = teks_berkas(teks_kursus(kursus), kursus.versi)
        assert pemuat.baca_kursus(teks, berkas=f"kursus/{kode}.toml") == kursus


def test_a_package_is_the_same_bytes_again_and_gives_back_its_texts() -> None:
    assert paket() == paket()
    kasus, kursus = baca_paket(paket())
    assert (kasus.isi, kursus.isi) == (ISI_KASUS, ISI_KURSUS)
    assert kasus.asal == {
        "instansi": "Kab. Rekaan", "tanggal": "2026-11-20", "lisensi": "Bebas", "versi": 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("ganti", "berkas", "sebab"),
    [
        ({"kasus": b"x = 1"}, "kasus/a.toml", "sidiknya tidak sama"),
        ({"kasus": None}, "kasus/a.toml", "tidak ada dalam paket"),
        ({"manifes": None}, MANIFES, "belum ada"),
        ({"manifes": b'bentuk = "lain"'}, MANIFES, "bukan bentuk"),
        ({"manifes": b"a" + b" = [" * 5000}, MANIFES, "bukan bentuk"),
        ({"../../etc/passwd": b"x"}, "../../etc/passwd", "yang diterima"),
        ({"kasus/gambar.svg": b"<svg onload=alert(1)>"}, "kasus/gambar.svg", "yang diterima"),
        ({"kasus/a.png": b"\x89PNG\r\n\x1a\n"}, "kasus/a.png", "yang diterima"),
        ({"kasus/c.toml": b"kode = 1"}, "kasus/c.toml", "sidiknya tidak sama"),
        ({"kursus": b"\xff\xfe"}, "", "UTF-8"),
        ({"kasus": b"#" * 200_000}, "kasus/a.toml", "lebih besar dari 128 kB"),
    ],
)
def test_a_bad_package_is_refused_with_file_and_reason(
    ganti: dict[str, bytes | None], berkas: str, sebab: str
) -> None:
    with pytest.raises(PaketDitolakError) as galat:
        baca_paket(ubah(paket(), **ganti))
    assert any(satu[0] == berkas and sebab in satu[2] for satu in galat.value.laporan)


@pytest.mark.parametrize(
    ("lama", "baru", "kunci"),
    [
        ('uraian = "Ia bekerja."', f'uraian = "{"x" * 20_001}"', "uraian"),
        ('uraian = "Ia bekerja."', 'uraian = "a\\u0000b"', "uraian"),
        ('uraian = "Ia bekerja."', 'uraian = "![Foto](gambar:orang)"', "uraian"),
        ('uraian = "Ia bekerja."', f"uraian = {'9' * 5000}", ""),
        ('uraian = "Ia bekerja."', f"uraian = {'[' * 5000}", ""),
        ('judul = "A"', f'judul = "{"x" * 201}"', "judul"),
    ],
)
def test_a_text_that_the_house_cannot_hold_is_refused_by_key(
    lama: str, baru: str, kunci: str
) -> None:
    isi = KASUS.replace(lama, baru, 1)
    with pytest.raises(PaketDitolakError) as galat:
        baca_paket(paket(NaskahKeluar("kasus", "a", 1, isi), DUA[1]))
    assert [satu[:2] for satu in galat.value.laporan] == [("kasus/a.toml", kunci)]


def test_a_bomb_is_read_no_further_than_a_file_may_be() -> None:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr(MANIFES, b" " * 50_000_000)
    assert len(wadah.getvalue()) < 60_000
    with pytest.raises(PaketDitolakError) as galat:
        baca_paket(wadah.getvalue())
    assert galat.value.laporan[0][0] == MANIFES
    for isi in (b"", b"PK\x03\x04 rusak", b"x" * (5 * 1024 * 1024 + 1)):
        with pytest.raises(PaketDitolakError):
            baca_paket(isi)


@pytest.mark.django_db
def test_what_one_instansi_exports_another_imports_once_and_checks_itself(
    para: Pemeran,
) -> None:
    for orang, unit in ((para.eka, para.kabupaten), (para.dewi, None)):
        PeranPetugas.objects.create(
            instansi=orang.instansi, pegawai=orang, peran="pelatih", dasar="SK 1",
            unit=unit or orang.daftar_penugasan.get().unit, sejak=dt.date(2026, 1, 1),
        )  # fmt: skip
    satu = terbitkan(para)
    klien = masuk(para.citra)
    unduh = kirim(klien, "bimtek:naskah_ekspor", pk=[satu.pk], lisensi="Sebut asalnya")
    assert unduh["Content-Type"] == "application/zip"
    assert para.eka.nama.encode() not in unduh.content
    # Dewi's root may be no whole instansi in the cast: the owner of the installation brings it.
    sistem = Aktor.sistem(para.instansi_lain.pk, para.instansi_lain.zona)
    (periksa,) = services.impor_naskah(aktor=sistem, isi=unduh.content, pada=HARI, periksa=True)
    assert (periksa.hasil, Naskah.objects.count()) == ("baru", 1)
    (baris,) = services.impor_naskah(aktor=sistem, isi=unduh.content, pada=HARI)
    baru = Naskah.objects.get(pk=baris.pk)
    assert (baru.instansi, baru.status, baru.sidik) == (
        para.instansi_lain, "diajukan", satu.sidik,
    )  # fmt: skip
    assert baru.asal["instansi"] == para.instansi.nama
    (lagi,) = services.impor_naskah(aktor=sistem, isi=unduh.content, pada=HARI)
    assert (lagi.hasil, lagi.pk) == ("sama", baru.pk)
    lain = satu.isi.replace("Datang tiap pagi.", "Datang siang.")
    isi = paket(NaskahKeluar("kasus", satu.kode, 1, lain))
    (versi,) = services.impor_naskah(aktor=sistem, isi=isi, pada=HARI)
    assert (versi.hasil, versi.versi) == ("versi", 2)
    # The product's own code with other content is refused, and then nothing of the package stays.
    bawaan = pemuat.daftar_kasus()["loket-1"]
    isi = paket(
        NaskahKeluar("kasus", "loket-1", 1, teks_kasus(bawaan).replace("Herlina", "Rina")),
        NaskahKeluar("kasus", "a", 1, ISI_KASUS),
    )
    with pytest.raises(PaketDitolakError, match="1 hal"):
        services.impor_naskah(aktor=sistem, isi=isi, pada=HARI)
    assert Naskah.objects.filter(instansi=para.instansi_lain).count() == 2


@pytest.mark.django_db
def test_the_page_checks_first_stores_when_asked_and_shows_the_course(para: Pemeran) -> None:
    klien = masuk(para.citra)

    def unggah(isi: bytes, **lain: str):
        return kirim(klien, "bimtek:naskah_impor", berkas=SimpleUploadedFile("p.zip", isi), **lain)

    assert "belum ada yang tersimpan" in unggah(paket()).text
    assert not Naskah.objects.exists()
    salah = unggah(ubah(paket(), kasus=b"x = 1"), simpan="on")
    assert salah.status_code == 422
    assert "sidiknya tidak sama" in salah.text
    assert not Naskah.objects.exists()
    assert "menunggu diperiksa orang kedua" in unggah(paket(), simpan="on").text
    kursus = Naskah.objects.get(jenis="kursus")
    # A course is written outside: its text alone, changed, is the next version and one's own.
    berkas = SimpleUploadedFile("b.toml", ISI_KURSUS.replace('"Teks"', '"Baru"').encode())
    laman = kirim(klien, "bimtek:naskah_impor", berkas=berkas, simpan="on").text
    assert "Versi baru 2" in laman
    assert Naskah.objects.get(jenis="kursus", versi=2).asal == {}
    berkas = SimpleUploadedFile("c.toml", ISI_KURSUS.encode())
    laman = kirim(klien, "bimtek:naskah_impor", berkas=berkas, simpan="on")
    assert "tidak sama dengan nama berkasnya" in laman.text
    assert "Kab. Rekaan" in lihat(klien, "bimtek:naskah", kursus.pk)
    # It reaches people only when somebody else has published it.
    PeranPetugas.objects.create(
        instansi=para.instansi, pegawai=para.eka, peran="pelatih", unit=para.kabupaten,
        sejak=dt.date(2026, 1, 1), dasar="SK 1",
    )  # fmt: skip
    andi = masuk(para.andi)
    assert andi.get(reverse("bimtek:kursus", args=[kursus.kode])).status_code == 404
    services.terbitkan_naskah(aktor=para.aktor(para.eka), naskah=kursus, pada=HARI)
    lihat(andi, "bimtek:kursus", kursus.kode)
    assert kirim(andi, "bimtek:modul", kursus.kode, "m", soal_0=0).status_code == 302
    assert "Kursus selesai" in lihat(andi, "bimtek:kursus", kursus.kode)
    # Its law is watched as the product's: it names an instrument with news after it was written.
    lama = kursus.isi.replace("peraturan = []", 'peraturan = ["permenpanrb-6-2022"]')
    Naskah.objects.filter(pk=kursus.pk).update(isi=lama.replace("2026-01-01", "2020-01-01"))
    assert "Sejak kursus ini ditulis 1 Januari 2020" in lihat(
        masuk(para.budi), "bimtek:kursus", kursus.kode
    )


@pytest.mark.django_db
def test_the_command_line_takes_texts_out_and_in(
    para: Pemeran, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sistem = Aktor.sistem(para.instansi.pk, para.instansi.zona)
    (kasus, _kursus) = services.impor_naskah(aktor=sistem, isi=paket(), pada=HARI)
    services.terbitkan_naskah(
        aktor=para.aktor(para.citra), naskah=Naskah.objects.get(pk=kasus.pk), pada=HARI
    )
    berkas = str(tmp_path / "p.zip")
    asal, tujuan = ("--instansi", para.instansi.kode), ("--instansi", para.instansi_lain.kode)
    assert main(["bimtek", "ekspor", berkas, *asal]) == 0
    assert main(["bimtek", "ekspor", berkas, *asal]) == 1  # never over a file that is there
    assert main(["bimtek", "impor", berkas, *tujuan, "--periksa"]) == 0
    assert not Naskah.objects.filter(instansi=para.instansi_lain).exists()
    capsys.readouterr()
    assert main(["bimtek", "impor", berkas, *tujuan, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["naskah"] == [
        {"berkas": "kasus/a.toml", "hasil": "baru", "versi": 1}
    ]
    Path(berkas).write_bytes(ubah(Path(berkas).read_bytes(), kasus=b"x = 1"))
    assert main(["bimtek", "impor", berkas, *tujuan]) == 1
    assert "kasus/a.toml: berubah sejak diekspor" in capsys.readouterr().err
