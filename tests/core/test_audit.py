"""The audit chain shows a change, a deletion, a reorder and a forged link."""

import copy
import datetime as dt

import pytest

from pemeran import buat_pemeran
from tera.core import audit
from tera.core.models import JejakAudit
from tera.core.sisip import TeksJSON

pytestmark = pytest.mark.django_db


def _rantai(jumlah: int = 4) -> list[JejakAudit]:
    para = buat_pemeran()
    for nomor in range(jumlah):
        audit.catat(
            aktor=para.aktor(para.budi), rantai="uji:1", aksi="ubah", jenis="uji", objek_id=1,
            bidang={"nilai": nomor},
        )  # fmt: skip
    return list(JejakAudit.objects.filter(rantai="uji:1").order_by("urut"))


def test_a_whole_chain_is_whole() -> None:
    hasil = audit.verifikasi(_rantai())
    assert hasil.utuh
    assert hasil.jumlah_baris == 4


@pytest.mark.parametrize("bidang", ["aksi", "objek_id", "pegawai_id", "sidik_bidang", "terjadi_at"])
def test_a_changed_link_is_found(bidang: str) -> None:
    rantai = _rantai()
    lain = {"aksi": "hapus", "objek_id": 2, "pegawai_id": 99, "sidik_bidang": {"nilai": "0" * 32},
            "terjadi_at": rantai[0].terjadi_at}  # fmt: skip
    setattr(rantai[1], bidang, lain[bidang])
    hasil = audit.verifikasi(rantai)
    assert [(urut, sebab) for _r, urut, sebab in hasil.daftar_putus] == [
        (2, "isi baris berubah setelah ditulis")
    ]


def test_a_removed_link_is_found() -> None:
    rantai = _rantai()
    del rantai[1]
    assert any("hilang" in sebab for _r, _u, sebab in audit.verifikasi(rantai).daftar_putus)


def test_a_link_that_was_forged_with_a_fresh_digest_breaks_the_next_one() -> None:
    rantai = _rantai()
    palsu = copy.copy(rantai[1])
    palsu.aksi = "hapus"
    palsu.sidik = audit.hitung_sidik(palsu)
    rantai[1] = palsu
    putus = audit.verifikasi(rantai).daftar_putus
    assert [(urut, sebab) for _r, urut, sebab in putus] == [
        (3, "tidak menyambung pada baris sebelumnya")
    ]


def test_two_links_that_changed_places_are_found() -> None:
    rantai = _rantai()
    rantai[1], rantai[2] = rantai[2], rantai[1]
    assert not audit.verifikasi(rantai).utuh


def test_the_fields_joined_are_the_canonical_text_of_the_whole() -> None:
    isi = {"z": {"b": [1, None], "a": "é"}, "a": dt.date(2026, 1, 2), 'é"': True}
    assert audit.gabung(audit.kanonik_bidang(isi)) == audit.kanonik(isi)
    assert audit.gabung({}) == audit.kanonik({})
    assert audit.kanonik(TeksJSON(audit.kanonik(isi))) == audit.kanonik(isi)
