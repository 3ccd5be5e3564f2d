"""What waits for a person about classes, as parts of home's one query."""

from typing import Any

from django.db.models import DateField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast

from tera.bimtek.models import KehadiranKelas, KelasBimtek, PesertaKelas
from tera.core.kueri import Isian

KATA = frozenset({
    "kelas_undangan", "kelas_sebelum", "kelas_sesudah", "kelas_angket", "kelas_mulai",
    "kelas_selesai",
})  # fmt: skip
S, J = KelasBimtek.Status, PesertaKelas.Jawaban


def bagian_tugas(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return (word, class, title, until when, 1): invitations, practice, the form, own classes."""
    milik = PesertaKelas.objects.filter(pegawai_id=isian["saya"])
    hadir = Exists(KehadiranKelas.objects.filter(peserta=OuterRef("pk"), hadir=True))
    sesudah = milik.filter(hadir, kelas__status=S.SELESAI, kelas__dibekukan_pada__isnull=True)
    return [
        _baris(
            "kelas_undangan",
            milik.filter(jawaban=J.DIUNDANG, kelas__status=S.TERBUKA),
            "kelas__balas_sampai",
        ),
        _baris(
            "kelas_sebelum",
            milik.filter(
                Q(sesi_sebelum__isnull=True) | Q(sesi_sebelum__selesai_pada__isnull=True),
                jawaban=J.MENERIMA,
                kelas__status=S.TERBUKA,
            ),
            "kelas__mulai",
        ),
        _baris(
            "kelas_sesudah",
            sesudah.filter(
                Q(sesi_sesudah__isnull=True) | Q(sesi_sesudah__selesai_pada__isnull=True)
            ),
            "",
        ),
        _baris("kelas_angket", sesudah.filter(angket_terkirim=False), ""),
        _kelas("kelas_mulai", isian, status=S.TERBUKA, mulai__lte=isian["pada"]),
        _kelas("kelas_selesai", isian, status=S.BERLANGSUNG, selesai__lte=isian["pada"]),
    ]


def _baris(kata: str, daftar: QuerySet[PesertaKelas], hari: str) -> QuerySet[Any, Any]:
    batas = (
        ExpressionWrapper(F(hari), output_field=DateField())
        if hari
        else Cast(Value(None), DateField())
    )
    return (
        daftar.order_by()
        .annotate(kata=Value(kata), isi=F("kelas__judul"), hari=batas, n=Value(1))
        .values_list("kata", "kelas_id", "isi", "hari", "n")
    )


def _kelas(kata: str, isian: dict[str, Isian], **saring: Any) -> QuerySet[Any, Any]:
    """Classes one is named a trainer of that should begin or end."""
    pelatih = KelasBimtek.daftar_pelatih.through.objects.filter(
        kelasbimtek_id=OuterRef("pk"), pegawai_id=isian["saya"]
    )
    return (
        KelasBimtek.objects.filter(Exists(pelatih), **saring)
        .order_by()
        .annotate(kata=Value(kata), isi=F("judul"), hari=Cast(Value(None), DateField()), n=Value(1))
        .values_list("kata", "pk", "isi", "hari", "n")
    )
