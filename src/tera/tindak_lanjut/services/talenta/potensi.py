"""Importing assessments: all rows or none, every fault with its row and what to do."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.lembar import Sel
from tera.organisasi import kebijakan
from tera.organisasi.models import Instansi, Pegawai
from tera.organisasi.services.impor.kolom import Kepala, cari_kepala
from tera.organisasi.services.impor.nilai import kosong, tanggal, teks
from tera.tindak_lanjut.models import PenilaianPotensi
from tera.tindak_lanjut.selectors.talenta.hitung import nilai_total
from tera.tindak_lanjut.selectors.talenta.jangkauan import jangkauan
from tera.tindak_lanjut.services.talenta.dasar import wajib, wajib_peran

KOLOM = {
    "nip": ("NIP", "nipBaru", "NIP Baru", "NIP/NI PPPK", "NI PPPK"),
    "tanggal": ("Tanggal", "Tanggal Asesmen", "Tanggal Penilaian", "Tgl Asesmen"),
    "kompetensi": ("Kompetensi", "Nilai Kompetensi", "JPM", "Nilai JPM"),
    "potensi": ("Potensi", "Nilai Potensi"),
    "rekam_jejak": ("Rekam Jejak", "Nilai Rekam Jejak"),
    "total": ("Total", "Nilai Total", "Nilai Potensial", "Potensial", "Total Potensial"),
}
_BAGIAN = ("kompetensi", "potensi", "rekam_jejak")
_SEKALI_TULIS = 2000


@dataclass(slots=True)
class HasilPotensi:
    """What an import found: written rows, or the faults because of which nothing was written."""

    baris: int = 0
    tambah: int = 0
    ubah: int = 0
    tetap: int = 0
    galat: list[dict[str, str | int]] = field(default_factory=list)

    def tolak(self, baris: int, kolom: str, pesan: str) -> None:
        """Note a fault of a row."""
        self.galat.append({"baris": baris, "kolom": kolom, "pesan": pesan})


@transaction.atomic
def impor_potensi(
    *, aktor: Aktor, nama: str, isi: bytes, sumber: str, pada: dt.date
) -> HasilPotensi:
    """Read a file of assessments and write it when no row is refused.

    The same file twice changes nothing; a row of the same person and day replaces the old scores.
    A matrix that is set keeps the scores it was made with.

    Raises:
        TidakBerwenangError: no pengelola over the whole instansi.
        MasukanSalahError: unreadable, or without the columns.
    """
    if not aktor.adalah_sistem:
        wajib_peran(jangkauan(aktor=aktor, pada=pada).peran_seluruh, "pengelola")
    asal = wajib(sumber, "sumber", 200)
    kepala, daftar = cari_kepala(nama=nama, isi=isi, kamus=KOLOM, wajib=("nip", "tanggal"))
    # One import at a time, and none while somebody else writes the same people.
    Instansi.objects.select_for_update(of=("self",)).get(pk=aktor.instansi_id)
    semua = kebijakan.semua(instansi_id=aktor.instansi_id, pada=pada)
    bobot = (
        int(semua["talenta.bobot_kompetensi"]),
        int(semua["talenta.bobot_potensi"]),
        int(semua["talenta.bobot_rekam_jejak"]),
    )
    orang = {
        nip: pk
        for pk, nip in Pegawai.objects.filter(instansi_id=aktor.instansi_id)
        .exclude(nip="")
        .values_list("pk", "nip")
    }
    hasil = HasilPotensi()
    dibaca: dict[tuple[int, dt.date], PenilaianPotensi] = {}
    for nomor, sel in daftar:
        if all(kosong(satu) for satu in sel):
            continue
        hasil.baris += 1
        satu = _baca(kepala, nomor, sel, orang=orang, bobot=bobot, pada=pada, hasil=hasil)
        if satu is None:
            continue
        if (satu.pegawai_id, satu.tanggal) in dibaca:
            hasil.tolak(nomor, "NIP", _("Orang dan hari yang sama muncul dua kali di berkas ini."))
            continue
        satu.instansi_id = aktor.instansi_id
        satu.sumber, satu.nama_berkas = asal, nama[:200]
        satu.nama_aktor, satu.dicatat_pada = aktor.nama, pada
        dibaca[satu.pegawai_id, satu.tanggal] = satu
    if not hasil.galat:
        _tulis(aktor, list(dibaca.values()), hasil)
    return hasil


def _baca(
    kepala: Kepala,
    nomor: int,
    sel: Sequence[Sel],
    *,
    orang: dict[str, int],
    bobot: tuple[int, int, int],
    pada: dt.date,
    hasil: HasilPotensi,
) -> PenilaianPotensi | None:
    nip = teks(kepala.sel(sel, "nip")).replace(" ", "").lstrip("'")
    if nip not in orang:
        hasil.tolak(
            nomor,
            "NIP",
            _("NIP “%(nip)s” tidak ada di instansi ini. Periksa angkanya; kolom NIP harus teks.")
            % {"nip": nip},
        )
        return None
    try:
        hari = tanggal(kepala.sel(sel, "tanggal"))
    except ValueError:
        hari = None
    if hari is None or hari > pada or hari.year < 2000:
        hasil.tolak(
            nomor,
            "Tanggal",
            _("Tanggal asesmen kosong, belum tiba, atau tidak terbaca. Tulis seperti 31-01-2026."),
        )
        return None
    nilai: dict[str, Decimal | None] = {}
    for kunci in (*_BAGIAN, "total"):
        try:
            nilai[kunci] = _nilai(kepala.sel(sel, kunci))
        except ValueError as galat:
            hasil.tolak(
                nomor,
                KOLOM[kunci][0],
                _("Nilai “%(isi)s” bukan angka 0 sampai 100. Perbaiki di berkas.")
                % {"isi": str(galat)},
            )
            return None
    total, timbangan = nilai["total"], ""
    if total is None:
        total = nilai_total(
            kompetensi=nilai["kompetensi"],
            potensi=nilai["potensi"],
            rekam_jejak=nilai["rekam_jejak"],
            bobot=bobot,
        )
        timbangan = ":".join(map(str, bobot))
    if total is None:
        hasil.tolak(
            nomor,
            "Total",
            _("Isi Total, atau isi Kompetensi, Potensi, dan Rekam jejak semuanya."),
        )
        return None
    return PenilaianPotensi(
        pegawai_id=orang[nip],
        tanggal=hari,
        total=total,
        bobot=timbangan,
        **{kunci: nilai[kunci] for kunci in _BAGIAN},
    )


def _nilai(sel: Sel) -> Decimal | None:
    if kosong(sel):
        return None
    isi = teks(sel)
    try:
        angka = Decimal(isi.replace(",", ".")).quantize(Decimal("0.01"))
    except InvalidOperation as galat:
        raise ValueError(isi) from galat
    if not angka.is_finite() or not 0 <= angka <= 100:
        raise ValueError(isi)
    return angka


def _tulis(aktor: Aktor, daftar: list[PenilaianPotensi], hasil: HasilPotensi) -> None:
    nilai = (*_BAGIAN, "total")
    lama = {
        (satu.pegawai_id, satu.tanggal): satu
        for satu in PenilaianPotensi.objects.filter(instansi_id=aktor.instansi_id)
    }
    baru, ubah = [], []
    for satu in daftar:
        ada = lama.get((satu.pegawai_id, satu.tanggal))
        if ada is None:
            baru.append(satu)
        elif all(getattr(ada, kunci) == getattr(satu, kunci) for kunci in nilai):
            hasil.tetap += 1
        else:
            satu.pk = ada.pk
            ubah.append(satu)
    PenilaianPotensi.objects.bulk_create(baru, batch_size=_SEKALI_TULIS)
    PenilaianPotensi.objects.bulk_update(
        ubah,
        [*nilai, "bobot", "sumber", "nama_berkas", "nama_aktor", "dicatat_pada"],
        batch_size=_SEKALI_TULIS,
    )
    hasil.tambah, hasil.ubah = len(baru), len(ubah)
    if baru or ubah:
        audit.catat_objek(
            aktor,
            "impor_potensi",
            aktor.instansi_id,
            "impor",
            {"tambah": hasil.tambah, "ubah": hasil.ubah, "berkas": daftar[0].nama_berkas},
        )
