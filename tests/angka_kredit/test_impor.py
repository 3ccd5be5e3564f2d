"""Many jenjang from one sheet: checked first, all rows or none, by page and by command."""

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from angka_kredit import panggung
from angka_kredit.klien import kirim, lihat, masuk
from angka_kredit.panggung import PADA
from angka_kredit.test_masa_pak_massal import orang_banyak
from pemeran import Pemeran
from tera.angka_kredit import services
from tera.angka_kredit.models import KonversiPredikat, MasaJenjang
from tera.angka_kredit.services.baca_impor import baca_berkas
from tera.angka_kredit.services.impor import PERISTIWA, impor_jf
from tera.cli import main
from tera.core.kejadian import antar_tertunda
from tera.core.lembar import baca_lembar, tulis_xlsx
from tera.core.models import JejakAudit, Kejadian
from tera.notifikasi.models import Notifikasi
from tera.notifikasi.services.tulis import terima_banyak
from tera.organisasi.models import Pegawai

pytestmark = pytest.mark.django_db
D = Decimal
KEPALA = (
    "NIP", "Jenjang", "Golongan", "Cara Masuk", "TMT Jabatan", "TMT Pangkat", "AK Dasar",
    "AK Lama", "AK Penyesuaian", "AK Konversi Perpindahan", "Nomor SK", "Tanggal SK",
)  # fmt: skip


def baris(nip: Any, **lain: Any) -> list[Any]:
    isi = {
        "Jenjang": "Ahli Muda", "Golongan": "III/d", "Cara Masuk": "Perpindahan",
        "TMT Jabatan": "01-04-2023", "AK Lama": "12,5", "AK Konversi Perpindahan": 25,
        "Nomor SK": "821/7", "Tanggal SK": dt.date(2023, 3, 20), **lain,
    }  # fmt: skip
    return [nip, *(isi.get(kunci, "") for kunci in KEPALA[1:])]


def lembar(*daftar: list[Any]) -> bytes:
    return tulis_xlsx(judul="JF", kolom=KEPALA, baris=daftar)


def kembar(para: Pemeran, jumlah: int) -> list[Pegawai]:
    """JF of Citra's units without a jenjang."""
    orang_banyak(para, jumlah)
    MasaJenjang.objects.all().delete()
    return list(Pegawai.objects.filter(nama__startswith="Orang").order_by("nip"))


def test_a_sheet_is_checked_then_imported_and_its_results_are_proposed(para: Pemeran) -> None:
    panggung.hasil(para.andi, 2024, "baik")
    Pegawai.objects.filter(pk=para.andi.pk).update(tmt_golongan=None)
    klien = masuk(para.citra)
    isi = lembar(baris(para.andi.nip, **{"TMT Pangkat": "2022-10-01"}))
    laman = kirim(klien, "angka_kredit:impor", berkas=SimpleUploadedFile("jf.xlsx", isi))
    assert laman.status_code == 200
    assert "1 jenjang baru" in laman.text
    assert not MasaJenjang.objects.exists()
    segel = laman.context["segel"]
    # What was checked belongs to who checked it, and can't be changed.
    for keliru in (segel[:-3] + "xyz", ""):
        kirim(klien, "angka_kredit:impor", segel=keliru)
    assert not MasaJenjang.objects.exists()
    assert kirim(klien, "angka_kredit:impor", segel=segel).status_code == 302
    masa = MasaJenjang.objects.get()
    assert (masa.jabatan, masa.jenjang, masa.mulai) == (
        "Pranata Komputer Ahli Muda", "ahli_muda", dt.date(2023, 4, 1),
    )  # fmt: skip
    assert (masa.ak_dasar, masa.ak_lama, masa.ak_perpindahan) == (D(100), D("12.50"), D(25))
    para.andi.refresh_from_db()
    assert para.andi.tmt_golongan == dt.date(2022, 10, 1)
    assert JejakAudit.objects.filter(jenis="masa_jenjang", objek_id=masa.pk).count() == 1
    antar_tertunda()
    assert KonversiPredikat.objects.get().nilai == D(25)
    # The person hears of it, in the bell.
    assert "Jenjang jabatan fungsional Anda dicatat" in lihat(masuk(para.andi), "notifikasi:daftar")
    # The same file again changes nothing.
    laman = kirim(klien, "angka_kredit:impor", berkas=SimpleUploadedFile("jf.xlsx", isi))
    assert "0 jenjang baru, 1 sudah tercatat" in laman.text
    assert laman.context["segel"] == ""


def test_one_faulty_row_keeps_all_out_and_every_fault_names_its_row(para: Pemeran) -> None:
    satu, dua, tiga, empat, lima = kembar(para, 5)
    Pegawai.objects.filter(pk=lima.pk).update(status="pppk")
    services.catat_masa(
        aktor=para.aktor(para.citra), pegawai=tiga, isi=panggung.isi(), pada=PADA
    )  # fmt: skip
    isi = lembar(
        baris(satu.nip),
        baris(satu.nip),
        baris(
            dua.nip,
            **{
                "TMT Jabatan": "31-02-2023",
                "AK Lama": "banyak",
                "Nomor SK": "",
                "Cara Masuk": "",
            },
        ),
        baris(tiga.nip),
        baris(empat.nip, Jenjang="Muda Madya", **{"Cara Masuk": "Promosi"}),
        baris(empat.nip, Golongan="IV/a"),
        baris(lima.nip),
        baris("199901012020121001"),
        baris(para.citra.nip),
        baris(199901012020121001),
        baris(empat.nip, **{"Cara Masuk": "promosi", "TMT Jabatan": "01-04-2027"}),
    )
    hasil = impor_jf(
        aktor=para.aktor(para.citra), bacaan=baca_berkas(nama="jf.xlsx", isi=isi), sumber="jf.xlsx",
        pada=PADA,
    )  # fmt: skip
    assert not hasil.disimpan
    assert not MasaJenjang.objects.exclude(pegawai=tiga).exists()
    per_baris: dict[int, list[str]] = {}
    for temuan in hasil.rincian:
        per_baris.setdefault(temuan.baris, []).append(f"{temuan.kolom}: {temuan.pesan}")
    assert sorted(per_baris) == [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    for nomor, kata in (
        (3, "sudah ada di baris 2"), (4, "AK Lama: “banyak”"),
        (4, "Cara Masuk: Kolom ini kosong. Pilih salah satu: Pengangkatan"),
        (5, "sudah tercatat di jenjang"),
        (6, "Jenjang: “Muda Madya” tidak dikenal"), (7, "surat penetapannya"), (8, "PPPK"),
        (9, "tidak ada di unit"), (10, "tidak ada di unit"), (11, "tersimpan sebagai angka"),
        (12, "masih di depan"),
    ):  # fmt: skip
        assert any(kata in pesan for pesan in per_baris[nomor]), (nomor, per_baris[nomor])
    assert len(per_baris[4]) == 4
    # Two faults of the file, one of the sheet itself: the page shows them and keeps nothing.
    laman = kirim(
        masuk(para.citra), "angka_kredit:impor", berkas=SimpleUploadedFile("jf.xlsx", isi)
    )
    assert (laman.status_code, laman.context["segel"]) == (422, "")
    assert "10 dari 11 baris salah" in laman.text
    kosong = SimpleUploadedFile("x.csv", b"NIP;Nama\n1;A\n")
    assert "TMT JABATAN" in kirim(masuk(para.citra), "angka_kredit:impor", berkas=kosong).text


def test_many_rows_cost_a_fixed_number_of_queries_and_the_command_does_the_same(
    para: Pemeran, tmp_path, capsys
) -> None:
    orang = kembar(para, 12)

    def harga(daftar: list[Pegawai]) -> int:
        bacaan = baca_berkas(nama="a.xlsx", isi=lembar(*(baris(s.nip) for s in daftar)))
        with CaptureQueriesContext(connection) as kueri:
            hasil = impor_jf(
                aktor=para.aktor(para.citra), bacaan=bacaan, sumber="a.xlsx", pada=PADA
            )
            terima_banyak([Kejadian.objects.filter(nama=PERISTIWA).latest("pk")])
        assert hasil.disimpan
        assert Notifikasi.objects.filter(pegawai__in=daftar).count() == len(daftar)
        return len(kueri)

    # The notice to each person among them.
    assert harga(orang[:3]) == harga(orang[3:9])
    berkas = tmp_path / "jf.xlsx"
    berkas.write_bytes(lembar(*(baris(s.nip) for s in orang)))
    perintah = ["impor", "jf", str(berkas), "--instansi", para.instansi.kode, "--json"]
    assert main([*perintah, "--periksa"]) == 0
    assert json.loads(capsys.readouterr().out)["diterima"] == 3
    assert MasaJenjang.objects.count() == 9
    assert main(perintah) == 0
    assert json.loads(capsys.readouterr().out)["disimpan"] is True
    assert MasaJenjang.objects.count() == 12


def test_the_sheet_to_fill_in_lists_who_has_no_jenjang_yet(para: Pemeran) -> None:
    orang = kembar(para, 2)
    panggung.masa(para)
    isi = masuk(para.citra).get(reverse("angka_kredit:impor_lembar")).content
    ((_judul, daftar),) = baca_lembar(nama="x.xlsx", isi=isi)
    sel = [list(satu) for _nomor, satu in daftar]
    assert sel[0][:4] == ["Nama", "NIP", "Jabatan", "Jenjang"]
    milik = {satu[1]: satu for satu in sel[1:]}
    assert {s.nip for s in orang} <= set(milik)
    assert para.andi.nip not in milik
    assert milik[orang[0].nip][3] == "Ahli Muda"
    assert masuk(para.budi).get(reverse("angka_kredit:impor_lembar")).status_code == 404
