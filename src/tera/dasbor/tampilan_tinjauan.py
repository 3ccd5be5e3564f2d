"""The yearly review as a page shows it: frozen figures, the five questions, the agreements."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka, tulis_persen
from tera.dasbor.models import KesepakatanTinjauan, TinjauanTahunan
from tera.dasbor.selectors.angka import persen
from tera.dasbor.selectors.tinjauan import HakTinjauan
from tera.dialog.models import JawabanProses
from tera.dialog.proses import BUTIR

NADA = {"terbuka": "info", "selesai": "sukses", "dibawa": "netral", "dibatalkan": "netral"}


def kunci_draf(pk: int) -> str:
    """Return the key of the draft of a review's note."""
    return f"tinjauan-{pk}"


def konteks_tinjauan(
    *,
    tinjauan: TinjauanTahunan,
    hak: HakTinjauan,
    daftar: Sequence[KesepakatanTinjauan],
    pada: dt.date,
) -> dict[str, Any]:
    """Return what the page of one review shows."""
    disusun = tinjauan.status == TinjauanTahunan.Status.DISUSUN
    return {
        "tinjauan": tinjauan,
        "kunci_draf": kunci_draf(tinjauan.pk),
        "boleh_tulis": hak.tulis and disusun,
        "boleh_sepakat": hak.tulis,
        "boleh_tetapkan": hak.tulis and disusun and bool(tinjauan.catatan) and bool(daftar),
        "angka": daftar_angka(tinjauan.isi),
        "survei": survei(tinjauan.isi.get("survei")),
        "daftar": [
            {
                "satu": satu,
                "nada": NADA[satu.status],
                "lewat": satu.status == KesepakatanTinjauan.Status.TERBUKA and satu.tenggat < pada,
                "asal": satu.asal.tinjauan.periode.tahun if satu.asal else None,
            }
            for satu in daftar
        ],
    }


def daftar_angka(isi: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return (label, value, caption) of the frozen figures."""
    skp, evaluasi, ikut = isi["skp"], isi["evaluasi"], isi["partisipasi"]
    keberatan = isi["keberatan"]
    lalu = skp["hari_susun_lalu"]
    hasil = [
        (
            _("SKP terlambat"),
            tulis_angka(skp["terlambat"]),
            _("dari %(n)s orang") % {"n": tulis_angka(skp["wajib"])},
        ),
        (
            _("Lama menyusun SKP"),
            "–" if skp["hari_susun"] is None else tulis_angka(skp["hari_susun"], 1),
            _("hari, nilai tengah")
            if lalu is None
            else _("hari, nilai tengah; tahun lalu %(n)s") % {"n": tulis_angka(lalu, 1)},
        ),
        (
            _("Terlambat dinilai"),
            tulis_angka(evaluasi["terlambat"]),
            _("dari %(n)s orang") % {"n": tulis_angka(evaluasi["jumlah"])},
        ),
        (
            _("Partisipasi"),
            _persen(ikut["ikut"], ikut["wajib"]),
            _("%(n)s dari %(dari)s orang")
            % {"n": tulis_angka(ikut["ikut"]), "dari": tulis_angka(ikut["wajib"])},
        ),
    ]
    if keberatan is not None:
        hasil.append(
            (
                _("Keberatan"),
                tulis_angka(keberatan["jumlah"]),
                _("%(n)s diputus dengan hasil berubah") % {"n": tulis_angka(keberatan["berubah"])},
            )
        )
    return hasil


def survei(isi: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return the five questions as a stacked chart; None before their results were frozen."""
    if isi is None:
        return None
    return {
        "jumlah": isi["jumlah"],
        "label": [str(BUTIR[kata]) for kata in BUTIR],
        "seri": [
            (
                str(pilihan.label),
                [isi["isi"].get(kata, {}).get(pilihan.value, 0) for kata in BUTIR],
            )
            for pilihan in JawabanProses.Pilihan
        ],
    }


def _persen(n: int, dari: int) -> str:
    nilai = persen(n, dari)
    return "–" if nilai is None else tulis_persen(nilai, 1)
