"""Rows written without a model are the rows a model would have written."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from tera.core.models import Kejadian, Pengguna, RiwayatStatus
from tera.core.sisip import TeksJSON, sisip_baris, sisip_massal
from tera.umpan_balik.models import TantanganTerpakai

pytestmark = pytest.mark.django_db
SAAT = dt.datetime(2026, 3, 1, 4, 5, 6, 789, tzinfo=dt.UTC)


def _isi(objek_id: int) -> dict[str, object]:
    return {
        "instansi_id": 1, "jenis": "uji", "objek_id": objek_id, "aksi": "ubah", "dari": "a",
        "ke": "b", "pengguna_id": None, "pegawai_id": 7, "nama_aktor": "Budi", "peran": "penilai",
        "mode_petugas_id": None, "alasan": "", "pada": SAAT.date(), "terjadi_at": SAAT,
    }  # fmt: skip


def test_a_row_without_a_model_equals_the_row_of_a_model() -> None:
    model = [RiwayatStatus(**_isi(nomor)) for nomor in (1, 2)]
    sisip_massal(model)
    kunci = sisip_baris(RiwayatStatus, [_isi(1), _isi(2)])
    semua = list(RiwayatStatus.objects.order_by("pk").values())
    assert [satu.pop("id") for satu in semua] == [*(satu.pk for satu in model), *kunci]
    assert semua[:2] == semua[2:]
    assert sisip_baris(RiwayatStatus, []) == []


def test_a_key_that_a_row_brings_itself_is_kept() -> None:
    sisip_massal([TantanganTerpakai(kunci="acak", pada=SAAT.date())])
    assert TantanganTerpakai.objects.get().pk == "acak"


def test_a_row_that_leaves_a_column_out_is_refused() -> None:
    kurang = _isi(1)
    del kurang["alasan"]
    with pytest.raises(KeyError, match="alasan"):
        sisip_baris(RiwayatStatus, [kurang])
    assert not RiwayatStatus.objects.exists()


def test_a_row_the_database_refuses_is_an_integrity_error_on_both_engines() -> None:
    satu = Pengguna(nama_akun="kembar", nama_tampil="Satu", password="x")
    dua = Pengguna(nama_akun="kembar", nama_tampil="Dua", password="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        sisip_massal([satu, dua])
    assert not Pengguna.objects.exists()


def test_a_day_and_an_instant_stay_what_they_are_row_by_row() -> None:
    lain = _isi(2) | {"pada": dt.date(2025, 1, 2), "terjadi_at": SAAT + dt.timedelta(seconds=1)}
    sisip_baris(RiwayatStatus, [_isi(1), lain, _isi(3)])
    assert list(RiwayatStatus.objects.order_by("pk").values_list("pada", "terjadi_at")) == [
        (satu["pada"], satu["terjadi_at"]) for satu in (_isi(1), lain, _isi(3))
    ]


def test_encoded_json_is_read_as_the_value_it_says() -> None:
    isi = {"nama": "uji", "instansi_id": 1, "terjadi_at": SAAT}
    teks = TeksJSON('{"a":"é","b":1}')
    sisip_baris(Kejadian, [isi | {"muatan": {"b": 1, "a": "é"}}, isi | {"muatan": teks}])
    satu, dua = Kejadian.objects.order_by("pk")
    assert satu.muatan == dua.muatan == {"a": "é", "b": 1}
    assert Kejadian.objects.filter(muatan__a="é").count() == 2
