"""Writes the rows of a plan: updates by key, inserts the new, deletes the missing, in bulk."""

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from tera.core.galat import MasukanSalahError
from tera.skp.isi import DAFTAR_BAGIAN, DAFTAR_NILAI, IsiRHK, IsiSKP, kunci_sah
from tera.skp.models import (
    SKP,
    ButirLampiran,
    EkspektasiPerilaku,
    IndikatorKinerja,
    RencanaHasilKerja,
    SelMatriks,
)

BIDANG_RHK = (
    "jenis",
    "klasifikasi",
    "teks",
    "rhk_pimpinan_id",
    "butir_perencanaan_id",
    "perspektif",
    "penugasan_dari",
    "penugasan_khusus",
    "tautkan_nanti",
)
BIDANG_INDIKATOR = ("aspek", "teks", "target", "satuan", "kode_pustaka")


def tulis_isi(skp: SKP, isi: IsiSKP, *, pertahankan_kunci: bool = False) -> frozenset[str]:
    """Make the stored rows of ``skp`` equal ``isi``; returns which parts changed.

    ``pertahankan_kunci`` keeps the keys of ``isi`` for new rows: a new version of the same plan.

    Raises:
        MasukanSalahError: an RHK that subordinates support was removed.
    """
    berubah = set()
    if _tulis_rhk(skp, isi, pertahankan_kunci):
        berubah.add("rhk")
    if _tulis_perilaku(skp, isi):
        berubah.add("perilaku")
    if _tulis_lampiran(skp, isi):
        berubah.add("lampiran")
    return frozenset(berubah)


def _tulis_rhk(skp: SKP, isi: IsiSKP, pertahankan_kunci: bool) -> bool:
    lama = {rhk.kunci: rhk for rhk in RencanaHasilKerja.objects.filter(skp=skp)}
    dipakai: dict[object, RencanaHasilKerja] = {}
    baru: list[RencanaHasilKerja] = []
    diubah: list[RencanaHasilKerja] = []
    pasangan: list[tuple[RencanaHasilKerja, IsiRHK]] = []
    for urut, satu in enumerate(isi.daftar_rhk, start=1):
        kunci = kunci_sah(satu.kunci)
        rhk = lama.get(kunci) if kunci and kunci not in dipakai else None
        if rhk is None:
            rhk = RencanaHasilKerja(skp=skp)
            if kunci and pertahankan_kunci:
                rhk.kunci = kunci
            baru.append(rhk)
        nilai = {nama: getattr(satu, nama) for nama in BIDANG_RHK} | {"urut": urut}
        if rhk.pk and any(getattr(rhk, nama) != isi_ for nama, isi_ in nilai.items()):
            diubah.append(rhk)
        for nama, isi_ in nilai.items():
            setattr(rhk, nama, isi_)
        dipakai[rhk.kunci] = rhk
        pasangan.append((rhk, satu))
    hilang = [rhk for kunci, rhk in lama.items() if kunci not in dipakai]
    if hilang:
        hapus_rhk(hilang)
    RencanaHasilKerja.objects.bulk_create(baru)
    if diubah:
        RencanaHasilKerja.objects.bulk_update(diubah, [*BIDANG_RHK, "urut"])
    berubah_indikator = _tulis_indikator(skp, pasangan, pertahankan_kunci)
    return bool(hilang or baru or diubah or berubah_indikator)


def hapus_rhk(daftar: list[RencanaHasilKerja]) -> None:
    """Delete RHK rows; refuse those that subordinates' rows or filled cells hang on."""
    daftar_pk = [rhk.pk for rhk in daftar]
    SelMatriks.objects.filter(rhk_pimpinan__in=daftar_pk, teks="").delete()
    try:
        RencanaHasilKerja.objects.filter(pk__in=daftar_pk).delete()
    except ProtectedError as galat:
        terikat = {getattr(satu, "rhk_pimpinan_id", None) for satu in galat.protected_objects}
        nama = "; ".join(f"“{rhk.teks[:80]}”" for rhk in daftar if rhk.pk in terikat)
        raise MasukanSalahError(
            _(
                "RHK %(nama)s tidak bisa dihapus: RHK bawahan masih mendukungnya. Pindahkan dulu "
                "turunannya ke RHK lain dari Matriks Peran Hasil, lalu hapus."
            )
            % {"nama": nama},
            kode="rhk_punya_turunan",
        ) from None


def _tulis_indikator(
    skp: SKP, pasangan: list[tuple[RencanaHasilKerja, IsiRHK]], pertahankan_kunci: bool
) -> bool:
    lama = {ind.kunci: ind for ind in IndikatorKinerja.objects.filter(rhk__skp=skp)}
    dipakai: set[object] = set()
    baru: list[IndikatorKinerja] = []
    diubah: list[IndikatorKinerja] = []
    for rhk, satu in pasangan:
        for urut, isi_ind in enumerate(satu.daftar_indikator, start=1):
            kunci = kunci_sah(isi_ind.kunci)
            ind = lama.get(kunci) if kunci and kunci not in dipakai else None
            if ind is None:
                ind = IndikatorKinerja()
                if kunci and pertahankan_kunci:
                    ind.kunci = kunci
                baru.append(ind)
            nilai = {nama: getattr(isi_ind, nama) for nama in BIDANG_INDIKATOR}
            nilai |= {"urut": urut, "rhk_id": rhk.pk}
            if ind.pk and any(getattr(ind, nama) != isi_ for nama, isi_ in nilai.items()):
                diubah.append(ind)
            for nama, isi_ in nilai.items():
                setattr(ind, nama, isi_)
            dipakai.add(ind.kunci)
    hilang = [ind.pk for kunci, ind in lama.items() if kunci not in dipakai]
    if hilang:
        IndikatorKinerja.objects.filter(pk__in=hilang).delete()
    IndikatorKinerja.objects.bulk_create(baru)
    if diubah:
        IndikatorKinerja.objects.bulk_update(diubah, [*BIDANG_INDIKATOR, "urut", "rhk_id"])
    return bool(hilang or baru or diubah)


def _tulis_perilaku(skp: SKP, isi: IsiSKP) -> bool:
    ada = {satu.nilai: satu for satu in EkspektasiPerilaku.objects.filter(skp=skp)}
    baru = []
    diubah = []
    for nilai in DAFTAR_NILAI:
        teks = isi.perilaku.get(nilai, "").strip()
        satu = ada.get(nilai)
        if satu is None:
            baru.append(EkspektasiPerilaku(skp=skp, nilai=nilai, ekspektasi_khusus=teks))
        elif satu.ekspektasi_khusus != teks:
            satu.ekspektasi_khusus = teks
            diubah.append(satu)
    EkspektasiPerilaku.objects.bulk_create(baru)
    if diubah:
        EkspektasiPerilaku.objects.bulk_update(diubah, ["ekspektasi_khusus"])
    return bool(diubah or any(satu.ekspektasi_khusus for satu in baru))


def _tulis_lampiran(skp: SKP, isi: IsiSKP) -> bool:
    ada = [
        (butir.bagian, butir.teks)
        for butir in ButirLampiran.objects.filter(skp=skp).order_by("bagian", "urut", "id")
    ]
    ingin = [
        (bagian, teks.strip(), urut)
        for bagian in sorted(DAFTAR_BAGIAN)
        for urut, teks in enumerate(isi.lampiran.get(bagian, ()), start=1)
        if teks.strip()
    ]
    if ada == [(bagian, teks) for bagian, teks, _urut in ingin]:
        return False
    ButirLampiran.objects.filter(skp=skp).delete()
    ButirLampiran.objects.bulk_create(
        [ButirLampiran(skp=skp, bagian=b, teks=t, urut=u) for b, t, u in ingin]
    )
    return True
