"""Training texts as one file that travels: a zip of TOML with a manifest of digests.

Nothing is ever written to a folder: members are read in memory, by name, up to a limit. Whatever
isn't a text of this room (pictures too: an SVG can carry a script) is refused.
"""

import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tera.bimtek import pemuat
from tera.bimtek.isi import Kasus, Kursus
from tera.bimtek.pemuat import BATAS_BERKAS, IsiBimtekError
from tera.bimtek.penulis import sidik, teks_berkas, teks_kasus, teks_kursus, teks_manifes
from tera.core.galat import MasukanSalahError

BENTUK = "tera-naskah-bimtek-1"
MANIFES = "manifes.toml"
BATAS_PAKET = 5 * 1024 * 1024
BATAS_BANYAK = 300
LISENSI = gettext_lazy("Boleh dipakai dan diubah instansi lain dengan menyebut asalnya.")
_NAMA = re.compile(r"(kasus|kursus)/([a-z0-9]+(?:-[a-z0-9]+)*)\.toml")
#: What a broken or hostile archive makes the standard library raise.
_RUSAK = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, RuntimeError,
    EOFError, OSError, ValueError, KeyError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KunciAsal:
    """What the panel of the instansi a case comes from made of it: information, no right."""

    ahli: int
    kesepakatan: float | None
    tingkat: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NaskahKeluar:
    """One text that leaves."""

    jenis: str
    kode: str
    versi: int
    isi: str
    panel: KunciAsal | None = None


@dataclass(frozen=True, slots=True)
class NaskahMasuk:
    """One text that came: read, with the canonical text and what the manifest says of it."""

    berkas: str
    jenis: str
    kode: str
    judul: str
    isi: str
    asal: dict[str, Any]

    @property
    def sidik(self) -> str:
        """The digest of the content, whatever its version."""
        return sidik(self.isi)


class PaketDitolakError(MasukanSalahError):
    """A package is refused whole; ``laporan``: (file, key, reason) of everything that is wrong."""

    kode = "paket_bimtek"

    def __init__(self, laporan: Sequence[tuple[str, str, str]]) -> None:
        super().__init__(
            _("Tidak ada yang diimpor: %(n)s hal pada paket ini harus diperbaiki dulu.")
            % {"n": len(laporan)}
        )
        self.laporan = tuple(laporan)


def susun_paket(
    daftar: Sequence[NaskahKeluar], *, instansi: str, pada: dt.date, lisensi: str
) -> bytes:
    """Return the zip of these texts; the same texts on the same day give the same bytes."""
    wadah, baris = io.BytesIO(), []
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for satu in daftar:
            nama, teks = f"{satu.jenis}/{satu.kode}.toml", teks_berkas(satu.isi, satu.versi)
            _tulis(arsip, nama, teks, pada)
            isi: dict[str, Any] = {"nama": nama, "sha256": sidik(teks), "versi": satu.versi}
            if satu.panel is not None:
                isi["panel_ahli"] = satu.panel.ahli
                isi["panel_tingkat"] = list(satu.panel.tingkat)
                if satu.panel.kesepakatan is not None:
                    isi["panel_kesepakatan"] = satu.panel.kesepakatan
            baris.append(isi)
        manifes = {
            "bentuk": BENTUK, "instansi": instansi, "tanggal": pada, "lisensi": lisensi,
            "berkas": baris,
        }  # fmt: skip
        _tulis(arsip, MANIFES, teks_manifes(manifes), pada)
    return wadah.getvalue()


def _tulis(arsip: zipfile.ZipFile, nama: str, teks: str, pada: dt.date) -> None:
    keterangan = zipfile.ZipInfo(nama, (pada.year, pada.month, pada.day, 0, 0, 0))
    keterangan.compress_type, keterangan.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    arsip.writestr(keterangan, teks)


def baca_paket(isi: bytes) -> list[NaskahMasuk]:
    """Return the texts of a package, all of them readable.

    Raises: PaketDitolakError: with everything that is wrong, by file, key and reason.
    """
    if len(isi) > BATAS_PAKET:
        raise PaketDitolakError(
            [("", "", _("paket lebih besar dari %(mb)s MB") % {"mb": BATAS_PAKET // 1024 // 1024})]
        )
    teks = _isi_zip(isi)
    manifes = _manifes(teks)
    hasil, salah = [], []
    for nama in sorted(set(teks) - {MANIFES}):
        try:
            hasil.append(_masuk(nama, teks[nama], manifes))
        except IsiBimtekError as galat:
            salah.append((galat.berkas, galat.kunci, galat.alasan))
    salah += [
        (nama, "", _("disebut manifes, tetapi tidak ada dalam paket"))
        for nama in sorted(set(manifes["berkas"]) - set(teks))
    ]
    if salah or not hasil:
        raise PaketDitolakError(salah or [("", "", _("paket tidak berisi naskah"))])
    return hasil


def baca_kiriman(isi: bytes, nama: str) -> list[NaskahMasuk]:
    """Return the texts of what somebody sent: a package, or one text of their own as ``.toml``.

    One's own text carries no manifest, so it comes from nowhere else.

    Raises: PaketDitolakError.
    """
    if not nama.lower().endswith(".toml"):
        return baca_paket(isi)
    try:
        teks = isi[: BATAS_BERKAS + 1].decode("utf-8").replace("\r\n", "\n")
        jenis = "kursus" if "modul" in pemuat.mentah(teks) else "kasus"
        return [_baca(f"{jenis}/{PurePath(nama).name}", jenis, teks, {})]
    except UnicodeDecodeError as galat:
        raise PaketDitolakError([(nama[:120], "", _("bukan teks UTF-8"))]) from galat
    except IsiBimtekError as galat:
        raise PaketDitolakError([(nama[:120], galat.kunci, galat.alasan)]) from galat


def _isi_zip(isi: bytes) -> dict[str, str]:
    """The members as texts; each is read up to its limit, whatever the archive says of its size."""
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            anggota = arsip.infolist()
            if len(anggota) > BATAS_BANYAK:
                raise PaketDitolakError(
                    [("", "", _("lebih dari %(n)s berkas dalam paket") % {"n": BATAS_BANYAK})]
                )
            salah = _nama_salah([satu.filename for satu in anggota])
            if salah:
                raise PaketDitolakError(salah)
            hasil = {}
            for satu in anggota:
                with arsip.open(satu) as baca:
                    potong = baca.read(BATAS_BERKAS + 1)
                if len(potong) > BATAS_BERKAS:
                    raise PaketDitolakError(
                        [(satu.filename, "",
                          _("lebih besar dari %(kb)s kB") % {"kb": BATAS_BERKAS // 1024})]
                    )  # fmt: skip
                hasil[satu.filename] = potong.decode("utf-8")
            return hasil
    except _RUSAK as galat:
        alasan = _("bukan zip yang utuh, terkunci sandi, atau bukan teks UTF-8")
        raise PaketDitolakError([("", "", alasan)]) from galat


def _nama_salah(daftar: Sequence[str]) -> list[tuple[str, str, str]]:
    salah = [
        (nama[:120], "", _("hanya kasus/….toml, kursus/….toml, dan manifes.toml yang diterima"))
        for nama in daftar
        if nama != MANIFES and not _NAMA.fullmatch(nama)
    ]
    if len(set(daftar)) != len(daftar):
        salah.append(("", "", _("dua berkas dengan nama yang sama")))
    if MANIFES not in daftar:
        salah.append((MANIFES, "", _("belum ada; ekspor paketnya dari Tera")))
    return salah


def _manifes(teks: dict[str, str]) -> dict[str, Any]:
    """What the manifest says, by file name; checked for shape."""
    try:
        isi = pemuat.mentah(teks[MANIFES])
        if isi.get("bentuk") != BENTUK:
            raise ValueError
        tanggal = isi["tanggal"]
        if not isinstance(tanggal, dt.date) or isinstance(tanggal, dt.datetime):
            raise ValueError
        return {
            "instansi": _pendek(isi["instansi"]),
            "tanggal": tanggal.isoformat(),
            "lisensi": _pendek(isi["lisensi"]),
            "berkas": {_pendek(satu["nama"]): dict(satu) for satu in isi["berkas"]},
        }
    except (IsiBimtekError, KeyError, TypeError, ValueError, AttributeError) as galat:
        alasan = _("manifes tidak terbaca atau bukan bentuk %(bentuk)s") % {"bentuk": BENTUK}
        raise PaketDitolakError([(MANIFES, "", alasan)]) from galat


def _pendek(teks: Any) -> str:
    """A text of the manifest that a page may show. Raises: ValueError."""
    if not isinstance(teks, str) or not teks.strip() or len(teks) > 200 or not teks.isprintable():
        raise ValueError
    return teks.strip()


def _masuk(nama: str, teks: str, manifes: dict[str, Any]) -> NaskahMasuk:
    baris = manifes["berkas"].get(nama)
    if baris is None or baris.get("sha256") != sidik(teks):
        raise IsiBimtekError(nama, "", _("berubah sejak diekspor: sidiknya tidak sama"))
    jenis = nama.split("/")[0]
    asal = {kunci: manifes[kunci] for kunci in ("instansi", "tanggal", "lisensi")}
    masuk = _baca(nama, jenis, teks, asal)
    panel = _panel(baris) if jenis == "kasus" else None
    if panel is not None:
        asal["panel"] = panel
    return masuk


def _baca(nama: str, jenis: str, teks: str, asal: dict[str, Any]) -> NaskahMasuk:
    """One text through ``pemuat``; where it comes from elsewhere its version there is kept."""
    naskah: Kasus | Kursus
    if jenis == "kasus":
        naskah = pemuat.baca_kasus(teks, berkas=nama)
        isi = teks_kasus(naskah)
    else:
        naskah = pemuat.baca_kursus(teks, berkas=nama)
        isi = teks_kursus(naskah)
    if asal:
        asal["versi"] = naskah.versi
    return NaskahMasuk(nama, jenis, naskah.kode, naskah.judul, isi, asal)


def _panel(baris: dict[str, Any]) -> dict[str, Any] | None:
    """The key of the other panel, where the manifest has one that can be one."""
    ahli, tingkat = baris.get("panel_ahli"), baris.get("panel_tingkat")
    if type(ahli) is not int or not 1 <= ahli <= 999 or not isinstance(tingkat, list):
        return None
    if len(tingkat) != 7 or any(type(satu) is not int or satu not in (0, 1, 2) for satu in tingkat):
        return None
    sepakat = baris.get("panel_kesepakatan")
    if type(sepakat) is not float or not -1 <= sepakat <= 1:
        sepakat = None
    return {"ahli": ahli, "tingkat": tingkat, "kesepakatan": sepakat}
