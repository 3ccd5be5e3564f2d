"""Who reads an objection, and which ones: both sides and who decides read it all.

A pengelola learns that it exists, who decides and until when; the words open in *mode petugas*
only. Anybody else who may read the result may not read the objection.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from tera.core.aktor import Aktor
from tera.evaluasi.models import BuktiKeberatan, Evaluasi, Keberatan
from tera.evaluasi.permissions import dengan_penilai, peran_terhadap_evaluasi
from tera.evaluasi.selectors.kertas import SUDAH_DISAMPAIKAN
from tera.evaluasi.selectors.terlihat import PERAN_PEMBACA, evaluasi_dibuka
from tera.organisasi import permissions as organisasi

#: What nobody needs in a list.
BERAT = ("rekaman_awal", "alasan", "pertimbangan", "alasan_hasil", "alasan_perilaku")
DAFTAR = 25
#: Final too: an objection handed in on time counts, also when it is recorded late.
BISA_DIKEBERATANKAN = (Evaluasi.Status.DISAMPAIKAN, Evaluasi.Status.FINAL)


@dataclass(frozen=True, slots=True)
class BerkasKeberatan:
    """An evaluation with its objection (None: none yet), and what the aktor is to it.

    Attributes:
        peran: ``pegawai``, ``penilai``, ``pemutus``, ``pengelola``; several, or none.
        penuh: whether the words may be read.
    """

    evaluasi: Evaluasi
    keberatan: Keberatan | None
    peran: frozenset[str]
    penuh: bool


def keberatan_dibuka(*, aktor: Aktor, pk: int) -> BerkasKeberatan | None:
    """Return the objection page of one evaluation as far as the aktor may read it, or None."""
    evaluasi = evaluasi_dibuka(aktor=aktor, pk=pk) or _milik_pengelola(aktor, pk)
    if evaluasi is None:
        return None
    keberatan = keberatan_evaluasi(evaluasi=evaluasi)
    saya = aktor.pegawai_id
    peran: set[str] = set()
    if saya == evaluasi.pegawai_id:
        peran.add("pegawai")
    elif saya is not None and saya == evaluasi.penilai_id:
        peran.add("penilai")
    elif saya is not None and keberatan is not None and saya == keberatan.kepada_id:
        peran.add("pemutus")
    petugas = peran_terhadap_evaluasi(aktor=aktor, evaluasi=evaluasi, pada=aktor.hari_ini)
    if "pengelola" in petugas:
        peran.add("pengelola")
    penuh = bool(peran - {"pengelola"}) or (
        aktor.mode_petugas is not None and bool(petugas & set(PERAN_PEMBACA))
    )
    return BerkasKeberatan(evaluasi, keberatan, frozenset(peran), penuh)


def keberatan_evaluasi(*, evaluasi: Evaluasi) -> Keberatan | None:
    """Return the objection against one result, if any, with who decides: one query."""
    satu = (
        Keberatan.objects.filter(evaluasi_id=evaluasi.pk)
        .select_related("kepada", "pemutus", "berkas_kertas")
        .first()
    )
    if satu is not None:
        satu.evaluasi = evaluasi
    return satu


def isi_keberatan(*, keberatan: Keberatan) -> dict[str, list[Any]]:
    """Return the statements and the evidence, oldest first: two queries; the caller asked who."""
    return {
        "keterangan": list(keberatan.daftar_keterangan.all()),
        "bukti": list(keberatan.daftar_bukti.select_related("berkas")),
    }


def bukti_keberatan(*, keberatan: Keberatan, pk: int) -> BuktiKeberatan | None:
    """Return one file laid beside an objection; the caller asked who reads it."""
    return keberatan.daftar_bukti.select_related("berkas").filter(pk=pk).first()


def status_resmi(evaluasi: Evaluasi) -> str:
    """Return the state as lists for others say it: whether it is final, no trace of an objection.

    Who reads a recap to decide about talent or promotion learns the result, not who objected.
    """
    return str(
        {
            Evaluasi.Status.KEBERATAN: Evaluasi.Status.DISAMPAIKAN,
            Evaluasi.Status.DIPUTUS: Evaluasi.Status.FINAL,
        }.get(Evaluasi.Status(evaluasi.status), Evaluasi.Status(evaluasi.status)).label
    )


def keberatan_terkait(*, aktor: Aktor) -> QuerySet[Keberatan]:
    """Return the objections the aktor decides, filed, or whose result the aktor gave; open first.

    The words are not read for a list.
    """
    saya = aktor.pegawai_id or 0
    return _daftar(Q(kepada_id=saya) | Q(evaluasi__pegawai_id=saya) | Q(evaluasi__penilai_id=saya))


def keberatan_pantau(*, aktor: Aktor) -> QuerySet[Keberatan]:
    """Return the objections of the units the aktor serves as pengelola: that they exist."""
    return _daftar(
        Q(instansi_id=aktor.instansi_id)
        & organisasi.cakupan_petugas(
            aktor=aktor,
            pada=aktor.hari_ini,
            peran=("pengelola",),
            kolom="evaluasi__unit__path",
        )
    )


def cari_tersampaikan(*, aktor: Aktor, kata: str) -> list[Evaluasi]:
    """Return received results a pengelola may record a paper objection against, by name or NIP.

    At most ten, newest first; two queries, no rating is read.
    """
    kata = kata.strip()
    if len(kata) < 3:
        return []
    return list(
        Evaluasi.objects.filter(
            Q(pegawai__nama__icontains=kata) | Q(pegawai__nip=kata),
            organisasi.cakupan_petugas(
                aktor=aktor, pada=aktor.hari_ini, peran=("pengelola",), kolom="unit__path"
            ),
            instansi_id=aktor.instansi_id,
            status__in=BISA_DIKEBERATANKAN,
            diterima_pada__isnull=False,
        )
        .select_related("pegawai", "periode", "unit")
        .only(
            "status", "diterima_pada",
            "pegawai__nama", "pegawai__gelar_depan", "pegawai__gelar_belakang",
            "periode__jenis", "periode__tahun", "periode__urut", "unit__nama",
        )
        .order_by("-periode__selesai", "pegawai__nama")[:10]
    )  # fmt: skip


def _daftar(syarat: Q) -> QuerySet[Keberatan]:
    return (
        Keberatan.objects.filter(syarat)
        .select_related(
            "kepada", "evaluasi__pegawai", "evaluasi__penilai", "evaluasi__periode",
            "evaluasi__unit",
        )
        .defer(*BERAT, "evaluasi__rekaman")
        .order_by("diputus_pada", "target_pada", "pk")
    )  # fmt: skip


def _milik_pengelola(aktor: Aktor, pk: int) -> Evaluasi | None:
    """A delivered result in the pengelola's reach, for the page that says only what exists."""
    if aktor.pegawai_id is None:
        return None
    return (
        dengan_penilai(
            Evaluasi.objects.filter(
                organisasi.cakupan_petugas(
                    aktor=aktor, pada=aktor.hari_ini, peran=("pengelola",), kolom="unit__path"
                ),
                instansi_id=aktor.instansi_id,
                status__in=SUDAH_DISAMPAIKAN,
                pk=pk,
            ),
            pada=aktor.hari_ini,
        )
        .select_related(
            "skp__penugasan__unit", "skp__penugasan__jabatan", "pegawai", "penilai",
            "periode__instansi", "unit",
        )
        .first()
    )  # fmt: skip
