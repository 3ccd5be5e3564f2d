"""The ranking inside a unit: on its minutes, by its pengelola, never of oneself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pemeran import Pemeran, buat_pegawai
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.tindak_lanjut.models import PeringkatKinerja
from tera.tindak_lanjut.services.talenta.peringkat import catat_peringkat
from tindak_lanjut.talenta import panggung_talenta as panggung

pytestmark = pytest.mark.django_db


def catat(para: Pemeran, siapa=None, unit=None, **level: str) -> int:
    return catat_peringkat(
        aktor=para.aktor(siapa or para.citra), unit=unit or para.bidang, tahun=2025,
        level={getattr(para, nama).pk: kata for nama, kata in level.items()},
        dasar="BA 3/2026", pada=panggung.PADA,
    )  # fmt: skip


def test_a_level_is_written_and_written_again(para: Pemeran) -> None:
    assert catat(para, andi="sesuai", budi="di_atas") == 2
    assert catat(para, andi="di_bawah") == 1
    assert dict(PeringkatKinerja.objects.values_list("pegawai_id", "level")) == {
        para.andi.pk: "di_bawah", para.budi.pk: "di_atas",
    }  # fmt: skip


def test_only_the_pengelola_of_the_unit_writes_and_never_oneself(para: Pemeran) -> None:
    for siapa in (para.andi, para.budi, para.eka):
        with pytest.raises(TidakBerwenangError):
            catat(para, siapa, andi="sesuai")
    with pytest.raises(MasukanSalahError, match="bukan pegawai unit ini"):
        catat(para, unit=para.dinas, citra="di_atas")
    with pytest.raises(MasukanSalahError, match="bukan pegawai unit ini"):
        catat(para, andi="hebat")
    with pytest.raises(MasukanSalahError, match="Belum ada"):
        catat(para)


def test_a_reviewed_matrix_keeps_its_ranking(para: Pemeran) -> None:
    panggung.peta(para, "ditelaah")
    with pytest.raises(StatusTidakSesuaiError):
        catat(para, andi="sesuai")


def test_the_page_records_and_says_where_it_leaves_the_pattern(para: Pemeran) -> None:
    citra = panggung.masuk(para.citra)
    args = (2025, para.bidang.pk)
    isi = {"dasar": "BA 3/2026", f"orang-{para.andi.pk}": "di_atas"}
    assert panggung.jawab(citra, "talenta_peringkat_unit", *args, **{**isi, "dasar": ""}) == 422
    assert panggung.jawab(citra, "talenta_peringkat_unit", *args, **isi) == 302
    assert "lebih dari 20 persen" in panggung.lihat(citra, "talenta_peringkat_unit", *args)
    assert "Bidang Data" in panggung.lihat(citra, "talenta_peringkat")
    eka = panggung.masuk(para.eka)
    assert "Catat peringkat" not in panggung.lihat(eka, "talenta_peringkat_unit", *args)
    assert panggung.jawab(eka, "talenta_peringkat_unit", *args, **isi) == 403
    alamat = reverse("tindak_lanjut:talenta_peringkat_unit", args=args)
    assert panggung.masuk(para.budi).get(alamat).status_code == 403


@pytest.mark.parametrize("n", [3, 30])
def test_the_pages_cost_the_same_whatever_is_on_them(para: Pemeran, n: int) -> None:
    for nomor in range(n):
        buat_pegawai(
            para.bidang, f"Orang {nomor}", f"1990{nomor:014d}", "pelaksana", "Pengolah Data"
        )
    catat(para, andi="sesuai")
    citra = panggung.masuk(para.citra)
    for nama, args in (
        ("talenta_peringkat", ()),
        ("talenta_peringkat_unit", (2025, para.bidang.pk)),
    ):
        panggung.lihat(citra, nama, *args)
        with CaptureQueriesContext(connection) as tangkap:
            panggung.lihat(citra, nama, *args)
        kueri = [q["sql"][:160] for q in tangkap.captured_queries]
        assert len(kueri) <= 12, (nama, len(kueri), "\n".join(kueri))
