"""What a class and a semester show: one's own in full, of others only groups of five."""

import datetime as dt

import pytest
from django.urls import reverse

from angka_kredit.klien import kirim, lihat, masuk
from bimtek.panggung_kelas import HARI, buka, jalankan, kerjakan, latih, terima
from pemeran import AWAL, Pemeran, buat_pegawai
from tera.bimtek import services
from tera.bimtek.angket import BUTIR, ringkasan_angket
from tera.bimtek.kelompok import bulat_bagian, kelompok_aman
from tera.bimtek.models import HitunganAngket, PotretBimtek, SesiLatihan
from tera.bimtek.penerima import rawat_semua
from tera.bimtek.selectors.kelas import HARI_SESUDAH
from tera.bimtek.selectors.kelas_potret import hitung_semester, kata_kasus, semester
from tera.bimtek.selectors.salinan import salinan_bimtek
from tera.bimtek.services import kelas_hasil
from tera.bimtek.services.kelas_potret import potret_semester
from tera.core import clock
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.core.lembar import baca_lembar
from tera.core.models import JejakAudit
from tera.organisasi.models import JenisJabatan

pytestmark = pytest.mark.django_db
BAIK = dict.fromkeys(BUTIR, "baik")


def test_before_and_after_use_other_cases_and_show_a_person_what_changed(para: Pemeran) -> None:
    satu = buka(para)
    peserta = terima(para, satu)
    andi = masuk(para.andi)
    milik = next(p for p in peserta if p.pegawai == para.andi)
    with pytest.raises(StatusTidakSesuaiError, match="bagi yang hadir"):
        latih(para, milik, "sesudah")
    assert kirim(andi, "bimtek:kelas_latihan", satu.pk, "sebelum").status_code == 302
    sesi = SesiLatihan.objects.get(sebelum_kelas=milik)
    kerjakan(para.aktor(para.andi), sesi, geser=1)
    assert "setelah kedua latihan selesai" in lihat(andi, "bimtek:kelas_bandingan", satu.pk)
    jalankan(para, satu, [milik])
    latih(para, milik, "sesudah")
    milik.refresh_from_db()
    kasus = [set(s.daftar_kasus.values_list("kasus", flat=True))
             for s in (milik.sesi_sebelum, milik.sesi_sesudah)]  # fmt: skip
    assert not kasus[0] & kasus[1]
    laman = lihat(andi, "bimtek:kelas_bandingan", satu.pk)
    assert "lebih sering sama dengan kunci" in laman
    assert "lebih ketat dari kunci" in laman
    # Nobody else opens it, not the trainer either.
    for orang in (para.fajar, para.citra):
        klien = masuk(orang)
        assert klien.get(reverse("bimtek:sesi", args=[sesi.pk])).status_code == 404
    with pytest.raises(TidakBerwenangError):
        kelas_hasil.mulai_latihan_kelas(
            aktor=para.aktor(para.fajar), peserta=milik, fase="sesudah", pada=HARI
        )


def test_the_trainer_reads_the_class_only_from_five_people_and_only_once(para: Pemeran) -> None:
    satu = buka(para)
    peserta = terima(para, satu)
    fajar = masuk(para.fajar)
    for orang in peserta[:4]:
        latih(para, orang, "sebelum", geser=1)
    kirim(fajar, "bimtek:kelas_hasil_sebelum", satu.pk)
    assert "Belum lima peserta" in lihat(fajar, "bimtek:kelas_hasil", satu.pk)
    satu.refresh_from_db()
    assert satu.ringkasan == {}
    latih(para, peserta[4], "sebelum", geser=1)
    assert kirim(fajar, "bimtek:kelas_hasil_sebelum", satu.pk).status_code == 302
    awal = lihat(fajar, "bimtek:kelas_hasil", satu.pk)
    assert "terutama lebih rendah dari kunci" in awal
    satu.refresh_from_db()
    sebelum = satu.ringkasan["sebelum"]
    latih(para, peserta[5], "sebelum", geser=0)
    assert kirim(fajar, "bimtek:kelas_hasil_sebelum", satu.pk).status_code == 409
    jalankan(para, satu, peserta)
    for orang in peserta[:5]:
        latih(para, orang, "sesudah")
    assert kirim(fajar, "bimtek:kelas_hasil_bekukan", satu.pk).status_code == 302
    satu.refresh_from_db()
    assert satu.ringkasan["sebelum"] == sebelum
    assert satu.ringkasan["sesudah"]["orang"] == 5
    assert satu.ringkasan["sesudah"]["sama"][1] == 100
    assert "sebagian besar peserta" in lihat(fajar, "bimtek:kelas_hasil", satu.pk)
    # What comes later adds nothing.
    with pytest.raises(StatusTidakSesuaiError):
        latih(para, peserta[5], "sesudah")
    with pytest.raises(StatusTidakSesuaiError):
        kelas_hasil.bekukan_hasil(aktor=para.aktor(para.fajar), kelas=satu, pada=HARI)


def test_four_who_did_both_are_told_of_nobody(para: Pemeran) -> None:
    satu = buka(para)
    peserta = terima(para, satu)
    for orang in peserta:
        latih(para, orang, "sebelum")
    jalankan(para, satu, peserta)
    for orang in peserta[:4]:
        latih(para, orang, "sesudah")
        kelas_hasil.isi_angket(
            aktor=para.aktor(orang.pegawai), peserta=orang, jawaban=BAIK, tema=["pelan"]
        )
    with clock.jam_beku(dt.datetime(2026, 12, 4, 2, tzinfo=dt.UTC)):
        rawat_semua()
    satu.refresh_from_db()
    assert satu.dibekukan_pada is None
    with clock.jam_beku(
        dt.datetime(2026, 11, 20, 2, tzinfo=dt.UTC) + dt.timedelta(days=HARI_SESUDAH + 1)
    ):
        rawat_semua()
        rawat_semua()
    satu.refresh_from_db()
    assert satu.dibekukan_pada is not None
    assert satu.ringkasan["sesudah"] is None
    assert satu.ringkasan["angket"] is None
    laman = lihat(masuk(para.fajar), "bimtek:kelas_hasil", satu.pk)
    assert "Kurang dari 5 peserta" in laman
    assert "Kurang dari 5 jawaban" in laman


def test_answers_of_the_questionnaire_are_kept_of_nobody(para: Pemeran) -> None:
    satu = buka(para)
    peserta = terima(para, satu)
    jalankan(para, satu, peserta[:5])
    andi = masuk(para.andi)
    milik = next(p for p in peserta if p.pegawai == para.andi)
    with pytest.raises(StatusTidakSesuaiError, match="bagi yang hadir"):
        kelas_hasil.isi_angket(
            aktor=para.aktor(peserta[5].pegawai), peserta=peserta[5], jawaban=BAIK, tema=[]
        )
    jejak = JejakAudit.objects.count()
    kurang = kirim(andi, "bimtek:kelas_angket", satu.pk, guna="baik")
    assert kurang.status_code == 422
    isi = BAIK | {"tema": ["latihan", "pelan"]}
    assert kirim(andi, "bimtek:kelas_angket", satu.pk, **isi).status_code == 302
    milik.refresh_from_db()
    assert milik.angket_terkirim
    assert JejakAudit.objects.count() == jejak
    assert {b.name for b in HitunganAngket._meta.concrete_fields} == {
        "id", "kelas", "butir", "pilihan", "jumlah",
    }  # fmt: skip
    lagi = kirim(andi, "bimtek:kelas_angket", satu.pk, **isi)
    assert lagi.status_code == 409
    salinan = salinan_bimtek(aktor=para.aktor(para.andi))
    assert salinan["kelas"][0]["angket_terkirim"] is True
    assert [satu["hadir"] for satu in salinan["kehadiran_kelas"]] == [True]
    for orang in peserta[:5]:
        if orang.pegawai != para.andi:
            kelas_hasil.isi_angket(
                aktor=para.aktor(orang.pegawai), peserta=orang, tema=["latihan"],
                jawaban=BAIK | {"guna": "sangat_baik"},
            )  # fmt: skip
    assert "Sangat baik" not in lihat(masuk(para.fajar), "bimtek:kelas_hasil", satu.pk)
    kelas_hasil.bekukan_hasil(aktor=para.aktor(para.fajar), kelas=satu, pada=HARI)
    assert not HitunganAngket.objects.exists()
    laman = lihat(masuk(para.fajar), "bimtek:kelas_hasil", satu.pk)
    assert "Sangat baik" in laman
    assert "Lebih banyak latihan menilai" in laman
    assert "Lebih pelan" not in laman
    assert "tampak dari sepuluh jawaban" in laman


@pytest.mark.parametrize(
    ("orang", "ada", "sebaran"), [(4, False, []), (5, True, []), (10, True, [0, 0, 100, 0])]
)
def test_how_much_is_told_grows_with_the_answers(orang: int, ada: bool, sebaran: list[int]) -> None:
    hasil = ringkasan_angket({(kode, "baik"): orang for kode in BUTIR} | {("tema", "pelan"): 4})
    assert (hasil is not None) is ada
    if hasil is not None:
        assert hasil["butir"][0] == {"kode": "guna", "tengah": "baik", "sebaran": sebaran}
        assert hasil["tema"] == []


@pytest.mark.parametrize(
    ("jumlah", "persen"),
    [([1, 1, 1], [35, 35, 30]), ([0, 0], [0, 0]), ([7, 0], [100, 0]), ([12, 2, 1], [80, 15, 5])],
)
def test_shares_in_steps_add_up_to_a_hundred(jumlah: list[int], persen: list[int]) -> None:
    assert bulat_bagian(jumlah) == persen


@pytest.mark.parametrize(
    ("sama", "alpha", "kata"),
    [(95, None, "mudah"), (90, 0.8, "mudah"), (85, 0.8, "sedang"), (50, 0.4, "sedang"),
     (45, 0.8, "sulit"), (95, 0.39, "kabur"), (20, 0.1, "kabur")],
)  # fmt: skip
def test_a_case_whose_experts_differ_is_unclear_before_it_is_hard(
    sama: int, alpha: float | None, kata: str
) -> None:
    assert kata_kasus(sama, alpha) == kata


@pytest.mark.parametrize(
    ("ukuran", "tampil", "sisa"),
    [
        ({"a": 9, "b": 5}, {"a", "b"}, 0),
        ({"a": 9, "b": 5, "c": 3}, {"a"}, 8),  # three alone would be found from the whole
        ({"a": 9, "b": 3, "c": 3}, {"a"}, 6),
        ({"a": 5, "b": 1}, set(), 6),
        ({"a": 3, "b": 1}, set(), 0),
        ({}, set(), 0),
    ],
)
def test_small_units_never_remain_as_a_difference(
    ukuran: dict[str, int], tampil: set[str], sisa: int
) -> None:
    hasil, lain = kelompok_aman({nama: list(range(n)) for nama, n in ukuran.items()})
    assert (set(hasil), len(lain)) == (tampil, sisa)


def _berlatih(para: Pemeran, pegawai, geser: int, pada: dt.date) -> None:
    aktor = Aktor(None, para.instansi.pk, pegawai.pk, pegawai.nama, para.instansi.zona)
    kerjakan(aktor, services.mulai_latihan(aktor=aktor, pada=pada), geser, pada)


def test_units_and_cases_of_a_semester_are_kept_once_and_small_ones_together(
    para: Pemeran,
) -> None:
    musim = dt.date(2026, 3, 1)
    for n in range(5):
        _berlatih(
            para,
            buat_pegawai(
                para.kabupaten, f"Kabupaten {n}", f"19800101200001100{n}", JenisJabatan.PELAKSANA,
                "Pengolah",
            ),
            0, musim,
        )  # fmt: skip
    for n in range(5):
        _berlatih(
            para,
            buat_pegawai(
                para.bidang, f"Dinas {n}", f"19800101200001200{n}", JenisJabatan.PELAKSANA,
                "Pengolah",
            ),
            1, musim,
        )  # fmt: skip
    aktor = Aktor.sistem(para.instansi.pk, para.instansi.zona)
    assert potret_semester(aktor=aktor, pada=dt.date(2026, 6, 30)) is None
    potret = potret_semester(aktor=aktor, pada=HARI)
    assert potret is not None
    assert {satu["nama"]: satu["orang"] for satu in potret.isi["unit"]} == {
        "Pemerintah Kabupaten Uji": 5, "Dinas Kependudukan": 5,
    }  # fmt: skip
    arah = {satu["nama"]: (satu["sama"], satu["arah"]) for satu in potret.isi["unit"]}
    assert arah["Pemerintah Kabupaten Uji"] == (100, "seimbang")
    assert arah["Dinas Kependudukan"][1] == "ketat"
    assert all(satu["orang"] >= 5 for satu in potret.isi["kasus"])
    assert potret_semester(aktor=aktor, pada=HARI) is None
    # One more of another unit: it would be found by taking both from the whole.
    _berlatih(para, para.dewi, 0, musim)
    isi = hitung_semester(
        instansi_id=para.instansi.pk, mulai=semester(musim)[0], selesai=semester(musim)[1]
    )
    assert len(isi["unit"]) == 1
    assert isi["sisa"]["orang"] == 6
    citra = masuk(para.citra)
    laman = lihat(citra, "bimtek:capaian")
    assert "Semester 1 2026" in laman
    assert "Cenderung lebih ketat dari kunci" in laman
    assert masuk(para.eka).get(reverse("bimtek:capaian")).status_code == 404
    lembar = citra.get(reverse("bimtek:capaian_xlsx"))
    _judul, baris = next(iter(baca_lembar(nama="capaian.xlsx", isi=lembar.content)))
    isi_lembar = [list(sel) for _nomor, sel in baris]
    assert isi_lembar[0] == [
        "SEMESTER", "UNIT", "ORANG", "SAMA DENGAN KUNCI (PERSEN)", "KETAT ATAU LONGGAR",
    ]  # fmt: skip
    assert len(isi_lembar) == 4  # the two units and all together, of the one kept semester
    assert {satu[2] for satu in isi_lembar[1:]} == {5, 10}
    assert PotretBimtek.objects.count() == 1


def test_a_semester_with_four_people_says_so(para: Pemeran) -> None:
    for pegawai in (para.andi, para.budi, para.fajar, para.eka):
        _berlatih(para, pegawai, 0, AWAL)
    rawat_semua()
    assert PotretBimtek.objects.get().isi == {
        "orang": 0, "unit": [], "sisa": None, "kasus": [],
    }  # fmt: skip
    assert "Kurang dari 5 orang" in lihat(masuk(para.citra), "bimtek:capaian")
