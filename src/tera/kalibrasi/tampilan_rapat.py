"""What the pages of a meeting show: agenda, cards without names, what if, who steps aside."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_angka
from tera.core.sebutan import sebutan_pilihan
from tera.evaluasi.models import LevelRating, PilihanPredikat
from tera.evaluasi.selectors.distribusi import periksa
from tera.evaluasi.tampilan.distribusi import hasil_periksa
from tera.kalibrasi import kata
from tera.kalibrasi.models import (
    KartuRapat,
    MundurRapat,
    PesertaRapat,
    RapatKalibrasi,
    SaranPegawai,
    SebabAgenda,
    TanpaBukti,
    UnitRapat,
)
from tera.kalibrasi.selectors.agenda import pita_berlaku
from tera.regulasi.distribusi import SUMBU_KURVA, HasilPeriksa
from tera.regulasi.kategori import Predikat, Rating
from tera.regulasi.predikat import predikat_kinerja

Status = RapatKalibrasi.Status
NADA = {
    Status.DISUSUN: "info",
    Status.BERLANGSUNG: "peringatan",
    Status.DITUTUP: "sukses",
    Status.DIBATALKAN: "netral",
}
_NADA_HASIL = {
    HasilPeriksa.SESUAI.value: "sukses",
    HasilPeriksa.MELANGGAR.value: "peringatan",
    HasilPeriksa.PERTIMBANGAN.value: "info",
}


def sebut_bukti(rapat: RapatKalibrasi) -> str:
    """Return what the meeting stands on besides the pattern."""
    if rapat.analisis_id is None:
        sebab = TanpaBukti(rapat.tanpa_bukti or TanpaBukti.BELUM_DIJALANKAN).label
        return _("Rapat ini hanya memakai pola distribusi: %(sebab)s.") % {"sebab": sebab}
    return _("Memakai analisis objektivitas versi %(n)s.") % {
        "n": rapat.analisis.versi if rapat.analisis else ""
    }


def sebut_salah(rapat: RapatKalibrasi) -> str:
    """Return the error rate of the signs in words; empty where there are none."""
    if not rapat.salah_dari_seratus:
        return ""
    return _(
        "Daftar tinjau, bukan temuan: sampai sekitar %(n)s dari 100 tanda pada agenda ini tidak "
        "terbukti. Ketat bisa benar."
    ) % {"n": rapat.salah_dari_seratus}


def sebut_pola(pita: int, alasan: str) -> str:
    """Return what the evidence says of the pattern of a unit; empty where nothing was asked."""
    if pita_berlaku(pita, alasan):
        return _("Peluang pola ini menurut bukti lain: %(peluang)s (batas bawah).") % {
            "peluang": kata.sebut_pita(pita)
        }
    return kata.sebut_alasan(alasan) if alasan else _("Belum cukup bukti tentang pola unit ini.")


def sebut_sebab(daftar: Sequence[str]) -> list[str]:
    """Return why a unit is on the agenda, in words."""
    return [str(SebabAgenda(satu).label) for satu in daftar]


def jumlah_orang(unit: UnitRapat) -> int:
    """Return how many people of the unit are rated."""
    return sum(unit.jumlah.values())


def baris_unit(unit: UnitRapat) -> dict[str, Any]:
    """One unit on the agenda: why, how it stands; ``kartu``, ``putus`` annotated by the view."""
    return {
        "satu": unit,
        "sebab": sebut_sebab(unit.sebab),
        "hasil": label_hasil(unit.hasil),
        "nada": _NADA_HASIL.get(unit.hasil, "netral"),
        "orang": jumlah_orang(unit),
        "bukti": sebut_pola(unit.pita, unit.alasan_pita),
    }


def label_hasil(hasil: str) -> str:
    """Return the words of the check, as on the distribution page."""
    return {
        HasilPeriksa.SESUAI.value: _("Sesuai pola"),
        HasilPeriksa.MELANGGAR.value: _("Perlu alasan"),
        HasilPeriksa.PERTIMBANGAN.value: _("Bahan pertimbangan"),
    }.get(hasil, _("Capaian unit belum ditetapkan"))


def daftar_mundur(
    daftar: Mapping[tuple[int, int], str], peserta: Sequence[PesertaRapat]
) -> dict[int, list[dict[str, str]]]:
    """Return, by unit row, who steps aside and why."""
    nama = {satu.pegawai_id: satu.nama for satu in peserta}
    hasil: dict[int, list[dict[str, str]]] = {}
    for (unit, siapa), sebab in daftar.items():
        if siapa in nama:
            hasil.setdefault(unit, []).append(
                {"nama": nama[siapa], "sebab": str(MundurRapat.Sebab(sebab).label)}
            )
    return {unit: sorted(isi, key=lambda satu: satu["nama"]) for unit, isi in hasil.items()}


def sebut_halangan(sebab: str) -> str:
    """Return to the person why the cards of a unit stay closed."""
    if sebab == MundurRapat.Sebab.PENILAI:
        return _(
            "Anda menilai, atau pernah menilai, pegawai unit ini. Anda boleh didengar rapat, "
            "tetapi tidak melihat kartunya dan tidak ikut memutus."
        )
    return _(
        "Anda dinilai pada unit ini, atau ada pernyataan hubungan dekat dengan pegawainya. Anda "
        "menepi: kartunya tidak Anda lihat dan tidak Anda putuskan. Notulen hanya menyebut bahwa "
        "Anda menepi."
    )


def kartu_tampil(kartu: KartuRapat, saran: SaranPegawai | None, pada: dt.date) -> dict[str, Any]:
    """One card: ratings, counts, band in words; neither person nor penilai."""
    return {
        "satu": kartu,
        "jenis": sebutan_pilihan(kartu, "jenis"),
        "hasil": sebutan_pilihan(kartu, "rating_hasil_kerja"),
        "perilaku": sebutan_pilihan(kartu, "rating_perilaku_kerja"),
        "predikat": PilihanPredikat(
            _predikat(kartu.rating_hasil_kerja, kartu.rating_perilaku_kerja, pada).value
        ).label,
        "indikator": sebut_indikator(kartu.bukti),
        "dasar": _("Penilai menulis dasar putusannya.")
        if kartu.bukti.get("beralasan")
        else _("Penilai tidak menulis dasar putusannya."),
        "kalimat": kata.sebut_saran(saran) if saran is not None else "",
        "gambar": kata.gambar(saran) if saran is not None else [],
        "keputusan": sebutan_pilihan(kartu, "keputusan") if kartu.keputusan else "",
        "jawaban": sebutan_pilihan(kartu, "jawaban") if kartu.jawaban else "",
    }


def sebut_indikator(bukti: Mapping[str, Any]) -> str:
    """Return target against realisasi in counts."""
    if not bukti.get("indikator"):
        return _("Belum ada indikator pada rencananya.")
    isi = {
        "lapor": tulis_angka(bukti["dilaporkan"]),
        "semua": tulis_angka(bukti["indikator"]),
        "capai": tulis_angka(bukti["tercapai"]),
        "atas": tulis_angka(bukti["di_atas"]),
    }
    if bukti["di_atas"]:
        return (
            _(
                "%(lapor)s dari %(semua)s indikator dilaporkan; %(capai)s mencapai target, "
                "%(atas)s di antaranya melampauinya."
            )
            % isi
        )
    return _("%(lapor)s dari %(semua)s indikator dilaporkan; %(capai)s mencapai target.") % isi


def _predikat(hasil: str, perilaku: str, pada: dt.date) -> Predikat:
    return predikat_kinerja(
        hasil_kerja=Rating(hasil), perilaku_kerja=Rating(perilaku), pada=pada
    ).predikat


def andai(
    *,
    unit: UnitRapat,
    daftar: Sequence[KartuRapat],
    tanya: Mapping[str, str],
    aturan: Mapping[str, Any],
    pada: dt.date,
) -> dict[str, Any]:
    """Return the counts as they would be with other ratings on the cards; nothing is kept."""
    jumlah = {Predikat(kata): n for kata, n in unit.jumlah.items()}
    baru = dict(jumlah)
    pilihan: dict[str, dict[str, str]] = {}
    berubah = 0
    for satu in daftar:
        hasil = _level(tanya.get(f"h-{satu.kode}", ""), satu.rating_hasil_kerja)
        perilaku = _level(tanya.get(f"p-{satu.kode}", ""), satu.rating_perilaku_kerja)
        pilihan[satu.kode] = {"hasil": hasil, "perilaku": perilaku}
        if (hasil, perilaku) == (satu.rating_hasil_kerja, satu.rating_perilaku_kerja):
            continue
        berubah += 1
        baru[_predikat(satu.rating_hasil_kerja, satu.rating_perilaku_kerja, pada)] -= 1
        baru[_predikat(hasil, perilaku, pada)] += 1
    return {
        "pilihan": pilihan,
        "berubah": berubah,
        "hasil": hasil_periksa(periksa(baru, level=unit.level, aturan=aturan, pada=pada)),
        "kini": hasil_periksa(periksa(jumlah, level=unit.level, aturan=aturan, pada=pada)),
        "baris": [
            {
                "label": PilihanPredikat(satu.value).label,
                "kini": jumlah.get(satu, 0),
                "baru": baru.get(satu, 0),
            }
            for satu in reversed(SUMBU_KURVA)
        ],
    }


def _level(kata_isian: str, bawaan: str) -> str:
    return kata_isian if kata_isian in LevelRating.values else bawaan


def konteks_unit(
    *,
    rapat: RapatKalibrasi,
    unit: UnitRapat,
    daftar: Sequence[KartuRapat],
    saran: Mapping[int, SaranPegawai],
    tanya: Mapping[str, str],
    aturan: Mapping[str, Any],
) -> dict[str, Any]:
    """The page of one unit for who may see its cards."""
    pada = rapat.dibuka_pada or rapat.tanggal
    hitung = andai(unit=unit, daftar=daftar, tanya=tanya, aturan=aturan, pada=pada)
    return {
        **baris_unit(unit),
        "andai": hitung,
        "tingkat": LevelRating.choices,
        "kartu": [
            kartu_tampil(satu, saran.get(satu.evaluasi_id), pada)
            | {"pilihan": hitung["pilihan"][satu.kode]}
            for satu in daftar
        ],
        "bukti_hilang": rapat.analisis_id is not None and bool(daftar) and not saran,
    }


def keadaan_permintaan(kartu: KartuRapat) -> dict[str, Any]:
    """What the penilai of a card may do now: the ordinary path of the state, or only words."""
    status = kartu.evaluasi.status
    if status in {"terbuka", "dinilai"}:
        return {
            "jalan": "ubah",
            "teks": _(
                "Penilaian ini belum ditetapkan. Anda boleh mengubah ratingnya di halaman "
                "penilaian seperti biasa, lalu jawab di sini; atau jawab tetap."
            ),
        }
    if status == "ditetapkan":
        return {
            "jalan": "buka",
            "teks": _(
                "Hasil ini sudah ditetapkan dan belum disampaikan. Bila hendak diubah, minta buka "
                "kembali dengan persetujuan pengelola; atau jawab tetap."
            ),
        }
    return {
        "jalan": "kata",
        "teks": _(
            "Hasil ini sudah disampaikan kepada pegawainya. Rapat tidak bisa mengubahnya dan Anda "
            "pun tidak; yang terbuka hanya keberatan, hak pegawai. Jawablah dengan kata-kata."
        ),
    }
