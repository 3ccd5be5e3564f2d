"""R-161: nobody drafted by the second week of January, so the pengelola drafts, sets and sends."""

import datetime as dt
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from pemeran import Pemeran
from skp.alat import ditetapkan, draf, isi_lengkap, simpan
from tera.core import clock
from tera.core.aktor import Aktor, ModePetugas
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import Kejadian, TandaTerima
from tera.organisasi.models import AksesPetugas, KebijakanInstansi, Pegawai
from tera.organisasi.services.mode_petugas import mulai_mode_petugas
from tera.organisasi.services.penilai import segarkan_penilai
from tera.skp import services
from tera.skp.models import SKP, PengirimanSKP
from tera.skp.selectors.pengelola import giliran_pengelola

MINGGU_KEDUA = dt.date(2026, 1, 14)
GILIRAN = dt.date(2026, 1, 15)
ALASAN = "Pegawai dan penilai belum menyusun rancangan"


def izinkan(
    para: Pemeran, kunci: str = "skp.pengelola_boleh_menetapkan", nilai: bool = True
) -> None:
    KebijakanInstansi.objects.create(
        instansi=para.instansi,
        kunci=kunci,
        nilai=nilai,
        sejak=dt.date(2026, 1, 1),
        dasar="SK Uji 9",
        nama_aktor="Citra Pengelola",
        dibuat_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )


def bermode(aktor: Aktor) -> Aktor:
    return replace(
        aktor, mode_petugas=ModePetugas(1, ALASAN, dt.datetime(2026, 12, 31, tzinfo=dt.UTC))
    )


def susun(para: Pemeran, siapa: Pegawai | None = None, *, pada: dt.date = GILIRAN) -> SKP:
    return services.susun_oleh_pengelola(
        aktor=bermode(para.aktor(siapa or para.citra)),
        penugasan=para.penugasan(para.andi),
        tahun=2026,
        pendekatan="kuantitatif",
        pada=pada,
    )


def isi(para: Pemeran, skp: SKP, *, pada: dt.date = GILIRAN) -> SKP:
    return services.simpan_isi(
        aktor=bermode(para.aktor(para.citra)),
        skp=skp,
        revisi=skp.revisi,
        isi=isi_lengkap(),
        pada=pada,
    )


def tetapkan(para: Pemeran, skp: SKP, *, pada: dt.date = GILIRAN) -> SKP:
    services.tetapkan_oleh_pengelola(
        aktor=bermode(para.aktor(para.citra)), skp=skp, pada=pada, revisi=skp.revisi
    )
    return SKP.objects.get(pk=skp.pk)


@contextmanager
def pada_hari(hari: dt.date) -> Iterator[None]:
    with clock.jam_beku(dt.datetime.combine(hari, dt.time(2), dt.UTC)):
        yield


def masuk(pegawai: Pegawai) -> Client:
    klien = Client()
    assert pegawai.akun is not None
    klien.force_login(pegawai.akun)
    return klien


def kunci() -> dict[str, str]:
    return {"kunci_idempoten": str(uuid.uuid4())}


def test_the_turn_of_the_pengelola_comes_the_day_after_the_second_week() -> None:
    assert giliran_pengelola(tahun=2026, mulai=dt.date(2026, 1, 1)) == GILIRAN
    # Who starts in June has as many days of their own.
    assert giliran_pengelola(tahun=2026, mulai=dt.date(2026, 6, 1)) == dt.date(2026, 6, 15)


def test_a_plan_set_by_the_pengelola_names_both_and_reaches_three_people(para: Pemeran) -> None:
    izinkan(para)
    penilai_andi = para.budi
    skp = tetapkan(para, isi(para, susun(para)))
    assert skp.status == "ditetapkan"
    assert skp.pengelola_penyusun == skp.pengelola_penetap == para.citra
    assert skp.penilai == penilai_andi
    assert skp.rekaman["penilai"]["nama"] == "Budi Penilai"
    assert skp.rekaman["pengelola"]["penetap"]["nama"] == "Citra Pengelola"
    assert {d["mutu"] for d in skp.rekaman["dasar"]} == {"teks", "ingatan"}
    # Budi is penilai and head of the unit at once: named once.
    assert list(PengirimanSKP.objects.values_list("pegawai__nama", "sebagai")) == [
        ("Andi Pegawai", "pegawai"),
        ("Budi Penilai", "penilai"),
    ]
    kejadian = Kejadian.objects.get(nama="skp.tetapkan_pengelola")
    assert kejadian.muatan["penerima"] == [para.andi.pk, para.budi.pk]
    assert TandaTerima.objects.get(aksi="tetapkan_pengelola").pegawai_id == para.citra.pk


def test_a_head_of_unit_who_isnt_the_penilai_receives_it_too(para: Pemeran) -> None:
    izinkan(para)
    tugas = para.penugasan(para.andi)
    tugas.penilai_khusus = para.fajar
    tugas.surat_penilai = "800/1"
    tugas.penilai_khusus_sejak = dt.date(2026, 1, 1)
    tugas.save()
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2026, 1, 1))
    skp = tetapkan(para, isi(para, susun(para)))
    assert dict(skp.daftar_pengiriman.values_list("pegawai__nama", "sebagai")) == {
        "Andi Pegawai": "pegawai",
        "Fajar Kepala": "penilai",
        "Budi Penilai": "pimpinan_unit",
    }


def test_it_is_refused_while_the_policy_is_off(para: Pemeran) -> None:
    with pytest.raises(StatusTidakSesuaiError, match="kebijakan instansi tidak"):
        susun(para)
    assert not SKP.objects.exists()


def test_it_is_refused_until_the_second_week_has_passed(para: Pemeran) -> None:
    izinkan(para)
    with pytest.raises(StatusTidakSesuaiError, match="14 Januari 2026"):
        susun(para, pada=MINGGU_KEDUA)
    assert susun(para, pada=GILIRAN).status == "draf"


@pytest.mark.parametrize("nama", ["andi", "budi", "fajar", "eka", "dewi"])
def test_nobody_but_the_pengelola_of_the_unit_drafts_so(para: Pemeran, nama: str) -> None:
    izinkan(para)
    with pytest.raises(TidakBerwenangError):
        susun(para, getattr(para, nama))


def test_a_pengelola_never_drafts_the_own_plan_so(para: Pemeran) -> None:
    izinkan(para)
    with pytest.raises(TidakBerwenangError, match="dirinya sendiri"):
        services.susun_oleh_pengelola(
            aktor=bermode(para.aktor(para.citra)),
            penugasan=para.penugasan(para.citra),
            tahun=2026,
            pendekatan="kuantitatif",
            pada=GILIRAN,
        )


def test_it_needs_mode_petugas(para: Pemeran) -> None:
    izinkan(para)
    with pytest.raises(TidakBerwenangError, match="mode petugas"):
        services.susun_oleh_pengelola(
            aktor=para.aktor(para.citra),
            penugasan=para.penugasan(para.andi),
            tahun=2026,
            pendekatan="kuantitatif",
            pada=GILIRAN,
        )


def test_a_draft_of_the_person_is_neither_replaced_nor_set(para: Pemeran) -> None:
    izinkan(para)
    skp = draf(para, para.andi)
    with pytest.raises(StatusTidakSesuaiError, match="sudah ada"):
        susun(para)
    simpan(para, skp, isi_lengkap())
    skp.refresh_from_db()
    with pytest.raises(TidakBerwenangError):
        isi(para, skp)
    with pytest.raises(StatusTidakSesuaiError, match="pegawai"):
        tetapkan(para, skp)


def test_the_person_takes_the_draft_over_by_saving(para: Pemeran) -> None:
    izinkan(para)
    skp = isi(para, susun(para))
    simpan(para, skp, isi_lengkap("Tersedianya data yang diisi Andi"), pada=GILIRAN)
    skp.refresh_from_db()
    with pytest.raises(StatusTidakSesuaiError, match="diambil alih"):
        tetapkan(para, skp)
    with pytest.raises(TidakBerwenangError):
        isi(para, skp)
    services.ajukan_skp(aktor=para.aktor(para.andi), skp=skp, pada=GILIRAN)
    services.tetapkan_skp(aktor=para.aktor(para.budi), skp=skp, pada=GILIRAN)
    skp.refresh_from_db()
    assert skp.pengelola_penyusun == para.citra
    assert skp.pengelola_penetap is None
    assert not PengirimanSKP.objects.exists()


def test_a_draft_sent_and_taken_back_belongs_to_the_person(para: Pemeran) -> None:
    izinkan(para)
    skp = isi(para, susun(para))
    services.ajukan_skp(aktor=para.aktor(para.andi), skp=skp, pada=GILIRAN)
    services.tarik_skp(aktor=para.aktor(para.andi), skp=skp, pada=GILIRAN)
    skp = SKP.objects.get(pk=skp.pk)
    assert skp.status == "draf"
    with pytest.raises(StatusTidakSesuaiError, match="diambil alih"):
        tetapkan(para, skp)


def test_an_empty_draft_is_not_set(para: Pemeran) -> None:
    izinkan(para)
    skp = susun(para)
    with pytest.raises(MasukanSalahError, match="Lengkapi"):
        tetapkan(para, skp)
    assert SKP.objects.get(pk=skp.pk).status == "draf"
    assert not PengirimanSKP.objects.exists()


def test_only_the_persons_own_earlier_plan_may_be_copied(para: Pemeran) -> None:
    izinkan(para)
    rekan = ditetapkan(para, para.budi)
    with pytest.raises(TidakBerwenangError, match="pegawai itu sendiri"):
        services.susun_oleh_pengelola(
            aktor=bermode(para.aktor(para.citra)),
            penugasan=para.penugasan(para.andi),
            tahun=2026,
            pendekatan="kuantitatif",
            pada=GILIRAN,
            salin_dari=rekan,
        )


def test_the_pages_lead_from_the_list_to_a_set_and_sent_plan(para: Pemeran) -> None:
    izinkan(para)
    citra, andi, budi = masuk(para.citra), masuk(para.andi), masuk(para.budi)
    alamat = reverse("skp:pengelola_susun", args=[para.penugasan(para.andi).pk])
    with pada_hari(MINGGU_KEDUA):
        laman = citra.get(reverse("skp:unit")).content.decode()
        assert "Mulai 15 Januari 2026 Anda boleh" in laman
        assert alamat not in laman
    with pada_hari(GILIRAN):
        assert alamat in citra.get(reverse("skp:unit")).content.decode()
        assert "Perlu mode petugas" in citra.get(alamat).content.decode()
        sesi = mulai_mode_petugas(
            aktor=para.aktor(para.citra), alasan=ALASAN, menit=60, pada=GILIRAN
        )
        sesi_web = citra.session
        from tera.organisasi.middleware import KUNCI_SESI

        sesi_web[KUNCI_SESI] = sesi.pk
        sesi_web.save()
        jawab = citra.post(alamat, {"pendekatan": "kuantitatif", "salin_dari": ""} | kunci())
        skp = SKP.objects.get()
        assert jawab["Location"] == reverse("skp:sunting", args=[skp.pk])
        assert citra.get(jawab["Location"]).status_code == 200
        isi(para, skp)
        assert (
            "Periksa dan tetapkan"
            in citra.get(reverse("skp:rincian", args=[skp.pk])).content.decode()
        )
        penetapan = reverse("skp:pengelola_tetapkan", args=[skp.pk])
        laman = citra.get(penetapan).content.decode()
        assert "Andi Pegawai" in laman
        assert "Budi Penilai" in laman
        skp.refresh_from_db()
        assert citra.post(penetapan, {"revisi": skp.revisi} | kunci()).status_code == 302
        assert "SKP Anda ditetapkan oleh pengelola" in andi.get("/").content.decode()
        assert "SKP Andi Pegawai ditetapkan oleh pengelola" in budi.get("/").content.decode()
        rincian = andi.get(reverse("skp:rincian", args=[skp.pk])).content.decode()
        assert "Disusun Citra Pengelola dan ditetapkan Citra Pengelola" in rincian
        assert "SKP Anda ditetapkan oleh pengelola" not in andi.get("/").content.decode()
        assert AksesPetugas.objects.filter(pegawai=para.andi, metode="POST").exists()
    assert PengirimanSKP.objects.get(pegawai=para.andi).dibaca_at is not None
    assert PengirimanSKP.objects.get(pegawai=para.budi).dibaca_at is None


@pytest.mark.parametrize(
    ("hari", "ingat"), [(dt.date(2026, 1, 7), False), (dt.date(2026, 1, 8), True)]
)
def test_home_reminds_from_the_first_day_of_the_second_week(
    para: Pemeran, hari: dt.date, ingat: bool
) -> None:
    with pada_hari(hari):
        budi = masuk(para.budi).get("/").content.decode()
        citra = masuk(para.citra).get("/").content.decode()
        tim = masuk(para.budi).get(reverse("skp:antrean")).content.decode()
    assert ("1 anggota tim belum punya rancangan" in budi) is ingat
    assert ("pegawai belum punya rancangan" in citra) is ingat
    assert "Andi Pegawai" in tim


def test_home_is_silent_where_the_instansi_switched_the_reminder_off(para: Pemeran) -> None:
    izinkan(para, "skp.pengingat_minggu_kedua", nilai=False)
    with pada_hari(dt.date(2026, 1, 9)):
        assert "belum punya rancangan" not in masuk(para.budi).get("/").content.decode()
        assert "belum punya rancangan" not in masuk(para.citra).get("/").content.decode()


def test_home_stops_reminding_about_people_who_have_a_draft(para: Pemeran) -> None:
    draf(para, para.andi)
    with pada_hari(dt.date(2026, 1, 20)):
        assert "anggota tim belum punya" not in masuk(para.budi).get("/").content.decode()


def test_a_plan_page_of_a_set_plan_costs_at_most_twelve_queries(
    para: Pemeran, django_assert_max_num_queries
) -> None:
    izinkan(para)
    skp = tetapkan(para, isi(para, susun(para)))
    klien = masuk(para.andi)
    klien.get(reverse("skp:rincian", args=[skp.pk]))
    with django_assert_max_num_queries(12):
        klien.get(reverse("skp:rincian", args=[skp.pk]))


def test_the_print_names_the_pengelola_in_place_of_an_agreement(para: Pemeran) -> None:
    from tera.dokumen.selectors import susun as susun_dokumen

    izinkan(para)
    skp = tetapkan(para, isi(para, susun(para)))
    dokumen = susun_dokumen(aktor=para.aktor(para.andi), jenis="skp", objek_id=skp.pk)
    assert "Citra Pengelola" in dokumen.tanda_penilai.keterangan
    assert "sampai 14 Januari 2026 belum ada rancangan" in dokumen.catatan
    assert dokumen.tanda_pegawai.keterangan == ""
