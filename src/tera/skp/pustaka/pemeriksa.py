"""Gentle reading of SKP sentences: what is an activity instead of a result, what can't be measured.

Rules are few and open: words and wordings are in `pemeriksa.toml`, so an instansi can read them.
Basis of the hint: RHK is worded as a result (PermenPANRB 8/2021, Lampiran BAB II A.5, superseded).
Tidak dimodelkan: grammar beyond the first words, truth or ambition of a target, spelling.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tera.skp.pustaka.kata import daftar_kata, lipat
from tera.skp.pustaka.toml_data import FOLDER, PustakaError, Rekaman, baca_toml

_SEBUT_TIGA_KATA = (
    "rhk_tugas_lain",
    "rhk_kegiatan_terlaksana",
    "rhk_tentang_orang",
    "rhk_peran",
    "rhk_terlalu_umum",
)
BAGIAN = ("rhk", "indikator", "target", "satuan")
GOLONGAN = ("aktivitas", "tidak_terukur", "penulisan")

_NOMOR_AWAL = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[a-z][.)]|[-•*])\s+", re.IGNORECASE)
_KEADAAN = re.compile(r"^(?:ter|me|ber|ke|di|pulih|tuntas|mandiri|aktif|lancar)\w*nya$")
_KATA_KERJA = re.compile(r"^(?:meng|meny|mem|men|me)[a-z]{3,}$")
_KATA_BENDA = re.compile(r"^(?:(?:per|pem|pen|peng|peny|pel|pe)[a-z]+an|[a-z]{3,}asi)$")
_KEADAAN_KE = re.compile(r"^ke[a-z]{4,}an$")
_PREDIKAT = re.compile(r"^(?:me|ber)[a-z]{4,}$")
_KATA_KERJA_BER = re.compile(r"^ber[a-z]{4,}$")
_PASIF = re.compile(r"^(?:ter|di)[a-z]{4,}$")
_ANGKA = re.compile(r"\d")
_HANYA_ANGKA = re.compile(
    r"^(?:≥|≤|>|<|=|minimal|maksimal|paling (?:sedikit|banyak|tinggi|rendah))?\s*[\d.,]+$"
)


@dataclass(frozen=True, slots=True)
class Saran:
    """One hint: which part, what was seen, why it matters, and an example of a better wording.

    `golongan` is `aktivitas` or `tidak_terukur` for a problem, `penulisan` for a matter of style.
    """

    kode: str
    bagian: str
    pesan: str
    mengapa: str
    contoh_perbaikan: str
    golongan: str


@dataclass(frozen=True, slots=True)
class AturanPemeriksa:
    """Wording of one rule as it stands in `pemeriksa.toml`."""

    kode: str
    bagian: str
    golongan: str
    pesan: str
    mengapa: str
    contoh_perbaikan: str


_DAFTAR_KATA_WAJIB = (
    "bukan_kegiatan",
    "kata_kerja",
    "kata_benda_kegiatan",
    "perubahan",
    "bukan_kegiatan_asi",
    "umum",
    "peran",
    "bukan_hasil_pasif",
    "bukan_kegiatan_tengah",
    "penanda_hasil",
    "keadaan",
    "keadaan_sifat",
    "terlaksana",
    "cara",
    "pelaku",
    "kegiatan_pelaku",
    "sifat_awal",
    "sifat_pelaku",
    "tugas_lain",
    "awalan_diabaikan",
    "kabur",
    "kabur_rhk",
    "ukuran",
    "ukuran_bersatuan",
    "perlu_syarat",
    "peringkat",
    "ukuran_peringkat",
    "alat_ukur",
    "angka_kata",
    "angka_seluruh",
    "bulan",
    "target_kosong",
    "masa_kerja",
    "ukuran_masa",
)


@dataclass(frozen=True)
class Ketentuan:
    """All wordings and word lists of the checker, with their version."""

    versi: str
    sifat: str
    aturan: dict[str, AturanPemeriksa]
    kata: dict[str, frozenset[str]]
    padanan: dict[str, str]


def _aturan_dari(rekaman: Rekaman) -> AturanPemeriksa:
    rekaman.boleh("kode", "bagian", "golongan", "pesan", "mengapa", "contoh_perbaikan")
    return AturanPemeriksa(
        kode=rekaman.teks("kode"),
        bagian=rekaman.pilihan("bagian", BAGIAN),
        golongan=rekaman.pilihan("golongan", GOLONGAN),
        pesan=rekaman.teks("pesan"),
        mengapa=rekaman.teks("mengapa"),
        contoh_perbaikan=rekaman.teks("contoh_perbaikan"),
    )


@cache
def ketentuan_pemeriksa() -> Ketentuan:
    """Rules and word lists read from `pemeriksa.toml`; raises PustakaError when incomplete."""
    data = baca_toml(FOLDER / "pemeriksa.toml")
    data.boleh("versi", "sifat", "aturan", "kata", "padanan")
    aturan = [_aturan_dari(r) for r in data.daftar_rekaman("aturan")]
    kata = data.rekaman("kata")
    kata.boleh(*_DAFTAR_KATA_WAJIB)
    padanan = data.rekaman("padanan")
    if len({a.kode for a in aturan}) != len(aturan):
        raise PustakaError("pemeriksa.toml: ada kode aturan yang sama dua kali.")
    return Ketentuan(
        versi=data.teks("versi"),
        sifat=data.teks("sifat"),
        aturan={a.kode: a for a in aturan},
        kata={k: frozenset(kata.daftar_teks(k)) for k in _DAFTAR_KATA_WAJIB},
        padanan={k: padanan.teks(k) for k in padanan.kunci()},
    )


def daftar_aturan() -> tuple[AturanPemeriksa, ...]:
    """Every rule with its wording, for the page that shows an instansi how the checker reads."""
    return tuple(ketentuan_pemeriksa().aturan.values())


def _saran(kode: str, kata: str = "", contoh: str | None = None) -> Saran:
    aturan = ketentuan_pemeriksa().aturan[kode]
    perbaikan = aturan.contoh_perbaikan
    if "{contoh}" in perbaikan:
        perbaikan = perbaikan.replace("{contoh}", contoh or ketentuan_pemeriksa().padanan["umum"])
    return Saran(
        kode=kode,
        bagian=aturan.bagian,
        pesan=aturan.pesan.replace("{kata}", kata),
        mengapa=aturan.mengapa,
        contoh_perbaikan=perbaikan,
        golongan=aturan.golongan,
    )


def _memuat(kalimat: str, frasa: str) -> bool:
    return f" {frasa} " in f" {kalimat} "


def _temuan(kalimat: str, daftar: frozenset[str]) -> str | None:
    """The first phrase of the list found in the sentence as whole words, longest first."""
    ditemukan = [frasa for frasa in daftar if _memuat(kalimat, frasa)]
    return min(ditemukan, key=lambda frasa: (-len(frasa), frasa), default=None)


def _contoh(kata: list[str], asli: str) -> str | None:
    """The person's own sentence turned into a result, where `padanan` knows the first word."""
    pola = ketentuan_pemeriksa().padanan.get(kata[0])
    sisa = asli.split(maxsplit=1)[1:] if kata else []
    if pola is None or not sisa:
        return None
    return pola.replace("{sisa}", sisa[0].rstrip(" ."))


def _ada_hasil(kata: list[str]) -> bool:
    """Whether a later word names a result: a known sign, a figure, or a ter-/di- passive."""
    k = ketentuan_pemeriksa().kata
    sisa = kata[1:]
    if _temuan(" ".join(sisa), k["penanda_hasil"]) or any(_ANGKA.search(w) for w in sisa):
        return True
    return any(_PASIF.match(w) and w not in k["bukan_hasil_pasif"] for w in sisa)


def _kegiatan_awal(kata: list[str]) -> str | None:
    """The rule that the first words break, or None when they name a state or a product."""
    k = ketentuan_pemeriksa().kata
    pertama = kata[0]
    kalimat = " ".join(kata)
    if any(kalimat.startswith(frasa) for frasa in k["tugas_lain"]):
        return "rhk_tugas_lain"
    if pertama in k["sifat_awal"]:
        return "rhk_tentang_orang"
    if pertama in k["pelaku"] and any(
        w in k["kegiatan_pelaku"] or w in k["sifat_pelaku"] for w in kata[1:4]
    ):
        return "rhk_tentang_orang"
    if pertama in k["terlaksana"] or _KEADAAN.match(pertama):
        return _keadaan_kosong(kata)
    if any(f"{kalimat} ".startswith(f"{peran} ") for peran in k["peran"]):
        return None if _ada_hasil(kata) else "rhk_peran"
    if pertama in k["bukan_kegiatan"]:
        return None
    if pertama in k["kata_kerja"] or _KATA_KERJA.match(pertama) or _KATA_KERJA_BER.match(pertama):
        return "rhk_kata_kerja"
    if pertama in k["perubahan"]:
        return "rhk_cara" if _temuan(kalimat, k["cara"]) else None
    if _kata_benda_kegiatan(pertama):
        tuntas = _ada_hasil(kata) or "tanpa" in kata or _ada_sifat(kata)
        return None if tuntas else "rhk_kata_benda_kegiatan"
    return None if _ada_keadaan(kata) else "rhk_belum_hasil"


def _ada_sifat(kata: list[str]) -> bool:
    """Whether an adjective is the predicate ("perjalanan dinas aman"), not a manner of doing."""
    sifat = ketentuan_pemeriksa().kata["keadaan_sifat"]
    return any(
        w in sifat and sebelum not in ("dengan", "secara", "yang", "jam")
        for sebelum, w in pairwise(kata)
    )


def _ada_keadaan(kata: list[str]) -> bool:
    """Whether a sentence that opens with a thing also says its state or what is done with it."""
    k = ketentuan_pemeriksa().kata
    if _ada_sifat(kata):
        return True
    if _KEADAAN_KE.match(kata[0]) or _ada_hasil(kata) or _temuan(" ".join(kata), k["keadaan"]):
        return True
    return any(_PREDIKAT.match(w) and w not in k["bukan_kegiatan_tengah"] for w in kata[1:])


def _keadaan_kosong(kata: list[str]) -> str | None:
    """A "ter-…-nya" opening that says only that a task ran, or names nothing in particular."""
    k = ketentuan_pemeriksa().kata
    if all(w in k["umum"] for w in kata[1:]):
        return "rhk_terlalu_umum"
    if kata[1].startswith("tugas"):
        return "rhk_tugas_lain"
    if kata[0] not in k["terlaksana"] or "pelayanan" in kata[1:3] or _ada_hasil(kata):
        return None
    if any(_kata_benda_kegiatan(w) for w in kata[1:3]):
        return "rhk_kegiatan_terlaksana"
    return None


def _kata_benda_kegiatan(kata: str) -> bool:
    """Whether the word names doing ("penyusunan", "sosialisasi"), not change ("penurunan")."""
    k = ketentuan_pemeriksa().kata
    if kata in k["perubahan"] or kata in k["bukan_kegiatan_asi"]:
        return False
    return kata in k["kata_benda_kegiatan"] or bool(_KATA_BENDA.match(kata))


def periksa_rhk(teks: str) -> list[Saran]:
    """Hints on one rencana hasil kerja, empty when it reads as a result; never raises."""
    k = ketentuan_pemeriksa().kata
    asli = _NOMOR_AWAL.sub("", teks).strip(" \"'“”.")
    kata = daftar_kata(asli)
    while len(kata) > 1 and kata[0] in k["awalan_diabaikan"]:
        kata = kata[1:]
        asli = asli.split(maxsplit=1)[-1]
    if not kata:
        return [_saran("rhk_kosong")]
    daftar: list[Saran] = []
    kalimat = " ".join(kata)
    kode = _kegiatan_awal(kata)
    if kode is not None:
        sebut = asli.split()[0]
        if kode == "rhk_cara":
            sebut = _temuan(kalimat, k["cara"]) or sebut
        elif kode in _SEBUT_TIGA_KATA:
            sebut = " ".join(asli.split()[:3])
        daftar.append(_saran(kode, sebut, _contoh(kata, asli)))
    hasil = [w for w in kata if _KEADAAN.match(w)]
    if len(hasil) > 1 and ({"dan", "serta"} & set(kata) or ";" in asli):
        daftar.append(_saran("rhk_gabungan", ", ".join(hasil)))
    kabur = _temuan(kalimat, k["kabur_rhk"])
    if kabur is not None:
        daftar.append(_saran("rhk_kata_kabur", kabur))
    return daftar


def _target_berukuran(kalimat: str, target: str) -> bool:
    """Whether the target is a number, a date, a counted word, or a rank of a ranked measure."""
    k = ketentuan_pemeriksa().kata
    if _ANGKA.search(target):
        return True
    kata_target = daftar_kata(target)
    lipatan = " ".join(kata_target)
    if any(w in k["angka_kata"] or w in k["bulan"] for w in kata_target):
        return True
    if _temuan(lipatan, k["angka_seluruh"]) and len(kalimat.split()) > 2:
        return True
    if _temuan(kalimat, k["ukuran_peringkat"]) is None:
        return False
    return _temuan(lipatan, k["peringkat"]) is not None


def _tanpa_syarat(kata: list[str]) -> bool:
    """Whether a ratio names only the whole ("Persentase siswa"), not the part that is counted."""
    k = ketentuan_pemeriksa().kata
    return kata[0] in k["perlu_syarat"] and len(kata) <= 2


def _saran_teks_indikator(teks: str) -> Saran | None:
    k = ketentuan_pemeriksa().kata
    asli = _NOMOR_AWAL.sub("", teks).strip(" \"'“”.")
    kata = daftar_kata(asli)
    if not kata:
        return _saran("indikator_kosong")
    kalimat = " ".join(kata)
    hanya_umum = all(w in k["umum"] and w not in k["ukuran"] for w in kata)
    if len(kata) == 1 or _tanpa_syarat(kata) or hanya_umum:
        return _saran("indikator_terlalu_singkat", asli)
    if any(w in k["ukuran"] for w in kata[:4]) or _temuan(kalimat, k["alat_ukur"]):
        return None
    pertama = kata[0]
    if (
        pertama in k["kata_kerja"]
        or pertama in k["terlaksana"]
        or (_KATA_KERJA.match(pertama) and pertama not in k["bukan_kegiatan"])
    ):
        return _saran("indikator_aktivitas", asli.split()[0])
    kabur = _temuan(kalimat, k["kabur"])
    if kabur is not None:
        return _saran("indikator_kabur", kabur)
    return None


def _saran_target(teks: str, target: str, satuan: str) -> Saran | None:
    k = ketentuan_pemeriksa().kata
    kata = daftar_kata(teks)
    kalimat = " ".join(kata)
    bersih = lipat(target)
    if not bersih or bersih in k["target_kosong"]:
        return _saran("target_kosong")
    if not _target_berukuran(kalimat, target):
        return _saran("target_tanpa_angka", target.strip())
    lengkap = lipat(f"{target} {satuan}")
    tanpa_ukuran = not any(w in k["ukuran"] for w in kata)
    if lengkap in k["masa_kerja"] and (tanpa_ukuran or _temuan(kalimat, k["ukuran_masa"])):
        return _saran("target_masa_kerja", f"{target} {satuan}".strip())
    tanpa_nama = not (
        any(w in k["ukuran_bersatuan"] for w in kata) or _temuan(kalimat, k["alat_ukur"])
    )
    if not satuan.strip() and _HANYA_ANGKA.match(bersih) and tanpa_nama:
        return _saran("target_tanpa_satuan", target.strip())
    return None


def periksa_indikator(teks: str, target: str | None, satuan: str | None = None) -> list[Saran]:
    """Hints on one indicator with its target and unit, empty when it can be measured; never raises.

    `target` is what the person typed ("95", "≤ 60 menit", "WTP"); `satuan` may stand apart.
    """
    daftar = [
        _saran_teks_indikator(teks),
        _saran_target(teks, target or "", satuan or ""),
    ]
    return [saran for saran in daftar if saran is not None]
