"""What the pages of the room show, composed from rows."""

from typing import Any

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka
from tera.core.aktor import Aktor
from tera.core.sebutan import sebutan_pilihan
from tera.evaluasi.models import Evaluasi
from tera.kalibrasi import kata
from tera.kalibrasi.models import Analisis, KeketatanPenilai, PilihanAlasan, SaranPegawai
from tera.kalibrasi.selectors.bukti import BuktiTercatat, bukti_terkuat
from tera.kalibrasi.selectors.saran import (
    alasan_analisis,
    alasan_tersimpan,
    jumlah_tanpa_dukungan,
    keketatan_terbaru,
    masih_pembinaan,
    perlu_alasan,
)

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
        "tanggal": satu.tanggal,
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


def sebut_kontras(isi: dict[str, Any], kelompok: str) -> str:
    """Return what an auditor reads about a group: the gap, its interval, what can't be seen."""
    if isi.get("selisih") is None:
        return kata.sebut_alasan(isi.get("alasan", PilihanAlasan.TANPA_KELOMPOK))
    dasar = _("dari %(n)s dan %(m)s orang") % {"n": isi["jumlah"], "m": isi["lain"]}
    batas = _(
        "Selisih di bawah %(n)s simpangan baku biasanya tidak terlihat, dan yang sama pada semua "
        "penilai tidak pernah terlihat."
    ) % {"n": _seperseratus(isi["terlihat"])}
    if isi["bawah"] <= 0 <= isi["atas"]:
        teks = _("Tidak tampak selisih untuk %(kelompok)s, %(dasar)s.")
    elif isi["selisih"] < 0:
        teks = _(
            "Atasan menilai %(kelompok)s lebih rendah %(nilai)s simpangan baku daripada penilai "
            "lain menilai orang yang sama (95 %%: %(satu)s sampai %(dua)s), %(dasar)s."
        )
    else:
        teks = _(
            "Atasan menilai %(kelompok)s lebih tinggi %(nilai)s simpangan baku daripada penilai "
            "lain menilai orang yang sama (95 %%: %(satu)s sampai %(dua)s), %(dasar)s."
        )
    kecil, besar = sorted((abs(isi["bawah"]), abs(isi["atas"])))
    kalimat = teks % {
        "kelompok": kelompok,
        "nilai": _seperseratus(abs(isi["selisih"])),
        "satu": _seperseratus(kecil),
        "dua": _seperseratus(besar),
        "dasar": dasar,
    }
    return f"{kalimat} {batas}"


def _seperseratus(nilai: int) -> str:
    return tulis_angka(nilai / 100, 2)


def konteks_analisis(satu: Analisis) -> dict[str, Any]:
    """One run as officers of the whole instansi read it: counts, units, reasons; no person."""
    ringkasan = satu.ringkasan
    tanda = list(satu.daftar_tanda.select_related("unit"))
    return {
        **baris_analisis(satu),
        "kontras": sebut_kontras(ringkasan.get("kontras", {}).get("perempuan", {}), _("perempuan")),
        "standar_lain": ringkasan.get("standar_lain", []),
        "tanda": [{"satu": baris, "arah": sebutan_pilihan(baris, "arah")} for baris in tanda],
        "salah": max((baris.salah_dari_seratus for baris in tanda), default=0),
        "tanpa_dukungan": jumlah_tanpa_dukungan(analisis=satu),
        "alasan_putusan": [
            {"satu": baris, "level": sebutan_pilihan(baris, "level")}
            for baris in alasan_analisis(analisis=satu)[:50]
        ],
    }
