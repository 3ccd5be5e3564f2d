"""Setting the predikat: one person or many, by the same rules.

The predikat always equals the matrix of the two ratings, after the capaian of the unit
(PermenPANRB 6/2022 Pasal 24-25): nothing that is posted can set it, and another one is refused.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from tera.core import workflow
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TeraError
from tera.core.kueri import DaftarNomor, Isian, kueri_siap, kunci_bersama
from tera.core.workflow import HasilLangkah
from tera.core.workflow_massal import Giliran, jalankan_banyak
from tera.evaluasi import selectors
from tera.evaluasi.models import CapaianOrganisasi, CatatanKerja, Evaluasi
from tera.evaluasi.permissions import peran_banyak, peran_terhadap_evaluasi
from tera.evaluasi.saran import Riwayat
from tera.evaluasi.selectors.capaian import capaian_banyak
from tera.evaluasi.selectors.distribusi import distribusi_unit
from tera.evaluasi.selectors.pembukaan import penilai_banyak
from tera.evaluasi.selectors.umpan import umpan_banyak
from tera.evaluasi.services.kunci import kunci_banyak, kunci_evaluasi
from tera.evaluasi.services.penilaian import HasilBanyak, galat_predikat, galat_rating_pimpinan
from tera.evaluasi.services.rekaman import IsiRekaman, Sebutan, susun_rekaman
from tera.evaluasi.services.tinjauan import pesan_tanda_tangan
from tera.organisasi import kebijakan
from tera.organisasi.models import JenisPeriode, Pegawai, UnitKerja
from tera.organisasi.selectors.identitas import Identitas, identitas
from tera.pelaksanaan.selectors import bahan_banyak
from tera.pelaksanaan.services import tutup_bahan
from tera.regulasi.kategori import Rating
from tera.regulasi.predikat import PredikatKinerja, predikat_kinerja
from tera.skp.models import EkspektasiPerilaku

POTONG = 500


@transaction.atomic
def tetapkan_evaluasi(
    *, aktor: Aktor, evaluasi: Evaluasi, pada: dt.date, predikat: str = ""
) -> HasilLangkah:
    """Set the predikat: the matrix of the two ratings, on the law of ``pada``, frozen with people.

    ``predikat``: what the sender takes it to be; empty where nothing is claimed.

    Raises:
        StatusTidakSesuaiError: not rated yet, the unit's capaian isn't set (order of law), a
            counter-signature or an owed reason or evidence is missing; another ``predikat``.
        TidakBerwenangError: the aktor isn't the rater.
    """
    kini = kunci_evaluasi(evaluasi)
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=kini, pada=pada)
    workflow.langkah_berlaku(
        jenis="evaluasi", aksi="tetapkan", status=kini.status, daftar_peran=peran, objek_id=kini.pk
    )
    siap, ditolak = _siapkan([kini], pada)
    if ditolak:
        raise ditolak[0][1]
    lain = galat_predikat(
        hasil=kini.rating_hasil_kerja,
        perilaku=kini.rating_perilaku_kerja,
        predikat=predikat,
        pada=pada,
    )
    if lain:
        raise StatusTidakSesuaiError(lain["predikat"][0])
    hasil = workflow.jalankan(
        objek=kini,
        jenis="evaluasi",
        aksi="tetapkan",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang=siap[0].bidang,
    )
    tutup_bahan(daftar_penugasan=[kini.skp.penugasan_id], periode=kini.periode)
    return hasil


def tetapkan_banyak(*, aktor: Aktor, daftar: Collection[Evaluasi], pada: dt.date) -> HasilBanyak:
    """Set the predikat of many: the rules of the single step, written in bulk.

    Who can't be set stays as they are and is told why. Each batch of 500 is one transaction.
    """
    return banyak(daftar, lambda pks: _tetapkan_potong(aktor, pks, pada))


def banyak(daftar: Collection[Evaluasi], kerjakan: Any) -> HasilBanyak:
    """Run one bulk act in batches and join what it did."""
    pks = sorted({satu.pk for satu in daftar})
    berhasil: list[tuple[Evaluasi, str]] = []
    ditolak: list[tuple[Evaluasi, str]] = []
    for awal in range(0, len(pks), POTONG):
        hasil = kerjakan(pks[awal : awal + POTONG])
        berhasil += hasil.berhasil
        ditolak += hasil.ditolak
    return HasilBanyak(tuple(berhasil), tuple(ditolak))


def boleh_langkah(
    aksi: str, aktor: Aktor, daftar: Sequence[Evaluasi], pada: dt.date
) -> tuple[list[Evaluasi], dict[int, frozenset[str]], list[tuple[Evaluasi, str]]]:
    """Split rows into those whose step the aktor may take now, and those refused and why."""
    peran = peran_banyak(aktor=aktor, daftar=daftar, pada=pada)
    boleh: list[Evaluasi] = []
    ditolak: list[tuple[Evaluasi, str]] = []
    for satu in daftar:
        try:
            workflow.langkah_berlaku(
                jenis="evaluasi",
                aksi=aksi,
                status=satu.status,
                daftar_peran=peran[satu.pk],
                objek_id=satu.pk,
            )
        except TeraError as galat:
            ditolak.append((satu, galat.pesan))
        else:
            boleh.append(satu)
    return boleh, peran, ditolak


@transaction.atomic
def _tetapkan_potong(aktor: Aktor, pks: Sequence[int], pada: dt.date) -> HasilBanyak:
    daftar = kunci_banyak(pks, pada)
    boleh, peran, ditolak = boleh_langkah("tetapkan", aktor, daftar, pada)
    siap, tertahan = _siapkan(boleh, pada)
    ditolak += [(satu, galat.pesan) for satu, galat in tertahan]
    hasil = jalankan_banyak(
        jenis="evaluasi",
        aksi="tetapkan",
        aktor=aktor,
        daftar=[Giliran(satu.evaluasi, peran[satu.evaluasi.pk], satu.bidang) for satu in siap],
        pada=pada,
    )
    per_periode: defaultdict[int, list[Evaluasi]] = defaultdict(list)
    for satu in siap:
        per_periode[satu.evaluasi.periode_id].append(satu.evaluasi)
    for kelompok in per_periode.values():
        tutup_bahan(
            daftar_penugasan=[satu.skp.penugasan_id for satu in kelompok],
            periode=kelompok[0].periode,
        )
    return HasilBanyak(
        tuple((satu.evaluasi, nomor) for satu, nomor in zip(siap, hasil, strict=True)),
        tuple(ditolak),
    )


def putusan_banyak(
    *, daftar: Sequence[Evaluasi], pada: dt.date
) -> tuple[list[tuple[Evaluasi, dict[str, Any]]], list[tuple[Evaluasi, str]]]:
    """Return what setting writes for each, and who can't be set and why: the rules, no step.

    For a writer that takes the step of many raters in one go (the demo's past): it takes the step
    with ``core.massal`` and closes the material with ``tutup_bahan``, as above.
    """
    siap, tertahan = _siapkan(daftar, pada)
    return (
        [(satu.evaluasi, satu.bidang) for satu in siap],
        [(satu, galat.pesan) for satu, galat in tertahan],
    )


@dataclass(frozen=True, slots=True)
class _Siap:
    evaluasi: Evaluasi
    bidang: dict[str, Any]


def _siapkan(
    daftar: Sequence[Evaluasi], pada: dt.date
) -> tuple[list[_Siap], list[tuple[Evaluasi, StatusTidakSesuaiError]]]:
    """Decide for each row what is written, or why not: queries grow with units, not with people."""
    siap: list[_Siap] = []
    ditolak: list[tuple[Evaluasi, StatusTidakSesuaiError]] = []
    per_periode: defaultdict[int, list[Evaluasi]] = defaultdict(list)
    for satu in daftar:
        per_periode[satu.periode_id].append(satu)
    for kelompok in per_periode.values():
        bahan = _Bahan(kelompok, pada)
        for satu in kelompok:
            try:
                siap.append(_Siap(satu, bahan.putusan(satu)))
            except StatusTidakSesuaiError as galat:
                ditolak.append((satu, galat))
    return siap, ditolak


@kueri_siap(daftar=DaftarNomor())
def _tanda(daftar: Isian) -> QuerySet[Any, Any]:
    return CatatanKerja.objects.filter(
        Q(oleh=CatatanKerja.Oleh.PENILAI)
        | Q(oleh=CatatanKerja.Oleh.PEGAWAI, evaluasi__swakaji__dikirim_at__isnull=False),
        evaluasi__in=daftar,
    ).values_list("evaluasi_id", "oleh", "unsur", "kunci", "level", "teks")


@kueri_siap(daftar=DaftarNomor())
def _ekspektasi(daftar: Isian) -> QuerySet[Any, Any]:
    return EkspektasiPerilaku.objects.filter(skp__in=daftar).values_list(
        "skp_id", "nilai", "ekspektasi_khusus"
    )


@kueri_siap(daftar=DaftarNomor())
def _orang(daftar: Isian) -> QuerySet[Pegawai]:
    return Pegawai.objects.filter(pk__in=daftar).select_related("instansi")


@kunci_bersama(daftar=DaftarNomor())
def _capaian_terkunci(daftar: Isian) -> QuerySet[CapaianOrganisasi]:
    return (
        CapaianOrganisasi.objects.select_for_update(of=("self",))
        .filter(pk__in=daftar)
        .select_related("unit")
        .order_by("pk")
    )


class _Bahan:
    """What the decisions of one period stand on, read once for all of them."""

    def __init__(self, daftar: Sequence[Evaluasi], pada: dt.date) -> None:
        self.pada = pada
        self.periode = daftar[0].periode
        self.aturan = kebijakan.semua(instansi_id=daftar[0].instansi_id, pada=pada)
        daftar_skp = [satu.skp for satu in daftar]
        self.capaian = self._kunci_capaian(daftar)
        self.bahan = bahan_banyak(daftar_skp=daftar_skp, periode=self.periode)
        self.umpan = umpan_banyak(daftar=daftar)
        self.hubungan = penilai_banyak(daftar=daftar_skp, pada=pada)
        self.seri = (
            selectors.seri_banyak(daftar=daftar)
            if self.periode.jenis == JenisPeriode.TAHUNAN
            else {}
        )
        self.tanda: defaultdict[int, dict[tuple[str, str, str], tuple[str, str]]] = defaultdict(
            dict
        )
        for pk, oleh, unsur, kunci, level, teks in _tanda(daftar=[e.pk for e in daftar]):
            self.tanda[pk][oleh, unsur, kunci] = (level, teks)
        self.ekspektasi: defaultdict[int, dict[str, str]] = defaultdict(dict)
        for skp_id, nilai, teks in _ekspektasi(daftar=[skp.pk for skp in daftar_skp]):
            self.ekspektasi[skp_id][nilai] = teks
        atasan = {h.atasan_penilai_id for h in self.hubungan.values() if h.atasan_penilai_id}
        self.atasan: dict[int, Pegawai] = {satu.pk: satu for satu in _orang(daftar=atasan)}
        self._orang: dict[int, Identitas] = {}
        self.sebutan = Sebutan()
        self._distribusi: dict[int, dict[str, Any]] = {}

    def _kunci_capaian(
        self, daftar: Sequence[Evaluasi]
    ) -> dict[int, tuple[UnitKerja, CapaianOrganisasi | None]]:
        """The capaian of each unit, held until the end: whoever changes one waits, and then sees

        the predikat that stand on it.
        """
        per_unit = capaian_banyak(
            daftar={
                satu.skp.penugasan.unit_id: satu.skp.penugasan.unit for satu in daftar
            }.values(),
            periode=self.periode,
        )
        terkunci = {
            satu.pk: satu
            for satu in _capaian_terkunci(
                daftar={capaian.pk for _unit, capaian in per_unit.values() if capaian}
            )
        }
        return {
            pk: (unit, terkunci.get(capaian.pk) if capaian else None)
            for pk, (unit, capaian) in per_unit.items()
        }

    def putusan(self, evaluasi: Evaluasi) -> dict[str, Any]:
        """Return the columns of the decision.

        Raises:
            StatusTidakSesuaiError: what stands in the way.
        """
        if not (evaluasi.rating_hasil_kerja and evaluasi.rating_perilaku_kerja):
            raise StatusTidakSesuaiError(
                _(
                    "Predikat belum bisa ditetapkan: kedua rating harus ada, hasil kerja dan "
                    "perilaku kerja. Buka penilaiannya, lalu lengkapi."
                )
            )
        unit, capaian = self.capaian[evaluasi.skp.penugasan.unit_id]
        if capaian is None:
            raise StatusTidakSesuaiError(
                _(
                    "Predikat belum bisa ditetapkan: capaian %(unit)s untuk %(periode)s belum "
                    "ditetapkan. Urutannya: capaian organisasi, pola distribusi, lalu predikat "
                    "(PermenPANRB 6/2022 Pasal 24–25). Minta pimpinan di atas unit itu "
                    "menetapkannya."
                )
                % {"unit": unit.nama, "periode": self.periode}
            )
        predikat = predikat_kinerja(
            hasil_kerja=Rating(evaluasi.rating_hasil_kerja),
            perilaku_kerja=Rating(evaluasi.rating_perilaku_kerja),
            pada=self.pada,
        )
        self._pastikan(evaluasi, unit, capaian.level, predikat)
        hubungan = self.hubungan[evaluasi.skp_id]
        swakaji = getattr(evaluasi, "swakaji", None)
        isi = IsiRekaman(
            evaluasi=evaluasi,
            pegawai=identitas(pegawai=evaluasi.pegawai, penugasan=evaluasi.skp.penugasan),
            penilai=self._identitas(evaluasi.penilai),
            atasan_penilai=self._identitas(self.atasan.get(hubungan.atasan_penilai_id or 0)),
            capaian=capaian,
            predikat=predikat,
            bahan=self.bahan[evaluasi.skp_id],
            tanda=self.tanda[evaluasi.pk],
            ekspektasi=self.ekspektasi[evaluasi.skp_id],
            seri=self.seri.get(evaluasi.pk, ()),
            umpan=self.umpan[evaluasi.pk],
            distribusi=self._keadaan(evaluasi.skp.penugasan.unit),
            aturan=self.aturan,
            swakaji_dikirim=swakaji.dikirim_at if swakaji else None,
            pada=self.pada,
        )
        return {
            "predikat": predikat.predikat.value,
            "ditetapkan_pada": self.pada,
            "buka_kembali_disetujui_oleh": None,
            "alasan_buka_kembali": "",
            "rekaman": susun_rekaman(isi, self.sebutan),
        }

    def _pastikan(
        self, evaluasi: Evaluasi, unit: UnitKerja, level: str, predikat: PredikatKinerja
    ) -> None:
        tugas = evaluasi.skp.penugasan
        if tugas.memimpin_unit and unit.pk == tugas.unit_id:
            galat = galat_rating_pimpinan(
                nama_unit=unit.nama, level=level, hasil=evaluasi.rating_hasil_kerja, pada=self.pada
            )
            if galat:
                raise StatusTidakSesuaiError(
                    _("Predikat belum bisa ditetapkan. %(sebab)s")
                    % {"sebab": " ".join(p for d in galat.values() for p in d)}
                )
        if evaluasi.perlu_tanda_tangan_atasan and evaluasi.disetujui_oleh_id is None:
            raise StatusTidakSesuaiError(pesan_tanda_tangan(evaluasi))
        beda = Riwayat(self.seri.get(evaluasi.pk, ())).beda(predikat.predikat)
        if beda and not evaluasi.alasan_beda:
            raise StatusTidakSesuaiError(
                _(
                    "Predikat belum bisa ditetapkan: “%(predikat)s” %(beda)s. Buka penilaiannya, "
                    "lalu tulis alasannya."
                )
                % {"predikat": predikat.predikat.label, "beda": beda}
            )
        if self.aturan["evaluasi.wajib_bukti"]:
            tanpa = self.bahan[evaluasi.skp_id].tanpa_bukti
            if tanpa:
                raise StatusTidakSesuaiError(
                    _(
                        "Predikat belum bisa ditetapkan: realisasi “%(rhk)s” belum disertai bukti "
                        "dukung, dan instansi ini mewajibkannya. Minta pegawai melampirkannya."
                    )
                    % {"rhk": tanpa[0]}
                )

    def _identitas(self, pegawai: Pegawai | None) -> Identitas:
        kunci = pegawai.pk if pegawai else 0
        if kunci not in self._orang:
            self._orang[kunci] = identitas(pegawai=pegawai, pada=self.pada)
        return self._orang[kunci]

    def _keadaan(self, unit_orang: UnitKerja) -> dict[str, Any]:
        """The distribution of the person's unit as it stood when the batch began."""
        unit, _capaian = self.capaian[unit_orang.pk]
        if self.aturan["evaluasi.unit_distribusi"] == "opd" and unit_orang.opd is not None:
            unit = unit_orang.opd
        if unit.pk not in self._distribusi:
            self._distribusi[unit.pk] = {
                "unit": unit.nama,
                **distribusi_unit(
                    unit=unit,
                    periode=self.periode,
                    capaian=selectors.capaian_unit(unit=unit, periode=self.periode),
                    pada=self.pada,
                    aturan=self.aturan,
                ).ringkas(),
            }
        return self._distribusi[unit.pk]
