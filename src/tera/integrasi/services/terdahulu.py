"""Results of the years before Tera (2022 on), read from one sheet: NIP, year, the two ratings."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.lembar import Sel
from tera.evaluasi.models import Evaluasi, HasilTerdahulu
from tera.evaluasi.services import BarisTerdahulu, catat_hasil_terdahulu
from tera.integrasi.permissions import pastikan_petugas
from tera.integrasi.services.arsip import HasilArsip
from tera.integrasi.services.rekap import orang_per_nip, teks_sel
from tera.organisasi.models import JenisPeriode
from tera.organisasi.services.impor.kolom import cari_kepala
from tera.regulasi.galat import RegulasiError
from tera.regulasi.nip import rapikan_nip
from tera.regulasi.predikat import baca_predikat, baca_rating, predikat_kinerja

KOLOM = {
    "nip": ("NIP", "NIP Pegawai"),
    "tahun": ("Tahun", "Tahun Penilaian", "Tahun Kinerja"),
    "hasil": ("Rating Hasil Kerja", "Rating Hasil Kinerja"),
    "perilaku": ("Rating Perilaku Kerja", "Rating Perilaku"),
    "predikat": ("Predikat Kinerja", "Predikat Kinerja Tahunan", "Predikat"),
    "mulai": ("Bulan Mulai",),
    "selesai": ("Bulan Selesai",),
}
WAJIB = ("nip", "tahun", "hasil", "perilaku")
#: Before 2022 results were numbers by PP 30/2019: they go to the archive.
TAHUN_AWAL = 2022


@dataclass(frozen=True, slots=True)
class _Baris:
    nip: str
    tahun: int
    isi: dict[str, Any]


@transaction.atomic
def impor_terdahulu(
    *, aktor: Aktor, nama_berkas: str, isi: bytes, pada: dt.date, periksa: bool = False
) -> HasilArsip:
    """Import yearly results decided before Tera; rows with a fault are reported and left out.

    A year kept already, or appraised in Tera, is never overwritten.

    Raises:
        TidakBerwenangError: not an officer. MasukanSalahError: no sheet has the columns.
    """
    pastikan_petugas(aktor=aktor, pada=pada)
    kepala, baris = cari_kepala(nama=nama_berkas, isi=isi, kamus=KOLOM, wajib=WAJIB)
    hasil = HasilArsip()
    bacaan: list[tuple[int, _Baris]] = []
    for nomor, sel in baris:
        if all(teks_sel(satu) == "" for satu in sel):
            continue
        hasil.baris += 1
        try:
            bacaan.append((nomor, _satu({k: kepala.sel(sel, k) for k in KOLOM}, pada)))
        except (RegulasiError, ValueError) as galat:
            hasil.tolak_baris(nomor, "", "isi_salah", str(galat))
    _catat(aktor, bacaan, hasil, nama_berkas, simpan=not periksa)
    hasil.disimpan = not periksa
    hasil.rincian.sort(key=lambda r: r.baris)
    return hasil


def _catat(
    aktor: Aktor, bacaan: list[tuple[int, _Baris]], hasil: HasilArsip, sumber: str, *, simpan: bool
) -> None:
    orang = orang_per_nip(aktor, [satu.nip for _nomor, satu in bacaan])
    tahun = {satu.tahun for _nomor, satu in bacaan}
    ada = set(
        HasilTerdahulu.objects.filter(
            instansi_id=aktor.instansi_id, tahun__in=tahun
        ).values_list("pegawai_id", "tahun", "bulan_mulai")
    )  # fmt: skip
    di_tera = set(
        Evaluasi.objects.filter(
            instansi_id=aktor.instansi_id,
            periode__tahun__in=tahun,
            periode__jenis=JenisPeriode.TAHUNAN,
        ).values_list("pegawai_id", "periode__tahun")
    )
    baru = []
    for nomor, satu in bacaan:
        pegawai = orang.get(satu.nip)
        if pegawai is None:
            hasil.tolak_baris(nomor, "", "nip_tidak_dikenal", _(
                "NIP %(nip)s tidak ada pada instansi ini. Impor pegawainya dulu."
            ) % {"nip": satu.nip})  # fmt: skip
            continue
        if (pegawai.pk, satu.tahun) in di_tera:
            hasil.tolak_baris(nomor, "", "dinilai_di_tera", _(
                "%(nama)s dinilai di Tera pada tahun %(tahun)d: hasil di sini yang berlaku. Hapus "
                "barisnya dari berkas."
            ) % {"nama": pegawai.nama_lengkap, "tahun": satu.tahun})  # fmt: skip
            continue
        hasil.diterima += 1
        kunci = (pegawai.pk, satu.tahun, satu.isi["bulan_mulai"])
        if kunci in ada:
            hasil.tetap += 1
            continue
        ada.add(kunci)
        baru.append(BarisTerdahulu(pegawai_id=pegawai.pk, tahun=satu.tahun, **satu.isi))
    if simpan and baru:
        # Months that overlap a kept row stay out as well.
        hasil.tetap += len(baru) - catat_hasil_terdahulu(aktor=aktor, daftar=baru, sumber=sumber)


def _satu(sel: dict[str, Sel], pada: dt.date) -> _Baris:
    if isinstance(sel["nip"], (int, float)):
        raise ValueError(_("NIP tersimpan sebagai angka. Ubah kolom NIP menjadi teks."))
    teks_tahun = teks_sel(sel["tahun"]).removesuffix(".0")
    if not teks_tahun.isdecimal() or not TAHUN_AWAL <= int(teks_tahun) < pada.year:
        raise ValueError(
            _(
                "Tahun “%(tahun)s” tidak bisa diimpor: yang bisa %(awal)d sampai %(akhir)d. Tahun "
                "sebelumnya masuk lewat arsip PP 30/2019."
            )
            % {"tahun": teks_tahun, "awal": TAHUN_AWAL, "akhir": pada.year - 1}
        )
    mulai, selesai = _bulan(sel["mulai"], 1), _bulan(sel["selesai"], 12)
    if mulai > selesai:
        raise ValueError(_("Bulan mulai sesudah bulan selesai. Tukar keduanya."))
    hari = dt.date(int(teks_tahun), selesai, 28)
    kerja = baca_rating(teks_sel(sel["hasil"]), pada=hari)
    perilaku = baca_rating(teks_sel(sel["perilaku"]), pada=hari)
    matriks = predikat_kinerja(hasil_kerja=kerja, perilaku_kerja=perilaku, pada=hari).predikat
    tertulis = teks_sel(sel["predikat"])
    if tertulis and baca_predikat(tertulis, pada=hari) != matriks:
        raise ValueError(
            _(
                "Predikat “%(predikat)s” tidak sesuai dengan kedua ratingnya: menurut kuadran "
                "kinerja seharusnya %(seharusnya)s."
            )
            % {"predikat": tertulis, "seharusnya": matriks.label}
        )
    return _Baris(
        rapikan_nip(teks_sel(sel["nip"])),
        int(teks_tahun),
        {
            "hasil_kerja": kerja,
            "perilaku_kerja": perilaku,
            "bulan_mulai": mulai,
            "bulan_selesai": selesai,
        },
    )


def _bulan(sel: Sel, bawaan: int) -> int:
    teks = teks_sel(sel).removesuffix(".0")
    if not teks:
        return bawaan
    if not teks.isdecimal() or not 1 <= int(teks) <= 12:
        raise ValueError(_("Bulan “%(bulan)s” bukan 1 sampai 12.") % {"bulan": teks})
    return int(teks)
