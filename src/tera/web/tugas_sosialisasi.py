"""Home's tasks of training: a certificate that raters need, a course one was given."""

import datetime as dt
from typing import Any

from django.db.models import (
    CharField,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.bimtek.selectors.sosialisasi import belum_selesai
from tera.bimtek.selectors.wajib import WAJIB
from tera.core.aktor import Aktor
from tera.core.kueri import Isian
from tera.evaluasi.tampilan.sertifikat import SEGERA
from tera.organisasi import kebijakan
from tera.organisasi.models import HubunganPenilai, Pegawai, SertifikatPenilai
from tera.organisasi.selectors import berlaku_pada

KATA = frozenset({"sertifikat", "sosialisasi"})
#: What ``bagian`` takes besides the values that all parts have.
BIDANG = {"sertifikat_segera": DateField()}


def nilai(aktor: Aktor) -> dict[str, Any]:
    """Return the values of ``BIDANG``."""
    return {"sertifikat_segera": aktor.hari_ini + SEGERA}


def bagian(isian: dict[str, Isian]) -> list[QuerySet[Any, Any]]:
    """Return the parts of home's one query."""
    saya, pada = isian["saya"], isian["pada"]
    wajib = kebijakan.kolom_nilai(instansi_id=isian["instansi"], kunci=WAJIB, pada=pada)
    akhir = (
        SertifikatPenilai.objects.filter(pegawai_id=OuterRef("pk"), sejak__lte=pada)
        .order_by("-sampai")
        .values("sampai")[:1]
    )
    return [
        Pegawai.objects.filter(
            Exists(HubunganPenilai.objects.filter(berlaku_pada(pada), penilai_id=saya)), pk=saya
        )
        .order_by()
        .annotate(
            aturan=Cast(Subquery(wajib), CharField()),
            kata=Value("sertifikat"),
            isi=Value(""),
            akhir=Subquery(akhir),
            n=Value(1),
        )
        .filter(Q(akhir__isnull=True) | Q(akhir__lt=isian["sertifikat_segera"]), aturan="true")
        .values_list("kata", "pk", "isi", "akhir", "n"),
        belum_selesai(saya=saya, pada=pada)
        .order_by()
        .annotate(kata=Value("sosialisasi"), isi=F("judul"), n=F("jumlah_modul") - F("dibaca"))
        .values_list("kata", "pk", "isi", "tenggat", "n"),
    ]


def tugas(
    kata: str, pk: int, isi: str, batas: dt.date | str | None, n: int, *, pada: dt.date
) -> dict[str, Any]:
    """Return the task that one row stands for."""
    # SQLite gives a date of a union as text.
    hari = dt.date.fromisoformat(batas) if isinstance(batas, str) else batas
    if kata == "sosialisasi":
        return {
            "judul": _("Baca “%(judul)s”") % {"judul": isi},
            "keterangan": _("%(n)s modul lagi, dengan pertanyaan singkat.") % {"n": n},
            "batas": tulis_tanggal(hari) if hari else "",
            "nada": "bahaya" if hari is not None and hari < pada else "info",
            "url": alamat_rute("bimtek:sosialisasi_buka", pk),
            "aksi": _("Baca"),
        }
    if hari is None:
        judul = _("Anda perlu sertifikat latihan menilai sebelum memberi rating")
    elif hari < pada:
        judul = _("Sertifikat latihan menilai Anda sudah berakhir")
    else:
        judul = _("Sertifikat latihan menilai Anda segera berakhir")
    return {
        "judul": judul,
        "keterangan": _("Instansi Anda memintanya. Selesaikan kursus, lalu berlatih menilai."),
        "batas": tulis_tanggal(hari) if hari else "",
        "nada": "peringatan" if hari is None or hari < pada else "info",
        "url": alamat_rute("bimtek:kursus", kata=("menilai-objektif",)),
        "aksi": _("Buka kursus"),
    }
