"""Respondents: drawn by rule, proposed, refused, approved by the penilai."""

import datetime as dt

import pytest

from evaluasi.panggung import kebijakan
from pemeran import Pemeran, buat_pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.models import AnggotaTim, HubunganDekat, TimKerja
from tera.umpan_balik.models import Responden
from tera.umpan_balik.services import putaran_responden
from umpan_balik import panggung_putaran as pentas

pytestmark = pytest.mark.django_db
PADA = dt.date(2026, 10, 20)


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


def test_the_draw_asks_everybody_and_nobody_too_often(para: Pemeran) -> None:
    panggung = pentas.susun(para, 9)
    for orang in panggung.putaran.daftar_pegawai.exclude(pegawai=para.budi):
        per = {r.hubungan: r for r in orang.daftar_responden.all()}
        assert "diri" in per
        assert orang.daftar_responden.filter(hubungan="rekan").count() in {4, 5}
        assert para.budi.pk not in orang.daftar_responden.values_list("pegawai", flat=True)
    budi = panggung.pada(para.budi)
    assert set(budi.daftar_responden.values_list("hubungan", flat=True)) == {"diri", "bawahan"}
    beban = [
        Responden.objects.filter(pegawai=satu).exclude(hubungan="diri").count()
        for satu in (para.andi, *panggung.rekan)
    ]
    assert max(beban) <= 5


def test_a_draw_again_replaces_draws_and_keeps_proposals(para: Pemeran) -> None:
    kebijakan(para, "umpan_balik.formulir_per_responden", 20)
    panggung = pentas.susun(para, 9, undi=False)
    usul = putaran_responden.usulkan_responden(
        aktor=para.aktor(para.andi),
        satu=panggung.andi,
        calon=panggung.rekan[0],
        hubungan="rekan",
        pada=PADA,
    )
    for _kali in range(2):
        putaran_responden.undi_responden(
            aktor=para.aktor(para.citra), putaran=panggung.putaran, pada=PADA
        )
    assert panggung.andi.daftar_responden.filter(hubungan="rekan").count() == 5
    assert Responden.objects.filter(pk=usul.pk).exists()


def test_the_draw_prefers_the_team_and_avoids_a_close_relation(para: Pemeran) -> None:
    kebijakan(para, "umpan_balik.formulir_per_responden", 20)
    panggung = pentas.susun(para, 9, undi=False)
    tim = TimKerja.objects.create(
        instansi=para.instansi, unit=para.bidang, nama="Tim", ketua=para.budi,
        sejak=dt.date(2026, 1, 1),
    )  # fmt: skip
    for orang in (para.andi, *panggung.rekan[:3]):
        AnggotaTim.objects.create(tim=tim, pegawai=orang, sejak=dt.date(2026, 1, 1))
    HubunganDekat.objects.create(
        instansi=para.instansi, penyata=panggung.rekan[8], pihak=para.andi, jenis="keluarga",
        sejak=dt.date(2026, 1, 1), dibuat_at=para.instansi.created_at,
    )  # fmt: skip
    putaran_responden.undi_responden(
        aktor=para.aktor(para.citra), putaran=panggung.putaran, pada=PADA
    )
    rekan = set(panggung.andi.daftar_responden.values_list("pegawai", flat=True))
    assert {satu.pk for satu in panggung.rekan[:3]} <= rekan
    assert panggung.rekan[8].pk not in rekan


def test_who_may_be_proposed(para: Pemeran) -> None:
    panggung = pentas.susun(para, 5, undi=False)
    HubunganDekat.objects.create(
        instansi=para.instansi, penyata=para.andi, pihak=panggung.rekan[1], jenis="keluarga",
        sejak=dt.date(2026, 1, 1), dibuat_at=para.instansi.created_at,
    )  # fmt: skip

    def usul(calon, hubungan="rekan", oleh=None):
        return putaran_responden.usulkan_responden(
            aktor=para.aktor(oleh or para.andi), satu=panggung.andi, calon=calon,
            hubungan=hubungan, pada=PADA,
        )  # fmt: skip

    for calon, hubungan in (
        (para.andi, "rekan"),
        (para.dewi, "rekan"),
        (panggung.rekan[1], "rekan"),
        (panggung.rekan[0], "diri"),
        (panggung.rekan[0], "teman"),
    ):
        with pytest.raises(MasukanSalahError):
            usul(calon, hubungan)
    with pytest.raises(TidakBerwenangError):
        usul(panggung.rekan[0], oleh=panggung.rekan[2])
    usul(panggung.rekan[0])
    with pytest.raises(MasukanSalahError, match="sudah ada"):
        usul(panggung.rekan[0])
    kebijakan(para, "umpan_balik.formulir_per_responden", 1)
    with pytest.raises(MasukanSalahError, match="batas instansi"):
        putaran_responden.usulkan_responden(
            aktor=para.aktor(para.budi), satu=panggung.pada(para.budi), calon=panggung.rekan[0],
            hubungan="bawahan", pada=PADA,
        )  # fmt: skip


def test_only_the_penilai_approves_and_an_approved_list_is_closed(para: Pemeran) -> None:
    panggung = pentas.susun(para)
    for orang in (para.andi, para.citra, panggung.rekan[0]):
        with pytest.raises(TidakBerwenangError):
            putaran_responden.setujui_responden(
                aktor=para.aktor(orang), satu=panggung.andi, pada=PADA
            )
    putaran_responden.setujui_responden(aktor=para.aktor(para.budi), satu=panggung.andi, pada=PADA)
    assert panggung.andi.status == "responden_disetujui"
    with pytest.raises(StatusTidakSesuaiError):
        putaran_responden.keluarkan_responden(
            aktor=para.aktor(para.andi), responden=panggung.andi.daftar_responden.first(), pada=PADA
        )
    putaran_responden.ubah_responden(aktor=para.aktor(para.andi), satu=panggung.andi, pada=PADA)
    assert panggung.andi.status == "disusun"


def test_an_empty_list_is_not_approved(para: Pemeran) -> None:
    panggung = pentas.susun(para, undi=False)
    with pytest.raises(MasukanSalahError, match="Belum ada responden"):
        putaran_responden.setujui_responden(
            aktor=para.aktor(para.budi), satu=panggung.andi, pada=PADA
        )
