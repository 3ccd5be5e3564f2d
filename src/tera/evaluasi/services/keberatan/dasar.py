"""What every act on an objection needs: the rows held, the parts, ids for those who listen."""

from typing import Any

from tera.core.aktor import Aktor
from tera.evaluasi.models import Evaluasi, Keberatan
from tera.evaluasi.services.kunci import kunci_evaluasi


def kunci_keberatan(keberatan: Keberatan) -> tuple[Keberatan, Evaluasi]:
    """Return the objection and its evaluation held against other writers: the evaluation first."""
    evaluasi = kunci_evaluasi(Evaluasi(pk=keberatan.evaluasi_id))
    kini = (
        Keberatan.objects.select_for_update(of=("self",))
        .select_related("kepada")
        .get(pk=keberatan.pk)
    )
    kini.evaluasi = evaluasi
    return kini, evaluasi


def peran_keberatan(*, aktor: Aktor, keberatan: Keberatan) -> frozenset[str]:
    """Return the parts towards an objection: who decides acts as atasan penilai, no one else.

    The person and the rater of record never decide, whatever else they are.
    """
    evaluasi = keberatan.evaluasi
    saya = aktor.pegawai_id
    if saya is None:
        return frozenset()
    if saya == evaluasi.pegawai_id:
        return frozenset({"pegawai"})
    if saya == evaluasi.penilai_id:
        return frozenset({"penilai"})
    return frozenset({"atasan_penilai"} if saya == keberatan.kepada_id else ())


def muatan(keberatan: Keberatan) -> dict[str, Any]:
    """The ids an event of an objection carries: who is concerned, never a word of it."""
    evaluasi = keberatan.evaluasi
    return {
        "keberatan_id": keberatan.pk,
        "evaluasi_id": evaluasi.pk,
        "pegawai_id": evaluasi.pegawai_id,
        "penilai_id": evaluasi.penilai_id,
        "kepada_id": keberatan.kepada_id,
    }
