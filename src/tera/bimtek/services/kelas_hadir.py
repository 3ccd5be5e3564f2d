"""Attendance of a day: marked by the trainer, confirmed with a code, or read from a sheet."""

import datetime as dt
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.utils.translation import gettext as _

from tera.bimtek.models import HariKelas, KehadiranKelas, KelasBimtek, PesertaKelas
from tera.bimtek.selectors.kelas import daftar_hadir, peserta_kelas
from tera.bimtek.services.dasar import pegawai_id
from tera.bimtek.services.kelas import S, wajib_menjalankan
from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.lembar import baca_lembar
from tera.organisasi.services.impor.hasil import LaporanLembar
from tera.organisasi.services.impor.nilai import teks as teks_sel
from tera.regulasi.nip import rapikan_nip

L = KehadiranKelas.Lewat
_YA = frozenset({"ya", "y", "v", "x", "1", "hadir", "true"})
_TIDAK = frozenset({"tidak", "t", "-", "0", "tidak hadir", "false"})
BARIS_TERBANYAK = 5000
#: Codes somebody may try in an hour: six digits can't be guessed.
COBA_TERBANYAK = 10


@transaction.atomic
def tandai_hadir(
    *, aktor: Aktor, hari: HariKelas, daftar_peserta: Mapping[int, bool], pada: dt.date
) -> int:
    """Mark participants (key → there or not) on a day; returns how many marks were kept.

    Raises: TidakBerwenangError; StatusTidakSesuaiError: not running, or the day is still to come.
    """
    wajib_menjalankan(aktor, hari.kelas, pada)
    _wajib_terbuka(hari, pada)
    milik = set(
        hari.kelas.daftar_peserta.filter(pk__in=daftar_peserta).values_list("pk", flat=True)
    )
    for pk in milik:
        _tulis(hari, pk, daftar_peserta[pk], L.PELATIH)
    audit.catat_objek(
        aktor,
        "hari_kelas",
        hari.pk,
        "tandai",
        {str(pk): daftar_peserta[pk] for pk in sorted(milik)},
    )
    return len(milik)


@transaction.atomic
def atur_kode(*, aktor: Aktor, hari: HariKelas, terbuka: bool, pada: dt.date) -> HariKelas:
    """Open a code of six digits for today, or close it; opening again makes a new one.

    Raises: TidakBerwenangError; StatusTidakSesuaiError: not running, or not this day.
    """
    wajib_menjalankan(aktor, hari.kelas, pada)
    if terbuka:
        _wajib_terbuka(hari, pada)
        if hari.tanggal != pada:
            raise StatusTidakSesuaiError(
                _("Kode hanya dibuka pada harinya. Hari lain ditandai lewat daftar hadir.")
            )
    hari.kode = f"{secrets.randbelow(10**6):06d}" if terbuka else ""
    hari.save(update_fields=["kode"])
    audit.catat_objek(aktor, "hari_kelas", hari.pk, "kode", {"terbuka": terbuka})
    return hari


@transaction.atomic
def hadir_dengan_kode(
    *, aktor: Aktor, peserta: PesertaKelas, kode: str, pada: dt.date
) -> KehadiranKelas:
    """Confirm one's own attendance of today with the code that the trainer shows.

    Raises:
        TidakBerwenangError: somebody else's place. StatusTidakSesuaiError: too many tries.
        MasukanSalahError: a wrong code, or none is open.
    """
    if peserta.pegawai_id != pegawai_id(aktor):
        raise TidakBerwenangError(_("Kehadiran dikonfirmasi oleh pesertanya sendiri."))
    _hitung_coba(peserta.pk)
    hari = HariKelas.objects.filter(kelas=peserta.kelas, tanggal=pada).exclude(kode="").first()
    bersih = "".join(kode.split())
    if hari is None or not secrets.compare_digest(hari.kode, bersih):
        raise MasukanSalahError(
            _("Kehadiran belum tercatat."),
            per_bidang={
                "kode": [
                    _("Kode itu tidak berlaku hari ini. Lihat lagi kode yang ditampilkan pelatih.")
                ]
            },
        )
    satu = _tulis(hari, peserta.pk, True, L.KODE)
    audit.catat_objek(aktor, "hari_kelas", hari.pk, "hadir", {"peserta": peserta.pk})
    return satu


def _hitung_coba(pk: int) -> None:
    kunci = f"bimtek:kode:{pk}"
    cache.add(kunci, 0, 3600)
    try:
        coba = int(cache.incr(kunci))
    except ValueError:  # dropped in between by a full cache
        coba = 1
    if coba > COBA_TERBANYAK:
        raise StatusTidakSesuaiError(
            _("Terlalu sering mencoba kode. Minta pelatih menandai kehadiran Anda.")
        )


@dataclass(slots=True)
class HasilHadir(LaporanLembar):
    """What the reading of an attendance sheet found."""


def kolom_hadir(kelas: KelasBimtek) -> list[str]:
    """Return the columns of the sheet: one for each day, as ``2026-11-20``."""
    return ["NIP", "NAMA", *(hari.tanggal.isoformat() for hari in kelas.daftar_hari.all())]


def baris_hadir(kelas: KelasBimtek) -> list[list[Any]]:
    """Return the sheet's rows: every participant with ya, tidak or nothing for each day."""
    semua = daftar_hadir(kelas=kelas)
    kata = {True: "ya", False: "tidak", None: ""}
    return [
        [
            satu.pegawai.nip,
            satu.pegawai.nama_lengkap,
            *(kata[hari.per_peserta.get(satu.pk)] for hari in semua),
        ]
        for satu in peserta_kelas(kelas=kelas)
    ]


@transaction.atomic
def impor_hadir(
    *, aktor: Aktor, kelas: KelasBimtek, nama: str, isi: bytes, pada: dt.date
) -> HasilHadir:
    """Read the sheet that was downloaded and filled in; wrong rows are named, the others kept.

    Raises: TidakBerwenangError, StatusTidakSesuaiError; MasukanSalahError: the file.
    """
    wajib_menjalankan(aktor, kelas, pada)
    per_hari = {satu.tanggal.isoformat(): satu for satu in kelas.daftar_hari.all()}
    kepala, baris = _baca(nama, isi)
    # A spreadsheet may have made a date, with its hour, of the head.
    hari_lembar = [
        (n, per_hari[kata[:10]]) for n, kata in enumerate(kepala) if kata[:10] in per_hari
    ]
    if "NIP" not in kepala or not hari_lembar:
        raise MasukanSalahError(
            _(
                "Lembar ini tidak punya kolom NIP dan kolom hari kelas. Unduh lembarnya dari "
                "halaman kelas, isi, lalu unggah lagi."
            )
        )
    peserta = {satu.pegawai.nip: satu.pk for satu in peserta_kelas(kelas=kelas)}
    hasil = HasilHadir()
    letak = kepala.index("NIP")
    for nomor, sel in baris:
        hasil.baris += 1
        pk = peserta.get(rapikan_nip(sel[letak]))
        if pk is None:
            hasil.tolak_baris(nomor, "NIP", "nip", _("NIP ini bukan peserta kelas."))
            continue
        tanda = {hari: _ya(sel[n]) for n, hari in hari_lembar if n < len(sel) and sel[n]}
        salah = [hari for hari, ya in tanda.items() if ya is None or hari.tanggal > pada]
        if salah:
            hasil.tolak_baris(
                nomor, salah[0].tanggal.isoformat(), "isi",
                _("Tulis ya atau tidak, hanya untuk hari yang sudah tiba."),
            )  # fmt: skip
            continue
        for hari, ya in tanda.items():
            _wajib_terbuka(hari, pada)
            _tulis(hari, pk, bool(ya), L.LEMBAR)
        hasil.diterima += 1
    hasil.disimpan = hasil.diterima > 0
    audit.catat_objek(aktor, "kelas_bimtek", kelas.pk, "impor_hadir", {"diterima": hasil.diterima})
    return hasil


def _baca(nama: str, isi: bytes) -> tuple[list[str], list[tuple[int, Sequence[str]]]]:
    kepala: list[str] = []
    baris: list[tuple[int, Sequence[str]]] = []
    for _judul, semua in baca_lembar(nama=nama, isi=isi):
        for nomor, sel in semua:
            tulisan = [teks_sel(satu) for satu in sel]
            if not kepala:
                if "NIP" in [satu.upper() for satu in tulisan]:
                    kepala = [satu.upper() for satu in tulisan]
            elif any(tulisan):
                baris.append((nomor, tulisan))
            if len(baris) > BARIS_TERBANYAK:
                raise MasukanSalahError(
                    _("Lembar ini lebih dari %(n)s baris.") % {"n": BARIS_TERBANYAK}
                )
        if kepala:
            break
    return kepala, baris


def _ya(teks: str) -> bool | None:
    kata = teks.strip().lower()
    return True if kata in _YA else False if kata in _TIDAK else None


def _tulis(hari: HariKelas, peserta_pk: int, hadir: bool, lewat: L) -> KehadiranKelas:
    satu, _baru = KehadiranKelas.objects.update_or_create(
        hari=hari, peserta_id=peserta_pk, defaults={"hadir": hadir, "lewat": lewat}
    )
    return satu


def _wajib_terbuka(hari: HariKelas, pada: dt.date) -> None:
    if hari.kelas.status not in {S.BERLANGSUNG, S.SELESAI} or hari.kelas.dibekukan_pada:
        raise StatusTidakSesuaiError(
            _("Kehadiran dicatat sejak kelas dimulai sampai hasilnya dibekukan.")
        )
    if hari.tanggal > pada:
        raise StatusTidakSesuaiError(_("Hari ini belum tiba. Tandai pada harinya."))
