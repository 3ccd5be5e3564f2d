"""Group discussions: who calls whom, minutes, named input, next month, agreements."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dialog import panggung
from dialog.klien import kirim, lihat, masuk
from dialog.panggung import PADA
from pemeran import Pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import Kejadian
from tera.dialog import services
from tera.dialog.models import Kesepakatan, SesiDiskusi
from tera.dialog.selectors import sesi_terlihat
from tera.dialog.selectors.sesi import calon_peserta, unit_diskusi
from tera.organisasi.models import AnggotaTim, TimKerja

pytestmark = pytest.mark.django_db


def test_a_head_calls_the_units_people_and_the_heads_below(para: Pemeran) -> None:
    assert [u.pk for u in unit_diskusi(aktor=para.aktor(para.budi), pada=PADA)] == [para.bidang.pk]
    assert not unit_diskusi(aktor=para.aktor(para.andi), pada=PADA)
    calon = calon_peserta(aktor=para.aktor(para.fajar), unit=para.dinas, pada=PADA)
    assert set(calon) == {para.budi, para.citra}


def test_a_team_lead_calls_the_members_and_not_the_unit(para: Pemeran) -> None:
    tim = TimKerja.objects.create(
        instansi=para.instansi, unit=para.dinas, nama="Tim", ketua=para.citra, sejak=PADA
    )
    AnggotaTim.objects.create(tim=tim, pegawai=para.andi, sejak=PADA)
    citra = para.aktor(para.citra)
    assert [u.pk for u in unit_diskusi(aktor=citra, pada=PADA)] == [para.dinas.pk]
    assert calon_peserta(aktor=citra, unit=para.dinas, pada=PADA) == [para.andi]
    with pytest.raises(MasukanSalahError) as galat:
        services.jadwalkan_sesi(
            aktor=citra, unit_id=para.dinas.pk, topik="T", isi=panggung.isi(),
            daftar_peserta=[para.budi.pk], pada=PADA,
        )  # fmt: skip
    assert "peserta" in galat.value.per_bidang


def test_nobody_calls_a_unit_they_neither_head_nor_lead_a_team_in(para: Pemeran) -> None:
    with pytest.raises(TidakBerwenangError):
        services.jadwalkan_sesi(
            aktor=para.aktor(para.andi), unit_id=para.bidang.pk, topik="T",
            isi=panggung.isi(), daftar_peserta=[para.budi.pk], pada=PADA,
        )  # fmt: skip


def test_someone_appointed_leads_and_the_one_who_called_takes_part(para: Pemeran) -> None:
    rekan = panggung.rekan(para, 1)[0]
    satu = services.jadwalkan_sesi(
        aktor=para.aktor(para.budi), unit_id=para.bidang.pk, topik="T", isi=panggung.isi(),
        daftar_peserta=[rekan.pk], pemimpin_id=para.andi.pk, pada=PADA,
    )  # fmt: skip
    assert satu.pemimpin == para.andi
    assert set(satu.daftar_peserta.values_list("pegawai_id", flat=True)) == {
        rekan.pk, para.budi.pk,
    }  # fmt: skip
    services.tulis_notulen(aktor=para.aktor(para.andi), sesi=satu, teks="Isi", versi=0)
    with pytest.raises(TidakBerwenangError):
        services.tulis_notulen(aktor=para.aktor(para.budi), sesi=satu, teks="Isi", versi=1)


def test_input_is_named_and_only_among_participants(para: Pemeran) -> None:
    satu = panggung.sesi(para)
    andi = para.aktor(para.andi)
    masukan = services.beri_masukan(
        aktor=andi, sesi=satu, kepada_id=para.budi.pk, teks="Jadwal loket membantu"
    )
    assert masukan.penulis == para.andi
    for kepada in (para.andi.pk, para.citra.pk):
        with pytest.raises(MasukanSalahError):
            services.beri_masukan(aktor=andi, sesi=satu, kepada_id=kepada, teks="x")
    with pytest.raises(TidakBerwenangError):
        services.beri_masukan(aktor=para.aktor(para.citra), sesi=satu, kepada_id=None, teks="x")
    for nama in ("fajar", "citra", "eka", "dewi"):
        assert not sesi_terlihat(aktor=para.aktor(getattr(para, nama))).exists(), nama


@pytest.mark.parametrize(
    ("tanggal", "berikut"),
    [
        (dt.date(2026, 11, 20), dt.date(2026, 12, 18)),
        (dt.date(2026, 10, 30), dt.date(2026, 11, 27)),
        (dt.date(2026, 9, 30), dt.date(2026, 11, 25)),
    ],
)
def test_next_month_is_the_same_weekday_of_the_week_and_lies_ahead(
    para: Pemeran, tanggal: dt.date, berikut: dt.date
) -> None:
    satu = panggung.sesi(para, tanggal)
    baru = services.ulangi_sesi(aktor=para.aktor(para.budi), sesi=satu, pada=PADA)
    assert baru.tanggal.weekday() == tanggal.weekday()
    assert baru.tanggal == berikut
    assert [p.pegawai for p in baru.daftar_peserta.all()] == [para.andi]
    with pytest.raises(StatusTidakSesuaiError):
        services.ulangi_sesi(aktor=para.aktor(para.budi), sesi=satu, pada=PADA)


def test_a_session_from_its_call_to_its_end_through_the_pages(para: Pemeran) -> None:
    budi, andi = masuk(para.budi), masuk(para.andi)
    assert andi.get("/dialog/sesi/baru/").status_code == 403
    assert "Andi Pegawai" in lihat(budi, "dialog:sesi_baru")
    isi = {
        "unit": para.bidang.pk, "topik": "Antrean", "tanggal": "2026-11-20",
        "jam_mulai": "08:00", "peserta": [para.andi.pk],
    }  # fmt: skip
    kosong = kirim(budi, "dialog:sesi_baru", **isi | {"topik": ""})
    assert kosong.status_code == 422
    assert kirim(budi, "dialog:sesi_baru", **isi).status_code == 302
    satu = SesiDiskusi.objects.get()
    kabar = Kejadian.objects.get(nama="dialog.sesi_dijadwalkan")
    assert kabar.muatan == {"id": satu.pk, "oleh_id": para.budi.pk}
    assert "Antrean" in lihat(andi, "dialog:sesi_daftar")
    masukan = {"masukan-kepada": para.budi.pk, "masukan-teks": "Bagi nomor antrean"}
    assert kirim(andi, "dialog:sesi_masukan", satu.pk, **masukan).status_code == 302
    notulen = {"notulen-teks": "Disepakati", "notulen-versi": 0}
    assert kirim(andi, "dialog:sesi_notulen", satu.pk, **notulen).status_code == 403
    assert kirim(budi, "dialog:sesi_notulen", satu.pk, **notulen).status_code == 302
    sepakat = {
        "sepakat-uraian": "Cetak nomor", "sepakat-penanggung_jawab": para.andi.pk,
        "sepakat-tenggat": "2026-12-01",
    }  # fmt: skip
    assert kirim(budi, "dialog:sesi_sepakat", satu.pk, **sepakat).status_code == 302
    assert kirim(budi, "dialog:sesi_selesai", satu.pk, hadir=[para.andi.pk]).status_code == 302
    assert satu.daftar_peserta.get().hadir is True
    halaman = lihat(andi, "dialog:sesi", satu.pk)
    for teks in ("Bagi nomor antrean", "Disepakati", "Cetak nomor", "Hadir"):
        assert teks in halaman
    assert Kesepakatan.objects.get().pihak_lain == para.budi
    assert kirim(budi, "dialog:sesi_ulangi", satu.pk).status_code == 302


def test_a_leader_who_does_it_alone_changes_it_alone(para: Pemeran) -> None:
    satu = panggung.sesi(para)
    budi = para.aktor(para.budi)
    janji = services.tambah_kesepakatan(
        aktor=budi, asal=satu, uraian="Pesan kertas", penanggung_jawab_id=para.budi.pk,
        tenggat=PADA, pada=PADA,
    )  # fmt: skip
    baru = services.usulkan_perubahan(
        aktor=budi, kesepakatan=janji, uraian="Pesan kertas", tenggat=dt.date(2026, 12, 2),
        pada=PADA,
    )  # fmt: skip
    assert (baru.menggantikan, baru.status) == (janji, "terbuka")


@pytest.mark.parametrize("n", [1, 12])
def test_the_pages_cost_the_same_whatever_is_on_them(para: Pemeran, n: int) -> None:
    rekan = panggung.rekan(para, n)
    budi = para.aktor(para.budi)
    satu = services.jadwalkan_sesi(
        aktor=budi, unit_id=para.bidang.pk, topik="T", isi=panggung.isi(),
        daftar_peserta=[o.pk for o in rekan], pada=PADA,
    )  # fmt: skip
    for i, orang in enumerate(rekan):
        services.beri_masukan(
            aktor=para.aktor(orang), sesi=satu, kepada_id=para.budi.pk, teks=f"M {i}"
        )
        services.tulis_notulen(aktor=budi, sesi=satu, teks=f"N {i}", versi=i)
        services.tambah_kesepakatan(
            aktor=budi, asal=satu, uraian=f"K {i}", penanggung_jawab_id=orang.pk, tenggat=PADA,
            pada=PADA,
        )  # fmt: skip
        panggung.sesi(para, PADA + dt.timedelta(days=i))
    klien = masuk(para.budi)
    for nama, args in (
        ("dialog:sesi_daftar", ()), ("dialog:sesi", (satu.pk,)), ("dialog:sesi_baru", ()),
    ):  # fmt: skip
        lihat(klien, nama, *args)
        with CaptureQueriesContext(connection) as tangkap:
            lihat(klien, nama, *args)
        kueri = [q["sql"][:140] for q in tangkap.captured_queries]
        assert len(kueri) <= 12, (nama, "\n".join(kueri))
