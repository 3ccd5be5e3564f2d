"""The Matriks Peran Hasil of one plan: columns, people, cells."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.models import AnggotaTim, HubunganPenilai, Pegawai, Penugasan
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.skp.models import SKP, PesertaMatriks, RencanaHasilKerja, SelMatriks
from tera.skp.selectors.pilihan import STATUS_BERLAKU


@dataclass(frozen=True, slots=True)
class Peserta:
    """One row of the matrix: the person, their post, and why they are here."""

    pegawai: Pegawai
    jabatan: str
    peran: str


@dataclass(frozen=True, slots=True)
class Sel:
    """One cell: rows already in the person's plan, and the leader's own text with its state.

    ``keadaan``: ``kosong``, ``menunggu`` (no draft yet), ``masuk`` (a row exists), ``usulan``.
    """

    rhk_id: int
    pegawai_id: int
    teks: str
    teks_usulan: str
    sifat: str
    keadaan: str
    daftar_lain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarisMatriks:
    """One person with their cells in the order of the columns."""

    peserta: Peserta
    daftar_sel: tuple[Sel, ...]


@dataclass(frozen=True, slots=True)
class Matriks:
    """The whole matrix."""

    skp: SKP
    daftar_kolom: tuple[RencanaHasilKerja, ...]
    daftar_baris: tuple[BarisMatriks, ...]


def skp_matriks_saya(*, aktor: Aktor) -> SKP | None:
    """Return the plan whose matrix the aktor leads now: set first, of the newest year."""
    if aktor.pegawai_id is None:
        return None
    daftar = SKP.objects.filter(pegawai_id=aktor.pegawai_id, status__in=STATUS_BERLAKU)
    tetap = daftar.filter(status=SKP.Status.DITETAPKAN)
    return (tetap.order_by("-tahun", "-mulai").first()) or daftar.order_by(
        "-tahun", "-mulai"
    ).first()


def daftar_peserta(*, skp: SKP, pada: dt.date) -> tuple[Peserta, ...]:
    """Return who stands in the matrix: those the leader rates, team members, added people."""
    hubungan = HubunganPenilai.objects.filter(berlaku_pada(pada), penilai_id=skp.pegawai_id)
    tim = AnggotaTim.objects.filter(
        berlaku_pada(pada), berlaku_pada(pada, "tim__"), tim__ketua_id=skp.pegawai_id
    )
    tambahan = PesertaMatriks.objects.filter(pimpinan_id=skp.pegawai_id, tahun=skp.tahun)
    sel = SelMatriks.objects.filter(rhk_pimpinan__skp=skp)
    daftar = (
        Penugasan.objects.filter(berlaku_pada(pada), instansi_id=skp.instansi_id)
        .filter(
            Q(pk__in=hubungan.values("penugasan_id"))
            | Q(pegawai_id__in=tim.values("pegawai_id"))
            | Q(pegawai_id__in=tambahan.values("pegawai_id"))
            | Q(pegawai_id__in=sel.values("pegawai_id"))
        )
        .exclude(pegawai_id=skp.pegawai_id)
        .annotate(
            langsung=Count("pk", filter=Q(pk__in=hubungan.values("penugasan_id"))),
            anggota=Count("pk", filter=Q(pegawai_id__in=tim.values("pegawai_id"))),
        )
        .select_related("pegawai", "jabatan")
        .order_by("pegawai__nama", "pk")
    )
    per_orang: dict[int, Peserta] = {}
    for tugas in daftar:
        langsung: int = tugas.langsung
        peran = "bawahan" if langsung else "tim" if tugas.anggota else "tambahan"
        ada = per_orang.get(tugas.pegawai_id)
        if ada is None or (langsung and ada.peran != "bawahan"):
            per_orang[tugas.pegawai_id] = Peserta(tugas.pegawai, tugas.jabatan.nama, peran)
    urutan = {"bawahan": 0, "tim": 1, "tambahan": 2}
    return tuple(
        sorted(per_orang.values(), key=lambda p: (urutan[p.peran], p.pegawai.nama, p.pegawai.pk))
    )


def matriks_peran_hasil(*, skp: SKP, pada: dt.date) -> Matriks:
    """Return the matrix of ``skp``: four queries whatever its size."""
    kolom = tuple(skp.daftar_rhk.exclude(teks=""))
    peserta = daftar_peserta(skp=skp, pada=pada)
    daftar_sel = {
        (sel.rhk_pimpinan_id, sel.pegawai_id): sel
        for sel in SelMatriks.objects.filter(rhk_pimpinan__skp=skp)
    }
    turunan: dict[tuple[int | None, int], list[RencanaHasilKerja]] = defaultdict(list)
    for rhk in (
        RencanaHasilKerja.objects.filter(rhk_pimpinan__skp=skp, skp__status__in=STATUS_BERLAKU)
        .select_related("skp")
        .order_by("skp__versi", "urut")
    ):
        turunan[rhk.rhk_pimpinan_id, rhk.skp.pegawai_id].append(rhk)
    baris = tuple(
        BarisMatriks(
            satu,
            tuple(
                _sel(
                    rhk.pk,
                    satu.pegawai.pk,
                    daftar_sel.get((rhk.pk, satu.pegawai.pk)),
                    turunan.get((rhk.pk, satu.pegawai.pk), []),
                )
                for rhk in kolom
            ),
        )
        for satu in peserta
    )
    return Matriks(skp, kolom, baris)


def _sel(
    rhk_id: int, pegawai_id: int, sel: SelMatriks | None, turunan: list[RencanaHasilKerja]
) -> Sel:
    per_kunci = {rhk.kunci: rhk for rhk in turunan}
    milik = per_kunci.pop(sel.rhk_kunci, None) if sel and sel.rhk_kunci else None
    lain = tuple(dict.fromkeys(rhk.teks for rhk in per_kunci.values() if rhk.teks))
    if sel is None:
        return Sel(rhk_id, pegawai_id, "", "", "bagian", "masuk" if lain else "kosong", lain)
    keadaan = "usulan" if sel.teks_usulan else "masuk" if milik else "menunggu"
    teks = milik.teks if milik else sel.teks
    if milik is None and sel.teks_usulan == sel.teks:
        teks = ""
    return Sel(rhk_id, pegawai_id, teks, sel.teks_usulan, sel.sifat, keadaan, lain)


def turunan_terlepas(*, skp: SKP) -> QuerySet[RencanaHasilKerja]:
    """Return subordinates' living rows that still hang on a replaced version of this plan."""
    return (
        RencanaHasilKerja.objects.filter(
            rhk_pimpinan__skp__penugasan_id=skp.penugasan_id,
            rhk_pimpinan__skp__tahun=skp.tahun,
            rhk_pimpinan__skp__status=SKP.Status.DIGANTIKAN,
            skp__status__in=STATUS_BERLAKU,
        )
        .select_related("skp__pegawai", "rhk_pimpinan")
        .order_by("rhk_pimpinan_id", "skp__pegawai__nama")
    )


def calon_peserta(*, skp: SKP, kata: str, pada: dt.date) -> QuerySet[Penugasan]:
    """Return assignments whose holder's name or NIP matches ``kata``: whom a leader may add."""
    kata = kata.strip()
    if len(kata) < 3:
        return Penugasan.objects.none()
    return (
        Penugasan.objects.filter(berlaku_pada(pada), instansi_id=skp.instansi_id)
        .filter(Q(pegawai__nama__icontains=kata) | Q(pegawai__nip=kata))
        .exclude(pegawai_id=skp.pegawai_id)
        .select_related("pegawai", "jabatan", "unit")
        .order_by("pegawai__nama", "pk")[:20]
    )
