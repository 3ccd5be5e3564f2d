"""Opening evaluations: all of a period by a daily job when it ends, or one on demand.

Idempotent: an evaluation is one per assignment and period; the loser of a race finds the winner's.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import JejakAudit
from tera.core.sisip import sisip_baris
from tera.evaluasi.models import Evaluasi, Keberatan, SebabTandaTangan
from tera.evaluasi.selectors.pembukaan import (
    BERLAKU,
    PenilaiTugas,
    cocok_jenis,
    keberatan_menunggu,
    pasangan_dekat,
    penilai_banyak,
    periode_berakhir,
    skp_dievaluasi,
    status_khusus,
)
from tera.organisasi import kebijakan
from tera.organisasi import permissions as organisasi_permissions
from tera.organisasi.models import JenisPeriode, Pegawai, Periode
from tera.skp.models import SKP

POTONG = 500
#: So long after its end a period is still looked at: plans set late get their evaluation.
HARI_LIHAT = 120
_SATU_HARI = dt.timedelta(days=1)


@transaction.atomic
def buka_evaluasi(*, aktor: Aktor, skp: SKP, periode: Periode, pada: dt.date) -> Evaluasi:
    """Return the evaluation of ``skp`` in ``periode``, opened by the first who comes.

    The rater opens it to rate, the person to write the swakaji.

    Raises:
        StatusTidakSesuaiError: the plan isn't in force, or the period hasn't begun.
        MasukanSalahError: the plan isn't in force in that period, or the person's evaluation is of
            another kind.
        TidakBerwenangError: the aktor is neither the rater nor the person.
    """
    if skp.status not in BERLAKU:
        raise StatusTidakSesuaiError(
            _("Evaluasi belum bisa dibuka: SKP %(nama)s masih “%(status)s”. Tetapkan SKP-nya dulu.")
            % {"nama": skp.pegawai.nama_lengkap, "status": skp.get_status_display()}
        )
    if skp.mulai > periode.selesai or skp.selesai < periode.mulai:
        raise MasukanSalahError(
            _(
                "SKP ini berlaku %(mulai)s sampai %(selesai)s, di luar %(periode)s. "
                "Pilih periode lain."
            )
            % {
                "mulai": f"{skp.mulai:%d-%m-%Y}",
                "selesai": f"{skp.selesai:%d-%m-%Y}",
                "periode": periode,
            }
        )
    penilai = penilai_banyak(daftar=[skp], pada=pada)[skp.pk]
    peran = organisasi_permissions.peran_terhadap(aktor=aktor, penugasan=skp.penugasan, pada=pada)
    saya = aktor.pegawai_id
    boleh = {"penilai", "pegawai"} & peran or saya in {skp.penilai_id, penilai.penilai_id}
    if not boleh or saya is None:
        raise TidakBerwenangError(
            _(
                "Evaluasi hanya dibuka oleh pejabat penilai atau pegawainya sendiri. Bila "
                "penilainya salah, laporkan dari beranda."
            )
        )
    ada = Evaluasi.objects.filter(skp__penugasan=skp.penugasan_id, periode=periode).first()
    if ada is not None:
        return ada
    if pada < periode.mulai:
        raise StatusTidakSesuaiError(
            _("%(periode)s belum mulai. Evaluasinya dibuka sesudah hari pertamanya.")
            % {"periode": periode}
        )
    aturan = kebijakan.semua(instansi_id=skp.instansi_id, pada=pada)
    pilihan = pilihan_periodik(periode=periode, aturan=aturan)
    if not cocok_jenis(status=skp.pegawai.status, periode=periode, pilihan=pilihan):
        raise MasukanSalahError(
            _("%(nama)s tidak dievaluasi pada %(periode)s: jenis periodenya lain.")
            % {"nama": skp.pegawai.nama_lengkap, "periode": periode}
        )
    try:
        with transaction.atomic():
            return _tulis(aktor, [skp], {skp.pk: penilai}, periode, aturan, pada)[0]
    except IntegrityError:
        return Evaluasi.objects.get(skp__penugasan=skp.penugasan_id, periode=periode)


def buka_periode(*, aktor: Aktor, periode: Periode, pada: dt.date) -> int:
    """Open every evaluation of a period that ended; returns how many were opened.

    Batches of 500 in their own transactions, six queries each. Two openers wait for each other on
    the period's row; whoever opens a single one in between makes this batch look again.

    Raises:
        StatusTidakSesuaiError: the period hasn't ended.
    """
    if pada <= periode.selesai:
        raise StatusTidakSesuaiError(
            _("Evaluasi %(periode)s dibuka sesudah %(hari)s.")
            % {"periode": periode, "hari": f"{periode.selesai:%d-%m-%Y}"}
        )
    aturan = kebijakan.semua(instansi_id=periode.instansi_id, pada=pada)
    pilihan = pilihan_periodik(periode=periode, aturan=aturan)
    jumlah = 0
    ulang = 0
    while True:
        try:
            with transaction.atomic():
                Periode.objects.select_for_update(of=("self",)).get(pk=periode.pk)
                daftar = list(
                    skp_dievaluasi(periode=periode, pilihan=pilihan)
                    .select_related("penugasan", "pegawai")
                    .order_by("pk")[:POTONG]
                )
                # An assignment has one plan in force; a closed one beside it is older.
                per_tugas = {skp.penugasan_id: skp for skp in daftar}
                daftar = list(per_tugas.values())
                if not daftar:
                    return jumlah
                penilai = penilai_banyak(daftar=daftar, pada=pada)
                _tulis(aktor, daftar, penilai, periode, aturan, pada)
        except IntegrityError:
            ulang += 1
            if ulang > 20:
                raise
            continue
        jumlah += len(daftar)


def pilihan_periodik(*, periode: Periode, aturan: dict[str, Any]) -> str:
    """Return the kind of part the instansi's year really has, else the policy's choice.

    The policy may have changed since the year was opened: what was opened counts.
    """
    khusus = set(status_khusus(pada=periode.selesai).values())
    ada = set(
        Periode.objects.filter(instansi_id=periode.instansi_id, tahun=periode.tahun)
        .exclude(jenis=JenisPeriode.TAHUNAN)
        .values_list("jenis", flat=True)
        .distinct()
    )
    if ada - khusus:
        return str(next(iter(ada - khusus)))
    return str(next(iter(ada), aturan["evaluasi.jenis_periode"]))


def _tulis(
    aktor: Aktor,
    daftar: Sequence[SKP],
    penilai: dict[int, PenilaiTugas],
    periode: Periode,
    aturan: dict[str, Any],
    pada: dt.date,
) -> list[Evaluasi]:
    orang = [skp.pegawai_id for skp in daftar]
    dekat = pasangan_dekat(daftar_pegawai=orang, pada=pada)
    keberatan = keberatan_menunggu(daftar_pegawai=orang)
    sebab = {skp.pk: _sebab_tanda_tangan(skp, penilai[skp.pk], dekat, keberatan) for skp in daftar}
    baru = Evaluasi.objects.bulk_create(
        [
            Evaluasi(
                instansi_id=skp.instansi_id,
                skp=skp,
                pegawai_id=skp.pegawai_id,
                periode=periode,
                unit_id=skp.penugasan.unit_id,
                penilai_id=penilai[skp.pk].penilai_id,
                perlu_tanda_tangan_atasan=bool(sebab[skp.pk]),
                sebab_tanda_tangan=sebab[skp.pk],
                tanda_buta=penilai[skp.pk].atasan_penilai_id is not None
                and kena_undian(skp=skp, periode=periode, aturan=aturan),
            )
            for skp in daftar
        ]
    )
    for satu in baru:
        nomor = keberatan.get((satu.pegawai_id, satu.penilai_id or 0))
        if nomor and satu.perlu_tanda_tangan_atasan:
            Keberatan.objects.filter(pk__in=nomor).update(penilaian_berikut=satu)
    sisip_baris(
        JejakAudit,
        [
            audit.susun(
                aktor=aktor,
                rantai=f"evaluasi:{satu.pk}",
                urut=1,
                sidik_sebelum=audit.AWAL_RANTAI,
                aksi="buka",
                jenis="evaluasi",
                objek_id=satu.pk,
                teks_bidang=audit.kanonik_bidang(
                    {
                        "skp_id": satu.skp_id,
                        "periode_id": periode.pk,
                        "penilai_id": satu.penilai_id,
                        "tanda_buta": satu.tanda_buta,
                    }
                ),
            )
            for satu in baru
        ],
    )
    return baru


def _sebab_tanda_tangan(
    skp: SKP,
    penilai: PenilaiTugas,
    dekat: Collection[frozenset[int]],
    keberatan: Mapping[tuple[int, int], Collection[int]],
) -> str:
    """Why this rating waits for the atasan penilai; empty: it doesn't.

    After an objection only where somebody is above: nobody waits for nobody.
    """
    if frozenset({skp.pegawai_id, penilai.penilai_id or 0}) in dekat:
        return SebabTandaTangan.HUBUNGAN_DEKAT
    if penilai.atasan_penilai_id and (skp.pegawai_id, penilai.penilai_id or 0) in keberatan:
        return SebabTandaTangan.SESUDAH_KEBERATAN
    return ""


def kena_undian(*, skp: SKP, periode: Periode, aturan: dict[str, Any]) -> bool:
    """Whether the atasan penilai is asked for blind marks on this person.

    The draw is a keyed digest of assignment and period: the same every time, known to nobody
    beforehand, and nobody can draw again.
    """
    if aturan["evaluasi.tanda_buta"] != "sampel":
        return bool(aturan["evaluasi.tanda_buta"] == "semua")
    undian = audit.sidik_kunci("tanda_buta", str(periode.pk), str(skp.penugasan_id))
    return int(undian[:8], 16) % 10_000 < int(aturan["evaluasi.tanda_buta_persen"]) * 100


def lengkapi_triwulan(*, tahunan: Periode, pada: dt.date) -> int:
    """Make the quarters that PPPK paruh waktu need in a year opened with months; returns how many.

    Nothing where nobody needs them or they exist.
    """
    khusus = status_khusus(pada=tahunan.selesai)
    bagian = set(
        Periode.objects.filter(instansi_id=tahunan.instansi_id, tahun=tahunan.tahun)
        .exclude(jenis=JenisPeriode.TAHUNAN)
        .values_list("jenis", flat=True)
        .distinct()
    )
    perlu = {
        jenis
        for status, jenis in khusus.items()
        if jenis not in bagian
        and Pegawai.objects.filter(instansi_id=tahunan.instansi_id, status=status).exists()
    }
    if JenisPeriode.TRIWULAN not in perlu or not bagian:
        return 0
    jeda = dt.timedelta(
        days=kebijakan.nilai(
            instansi_id=tahunan.instansi_id, kunci="evaluasi.hari_setelah_periode", pada=pada
        )
    )
    batas = [dt.date(tahunan.tahun, 3 * n + 1, 1) for n in range(4)]
    akhir = [satu - _SATU_HARI for satu in (*batas[1:], dt.date(tahunan.tahun + 1, 1, 1))]
    return len(
        Periode.objects.bulk_create(
            [
                Periode(
                    instansi_id=tahunan.instansi_id,
                    tahun=tahunan.tahun,
                    jenis=JenisPeriode.TRIWULAN,
                    urut=urut,
                    mulai=mulai,
                    selesai=selesai,
                    batas_evaluasi=selesai + jeda,
                    dibuka_pada=max(tahunan.dibuka_pada, mulai),
                )
                for urut, (mulai, selesai) in enumerate(zip(batas, akhir, strict=True), start=1)
            ],
            ignore_conflicts=True,
        )
    )


def buka_yang_berakhir(*, instansi_id: int, zona: str, pada: dt.date) -> int:
    """The daily look of one instansi: open what ended; returns how many were opened."""
    aktor = Aktor.sistem(instansi_id, zona)
    sejak = pada - dt.timedelta(days=HARI_LIHAT)
    for tahunan in Periode.objects.filter(
        instansi_id=instansi_id, jenis=JenisPeriode.TAHUNAN, mulai__lte=pada, selesai__gte=sejak
    ):
        lengkapi_triwulan(tahunan=tahunan, pada=pada)
    return sum(
        buka_periode(aktor=aktor, periode=periode, pada=pada)
        for periode in list(
            islice(periode_berakhir(instansi_id=instansi_id, pada=pada, sejak=sejak), 200)
        )
    )
