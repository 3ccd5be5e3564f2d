"""Pictures and words of the rounds: the strip of one value, the gap, the numbers before opening."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tera.core.sebutan import sebutan_pilihan
from tera.stats.release import MERGED, MISSING
from tera.umpan_balik.models import (
    HubunganResponden,
    LingkupRekan,
    PutaranPegawai,
    PutaranUmpanBalik,
)
from tera.umpan_balik.selectors.putaran import Perkiraan
from tera.umpan_balik.services.putaran_kunci import PasanganTerbuka

Status = PutaranPegawai.Status
NADA_STATUS = {
    Status.DISUSUN: "peringatan",
    Status.RESPONDEN_DISETUJUI: "info",
    Status.BERJALAN: "utama",
    Status.DITUTUP: "info",
    Status.HASIL_DIBUKA: "sukses",
}
NAMA_TEMA = {
    "kerja_sama": gettext_lazy("Kerja sama"),
    "komunikasi": gettext_lazy("Komunikasi"),
    "ketepatan_waktu": gettext_lazy("Ketepatan waktu"),
    "pelayanan": gettext_lazy("Pelayanan"),
    "ketelitian": gettext_lazy("Ketelitian"),
    "kepemimpinan": gettext_lazy("Kepemimpinan"),
    "belajar": gettext_lazy("Belajar dan keahlian"),
    "prakarsa": gettext_lazy("Prakarsa"),
}
#: From here a difference between self and a group is worth a conversation, in levels.
JARAK = 0.75


@dataclass(frozen=True, slots=True)
class TitikHasil:
    """One group (or the self) on the strip of one question; ``x`` places it, words say it."""

    nama: str
    kata: str
    x: str = ""
    kelas: str = ""


@dataclass(frozen=True, slots=True)
class BarisHasil:
    """One question: the self, the groups, and what their distance says."""

    teks: str
    diri: TitikHasil | None
    kelompok: tuple[TitikHasil, ...]
    jarak: str
    nada: str
    arti: str


def nama_kelompok(nama: str) -> str:
    """Return the word of a group as a page shows it."""
    if nama == MERGED:
        return _("Gabungan")
    return str(HubunganResponden(nama).label)


def kata_tingkat(rata: float) -> str:
    """Return the words of a rounded mean: people read words, not decimals."""
    if rata < 0.375:
        return _("Di bawah ekspektasi")
    if rata < 0.875:
        return _("Antara di bawah dan sesuai")
    if rata < 1.125:
        return _("Sesuai ekspektasi")
    if rata < 1.625:
        return _("Antara sesuai dan di atas")
    return _("Di atas ekspektasi")


def baris_hasil(
    *, butir: Sequence[Mapping[str, Any]], isi: Mapping[str, Any], diri: Sequence[int]
) -> list[BarisHasil]:
    """Return one row per question of a released result."""
    return [_baris(letak, satu["teks"], isi["kelompok"], diri) for letak, satu in enumerate(butir)]


def _baris(
    letak: int, teks: str, daftar: Sequence[Mapping[str, Any]], diri: Sequence[int]
) -> BarisHasil:
    sendiri = diri[letak] if letak < len(diri) and diri[letak] != MISSING else None
    titik = []
    beda: list[tuple[float, str]] = []
    for nomor, kelompok in enumerate(daftar, start=1):
        nama = nama_kelompok(kelompok["nama"])
        satu = kelompok["butir"][letak]
        if satu is None:
            titik.append(TitikHasil(nama, _("belum cukup jawaban")))
        elif satu.get("seragam"):
            titik.append(TitikHasil(nama, _("seragam: semua menjawab sama")))
        else:
            titik.append(
                TitikHasil(nama, kata_tingkat(satu["rata"]), _letak(satu["rata"]), f"s{nomor}")
            )
            if sendiri is not None:
                beda.append((sendiri - satu["rata"], nama))
    kata, nada, arti = _jarak(beda)
    return BarisHasil(
        teks,
        TitikHasil(_("Anda sendiri"), kata_tingkat(float(sendiri)), _letak(float(sendiri)))
        if sendiri is not None
        else None,
        tuple(titik),
        kata,
        nada,
        arti,
    )


def _jarak(beda: Sequence[tuple[float, str]]) -> tuple[str, str, str]:
    """A short label, its tone, and what it means."""
    if not beda:
        return "", "", ""
    tinggi = ", ".join(nama for selisih, nama in beda if selisih >= JARAK)
    rendah = ", ".join(nama for selisih, nama in beda if selisih <= -JARAK)
    if tinggi:
        return (
            _("Mungkin titik buta"),
            "peringatan",
            _("%(nama)s melihat lebih rendah daripada penilaian diri.") % {"nama": tinggi},
        )
    if rendah:
        return (
            _("Kekuatan tersembunyi"),
            "sukses",
            _("%(nama)s melihat lebih tinggi daripada penilaian diri.") % {"nama": rendah},
        )
    return _("Sejalan dengan penilaian diri"), "info", ""


def _letak(rata: float) -> str:
    """Where a level stands on the strip: a text, so that no language writes it with a comma."""
    return f"{10 + 40 * rata:.1f}%"


def ringkas_perilaku(*, isi: Mapping[str, Any], butir: Sequence[Mapping[str, Any]]) -> str:
    """Return one sentence for beside the rating: which questions the groups see low or high."""
    rendah, tinggi, ada = [], [], False
    for letak, satu in enumerate(butir):
        rata = [
            k["butir"][letak]["rata"]
            for k in isi["kelompok"]
            if k["butir"][letak] and "rata" in k["butir"][letak]
        ]
        ada = ada or bool(rata)
        if rata and max(rata) < 1:
            rendah.append(satu["teks"])
        elif rata and min(rata) > 1.25:
            tinggi.append(satu["teks"])
    if not ada:
        return _("Belum cukup jawaban yang berbeda untuk digambarkan.")
    bagian = []
    if tinggi:
        bagian.append(_("Cenderung di atas: %(daftar)s.") % {"daftar": ", ".join(tinggi)})
    if rendah:
        bagian.append(_("Cenderung di bawah: %(daftar)s.") % {"daftar": ", ".join(rendah)})
    return " ".join(bagian) or _("Umumnya sesuai ekspektasi pada semua nilai.")


def konteks_hasil(*, satu: PutaranPegawai, milik: bool) -> dict[str, Any]:
    """Return what the page of a released result shows."""
    isi = satu.hasil.isi
    return {
        "satu": satu,
        "milik": milik,
        "k": isi["k"],
        "ada": bool(isi["kelompok"]),
        "baris": baris_hasil(butir=satu.putaran.butir, isi=isi, diri=satu.hasil.diri),
        "legenda": [
            {"nama": nama_kelompok(kelompok["nama"]), "kelas": f"s{nomor}"}
            for nomor, kelompok in enumerate(isi["kelompok"], start=1)
        ],
        "gabungan": ", ".join(nama_kelompok(nama).lower() for nama in isi["gabungan"]),
        "tersembunyi": ", ".join(nama_kelompok(nama).lower() for nama in isi["tersembunyi"]),
        "tema": [str(NAMA_TEMA[nama]) for nama in isi["tema"]],
        "kutipan": isi["kutipan"],
    }


def langkah_orang(satu: PutaranPegawai) -> list[dict[str, str]]:
    """Return the step strip of one person's round."""
    urut = list(Status.values)
    kini = urut.index(satu.status)
    return [
        {
            "label": str(Status(status).label),
            "status": "selesai" if n < kini else "kini" if n == kini else "nanti",
        }
        for n, status in enumerate(urut)
    ]


def konteks_perkiraan(satu: Perkiraan) -> dict[str, Any]:
    """Return the numbers shown before a round is opened."""
    return {
        "perkiraan": satu,
        "sebaran": [
            (_("%(n)s formulir") % {"n": formulir}, jumlah) for formulir, jumlah in satu.sebaran
        ],
        "bila_kurang": [
            (_("Semua mengisi"), satu.tanpa_hasil),
            (_("Satu orang tiap kelompok tidak mengisi"), satu.tanpa_hasil_kurang_satu),
            (_("Seperlima tiap kelompok tidak mengisi"), satu.tanpa_hasil_lazim),
        ],
        "lingkup": [
            (str(LingkupRekan(kode).label), jumlah)
            for kode, jumlah in satu.tanpa_hasil_per_lingkup.items()
        ],
    }


def baris_pasangan(
    daftar: Sequence[PasanganTerbuka], butir: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return opened pairs in words, for the two officers of the letter."""
    kata = {-1: _("tidak tahu"), 0: _("di bawah"), 1: _("sesuai"), 2: _("di atas")}
    return [
        {
            "nama": satu.nama,
            "hubungan": nama_kelompok(satu.hubungan),
            "kata": [
                f"{pertanyaan['teks']}: {kata[level]}"
                for pertanyaan, level in zip(butir, satu.nilai, strict=True)
            ],
            "teks": satu.teks,
        }
        for satu in daftar
    ]


def kata_lingkup(putaran: PutaranUmpanBalik) -> str:
    """Return the circle of a round in the reader's language."""
    return sebutan_pilihan(putaran, "lingkup_rekan")
