"""The trend as a page shows it: lines in percent, drafting time, predikat, the public's index."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka, tulis_persen
from tera.dasbor.selectors.tren import TitikTren
from tera.evaluasi.models import PilihanPredikat
from tera.organisasi.models import JenisPeriode, Periode
from tera.umpan_balik.tampilan.ikm import bulan_pendek


def konteks_tren(
    *,
    tahun: Sequence[TitikTren],
    bagian: Sequence[TitikTren],
    terdahulu: Mapping[int, Counter[str]],
) -> dict[str, Any]:
    """Return charts and the table of both, and what was imported of the years before Tera."""
    daftar = [
        {"judul": _("Dari tahun ke tahun"), "isi": _bagan(tahun)},
        {"judul": _("Sepanjang tahun ini"), "isi": _bagan(bagian)},
    ]
    return {
        "daftar_bagan": [satu for satu in daftar if satu["isi"]],
        "baris": [_baris(satu) for satu in [*tahun, *bagian]],
        "terdahulu": _terdahulu(tahun, terdahulu),
    }


def _terdahulu(
    tahun: Sequence[TitikTren], terdahulu: Mapping[int, Counter[str]]
) -> dict[str, Any] | None:
    """The distribution year by year: imported where Tera decided nothing yet, and says so.

    None where nothing was imported. A year of Tera's own results never mixes with a sheet.
    """
    milik = {satu.periode.tahun: satu.predikat for satu in tahun if satu.predikat.total()}
    semua = {
        th: (milik[th], False) if th in milik else (terdahulu[th], True)
        for th in sorted({*milik, *terdahulu})
    }
    if not any(diimpor for _angka, diimpor in semua.values()):
        return None
    return {
        "label": [
            _("%(tahun)s (diimpor)") % {"tahun": th} if diimpor else str(th)
            for th, (_angka, diimpor) in semua.items()
        ],
        "seri": [
            (str(p.label), [angka[p.value] for angka, _diimpor in semua.values()])
            for p in PilihanPredikat
        ],
    }


def _bagan(daftar: Sequence[TitikTren]) -> dict[str, Any] | None:
    if len(daftar) < 2:
        return None
    label = [nama_pendek(satu.periode) for satu in daftar]
    persen = _seri(
        daftar,
        [
            (_("SKP ditetapkan"), lambda t: t.skp),
            (_("Predikat ditetapkan"), lambda t: t.evaluasi),
            (_("Partisipasi"), lambda t: t.ikut),
            (_("Target tercapai"), lambda t: t.target),
        ],
    )
    hari = _seri(daftar, [(_("Lama menyusun SKP"), lambda t: t.hari_susun)])
    ikm = _seri(daftar, [(_("IKM"), lambda t: float(t.ikm.hasil.nilai) if t.ikm.hasil else None)])
    ada = [satu for satu in daftar if satu.predikat.total()]
    return {
        "label": label,
        "persen": persen,
        "hari": hari,
        "ikm": ikm,
        "predikat": {
            "label": [nama_pendek(satu.periode) for satu in ada],
            "seri": [
                (str(p.label), [satu.predikat[p.value] for satu in ada]) for p in PilihanPredikat
            ],
        }
        if ada
        else None,
    }


def _seri(
    daftar: Sequence[TitikTren],
    seri: Sequence[tuple[str, Callable[[TitikTren], float | None]]],
) -> list[tuple[str, list[float | None]]]:
    isi = [(nama, [_bulat(ambil(satu)) for satu in daftar]) for nama, ambil in seri]
    return [(nama, angka) for nama, angka in isi if any(satu is not None for satu in angka)]


def _bulat(nilai: float | None) -> float | None:
    return None if nilai is None else round(nilai, 1)


def _baris(satu: TitikTren) -> dict[str, Any]:
    baik = satu.predikat["baik"] + satu.predikat["sangat_baik"]
    semua = satu.predikat.total()
    return {
        "nama": str(satu.periode),
        "skp": _persen(satu.skp),
        "hari": "–" if satu.hari_susun is None else tulis_angka(satu.hari_susun, 1),
        "evaluasi": _persen(satu.evaluasi),
        "ikut": _persen(satu.ikut),
        "target": _persen(satu.target),
        "baik": _persen(100 * baik / semua if semua else None),
        "ikm": tulis_angka(satu.ikm.hasil.nilai, 2) if satu.ikm.hasil else "–",
    }


def nama_pendek(periode: Periode) -> str:
    """Return what stands below a point of a line."""
    if periode.jenis == JenisPeriode.TAHUNAN:
        return str(periode.tahun)
    if periode.jenis == JenisPeriode.TRIWULAN:
        return _("TW %(n)s") % {"n": periode.urut}
    return bulan_pendek()[periode.mulai.month - 1]


def _persen(nilai: float | None) -> str:
    return "–" if nilai is None else tulis_persen(nilai, 1)
