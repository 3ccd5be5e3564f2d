"""Everything beside the material that a rater reads about one person, in one query.

The rows of ten tables are read as JSON in one union: the workspace shows them all on one screen
and may cost twelve queries.
"""

import datetime as dt
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import (
    BigIntegerField,
    DateField,
    F,
    IntegerField,
    JSONField,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast, JSONObject

from tera.core.kueri import DaftarNomor, Isian, kueri_siap
from tera.core.models import RiwayatStatus
from tera.evaluasi.models import CapaianOrganisasi, CatatanKerja, Evaluasi, EvaluasiKeluar
from tera.evaluasi.selectors.umpan import masa_evaluasi
from tera.organisasi import kebijakan
from tera.organisasi.models import JenisPeriode, KebijakanInstansi, UnitKerja
from tera.organisasi.selectors.arah import jalur_ke_atas
from tera.skp.models import EkspektasiPerilaku, VersiRubrik
from tera.skp.selectors.rubrik import RubrikBerlaku, rubrik_dari
from tera.umpan_balik.models import UmpanBalik
from tera.umpan_balik.selectors.berkelanjutan import UmpanTerbaca

SUDAH_DITETAPKAN = (
    Evaluasi.Status.DITETAPKAN,
    Evaluasi.Status.DISAMPAIKAN,
    Evaluasi.Status.KEBERATAN,
    Evaluasi.Status.DIPUTUS,
    Evaluasi.Status.FINAL,
)
#: Until a result is delivered it is its rater's work.
SUDAH_DISAMPAIKAN = SUDAH_DITETAPKAN[1:]


@dataclass(frozen=True, slots=True)
class Tanda:
    """One mark with its words."""

    level: str
    teks: str


@dataclass(frozen=True, slots=True)
class Kertas:
    """The working papers of one evaluation.

    Attributes:
        catatan: marks by who gave them, then by (unsur, kunci).
        seri: the person's set results of the year, oldest first; parts before the year's.
        keluar: what raters who left wrote, oldest first.
        ekspektasi: the leader's special expectation per BerAKHLAK value.
        umpan: what was said about the work inside the period, oldest first.
        aturan: the policy values of the instansi on the day.
        unit_capaian, capaian: the unit whose capaian counts, and what was set (None: not yet).
    """

    catatan: Mapping[str, Mapping[tuple[str, str], Tanda]]
    seri: tuple[dict[str, Any], ...]
    keluar: tuple[dict[str, Any], ...]
    ekspektasi: Mapping[str, str]
    umpan: tuple[UmpanTerbaca, ...]
    riwayat: tuple[dict[str, Any], ...]
    aturan: Mapping[str, Any]
    rubrik: RubrikBerlaku
    unit_capaian: dict[str, Any]
    capaian: dict[str, Any] | None

    def oleh(self, siapa: str) -> Mapping[tuple[str, str], Tanda]:
        """Return the marks of ``siapa``."""
        return self.catatan.get(siapa, {})

    @property
    def seri_periodik(self) -> tuple[str, ...]:
        """The predikat of the parts of the year, oldest first."""
        return tuple(s["predikat"] for s in self.seri if s["jenis"] != JenisPeriode.TAHUNAN)


@dataclass(slots=True)
class _Kumpulan:
    """The rows of the union by kind."""

    per_jenis: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def daftar(self, jenis: str) -> list[dict[str, Any]]:
        return self.per_jenis.get(jenis, [])


def kertas_evaluasi(*, evaluasi: Evaluasi, pada: dt.date, draf: bool = False) -> Kertas:
    """Return the working papers; the caller checked who asks: one query.

    The marks of a swakaji that wasn't sent are nobody's but the writer's (``draf``).
    """
    leluhur = jalur_ke_atas(evaluasi.unit)
    isi = _Kumpulan()
    mulai, akhir = masa_evaluasi(evaluasi)
    for jenis, satu in _kertas(
        evaluasi=evaluasi.pk,
        pegawai=evaluasi.pegawai_id,
        periode=evaluasi.periode_id,
        tahun=evaluasi.periode.tahun,
        selesai=evaluasi.periode.selesai,
        skp=evaluasi.skp_id,
        instansi=evaluasi.instansi_id,
        pada=pada,
        ditetapkan=evaluasi.skp.ditetapkan_pada or evaluasi.skp.mulai,
        unit=evaluasi.unit_id,
        leluhur=leluhur,
        tugas=evaluasi.skp.penugasan_id,
        mulai=mulai,
        akhir=akhir,
    ):
        isi.per_jenis.setdefault(jenis, []).append(_json(satu))
    catatan: dict[str, dict[tuple[str, str], Tanda]] = {}
    for satu in isi.daftar("catatan"):
        catatan.setdefault(satu["oleh"], {})[satu["unsur"], satu["kunci"]] = Tanda(
            satu["level"], satu["teks"]
        )
    swakaji = getattr(evaluasi, "swakaji", None)
    if not draf and (swakaji is None or swakaji.dikirim_at is None):
        catatan.pop(CatatanKerja.Oleh.PEGAWAI, None)
    unit = {satu["pk"]: satu for satu in isi.daftar("unit")}
    dipakai = next(
        (unit[pk] for pk in reversed(leluhur) if pk in unit and unit[pk]["pk_kinerja"]),
        unit.get(evaluasi.unit_id, {"pk": evaluasi.unit_id, "nama": evaluasi.unit.nama}),
    )
    return Kertas(
        catatan=catatan,
        seri=tuple(
            sorted(
                isi.daftar("seri"), key=lambda s: (s["jenis"] == "tahunan", s["selesai"], s["pk"])
            )
        ),
        keluar=tuple(sorted(isi.daftar("keluar"), key=lambda s: (s["selesai"], s["pk"]))),
        ekspektasi={satu["nilai"]: satu["teks"] for satu in isi.daftar("ekspektasi")},
        umpan=tuple(sorted(map(_terbaca, isi.daftar("umpan")), key=lambda s: (s.tanggal, s.pk))),
        riwayat=tuple(sorted(isi.daftar("riwayat"), key=lambda s: s["pk"])),
        aturan=kebijakan.dari_baris(
            (satu["kunci"], _json(satu["nilai"]))
            for satu in sorted(isi.daftar("kebijakan"), key=lambda s: s["sejak"])
        ),
        rubrik=rubrik_dari(
            max(isi.daftar("rubrik"), key=lambda s: s["sejak"], default=None), muat=_json
        ),
        unit_capaian=dipakai,
        capaian=next(
            (satu for satu in isi.daftar("capaian") if satu["unit_id"] == dipakai["pk"]), None
        ),
    )


def _terbaca(satu: dict[str, Any]) -> UmpanTerbaca:
    kunci = satu.pop("rhk_kunci")
    hari = dt.date.fromisoformat(satu.pop("tanggal")[:10])
    return UmpanTerbaca(**satu, rhk_kunci=uuid.UUID(kunci) if kunci else None, tanggal=hari)


def _json(nilai: Any) -> Any:
    # SQLite hands a JSON value inside another over as its text; PostgreSQL has decoded it.
    if isinstance(nilai, str) and connection.vendor == "sqlite":
        return json.loads(nilai)
    return nilai


@kueri_siap(
    evaluasi=BigIntegerField(),
    pegawai=BigIntegerField(),
    periode=BigIntegerField(),
    tahun=IntegerField(),
    selesai=DateField(),
    skp=BigIntegerField(),
    instansi=BigIntegerField(),
    pada=DateField(),
    ditetapkan=DateField(),
    unit=BigIntegerField(),
    leluhur=DaftarNomor(),
    tugas=BigIntegerField(),
    mulai=DateField(),
    akhir=DateField(),
)
def _kertas(
    evaluasi: Isian,
    pegawai: Isian,
    periode: Isian,
    tahun: Isian,
    selesai: Isian,
    skp: Isian,
    instansi: Isian,
    pada: Isian,
    ditetapkan: Isian,
    unit: Isian,
    leluhur: Isian,
    tugas: Isian,
    mulai: Isian,
    akhir: Isian,
) -> QuerySet[Any, Any]:
    pertama, *lain = (
        _catatan(evaluasi),
        _seri(evaluasi, pegawai, tahun, selesai),
        _keluar(pegawai, tahun, selesai),
        _ekspektasi(skp),
        _riwayat(evaluasi),
        _kebijakan(instansi, pada),
        _rubrik(instansi, ditetapkan),
        _unit(unit, leluhur),
        _capaian(periode, leluhur),
        _umpan(tugas, mulai, akhir),
    )
    return pertama.union(*lain, all=True)


def _baris(macam: str, daftar: QuerySet[Any], **kolom: str) -> QuerySet[Any, Any]:
    baris: QuerySet[Any, Any] = (
        daftar.order_by()
        .annotate(
            _macam=Value(macam),
            _isi=Cast(JSONObject(**kolom), JSONField()),
        )
        .values_list("_macam", "_isi")
    )
    return baris


def _catatan(evaluasi: Isian) -> QuerySet[Any, Any]:
    return _baris(
        "catatan",
        CatatanKerja.objects.filter(evaluasi=evaluasi),
        oleh="oleh", unsur="unsur", kunci="kunci", level="level", teks="teks",
    )  # fmt: skip


def _seri(evaluasi: Isian, pegawai: Isian, tahun: Isian, selesai: Isian) -> QuerySet[Any, Any]:
    daftar = Evaluasi.objects.filter(
        pegawai_id=pegawai,
        periode__tahun=tahun,
        periode__selesai__lte=selesai,
        status__in=SUDAH_DITETAPKAN,
    ).exclude(pk=evaluasi)
    return _baris(
        "seri", daftar,
        pk="pk", jenis="periode__jenis", urut="periode__urut", selesai="periode__selesai",
        hasil="rating_hasil_kerja", perilaku="rating_perilaku_kerja", predikat="predikat",
        penilai="penilai__nama", jabatan="skp__penugasan__jabatan__nama",
        skp_mulai="skp__mulai", skp_selesai="skp__selesai", skp="skp_id", catatan="catatan",
    )  # fmt: skip


def _keluar(pegawai: Isian, tahun: Isian, selesai: Isian) -> QuerySet[Any, Any]:
    daftar = EvaluasiKeluar.objects.filter(
        pegawai_id=pegawai, skp__tahun=tahun, mulai__lte=selesai, diisi_at__isnull=False
    )
    return _baris(
        "keluar", daftar,
        pk="pk", mulai="mulai", selesai="selesai", penilai="penilai__nama", catatan="catatan",
        hasil="rating_hasil_kerja", perilaku="rating_perilaku_kerja",
    )  # fmt: skip


def _ekspektasi(skp: Isian) -> QuerySet[Any, Any]:
    return _baris(
        "ekspektasi",
        EkspektasiPerilaku.objects.filter(skp=skp),
        nilai="nilai", teks="ekspektasi_khusus",
    )  # fmt: skip


def _umpan(tugas: Isian, mulai: Isian, akhir: Isian) -> QuerySet[Any, Any]:
    daftar = UmpanBalik.objects.filter(
        penugasan_id=tugas, tanggal__gte=mulai, tanggal__lte=akhir, ditarik_at__isnull=True
    )
    return _baris(
        "umpan", daftar,
        pk="pk", rhk_kunci="rhk_kunci", nilai="nilai", hubungan="hubungan", nama="nama_pemberi",
        jenis="jenis", teks="teks", tanggapan="tanggapan", tanggal="tanggal",
    )  # fmt: skip


def _riwayat(evaluasi: Isian) -> QuerySet[Any, Any]:
    return _baris(
        "riwayat",
        RiwayatStatus.objects.filter(jenis="evaluasi", objek_id=evaluasi),
        pk="pk", ke="ke", aksi="aksi", waktu="terjadi_at", nama="nama_aktor", peran="peran",
        alasan="alasan",
    )  # fmt: skip


def _kebijakan(instansi: Isian, pada: Isian) -> QuerySet[Any, Any]:
    daftar = KebijakanInstansi.objects.filter(
        # One key of another room: the workspace says what a rater needs before rating.
        Q(kunci__startswith="evaluasi.") | Q(kunci="bimtek.wajib_sebelum_menilai"),
        instansi=instansi,
        sejak__lte=pada,
    )
    return _baris("kebijakan", daftar, kunci="kunci", nilai="nilai", sejak="sejak")


def _rubrik(instansi: Isian, ditetapkan: Isian) -> QuerySet[Any, Any]:
    daftar = VersiRubrik.objects.filter(instansi=instansi, sejak__lte=ditetapkan)
    return _baris(
        "rubrik", daftar, versi="versi", sifat="sifat", dasar="dasar", sejak="sejak", isi="isi"
    )


def _unit(unit: Isian, leluhur: Isian) -> QuerySet[Any, Any]:
    return _baris(
        "unit",
        UnitKerja.objects.filter(Q(punya_perjanjian_kinerja=True) | Q(pk=unit), pk__in=leluhur),
        pk="pk", nama="nama", pk_kinerja="punya_perjanjian_kinerja",
    )  # fmt: skip


def _capaian(periode: Isian, leluhur: Isian) -> QuerySet[Any, Any]:
    return _baris(
        "capaian",
        CapaianOrganisasi.objects.filter(periode=periode, unit__in=leluhur).annotate(
            unit_nama=F("unit__nama")
        ),
        unit_id="unit_id", nama="unit_nama", level="level", penetap="nama_penetap",
        pada="ditetapkan_pada",
    )  # fmt: skip
