"""Swakaji, working marks, the suggestion, blind marks: beside the rating, never mixed in."""

import pytest

from evaluasi import panggung
from pemeran import buat_pemeran
from tera.core import tanda_terima
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.evaluasi import saran, services
from tera.evaluasi.models import CatatanKerja, Evaluasi, Swakaji
from tera.evaluasi.selectors import kertas_evaluasi
from tera.evaluasi.services.swakaji import IsiSwakaji
from tera.skp.models import RencanaHasilKerja

pytestmark = pytest.mark.django_db
PADA = panggung.PADA
NILAI = ("BP", "AKU", "KOM", "HAR", "LOY", "ADA", "KOL")


def tanda(evaluasi: Evaluasi, rhk: str = "sesuai", perilaku: str = "sesuai"):
    kunci = RencanaHasilKerja.objects.filter(skp=evaluasi.skp).values_list("kunci", flat=True)
    return {("rhk", str(satu)): (rhk, "Selesai") for satu in kunci} | {
        ("perilaku", satu): (perilaku, "") for satu in NILAI
    }


def isi(evaluasi: Evaluasi, **lain: object) -> IsiSwakaji:
    return IsiSwakaji(**{"ringkasan": "Selesai", "tanda": tanda(evaluasi), **lain})


def test_a_draft_of_a_swakaji_is_read_by_nobody_until_it_is_sent() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    andi = para.aktor(para.andi)
    services.simpan_swakaji(aktor=andi, evaluasi=evaluasi, isi=isi(evaluasi), pada=PADA)
    evaluasi = Evaluasi.objects.select_related("swakaji", "skp", "unit", "periode").get()
    assert kertas_evaluasi(evaluasi=evaluasi, pada=PADA).oleh("pegawai") == {}
    assert len(kertas_evaluasi(evaluasi=evaluasi, pada=PADA, draf=True).oleh("pegawai")) == 8
    _satu, terima = services.kirim_swakaji(
        aktor=andi, evaluasi=evaluasi, isi=isi(evaluasi, revisi=1), pada=PADA
    )
    assert tanda_terima.sah(terima.token) is not None
    evaluasi = Evaluasi.objects.select_related("swakaji", "skp", "unit", "periode").get()
    assert len(kertas_evaluasi(evaluasi=evaluasi, pada=PADA).oleh("pegawai")) == 8
    assert evaluasi.rating_hasil_kerja == ""


def test_a_swakaji_may_be_sent_again_until_the_predikat_is_set() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    andi = para.aktor(para.andi)
    services.kirim_swakaji(aktor=andi, evaluasi=evaluasi, isi=isi(evaluasi), pada=PADA)
    services.kirim_swakaji(
        aktor=andi, evaluasi=evaluasi, isi=isi(evaluasi, ringkasan="Lebih jelas", revisi=1),
        pada=PADA,
    )  # fmt: skip
    assert Swakaji.objects.get().ringkasan == "Lebih jelas"
    with pytest.raises(StatusTidakSesuaiError, match="perangkat lain"):
        services.kirim_swakaji(
            aktor=andi, evaluasi=evaluasi, isi=isi(evaluasi, revisi=1), pada=PADA
        )
    panggung.tetapkan_capaian(para)
    panggung.nilai(para, evaluasi)
    evaluasi.refresh_from_db()
    services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    with pytest.raises(StatusTidakSesuaiError, match="sudah ditutup"):
        services.kirim_swakaji(
            aktor=andi, evaluasi=evaluasi, isi=isi(evaluasi, revisi=2), pada=PADA
        )


def test_an_empty_swakaji_is_refused_and_a_stranger_writes_none() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    with pytest.raises(MasukanSalahError, match="masih kosong"):
        services.kirim_swakaji(
            aktor=para.aktor(para.andi), evaluasi=evaluasi, isi=IsiSwakaji(), pada=PADA
        )
    with pytest.raises(TidakBerwenangError):
        services.kirim_swakaji(
            aktor=para.aktor(para.budi), evaluasi=evaluasi, isi=isi(evaluasi), pada=PADA
        )


def test_a_missing_swakaji_does_not_block() -> None:
    para = buat_pemeran()
    evaluasi = panggung.tetapkan(para)
    assert evaluasi.status == "ditetapkan"
    assert evaluasi.rekaman["swakaji"] == {"dikirim": ""}


def test_the_raters_marks_are_kept_and_may_be_taken_away() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    budi = para.aktor(para.budi)
    services.tandai_evaluasi(aktor=budi, evaluasi=evaluasi, tanda=tanda(evaluasi), pada=PADA)
    assert CatatanKerja.objects.filter(oleh="penilai").count() == 8
    services.tandai_evaluasi(
        aktor=budi, evaluasi=evaluasi, tanda={("perilaku", "BP"): ("", "")}, pada=PADA
    )
    assert CatatanKerja.objects.filter(oleh="penilai").count() == 7


@pytest.mark.parametrize(
    ("kunci", "level"),
    [(("rhk", "00000000-0000-0000-0000-000000000000"), "sesuai"), (("perilaku", "XX"), "sesuai"),
     (("perilaku", "BP"), "luar_biasa")],
)  # fmt: skip
def test_an_unknown_row_or_level_is_refused(kunci: tuple[str, str], level: str) -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    with pytest.raises(MasukanSalahError) as galat:
        services.tandai_evaluasi(
            aktor=para.aktor(para.budi), evaluasi=evaluasi, tanda={kunci: (level, "")}, pada=PADA
        )
    assert "-".join(kunci) in galat.value.per_bidang


@pytest.mark.parametrize(
    ("utama", "tambahan", "jumlah", "level"),
    [
        (["di_atas", "di_atas", "sesuai"], [], 3, "di_atas"),
        (["di_atas", "sesuai", "sesuai"], [], 3, "sesuai"),
        (["di_bawah", "di_bawah", "sesuai"], [], 3, "di_bawah"),
        (["di_atas", "sesuai"], ["di_atas"], 2, "di_atas"),
        (["di_atas", "sesuai"], ["sesuai"], 2, "sesuai"),
        (["di_atas", "sesuai", "di_bawah"], [], 3, "sesuai"),
        (["sesuai", "sesuai", "sesuai"], ["di_bawah"] * 9, 3, "sesuai"),
        (["di_atas"], ["di_atas"], 2, ""),
        ([], [], 0, ""),
    ],
)
def test_most_of_the_utama_decide_what_is_suggested(
    utama: list[str], tambahan: list[str], jumlah: int, level: str
) -> None:
    hasil = saran.saran_hasil_kerja(utama=utama, tambahan=tambahan, jumlah_utama=jumlah)
    assert hasil.level == level
    assert hasil.alasan


@pytest.mark.parametrize(
    ("daftar", "batas", "level"),
    [
        (["sesuai"] * 7, 4, "sesuai"),
        (["di_atas"] * 4 + ["sesuai"] * 3, 4, "di_atas"),
        (["di_atas"] * 3 + ["sesuai"] * 4, 4, "sesuai"),
        (["di_atas"] * 6 + ["di_bawah"], 4, "di_bawah"),
        (["di_atas"] * 3 + ["sesuai"] * 4, 3, "di_atas"),
        (["di_atas"] * 6, 4, ""),
    ],
)
def test_one_value_below_is_below_and_enough_above_are_above(
    daftar: list[str], batas: int, level: str
) -> None:
    nilai = dict(zip(NILAI, daftar, strict=False))
    hasil = saran.saran_perilaku(daftar=nilai, jumlah_nilai=7, batas_atas=batas)
    assert hasil.level == level


def test_a_suggestion_is_never_filled_in() -> None:
    from tera.evaluasi.tampilan.ruang import form_penilaian
    from tera.pelaksanaan.selectors import bahan_evaluasi

    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    services.tandai_evaluasi(
        aktor=para.aktor(para.budi), evaluasi=evaluasi, tanda=tanda(evaluasi, "di_atas"), pada=PADA
    )
    form = form_penilaian(
        evaluasi=evaluasi,
        bahan=bahan_evaluasi(skp=evaluasi.skp, periode=evaluasi.periode),
        kertas=kertas_evaluasi(evaluasi=evaluasi, pada=PADA),
        pada=PADA,
    )
    assert not form.initial["rating_hasil_kerja"]
    assert not form.initial["rating_perilaku_kerja"]


def test_blind_marks_are_given_once_all_seven_and_only_where_asked() -> None:
    para = buat_pemeran()
    panggung.kebijakan(para, "evaluasi.tanda_buta", "semua")
    evaluasi = panggung.buka(para)
    fajar = para.aktor(para.fajar)
    with pytest.raises(MasukanSalahError, match="Kolaboratif"):
        services.tandai_buta(
            aktor=fajar, evaluasi=evaluasi, tanda={("perilaku", "BP"): ("sesuai", "")}, pada=PADA
        )
    with pytest.raises(TidakBerwenangError):
        services.tandai_buta(
            aktor=para.aktor(para.budi), evaluasi=evaluasi, tanda=tanda(evaluasi), pada=PADA
        )
    services.tandai_buta(aktor=fajar, evaluasi=evaluasi, tanda=tanda(evaluasi), pada=PADA)
    assert CatatanKerja.objects.filter(oleh="atasan_penilai", unsur="perilaku").count() == 7
    assert not CatatanKerja.objects.filter(oleh="atasan_penilai", unsur="rhk").exists()
    with pytest.raises(StatusTidakSesuaiError, match="sudah dikirim"):
        services.tandai_buta(aktor=fajar, evaluasi=evaluasi, tanda=tanda(evaluasi), pada=PADA)


def test_blind_marks_are_refused_where_the_policy_asks_for_none() -> None:
    para = buat_pemeran()
    evaluasi = panggung.buka(para)
    with pytest.raises(StatusTidakSesuaiError, match="tidak diminta"):
        services.tandai_buta(
            aktor=para.aktor(para.fajar), evaluasi=evaluasi, tanda=tanda(evaluasi), pada=PADA
        )
