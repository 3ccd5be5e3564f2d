"""Work agreements of PPPK: recorded one by one or from a sheet; a row is added, never changed."""

import datetime as dt
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, massal
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError
from tera.organisasi.models import Pegawai, PerjanjianKerja, StatusPegawai
from tera.organisasi.services.dasar_orang import wajib_kelola
from tera.organisasi.services.impor.kolom import cari_kepala
from tera.organisasi.services.impor.nilai import tanggal as baca_tanggal
from tera.organisasi.services.impor.nilai import teks as baca_teks
from tera.regulasi.nip import rapikan_nip

PPPK = frozenset({StatusPegawai.PPPK, StatusPegawai.PPPK_PARUH_WAKTU})
KOLOM = {
    "nip": ("NI PPPK", "NIP", "NIPPPK", "Nomor Induk"),
    "nomor": ("Nomor Perjanjian", "Nomor", "Nomor Perjanjian Kerja"),
    "mulai": ("Mulai", "TMT", "Tanggal Mulai"),
    "selesai": ("Selesai", "Tanggal Selesai", "Akhir Kontrak", "Tanggal Berakhir"),
}
WAJIB = ("nip", "nomor", "mulai", "selesai")
GALAT_TERBANYAK = 200


@dataclass(slots=True)
class HasilPerjanjianMasuk:
    """What an import did: rows written, rows there already, and (row, reason) left out."""

    baru: int = 0
    sudah: int = 0
    daftar_galat: list[tuple[int, str]] = field(default_factory=list)


@transaction.atomic
def catat_perjanjian(
    *, aktor: Aktor, nip: str, nomor: str, mulai: dt.date, selesai: dt.date, pada: dt.date
) -> PerjanjianKerja:
    """Record one agreement.

    Raises: TidakBerwenangError (not an officer), MasukanSalahError (who, days, twice).
    """
    wajib_kelola_perjanjian(aktor=aktor, pada=pada)
    pegawai = Pegawai.objects.filter(instansi_id=aktor.instansi_id, nip=rapikan_nip(nip)).first()
    pesan = _galat_baris(pegawai, nomor, mulai, selesai)
    if pesan is not None:
        raise MasukanSalahError(pesan[1], per_bidang={pesan[0]: [pesan[1]]})
    assert pegawai is not None  # said above
    if PerjanjianKerja.objects.filter(pegawai=pegawai, mulai=mulai).exists():
        kata = _("Perjanjian yang mulai hari itu sudah tercatat. Periksa tanggalnya.")
        raise MasukanSalahError(kata, per_bidang={"mulai": [kata]})
    satu = PerjanjianKerja.objects.create(
        instansi_id=aktor.instansi_id, pegawai=pegawai, nomor=nomor.strip(), mulai=mulai,
        selesai=selesai,
    )  # fmt: skip
    audit.catat_objek(aktor, "perjanjian_kerja", satu.pk, "catat", _bidang(satu))
    return satu


@transaction.atomic
def impor_perjanjian(
    *, aktor: Aktor, nama_berkas: str, isi: bytes, pada: dt.date
) -> HasilPerjanjianMasuk:
    """Record the agreements of a sheet; rows with a fault are named and left out."""
    wajib_kelola_perjanjian(aktor=aktor, pada=pada)
    kepala, daftar = cari_kepala(nama=nama_berkas, isi=isi, kamus=KOLOM, wajib=WAJIB)
    hasil = HasilPerjanjianMasuk()
    bacaan: list[tuple[int, str, str, dt.date, dt.date]] = []
    for urut, sel in daftar:
        ambil = {kunci: sel[letak] if letak < len(sel) else None
                 for kunci, letak in kepala.letak.items()}  # fmt: skip
        if not any(baca_teks(satu) for satu in ambil.values()):
            continue
        try:
            mulai, selesai = baca_tanggal(ambil["mulai"]), baca_tanggal(ambil["selesai"])
        except ValueError:
            mulai = selesai = None
        if mulai is None or selesai is None:
            hasil.daftar_galat.append(
                (urut, _("Tanggal mulai atau selesai tidak terbaca. Tulis misalnya 31-12-2026."))
            )
            continue
        bacaan.append(
            (urut, rapikan_nip(baca_teks(ambil["nip"])), baca_teks(ambil["nomor"]), mulai, selesai)
        )
    _simpan(aktor, bacaan, hasil)
    del hasil.daftar_galat[GALAT_TERBANYAK:]
    return hasil


def _simpan(
    aktor: Aktor,
    bacaan: list[tuple[int, str, str, dt.date, dt.date]],
    hasil: HasilPerjanjianMasuk,
) -> None:
    orang: dict[str, Pegawai] = {}
    semua = sorted({satu[1] for satu in bacaan})
    for awal in range(0, len(semua), 500):
        orang |= {
            satu.nip: satu
            for satu in Pegawai.objects.filter(
                instansi_id=aktor.instansi_id, nip__in=semua[awal : awal + 500]
            )
        }
    ada = set(
        PerjanjianKerja.objects.filter(instansi_id=aktor.instansi_id).values_list(
            "pegawai_id", "mulai"
        )
    )
    baru: list[PerjanjianKerja] = []
    for urut, nip, nomor, mulai, selesai in bacaan:
        pegawai = orang.get(nip)
        pesan = _galat_baris(pegawai, nomor, mulai, selesai)
        if pesan is not None or pegawai is None:
            hasil.daftar_galat.append((urut, pesan[1] if pesan else ""))
        elif (pegawai.pk, mulai) in ada:
            hasil.sudah += 1
        else:
            ada.add((pegawai.pk, mulai))
            baru.append(
                PerjanjianKerja(
                    instansi_id=aktor.instansi_id, pegawai=pegawai, nomor=nomor.strip(),
                    mulai=mulai, selesai=selesai,
                )
            )  # fmt: skip
    PerjanjianKerja.objects.bulk_create(baru)
    massal.tulis_perbuatan(
        massal.PerbuatanMassal(
            objek_id=satu.pk, jenis="perjanjian_kerja", aksi="catat", aktor=aktor,
            bidang=_bidang(satu),
        )
        for satu in baru
    )  # fmt: skip
    hasil.baru = len(baru)


def _galat_baris(
    pegawai: Pegawai | None, nomor: str, mulai: dt.date, selesai: dt.date
) -> tuple[str, str] | None:
    if pegawai is None:
        return "nip", _("Tidak ada pegawai instansi ini dengan nomor induk itu. Periksa angkanya.")
    if pegawai.status not in PPPK:
        return "nip", _("%(nama)s tercatat bukan PPPK. Betulkan status pegawainya lebih dulu.") % {
            "nama": pegawai.nama_lengkap
        }
    if not nomor.strip() or len(nomor) > 100:
        return "nomor", _("Isi nomor perjanjiannya, paling panjang 100 huruf.")
    if selesai <= mulai:
        return "selesai", _("Tanggal selesai harus sesudah tanggal mulai.")
    return None


def _bidang(satu: PerjanjianKerja) -> dict[str, object]:
    return {
        "pegawai_id": satu.pegawai_id,
        "nomor": satu.nomor,
        "mulai": satu.mulai,
        "selesai": satu.selesai,
    }


def wajib_kelola_perjanjian(*, aktor: Aktor, pada: dt.date) -> None:
    """Refuse whoever isn't a pengelola or admin over a top unit: they keep the agreements."""
    wajib_kelola(aktor=aktor, pada=pada, unit=None, perbuatan=_("mencatat perjanjian kerja"))
