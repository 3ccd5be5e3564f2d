"""Everything beside the material that a rater reads about one person, in one query.

The rows of seven tables are read as JSON in one union: the workspace shows them all on one screen
and may cost twelve queries.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import F, JSONField, Q, QuerySet, Value
from django.db.models.functions import Cast, JSONObject

from tera.core.models import RiwayatStatus
from tera.evaluasi.models import CapaianOrganisasi, CatatanKerja, Evaluasi, EvaluasiKeluar
from tera.organisasi import kebijakan
from tera.organisasi.models import JenisPeriode, KebijakanInstansi, UnitKerja
from tera.organisasi.selectors.arah import jalur_ke_atas
from tera.skp.models import EkspektasiPerilaku, VersiRubrik
from tera.skp.selectors.rubrik import RubrikBerlaku, rubrik_dari

SUDAH_DITETAPKAN = (
    Evaluasi.Status.DITETAPKAN,
    Evaluasi.Status.DISAMPAIKAN,
    Evaluasi.Status.KEBERATAN,
    Evaluasi.Status.DIPUTUS,
    Evaluasi.Status.FINAL,
)


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
        aturan: the policy values of the instansi on the day.
        unit_capaian, capaian: the unit whose capaian counts, and what was set (None: not yet).
    """

    catatan: Mapping[str, Mapping[tuple[str, str], Tanda]]
    seri: tuple[dict[str, Any], ...]
    keluar: tuple[dict[str, Any], ...]
    ekspektasi: Mapping[str, str]
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
    isi = _baca(
        _catatan(evaluasi),
        _seri(evaluasi),
        _keluar(evaluasi),
        _ekspektasi(evaluasi),
        _riwayat(evaluasi),
        _kebijakan(evaluasi, pada),
        _rubrik(evaluasi),
        _unit(evaluasi),
    )
    catatan: dict[str, dict[tuple[str, str], Tanda]] = {}
    for satu in isi.daftar("catatan"):
        catatan.setdefault(satu["oleh"], {})[satu["unsur"], satu["kunci"]] = Tanda(
            satu["level"], satu["teks"]
        )
    swakaji = getattr(evaluasi, "swakaji", None)
    if not draf and (swakaji is None or swakaji.dikirim_at is None):
        catatan.pop(CatatanKerja.Oleh.PEGAWAI, None)
    leluhur = jalur_ke_atas(evaluasi.unit)
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


def _baca(*daftar: list[QuerySet[Any, Any]]) -> _Kumpulan:
    rata = [satu for kelompok in daftar for satu in kelompok]
    hasil = _Kumpulan()
    for jenis, isi in rata[0].union(*rata[1:], all=True):
        hasil.per_jenis.setdefault(jenis, []).append(_json(isi))
    return hasil


def _json(nilai: Any) -> Any:
    # SQLite hands a JSON value inside another over as its text; PostgreSQL has decoded it.
    if isinstance(nilai, str) and connection.vendor == "sqlite":
        return json.loads(nilai)
    return nilai


def _baris(macam: str, daftar: QuerySet[Any], **kolom: str) -> list[QuerySet[Any, Any]]:
    return [
        daftar.order_by()
        .annotate(
            _macam=Value(macam),
            _isi=Cast(JSONObject(**kolom), JSONField()),
        )
        .values_list("_macam", "_isi")
    ]


def _catatan(evaluasi: Evaluasi) -> list[QuerySet[Any, Any]]:
    return _baris(
        "catatan",
        CatatanKerja.objects.filter(evaluasi=evaluasi.pk),
        oleh="oleh", unsur="unsur", kunci="kunci", level="level", teks="teks",
    )  # fmt: skip


def _seri(evaluasi: Evaluasi) -> list[QuerySet[Any, Any]]:
    daftar = Evaluasi.objects.filter(
        pegawai_id=evaluasi.pegawai_id,
        periode__tahun=evaluasi.periode.tahun,
        periode__selesai__lte=evaluasi.periode.selesai,
        status__in=SUDAH_DITETAPKAN,
    ).exclude(pk=evaluasi.pk)
    return _baris(
        "seri", daftar,
        pk="pk", jenis="periode__jenis", urut="periode__urut", selesai="periode__selesai",
        hasil="rating_hasil_kerja", perilaku="rating_perilaku_kerja", predikat="predikat",
        penilai="penilai__nama", jabatan="skp__penugasan__jabatan__nama",
        skp_mulai="skp__mulai", skp_selesai="skp__selesai", skp="skp_id", catatan="catatan",
    )  # fmt: skip


def _keluar(evaluasi: Evaluasi) -> list[QuerySet[Any, Any]]:
    daftar = EvaluasiKeluar.objects.filter(
        pegawai_id=evaluasi.pegawai_id,
        skp__tahun=evaluasi.periode.tahun,
        mulai__lte=evaluasi.periode.selesai,
        diisi_at__isnull=False,
    )
    return _baris(
        "keluar", daftar,
        pk="pk", mulai="mulai", selesai="selesai", penilai="penilai__nama", catatan="catatan",
        hasil="rating_hasil_kerja", perilaku="rating_perilaku_kerja",
    )  # fmt: skip


def _ekspektasi(evaluasi: Evaluasi) -> list[QuerySet[Any, Any]]:
    return _baris(
        "ekspektasi",
        EkspektasiPerilaku.objects.filter(skp=evaluasi.skp_id),
        nilai="nilai", teks="ekspektasi_khusus",
    )  # fmt: skip


def _riwayat(evaluasi: Evaluasi) -> list[QuerySet[Any, Any]]:
    return _baris(
        "riwayat",
        RiwayatStatus.objects.filter(jenis="evaluasi", objek_id=evaluasi.pk),
        pk="pk", ke="ke", aksi="aksi", waktu="terjadi_at", nama="nama_aktor", peran="peran",
        alasan="alasan",
    )  # fmt: skip


def _kebijakan(evaluasi: Evaluasi, pada: dt.date) -> list[QuerySet[Any, Any]]:
    daftar = KebijakanInstansi.objects.filter(
        instansi=evaluasi.instansi_id, sejak__lte=pada, kunci__startswith="evaluasi."
    )
    return _baris("kebijakan", daftar, kunci="kunci", nilai="nilai", sejak="sejak")


def _rubrik(evaluasi: Evaluasi) -> list[QuerySet[Any, Any]]:
    hari = evaluasi.skp.ditetapkan_pada or evaluasi.skp.mulai
    daftar = VersiRubrik.objects.filter(instansi=evaluasi.instansi_id, sejak__lte=hari)
    return _baris(
        "rubrik", daftar, versi="versi", sifat="sifat", dasar="dasar", sejak="sejak", isi="isi"
    )


def _unit(evaluasi: Evaluasi) -> list[QuerySet[Any, Any]]:
    leluhur = jalur_ke_atas(evaluasi.unit)
    return [
        *_baris(
            "unit",
            UnitKerja.objects.filter(
                Q(punya_perjanjian_kinerja=True) | Q(pk=evaluasi.unit_id), pk__in=leluhur
            ),
            pk="pk", nama="nama", pk_kinerja="punya_perjanjian_kinerja",
        ),
        *_baris(
            "capaian",
            CapaianOrganisasi.objects.filter(
                periode=evaluasi.periode_id, unit__in=leluhur
            ).annotate(unit_nama=F("unit__nama")),
            unit_id="unit_id", nama="unit_nama", level="level", penetap="nama_penetap",
            pada="ditetapkan_pada",
        ),
    ]  # fmt: skip
