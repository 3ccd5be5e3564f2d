"""What the pages of the room show, composed from rows."""

from collections import Counter
from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka
from tera.core.aktor import Aktor
from tera.core.sebutan import sebutan_pilihan
from tera.evaluasi.models import Evaluasi, LevelRating
from tera.kalibrasi import kata
from tera.kalibrasi.models import Analisis, KeketatanPenilai, PilihanAlasan, SaranPegawai
from tera.kalibrasi.selectors.bukti import BuktiTercatat, bukti_terkuat
from tera.kalibrasi.selectors.putusan import (
    DENGAN_KATA,
    alasan_lain,
    daftar_putusan,
    ringkasan_putusan,
)
from tera.kalibrasi.selectors.saran import (
    alasan_tersimpan,
    keketatan_terbaru,
    masih_pembinaan,
    perlu_alasan,
)
from tera.kalibrasi.tampilan_kelompok import konteks_kelompok

PER_HALAMAN = 20
NADA = {
    Analisis.Status.DIMINTA: "netral",
    Analisis.Status.BERJALAN: "info",
    Analisis.Status.SELESAI: "sukses",
    Analisis.Status.GAGAL: "bahaya",
}
_PERSEN = {satu: 20 * urut for urut, satu in enumerate(Analisis.Tahap)}


def baris_analisis(satu: Analisis) -> dict[str, Any]:
    """One run in the list: where it stands, what it read, what it may say."""
    ringkasan = satu.ringkasan
    return {
        "satu": satu,
        "status": sebutan_pilihan(satu, "status"),
        "nada": NADA[Analisis.Status(satu.status)],
        "tahap": sebutan_pilihan(satu, "tahap"),
        "persen": _PERSEN[Analisis.Tahap(satu.tahap)],
        "berjalan": satu.status in {Analisis.Status.DIMINTA, Analisis.Status.BERJALAN},
        "selesai": satu.status == Analisis.Status.SELESAI,
        "berpita": ringkasan.get("berpita", 0),
        "sebab": sebut_sebab(ringkasan),
        "kesehatan": sebut_kesehatan(ringkasan),
        "musnah": ringkasan.get("musnah", 0),
    }


def sebut_sebab(ringkasan: dict[str, Any]) -> str:
    """Return why nothing is said about anybody; empty where something is."""
    if not ringkasan or ringkasan.get("berpita"):
        return ""
    alasan = ringkasan.get("alasan", PilihanAlasan.TANPA_PENILAIAN)
    if alasan == PilihanAlasan.CUKUP:
        alasan = PilihanAlasan.SEDIKIT_PENILAI
    return kata.sebut_alasan(alasan)


def sebut_kesehatan(ringkasan: dict[str, Any]) -> str:
    """Return what a second-level rating of all would bring."""
    if not ringkasan.get("dinilai"):
        return ""
    if not ringkasan["tambahan"]:
        return _("Atasan penilai sudah menandai semua pegawai yang dinilai.")
    isi = {
        "n": ringkasan["tambahan"],
        "kini": ringkasan["cukup"],
        "nanti": ringkasan["cukup_sesudah"],
    }
    if isi["kini"] == isi["nanti"]:
        teks = _(
            "Bila atasan penilai ikut menandai semua pegawai (%(n)s penilaian lagi), pegawai "
            "dengan bukti yang cukup tetap %(kini)s."
        )
    else:
        teks = _(
            "Bila atasan penilai ikut menandai semua pegawai (%(n)s penilaian lagi), pegawai "
            "dengan bukti yang cukup bertambah dari %(kini)s menjadi %(nanti)s."
        )
    teks = teks % isi
    if ringkasan["pasti"] is None or ringkasan["pasti_sesudah"] is None:
        return teks
    return (
        teks
        + " "
        + _(
            "Kepastian (satu tingkat didukung sedikitnya 80 %%) naik dari sekitar %(kini)s menjadi "
            "sekitar %(nanti)s dari 100 pegawai."
        )
        % {"kini": ringkasan["pasti"], "nanti": ringkasan["pasti_sesudah"]}
    )


def konteks_penilai(
    *, aktor: Aktor, evaluasi: Evaluasi, saran: SaranPegawai | None
) -> dict[str, Any]:
    """What the penilai reads beside one person, before and after deciding."""
    dasar: dict[str, Any] = {"evaluasi": evaluasi, "penilai": True, "saran": saran}
    if saran is None:
        return dasar
    ketat = keketatan_terbaru(aktor=aktor, analisis=saran.analisis)
    perlu = perlu_alasan(saran=saran, level=evaluasi.rating_perilaku_kerja)
    return dasar | {
        "kalimat": kata.sebut_saran(saran),
        "gambar": kata.gambar(saran),
        "keketatan": kata.sebut_keketatan(ketat) if ketat is not None else "",
        "bukti": [baris_bukti(satu) for satu in bukti_terkuat(evaluasi=evaluasi)],
        "pembinaan": masih_pembinaan(saran.analisis, saran.analisis.pengaktifan),
        "perlu_alasan": perlu,
        "alasan": alasan_tersimpan(evaluasi=evaluasi) if perlu else None,
        "level": sebutan_pilihan(evaluasi, "rating_perilaku_kerja") if perlu else "",
    }


def baris_bukti(satu: BuktiTercatat) -> dict[str, Any]:
    """One recorded piece as the penilai reads it, with the page that holds it whole."""
    keterangan = ""
    if satu.persen is not None:
        keterangan = _("%(n)s %% dari target") % {"n": tulis_angka(satu.persen, 0)}
    elif satu.nama:
        keterangan = _("dari %(nama)s") % {"nama": satu.nama}
    return {
        "sumber": kata.sebut_sumber(satu.sumber),
        "kapan": satu.kapan,
        "teks": Truncator(satu.teks).chars(140),
        "keterangan": keterangan,
        "alamat": reverse(satu.rute, args=satu.argumen),
    }


def konteks_pegawai(*, evaluasi: Evaluasi, saran: SaranPegawai | None) -> dict[str, Any]:
    """What the person reads about the own result: the band in words, what would change it."""
    dasar: dict[str, Any] = {"evaluasi": evaluasi, "penilai": False, "saran": saran}
    if saran is None:
        return dasar
    return dasar | {
        "kalimat": kata.sebut_rentang(saran),
        "ubah": kata.sebut_ubah(saran.alasan),
        "pembinaan": masih_pembinaan(saran.analisis, saran.analisis.pengaktifan),
    }


def konteks_keketatan(daftar: list[KeketatanPenilai]) -> dict[str, Any]:
    """Own strictness: the newest sentence, and a picture over the periods that have a value."""
    terbaru: dict[int, KeketatanPenilai] = {}
    for satu in daftar:
        terbaru.setdefault(satu.analisis.periode_id, satu)
    baris = [
        {"periode": str(satu.analisis.periode), "kalimat": kata.sebut_keketatan(satu)}
        for satu in terbaru.values()
    ]
    titik = [
        (
            str(satu.analisis.periode),
            satu.nilai / 10,
            (satu.bawah or 0) / 10,
            (satu.atas or 0) / 10,
        )
        for satu in terbaru.values()
        if satu.nilai is not None
    ]
    return {"baris": baris, "titik": titik[::-1]}


def konteks_analisis(satu: Analisis) -> dict[str, Any]:
    """One run as officers of the whole instansi read it: counts, units, groups; no person."""
    ringkasan = satu.ringkasan
    tanda = list(satu.daftar_tanda.select_related("unit"))
    return {
        **baris_analisis(satu),
        **konteks_kelompok(ringkasan),
        "standar_lain": ringkasan.get("standar_lain", []),
        "tanda": [{"satu": baris, "arah": sebutan_pilihan(baris, "arah")} for baris in tanda],
        "salah": max((baris.salah_dari_seratus for baris in tanda), default=0),
        "putusan": ringkasan_putusan(analisis=satu),
    }


def konteks_putusan(satu: Analisis, nomor: str | None) -> dict[str, Any]:
    """The log of one run: decisions with little support, and reasons that outlived their flag."""
    per_unit: dict[str, dict[str, Any]] = {}
    for baris in daftar_putusan(analisis=satu):
        unit = per_unit.setdefault(
            baris["nama_unit"], {"nama": baris["nama_unit"], "alasan": [], "tanpa": Counter()}
        )
        level = LevelRating(baris["level"]).label
        if baris["keadaan"] == DENGAN_KATA:
            unit["alasan"].append({**baris, "level": level})
        else:
            unit["tanpa"][level, baris["keadaan"]] += 1
    daftar = [
        {
            **unit,
            "tanpa": [
                {"level": level, "keadaan": keadaan, "n": n}
                for (level, keadaan), n in unit["tanpa"].items()
            ],
        }
        for unit in per_unit.values()
    ]
    halaman = Paginator(daftar, PER_HALAMAN).get_page(nomor)
    return {
        "satu": satu,
        "putusan": ringkasan_putusan(analisis=satu),
        "halaman": halaman,
        "lain": [
            {"satu": baris, "level": sebutan_pilihan(baris, "level")}
            for baris in alasan_lain(analisis=satu)
        ],
    }
