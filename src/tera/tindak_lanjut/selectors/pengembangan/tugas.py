"""What development asks of a person, as parts of home's one query."""

import datetime as dt
import json
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    DateField,
    Exists,
    F,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce

from tera.core.kueri import Isian
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors import SUDAH_DISAMPAIKAN
from tera.organisasi import kebijakan
from tera.organisasi.models import HubunganPenilai
from tera.organisasi.selectors import berlaku_pada
from tera.tindak_lanjut.models import (
    DampakPelatihan,
    KegiatanPengembangan,
    Nominasi,
    Pendampingan,
    PesertaPelatihan,
    RencanaPengembangan,
    UsulTugas,
)
from tera.tindak_lanjut.selectors.giliran import PEJABAT, giliran_petugas
from tera.tindak_lanjut.selectors.pengembangan.dampak import HASIL_SESUDAH, KUNCI_HARI
from tera.tindak_lanjut.selectors.pengembangan.peta import LEMAH

K = KegiatanPengembangan.Status
R = RencanaPengembangan.Status
#: What the parts take besides the values that all have: how far back a weak result is offered,
#: and up to which day a target is near.
BIDANG = {"sejak_lemah": DateField(), "sampai_target": DateField()}
KATA = frozenset(
    {"kembang_lemah", "kembang_kembali", "kembang_target", "kembang_setuju", "kembang_bukti",
     "kembang_dampak", "kembang_dampak_lama", "kembang_pasangan", "kembang_nominasi",
     "kembang_tugas", "kembang_sertifikat"}
)  # fmt: skip


def bagian(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return the parts: (word, pk, "", until when, how many)."""
    saya, pada = isian["saya"], isian["pada"]
    dinilai = HubunganPenilai.objects.filter(berlaku_pada(pada), penilai_id=saya).values(
        "penugasan__pegawai_id"
    )
    return [
        _satu_satu("kembang_lemah", _lemah(saya, isian["sejak_lemah"]), "pk"),
        _satu_satu(
            "kembang_kembali",
            RencanaPengembangan.objects.filter(pegawai_id=saya, status=R.DIKEMBALIKAN),
            "pk",
        ),
        _kelompok(
            "kembang_target",
            KegiatanPengembangan.objects.filter(
                rencana__pegawai_id=saya,
                disetujui_pada__isnull=False,
                status__in=[K.DIRENCANAKAN, K.BERJALAN],
                target_pada__lte=isian["sampai_target"],
            ).exclude(rencana__status=R.DITUTUP),
            "rencana__pegawai_id",
            "target_pada",
        ),
        _kelompok(
            "kembang_setuju",
            RencanaPengembangan.objects.filter(status=R.DIAJUKAN, pegawai_id__in=dinilai),
            "status",
            "diajukan_pada",
        ),
        _kelompok(
            "kembang_bukti",
            KegiatanPengembangan.objects.filter(status=K.SELESAI, rencana__pegawai_id__in=dinilai),
            "status",
            "selesai_pada",
        ),
        _kelompok(
            "kembang_dampak",
            _dampak(saya, dinilai).filter(Exists(HASIL_SESUDAH)),
            "status",
            "sesi__selesai",
        ),
        _dampak_lama(saya, dinilai, isian),
        _satu_satu("kembang_pasangan", _pasangan(saya), "pk"),
        _satu_satu("kembang_tugas", _usul_tugas(saya, pada), "pk"),
        _sertifikat(saya, isian["sejak_lemah"]),
    ]


def bagian_pengelola(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return what development asks of the pengelola besides: proposals to decide."""
    return _putusan(isian, ("pengelola",))


def bagian_pejabat(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return the proposals that no pengelola may decide: those a pengelola made alone."""
    return _putusan(isian, PEJABAT)


def _putusan(isian: dict[str, Isian], peran: tuple[str, ...]) -> list[QuerySet[Any, Any]]:
    """Proposals whose turn it is as one of ``peran``.

    Challenging work is decided by the atasan of the penilai; an officer is asked where the person
    has none who didn't propose it.
    """
    pada, saya = isian["pada"], isian["saya"]
    giliran = giliran_petugas(jalur="unit__path", pada=pada, saya=saya, peran=peran)
    tanpa_atasan = ~Exists(
        HubunganPenilai.objects.filter(
            berlaku_pada(pada),
            penugasan__pegawai_id=OuterRef("pegawai_id"),
            atasan_penilai__isnull=False,
        ).exclude(atasan_penilai_id=OuterRef("pengusul_id"))
    )
    return [
        _kelompok(
            "kembang_nominasi",
            Nominasi.objects.filter(
                giliran, instansi_id=isian["instansi"], status=Nominasi.Status.DIUSULKAN
            ),
            "instansi_id",
            "diusulkan_pada",
        ),
        _satu_satu(
            "kembang_tugas",
            UsulTugas.objects.filter(
                giliran,
                tanpa_atasan,
                instansi_id=isian["instansi"],
                status=UsulTugas.Status.DIUSULKAN,
            ),
            "pk",
        ),
    ]


def _lemah(saya: Isian, sejak: Isian) -> QuerySet[Evaluasi]:
    """Delivered results below Baik that no row of a plan answers yet."""
    return Evaluasi.objects.filter(
        ~Exists(
            KegiatanPengembangan.objects.filter(
                evaluasi=OuterRef("pk"), rencana__pegawai_id=OuterRef("pegawai_id")
            )
        ),
        pegawai_id=saya,
        status__in=SUDAH_DISAMPAIKAN,
        predikat__in=LEMAH,
        disampaikan_pada__gte=sejak,
    )


def _dampak(saya: Isian, dinilai: QuerySet[Any, Any]) -> QuerySet[PesertaPelatihan]:
    """Passed trainings whose question this person hasn't answered."""
    belum = {
        sisi: ~Exists(DampakPelatihan.objects.filter(peserta=OuterRef("pk"), sisi=sisi))
        for sisi in DampakPelatihan.Sisi.values
    }
    return PesertaPelatihan.objects.filter(status=PesertaPelatihan.Status.LULUS).filter(
        (Q(pegawai_id=saya) & Q(belum["pegawai"]))
        | (Q(pegawai_id__in=dinilai) & Q(belum["penilai"]))
    )


def _dampak_lama(
    saya: Isian, dinilai: QuerySet[Any, Any], isian: dict[str, Isian]
) -> QuerySet[Any, Any]:
    """Trainings that no result followed, by their last day, with the stored days of the policy.

    A day less so many days isn't written alike on both databases, so ``dampak_matang`` compares.
    """
    hari = kebijakan.kolom_nilai(
        instansi_id=isian["instansi"], kunci=KUNCI_HARI, pada=isian["pada"]
    )
    baris: QuerySet[Any, Any] = (
        _dampak(saya, dinilai)
        .filter(~Exists(HASIL_SESUDAH), sesi__selesai__lt=isian["pada"])
        .order_by()
        .annotate(
            kata=Value("kembang_dampak_lama"),
            isi=Coalesce(Cast(Subquery(hari), CharField()), Value("")),
            batas=F("sesi__selesai"),
        )
        .values("kata", "isi", "batas")
        .annotate(pertama=Min("pk"), n=Count("pk"))
        .values_list("kata", "pertama", "isi", "batas", "n")
    )
    return baris


def dampak_matang(isi: str, selesai: dt.date, pada: dt.date) -> bool:
    """Whether the policy asks about a training that ended on ``selesai`` without a result."""
    hari = kebijakan.dari_kolom(KUNCI_HARI, json.loads(isi) if isi else None)
    return selesai <= pada - dt.timedelta(days=int(hari))


def _sertifikat(saya: Isian, sejak: Isian) -> QuerySet[Any, Any]:
    """Passed trainings without a certificate, and those whose row waits to be reported ("lapor").

    A training long past is asked for no more: not every one gives a certificate.
    """
    bisa_dilapor = Q(kegiatan__disetujui_pada__isnull=False) & (
        Q(kegiatan__status=K.BERJALAN)
        | (Q(kegiatan__status=K.DIRENCANAKAN) & ~Q(kegiatan__rencana__status=R.DITUTUP))
    )
    baris: QuerySet[Any, Any] = (
        PesertaPelatihan.objects.filter(
            Q(sertifikat__isnull=True) | bisa_dilapor,
            pegawai_id=saya,
            status=PesertaPelatihan.Status.LULUS,
            sesi__selesai__gte=sejak,
        )
        .order_by()
        .annotate(
            kata=Value("kembang_sertifikat"),
            isi=Case(When(sertifikat__isnull=True, then=Value("")), default=Value("lapor")),
            batas=Value(None, output_field=DateField()),
        )
        .values("kata", "isi", "batas")
        .annotate(
            pertama=Min(
                Case(When(sertifikat__isnull=True, then=F("pk")), default=F("kegiatan_id"))
            ),
            n=Count("pk"),
        )
        .values_list("kata", "pertama", "isi", "batas", "n")
    )
    return baris


def _pasangan(saya: Isian) -> QuerySet[Pendampingan]:
    return Pendampingan.objects.filter(status=Pendampingan.Status.DIUSULKAN).filter(
        Q(pembimbing_id=saya, pembimbing_setuju_pada__isnull=True)
        | Q(pegawai_id=saya, pegawai_setuju_pada__isnull=True)
    )


def _usul_tugas(saya: Isian, pada: Isian) -> QuerySet[UsulTugas]:
    """Work proposed for people of whose penilai this person is the atasan."""
    return UsulTugas.objects.filter(
        status=UsulTugas.Status.DIUSULKAN,
        pegawai_id__in=HubunganPenilai.objects.filter(
            berlaku_pada(pada), atasan_penilai_id=saya
        ).values("penugasan__pegawai_id"),
    ).exclude(pengusul_id=saya)


def _satu_satu(kata: str, daftar: QuerySet[Any, Any], pk: str) -> QuerySet[Any, Any]:
    """One row: the newest one and how many."""
    baris: QuerySet[Any, Any] = (
        daftar.order_by()
        .annotate(kata=Value(kata), isi=Value(""), batas=Value(None, output_field=DateField()))
        .values("kata", "isi", "batas", "instansi_id")
        .annotate(terbaru=Max(pk), n=Count("pk"))
        .values_list("kata", "terbaru", "isi", "batas", "n")
    )
    return baris


def _kelompok(kata: str, daftar: QuerySet[Any, Any], per: str, hari: str) -> QuerySet[Any, Any]:
    """One row: the first one, its earliest day and how many; none where there is none."""
    baris: QuerySet[Any, Any] = (
        daftar.order_by()
        .annotate(kata=Value(kata), isi=Value(""), kelompok=F(per))
        .values("kata", "isi", "kelompok")
        .annotate(pertama=Min("pk"), batas=Min(hari), n=Count("pk"))
        .values_list("kata", "pertama", "isi", "batas", "n")
    )
    return baris
