"""T42: a PAK in SIASN's field names, three decimals, the service's own spelling."""

import datetime as dt
import json

import pytest
from django.urls import reverse

from angka_kredit import panggung
from angka_kredit.klien import masuk
from angka_kredit.panggung import PADA
from pemeran import Pemeran
from tera.angka_kredit import services

pytestmark = pytest.mark.django_db


def test_t42_a_pak_of_18_75_is_sent_with_three_decimals(para: Pemeran) -> None:
    para.andi.golongan = "III/a"
    para.andi.save()
    panggung.hasil(para.andi, 2023, "sangat_baik")
    masa = panggung.masa(para, jenjang="ahli_pertama", golongan="III/a")
    services.tetapkan_konversi(
        aktor=para.aktor(para.budi), daftar_pk=[masa.daftar_konversi.get().pk], pada=PADA
    )
    pak = services.susun_pak(
        aktor=para.aktor(para.citra), pegawai=para.andi, nomor="PAK/1",
        selesai=dt.date(2023, 12, 31), pada=PADA,
    )  # fmt: skip
    alamat = reverse("integrasi:siasn_pak", args=[2026, "jsonl"])
    # A draft isn't sent.
    assert masuk(para.citra).get(alamat).content == b""
    services.tetapkan_pak(aktor=para.aktor(para.budi), pak=pak, pada=PADA)
    isi = json.loads(masuk(para.citra).get(alamat).content)
    assert isi["kreditUtamaBaru"] == isi["kreditBaruTotal"] == "18.750"
    assert isi["kreditPenunjangBaru"] == "0.000"
    assert (isi["isKonversi"], isi["isIntegrasi"], isi["isAngkaKreditPertama"]) == ("1", "0", "0")
    assert isi["tanggalSk"] == "20-11-2026"
    assert (isi["bulanMulaiPenailan"], isi["tahunSelesaiPenailan"]) == ("1", "2023")
    assert isi["nip"] == para.andi.nip
    baru = json.loads(masuk(para.citra).get(alamat + "?ejaan=baru").content)
    assert baru["bulanMulaiPenilaian"] == "1"


def test_it_is_a_spreadsheet_too_and_another_form_is_refused(para: Pemeran) -> None:
    klien = masuk(para.citra)
    assert klien.get(reverse("integrasi:siasn_pak", args=[2026, "xlsx"])).status_code == 200
    assert klien.get(reverse("integrasi:siasn_pak", args=[2026, "pdf"])).status_code == 404
