"""What a drafter may choose from: the leader's RHK, planning lines, plans to copy."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.models import AnggotaTim, ButirPerencanaan, JenisButir, Penugasan, Penyiap
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.skp.models import SKP, RencanaHasilKerja

STATUS_BERLAKU = (
    SKP.Status.DRAF,
    SKP.Status.DIAJUKAN,
    SKP.Status.DIKEMBALIKAN,
    SKP.Status.DITETAPKAN,
)
STATUS_SALIN = (SKP.Status.DITETAPKAN, SKP.Status.DITUTUP)


def rhk_pimpinan_tersedia(*, skp: SKP, pada: dt.date) -> QuerySet[RencanaHasilKerja]:
    """Return the RHK of the rater and of team leaders that ``skp`` may be tied to.

    A leader's unsent draft counts too: nobody waits. While a new version is drafted, the version
    in force is offered.
    """
    pimpinan = Q(skp__pegawai_id=skp.penilai_id) if skp.penilai_id else Q(pk__in=[])
    ketua = AnggotaTim.objects.filter(
        berlaku_pada(pada), berlaku_pada(pada, "tim__"), pegawai_id=skp.pegawai_id
    ).values("tim__ketua_id")
    return (
        RencanaHasilKerja.objects.filter(
            pimpinan | Q(skp__pegawai_id__in=ketua),
            skp__tahun=skp.tahun,
            skp__status__in=STATUS_BERLAKU,
        )
        .exclude(teks="")
        .exclude(skp__pegawai_id=skp.pegawai_id)
        .exclude(
            skp__sebelumnya__isnull=False,
            skp__status__in=[SKP.Status.DRAF, SKP.Status.DIAJUKAN, SKP.Status.DIKEMBALIKAN],
        )
        .select_related("skp__pegawai")
        .order_by("skp__pegawai__nama", "skp_id", "-jenis", "urut", "id")
    )


def butir_tersedia(*, skp: SKP) -> QuerySet[ButirPerencanaan]:
    """Return the lines a leader's RHK may hang on: perjanjian kinerja and sasaran of the units

    from the own unit up to the top, in force inside the year of the plan.
    """
    daftar_unit = [int(bagian) for bagian in skp.penugasan.unit.path.split("/")[1:] if bagian]
    return (
        ButirPerencanaan.objects.filter(
            instansi_id=skp.instansi_id,
            unit_id__in=daftar_unit,
            jenis__in=[JenisButir.PERJANJIAN, JenisButir.SASARAN],
            sejak__lte=skp.selesai,
        )
        .exclude(sampai__lt=skp.mulai)
        .select_related("unit")
        .order_by("-unit__path", "jenis", "nomor", "id")
    )


def boleh_disalin(*, aktor: Aktor, pada: dt.date) -> QuerySet[SKP]:
    """Return the plans whose rows may be copied: one's own, those one prepares, and set plans of

    colleagues in the same unit with the same kind of post. Only texts are copied.
    """
    if aktor.pegawai_id is None:
        return SKP.objects.none()
    disiapkan = Penyiap.objects.filter(berlaku_pada(pada), penyiap_id=aktor.pegawai_id).values(
        "pejabat_id"
    )
    sejenis = Penugasan.objects.filter(
        berlaku_pada(pada),
        pegawai_id=aktor.pegawai_id,
        unit=OuterRef("penugasan__unit"),
        jabatan__jenis=OuterRef("penugasan__jabatan__jenis"),
    )
    return (
        SKP.objects.filter(instansi_id=aktor.instansi_id)
        .filter(
            Q(pegawai_id=aktor.pegawai_id)
            | Q(pegawai_id__in=disiapkan)
            | Q(Exists(sejenis), status__in=STATUS_SALIN)
        )
        .exclude(status=SKP.Status.DIBATALKAN)
    )


def daftar_salinan(*, aktor: Aktor, skp: SKP | None, pada: dt.date) -> QuerySet[SKP]:
    """Return the plans to copy from, one's own first, newest first; at most 40."""
    daftar = boleh_disalin(aktor=aktor, pada=pada).exclude(status=SKP.Status.DIGANTIKAN)
    if skp is not None:
        daftar = daftar.exclude(pk=skp.pk)
    return daftar.select_related("pegawai", "penugasan__jabatan", "penugasan__unit").order_by(
        "-tahun", "pegawai__nama", "-versi"
    )[:40]


def pimpinan_punya_skp(*, skp: SKP) -> bool:
    """Whether the rater has any plan of the year with an RHK to tie to."""
    if skp.penilai_id is None:
        return False
    return RencanaHasilKerja.objects.filter(
        ~Q(teks=""),
        skp__pegawai_id=skp.penilai_id,
        skp__tahun=skp.tahun,
        skp__status__in=STATUS_BERLAKU,
    ).exists()


def penugasan_susun(*, aktor: Aktor) -> QuerySet[Penugasan]:
    """Return the assignments the aktor may draft for: one's own, then the officials' one prepares.

    Coming ones too: the plan is drafted in the year before.
    """
    if aktor.pegawai_id is None:
        return Penugasan.objects.none()
    hari = aktor.hari_ini
    disiapkan = Penyiap.objects.filter(berlaku_pada(hari), penyiap_id=aktor.pegawai_id).values(
        "pejabat_id"
    )
    return (
        Penugasan.objects.filter(instansi_id=aktor.instansi_id)
        .filter(Q(pegawai_id=aktor.pegawai_id) | Q(pegawai_id__in=disiapkan))
        .exclude(sampai__lt=hari)
        .annotate(milik_lain=~Q(pegawai_id=aktor.pegawai_id))
        .select_related("pegawai", "jabatan", "unit", "instansi")
        .order_by("milik_lain", "pegawai__nama", "jenis", "sejak")
    )
