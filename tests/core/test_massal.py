"""Many steps at once: the same rows as one by one, and they verify."""

import datetime as dt
from dataclasses import replace

import pytest

from evaluasi.panggung import skp_ditetapkan
from pemeran import Pemeran, buat_pemeran
from tera.core import audit, kejadian, massal, tanda_terima, workflow
from tera.core.models import JejakAudit, Kejadian, PengirimanKejadian, RiwayatStatus, TandaTerima
from tera.core.sisip import ubah_massal
from tera.skp.models import SKP

pytestmark = pytest.mark.django_db
PADA = dt.date(2026, 2, 1)


def _dua_skp(para: Pemeran) -> list[SKP]:
    daftar = [skp_ditetapkan(para), skp_ditetapkan(para, para.citra)]
    SKP.objects.update(status="diajukan", penilai=para.budi)
    return daftar


def _langkah(para: Pemeran, daftar: list[SKP]) -> list[massal.LangkahMassal]:
    return [
        massal.LangkahMassal(
            objek_id=satu.pk,
            instansi_id=satu.instansi_id,
            jenis="skp",
            langkah=massal.langkah("skp", "tetapkan", "diajukan"),
            aktor=para.aktor(para.budi),
            peran="penilai",
            pada=PADA,
            bidang={"ditetapkan_pada": PADA},
        )
        for satu in daftar
    ]


def test_many_steps_leave_the_rows_of_single_steps(django_assert_max_num_queries) -> None:
    para = buat_pemeran()
    daftar = _dua_skp(para)
    workflow.jalankan(
        objek=SKP.objects.get(pk=daftar[0].pk), jenis="skp", aksi="tarik",
        aktor=para.aktor(para.andi), daftar_peran={"pegawai"}, pada=PADA,
    )  # fmt: skip
    workflow.jalankan(
        objek=SKP.objects.get(pk=daftar[0].pk), jenis="skp", aksi="ajukan",
        aktor=para.aktor(para.andi), daftar_peran={"pegawai"}, pada=PADA,
    )  # fmt: skip
    # One of them writes the deliveries: the notifications listen to this step.
    with django_assert_max_num_queries(19):
        pindah = massal.pindahkan(model=SKP, daftar=_langkah(para, daftar))
    assert list(pindah) == [satu.pk for satu in daftar]
    assert pindah == dict(
        TandaTerima.objects.filter(aksi="tetapkan").values_list("objek_id", "nomor")
    )
    assert set(SKP.objects.values_list("status", "ditetapkan_pada")) == {("ditetapkan", PADA)}
    assert RiwayatStatus.objects.filter(aksi="tetapkan", nama_aktor="Budi Penilai").count() == 2
    assert Kejadian.objects.filter(nama="skp.tetapkan").count() == 2
    assert audit.verifikasi().utuh
    assert JejakAudit.objects.get(rantai=f"skp:{daftar[0].pk}", aksi="tetapkan").urut == 3
    for satu in TandaTerima.objects.filter(aksi="tetapkan"):
        assert tanda_terima.sah(satu.token) == satu


def test_a_json_column_is_proven_by_link_and_receipt_as_in_a_single_step() -> None:
    para = buat_pemeran()
    daftar = _dua_skp(para)
    rekaman = {"z": "Ñ", "a": [1, {"y": None, "b": "2"}]}
    langkah = [
        replace(satu, bidang=satu.bidang | {"rekaman": rekaman}) for satu in _langkah(para, daftar)
    ]
    massal.pindahkan(model=SKP, daftar=langkah)
    for satu in daftar:
        kini = SKP.objects.get(pk=satu.pk)
        assert kini.rekaman == rekaman
        jejak = JejakAudit.objects.get(rantai=f"skp:{satu.pk}", aksi="tetapkan")
        assert audit.cocok(jejak, "rekaman", kini.rekaman)
        assert audit.cocok(jejak, "ditetapkan_pada", PADA)
        tanda = TandaTerima.objects.get(objek_id=satu.pk, aksi="tetapkan")
        assert tanda.sidik_isi == tanda_terima.sidik_isi(
            {"ditetapkan_pada": PADA, "rekaman": rekaman, "status": "ditetapkan", "alasan": ""}
        )
    assert langkah[0].bidang["rekaman"] is rekaman


def test_the_rows_of_one_step_carry_one_instant() -> None:
    para = buat_pemeran()
    massal.pindahkan(model=SKP, daftar=_langkah(para, _dua_skp(para)))
    saat = {
        satu
        for model in (RiwayatStatus, JejakAudit, TandaTerima)
        for satu in model.objects.filter(aksi="tetapkan").values_list("terjadi_at", flat=True)
    }
    saat |= set(Kejadian.objects.filter(nama="skp.tetapkan").values_list("terjadi_at", flat=True))
    assert len(saat) == 1


def test_a_document_that_moved_meanwhile_is_left_alone() -> None:
    para = buat_pemeran()
    daftar = _dua_skp(para)
    SKP.objects.filter(pk=daftar[1].pk).update(status="draf")
    assert massal.pindahkan(model=SKP, daftar=_langkah(para, daftar)).keys() == {daftar[0].pk}
    assert RiwayatStatus.objects.filter(aksi="tetapkan").count() == 1
    assert SKP.objects.get(pk=daftar[1].pk).status == "draf"


def test_many_rows_change_in_the_named_columns_alone(django_assert_num_queries) -> None:
    para = buat_pemeran()
    daftar = _dua_skp(para)
    for nomor, satu in enumerate(daftar):
        satu.rekaman = {"nomor": nomor}
        satu.ditetapkan_pada = PADA
        satu.alasan_perubahan = "tidak ikut ditulis"
    with django_assert_num_queries(1):
        ubah_massal(daftar, ["rekaman", "ditetapkan_pada"])
    for nomor, satu in enumerate(daftar):
        kini = SKP.objects.get(pk=satu.pk)
        assert (kini.rekaman, kini.ditetapkan_pada) == ({"nomor": nomor}, PADA)
        assert kini.alasan_perubahan == ""
    ubah_massal([], ["rekaman"])


@pytest.mark.parametrize("antar", [True, False])
def test_events_wait_for_the_worker_or_are_kept_from_everybody(
    antar: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    para = buat_pemeran()
    datang: list[int] = []
    monkeypatch.setitem(
        kejadian._daftar_penerima,
        "skp.tetapkan",
        {"uji": lambda satu: datang.append(satu.muatan["id"])},
    )
    daftar = _dua_skp(para)
    massal.pindahkan(model=SKP, daftar=_langkah(para, daftar), antar=antar)
    assert not datang
    assert PengirimanKejadian.objects.filter(penerima="uji").count() == (2 if antar else 0)
    kejadian.antar_tertunda()
    assert datang == ([satu.pk for satu in daftar] if antar else [])


def test_a_step_the_table_does_not_know_is_an_error() -> None:
    with pytest.raises(LookupError):
        massal.langkah("skp", "tetapkan", "draf")
