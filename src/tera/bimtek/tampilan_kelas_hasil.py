"""The results of classes and semesters in words, with their small pictures."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka
from tera.bimtek.angket import BUTIR, NAMA_PILIHAN, PILIHAN, TEMA
from tera.bimtek.isi import Kasus
from tera.bimtek.models import PotretBimtek
from tera.bimtek.selectors.kelas_hasil import SebelumSesudah
from tera.bimtek.tampilan_hasil import kata_ketat
from tera.stats.training import Training


def bandingan_saya(hasil: SebelumSesudah) -> dict[str, Any]:
    """One's own before and after: four comparisons in words, each with two bars."""
    dua = [satu for satu in (hasil.sebelum, hasil.sesudah) if satu is not None]
    label = [
        kata
        for kata, satu in ((_("Sebelum"), hasil.sebelum), (_("Sesudah"), hasil.sesudah))
        if satu is not None
    ]

    def batang(ukur: Any) -> list[tuple[str, int]]:
        return [(kata, ukur(satu)) for kata, satu in zip(label, dua, strict=True)]

    return {
        "lengkap": len(dua) == 2,
        "sama": {
            "kata": _kata_sama(hasil),
            "data": batang(lambda satu: _persen(satu.same, satu)),
        },
        "ketat": {
            "kata": [(kata, kata_ketat(satu)) for kata, satu in zip(label, dua, strict=True)]
        },
        "halo": {
            "kata": _kata_gejala(
                hasil.sebelum.halo if hasil.sebelum else None,
                hasil.sesudah.halo if hasil.sesudah else None,
                _("Tanda antarnilai terlalu serupa (halo)"),
            ),
            "data": batang(lambda satu: round(100 * satu.pairs)),
        },
        "tengah": {
            "kata": _kata_gejala(
                hasil.sebelum.central if hasil.sebelum else None,
                hasil.sesudah.central if hasil.sesudah else None,
                _("Tingkat tengah terlalu sering dipakai"),
            ),
            "data": batang(lambda satu: round(100 * satu.levels[1])),
        },
    }


def _persen(bagian: int, hasil: Training) -> int:
    return round(100 * bagian / (hasil.same + hasil.lower + hasil.higher))


def _kata_sama(hasil: SebelumSesudah) -> str:
    if hasil.sebelum is None or hasil.sesudah is None:
        return _("Perbandingan muncul setelah kedua latihan selesai.")
    satu, dua = (_persen(h.same, h) for h in (hasil.sebelum, hasil.sesudah))
    isi = {"satu": satu, "dua": dua}
    # Two draws of few cases differ by chance: a small step is called none.
    if abs(dua - satu) < 10:
        return _("%(satu)s %% lalu %(dua)s %%: kira-kira sama; kasusnya berbeda.") % isi
    if dua > satu:
        return _("%(satu)s %% menjadi %(dua)s %%: lebih sering sama dengan kunci.") % isi
    return _(
        "%(satu)s %% menjadi %(dua)s %%: lebih jarang sama. Kasus kedua mungkin lebih sulit."
    ) % (isi)


def _kata_gejala(satu: bool | None, dua: bool | None, gejala: str) -> str:
    if satu is None or dua is None:
        return _("Perbandingan muncul setelah kedua latihan selesai.")
    kata = {
        (True, True): _("masih tampak."),
        (True, False): _("tampak sebelum kelas, tidak lagi sesudahnya."),
        (False, True): _("tampak sesudah kelas."),
        (False, False): _("tidak tampak."),
    }[satu, dua]
    return f"{gejala}: {kata}"


def tabel_nilai(daftar: Sequence[Mapping[str, Any]], nama: Mapping[str, str]) -> dict[str, Any]:
    """Shares per value as a stacked picture, and which value asks for attention."""
    if not daftar:
        return {}
    sulit = min(daftar, key=lambda satu: satu["sama"])
    arah = (
        _("lebih tinggi dari kunci")
        if sulit["tinggi"] > sulit["rendah"]
        else _("lebih rendah dari kunci")
    )
    return {
        "label": [nama[satu["kode"]] for satu in daftar],
        "seri": [
            (_("Lebih rendah"), [satu["rendah"] for satu in daftar]),
            (_("Sama"), [satu["sama"] for satu in daftar]),
            (_("Lebih tinggi"), [satu["tinggi"] for satu in daftar]),
        ],
        "kata": _("Paling sering berbeda dari kunci: %(nilai)s, terutama %(arah)s.")
        % {"nilai": nama[sulit["kode"]], "arah": arah},
    }


def kata_sesudah(isi: Mapping[str, Any]) -> dict[str, Any]:
    """The before and after of a class in words and two bars."""
    satu, dua = isi["sama"]
    naik = {
        "besar": _("Pada sebagian besar peserta tanda yang sama dengan kunci bertambah."),
        "separuh": _("Pada sekitar separuh peserta tanda yang sama dengan kunci bertambah."),
        "kecil": _("Pada sebagian kecil peserta tanda yang sama dengan kunci bertambah."),
    }[isi["naik"]]
    return {
        "orang": isi["orang"],
        "kata": naik,
        "data": [(_("Sebelum"), satu), (_("Sesudah"), dua)],
        "ketat": [
            (kata, _kata_ketat_kelompok(nilai))
            for kata, nilai in zip((_("Sebelum"), _("Sesudah")), isi["ketat"], strict=True)
        ],
    }


def _kata_ketat_kelompok(nilai: float) -> str:
    if abs(nilai) < 0.1:
        return _("kira-kira setingkat dengan kunci")
    kata = (
        _("%(n)s tingkat lebih ketat dari kunci")
        if nilai > 0
        else _("%(n)s tingkat lebih longgar dari kunci")
    )
    return kata % {"n": tulis_angka(abs(nilai), 1)}


def tampil_angket(isi: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The questionnaire of a class in words."""
    if isi is None:
        return None
    return {
        "orang": isi["orang"],
        "butir": [
            {
                "nama": BUTIR[satu["kode"]],
                "tengah": NAMA_PILIHAN[satu["tengah"]],
                "sebaran": [
                    (NAMA_PILIHAN[kode], n)
                    for kode, n in zip(PILIHAN, satu["sebaran"], strict=False)
                ],
            }
            for satu in isi["butir"]
        ],
        "tema": [TEMA[kode] for kode in isi["tema"]],
    }


def kata_arah(kode: str) -> str:
    """The leaning of a group against the key."""
    return {
        "ketat": _("Cenderung lebih ketat dari kunci"),
        "longgar": _("Cenderung lebih longgar dari kunci"),
        "seimbang": _("Tidak terlihat lebih ketat atau lebih longgar"),
    }[kode]


def kata_kasus(kode: str) -> tuple[str, str]:
    """What a case teaches (words, tone)."""
    return {
        "mudah": (_("Terlalu mudah: hampir semua tanda sama"), "info"),
        "sulit": (_("Sulit: bahas bersama"), "peringatan"),
        "kabur": (_("Kabur: para ahli pun berbeda"), "bahaya"),
        "sedang": (_("Membedakan dengan baik"), "sukses"),
    }[kode]


def nama_semester(potret: PotretBimtek) -> str:
    """Return the half year in words."""
    return _("Semester %(n)s %(tahun)s") % {
        "n": 1 if potret.mulai.month == 1 else 2,
        "tahun": potret.mulai.year,
    }


def singkat_semester(potret: PotretBimtek) -> str:
    """Return the half year as a picture's label: ``1/2026``."""
    return f"{1 if potret.mulai.month == 1 else 2}/{potret.mulai.year}"


def baris_unit(isi: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The units of a semester, the rest and all together; shown ones have five people or more."""
    baris = [
        {"nama": satu["nama"] or _("Tanpa unit"), **_angka(satu)} for satu in isi.get("unit", ())
    ]
    if isi.get("sisa"):
        baris.append({"nama": _("Unit lain bersama"), **_angka(isi["sisa"])})
    if isi.get("semua") and len(baris) > 1:
        baris.append({"nama": _("Seluruh instansi"), **_angka(isi["semua"])})
    return baris


def _angka(satu: Mapping[str, Any]) -> dict[str, Any]:
    return {"orang": satu["orang"], "sama": satu["sama"], "arah": kata_arah(satu["arah"])}


def jarak_unit(isi: Mapping[str, Any]) -> int | None:
    """Return the gap between the units shown, in points of percent; None under two units."""
    nilai = [satu["sama"] for satu in isi.get("unit", ())]
    return max(nilai) - min(nilai) if len(nilai) > 1 else None


def kata_jarak(daftar: Sequence[tuple[str, int | None]]) -> str:
    """Whether the gap between units shrinks over the semesters (name, gap), oldest first."""
    terisi = [(nama, jarak) for nama, jarak in daftar if jarak is not None]
    if len(terisi) < 2:
        return _(
            "Apakah jarak antarunit mengecil terlihat setelah dua semester berisi sedikitnya dua "
            "unit dengan lima orang."
        )
    (nama_awal, awal), (_nama, akhir) = terisi[0], terisi[-1]
    isi = {"semester": nama_awal, "awal": awal, "akhir": akhir}
    kata = (
        _("Jarak antarunit mengecil dari %(awal)s menjadi %(akhir)s poin sejak %(semester)s.")
        if akhir < awal
        else _("Jarak antarunit melebar dari %(awal)s menjadi %(akhir)s poin sejak %(semester)s.")
        if akhir > awal
        else _("Jarak antarunit tetap %(akhir)s poin sejak %(semester)s.")
    )
    return kata % isi


def baris_kasus(isi: Mapping[str, Any], kasus: Mapping[str, Kasus]) -> list[dict[str, Any]]:
    """The cases of a semester, the hardest first."""
    hasil = []
    for satu in sorted(isi.get("kasus", ()), key=lambda satu: (satu["sama"], satu["kode"])):
        kata, nada = kata_kasus(satu["kata"])
        ada = kasus.get(satu["kode"])
        hasil.append(
            {
                **satu,
                "judul": ada.judul if ada else satu["kode"],
                "kata": kata,
                "nada": nada,
                "alpha": "–" if satu["alpha"] is None else tulis_angka(satu["alpha"], 2),
            }
        )
    return hasil
