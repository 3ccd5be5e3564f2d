"""The default rubrik: complete, marked as a proposal, and refusing gaps."""

from pathlib import Path

import pytest

from tera.skp.pustaka import PustakaError, rubrik_bawaan
from tera.skp.pustaka import rubrik_pustaka as rp

BERKAS = Path(rp.__file__).with_name("rubrik.toml")


def test_every_unsur_has_three_levels_with_criteria_and_two_examples() -> None:
    rubrik = rubrik_bawaan()
    assert len(rubrik.daftar_kriteria) == 24
    for unsur in rp.UNSUR:
        for tingkat in rp.TINGKAT:
            kriteria = rubrik.kriteria(unsur, tingkat)
            assert kriteria.kode == f"{unsur}.{tingkat}"
            assert len(kriteria.uraian) >= 2
            assert len(kriteria.contoh) == 2


def test_no_sentence_is_used_twice() -> None:
    kalimat = [s for k in rubrik_bawaan().daftar_kriteria for s in (*k.uraian, *k.contoh)]
    assert len(set(kalimat)) == len(kalimat)


def test_it_says_that_it_is_a_proposal_and_which_version() -> None:
    assert rubrik_bawaan().sifat == "usulan, bukan peraturan"
    assert rubrik_bawaan().versi


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(PustakaError, match=r"BP\.istimewa"):
        rubrik_bawaan().kriteria("BP", "istimewa")


@pytest.mark.parametrize(
    ("dari", "ke", "pesan"),
    [
        ('kode = "BP.sesuai"', 'kode = "BP.cukup"', "harus BP.sesuai"),
        ('tingkat = "sesuai"', 'tingkat = "sedang"', "tidak dikenal"),
        ('unsur = "BP"', 'unsur = "XX"', "tidak dikenal"),
        ('sifat = "usulan, bukan peraturan"', 'sifat = ""', "kosong"),
    ],
)
def test_a_wrong_rubrik_is_refused(tmp_path: Path, dari: str, ke: str, pesan: str) -> None:
    berkas = tmp_path / "rubrik.toml"
    berkas.write_text(BERKAS.read_text(encoding="utf-8").replace(dari, ke), encoding="utf-8")
    with pytest.raises(PustakaError, match=pesan):
        rp.muat_rubrik(berkas)


def test_a_missing_level_is_refused(tmp_path: Path) -> None:
    potongan = BERKAS.read_text(encoding="utf-8").rsplit("[[kriteria]]", 1)[0]
    berkas = tmp_path / "rubrik.toml"
    berkas.write_text(potongan, encoding="utf-8")
    with pytest.raises(PustakaError, match=r"kurang KOL\.di_bawah"):
        rp.muat_rubrik(berkas)
