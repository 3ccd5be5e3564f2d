"""The workflow tables: every status is reached and nobody acts out of turn."""

from __future__ import annotations

from itertools import product

import pytest

from tera.regulasi.alur import (
    ALUR,
    STATUS_AWAL,
    Peran,
    cari_langkah,
    daftar_langkah,
    daftar_status,
    diagram_mermaid,
    langkah_dari,
)
from tera.regulasi.galat import TidakDikenalError
from tera.regulasi.pemuat import PUSTAKA

JENIS = sorted(ALUR)


@pytest.mark.parametrize("jenis", JENIS)
def test_every_status_is_reached_from_the_first(jenis: str) -> None:
    tercapai = {STATUS_AWAL[jenis]}
    for _ in daftar_langkah(jenis):
        tercapai |= {satu.ke for satu in daftar_langkah(jenis) if satu.dari in tercapai}
    assert tercapai == set(daftar_status(jenis))
    assert daftar_status(jenis)[0] == STATUS_AWAL[jenis]


@pytest.mark.parametrize("jenis", JENIS)
def test_an_act_leads_one_way_from_a_status_and_is_cited(jenis: str) -> None:
    kunci = [(satu.aksi, satu.dari) for satu in daftar_langkah(jenis)]
    assert len(set(kunci)) == len(kunci)
    for satu in daftar_langkah(jenis):
        assert satu.oleh
        assert satu.dari != satu.ke
        assert all(dasar.peraturan in PUSTAKA.peraturan for dasar in satu.dasar)
        assert satu.dasar


@pytest.mark.parametrize("jenis", JENIS)
def test_every_status_act_and_part_is_answered_the_same_by_both_questions(jenis: str) -> None:
    daftar_aksi = {satu.aksi for satu in daftar_langkah(jenis)}
    for status, aksi, peran in product(daftar_status(jenis), daftar_aksi, Peran):
        langkah = cari_langkah(jenis, aksi, status)
        terbuka = [satu.aksi for satu in langkah_dari(jenis, status, peran)]
        assert (aksi in terbuka) is (langkah is not None and peran in langkah.oleh)


def test_the_auditor_and_the_helper_who_drafts_move_nothing() -> None:
    for jenis in JENIS:
        for status in daftar_status(jenis):
            assert langkah_dari(jenis, status, {Peran.AUDITOR, Peran.PENYIAP}) == ()


def test_t47_the_penilai_cannot_decide_the_objection() -> None:
    langkah = cari_langkah("keberatan", "putuskan", "klarifikasi")
    assert langkah is not None
    assert langkah.oleh == {Peran.ATASAN_PENILAI}
    assert cari_langkah("keberatan", "putuskan", "diajukan") is None
    assert langkah_dari("evaluasi", "keberatan", "penilai") == ()


def test_t46_nothing_follows_a_decided_evaluation() -> None:
    assert all(satu.dari != "diputus" for satu in ALUR["evaluasi"])


def test_a_final_evaluation_moves_only_for_an_objection_that_was_in_time() -> None:
    (langkah,) = (satu for satu in ALUR["evaluasi"] if satu.dari == "final")
    assert (langkah.aksi, langkah.ke) == ("ajukan_keberatan", "keberatan")
    assert langkah.oleh == {Peran.PEGAWAI, Peran.PENGELOLA}
    assert "terbukti diterima dalam masanya" in langkah.syarat
    # The time is the law's; that a final result may still move for it is our design.
    assert [dasar.peraturan for dasar in langkah.dasar] == ["pp-30-2019", "rancangan-tera"]


def test_the_line_of_an_skp_runs_as_drawn() -> None:
    assert [s.aksi for s in langkah_dari("skp", "draf", "pegawai")] == ["ajukan", "batalkan"]
    assert [s.aksi for s in langkah_dari("skp", "diajukan", Peran.PENILAI)] == [
        "kembalikan", "tetapkan",
    ]  # fmt: skip
    tarik = cari_langkah("skp", "tarik", "diajukan")
    assert tarik is not None
    assert (tarik.ke, tarik.label) == ("draf", "Tarik")
    assert {s.ke for s in ALUR["skp"] if s.dari == "ditetapkan"} == {"digantikan", "ditutup"}


def test_the_order_of_law_is_told_where_the_predikat_is_set() -> None:
    langkah = cari_langkah("evaluasi", "tetapkan", "dinilai")
    assert langkah is not None
    assert "Capaian organisasi" in langkah.syarat
    assert langkah.dasar[0].letak == "Pasal 24 dan Pasal 25"


def test_the_diagram_shows_every_step() -> None:
    for jenis in JENIS:
        diagram = diagram_mermaid(jenis)
        assert diagram.startswith("stateDiagram-v2\n    [*] --> " + STATUS_AWAL[jenis])
        akhir = set(daftar_status(jenis)) - {langkah.dari for langkah in ALUR[jenis]}
        assert all(f"    {status} --> [*]" in diagram for status in akhir)
        assert diagram.count(" --> ") == len(ALUR[jenis]) + 1 + len(akhir)


def test_an_unknown_kind_of_document_is_refused() -> None:
    with pytest.raises(TidakDikenalError, match="tidak punya alur"):
        langkah_dari("surat", "draf", "pegawai")
