"""Moving into a JF with its computation; the pangkat that follows a kenaikan jenjang."""

import datetime as dt
from decimal import Decimal

import pytest

from angka_kredit import panggung
from angka_kredit.klien import kirim, masuk
from angka_kredit.panggung import PADA
from pemeran import Pemeran
from tera.angka_kredit import services
from tera.angka_kredit.models import MasaJenjang
from tera.angka_kredit.selectors.buku import susun_buku
from tera.angka_kredit.selectors.lembar import Harapan, lembar_orang
from tera.angka_kredit.selectors.pak import isi_pak
from tera.angka_kredit.selectors.unit import baris_unit
from tera.core.galat import MasukanSalahError
from tera.regulasi.kenaikan import Putusan

pytestmark = pytest.mark.django_db
D = Decimal


def test_moving_in_is_computed_from_the_results_and_kept_with_its_rows(para: Pemeran) -> None:
    # T15: Pengawas III/d, more than three years, all Baik, into Ahli Muda: 3 × 25 + 100.
    for tahun in (2023, 2024, 2025):
        panggung.hasil(para.andi, tahun, "baik")
    para.andi.golongan, para.andi.tmt_golongan = "III/d", dt.date(2021, 4, 1)
    para.andi.save()
    masa = panggung.masa(
        para, cara_masuk="perpindahan", golongan="III/d", mulai=dt.date(2026, 1, 1),
        pangkat_tertinggi=True,
    )  # fmt: skip
    assert (masa.ak_dasar, masa.ak_perpindahan) == (D(100), D(75))
    assert masa.perpindahan["jumlah"] == "175.00"
    assert [satu["tahun"] for satu in masa.perpindahan["baris"]] == [2023, 2024, 2025]
    assert (masa.perpindahan["hilang"], masa.perpindahan["sebelum"]) == ([], "")
    assert panggung.jumlah(masa) == D(175)
    isi = isi_pak(
        pegawai=para.andi, buku=susun_buku(masa, ()), sebelumnya=None, pada=dt.date(2026, 6, 30)
    )
    baris = {satu["kunci"]: satu for satu in isi["baris"]}
    assert (baris["konversi"]["lama"], baris["konversi"]["baru"]) == ("75.00", "0.00")


def test_a_letter_that_deviates_from_the_computation_needs_its_reason(para: Pemeran) -> None:
    panggung.hasil(para.andi, 2025, "baik")
    pindah = {
        "cara_masuk": "perpindahan", "mulai": dt.date(2026, 1, 1),
        "tmt_golongan": dt.date(2024, 7, 1),
    }  # fmt: skip
    # 2024 has no result: nothing is counted as 0 in silence.
    with pytest.raises(MasukanSalahError, match="2024"):
        panggung.masa(para, **pindah)
    with pytest.raises(MasukanSalahError, match="alasannya"):
        panggung.masa(para, **pindah, ak_perpindahan=D("37.5"))
    masa = panggung.masa(
        para, **pindah, ak_perpindahan=D("37.5"), alasan_beda="SK memuat 2024 dari arsip."
    )
    assert masa.ak_perpindahan == D("37.50")
    assert masa.perpindahan["konversi"] == "25.00"
    assert masa.perpindahan["hilang"] == [2024]
    assert "arsip" in masa.perpindahan["alasan"]


def test_the_pangkat_after_a_rise_counts_the_ledger_it_closed(para: Pemeran) -> None:
    panggung.tiga_tahun(para.andi)
    para.andi.golongan = "III/d"
    para.andi.save()
    lama = panggung.masa(para, golongan="III/d", ak_lama=D("117.5"))
    services.tetapkan_konversi(
        aktor=para.aktor(para.budi),
        daftar_pk=list(lama.daftar_konversi.values_list("pk", flat=True)),
        pada=PADA,
    )  # fmt: skip
    assert panggung.jumlah(lama) == D(205)
    services.naikkan_jenjang(
        aktor=para.aktor(para.citra), pegawai=para.andi, pada=PADA,
        isi=panggung.isi(
            jenjang="ahli_madya", cara_masuk="kenaikan_jenjang", golongan="III/d",
            mulai=dt.date(2026, 10, 1),
        ),
    )  # fmt: skip
    lembar = lembar_orang(pegawai=para.andi, harapan=Harapan({}), pada=PADA)
    unit = baris_unit(daftar=list(MasaJenjang.objects.filter(selesai=None)), pada=PADA)
    for layak in (lembar.kelayakan, unit[0].kelayakan):
        assert layak is not None
        assert (layak.pangkat.putusan, layak.pangkat.tujuan) == (Putusan.DAPAT, "IV/a")
        assert (layak.pangkat.kebutuhan, layak.pangkat.kelebihan) == (D(200), D(5))
    # The new ledger begins at 0, and nothing is foretold from it for that pangkat.
    assert (lembar.proyeksi.tmt_pangkat, unit[0].jumlah) == (None, D(0))


def test_the_form_shows_the_computation_before_anything_is_kept(para: Pemeran) -> None:
    panggung.hasil(para.andi, 2025, "baik")
    isi = {
        "cara_masuk": "perpindahan", "jabatan": "Pranata Komputer Ahli Muda",
        "jenjang": "ahli_muda", "golongan": "III/c", "mulai": "2026-01-01",
        "tmt_golongan": "2025-01-01",
    }  # fmt: skip
    klien = masuk(para.citra)
    laman = kirim(klien, "angka_kredit:masa", para.andi.pk, **isi, hitung="1")
    assert laman.status_code == 200
    assert "100% × 25" in laman.text
    assert "2026-01-01" in laman.text
    # The letter's number is still empty: not a fault before it is recorded.
    assert "Bidang ini" not in laman.text
    assert not MasaJenjang.objects.exists()
    isi |= {"nomor_sk": "821/1", "tanggal_sk": "2025-12-20"}
    assert kirim(klien, "angka_kredit:masa", para.andi.pk, **isi).status_code == 302
    assert MasaJenjang.objects.get().ak_perpindahan == D(25)
    andi = masuk(para.andi).get("/angka-kredit/").text
    assert "Hitungan saat masuk dari jabatan lain" in andi
