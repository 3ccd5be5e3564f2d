"""Home's tasks from result to action: plans, answers, reviews, decisions, agreements, talks."""

import datetime as dt
from typing import Any

from django.db.models import (
    CharField,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.core.kueri import Isian
from tera.organisasi.models import HubunganPenilai, PeranPetugas
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.regulasi.tindak_lanjut import TIDAK_HADIR
from tera.tindak_lanjut.models import (
    KetidakhadiranTahunan,
    Konseling,
    RencanaPerbaikan,
    TindakLanjut,
    TinjauanPerbaikan,
    TinjauanPerjanjian,
)
from tera.tindak_lanjut.selectors.giliran import PEJABAT, giliran_menunjuk
from tera.tindak_lanjut.selectors.tindakan_hadir import BERATURAN

KATA = frozenset(
    {
        "tindakan_susun", "tindakan_jawab", "tindakan_kemajuan", "tindakan_tinjau",
         "tindakan_simpul", "tindakan_perjanjian", "tindakan_putus", "tindakan_konseling",
         "tindakan_permintaan", "tindakan_hadir",
    }
)  # fmt: skip


def bagian(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return the parts of home's one query."""
    saya, pada = isian["saya"], isian["pada"]
    dinilai = HubunganPenilai.objects.filter(berlaku_pada(pada), penilai_id=saya).values(
        "penugasan__pegawai_id"
    )
    tindakan = TindakLanjut.objects.filter(status=TindakLanjut.Status.DIUSULKAN).exclude(
        jenis=TindakLanjut.Jenis.PRIORITAS
    )
    belum = ~Exists(
        RencanaPerbaikan.objects.filter(tindakan=OuterRef("pk")).exclude(
            status=RencanaPerbaikan.Status.DISUSUN
        )
    )
    berjalan = RencanaPerbaikan.objects.filter(status=RencanaPerbaikan.Status.BERJALAN)
    tinjauan = TinjauanPerbaikan.objects.filter(
        rencana__status=RencanaPerbaikan.Status.BERJALAN,
        tanggal__lte=pada,
        ditinjau_pada__isnull=True,
    )
    pembina = PeranPetugas.objects.alias(
        letak=ExpressionWrapper(OuterRef("unit__path"), output_field=CharField())
    ).filter(
        berlaku_pada(pada),
        pegawai_id=saya,
        peran=PeranPetugas.Peran.PEJABAT_PEMBINA,
        instansi_id=OuterRef("instansi_id"),
        letak__startswith=F("unit__path"),
    )
    return [
        _kolom(
            tindakan.filter(belum, pegawai_id__in=dinilai), "tindakan_susun", "pegawai__nama",
            "tenggat",
        ),
        _kolom(
            RencanaPerbaikan.objects.filter(
                status=RencanaPerbaikan.Status.DIAJUKAN, tindakan__pegawai_id=saya
            ),
            "tindakan_jawab", "penyusun__nama", "diajukan_pada", pk="tindakan_id",
        ),
        _kolom(
            tinjauan.filter(rencana__tindakan__pegawai_id=saya, kemajuan=""),
            "tindakan_kemajuan", "rencana__penyusun__nama", "tanggal", pk="rencana__tindakan_id",
        ),
        _kolom(
            tinjauan.filter(rencana__tindakan__pegawai_id__in=dinilai),
            "tindakan_tinjau", "rencana__tindakan__pegawai__nama", "tanggal",
            pk="rencana__tindakan_id",
        ),
        _kolom(
            berjalan.filter(selesai__lt=pada, tindakan__pegawai_id__in=dinilai),
            "tindakan_simpul", "tindakan__pegawai__nama", "selesai", pk="tindakan_id",
        ),
        _kolom(
            TinjauanPerjanjian.objects.filter(
                status=TinjauanPerjanjian.Status.TERBUKA, pegawai_id__in=dinilai
            ),
            "tindakan_perjanjian", "pegawai__nama", "usul_paling_lambat",
        ),
        _kolom(
            TinjauanPerjanjian.objects.filter(
                Exists(pembina), status=TinjauanPerjanjian.Status.DIREKOMENDASIKAN
            ).exclude(pegawai_id=saya),
            "tindakan_putus", "pegawai__nama", "usul_paling_lambat",
        ),
        _kolom(
            Konseling.objects.filter(
                Q(pegawai_id=saya) | Q(konselor_id=saya), status=Konseling.Status.DIJADWALKAN
            ),
            "tindakan_konseling", Value(""), "tanggal",
        ),
        _permintaan(isian, "penilai", "atasan_penilai"),
        _kolom(
            KetidakhadiranTahunan.objects.filter(
                pegawai_id__in=dinilai, pegawai__status__in=BERATURAN, diperiksa_pada__isnull=True,
                hari__gte=min(satu.dari for satu in TIDAK_HADIR.terakhir.nilai),
            ),
            "tindakan_hadir", "pegawai__nama", Value(None, output_field=DateField()),
        ),
    ]  # fmt: skip


def bagian_pengelola(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return what only the pengelola is asked: to name a counsellor past the rater."""
    return [_permintaan(isian, "pengelola")]


def bagian_pejabat(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return the same for who is asked where neither pengelola nor atasan may."""
    return [_permintaan(isian, *PEJABAT)]


def _permintaan(isian: dict[str, Isian], *peran: str) -> QuerySet[Any, Any]:
    return _kolom(
        giliran_menunjuk(pada=isian["pada"], saya=isian["saya"], peran=peran).filter(
            instansi_id=isian["instansi"]
        ),
        "tindakan_permintaan",
        "pegawai__nama",
        "diajukan_pada",
    )


def _kolom(
    daftar: QuerySet[Any], kata: str, teks: str | Value, tanggal: str | Value, pk: str = "pk"
) -> QuerySet[Any, Any]:
    hasil: QuerySet[Any, Any] = (
        daftar.order_by()
        .annotate(
            kata=Value(kata),
            isi=F(teks) if isinstance(teks, str) else teks,
            batas_tugas=F(tanggal) if isinstance(tanggal, str) else tanggal,
            n=Value(1),
        )
        .values_list("kata", pk, "isi", "batas_tugas", "n")
    )
    return hasil


def tugas(
    kata: str, pk: int, isi: str, batas: dt.date | None, n: int, *, pada: dt.date
) -> dict[str, Any]:
    """Return the task of one row."""
    judul, keterangan, rute, aksi, nada = {
        "tindakan_susun": (
            _("Susun rencana bersama %(nama)s"),
            _("Bicara berdua dulu; baris awalnya sudah terisi dari penilaian Anda."),
            "tindak_lanjut:tindakan", _("Susun rencana"), "peringatan",
        ),
        "tindakan_jawab": (
            _("%(nama)s mengirim rencana untuk Anda"),
            _("Baca, minta diubah bila perlu, lalu setujui."),
            "tindak_lanjut:tindakan", _("Baca rencana"), "peringatan",
        ),
        "tindakan_kemajuan": (
            _("Tulis kemajuan rencana Anda"),
            _("Beberapa kalimat cukup: yang sudah, yang masih sulit."),
            "tindak_lanjut:tindakan", _("Tulis kemajuan"), "info",
        ),
        "tindakan_tinjau": (
            _("Tinjau kemajuan %(nama)s"),
            _("Yang terlihat membaik dulu, lalu yang masih perlu."),
            "tindak_lanjut:tindakan", _("Catat tinjauan"), "info",
        ),
        "tindakan_simpul": (
            _("Simpulkan rencana %(nama)s"),
            _("Masanya sudah lewat. Pegawai menunggu kesimpulannya."),
            "tindak_lanjut:tindakan", _("Simpulkan"), "peringatan",
        ),
        "tindakan_perjanjian": (
            _("Rekomendasi perjanjian kerja %(nama)s"),
            _("Usul perpanjangan diajukan enam bulan sebelum berakhir."),
            "tindak_lanjut:perjanjian_rincian", _("Tulis rekomendasi"), "peringatan",
        ),
        "tindakan_putus": (
            _("Putuskan perjanjian kerja %(nama)s"),
            _("Penilai sudah memberi rekomendasi; keputusannya dengan surat."),
            "tindak_lanjut:perjanjian_rincian", _("Putuskan"), "peringatan",
        ),
        "tindakan_konseling": (
            _("Konseling kinerja"),
            _("Jadwal dan tempatnya hanya dibaca Anda berdua."),
            "tindak_lanjut:konseling_rincian", _("Lihat jadwal"), "info",
        ),
        "tindakan_permintaan": (
            _("%(nama)s meminta konseling"),
            _("Tunjuk konselor, hari, dan tempatnya. Isinya hanya dibaca konselor."),
            "tindak_lanjut:permintaan_jadwal", _("Tunjuk konselor"), "peringatan",
        ),
        "tindakan_hadir": (
            _("Periksa ketidakhadiran %(nama)s"),
            _("Atasan langsung wajib memanggil dan memeriksa begitu ambangnya tercapai."),
            "tindak_lanjut:ketidakhadiran_periksa", _("Catat pemeriksaan"), "peringatan",
        ),
    }[kata]  # fmt: skip
    # What waits for an answer isn't late by the day on which it came.
    tanpa_batas = kata in {"tindakan_jawab", "tindakan_susun", "tindakan_permintaan"}
    lewat = batas is not None and batas < pada and not tanpa_batas
    return {
        "judul": judul % {"nama": isi},
        "keterangan": keterangan,
        "batas": tulis_tanggal(batas) if batas and not tanpa_batas else "",
        "nada": "bahaya" if lewat else nada,
        "url": alamat_rute(rute, pk),
        "aksi": aksi,
    }
