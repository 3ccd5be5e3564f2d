"""Home's one query: every room owns its words, and home stays within its queries."""

import pytest

from tera.core.kueri import Isian
from tera.web import tugas_gabungan
from tera.web.tugas_gabungan import BIDANG, PENYUMBANG, Penyumbang


def test_no_two_rooms_use_the_same_word() -> None:
    semua = [kata for satu in PENYUMBANG for kata in satu.kata]
    assert len(semua) == len(set(semua)) == len(tugas_gabungan.PER_KATA)


@pytest.mark.parametrize("satu", PENYUMBANG, ids=lambda satu: sorted(satu.kata)[0])
def test_the_words_of_a_room_are_those_of_its_parts(satu: Penyumbang) -> None:
    isian = {nama: Isian(nama, bidang) for nama, bidang in BIDANG.items()}
    bagian = [*satu.bagian(isian), *satu.bagian_pengelola(isian)]
    assert {str(kueri.query.annotations["kata"].value) for kueri in bagian} == satu.kata
